//! The dated list of backups: made, off the network, dated. And, when something is wrong since a moment, which of
//! them is from before.

use std::cmp::Ordering;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc, Weekday};

use crate::domain::{
    diary::{self, Entry},
    dossier::{Dossier, Slot},
    ids::Slug,
    item::{Item, ItemKind, Value},
    repetition::{Repetition, Unit},
    schedule::{habits::Habits, is_ahead, standing::standing},
};

/// The question on which day the backup is made or looked at.
pub const DAY: &str = "backup-day";
/// The question who makes the backup of a kind of data.
pub const MADE_BY: &str = "backup-made";
/// The question how often that is done.
const OFTEN: &str = "backup-often";
/// The question whether putting it back was practised.
pub const RESTORED: &str = "backup-restored";
/// The question whether backups are dated and kept.
pub const DATED: &str = "backup-dated";

/// Before any agreed day that can still be open.
const LONG_AGO: Months = Months::new(12);

/// What is asked on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// There is a backup of this day.
    Made,
    /// It is off the network.
    Unplugged,
    /// The date is on it.
    Dated,
}

impl Tick {
    /// All three, in the order of asking.
    pub const ALL: [Self; 3] = [Self::Made, Self::Unplugged, Self::Dated];

    /// Its word in entries, buttons and ids of messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Unplugged => "unplugged",
            Self::Dated => "dated",
        }
    }
}

/// Where a backup stands to the moment since which something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From an earlier day.
    Before,
    /// From the same day: nobody knows which came first.
    SameDay,
    /// From a later day.
    After,
}

/// One backup, seen from that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged<'d> {
    /// The entry in the diary.
    pub entry: &'d Entry,
    /// Before or after.
    pub side: Side,
}

impl Judged<'_> {
    /// From before, and out of reach of what went round on the network.
    pub fn is_safe(&self) -> bool {
        self.side == Side::Before && self.entry.has(Tick::Unplugged.slug())
    }
}

/// The kinds of data of which the company itself makes the backup.
pub fn own_data(dossier: &Dossier) -> impl Iterator<Item = &Item> {
    dossier
        .items_of(ItemKind::Data)
        .filter(|data| matches!(data.choice(MADE_BY), Some("automatic" | "by-hand")))
}

/// The kinds of data of which a supplier makes the backup.
pub fn kept_by_supplier(dossier: &Dossier) -> impl Iterator<Item = &Item> {
    dossier.items_of(ItemKind::Data).filter(|data| data.choice(MADE_BY) == Some("supplier"))
}

/// Whether there is anything to keep a diary of.
pub fn is_kept(dossier: &Dossier) -> bool {
    own_data(dossier).next().is_some() || entries(dossier).next().is_some()
}

/// Whether the most frequent backup is made as often as one of these words says.
pub fn is_made(dossier: &Dossier, often: &[&str]) -> bool {
    own_data(dossier).filter_map(|data| data.choice(OFTEN)).any(|choice| often.contains(&choice))
}

/// The agreed days, if a fixed day was chosen; counted from the first one after that was told.
pub fn days(dossier: &Dossier) -> Option<Repetition> {
    days_after(told_on(dossier)?, dossier)
}

fn days_after(told_on: NaiveDate, dossier: &Dossier) -> Option<Repetition> {
    if dossier.choice(DAY)?.as_str() == "every-day" {
        return Some(Repetition { every: 1, unit: Unit::Day, from: told_on });
    }
    let weekday = weekday(dossier)?;
    let from = told_on.iter_days().take(7).find(|date| date.weekday() == weekday)?;
    Some(Repetition { every: 1, unit: Unit::Week, from })
}

/// The weekday that was chosen, if only its first one in a month is meant.
pub fn monthly_on(dossier: &Dossier) -> Option<Weekday> {
    let monthly = is_made(dossier, &["monthly"]) && !is_made(dossier, &["daily", "weekly"]);
    weekday(dossier).filter(|_| monthly)
}

/// Since when a backup is made on the day that is told, and where that is kept, if it is told as it was: the one that
/// waits still waits. `None`: it is another day, or another answer.
pub fn stands_since(told: &Slot, value: &Value, dossier: &Dossier) -> Option<(Slot, NaiveDate)> {
    if *told != Slot::own(DAY) || dossier.value(told) != Some(value) {
        return None;
    }
    standing(told, dossier, &Habits::of(dossier))
}

