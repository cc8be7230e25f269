//! What was answered comes back when it should.

use uuid::Uuid;

use super::*;
use crate::domain::{contact::Contact, ids::PersonId, phone::Phone, repetition::Repetition};

mod contracts;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn answer(value: Value, told: &str) -> Answer {
    Answer { value, by: PersonId(Uuid::nil()), at: at(told), catalogue: 1 }
}

/// Everything in these tests was told before.
fn now() -> DateTime<Utc> {
    at("2030-01-01T12:00:00Z")
}

fn of(dossier: &Dossier, kind: Kind) -> Vec<(String, Rule)> {
    let known = known(dossier, &Habits::default(), now());
    let of_kind = known.iter().filter(|schedule| schedule.kind == kind);
    of_kind.map(|schedule| (schedule.anchor_on.to_string(), schedule.rule)).collect()
}

#[test]
fn nothing_comes_back_to_a_company_that_told_nothing() {
    assert_eq!(known(&Dossier::default(), &Habits::default(), now()), []);
}

#[test]
fn the_oldest_number_counts_for_all_of_them_and_the_review_sees_to_what_falls_together() {
    let mut dossier = Dossier::default();
    let told = "2026-11-23T18:00:00Z";
    dossier.save_answer(Slot::own(ANCHOR), answer(Value::Date("2026-11-23".parse().unwrap()), told));
    assert_eq!(of(&dossier, Kind::Numbers), []);
    for checked in ["2027-03-01T09:00:00Z", "2027-02-01T09:00:00Z"] {
        let contact = Contact { phones: vec![Phone::parse("112").unwrap()], ..Contact::default() };
        let mut item = dossier.new_item(ItemKind::Contact, "told".into(), contact);
        item.checked_at = Some(at(checked));
        dossier.save_item(item);
    }
    assert_eq!(of(&dossier, Kind::Numbers), [("2027-02-01".into(), HALF_YEARLY)]);
    assert_eq!(of(&dossier, Kind::Review), [("2026-11-23".into(), HALF_YEARLY)]);
}

fn data(dossier: &mut Dossier, made: &str, often: &str) {
    let item = dossier.new_item(ItemKind::Data, "x".into(), Contact::default());
    let slot = |question: &str| Slot::of(item.id, question);
    dossier.save_item(item.clone());
    let told = "2026-11-23T18:00:00Z";
    dossier.save_answer(slot("backup-made"), answer(Value::Choice(made.into()), told));
    dossier.save_answer(slot("backup-often"), answer(Value::Choice(often.into()), told));
}

#[test]
fn the_backup_comes_back_on_the_agreed_day_as_often_as_the_most_frequent_one() {
    let mut dossier = Dossier::default();
    let friday = answer(Value::Choice("friday".into()), "2026-11-23T18:00:00Z");
    dossier.save_answer(Slot::own("backup-day"), friday);
    data(&mut dossier, "supplier", "weekly");
    assert_eq!(of(&dossier, Kind::Backup), []);
    data(&mut dossier, "automatic", "monthly");
    assert_eq!(of(&dossier, Kind::Backup), [("2026-11-20".into(), Rule::FirstOfMonth(Weekday::Fri))]);
    data(&mut dossier, "by-hand", "daily");
    assert_eq!(of(&dossier, Kind::Backup), [("2026-11-20".into(), Rule::Every(1, Unit::Week))]);
}

