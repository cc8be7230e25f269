//! One room of a homeserver that exists only in memory, for two people: what is put into it comes out of the syncs of
//! both. Keys of devices are the business of `MatrixMockServer`, and so is everything that goes wrong.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use serde_json::{Value, json};
use wiremock::{Request, Respond, ResponseTemplate};

mod comings;

pub const ROOM: &str = "!room:localhost";
pub const BOT: &str = "@noodbot:localhost";
pub const ANNA: &str = "@anna:localhost";
/// Who comes with which token; the server numbers them in the order in which they are announced.
pub const BOT_TOKEN: &str = "TOKEN_0";
const ANNA_TOKEN: &str = "TOKEN_1";
pub const NEW_TOKEN: &str = "TOKEN_2";
/// How long a sync is held that has nothing to tell.
const NOTHING_NEW: Duration = Duration::from_millis(20);
/// Events on a page of what came before.
const PAGE: usize = 2;

#[derive(Debug, Default)]
struct State {
    /// Everything that happened in the room, in order.
    events: Vec<Value>,
    /// What waits for somebody's device.
    to_device: BTreeMap<String, Vec<Value>>,
    account_data: BTreeMap<String, Value>,
    /// The event of every transaction.
    transactions: BTreeMap<String, String>,
    /// Events in one sync of the bot; none: as many as there are.
    most: Option<usize>,
    /// Pages that were fetched of what came before.
    pages: usize,
    syncs: usize,
    /// What the bot is to hear of another room: under which word, of which room, and what.
    elsewhere: Vec<(&'static str, String, Value)>,
    /// Rooms that the bot asked to leave.
    left: Vec<String>,
    /// How often the bot tried to get into a room that is closed.
    knocks: usize,
    /// Doors of other rooms at which the bot knocked, one after the other.
    doors: Vec<String>,
    /// How many milliseconds it is asked to wait there, once.
    patience: BTreeMap<String, i64>,
    /// What whoever wants to come in hears instead.
    barred: Option<ResponseTemplate>,
    /// What the bot says is not taken.
    is_shut: bool,
    /// The bot may not speak.
    is_mute: bool,
    /// The homeserver is away for the bot, and what stands in front of it says so.
    is_away: bool,
    /// How often something was not taken.
    turned_away: usize,
    /// Messages that the bot showed to have read.
    read: Vec<String>,
    /// Whether the bot types, every time that it said so.
    typing: Vec<bool>,
}

/// The room, and what it answers.
#[derive(Clone, Debug, Default)]
pub struct Hall(Arc<Mutex<State>>);

impl Hall {
    /// Anna makes an encrypted room and asks the bot in.
    pub fn opens(&self) {
        let mut state = self.lock();
        let member = |membership: &str| json!({ "membership": membership });
        let levels = json!({ "users": { ANNA: 100, BOT: 100 } });
        for (sender, kind, key, content) in [
            (ANNA, "m.room.create", "", json!({ "room_version": "10", "creator": ANNA })),
            (ANNA, "m.room.member", ANNA, member("join")),
            (ANNA, "m.room.power_levels", "", levels),
            (ANNA, "m.room.encryption", "", json!({ "algorithm": "m.megolm.v1.aes-sha2" })),
            (ANNA, "m.room.member", BOT, member("invite")),
        ] {
            state.happens(sender, kind, Some(key), content);
        }
    }

    /// No sync of the bot holds more events than this.
    pub fn holds(&self, most: usize) {
        self.lock().most = Some(most);
    }

    /// From now on nothing that the bot says is taken, or everything again.
    pub fn shuts(&self, is_shut: bool) {
        self.lock().is_shut = is_shut;
    }

    /// From now on the homeserver is away for the bot, or there again.
    pub fn goes_away(&self, is_away: bool) {
        self.lock().is_away = is_away;
    }

    /// How often something that the bot said or asked was not taken.
    pub fn turned_away(&self) -> usize {
        self.lock().turned_away
    }

