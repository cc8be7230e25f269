//! Standing buttons: they mean the same wherever the person is, so they can be put under news.
//!
//! A token `*.confirm.…` names what it is about; whether that still makes sense is for the flow that owns it to say.
//! What stands behind the `@` names the company: who speaks for another one acts there without moving. A token of before
//! names none and counts for the company that is spoken for.
//! Whatever a standing button does can also be chosen from the menu, under what waits for the person.

use uuid::Uuid;

use crate::{
    dialogue::{
        State, agenda, agreements, backup_diary,
        command::{Command, shown},
        correction, forget, former_line,
        input::Input,
        members, new_keys, proposals,
        step::{Draft, Step},
        succession,
    },
    domain::{
        dossier::Slot,
        fingerprint::fingerprint,
        ids::{CompanyId, ItemId, PersonId},
        proposal::ProposalId,
        schedule::Kind,
    },
    text::Msg,
};

/// In front of the token of a standing button.
const SIGN: &str = "*.";
/// Between the token and what stands for the company.
const OF: char = '@';

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StandingTap {
    /// Yes, this is the person who was invited, with the three words that this stands for.
    Confirm(PersonId, u32),
    /// No, it is somebody else.
    Refuse(PersonId),
    /// Yes, it is this person who writes with the new keys that this stands for.
    Vouch(PersonId, u32),
    /// No, it is somebody else.
    Disown(PersonId, u32),
    /// Something that comes back was done.
    Done(Kind, Option<ItemId>),
    /// Everything that is open: again in a week.
    NextWeek,
    /// Go through everything now.
    Review,
    /// Write down what became of the backup.
    Diary,
    /// Yes to an agreement.
    Agree(ItemId),
    /// An agreement should be otherwise.
    Otherwise(ItemId),
    /// Do not erase the company.
    KeepCompany,
    /// Yes, erase it, says another owner.
    AgreeErasure,
    /// This member is to become owner, says a second member.
    Succeed(PersonId),
    /// Nobody is to become owner.
    StopSuccession,
    /// Take over what a helper proposes, in the place of the answer that this stands for.
    TakeOver(ProposalId, u32),
    /// Leave the answer as it is.
    Decline(ProposalId),
    /// Answer the question again that this number stands for, about this item.
    Answer(Option<ItemId>, u32),
    /// Put a line of the call list back as it was.
    Revert(ItemId),
}

impl StandingTap {
    /// The question of a slot.
    pub fn answer(slot: &Slot) -> Self {
        Self::Answer(slot.item, fingerprint(slot.question.as_str()))
    }

    /// Its word in a button. At most 51 bytes.
    pub fn token(self) -> String {
        match self {
            Self::Confirm(person, seen) => format!("{SIGN}confirm.{}.{seen:08x}", person.0.simple()),
            Self::Refuse(person) => format!("{SIGN}refuse.{}", person.0.simple()),
            Self::Vouch(person, seen) => format!("{SIGN}vouch.{}.{seen:08x}", person.0.simple()),
            Self::Disown(person, seen) => format!("{SIGN}disown.{}.{seen:08x}", person.0.simple()),
            Self::Done(kind, None) => format!("{SIGN}done.{}", kind.slug()),
            Self::Done(kind, Some(item)) => format!("{SIGN}done.{}.{}", kind.slug(), item.0),
            Self::NextWeek => format!("{SIGN}open.week"),
            Self::Review => format!("{SIGN}open.review"),
            Self::Diary => format!("{SIGN}open.diary"),
            Self::Agree(item) => format!("{SIGN}agree.{}", item.0),
            Self::Otherwise(item) => format!("{SIGN}otherwise.{}", item.0),
            Self::KeepCompany => format!("{SIGN}keep.company"),
            Self::AgreeErasure => format!("{SIGN}erase.company"),
            Self::Succeed(person) => format!("{SIGN}succeed.{}", person.0.simple()),
            Self::StopSuccession => format!("{SIGN}stop.succession"),
            Self::TakeOver(id, seen) => format!("{SIGN}take.{}.{seen:08x}", id.0),
            Self::Decline(id) => format!("{SIGN}decline.{}", id.0),
            Self::Answer(item, question) => {
                format!("{SIGN}answer.{}.{question:08x}", item.map_or(0, |item| item.0))
            }
            Self::Revert(item) => format!("{SIGN}revert.{}", item.0),
        }
    }

