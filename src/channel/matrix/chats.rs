//! What is remembered of each chat, also after a restart: ids of messages, and nothing that anybody said.
//!
//! All of it may be forgotten: a call list is then sent anew, a question stays without its tick, and a new device of the bot
//! hears nothing of what was said before it.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

use lru::LruCache;
use matrix_sdk::{
    Room,
    ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, UserId},
};
use serde::{Deserialize, Serialize};

/// Chats of which the notes are at hand.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// Rooms of one person of which is noted how far they were heard.
const MOST_ROOMS: usize = 5;

/// A message in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Where it stands.
    pub room: OwnedRoomId,
    /// Which one it is.
    pub event: OwnedEventId,
}

impl Sent {
    /// The message, if it stands in this room.
    pub fn in_room(self, room: &Room) -> Option<OwnedEventId> {
        (*self.room == *room.room_id()).then_some(self.event)
    }
}

/// What is noted about the chat with one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChatNote {
    /// The question that waits for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Sent>,
    /// The call list that is kept up to date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Sent>,
    /// The last message of theirs in each room that is in the inbox, the newest at the end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<Sent>,
    /// The signing keys with which they are known, also when the folder is lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<String>,
}

impl ChatNote {
    /// This message is in the inbox. Of the rooms that they left for others the oldest are forgotten.
    pub fn hear(&mut self, message: Sent) {
        self.heard.retain(|before| before.room != message.room);
        self.heard.push(message);
        self.heard.drain(..self.heard.len().saturating_sub(MOST_ROOMS));
    }

    /// The last message of theirs in this room that is in the inbox.
    pub fn heard_in(self, room: &RoomId) -> Option<OwnedEventId> {
        self.heard.into_iter().find(|message| *message.room == *room).map(|message| message.event)
    }
}

/// Every chat.
pub struct Chats(Mutex<LruCache<OwnedUserId, ChatNote>>);

impl Default for Chats {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Chats {
    /// What is noted about the chat with somebody, if that is at hand.
    pub fn note(&self, person: &UserId) -> Option<ChatNote> {
        self.lock().get(person).cloned()
    }

    /// Takes in what was noted before the program started.
    pub fn learn(&self, person: &UserId, note: ChatNote) {
        self.lock().get_or_insert(person.to_owned(), || note);
    }

    /// Changes what is noted; gives what was there before, and what is there now if that differs.
    pub fn change(
        &self,
        person: &UserId,
        change: impl FnOnce(&mut ChatNote),
    ) -> (ChatNote, Option<ChatNote>) {
        let mut notes = self.lock();
        let note = notes.get_or_insert_mut(person.to_owned(), ChatNote::default);
        let before = note.clone();
        change(note);
        let now = Some(note.clone()).filter(|now| *now != before);
        (before, now)
    }

    /// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, LruCache<OwnedUserId, ChatNote>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{event_id, room_id, user_id};

    use super::*;

    fn sent() -> Sent {
        Sent { room: room_id!("!r:test").to_owned(), event: event_id!("$1").to_owned() }
    }

    #[test]
    fn what_was_noted_before_the_start_does_not_undo_what_was_noted_since() {
        let (chats, anna) = (Chats::default(), user_id!("@anna:test"));
        let (before, now) = chats.change(anna, |note| note.list = Some(sent()));
        assert_eq!((before, now.is_some()), (ChatNote::default(), true));
        chats.learn(anna, ChatNote { card: Some(sent()), ..ChatNote::default() });
        assert_eq!(chats.note(anna), Some(ChatNote { list: Some(sent()), ..ChatNote::default() }));
        assert_eq!(chats.change(anna, |note| note.list = Some(sent())).1, None);
    }

    #[test]
    fn a_note_is_read_back_also_one_of_another_version() {
        let mut note = ChatNote { card: Some(sent()), ..ChatNote::default() };
        let text = serde_json::to_string(&note).unwrap();
        assert_eq!(serde_json::from_str::<ChatNote>(&text).unwrap(), note);
        let other = r#"{"card":{"room":"!r:test","event":"$1","x":1},"key":7}"#;
        assert_eq!(serde_json::from_str::<ChatNote>(other).unwrap(), note);
        note.hear(sent());
        note.keys = Some("key".into());
        let text = serde_json::to_string(&note).unwrap();
        assert_eq!(serde_json::from_str::<ChatNote>(&text).unwrap(), note);
    }

    #[test]
    fn of_each_room_the_last_message_is_noted_and_of_too_many_rooms_the_newest() {
        let mut note = ChatNote::default();
        for (room, event) in [(0, 0), (1, 1), (0, 2), (2, 3), (3, 4), (4, 5), (5, 6)] {
            let room = OwnedRoomId::try_from(format!("!{room}:test")).unwrap();
            note.hear(Sent { room, event: OwnedEventId::try_from(format!("${event}")).unwrap() });
        }
        let events: Vec<_> = note.heard.iter().map(|message| message.event.as_str()).collect();
        assert_eq!(events, ["$2", "$3", "$4", "$5", "$6"]);
        assert_eq!(note.clone().heard_in(room_id!("!1:test")), None);
        assert_eq!(note.heard_in(room_id!("!0:test")).as_deref(), Some(event_id!("$2")));
    }
}
