//! What weighs most comes first, and looking at something changes nothing but what is meant.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{
        CONTENT,
        agreements::{consent::is_asked_of, doer::doer},
    },
    domain::{
        backup_diary,
        contact::Contact,
        item::{Answer, ItemKind},
        member::Role,
        review::STARTED,
        schedule::{audience::audience, known, series},
    },
};

fn tell(dossier: &mut Dossier, item: ItemId, question: &str, choice: &str) {
    let value = Value::Choice(choice.into());
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let answer = Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 };
    dossier.save_answer(Slot::of(item, question), answer);
}

#[test]
fn a_high_risk_is_looked_at_before_anything_else() {
    let mut dossier = Dossier::default();
    let till = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
    dossier.save_item(till.clone());
    let mut units = Vec::new();
    for (threat, impact) in [("broken", "low"), ("power", "high")] {
        let risk = dossier.new_item(ItemKind::Risk, threat.into(), Contact::default());
        dossier.save_item(Item { about: Some(till.id), ..risk.clone() });
        tell(&mut dossier, risk.id, "risk-chance", "anytime");
        tell(&mut dossier, risk.id, "risk-impact", impact);
        units.push(Unit { section: "risks".into(), item: Some(risk.id) });
    }
    let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
    let weights: Vec<Weight> = units.iter().map(|unit| weight(unit, &dossier, &world)).collect();
    assert_eq!(weights, [Weight::Rest, Weight::HighRisk]);
    assert!(Weight::HighRisk < Weight::Jewel && Weight::HighRisk < Weight::Backup);
}

#[test]
fn a_risk_is_named_with_the_thing_that_it_is_about() {
    let mut dossier = Dossier::default();
    let till = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
    dossier.save_item(till.clone());
    let risk = dossier.new_item(ItemKind::Risk, "power".into(), Contact::default());
    dossier.save_item(Item { about: Some(till.id), ..risk.clone() });
    let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
    let shown = |section: &str, id: ItemId| {
        let card = card(&Unit { section: section.into(), item: Some(id) }, &dossier, &world);
        let texts = &CONTENT.texts;
        let plain = |message: &Msg| texts.plain(world.language, message);
        (plain(&card.lines[0]), plain(&card.offer.options[2].label))
    };
    let words = |name: &str, gone: &str| (name.to_owned(), gone.to_owned());
    assert_eq!(shown("risks", risk.id), words("Kassa, de stroom valt uit", "Speelt niet meer"));
    assert_eq!(shown("inventory", till.id), words("Kassa", "Is er niet meer"));
}

#[test]
fn what_something_hangs_on_is_not_taken_off_without_a_question() {
    let mut dossier = Dossier::default();
    let firm = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
    dossier.save_item(firm.clone());
    dossier.save_item(dossier.new_item(ItemKind::Connection, "fixed-internet".into(), Contact::default()));
    let now = DateTime::<Utc>::UNIX_EPOCH;
    let begun =
        Answer { value: Value::Date(now.date_naive()), by: PersonId(Uuid::nil()), at: now, catalogue: 1 };
    dossier.save_answer(Slot::own(STARTED), begun);
    let world = World::of_nobody(now, &dossier, &CONTENT);
    let unit = Unit { section: "suppliers".into(), item: Some(firm.id) };
    let at = |spot: Spot| State::from(Place::Review { spot, undo: None });
    let asks = step(Draft::new(&world), &unit, &at(Spot::Subject(unit.clone())), &Input::Pick(Tap::Remove));
    assert!(asks.changes.is_empty(), "nothing is gone yet");
    assert_eq!(asks.next, at(Spot::Gone(unit.clone())));
    let stays = gone(Draft::new(&world), &unit, &asks.next, &Input::Pick(Tap::No));
    assert_eq!(stays.next, at(Spot::Subject(unit.clone())));
    let goes = gone(Draft::new(&world), &unit, &asks.next, &Input::Pick(Tap::Yes));
    let mut after = dossier.clone();
    goes.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    assert!(after.item(firm.id).is_none());
}

