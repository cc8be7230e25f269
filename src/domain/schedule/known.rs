//! The schedules that follow from what a company answered.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};

use crate::domain::{
    agreement::{self, When},
    backup_diary,
    call_list::call_list,
    diary,
    dossier::{Dossier, Slot},
    ids::ItemId,
    item::{Answer, ItemKind, Value},
    repetition::Unit,
    review,
    schedule::{
        Done, Kind, PutOff, Rule, Schedule,
        habits::{Habits, own},
    },
};

/// The slot with the day on which the first call list was there: the anchor of the review.
pub const ANCHOR: &str = "review-anchor";

const HALF_YEARLY: Rule = Rule::Every(review::EVERY_MONTHS, Unit::Month);
const YEARLY: Rule = Rule::Every(12, Unit::Month);
const HALF_YEAR_DAYS: i64 = 182;
/// Numbers that are due so many days before or after the review are called in it.
const PART_OF_REVIEW: i64 = 45;
/// Who never practised is asked to do so this long after saying so.
const FIRST_EXERCISE: Days = Days::new(30);

/// What follows from the answers: the review, numbers, backup days, agreements, exercises, ends of contracts.
pub fn known(dossier: &Dossier, habits: &Habits) -> Vec<Schedule> {
    let mut known = Vec::new();
    let told = Told { dossier, habits };
    if let Some((anchor_on, answer)) = date(dossier, &own(ANCHOR)) {
        known.push(told.schedule(Kind::Review, None, anchor_on, HALF_YEARLY, answer.at));
        let checked = call_list(dossier).iter().filter_map(|line| line.checked_at).min();
        // The review begins with the numbers; what comes at the same time of the year is part of it.
        let apart = |checked: &DateTime<Utc>| {
            let days = (habits.date(*checked) - anchor_on).num_days().rem_euclid(HALF_YEAR_DAYS);
            (PART_OF_REVIEW..=HALF_YEAR_DAYS - PART_OF_REVIEW).contains(&days)
        };
        if let Some(checked) = checked.filter(apart) {
            let on = habits.date(checked);
            known.push(told.schedule(Kind::Numbers, None, on, HALF_YEARLY, checked));
        }
    }
    known.extend(told.backup());
    known.extend(told.agreements());
    known.extend(told.restores());
    known.extend(told.drill());
    for supplier in dossier.items_of(ItemKind::Supplier) {
        let slot = Slot { item: Some(supplier.id), question: "supplier-end".into() };
        if let Some((ends_on, answer)) = date(dossier, &slot) {
            known.push(told.schedule(Kind::Contract, slot.item, ends_on, Rule::Once, answer.at));
        }
    }
    known
}

/// What a company answered, to read schedules from.
#[derive(Clone, Copy, Debug)]
pub struct Told<'d> {
    /// The answers.
    pub dossier: &'d Dossier,
    /// When and where the company is reminded.
    pub habits: &'d Habits,
}

