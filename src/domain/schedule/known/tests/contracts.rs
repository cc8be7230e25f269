//! A contract comes back before it ends, or before the last day on which notice can be given.

use super::*;

fn contract(ends: &str, told: &str) -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let supplier = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
    dossier.save_item(supplier.clone());
    tell_end(&mut dossier, supplier.id, ends, told);
    (dossier, supplier.id)
}

fn tell_end(dossier: &mut Dossier, supplier: ItemId, ends: &str, told: &str) {
    let slot = Slot::of(supplier, "supplier-end");
    dossier.save_answer(slot, answer(Value::Date(ends.parse().unwrap()), told));
}

fn next(dossier: &Dossier, after: &str) -> Option<String> {
    let habits = Habits::default();
    let step = known(dossier, &habits, now()).remove(0).next_step(&habits, at(after))?;
    Some(habits.date(step.at).to_string())
}

#[test]
fn what_is_confirmed_after_it_was_done_stays_done() {
    let (mut dossier, id) = contract("2026-12-31", "2026-01-05T12:00:00Z");
    let done = Value::Date("2026-12-31".parse().unwrap());
    let said = "2026-09-30T12:00:00Z";
    dossier.save_answer(Schedule::done_slot(Kind::Contract, Some(id)), answer(done, said));
    tell_end(&mut dossier, id, "2026-12-31", "2026-11-23T12:00:00Z");
    assert_eq!(next(&dossier, "2026-11-23T12:00:00Z"), None);
    tell_end(&mut dossier, id, "2027-12-31", "2026-12-01T12:00:00Z");
    assert_eq!(next(&dossier, "2026-12-01T12:00:00Z").as_deref(), Some("2027-09-30"));
}

#[test]
fn what_was_written_down_as_done_with_the_day_of_saying_so_is_done() {
    let (mut dossier, id) = contract("2026-12-31", "2026-01-05T12:00:00Z");
    let done = Value::Date("2026-09-30".parse().unwrap());
    let said = "2026-09-30T12:00:00Z";
    dossier.save_answer(Schedule::done_slot(Kind::Contract, Some(id)), answer(done, said));
    assert_eq!(next(&dossier, said), None);
    tell_end(&mut dossier, id, "2027-12-31", "2026-12-01T12:00:00Z");
    assert_eq!(next(&dossier, "2026-12-01T12:00:00Z").as_deref(), Some("2027-09-30"));
}

fn tell_notice(dossier: &mut Dossier, supplier: ItemId, notice: &str, told: &str) {
    let slot = Slot::of(supplier, "supplier-notice");
    dossier.save_answer(slot, answer(Value::Choice(notice.into()), told));
}

#[test]
fn where_notice_has_to_be_given_its_last_day_counts() {
    let told = "2026-11-23T12:00:00Z";
    let (mut dossier, id) = contract("2027-12-31", told);
    let day = |dossier: &Dossier| of(dossier, Kind::Contract).remove(0).0;
    assert_eq!(day(&dossier), "2027-12-31");
    for (notice, by) in [
        ("month-1", "2027-11-30"),
        ("months-2", "2027-10-31"),
        ("months-3", "2027-09-30"),
        ("months-6", "2027-06-30"),
        ("any-day", "2027-12-31"),
    ] {
        tell_notice(&mut dossier, id, notice, told);
        assert_eq!(day(&dossier), by, "{notice}");
    }
    tell_notice(&mut dossier, id, "months-3", told);
    assert_eq!(next(&dossier, told).as_deref(), Some("2027-06-30"), "three months before the last day");
}

#[test]
fn notice_that_could_not_be_given_any_more_when_it_was_told_leaves_the_end() {
    let told = "2026-11-23T12:00:00Z";
    let (mut dossier, id) = contract("2026-12-31", told);
    tell_notice(&mut dossier, id, "months-3", told);
    assert_eq!(of(&dossier, Kind::Contract), [("2026-12-31".into(), Rule::Once)]);
}

#[test]
fn notice_that_was_settled_stays_settled_when_the_end_is_confirmed() {
    let (mut dossier, id) = contract("2026-12-31", "2026-01-05T12:00:00Z");
    tell_notice(&mut dossier, id, "months-3", "2026-01-05T12:00:00Z");
    let done = Value::Date("2026-09-30".parse().unwrap());
    dossier.save_answer(Schedule::done_slot(Kind::Contract, Some(id)), answer(done, "2026-09-01T12:00:00Z"));
    tell_end(&mut dossier, id, "2026-12-31", "2026-11-23T12:00:00Z");
    assert_eq!(next(&dossier, "2026-11-23T12:00:00Z"), None);
}

#[test]
fn a_contract_that_was_told_while_the_clock_was_ahead_is_reminded_of() {
    let (dossier, _) = contract("2027-12-31", "2035-08-31T12:00:00Z");
    let habits = Habits::default();
    let (after, until) = (at("2027-09-01T12:00:00Z"), at("2027-10-01T12:00:00Z"));
    let known = known(&dossier, &habits, until);
    let due = known.iter().find_map(|contract| contract.due(&habits, after, until)).unwrap();
    assert_eq!(habits.date(due.step.at).to_string(), "2027-09-30");
}

#[test]
fn notice_can_be_given_on_its_very_last_day() {
    for (told, counts) in [("2026-09-30T12:00:00Z", "2026-09-30"), ("2026-10-01T12:00:00Z", "2026-12-31")] {
        let (mut dossier, id) = contract("2026-12-31", told);
        tell_notice(&mut dossier, id, "months-3", told);
        assert_eq!(of(&dossier, Kind::Contract), [(counts.into(), Rule::Once)]);
    }
}