    /// Its word in a button about a company. At most 60 bytes, of the 64 that Telegram takes.
    pub fn token_of(self, company: CompanyId) -> String {
        format!("{}{OF}{:08x}", self.token(), company.fingerprint())
    }

    /// Reads a token back, whatever company it is about; `None`: it is none of ours.
    pub fn parse(token: &str) -> Option<Self> {
        let token = match token.split_once(OF) {
            Some((token, print)) => u32::from_str_radix(print, 16).ok().map(|_| token)?,
            None => token,
        };
        let (word, about) = token.strip_prefix(SIGN)?.split_once('.')?;
        let person = || Uuid::try_parse(about).ok().map(PersonId);
        let item = || about.parse().ok().map(ItemId);
        let person_seen = || {
            let (person, seen) = about.split_once('.')?;
            Some((PersonId(Uuid::try_parse(person).ok()?), u32::from_str_radix(seen, 16).ok()?))
        };
        match word {
            "confirm" => person_seen().map(|(person, seen)| Self::Confirm(person, seen)),
            "refuse" => person().map(Self::Refuse),
            "vouch" => person_seen().map(|(person, seen)| Self::Vouch(person, seen)),
            "disown" => person_seen().map(|(person, seen)| Self::Disown(person, seen)),
            "done" => {
                let (kind, item) = about.split_once('.').map_or((about, None), |(kind, id)| (kind, Some(id)));
                let item = item.map(str::parse).transpose().ok()?.map(ItemId);
                Some(Self::Done(Kind::from_slug(kind)?, item))
            }
            "open" if about == "week" => Some(Self::NextWeek),
            "open" if about == "review" => Some(Self::Review),
            "open" if about == "diary" => Some(Self::Diary),
            "agree" => item().map(Self::Agree),
            "otherwise" => item().map(Self::Otherwise),
            "keep" if about == "company" => Some(Self::KeepCompany),
            "erase" if about == "company" => Some(Self::AgreeErasure),
            "succeed" => person().map(Self::Succeed),
            "stop" if about == "succession" => Some(Self::StopSuccession),
            "take" => {
                let (id, seen) = about.split_once('.')?;
                let seen = u32::from_str_radix(seen, 16).ok()?;
                Some(Self::TakeOver(ProposalId(id.parse().ok()?), seen))
            }
            "decline" => about.parse().ok().map(ProposalId).map(Self::Decline),
            "answer" => {
                let (item, question) = about.split_once('.')?;
                let item = Some(item.parse::<u32>().ok()?).filter(|item| *item > 0).map(ItemId);
                Some(Self::Answer(item, u32::from_str_radix(question, 16).ok()?))
            }
            "revert" => item().map(Self::Revert),
            _ => None,
        }
    }

    /// Whether the person may go on from there at a place of the company.
    fn opens_a_place(self) -> bool {
        match self {
            Self::Review | Self::Diary | Self::Otherwise(_) | Self::TakeOver(..) | Self::Answer(..) => true,
            Self::Done(kind, _) => agenda::outcomes::is_chosen(kind),
            Self::Confirm(..)
            | Self::Refuse(_)
            | Self::Vouch(..)
            | Self::Disown(..)
            | Self::NextWeek
            | Self::Agree(_)
            | Self::KeepCompany
            | Self::AgreeErasure
            | Self::Succeed(_)
            | Self::StopSuccession
            | Self::Decline(_)
            | Self::Revert(_) => false,
        }
    }
}

/// What stands for the company that a standing button is about, if its token names one.
pub fn company_print(token: &str) -> Option<u32> {
    let (_, print) = token.strip_prefix(SIGN)?.split_once(OF)?;
    u32::from_str_radix(print, 16).ok()
}

