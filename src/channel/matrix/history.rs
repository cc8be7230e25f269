//! What a sync left out: fetched page by page, back to the last event that is known, and put in order.

use chrono::{DateTime, Utc};
use matrix_sdk::{
    Client, Room,
    deserialized_responses::TimelineEvent,
    room::MessagesOptions,
    ruma::{EventId, OwnedRoomId, UInt, UserId},
    sync::{SyncResponse, Timeline},
};

use super::{behind::Behind, outcome::ChannelError};

const PAGE: u32 = 100;
/// A page may be empty because the bot may not see what is on it. After so many on end there is no more to be had.
const MOST_EMPTY: usize = 20;

/// The events of a room that came after `known`, oldest first: those before the timeline, and the timeline itself.
///
/// # Errors
/// When the homeserver does not give the rest; then none of it may count as heard.
pub async fn complete(
    room: &Room,
    known: Option<&EventId>,
    since: Option<&str>,
    limited_from: Option<&str>,
    timeline: Vec<TimelineEvent>,
) -> Result<Vec<TimelineEvent>, ChannelError> {
    let mut events = match limited_from {
        Some(from) if !holds(&timeline, known) => missed(room, known, since, from).await?,
        _ => Vec::new(),
    };
    events.extend(timeline);
    match known {
        Some(known) => {
            leave_known(&mut events, known, since);
            leave_out_absence(&mut events, room.own_user_id());
        }
        None => {
            // What was said before the bot was asked in was not said to the bot.
            if let Some(at) = events.iter().rposition(|event| invites(event, room.own_user_id())) {
                events.drain(..=at);
            }
        }
    }
    Ok(events)
}

/// Leaves what came after this event. When it is gone, all of it did; unless nothing else says where to begin.
fn leave_known(events: &mut Vec<TimelineEvent>, known: &EventId, since: Option<&str>) {
    match events.iter().rposition(|event| event.event_id().is_some_and(|id| id == known)) {
        Some(at) => drop(events.drain(..=at)),
        None if since.is_none() => events.clear(),
        None => {}
    }
}

/// Leaves out what was said between the bot being put out and being asked in again: it was not said to the bot.
fn leave_out_absence(events: &mut Vec<TimelineEvent>, bot: &UserId) {
    let becomes = |event: &TimelineEvent, what: [&str; 2]| {
        membership(event, bot).is_some_and(|membership| what.contains(&membership.as_str()))
    };
    while let Some(out) = events.iter().position(|event| becomes(event, ["leave", "ban"]))
        && let Some(away) = events.iter().skip(out).position(|event| becomes(event, ["invite", "join"]))
    {
        events.drain(out..out + away);
    }
}

/// Whether the library kept a response to itself. Killed after it wrote down how far it heard, and before this program
/// did, it takes the same response for one that was handled, and says that nothing came. Can be so only right after
/// the start, and after a sync that failed.
pub fn is_swallowed(response: &SyncResponse, since: Option<&str>) -> bool {
    let rooms = &response.rooms;
    let is_empty = rooms.joined.is_empty() && rooms.invited.is_empty() && rooms.left.is_empty();
    is_empty && since.is_some_and(|since| since != response.next_batch)
}

/// What was said in each room that is to be read now. Of what the library swallowed, and of a room that could not be
/// read before, only from where to fetch it.
pub fn timelines(
    client: &Client,
    response: &SyncResponse,
    swallowed: bool,
    behind: &Behind,
    now: DateTime<Utc>,
) -> Vec<(OwnedRoomId, Timeline)> {
    let missed = |room: OwnedRoomId| {
        let mut timeline = Timeline::default();
        (timeline.limited, timeline.prev_batch) = (true, Some(response.next_batch.clone()));
        (room, timeline)
    };
    let mut read: Vec<_> = if swallowed {
        client.joined_rooms().iter().map(|room| missed(room.room_id().to_owned())).collect()
    } else {
        let joined = response.rooms.joined.iter();
        joined.map(|(id, update)| (id.clone(), update.timeline.clone())).collect()
    };
    read.retain(|(room, _)| !behind.holds(room));
    read.extend(behind.due(now).cloned().map(missed));
    read
}

fn holds(events: &[TimelineEvent], known: Option<&EventId>) -> bool {
    known.is_some_and(|known| events.iter().any(|event| event.event_id().is_some_and(|id| id == known)))
}