#[test]
fn a_backup_that_waits_still_waits_when_its_day_is_told_again_as_it_was() {
    for often in ["weekly", "monthly"] {
        let mut dossier = Dossier::default();
        data(&mut dossier, "by-hand", often);
        let told = Slot::own(backup_diary::DAY);
        let friday = || Value::Choice("friday".into());
        dossier.save_answer(told.clone(), answer(friday(), "2026-11-23T18:00:00Z"));
        let open = |dossier: &Dossier, now: &str| {
            let known = known(dossier, &Habits::default(), at(now));
            let backup = known.iter().find(|schedule| schedule.kind == Kind::Backup)?;
            Some(backup.open(&Habits::default(), at(now))?.on.to_string())
        };
        // Asked about on Friday the fourth, and confirmed on the Tuesday after it, and once more.
        for confirmed in ["2026-12-08T12:00:00Z", "2026-12-09T12:00:00Z"] {
            let (kept, on) = backup_diary::stands_since(&told, &friday(), &dossier).unwrap();
            dossier.save_answer(told.clone(), answer(friday(), confirmed));
            dossier.save_answer(kept, answer(Value::Date(on), confirmed));
            assert_eq!(open(&dossier, "2026-12-10T08:00:00Z").as_deref(), Some("2026-12-04"), "{often}");
            let now = at("2026-12-10T08:00:00Z");
            let open_on = backup_diary::open_on(&dossier, now.date_naive(), now);
            assert_eq!(open_on.map(|on| on.to_string()).as_deref(), Some("2026-12-04"), "{often}");
        }
        // On another day it begins anew.
        let monday = Value::Choice("monday".into());
        assert_eq!(backup_diary::stands_since(&told, &monday, &dossier), None);
        dossier.save_answer(told, answer(monday, "2026-12-10T12:00:00Z"));
        assert_eq!(open(&dossier, "2026-12-11T08:00:00Z"), None, "{often}");
    }
}

#[test]
fn an_agreement_comes_back_until_the_diary_settles_it() {
    let mut dossier = Dossier::default();
    let item = dossier.new_item(ItemKind::Agreement, "x".into(), Contact::default());
    let slot = |question: &str| Slot::of(item.id, question);
    dossier.save_item(item.clone());
    let told = "2026-11-23T18:00:00Z";
    let on = "2027-01-15".parse().unwrap();
    dossier.save_answer(slot(agreement::WHEN), answer(Value::Date(on), told));
    let known = |dossier: &Dossier| known(dossier, &Habits::default(), now()).remove(0);
    let due = known(&dossier);
    assert_eq!((due.anchor_on, due.rule), (on, Rule::Once));
    let habits = Habits::default();
    assert!(due.next_step(&habits, at(told)).is_some());
    let (place, not_yet) = agreement::entry(dossier.item(item.id).unwrap(), on, false);
    dossier.save_answer(slot(place.as_str()), answer(not_yet, "2027-01-15T12:00:00Z"));
    let again = known(&dossier).next_step(&habits, at("2027-01-15T12:00:00Z")).unwrap();
    assert_eq!(habits.date(again.at).to_string(), "2027-01-22");
    let (place, entry) = agreement::entry(dossier.item(item.id).unwrap(), on, true);
    dossier.save_answer(slot(place.as_str()), answer(entry, "2027-01-15T12:00:00Z"));
    assert_eq!(known(&dossier).next_step(&habits, at(told)), None);
}

#[test]
fn an_exercise_comes_back_a_year_after_the_last_and_a_month_after_never() {
    let mut dossier = Dossier::default();
    dossier
        .save_answer(Slot::own("plan-tested"), answer(Value::Choice("never".into()), "2026-11-23T18:00:00Z"));
    assert_eq!(of(&dossier, Kind::Drill), [("2026-12-23".into(), Rule::Once)]);
    dossier.save_answer(
        Slot::own("plan-tested"),
        answer(Value::Choice("worked".into()), "2026-12-20T18:00:00Z"),
    );
    let on = Value::Date("2026-12-18".parse().unwrap());
    dossier.save_answer(Slot::own("plan-tested-on"), answer(on, "2026-12-20T18:01:00Z"));
    assert_eq!(of(&dossier, Kind::Drill), [("2026-12-18".into(), YEARLY)]);
}

#[test]
fn a_test_of_which_only_the_outcome_is_told_was_done_on_that_day() {
    let mut dossier = Dossier::default();
    for (slot, value) in exercise::done(Kind::Drill, None, "2026-12-20".parse().unwrap()) {
        dossier.save_answer(slot, answer(value, "2026-12-20T18:00:00Z"));
    }
    let partly = Value::Choice("partly".into());
    dossier.save_answer(Slot::own(exercise::TESTED), answer(partly, "2027-12-20T18:00:00Z"));
    assert_eq!(of(&dossier, Kind::Drill), [("2027-12-20".into(), YEARLY)]);
    let on = Value::Date("2027-12-17".parse().unwrap());
    dossier.save_answer(Slot::own(exercise::TESTED_ON), answer(on, "2027-12-20T18:01:00Z"));
    assert_eq!(of(&dossier, Kind::Drill), [("2027-12-17".into(), YEARLY)]);
}

