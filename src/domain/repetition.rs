//! Something that comes back: every day, week or month from a first day. Pure dates, always counted from the first
//! day, so that the 31st stays the end of the month.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// What is counted between two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks; the day of the week stays.
    Week,
    /// Months; the day of the month stays, or is the last one of a month that is too short.
    Month,
    /// Months, each on its last day.
    MonthEnd,
}

impl Unit {
    /// Its word in ids of messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::MonthEnd => "month-end",
        }
    }
}

/// Every so many days, weeks or months, from a first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Repetition {
    /// How many units lie between two times; 0 counts as 1.
    pub every: u32,
    /// Which unit.
    pub unit: Unit,
    /// The first day, and the anchor of all others.
    pub from: NaiveDate,
}

impl Repetition {
    /// The day with this number, counted from 0. `None`: beyond the calendar.
    pub fn day(self, number: u32) -> Option<NaiveDate> {
        let count = self.every.max(1).checked_mul(number)?;
        match self.unit {
            Unit::Day => self.from.checked_add_days(Days::new(count.into())),
            Unit::Week => self.from.checked_add_days(Days::new(u64::from(count) * 7)),
            Unit::Month => self.from.checked_add_months(Months::new(count)),
            Unit::MonthEnd => {
                let next = self.from.with_day(1)?.checked_add_months(Months::new(count.checked_add(1)?))?;
                next.pred_opt()
            }
        }
    }

    /// How many of its days come on or before `until`.
    fn count_until(self, until: NaiveDate) -> u32 {
        if self.day(0).is_none_or(|first| until < first) {
            return 0;
        }
        let every = i64::from(self.every.max(1));
        let days = (until - self.from).num_days();
        let whole = match self.unit {
            Unit::Day => days / every,
            Unit::Week => days / (7 * every),
            Unit::Month | Unit::MonthEnd => {
                let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
                (month(until) - month(self.from)) / every
            }
        };
        let number = u32::try_from(whole).unwrap_or(u32::MAX - 1);
        // In the month of `until` itself its day may still be to come.
        if self.day(number).is_some_and(|day| day <= until) { number + 1 } else { number }
    }

    /// The first of its days after this one.
    pub fn first_after(self, day: NaiveDate) -> Option<NaiveDate> {
        self.day(self.count_until(day))
    }

    /// Its days on or before this one, the last one first.
    pub fn back_from(self, day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        (0..self.count_until(day)).rev().filter_map(move |number| self.day(number))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_end_of_august_stays_the_end_of_every_month() {
        let every = Repetition { every: 6, unit: Unit::Month, from: day("2026-08-31") };
        let days: Vec<_> = (0..4).map(|number| every.day(number).unwrap().to_string()).collect();
        assert_eq!(days, ["2026-08-31", "2027-02-28", "2027-08-31", "2028-02-29"]);
    }

    #[test]
    fn every_friday_comes_after_this_friday_and_on_the_next() {
        let every = Repetition { every: 1, unit: Unit::Week, from: day("2026-11-27") };
        assert_eq!(every.first_after(day("2026-11-26")), Some(day("2026-11-27")));
        assert_eq!(every.first_after(day("2026-11-27")), Some(day("2026-12-04")));
        assert_eq!(every.back_from(day("2026-12-05")).next(), Some(day("2026-12-04")));
        assert_eq!(every.back_from(day("2026-11-26")).next(), None);
    }

    fn repetition() -> impl Strategy<Value = Repetition> {
        let unit = prop_oneof![Just(Unit::Day), Just(Unit::Week), Just(Unit::Month), Just(Unit::MonthEnd)];
        (0u32..40, unit, 0i64..20_000).prop_map(|(every, unit, from)| Repetition {
            every,
            unit,
            from: NaiveDate::default() + chrono::TimeDelta::days(from),
        })
    }

    proptest! {
        /// What is computed at once is what counting one by one gives, and nothing lies in between.
        #[test]
        fn the_next_day_is_the_one_that_counting_finds(every in repetition(), on in 0i64..22_000) {
            let on = NaiveDate::default() + chrono::TimeDelta::days(on);
            let all: Vec<_> = (0..).map_while(|number| every.day(number)).take_while(|day| *day <= on).collect();
            prop_assert!(all.is_sorted());
            let counted = (0..).filter_map(|number| every.day(number)).find(|day| *day > on);
            prop_assert_eq!(every.first_after(on), counted);
            let back: Vec<_> = every.back_from(on).collect();
            prop_assert_eq!(back, all.into_iter().rev().collect::<Vec<_>>());
        }
    }
}
