//! When there is next something to say to one company.

use chrono::{DateTime, TimeDelta, Utc};

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