#[test]
fn what_is_looked_at_in_a_review_was_not_practised_then() {
    let mut dossier = Dossier::default();
    let data = dossier.new_item(ItemKind::Data, "customers".into(), Contact::default());
    dossier.save_item(data.clone());
    let restored = Slot::of(data.id, backup_diary::RESTORED);
    let worked = || Value::Choice("worked".into());
    for told in [&restored, &Slot::own(exercise::TESTED)] {
        dossier.save_answer(told.clone(), answer(worked(), "2026-11-23T18:00:00Z"));
        for confirmed in ["2027-05-23T18:00:00Z", "2027-11-23T18:00:00Z"] {
            let (kept, on) = exercise::stands_since(told, &dossier, &Habits::default()).unwrap();
            dossier.save_answer(told.clone(), answer(worked(), confirmed));
            dossier.save_answer(kept, answer(Value::Date(on), confirmed));
        }
    }
    assert_eq!(of(&dossier, Kind::Restore), [("2026-11-23".into(), YEARLY)]);
    assert_eq!(of(&dossier, Kind::Drill), [("2026-11-23".into(), YEARLY)]);
    dossier.save_answer(restored, answer(worked(), "2027-12-01T18:00:00Z"));
    assert_eq!(of(&dossier, Kind::Restore), [("2027-12-01".into(), YEARLY)]);
}

#[test]
fn what_was_never_practised_comes_back_every_year_once_it_is_done() {
    let mut dossier = Dossier::default();
    let data = dossier.new_item(ItemKind::Data, "customers".into(), Contact::default());
    dossier.save_item(data.clone());
    let told = Slot::of(data.id, backup_diary::RESTORED);
    for slot in [told, Slot::own(exercise::TESTED)] {
        dossier.save_answer(slot, answer(Value::Choice("never".into()), "2026-11-23T18:00:00Z"));
    }
    for (kind, item) in [(Kind::Restore, Some(data.id)), (Kind::Drill, None)] {
        for (slot, value) in exercise::done(kind, item, "2026-12-20".parse().unwrap()) {
            dossier.save_answer(slot, answer(value, "2026-12-20T18:00:00Z"));
        }
        assert_eq!(of(&dossier, kind), [("2026-12-20".into(), YEARLY)]);
    }
}

#[test]
fn what_was_told_while_the_clock_was_years_ahead_silences_nothing() {
    let mut dossier = Dossier::default();
    let wrong = "2035-08-31T12:00:00Z";
    dossier.save_answer(Slot::own(ANCHOR), answer(Value::Date("2035-08-31".parse().unwrap()), wrong));
    dossier.save_answer(Slot::own("backup-day"), answer(Value::Choice("friday".into()), wrong));
    data(&mut dossier, "by-hand", "weekly");
    let on = || Value::Date("2035-12-01".parse().unwrap());
    for kind in [Kind::Review, Kind::Backup] {
        dossier.save_answer(Schedule::done_slot(kind, None), answer(on(), wrong));
        dossier.save_answer(Schedule::later_slot(kind, None), answer(on(), wrong));
    }
    let habits = Habits::default();
    let after = at("2027-01-01T12:00:00Z");
    let next = |kind: Kind| {
        let known = known(&dossier, &habits, after);
        let step = known.iter().find(|found| found.kind == kind)?.next_step(&habits, after)?;
        Some((step.on.to_string(), habits.date(step.at).to_string()))
    };
    assert_eq!(next(Kind::Review), Some(("2026-08-31".into(), "2027-02-01".into())));
    assert_eq!(next(Kind::Backup), Some(("2027-01-01".into(), "2027-01-04".into())));
}

