//! When and whom a company wants to be reminded: a view of what it answered.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::{Europe::Amsterdam, Tz};
use uuid::Uuid;

use crate::domain::{
    dossier::{Dossier, Slot},
    ids::{PersonId, Slug},
    item::Value,
    schedule::{
        ANCHOR,
        civil::{self, is_weekend},
    },
};

/// The slot with the time zone, as its name.
pub const ZONE: &str = "remind-zone";
/// The slot with the time of day, in minutes after midnight.
pub const MINUTE: &str = "remind-minute";
/// The slot with `yes` or `no`: also on Saturday and Sunday.
pub const WEEKENDS: &str = "remind-weekends";
/// The slot with the first day after a holiday.
pub const PAUSE: &str = "remind-pause";
/// The slot with the words by which the company knows that a reminder is the bot's. When is nothing to it.
pub const PHRASE: &str = "remind-phrase";
/// The slot with the people who want to be reminded.
pub const WANTED: &str = "remind-wanted";
/// The slot with the people who do not.
pub const UNWANTED: &str = "remind-unwanted";

/// Half past nine: the shop is open and the morning is not over.
const USUAL_MINUTE: u32 = 9 * 60 + 30;

/// A holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its first day.
    pub from_on: NaiveDate,
    /// The first day after it.
    pub until_on: NaiveDate,
}

/// When and whom to remind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Habits {
    /// Where the company is.
    pub zone: Tz,
    /// The time of day.
    pub at: NaiveTime,
    /// Also on Saturday and Sunday.
    pub weekends: bool,
    /// A holiday, past or to come.
    pub pause: Option<Pause>,
    /// Who said that they want to be reminded.
    pub wanted: BTreeSet<PersonId>,
    /// Who said that they do not.
    pub unwanted: BTreeSet<PersonId>,
    /// Who made the first call list; is reminded as long as nobody says otherwise.
    pub keeper: Option<PersonId>,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            zone: Amsterdam,
            at: time(USUAL_MINUTE),
            weekends: false,
            pause: None,
            wanted: BTreeSet::new(),
            unwanted: BTreeSet::new(),
            keeper: None,
        }
    }
}

impl Habits {
    /// What a company answered; the usual where it did not.
    pub fn of(dossier: &Dossier) -> Self {
        let usual = Self::default();
        let value = |question: &str| dossier.value(&Slot::own(question));
        let zone = dossier.text(ZONE).and_then(civil::zone).unwrap_or(usual.zone);
        let at = match value(MINUTE) {
            Some(Value::Number(minute)) => time(*minute),
            _ => usual.at,
        };
        let pause = dossier.answer(&Slot::own(PAUSE)).and_then(|answer| match &answer.value {
            Value::Date(until_on) => {
                // What was said today already is not said again after the holiday.
                let local = answer.at.with_timezone(&zone);
                let today = local.date_naive();
                let from_on = if local.time() < at { today } else { today.succ_opt().unwrap_or(today) };
                (from_on < *until_on).then_some(Pause { from_on, until_on: *until_on })
            }
            _ => None,
        });
        let people = |question: &str| match value(question) {
            Some(Value::Choices(people)) => people.iter().filter_map(person).collect(),
            _ => BTreeSet::new(),
        };
        Self {
            zone,
            at,
            // Who makes a backup on Sunday wants to hear of it on Sunday.
            weekends: match dossier.choice(WEEKENDS) {
                Some(choice) => choice.as_str() == "yes",
                None => dossier
                    .choice("backup-day")
                    .is_some_and(|day| matches!(day.as_str(), "saturday" | "sunday")),
            },
            pause,
            wanted: people(WANTED),
            unwanted: people(UNWANTED),
            keeper: dossier.answer(&Slot::own(ANCHOR)).map(|answer| answer.by),
        }
    }

    /// The date of an instant where the company is.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// When something is said that is meant for a day: on that day, or on the first after it that is no holiday and no
    /// weekend.
    pub fn instant(&self, on: NaiveDate) -> DateTime<Utc> {
        civil::instant(self.zone, self.working_day(on), self.at)
    }

    /// Whether nothing may be said now.
    pub fn is_quiet(&self, now: DateTime<Utc>) -> bool {
        let today = self.date(now);
        civil::is_quiet(self.zone, now, self.weekends) || self.working_day(today) != today
    }

    /// The first moment from now on, and not before the hour of choice, at which something may be said.
    pub fn next_open(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        if !self.is_quiet(now) {
            return now;
        }
        let today = self.date(now);
        let days = [Some(today), today.succ_opt()].into_iter().flatten();
        days.map(|on| self.instant(on)).find(|at| *at > now).unwrap_or(now)
    }

    /// When the evening of this day begins where the company is: from then on nothing of today is said any more.
    pub fn evening(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        civil::evening(self.zone, self.date(now))
    }

    fn working_day(&self, on: NaiveDate) -> NaiveDate {
        // A holiday can begin after a weekend and end in one.
        self.after_weekend(self.after_pause(self.after_weekend(on)))
    }

    fn after_pause(&self, on: NaiveDate) -> NaiveDate {
        let begun = self.pause.filter(|pause| pause.from_on <= on);
        begun.map_or(on, |pause| on.max(pause.until_on))
    }

    fn after_weekend(&self, on: NaiveDate) -> NaiveDate {
        let mut days = (0..3).filter_map(|days| on.checked_add_days(Days::new(days)));
        days.find(|day| self.weekends || !is_weekend(*day)).unwrap_or(on)
    }
}

/// A person as a word in a list of choices.
pub fn person_word(person: PersonId) -> Slug {
    person.0.simple().to_string().as_str().into()
}

