//! The series holds, whatever happens to it.

use chrono_tz::Europe::Amsterdam;
use proptest::{prelude::*, test_runner::Config};
use uuid::Uuid;

use super::*;
use crate::domain::schedule::{Done, PutOff, habits::Pause};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    every_day().instant(day(text))
}

fn every_day() -> Habits {
    Habits { weekends: true, ..Habits::default() }
}

fn review(anchor: &str) -> Schedule {
    Schedule {
        kind: Kind::Review,
        item: None,
        anchor_on: day(anchor),
        rule: Rule::Every(6, Unit::Month),
        since: at(anchor),
        done: None,
        settled_on: None,
        put_off: None,
    }
}

fn done(said: &str, on: &str) -> Option<Done> {
    Some(Done { at: at(said), on: day(on) })
}

fn days_of(schedule: &Schedule, habits: &Habits, after: &str, most: usize) -> Vec<String> {
    schedule
        .steps(habits, at(after))
        .take(most)
        .map(|step| step.at.with_timezone(&Amsterdam).date_naive().to_string())
        .collect()
}

#[test]
fn a_review_is_said_two_weeks_ahead_on_the_day_three_weeks_long_and_every_month_after_that() {
    let days = days_of(&review("2026-11-23"), &every_day(), "2026-11-23", 11);
    assert_eq!(
        days,
        [
            "2027-05-09",
            "2027-05-23",
            "2027-05-30",
            "2027-06-06",
            "2027-06-13",
            "2027-06-23",
            "2027-07-23",
            "2027-08-23",
            "2027-09-23",
            "2027-10-23",
            "2027-11-09"
        ]
    );
    let to_all: Vec<bool> =
        review("2026-11-23").steps(&every_day(), at("2026-11-23")).take(6).map(|s| s.to_all).collect();
    assert_eq!(to_all, [false, false, false, false, false, true]);
}

#[test]
fn done_cancels_the_rest_and_a_little_early_is_done_too() {
    for said in ["2027-04-10", "2027-05-23", "2027-06-20"] {
        let schedule = Schedule { done: done(said, "2027-05-23"), ..review("2026-11-23") };
        assert_eq!(days_of(&schedule, &every_day(), said, 1), ["2027-11-09"], "{said}");
    }
    let too_early = Schedule { done: done("2027-02-10", "2027-02-10"), ..review("2026-11-23") };
    assert_eq!(days_of(&too_early, &every_day(), "2027-02-10", 1), ["2027-05-09"]);
}

#[test]
fn put_off_cancels_what_lies_before_and_comes_back_on_the_day() {
    let put_off = PutOff { at: at("2027-05-23"), until_on: day("2027-06-10") };
    let schedule = Schedule { put_off: Some(put_off), ..review("2026-11-23") };
    assert_eq!(days_of(&schedule, &every_day(), "2027-05-23", 3), ["2027-06-10", "2027-06-13", "2027-06-23"]);
    let done = Schedule { done: done("2027-06-01", "2027-05-23"), ..schedule };
    assert_eq!(days_of(&done, &every_day(), "2027-05-23", 1), ["2027-11-09"]);
}

#[test]
fn what_was_put_off_and_then_done_comes_back_at_its_next_time() {
    let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day("2028-03-18") });
    let schedule = Schedule { put_off, done: done("2027-05-30", "2027-05-23"), ..review("2026-11-23") };
    assert_eq!(days_of(&schedule, &every_day(), "2027-05-30", 2), ["2027-11-09", "2027-11-23"]);
    assert_eq!(schedule.open(&every_day(), at("2027-11-10")).unwrap().until_on, None);
}

#[test]
fn an_exercise_that_was_put_off_and_then_done_comes_back_in_a_year() {
    let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day("2027-06-23") });
    let drill =
        Schedule { kind: Kind::Drill, rule: Rule::Every(12, Unit::Month), put_off, ..review("2027-05-30") };
    assert_eq!(days_of(&drill, &every_day(), "2027-05-30", 1), ["2028-05-16"]);
}

