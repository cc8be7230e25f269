//! From one raw update to what it means for the bot. A plain function: no network, no store, no clock.

use chrono::{DateTime, Utc};
use teloxide::types::Contact;

use crate::{
    app::{
        group::{SWITCH_OFF, SWITCH_ON},
        ports::{ConversationKey, Incoming},
    },
    channel::telegram::{
        asked::Asked,
        wire::{self, Callback, MemberChange, Message, User},
    },
    dialogue::{
        ChannelKind,
        command::{self, Command},
        door::clean_name,
        input::{InGroup, Media, Raw},
        vcard,
    },
    domain::pii::Pii,
};

/// The user behind messages of group administrators who hide their name.
const ANONYMOUS_ADMIN: i64 = 1_087_968_824;

/// In front of the token of a button whose message is to stay as it is when the button is tapped.
pub const STAYS: char = '!';

/// One update, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Its id.
    pub id: i64,
    /// A callback query that waits for its answer.
    pub callback: Option<String>,
    /// The album that was sent with this message in it; each picture of one comes by itself.
    pub album: Option<String>,
    /// What it means.
    pub meaning: Meaning,
    /// Whether all of it could be read.
    pub is_whole: bool,
}

/// What an update means for the bot.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Somebody said or did something: in their own chat with the bot, or in a group for the bot.
    Said(Box<Said>),
    /// Somebody asked for something in a group that is not given there.
    NotInGroups {
        /// The group.
        chat: i64,
        /// The message that is answered.
        asked: Option<Asked>,
        /// The language of the person's app.
        language_tag: Option<String>,
    },
    /// The bot may, or may no longer, write to this person.
    Access {
        /// The chat.
        chat: i64,
        /// Whether it may.
        allowed: bool,
    },
    /// Nothing for us.
    Nothing,
}

/// Something that was said or done.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The chat.
    pub chat: i64,
    /// What the bot hears of it.
    pub incoming: Incoming,
    /// The message whose button was tapped.
    pub tapped: Option<Tapped>,
}

/// In front of a line that says what was answered.
const ACKNOWLEDGES: &str = "✓ ";

/// A message whose button was tapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tapped {
    /// Its id.
    pub message: i64,
    /// Whether another text may take its place.
    pub replaceable: bool,
    /// Whether it still had buttons when it was tapped.
    pub has_keyboard: bool,
    /// The answers that it acknowledges: they are to stay in the chat when another text takes its place.
    pub trail: Vec<String>,
}

/// Reads one update; `None` when it has no id. `username` is the bot's own, once it is known.
pub fn read(raw: &str, at: DateTime<Utc>, username: Option<&str>) -> Option<Update> {
    let known = serde_json::from_str::<wire::Update>(raw).ok().filter(|update| {
        update.message.is_some()
            || update.edited_message.is_some()
            || update.callback_query.is_some()
            || update.my_chat_member.is_some()
            || update.for_others.is_some()
    });
    let is_whole = known.is_some();
    let update = known.or_else(|| wire::salvaged(raw))?;
    let id = update.update_id;
    if let Some(callback) = update.callback_query {
        let answer = Some(callback.id.clone()).filter(|id| !id.is_empty());
        return Some(Update { id, callback: answer, album: None, meaning: tap(id, callback, at), is_whole });
    }
    let album = update.message.as_ref().and_then(|message| message.media_group_id.clone());
    let meaning = match (update.message, update.edited_message, update.my_chat_member) {
        (Some(message), ..) => message_meaning(id, message, false, at, username),
        (None, Some(message), _) => message_meaning(id, message, true, at, username),
        (None, None, Some(change)) => access(id, &change, at),
        (None, None, None) => Meaning::Nothing,
    };
    Some(Update { id, callback: None, album, meaning, is_whole })
}

fn tap(id: i64, callback: Callback, at: DateTime<Utc>) -> Meaning {
    let private = callback.message.as_ref().is_none_or(|message| message.chat.is_private());
    let chat = callback.message.as_ref().map_or(callback.from.id, |message| message.chat.id);
    let data = callback.data.unwrap_or_default();
    if chat == 0 {
        return Meaning::Nothing;
    }
    if !private {
        return tap_in_group(id, chat, callback.from, callback.message, &data, at);
    }
    let (token, stays) = match data.strip_prefix(STAYS) {
        Some(token) => (token.to_owned(), true),
        None => (data, false),
    };
    let asked = callback.message.as_ref().and_then(Asked::of);
    let tapped = callback.message.map(|message| tapped(&message, stays));
    let incoming = incoming(Asked::event(id, asked), chat, Some(callback.from), Raw::Tap(token), at);
    Meaning::Said(Box::new(Said { chat, incoming, tapped }))
}