/// The person that such a word stands for.
pub fn person(word: &Slug) -> Option<PersonId> {
    Uuid::try_parse(word.as_str()).ok().map(PersonId)
}

fn time(minute: u32) -> NaiveTime {
    let chosen = minute.clamp(civil::MORNING * 60, civil::LAST_MINUTE);
    NaiveTime::from_num_seconds_from_midnight_opt(chosen * 60, 0).unwrap_or(NaiveTime::MIN)
}

/// A time of day in minutes after midnight.
pub fn minute_of(at: NaiveTime) -> u32 {
    at.hour() * 60 + at.minute()
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, test_runner::Config};

    use super::*;
    use crate::domain::item::Answer;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn who_makes_a_backup_in_the_weekend_hears_of_it_then_unless_they_say_otherwise() {
        let weekends = |backup_day: &str, said: Option<&str>| {
            let mut dossier = Dossier::default();
            let answers = [("backup-day", Some(backup_day)), (WEEKENDS, said)];
            for (question, word) in answers.into_iter().filter_map(|(id, word)| Some((id, word?))) {
                let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
                let value = Value::Choice(word.into());
                dossier.save_answer(Slot::own(question), Answer { value, by, at, catalogue: 1 });
            }
            Habits::of(&dossier).weekends
        };
        assert!(weekends("saturday", None) && weekends("sunday", None) && !weekends("friday", None));
        assert!(!weekends("sunday", Some("no")) && weekends("friday", Some("yes")));
    }

    #[test]
    fn a_holiday_begins_today_if_nothing_was_said_today_and_must_have_a_day() {
        let pause = |told: &str, until: &str| {
            let value = Value::Date(day(until));
            let (by, at) = (PersonId(Uuid::nil()), told.parse().unwrap());
            let mut dossier = Dossier::default();
            dossier.save_answer(Slot::own(PAUSE), Answer { value, by, at, catalogue: 1 });
            Habits::of(&dossier).pause.map(|pause| pause.from_on.to_string())
        };
        // Half past nine in Amsterdam.
        assert_eq!(pause("2027-01-04T08:29:59Z", "2027-01-06").as_deref(), Some("2027-01-04"));
        assert_eq!(pause("2027-01-04T08:30:00Z", "2027-01-06").as_deref(), Some("2027-01-05"));
        assert_eq!(pause("2027-01-04T08:30:00Z", "2027-01-05"), None);
        assert_eq!(pause("2027-01-04T08:29:59Z", "2027-01-05").as_deref(), Some("2027-01-04"));
        assert_eq!(pause("2027-01-04T08:29:59Z", "2027-01-04"), None, "ended today");
    }

    #[test]
    fn what_falls_in_a_holiday_or_a_weekend_comes_on_the_first_working_day() {
        let pause = Some(Pause { from_on: day("2027-02-01"), until_on: day("2027-02-27") });
        let habits = Habits { pause, ..Habits::default() };
        let on = |text| habits.date(habits.instant(day(text))).to_string();
        assert_eq!(on("2027-01-29"), "2027-01-29");
        assert_eq!(on("2027-01-30"), "2027-03-01");
        assert_eq!(on("2027-02-15"), "2027-03-01");
        assert_eq!(on("2027-03-02"), "2027-03-02");
    }

    #[test]
    fn what_cannot_be_said_at_night_is_said_at_the_hour_of_choice() {
        let habits = Habits::default();
        let open = |text: &str| habits.next_open(text.parse().unwrap()).to_string();
        assert_eq!(open("2027-01-04T02:00:00Z"), "2027-01-04 08:30:00 UTC");
        assert_eq!(open("2027-01-04T12:00:00Z"), "2027-01-04 12:00:00 UTC");
        assert_eq!(open("2027-01-08T21:00:00Z"), "2027-01-11 08:30:00 UTC");
    }

    #[test]
    fn what_is_said_today_is_good_until_the_evening_where_the_company_is() {
        let evening = |zone: Tz, now: &str| {
            Habits { zone, ..Habits::default() }.evening(now.parse().unwrap()).to_string()
        };
        assert_eq!(evening(Amsterdam, "2027-01-04T08:30:00Z"), "2027-01-04 19:00:00 UTC");
        assert_eq!(evening(Amsterdam, "2027-07-05T17:59:00Z"), "2027-07-05 18:00:00 UTC");
        assert_eq!(evening(chrono_tz::Europe::Lisbon, "2027-07-05T18:30:00Z"), "2027-07-05 19:00:00 UTC");
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

        #[test]
        fn what_is_meant_for_a_later_day_is_never_said_earlier_and_never_in_quiet_hours(
            first in 0u64..12_000, gap in 0u64..90, pause in 0u64..12_000, length in 1u64..200,
            minute in 0u32..1_600, weekends in any::<bool>(), now in 1_767_225_600i64..2_871_763_199,
        ) {
            let from_on = day("2026-01-01") + Days::new(pause);
            let habits = Habits {
                at: time(minute), weekends,
                pause: Some(Pause { from_on, until_on: from_on + Days::new(length) }),
                ..Habits::default()
            };
            let on = day("2026-01-01") + Days::new(first);
            let (one, other) = (habits.instant(on), habits.instant(on + Days::new(gap)));
            prop_assert!(one <= other && habits.date(one) >= on);
            prop_assert!(!habits.is_quiet(one) && !habits.is_quiet(other));
            prop_assert!(one < habits.evening(one) && habits.is_quiet(habits.evening(one)));
            let now = DateTime::from_timestamp(now, 0).unwrap();
            let open = habits.next_open(now);
            prop_assert!(open >= now && !habits.is_quiet(open), "{now} {open}");
        }
    }
}
