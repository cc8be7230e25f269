//! What is shown of what comes, and what is promised about it.

use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{CONTENT, step::Change},
    domain::{
        contact::Contact,
        crown_jewels::CROWN_JEWELS,
        ids::PersonId,
        item::{Answer, ItemKind},
        member::{Member, Standing},
        repetition::{Repetition, Unit},
    },
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Something of which one thing was told.
fn told(kind: ItemKind, question: &str, value: Value, told_at: &str) -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let item = dossier.new_item(kind, "internet".into(), Contact::default());
    let slot = Slot::of(item.id, question);
    dossier.save_item(item.clone());
    dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: at(told_at), catalogue: 1 });
    (dossier, item.id)
}

#[test]
fn a_contract_that_is_told_in_its_last_week_is_in_the_agenda() {
    let (now, ends_on) = ("2026-12-28T12:00:00Z", day("2026-12-31"));
    let (dossier, supplier) = told(ItemKind::Supplier, "supplier-end", Value::Date(ends_on), now);
    let world = World::of_nobody(at(now), &dossier, &CONTENT);
    let what = what(Kind::Contract, Some(supplier), &dossier);
    let line = Msg::new("agenda-line").msg("what", what).msg("date", dated(ends_on));
    assert!(card(Spot::Overview, &dossier, &world).lines.contains(&line));
    assert_eq!(next_at(&dossier, &CONTENT, at(now)), Some(at("2026-12-31T08:30:00Z")));
}

#[test]
fn what_is_put_off_beyond_its_next_time_is_promised_for_that() {
    let mondays = Repetition { every: 1, unit: Unit::Week, from: day("2027-04-26") };
    let (dossier, _) =
        told(ItemKind::Agreement, agreement::WHEN, Value::Every(mondays), "2027-04-20T12:00:00Z");
    let now = at("2027-05-10T10:00:00Z");
    let world = World { role: Some(Role::Owner), ..World::of_nobody(now, &dossier, &CONTENT) };
    for (until, comes_on) in [("31 mei", "2027-05-17"), ("14 mei", "2027-05-14")] {
        let step = command(Draft::new(&world), Place::Menu, Command::Later, until);
        let line = Msg::new("later-done").msg("date", dated(day(comes_on)));
        assert!(step.replies.iter().any(|reply| reply.lines.contains(&line)), "{until}: {step:?}");
    }
}

#[test]
fn whoever_puts_a_contract_off_beyond_its_end_hears_when_that_is() {
    let ends_on = day("2027-03-01");
    let (dossier, supplier) =
        told(ItemKind::Supplier, "supplier-end", Value::Date(ends_on), "2026-11-20T12:00:00Z");
    let now = at("2027-02-10T10:00:00Z");
    let world = World { role: Some(Role::Owner), ..World::of_nobody(now, &dossier, &CONTENT) };
    let what = what(Kind::Contract, Some(supplier), &dossier);
    let line = Msg::new("later-beyond").msg("what", what).msg("date", dated(ends_on));
    for (until, is_told) in [("1 april 2027", true), ("1 maart 2027", false), ("20 februari 2027", false)] {
        let step = command(Draft::new(&world), Place::Menu, Command::Later, until);
        assert!(step.changes.iter().any(|change| matches!(change, Change::SaveAnswer(..))), "{until}");
        let said = step.replies.iter().any(|reply| reply.lines.contains(&line));
        assert_eq!(said, is_told, "{until}: {step:?}");
    }
}

#[test]
fn a_holiday_is_one_of_the_whole_firm_and_the_other_owners_hear_so() {
    let dossier = Dossier::default();
    let now = at("2027-02-10T10:00:00Z");
    let member = |number, role| Member {
        person: PersonId(Uuid::from_u128(number)),
        role,
        standing: Standing::Confirmed,
        name: None,
        check_words: None,
        new_keys: None,
        joined_at: now,
    };
    let firm = [member(1, Role::Owner), member(2, Role::Editor), member(3, Role::Owner)];
    for (speaker, members, all, told) in
        [(1, &firm[..1], "no", &[][..]), (1, &firm[..2], "yes", &[]), (2, &firm[..], "yes", &[1, 3])]
    {
        let nobody = World::of_nobody(now, &dossier, &CONTENT);
        let person = PersonId(Uuid::from_u128(speaker));
        let world = World { person, role: Some(Role::Editor), members, ..nobody };
        let step = command(Draft::new(&world), Place::Menu, Command::Pause, "1 maart 2027");
        let begun = Msg::new("pause-begun").msg("date", dated(day("2027-03-01"))).key("all", all);
        assert!(step.replies.iter().any(|reply| reply.lines.contains(&begun)), "{speaker}: {step:?}");
        let heard: Vec<u128> = step.notices.iter().map(|notice| notice.to.0.as_u128()).collect();
        assert_eq!(heard, told, "{speaker}");
        let lines = card(Spot::Pause, &dossier, &world).lines;
        let says_so = lines.iter().any(|line| line.id == "pause-for-all");
        assert_eq!(says_so, all == "yes", "{speaker}");
    }
}

