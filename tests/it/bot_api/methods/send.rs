//! sendMessage, sendContact, sendDocument, sendPhoto.

use serde_json::{Map, Value, json};

use super::super::{
    answer::{Answer, Refusal},
    chat::{Access, Chat, Standing, Stored, in_topic},
    entity::{Formatted, utf16_length},
    image,
    markup::{self, Markup},
    params::{Params, Upload},
    state::{Author, State},
    text,
};

const LONGEST_TEXT: usize = 4096;
const LONGEST_CAPTION: usize = 1024;
const LARGEST_DOCUMENT: usize = 50 << 20;
const LARGEST_PHOTO: usize = 10 << 20;

pub(super) fn message(state: &mut State, params: &Params) -> Answer {
    if params.text("text").is_none() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    let formatted = text::read(params, "text", "entities", state.is_lean)?;
    let target = Target::find(state, params)?;
    check_text(&formatted, "message is too long")?;
    let mut fields = text_fields(state, &formatted, "text", "entities");
    if let Ok(Some(options @ Value::Object(_))) = params.nested("link_preview_options") {
        fields.insert("link_preview_options".into(), options);
    }
    Ok(target.send(state, fields))
}

pub(super) fn contact(state: &mut State, params: &Params) -> Answer {
    let target = Target::find(state, params)?;
    let mut card = Map::new();
    for field in ["phone_number", "first_name", "last_name", "vcard"] {
        if let Some(text) = params.text(field) {
            card.insert(field.into(), json!(text));
        }
    }
    if !card.contains_key("phone_number") {
        return Err(Refusal::bad_request("PHONE_NUMBER_INVALID"));
    }
    if !card.contains_key("first_name") {
        return Err(Refusal::bad_request("CONTACT_NAME_EMPTY"));
    }
    if params.text("vcard").is_some_and(|vcard| vcard.len() > 2048) {
        return Err(Refusal::bad_request("VCARD_TOO_LONG"));
    }
    Ok(target.send(state, Map::from_iter([("contact".to_owned(), Value::Object(card))])))
}

pub(super) fn document(state: &mut State, params: &Params) -> Answer {
    let caption = caption(state, params)?;
    let target = Target::find(state, params)?;
    let file_id = match given_file(state, params, "document")? {
        Given::Known(file_id) => file_id,
        Given::New(upload) => {
            if upload.bytes.len() > LARGEST_DOCUMENT {
                return Err(Refusal::new(413, "Request Entity Too Large"));
            }
            let name = upload.file_name.clone().or_else(|| Some("file".to_owned()));
            state.keep_file("documents", name, upload.mime_type.clone(), upload.bytes.clone())
        }
    };
    let mut fields = text_fields(state, &caption, "caption", "caption_entities");
    fields.insert("document".into(), state.file_card(&file_id).unwrap_or_default());
    Ok(target.send(state, fields))
}

pub(super) fn photo(state: &mut State, params: &Params) -> Answer {
    let caption = caption(state, params)?;
    let target = Target::find(state, params)?;
    let file_id = match given_file(state, params, "photo")? {
        Given::Known(file_id) => file_id,
        Given::New(upload) => {
            if upload.bytes.len() > LARGEST_PHOTO {
                return Err(Refusal::bad_request("file is too big"));
            }
            let (width, height) =
                image::size(&upload.bytes).ok_or_else(|| Refusal::bad_request("IMAGE_PROCESS_FAILED"))?;
            let (long, short) = (width.max(height), width.min(height));
            if short == 0 || width + height > 10_000 || long > 20 * short {
                return Err(Refusal::bad_request("PHOTO_INVALID_DIMENSIONS"));
            }
            state.keep_file("photos", None, Some("image/jpeg".to_owned()), upload.bytes.clone())
        }
    };
    let (width, height) =
        state.files.get(&file_id).and_then(|file| image::size(&file.bytes)).unwrap_or_default();
    let mut size = state.file_card(&file_id).unwrap_or_default();
    size["width"] = json!(width);
    size["height"] = json!(height);
    if let Some(size) = size.as_object_mut() {
        size.remove("mime_type");
    }
    let mut fields = text_fields(state, &caption, "caption", "caption_entities");
    fields.insert("photo".into(), json!([size]));
    Ok(target.send(state, fields))
}

enum Given<'a> {
    Known(String),
    New(&'a Upload),
}

fn given_file<'a>(state: &State, params: &'a Params, name: &str) -> Result<Given<'a>, Refusal> {
    if let Some(upload) = params.file(name) {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad_request("file must be non-empty"));
        }
        return Ok(Given::New(upload));
    }
    match params.text(name) {
        None => Err(Refusal::bad_request(format!("there is no {name} in the request"))),
        Some(file_id) if state.files.contains_key(file_id.as_ref()) => Ok(Given::Known(file_id.into_owned())),
        Some(_) => Err(Refusal::bad_request("wrong file identifier/HTTP URL specified")),
    }
}

