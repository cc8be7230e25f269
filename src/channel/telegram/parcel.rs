//! A message on its way out, in the parts that Telegram wants it in.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde::Serialize;
use teloxide::types::{
    ButtonRequest, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup,
    LinkPreviewOptions, ParseMode, ReplyMarkup,
};
use uuid::Uuid;

use crate::{
    app::ports::{Attachment, Button, ContactCard, LaneKind, Outgoing, OwnNumber, Reminds},
    channel::{
        rich,
        telegram::{
            api::{Api, Method, Urgency},
            asked::{Asked, Reply},
            chats::ChatNote,
            outcome::Outcome,
            updates::{STAYS, Tapped},
        },
    },
    text::{Rich, Span},
};

/// UTF-16 units in one message. Telegram takes 4,096; what is shorter reads better.
const LONGEST: usize = 3_500;
/// In front of the token of a button that means the same wherever the person is.
const STANDING: &str = "*.";

/// One message of the outbox.
pub struct Parcel {
    /// Its row in the outbox.
    pub id: Uuid,
    /// Whether it is the emergency plan.
    pub emergency: bool,
    /// Whether it is a reminder.
    pub reminder: bool,
    /// From then on it is not sent any more.
    pub good_until: Option<DateTime<Utc>>,
    /// What is said instead of a code of which nobody knows whether it arrived.
    in_doubt: Option<Rich>,
    /// What it was decided on, if it is a reminder.
    pub reminds: Option<Reminds>,
    /// It has no row in the outbox, because nothing could be written.
    pub unwritten: bool,
    /// The topic in which all of it stands.
    pub topic: Option<i64>,
    /// What is still to be sent.
    pub parts: VecDeque<Part>,
    /// Repeated at once already because nobody knew what came of it.
    pub repeated: bool,
    /// Sent once more, later, for the same reason.
    pub resent: bool,
    /// How often in all nobody knew what came of it.
    pub doubts: u32,
    /// It was seen in the outbox.
    pub kept: bool,
}

/// One message in the chat.
pub enum Part {
    /// Words with buttons.
    Text(Text),
    /// Somebody to call.
    Card(ContactCard),
    /// A file.
    File(Attachment),
}

/// What a message is in the chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is about where the person is: the card before it is over.
    Card,
    /// It leaves the card as it is.
    Beside,
    /// The call list: it takes the place of the one that is pinned.
    Pinned,
    /// It brings the key for one's own number.
    Key,
}

/// Words with buttons.
pub struct Text {
    words: Rich,
    markup: Option<ReplyMarkup>,
    silent: bool,
    /// What it is in the chat.
    pub kind: Kind,
    /// The message whose place it takes.
    pub replaces: Option<i64>,
    /// The message below which it stands, in the same topic.
    pub asked: Option<i64>,
    /// Its markup was refused.
    pub plain: bool,
    /// There is nothing left to take off it.
    pub is_bare: bool,
}

impl Parcel {
    /// A message of the outbox; its first part takes the place of the message that was tapped, below the
    /// answers that this one acknowledged.
    ///
    /// What nobody asked for leaves the card in the chat, unless it brings another. What answers a message of a group or in a topic
    /// stands there.
    pub fn new(mut outgoing: Outgoing, replaces: Option<&Tapped>) -> Self {
        if let Some(tapped) = replaces {
            let trail =
                tapped.trail.iter().map(|line| Span { text: format!("{line}\n"), bold: false, fixed: false });
            outgoing.text.0.splice(0..0, trail);
        }
        let emergency = outgoing.lane == LaneKind::Emergency;
        let reminder = outgoing.lane == LaneKind::Reminder;
        let mut markup = keyboard(&outgoing.buttons, emergency).map(ReplyMarkup::InlineKeyboard);
        // Nobody waits for a line that asks nothing.
        let silent = markup.is_none() && outgoing.lane == LaneKind::Interactive;
        let kind = kind(&outgoing);
        let mut chunks = rich::split(outgoing.text, LONGEST);
        if kind == Kind::Pinned {
            // One message is all that can be pinned; the rest of a very long list is in the emergency plan.
            chunks.truncate(1);
        }
        let last = chunks.len().saturating_sub(1);
        let mut parts: VecDeque<Part> = VecDeque::new();
        for (place, words) in chunks.into_iter().enumerate() {
            let replaces = replaces.filter(|_| place == 0).map(|tapped| tapped.message);
            let markup = if place == last { markup.take() } else { None };
            let text = Text { markup, silent, replaces, ..Text::of(words, kind) };
            parts.push_back(Part::Text(text));
        }
        parts.extend(outgoing.own_number.map(|own| Part::Text(key(own))));
        parts.extend(outgoing.contacts.into_iter().map(Part::Card));
        parts.extend(outgoing.attachments.into_iter().map(Part::File));
        let asked = outgoing.answers.as_deref().and_then(Asked::by);
        if let Some(asked) = asked {
            parts.iter_mut().for_each(|part| part.stands_below(asked));
        }
        Self {
            id: outgoing.id,
            emergency,
            reminder,
            good_until: outgoing.good_until,
            in_doubt: outgoing.in_doubt,
            reminds: outgoing.reminds,
            unwritten: outgoing.unwritten,
            topic: asked.and_then(|asked| asked.topic),
            parts,
            repeated: false,
            resent: false,
            doubts: 0,
            kept: false,
        }
    }

    /// The parcel without buttons, beside the card that stands in the chat: what follows it has its own.
    pub fn into_history(mut self) -> Self {
        for part in &mut self.parts {
            if let Part::Text(text) = part {
                text.markup = None;
                text.silent = true;
                if text.kind == Kind::Card {
                    text.kind = Kind::Beside;
                }
            }
        }
        self
    }

