//! What people type, held against the table that is built in.

use proptest::prelude::*;

use super::*;
use crate::domain::end_of_life::{MOST_GUESSES, Outcome, Status};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn on(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn look_up(text: &str) -> Outcome {
    built_in().unwrap().look_up(text, today())
}

#[test]
fn the_dates_name_their_source_and_their_day() {
    let table = built_in().unwrap();
    assert_eq!((table.source.as_str(), Some(table.checked_on)), ("endoflife.date", on("2026-08-22")));
}

#[test]
fn what_people_type_is_found() {
    let table = built_in().unwrap();
    for (typed, label, ends, status) in [
        ("win 10", "Windows 10", on("2025-10-14"), Status::Ended),
        ("Windows 10 Pro", "Windows 10", on("2025-10-14"), Status::Ended),
        ("windows10 pro 64 bit", "Windows 10", on("2025-10-14"), Status::Ended),
        ("Windows 7", "Windows 7 SP1", on("2020-01-14"), Status::Ended),
        ("windows xp", "Windows XP", on("2014-04-08"), Status::Ended),
        ("windows vista", "Windows Vista", on("2017-04-11"), Status::Ended),
        ("windows 8", "Windows 8", on("2016-01-12"), Status::Ended),
        ("windows 8.1", "Windows 8.1", on("2023-01-10"), Status::Ended),
        ("Windows 11 24H2 Pro", "Windows 11 24H2 Home/Pro", on("2026-10-13"), Status::Ended),
        ("win11 25h2 home", "Windows 11 25H2 Home/Pro", on("2027-10-12"), Status::Ending),
        ("Windows 11 Enterprise 24H2", "Windows 11 24H2 Enterprise", on("2027-10-12"), Status::Ending),
        ("windows server 2012 r2", "Windows Server 2012 R2", on("2023-10-10"), Status::Ended),
        ("server 2016", "Windows Server 2016", on("2027-01-12"), Status::Ending),
        ("office 2016", "Office 2016", on("2025-10-14"), Status::Ended),
        ("Microsoft Office 2024", "Office 2024", on("2029-10-09"), Status::Supported),
        ("excel 2013", "Office 2013 SP1", on("2023-04-11"), Status::Ended),
        ("iphone 8", "iPhone 8", on("2025-03-31"), Status::Ended),
        ("iPhone X", "iPhone X", on("2025-03-31"), Status::Ended),
        ("iphone 15 pro max", "iPhone 15 Pro Max", None, Status::Supported),
        ("macos 13", "macOS 13", on("2025-09-15"), Status::Ended),
        ("mac os ventura", "macOS 13", on("2025-09-15"), Status::Ended),
        ("MacBook met macOS 13.2.1", "macOS 13", on("2025-09-15"), Status::Ended),
        ("samsung s9", "Samsung Galaxy S9", None, Status::Ended),
        ("Galaxy S9+", "Samsung Galaxy S9+", None, Status::Ended),
        ("samsung galaxy a52", "Samsung Galaxy A52", None, Status::Ended),
        ("ipad air 2", "iPad Air 2", on("2024-09-16"), Status::Ended),
        ("iphone met ios 17.4", "iOS 17", on("2025-05-13"), Status::Ended),
        ("wordpress 6.4", "WordPress 6.4", on("2024-04-02"), Status::Ended),
    ] {
        let Outcome::Known(support) = table.look_up(typed, today()) else {
            panic!("{typed}: {:?}", table.look_up(typed, today()));
        };
        assert_eq!((support.label.as_str(), support.status), (label, status), "{typed}");
        assert!(ends.is_none() || support.ends.day() == ends, "{typed}: {support:?}");
    }
}

#[test]
fn in_doubt_it_asks_back_with_the_newest_first() {
    for (typed, guesses) in [
        ("windows 11", &["Windows 11 26H1", "Windows 11 25H2", "Windows 11 24H2", "Windows 11 23H2"][..]),
        ("Windows 11 24H2", &["Windows 11 24H2 Enterprise", "Windows 11 24H2 Home/Pro"]),
        ("windows", &["Windows 11", "Windows 10", "Windows 8.1", "Windows 7"]),
        ("office", &["Office 2024", "Office 2021", "Office 2019"]),
        ("samsung tab a8", &["Samsung Galaxy A8"]),
    ] {
        let Outcome::Unclear(found) = look_up(typed) else { panic!("{typed}: {:?}", look_up(typed)) };
        assert!(
            found.iter().zip(guesses).all(|(found, guess)| found.starts_with(guess)),
            "{typed}: {found:?}"
        );
        assert!(found.len() >= guesses.len() && found.len() <= MOST_GUESSES, "{typed}: {found:?}");
    }
}

#[test]
fn what_is_not_in_the_table_is_not_guessed() {
    for typed in
        ["", "FRITZ!Box 7590", "geen idee", "Synology DSM 7", "iPhone 99", "MacBook Air 2019", "🙂", "11"]
    {
        assert_eq!(look_up(typed), Outcome::Unlisted, "{typed}");
    }
}

#[test]
fn paid_updates_are_told_apart() {
    let Outcome::Known(support) = look_up("windows 10") else { panic!("not known") };
    assert_eq!(support.paid_until, on("2028-10-10"));
}

#[test]
fn twelve_months_are_soon_and_the_last_day_still_counts() {
    let day: NaiveDate = "2027-10-12".parse().unwrap();
    assert_eq!(Ends::On(day).status(day), Status::Ending);
    assert_eq!(Ends::On(day).status(day.succ_opt().unwrap()), Status::Ended);
    assert_eq!(Ends::On(day).status("2026-10-12".parse().unwrap()), Status::Ending);
    assert_eq!(Ends::On(day).status("2026-10-11".parse().unwrap()), Status::Supported);
}

fn file(checked_on: &str, row: &str) -> String {
    format!(
        "source = \"x\"\nchecked_on = \"{checked_on}\"\n[[product]]\nid = \"office\"\nreleases = [{row}]\n"
    )
}

#[test]
fn a_newer_file_counts_and_what_it_leaves_out_stays() {
    let table = newer(&file("2026-12-01", r#"["2016", "2016", "2030-01-01"]"#)).unwrap();
    let Outcome::Known(office) = table.look_up("office 2016", today()) else { panic!("not known") };
    assert_eq!((office.ends.day(), office.status), (on("2030-01-01"), Status::Supported));
    assert!(matches!(table.look_up("windows 10", today()), Outcome::Known(_)));
}

#[test]
fn an_older_or_damaged_file_is_refused() {
    for text in [
        file("2026-08-22", r#"["2016", "2016", "2030-01-01"]"#),
        file("2026-12-01", r#"["2016", "2016", "31-2-2030"]"#),
        file("2026-12-01", r#"["2016", "2016", "0001-01-01"]"#),
        file("2026-12-01", r#"["2016"]"#),
        file("morgen", r#"["2016", "2016", "2030-01-01"]"#),
        "[".to_owned(),
        String::new(),
    ] {
        assert!(newer(&text).is_err(), "{text}");
    }
}

/// Follows what is asked back until it is clear; gives how often was asked.
fn asked_until_clear(table: &Table, text: &str, pick: usize) -> usize {
    let mut text = text.to_owned();
    for times in 0..12 {
        match table.look_up(&text, today()) {
            Outcome::Unclear(guesses) => text = guesses[pick % guesses.len()].clone(),
            Outcome::Known(_) => return times,
            Outcome::Unlisted if times == 0 => return 0,
            Outcome::Unlisted => panic!("{text} was offered and is not known"),
        }
    }
    panic!("{text} is asked back for ever")
}

#[test]
fn every_version_is_found_by_its_own_name() {
    let table = built_in().unwrap();
    let labels: Vec<&str> = table.labels().collect();
    assert!(labels.len() > 1_000, "{}", labels.len());
    for label in labels {
        assert!(!matches!(table.look_up(label, today()), Outcome::Unlisted), "{label}");
        asked_until_clear(&table, label, 0);
    }
}

proptest! {
    /// Whatever is typed, asking back ends, and every guess can be looked up.
    #[test]
    fn asking_back_ends(text in "\\PC{0,60}|(win|windows|office|iphone|ipad|galaxy|mac|server|[0-9]{1,4}|pro|plus|[a-z]{1,5}| |\\.|\\+){0,12}", pick in 0usize..6) {
        static TABLE: std::sync::LazyLock<Table> = std::sync::LazyLock::new(|| built_in().unwrap());
        asked_until_clear(&TABLE, &text, pick);
    }

    /// A long or strange text takes no longer than a short one.
    #[test]
    fn no_text_is_too_long(text in "(win|11|\\u{202e}|é|ß|İ|٣|[\\x00-\\x7f]){0,4000}") {
        static TABLE: std::sync::LazyLock<Table> = std::sync::LazyLock::new(|| built_in().unwrap());
        let _ = TABLE.look_up(&text, today());
    }
}