/// A turn that began with a standing button: each has a flow that owns it.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    if draft.world.home.is_some() {
        let company = members::company(&draft);
        if matches!(input, Input::Standing(tap) if tap.opens_a_place()) {
            let command = shown(Command::Companies, draft.world.channel, draft.language);
            draft.say(Msg::new("standing-switch-first").msg("company", company).told("command", &command));
            return draft.finish(state.clone());
        }
        draft.say(Msg::new("standing-elsewhere").msg("company", company));
    }
    match input {
        Input::Standing(tap @ (StandingTap::Done(..) | StandingTap::NextWeek | StandingTap::Review)) => {
            agenda::standing(draft, state, *tap)
        }
        Input::Standing(tap @ (StandingTap::Vouch(..) | StandingTap::Disown(..))) => {
            new_keys::standing(draft, state, *tap)
        }
        Input::Standing(StandingTap::Diary) => {
            let place = backup_diary::open(&draft.dossier, draft.world);
            draft.finish(place)
        }
        Input::Standing(tap @ (StandingTap::Agree(_) | StandingTap::Otherwise(_))) => {
            agreements::consent::standing(draft, state, *tap)
        }
        Input::Standing(tap @ (StandingTap::KeepCompany | StandingTap::AgreeErasure)) => {
            forget::standing(draft, state, *tap)
        }
        Input::Standing(tap @ (StandingTap::Succeed(_) | StandingTap::StopSuccession)) => {
            succession::standing(draft, state, *tap)
        }
        Input::Standing(tap @ (StandingTap::TakeOver(..) | StandingTap::Decline(_))) => {
            proposals::decided::standing(draft, state, *tap)
        }
        Input::Standing(StandingTap::Answer(item, question)) => {
            correction::standing(draft, state, *item, *question)
        }
        Input::Standing(StandingTap::Revert(item)) => former_line::standing(draft, state, *item),
        _ => members::standing(draft, state, input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_fits_a_button() {
        let person = PersonId(Uuid::from_u128(u128::MAX));
        let item = ItemId(u32::MAX);
        for tap in [
            StandingTap::Confirm(person, u32::MAX),
            StandingTap::Refuse(person),
            StandingTap::Vouch(person, u32::MAX),
            StandingTap::Disown(person, 0),
            StandingTap::Done(Kind::EndOfLife, Some(ItemId(u32::MAX))),
            StandingTap::Done(Kind::Review, None),
            StandingTap::NextWeek,
            StandingTap::Review,
            StandingTap::Diary,
            StandingTap::Agree(item),
            StandingTap::Otherwise(item),
            StandingTap::KeepCompany,
            StandingTap::AgreeErasure,
            StandingTap::Succeed(person),
            StandingTap::StopSuccession,
            StandingTap::TakeOver(ProposalId(u64::MAX), u32::MAX),
            StandingTap::TakeOver(ProposalId(0), 0),
            StandingTap::Decline(ProposalId(u64::MAX)),
            StandingTap::Answer(Some(item), u32::MAX),
            StandingTap::Answer(None, 0),
            StandingTap::Revert(item),
        ] {
            let token = tap.token();
            assert_eq!(StandingTap::parse(&token), Some(tap));
            assert!(token.len() <= 51, "{token}");
            assert_eq!(company_print(&token), None);
            let company = CompanyId(Uuid::from_u128(7));
            let token = tap.token_of(company);
            assert_eq!(
                (StandingTap::parse(&token), company_print(&token)),
                (Some(tap), Some(company.fingerprint()))
            );
            assert!(token.len() <= 60, "{token}");
        }
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for token in [
            "",
            "*.",
            "*.confirm",
            "*.confirm.",
            "*.confirm.x",
            "*.confirm.00000000000000000000000000000007",
            "*.fly.1",
            "*.take.1",
            "*.vouch.1",
            "*.answer.1",
            "*.stop.company",
            "*.open.fly",
            "*.keep.fly",
            "*.erase.fly",
            "*.open.week@",
            "*.open.week@fly",
            "1f2e3d4c.yes",
            "confirm.1",
        ] {
            assert_eq!(StandingTap::parse(token), None, "{token}");
        }
    }
}
