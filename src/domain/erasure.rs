//! A company that is to be erased: not at once, seen by everybody, and never by one owner alone where there are two.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::PersonId,
    member::{Member, owners},
};

/// How long everybody has to say no.
pub const WAIT: TimeDelta = TimeDelta::days(7);

/// The wish to erase a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The owner who asked.
    pub asked_by: PersonId,
    /// When it is done. Nobody can bring it closer.
    pub due_at: DateTime<Utc>,
    /// Another owner who agreed.
    pub agreed_by: Option<PersonId>,
}

/// What is to happen with a company that somebody wants erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is not time yet.
    Wait,
    /// Erase it.
    Erase,
    /// It is time, and not enough owners want it: keep it.
    Keep,
}

impl Erasure {
    /// The wish of an owner at this instant.
    pub fn asked(by: PersonId, now: DateTime<Utc>) -> Self {
        Self { asked_by: by, due_at: now + WAIT, agreed_by: None }
    }

    /// The same, with the consent of another.
    pub fn agreed(self, by: PersonId) -> Self {
        let agreed_by = if by == self.asked_by { self.agreed_by } else { Some(by) };
        Self { agreed_by, ..self }
    }

    /// Whether another owner still has to agree: there are two or more, and less than two of those who are owners now
    /// want it.
    pub fn needs_another(&self, members: &[Member]) -> bool {
        let wants = |owner: &&Member| owner.person == self.asked_by || Some(owner.person) == self.agreed_by;
        let (all, willing) = (owners(members).count(), owners(members).filter(wants).count());
        willing < all.clamp(1, 2)
    }

    /// What is to happen now.
    pub fn verdict(&self, members: &[Member], now: DateTime<Utc>) -> Verdict {
        match (now < self.due_at, self.needs_another(members)) {
            (true, _) => Verdict::Wait,
            (false, false) => Verdict::Erase,
            (false, true) => Verdict::Keep,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::member::{Role, Standing};

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn owner(number: u128, standing: Standing) -> Member {
        let joined_at = DateTime::UNIX_EPOCH;
        Member {
            person: person(number),
            role: Role::Owner,
            standing,
            name: None,
            check_words: None,
            joined_at,
        }
    }

    #[test]
    fn one_owner_alone_waits_seven_days_and_not_a_second_less() {
        let (now, alone) =
            (DateTime::UNIX_EPOCH, [owner(1, Standing::Confirmed), owner(2, Standing::Accepted)]);
        let wish = Erasure::asked(person(1), now);
        let second = TimeDelta::seconds(1);
        assert_eq!(wish.verdict(&alone, now + WAIT - second), Verdict::Wait);
        assert_eq!(wish.verdict(&alone, now + WAIT), Verdict::Erase);
    }

    #[test]
    fn of_two_owners_both_must_want_it_and_be_owners_still() {
        let (now, both) =
            (DateTime::UNIX_EPOCH, [owner(1, Standing::Confirmed), owner(2, Standing::Confirmed)]);
        let wish = Erasure::asked(person(1), now);
        assert_eq!(wish.verdict(&both, now + WAIT), Verdict::Keep);
        assert_eq!(
            wish.clone().agreed(person(1)).verdict(&both, now + WAIT),
            Verdict::Keep,
            "agreeing with oneself"
        );
        assert_eq!(wish.clone().agreed(person(3)).verdict(&both, now + WAIT), Verdict::Keep, "a stranger");
        let agreed = wish.clone().agreed(person(2));
        assert_eq!(agreed.verdict(&both, now + WAIT), Verdict::Erase);
        assert_eq!(agreed.verdict(&both, now), Verdict::Wait, "agreeing makes it no sooner");
        assert_eq!(wish.verdict(&both[1..], now + WAIT), Verdict::Keep, "who asked is gone");
        assert_eq!(wish.verdict(&[], now + WAIT), Verdict::Keep);
        assert_eq!(agreed.agreed(person(1)).verdict(&both, now + WAIT), Verdict::Erase, "asked once more");
    }

    #[test]
    fn of_three_owners_two_are_enough_and_one_is_not() {
        let (now, all) = (DateTime::UNIX_EPOCH, [1, 2, 3].map(|number| owner(number, Standing::Confirmed)));
        let wish = Erasure::asked(person(1), now);
        assert!(wish.needs_another(&all));
        assert_eq!(wish.verdict(&all, now + WAIT), Verdict::Keep);
        let agreed = wish.agreed(person(3));
        assert_eq!(agreed.verdict(&all, now + WAIT), Verdict::Erase);
        assert_eq!(agreed.verdict(&all[..2], now + WAIT), Verdict::Keep, "who agreed is gone");
    }
}
