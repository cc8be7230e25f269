//! The one place that reads the time.

use chrono::{DateTime, Utc};

use crate::app::ports::Clock;

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everybody else gets the time as an argument")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}
