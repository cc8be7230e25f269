//! Keeping a chat tidy: one card that can be tapped, one pinned call list, no key that nobody needs.
//!
//! In a chat with one person whatever is said is about where they are, and the card before it is over. In a group it is said to
//! one of many, and the card stays until another takes its place.

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
        asked::Asked,
        chats::ChatNote,
        deliver::Delivery,
        is_group,
        outcome::Outcome,
        parcel::{Kind, Text},
        patience::Patience,
    },
};

/// Something small that nobody waits for is tried again so often.
const MOST_TRIES: usize = 8;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
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
    pub async fn learn<S: Store, C: Clock>(self: &Arc<Self>, app: &App<S, C>, chat: i64) {
        if self.chats.is_learned(chat) {
            return;
        }
        // What cannot be read now is read another time; until then an old card may keep its buttons.
        let Ok(kept) = app.store.channel_note(&address(chat)).await else { return };
        let kept: ChatNote = kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default();
        let (over, note) = self.chats.learn(chat, kept);
        if let Some(note) = note {
            self.keep_note(chat, note);
        }
        if let Some(card) = over {
            self.strip(chat, card);
        }
    }

    /// Shows that the bot is at work, in the topic in which somebody waits.
    pub fn types(self: &Arc<Self>, chat: i64, asked: Option<Asked>) {
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            let message_thread_id = asked.and_then(|asked| asked.topic);
            let payload = Action { chat_id: chat, message_thread_id, action: ChatAction::Typing };
            delivery.api.send(Method::SendChatAction, &payload, Urgency::Usual).await
        });
    }

    /// Notes what stands in the chat now, and clears away what stood there before.
    pub(super) async fn shown(self: &Arc<Self>, chat: i64, message: Option<i64>, text: &Text) {
        match text.kind {
            Kind::Beside => {}
            // The buttons in a group are everybody's: a line to one of them takes away only its own place.
            Kind::Card if is_group(chat) && !text.can_be_tapped() => {
                self.note(chat, |note| note.card = note.card.filter(|card| Some(*card) != message));
            }
            Kind::Card => {
                let card = message.filter(|_| text.can_be_tapped());
                let before = self.note(chat, |note| note.card = card).card;
                if let Some(before) = before.filter(|before| Some(*before) != message) {
                    self.strip(chat, before);
                }
            }
            Kind::Pinned => {
                let before = self.note(chat, |note| {
                    note.is_loose |= note.list != message;
                    note.list = message;
                });
                if let Some(list) = message.filter(|_| before.list != message || before.is_loose) {
                    self.pin(chat, list).await;
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
            let first = delivery.api.send(Method::DeleteMessage, &payload, Urgency::Usual).await;
            let deleted = delivery.keeps_trying(Method::DeleteMessage, &payload, first).await;
            // What is two days old cannot be deleted.
            if let Some(Outcome::Refused(_) | Outcome::NothingToEdit) = deleted {
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
            let first = delivery.api.send(Method::EditMessageReplyMarkup, &payload, Urgency::Usual).await;
            delivery.keeps_trying(Method::EditMessageReplyMarkup, &payload, first).await
        });
    }

    /// Pins the call list; when that cannot be done now it is tried again, and nobody waits for it.
    async fn pin(self: &Arc<Self>, chat: i64, message_id: i64) {
        let payload = Pin { chat_id: chat, message_id, disable_notification: true };
        let first = self.api.send(Method::PinChatMessage, &payload, Urgency::Usual).await;
        if is_settled(first) {
            return self.is_pinned(chat, message_id);
        }
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            if delivery.keeps_trying(Method::PinChatMessage, &payload, first).await.is_some() {
                delivery.is_pinned(chat, message_id);
            }
        });
    }

    /// Where the list cannot be pinned at all it stands in the chat all the same, and that is that.
    fn is_pinned(&self, chat: i64, list: i64) {
        self.note(chat, |note| note.is_loose &= note.list != Some(list));
    }

    /// Tries something small again, after this came of the first try; gives what came of it in the end, `None` when it still
    /// cannot be done.
    pub(super) async fn keeps_trying(
        &self,
        method: Method,
        payload: &impl Serialize,
        mut outcome: Outcome,
    ) -> Option<Outcome> {
        let mut patience = Patience::new(&self.pauses);
        for _ in 1..MOST_TRIES {
            if is_settled(outcome) {
                break;
            }
            if !self.sleeps(patience.after(outcome)).await {
                return None;
            }
            outcome = self.api.send(method, payload, Urgency::Usual).await;
        }
        is_settled(outcome).then_some(outcome)
    }

    /// Changes what is noted about a chat, now and for later; gives what was noted before.
    fn note(&self, chat: i64, change: impl FnOnce(&mut ChatNote)) -> ChatNote {
        let (before, now) = self.chats.change(chat, change);
        if let Some(now) = now {
            self.keep_note(chat, now);
        }
        before
    }

    fn keep_note(&self, chat: i64, note: ChatNote) {
        // A few numbers can always be written.
        self.notes.channel(address(chat), serde_json::to_string(&note).unwrap_or_default());
    }
}

/// Whether something small is done, or never will be.
fn is_settled(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Later(_) | Outcome::Unknown | Outcome::NotLeft)
}
