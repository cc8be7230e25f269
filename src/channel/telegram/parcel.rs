//! A message on its way out, in the parts that Telegram wants it in.

use std::collections::VecDeque;

use serde::Serialize;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ParseMode};
use uuid::Uuid;

use crate::{
    app::ports::{Button, ContactCard, LaneKind, Outgoing},
    channel::telegram::{
        api::{Api, Method, Urgency},
        outcome::Outcome,
        rich,
        updates::STAYS,
    },
    text::Rich,
};

/// One message of the outbox.
pub struct Parcel {
    /// Its row in the outbox.
    pub id: Uuid,
    /// Whether it is the emergency plan.
    pub emergency: bool,
    /// News beside the conversation: the card that waits for an answer stays the card.
    pub aside: bool,
    /// What is still to be sent.
    pub parts: VecDeque<Part>,
    /// Repeated at once already because nobody knew what came of it.
    pub repeated: bool,
    /// Sent once more, later, for the same reason.
    pub resent: bool,
}

/// One message in the chat.
pub enum Part {
    /// Words with buttons.
    Text(Text),
    /// Somebody to call.
    Card(ContactCard),
}

/// Words with buttons.
pub struct Text {
    words: Rich,
    keyboard: Option<InlineKeyboardMarkup>,
    silent: bool,
    /// The message whose place it takes.
    pub replaces: Option<i64>,
    /// Its markup was refused.
    pub plain: bool,
}

impl Parcel {
    /// A message of the outbox; its first part takes the place of the message `replaces`.
    pub fn new(outgoing: Outgoing, replaces: Option<i64>) -> Self {
        let emergency = outgoing.lane == LaneKind::Emergency;
        let mut keyboard = keyboard(outgoing.buttons, emergency);
        let aside = outgoing.lane == LaneKind::Notice;
        // Nobody waits for a line that asks nothing.
        let silent = keyboard.is_none() && !emergency && !aside;
        let mut parts: VecDeque<Part> = VecDeque::new();
        let chunks = rich::split(outgoing.text);
        let last = chunks.len().saturating_sub(1);
        for (place, words) in chunks.into_iter().enumerate() {
            let replaces = replaces.filter(|_| place == 0);
            let keyboard = if place == last { keyboard.take() } else { None };
            parts.push_back(Part::Text(Text { words, keyboard, silent, replaces, plain: false }));
        }
        parts.extend(outgoing.contacts.into_iter().map(Part::Card));
        Self { id: outgoing.id, emergency, aside, parts, repeated: false, resent: false }
    }

    /// The parcel without buttons: what follows it has its own.
    pub fn into_history(mut self) -> Self {
        for part in &mut self.parts {
            if let Part::Text(text) = part {
                text.keyboard = None;
                text.silent = true;
            }
        }
        self
    }

    /// How urgent it is.
    pub fn urgency(&self) -> Urgency {
        if self.emergency { Urgency::Emergency } else { Urgency::Usual }
    }
}

impl Text {
    /// Whether something can be tapped under it.
    pub fn has_keyboard(&self) -> bool {
        self.keyboard.is_some()
    }
}

fn keyboard(buttons: Vec<Button>, stays: bool) -> Option<InlineKeyboardMarkup> {
    let row = |button: Button| {
        let data = if stays { format!("{STAYS}{}", button.token) } else { button.token };
        vec![InlineKeyboardButton::callback(button.label, data)]
    };
    (!buttons.is_empty())
        .then(|| InlineKeyboardMarkup { inline_keyboard: buttons.into_iter().map(row).collect() })
}

#[derive(Serialize)]
struct Message<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<i64>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parse_mode: Option<ParseMode>,
    link_preview_options: LinkPreviewOptions,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a InlineKeyboardMarkup>,
}

#[derive(Serialize)]
struct Card<'a> {
    chat_id: i64,
    phone_number: &'a str,
    first_name: &'a str,
    disable_notification: bool,
}

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

impl Part {
    /// Sends this part to a chat, once.
    pub async fn send(&self, api: &Api, chat: i64, urgency: Urgency) -> Outcome {
        match self {
            Self::Text(text) => text.send(api, chat, urgency).await,
            Self::Card(card) => {
                let (phone_number, first_name) = (card.phone.as_str(), card.name.as_str());
                let payload = Card { chat_id: chat, phone_number, first_name, disable_notification: true };
                api.send(Method::SendContact, &payload, urgency).await
            }
        }
    }
}

impl Text {
    async fn send(&self, api: &Api, chat: i64, urgency: Urgency) -> Outcome {
        let text = if self.plain { self.words.plain() } else { rich::html(&self.words) };
        let payload = Message {
            chat_id: chat,
            message_id: self.replaces,
            text: &text,
            parse_mode: (!self.plain).then_some(ParseMode::Html),
            link_preview_options: NO_PREVIEW,
            disable_notification: self.silent && self.replaces.is_none(),
            reply_markup: self.keyboard.as_ref(),
        };
        let method = if self.replaces.is_some() { Method::EditMessageText } else { Method::SendMessage };
        api.send(method, &payload, urgency).await
    }
}
