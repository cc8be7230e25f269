//! getUpdates: the one method that waits.

use std::{sync::Arc, time::Duration};

use tokio::time::{Instant, timeout_at};

use super::{Shared, answer::Refusal, params::Params};

const LONGEST_WAIT: i64 = 50;

/// Answers with the JSON of an array: at once when something waits, else when something arrives, when
/// the time is over or when another request ends the wait.
pub(super) async fn get_updates(shared: &Shared, params: &Params, call: usize) -> Result<String, Refusal> {
    let offset = params.integer("offset").unwrap_or_default();
    let limit = params.integer("limit").map_or(100, |limit| limit.clamp(1, 100));
    let limit = usize::try_from(limit).unwrap_or(100);
    let seconds = params.integer("timeout").unwrap_or_default().clamp(0, LONGEST_WAIT);
    let until = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let (turn, arrived) = begin(shared, params, offset, call)?;
    let mut wait = Wait { shared, turn, is_waiting: false };
    loop {
        let news = arrived.notified();
        tokio::pin!(news);
        news.as_mut().enable();
        let updates = wait.look(limit)?;
        if !updates.is_empty() || seconds == 0 || Instant::now() >= until {
            return Ok(format!("[{}]", updates.join(",")));
        }
        let _ = timeout_at(until, news).await;
    }
}

/// Takes over from an earlier long poll and confirms what `offset` confirms.
fn begin(
    shared: &Shared,
    params: &Params,
    offset: i64,
    call: usize,
) -> Result<(u64, Arc<tokio::sync::Notify>), Refusal> {
    let mut state = shared.state();
    if state.webhook.is_some() {
        return Err(Refusal::conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook \
             first",
        ));
    }
    state.updates.allow(params.nested("allowed_updates").ok().flatten());
    state.polls += 1;
    let now = state.now();
    state.updates.confirm(offset, now, call);
    let arrived = Arc::clone(&state.updates.arrived);
    if state.is_polling {
        arrived.notify_waiters();
    }
    Ok((state.polls, arrived))
}

/// A long poll under way; forgets itself when the bot hangs up.
struct Wait<'a> {
    shared: &'a Shared,
    turn: u64,
    is_waiting: bool,
}

impl Wait<'_> {
    fn look(&mut self, limit: usize) -> Result<Vec<Arc<str>>, Refusal> {
        let mut state = self.shared.state();
        if state.polls != self.turn {
            return Err(Refusal::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        if state.webhook.is_some() {
            return Err(Refusal::conflict("terminated by setWebhook request"));
        }
        if !self.is_waiting {
            self.is_waiting = true;
            state.is_polling = true;
        }
        let updates = state.updates.peek(limit);
        drop(state);
        self.shared.happened.notify_waiters();
        Ok(updates)
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        if self.is_waiting && state.polls == self.turn {
            state.is_polling = false;
        }
        drop(state);
        self.shared.happened.notify_waiters();
    }
}
