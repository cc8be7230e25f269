//! The schedules that follow from what a company answered.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

use crate::domain::{
    agreement::{self, When},
    backup_diary,
    call_list::call_list,
    contract,
    diary::{self, Entry},
    dossier::{Dossier, Slot},
    firm,
    ids::ItemId,
    item::{Answer, Answers, ItemKind, Value},
    repetition::Unit,
    review,
    schedule::{Done, Kind, PutOff, Rule, Schedule, civil, exercise, habits::Habits, standing::standing},
};

/// The slot with the day on which the first call list was there: the anchor of the review.
pub const ANCHOR: &str = "review-anchor";

const HALF_YEARLY: Rule = Rule::Every(review::EVERY_MONTHS, Unit::Month);
const YEARLY: Rule = Rule::Every(12, Unit::Month);
const HALF_YEAR_DAYS: i64 = 182;
/// Numbers that are due so many days before or after the review are called in it.
const PART_OF_REVIEW: i64 = 45;
/// A clock that is ahead by less is not worth speaking of.
const INACCURATE: TimeDelta = TimeDelta::days(1);
/// After 400 years the calendar is the same again.
const CALENDAR_CYCLE: Days = Days::new(146_097);
/// Who never practised is asked to do so this long after saying so.
const FIRST_EXERCISE: Days = Days::new(30);

