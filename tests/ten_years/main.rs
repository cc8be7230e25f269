//! Ten simulated years of reminders: random downtimes, a clock that jumps, members who come and go, answers that change.
//!
//! Every step that falls due is said at most once to a member on a channel, none is missing without a reason on record, and
//! none is said in quiet hours. What is due is not asked of the program: the series are written out in `calendar`, its days
//! are walked through one by one, and a `firm` keeps what was said to whom.
//!
//! `cargo test` plays a few firms; `.ci/run` plays a thousand, with the program made for speed. `NOODPLAN_YEARS_COMPANIES`
//! and `NOODPLAN_YEARS_SEEDS` say how many firms, and how often.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect has failed"
)]

mod calendar;
mod deeds;
mod dice;
mod firm;
mod founding;
mod hours;
mod matter;
mod reminding;
mod tally;
mod telling;
mod town;

use std::{
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use tally::{Outcome, Tally};

fn from_environment(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |number| number.parse().unwrap())
}

fn played(seed: u64, size: usize) -> Tally {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(town::ten_years(seed, size))
}

#[test]
fn ten_years_of_reminders_are_said_once_by_day_and_none_is_lost() {
    let size = usize::try_from(from_environment("NOODPLAN_YEARS_COMPANIES", 4)).unwrap();
    let seeds = from_environment("NOODPLAN_YEARS_SEEDS", 6);
    let (next, all) = (AtomicU64::new(1), Mutex::new(Tally::default()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed > seeds {
                        break;
                    }
                    println!("seed {seed} begins");
                    let tally = played(seed, size);
                    println!("seed {seed}: {tally}");
                    let said = usize::try_from(tally.of(Outcome::Said)).unwrap();
                    assert!(said > size * 20, "seed {seed} said only {said}");
                    all.lock().unwrap().add(&tally);
                }
            });
        }
    });
    let all = all.into_inner().unwrap();
    println!("{size} firms, ten years, {seeds} seeds: {all}");
    // Every way in which a step can end was played.
    if seeds >= 20 {
        let ends = [
            Outcome::Said,
            Outcome::InALaterStep,
            Outcome::Done,
            Outcome::PutOff,
            Outcome::NobodyWantsToHear,
            Outcome::NobodyCanBeReached,
        ];
        assert!(ends.into_iter().all(|end| all.of(end) > 0), "{all}");
    }
}
