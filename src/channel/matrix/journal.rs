//! What the channel has to know after a restart: how far it heard, where people are, what it could not read yet.
//!
//! Kept beside the session, as one value: it is written whole or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem::{replace, take},
};

use chrono::{DateTime, Utc};
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{behind::Behind, homes::People, outcome::ChannelError, papers::Papers};

const JOURNAL: &str = "noodplan.journal";

/// How far the channel is.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Journal {
    /// Where the next sync begins; `None` before the first.
    pub token: Option<String>,
    /// The last event of each room that is in the inbox or needs not to be.
    pub cursors: BTreeMap<OwnedRoomId, OwnedEventId>,
    /// Rooms that could not be read; their last event stays where it is.
    pub behind: Behind,
    /// Rooms that the bot is out of, with where the sync began that said so: what was said there before is read when it is back.
    pub away: BTreeMap<OwnedRoomId, Option<String>>,
    /// The room in which each person was last heard.
    pub homes: BTreeMap<OwnedUserId, OwnedRoomId>,
    /// The signing keys of each person when they were first heard.
    pub keys: BTreeMap<OwnedUserId, String>,
    /// When each person sent what was last heard of them, in milliseconds.
    pub last: BTreeMap<OwnedUserId, i64>,
    /// Messages that could not be decrypted yet, oldest first.
    pub sealed: Vec<Sealed>,
    /// People whose new signing keys were accepted because the operator named them, as long as they are named.
    pub vouched: BTreeSet<String>,
}

/// A message that could not be decrypted yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sealed {
    /// Where it was sent.
    pub room: OwnedRoomId,
    /// The event as it came.
    pub event: Box<RawValue>,
    /// When it came.
    pub at: DateTime<Utc>,
}

impl Journal {
    /// Reads it.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub async fn load(papers: &Papers) -> Result<Self, ChannelError> {
        Ok(papers.read(JOURNAL).await?.unwrap_or_default())
    }

    /// Where the sync began that brought what was not read yet of this room.
    pub fn since(&self, room: &RoomId) -> Option<String> {
        if self.behind.holds(room) {
            return self.behind.since(room);
        }
        self.away.get(room).unwrap_or(&self.token).clone()
    }

    /// The bot is out of this room. One of which it read nothing is nothing to come back to.
    pub fn is_out_of(&mut self, room: &RoomId) {
        if self.cursors.contains_key(room) {
            let since = self.since(room);
            self.away.entry(room.to_owned()).or_insert(since);
        }
    }

    /// What is known of people.
    pub fn people(&mut self) -> People {
        People { homes: take(&mut self.homes), keys: take(&mut self.keys), last: take(&mut self.last) }
    }

    /// Takes over what is known of people.
    pub fn keep(&mut self, people: People) {
        (self.homes, self.keys, self.last) = (people.homes, people.keys, people.last);
    }

    /// Those of the people named by the operator who were not named before. A name that stays in the settings vouches
    /// once: for the keys of then, and for none that come later.
    pub fn vouch(&mut self, named: &[String]) -> Vec<String> {
        let before = replace(&mut self.vouched, named.iter().cloned().collect());
        named.iter().filter(|name| !before.contains(*name)).cloned().collect()
    }

    /// Writes it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub async fn save(&self, papers: &Papers) -> Result<(), ChannelError> {
        papers.write(JOURNAL, self).await
    }
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{event_id, room_id};

    use super::*;

    #[test]
    fn a_room_that_the_bot_is_out_of_is_read_from_where_it_was_last_read() {
        let (room, other) = (room_id!("!a:test"), room_id!("!b:test"));
        let mut journal = Journal { token: Some("s1".into()), ..Journal::default() };
        journal.cursors.insert(room.to_owned(), event_id!("$1").to_owned());
        [room, other].into_iter().for_each(|room| journal.is_out_of(room));
        journal.token = Some("s2".into());
        // It is asked in again.
        journal.is_out_of(room);
        assert_eq!(journal.since(room).as_deref(), Some("s1"));
        assert_eq!(journal.since(other).as_deref(), Some("s2"));
    }

    #[test]
    fn a_name_vouches_once_until_it_was_taken_away() {
        let (anna, piet) = ("@anna:test".to_owned(), "@piet:test".to_owned());
        let mut journal = Journal::default();
        assert_eq!(journal.vouch(std::slice::from_ref(&anna)), std::slice::from_ref(&anna));
        assert_eq!(journal.vouch(&[anna.clone(), piet.clone()]), [piet]);
        assert!(journal.vouch(&[]).is_empty());
        assert_eq!(journal.vouch(std::slice::from_ref(&anna)), [anna]);
    }
}