#[test]
fn who_confirms_what_a_colleague_said_makes_it_no_words_of_their_own() {
    let (anna, bram) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
    let joined_at = DateTime::<Utc>::UNIX_EPOCH;
    let joined = |person: PersonId| Member::confirmed(person, Role::Owner, joined_at);
    let now = joined_at + TimeDelta::days(200);
    let mut dossier = Dossier::default();
    let who = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
    dossier.save_item(Item { person: Some(bram), ..who.clone() });
    let id = dossier.next_item();
    dossier.save_item(dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default()));
    let due_on = (now + TimeDelta::days(10)).date_naive();
    for (item, question, value, at) in [
        (Some(id), agreement::WHO, Value::Item(who.id), joined_at),
        (Some(id), agreement::WHEN, Value::Date(due_on), joined_at),
        (Some(id), agreement::CHECK, Value::Choice(agreement::ASK_ME.into()), joined_at),
        (None, STARTED, Value::Date(now.date_naive()), now),
    ] {
        let answer = Answer { value, by: anna, at, catalogue: 1 };
        dossier.save_answer(Slot { item, question: question.into() }, answer);
    }
    let unit = Unit { section: "agreements".into(), item: Some(id) };
    let state = State::from(Place::Review { spot: Spot::Subject(unit.clone()), undo: None });
    let confirmed_among = |members: &[Member]| {
        let world = World { members, person: bram, ..World::of_nobody(now, &dossier, &CONTENT) };
        let step = step(Draft::new(&world), &unit, &state, &Input::Pick(Tap::Unchanged));
        let mut after = dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        assert_eq!(after.item(id).unwrap().answers[agreement::CHECK].by, bram, "it is confirmed");
        after
    };
    let asked = |dossier: &Dossier, members: &[Member]| {
        let habits = Habits::of(dossier);
        let due =
            series::due(&known(dossier, &habits, now), &habits, now, now + TimeDelta::days(20)).remove(0);
        audience(dossier, members, &habits, &due).into_iter().collect::<Vec<_>>()
    };
    let members = [joined(anna), joined(bram)];
    let after = confirmed_among(&members);
    assert_eq!(asked(&after, &members), [anna]);
    let world = World { members: &members, person: bram, ..World::of_nobody(now, &after, &CONTENT) };
    let item = after.item(id).unwrap();
    assert!(is_asked_of(item, &doer(item, &after, &world), &world), "he did not say yes yet");
    // Who is there no more is asked nothing: from then on it is whoever says that it still holds.
    let alone = confirmed_among(&[joined(bram)]);
    assert_eq!(agreement::told_by(alone.item(id).unwrap(), agreement::CHECK), Some(bram));
}

#[test]
fn a_backup_that_waits_still_waits_when_its_day_is_confirmed() {
    let mut dossier = Dossier::default();
    let data = dossier.new_item(ItemKind::Data, "customer-data".into(), Contact::default());
    dossier.save_item(data.clone());
    tell(&mut dossier, data.id, backup_diary::MADE_BY, "by-hand");
    let told_at = DateTime::<Utc>::UNIX_EPOCH;
    let now = told_at + TimeDelta::days(200);
    for (question, value, at) in [
        (backup_diary::DAY, Value::Choice("friday".into()), told_at),
        (STARTED, Value::Date(now.date_naive()), now),
    ] {
        let answer = Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 };
        dossier.save_answer(Slot::own(question), answer);
    }
    let world = World::of_nobody(now, &dossier, &CONTENT);
    let waits = backup_diary::open_on(&dossier, world.today, world.now);
    assert!(waits.is_some_and(|friday| friday < world.today));
    let unit = Unit { section: BACKUPS.into(), item: None };
    let state = State::from(Place::Review { spot: Spot::Subject(unit.clone()), undo: None });
    let step = step(Draft::new(&world), &unit, &state, &Input::Pick(Tap::Yes));
    let mut after = dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    assert_eq!(after.answer(&Slot::own(backup_diary::DAY)).unwrap().at, now, "it is confirmed");
    assert_eq!(backup_diary::open_on(&after, world.today, world.now), waits);
}