/// What follows from the answers: the review, numbers, backup days, agreements, exercises, ends of contracts.
pub fn known(dossier: &Dossier, habits: &Habits, now: DateTime<Utc>) -> Vec<Schedule> {
    let mut known = Vec::new();
    let told = Told { dossier, habits, now };
    if let Some((anchor_on, answer)) = date(dossier, &Slot::own(ANCHOR)) {
        let anchor_on = told.past(anchor_on);
        known.push(told.schedule(Kind::Review, None, anchor_on, HALF_YEARLY, answer.at));
        let checked = call_list(dossier).iter().filter_map(|line| line.checked_at).min();
        let checked = checked.filter(|checked| !told.is_ahead(*checked));
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
    known.extend(told.contracts());
    known
}

/// Whether something was told later than it is read: while a clock was wrong.
pub fn is_ahead(told_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    told_at - now > INACCURATE
}

/// What a company answered, to read schedules from.
#[derive(Clone, Copy, Debug)]
pub struct Told<'d> {
    /// The answers.
    pub dossier: &'d Dossier,
    /// When and where the company is reminded.
    pub habits: &'d Habits,
    /// The instant of reading. What was told later was told while a clock was wrong.
    pub now: DateTime<Utc>,
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
        let since = if self.is_ahead(since) { DateTime::<Utc>::MIN_UTC } else { since };
        let done = self.dossier.answer(&Schedule::done_slot(kind, item));
        let done = done.filter(|answer| !self.is_ahead(answer.at)).map(|answer| {
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
        let put_off = put_off.filter(|(_, answer)| !self.is_ahead(answer.at));
        let put_off = put_off.map(|(until_on, answer)| PutOff { at: answer.at, until_on });
        Schedule { kind, item, anchor_on, rule, since, done, settled_on: None, put_off }
    }

    fn is_ahead(&self, at: DateTime<Utc>) -> bool {
        is_ahead(at, self.now)
    }

    /// The last day of which a diary says something that ends it.
    fn settled_on(&self, diary: &Answers, ends: impl Fn(&Entry) -> bool) -> Option<NaiveDate> {
        let entries = diary::entries(diary).into_iter();
        let counts = entries.filter(|(entry, answer)| !self.is_ahead(answer.at) && ends(entry));
        counts.map(|(entry, _)| entry.on).max()
    }

    /// A day that cannot lie ahead. One that does was told while a clock was wrong, and is taken so much earlier that days
    /// of the week and of the month stay what they are.
    fn past(&self, on: NaiveDate) -> NaiveDate {
        let ahead = on > self.habits.date(self.now + INACCURATE);
        if ahead { on.checked_sub_days(CALENDAR_CYCLE).unwrap_or(on) } else { on }
    }

    /// The agreed day, as long as the company itself makes a backup. Every day is a habit and needs no reminder; it is
    /// looked at once a week.
    fn backup(&self) -> Option<Schedule> {
        let told = Slot::own(backup_diary::DAY);
        let day = self.dossier.answer(&told)?;
        let weekday = weekday(&day.value)?;
        let rule = if backup_diary::is_made(self.dossier, &["daily", "weekly"]) {
            Rule::Every(1, Unit::Week)
        } else if backup_diary::is_made(self.dossier, &["monthly"]) {
            Rule::FirstOfMonth(weekday)
        } else {
            return None;
        };
        let (_, since_on) = standing(&told, self.dossier, self.habits)?;
        let since_on = self.past(since_on);
        let anchor_on = last_weekday(since_on, weekday);
        let since = day.at.min(civil::instant(self.habits.zone, since_on, self.habits.at));
        let settled_on = self.dossier.answers(None).and_then(|diary| self.settled_on(diary, |_| true));
        let backup = self.schedule(Kind::Backup, None, anchor_on, rule, since);
        Some(Schedule { settled_on, ..backup })
    }

    /// Agreements that are due, and those about which somebody outside is to be asked.
    fn agreements(&self) -> Vec<Schedule> {
        let mut agreements = Vec::new();
        for item in agreement::agreements(self.dossier) {
            let told_at = |question: &str| item.answers.get(question).map(|answer| answer.at);
            let when = agreement::when(item).zip(told_at(agreement::WHEN));
            if let Some((when, since)) = when {
                let (anchor_on, rule) = match when {
                    When::Once(on) => (on, Rule::Once),
                    When::Every(every) => (every.from, Rule::Every(every.every, every.unit)),
                };
                // Not yet is no end of what is to be done once.
                let ends = |entry: &Entry| rule != Rule::Once || entry.has(agreement::DONE);
                let settled_on = self.settled_on(&item.answers, ends);
                let due = self.schedule(Kind::Agreement, Some(item.id), anchor_on, rule, since);
                agreements.push(Schedule { settled_on, ..due });
            }
            if let Some((reply_on, since)) = agreement::reply_on(item).zip(told_at(agreement::REPLY)) {
                agreements.push(self.schedule(Kind::Reply, Some(item.id), reply_on, Rule::Once, since));
            }
        }
        agreements
    }

    /// The last day to give notice, if one is known. What was over when it was told, and not settled, leaves the end itself.
    fn contracts(&self) -> impl Iterator<Item = Schedule> {
        firm::suppliers(self.dossier).filter_map(move |supplier| {
            let (ends_on, told_at) = contract::ends_on(supplier)?;
            let settled = self.dossier.value(&Schedule::done_slot(Kind::Contract, Some(supplier.id)));
            let notice = contract::notice_by(supplier).filter(|(by, known_at)| {
                settled == Some(&Value::Date(*by))
                    || self.is_ahead(*known_at)
                    || *by >= self.habits.date(*known_at)
            });
            let (on, since) = notice.unwrap_or((ends_on, told_at));
            Some(self.schedule(Kind::Contract, Some(supplier.id), on, Rule::Once, since))
        })
    }

    /// A year after it was last put back; a month after somebody said that it never was.
    fn restores(&self) -> impl Iterator<Item = Schedule> {
        self.dossier.items_of(ItemKind::Data).filter_map(move |data| {
            let told = Slot::of(data.id, backup_diary::RESTORED);
            let answer = self.dossier.answer(&told)?;
            let (anchor_on, rule) = match choice(answer)? {
                "worked" => (self.past(self.stands_since(&told)?), YEARLY),
                "long-ago" | "failed" | "never" => (self.first_exercise(answer)?, Rule::Once),
                _ => return None,
            };
            Some(self.schedule(Kind::Restore, Some(data.id), anchor_on, rule, answer.at))
        })
    }

    fn drill(&self) -> Option<Schedule> {
        let told = Slot::own(exercise::TESTED);
        let answer = self.dossier.answer(&told)?;
        let (anchor_on, rule) = match choice(answer)? {
            "worked" | "partly" | "failed" => {
                let since_on = self.stands_since(&told)?;
                // A day that was told of an earlier test is not the day of this one.
                let tested_on = date(self.dossier, &Slot::own(exercise::TESTED_ON))
                    .filter(|(_, answer)| self.habits.date(answer.at) >= since_on);
                (self.past(tested_on.map_or(since_on, |(on, _)| on)), YEARLY)
            }
            "never" => (self.first_exercise(answer)?, Rule::Once),
            _ => return None,
        };
        Some(self.schedule(Kind::Drill, None, anchor_on, rule, answer.at))
    }

    fn stands_since(&self, told: &Slot) -> Option<NaiveDate> {
        exercise::stands_since(told, self.dossier, self.habits).map(|(_, on)| on)
    }

    fn first_exercise(&self, answer: &Answer) -> Option<NaiveDate> {
        self.habits.date(answer.at).checked_add_days(FIRST_EXERCISE)
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

/// The weekday on which a backup is looked at; of one that is made every day that is Friday.
fn weekday(value: &Value) -> Option<Weekday> {
    match value {
        Value::Choice(choice) if choice.as_str() == "every-day" => Some(Weekday::Fri),
        Value::Choice(choice) => backup_diary::weekday_of(choice),
        _ => None,
    }
}

/// The last such weekday up to a day.
fn last_weekday(on: NaiveDate, weekday: Weekday) -> NaiveDate {
    let back = on.weekday().days_since(weekday);
    on.checked_sub_days(Days::new(back.into())).unwrap_or(on)
}

#[cfg(test)]
mod tests;
