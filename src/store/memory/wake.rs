//! When there is next something to say to one company, and who says it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{app::ports::Incoming, dialogue::ChannelKind, store::memory::Kept};

/// What is kept of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeptWake {
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) told_until: DateTime<Utc>,
    pub(super) lease_until: DateTime<Utc>,
    pub(super) fence: i64,
}

impl KeptWake {
    /// Whether somebody may claim it.
    pub(super) fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.due_at.is_some_and(|due| due <= now) && self.lease_until <= now
    }

    /// Whether a clock that was ahead left its traces.
    pub(super) fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        self.told_until > now || self.lease_until > now + TimeDelta::hours(1)
    }

    /// Takes these traces away.
    pub(super) fn set_back(&mut self, now: DateTime<Utc>) {
        self.told_until = self.told_until.min(now);
        self.due_at = Some(self.due_at.map_or(now, |due| due.min(now)));
        (self.lease_until, self.fence) = (DateTime::UNIX_EPOCH, self.fence + 1);
    }
}

impl Kept {
    /// Takes over what the clock wrote down for a channel by one time, so that it counts as written down at another.
    pub(super) fn take_over(
        &mut self,
        channel: ChannelKind,
        (until, now): (DateTime<Utc>, DateTime<Utc>),
        most: usize,
    ) -> Vec<Incoming> {
        let is_left = |event: &&Incoming| {
            let of_the_clock = event.event.starts_with("tick-") || event.event.starts_with("outage-");
            let arrived_at = self.taken_over.get(&event.event).copied().unwrap_or(event.at);
            event.conversation.channel == channel && of_the_clock && arrived_at <= until
        };
        let left: Vec<Incoming> = self.waiting.iter().filter(is_left).take(most).cloned().collect();
        self.taken_over.extend(left.iter().map(|event| (event.event.clone(), now)));
        left
    }
}
