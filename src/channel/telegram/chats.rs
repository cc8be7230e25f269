//! What is remembered of each chat: which messages stand in it, and what could not be sent yet.
//!
//! All of it may be forgotten: what was not sent is in the outbox, and a tap on an old card is answered kindly.

use std::{
    collections::{HashMap, VecDeque},
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

use lru::LruCache;
use serde::{Deserialize, Serialize};

use crate::channel::telegram::parcel::Parcel;

/// Chats of which the notes are at hand.
const MOST_NOTES: NonZeroUsize = NonZeroUsize::new(50_000).unwrap();

/// What is noted about a chat, also after a restart: ids of messages, and nothing that anybody said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChatNote {
    /// The message that can be tapped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<i64>,
    /// The call list that is pinned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<i64>,
    /// The message that came with the key for one's own number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<i64>,
}

/// Every chat.
pub struct Chats {
    notes: Mutex<LruCache<i64, ChatNote>>,
    held: Mutex<HashMap<i64, Held>>,
}

/// What waits in a chat that has trouble. A chat without trouble has none.
#[derive(Default)]
struct Held {
    /// Not sent yet, in the order of sending. Somebody is at it.
    line: Option<VecDeque<Parcel>>,
    /// Sent, and nobody knows whether it arrived.
    unknown: Option<Parcel>,
}

impl Held {
    fn is_over(&self) -> bool {
        self.line.is_none() && self.unknown.is_none()
    }
}

impl Default for Chats {
    fn default() -> Self {
        Self { notes: Mutex::new(LruCache::new(MOST_NOTES)), held: Mutex::default() }
    }
}

impl Chats {
    /// What is noted about a chat, if that is at hand.
    pub fn note(&self, chat: i64) -> Option<ChatNote> {
        lock(&self.notes).get(&chat).copied()
    }

    /// Takes in what was noted about a chat before the program started.
    pub fn learn(&self, chat: i64, note: ChatNote) {
        lock(&self.notes).get_or_insert(chat, || note);
    }

    /// Changes what is noted; gives what was there before, and what is there now if that differs.
    pub fn change(&self, chat: i64, change: impl FnOnce(&mut ChatNote)) -> (ChatNote, Option<ChatNote>) {
        let mut notes = lock(&self.notes);
        let note = notes.get_or_insert_mut(chat, ChatNote::default);
        let before = *note;
        change(note);
        (before, Some(*note).filter(|now| *now != before))
    }

    /// Puts parcels behind what waits already; gives them back when nothing waits.
    pub fn join_line(&self, chat: i64, parcel: Parcel) -> Option<Parcel> {
        let mut held = lock(&self.held);
        match held.get_mut(&chat).and_then(|held| held.line.as_mut()) {
            Some(line) => {
                line.push_back(parcel);
                None
            }
            None => Some(parcel),
        }
    }

    /// Makes parcels wait; `true` when there was no line before, so that somebody has to see to it now.
    pub fn start_line(&self, chat: i64, parcels: impl IntoIterator<Item = Parcel>) -> bool {
        let mut held = lock(&self.held);
        let held = held.entry(chat).or_default();
        let is_new = held.line.is_none();
        held.line.get_or_insert_default().extend(parcels);
        is_new
    }

    /// The next that waits; without one, the line is over.
    pub fn next_in_line(&self, chat: i64) -> Option<Parcel> {
        let mut all = lock(&self.held);
        let held = all.get_mut(&chat)?;
        let next = held.line.as_mut().and_then(VecDeque::pop_front);
        if next.is_none() {
            held.line = None;
            if held.is_over() {
                all.remove(&chat);
            }
        }
        next
    }

    /// Puts a parcel back at the head of the line.
    pub fn back_in_line(&self, chat: i64, parcel: Parcel) {
        let mut held = lock(&self.held);
        held.entry(chat).or_default().line.get_or_insert_default().push_front(parcel);
    }

    /// Notes that nobody knows whether this parcel arrived; gives the one before it.
    pub fn put_unknown(&self, chat: i64, parcel: Parcel) -> Option<Parcel> {
        lock(&self.held).entry(chat).or_default().unknown.replace(parcel)
    }

    /// The parcel of which nobody knows whether it arrived, if it is still the one with this id, or any.
    pub fn take_unknown(&self, chat: i64, id: Option<uuid::Uuid>) -> Option<Parcel> {
        let mut all = lock(&self.held);
        let held = all.get_mut(&chat)?;
        let taken = held.unknown.take_if(|parcel| id.is_none_or(|id| parcel.id == id));
        if held.is_over() {
            all.remove(&chat);
        }
        taken
    }
}

/// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
