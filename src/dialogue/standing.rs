//! Standing buttons: they mean the same wherever the person is, so they can be put under news.
//!
//! A token `*.confirm.…` names what it is about; whether that still makes sense is for the flow that owns it to say.
//! Whatever a standing button does can also be chosen from the menu, under what waits for the person.

use uuid::Uuid;

use crate::domain::ids::PersonId;

/// In front of the token of a standing button.
const SIGN: &str = "*.";

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StandingTap {
    /// Yes, this is the person who was invited.
    Confirm(PersonId),
    /// No, it is somebody else.
    Refuse(PersonId),
}

impl StandingTap {
    /// Its word in a button. At most 50 bytes.
    pub fn token(self) -> String {
        match self {
            Self::Confirm(person) => format!("{SIGN}confirm.{}", person.0.simple()),
            Self::Refuse(person) => format!("{SIGN}refuse.{}", person.0.simple()),
        }
    }

    /// Reads a token back; `None`: it is none of ours.
    pub fn parse(token: &str) -> Option<Self> {
        let (word, about) = token.strip_prefix(SIGN)?.split_once('.')?;
        let person = || Uuid::try_parse(about).ok().map(PersonId);
        match word {
            "confirm" => person().map(Self::Confirm),
            "refuse" => person().map(Self::Refuse),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_fits_a_button() {
        let person = PersonId(Uuid::from_u128(u128::MAX));
        for tap in [StandingTap::Confirm(person), StandingTap::Refuse(person)] {
            let token = tap.token();
            assert_eq!(StandingTap::parse(&token), Some(tap));
            assert!(token.len() <= 50, "{token}");
        }
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for token in
            ["", "*.", "*.confirm", "*.confirm.", "*.confirm.x", "*.fly.1", "1f2e3d4c.yes", "confirm.1"]
        {
            assert_eq!(StandingTap::parse(token), None, "{token}");
        }
    }
}
