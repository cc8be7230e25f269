//! In which room each person is reached: where they were last heard.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use matrix_sdk::{
    Client, Room, RoomState,
    ruma::{OwnedRoomId, OwnedUserId, RoomId, UserId},
};

use super::{
    outcome::Outcome,
    rooms::{self, Standing},
    thread::Thread,
};

/// Until it is asked again where somebody is, when nobody can know yet.
const A_MOMENT: Duration = Duration::from_millis(500);

/// People and their rooms.
#[derive(Default)]
pub struct Homes(Mutex<Known>);

/// What is known of people, and kept.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The room in which each was last heard.
    pub homes: BTreeMap<OwnedUserId, OwnedRoomId>,
    /// Their signing keys when they were first heard.
    pub keys: BTreeMap<OwnedUserId, String>,
    /// When each sent what was last heard of them, in milliseconds, as their homeserver says.
    pub last: BTreeMap<OwnedUserId, i64>,
}

#[derive(Default)]
struct Known {
    people: People,
    /// Whom the operator vouches for, until the keys in the database were taken over.
    anew: Option<Vec<String>>,
    /// The thread in which each person spoke last; who is not here spoke beside all of them.
    threads: BTreeMap<OwnedUserId, Thread>,
    /// Rooms in which the bot may not speak.
    mute: BTreeSet<OwnedRoomId>,
    /// Whether it was heard which rooms there are.
    has_rooms: bool,
}

impl Homes {
    /// Takes over what was known before. Whoever is named in `anew` may have other signing keys than before.
    pub fn recall(&self, mut people: People, anew: Vec<String>) {
        people.keys.retain(|person, _| !anew.iter().any(|name| name == person.as_str()));
        let known = &mut *self.lock();
        (known.people, known.anew) = (people, Some(anew));
    }

    /// Whether the keys that stand in the database are still to be taken over.
    pub fn lacks_keys(&self) -> bool {
        self.lock().anew.is_some()
    }

    /// Takes over the keys that stand in the database, once. They count more than those in the folder, which may have been lost
    /// meanwhile; but not for whom the operator vouches.
    pub fn recall_keys(&self, noted: BTreeMap<OwnedUserId, String>) {
        let known = &mut *self.lock();
        let anew = known.anew.take().unwrap_or_default();
        let kept = noted.into_iter().filter(|(person, _)| !anew.iter().any(|name| name == person.as_str()));
        known.people.keys.extend(kept);
    }

    /// The signing keys by which this person is known.
    pub fn keys_of(&self, person: &UserId) -> Option<String> {
        self.lock().people.keys.get(person).cloned()
    }

    /// It was heard which rooms there are. A new device knows of none before its first sync.
    pub fn has_rooms(&self) {
        self.lock().has_rooms = true;
    }

    /// All of it, to be kept.
    pub fn people(&self) -> People {
        self.lock().people.clone()
    }

    /// Whether this person signs with the keys that they had when they were first heard. A homeserver can make new ones
    /// for anybody, and then a device that goes with them.
    ///
    /// # Errors
    /// When the library cannot say.
    pub async fn is_same(&self, client: &Client, person: &UserId) -> Result<bool, Outcome> {
        let Some(key) = keys_now(client, person).await? else { return Ok(true) };
        let keys = &mut self.lock().people.keys;
        match keys.get(person) {
            Some(before) => Ok(*before == key),
            None => {
                keys.insert(person.to_owned(), key);
                Ok(true)
            }
        }
    }

    /// From now on this person is known by these keys.
    pub fn trusts(&self, person: &UserId, keys: String) {
        self.lock().people.keys.insert(person.to_owned(), keys);
    }

    /// Who was last heard in this room.
    pub fn partner(&self, room: &RoomId) -> Option<OwnedUserId> {
        self.lock().people.homes.iter().find(|(_, home)| **home == *room).map(|(person, _)| person.clone())
    }

    /// This person was heard in this room, and said it then.
    pub fn heard(&self, person: &UserId, room: &RoomId, at: i64) {
        let Known { people: People { homes, last, .. }, mute, .. } = &mut *self.lock();
        if homes.get(person).is_none_or(|home| home != room) {
            homes.insert(person.to_owned(), room.to_owned());
        }
        // Somebody may have let the bot speak there again.
        mute.remove(room);
        let before = last.entry(person.to_owned()).or_insert(at);
        *before = at.max(*before);
    }

