//! A guard at everything that is typed: what looks like a secret is not written down, whoever asked for it.
//!
//! ```text
//! > wachtwoord: Welkom01
//! < Dit lijkt een wachtwoord. Ik heb het niet bewaard. Wis je bericht ook uit dit gesprek.
//! ```

use crate::{
    dialogue::{Field, Part, Place, State, World, input::Input, review::Spot},
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        phone::{Phone, PhoneError},
    },
    questionnaire::Kind,
    text::{
        Language, Texts,
        vocabulary::{Vocabulary, Words, folded},
    },
};

/// Fewer digits than this behind "pin" are a PIN, also where they would be a short number to call.
const SHORTEST_PHONE: usize = 8;
/// Nothing shorter than this is a password.
const SHORTEST_PASSWORD: usize = 4;

/// What somebody should not tell anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// A password or PIN.
    Password,
    /// A citizen service number.
    Bsn,
    /// The number of a bank or credit card.
    Card,
    /// A code to get back into an account.
    RecoveryCode,
}

impl Secret {
    /// Its key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Bsn => "bsn",
            Self::Card => "card",
            Self::RecoveryCode => "recovery-code",
        }
    }
}

/// The secret in what somebody typed. It is looked for once, before any flow reads the words, so that no flow can keep one.
pub fn typed(state: &State, input: &Input, world: &World<'_>) -> Option<Secret> {
    let (Input::Text(text) | Input::Partly(_, text)) = input else { return None };
    // Nothing is kept of who belongs nowhere, and nothing holds up the emergency plan.
    if world.company.is_none() || state.in_noodplan {
        return None;
    }
    let is_phone = asks_for_phone(&state.place, world) && is_short_phone(text);
    find(text, is_phone || asks_for_reference(&state.place), &world.content.texts)
}

/// Whether a number to call is asked for. The question itself says what is wrong with one, and keeps nothing of it.
fn asks_for_phone(place: &Place, world: &World<'_>) -> bool {
    match place {
        Place::Question { slot, part: Part::Whole | Part::Number, .. } => {
            world.content.catalogue.at(slot).is_some_and(|question| question.kind == Kind::Contact)
        }
        Place::LineField(_, Field::Number) => true,
        Place::Review { spot, .. } => matches!(spot, Spot::Number(_) | Spot::NumberAnew(_)),
        _ => false,
    }
}

/// "061234567": one that misses a digit, and nothing else. By chance it may look like a BSN.
fn is_short_phone(text: &str) -> bool {
    text.trim_start().starts_with('0') && Phone::parse(text) == Err(PhoneError::TooShort)
}

/// Whether a number is asked for that firms hand out, which may look like a BSN by chance.
fn asks_for_reference(place: &Place) -> bool {
    match place {
        Place::Question { slot, .. } | Place::Propose { slot, .. } => {
            [CUSTOMER_NUMBER, CONTRACT_NUMBER].contains(&slot.question.as_str())
        }
        Place::LineField(_, field) => matches!(field, Field::CustomerNumber | Field::ContractNumber),
        _ => false,
    }
}

fn find(text: &str, is_no_bsn: bool, texts: &Texts) -> Option<Secret> {
    let vocabularies = Language::ALL.map(|language| texts.vocabulary(language));
    let is_none = |word: &str| vocabularies.iter().any(|words| words.is(Words::NoPassword, word));
    let said = |label: Words| vocabularies.iter().flat_map(move |vocabulary| named(text, label, vocabulary));
    let is_word = |named: &Named<'_>| named.only_word().is_some_and(|word| !is_none(word));
    if said(Words::Password).any(|named| named.looks_secret() || (!named.is_pin && is_word(&named))) {
        return Some(Secret::Password);
    }
    let numbers = numbers(text);
    if numbers.iter().any(|(_, digits)| is_card(digits)) {
        return Some(Secret::Card);
    }
    let has_code = || text.split_whitespace().any(is_recovery_code) || has_disk_key(text);
    if said(Words::RecoveryCode).any(|named| named.looks_secret()) || has_code() {
        return Some(Secret::RecoveryCode);
    }
    let is_told = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        vocabularies.iter().any(|vocabulary| ends_with_label(before, vocabulary))
    };
    let has_bsn = || is_bare_bsn(text) || numbers.iter().any(|(at, digits)| is_bsn(digits) && !is_told(*at));
    (!is_no_bsn && has_bsn()).then_some(Secret::Bsn)
}