impl Told<'_> {
    /// A schedule with what was said about doing it and putting it off.
    pub fn schedule(
        &self,
        kind: Kind,
        item: Option<ItemId>,
        anchor_on: NaiveDate,
        rule: Rule,
        since: DateTime<Utc>,
    ) -> Schedule {
        let done = self.dossier.answer(&Schedule::done_slot(kind, item)).map(|answer| {
            let said_on = self.habits.date(answer.at);
            let on = match answer.value {
                Value::Date(on) => on,
                _ => said_on,
            };
            // It used to be written down on which day somebody said so.
            let of_the_only_day = rule == Rule::Once && on == said_on && answer.at >= since;
            Done { at: answer.at, on: if of_the_only_day { anchor_on } else { on } }
        });
        let put_off = date(self.dossier, &Schedule::later_slot(kind, item));
        let put_off = put_off.map(|(until_on, answer)| PutOff { at: answer.at, until_on });
        Schedule { kind, item, anchor_on, rule, since, done, settled_on: None, put_off, whom: None }
    }

    /// The agreed day, as long as the company itself makes a backup. Every day is a habit and needs no reminder; it is
    /// looked at once a week.
    fn backup(&self) -> Option<Schedule> {
        let day = self.dossier.answer(&own(backup_diary::DAY))?;
        let weekday = weekday(&day.value)?;
        let often: Vec<&Answer> = backup_diary::own_data(self.dossier)
            .filter_map(|data| data.answers.get("backup-often"))
            .collect();
        let is =
            |words: &[&str]| often.iter().any(|often| choice(often).is_some_and(|id| words.contains(&id)));
        let rule = if is(&["daily", "weekly"]) {
            Rule::Every(1, Unit::Week)
        } else if is(&["monthly"]) {
            Rule::FirstOfMonth(weekday)
        } else {
            return None;
        };
        let anchor_on = last_weekday(self.habits.date(day.at), weekday);
        let settled_on = backup_diary::entries(self.dossier).map(|entry| entry.on).max();
        let backup = self.schedule(Kind::Backup, None, anchor_on, rule, day.at);
        Some(Schedule { settled_on, ..backup })
    }

    /// Agreements that are due, and those about which somebody outside is to be asked.
    fn agreements(&self) -> Vec<Schedule> {
        let mut agreements = Vec::new();
        for item in agreement::agreements(self.dossier) {
            let settled_on = diary::entries(&item.answers).first().map(|(entry, _)| entry.on);
            let whom = item.answers.get(agreement::WHO).and_then(|who| match who.value {
                Value::Item(id) => self.dossier.item(id)?.person,
                _ => None,
            });
            let told_at = |question: &str| item.answers.get(question).map(|answer| answer.at);
            let when = agreement::when(item).zip(told_at(agreement::WHEN));
            if let Some((when, since)) = when {
                let (anchor_on, rule) = match when {
                    When::Once(on) => (on, Rule::Once),
                    When::Every(every) => (every.from, Rule::Every(every.every, every.unit)),
                };
                let due = self.schedule(Kind::Agreement, Some(item.id), anchor_on, rule, since);
                agreements.push(Schedule { settled_on, whom, ..due });
            }
            if let Some((reply_on, since)) = agreement::reply_on(item).zip(told_at(agreement::REPLY)) {
                agreements.push(self.schedule(Kind::Reply, Some(item.id), reply_on, Rule::Once, since));
            }
        }
        agreements
    }

    /// A year after it was last put back; a month after somebody said that it never was.
    fn restores(&self) -> impl Iterator<Item = Schedule> {
        self.dossier.items_of(ItemKind::Data).filter_map(move |data| {
            let answer = data.answers.get("backup-restored")?;
            let on = self.habits.date(answer.at);
            let (anchor_on, rule) = match choice(answer)? {
                "worked" => (on, YEARLY),
                "long-ago" | "failed" | "never" => (on.checked_add_days(FIRST_EXERCISE)?, Rule::Once),
                _ => return None,
            };
            Some(self.schedule(Kind::Restore, Some(data.id), anchor_on, rule, answer.at))
        })
    }

    fn drill(&self) -> Option<Schedule> {
        let answer = self.dossier.answer(&own("plan-tested"))?;
        let on = self.habits.date(answer.at);
        let (anchor_on, rule) = match choice(answer)? {
            "worked" | "partly" | "failed" => {
                let tested_on = date(self.dossier, &own("plan-tested-on")).map(|(on, _)| on);
                (tested_on.unwrap_or(on), YEARLY)
            }
            "never" => (on.checked_add_days(FIRST_EXERCISE)?, Rule::Once),
            _ => return None,
        };
        Some(self.schedule(Kind::Drill, None, anchor_on, rule, answer.at))
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
    fn the_oldest_number_counts_for_all_of_them_and_the_review_sees_to_what_falls_together() {
        let mut dossier = Dossier::default();
        let told = "2026-11-23T18:00:00Z";
        dossier.save_answer(own(ANCHOR), answer(Value::Date("2026-11-23".parse().unwrap()), told));
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
        let slot = |question: &str| Slot { item: Some(item.id), question: question.into() };
        dossier.save_item(item.clone());
        let told = "2026-11-23T18:00:00Z";
        dossier.save_answer(slot("backup-made"), answer(Value::Choice(made.into()), told));
        dossier.save_answer(slot("backup-often"), answer(Value::Choice(often.into()), told));
    }

    #[test]
    fn the_backup_comes_back_on_the_agreed_day_as_often_as_the_most_frequent_one() {
        let mut dossier = Dossier::default();
        let friday = answer(Value::Choice("friday".into()), "2026-11-23T18:00:00Z");
        dossier.save_answer(own("backup-day"), friday);
        data(&mut dossier, "supplier", "weekly");
        assert_eq!(of(&dossier, Kind::Backup), []);
        data(&mut dossier, "automatic", "monthly");
        assert_eq!(of(&dossier, Kind::Backup), [("2026-11-20".into(), Rule::FirstOfMonth(Weekday::Fri))]);
        data(&mut dossier, "by-hand", "daily");
        assert_eq!(of(&dossier, Kind::Backup), [("2026-11-20".into(), Rule::Every(1, Unit::Week))]);
    }

    #[test]
    fn an_agreement_is_the_matter_of_whom_it_is_with_until_the_diary_settles_it() {
        let mut dossier = Dossier::default();
        let who = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
        let bram = PersonId(Uuid::from_u128(7));
        dossier.save_item(crate::domain::item::Item { person: Some(bram), ..who.clone() });
        let item = dossier.new_item(ItemKind::Agreement, "x".into(), Contact::default());
        let slot = |question: &str| Slot { item: Some(item.id), question: question.into() };
        dossier.save_item(item.clone());
        let told = "2026-11-23T18:00:00Z";
        let on = "2027-01-15".parse().unwrap();
        dossier.save_answer(slot(agreement::WHEN), answer(Value::Date(on), told));
        dossier.save_answer(slot(agreement::WHO), answer(Value::Item(who.id), told));
        let known = |dossier: &Dossier| known(dossier, &Habits::default()).remove(0);
        let due = known(&dossier);
        assert_eq!((due.anchor_on, due.rule, due.whom), (on, Rule::Once, Some(bram)));
        let habits = Habits::default();
        assert!(due.next_step(&habits, at(told)).is_some());
        let (place, entry) = agreement::entry(dossier.item(item.id).unwrap(), on, true);
        dossier.save_answer(slot(place.as_str()), answer(entry, "2027-01-15T12:00:00Z"));
        assert_eq!(known(&dossier).next_step(&habits, at(told)), None);
    }

    fn contract(ends: &str, told: &str) -> (Dossier, ItemId) {
        let mut dossier = Dossier::default();
        let supplier = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
        dossier.save_item(supplier.clone());
        tell_end(&mut dossier, supplier.id, ends, told);
        (dossier, supplier.id)
    }

    fn tell_end(dossier: &mut Dossier, supplier: ItemId, ends: &str, told: &str) {
        let slot = Slot { item: Some(supplier), question: "supplier-end".into() };
        dossier.save_answer(slot, answer(Value::Date(ends.parse().unwrap()), told));
    }

    fn next(dossier: &Dossier, after: &str) -> Option<String> {
        let habits = Habits::default();
        let step = known(dossier, &habits).remove(0).next_step(&habits, at(after))?;
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
        assert_eq!(of(&dossier, Kind::Drill), [("2026-12-18".into(), YEARLY)]);
    }
}