#[test]
fn a_backup_that_was_put_off_and_then_made_is_asked_about_on_the_next_friday() {
    let friday = Schedule {
        kind: Kind::Backup,
        rule: Rule::Every(1, Unit::Week),
        put_off: Some(PutOff { at: at("2026-11-27"), until_on: day("2026-12-04") }),
        settled_on: Some(day("2026-11-27")),
        ..review("2026-11-20")
    };
    let next = friday.next_step(&every_day(), at("2026-11-28")).unwrap();
    assert_eq!((next.on, next.at, next.until_on), (day("2026-12-04"), at("2026-12-04"), None));
}

#[test]
fn nothing_is_put_off_beyond_its_next_time() {
    let put_off = Some(PutOff { at: at("2027-05-24"), until_on: day("2028-03-18") });
    let schedule = Schedule { put_off, ..review("2026-11-23") };
    assert_eq!(days_of(&schedule, &every_day(), "2027-05-24", 2), ["2027-11-09", "2027-11-23"]);
}

#[test]
fn what_is_put_off_past_the_day_on_which_the_others_are_told_is_told_to_them_too() {
    let to_all = |until_on: &str| {
        let put_off = PutOff { at: at("2027-06-06"), until_on: day(until_on) };
        let schedule = Schedule { put_off: Some(put_off), ..review("2026-11-23") };
        schedule.next_step(&every_day(), at("2027-06-06")).map(|step| (step.until_on, step.to_all))
    };
    assert_eq!(to_all("2027-06-22"), Some((Some(day("2027-06-22")), false)));
    assert_eq!(to_all("2027-06-23"), Some((Some(day("2027-06-23")), true)));
    assert_eq!(to_all("2027-06-29"), Some((Some(day("2027-06-29")), true)));
}

#[test]
fn after_a_long_silence_it_is_said_once_and_counts_what_was_missed() {
    let due = review("2026-11-23").due(&every_day(), at("2027-05-01"), at("2027-06-12")).unwrap();
    assert_eq!((due.step.on, due.step.number, due.missed), (day("2027-05-23"), 3, 3));
    let years = review("2026-11-23").due(&every_day(), at("2027-05-01"), at("2029-12-24")).unwrap();
    assert_eq!(years.step.on, day("2029-11-23"));
}

#[test]
fn what_comes_before_what_was_said_is_not_said_after_it() {
    let company = CompanyId(Uuid::nil());
    let thursdays =
        Schedule { kind: Kind::Agreement, rule: Rule::Every(1, Unit::Week), ..review("2027-05-20") };
    let saturday = thursdays.due(&every_day(), at("2027-05-21"), at("2027-05-22")).unwrap();
    let thursday = thursdays.due(&every_day(), at("2027-05-22"), at("2027-05-27")).unwrap();
    assert!(saturday.is_repeat(&[thursday.said(company)]));
    assert!(!thursday.is_repeat(&[saturday.said(company)]));
    let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day("2027-05-29") });
    let schedule = Schedule { put_off, ..review("2026-11-23") };
    let back = schedule.due(&every_day(), at("2027-05-28"), at("2027-05-29")).unwrap();
    let week = schedule.due(&every_day(), at("2027-05-29"), at("2027-05-30")).unwrap();
    assert!(back.is_repeat(&[week.said(company)]));
    assert!(!week.is_repeat(&[back.said(company)]));
}

#[test]
fn a_contract_that_turns_out_to_end_sooner_is_said_again() {
    let contract = |ends: &str, after: &str, until: &str| {
        let since = at("2027-01-10");
        let schedule = Schedule { kind: Kind::Contract, rule: Rule::Once, since, ..review(ends) };
        schedule.due(&every_day(), at(after), at(until)).unwrap()
    };
    let first = contract("2027-12-31", "2027-09-01", "2027-10-01");
    let sooner = contract("2027-11-30", "2027-10-01", "2027-11-01");
    assert!(!sooner.is_repeat(&[first.said(CompanyId(Uuid::nil()))]));
}

