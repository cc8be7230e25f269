//! The server's clock: the machine's, plus what a test let pass.

use chrono::{DateTime, TimeDelta, Utc};

/// Real time, moved ahead.
#[derive(Clone, Copy, Default)]
pub(super) struct ServerClock {
    ahead: TimeDelta,
}

impl ServerClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub(super) fn now(&self) -> DateTime<Utc> {
        DateTime::from(std::time::SystemTime::now()) + self.ahead
    }

    /// Moves on by `time`.
    pub(super) fn pass(&mut self, time: TimeDelta) {
        self.ahead += time;
    }
}