fn told_on(dossier: &Dossier) -> Option<NaiveDate> {
    standing(&Slot::own(DAY), dossier, &Habits::of(dossier)).map(|(_, on)| on)
}

fn weekday(dossier: &Dossier) -> Option<Weekday> {
    weekday_of(dossier.choice(DAY)?)
}

/// The weekday that a choice stands for; every day stands for none.
pub fn weekday_of(choice: &Slug) -> Option<Weekday> {
    match choice.as_str() {
        "monday" => Some(Weekday::Mon),
        "tuesday" => Some(Weekday::Tue),
        "wednesday" => Some(Weekday::Wed),
        "thursday" => Some(Weekday::Thu),
        "friday" => Some(Weekday::Fri),
        "saturday" => Some(Weekday::Sat),
        "sunday" => Some(Weekday::Sun),
        _ => None,
    }
}

/// The last first such weekday of a month until a day.
fn last_first(weekday: Weekday, until: NaiveDate) -> Option<NaiveDate> {
    let first = |months| {
        let month = until.with_day(1)?.checked_sub_months(Months::new(months))?;
        NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, 1)
    };
    [0, 1].into_iter().filter_map(first).find(|on| *on <= until)
}

/// The agreed day that has come and of which nothing was written down by now; older ones were missed. What was told later than
/// that was told while a clock was wrong: the day counts as agreed long ago, and an entry as none.
pub fn open_on(dossier: &Dossier, today: NaiveDate, now: DateTime<Utc>) -> Option<NaiveDate> {
    own_data(dossier).next()?;
    let told_on = told_on(dossier)?;
    let told_on = if told_on > today { today.checked_sub_months(LONG_AGO)? } else { told_on };
    let last = match monthly_on(dossier) {
        Some(weekday) => last_first(weekday, today).filter(|on| told_on <= *on),
        None => days_after(told_on, dossier)?.back_from(today).next(),
    }?;
    let entries = diary::entries(dossier.answers(None)?);
    let is_known = entries.iter().any(|(entry, answer)| entry.on == last && !is_ahead(answer.at, now));
    (!is_known).then_some(last)
}

/// Every entry, the last day first.
pub fn entries(dossier: &Dossier) -> impl Iterator<Item = &Entry> {
    dossier.answers(None).map(diary::entries).unwrap_or_default().into_iter().map(|(entry, _)| entry)
}

/// The entry of a day with these ticks, and its place.
pub fn entry(dossier: &Dossier, on: NaiveDate, ticks: &[Tick]) -> (Slug, Value) {
    let none = Default::default();
    let answers = dossier.answers(None).unwrap_or(&none);
    let done = Tick::ALL.into_iter().filter(|tick| ticks.contains(tick));
    let done = done.map(|tick| Slug::from(tick.slug())).collect();
    (diary::place(answers, on), Value::Entry(Entry { on, done }))
}

