//! Ids of what a turn makes, and the word by which a turn that failed is found in the log.

use std::sync::atomic::{AtomicU16, Ordering};

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

use crate::{app::ports::Incoming, domain::fingerprint::fingerprint};

/// Counts the ids that are made; the version takes the upper four bits.
static NEXT_ID: AtomicU16 = AtomicU16::new(0);

/// A UUID version 7 of this instant.
pub(super) fn make_id(now: DateTime<Utc>) -> Uuid {
    let mut random = [0; 10];
    let [high, low, rest @ ..] = &mut random;
    // Without randomness ids of one millisecond would meet; the database refuses the second and the turn is retried.
    let _ = getrandom::fill(rest);
    // Ids of one millisecond keep the order in which they were made.
    [*high, *low] = NEXT_ID.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    Builder::from_unix_timestamp_millis(u64::try_from(now.timestamp_millis()).unwrap_or(0), &random)
        .into_uuid()
}

/// A short word that stands for one event in an apology and in the log; it says nothing about the person.
pub(super) fn reference(incoming: &Incoming) -> String {
    let text = format!("{} {}", incoming.event, incoming.at.timestamp_micros());
    format!("{:05x}", fingerprint(text) & 0xf_ffff)
}
