//! A company whose owner cannot be reached any more: somebody else becomes owner, after a wait that everybody sees and that
//! nobody can make shorter.
//!
//! Two members ask for it together, or whoever runs the bot does. The wait is counted in days on each of which everybody was
//! told: a program that did not run, or a clock that jumps, makes it longer and never shorter.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    audit::Actor,
    ids::PersonId,
    member::{Member, Role, member, owners},
};

/// How long it takes at least; and how long a second member has to join in.
pub const WAIT: TimeDelta = TimeDelta::hours(72);
/// Everybody is told once in this time.
const DAY: TimeDelta = TimeDelta::hours(24);
/// The wait in days.
const DAYS: u8 = 3;
/// A look that comes later than this after its time was not just the next one in line.
const PUNCTUAL: TimeDelta = TimeDelta::hours(2);

/// Somebody is to become owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// Who becomes owner.
    pub successor: PersonId,
    /// Who asked for it: a member, or the operator.
    pub asked_by: Actor,
    /// The second member, with whom the wait began. The operator needs none.
    pub agreed_by: Option<PersonId>,
    /// Days of the wait that are still to go by.
    pub days_left: u8,
    /// When something happens next: a day has gone by, or nobody joined in.
    pub next_at: DateTime<Utc>,
}

/// What is to happen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is not time for anything.
    Wait,
    /// One of the people in it is not what they were: it is over.
    Fallen,
    /// Nobody joined in: it is over.
    Lapsed,
    /// A day went by: tell everybody, and go on with this.
    Tell(Succession),
    /// The wait is over: make them owner.
    Appoint,
}

/// Whether a member may ask for this, join in, or become owner by it: from within the company, and no owner yet.
pub fn is_eligible(members: &[Member], person: PersonId) -> bool {
    member(members, person)
        .is_some_and(|member| member.is_confirmed() && matches!(member.role, Role::Editor | Role::Reader))
}

impl Succession {
    /// The wish of one member. It waits for a second.
    pub fn asked(by: PersonId, successor: PersonId, now: DateTime<Utc>) -> Self {
        let asked_by = Actor::Person(by);
        Self { successor, asked_by, agreed_by: None, days_left: DAYS, next_at: now + WAIT }
    }

    /// What the operator begins, on behalf of nobody in a chat.
    pub fn by_operator(successor: PersonId, now: DateTime<Utc>) -> Self {
        Self { successor, asked_by: Actor::Operator, agreed_by: None, days_left: DAYS, next_at: now + DAY }
    }

    /// The same with a second member, from whom on the wait runs. Who asked is no second one.
    pub fn agreed(self, by: PersonId, now: DateTime<Utc>) -> Self {
        if self.is_running() || self.asked_by == Actor::Person(by) {
            return self;
        }
        Self { agreed_by: Some(by), days_left: DAYS, next_at: now + DAY, ..self }
    }

    /// The same, so that nothing happens for a whole day.
    pub fn put_off(&self, now: DateTime<Utc>) -> Self {
        Self { next_at: self.next_at.max(now + DAY), ..self.clone() }
    }

    /// Whether the wait has begun.
    pub fn is_running(&self) -> bool {
        self.asked_by == Actor::Operator || self.agreed_by.is_some()
    }

    /// Whether nobody was told yet that a day went by.
    pub fn has_just_begun(&self) -> bool {
        self.is_running() && self.days_left == DAYS
    }

    /// When they become owner, if nothing comes in between and the program runs.
    pub fn due_at(&self) -> DateTime<Utc> {
        self.next_at + DAY * i32::from(self.days_left.saturating_sub(1))
    }

    /// Who is in it: the successor, and who asked.
    fn people(&self) -> impl Iterator<Item = PersonId> {
        let asker = match self.asked_by {
            Actor::Person(person) => Some(person),
            Actor::Operator | Actor::Program => None,
        };
        [Some(self.successor), asker, self.agreed_by].into_iter().flatten()
    }

    /// Whether this person is in it.
    pub fn involves(&self, person: PersonId) -> bool {
        self.people().any(|one| one == person)
    }

    /// Whether everybody in it is still what they were.
    pub fn stands(&self, members: &[Member]) -> bool {
        self.people().all(|person| is_eligible(members, person))
    }

    /// Whether this person can end it: every owner, and whoever is in it.
    pub fn may_be_stopped_by(&self, members: &[Member], person: PersonId) -> bool {
        owners(members).any(|owner| owner.person == person)
            || (is_eligible(members, person) && self.involves(person))
    }

    /// Whether this person can be the second member.
    pub fn may_be_joined_by(&self, members: &[Member], person: PersonId) -> bool {
        !self.is_running() && is_eligible(members, person) && self.asked_by != Actor::Person(person)
    }