/// Every backup that was made, the last one first, as it stands to the day since which something is wrong.
pub fn judge(dossier: &Dossier, wrong_since: NaiveDate) -> Vec<Judged<'_>> {
    let made = entries(dossier).filter(|entry| entry.has(Tick::Made.slug()));
    let side = |on: NaiveDate| match on.cmp(&wrong_since) {
        Ordering::Less => Side::Before,
        Ordering::Equal => Side::SameDay,
        Ordering::Greater => Side::After,
    };
    made.map(|entry| Judged { entry, side: side(entry.on) }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, ids::PersonId, item::Answer};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn told(dossier: &mut Dossier, item: Option<&Item>, question: &str, value: Value) {
        let slot = Slot { item: item.map(|item| item.id), question: question.into() };
        let (by, at) = (PersonId(Uuid::nil()), at("2026-11-23T12:00:00Z"));
        dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
    }

    fn shop(day: &str) -> Dossier {
        let mut dossier = Dossier::default();
        let data = dossier.new_item(ItemKind::Data, "invoices".into(), Contact::default());
        dossier.save_item(data.clone());
        told(&mut dossier, Some(&data), MADE_BY, Value::Choice("by-hand".into()));
        told(&mut dossier, None, DAY, Value::Choice(day.into()));
        dossier
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// What is open at noon of a day.
    fn open(dossier: &Dossier, on: &str) -> Option<NaiveDate> {
        open_on(dossier, day(on), at(&format!("{on}T12:00:00Z")))
    }

    #[test]
    fn the_fixed_day_comes_back_every_week() {
        let dossier = shop("friday");
        assert_eq!(open(&dossier, "2026-11-26"), None);
        assert_eq!(open(&dossier, "2026-11-28"), Some(day("2026-11-27")));
        assert_eq!(open(&dossier, "2026-12-04"), Some(day("2026-12-04")));
        assert_eq!(days(&shop("no-day")), None);
    }

    #[test]
    fn who_makes_a_backup_every_month_is_asked_about_the_first_friday_only() {
        let mut dossier = shop("friday");
        let data = dossier.items().next().cloned().unwrap();
        told(&mut dossier, Some(&data), OFTEN, Value::Choice("monthly".into()));
        assert_eq!(monthly_on(&dossier), Some(Weekday::Fri));
        assert_eq!(open(&dossier, "2026-11-28"), None);
        assert_eq!(open(&dossier, "2026-12-12"), Some(day("2026-12-04")));
        assert_eq!(open(&dossier, "2027-01-01"), Some(day("2027-01-01")));
        told(&mut dossier, Some(&data), OFTEN, Value::Choice("weekly".into()));
        assert_eq!(open(&dossier, "2026-12-12"), Some(day("2026-12-11")));
    }

    #[test]
    fn what_was_told_while_a_clock_was_ahead_closes_no_day() {
        let ahead = |value| {
            let (by, at) = (PersonId(Uuid::nil()), at("2035-08-31T12:00:00Z"));
            Answer { value, by, at, catalogue: 1 }
        };
        let mut dossier = shop("friday");
        let (place, value) = entry(&dossier, day("2026-12-04"), &Tick::ALL);
        dossier.save_answer(Slot::own(place.as_str()), ahead(value));
        assert_eq!(open(&dossier, "2026-12-05"), Some(day("2026-12-04")));
        dossier.save_answer(Slot::own(DAY), ahead(Value::Choice("monday".into())));
        assert_eq!(open(&dossier, "2026-12-08"), Some(day("2026-12-07")));
        let (place, value) = entry(&dossier, day("2026-12-07"), &Tick::ALL);
        told(&mut dossier, None, place.as_str(), value);
        assert_eq!(open(&dossier, "2026-12-08"), None);
    }

    #[test]
    fn data_whose_supplier_makes_the_backup_is_not_in_the_diary() {
        let mut dossier = shop("friday");
        let data = dossier.items().next().cloned().unwrap();
        told(&mut dossier, Some(&data), MADE_BY, Value::Choice("supplier".into()));
        assert_eq!((open(&dossier, "2026-11-28"), is_kept(&dossier)), (None, false));
    }

    proptest! {
        /// A backup is safe only when it is from an earlier day and off the network, and none that was made is left out.
        #[test]
        fn only_an_earlier_backup_off_the_network_is_safe(
            kept in prop::collection::btree_map(0i64..40, 0usize..8, 0..20), wrong in 0i64..40,
        ) {
            let mut dossier = shop("friday");
            let start = day("2026-11-01");
            for (number, ticks) in &kept {
                let ticks: Vec<Tick> = (0..3).filter(|bit| ticks & (1 << bit) != 0).map(|bit| Tick::ALL[bit]).collect();
                let (place, value) = entry(&dossier, start + TimeDelta::days(*number), &ticks);
                told(&mut dossier, None, place.as_str(), value);
            }
            let judged = judge(&dossier, start + TimeDelta::days(wrong));
            prop_assert_eq!(judged.len(), kept.values().filter(|ticks| *ticks & 1 != 0).count());
            prop_assert!(judged.is_sorted_by_key(|one| std::cmp::Reverse(one.entry.on)));
            for one in judged {
                let number = (one.entry.on - start).num_days();
                prop_assert_eq!(one.is_safe(), number < wrong && kept[&number] & 2 != 0);
            }
        }
    }
}
