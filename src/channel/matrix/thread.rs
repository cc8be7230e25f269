//! What is asked in a thread is answered in it: whoever has a thread open does not see what stands beside it.
//!
//! Known until the program stops; after that the next answer stands in the room. Reminders and news always do.

use matrix_sdk::{
    Room,
    deserialized_responses::TimelineEvent,
    ruma::{EventId, OwnedEventId, OwnedRoomId, RoomId, UserId},
};
use serde_json::{Value, json};

use super::deliver::Delivery;
use crate::app::ports::LaneKind;

/// Where somebody speaks in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The room.
    pub room: OwnedRoomId,
    /// The message with which the thread begins.
    root: OwnedEventId,
    /// What they said last in it.
    last: OwnedEventId,
}

/// Where this was said: `Some(None)` is beside all threads. `None`: it is no message, or takes the place of one.
pub fn place(event: &TimelineEvent, room: &RoomId) -> Option<Option<Thread>> {
    let field = |name: &str| event.raw().get_field::<Value>(name).ok().flatten();
    let content = field("content").filter(|_| field("type").is_some_and(|kind| kind == "m.room.message"))?;
    let relation = |name: &str| content.get("m.relates_to")?.get(name)?.as_str();
    match relation("rel_type") {
        Some("m.replace") => None,
        Some("m.thread") => {
            let root = relation("event_id").and_then(|root| EventId::parse(root).ok());
            let thread = |(root, last)| Thread { room: room.to_owned(), root, last };
            Some(root.zip(event.event_id()).map(thread))
        }
        _ => Some(None),
    }
}

impl Thread {
    /// This message, as the next one in the thread. An app that knows no threads shows it as a reply.
    fn goes_on_with(&self, message: &Value) -> Value {
        let mut message = message.clone();
        if let Value::Object(fields) = &mut message {
            let relation = json!({
                "rel_type": "m.thread", "event_id": self.root, "is_falling_back": true,
                "m.in_reply_to": { "event_id": self.last },
            });
            fields.insert("m.relates_to".to_owned(), relation);
        }
        message
    }
}

impl Delivery {
    /// A message for somebody, in the thread in which they asked for it.
    pub(super) fn in_thread(&self, room: &Room, person: &UserId, lane: LaneKind, message: &Value) -> Value {
        let answers = matches!(lane, LaneKind::Interactive | LaneKind::Emergency);
        let thread = self.homes.thread(person).filter(|thread| answers && *thread.room == *room.room_id());
        thread.map_or_else(|| message.clone(), |thread| thread.goes_on_with(message))
    }
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{events::AnySyncTimelineEvent, room_id, serde::Raw};
    use serde_json::value::to_raw_value;

    use super::*;

    fn said(kind: &str, relation: &Value) -> Option<Option<Thread>> {
        let content = json!({ "msgtype": "m.text", "body": "hoi", "m.relates_to": relation });
        let event = json!({ "type": kind, "event_id": "$2", "sender": "@anna:test", "content": content });
        let raw: Raw<AnySyncTimelineEvent> = Raw::from_json(to_raw_value(&event).unwrap());
        place(&TimelineEvent::from_plaintext(raw), room_id!("!a:test"))
    }

    #[test]
    fn a_message_says_in_which_thread_somebody_is_and_a_change_or_a_tap_does_not() {
        let in_thread = json!({ "rel_type": "m.thread", "event_id": "$1" });
        let thread = said("m.room.message", &in_thread).unwrap().unwrap();
        let relation = json!({
            "rel_type": "m.thread", "event_id": "$1", "is_falling_back": true,
            "m.in_reply_to": { "event_id": "$2" },
        });
        assert_eq!(
            thread.goes_on_with(&json!({ "body": "x" })),
            json!({ "body": "x", "m.relates_to": relation })
        );
        assert_eq!(said("m.room.message", &json!({})), Some(None));
        assert_eq!(said("m.room.message", &json!({ "rel_type": "m.thread", "event_id": 7 })), Some(None));
        assert_eq!(said("m.room.message", &json!({ "rel_type": "m.replace", "event_id": "$1" })), None);
        assert_eq!(
            said("m.reaction", &json!({ "rel_type": "m.annotation", "event_id": "$1", "key": "x" })),
            None
        );
    }
}