/// What stands behind a label: "Welkom01" in "wachtwoord: Welkom01".
struct Named<'t> {
    value: &'t str,
    /// A sign or "is" stands between.
    is_named: bool,
    /// That is a sign.
    has_sign: bool,
    /// The label is one of a PIN.
    is_pin: bool,
}

impl Named<'_> {
    /// "Welkom01", "geheim!", "1234"; but not "liggen in de kluis", "M365 weet Anna" or "0900 0905".
    fn looks_secret(&self) -> bool {
        let mut words = self.value.lines().next().unwrap_or_default().split_whitespace();
        let word = words.next().unwrap_or_default();
        let figures = word.chars().filter(char::is_ascii_digit).count();
        let odd = figures > 0 || word.contains(['!', '@', '#', '$', '%', '&', '*', '?']);
        let stands_alone = !self.is_pin && figures > 0 && words.next().is_none();
        let looks_like_one = figures == word.len() || (self.is_named && odd) || stands_alone;
        word.chars().count() >= SHORTEST_PASSWORD && looks_like_one && !begins_with_phone(self.value)
    }

    /// The word behind the sign, if the line ends with it: "zonnebloem".
    fn only_word(&self) -> Option<&str> {
        let mut words = self.value.lines().next()?.split_whitespace();
        let word = words.next().filter(|word| word.chars().count() >= SHORTEST_PASSWORD)?;
        (self.has_sign && words.next().is_none()).then_some(word)
    }
}

/// Everything that a text names with one of these labels.
fn named<'t>(text: &'t str, label: Words, vocabulary: &Vocabulary) -> impl Iterator<Item = Named<'t>> {
    let starts = text
        .char_indices()
        .map(|(at, _)| at)
        .filter(move |at| text.get(..*at).is_none_or(|before| !before.ends_with(char::is_alphanumeric)));
    starts.filter_map(move |at| text.get(at..)).filter_map(move |said| {
        let rest = vocabulary.strip(label, said)?;
        let head = said.strip_suffix(rest).unwrap_or_default();
        let value = rest.trim_start();
        let behind_sign = value.strip_prefix([':', '=']);
        let behind_is = vocabulary.strip(Words::Is, value).filter(|_| behind_sign.is_none());
        let has_sign = behind_sign.is_some() || head.contains([':', '=']);
        Some(Named {
            value: behind_sign.or(behind_is).unwrap_or(value).trim_start(),
            is_named: has_sign || behind_is.is_some(),
            has_sign,
            is_pin: vocabulary.is(Words::Pin, head),
        })
    })
}

fn begins_with_phone(text: &str) -> bool {
    let number: String =
        text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '+')).collect();
    let rest = text.get(number.len()..).unwrap_or_default();
    let ends_there = number.ends_with(' ') || rest.is_empty() || rest.starts_with([',', ';', ')', '\n']);
    ends_there && digits_of(&number).len() >= SHORTEST_PHONE && Phone::parse(&number).is_ok()
}

/// "klantnummer:", "mijn klantnr is": what follows is a number that a firm handed out.
fn ends_with_label(before: &str, vocabulary: &Vocabulary) -> bool {
    let said = folded(before);
    let without = |word: &String| said.strip_suffix(word.as_str()).map(str::trim_end);
    let said = vocabulary.list(Words::Is).iter().find_map(without).unwrap_or(&said);
    let labels = [Words::CustomerNumber, Words::ContractNumber];
    labels.into_iter().flat_map(|label| vocabulary.list(label)).any(|label| said.ends_with(label.as_str()))
}

