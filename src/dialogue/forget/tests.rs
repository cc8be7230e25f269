//! When a company may be erased, and who can say yes or no to it.

use std::sync::Arc;

use chrono::TimeDelta;
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{CONTENT, lookup::Found},
    domain::{
        audit::Actor,
        dossier::Slot,
        ids::CompanyId,
        item::{Answer, Value},
        proposal::{Proposal, ProposalId, Proposed},
        schedule::habits::ZONE,
        succession::Succession,
    },
};

const ANNA: PersonId = PersonId(Uuid::from_u128(1));
const BRAM: PersonId = PersonId(Uuid::from_u128(2));
const CAS: PersonId = PersonId(Uuid::from_u128(3));
const DIRK: PersonId = PersonId(Uuid::from_u128(4));

fn at(second: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
}

fn record(act: Act, second: i64) -> Record {
    Record { by: Actor::Person(ANNA), at: at(second), acts: vec![Act::Exported, act] }
}

#[test]
fn a_week_after_the_last_owner_was_lost_it_may_be_asked() {
    let lost = |second| record(Act::LostOwner(ANNA), second);
    assert_eq!(may_be_asked_from(&[record(Act::Linked, 9)]), None);
    let log = [record(Act::Linked, 9), lost(5), lost(3)];
    assert_eq!(may_be_asked_from(&log), Some(at(5) + WAIT));
}

#[test]
fn beyond_what_was_read_of_the_log_an_owner_may_have_been_lost() {
    let mut log = vec![record(Act::Linked, 9); MOST_RECORDS - 2];
    log.push(record(Act::Linked, 5));
    assert_eq!(may_be_asked_from(&log), None, "that is all of it");
    log.push(record(Act::Linked, 3));
    assert_eq!(may_be_asked_from(&log), Some(at(3) + WAIT));
    log.insert(0, record(Act::LostOwner(ANNA), 10));
    assert_eq!(may_be_asked_from(&log), Some(at(10) + WAIT), "the last time is known");
}

#[test]
fn it_may_be_asked_from_the_very_instant_on() {
    let (dossier, log) = (Dossier::default(), [record(Act::LostOwner(ANNA), 0)]);
    let asks = |now| {
        let company = Some(CompanyId(Uuid::nil()));
        let owner = World {
            person: ANNA,
            role: Some(Role::Owner),
            company,
            log: &log,
            ..World::of_nobody(now, &dossier, &CONTENT)
        };
        let word = CONTENT.texts.plain(owner.language, &"word-erase".into());
        let step = typed(Draft::new(&owner), &Place::Forget(Forgetting::Company).into(), &word);
        step.changes.iter().any(|change| matches!(change, Change::SetErasure(Some(_))))
    };
    assert!(!asks(at(0) + WAIT - TimeDelta::seconds(1)));
    assert!(asks(at(0) + WAIT));
}

#[test]
fn the_day_on_which_it_is_erased_is_that_of_where_the_company_is() {
    let asked_at: DateTime<Utc> = "2026-12-25T02:00:00Z".parse().unwrap();
    let wish = Erasure::asked(ANNA, &[], asked_at);
    let mut dossier = Dossier::default();
    assert_eq!(due_on(&wish, &dossier).to_string(), "2027-01-01");
    let value = Value::Text("America/Curacao".into());
    dossier.save_answer(Slot::own(ZONE), Answer { value, by: ANNA, at: asked_at, catalogue: 1 });
    assert_eq!(due_on(&wish, &dossier).to_string(), "2026-12-31");
}

#[test]
fn owners_say_no_to_it_another_owner_says_yes_and_nobody_else_says_anything() {
    let people = [(ANNA, Role::Owner), (BRAM, Role::Owner), (CAS, Role::Editor)];
    let members = people.map(|(person, role)| Member::confirmed(person, role, at(0)));
    let mut dossier = Dossier::default();
    let wish = Erasure::asked(ANNA, &members, at(0));
    dossier.set_erasure(Some(wish.clone()));
    let taps = |person: PersonId, role: Role, tap: StandingTap| {
        let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
        let company = Some(CompanyId(Uuid::nil()));
        let world = World { person, company, role: Some(role), members: &members, ..nobody };
        standing(Draft::new(&world), &Place::More.into(), tap).changes
    };
    for (person, role) in people {
        let kept = if role == Role::Owner { vec![Change::SetErasure(None)] } else { Vec::new() };
        assert_eq!(taps(person, role, StandingTap::KeepCompany), kept, "{person:?}");
        let agreed = Change::SetErasure(Some(wish.clone().agreed(person)));
        let agreed = if person == BRAM { vec![agreed] } else { Vec::new() };
        assert_eq!(taps(person, role, StandingTap::AgreeErasure), agreed, "{person:?}");
    }
}

