//! A person with a phone, in a private chat with the bot.

use std::sync::Arc;

use axum::body::Bytes;
use serde_json::{Map, Value, json};
use tokio::{sync::mpsc, time::timeout};

use super::{
    Shared,
    chat::{Chat, Standing, Stored, Toast},
    phone::{self, Heard, Shown},
    state::{Author, State},
    tap, text,
};

/// One person. A clone is the same person.
#[derive(Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    pub(super) id: i64,
}

/// A message of plain text.
pub(super) fn worded(state: &State, words: &str) -> Map<String, Value> {
    let formatted = text::typed(words);
    let entities: Vec<Value> =
        formatted.entities.iter().filter_map(|entity| entity.to_json(|_| None)).collect();
    let mut body = Map::from_iter([("text".to_owned(), json!(formatted.text))]);
    if !entities.is_empty() && !state.is_lean {
        body.insert("entities".into(), Value::Array(entities));
    }
    body
}

impl Person {
    /// The user id, which is also the id of the private chat.
    pub fn id(&self) -> i64 {
        self.id
    }

    fn with_chat<T>(&self, act: impl FnOnce(&mut Chat) -> T) -> T {
        let mut state = self.shared.state();
        act(state.chats.get_mut(&self.id).expect("a person keeps the private chat"))
    }

    fn send(&self, body: Map<String, Value>) -> i64 {
        let mut state = self.shared.state();
        if state.chats.get(&self.id).is_some_and(|chat| chat.standing == Standing::Strange) {
            state.change_standing(self.id, self.id, Standing::Member);
        }
        state.post(self.id, Author::Person(self.id), Stored { body, ..Stored::default() })
    }

    /// Types a message; gives its id.
    pub fn says(&self, words: &str) -> i64 {
        let body = worded(&self.shared.state(), words);
        self.send(body)
    }

    /// Answers one message with another.
    pub fn replies(&self, message_id: i64, words: &str) -> i64 {
        let mut body = worded(&self.shared.state(), words);
        let replied = self.with_chat(|chat| chat.messages.get(&message_id).map(Stored::json));
        body.extend(replied.map(|replied| ("reply_to_message".to_owned(), replied)));
        self.send(body)
    }

    /// Opens a topic, as people can where the bot allows it; gives its id.
    pub fn opens_topic(&self, name: &str) -> i64 {
        self.shared.state().open_topic(self.id, Author::Person(self.id), name)
    }

    /// Types a message in a topic; gives its id.
    pub fn says_in(&self, topic: i64, words: &str) -> i64 {
        let state = self.shared.state();
        let mut body = worded(&state, words);
        body.extend(state.in_topic(self.id, topic));
        drop(state);
        self.send(body)
    }

    /// Sends any `Message` fields: voice, sticker, poll, location, `forward_origin` …
    ///
    /// # Panics
    /// When `fields` is no object.
    pub fn sends_raw(&self, fields: Value) -> i64 {
        let Value::Object(body) = fields else { panic!("fields of a Message are a JSON object") };
        self.send(body)
    }

    /// Sends a contact card; `user_id` is that of the person on the card, if Telegram knows.
    pub fn shares_contact(&self, name: &str, phone: &str, vcard: Option<&str>, user_id: Option<i64>) -> i64 {
        let mut card = json!({ "phone_number": phone, "first_name": name });
        if let Some(vcard) = vcard {
            card["vcard"] = json!(vcard);
        }
        if let Some(user_id) = user_id {
            card["user_id"] = json!(user_id);
        }
        self.sends_raw(json!({ "contact": card }))
    }

    /// Sends a file.
    pub fn sends_document(&self, name: &str, bytes: impl Into<Bytes>, mime_type: &str) -> i64 {
        let mut state = self.shared.state();
        let (name, mime_type) = (Some(name.to_owned()), Some(mime_type.to_owned()));
        let file_id = state.keep_file("documents", name, mime_type, bytes.into());
        let card = state.file_card(&file_id);
        drop(state);
        self.sends_raw(json!({ "document": card }))
    }

    /// Changes an own message.
    pub fn edits(&self, message_id: i64, words: &str) {
        let mut state = self.shared.state();
        let now = state.now().timestamp();
        let body = worded(&state, words);
        let chat = state.chats.get_mut(&self.id);
        if let Some(message) = chat.and_then(|chat| chat.messages.get_mut(&message_id)) {
            message.body.remove("entities");
            message.body.extend(body);
            message.body.insert("edit_date".into(), json!(now));
            message.is_edited = true;
        }
        state.announce("edited_message", self.id, message_id);
    }

    /// Deletes a message from the chat; the bot is not told.
    pub fn deletes(&self, message_id: i64) {
        self.with_chat(|chat| chat.messages.remove(&message_id));
    }

    /// Taps the button `label` under the newest message that has one; gives the id of the callback
    /// query, or says which buttons there are.
    pub fn taps(&self, label: &str) -> Result<String, String> {
        tap::newest(&mut self.shared.state(), self.id, self.id, label)
    }

    /// Taps a button that message `message_id` has or once had.
    pub fn taps_old(&self, message_id: i64, label: &str) -> Result<String, String> {
        tap::old(&mut self.shared.state(), self.id, self.id, message_id, label)
    }