/// Refuses a text that is blank or too long.
pub(super) fn check_text(formatted: &Formatted, complaint: &str) -> Result<(), Refusal> {
    if text::is_blank(&formatted.text) {
        return Err(Refusal::bad_request("text must be non-empty"));
    }
    if utf16_length(&formatted.text) > LONGEST_TEXT {
        return Err(Refusal::bad_request(complaint));
    }
    Ok(())
}

fn caption(state: &State, params: &Params) -> Result<Formatted, Refusal> {
    let caption = text::read(params, "caption", "caption_entities", state.is_lean)?;
    if utf16_length(&caption.text) > LONGEST_CAPTION {
        return Err(Refusal::bad_request("message caption is too long"));
    }
    Ok(caption)
}

/// The text as fields of a `Message`.
pub(super) fn text_fields(
    state: &State,
    formatted: &Formatted,
    text: &str,
    entities: &str,
) -> Map<String, Value> {
    let mut fields = Map::new();
    if !formatted.text.is_empty() {
        fields.insert(text.into(), json!(formatted.text));
    }
    let user = |id: &str| state.user_card(id.parse().ok()?);
    let list: Vec<Value> = formatted.entities.iter().filter_map(|entity| entity.to_json(user)).collect();
    if !list.is_empty() {
        fields.insert(entities.into(), Value::Array(list));
    }
    fields
}

/// The topic in which a message lands: the one that is named, else that of the message which it answers, else General.
fn topic(chat: &Chat, params: &Params, replied: Option<&Stored>) -> Result<Option<i64>, Refusal> {
    let named = params.integer("message_thread_id").filter(|topic| *topic != 0);
    let Some(topic) = named.or_else(|| replied?.topic()) else { return Ok(None) };
    match chat.topics.get(&topic) {
        None => Err(Refusal::bad_request("message thread not found")),
        Some(true) if chat.standing != Standing::Admin => Err(Refusal::bad_request("TOPIC_CLOSED")),
        Some(_) => Ok(Some(topic)),
    }
}

/// Where a message goes, and what goes with it.
struct Target {
    chat_id: i64,
    markup: Option<Markup>,
    reply_to: Option<Value>,
    topic: Option<i64>,
    is_silent: bool,
    is_protected: bool,
}

impl Target {
    fn find(state: &State, params: &Params) -> Result<Self, Refusal> {
        let named = params.integer("chat_id").and_then(|id| state.chats.get(&id));
        let markup = markup::read(params, named.is_none_or(Chat::is_private))?;
        let chat = state.chat_for(params, Access::Write)?;
        let reply = params
            .nested("reply_parameters")
            .map_err(|_| Refusal::bad_request("can't parse reply parameters JSON object"))?;
        let replied = reply.as_ref().and_then(|reply| chat.messages.get(&reply["message_id"].as_i64()?));
        let may_lack = |reply: &Value| reply["allow_sending_without_reply"].as_bool().unwrap_or_default();
        if replied.is_none() && reply.as_ref().is_some_and(|reply| !may_lack(reply)) {
            return Err(Refusal::bad_request("message to be replied not found"));
        }
        let topic = topic(chat, params, replied)?;
        let reply_to = replied.map(|message| {
            let mut replied = message.json();
            if let Some(fields) = replied.as_object_mut() {
                fields.remove("reply_to_message");
            }
            replied
        });
        Ok(Self {
            chat_id: chat.id,
            markup,
            reply_to,
            topic,
            is_silent: params.flag("disable_notification"),
            is_protected: params.flag("protect_content"),
        })
    }

    fn send(self, state: &mut State, mut body: Map<String, Value>) -> Value {
        if let Some(replied) = self.reply_to {
            body.insert("reply_to_message".into(), replied);
        }
        if let Some(topic) = self.topic {
            body.extend(in_topic(topic));
        }
        if self.is_protected {
            body.insert("has_protected_content".into(), json!(true));
        }
        let keyboard =
            if let Some(Markup::Inline(keyboard)) = &self.markup { Some(keyboard.clone()) } else { None };
        let has_reply_keyboard = !matches!(self.markup, None | Some(Markup::Inline(_)));
        let message =
            Stored { body, keyboard, has_reply_keyboard, is_silent: self.is_silent, ..Stored::default() };
        let id = state.store(self.chat_id, Author::Bot, message);
        let Some(chat) = state.chats.get_mut(&self.chat_id) else { return Value::Null };
        match self.markup {
            Some(Markup::Reply(keyboard)) => chat.reply_keyboard = Some(keyboard),
            Some(Markup::Remove) => chat.reply_keyboard = None,
            _ => {}
        }
        chat.notify(|chat| chat.heard(id, false));
        chat.messages.get(&id).map(Stored::json).unwrap_or_default()
    }
}
