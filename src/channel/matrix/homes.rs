//! In which room each person is reached: where they were last heard.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use matrix_sdk::{
    Client, Room, RoomState,
    ruma::{OwnedRoomId, OwnedUserId, RoomId, UserId},
};

use super::{
    outcome::Outcome,
    rooms::{self, Standing},
};

/// People and their rooms.
#[derive(Default)]
pub struct Homes(Mutex<BTreeMap<OwnedUserId, OwnedRoomId>>);

impl Homes {
    /// Takes over what was known before.
    pub fn recall(&self, known: BTreeMap<OwnedUserId, OwnedRoomId>) {
        *self.lock() = known;
    }

    /// All of it, to be kept.
    pub fn all(&self) -> BTreeMap<OwnedUserId, OwnedRoomId> {
        self.lock().clone()
    }

    /// This person was heard in this room.
    pub fn heard(&self, person: &UserId, room: &RoomId) {
        let mut homes = self.lock();
        if homes.get(person).is_none_or(|home| home != room) {
            homes.insert(person.to_owned(), room.to_owned());
        }
    }

    /// A room in which this person alone reads along: where they were last heard, the room that took its place, or
    /// any other. `None`: there is none.
    ///
    /// # Errors
    /// When the homeserver did not say who reads along; then nobody knows whether there is one.
    pub async fn of(&self, client: &Client, person: &UserId) -> Result<Option<Room>, Outcome> {
        let last = self.lock().get(person).cloned();
        let mut room = last.and_then(|id| client.get_room(&id));
        while let Some(next) = room.as_ref().and_then(|room| room.successor_room()) {
            room = client.get_room(&next.room_id);
        }
        if let Some(room) = room
            && is_home(&room, person).await?
        {
            return Ok(Some(room));
        }
        for room in client.joined_rooms() {
            if is_home(&room, person).await? {
                return Ok(Some(room));
            }
        }
        Ok(None)
    }

    /// A panic elsewhere does not spoil this: the map is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<OwnedUserId, OwnedRoomId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn is_home(room: &Room, person: &UserId) -> Result<bool, Outcome> {
    Ok(room.state() == RoomState::Joined
        && !room.is_tombstoned()
        && rooms::standing(room, person).await? == Standing::Private)
}