/// A till whose risk was accepted until the 24th of May.
fn accepted() -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let till = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
    dossier.save_item(till.clone());
    let risk = dossier.new_item(ItemKind::Risk, "power".into(), Contact::default());
    dossier.save_item(Item { about: Some(till.id), ..risk.clone() });
    let answers = [
        (None, CROWN_JEWELS, Value::Items(vec![till.id])),
        (Some(risk.id), "risk-choice", Value::Choice("accept".into())),
        (Some(risk.id), "risk-until", Value::Date(day("2027-05-24"))),
    ];
    for (item, question, value) in answers {
        let (by, at) = (PersonId(Uuid::nil()), at("2026-11-23T12:00:00Z"));
        let slot = Slot { item, question: question.into() };
        dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
    }
    (dossier, risk.id)
}

#[test]
fn what_was_accepted_until_a_day_is_chosen_anew_and_not_called_done() {
    let (dossier, risk) = accepted();
    let now = at("2027-05-12T10:00:00Z");
    let world = World { role: Some(Role::Owner), ..World::of_nobody(now, &dossier, &CONTENT) };
    let offered = card(Spot::Overview, &dossier, &world).offer.options;
    let is_offered = |tap: StandingTap| offered.iter().any(|option| option.tap == Tap::Standing(tap));
    for question in ["risk-until", "risk-choice"] {
        let slot = Slot::of(risk, question);
        assert!(is_offered(StandingTap::answer(&slot)), "{question}: {offered:?}");
    }
    let done = StandingTap::Done(Kind::Acceptance, Some(risk));
    assert!(!is_offered(done), "{offered:?}");
    let by_command = command(Draft::new(&world), Place::Menu, Command::Done, "");
    let by_an_old_button = standing(Draft::new(&world), &State::from(Place::Menu), done);
    for step in [by_command, by_an_old_button] {
        assert!(step.changes.is_empty(), "{step:?}");
        assert_eq!(step.next.place, Place::Agenda(Spot::Overview));
    }
}

#[test]
fn who_lives_without_updates_until_a_day_is_reminded_of_that_day_only() {
    let system = Value::Text("win11 25h2 home".into());
    let (mut dossier, laptop) = told(ItemKind::Device, "device-system", system, "2026-11-23T12:00:00Z");
    let mut answer = |question: &str, value: Value| {
        let (by, at) = (PersonId(Uuid::nil()), at("2027-01-05T12:00:00Z"));
        let slot = Slot::of(laptop, question);
        dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
    };
    answer("device-end", Value::Choice("accept".into()));
    answer("device-until", Value::Date(day("2027-11-01")));
    let next = |dossier: &Dossier, now: &str| {
        let habits = Habits::of(dossier);
        let schedules = schedules(dossier, &CONTENT, &habits, at(now));
        let mut kinds: Vec<Kind> = schedules
            .iter()
            .filter(|schedule| schedule.next_step(&habits, at(now)).is_some())
            .map(|schedule| schedule.kind)
            .collect();
        kinds.sort_unstable();
        kinds
    };
    assert_eq!(next(&dossier, "2027-01-06T12:00:00Z"), [Kind::Acceptance]);
    let slot = Slot::of(laptop, "device-end");
    let (value, by) = (Value::Choice("replace".into()), PersonId(Uuid::nil()));
    dossier.save_answer(slot, Answer { value, by, at: at("2027-01-07T12:00:00Z"), catalogue: 1 });
    assert_eq!(next(&dossier, "2027-01-08T12:00:00Z"), [Kind::EndOfLife]);
}

#[test]
fn an_answer_from_outside_is_told_where_it_is_asked_for_and_not_ticked_off() {
    let asked_on = Value::Date(day("2027-05-10"));
    let (dossier, id) = told(ItemKind::Agreement, agreement::REPLY, asked_on, "2027-05-03T12:00:00Z");
    let now = at("2027-05-11T10:00:00Z");
    let world = World { role: Some(Role::Owner), ..World::of_nobody(now, &dossier, &CONTENT) };
    let step = command(Draft::new(&world), Place::Menu, Command::Done, "");
    assert!(step.changes.is_empty(), "{step:?}");
    assert_eq!(step.next.place, Place::Agreements(agreements::Spot::Reply(id)));
}
