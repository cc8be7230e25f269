//! Whether there is room for extras. A homeserver that said "too much" gets only what somebody waits for, for a while.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// Whether there is room for extras.
pub struct Calm {
    pause: Duration,
    until: Mutex<Option<Instant>>,
}

impl Calm {
    /// Room for extras, until the homeserver says otherwise; then none for this long.
    pub fn new(pause: Duration) -> Self {
        Self { pause, until: Mutex::new(None) }
    }

    /// The homeserver said that it was too much.
    pub fn too_much(&self) {
        let mut until = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if until.is_none() {
            tracing::warn!(
                "the Matrix homeserver limits the bot; reactions are left out for a while. \
                 See docs/matrix.md for how to lift the limit"
            );
        }
        *until = Some(Instant::now() + self.pause);
    }

    /// Whether there is room now.
    pub fn allows_extras(&self) -> bool {
        let mut until = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        *until = until.filter(|until| *until > Instant::now());
        until.is_none()
    }
}
