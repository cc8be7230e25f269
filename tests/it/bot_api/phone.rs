//! What the phone shows: a chat read from top to bottom, for assertions and for people.

use std::fmt::Write;

use axum::body::Bytes;
use serde_json::Value;

use super::{
    chat::{Chat, Stored},
    entity::{Entity, as_html},
    state::State,
};

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    /// `callback_data`, when a tap calls the bot.
    pub data: Option<String>,
    /// What a tap puts on the clipboard.
    pub copies: Option<String>,
    /// Where a tap leads.
    pub url: Option<String>,
}

/// A contact card in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub phone_number: String,
    pub first_name: String,
    pub last_name: Option<String>,
    pub user_id: Option<i64>,
    pub vcard: Option<String>,
}

/// A file in a chat; its caption is the message's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// `document` or `photo`.
    pub kind: &'static str,
    pub file_id: String,
    pub name: Option<String>,
    pub mime_type: Option<String>,
    pub bytes: Bytes,
}

/// One message as a person sees it.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own on the screen")]
pub struct Shown {
    pub message_id: i64,
    pub from_bot: bool,
    /// First name of the sender.
    pub sender: String,
    /// Seconds since 1970.
    pub date: i64,
    /// Text or caption, without markup.
    pub text: String,
    pub entities: Vec<Entity>,
    /// The text with its markup written as HTML.
    pub html: String,
    pub buttons: Vec<Vec<Button>>,
    /// Came without a sound.
    pub silent: bool,
    /// Its text was changed.
    pub edited: bool,
    /// May not be forwarded or saved.
    pub protected: bool,
    pub pinned: bool,
    /// The id of the message that this one answers.
    pub reply_to: Option<i64>,
    pub contact: Option<Contact>,
    pub attachment: Option<Attachment>,
    /// The field that makes it a service message: `pinned_message`, `group_chat_created` …
    pub service: Option<String>,
    /// The whole `Message` as the bot would get it.
    pub raw: Value,
}

impl Shown {
    /// All labels of its buttons in reading order.
    pub fn labels(&self) -> Vec<&str> {
        self.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    pub(super) fn of(state: &State, chat: &Chat, message_id: i64, message: &Stored) -> Self {
        let raw = message.json();
        let words = |value: &Value| value.as_str().map(str::to_owned);
        let list = raw["entities"].as_array().or_else(|| raw["caption_entities"].as_array());
        let entities: Vec<Entity> = list
            .into_iter()
            .flatten()
            .filter_map(|entity| Entity::from_json(entity).ok().flatten())
            .collect();
        let text = message.text().to_owned();
        let contact = raw.get("contact").map(|card| Contact {
            phone_number: words(&card["phone_number"]).unwrap_or_default(),
            first_name: words(&card["first_name"]).unwrap_or_default(),
            last_name: words(&card["last_name"]),
            user_id: card["user_id"].as_i64(),
            vcard: words(&card["vcard"]),
        });
        let photo = raw["photo"].as_array().and_then(|sizes| sizes.last());
        let attachment = [("document", raw.get("document")), ("photo", photo)]
            .into_iter()
            .find_map(|(kind, card)| attachment(state, kind, card?));
        let is_card =
            |name: &&String| matches!(name.as_str(), "message_id" | "from" | "chat" | "date" | "sender_chat");
        let service = message.body.keys().find(|name| message.is_service && !is_card(name)).cloned();
        Self {
            message_id,
            from_bot: message.from_bot,
            sender: words(&raw["from"]["first_name"]).unwrap_or_default(),
            date: message.date(),
            html: as_html(&text, &entities),
            text,
            entities,
            buttons: buttons_of(message.keyboard.as_ref()),
            silent: message.is_silent,
            edited: message.is_edited,
            protected: raw["has_protected_content"].as_bool().unwrap_or_default(),
            pinned: chat.pinned.contains(&message_id),
            reply_to: raw["reply_to_message"]["message_id"].as_i64(),
            contact,
            attachment,
            service,
            raw,
        }
    }
}

fn attachment(state: &State, kind: &'static str, card: &Value) -> Option<Attachment> {
    let file_id = card["file_id"].as_str()?;
    let file = state.files.get(file_id)?;
    let (name, mime_type) = (file.name.clone(), file.mime_type.clone());
    Some(Attachment { kind, file_id: file_id.to_owned(), name, mime_type, bytes: file.bytes.clone() })
}

/// What the bot did in a chat, told to a listener without delay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub message_id: i64,
    /// An older message was changed; otherwise the message is new (or gone, when nothing is in it).
    pub edited: bool,
    /// As sent; on a lean server this is still markup.
    pub text: String,
    pub buttons: Vec<Vec<Button>>,
}

