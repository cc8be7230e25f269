//! Local time: when a day and an hour are where a company is, and when people want to be left alone.

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::domain::folding::folded;

/// Nothing is said before this hour, nor from [`EVENING`] on.
pub const MORNING: u32 = 8;
/// Nothing is said from this hour on.
pub const EVENING: u32 = 20;
/// The last half hour that can be chosen, so that there is time to say it before the evening.
pub const LAST_MINUTE: u32 = 19 * 60 + 30;

/// The instant at which it is this time on this day in a zone.
///
/// An hour that comes twice counts the first time; an hour that does not come counts when it is over.
pub fn instant(zone: Tz, on: NaiveDate, at: NaiveTime) -> DateTime<Utc> {
    let local = on.and_time(at);
    for later in (0..48).map_while(|hours| local.checked_add_signed(TimeDelta::hours(hours))) {
        match zone.from_local_datetime(&later) {
            LocalResult::Single(found) | LocalResult::Ambiguous(found, _) => return found.to_utc(),
            LocalResult::None => {}
        }
    }
    // No zone leaves out two days; only the calendar ends.
    local.and_utc()
}

/// When the evening of a day begins in a zone.
pub fn evening(zone: Tz, on: NaiveDate) -> DateTime<Utc> {
    instant(zone, on, NaiveTime::from_hms_opt(EVENING, 0, 0).unwrap_or(NaiveTime::MIN))
}

/// Whether nothing may be said now.
pub fn is_quiet(zone: Tz, now: DateTime<Utc>, weekends: bool) -> bool {
    let local = now.with_timezone(&zone);
    !(MORNING..EVENING).contains(&local.hour()) || (!weekends && is_weekend(local.date_naive()))
}

/// Whether a day is a Saturday or a Sunday.
pub fn is_weekend(on: NaiveDate) -> bool {
    matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The zone that somebody means: `Europe/Amsterdam`, `europe/amsterdam`, `Amsterdam`, `New York`, `Curaçao`.
pub fn zone(text: &str) -> Option<Tz> {
    let wanted = text.trim().replace(' ', "_");
    let is = |name: &str| name.eq_ignore_ascii_case(&wanted);
    let by_name = || TZ_VARIANTS.iter().find(|zone| is(zone.name()));
    let by_city =
        || TZ_VARIANTS.iter().find(|zone| zone.name().rsplit_once('/').is_some_and(|(_, city)| is(city)));
    // The names have no accents and no spaces; where there are figures, a sign makes another zone.
    let said = folded(text);
    let sounds_so = |zone: &&Tz| zone.name().rsplit('/').next().is_some_and(|city| folded(city) == said);
    let by_ear = || TZ_VARIANTS.iter().find(sounds_so).filter(|_| !said.contains(char::is_numeric));
    by_name().or_else(by_city).or_else(by_ear).copied()
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use chrono_tz::Europe::Amsterdam;
    use proptest::{prelude::*, test_runner::Config};

    use super::*;

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn half_past_nine_is_half_past_nine_in_winter_and_in_summer() {
        let utc = |text| instant(Amsterdam, day(text), time("09:30:00")).to_string();
        assert_eq!(utc("2027-01-31"), "2027-01-31 08:30:00 UTC");
        assert_eq!(utc("2027-07-31"), "2027-07-31 07:30:00 UTC");
    }

    #[test]
    fn an_hour_that_does_not_come_counts_when_it_is_over_and_one_that_comes_twice_the_first_time() {
        let utc = |text| instant(Amsterdam, day(text), time("02:30:00")).to_string();
        assert_eq!(utc("2027-03-28"), "2027-03-28 01:30:00 UTC");
        assert_eq!(utc("2027-10-31"), "2027-10-31 00:30:00 UTC");
    }

    #[test]
    fn a_zone_is_found_by_its_name_or_its_city_and_nothing_else_is_one() {
        for text in ["Europe/Amsterdam", "europe/amsterdam", "amsterdam", " Amsterdam "] {
            assert_eq!(zone(text), Some(Amsterdam), "{text}");
        }
        for (text, name) in [
            ("new york", "America/New_York"),
            ("Curaçao", "America/Curacao"),
            ("São Paulo", "America/Sao_Paulo"),
            ("port au prince", "America/Port-au-Prince"),
            ("gmt+5", "Etc/GMT+5"),
        ] {
            assert_eq!(zone(text).map(|zone| zone.name()), Some(name), "{text}");
        }
        for text in ["", "Europa/Amsterdam", "Lutjebroek", "Europe", "+1", "gmt 5", "/"] {
            assert_eq!(zone(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_day_of_the_calendar_is_an_instant_in_every_zone() {
        let at = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        for zone in TZ_VARIANTS {
            let end = NaiveDate::MAX.and_time(at).and_utc();
            assert!((end - instant(zone, NaiveDate::MAX, at)).abs() < TimeDelta::hours(24), "{zone}");
        }
    }

    #[test]
    fn the_evening_the_night_and_a_weekend_are_quiet() {
        let quiet = |text: &str, weekends| is_quiet(Amsterdam, text.parse().unwrap(), weekends);
        assert!(quiet("2027-01-04T06:59:59Z", true) && !quiet("2027-01-04T07:00:00Z", true));
        assert!(!quiet("2027-01-04T18:59:59Z", true) && quiet("2027-01-04T19:00:00Z", true));
        assert!(quiet("2027-01-03T12:00:00Z", false) && !quiet("2027-01-03T12:00:00Z", true));
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

        #[test]
        fn a_civil_hour_is_that_hour_on_that_day_and_never_on_the_night_of_a_change(
            days in 0u64..12_784, minutes in (MORNING * 60)..=LAST_MINUTE, place in 0usize..TZ_VARIANTS.len()
        ) {
            let on = day("2026-01-01") + Days::new(days);
            let at = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap();
            let local = instant(Amsterdam, on, at).with_timezone(&Amsterdam);
            prop_assert_eq!(local.naive_local(), on.and_time(at));
            prop_assert!(!is_quiet(Amsterdam, local.to_utc(), true));
            // Elsewhere clocks may change by day; then too it is the hour, or the first one after it that comes.
            let zone = TZ_VARIANTS[place];
            let local = instant(zone, on, at).with_timezone(&zone).naive_local();
            prop_assert!(local >= on.and_time(at) && local <= on.and_time(at) + TimeDelta::hours(24));
        }
    }
}
