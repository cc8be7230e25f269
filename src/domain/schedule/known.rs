//! The schedules that follow from what a company answered.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};

use crate::domain::{
    call_list::call_list,
    dossier::{Dossier, Slot},
    ids::ItemId,
    item::{Answer, ItemKind, Value},
    schedule::{
        Kind, PutOff, Rule, Schedule,
        habits::{Habits, own},
    },
};

/// The slot with the day on which the first call list was there: the anchor of the review.
pub const ANCHOR: &str = "review-anchor";

const REVIEW_MONTHS: u32 = 6;
const EXERCISE_MONTHS: u32 = 12;
/// Who never practised is asked to do so this long after saying so.
const FIRST_EXERCISE: Days = Days::new(30);

/// What follows from the answers: the review, numbers, backup days, exercises, ends of contracts.
pub fn known(dossier: &Dossier, habits: &Habits) -> Vec<Schedule> {
    let mut known = Vec::new();
    if let Some((anchor_on, answer)) = date(dossier, &own(ANCHOR)) {
        known.push(schedule(dossier, Kind::Review, None, anchor_on, Rule::Months(REVIEW_MONTHS), answer.at));
        let checked = call_list(dossier).iter().filter_map(|line| line.checked_at).min();
        let checked = checked.unwrap_or(answer.at);
        let anchor_on = habits.date(checked);
        known.push(schedule(dossier, Kind::Numbers, None, anchor_on, Rule::Months(REVIEW_MONTHS), checked));
    }
    backups(dossier, habits, &mut known);
    restores(dossier, habits, &mut known);
    drill(dossier, habits, &mut known);
    for supplier in dossier.items_of(ItemKind::Supplier) {
        let slot = Slot { item: Some(supplier.id), question: "supplier-end".into() };
        if let Some((ends_on, answer)) = date(dossier, &slot) {
            known.push(schedule(dossier, Kind::Contract, slot.item, ends_on, Rule::Once, answer.at));
        }
    }
    known
}

/// A schedule with what was said about doing it and putting it off.
pub fn schedule(
    dossier: &Dossier,
    kind: Kind,
    item: Option<ItemId>,
    anchor_on: NaiveDate,
    rule: Rule,
    since: DateTime<Utc>,
) -> Schedule {
    let done_at = dossier.answer(&Schedule::done_slot(kind, item)).map(|answer| answer.at);
    let put_off = date(dossier, &Schedule::later_slot(kind, item));
    let put_off = put_off.map(|(until_on, answer)| PutOff { at: answer.at, until_on });
    Schedule { kind, item, anchor_on, rule, since, done_at, put_off }
}

/// The agreed day, for every kind of data of which somebody makes a backup. Every day is a habit and needs no reminder;
/// it is looked at once a week.
fn backups(dossier: &Dossier, habits: &Habits, known: &mut Vec<Schedule>) {
    let Some(day) = dossier.answer(&own("backup-day")) else { return };
    let Some(weekday) = weekday(&day.value) else { return };
    for data in dossier.items_of(ItemKind::Data) {
        let answer = |question: &str| data.answers.get(question);
        let made = answer("backup-made").and_then(choice);
        let Some(often) = answer("backup-often").filter(|_| matches!(made, Some("by-hand" | "automatic")))
        else {
            continue;
        };
        let rule = match choice(often) {
            Some("daily" | "weekly") => Rule::Days(7),
            Some("monthly") => Rule::FirstOfMonth(weekday),
            _ => continue,
        };
        let since = day.at.max(often.at);
        let anchor_on = last_weekday(habits.date(since), weekday);
        known.push(schedule(dossier, Kind::Backup, Some(data.id), anchor_on, rule, since));
    }
}

/// A year after it was last put back; a month after somebody said that it never was.
fn restores(dossier: &Dossier, habits: &Habits, known: &mut Vec<Schedule>) {
    for data in dossier.items_of(ItemKind::Data) {
        let Some(answer) = data.answers.get("backup-restored") else { continue };
        let on = habits.date(answer.at);
        let next = match choice(answer) {
            Some("worked") => Some((on, Rule::Months(EXERCISE_MONTHS))),
            Some("long-ago" | "failed" | "never") => {
                on.checked_add_days(FIRST_EXERCISE).map(|on| (on, Rule::Once))
            }
            _ => None,
        };
        if let Some((anchor_on, rule)) = next {
            known.push(schedule(dossier, Kind::Restore, Some(data.id), anchor_on, rule, answer.at));
        }
    }
}

fn drill(dossier: &Dossier, habits: &Habits, known: &mut Vec<Schedule>) {
    let Some(answer) = dossier.answer(&own("plan-tested")) else { return };
    let next = match choice(answer) {
        Some("worked" | "partly" | "failed") => {
            let tested_on = date(dossier, &own("plan-tested-on")).map(|(on, _)| on);
            Some((tested_on.unwrap_or(habits.date(answer.at)), Rule::Months(EXERCISE_MONTHS)))
        }
        Some("never") => habits.date(answer.at).checked_add_days(FIRST_EXERCISE).map(|on| (on, Rule::Once)),
        _ => None,
    };
    if let Some((anchor_on, rule)) = next {
        known.push(schedule(dossier, Kind::Drill, None, anchor_on, rule, answer.at));
    }
}

