//! When to try again what did not work: later each time.

use std::{collections::BTreeMap, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use serde::{Deserialize, Serialize};

/// Whatever a homeserver asks for, and however often something did not work, it is tried again after this.
pub const LONGEST: Duration = Duration::from_secs(3_600);

/// How often something did not work, and when it is tried again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    tries: u32,
    again: DateTime<Utc>,
}

impl Wait {
    /// Nothing was tried yet.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { tries: 0, again: now }
    }

    /// How often it did not work.
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// Whether it is time to try again.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        // Nothing is put off for longer, unless the clock was wrong then.
        self.again <= now || self.again - now > delta(LONGEST)
    }

    /// It did not work: the pause is twice the last one, from `first` to `longest`, and not shorter than what was asked.
    pub fn put_off(&mut self, now: DateTime<Utc>, asked: Duration, first: Duration, longest: Duration) {
        let pause = first.saturating_mul(2_u32.saturating_pow(self.tries)).min(longest);
        self.tries = self.tries.saturating_add(1);
        self.again = now + delta(pause.max(asked.min(LONGEST)));
    }

    /// It was too much just now: that is no try, and it may be tried again after this.
    pub fn hold(&mut self, now: DateTime<Utc>, asked: Duration) {
        self.again = now + delta(asked.min(LONGEST));
    }
}

/// Rooms in which something did not work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Waits(BTreeMap<OwnedRoomId, Wait>);

impl Waits {
    /// What did not work in this room.
    pub fn of(&self, room: &RoomId) -> Option<&Wait> {
        self.0.get(room)
    }

    /// It did not work in this room; the first pause is this long.
    pub fn put_off(&mut self, room: &RoomId, now: DateTime<Utc>, first: Duration) {
        let wait = self.0.entry(room.to_owned()).or_insert_with(|| Wait::new(now));
        wait.put_off(now, Duration::ZERO, first, LONGEST);
    }

    /// It was too much just now for this room, and may be tried again after this.
    pub fn hold(&mut self, room: &RoomId, now: DateTime<Utc>, asked: Duration) {
        self.0.entry(room.to_owned()).or_insert_with(|| Wait::new(now)).hold(now, asked);
    }

    /// It worked.
    pub fn is_over(&mut self, room: &RoomId) {
        self.0.remove(room);
    }

    /// Only these rooms still matter.
    pub fn retain(&mut self, matters: impl Fn(&RoomId) -> bool) {
        self.0.retain(|room, _| matters(room));
    }

    /// How long until the next try, of those that did not work less than `most` times.
    pub fn soonest(&self, now: DateTime<Utc>, most: u32) -> Option<Duration> {
        let open = self.0.values().filter(|wait| wait.tries < most);
        open.map(|wait| (wait.again - now).to_std().unwrap_or_default()).min()
    }
}

fn delta(pause: Duration) -> TimeDelta {
    TimeDelta::from_std(pause).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::room_id;

    use super::*;

    const FIRST: Duration = Duration::from_secs(1);

    #[test]
    fn every_pause_is_twice_the_last_one_up_to_an_hour() {
        let (room, now, mut waits) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH, Waits::default());
        for seconds in [1, 2, 4, 8] {
            waits.put_off(room, now, FIRST);
            let due = |seconds| waits.of(room).unwrap().is_due(now + TimeDelta::seconds(seconds));
            assert_eq!((due(seconds - 1), due(seconds)), (false, true), "{seconds}");
        }
        (0..40).for_each(|_| waits.put_off(room, now, FIRST));
        assert_eq!(waits.soonest(now, 100), Some(LONGEST));
        assert_eq!(waits.soonest(now, 44), None, "given up");
        waits.retain(|_| false);
        assert_eq!(waits, Waits::default());
    }

    #[test]
    fn what_is_too_much_for_now_is_no_try_and_waits_as_long_as_it_is_asked_to() {
        let (room, now, mut waits) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH, Waits::default());
        waits.put_off(room, now, FIRST);
        waits.hold(room, now, Duration::from_secs(30));
        let wait = waits.of(room).unwrap();
        let due = |seconds| wait.is_due(now + TimeDelta::seconds(seconds));
        assert_eq!((wait.tries(), due(29), due(30)), (1, false, true));
    }

    #[test]
    fn a_clock_that_was_wrong_puts_nothing_off_for_years() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let mut wait = Wait::new(now);
        wait.put_off(now + TimeDelta::days(1_000), Duration::ZERO, FIRST, LONGEST);
        assert!(wait.is_due(now));
    }
}
