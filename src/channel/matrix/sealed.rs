//! Messages that could not be decrypted yet. Keys often come later; what stays sealed is answered in plain words.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use matrix_sdk::{
    Client, Room,
    deserialized_responses::{TimelineEvent, TimelineEventKind, UnableToDecryptInfo, UnableToDecryptReason},
    ruma::{OwnedRoomId, events::room::encrypted::OriginalSyncRoomEncryptedEvent, serde::Raw},
};

use super::{Pauses, journal::Sealed};

/// Every sync tries all of them again, so there is room for no more than this.
const MOST: usize = 200;

/// What became of a message that was sealed.
pub enum Tried {
    /// It can be read now.
    Opened(Room, Box<TimelineEvent>, Sealed),
    /// It will not be read any more: the key did not come.
    NoKey(Room, Sealed),
    /// It will not be read any more: its device is not confirmed by its owner.
    Unconfirmed(Room),
}

/// Tries all of them again; gives what is decided and leaves the rest.
pub async fn retry(
    client: &Client,
    sealed: &mut Vec<Sealed>,
    now: DateTime<Utc>,
    pauses: &Pauses,
) -> Vec<Tried> {
    let mut decided = Vec::new();
    let mut left = Vec::new();
    for message in std::mem::take(sealed) {
        // Out of the room, nobody waits for an answer any more.
        let Some(room) = client.get_room(&message.room) else { continue };
        let event: Raw<OriginalSyncRoomEncryptedEvent> = Raw::from_json(message.event.clone());
        let Ok(opened) = room.decrypt_event(&event, None).await else {
            left.push(message);
            continue;
        };
        let waited = now - message.at;
        match &opened.kind {
            TimelineEventKind::UnableToDecrypt { utd_info, .. } if is_unconfirmed(utd_info) => {
                if waited < delta(pauses.unconfirmed) {
                    left.push(message);
                } else {
                    decided.push(Tried::Unconfirmed(room));
                }
            }
            TimelineEventKind::UnableToDecrypt { .. } if waited < delta(pauses.missing_key) => {
                left.push(message)
            }
            TimelineEventKind::UnableToDecrypt { .. } => decided.push(Tried::NoKey(room, message)),
            _ => decided.push(Tried::Opened(room, Box::new(opened), message)),
        }
    }
    *sealed = left;
    decided
}

/// Those for which there is no room any more; the oldest ones.
pub fn beyond_room(client: &Client, sealed: &mut Vec<Sealed>) -> Vec<Tried> {
    let too_many = sealed.len().saturating_sub(MOST);
    let given_up = sealed.drain(..too_many);
    given_up.filter_map(|message| Some(Tried::NoKey(client.get_room(&message.room)?, message))).collect()
}

/// Leaves out what was wiped before it could be read: nobody says it any more.
pub fn drop_wiped(sealed: &mut Vec<Sealed>, wiped: &BTreeSet<(OwnedRoomId, String)>) {
    if wiped.is_empty() {
        return;
    }
    sealed.retain(|message| {
        let event: Raw<OriginalSyncRoomEncryptedEvent> = Raw::from_json(message.event.clone());
        let id: Option<String> = event.get_field("event_id").ok().flatten();
        id.is_none_or(|id| !wiped.contains(&(message.room.clone(), id)))
    });
}

fn is_unconfirmed(info: &UnableToDecryptInfo) -> bool {
    matches!(info.reason, UnableToDecryptReason::SenderIdentityNotTrusted(_))
}

fn delta(pause: std::time::Duration) -> TimeDelta {
    TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX)
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{RoomId, room_id};
    use serde_json::{json, value::to_raw_value};

    use super::*;

    fn sealed(room: &RoomId, event: &str) -> Sealed {
        let event = to_raw_value(&json!({ "type": "m.room.encrypted", "event_id": event })).unwrap();
        Sealed { room: room.to_owned(), event, at: DateTime::default() }
    }

    #[test]
    fn what_is_wiped_before_it_can_be_read_is_tried_no_more() {
        let (room, other) = (room_id!("!a:test"), room_id!("!b:test"));
        let mut kept = vec![sealed(room, "$1"), sealed(room, "$2"), sealed(other, "$1")];
        drop_wiped(&mut kept, &BTreeSet::from([(room.to_owned(), "$1".to_owned())]));
        let left: Vec<_> =
            kept.iter().map(|message| (&*message.room, message.event.get().contains("$1"))).collect();
        assert_eq!(left, [(room, false), (other, true)]);
    }
}
