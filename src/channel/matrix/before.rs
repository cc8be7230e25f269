//! What arrived of a message that was sent long ago. A homeserver knows a transaction again for a day or so; after that
//! sending it again would make a second event. So each message carries its own name, inside the encryption.

use std::{collections::BTreeSet, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use matrix_sdk::{
    Room,
    deserialized_responses::{TimelineEvent, TimelineEventKind},
    room::MessagesOptions,
    ruma::UInt,
};
use serde_json::Value;
use uuid::Uuid;

use super::outcome::{Outcome, of};

/// Where the name of a message travels.
pub const NAME: &str = "nl.noodplan.message";

/// A homeserver is trusted to know a transaction again for so long.
const KNOWN_AGAIN: TimeDelta = TimeDelta::hours(20);
/// Clocks of homeservers may be wrong by so much.
const WRONG_CLOCKS: Duration = Duration::from_secs(3_600);
const PAGE: u32 = 100;

/// Whether sending this again could make a second event.
pub fn is_forgotten(id: Uuid, now: DateTime<Utc>) -> bool {
    made_at(id).is_some_and(|made| now - made > KNOWN_AGAIN)
}

/// The names of what the bot said in a room since this row of the outbox was made.
///
/// # Errors
/// When the homeserver does not tell.
pub async fn said_since(room: &Room, id: Uuid) -> Result<BTreeSet<String>, Outcome> {
    let made = made_at(id).map_or(0, |made| made.timestamp_millis());
    let begin = made.saturating_sub(i64::try_from(WRONG_CLOCKS.as_millis()).unwrap_or(i64::MAX));
    let mut names = BTreeSet::new();
    let mut from: Option<String> = None;
    loop {
        let mut options = MessagesOptions::backward().from(from.as_deref());
        options.limit = UInt::from(PAGE);
        let page = room.messages(options).await.map_err(|error| of(&error))?;
        let is_past = page.chunk.iter().any(|event| sent_at(event).is_some_and(|at| at < begin));
        let own = page.chunk.iter().filter(|event| event.sender().as_deref() == Some(room.own_user_id()));
        names.extend(own.filter_map(name));
        match page.end {
            Some(end) if !is_past && !page.chunk.is_empty() && from.as_ref() != Some(&end) => {
                from = Some(end)
            }
            _ => return Ok(names),
        }
    }
}

/// The name of a message; what is in clear may be made up.
fn name(event: &TimelineEvent) -> Option<String> {
    if !matches!(event.kind, TimelineEventKind::Decrypted(_)) {
        return None;
    }
    let content: Value = event.raw().get_field("content").ok().flatten()?;
    content.get(NAME).and_then(Value::as_str).map(ToOwned::to_owned)
}

fn sent_at(event: &TimelineEvent) -> Option<i64> {
    event.raw().get_field("origin_server_ts").ok().flatten()
}

/// When a row of the outbox was made: its id says so.
fn made_at(id: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanoseconds) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanoseconds)
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{events::AnySyncTimelineEvent, serde::Raw};
    use serde_json::{json, value::to_raw_value};
    use uuid::Builder;

    use super::*;

    #[test]
    fn what_a_homeserver_may_have_forgotten_is_known_by_the_age_of_its_row() {
        let made = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let id = Builder::from_unix_timestamp_millis(1_800_000_000_000, &[7; 10]).into_uuid();
        assert_eq!(made_at(id), Some(made));
        for (hours, forgotten) in [(0, false), (19, false), (21, true), (100, true)] {
            assert_eq!(is_forgotten(id, made + TimeDelta::hours(hours)), forgotten, "{hours}");
        }
        assert!(!is_forgotten(Uuid::nil(), made));
    }

    #[test]
    fn a_name_in_clear_is_not_believed() {
        let event = json!({
            "type": "m.room.message", "event_id": "$1", "sender": "@bot:test", "origin_server_ts": 5,
            "content": { "msgtype": "m.text", "body": "hoi", NAME: "x" },
        });
        let raw: Raw<AnySyncTimelineEvent> = Raw::from_json(to_raw_value(&event).unwrap());
        let event = TimelineEvent::from_plaintext(raw);
        assert_eq!((name(&event), sent_at(&event)), (None, Some(5)));
    }
}
