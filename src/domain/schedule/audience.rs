//! Who hears a reminder.

use std::collections::BTreeSet;

use crate::domain::{
    agreement,
    doer::{deputy, doer},
    dossier::Dossier,
    ids::{ItemId, PersonId},
    item::Value,
    member::{Member, Role, member, owners},
    schedule::{Kind, habits::Habits, series::Due},
};

/// The confirmed member whose matter something is; without one it is of whoever keeps the agenda.
pub fn whose(kind: Kind, item: Option<ItemId>, dossier: &Dossier, members: &[Member]) -> Option<PersonId> {
    let agreement = item.filter(|_| kind == Kind::Agreement)?;
    doer(dossier.item(agreement)?, dossier, members)
}

/// Whoever chose to be asked whether it was done, or whether there is an answer, as long as they are a confirmed member.
pub fn asker(kind: Kind, item: Option<ItemId>, dossier: &Dossier, members: &[Member]) -> Option<PersonId> {
    let item = dossier.item(item?)?;
    let by = match kind {
        Kind::Agreement => {
            let asks = item.answers.get(agreement::CHECK)?.value == Value::Choice(agreement::ASK_ME.into());
            agreement::told_by(item, agreement::CHECK).filter(|_| asks)?
        }
        Kind::Reply => item.answers.get(agreement::REPLY)?.by,
        _ => return None,
    };
    member(members, by).is_some_and(Member::is_confirmed).then_some(by)
}

