//! A second clock: what time it is by somebody else's. Counts when it was heard just now; otherwise the machine's own clock is
//! believed as long as it does not jump.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Clocks that differ by more are not the same time.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);
/// A clock that went on by more since somebody last looked has jumped, or the program was off.
const JUMP: TimeDelta = TimeDelta::hours(48);
/// What another clock said longer ago says nothing about now.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// A look that cannot be taken back comes at most so long after the one before.
const FOLLOWS: TimeDelta = TimeDelta::hours(2);
/// So long such looks follow on each other before they count without another clock: an hour, a little short.
const PROVEN: TimeDelta = TimeDelta::minutes(55);

/// Looks that follow on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The first of them.
    pub since: DateTime<Utc>,
    /// The last.
    pub last: DateTime<Utc>,
}

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

impl Reading {
    fn is_fresh(self, now: DateTime<Utc>) -> bool {
        (-TOLERANCE..=FRESH).contains(&(now - self.own))
    }

    fn agrees(self) -> bool {
        (self.other - self.own).abs() <= TOLERANCE
    }
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

    /// The looks with the one now, and whether it may do what cannot be taken back: another clock says the same, or nobody says
    /// otherwise and the looks have followed on each other for long enough.
    pub fn follow(&self, now: DateTime<Utc>, before: Option<Looks>) -> (Looks, bool) {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let agrees = heard.last.filter(|reading| reading.is_fresh(now)).map(Reading::agrees);
        let follows = |looks: &Looks| (-TOLERANCE..=FOLLOWS).contains(&(now - looks.last));
        let before = before.filter(follows).filter(|_| agrees != Some(false));
        let since = before.map_or(now, |looks| looks.since);
        (Looks { since, last: now }, agrees.unwrap_or(now - since >= PROVEN))
    }

    /// Whether our own clock can be believed, when somebody last looked at `last_look`.
    pub fn agrees(&self, now: DateTime<Utc>, last_look: Option<DateTime<Utc>>) -> bool {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        !heard.expected || is_plausible(now, last_look, heard.last)
    }
}

/// Whether this can be now: another clock says the same, or none says anything and little time has passed since the last
/// look.
fn is_plausible(now: DateTime<Utc>, last_look: Option<DateTime<Utc>>, reading: Option<Reading>) -> bool {
    let smooth = || last_look.is_none_or(|last| (-TOLERANCE..=JUMP).contains(&(now - last)));
    reading.filter(|reading| reading.is_fresh(now)).map_or_else(smooth, Reading::agrees)
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
    fn another_clock_is_believed_before_a_small_jump() {
        let reading = |other, own| Some(Reading { other: at(other), own: at(own) });
        // A day ahead, and a few minutes back: less than what counts as a jump.
        assert!(!is_plausible(at(1_440), Some(at(0)), reading(1, 1_440)));
        assert!(!is_plausible(at(-4), Some(at(0)), reading(10, -4)));
        assert!(is_plausible(at(1_440), Some(at(0)), reading(1_442, 1_440)));
        // What it said before the jump says nothing about now.
        assert!(is_plausible(at(1_440), Some(at(0)), reading(1, 1)));
    }

    #[test]
    fn another_clock_counts_for_ten_minutes_and_may_differ_by_five() {
        let believed = |other, own| {
            is_plausible(at(9_000), Some(at(0)), Some(Reading { other: at(other), own: at(own) }))
        };
        assert!(believed(8_990, 8_990) && !believed(8_989, 8_989));
        assert!(believed(9_005, 9_000) && !believed(9_006, 9_000));
        assert!(believed(8_995, 9_000) && !believed(8_994, 9_000));
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

    /// Looks at these minutes, one after the other; which of them may do what cannot be taken back.
    fn acting(witness: &Witness, minutes: &[i64]) -> Vec<i64> {
        let mut looks = None;
        let mut may_act = |minute: &i64| {
            let (now, may) = witness.follow(at(*minute), looks);
            looks = Some(now);
            may
        };
        minutes.iter().copied().filter(|minute| may_act(minute)).collect()
    }

    #[test]
    fn without_a_second_clock_only_looks_that_follow_on_each_other_for_an_hour_erase() {
        let day = 24 * 60;
        let acting = |minutes: &[i64]| acting(&Witness::default(), minutes);
        assert_eq!(acting(&[0, 60, 120]), [60, 120]);
        assert_eq!(acting(&[0, 54, 55]), [55]);
        // Two hours may lie between two of them, and no minute more; back they go by five.
        assert_eq!(acting(&[0, 120, 241, 301]), [120, 301]);
        assert_eq!(acting(&[0, 60, 55, 49, 109]), [60, 55, 109]);
        // A day ahead, and put right again: nothing was done by the wrong clock.
        assert_eq!(acting(&[0, 60, day, 120, 180]), [60, 180]);
        // Started again and again within minutes.
        assert_eq!(acting(&[0, 60, day, day + 1, day + 2]), [60]);
        assert_eq!(acting(&[0, 60, 7 * day, 7 * day + 60]), [60, 7 * day + 60]);
    }

    #[test]
    fn a_second_clock_decides_at_once_what_may_be_erased() {
        let witness = Witness::default();
        witness.saw(at(9_000), at(9_000));
        assert!(witness.follow(at(9_000), None).1);
        let follows = Some(Looks { since: at(0), last: at(9_000) });
        witness.saw(at(5), at(9_060));
        let (looks, may_act) = witness.follow(at(9_060), follows);
        assert!(!may_act);
        assert_eq!(looks, Looks { since: at(9_060), last: at(9_060) });
        // What it said long ago says nothing.
        assert!(witness.follow(at(9_071), Some(Looks { since: at(0), last: at(9_060) })).1);
    }
}