fn tapped(message: &Message, stays: bool) -> Tapped {
    Tapped {
        message: message.message_id,
        replaceable: !stays && message.date != 0,
        has_keyboard: message.reply_markup.is_some(),
        trail: trail(message.text.as_deref().unwrap_or_default()),
    }
}

/// In a group there are two buttons, and who taps them is looked at each time.
fn tap_in_group(
    id: i64,
    chat: i64,
    from: User,
    message: Option<Message>,
    data: &str,
    at: DateTime<Utc>,
) -> Meaning {
    let speaker = Pii(from.id.to_string());
    let event = match data {
        SWITCH_ON => InGroup::On(speaker),
        SWITCH_OFF => InGroup::Off(speaker),
        _ => return Meaning::Nothing,
    };
    let asked = message.as_ref().and_then(Asked::of);
    let tapped = message.map(|message| tapped(&message, false));
    let said = in_group(Asked::event(id, asked), chat, Some(from), event, at);
    Meaning::Said(Box::new(Said { tapped, ..said }))
}

fn in_group(id: String, chat: i64, from: Option<User>, event: InGroup, at: DateTime<Utc>) -> Said {
    Said { chat, incoming: incoming(id, chat, from, Raw::InGroup(event), at), tapped: None }
}

fn trail(text: &str) -> Vec<String> {
    text.lines().take_while(|line| line.starts_with(ACKNOWLEDGES)).map(str::to_owned).collect()
}

fn message_meaning(
    id: i64,
    message: Message,
    edited: bool,
    at: DateTime<Utc>,
    username: Option<&str>,
) -> Meaning {
    if let Some(from) = message.migrate_from_chat_id {
        let event = InGroup::CameFrom(Pii(from.to_string()));
        return Meaning::Said(Box::new(in_group(id.to_string(), message.chat.id, None, event, at)));
    }
    if message.migrate_to_chat_id.is_some() {
        // The same is said under the new address.
        return Meaning::Nothing;
    }
    if !message.chat.is_private() {
        return if edited { Meaning::Nothing } else { group(id, message, at, username) };
    }
    let is_person = message.from.as_ref().is_none_or(|from| !from.is_bot);
    let raw = if edited { heard_again(&message) } else { heard(&message) };
    match raw {
        Some(raw) if is_person => {
            let (chat, event) = (message.chat.id, Asked::event(id, Asked::of(&message)));
            let incoming = incoming(event, chat, message.from, raw, at);
            Meaning::Said(Box::new(Said { chat, incoming, tapped: None }))
        }
        _ => Meaning::Nothing,
    }
}

/// What a message says; `None` when nobody waits for an answer.
fn heard(message: &Message) -> Option<Raw> {
    if let Some(text) = &message.text {
        return Some(Raw::Text(without_broken_link(text).into()));
    }
    if let Some(contact) = &message.contact {
        return Some(Raw::Contact(card(contact).into()));
    }
    if message.is_service() {
        return None;
    }
    // A picture cannot be read, but /noodplan beneath it is a cry for help.
    let caption = message.caption.as_deref().filter(|caption| command::parse(caption).is_some());
    Some(caption.map_or_else(|| Raw::Other(media(message)), |caption| Raw::Text(caption.into())))
}

/// A link to the bot carries at most 64 plain characters; anything else behind `/start` came from nowhere.
fn without_broken_link(text: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    match text.split_once(char::is_whitespace) {
        Some(("/start", code)) if code.len() > 64 || !code.chars().all(plain) => "/start",
        _ => text,
    }
}

/// What a changed message says: it must not become the answer to a later question, so only a command counts. A
/// place that moves along on the map changes all the time and says nothing.
fn heard_again(message: &Message) -> Option<Raw> {
    match message.text.as_deref().or(message.caption.as_deref()) {
        Some(text) if command::parse(text).is_some() => Some(Raw::Text(text.into())),
        Some(_) => Some(Raw::Other(Media::Edited)),
        None => Some(media(message))
            .filter(|media| matches!(media, Media::Picture | Media::Voice | Media::File))
            .map(Raw::Other),
    }
}

