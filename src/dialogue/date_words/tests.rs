//! Days as people say them, and words that only look like one.

use super::*;

fn read(text: &str) -> Result<String, DateError> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    parse_leaning(text, today, Lean::Nearest, &Texts::built_in().unwrap()).map(|date| date.to_string())
}

#[test]
fn a_day_can_be_written_in_many_ways() {
    for (text, day) in [
        ("31-12-2026", "2026-12-31"),
        ("31/12/26", "2026-12-31"),
        ("2026-12-31", "2026-12-31"),
        ("1 mei 2025", "2025-05-01"),
        ("May 2025", "2025-05-01"),
        ("1 dec", "2026-12-01"),
        ("2024", "2024-01-01"),
        ("5-2025", "2025-05-01"),
        ("vandaag", "2026-11-23"),
        ("gisteren", "2026-11-22"),
        ("vorige week", "2026-11-16"),
        ("volgende week vrijdag", "2026-12-04"),
        ("vrijdag", "2026-11-27"),
        ("last year", "2025-11-23"),
        ("vorige maand", "2026-10-23"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(day), "{text}");
    }
}

#[test]
fn a_day_lies_on_the_side_that_is_meant() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let texts = Texts::built_in().unwrap();
    for (text, past, future) in [
        ("sinds dinsdagochtend", "2026-11-24", "2026-12-01"),
        ("woensdag", "2026-11-25", "2026-12-02"),
        ("afgelopen woensdag", "2026-11-18", "2026-11-18"),
        ("1 september", "2026-09-01", "2027-09-01"),
        ("29 februari", "2024-02-29", "2028-02-29"),
        ("gisteravond om 9 uur", "2026-11-24", "2026-11-24"),
        ("vannacht", "2026-11-25", "2026-11-25"),
        ("eergisteren", "2026-11-23", "2026-11-23"),
        ("drie dagen geleden", "2026-11-22", "2026-11-22"),
        ("over 2 weken", "2026-12-09", "2026-12-09"),
        ("since Tuesday morning 9:15", "2026-11-24", "2026-12-01"),
        ("last night", "2026-11-24", "2026-11-24"),
        ("vrijdag morgen", "2026-11-20", "2026-11-27"),
        ("a week ago", "2026-11-18", "2026-11-18"),
        ("voor kerst", "2025-12-25", "2026-12-25"),
        ("before Easter", "2026-04-05", "2027-03-28"),
        ("voor de zomervakantie", "2026-07-01", "2027-07-01"),
        ("Pasen 2028", "2028-04-16", "2028-04-16"),
    ] {
        let read =
            |lean| parse_leaning(text, today, lean, &texts).map_or("none".into(), |day| day.to_string());
        assert_eq!((read(Lean::Past).as_str(), read(Lean::Future).as_str()), (past, future), "{text}");
    }
    for (text, day) in [("deze week", "2026-11-27"), ("this month", "2026-11-30")] {
        assert_eq!(parse_leaning(text, today, Lean::Future, &texts).unwrap().to_string(), day, "{text}");
    }
}

#[test]
fn what_is_no_day_is_named() {
    assert_eq!(read("31-2"), Err(DateError::Impossible));
    assert_eq!(read("29 februari 2027"), Err(DateError::Impossible));
    assert_eq!(read("ooit"), Err(DateError::Unclear));
    assert_eq!(read(""), Err(DateError::Unclear));
}

#[test]
fn what_stands_around_a_date_does_not_change_it() {
    for (text, day) in [
        ("vrijdag 11 december", "2026-12-11"),
        ("voor vrijdag 25 december 2026", "2026-12-25"),
        ("Friday the 11th of December", "2026-12-11"),
        ("dinsdag 8-12", "2026-12-08"),
        ("21ste december", "2026-12-21"),
        ("1e januari 2027", "2027-01-01"),
        ("December 1st, 2026", "2026-12-01"),
        ("mei volgend jaar", "2027-05-01"),
        ("1 maart vorig jaar", "2025-03-01"),
        ("vrijdag over een week", "2026-12-04"),
        ("dinsdag 2 weken geleden", "2026-11-10"),
        ("eind december", "2026-12-31"),
        ("eind februari 2028", "2028-02-29"),
        ("the end of 2027", "2027-12-31"),
        // A time is no date.
        ("12 december om 14.00 uur", "2026-12-12"),
        ("8-12 9:30 uur", "2026-12-08"),
        ("vrijdag 9.30", "2026-11-27"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(day), "{text}");
    }
}

#[test]
fn a_day_that_nobody_can_mean_is_none() {
    for text in [
        "31-12-99999",
        "1 mei 3000",
        "1-1-1066",
        "over 5000 jaar",
        "over 99999999 dagen",
        "vrijdag 31 februari",
    ] {
        assert_eq!(read(text), Err(DateError::Impossible), "{text}");
    }
}
