//! Codes that work once: to become a member, or to be the same person on a second channel. And how often one may be
//! wrong.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{CompanyId, PersonId},
    member::Role,
    pii::Pii,
};

/// How long an invitation works.
pub const INVITATION: TimeDelta = TimeDelta::hours(72);
/// How long a code for a second channel works: it is short, so it is brief.
pub const LINK: TimeDelta = TimeDelta::minutes(10);

/// Wrong codes are counted over this time.
pub const WINDOW: TimeDelta = TimeDelta::hours(1);
/// After so many wrong codes of one sender, that sender has to wait.
const MOST_OF_ONE: usize = 5;
/// After so many wrong codes of everybody together, everybody has to wait.
const MOST_OF_ALL: usize = 50;
/// How long everybody has to wait.
pub const PAUSE: TimeDelta = TimeDelta::minutes(10);

/// Letters of an invitation: 128 bits in base64url.
const LONG: usize = 22;
/// Digits of a code for a second channel.
const SHORT: usize = 8;

/// A code as it is typed, without the spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(Pii<String>);

impl Code {
    /// A code of 128 random bits, for a link.
    pub fn long(random: [u8; 16]) -> Self {
        Self(Pii(URL_SAFE_NO_PAD.encode(random)))
    }

    /// A code of eight digits, for typing on another device.
    pub fn short(random: u64) -> Self {
        Self(Pii(format!("{:08}", random % 100_000_000)))
    }

    /// Reads a code; `None`: it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let long = Self(text.into());
        if text.len() == LONG && long.bytes().is_some() {
            return Some(long);
        }
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
        let is_short = digits.len() == SHORT && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_short.then_some(Self(Pii(digits)))
    }

    /// The random bytes of an invitation; `None`: it is a short one.
    pub fn bytes(&self) -> Option<[u8; 16]> {
        URL_SAFE_NO_PAD.decode(self.as_str()).ok()?.try_into().ok()
    }

    /// The code, to hand it over or to look it up.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code for reading aloud: short ones in two groups.
    pub fn shown(&self) -> String {
        match self.0.split_at_checked(SHORT / 2) {
            Some((first, second)) if self.0.len() == SHORT => format!("{first} {second}"),
            _ => self.0.to_string(),
        }
    }
}

/// What a code is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To become a member of a company, with this role.
    Invitation(CompanyId, Role),
    /// To be the person who made it, speaking for this company first.
    Link(Option<CompanyId>),
    /// To start a company; the operator made it.
    Company,
}

impl Purpose {
    /// The company that it is about, if it is about one.
    pub fn company(self) -> Option<CompanyId> {
        match self {
            Self::Invitation(company, _) => Some(company),
            Self::Link(company) => company,
            Self::Company => None,
        }
    }
}

/// A code as it is kept, but for the code itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedCode {
    /// Who made it.
    pub made_by: PersonId,
    /// What it is good for.
    pub purpose: Purpose,
    /// From this instant on it does not work any more.
    pub expires_at: DateTime<Utc>,
    /// It was used, or taken back.
    pub is_spent: bool,
}

impl IssuedCode {
    /// Whether it works at this instant.
    pub fn works(&self, now: DateTime<Utc>) -> bool {
        !self.is_spent && now < self.expires_at
    }
}

/// A wrong code that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongTry {
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the sender who tries again now was the one.
    pub same_sender: bool,
}

/// Whether a code may be tried now, given the wrong ones so far, oldest first.
pub fn may_try(wrong: &[WrongTry], now: DateTime<Utc>) -> bool {
    let recent = || wrong.iter().filter(|wrong| now - wrong.at < WINDOW);
    if recent().filter(|wrong| wrong.same_sender).count() >= MOST_OF_ONE {
        return false;
    }
    // Each time the limit is reached again, the pause begins again.
    let reached = recent().count() >= MOST_OF_ALL;
    let last = recent().map(|wrong| wrong.at).max();
    !reached || last.is_none_or(|last| now - last >= PAUSE)
}