/// The numbers in a text with where they begin, without the spaces, dots and dashes inside them. What begins with a zero
/// is a phone number; what comes after it in the same breath is looked at by itself.
fn numbers(text: &str) -> Vec<(usize, Vec<u32>)> {
    let is_inside = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')');
    let mut numbers = Vec::new();
    let mut from = 0;
    for run in text.split_inclusive(|c: char| !is_inside(c)) {
        let at = from;
        from += run.len();
        // "NL123456782B01" is the tax number of a firm, and stands under its letters.
        let is_tax_number = text.get(from.saturating_sub(1)..).is_some_and(|rest| rest.starts_with("B0"));
        if is_tax_number {
            continue;
        }
        let digits = digits_of(run);
        match digits.as_slice() {
            [0, 0, ..] => {}
            [0, ..] => {
                let mut place = at;
                for word in run.split_inclusive(' ') {
                    if place > at {
                        numbers.push((place, digits_of(word)));
                    }
                    place += word.len();
                }
            }
            _ => numbers.push((at, digits)),
        }
    }
    numbers
}

fn digits_of(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// Nine digits that pass the test that every BSN passes (weights 9 to 2 and -1, divisible by 11).
fn is_bsn(digits: &[u32]) -> bool {
    let weights = [9i64, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| i64::from(*digit) * weight).sum();
    digits.len() == 9 && sum != 0 && sum % 11 == 0
}

/// A BSN and nothing else. One that begins with a zero looks like a number to call, and is a digit too short for that.
fn is_bare_bsn(text: &str) -> bool {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()) && is_bsn(&digits_of(text))
}

