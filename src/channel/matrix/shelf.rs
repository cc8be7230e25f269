//! What nobody asked for, and cannot be said: the bot may not speak in somebody's room, or is in none with them. It stays in the
//! outbox and is tried by nobody, until they can be reached again.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use matrix_sdk::ruma::{OwnedUserId, UserId};

use super::{deliver::Delivery, parcel::Parcel, rooms};
use crate::{
    app::ports::{ConversationKey, LaneKind},
    dialogue::ChannelKind,
};

/// Messages that wait for one person. Of more than these the newest are kept.
const MOST: usize = 50;

/// What waits, by person.
#[derive(Default)]
pub struct Shelf(Mutex<BTreeMap<OwnedUserId, VecDeque<Parcel>>>);

impl Shelf {
    /// Lays it by; gives what there is no room for any more.
    fn put(&self, person: &UserId, parcel: Parcel) -> Option<Parcel> {
        let mut shelf = self.lock();
        let waiting = shelf.entry(person.to_owned()).or_default();
        waiting.push_back(parcel);
        if waiting.len() > MOST { waiting.pop_front() } else { None }
    }

    fn take(&self, person: &UserId) -> VecDeque<Parcel> {
        self.lock().remove(person).unwrap_or_default()
    }

    fn people(&self) -> BTreeSet<OwnedUserId> {
        self.lock().keys().cloned().collect()
    }

    /// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<OwnedUserId, VecDeque<Parcel>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Delivery {
    /// Somebody cannot be reached now. What they asked for they get by asking again; the rest waits until they can.
    pub(super) fn lay_by(&self, person: &UserId, mut parcel: Parcel) {
        self.notes.reach(parcel.conversation.clone(), false);
        parcel.waited = true;
        let over = match parcel.lane {
            LaneKind::Notice | LaneKind::Reminder => self.shelf.put(person, parcel),
            LaneKind::Emergency | LaneKind::Interactive => Some(parcel),
        };
        if let Some(parcel) = over {
            self.notes.sent(parcel.id);
        }
    }

    /// Something changed in the rooms. Brings what waits for whoever can be reached again; these people let the bot speak now.
    pub fn look_who_is_back(self: &Arc<Self>, let_speak: BTreeSet<OwnedUserId>) {
        let mut people = self.shelf.people();
        people.extend(let_speak);
        if people.is_empty() {
            return;
        }
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            for person in people {
                // Who cannot be found now is looked for when something changes again.
                if let Ok(Some(room)) = delivery.homes.of(&delivery.client, &person).await
                    && rooms::lets_speak(&room).await
                {
                    delivery.is_back(person);
                }
            }
        });
    }

    fn is_back(self: &Arc<Self>, person: OwnedUserId) {
        let address = person.as_str().into();
        self.notes.reach(ConversationKey { channel: ChannelKind::Matrix, address }, true);
        for parcel in self.shelf.take(&person) {
            self.line_up(person.clone(), parcel);
        }
    }
}