/// Whether one more wrong code makes everybody wait: then those with open invitations are told, given the wrong ones so far,
/// oldest first. Of two at once each may believe that there is one to go; so the first after the pause tells them
/// also, and no later one.
pub fn raises_alarm(wrong: &[WrongTry], now: DateTime<Utc>) -> bool {
    let recent: Vec<_> = wrong.iter().map(|wrong| wrong.at).filter(|at| now - *at < WINDOW).collect();
    let since_limit = recent.get(MOST_OF_ALL - 1..).unwrap_or_default();
    let mut steps = since_limit.iter().zip(since_limit.iter().skip(1));
    recent.len() + 1 >= MOST_OF_ALL && !steps.any(|(one, next)| *next - *one >= PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn wrong(seconds: i64, same_sender: bool) -> WrongTry {
        WrongTry { at: at(seconds), same_sender }
    }

    #[test]
    fn a_code_fits_the_start_payload_of_telegram_and_is_read_back() {
        for random in [[0; 16], [255; 16], [0xfb; 16]] {
            let code = Code::long(random);
            assert_eq!(code.as_str().len(), 22);
            assert!(code.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'));
            assert_eq!(code.shown(), code.as_str(), "in one piece");
            assert_eq!(Code::parse(&format!(" {} ", code.as_str())), Some(code));
        }
        let short = Code::short(12_345_678);
        assert_eq!(short.shown(), "1234 5678");
        assert_eq!(Code::parse("1234 5678"), Some(short.clone()));
        assert_eq!(Code::parse("1234.5678"), Some(short.clone()));
        assert_eq!(Code::parse("1234-5678"), Some(short));
        assert_eq!(Code::short(5).as_str(), "00000005");
    }

    #[test]
    fn what_cannot_be_a_code_is_not_looked_up() {
        for text in [
            "",
            "hoi",
            "1234567",
            "123456789",
            "abcdefgh",
            "1234567a",
            "AAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAA!",
            "１２３４５６７８",
        ] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_does_not_show_in_a_debug_print() {
        assert_eq!(format!("{:?}", Code::short(7)), "Code([private])");
    }

    #[test]
    fn a_code_works_until_the_very_instant_it_expires() {
        let code = |is_spent| IssuedCode {
            made_by: PersonId(uuid::Uuid::nil()),
            purpose: Purpose::Link(None),
            expires_at: at(100),
            is_spent,
        };
        assert!(code(false).works(at(99)));
        assert!(!code(false).works(at(100)));
        assert!(!code(false).works(at(101)));
        assert!(!code(true).works(at(99)));
    }

    #[test]
    fn a_code_for_a_second_channel_works_for_ten_minutes_and_an_invitation_for_three_days() {
        for (works_for, seconds) in [(LINK, 600), (INVITATION, 3 * 24 * 3_600)] {
            let code = IssuedCode {
                made_by: PersonId(uuid::Uuid::nil()),
                purpose: Purpose::Link(None),
                expires_at: at(7) + works_for,
                is_spent: false,
            };
            assert!(code.works(at(7 + seconds - 1)));
            assert!(!code.works(at(7 + seconds)));
            assert!(!code.works(at(7 + seconds + 1)));
        }
    }

    #[test]
    fn a_code_is_about_the_company_that_it_names() {
        let company = CompanyId(uuid::Uuid::from_u128(3));
        assert_eq!(Purpose::Invitation(company, Role::Reader).company(), Some(company));
        assert_eq!(Purpose::Link(Some(company)).company(), Some(company));
        assert_eq!(Purpose::Link(None).company(), None);
    }

    #[test]
    fn the_sixth_wrong_code_of_one_sender_waits_until_the_first_is_an_hour_old() {
        let mine: Vec<_> = (0..5).map(|second| wrong(second, true)).collect();
        assert!(may_try(&mine[..4], at(10)));
        assert!(!may_try(&mine, at(10)));
        assert!(!may_try(&mine, at(3_599)));
        assert!(may_try(&mine, at(3_600)));
        let of_another: Vec<_> = (0..5).map(|second| wrong(second, false)).collect();
        assert!(may_try(&of_another, at(10)));
    }

    #[test]
    fn fifty_wrong_codes_of_everybody_make_everybody_wait_ten_minutes() {
        let all: Vec<_> = (0..50).map(|second| wrong(second, false)).collect();
        assert!(may_try(&all[..49], at(50)));
        assert!(!may_try(&all, at(50)));
        assert!(!may_try(&all, at(49 + 599)));
        assert!(may_try(&all, at(49 + 600)));
        assert!(raises_alarm(&all[..49], at(50)));
        assert!(!raises_alarm(&all[..48], at(50)));
        // The first of them is an hour old: one second before that it still counts.
        assert!(raises_alarm(&all[..49], at(3_599)));
        assert!(!raises_alarm(&all[..49], at(3_600)));
    }

    #[test]
    fn an_alarm_that_two_at_once_left_to_each_other_is_raised_after_the_pause_and_then_no_more() {
        let mut all: Vec<_> = (0..48).map(|second| wrong(second, false)).collect();
        assert!(!raises_alarm(&all, at(48)), "both of them read this");
        all.extend([wrong(48, false), wrong(48, false), wrong(48, false)]);
        assert!(raises_alarm(&all, at(48 + 600)));
        all.push(wrong(48 + 600, false));
        for later in [48 + 1_200, 48 + 1_800] {
            assert!(!raises_alarm(&all, at(later)));
            all.push(wrong(later, false));
        }
    }
}
