//! What comes back by itself, and when: a view of the dossier, never stored.
//!
//! A schedule is anchored on a day. Every later day is computed from the anchor, never from the day before it, so that
//! the last of August stays the last of a month. Not here: who is told, and in which words.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::{
    dossier::Slot,
    ids::ItemId,
    repetition::{Repetition, Unit},
    review,
};

pub mod audience;
pub mod civil;
pub mod exercise;
pub mod habits;
mod known;
pub mod series;
pub mod standing;

pub use known::{ANCHOR, Told, is_ahead, known};

/// What a schedule is about; the order is the order of telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The six-monthly look at everything.
    Review,
    /// Numbers on the call list that nobody called for half a year.
    Numbers,
    /// The day on which a backup is made.
    Backup,
    /// Somebody agreed to do something by a day.
    Agreement,
    /// Somebody outside is to be asked for the answer to an agreement.
    Reply,
    /// A contract that ends.
    Contract,
    /// Something that gets no updates any more.
    EndOfLife,
    /// A risk that was accepted until a day.
    Acceptance,
    /// Putting a backup back, for practice.
    Restore,
    /// Testing the plan.
    Drill,
}

impl Kind {
    /// Every kind, in the order of telling.
    pub const ALL: [Self; 10] = [
        Self::Review,
        Self::Numbers,
        Self::Backup,
        Self::Agreement,
        Self::Reply,
        Self::Contract,
        Self::EndOfLife,
        Self::Acceptance,
        Self::Restore,
        Self::Drill,
    ];

    /// Its word in ids of messages, in buttons and in what is stored.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Numbers => "numbers",
            Self::Backup => "backup",
            Self::Agreement => "agreement",
            Self::Reply => "reply",
            Self::Contract => "contract",
            Self::EndOfLife => "end-of-life",
            Self::Acceptance => "acceptance",
            Self::Restore => "restore",
            Self::Drill => "drill",
        }
    }

    /// The kind with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// How a schedule comes back after its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Never: the anchor itself is the day.
    Once,
    /// Every so many days, weeks or months.
    Every(u32, Unit),
    /// Every month on its first such weekday.
    FirstOfMonth(Weekday),
}

impl Rule {
    /// The day with this number; the anchor is number 0.
    pub fn occurrence(self, anchor_on: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Once => (count == 0).then_some(anchor_on),
            Self::Every(every, unit) => Repetition { every, unit, from: anchor_on }.day(count),
            Self::FirstOfMonth(weekday) => {
                let month = anchor_on.with_day(1)?.checked_add_months(Months::new(count))?;
                NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, 1)
            }
        }
    }

    /// The number of an occurrence that is surely not later than the first one on or after a day.
    fn not_after(self, anchor_on: NaiveDate, day: NaiveDate) -> u32 {
        let days = (day - anchor_on).num_days();
        let months = i64::from(day.year() - anchor_on.year()) * 12 + i64::from(day.month0())
            - i64::from(anchor_on.month0());
        let passed = match self {
            Self::Once => return 0,
            Self::Every(every, Unit::Day) => days / i64::from(every.max(1)),
            Self::Every(every, Unit::Week) => days / 7 / i64::from(every.max(1)),
            Self::Every(every, Unit::Month | Unit::MonthEnd) => months / i64::from(every.max(1)),
            Self::FirstOfMonth(_) => months,
        };
        u32::try_from(passed - 1).unwrap_or(0)
    }
}

/// Put off until a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// When that was said.
    pub at: DateTime<Utc>,
    /// The day to come back.
    pub until_on: NaiveDate,
}

/// Said to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// When that was said.
    pub at: DateTime<Utc>,
    /// The day of the occurrence that was done.
    pub on: NaiveDate,
}

/// Something that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What it is about.
    pub kind: Kind,
    /// The item it is about; `None`: the company itself.
    pub item: Option<ItemId>,
    /// The day from which every other is computed.
    pub anchor_on: NaiveDate,
    /// How it comes back.
    pub rule: Rule,
    /// When this became known. What would have been said before then is not said any more.
    pub since: DateTime<Utc>,
    /// What somebody last said that was done of it.
    pub done: Option<Done>,
    /// Until which day it is known what became of it.
    pub settled_on: Option<NaiveDate>,
    /// Put off, and until when.
    pub put_off: Option<PutOff>,
}