#[test]
fn a_holiday_holds_everything_up_and_then_it_is_said_once() {
    let pause = Some(Pause { from_on: day("2027-05-01"), until_on: day("2027-06-01") });
    let habits = Habits { pause, ..every_day() };
    let schedule = review("2026-11-23");
    assert_eq!(schedule.due(&habits, at("2027-04-01"), at("2027-05-31")), None);
    let due = schedule.due(&habits, at("2027-04-01"), at("2027-06-01")).unwrap();
    assert_eq!((due.step.on, due.missed), (day("2027-05-23"), 2));
}

#[test]
fn what_a_holiday_held_up_waits_for_the_end_of_the_weekend_it_ends_in() {
    let pause = Some(Pause { from_on: day("2027-05-01"), until_on: day("2027-06-05") });
    let habits = Habits { pause, ..Habits::default() };
    let contract =
        Schedule { kind: Kind::Contract, rule: Rule::Once, since: at("2027-01-10"), ..review("2027-08-14") };
    for looked in ["2027-06-04", "2027-06-05", "2027-06-06"] {
        let due = contract.due(&habits, at(looked), at("2027-06-07")).unwrap();
        assert_eq!((due.step.number, due.step.at), (0, at("2027-06-07")), "{looked}");
    }
    assert_eq!(contract.due(&habits, at("2027-06-07"), at("2027-06-08")), None);
}

#[test]
fn what_falls_on_a_saturday_is_said_on_monday_also_to_whoever_looks_that_morning() {
    let monday = "2027-05-24T06:00:00Z".parse().unwrap();
    let next = review("2026-11-22").next_step(&Habits::default(), monday).unwrap();
    assert_eq!((next.on, next.number, next.at), (day("2027-05-22"), 1, at("2027-05-24")));
}

#[test]
fn a_contract_that_is_told_in_its_last_week_is_said_on_its_day() {
    let contract =
        Schedule { kind: Kind::Contract, rule: Rule::Once, since: at("2026-12-28"), ..review("2026-12-31") };
    assert_eq!(days_of(&contract, &every_day(), "2026-12-28", 2), ["2026-12-31"]);
    assert_eq!(contract.open(&every_day(), at("2026-12-29")).unwrap().on, day("2026-12-31"));
}

#[test]
fn a_contract_that_ended_before_it_was_told_is_not_talked_about() {
    let contract =
        Schedule { kind: Kind::Contract, rule: Rule::Once, since: at("2027-01-10"), ..review("2026-12-31") };
    assert_eq!(contract.next_step(&every_day(), at("2026-01-01")), None);
    assert_eq!(contract.open(&every_day(), at("2027-01-11")), None);
}

#[test]
fn a_thing_that_is_there_once_stays_done_when_it_is_confirmed_and_comes_back_on_another_day() {
    let contract = Schedule {
        kind: Kind::Contract,
        rule: Rule::Once,
        since: at("2027-01-10"),
        done: done("2027-09-30", "2027-12-31"),
        ..review("2027-12-31")
    };
    assert_eq!(contract.next_step(&every_day(), at("2027-09-30")), None);
    let confirmed = Schedule { since: at("2027-11-23"), ..contract.clone() };
    assert_eq!(confirmed.next_step(&every_day(), at("2027-11-23")), None);
    let extended = Schedule { since: at("2027-11-23"), anchor_on: day("2028-12-31"), ..contract };
    assert_eq!(days_of(&extended, &every_day(), "2027-11-23", 1), ["2028-09-30"]);
}

#[test]
fn what_was_said_stays_open_until_it_is_done_or_the_next_one_begins() {
    let schedule = review("2026-11-23");
    let open = |now: &str| schedule.open(&every_day(), at(now)).map(|open| open.on.to_string());
    assert_eq!(open("2027-05-08"), None);
    assert_eq!(open("2027-05-09").as_deref(), Some("2027-05-23"));
    assert_eq!(open("2027-11-08").as_deref(), Some("2027-05-23"));
    assert_eq!(open("2027-11-09").as_deref(), Some("2027-11-23"));
    let done = Schedule { done: done("2027-05-24", "2027-05-23"), ..schedule.clone() };
    assert_eq!(done.open(&every_day(), at("2027-05-25")), None);
}