#[test]
fn only_who_leaves_another_owner_behind_or_owns_nothing_is_forgotten() {
    let dossier = Dossier::default();
    let confirmed = |(person, role)| Member::confirmed(person, role, at(0));
    let (alone, two) =
        ([(ANNA, Role::Owner), (CAS, Role::Editor)], [(ANNA, Role::Owner), (BRAM, Role::Owner)]);
    let (alone, two) = (alone.map(confirmed), two.map(confirmed));
    let leads_to = |members: &[Member], person: PersonId, role: Role| {
        let company = Some(CompanyId(Uuid::nil()));
        let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
        let world = World { person, company, role: Some(role), members, ..nobody };
        step(Draft::new(&world), &Place::Forget(Forgetting::What).into(), &Input::Pick(Tap::Myself))
            .next
            .place
    };
    assert_eq!(leads_to(&alone, ANNA, Role::Owner), Place::Forget(Forgetting::What));
    assert_eq!(leads_to(&alone, CAS, Role::Editor), Place::Forget(Forgetting::Me));
    assert_eq!(leads_to(&two, ANNA, Role::Owner), Place::Forget(Forgetting::Me));
}

#[test]
fn an_owner_asks_for_it_once_and_an_editor_never() {
    let asks = |role: Role, before: Option<Erasure>| {
        let mut dossier = Dossier::default();
        dossier.set_erasure(before);
        let company = Some(CompanyId(Uuid::nil()));
        let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
        let world = World { person: ANNA, company, role: Some(role), ..nobody };
        let word = CONTENT.texts.plain(world.language, &"word-erase".into());
        typed(Draft::new(&world), &Place::Forget(Forgetting::Company).into(), &word).changes.len()
    };
    assert_eq!((asks(Role::Owner, None), asks(Role::Editor, None)), (1, 0));
    assert_eq!(asks(Role::Owner, Some(Erasure::asked(ANNA, &[], at(0)))), 0);
}

#[test]
fn whoever_speaks_for_no_company_and_belongs_to_one_is_asked_about_that_one() {
    let dossier = Dossier::default();
    let there = Belonging {
        company: CompanyId(Uuid::from_u128(7)),
        role: Role::Owner,
        dossier: Arc::default(),
        members: Arc::new(vec![Member::confirmed(ANNA, Role::Owner, at(0))]),
    };
    let speaks = Change::SpeakFor(there.company);
    let found = Found::Companies(vec![there]);
    let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
    let step = open(Draft::new(&World { person: ANNA, found: Some(&found), ..nobody }));
    assert_eq!((step.next.place, step.changes), (Place::Forget(Forgetting::What), vec![speaks]));
    assert_eq!(step.replies[0].lines[0].id, "companies-switched");
}

#[test]
fn whoever_became_the_only_owner_while_they_were_asked_is_not_forgotten() {
    let (dossier, members) = (Dossier::default(), [Member::confirmed(ANNA, Role::Owner, at(0))]);
    let (company, role) = (Some(CompanyId(Uuid::nil())), Some(Role::Owner));
    let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
    let world = World { person: ANNA, company, role, members: &members, ..nobody };
    let step = step(Draft::new(&world), &Place::Forget(Forgetting::Me).into(), &Input::Pick(Tap::Yes));
    assert_eq!((step.next.place, step.changes), (Place::Forget(Forgetting::What), Vec::new()));
    assert_eq!(step.replies[0].lines[0].id, "forget-last-owner");
}

#[test]
fn with_whoever_is_forgotten_goes_what_they_began() {
    let (id, slot) = (ProposalId(1), Slot::own("company-name"));
    let mut dossier = Dossier::default();
    dossier.save_proposal(Proposal {
        id,
        by: CAS,
        at: at(0),
        slot,
        proposed: Proposed::Unknown,
        before: None,
    });
    dossier.set_succession(Some(Succession::asked(DIRK, DIRK, at(0))));
    let people = [(ANNA, Role::Owner), (BRAM, Role::Owner), (CAS, Role::Helper), (DIRK, Role::Editor)];
    let members = people.map(|(person, role)| Member::confirmed(person, role, at(0)));
    for (person, role, own) in [
        (ANNA, Role::Owner, Change::Note(Act::LostOwner(ANNA))),
        (CAS, Role::Helper, Change::DropProposal(id)),
        (DIRK, Role::Editor, Change::SetSuccession(None)),
    ] {
        let nobody = World::of_nobody(at(1), &dossier, &CONTENT);
        let company = Some(CompanyId(Uuid::nil()));
        let world = World { person, company, role: Some(role), members: &members, ..nobody };
        let step = forget_me(Draft::new(&world));
        let gone = Change::RemoveMember(person);
        for change in [own, Change::CancelCodes(person), gone, Change::Forget] {
            assert!(step.changes.contains(&change), "{person:?} {change:?}");
        }
        assert_eq!(step.next.place, Place::Stranger);
    }
}