    /// Messages that the bot showed to have read.
    pub fn read(&self) -> Vec<String> {
        self.lock().read.clone()
    }

    /// Whether the bot shows that it types.
    pub fn is_typing(&self) -> bool {
        self.lock().typing.last() == Some(&true)
    }

    /// From now on whoever wants to come in hears this instead, or may come in again.
    pub fn bars(&self, refusal: Option<ResponseTemplate>) {
        self.lock().barred = refusal;
    }

    /// How often the bot tried to get into a room that is closed.
    pub fn knocks(&self) -> usize {
        self.lock().knocks
    }

    /// Rooms that the bot asked to leave.
    pub fn left(&self) -> Vec<String> {
        self.lock().left.clone()
    }

    /// Pages that were fetched of what came before.
    pub fn pages(&self) -> usize {
        self.lock().pages
    }

    /// The content of everything of one kind that the bot sent, as the homeserver has it.
    pub fn sent_by_bot(&self, kind: &str) -> Vec<Value> {
        let state = self.lock();
        let own = state.events.iter().filter(|event| event["sender"] == BOT && event["type"] == kind);
        own.map(|event| event["content"].clone()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    fn happens(&mut self, sender: &str, kind: &str, key: Option<&str>, content: Value) -> String {
        let id = format!("$event{}", self.events.len());
        let mut event = json!({
            "event_id": id, "room_id": ROOM, "sender": sender, "type": kind, "content": content,
            "origin_server_ts": 1_700_000_000_000_u64 + self.events.len() as u64,
        });
        if let Some(key) = key {
            event["state_key"] = json!(key);
        }
        if kind == "m.room.redaction" {
            event["redacts"] = content["redacts"].clone();
        }
        self.events.push(event);
        id
    }

    /// An event with its transaction: the same one is the same event.
    fn sends(&mut self, sender: &str, kind: &str, transaction: &str, content: Value) -> String {
        let transaction = format!("{sender} {transaction}");
        if let Some(known) = self.transactions.get(&transaction) {
            return known.clone();
        }
        let id = self.happens(sender, kind, None, content);
        self.transactions.insert(transaction, id.clone());
        id
    }

    /// Where somebody came in, counted in events; `None`: they are not in the room.
    fn entered(&self, who: &str) -> Option<usize> {
        let own = |event: &Value| event["type"] == "m.room.member" && event["state_key"] == who;
        let last = self.events.iter().rposition(own)?;
        (self.events[last]["content"]["membership"] == "join").then_some(last)
    }

    fn is_invited(&self, who: &str) -> bool {
        !self.events.is_empty() && self.entered(who).is_none()
    }

    fn state_before(&self, end: usize) -> Vec<Value> {
        self.events[..end].iter().filter(|event| event.get("state_key").is_some()).cloned().collect()
    }

    /// The newest events about who is in the room.
    fn members(&self) -> Vec<Value> {
        let mut members: BTreeMap<&str, &Value> = BTreeMap::new();
        for event in self.events.iter().filter(|event| event["type"] == "m.room.member") {
            members.insert(event["state_key"].as_str().unwrap(), event);
        }
        members.into_values().cloned().collect()
    }

    fn sync(&mut self, who: &str, since: Option<&str>) -> ResponseTemplate {
        let from = since.and_then(|since| since.strip_prefix('s')?.split_once('.')).map(|(events, _)| events);
        let from: usize = from.map_or(0, |events| events.parse().unwrap());
        let to_device = self.to_device.remove(who).unwrap_or_default();
        let mut rooms = json!({});
        match self.entered(who) {
            Some(entered) if from < self.events.len() => {
                let is_new = from <= entered;
                let mut start = if is_new { entered } else { from };
                if let Some(most) = self.most.filter(|_| who == BOT) {
                    start = start.max(self.events.len().saturating_sub(most));
                }
                let state = if is_new { self.state_before(start) } else { Vec::new() };
                rooms["join"][ROOM] = json!({
                    "state": { "events": state },
                    "timeline": {
                        "events": self.events[start..], "limited": is_new || start > from,
                        "prev_batch": format!("p{start}"),
                    },
                    "summary": {
                        "m.heroes": [], "m.joined_member_count": 2, "m.invited_member_count": 0,
                    },
                });
            }
            None if since.is_none() && self.is_invited(who) => {
                rooms["invite"][ROOM] =
                    json!({ "invite_state": { "events": self.state_before(self.events.len()) } });
            }
            _ => {}
        }
        if who == BOT {
            for (word, room, what) in std::mem::take(&mut self.elsewhere) {
                rooms[word][room] = what;
            }
        }
        let nothing_new = to_device.is_empty() && rooms == json!({});
        self.syncs += 1;
        let batch = match since.filter(|_| nothing_new) {
            Some(since) => since.to_owned(),
            None => format!("s{}.{}", self.events.len(), self.syncs),
        };
        let answer = json!({
            "next_batch": batch, "rooms": rooms, "to_device": { "events": to_device },
            "device_one_time_keys_count": { "signed_curve25519": 50 },
            "device_unused_fallback_key_types": ["signed_curve25519"],
            "device_lists": { "changed": if nothing_new { json!([]) } else { json!([ANNA, BOT]) } },
        });
        let delay = if nothing_new { NOTHING_NEW } else { Duration::ZERO };
        ok(answer).set_delay(delay)
    }

    /// A page of what came before, newest first, and nothing from before `to`.
    fn messages(&mut self, from: &str, to: Option<&str>) -> ResponseTemplate {
        let place = |token: &str| -> usize {
            token.trim_start_matches(['p', 's']).split('.').next().unwrap().parse().unwrap()
        };
        let (first, end) = (to.map_or(0, place), place(from));
        let start = end.saturating_sub(PAGE).max(first).min(end);
        self.pages += 1;
        let page: Vec<Value> = self.events[start..end].iter().rev().cloned().collect();
        let mut answer = json!({ "start": from, "chunk": page, "state": [] });
        if start > first {
            answer["end"] = json!(format!("p{start}"));
        }
        ok(answer)
    }
}

fn ok(answer: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(answer)
}

/// What a homeserver says that has no such thing.
fn unknown(code: &str) -> ResponseTemplate {
    ResponseTemplate::new(404).set_body_json(json!({ "errcode": code, "error": "there is no such thing" }))
}

fn user(request: &Request) -> &'static str {
    let token =
        request.headers.get("authorization").and_then(|token| token.to_str().ok()).unwrap_or_default();
    if token.ends_with(ANNA_TOKEN) { ANNA } else { BOT }
}

fn asked(request: &Request, name: &str) -> Option<String> {
    request.url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

impl Respond for Hall {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let who = user(request);
        let path = request.url.path().strip_prefix("/_matrix/client/v3/").unwrap_or_default();
        let path = path.replace("%21", "!").replace("%3A", ":").replace("%24", "$");
        let segments: Vec<&str> = path.split('/').collect();
        let body = || serde_json::from_slice::<Value>(&request.body).unwrap_or_default();
        let mut state = self.lock();
        if who == BOT && state.is_away {
            state.turned_away += 1;
            return ResponseTemplate::new(502);
        }
        match (request.method.as_str(), segments.as_slice()) {
            ("GET", ["sync"]) => state.sync(who, asked(request, "since").as_deref()),
            ("PUT", ["rooms", ROOM, "send", "m.room.encrypted", _]) if who == BOT && state.is_shut => {
                state.turned_away += 1;
                ResponseTemplate::new(500)
            }
            ("PUT", ["rooms", ROOM, "send", ..]) if who == BOT && state.is_mute => {
                let no = json!({ "errcode": "M_FORBIDDEN", "error": "you may not speak here" });
                ResponseTemplate::new(403).set_body_json(no)
            }
            ("PUT", ["rooms", ROOM, "send", kind, transaction]) => {
                ok(json!({ "event_id": state.sends(who, kind, transaction, body()) }))
            }
            ("PUT", ["rooms", ROOM, "redact", event, transaction]) => {
                let content = json!({ "redacts": event });
                ok(json!({ "event_id": state.sends(who, "m.room.redaction", transaction, content) }))
            }
            ("PUT", ["rooms", ROOM, "state", kind, ..]) => {
                ok(json!({ "event_id": state.happens(who, kind, Some(""), body()) }))
            }
            ("PUT", ["sendToDevice", kind, _]) => {
                let sent = body();
                for (person, devices) in sent["messages"].as_object().unwrap() {
                    for content in devices.as_object().unwrap().values() {
                        let message = json!({ "sender": who, "type": kind, "content": content });
                        state.to_device.entry(person.clone()).or_default().push(message);
                    }
                }
                ok(json!({}))
            }
            ("GET", ["rooms", ROOM, "members"]) => ok(json!({ "chunk": state.members() })),
            ("GET", ["rooms", ROOM, "messages"]) => {
                let from = asked(request, "from").unwrap_or_else(|| format!("p{}", state.events.len()));
                state.messages(&from, asked(request, "to").as_deref())
            }
            ("GET", ["rooms", ROOM, "event", id]) => {
                let known = state.events.iter().find(|event| event["event_id"] == *id);
                known.map_or_else(|| unknown("M_NOT_FOUND"), |event| ok(event.clone()))
            }
            ("GET", ["rooms", ROOM, "state", kind, ..]) => {
                let known = state
                    .events
                    .iter()
                    .rev()
                    .find(|event| event["type"] == *kind && event.get("state_key").is_some());
                known.map_or_else(|| unknown("M_NOT_FOUND"), |event| ok(event["content"].clone()))
            }
            ("POST", ["rooms", ROOM, "join"] | ["join", ROOM]) => {
                if let Some(refusal) = state.barred.clone() {
                    state.knocks += 1;
                    return refusal;
                }
                if state.entered(who).is_none() {
                    state.happens(who, "m.room.member", Some(who), json!({ "membership": "join" }));
                }
                ok(json!({ "room_id": ROOM }))
            }
            ("POST", ["rooms", room, "join"]) => state.is_knocked_at(room),
            ("POST", ["join", _]) => {
                state.knocks += 1;
                unknown("M_FORBIDDEN")
            }
            ("POST", ["rooms", room, "leave"]) => {
                state.left.push((*room).to_owned());
                let nothing = json!({ "timeline": { "events": [] }, "state": { "events": [] } });
                state.elsewhere.push(("leave", (*room).to_owned(), nothing));
                ok(json!({}))
            }
            ("POST", ["rooms", _, "forget"]) => ok(json!({})),
            ("PUT", ["user", _, "account_data", kind]) => {
                state.account_data.insert(format!("{who} {kind}"), body());
                ok(json!({}))
            }
            ("GET", ["user", _, "account_data", kind]) => {
                let known = state.account_data.get(&format!("{who} {kind}"));
                known.map_or_else(|| unknown("M_NOT_FOUND"), |content| ok(content.clone()))
            }
            ("GET", ["room_keys", "version"]) => unknown("M_NOT_FOUND"),
            ("POST", ["room_keys", "version"]) => ok(json!({ "version": "1" })),
            ("PUT", ["room_keys", "keys", ..]) => ok(json!({ "count": 0, "etag": "1" })),
            ("POST", ["rooms", ROOM, "receipt", "m.read", event]) => {
                state.read.push((*event).to_owned());
                ok(json!({}))
            }
            ("PUT", ["rooms", ROOM, "typing", _]) => {
                state.typing.push(body()["typing"] == true);
                ok(json!({}))
            }
            _ => unknown("M_UNRECOGNIZED"),
        }
    }
}
