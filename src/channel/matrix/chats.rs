//! What is remembered of each chat, also after a restart: ids of messages, and nothing that anybody said.
//!
//! All of it may be forgotten: a call list is then sent anew, and a question stays without its tick.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

use lru::LruCache;
use matrix_sdk::{
    Room,
    ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, UserId},
};
use serde::{Deserialize, Serialize};

/// Chats of which the notes are at hand.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// A message that the bot sent.
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
        chats.learn(anna, ChatNote { card: Some(sent()), list: None });
        assert_eq!(chats.note(anna), Some(ChatNote { card: None, list: Some(sent()) }));
        assert_eq!(chats.change(anna, |note| note.list = Some(sent())).1, None);
    }

    #[test]
    fn a_note_is_read_back_also_one_of_another_version() {
        let note = ChatNote { card: Some(sent()), list: None };
        let text = serde_json::to_string(&note).unwrap();
        assert_eq!(serde_json::from_str::<ChatNote>(&text).unwrap(), note);
        let other = r#"{"card":{"room":"!r:test","event":"$1","x":1},"key":7}"#;
        assert_eq!(serde_json::from_str::<ChatNote>(other).unwrap(), note);
    }
}
