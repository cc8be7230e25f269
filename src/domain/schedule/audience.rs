//! Who hears a reminder.

use std::collections::BTreeSet;

use crate::domain::{
    ids::PersonId,
    member::{Member, Role, member, owners},
    schedule::{habits::Habits, series::Due},
};

/// The members who hear of something that is due: whose matter it is; without such a member, whoever wants to hear or
/// keeps the agenda. What was asked often enough is said to every owner too, and to whoever answers questions if there
/// is no second owner. Who does not want to hear is never told.
pub fn audience(members: &[Member], habits: &Habits, due: &Due) -> BTreeSet<PersonId> {
    let may_hear = |person: &PersonId| {
        member(members, *person)
            .is_some_and(|found| found.is_confirmed() && matches!(found.role, Role::Owner | Role::Editor))
    };
    let own = due.whom.filter(|person| member(members, *person).is_some_and(Member::is_confirmed));
    let keepers = || -> BTreeSet<PersonId> {
        let keepers: BTreeSet<PersonId> =
            habits.wanted.iter().chain(&habits.keeper).copied().filter(may_hear).collect();
        if keepers.is_empty() { owners(members).map(|owner| owner.person).collect() } else { keepers }
    };
    let mut hearers = own.map_or_else(keepers, |own| BTreeSet::from([own]));
    if due.step.to_all {
        hearers.extend(keepers());
        hearers.extend(owners(members).map(|owner| owner.person));
        if owners(members).count() < 2 {
            hearers.extend(members.iter().map(|member| member.person).filter(may_hear));
        }
    }
    hearers.retain(|person| !habits.unwanted.contains(person));
    hearers
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        member::Standing,
        schedule::{Kind, series::Step},
    };

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn people(roles: &[(u128, Role, Standing)]) -> Vec<Member> {
        let member = |(number, role, standing): &(u128, Role, Standing)| Member {
            person: person(*number),
            role: *role,
            standing: *standing,
            name: None,
            check_words: None,
            joined_at: DateTime::UNIX_EPOCH,
        };
        roles.iter().map(member).collect()
    }

    fn due(to_all: bool, whom: Option<u128>) -> Due {
        let (on, at) = (NaiveDate::default(), DateTime::UNIX_EPOCH);
        let step = Step { count: 1, on, number: 0, at, to_all, until_on: None };
        Due { kind: Kind::Review, item: None, step, first_at: at, missed: 0, whom: whom.map(person) }
    }

    fn hears(members: &[Member], habits: &Habits, due: &Due) -> Vec<u128> {
        audience(members, habits, due).into_iter().map(|person| person.0.as_u128()).collect()
    }

    #[test]
    fn first_the_keeper_then_every_owner_and_without_a_second_one_the_editors() {
        use Role::{Editor, Owner, Reader};
        use Standing::{Accepted, Confirmed};
        let habits = Habits { keeper: Some(person(1)), ..Habits::default() };
        let alone = people(&[(1, Owner, Confirmed), (2, Editor, Confirmed), (3, Reader, Confirmed)]);
        assert_eq!(hears(&alone, &habits, &due(false, None)), [1]);
        assert_eq!(hears(&alone, &habits, &due(true, None)), [1, 2]);
        let together = people(&[
            (1, Owner, Confirmed),
            (2, Editor, Confirmed),
            (4, Owner, Confirmed),
            (5, Owner, Accepted),
        ]);
        assert_eq!(hears(&together, &habits, &due(true, None)), [1, 4]);
        assert_eq!(hears(&together, &habits, &due(false, Some(2))), [2]);
        assert_eq!(hears(&together, &habits, &due(false, Some(9))), [1]);
    }

    #[test]
    fn who_left_or_does_not_want_to_is_not_told_and_then_the_owners_are() {
        use Role::{Editor, Owner};
        let members = people(&[(4, Owner, Standing::Confirmed), (2, Editor, Standing::Confirmed)]);
        let gone = Habits { keeper: Some(person(1)), ..Habits::default() };
        assert_eq!(hears(&members, &gone, &due(false, None)), [4]);
        let wanted = Habits { wanted: [person(2)].into(), ..gone.clone() };
        assert_eq!(hears(&members, &wanted, &due(false, None)), [2]);
        let unwanted = Habits { unwanted: [person(4)].into(), ..gone };
        assert_eq!(hears(&members, &unwanted, &due(false, None)), []);
    }
}