fn media(message: &Message) -> Media {
    if message.animation.is_some()
        || message.photo.is_some()
        || message.live_photo.is_some()
        || message.video.is_some()
        || message.video_note.is_some()
    {
        Media::Picture
    } else if message.voice.is_some() || message.audio.is_some() {
        Media::Voice
    } else if message.location.is_some() || message.venue.is_some() {
        Media::Location
    } else if message.document.is_some() {
        Media::File
    } else {
        Media::Something
    }
}

/// The card that says more: the vCard with all its numbers, or else name and number.
fn card(contact: &Contact) -> String {
    let complete = contact
        .vcard
        .as_ref()
        .filter(|text| vcard::looks_like_one(text))
        .filter(|text| vcard::parse(text).is_some_and(|contact| !contact.phones.is_empty()));
    if let Some(vcard) = complete {
        return vcard.clone();
    }
    let last = contact.last_name.as_deref().unwrap_or_default();
    format!("{} {last} {}", contact.first_name, international(&contact.phone_number))
}

/// Telegram often leaves out the `+` in front of a number from another phone.
fn international(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits >= 9 && !number.starts_with(['+', '0']) { format!("+{number}") } else { number.to_owned() }
}

/// In a group only a command for this bot is heard.
fn group(id: i64, message: Message, at: DateTime<Utc>, username: Option<&str>) -> Meaning {
    let (chat, asked) = (message.chat.id, Asked::of(&message));
    let text = message.text.as_deref().filter(|text| text.starts_with('/') && is_for(text, username));
    let Some(command::Typed::Known(command, _)) = text.and_then(command::parse) else {
        return Meaning::Nothing;
    };
    // In the name of a chat everybody comes as a program.
    let is_admin = message.from.as_ref().is_some_and(|from| from.id == ANONYMOUS_ADMIN);
    let is_anonymous = is_admin || message.sender_chat.is_some();
    let event = Asked::event(id, asked);
    let said = match (command, message.from) {
        (_, Some(from)) if from.is_bot && !is_anonymous => return Meaning::Nothing,
        (Command::Noodplan, Some(from)) if !is_anonymous => {
            let speaker = Pii(from.id.to_string());
            in_group(event, chat, Some(from), InGroup::Plan(speaker), at)
        }
        (Command::Noodplan, from) => in_group(event, chat, from, InGroup::Anonymous, at),
        (_, from) => {
            let language_tag = from.and_then(|from| from.language_code);
            return Meaning::NotInGroups { chat, asked, language_tag };
        }
    };
    Meaning::Said(Box::new(said))
}

/// `/noodplan` and `/noodplan@our_bot`, but not `/noodplan@another_bot`.
fn is_for(text: &str, username: Option<&str>) -> bool {
    let command = text.split_whitespace().next().unwrap_or_default();
    match (command.split_once('@'), username) {
        (Some((_, named)), Some(username)) => named.eq_ignore_ascii_case(username),
        _ => true,
    }
}

/// Telegram's words for a bot that is in a chat; one that may not write there has another.
const PRESENT: [&str; 3] = ["creator", "administrator", "member"];

fn access(id: i64, change: &MemberChange, at: DateTime<Utc>) -> Meaning {
    let (chat, standing) = (change.chat.id, &change.new_chat_member);
    let restricted = standing.status == "restricted" && standing.is_member;
    let allowed = restricted || PRESENT.contains(&standing.status.as_str());
    match (change.chat.is_private(), allowed) {
        (true, _) => Meaning::Access { chat, allowed },
        (false, false) => Meaning::Said(Box::new(in_group(id.to_string(), chat, None, InGroup::Gone, at))),
        (false, true) => Meaning::Nothing,
    }
}

fn incoming(event: String, chat: i64, from: Option<User>, raw: Raw, at: DateTime<Utc>) -> Incoming {
    let (name, language_tag) = from.map_or((None, None), |from| {
        let name = match from.last_name {
            Some(last) => format!("{} {last}", from.first_name),
            None => from.first_name,
        };
        (clean_name(&name), from.language_code)
    });
    Incoming {
        conversation: ConversationKey { channel: ChannelKind::Telegram, address: chat.to_string().into() },
        event,
        name,
        language_tag,
        raw,
        at,
    }
}