/// The members who hear of something that is due: whoever asked for it, or else whose matter it is; without such a member
/// who wants to hear, whoever wants to be reminded or keeps the agenda. What was asked often enough is said to every owner
/// too; if there is no second owner who wants to hear, also to whoever answers questions, and to whoever takes over, whatever they
/// may see. Who does not want to hear is never told.
pub fn audience(dossier: &Dossier, members: &[Member], habits: &Habits, due: &Due) -> BTreeSet<PersonId> {
    let may_hear = |person: &PersonId| {
        member(members, *person)
            .is_some_and(|found| found.is_confirmed() && matches!(found.role, Role::Owner | Role::Editor))
    };
    let wants = |person: &PersonId| !habits.unwanted.contains(person);
    let asker = asker(due.kind, due.item, dossier, members).filter(may_hear).filter(wants);
    let own = asker.or_else(|| whose(due.kind, due.item, dossier, members).filter(wants));
    let keepers = || -> BTreeSet<PersonId> {
        let keepers: BTreeSet<PersonId> =
            habits.wanted.iter().chain(&habits.keeper).copied().filter(may_hear).collect();
        if keepers.is_empty() { owners(members).map(|owner| owner.person).collect() } else { keepers }
    };
    let mut hearers = own.map_or_else(keepers, |own| BTreeSet::from([own]));
    if due.step.to_all {
        hearers.extend(keepers());
        hearers.extend(owners(members).map(|owner| owner.person));
        if owners(members).filter(|owner| wants(&owner.person)).count() < 2 {
            hearers.extend(members.iter().map(|member| member.person).filter(may_hear));
            hearers.extend(deputy(dossier, members));
        }
    }
    hearers.retain(wants);
    hearers
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        contact::Contact,
        doer::DEPUTY,
        dossier::Slot,
        item::{Answer, Item, ItemKind},
        member::Standing,
        schedule::series::Step,
    };

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn people(roles: &[(u128, Role, Standing)]) -> Vec<Member> {
        let member = |(number, role, standing): &(u128, Role, Standing)| Member {
            standing: *standing,
            ..Member::confirmed(person(*number), *role, DateTime::UNIX_EPOCH)
        };
        roles.iter().map(member).collect()
    }

    /// The review, or the agreement with whoever it is with.
    fn due(to_all: bool, whom: Option<u128>) -> (Dossier, Due) {
        let (on, at) = (NaiveDate::default(), DateTime::UNIX_EPOCH);
        let step = Step { count: 1, on, number: 0, at, to_all, until_on: None };
        let mut dossier = Dossier::default();
        let item = whom.map(|whom| {
            let contact = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
            let value = Value::Item(contact.id);
            dossier.save_item(Item { person: Some(person(whom)), ..contact });
            let agreement = dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default());
            let id = agreement.id;
            dossier.save_item(agreement);
            let slot = Slot::of(id, agreement::WHO);
            dossier.save_answer(slot, Answer { value, by: person(1), at, catalogue: 1 });
            id
        });
        let kind = if item.is_some() { Kind::Agreement } else { Kind::Review };
        (dossier, Due { kind, item, step, first_at: at, missed: 0 })
    }

    fn hears(members: &[Member], habits: &Habits, (dossier, due): &(Dossier, Due)) -> Vec<u128> {
        audience(dossier, members, habits, due).into_iter().map(|person| person.0.as_u128()).collect()
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
    fn whoever_takes_over_is_told_as_well_when_there_is_no_second_owner() {
        use Role::{Editor, Owner, Reader};
        use Standing::{Accepted, Confirmed};
        let with_deputy = |to_all| {
            let (mut dossier, due) = due(to_all, None);
            let contact = dossier.new_item(ItemKind::Contact, "deputy".into(), Contact::default());
            let (value, at) = (Value::Item(contact.id), DateTime::UNIX_EPOCH);
            dossier.save_item(Item { person: Some(person(3)), ..contact });
            dossier.save_answer(Slot::own(DEPUTY), Answer { value, by: person(1), at, catalogue: 1 });
            (dossier, due)
        };
        let team = |standing| people(&[(1, Owner, Confirmed), (2, Editor, Confirmed), (3, Reader, standing)]);
        let habits = Habits { keeper: Some(person(1)), ..Habits::default() };
        assert_eq!(hears(&team(Confirmed), &habits, &with_deputy(false)), [1]);
        assert_eq!(hears(&team(Confirmed), &habits, &with_deputy(true)), [1, 2, 3]);
        assert_eq!(hears(&team(Accepted), &habits, &with_deputy(true)), [1, 2], "no owner confirmed them");
        let unwanted = Habits { unwanted: [person(3)].into(), ..habits.clone() };
        assert_eq!(hears(&team(Confirmed), &unwanted, &with_deputy(true)), [1, 2]);
        let mut two_owners = team(Confirmed);
        two_owners.extend(people(&[(4, Owner, Confirmed)]));
        assert_eq!(hears(&two_owners, &habits, &with_deputy(true)), [1, 4]);
    }

    #[test]
    fn who_wants_to_be_asked_about_an_agreement_is_asked() {
        use Role::{Editor, Owner};
        let members = people(&[(1, Owner, Standing::Confirmed), (2, Editor, Standing::Confirmed)]);
        let (mut dossier, due) = due(false, Some(2));
        let slot = Slot { item: due.item, question: agreement::CHECK.into() };
        let value = Value::Choice(agreement::ASK_ME.into());
        let at = DateTime::UNIX_EPOCH;
        dossier.save_answer(slot, Answer { value, by: person(1), at, catalogue: 1 });
        assert_eq!(hears(&members, &Habits::default(), &(dossier, due)), [1]);
    }

    #[test]
    fn who_chose_the_day_to_ask_for_an_answer_is_asked_as_long_as_they_belong_to_it() {
        use Role::{Editor, Owner};
        let members = people(&[(1, Owner, Standing::Confirmed), (2, Editor, Standing::Confirmed)]);
        let (mut dossier, due) = due(false, Some(9));
        let slot = Slot { item: due.item, question: agreement::REPLY.into() };
        let (value, at) = (Value::Date(NaiveDate::default()), DateTime::UNIX_EPOCH);
        dossier.save_answer(slot, Answer { value, by: person(2), at, catalogue: 1 });
        let reply = (dossier, Due { kind: Kind::Reply, ..due });
        let habits = Habits { keeper: Some(person(1)), ..Habits::default() };
        assert_eq!(hears(&members, &habits, &reply), [2]);
        assert_eq!(hears(&people(&[(1, Owner, Standing::Confirmed)]), &habits, &reply), [1]);
    }

    #[test]
    fn what_whoever_does_it_does_not_want_to_hear_is_asked_of_the_keeper() {
        use Role::{Editor, Owner};
        let members = people(&[
            (1, Owner, Standing::Confirmed),
            (2, Editor, Standing::Confirmed),
            (3, Owner, Standing::Confirmed),
        ]);
        let habits = Habits { keeper: Some(person(1)), unwanted: [person(2)].into(), ..Habits::default() };
        assert_eq!(hears(&members, &habits, &due(false, Some(2))), [1]);
        assert_eq!(hears(&members, &habits, &due(false, Some(3))), [3]);
    }

    #[test]
    fn what_was_asked_often_enough_is_said_to_whoever_wants_to_be_reminded_too() {
        use Role::{Editor, Owner};
        let members = people(&[
            (1, Owner, Standing::Confirmed),
            (2, Editor, Standing::Confirmed),
            (3, Editor, Standing::Confirmed),
            (4, Owner, Standing::Confirmed),
        ]);
        let habits = Habits { wanted: [person(2)].into(), ..Habits::default() };
        assert_eq!(hears(&members, &habits, &due(false, Some(1))), [1]);
        assert_eq!(hears(&members, &habits, &due(true, Some(1))), [1, 2, 4]);
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
        let mut two_owners = members;
        two_owners.extend(people(&[(5, Owner, Standing::Confirmed)]));
        let both = Habits { unwanted: [person(4), person(5)].into(), ..unwanted };
        assert_eq!(hears(&two_owners, &both, &due(true, None)), [2]);
    }
}