    /// This person spoke in this thread, or beside all of them.
    pub fn speaks_in(&self, person: &UserId, thread: Option<Thread>) {
        let threads = &mut self.lock().threads;
        match thread {
            Some(thread) => threads.insert(person.to_owned(), thread),
            None => threads.remove(person),
        };
    }

    /// The thread in which this person spoke last.
    pub fn thread(&self, person: &UserId) -> Option<Thread> {
        self.lock().threads.get(person).cloned()
    }

    /// The bot may not speak in this room; until it is let, or somebody is heard there, it counts for nobody.
    pub fn is_mute(&self, room: &RoomId) {
        self.lock().mute.insert(room.to_owned());
    }

    /// The bot may speak in this room again.
    pub fn may_speak(&self, room: &RoomId) {
        self.lock().mute.remove(room);
    }

    /// Whether this person was heard saying something that they said later.
    pub fn has_said_more_since(&self, person: &UserId, at: i64) -> bool {
        self.lock().people.last.get(person).is_some_and(|last| *last > at)
    }

    /// This person asked the bot into this room, and said nothing there yet: it counts as long as there is no other.
    pub fn met(&self, person: &UserId, room: &RoomId) {
        self.lock().people.homes.entry(person.to_owned()).or_insert_with(|| room.to_owned());
    }

    /// A room in which this person alone reads along: where they were last heard, the room that took its place if the
    /// bot is in it, or any other. `None`: there is none, or the person has new signing keys that nobody vouched for.
    ///
    /// # Errors
    /// When the homeserver did not say which rooms there are, or who reads along; then nobody knows whether there is one.
    pub async fn of(&self, client: &Client, person: &UserId) -> Result<Option<Room>, Outcome> {
        if !self.lock().has_rooms {
            return Err(Outcome::Later(A_MOMENT));
        }
        if !self.is_same(client, person).await? {
            return Ok(None);
        }
        let last = self.lock().people.homes.get(person).cloned();
        let mut room = last.and_then(|id| client.get_room(&id));
        // Two rooms may each say that the other took its place.
        let mut passed = BTreeSet::new();
        while let Some(next) = room.as_ref().and_then(rooms::successor)
            && passed.insert(next.room_id().to_owned())
        {
            room = Some(next);
        }
        for room in room.into_iter().chain(client.joined_rooms()) {
            if self.is_home(&room, person).await? {
                return Ok(Some(room));
            }
        }
        Ok(None)
    }

    async fn is_home(&self, room: &Room, person: &UserId) -> Result<bool, Outcome> {
        let speaks = !self.lock().mute.contains(room.room_id());
        Ok(speaks
            && room.state() == RoomState::Joined
            && rooms::successor(room).is_none()
            && rooms::standing(room, person).await? == Standing::Private)
    }

    /// A panic elsewhere does not spoil this: the map is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The signing keys that this person has now; `None`: they have none.
///
/// # Errors
/// When the library cannot say.
pub async fn keys_now(client: &Client, person: &UserId) -> Result<Option<String>, Outcome> {
    let identity = client.encryption().get_user_identity(person).await.map_err(|_| Outcome::Local)?;
    Ok(identity.and_then(|identity| identity.master_key().get_first_key().map(|key| key.to_base64())))
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{room_id, user_id};

    use super::*;

    #[test]
    fn the_keys_in_the_database_count_but_not_for_whom_the_operator_names() {
        let (anna, piet, homes) = (user_id!("@anna:test"), user_id!("@piet:test"), Homes::default());
        let keys = |key: &str| BTreeMap::from([anna, piet].map(|person| (person.to_owned(), key.to_owned())));
        let in_folder = People { keys: keys("in the folder"), ..People::default() };
        homes.recall(in_folder, vec![piet.to_string()]);
        assert!(homes.lacks_keys());
        homes.recall_keys(keys("in the database"));
        assert!(!homes.lacks_keys());
        assert_eq!(homes.keys_of(anna).as_deref(), Some("in the database"));
        assert_eq!(homes.keys_of(piet), None);
    }

    #[test]
    fn what_was_said_before_what_was_heard_is_known_to_be_late() {
        let (anna, room, homes) = (user_id!("@anna:test"), room_id!("!a:test"), Homes::default());
        assert!(!homes.has_said_more_since(anna, 1));
        homes.heard(anna, room, 5);
        homes.heard(anna, room, 3);
        assert!(homes.has_said_more_since(anna, 4));
        assert!(!homes.has_said_more_since(anna, 5));
        assert!(!homes.has_said_more_since(user_id!("@piet:test"), 4));
    }
}
