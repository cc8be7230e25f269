//! The agenda file: whole days with an alarm, as iCalendar (RFC 5545).
//!
//! Every day keeps its UID, and a later file has a higher SEQUENCE: taken in twice, it changes what is there. Titles say
//! what sort of thing is due and nothing about the firm.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

use crate::{
    domain::{
        appointment::{Appointment, Every},
        ids::CompanyId,
    },
    text::{Language, Msg, Texts},
};

/// The name of the file.
pub const FILE_NAME: &str = "noodplan.ics";
/// What the file is.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// The alarm sounds at nine in the morning, wherever the agenda is.
const ALARM: TimeDelta = TimeDelta::hours(9);
/// Months have this many days at least.
const SHORTEST_MONTH: u32 = 28;

/// The agenda file of a company, as made at this instant.
pub fn render(
    appointments: &[Appointment],
    company: CompanyId,
    made_at: DateTime<Utc>,
    language: Language,
    texts: &Texts,
) -> String {
    let words = |id: &'static str, appointment: &Appointment| {
        texts.for_machine(language, &Msg::new(id).key("kind", appointment.kind.clone()))
    };
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//noodplan//noodplan//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for appointment in appointments {
        let title = words("calendar-title", appointment);
        let uid = uid(company, appointment);
        let mut event = Event::with_uid(&uid);
        event
            .timestamp(made_at)
            .sequence(sequence(made_at))
            // With an end, the library would make it a day of no length.
            .starts(appointment.first_on)
            .summary(&title)
            .description(&words("calendar-about", appointment))
            .add_property("TRANSP", "TRANSPARENT")
            .add_property("CLASS", "PRIVATE");
        if let Some(every) = appointment.every {
            event.add_property("RRULE", rule(every, appointment.first_on.day()));
        }
        // Without a name and a time the library would take a random one and read the clock.
        let mut alarm = Alarm::display(&title, Trigger::after_start(ALARM));
        alarm.uid(&format!("alarm-{uid}")).timestamp(made_at);
        calendar.push(event.alarm(alarm.done()).done());
    }
    calendar.to_string()
}

fn uid(company: CompanyId, appointment: &Appointment) -> String {
    format!("{}-{}@noodplan", appointment.key, company.0.simple())
}

/// Grows with time, by one a minute; far from the largest number an agenda takes for some four thousand years.
fn sequence(made_at: DateTime<Utc>) -> u32 {
    u32::try_from(made_at.timestamp() / 60).unwrap_or(0)
}

/// "The 31st" means the last day where a month has no 31st; agendas would skip that month.
fn rule(every: Every, day: u32) -> String {
    match every {
        Every::Weeks(weeks) => format!("FREQ=WEEKLY;INTERVAL={weeks}"),
        Every::Months(months) if day > SHORTEST_MONTH => {
            let days: Vec<String> = (SHORTEST_MONTH..=day).map(|day| day.to_string()).collect();
            format!("FREQ=MONTHLY;INTERVAL={months};BYMONTHDAY={};BYSETPOS=-1", days.join(","))
        }
        Every::Months(months) => format!("FREQ=MONTHLY;INTERVAL={months}"),
    }
}

#[cfg(test)]
mod tests {
    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
    use chrono::{Months, NaiveDate, TimeZone};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::dialogue::Content;

    fn texts() -> Texts {
        Content::built_in().unwrap().texts
    }

    fn noon(days: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap() + TimeDelta::days(days)
    }

    fn review(first_on: NaiveDate) -> Appointment {
        Appointment { key: "review".into(), kind: "review".into(), first_on, every: Some(Every::Months(6)) }
    }

    fn made(appointments: &[Appointment], language: Language) -> String {
        render(appointments, CompanyId(Uuid::from_u128(7)), noon(0), language, &texts())
    }

    /// The first days of the only appointment, as another library reads them.
    fn expanded(file: &str, count: usize) -> Vec<NaiveDate> {
        let read = ICalendar::parse(file).unwrap();
        let dates = read.expand_dates(calcard::common::timezone::Tz::UTC, count);
        assert!(dates.errors.is_empty());
        dates.events.into_iter().map(|event| event.try_into_date_time().unwrap().start.date_naive()).collect()
    }

    fn clamped(first: NaiveDate, count: u32) -> Vec<NaiveDate> {
        (0..count).map(|turn| first.checked_add_months(Months::new(6 * turn)).unwrap()).collect()
    }

    #[test]
    fn the_end_of_a_month_stays_the_end_of_a_month() {
        let first = NaiveDate::from_ymd_opt(2026, 8, 31).unwrap();
        let days = expanded(&made(&[review(first)], Language::Nl), 5);
        let wanted = ["2026-08-31", "2027-02-28", "2027-08-31", "2028-02-29", "2028-08-31"];
        assert_eq!(days.iter().map(ToString::to_string).collect::<Vec<_>>(), wanted);
    }

    proptest! {
        #[test]
        fn another_library_reads_the_days_that_were_meant(day in 0_u64..3_000) {
            let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day);
            let days = expanded(&made(&[review(first)], Language::En), 6);
            prop_assert_eq!(days, clamped(first, 6));
        }
    }

    #[test]
    fn a_later_file_has_the_same_names_and_a_higher_sequence() {
        let first = NaiveDate::from_ymd_opt(2027, 5, 23).unwrap();
        let file = |days| {
            let text =
                render(&[review(first)], CompanyId(Uuid::from_u128(7)), noon(days), Language::Nl, &texts());
            let read = ICalendar::parse(text).unwrap();
            let event = read.components.iter().find(|part| part.uid().is_some()).unwrap();
            let Some(ICalendarValue::Integer(sequence)) =
                event.property(&ICalendarProperty::Sequence).and_then(|entry| entry.values.first())
            else {
                panic!("there is no sequence")
            };
            (event.uid().unwrap().to_owned(), *sequence)
        };
        let (now, later) = (file(0), file(1));
        assert_eq!(now.0, later.0);
        assert!(now.1 < later.1);
    }

    #[test]
    fn the_file_is_the_same_each_time_and_every_line_ends_as_the_standard_says() {
        let first = NaiveDate::from_ymd_opt(2027, 5, 23).unwrap();
        let file = made(&[review(first)], Language::Nl);
        assert_eq!(file, made(&[review(first)], Language::Nl));
        assert!(file.split("\r\n").all(|line| !line.contains(['\r', '\n']) && line.len() <= 75), "{file}");
        assert!(file.contains("TRIGGER") && file.contains("PT32400S"), "{file}");
    }
}