#[test]
fn what_is_said_at_an_instant_is_not_said_from_then_on() {
    assert_eq!(days_of(&review("2026-11-23"), &every_day(), "2027-05-23", 1), ["2027-05-30"]);
    let told = Schedule { since: at("2027-05-23"), ..review("2026-11-23") };
    assert_eq!(days_of(&told, &every_day(), "2027-05-01", 1), ["2027-05-30"]);
    let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day("2027-06-10") });
    let put_off = Schedule { put_off, ..review("2026-11-23") };
    assert_eq!(days_of(&put_off, &every_day(), "2027-06-10", 1), ["2027-06-13"]);
}

#[test]
fn what_is_put_off_to_a_day_on_which_it_is_said_anyway_is_said_once() {
    let said = |until_on: &str| {
        let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day(until_on) });
        let schedule = Schedule { put_off, ..review("2026-11-23") };
        let steps: Vec<_> = schedule.steps(&every_day(), at("2027-05-23")).take(2).collect();
        steps.iter().map(|step| (step.until_on.is_some(), said_on(step))).collect::<Vec<_>>()
    };
    assert_eq!(said("2027-05-30"), [(true, "2027-05-30".into()), (false, "2027-06-06".into())]);
    // On that day its next time begins.
    assert_eq!(said("2027-11-09"), [(false, "2027-11-09".into()), (false, "2027-11-23".into())]);
}

fn said_on(step: &Step) -> String {
    every_day().date(step.at).to_string()
}

#[test]
fn a_holiday_to_come_does_not_hold_up_what_comes_before_it() {
    let pause = Some(Pause { from_on: day("2027-08-01"), until_on: day("2027-09-01") });
    let habits = Habits { pause, ..every_day() };
    assert_eq!(days_of(&review("2026-11-23"), &habits, "2027-04-01", 1), ["2027-05-09"]);
}

#[test]
fn done_sixty_days_early_is_done_and_a_day_earlier_is_not() {
    for (said, next) in [("2027-03-24", "2027-11-09"), ("2027-03-23", "2027-05-09")] {
        let schedule = Schedule { done: done(said, said), ..review("2026-11-23") };
        assert_eq!(days_of(&schedule, &every_day(), said, 1), [next], "{said}");
    }
    let early = |every, unit| early(Kind::Agreement, Rule::Every(every, unit));
    assert_eq!((early(4, Unit::Day), early(1, Unit::Week), early(2, Unit::Week)), (2, 3, 7));
}

#[test]
fn what_is_there_once_stays_open_for_sixty_days_and_what_was_over_when_it_was_told_does_not() {
    let contract =
        Schedule { kind: Kind::Contract, rule: Rule::Once, since: at("2026-01-10"), ..review("2026-12-31") };
    let open_on = |schedule: &Schedule, now: &str| schedule.open(&every_day(), at(now)).map(|open| open.on);
    assert_eq!(open_on(&contract, "2027-03-01"), Some(day("2026-12-31")));
    assert_eq!(open_on(&contract, "2027-03-02"), None);
    let too_late = Schedule { since: at("2026-12-31"), ..contract };
    assert_eq!(open_on(&too_late, "2027-01-01"), None);
}

#[test]
fn what_is_put_off_is_open_until_its_day_and_then_simply_open() {
    let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day("2027-06-10") });
    let schedule = Schedule { put_off, ..review("2026-11-23") };
    let until = |now: &str| schedule.open(&every_day(), at(now)).unwrap().until_on;
    assert_eq!(until("2027-06-09"), Some(day("2027-06-10")));
    assert_eq!(until("2027-06-10"), None);
    assert_eq!(schedule.open(&every_day(), at("2027-11-10")).unwrap().until_on, None, "the next time");
    let longer = Some(PutOff { at: at("2027-05-23"), until_on: day("2027-12-10") });
    let longer = Schedule { put_off: longer, ..schedule };
    assert_eq!(longer.open(&every_day(), at("2027-11-10")).unwrap().until_on, None, "another time");
}

