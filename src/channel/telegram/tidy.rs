//! Keeping a chat tidy: one card that can be tapped, one pinned call list, no key that nobody needs.

use std::sync::Arc;

use serde::Serialize;
use teloxide::types::{ChatAction, KeyboardRemove};

use crate::{
    app::{
        ports::{Clock, Store},
        turn::App,
    },
    channel::telegram::{
        address,
        api::{Method, Urgency},
        chats::ChatNote,
        deliver::Delivery,
        outcome::Outcome,
        parcel::{Kind, Text},
    },
};

/// Says nothing in every language; it comes with the word that takes a key away.
const NOTHING_MORE: &str = "👍";

#[derive(Serialize)]
struct MessageOf {
    chat_id: i64,
    message_id: i64,
}

#[derive(Serialize)]
struct Pin {
    chat_id: i64,
    message_id: i64,
    disable_notification: bool,
}

#[derive(Serialize)]
struct Action {
    chat_id: i64,
    action: ChatAction,
}

#[derive(Serialize)]
struct WithoutKey<'a> {
    chat_id: i64,
    text: &'a str,
    disable_notification: bool,
    reply_markup: KeyboardRemove,
}

impl Delivery {
    /// Reads what was noted about a chat before the program started, once.
    pub async fn learn<S: Store, C: Clock>(&self, app: &App<S, C>, chat: i64) {
        if self.chats.note(chat).is_some() {
            return;
        }
        // What cannot be read now is read another time; until then an old card may keep its buttons.
        if let Ok(noted) = app.store.channel_note(&address(chat)).await {
            let note = noted.and_then(|noted| serde_json::from_str(&noted).ok());
            self.chats.learn(chat, note.unwrap_or_default());
        }
    }

    /// Shows that the bot is at work.
    pub fn types(self: &Arc<Self>, chat: i64) {
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            let payload = Action { chat_id: chat, action: ChatAction::Typing };
            delivery.api.send(Method::SendChatAction, &payload, Urgency::Usual).await
        });
    }

    /// Notes what stands in the chat now, and clears away what stood there before.
    pub(super) async fn shown(self: &Arc<Self>, chat: i64, message: Option<i64>, text: &Text) {
        match text.kind {
            Kind::Beside => {}
            Kind::Card => {
                let card = message.filter(|_| text.can_be_tapped());
                let before = self.note(chat, |note| note.card = card).card;
                if let Some(before) = before.filter(|before| Some(*before) != message) {
                    self.strip(chat, before);
                }
            }
            Kind::Pinned => {
                let before = self.note(chat, |note| note.list = message).list;
                if let Some(message_id) = message.filter(|_| before != message) {
                    let payload = Pin { chat_id: chat, message_id, disable_notification: true };
                    // Where it cannot be pinned it stands in the chat all the same.
                    self.api.send(Method::PinChatMessage, &payload, Urgency::Usual).await;
                }
            }
            Kind::Key => {
                self.note(chat, |note| note.key = message);
            }
        }
    }

    /// Forgets a message that was to be changed and is gone.
    pub(super) fn gone(&self, chat: i64, text: &Text) {
        if text.kind == Kind::Pinned {
            self.note(chat, |note| note.list = None);
        }
    }

    /// Takes the key for one's own number away, with the message that brought it.
    pub(super) fn take_key_away(self: &Arc<Self>, chat: i64, message_id: i64) {
        // Beside an ordinary answer there may be an emergency in the same chat; one of them takes it away.
        let before = self.note(chat, |note| note.key = note.key.filter(|key| *key != message_id));
        if before.key != Some(message_id) {
            return;
        }
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            let payload = MessageOf { chat_id: chat, message_id };
            let deleted = delivery.api.send(Method::DeleteMessage, &payload, Urgency::Usual).await;
            // What is two days old cannot be deleted.
            if let Outcome::Refused(_) | Outcome::NothingToEdit = deleted {
                let payload = WithoutKey {
                    chat_id: chat,
                    text: NOTHING_MORE,
                    disable_notification: true,
                    reply_markup: KeyboardRemove::new(),
                };
                delivery.api.send(Method::SendMessage, &payload, Urgency::Usual).await;
            }
        });
    }

    /// Takes the buttons off a message.
    pub(super) fn strip(self: &Arc<Self>, chat: i64, message_id: i64) {
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            let payload = MessageOf { chat_id: chat, message_id };
            delivery.api.send(Method::EditMessageReplyMarkup, &payload, Urgency::Usual).await
        });
    }

    /// Changes what is noted about a chat, now and for later; gives what was noted before.
    fn note(&self, chat: i64, change: impl FnOnce(&mut ChatNote)) -> ChatNote {
        let (before, now) = self.chats.change(chat, change);
        if let Some(now) = now {
            // A few numbers can always be written.
            self.notes.channel(address(chat), serde_json::to_string(&now).unwrap_or_default());
        }
        before
    }
}
