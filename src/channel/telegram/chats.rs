//! What is remembered of each chat: which messages stand in it, and what could not be sent yet.
//!
//! All of it may be forgotten: what was not sent is in the outbox, and a tap on an old card is answered kindly.

use std::{
    collections::{HashMap, VecDeque},
    mem,
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use lru::LruCache;
use serde::{Deserialize, Serialize};

use crate::channel::telegram::parcel::Parcel;

/// Chats of which the notes are at hand.
const MOST_NOTES: NonZeroUsize = NonZeroUsize::new(50_000).unwrap();
/// Messages that wait in one chat. What is beyond stays in the outbox, for the next start.
const MOST_IN_LINE: usize = 1_000;
/// Messages of one chat of which nobody knows whether they arrived. What is beyond stays in the outbox.
const MOST_UNKNOWN: usize = 20;

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
    /// The call list is not pinned yet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_loose: bool,
}

/// What is noted about a chat since the program started, and whether what was noted before is in it.
#[derive(Clone, Copy, Default)]
struct Noted {
    note: ChatNote,
    is_learned: bool,
}

/// Every chat.
pub struct Chats {
    notes: Mutex<LruCache<i64, Noted>>,
    held: Mutex<HashMap<i64, Held>>,
}

/// What waits in a chat that has trouble. A chat without trouble has none.
#[derive(Default)]
struct Held {
    /// Not sent yet, in the order of sending. Somebody is at it.
    line: Option<VecDeque<Parcel>>,
    /// Sent in this order, and nobody knows whether it arrived. Somebody is at it.
    unknown: Option<VecDeque<Unknown>>,
    /// The newest emergency plan that did not get through. Somebody is at it.
    plan: Option<Option<Parcel>>,
}

/// A parcel of which nobody knows whether it arrived.
pub struct Unknown {
    /// The parcel.
    pub parcel: Parcel,
    /// The card that stood in the chat before it.
    pub card: Option<i64>,
    /// When it is sent once more.
    pub due: Instant,
}

impl Held {
    fn is_over(&self) -> bool {
        self.line.is_none() && self.unknown.is_none() && self.plan.is_none()
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
        lock(&self.notes).get(&chat).map(|noted| noted.note)
    }

    /// Whether what was noted before the program started is at hand.
    pub fn is_learned(&self, chat: i64) -> bool {
        lock(&self.notes).get(&chat).is_some_and(|noted| noted.is_learned)
    }

    /// Takes in what was noted about a chat before the program started; what was noted since counts more. Gives the
    /// card that is over by now, and the note if it differs from the one that is kept.
    pub fn learn(&self, chat: i64, kept: ChatNote) -> (Option<i64>, Option<ChatNote>) {
        let mut notes = lock(&self.notes);
        let noted = notes.get_or_insert_mut(chat, Noted::default);
        if noted.is_learned {
            return (None, None);
        }
        let since = noted.note;
        let note = ChatNote {
            card: since.card.or(kept.card),
            list: since.list.or(kept.list),
            key: since.key.or(kept.key),
            is_loose: if since.list.is_some() { since.is_loose } else { kept.is_loose },
        };
        *noted = Noted { note, is_learned: true };
        (kept.card.filter(|card| note.card != Some(*card)), Some(note).filter(|note| *note != kept))
    }

    /// Changes what is noted; gives what was there before, and what is to be kept if that differs. Before it is learned
    /// what was noted earlier, nothing takes its place.
    pub fn change(&self, chat: i64, change: impl FnOnce(&mut ChatNote)) -> (ChatNote, Option<ChatNote>) {
        let mut notes = lock(&self.notes);
        let noted = notes.get_or_insert_mut(chat, Noted::default);
        let before = noted.note;
        change(&mut noted.note);
        (before, Some(noted.note).filter(|now| noted.is_learned && *now != before))
    }

    /// Puts a parcel behind what waits already; gives it back when nothing waits.
    pub fn join_line(&self, chat: i64, parcel: Parcel) -> Option<Parcel> {
        let mut held = lock(&self.held);
        match held.get_mut(&chat).and_then(|held| held.line.as_mut()) {
            Some(line) if line.len() < MOST_IN_LINE => {
                line.push_back(parcel);
                None
            }
            Some(_) => {
                tracing::warn!("too much waits for one chat; the rest is sent after a restart");
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

    /// Keeps a parcel of which nobody knows whether it arrived; `true` when somebody has to see to these now.
    pub fn put_unknown(&self, chat: i64, unknown: Unknown) -> bool {
        let mut all = lock(&self.held);
        let held = all.entry(chat).or_default();
        let is_new = held.unknown.is_none();
        let waiting = held.unknown.get_or_insert_default();
        if waiting.len() < MOST_UNKNOWN {
            waiting.push_back(unknown);
        }
        is_new
    }

    /// When the first of these is due; without one, nobody sees to them any more.
    pub fn next_unknown(&self, chat: i64) -> Option<Instant> {
        let mut all = lock(&self.held);
        let held = all.get_mut(&chat)?;
        let due = held.unknown.as_ref().and_then(VecDeque::front).map(|first| first.due);
        if due.is_none() {
            held.unknown = None;
            if held.is_over() {
                all.remove(&chat);
            }
        }
        due
    }

    /// The first of these, if it is due by then.
    pub fn take_unknown(&self, chat: i64, by: Instant) -> Option<Unknown> {
        lock(&self.held).get_mut(&chat)?.unknown.as_mut()?.pop_front_if(|first| first.due <= by)
    }

    /// All of these, in order.
    pub fn take_all_unknown(&self, chat: i64) -> VecDeque<Unknown> {
        let mut all = lock(&self.held);
        all.get_mut(&chat).and_then(|held| held.unknown.as_mut()).map(mem::take).unwrap_or_default()
    }

    /// Keeps a plan that did not get through, in place of an older one, which is given back; `true` when somebody has
    /// to see to it now.
    pub fn put_plan(&self, chat: i64, plan: Parcel) -> (bool, Option<Parcel>) {
        let mut all = lock(&self.held);
        let held = all.entry(chat).or_default();
        let is_new = held.plan.is_none();
        (is_new, held.plan.get_or_insert_default().replace(plan))
    }

    /// The plan to try again; without one, nobody sees to it any more.
    pub fn next_plan(&self, chat: i64) -> Option<Parcel> {
        let mut all = lock(&self.held);
        let held = all.get_mut(&chat)?;
        let next = held.plan.as_mut().and_then(Option::take);
        if next.is_none() {
            held.plan = None;
            if held.is_over() {
                all.remove(&chat);
            }
        }
        next
    }

    /// Puts a plan back; if there is a newer one by now it is given back.
    pub fn back_plan(&self, chat: i64, plan: Parcel) -> Option<Parcel> {
        let mut all = lock(&self.held);
        let newest = all.entry(chat).or_default().plan.get_or_insert_default();
        if newest.is_some() {
            return Some(plan);
        }
        newest.replace(plan)
    }

    /// Takes away a plan that waits: the person has one.
    pub fn drop_plan(&self, chat: i64) -> Option<Parcel> {
        lock(&self.held).get_mut(&chat)?.plan.as_mut()?.take()
    }
}

/// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
