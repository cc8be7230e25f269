//! What is remembered of each chat: the card that can be tapped, and what could not be sent yet.
//!
//! All of it may be forgotten: what was not sent is in the outbox, and a tap on an old card is answered kindly.

use std::{
    collections::{HashMap, VecDeque},
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

use lru::LruCache;

use crate::channel::telegram::parcel::Parcel;

/// Chats whose last card is remembered.
const MOST_CARDS: NonZeroUsize = NonZeroUsize::new(50_000).unwrap();

/// Every chat.
pub struct Chats {
    cards: Mutex<LruCache<i64, i64>>,
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
        Self { cards: Mutex::new(LruCache::new(MOST_CARDS)), held: Mutex::default() }
    }
}

impl Chats {
    /// The message that can be tapped.
    pub fn card(&self, chat: i64) -> Option<i64> {
        lock(&self.cards).get(&chat).copied()
    }

    /// Notes that this message, or none, is the one that can be tapped; gives the one before it.
    pub fn put_card(&self, chat: i64, message: Option<i64>) -> Option<i64> {
        let mut cards = lock(&self.cards);
        let before = match message {
            Some(message) => cards.put(chat, message),
            None => cards.pop(&chat),
        };
        before.filter(|before| Some(*before) != message)
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
