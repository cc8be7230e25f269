//! What the clock wrote down and nobody handled: taken over, and set aside when that is to no avail.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::{
    ids::reference,
    ports::{Clock, Incoming, Store, StoreError},
    turn::App,
    wakes::Wakes,
};

/// What nobody handled for so long is taken over. An instance is mostly done with its claims by then; what two of them handle is
/// said once.
const LEFT: TimeDelta = TimeDelta::minutes(5);
/// Taken over so often, and still not handled, it never will be.
const MOST_TIMES: u32 = 6;
/// Taken over longer ago than this, it is handled by now.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);
/// Events that are taken over at once.
const MOST: u32 = 100;

/// How often events of the clock were taken over of late, by their names.
#[derive(Debug, Default)]
pub struct TakenOver(Mutex<HashMap<String, (u32, DateTime<Utc>)>>);

impl TakenOver {
    /// How often this one was by now.
    fn once_more(&self, event: &str, now: DateTime<Utc>) -> u32 {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (_, last)| now - *last < REMEMBERED);
        let (times, last) = known.entry(event.to_owned()).or_insert((0, now));
        (*times, *last) = (*times + 1, now);
        *times
    }
}

impl<S: Store + Wakes, C: Clock> App<S, C> {
    /// What was written down for a channel that is collected here, and not handled: another instance died, or has no such
    /// channel, or the store did not take what came of it. What never can be handled is said once more in the log, and set aside.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn left_behind(&self) -> Result<Vec<Incoming>, StoreError> {
        let now = self.clock.now();
        let mut left = Vec::new();
        if !self.witness.agrees(now, self.store.last_look().await?) {
            return Ok(left);
        }
        for channel in self.post.collected() {
            for event in self.store.take_over(channel, now - LEFT, now, MOST).await? {
                if self.taken_over.once_more(&event.event, now) <= MOST_TIMES {
                    left.push(event);
                    continue;
                }
                tracing::error!(reference = reference(&event), "a reminder was taken over too often");
                self.set_aside(&event).await;
            }
        }
        Ok(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_one_was_taken_over_is_known_until_that_is_an_hour_ago() {
        let taken_over = TakenOver::default();
        let once_more =
            |event, minute| taken_over.once_more(event, DateTime::UNIX_EPOCH + TimeDelta::minutes(minute));
        assert_eq!([once_more("tick-1", 0), once_more("tick-1", 59), once_more("tick-2", 59)], [1, 2, 1]);
        assert_eq!(once_more("tick-1", 118), 3, "it counts from the last time");
        assert_eq!(once_more("tick-1", 178), 1);
    }
}
