//! The series as they are promised, written out, and a calendar that is walked through day by day.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use noodplan::domain::schedule::Kind;

/// Months and days from the day itself, and who hears it.
type Away = (i32, i64, Hearers);

/// Who hears a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearers {
    /// Whose matter it is.
    Own,
    /// The others too.
    All,
}

use Hearers::{All, Own};

const REVIEW: [Away; 10] = [
    (0, -14, Own),
    (0, 0, Own),
    (0, 7, Own),
    (0, 14, Own),
    (0, 21, Own),
    (1, 0, All),
    (2, 0, All),
    (3, 0, All),
    (4, 0, All),
    (5, 0, All),
];
const NUMBERS: [Away; 1] = [(0, 0, Own)];
const EVERY_WEEK: [Away; 2] = [(0, 0, Own), (0, 2, Own)];
const EVERY_MONTH: [Away; 3] = [(0, 0, Own), (0, 3, Own), (0, 10, All)];
const PROMISED: [Away; 3] = [(0, 0, Own), (0, 7, Own), (0, 21, All)];
const CONTRACT: [Away; 4] = [(-3, 0, Own), (-1, 0, Own), (0, -7, All), (0, 0, All)];
const ACCEPTED: [Away; 3] = [(0, -14, Own), (0, 0, Own), (0, 14, All)];
const EXERCISE: [Away; 4] = [(0, -14, Own), (0, 0, Own), (0, 14, Own), (1, 0, All)];

/// No series has more steps.
pub const MOST_STEPS: usize = 10;
/// A review that is done so many days early is done.
pub const EARLY: u64 = 60;

/// How something comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Often {
    /// On one day only.
    Once,
    /// Every so many weeks from a day.
    Weeks(i64),
    /// Every so many months from a day, on the last day of a month that is too short.
    Months(i32),
    /// Every such weekday after a day.
    Weekday(Weekday),
    /// Every first such weekday of a month after a day.
    FirstOfMonth(Weekday),
}

impl Often {
    fn falls_on(self, day: NaiveDate, from: NaiveDate) -> bool {
        let months = (day.year() - from.year()) * 12 + day.month().cast_signed() - from.month().cast_signed();
        match self {
            Self::Once => day == from,
            Self::Weeks(every) => (day - from).num_days() % (7 * every) == 0,
            Self::Months(every) => months % every == 0 && day.day() == from.day().min(last_day(day)),
            Self::Weekday(weekday) => day.weekday() == weekday,
            Self::FirstOfMonth(weekday) => day.weekday() == weekday && day.day() <= 7,
        }
    }
}

fn last_day(day: NaiveDate) -> u32 {
    (28..=31).rev().find(|last| day.with_day(*last).is_some()).unwrap()
}

/// One time of saying something.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The day it is meant for.
    pub day: NaiveDate,
    /// The day it is about.
    pub on: NaiveDate,
    /// Which step of the series.
    pub number: u8,
    pub hearers: Hearers,
}

fn series(kind: Kind, often: Often) -> &'static [Away] {
    match (kind, often) {
        (Kind::Review, _) => &REVIEW,
        (Kind::Numbers, _) => &NUMBERS,
        (Kind::Backup | Kind::Agreement, Often::Weeks(_) | Often::Weekday(_)) => &EVERY_WEEK,
        (Kind::Backup | Kind::Agreement, Often::Months(_) | Often::FirstOfMonth(_)) => &EVERY_MONTH,
        (Kind::Backup | Kind::Agreement | Kind::Reply, _) => &PROMISED,
        (Kind::Contract, _) => &CONTRACT,
        (Kind::Acceptance, _) => &ACCEPTED,
        (Kind::Restore | Kind::Drill, _) => &EXERCISE,
        (Kind::EndOfLife, _) => panic!("the day on which updates end is nobody's choice"),
    }
}

fn away(on: NaiveDate, (months, days, _): Away) -> NaiveDate {
    let length = Months::new(months.unsigned_abs());
    let moved = if months < 0 { on - length } else { on + length };
    moved + TimeDelta::days(days)
}

/// Every step until a day. The day from which is counted is one of those on which it falls only if it was agreed as such.
pub fn written_out(kind: Kind, often: Often, from: NaiveDate, until: NaiveDate) -> Vec<Step> {
    let with_first = often == Often::Once || kind == Kind::Agreement;
    let days = from.iter_days().take_while(|day| *day < until);
    let falls = days.filter(|day| often.falls_on(*day, from) && (*day > from || with_first));
    let steps = falls.flat_map(|on| {
        (0..).zip(series(kind, often)).map(move |(number, step)| {
            let (_, _, hearers) = *step;
            Step { day: away(on, *step), on, number, hearers }
        })
    });
    let steps: Vec<Step> = steps.collect();
    assert!(steps.is_sorted_by_key(|step| step.day), "a series of {kind:?} runs into the next");
    steps
}