fn choice(answer: &Answer) -> Option<&str> {
    match &answer.value {
        Value::Choice(choice) => Some(choice.as_str()),
        _ => None,
    }
}

fn date<'d>(dossier: &'d Dossier, slot: &Slot) -> Option<(NaiveDate, &'d Answer)> {
    let answer = dossier.answer(slot)?;
    match answer.value {
        Value::Date(on) => Some((on, answer)),
        _ => None,
    }
}

fn weekday(value: &Value) -> Option<Weekday> {
    let Value::Choice(choice) = value else { return None };
    match choice.as_str() {
        "monday" => Some(Weekday::Mon),
        "tuesday" => Some(Weekday::Tue),
        "wednesday" => Some(Weekday::Wed),
        "thursday" => Some(Weekday::Thu),
        "friday" | "every-day" => Some(Weekday::Fri),
        "saturday" => Some(Weekday::Sat),
        "sunday" => Some(Weekday::Sun),
        _ => None,
    }
}

/// The last such weekday up to a day.
fn last_weekday(on: NaiveDate, weekday: Weekday) -> NaiveDate {
    let back = on.weekday().days_since(weekday);
    on.checked_sub_days(Days::new(back.into())).unwrap_or(on)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, ids::PersonId, phone::Phone};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn answer(value: Value, told: &str) -> Answer {
        Answer { value, by: PersonId(Uuid::nil()), at: at(told), catalogue: 1 }
    }

    fn of(dossier: &Dossier, kind: Kind) -> Vec<(String, Rule)> {
        let known = known(dossier, &Habits::default());
        let of_kind = known.iter().filter(|schedule| schedule.kind == kind);
        of_kind.map(|schedule| (schedule.anchor_on.to_string(), schedule.rule)).collect()
    }

    #[test]
    fn nothing_comes_back_to_a_company_that_told_nothing() {
        assert_eq!(known(&Dossier::default(), &Habits::default()), []);
    }

    #[test]
    fn the_oldest_number_counts_for_all_of_them() {
        let mut dossier = Dossier::default();
        let told = "2026-11-23T18:00:00Z";
        dossier.save_answer(own(ANCHOR), answer(Value::Date("2026-11-23".parse().unwrap()), told));
        assert_eq!(of(&dossier, Kind::Numbers), [("2026-11-23".into(), Rule::Months(6))]);
        for checked in ["2027-03-01T09:00:00Z", "2027-02-01T09:00:00Z"] {
            let contact = Contact { phones: vec![Phone::parse("112").unwrap()], ..Contact::default() };
            let mut item = dossier.new_item(ItemKind::Contact, "told".into(), contact);
            item.checked_at = Some(at(checked));
            dossier.save_item(item);
        }
        assert_eq!(of(&dossier, Kind::Numbers), [("2027-02-01".into(), Rule::Months(6))]);
        assert_eq!(of(&dossier, Kind::Review), [("2026-11-23".into(), Rule::Months(6))]);
    }

    #[test]
    fn backups_come_back_on_the_agreed_day_as_often_as_was_said() {
        let mut dossier = Dossier::default();
        let told = "2026-11-23T18:00:00Z";
        dossier.save_answer(own("backup-day"), answer(Value::Choice("friday".into()), told));
        for (made, often) in
            [("by-hand", "weekly"), ("automatic", "monthly"), ("by-hand", "daily"), ("supplier", "")]
        {
            let item = dossier.new_item(ItemKind::Data, "x".into(), Contact::default());
            let slot = |question: &str| Slot { item: Some(item.id), question: question.into() };
            dossier.save_item(item.clone());
            dossier.save_answer(slot("backup-made"), answer(Value::Choice(made.into()), told));
            if !often.is_empty() {
                dossier.save_answer(slot("backup-often"), answer(Value::Choice(often.into()), told));
            }
        }
        let friday = || "2026-11-20".to_owned();
        let wanted = [
            (friday(), Rule::Days(7)),
            (friday(), Rule::FirstOfMonth(Weekday::Fri)),
            (friday(), Rule::Days(7)),
        ];
        assert_eq!(of(&dossier, Kind::Backup), wanted);
    }

    #[test]
    fn an_exercise_comes_back_a_year_after_the_last_and_a_month_after_never() {
        let mut dossier = Dossier::default();
        dossier
            .save_answer(own("plan-tested"), answer(Value::Choice("never".into()), "2026-11-23T18:00:00Z"));
        assert_eq!(of(&dossier, Kind::Drill), [("2026-12-23".into(), Rule::Once)]);
        dossier
            .save_answer(own("plan-tested"), answer(Value::Choice("worked".into()), "2026-12-20T18:00:00Z"));
        let on = Value::Date("2026-12-18".parse().unwrap());
        dossier.save_answer(own("plan-tested-on"), answer(on, "2026-12-20T18:01:00Z"));
        assert_eq!(of(&dossier, Kind::Drill), [("2026-12-18".into(), Rule::Months(12))]);
    }
}
