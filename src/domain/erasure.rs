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
    /// Who owned the company when it was asked; empty: that was not written down yet.
    #[serde(default)]
    pub owners: Vec<PersonId>,
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
    pub fn asked(by: PersonId, members: &[Member], now: DateTime<Utc>) -> Self {
        let owners = owners(members).map(|owner| owner.person).collect();
        Self { asked_by: by, due_at: now + WAIT, agreed_by: None, owners }
    }

    /// The same, with the consent of another.
    pub fn agreed(self, by: PersonId) -> Self {
        let agreed_by = if by == self.asked_by { self.agreed_by } else { Some(by) };
        Self { agreed_by, ..self }
    }

    /// The same, so that everybody has seven days again to say no.
    pub fn put_off(&self, now: DateTime<Utc>) -> Self {
        Self { due_at: self.due_at.max(now + WAIT), ..self.clone() }
    }

    /// Whether another owner still has to agree: there are two or more, and less than two of those who are owners now
    /// want it.
    pub fn needs_another(&self, members: &[Member]) -> bool {
        let wants = |owner: &&Member| owner.person == self.asked_by || Some(owner.person) == self.agreed_by;
        let (all, willing) = (owners(members).count(), owners(members).filter(wants).count());
        willing < all.clamp(1, 2)
    }

    /// Whether somebody who owned the company when it was asked owns it no more. Nobody can take a no away with the one who
    /// would say it.
    pub fn has_lost_an_owner(&self, members: &[Member]) -> bool {
        let owns = |person: &PersonId| owners(members).any(|owner| owner.person == *person);
        !self.owners.iter().all(owns)
    }

    /// What is to happen now.
    pub fn verdict(&self, members: &[Member], now: DateTime<Utc>) -> Verdict {
        let is_refused = self.needs_another(members) || self.has_lost_an_owner(members);
        match (now < self.due_at, is_refused) {
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
        Member { standing, ..Member::confirmed(person(number), Role::Owner, DateTime::UNIX_EPOCH) }
    }

    #[test]
    fn one_owner_alone_waits_seven_days_and_not_a_second_less() {
        let (now, alone) =
            (DateTime::UNIX_EPOCH, [owner(1, Standing::Confirmed), owner(2, Standing::Accepted)]);
        let wish = Erasure::asked(person(1), &alone, now);
        let second = TimeDelta::seconds(1);
        assert_eq!(wish.verdict(&alone, now + WAIT - second), Verdict::Wait);
        assert_eq!(wish.verdict(&alone, now + WAIT), Verdict::Erase);
    }

    #[test]
    fn a_wish_that_is_put_off_is_due_in_seven_days_and_never_sooner_than_it_was() {
        let (now, day) = (DateTime::UNIX_EPOCH, TimeDelta::days(1));
        let wish = Erasure::asked(person(1), &[], now);
        assert_eq!(wish.put_off(now - day), wish);
        assert_eq!(wish.put_off(now + day * 30), Erasure { due_at: now + day * 37, ..wish });
    }

    #[test]
    fn of_two_owners_both_must_want_it_and_be_owners_still() {
        let (now, both) =
            (DateTime::UNIX_EPOCH, [owner(1, Standing::Confirmed), owner(2, Standing::Confirmed)]);
        let wish = Erasure::asked(person(1), &both, now);
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
        let wish = Erasure::asked(person(1), &all, now);
        assert!(wish.needs_another(&all));
        assert_eq!(wish.verdict(&all, now + WAIT), Verdict::Keep);
        let agreed = wish.agreed(person(3));
        assert_eq!(agreed.verdict(&all, now + WAIT), Verdict::Erase);
        assert_eq!(agreed.verdict(&all[..2], now + WAIT), Verdict::Keep, "who agreed is gone");
    }

    #[test]
    fn an_owner_who_is_taken_away_meanwhile_counts_as_a_no() {
        let (now, all) = (DateTime::UNIX_EPOCH, [1, 2, 3].map(|number| owner(number, Standing::Confirmed)));
        let of_two = Erasure::asked(person(1), &all[..2], now);
        assert!(!of_two.has_lost_an_owner(&all));
        assert!(of_two.has_lost_an_owner(&all[..1]));
        assert_eq!(of_two.verdict(&all[..1], now + WAIT), Verdict::Keep);
        let demoted = Member { role: Role::Reader, ..all[1].clone() };
        assert_eq!(of_two.verdict(&[all[0].clone(), demoted], now + WAIT), Verdict::Keep);
        let with_a_friend = of_two.agreed(person(3));
        assert_eq!(with_a_friend.verdict(&[all[0].clone(), all[2].clone()], now + WAIT), Verdict::Keep);
        let two_of_three = Erasure::asked(person(1), &all, now).agreed(person(2));
        assert_eq!(two_of_three.verdict(&all[..2], now + WAIT), Verdict::Keep);
    }

    #[test]
    fn a_wish_of_before_does_not_know_who_owned_it() {
        let now = DateTime::UNIX_EPOCH;
        let alone = [owner(1, Standing::Confirmed)];
        let mut text = serde_json::to_value(Erasure::asked(person(1), &alone, now)).unwrap();
        text.as_object_mut().unwrap().remove("owners").unwrap();
        let wish: Erasure = serde_json::from_value(text).unwrap();
        assert!(!wish.has_lost_an_owner(&[]));
        assert_eq!(wish.verdict(&alone, now + WAIT), Verdict::Erase);
    }
}