impl Schedule {
    /// The slot in which the day of the occurrence that was done is written down.
    pub fn done_slot(kind: Kind, item: Option<ItemId>) -> Slot {
        if kind == Kind::Review {
            return Slot { item, question: review::FINISHED.into() };
        }
        Slot { item, question: format!("done-{}", kind.slug()).as_str().into() }
    }

    /// The slot in which it is written until when it was put off.
    pub fn later_slot(kind: Kind, item: Option<ItemId>) -> Slot {
        Slot { item, question: format!("later-{}", kind.slug()).as_str().into() }
    }

    /// The first day on or after `day` on which it falls, done or not.
    pub fn next_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        (self.rule.not_after(self.anchor_on, day).max(self.first())..)
            .map_while(|count| self.rule.occurrence(self.anchor_on, count))
            .find(|on| *on >= day)
    }

    /// The number of the first occurrence. Of what is counted from an earlier day that day itself is none.
    fn first(&self) -> u32 {
        u32::from(self.rule != Rule::Once && self.kind != Kind::Agreement)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::{prelude::*, test_runner::Config};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_of_august_stays_the_last_of_a_month() {
        let review = Rule::Every(6, Unit::Month);
        let days: Vec<_> =
            (1..=4).map(|count| review.occurrence(day("2027-08-31"), count).unwrap().to_string()).collect();
        assert_eq!(days, ["2028-02-29", "2028-08-31", "2029-02-28", "2029-08-31"]);
    }

    #[test]
    fn what_is_there_once_does_not_come_back() {
        assert_eq!(Rule::Once.occurrence(day("2027-01-01"), 0), Some(day("2027-01-01")));
        assert_eq!(Rule::Once.occurrence(day("2027-01-01"), 1), None);
    }

    #[test]
    fn the_first_friday_of_every_month() {
        let days: Vec<_> = (1..=3)
            .map(|count| {
                Rule::FirstOfMonth(Weekday::Fri).occurrence(day("2026-11-30"), count).unwrap().to_string()
            })
            .collect();
        assert_eq!(days, ["2026-12-04", "2027-01-01", "2027-02-05"]);
    }

    fn rules() -> impl Strategy<Value = Rule> {
        prop_oneof![
            (1u32..400).prop_map(|every| Rule::Every(every, Unit::Day)),
            (1u32..9).prop_map(|every| Rule::Every(every, Unit::Week)),
            (1u32..9).prop_map(|every| Rule::Every(every, Unit::MonthEnd)),
            (1u32..30).prop_map(|every| Rule::Every(every, Unit::Month)),
            (0u8..7).prop_map(|day| Rule::FirstOfMonth(Weekday::try_from(day).unwrap())),
        ]
    }

    fn days() -> impl Strategy<Value = NaiveDate> {
        (0u64..12_500).prop_map(|days| day("2026-01-01") + Days::new(days))
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

        #[test]
        fn occurrences_only_grow(rule in rules(), anchor in days(), count in 1u32..50) {
            prop_assert!(rule.occurrence(anchor, count) < rule.occurrence(anchor, count + 1));
        }

        #[test]
        fn a_month_later_is_the_same_day_or_the_last(anchor in days(), count in 1u32..70) {
            let on = Rule::Every(6, Unit::Month).occurrence(anchor, count).unwrap();
            let last = on.succ_opt().unwrap().day() == 1;
            prop_assert!(on.day() == anchor.day() || (last && on.day() < anchor.day()));
            prop_assert_eq!((on.month0() + 12 - anchor.month0()) % 6, 0);
        }

        /// Looking from a late day must not skip what looking through all would find.
        #[test]
        fn the_next_day_is_the_first_of_all_that_follow(rule in rules(), anchor in days(), from in days()) {
            let schedule = Schedule {
                kind: Kind::Review, item: None, anchor_on: anchor, rule,
                since: DateTime::UNIX_EPOCH, done: None, settled_on: None, put_off: None,
            };
            let all = (1..).map_while(|count| rule.occurrence(anchor, count)).find(|on| *on >= from);
            prop_assert_eq!(schedule.next_on(from), all);
        }

        /// Looking begins near a day, however long ago the anchor was.
        #[test]
        fn looking_begins_at_most_two_occurrences_too_early(rule in rules(), anchor in days(), on in days()) {
            let begins = rule.not_after(anchor, on);
            prop_assert!(rule.occurrence(anchor, begins + 2).unwrap() >= on);
        }
    }
}
