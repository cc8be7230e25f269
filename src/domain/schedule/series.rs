//! A series, not a shot: every occurrence of a schedule is said a few times, until it is done or put off.
//!
//! Pure: position in time goes in, what is to be said comes out. Nothing here remembers what was said.

use std::cmp::Ordering;

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{CompanyId, ItemId},
    repetition::Unit,
    schedule::{Kind, Rule, Schedule, civil, habits::Habits},
};

/// One time of saying something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which occurrence of the schedule.
    pub count: u32,
    /// The day of that occurrence.
    pub on: NaiveDate,
    /// Which step of its series, counted from 0. A step that was put off keeps its number.
    pub number: u8,
    /// When it is said.
    pub at: DateTime<Utc>,
    /// Asked often enough: it is said to the others too.
    pub to_all: bool,
    /// It was put off until this day.
    pub until_on: Option<NaiveDate>,
}

/// What was said last about something: enough to know it again at whatever hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Said {
    /// The company it was said of; `None`: of the one that was spoken for, before it was written down with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// What it was about.
    pub kind: Kind,
    /// The item it was about.
    pub item: Option<ItemId>,
    /// The day of the occurrence.
    pub on: NaiveDate,
    /// The step of its series.
    pub number: u8,
    /// It was put off until this day.
    pub until_on: Option<NaiveDate>,
}

/// Something to be said now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What it is about.
    pub kind: Kind,
    /// The item it is about.
    pub item: Option<ItemId>,
    /// The last step that is due.
    pub step: Step,
    /// When the first of all steps that are due was to be said.
    pub first_at: DateTime<Utc>,
    /// Earlier steps that were not said and are part of this one.
    pub missed: usize,
}

impl Due {
    /// The occurrence that it is about.
    pub fn about(&self) -> (Kind, Option<ItemId>, NaiveDate) {
        (self.kind, self.item, self.step.on)
    }

    /// What will have been said of this company.
    pub fn said(&self, company: CompanyId) -> Said {
        let Step { on, number, until_on, .. } = self.step;
        Said { company: Some(company), kind: self.kind, item: self.item, on, number, until_on }
    }

    /// Whether this, or what comes after it, is among what was said before of its company. An hour or a zone that is changed
    /// moves steps that were said already.
    pub fn is_repeat(&self, said: &[Said]) -> bool {
        let mut of_this = said.iter().filter(|said| (said.kind, said.item) == (self.kind, self.item));
        of_this.any(|said| match said.on.cmp(&self.step.on) {
            Ordering::Less => false,
            Ordering::Greater => !self.can_come_sooner(),
            Ordering::Equal => {
                let later = said.until_on.is_none() && said.number > self.step.number;
                match self.step.until_on {
                    Some(until) => later || said.until_on == Some(until),
                    None => said.number >= self.step.number,
                }
            }
        })
    }

    /// Whether it is said ahead of a day that may turn out to be an earlier one.
    fn can_come_sooner(&self) -> bool {
        matches!(self.kind, Kind::Contract | Kind::EndOfLife | Kind::Acceptance)
    }
}

/// An occurrence that was said and is neither done nor over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// What it is about.
    pub kind: Kind,
    /// The item it is about.
    pub item: Option<ItemId>,
    /// Its day.
    pub on: NaiveDate,
    /// It was put off, and comes back on this day.
    pub until_on: Option<NaiveDate>,
}

/// A distance from the day of the occurrence.
#[derive(Clone, Copy, Debug)]
struct Offset {
    months: i32,
    days: i64,
    to_all: bool,
}

const fn days(days: i64) -> Offset {
    Offset { months: 0, days, to_all: false }
}

const fn months(months: i32) -> Offset {
    Offset { months, days: 0, to_all: false }
}

const fn all(offset: Offset) -> Offset {
    Offset { to_all: true, ..offset }
}

const REVIEW: [Offset; 10] = [
    days(-14),
    days(0),
    days(7),
    days(14),
    days(21),
    all(months(1)),
    all(months(2)),
    all(months(3)),
    all(months(4)),
    all(months(5)),
];
const EVERY_WEEK: [Offset; 2] = [days(0), days(2)];
const EVERY_MONTH: [Offset; 3] = [days(0), days(3), all(days(10))];
const PROMISED: [Offset; 3] = [days(0), days(7), all(days(21))];
const CONTRACT: [Offset; 4] = [months(-3), months(-1), all(days(-7)), all(days(0))];
const END_OF_LIFE: [Offset; 4] = [months(-12), months(-6), months(-3), all(days(0))];
const ACCEPTANCE: [Offset; 3] = [days(-14), days(0), all(days(14))];
const EXERCISE: [Offset; 4] = [days(-14), days(0), days(14), all(months(1))];
const JUST_ONCE: [Offset; 1] = [days(0)];