    /// Whether this is what a person can make of what there was: begin, or join in, and nothing else of it changed.
    pub fn follows(
        &self,
        before: Option<&Self>,
        members: &[Member],
        by: PersonId,
        now: DateTime<Utc>,
    ) -> bool {
        let rightly = match before {
            None => is_eligible(members, by) && *self == Self::asked(by, self.successor, now),
            Some(before) => before.may_be_joined_by(members, by) && *self == before.clone().agreed(by, now),
        };
        rightly && self.stands(members)
    }

    /// What is to happen at this instant.
    pub fn verdict(&self, members: &[Member], now: DateTime<Utc>) -> Verdict {
        if !self.stands(members) {
            return Verdict::Fallen;
        }
        if now < self.next_at {
            return Verdict::Wait;
        }
        if !self.is_running() {
            return Verdict::Lapsed;
        }
        if self.days_left <= 1 {
            return Verdict::Appoint;
        }
        // Whoever could not be told in time has a whole day from when they are.
        let told_at = if now - self.next_at > PUNCTUAL { now } else { self.next_at };
        Verdict::Tell(Self { days_left: self.days_left - 1, next_at: told_at + DAY, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::member::Standing;

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const BRAM: PersonId = PersonId(Uuid::from_u128(2));
    const CAS: PersonId = PersonId(Uuid::from_u128(3));
    const NOOR: PersonId = PersonId(Uuid::from_u128(4));
    const DIRK: PersonId = PersonId(Uuid::from_u128(5));

    fn one(person: PersonId, role: Role, standing: Standing) -> Member {
        Member { standing, ..Member::confirmed(person, role, DateTime::UNIX_EPOCH) }
    }

    /// Anna owns it; Bram edits, Cas reads, Noor is a helper, Dirk waits at the door.
    fn bakery() -> Vec<Member> {
        vec![
            one(ANNA, Role::Owner, Standing::Confirmed),
            one(BRAM, Role::Editor, Standing::Confirmed),
            one(CAS, Role::Reader, Standing::Confirmed),
            one(NOOR, Role::Helper, Standing::Confirmed),
            one(DIRK, Role::Editor, Standing::Accepted),
        ]
    }

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    fn running() -> Succession {
        Succession::asked(BRAM, CAS, at(0)).agreed(CAS, at(1))
    }

    #[test]
    fn members_from_within_can_ask_and_nobody_else() {
        let members = bakery();
        for (person, may) in [(ANNA, false), (BRAM, true), (CAS, true), (NOOR, false), (DIRK, false)] {
            assert_eq!(is_eligible(&members, person), may);
            let wish = Succession::asked(person, CAS, at(0));
            assert_eq!(wish.follows(None, &members, person, at(0)), may);
            let successor = Succession::asked(BRAM, person, at(0));
            assert_eq!(successor.follows(None, &members, BRAM, at(0)), may);
        }
        assert!(!is_eligible(&[], BRAM));
    }

    #[test]
    fn one_member_alone_begins_nothing() {
        let wish = Succession::asked(BRAM, CAS, at(0));
        assert!(!wish.is_running());
        assert_eq!(wish.clone().agreed(BRAM, at(1)), wish);
        let members = bakery();
        for (person, may) in [(ANNA, false), (BRAM, false), (CAS, true), (NOOR, false), (DIRK, false)] {
            assert_eq!(wish.may_be_joined_by(&members, person), may);
        }
        assert_eq!(wish.verdict(&members, at(71)), Verdict::Wait);
        assert_eq!(wish.verdict(&members, at(72)), Verdict::Lapsed);
        assert!(running().is_running() && Succession::by_operator(CAS, at(0)).is_running());
        assert!(!running().may_be_joined_by(&members, CAS));
    }

    #[test]
    fn the_wait_is_three_days_and_everybody_is_told_on_each() {
        let members = bakery();
        let mut wait = running();
        assert!(wait.has_just_begun() && !Succession::asked(BRAM, CAS, at(0)).has_just_begun());
        assert_eq!(wait.due_at(), at(73));
        assert_eq!(Succession::by_operator(CAS, at(1)).due_at(), at(73));
        for (hours, left) in [(25, 2), (49, 1)] {
            assert_eq!(wait.verdict(&members, at(hours) - TimeDelta::seconds(1)), Verdict::Wait);
            let Verdict::Tell(next) = wait.verdict(&members, at(hours)) else { panic!("told nobody") };
            assert_eq!((next.days_left, next.due_at()), (left, at(73)));
            assert!(!next.has_just_begun());
            wait = next;
        }
        assert_eq!(wait.verdict(&members, at(73) - TimeDelta::seconds(1)), Verdict::Wait);
        assert_eq!(wait.verdict(&members, at(73)), Verdict::Appoint);
    }

    #[test]
    fn a_wait_that_is_put_off_comes_no_sooner_and_not_within_a_day() {
        let wait = running();
        assert_eq!(wait.put_off(at(1)), wait);
        assert_eq!(wait.put_off(at(20)), Succession { next_at: at(44), ..wait.clone() });
        assert_eq!(wait.put_off(at(900)).next_at, at(924));
    }

    #[test]
    fn a_program_that_was_away_tells_first_and_waits_a_whole_day_each_time() {
        let members = bakery();
        let Verdict::Tell(late) = running().verdict(&members, at(1_000)) else { panic!("told nobody") };
        assert_eq!((late.next_at, late.due_at()), (at(1_024), at(1_048)));
        // A look within two hours was on time.
        for (minutes, next) in [(120, at(49)), (121, at(27) + TimeDelta::minutes(1) + DAY)] {
            let looked_at = at(25) + TimeDelta::minutes(minutes);
            let Verdict::Tell(told) = running().verdict(&members, looked_at) else { panic!("told nobody") };
            assert_eq!(told.next_at, next, "{minutes}");
        }
    }

    #[test]
    fn nobody_can_change_who_or_when_while_it_runs() {
        let (members, now) = (bakery(), at(10));
        let before = running();
        let shorter = Succession { next_at: at(11), ..before.clone() };
        let fewer = Succession { days_left: 1, ..before.clone() };
        let other = Succession { successor: BRAM, ..before.clone() };
        let anew = Succession::asked(CAS, BRAM, now);
        for changed in [before.clone(), shorter, fewer, other, anew] {
            for person in [ANNA, BRAM, CAS, NOOR, DIRK] {
                assert!(!changed.follows(Some(&before), &members, person, now), "{changed:?}");
            }
        }
        // Joining in once more, by whomever, begins nothing anew.
        for wait in [before.clone(), Succession::by_operator(CAS, at(1))] {
            for person in [ANNA, BRAM, CAS, NOOR] {
                assert_eq!(wait.clone().agreed(person, now), wait);
            }
        }
        let wish = Succession::asked(BRAM, CAS, at(0));
        assert!(wish.clone().agreed(CAS, now).follows(Some(&wish), &members, CAS, now));
        let sooner = Succession { next_at: at(12), ..wish.clone().agreed(CAS, now) };
        assert!(!sooner.follows(Some(&wish), &members, CAS, now));
        assert!(!Succession::by_operator(CAS, now).follows(None, &members, CAS, now));
    }

    #[test]
    fn owners_and_those_in_it_can_stop_it() {
        let members = bakery();
        for (person, may) in [(ANNA, true), (BRAM, true), (CAS, true), (NOOR, false), (DIRK, false)] {
            assert_eq!(running().may_be_stopped_by(&members, person), may);
        }
        let by_operator = Succession::by_operator(CAS, at(0));
        assert!(by_operator.may_be_stopped_by(&members, CAS));
        assert!(!by_operator.may_be_stopped_by(&members, BRAM), "Bram has no part in it");
        assert!(!by_operator.may_be_stopped_by(&members[..2], CAS), "Cas is gone");
    }

    #[test]
    fn it_is_over_when_one_of_the_people_in_it_is_gone_or_something_else() {
        let members = bakery();
        for person in [BRAM, CAS] {
            let without: Vec<_> = members.iter().filter(|m| m.person != person).cloned().collect();
            assert_eq!(running().verdict(&without, at(2)), Verdict::Fallen);
            for role in [Role::Owner, Role::Helper] {
                let mut changed = members.clone();
                changed.iter_mut().filter(|m| m.person == person).for_each(|m| m.role = role);
                assert_eq!(running().verdict(&changed, at(500)), Verdict::Fallen);
            }
        }
        let alone: Vec<_> = members.iter().filter(|m| m.person != ANNA).cloned().collect();
        assert_eq!(running().verdict(&alone, at(2)), Verdict::Wait, "the owner may be gone for good");
    }

    proptest! {
        /// However often and late somebody looks, nobody becomes owner before 72 hours and two more times of telling, each
        /// at least 22 hours before the next.
        #[test]
        fn no_look_makes_it_shorter(steps in prop::collection::vec(0i64..5_000, 1..200)) {
            let members = bakery();
            let (mut wait, mut now, mut told) = (running(), at(1), vec![at(1)]);
            for minutes in steps {
                now += TimeDelta::minutes(minutes);
                match wait.verdict(&members, now) {
                    Verdict::Tell(next) => {
                        wait = next;
                        told.push(now);
                    }
                    Verdict::Appoint => {
                        prop_assert!(now - at(1) >= WAIT);
                        prop_assert_eq!(told.len(), 3);
                        told.push(now);
                        prop_assert!(told.windows(2).all(|two| two[1] - two[0] >= DAY - PUNCTUAL));
                        return Ok(());
                    }
                    verdict => prop_assert_eq!(verdict, Verdict::Wait),
                }
            }
        }
    }
}