#[test]
fn the_same_step_is_a_repeat_and_what_is_put_off_is_not_one_of_the_step_it_was() {
    let company = CompanyId(Uuid::nil());
    let day_itself = review("2026-11-23").due(&every_day(), at("2027-05-22"), at("2027-05-23")).unwrap();
    assert!(day_itself.is_repeat(&[day_itself.said(company)]));
    let back = |until_on: &str| {
        let put_off = Some(PutOff { at: at("2027-05-23"), until_on: day(until_on) });
        let schedule = Schedule { put_off, ..review("2026-11-23") };
        schedule.due(&every_day(), at("2027-05-24"), at(until_on)).unwrap()
    };
    assert!(!back("2027-05-25").is_repeat(&[day_itself.said(company)]));
    assert!(back("2027-05-25").is_repeat(&[back("2027-05-25").said(company)]));
    assert!(!back("2027-05-26").is_repeat(&[back("2027-05-25").said(company)]));
}

fn anything() -> impl Strategy<Value = (Schedule, Habits)> {
    let rule = prop_oneof![
        Just((Kind::Review, Rule::Every(6, Unit::Month))),
        Just((Kind::Backup, Rule::Every(1, Unit::Week))),
        Just((Kind::Backup, Rule::FirstOfMonth(chrono::Weekday::Fri))),
        Just((Kind::Contract, Rule::Once)),
        Just((Kind::EndOfLife, Rule::Once)),
        Just((Kind::Agreement, Rule::Every(1, Unit::Week))),
        Just((Kind::Drill, Rule::Every(12, Unit::Month))),
    ];
    let span = || prop::option::of((0u64..11_000, 1u64..300));
    (rule, 0u64..12_000, 0u64..400, span(), prop::option::of(0u64..12_000), span(), any::<bool>()).prop_map(
        |((kind, rule), anchor, since, put_off, done, pause, weekends)| {
            let start = day("2026-01-01");
            let on = |days: u64| start + Days::new(days);
            let noon = |days: u64| on(days).and_hms_opt(12, 0, 0).unwrap().and_utc();
            let schedule = Schedule {
                kind,
                item: None,
                anchor_on: on(anchor),
                rule,
                since: noon(anchor.saturating_sub(since)),
                done: done.map(|said| Done { at: noon(said), on: on(anchor) }),
                settled_on: None,
                put_off: put_off.map(|(said, length)| PutOff { at: noon(said), until_on: on(said + length) }),
            };
            let pause = pause.map(|(from, length)| Pause { from_on: on(from), until_on: on(from + length) });
            (schedule, Habits { weekends, pause, ..Habits::default() })
        },
    )
}

proptest! {
    #![proptest_config(Config { cases: 1_000, failure_persistence: None, ..Config::default() })]

    /// However often one looks, and wherever one stops: every step is said once, in order, at a good hour.
    #[test]
    fn looking_in_pieces_says_what_looking_at_once_says(
        (schedule, habits) in anything(), start in 0u64..12_000, looks in prop::collection::vec(1u64..200, 1..40)
    ) {
        let noon = |days: u64| (day("2026-01-01") + Days::new(days)).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let (mut after, mut days, mut said) = (noon(start), start, 0);
        let mut last = after;
        for look in looks {
            days += look;
            let until = noon(days);
            if let Some(due) = schedule.due(&habits, after, until) {
                prop_assert!(due.step.at > last && due.step.at <= until && !habits.is_quiet(due.step.at));
                last = due.step.at;
                said += 1 + due.missed;
            }
            prop_assert!(schedule.next_step(&habits, after).is_none_or(|next| next.at > after));
            after = until;
        }
        let all = schedule.steps(&habits, noon(start)).take_while(|step| step.at <= after).count();
        prop_assert_eq!(said, all);
    }

    #[test]
    fn steps_are_in_order_and_none_lies_in_a_holiday((schedule, habits) in anything(), start in 0u64..12_000) {
        let from = (day("2026-01-01") + Days::new(start)).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let steps: Vec<Step> = schedule.steps(&habits, from).take(40).collect();
        prop_assert!(steps.windows(2).all(|pair| pair[0].at <= pair[1].at), "{steps:?}");
        prop_assert!(steps.iter().all(|step| !habits.is_quiet(step.at)));
    }
}