/// How long a thing that is there once stays open after its day.
const OPEN_AFTER: Days = Days::new(60);

fn offsets(kind: Kind, rule: Rule) -> &'static [Offset] {
    match (kind, rule) {
        (Kind::Review, _) => &REVIEW,
        (Kind::Numbers, _) | (_, Rule::Every(0..3, Unit::Day)) => &JUST_ONCE,
        (Kind::Backup | Kind::Agreement, Rule::Every(_, Unit::Day | Unit::Week)) => &EVERY_WEEK,
        (Kind::Agreement, Rule::Once) | (Kind::Reply, _) => &PROMISED,
        (Kind::Backup | Kind::Agreement, _) => &EVERY_MONTH,
        (Kind::Contract, _) => &CONTRACT,
        (Kind::EndOfLife, _) => &END_OF_LIFE,
        (Kind::Acceptance, _) => &ACCEPTANCE,
        (Kind::Restore | Kind::Drill, _) => &EXERCISE,
    }
}

/// Who does what comes back so long before its day, in days, has done it.
fn early(kind: Kind, rule: Rule) -> u64 {
    match (kind, rule) {
        (_, Rule::Every(every, Unit::Day)) => u64::from(every / 2),
        (_, Rule::Every(every, Unit::Week)) => u64::from(every) * 7 / 2,
        (Kind::Review | Kind::Numbers | Kind::Restore | Kind::Drill, _) => 60,
        (_, _) => 14,
    }
}

impl Offset {
    fn from(self, on: NaiveDate) -> Option<NaiveDate> {
        let months = Months::new(self.months.unsigned_abs());
        let on = if self.months < 0 { on.checked_sub_months(months) } else { on.checked_add_months(months) }?;
        on.checked_add_signed(TimeDelta::try_days(self.days)?)
    }
}

impl Schedule {
    /// The first step after an instant.
    pub fn next_step(&self, habits: &Habits, after: DateTime<Utc>) -> Option<Step> {
        self.steps(habits, after).next()
    }

    /// What is to be said when everything up to `after` was said and it is `until` now: the last of all steps between.
    pub fn due(&self, habits: &Habits, after: DateTime<Utc>, until: DateTime<Utc>) -> Option<Due> {
        let mut due = self.steps(habits, after).take_while(|step| step.at <= until);
        let first = due.next()?;
        let (step, missed) = due.fold((first, 0), |(_, missed), step| (step, missed + 1));
        Some(Due { kind: self.kind, item: self.item, step, first_at: first.at, missed })
    }

    /// Every step after an instant that is still to be said, in order.
    pub fn steps<'a>(&'a self, habits: &'a Habits, after: DateTime<Utc>) -> impl Iterator<Item = Step> + 'a {
        let put_off = self.put_off_step(habits);
        // Beyond its next time nothing can be put off: that comes on its own day.
        let back = put_off.filter(|step| step.at > after && !self.has_begun(habits, step.count + 1, step.at));
        let rest = self.natural(habits, after).filter(move |step| {
            put_off.is_none_or(|put_off| step.count > put_off.count || step.at > put_off.at)
        });
        back.into_iter()
            .chain(rest)
            .filter(move |step| step.at > self.since && !self.is_done(habits, step.on))
    }

    /// When what was put off comes back, unless it was done.
    fn put_off_step(&self, habits: &Habits) -> Option<Step> {
        let put_off = self.put_off?;
        // All day long it is the same occurrence, so that another hour to remind makes no other one of it.
        let said_at = put_off.at.max(civil::instant(habits.zone, habits.date(put_off.at), habits.at));
        // What had not begun then was not put off: since then it was done, or its day was moved.
        let belongs = self.last_begun(habits, said_at).filter(|step| !self.is_done(habits, step.on))?;
        let at = habits.instant(put_off.until_on);
        // Who puts it off week after week does not keep it from the others.
        let to_all = offsets(self.kind, self.rule)
            .iter()
            .filter(|offset| offset.to_all)
            .any(|offset| offset.from(belongs.on).is_some_and(|said_on| habits.instant(said_on) <= at));
        Some(Step { at, to_all, until_on: Some(put_off.until_on), ..belongs })
    }

    /// Whether an occurrence was said for the first time by then.
    fn has_begun(&self, habits: &Habits, count: u32, by: DateTime<Utc>) -> bool {
        self.first_day(count).is_some_and(|first| habits.instant(first) <= by)
    }

