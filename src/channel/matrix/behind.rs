//! Rooms that could not be read: the others go on, and each of these is tried again, less and less often.

use std::{collections::BTreeMap, time::Duration};

use chrono::{DateTime, Utc};
use matrix_sdk::{
    deserialized_responses::TimelineEvent,
    ruma::{OwnedRoomId, RoomId},
};
use serde::{Deserialize, Serialize};

use super::{Pauses, outcome::Outcome, waits::Wait};

/// Events of a room that are kept at most: as many as one sync brings of it.
const MOST: usize = 100;

/// Rooms of which something was not read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Behind(BTreeMap<OwnedRoomId, Unread>);

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Unread {
    /// Where the sync began that brought what was not read.
    since: Option<String>,
    /// What was brought since then, oldest first: all that is left when the homeserver does not give the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    brought: Vec<TimelineEvent>,
    #[serde(flatten)]
    wait: Wait,
}

impl Behind {
    /// Whether all rooms are read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something in this room was not read.
    pub fn holds(&self, room: &RoomId) -> bool {
        self.0.contains_key(room)
    }

    /// The rooms to try again now.
    pub fn due(&self, now: DateTime<Utc>) -> impl Iterator<Item = &OwnedRoomId> {
        self.0.iter().filter(move |(_, unread)| unread.wait.is_due(now)).map(|(room, _)| room)
    }

    /// Where the sync began that brought what was not read.
    pub fn since(&self, room: &RoomId) -> Option<String> {
        self.0.get(room).and_then(|unread| unread.since.clone())
    }

    /// What was brought of this room since it could not be read, oldest first.
    pub fn brought(&self, room: &RoomId) -> Vec<TimelineEvent> {
        self.0.get(room).map(|unread| unread.brought.clone()).unwrap_or_default()
    }

    /// A sync brought these of a room that waits to be read. Of too many the newest are kept.
    pub fn keep(&mut self, room: &RoomId, events: &[TimelineEvent]) {
        if let Some(unread) = self.0.get_mut(room) {
            unread.brought.extend_from_slice(events);
            unread.brought.drain(..unread.brought.len().saturating_sub(MOST));
        }
    }

    /// All of this room is read.
    pub fn caught_up(&mut self, room: &RoomId) {
        self.0.remove(room);
    }

    /// This room could not be read, or again not.
    pub fn put_off(
        &mut self,
        room: OwnedRoomId,
        since: Option<String>,
        outcome: Outcome,
        now: DateTime<Utc>,
        pauses: &Pauses,
    ) {
        if !self.holds(&room) {
            tracing::warn!("a room on Matrix could not be read; the others go on, and it is tried again");
        }
        let unread =
            self.0.entry(room).or_insert_with(|| Unread { since, brought: Vec::new(), wait: Wait::new(now) });
        let asked = if let Outcome::Later(asked) = outcome { asked } else { Duration::ZERO };
        unread.wait.put_off(now, asked, pauses.first, pauses.longest);
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use matrix_sdk::ruma::{events::AnySyncTimelineEvent, room_id, serde::Raw};
    use serde_json::{json, value::to_raw_value};

    use super::*;

    fn event(number: usize) -> TimelineEvent {
        let fields =
            json!({ "event_id": format!("${number}"), "sender": "@anna:test", "type": "m.reaction" });
        let raw: Raw<AnySyncTimelineEvent> = Raw::from_json(to_raw_value(&fields).unwrap());
        TimelineEvent::from_plaintext(raw)
    }

    #[test]
    fn what_is_brought_of_a_room_that_waits_is_kept_in_order_over_a_restart_and_not_without_end() {
        let (room, other, now) = (room_id!("!a:test"), room_id!("!b:test"), DateTime::<Utc>::UNIX_EPOCH);
        let mut behind = Behind::default();
        behind.put_off(room.to_owned(), None, Outcome::Unknown, now, &Pauses::default());
        for number in 0..=MOST {
            behind.keep(room, &[event(number)]);
            behind.keep(other, &[event(number)]);
        }
        let kept = serde_json::to_string(&behind).unwrap();
        let behind: Behind = serde_json::from_str(&kept).unwrap();
        let ids = behind.brought(room).into_iter().filter_map(|event| event.event_id());
        let wanted = (1..=MOST).map(|number| format!("${number}"));
        assert!(ids.map(|id| id.to_string()).eq(wanted), "{kept}");
        assert!(behind.brought(other).is_empty());
    }

    #[test]
    fn a_room_is_tried_again_later_each_time_and_remembers_where_it_began() {
        let (room, now, pauses) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH, Pauses::default());
        let mut behind = Behind::default();
        for (since, seconds) in [("s1", 1), ("s2", 2), ("s3", 4)] {
            behind.put_off(room.to_owned(), Some(since.to_owned()), Outcome::Unknown, now, &pauses);
            let due = |seconds| behind.due(now + TimeDelta::seconds(seconds)).count();
            assert_eq!((due(seconds - 1), due(seconds)), (0, 1), "{since}");
        }
        assert_eq!(behind.since(room).as_deref(), Some("s1"));
        let asked = Outcome::Later(Duration::from_secs(100));
        behind.put_off(room.to_owned(), None, asked, now, &pauses);
        assert_eq!(behind.due(now + TimeDelta::seconds(99)).count(), 0, "as long as it is asked to");
        behind.caught_up(room);
        assert!(behind.is_empty());
    }

    #[test]
    fn what_an_earlier_version_wrote_down_is_read() {
        let kept = r#"{"!a:test":{"since":"s1","tries":3,"again":"2026-11-23T18:40:00Z"}}"#;
        let behind: Behind = serde_json::from_str(kept).unwrap();
        assert_eq!(behind.since(room_id!("!a:test")).as_deref(), Some("s1"));
        assert_eq!(serde_json::to_string(&behind).unwrap(), kept);
    }

    #[test]
    fn a_homeserver_cannot_put_a_room_off_for_ever() {
        let mut behind = Behind::default();
        let (room, now) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH);
        behind.put_off(room.to_owned(), None, Outcome::Later(Duration::MAX), now, &Pauses::default());
        assert_eq!(behind.due(now + TimeDelta::hours(1)).count(), 1);
    }
}