    /// Sends a callback query with data of one's own making; the message need not exist.
    pub fn calls_back(&self, message_id: i64, data: &str) -> String {
        tap::call_back(&mut self.shared.state(), self.id, self.id, message_id, data)
    }

    /// Presses a key of the reply keyboard: says its text, or shares the own phone number.
    pub fn presses(&self, label: &str) -> Result<i64, String> {
        let keyboard = self.reply_keyboard().ok_or("there is no reply keyboard")?;
        let rows = keyboard["keyboard"].as_array().cloned().unwrap_or_default();
        let mut keys = rows.iter().filter_map(Value::as_array).flatten();
        let key = keys.find(|key| key.as_str().or_else(|| key["text"].as_str()) == Some(label));
        let key = key.ok_or_else(|| format!("no key {label:?} in {keyboard}"))?;
        if keyboard["one_time_keyboard"] == json!(true) {
            self.with_chat(|chat| chat.reply_keyboard = None);
        }
        if key["request_contact"] == json!(true) {
            let name = self.with_chat(|chat| chat.card["first_name"].clone());
            let phone = format!("3161{:07}", self.id % 10_000_000);
            return Ok(self.shares_contact(name.as_str().unwrap_or_default(), &phone, None, Some(self.id)));
        }
        Ok(self.says(label))
    }

    /// The reply keyboard that the phone shows now.
    pub fn reply_keyboard(&self) -> Option<Value> {
        self.with_chat(|chat| chat.reply_keyboard.clone())
    }

    /// Blocks the bot: it may not write any more, and hears of it.
    pub fn blocks_bot(&self) {
        self.shared.state().change_standing(self.id, self.id, Standing::Blocked);
    }

    /// Takes the bot back.
    pub fn unblocks_bot(&self) {
        self.shared.state().change_standing(self.id, self.id, Standing::Member);
    }

    /// Deletes the account; the bot is not told.
    pub fn leaves_telegram(&self) {
        self.with_chat(|chat| chat.standing = Standing::Deactivated);
    }

    /// Sets or takes away `language_code`, from the next message on.
    pub fn speaks(&self, language: Option<&str>) {
        let mut state = self.shared.state();
        if let Some(card) = state.people.get_mut(&self.id).and_then(Value::as_object_mut) {
            match language {
                Some(language) => card.insert("language_code".into(), json!(language)),
                None => card.remove("language_code"),
            };
        }
    }

    /// What the phone shows now, in order.
    pub fn chat(&self) -> Vec<Shown> {
        phone::read(&self.shared.state(), self.id)
    }

    /// The newest message of the bot.
    pub fn last_from_bot(&self) -> Option<Shown> {
        self.chat().into_iter().rev().find(|shown| shown.from_bot && shown.service.is_none())
    }

    /// What was shown for a moment when buttons were answered, in order.
    pub fn toasts(&self) -> Vec<Toast> {
        self.with_chat(|chat| chat.toasts.clone())
    }

    /// The chat actions ("typing" …) that the bot sent, in order.
    pub fn chat_actions(&self) -> Vec<String> {
        self.with_chat(|chat| chat.actions.clone())
    }

    /// How many texts the bot sent or changed in this chat, whatever came of it.
    pub fn words_heard(&self) -> usize {
        self.shared.state().journal.texts_in(self.id)
    }

    /// Waits until there are more of these than `before`.
    ///
    /// # Panics
    /// When that takes too long; the message is the chat as printed.
    pub async fn hears_more_words(&self, before: usize) {
        let wait = async {
            loop {
                let event = self.shared.happened.notified();
                tokio::pin!(event);
                event.as_mut().enable();
                if self.words_heard() > before {
                    return;
                }
                event.await;
            }
        };
        if timeout(self.shared.patience, wait).await.is_err() {
            panic!("nothing was said; the chat shows\n{}", phone::print(&self.shared.state(), self.id));
        }
    }

    /// A mark for [`Person::heard_after`]: it grows with everything that the bot does in this chat.
    pub fn mark(&self) -> u64 {
        self.with_chat(|chat| chat.revision)
    }

    /// Waits until the bot has done something after `mark` and the chat is as `wanted`; gives the chat.
    ///
    /// # Panics
    /// When that takes too long; the message is the chat as printed.
    pub async fn heard_after(&self, mark: u64, wanted: impl Fn(&[Shown]) -> bool) -> Vec<Shown> {
        self.shared.heard_in(self.id, Some(mark), wanted).await
    }

    /// Waits until the chat is as `wanted`; gives the chat.
    ///
    /// # Panics
    /// When that takes too long; the message is the chat as printed.
    pub async fn hears(&self, wanted: impl Fn(&[Shown]) -> bool) -> Vec<Shown> {
        self.shared.heard_in(self.id, None, wanted).await
    }

    /// Everything that the bot sends to this chat from now on, without delay; cheap enough for load.
    pub fn listens(&self) -> mpsc::UnboundedReceiver<Heard> {
        let (sender, receiver) = mpsc::unbounded_channel();
        self.with_chat(|chat| chat.listener = Some(sender));
        receiver
    }
}