    /// The occurrence that was said and waits to be done.
    pub fn open(&self, habits: &Habits, now: DateTime<Utc>) -> Option<Open> {
        let step = self.last_begun(habits, now)?;
        let known = self.last_step(habits, step.count).is_some_and(|last| last > self.since);
        let comes_back = self.first_day(step.count + 1).is_some();
        let is_past = step.on.checked_add_days(OPEN_AFTER).is_some_and(|last| habits.date(now) > last);
        let open = known && (comes_back || !is_past) && !self.is_done(habits, step.on);
        let put_off = self.put_off_step(habits).filter(|put_off| put_off.count == step.count);
        let until_on = put_off.and_then(|put_off| put_off.until_on).filter(|until| *until > habits.date(now));
        open.then_some(Open { kind: self.kind, item: self.item, on: step.on, until_on })
    }

    /// Whether the occurrence on this day was done. What comes back was, when it was done on its day, later, or not too
    /// early; what is there once only if that day was meant: another day is another matter.
    fn is_done(&self, habits: &Habits, on: NaiveDate) -> bool {
        if self.settled_on.is_some_and(|settled| settled >= on) {
            return true;
        }
        let Some(done) = self.done else { return false };
        if self.rule == Rule::Once {
            return done.on == on;
        }
        let early = on.checked_sub_days(Days::new(early(self.kind, self.rule)));
        early.is_none_or(|early| habits.date(done.at) >= early)
    }

    /// All steps after an instant, done or not.
    fn natural<'a>(&'a self, habits: &'a Habits, after: DateTime<Utc>) -> impl Iterator<Item = Step> + 'a {
        let today = habits.date(after);
        // A holiday holds steps up that fell long before its end, until the first working day after it.
        let pause = habits.pause.filter(|pause| after < habits.instant(pause.until_on));
        let from = pause.map_or(today, |pause| today.min(pause.from_on));
        let offsets = offsets(self.kind, self.rule);
        (self.first_count(from)..)
            .map_while(|count| Some((count, self.rule.occurrence(self.anchor_on, count)?)))
            .flat_map(move |(count, on)| {
                (0u8..).zip(offsets).filter_map(move |(number, offset)| {
                    let said_on = offset.from(on)?;
                    // A weekend moves a step by two days at most.
                    let late_enough = said_on.checked_add_days(Days::new(2)).is_none_or(|last| last >= from);
                    late_enough.then(|| Step {
                        count,
                        on,
                        number,
                        at: habits.instant(said_on),
                        to_all: offset.to_all,
                        until_on: None,
                    })
                })
            })
            .filter(move |step| step.at > after)
    }

    /// The last step up to an instant.
    fn last_begun(&self, habits: &Habits, at: DateTime<Utc>) -> Option<Step> {
        let begun = (self.first_count(habits.date(at))..)
            .map_while(|count| Some((count, self.first_day(count)?)))
            .take_while(|(_, first_on)| habits.instant(*first_on) <= at);
        let (count, _) = begun.last()?;
        let on = self.rule.occurrence(self.anchor_on, count)?;
        let steps = (0u8..).zip(offsets(self.kind, self.rule)).filter_map(|(number, offset)| {
            let at = habits.instant(offset.from(on)?);
            Some(Step { count, on, number, at, to_all: offset.to_all, until_on: None })
        });
        steps.take_while(|step| step.at <= at).last()
    }

    fn first_day(&self, count: u32) -> Option<NaiveDate> {
        let on = self.rule.occurrence(self.anchor_on, count)?;
        offsets(self.kind, self.rule).first()?.from(on)
    }

    fn last_step(&self, habits: &Habits, count: u32) -> Option<DateTime<Utc>> {
        let on = self.rule.occurrence(self.anchor_on, count)?;
        Some(habits.instant(offsets(self.kind, self.rule).last()?.from(on)?))
    }

    /// The number of an occurrence before all that have a step on or after a day.
    fn first_count(&self, day: NaiveDate) -> u32 {
        // A few days more than a series takes: a weekend moves its last step.
        let longest = match self.kind {
            Kind::Review => 165,
            Kind::Backup => 17,
            _ => 45,
        };
        let day = day.checked_sub_days(Days::new(longest)).unwrap_or(self.anchor_on);
        self.rule.not_after(self.anchor_on, day).max(self.first())
    }
}

/// Everything that is to be said when everything up to `after` was said and it is `until` now, in the order of telling.
pub fn due(schedules: &[Schedule], habits: &Habits, after: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Due> {
    let mut due: Vec<Due> =
        schedules.iter().filter_map(|schedule| schedule.due(habits, after, until)).collect();
    due.sort_by_key(|due| (due.kind, due.step.on, due.item));
    due
}

/// When there is next something to say after an instant.
pub fn next_at(schedules: &[Schedule], habits: &Habits, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
    schedules.iter().filter_map(|schedule| schedule.next_step(habits, after)).map(|step| step.at).min()
}

#[cfg(test)]
mod tests;
