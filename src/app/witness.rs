//! A second clock: what time it is by somebody else's. Counts only when the machine's own clock has jumped.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Clocks that differ by more are not the same time.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);
/// A clock that went on by more since somebody last looked has jumped, or the program was off.
const JUMP: TimeDelta = TimeDelta::hours(48);
/// What another clock said longer ago says nothing about now.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// The last that was heard of another clock.
#[derive(Debug, Default)]
pub struct Witness {
    heard: Mutex<Heard>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    expected: bool,
    last: Option<Reading>,
}

/// What two clocks said at the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The other one.
    pub other: DateTime<Utc>,
    /// Our own.
    pub own: DateTime<Utc>,
}

impl Witness {
    /// Somebody is going to say what time it is; from now on a jump is not believed without them.
    pub fn expect(&self) {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).expected = true;
    }

    /// Another clock says what time it is.
    pub fn saw(&self, other: DateTime<Utc>, own: DateTime<Utc>) {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).last = Some(Reading { other, own });
    }

    /// Whether our own clock can be believed, when somebody last looked at `last_look`.
    pub fn agrees(&self, now: DateTime<Utc>, last_look: Option<DateTime<Utc>>) -> bool {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        !heard.expected || is_plausible(now, last_look, heard.last)
    }
}

/// Whether this can be now: little time has passed since the last look, or another clock says the same.
pub fn is_plausible(now: DateTime<Utc>, last_look: Option<DateTime<Utc>>, reading: Option<Reading>) -> bool {
    let smooth = last_look.is_none_or(|last| (-TOLERANCE..=JUMP).contains(&(now - last)));
    let confirmed = reading.is_some_and(|reading| {
        let fresh = (-TOLERANCE..=FRESH).contains(&(now - reading.own));
        fresh && (reading.other - reading.own).abs() <= TOLERANCE
    });
    smooth || confirmed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    #[test]
    fn a_clock_that_goes_on_is_believed_and_one_that_jumps_is_not() {
        for (minutes, believed) in
            [(0, true), (1, true), (-5, true), (-6, false), (2_880, true), (2_881, false)]
        {
            assert_eq!(is_plausible(at(minutes), Some(at(0)), None), believed, "{minutes}");
        }
        assert!(is_plausible(at(0), None, None));
    }

    #[test]
    fn a_jump_is_believed_when_another_clock_saw_it_too() {
        let reading = |other, own| Some(Reading { other: at(other), own: at(own) });
        assert!(is_plausible(at(9_000), Some(at(0)), reading(8_999, 8_998)));
        // Said before the jump; says something else; too long ago.
        assert!(!is_plausible(at(9_000), Some(at(0)), reading(1, 1)));
        assert!(!is_plausible(at(9_000), Some(at(0)), reading(2, 8_999)));
        assert!(!is_plausible(at(9_000), Some(at(0)), reading(8_980, 8_980)));
        // Back in time, and the other clock still says later.
        assert!(!is_plausible(at(-60), Some(at(0)), reading(0, 0)));
    }

    #[test]
    fn without_a_second_clock_there_is_only_the_own_one() {
        let witness = Witness::default();
        assert!(witness.agrees(at(9_000), Some(at(0))));
        witness.expect();
        assert!(!witness.agrees(at(9_000), Some(at(0))));
        witness.saw(at(9_000), at(9_000));
        assert!(witness.agrees(at(9_000), Some(at(0))));
    }
}
