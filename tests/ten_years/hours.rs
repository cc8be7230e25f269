//! When a firm wants to hear something, reckoned naively: day after day, hour after hour on the clock on its wall.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// What was told about hours and days.
#[derive(Debug)]
pub struct Hours {
    pub zone: Tz,
    pub hour: NaiveTime,
    /// Also on Saturday and Sunday; not told: when the backup is made then.
    pub weekends: Option<bool>,
    pub backup_in_weekend: bool,
    /// When the last holiday was told, and the first day after it.
    pub holiday: Option<(DateTime<Utc>, NaiveDate)>,
}

impl Hours {
    pub fn usual() -> Self {
        Self {
            zone: chrono_tz::Europe::Amsterdam,
            hour: NaiveTime::from_hms_opt(9, 30, 0).unwrap(),
            weekends: None,
            backup_in_weekend: false,
            holiday: None,
        }
    }

    /// What the clock on the wall says.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }

    pub fn today(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    fn is_free(&self, day: NaiveDate) -> bool {
        let works = self.weekends.unwrap_or(self.backup_in_weekend);
        let is_weekend = day.weekday().num_days_from_monday() >= 5;
        (is_weekend && !works) || self.is_holiday(day)
    }

    /// A holiday begins on the day it is told, or on the next one if that day's hour has gone by.
    fn is_holiday(&self, day: NaiveDate) -> bool {
        let Some((told_at, until)) = self.holiday else { return false };
        if day >= until {
            return false;
        }
        let told = self.local(told_at);
        let begins = if told.time() < self.hour { told.date() } else { told.date().succ_opt().unwrap() };
        begins <= day
    }

    /// Whether a holiday goes on.
    pub fn is_away(&self, at: DateTime<Utc>) -> bool {
        self.is_holiday(self.today(at))
    }

    /// The day on which it is said what is meant for a day.
    pub fn told_day(&self, mut day: NaiveDate) -> NaiveDate {
        while self.is_free(day) {
            day = day.succ_opt().unwrap();
        }
        day
    }

    /// When it is said, on the clock on the wall.
    pub fn told(&self, day: NaiveDate) -> NaiveDateTime {
        self.told_day(day).and_time(self.hour)
    }

    pub fn instant(&self, day: NaiveDate) -> DateTime<Utc> {
        self.zone.from_local_datetime(&self.told(day)).earliest().unwrap().to_utc()
    }

    /// Whether nothing may be said.
    pub fn is_quiet(&self, at: DateTime<Utc>) -> bool {
        let local = self.local(at);
        local.hour() < 8 || local.hour() >= 20 || self.is_free(local.date())
    }

    /// What waited for the end of the night waits for the hour of choice.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        !self.is_quiet(at) && self.local(at).time() >= self.hour
    }
}