    /// Takes a code away of which nobody knows whether it arrived, and leaves the line that says so. `false`: it holds none.
    pub fn doubts_code(&mut self) -> bool {
        let Some(words) = self.in_doubt.take() else { return false };
        self.parts = VecDeque::from([Part::Text(Text::of(words, Kind::Beside))]);
        true
    }

    /// How urgent it is.
    pub fn urgency(&self) -> Urgency {
        match (self.emergency, self.reminder) {
            (true, _) => Urgency::Emergency,
            (false, true) => Urgency::Reminder,
            (false, false) => Urgency::Usual,
        }
    }
}

impl Text {
    /// Words and nothing else, without sound.
    fn of(words: Rich, kind: Kind) -> Self {
        Self {
            words,
            markup: None,
            silent: true,
            kind,
            replaces: None,
            asked: None,
            plain: false,
            is_bare: false,
        }
    }

    /// Whether something can be tapped under it.
    pub fn can_be_tapped(&self) -> bool {
        matches!(self.markup, Some(ReplyMarkup::InlineKeyboard(_)))
    }

    /// Leaves nothing but the words, in a message of their own.
    pub fn make_bare(&mut self) {
        (self.plain, self.is_bare) = (true, true);
        (self.markup, self.replaces) = (None, None);
    }

    /// Takes no place above a card that came meanwhile: what is said last stands last. Gives the message that keeps its words then.
    pub fn give_way(&mut self, note: ChatNote) -> Option<i64> {
        let is_passed = |message: &mut i64| note.card.is_some_and(|card| card > *message);
        if self.kind == Kind::Pinned { None } else { self.replaces.take_if(is_passed) }
    }

    /// Finds the message whose place it takes among what stands in the chat; `false`: it stands there already.
    pub fn find_place(&mut self, note: ChatNote) -> bool {
        if self.kind == Kind::Pinned {
            self.replaces = note.list;
        }
        self.kind != Kind::Key || note.key.is_none()
    }
}

/// A card is about where the person is; buttons that mean the same everywhere make none.
fn kind(outgoing: &Outgoing) -> Kind {
    let answers = matches!(outgoing.lane, LaneKind::Emergency | LaneKind::Interactive);
    let only_standing = outgoing.buttons.iter().all(|button| button.token.starts_with(STANDING));
    match (outgoing.pinned, only_standing) {
        (true, _) => Kind::Pinned,
        (false, false) => Kind::Card,
        (false, true) if answers && outgoing.buttons.is_empty() => Kind::Card,
        (false, true) => Kind::Beside,
    }
}

fn keyboard(buttons: &[Button], stays: bool) -> Option<InlineKeyboardMarkup> {
    let row = |button: &Button| {
        let data = if stays { format!("{STAYS}{}", button.token) } else { button.token.clone() };
        vec![InlineKeyboardButton::callback(button.label.clone(), data)]
    };
    (!buttons.is_empty()).then(|| InlineKeyboardMarkup { inline_keyboard: buttons.iter().map(row).collect() })
}

/// The key beneath the chat with which somebody shares their own number.
fn key(own: OwnNumber) -> Text {
    let key = KeyboardButton::new(own.label).request(ButtonRequest::Contact);
    let keys = KeyboardMarkup::new([[key]]).resize_keyboard().one_time_keyboard();
    let words = Rich(vec![Span { text: own.text, bold: false, fixed: false }]);
    // Without its key it says nothing.
    Text { markup: Some(ReplyMarkup::Keyboard(keys)), is_bare: true, ..Text::of(words, Kind::Key) }
}

#[derive(Serialize)]
struct Message<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parse_mode: Option<ParseMode>,
    link_preview_options: LinkPreviewOptions,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a ReplyMarkup>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<Reply>,
}

#[derive(Serialize)]
struct Card<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
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
    /// Makes it the answer to a message of a group or in a topic.
    fn stands_below(&mut self, asked: Asked) {
        if let Self::Text(text) = self {
            text.asked = Some(asked.message);
        }
    }

    /// Sends this part to a chat, once.
    pub async fn send(&self, api: &Api, chat: i64, topic: Option<i64>, urgency: Urgency) -> Outcome {
        match self {
            Self::Text(text) => text.send(api, chat, topic, urgency).await,
            Self::Card(card) => {
                let (phone_number, first_name) = (card.phone.as_str(), card.name.as_str());
                let payload = Card {
                    chat_id: chat,
                    message_thread_id: topic,
                    phone_number,
                    first_name,
                    disable_notification: true,
                };
                api.send(Method::SendContact, &payload, urgency).await
            }
            Self::File(file) => api.send_file(chat, topic, file, urgency).await,
        }
    }
}

impl Text {
    async fn send(&self, api: &Api, chat: i64, topic: Option<i64>, urgency: Urgency) -> Outcome {
        let text = if self.plain { self.words.plain() } else { rich::html(&self.words) };
        let payload = Message {
            chat_id: chat,
            message_id: self.replaces,
            message_thread_id: topic.filter(|_| self.replaces.is_none()),
            text: &text,
            parse_mode: (!self.plain).then_some(ParseMode::Html),
            link_preview_options: NO_PREVIEW,
            disable_notification: self.silent && self.replaces.is_none(),
            reply_markup: self.markup.as_ref(),
            reply_parameters: self.asked.filter(|_| self.replaces.is_none()).map(Reply::below),
        };
        let method = if self.replaces.is_some() { Method::EditMessageText } else { Method::SendMessage };
        api.send(method, &payload, urgency).await
    }
}
