//! The update queue: what waits for the bot, what it confirmed, what it does not want to hear.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tokio::sync::Notify;

/// Kinds that come only when asked for.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// Telegram forgets an update after a day.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// One update as it will go over the wire.
#[derive(Clone, Debug)]
pub(super) struct Update {
    pub(super) id: i64,
    pub(super) json: Arc<str>,
    at: DateTime<Utc>,
}

/// That an update was confirmed: gone for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    pub update_id: i64,
    pub at: DateTime<Utc>,
    /// The number of the `getUpdates` call that confirmed it, as in `Call::number`.
    pub by_call: usize,
}

/// Updates in the order of their arrival.
pub(super) struct Queue {
    next_id: i64,
    waiting: VecDeque<Update>,
    again: VecDeque<Update>,
    known: HashMap<i64, Update>,
    allowed: Option<HashSet<String>>,
    remembers: bool,
    pub(super) confirmations: Vec<Confirmation>,
    /// Told of every update that comes in, and of whatever else ends a long poll.
    pub(super) arrived: Arc<Notify>,
}

impl Queue {
    pub(super) fn new(remembers: bool) -> Self {
        Self {
            next_id: 734_000_001,
            waiting: VecDeque::new(),
            again: VecDeque::new(),
            known: HashMap::new(),
            allowed: None,
            remembers,
            confirmations: Vec::new(),
            arrived: Arc::default(),
        }
    }

    fn is_allowed(&self, kind: &str) -> bool {
        self.allowed.as_ref().map_or(!NOT_BY_DEFAULT.contains(&kind), |kinds| kinds.contains(kind))
    }

    /// Queues an update; `None` when the bot did not ask for its kind.
    pub(super) fn push(&mut self, kind: &str, payload: &Value, at: DateTime<Utc>) -> Option<i64> {
        if !self.is_allowed(kind) {
            return None;
        }
        Some(self.enqueue(|id| format!("{{\"update_id\":{id},\"{kind}\":{payload}}}"), at))
    }

    /// Queues whatever `fields` are, whether or not anything knows them.
    pub(super) fn push_raw(&mut self, mut fields: Value, at: DateTime<Utc>) -> i64 {
        self.enqueue(
            |id| {
                fields["update_id"] = json!(id);
                fields.to_string()
            },
            at,
        )
    }

    /// Queues an update whose fields are written like this, JSON or not.
    pub(super) fn push_as_written(&mut self, fields: &str, at: DateTime<Utc>) -> i64 {
        self.enqueue(|id| format!("{{\"update_id\":{id},{fields}}}"), at)
    }

    /// Queues JSON without an id, which no server ever sends.
    pub(super) fn push_nameless(&mut self, json: &str, at: DateTime<Utc>) -> i64 {
        self.enqueue(|_| json.to_owned(), at)
    }

    fn enqueue(&mut self, write: impl FnOnce(i64) -> String, at: DateTime<Utc>) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        let update = Update { id, json: write(id).into(), at };
        if self.remembers {
            self.known.insert(id, update.clone());
        }
        self.waiting.push_back(update);
        self.arrived.notify_waiters();
        id
    }

    /// Gives the update once more, whatever offset the bot asks for.
    pub(super) fn push_again(&mut self, id: i64) -> bool {
        let Some(update) = self.known.get(&id).cloned() else { return false };
        self.again.push_back(update);
        self.arrived.notify_waiters();
        true
    }

    pub(super) fn set_next_id(&mut self, id: i64) {
        self.next_id = id;
    }

    /// Remembers which kinds the bot wants from now on.
    pub(super) fn allow(&mut self, list: Option<Value>) {
        let Some(Value::Array(kinds)) = list else { return };
        let kinds: Option<HashSet<String>> =
            kinds.iter().map(|kind| kind.as_str().map(str::to_ascii_lowercase)).collect();
        if let Some(kinds) = kinds {
            self.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
        }
    }

    /// The kinds asked for; `None` is Telegram's own choice.
    pub(super) fn allowed(&self) -> Option<Vec<String>> {
        let mut kinds: Vec<_> = self.allowed.as_ref()?.iter().cloned().collect();
        kinds.sort();
        Some(kinds)
    }

    /// Confirms what `offset` says is confirmed; an offset that is unknown confirms nothing.
    pub(super) fn confirm(&mut self, offset: i64, at: DateTime<Utc>, by_call: usize) {
        let gone = if offset < 0 {
            let kept = usize::try_from(-offset).unwrap_or(usize::MAX);
            self.waiting.len().saturating_sub(kept)
        } else if offset == 0 {
            0
        } else if let Some(place) = self.waiting.iter().position(|update| update.id == offset - 1) {
            place + 1
        } else if offset > self.next_id + 10 {
            0
        } else {
            self.waiting.iter().take_while(|update| update.id < offset).count()
        };
        for update in self.waiting.drain(..gone) {
            if self.remembers {
                self.confirmations.push(Confirmation { update_id: update.id, at, by_call });
            }
        }
    }

    /// The next at most `limit` updates; they stay in the queue until they are confirmed.
    pub(super) fn peek(&mut self, limit: usize) -> Vec<Arc<str>> {
        let again = limit.min(self.again.len());
        let repeated = self.again.drain(..again).map(|update| update.json);
        repeated.chain(self.waiting.iter().map(|update| Arc::clone(&update.json))).take(limit).collect()
    }

    /// Drops what is older than Telegram keeps.
    pub(super) fn forget_old(&mut self, now: DateTime<Utc>) {
        self.waiting.retain(|update| now - update.at < KEPT_FOR);
    }

    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.again.clear();
    }

    pub(super) fn waiting(&self) -> impl Iterator<Item = &Update> {
        self.waiting.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }
}
