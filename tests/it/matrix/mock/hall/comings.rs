//! Who comes and goes: invitations, a room that moves, and a bot that is put out.

use serde_json::{Value, json};

use super::{ANNA, BOT, Hall, ROOM};

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
