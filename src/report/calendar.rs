//! The agenda file: whole days with an alarm, as iCalendar (RFC 5545).
//!
//! Every day keeps its UID, and a later file has a higher SEQUENCE: taken in twice, it changes what is there. What is
//! left out would stay in an agenda, so what is over is cancelled. Titles say what sort of thing is due and nothing about
//! the firm.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

use crate::{
    domain::{
        ids::CompanyId,
        repetition::Unit,
        schedule::{Kind, Rule, Schedule},
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

/// The agenda file of a company, as made at this instant: what comes on `from_on` or later. What is done, or gone with
/// what it was about, is cancelled.
pub fn render(
    schedules: &[Schedule],
    gone: &[Schedule],
    from_on: NaiveDate,
    company: CompanyId,
    made_at: DateTime<Utc>,
    language: Language,
    texts: &Texts,
) -> String {
    let words =
        |id: &'static str, kind: Kind| texts.for_machine(language, &Msg::new(id).key("kind", kind.slug()));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//noodplan//noodplan//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(&texts.for_machine(language, &"calendar-name".into()));
    let coming = schedules.iter().map(|schedule| (schedule, false));
    for (schedule, is_gone) in coming.chain(gone.iter().map(|schedule| (schedule, true))) {
        let Some(first_on) = schedule.next_on(from_on) else { continue };
        let title = words("calendar-title", schedule.kind);
        let uid = uid(company, schedule);
        let mut event = Event::with_uid(&uid);
        event
            .timestamp(made_at)
            .sequence(sequence(made_at))
            // With an end, the library would make it a day of no length.
            .starts(first_on)
            .summary(&title)
            .description(&words("calendar-about", schedule.kind))
            .add_property("TRANSP", "TRANSPARENT")
            .add_property("CLASS", "PRIVATE");
        if let Some(rule) = rule(schedule.rule, schedule.anchor_on.day()) {
            event.add_property("RRULE", rule);
        }
        if is_gone || is_over(schedule, first_on) {
            event.add_property("STATUS", "CANCELLED");
        } else {
            // Without a name and a time the library would take a random one and read the clock.
            let mut alarm = Alarm::display(&title, Trigger::after_start(ALARM));
            alarm.uid(&format!("alarm-{uid}")).timestamp(made_at);
            event.alarm(alarm.done());
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// Whether it is done once and for all.
fn is_over(schedule: &Schedule, on: NaiveDate) -> bool {
    let done = schedule.done.is_some_and(|done| done.on == on)
        || schedule.settled_on.is_some_and(|settled| settled >= on);
    schedule.rule == Rule::Once && done
}

/// The name of an event, for ever.
fn uid(company: CompanyId, schedule: &Schedule) -> String {
    let about = schedule.item.map(|item| format!("-{}", item.0)).unwrap_or_default();
    format!("{}{about}-{}@noodplan", schedule.kind.slug(), company.0.simple())
}

/// Grows with time, by one a minute; far from the largest number an agenda takes for some four thousand years.
fn sequence(made_at: DateTime<Utc>) -> u32 {
    u32::try_from(made_at.timestamp() / 60).unwrap_or(0)
}

/// How an event comes back. "The 31st" means the last day where a month has no 31st; agendas would skip that month.
fn rule(rule: Rule, anchor_day: u32) -> Option<String> {
    Some(match rule {
        Rule::Once => return None,
        Rule::Every(days, Unit::Day) => format!("FREQ=DAILY;INTERVAL={}", days.max(1)),
        Rule::Every(weeks, Unit::Week) => format!("FREQ=WEEKLY;INTERVAL={}", weeks.max(1)),
        Rule::Every(months, Unit::MonthEnd) => {
            format!("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY=-1", months.max(1))
        }
        Rule::Every(months, Unit::Month) if anchor_day > SHORTEST_MONTH => {
            let days: Vec<String> = (SHORTEST_MONTH..=anchor_day).map(|day| day.to_string()).collect();
            format!("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={};BYSETPOS=-1", months.max(1), days.join(","))
        }
        Rule::Every(months, Unit::Month) => format!("FREQ=MONTHLY;INTERVAL={}", months.max(1)),
        Rule::FirstOfMonth(weekday) => format!("FREQ=MONTHLY;BYDAY=1{}", day_of_week(weekday)),
    })
}

/// A day of the week as iCalendar writes it.
fn day_of_week(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
    use chrono::{Days, TimeZone};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::Content,
        domain::{ids::ItemId, schedule::Done},
    };

    fn texts() -> Texts {
        Content::built_in().unwrap().texts
    }

    fn noon(days: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap() + TimeDelta::days(days)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn schedule(anchor_on: NaiveDate, rule: Rule) -> Schedule {
        Schedule {
            kind: Kind::Review,
            item: None,
            anchor_on,
            rule,
            since: noon(0),
            done: None,
            settled_on: None,
            put_off: None,
        }
    }

    fn review(anchor_on: NaiveDate) -> Schedule {
        schedule(anchor_on, Rule::Every(6, Unit::Month))
    }

    fn made(schedules: &[Schedule], from_on: NaiveDate, made_at: DateTime<Utc>) -> String {
        made_without(schedules, &[], from_on, made_at)
    }

    fn made_without(
        schedules: &[Schedule],
        gone: &[Schedule],
        from_on: NaiveDate,
        made_at: DateTime<Utc>,
    ) -> String {
        rendered(schedules, gone, from_on, made_at, Language::Nl)
    }

    fn rendered(
        schedules: &[Schedule],
        gone: &[Schedule],
        from_on: NaiveDate,
        made_at: DateTime<Utc>,
        language: Language,
    ) -> String {
        let company = CompanyId(Uuid::from_u128(7));
        render(schedules, gone, from_on, company, made_at, language, &texts())
    }

    /// The first days of the only event, as another library reads them.
    fn expanded(file: &str, count: usize) -> Vec<NaiveDate> {
        let read = ICalendar::parse(file).unwrap();
        let dates = read.expand_dates(calcard::common::timezone::Tz::UTC, count);
        assert!(dates.errors.is_empty());
        dates.events.into_iter().map(|event| event.try_into_date_time().unwrap().start.date_naive()).collect()
    }

    fn meant(schedule: &Schedule, from_on: NaiveDate, count: usize) -> Vec<NaiveDate> {
        let next = |after: &NaiveDate| schedule.next_on(after.succ_opt()?);
        std::iter::successors(schedule.next_on(from_on), next).take(count).collect()
    }

    #[test]
    fn the_end_of_a_month_stays_the_end_of_a_month() {
        let anchor = day("2026-08-31");
        let days = expanded(&made(&[review(anchor)], day("2026-11-23"), noon(0)), 4);
        let wanted = ["2027-02-28", "2027-08-31", "2028-02-29", "2028-08-31"];
        assert_eq!(days.iter().map(ToString::to_string).collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn the_review_is_written_as_every_six_months_in_one_rule() {
        let file = made(&[review(day("2026-11-23"))], day("2026-11-24"), noon(1));
        for line in ["DTSTART;VALUE=DATE:20270523", "RRULE:FREQ=MONTHLY;INTERVAL=6", "BEGIN:VALARM"] {
            assert_eq!(file.lines().filter(|found| *found == line).count(), 1, "{line}: {file}");
        }
    }

    fn rules() -> impl Strategy<Value = Rule> {
        prop_oneof![
            (1_u32..40).prop_map(|every| Rule::Every(every, Unit::Day)),
            (1_u32..9).prop_map(|every| Rule::Every(every, Unit::Week)),
            (1_u32..25).prop_map(|every| Rule::Every(every, Unit::Month)),
            (1_u32..9).prop_map(|every| Rule::Every(every, Unit::MonthEnd)),
            (0_u8..7).prop_map(|day| Rule::FirstOfMonth(Weekday::try_from(day).unwrap())),
        ]
    }

    proptest! {
        #[test]
        fn another_library_reads_the_days_that_were_meant(
            rule in rules(), anchor in 0_u64..3_000, from in 0_u64..3_000,
        ) {
            let (anchor, from) = (day("2026-01-01") + Days::new(anchor), day("2026-01-01") + Days::new(from));
            let schedule = schedule(anchor, rule);
            let days = expanded(&made(std::slice::from_ref(&schedule), from, noon(0)), 6);
            prop_assert_eq!(days, meant(&schedule, from, 6));
        }
    }

    /// The names and the sequence of the events in a file, as another library reads them.
    fn events(file: &str) -> Vec<(String, i64)> {
        let read = ICalendar::parse(file).unwrap();
        let events = read.components.iter().filter(|part| part.uid().is_some());
        events
            .filter_map(|event| {
                let sequence = event.property(&ICalendarProperty::Sequence)?;
                let Some(ICalendarValue::Integer(sequence)) = sequence.values.first() else { return None };
                Some((event.uid()?.to_owned(), *sequence))
            })
            .collect()
    }

    #[test]
    fn a_later_file_has_the_same_names_and_a_higher_sequence() {
        let agreement = Schedule {
            kind: Kind::Agreement,
            item: Some(ItemId(4)),
            ..schedule(day("2027-03-01"), Rule::Once)
        };
        let reply = Schedule { kind: Kind::Reply, ..agreement.clone() };
        let all = [review(day("2026-11-23")), agreement, reply];
        let file = |days: u32| made(&all, day("2026-11-23"), noon(days.into()));
        let (now, later) = (events(&file(0)), events(&file(1)));
        let names: Vec<&str> =
            now.iter().filter_map(|(name, _)| name.split_once("-0000").map(|it| it.0)).collect();
        assert_eq!(names, ["review", "agreement-4", "reply-4"]);
        for (now, later) in now.iter().zip(&later) {
            assert_eq!(now.0, later.0);
            assert!(now.1 < later.1);
        }
    }

    /// Something of every kind, about the company itself and about two things.
    fn everything() -> Vec<Schedule> {
        let items = [None, Some(ItemId(1)), Some(ItemId(11))];
        let of =
            |kind: Kind| items.map(|item| Schedule { kind, item, ..schedule(day("2027-03-01"), Rule::Once) });
        Kind::ALL.into_iter().flat_map(of).collect()
    }

    /// What an agenda holds after it took in these files: of every name the event with the highest sequence.
    fn taken_in(files: &[&str]) -> BTreeMap<String, i64> {
        let mut agenda = BTreeMap::new();
        for (name, sequence) in files.iter().flat_map(|file| events(file)) {
            let known = agenda.entry(name).or_insert(sequence);
            *known = sequence.max(*known);
        }
        agenda
    }

    #[test]
    fn a_file_that_is_taken_in_twice_gives_every_event_once() {
        let file = |days: i64| made(&everything(), day("2026-11-23"), noon(days));
        let (first, later) = (file(0), file(30));
        let once = taken_in(&[&first]);
        assert_eq!(once.len(), events(&first).len(), "two events of a file have one name");
        assert_eq!(once.len(), everything().len());
        assert_eq!(taken_in(&[&first, &first]), once);
        // Whichever is taken in last, the newer one stays.
        let newer = taken_in(&[&later]);
        assert_eq!(taken_in(&[&first, &later, &first]), newer);
        assert!(once.keys().eq(newer.keys()) && once != newer);
    }

    #[test]
    fn in_english_it_is_the_same_file_in_other_words() {
        let file = |language| rendered(&everything(), &[], day("2026-11-23"), noon(0), language);
        let (dutch, english) = (file(Language::Nl), file(Language::En));
        assert_eq!(events(&english), events(&dutch));
        let shown = |line: &&str| {
            ["NAME:", "X-WR-CALNAME:", "SUMMARY:", "DESCRIPTION:"].iter().any(|part| line.starts_with(part))
        };
        let words = |file: &str| -> Vec<String> { file.lines().filter(shown).map(Into::into).collect() };
        let (dutch, english) = (words(&dutch), words(&english));
        // The name twice, and of every event a title, what it is about, and what the alarm says.
        assert_eq!(english.len(), 2 + 3 * everything().len());
        assert!(dutch.iter().zip(&english).all(|(dutch, english)| dutch != english), "{english:?}");
    }

    #[test]
    fn what_is_done_or_gone_is_cancelled_under_its_own_name_and_gives_no_alarm() {
        let contract = Schedule { kind: Kind::Contract, ..schedule(day("2027-03-01"), Rule::Once) };
        let (yearly, from_on) = (review(day("2026-11-23")), day("2026-11-23"));
        let done = Some(Done { at: noon(0), on: day("2027-03-01") });
        let done = Schedule { done, ..contract.clone() };
        let settled = Schedule { settled_on: Some(day("2027-03-01")), ..contract.clone() };
        let of = |schedule: &Schedule| std::slice::from_ref(schedule).to_vec();
        let first = made(&[contract.clone(), yearly.clone()], from_on, noon(0));
        assert!(!first.contains("CANCELLED") && first.matches("BEGIN:VALARM").count() == 2, "{first}");
        for (still, gone) in [
            (of(&done), of(&yearly)),
            (of(&settled), of(&yearly)),
            (Vec::new(), vec![contract.clone(), yearly.clone()]),
        ] {
            let later = made_without(&still, &gone, from_on, noon(1));
            assert_eq!(later.matches("STATUS:CANCELLED").count(), 2, "{later}");
            assert!(!later.contains("BEGIN:VALARM"), "{later}");
            for (first, later) in events(&first).iter().zip(events(&later)) {
                assert_eq!(first.0, later.0);
                assert!(first.1 < later.1);
            }
        }
    }

    #[test]
    fn what_is_over_by_then_is_not_in_it() {
        let contract = Schedule { kind: Kind::Contract, ..schedule(day("2027-03-01"), Rule::Once) };
        assert_eq!(events(&made(std::slice::from_ref(&contract), day("2027-03-01"), noon(0))).len(), 1);
        assert!(events(&made(&[contract], day("2027-03-02"), noon(0))).is_empty());
    }

    #[test]
    fn the_file_is_the_same_each_time_and_every_line_ends_as_the_standard_says() {
        let file = made(&[review(day("2026-11-23"))], day("2026-11-23"), noon(0));
        assert_eq!(file, made(&[review(day("2026-11-23"))], day("2026-11-23"), noon(0)));
        assert!(file.split("\r\n").all(|line| !line.contains(['\r', '\n']) && line.len() <= 75), "{file}");
        assert!(file.contains("TRIGGER") && file.contains("PT32400S"), "{file}");
    }
}