/// 15 to 19 digits that pass the test that every card number passes (ISO/IEC 7812, Luhn).
fn is_card(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    (15..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

/// "4F7K-99QX-L2M8-PP3W": four groups or more of four to six letters and figures, with some of both.
fn is_recovery_code(word: &str) -> bool {
    let word = word.trim_matches([',', '.', ';']);
    let groups: Vec<&str> = word.split('-').collect();
    let fits = |group: &&str| {
        (4..=6).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let mixed =
        word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_alphabetic());
    groups.len() >= 4 && groups.iter().all(fits) && mixed
}

/// "111111-222222-…": eight groups of six figures, which open a disk of Windows.
fn has_disk_key(text: &str) -> bool {
    let groups = text.split(|c: char| c == '-' || c.is_whitespace()).filter(|group| !group.is_empty());
    let is_group = |group: &str| {
        let group = group.trim_matches(|c: char| c.is_ascii_punctuation());
        group.len() == 6 && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    let groups: Vec<bool> = groups.map(is_group).collect();
    groups.windows(8).any(|eight| eight.iter().all(|fits| *fits))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Visit},
        domain::{
            dossier::{Dossier, Slot},
            ids::{CompanyId, ItemId},
        },
    };

    static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::built_in().unwrap());

    fn found(text: &str) -> Option<Secret> {
        find(text, false, &TEXTS)
    }

    #[test]
    fn secrets_are_seen() {
        assert_eq!(found("wachtwoord: Welkom01"), Some(Secret::Password));
        assert_eq!(found("password: Welcome01"), Some(Secret::Password));
        assert_eq!(found("kassa, wachtwoord Welkom01"), Some(Secret::Password));
        assert_eq!(found("in de la, ww = geheim!"), Some(Secret::Password));
        assert_eq!(found("de pincode is 4711"), Some(Secret::Password));
        assert_eq!(found("pin 1812"), Some(Secret::Password));
        assert_eq!(found("111222333"), Some(Secret::Bsn));
        assert_eq!(found("Fatima 06 12345678 111222333"), Some(Secret::Bsn));
        assert_eq!(found("kaart 4111 1111 1111 1111"), Some(Secret::Card));
        assert_eq!(found("4F7K-99QX-L2M8-PP3W"), Some(Secret::RecoveryCode));
        assert_eq!(found("herstelcode: 1234 5678"), Some(Secret::RecoveryCode));
        assert_eq!(found("the recovery code is 12345678"), Some(Secret::RecoveryCode));
        let disk_key = "sleutel: 093412-118822-301554-660011-229944-550033-110077-440088.";
        assert_eq!(found(disk_key), Some(Secret::RecoveryCode));
        assert_eq!(found(&disk_key.replace('-', " ")), Some(Secret::RecoveryCode));
        assert_eq!(found("wachtwoord: zonnebloem"), Some(Secret::Password));
        assert_eq!(found("Noor weet het\nww = zonnebloem\nin de la"), Some(Secret::Password));
        assert_eq!(found(" 012345672 "), Some(Secret::Bsn));
    }

    #[test]
    fn ordinary_answers_are_no_secrets() {
        for text in [
            "wachtwoorden liggen in de kluis",
            "op de laptop bij de kassa, wachtwoord weet Anna",
            "Windows 11",
            "06 12345678",
            "010 464 5554",
            "0104645554",
            "012345678",
            "wachtwoord van M365 weet Anna",
            "wachtwoord M365 weet Anna",
            "pin Yoximo S920",
            "pin S920",
            "wachtwoord: onbekend",
            "Password: Bitwarden",
            "wachtwoord: weet Anna",
            "wachtwoord is veranderd",
            "pin: Rabobank",
            "herstelcodes liggen in de kluis",
            "herstelcode: in de kluis",
            "Fatima +31 (0)6 11122233, ma-vr 9-17",
            "Rabo, pin 0900 0905",
            "Rabo, pin: 0900-0905, klantnummer 4711",
            "2 laptops, gekocht in 2021",
            "Bakkerij 't Hoekje",
            "123456789",
            "back-up op maandag - woensdag - vrijdag - zondag",
            "Met vriendelijke groet, KPN. KvK 27124701, btw NL111222333B01",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_that_misses_a_digit_is_no_bsn_where_a_number_to_call_is_asked_for() {
        let dossier = Dossier::default();
        let company = Some(CompanyId(Uuid::nil()));
        let world = World { company, ..World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT) };
        let said =
            |place: &Place, text: &str| typed(&State::from(place.clone()), &Input::Text(text.into()), &world);
        let asks = |question: &str, part| {
            let slot = Slot::own(question);
            Place::Question { slot, part, visit: Visit::Walk }
        };
        for place in [
            asks("deputy", Part::Whole),
            asks("deputy", Part::Number),
            Place::LineField(ItemId(1), Field::Number),
            Place::Review { spot: Spot::NumberAnew(ItemId(1)), undo: None },
        ] {
            for short in ["012345672", " 061234564"] {
                assert_eq!(said(&place, short), None, "{place:?} {short}");
            }
            for bsn in ["111222333", "bsn 111222333", "06 12345678 111222333"] {
                assert_eq!(said(&place, bsn), Some(Secret::Bsn), "{place:?} {bsn}");
            }
        }
        for place in [
            asks("deputy", Part::Name),
            asks("company-name", Part::Whole),
            Place::LineField(ItemId(1), Field::Hours),
            Place::Menu,
        ] {
            assert_eq!(said(&place, "012345672"), Some(Secret::Bsn), "{place:?}");
        }
    }

    #[test]
    fn a_customer_number_may_look_like_a_bsn() {
        assert_eq!(find("111222333", true, &TEXTS), None);
        assert_eq!(find("012345672", true, &TEXTS), None);
        for text in
            ["KPN 0800 0402, klantnummer 111222333", "Contractnummer: 111222333", "klantnr is 111222333"]
        {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(found("klantnummer 4711, bsn 111222333"), Some(Secret::Bsn));
    }
}