async fn missed(
    room: &Room,
    known: Option<&EventId>,
    since: Option<&str>,
    from: &str,
) -> Result<Vec<TimelineEvent>, ChannelError> {
    let mut from = from.to_owned();
    let (mut backwards, mut empty) = (Vec::new(), 0);
    loop {
        let mut options = MessagesOptions::backward().from(from.as_str());
        options.limit = UInt::from(PAGE);
        options.to = since.map(ToOwned::to_owned);
        let page = room.messages(options).await?;
        empty = if page.chunk.is_empty() { empty + 1 } else { 0 };
        for event in page.chunk {
            let is_start = event.event_id().is_some_and(|id| known == Some(&*id));
            let is_invite = known.is_none() && invites(&event, room.own_user_id());
            backwards.push(event);
            if is_start || is_invite {
                backwards.reverse();
                return Ok(backwards);
            }
        }
        match page.end {
            Some(end) if empty < MOST_EMPTY && end != from => from = end,
            _ => {
                backwards.reverse();
                return Ok(backwards);
            }
        }
    }
}

/// Whether this event asks the bot into the room.
fn invites(event: &TimelineEvent, bot: &UserId) -> bool {
    membership(event, bot).is_some_and(|membership| membership == "invite")
}

/// What becomes of the bot in the room with this event; mostly nothing.
fn membership(event: &TimelineEvent, bot: &UserId) -> Option<String> {
    let field = |name| event.raw().get_field::<String>(name).ok().flatten();
    let is_its = field("type")? == "m.room.member" && field("state_key")? == bot.as_str();
    let content = event.raw().get_field::<serde_json::Value>("content").ok().flatten().filter(|_| is_its)?;
    content.get("membership")?.as_str().map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{events::AnySyncTimelineEvent, serde::Raw, user_id};
    use serde_json::{Value, json, value::to_raw_value};

    use super::*;

    fn event(fields: &Value) -> TimelineEvent {
        let raw: Raw<AnySyncTimelineEvent> = Raw::from_json(to_raw_value(fields).unwrap());
        TimelineEvent::from_plaintext(raw)
    }

    fn events(ids: &[&str]) -> Vec<TimelineEvent> {
        ids.iter().map(|id| event(&json!({ "event_id": id }))).collect()
    }

    #[test]
    fn what_was_said_while_the_bot_was_out_was_not_said_to_it() {
        let becomes = |who: &str, what: &str| {
            let content = json!({ "membership": what });
            event(&json!({ "type": "m.room.member", "state_key": who, "event_id": "$m", "content": content }))
        };
        let (bot, anna) = ("@bot:test", "@anna:test");
        for (out, back, heard) in [
            (becomes(bot, "leave"), becomes(bot, "invite"), vec!["$1", "$m", "$3"]),
            (becomes(bot, "ban"), becomes(bot, "join"), vec!["$1", "$m", "$3"]),
            // Of whom nobody knows that they came back, nothing is left out.
            (becomes(bot, "leave"), becomes(anna, "join"), vec!["$1", "$m", "$2", "$m", "$3"]),
            (becomes(anna, "leave"), becomes(anna, "join"), vec!["$1", "$m", "$2", "$m", "$3"]),
        ] {
            let said = events(&["$1", "$2", "$3"]);
            let mut all = vec![said[0].clone(), out, said[1].clone(), back, said[2].clone()];
            leave_out_absence(&mut all, user_id!("@bot:test"));
            let ids = all.iter().filter_map(TimelineEvent::event_id).map(|id| id.to_string());
            assert_eq!(ids.collect::<Vec<_>>(), heard);
        }
    }

    #[test]
    fn what_came_after_what_is_known_is_left_and_without_it_only_what_a_sync_began_with() {
        for (known, since, left) in [
            ("$2", Some("s1"), vec!["$3"]),
            ("$2", None, vec!["$3"]),
            ("$gone", Some("s1"), vec!["$1", "$2", "$3"]),
            ("$gone", None, vec![]),
        ] {
            let mut heard = events(&["$1", "$2", "$3"]);
            leave_known(&mut heard, <&EventId>::try_from(known).unwrap(), since);
            let ids = heard.iter().filter_map(TimelineEvent::event_id).map(|id| id.to_string());
            assert_eq!(ids.collect::<Vec<_>>(), left, "{known} {since:?}");
        }
    }
}