/// The buttons of an inline keyboard.
pub(super) fn buttons_of(keyboard: Option<&Value>) -> Vec<Vec<Button>> {
    let Some(rows) = keyboard.and_then(|keyboard| keyboard["inline_keyboard"].as_array()) else {
        return Vec::new();
    };
    let words = |value: &Value| value.as_str().map(str::to_owned);
    let button = |button: &Value| Button {
        label: words(&button["text"]).unwrap_or_default(),
        data: words(&button["callback_data"]),
        copies: words(&button["copy_text"]["text"]),
        url: words(&button["url"]),
    };
    rows.iter().map(|row| row.as_array().into_iter().flatten().map(button).collect()).collect()
}

/// Everything that stands in a chat, in order.
pub(super) fn read(state: &State, chat_id: i64) -> Vec<Shown> {
    let Some(chat) = state.chats.get(&chat_id) else { return Vec::new() };
    chat.messages.iter().map(|(id, message)| Shown::of(state, chat, *id, message)).collect()
}

/// The chat as text, to read aloud when a test fails.
pub(super) fn print(state: &State, chat_id: i64) -> String {
    let Some(chat) = state.chats.get(&chat_id) else { return format!("(no chat {chat_id})\n") };
    let name = chat.card["title"].as_str().or_else(|| chat.card["first_name"].as_str()).unwrap_or_default();
    let mut page = format!("== {name} ({:?} chat {chat_id}, bot: {:?})\n", chat.kind, chat.standing);
    for shown in read(state, chat_id) {
        let sender = if shown.from_bot { "bot" } else { &shown.sender };
        let mut notes = String::new();
        for (holds, note) in [
            (shown.silent, "silent"),
            (shown.edited, "edited"),
            (shown.pinned, "pinned"),
            (shown.protected, "protected"),
        ] {
            if holds {
                let _ = write!(notes, " ({note})");
            }
        }
        let _ = write!(page, "{:>6} {sender}:{notes}", shown.message_id);
        for line in shown.text.lines() {
            let _ = write!(page, "\n         {line}");
        }
        if let Some(contact) = &shown.contact {
            let _ = write!(page, "\n         <contact {} {}>", contact.first_name, contact.phone_number);
        }
        if let Some(file) = &shown.attachment {
            let name = file.name.as_deref().unwrap_or("no name");
            let _ = write!(page, "\n         <{} {name}, {} bytes>", file.kind, file.bytes.len());
        }
        if let Some(service) = &shown.service {
            let _ = write!(page, "\n         <{service}>");
        }
        for row in &shown.buttons {
            let labels: Vec<_> = row.iter().map(|button| format!("[{}]", button.label)).collect();
            let _ = write!(page, "\n         {}", labels.join(" "));
        }
        page.push('\n');
    }
    if let Some(keyboard) = chat.reply_keyboard.as_ref().and_then(|keyboard| keyboard["keyboard"].as_array())
    {
        let _ = writeln!(page, "   keys: {}", Value::from(keyboard.clone()));
    }
    for toast in &chat.toasts {
        if !toast.text.is_empty() {
            let _ = writeln!(page, "  toast: {}", toast.text);
        }
    }
    page
}