#[test]
fn what_was_done_while_the_clock_was_years_ahead_silences_nothing() {
    let mut dossier = Dossier::default();
    let (right, wrong) = ("2026-11-23T12:00:00Z", "2035-08-31T12:00:00Z");
    dossier.save_answer(Slot::own("backup-day"), answer(Value::Choice("friday".into()), right));
    data(&mut dossier, "by-hand", "weekly");
    let item = dossier.new_item(ItemKind::Agreement, "x".into(), Contact::default());
    let slot = |question: &str| Slot::of(item.id, question);
    dossier.save_item(item.clone());
    let fridays = Repetition { every: 1, unit: Unit::Week, from: "2026-11-27".parse().unwrap() };
    dossier.save_answer(slot(agreement::WHEN), answer(Value::Every(fridays), right));
    let on = "2035-08-31".parse().unwrap();
    let (place, made) = backup_diary::entry(&dossier, on, &[backup_diary::Tick::Made]);
    dossier.save_answer(Slot::own(place.as_str()), answer(made, wrong));
    let (place, done) = agreement::entry(&item, on, true);
    dossier.save_answer(slot(place.as_str()), answer(done, wrong));
    let after = at("2027-01-04T12:00:00Z");
    let known = known(&dossier, &Habits::default(), after);
    let next = known.iter().filter_map(|found| found.next_step(&Habits::default(), after));
    let next: Vec<_> = next.map(|step| step.on.to_string()).collect();
    assert_eq!(next, ["2027-01-08", "2027-01-08"]);
}

#[test]
fn every_day_of_the_week_can_be_agreed() {
    let mut dossier = Dossier::default();
    data(&mut dossier, "by-hand", "weekly");
    for (word, day) in [
        ("monday", "2026-11-23"),
        ("tuesday", "2026-11-17"),
        ("wednesday", "2026-11-18"),
        ("thursday", "2026-11-19"),
        ("friday", "2026-11-20"),
        ("every-day", "2026-11-20"),
        ("saturday", "2026-11-21"),
        ("sunday", "2026-11-22"),
    ] {
        dossier
            .save_answer(Slot::own("backup-day"), answer(Value::Choice(word.into()), "2026-11-23T18:00:00Z"));
        assert_eq!(of(&dossier, Kind::Backup), [(day.into(), Rule::Every(1, Unit::Week))], "{word}");
    }
}

#[test]
fn a_day_of_difference_between_clocks_is_not_worth_speaking_of() {
    let now = now();
    assert!(!is_ahead(now + INACCURATE, now));
    assert!(is_ahead(now + INACCURATE + TimeDelta::milliseconds(1), now));
    let mut dossier = Dossier::default();
    for (anchor, counts_as) in [("2030-01-02", "2030-01-02"), ("2030-01-03", "1630-01-03")] {
        let on = Value::Date(anchor.parse().unwrap());
        dossier.save_answer(Slot::own(ANCHOR), answer(on, "2026-11-23T18:00:00Z"));
        assert_eq!(of(&dossier, Kind::Review), [(counts_as.into(), HALF_YEARLY)]);
    }
}

#[test]
fn numbers_are_called_by_themselves_from_six_weeks_before_or_after_a_review() {
    let mut dossier = Dossier::default();
    let on = Value::Date("2026-11-23".parse().unwrap());
    dossier.save_answer(Slot::own(ANCHOR), answer(on, "2026-11-23T18:00:00Z"));
    let contact = Contact { phones: vec![Phone::parse("112").unwrap()], ..Contact::default() };
    let mut line = dossier.new_item(ItemKind::Contact, "told".into(), contact);
    for (checked_on, apart) in
        [("2027-01-06", false), ("2027-01-07", true), ("2027-04-09", true), ("2027-04-10", false)]
    {
        line.checked_at = Some(at(&format!("{checked_on}T12:00:00Z")));
        dossier.save_item(line.clone());
        assert_eq!(of(&dossier, Kind::Numbers).len(), usize::from(apart), "{checked_on}");
    }
}

#[test]
fn only_what_was_said_on_the_day_of_saying_so_was_meant_for_the_only_day() {
    let (noon, habits) = ("2026-11-23T12:00:00Z", Habits::default());
    let anchor_on: NaiveDate = "2026-12-31".parse().unwrap();
    let done_on = |on: &str, since: &str| {
        let mut dossier = Dossier::default();
        let value = Value::Date(on.parse().unwrap());
        dossier.save_answer(Schedule::done_slot(Kind::Contract, None), answer(value, noon));
        let told = Told { dossier: &dossier, habits: &habits, now: now() };
        told.schedule(Kind::Contract, None, anchor_on, Rule::Once, at(since)).done.unwrap().on.to_string()
    };
    assert_eq!(done_on("2026-11-23", noon), "2026-12-31");
    assert_eq!(done_on("2026-11-23", "2026-11-23T12:00:01Z"), "2026-11-23", "told anew since");
    assert_eq!(done_on("2026-11-30", "2026-01-05T12:00:00Z"), "2026-11-30", "another day was meant");
}
