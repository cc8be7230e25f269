//! The world behind the server: people, chats, files, queries, and how something comes into a chat.

use std::collections::HashMap;

use axum::body::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{
    answer::Refusal,
    chat::{Access, Chat, Kind, Standing, Stored, in_topic},
    clock::ServerClock,
    fault::Faults,
    journal::Journal,
    methods::Profile,
    params::Params,
    queue::Queue,
};

/// The user behind messages of anonymous group administrators.
pub(super) const ANONYMOUS_ADMIN: i64 = 1_087_968_824;
pub(super) const BOT_ID: i64 = 7_000_000_001;
pub(super) const BOT_USERNAME: &str = "noodplan_test_bot";

/// A lean server keeps this many messages a chat.
const KEPT_WHEN_LEAN: usize = 8;

/// Who writes into a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Author {
    Bot,
    Person(i64),
    /// An administrator of the group, without a name.
    Anonymous,
}

/// A tap on a button that waits for its answer.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub(super) chat: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) is_answered: bool,
    pub(super) number: u64,
}

/// A file on the server.
#[derive(Clone, Debug)]
pub(super) struct StoredFile {
    pub(super) unique_id: String,
    pub(super) path: String,
    pub(super) name: Option<String>,
    pub(super) mime_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// Everything that the server knows.
pub(super) struct State {
    pub(super) is_lean: bool,
    pub(super) people: HashMap<i64, Value>,
    pub(super) chats: HashMap<i64, Chat>,
    pub(super) files: HashMap<String, StoredFile>,
    pub(super) queries: HashMap<String, Query>,
    pub(super) updates: Queue,
    pub(super) profile: Profile,
    pub(super) webhook: Option<String>,
    /// Counts `getUpdates`; a long poll whose number is no longer the last one was terminated.
    pub(super) polls: u64,
    pub(super) is_polling: bool,
    pub(super) faults: Faults,
    pub(super) journal: Journal,
    pub(super) clock: ServerClock,
    pub(super) query_lifetime: TimeDelta,
    pub(super) has_privacy_mode: bool,
    message_ids: i64,
    made: u64,
}

impl State {
    pub(super) fn new(is_lean: bool) -> Self {
        Self {
            is_lean,
            people: HashMap::new(),
            chats: HashMap::new(),
            files: HashMap::new(),
            queries: HashMap::new(),
            updates: Queue::new(!is_lean),
            profile: Profile::default(),
            webhook: None,
            polls: 0,
            is_polling: false,
            faults: Faults::default(),
            journal: Journal::default(),
            clock: ServerClock::default(),
            query_lifetime: TimeDelta::minutes(15),
            has_privacy_mode: true,
            message_ids: 100,
            made: 0,
        }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A number that was not given out before.
    pub(super) fn fresh(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    /// The bot as a `User`.
    pub(super) fn bot_card() -> Value {
        json!({ "id": BOT_ID, "is_bot": true, "first_name": "Noodplan", "username": BOT_USERNAME })
    }

    pub(super) fn user_card(&self, id: i64) -> Option<Value> {
        if id == BOT_ID { Some(Self::bot_card()) } else { self.people.get(&id).cloned() }
    }

    /// The chat named by `chat_id`, if the bot may do there what it asks.
    pub(super) fn chat_for(&self, params: &Params, access: Access) -> Result<&Chat, Refusal> {
        let Some(named) = params.text("chat_id") else {
            return Err(Refusal::bad_request("chat_id is empty"));
        };
        let chat = named.trim().parse().ok().and_then(|id: i64| self.chats.get(&id));
        let chat = chat.ok_or_else(|| Refusal::bad_request("chat not found"))?;
        chat.admit(access)?;
        Ok(chat)
    }

    /// The chat a request is about, for faults and for the journal.
    pub(super) fn chat_of(&self, params: &Params) -> Option<i64> {
        if let Some(query) = params.text("callback_query_id") {
            return self.queries.get(query.as_ref()).map(|query| query.chat);
        }
        params.text("chat_id")?.trim().parse().ok()
    }

    fn next_message_id(&mut self, chat_id: i64) -> i64 {
        let counter = match self.chats.get_mut(&chat_id) {
            Some(chat) if chat.kind == Kind::Supergroup => &mut chat.own_message_ids,
            _ => &mut self.message_ids,
        };
        *counter += 1;
        *counter
    }

    /// Puts a message into a chat and gives its id; nobody is told yet.
    pub(super) fn store(&mut self, chat_id: i64, author: Author, mut message: Stored) -> i64 {
        let id = self.next_message_id(chat_id);
        let date = self.now().timestamp();
        let from = match author {
            Author::Bot => Some(Self::bot_card()),
            Author::Person(person) => self.people.get(&person).cloned(),
            Author::Anonymous => Some(json!({
                "id": ANONYMOUS_ADMIN, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot",
            })),
        };
        let is_lean = self.is_lean;
        let Some(chat) = self.chats.get_mut(&chat_id) else { return id };
        message.from_bot = author == Author::Bot;
        let body = &mut message.body;
        body.insert("message_id".into(), json!(id));
        body.insert("date".into(), json!(date));
        body.insert("chat".into(), chat.card.clone());
        if let Some(from) = from {
            body.insert("from".into(), from);
        }
        if author == Author::Anonymous {
            body.insert("sender_chat".into(), chat.card.clone());
        }
        chat.messages.insert(id, message);
        if is_lean && chat.messages.len() > KEPT_WHEN_LEAN {
            chat.messages.pop_first();
        }
        id
    }

    /// Puts what a person, or Telegram itself, wrote into a chat and tells the bot if it may hear it.
    pub(super) fn post(&mut self, chat_id: i64, author: Author, message: Stored) -> i64 {
        let may_hear = self.may_hear(chat_id, &message);
        let id = self.store(chat_id, author, message);
        if may_hear {
            self.announce("message", chat_id, id);
        }
        id
    }

    /// Queues message `id` as an update.
    pub(super) fn announce(&mut self, kind: &str, chat_id: i64, id: i64) {
        let now = self.now();
        let message = self.chats.get(&chat_id).and_then(|chat| chat.messages.get(&id));
        if let Some(message) = message.map(Stored::json) {
            self.updates.push(kind, &message, now);
        }
    }

    /// Privacy mode: in a group the bot hears commands for it, answers to it and service messages.
    pub(super) fn may_hear(&self, chat_id: i64, message: &Stored) -> bool {
        let Some(chat) = self.chats.get(&chat_id) else { return false };
        match chat.standing {
            Standing::Admin => return true,
            Standing::Blocked | Standing::Deactivated | Standing::Kicked | Standing::Left => return false,
            _ => {}
        }
        if chat.is_private() || message.is_service || !self.has_privacy_mode {
            return true;
        }
        let answers_bot = message
            .body
            .get("reply_to_message")
            .and_then(|replied| replied["from"]["id"].as_i64())
            .is_some_and(|id| id == BOT_ID);
        let command = message.text().strip_prefix('/').and_then(|text| text.split_whitespace().next());
        let is_for_bot = command.is_some_and(|command| {
            command.split_once('@').is_none_or(|(_, bot)| bot.eq_ignore_ascii_case(BOT_USERNAME))
        });
        answers_bot || is_for_bot
    }

    /// Makes a service message, such as "Anna joined the group".
    pub(super) fn post_service(&mut self, chat_id: i64, author: Author, field: &str, value: Value) -> i64 {
        let body = Map::from_iter([(field.to_owned(), value)]);
        self.post(chat_id, author, Stored { body, is_service: true, ..Stored::default() })
    }

    /// Makes a topic, and tells the bot of it; gives its id.
    pub(super) fn open_topic(&mut self, chat_id: i64, author: Author, name: &str) -> i64 {
        let created = json!({ "name": name, "icon_color": 7_322_096 });
        let body = Map::from_iter([("forum_topic_created".to_owned(), created)]);
        let id = self.store(chat_id, author, Stored { body, is_service: true, ..Stored::default() });
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.topics.insert(id, false);
            if let Some(message) = chat.messages.get_mut(&id) {
                message.body.extend(in_topic(id));
            }
        }
        self.announce("message", chat_id, id);
        id
    }

    /// The fields of what somebody says in a topic: as Telegram has it, everything there answers the message with which it
    /// began.
    pub(super) fn in_topic(&self, chat_id: i64, topic: i64) -> Vec<(String, Value)> {
        let began = self.chats.get(&chat_id).and_then(|chat| chat.messages.get(&topic)).map(Stored::json);
        let answers = began.map(|began| ("reply_to_message".to_owned(), began));
        answers.into_iter().chain(in_topic(topic)).collect()
    }

    /// Changes the bot's standing in a chat and queues the `my_chat_member` that tells of it.
    pub(super) fn change_standing(&mut self, chat_id: i64, by: i64, standing: Standing) {
        let now = self.now();
        let from = self.user_card(by).unwrap_or_default();
        let Some(chat) = self.chats.get_mut(&chat_id) else { return };
        let old = std::mem::replace(&mut chat.standing, standing);
        if member_status(old) == member_status(standing) {
            return;
        }
        let change = json!({
            "chat": chat.card, "from": from, "date": now.timestamp(),
            "old_chat_member": bot_as_member(old), "new_chat_member": bot_as_member(standing),
        });
        self.updates.push("my_chat_member", &change, now);
    }

    /// Keeps a file and gives its id.
    pub(super) fn keep_file(
        &mut self,
        folder: &str,
        name: Option<String>,
        mime_type: Option<String>,
        bytes: Bytes,
    ) -> String {
        let number = self.fresh();
        let ending = name.as_ref().and_then(|name| name.rsplit_once('.')).map_or("bin", |(_, ending)| ending);
        let path = format!("{folder}/file_{number}.{ending}");
        let file_id = format!("BQACAgQAAxkBAAI{number:06}AAGm");
        let unique_id = format!("AgAD{number:06}");
        self.files.insert(file_id.clone(), StoredFile { unique_id, path, name, mime_type, bytes });
        file_id
    }

    /// The file as a `Document`, or as any other object that has a file.
    pub(super) fn file_card(&self, file_id: &str) -> Option<Value> {
        let file = self.files.get(file_id)?;
        let mut card = json!({
            "file_id": file_id, "file_unique_id": file.unique_id, "file_size": file.bytes.len(),
        });
        if let Some(name) = &file.name {
            card["file_name"] = json!(name);
        }
        if let Some(mime_type) = &file.mime_type {
            card["mime_type"] = json!(mime_type);
        }
        Some(card)
    }

    /// Lets time pass: old updates are forgotten, old messages and queries grow older.
    pub(super) fn pass(&mut self, time: TimeDelta) {
        self.clock.pass(time);
        self.updates.forget_old(self.clock.now());
    }
}

fn member_status(standing: Standing) -> &'static str {
    match standing {
        Standing::Strange | Standing::Member => "member",
        Standing::Admin => "administrator",
        Standing::Blocked | Standing::Kicked => "kicked",
        Standing::Deactivated | Standing::Left | Standing::MovedTo(_) => "left",
    }
}

/// A `ChatMember` of the given status.
pub(super) fn member_card(user: &Value, status: &str) -> Value {
    let mut card = json!({ "user": user, "status": status });
    match status {
        "kicked" => card["until_date"] = json!(0),
        "creator" => card["is_anonymous"] = json!(false),
        "administrator" => {
            for right in [
                "can_manage_chat",
                "can_change_info",
                "can_delete_messages",
                "can_invite_users",
                "can_restrict_members",
                "can_pin_messages",
                "can_promote_members",
                "can_manage_video_chats",
                "can_post_stories",
                "can_edit_stories",
                "can_delete_stories",
            ] {
                card[right] = json!(right != "can_promote_members");
            }
            card["is_anonymous"] = json!(false);
            card["can_be_edited"] = json!(false);
        }
        _ => {}
    }
    card
}

/// The bot as a `ChatMember`.
pub(super) fn bot_as_member(standing: Standing) -> Value {
    member_card(&State::bot_card(), member_status(standing))
}
