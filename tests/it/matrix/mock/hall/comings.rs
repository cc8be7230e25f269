//! Who comes and goes: invitations, a room that moves, and a bot that is put out.

use chrono::TimeDelta;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::{ANNA, BOT, Hall, ROOM, State, ok};

impl Hall {
    /// Somebody from elsewhere asks the bot into a room that says it took the place of this one.
    pub fn lures(&self, room: &str) {
        let stranger = "@mallory:elsewhere.org";
        let old = json!({ "room_id": ROOM, "event_id": "$event0" });
        let create = json!({ "room_version": "10", "creator": stranger, "predecessor": old });
        let event = |kind: &str, key: &str, content: Value| json!({ "sender": stranger, "type": kind, "state_key": key, "content": content });
        let events = [
            event("m.room.create", "", create),
            event("m.room.member", BOT, json!({ "membership": "invite" })),
        ];
        let invitation = json!({ "invite_state": { "events": events } });
        self.lock().elsewhere.push(("invite", room.to_owned(), invitation));
    }

    /// Anna takes the right to speak from the bot, or gives it back.
    pub fn mutes(&self, is_mute: bool) {
        let mut state = self.lock();
        state.is_mute = is_mute;
        let users = if is_mute { json!({ ANNA: 100 }) } else { json!({ ANNA: 100, BOT: 50 }) };
        let levels = json!({ "users": users, "events_default": 50 });
        state.happens(ANNA, "m.room.power_levels", Some(""), levels);
    }

    /// Anna asks the bot into more rooms, all at once.
    pub fn asks_into(&self, rooms: &[&str]) {
        let event = |kind: &str, key: &str, content: Value| json!({ "sender": ANNA, "type": kind, "state_key": key, "content": content });
        let events = json!([
            event("m.room.create", "", json!({ "room_version": "10", "creator": ANNA })),
            event("m.room.member", BOT, json!({ "membership": "invite" })),
        ]);
        let invitation = json!({ "invite_state": { "events": events } });
        let invitations = rooms.iter().map(|room| ("invite", (*room).to_owned(), invitation.clone()));
        self.lock().elsewhere.extend(invitations);
    }

    /// Whoever knocks at this door for the first time is asked to wait so long.
    pub fn asks_for_patience(&self, room: &str, wait: TimeDelta) {
        self.lock().patience.insert(room.to_owned(), wait.num_milliseconds());
    }

    /// How often the bot knocked at the door of another room.
    pub fn knocks_at(&self, room: &str) -> usize {
        self.lock().doors.iter().filter(|door| *door == room).count()
    }

    /// Another room takes the place of this one, and nobody may come in there.
    pub fn moves(&self, to: &str) {
        let content = json!({ "body": "verhuisd", "replacement_room": to });
        self.lock().happens(ANNA, "m.room.tombstone", Some(""), content);
    }

    /// Anna puts the bot out, and asks it in again; it hears of the second alone.
    pub fn puts_out_and_asks_in_again(&self) {
        let mut state = self.lock();
        for membership in ["leave", "invite"] {
            state.happens(ANNA, "m.room.member", Some(BOT), json!({ "membership": membership }));
        }
        let events = state.state_before(state.events.len());
        let invitation = json!({ "invite_state": { "events": events } });
        state.elsewhere.push(("invite", ROOM.to_owned(), invitation));
    }
}

impl State {
    /// The bot wants to come into another room.
    pub(super) fn is_knocked_at(&mut self, room: &str) -> ResponseTemplate {
        self.doors.push(room.to_owned());
        let Some(wait) = self.patience.remove(room) else { return ok(json!({ "room_id": room })) };
        let slowly = json!({ "errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": wait });
        ResponseTemplate::new(429).set_body_json(slowly)
    }
}
