//! editMessageText, editMessageReplyMarkup.

use serde_json::{Value, json};

use super::super::{
    answer::{Answer, Refusal},
    chat::{Access, Stored},
    markup::{self, Markup},
    params::Params,
    state::State,
    text,
};
use super::send::{check_text, text_fields};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup \
                            are exactly the same as a current content and reply markup of the message";

pub(super) fn text(state: &mut State, params: &Params) -> Answer {
    if params.text("text").is_none() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    let formatted = text::read(params, "text", "entities", state.is_lean)?;
    let keyboard = keyboard(params)?;
    let (chat_id, message_id) = editable(state, params)?;
    let fields = text_fields(state, &formatted, "text", "entities");
    let now = state.now().timestamp();
    let Some(message) = stored(state, chat_id, message_id) else { return Ok(Value::Null) };
    if !message.body.contains_key("text") {
        return Err(Refusal::bad_request("there is no text in the message to edit"));
    }
    check_text(&formatted, "MESSAGE_TOO_LONG")?;
    let is_same = ["text", "entities"].iter().all(|name| message.body.get(*name) == fields.get(*name));
    if is_same && message.keyboard == keyboard {
        return Err(Refusal::bad_request(NOT_MODIFIED));
    }
    message.body.remove("entities");
    message.body.extend(fields);
    message.body.insert("edit_date".into(), json!(now));
    message.is_edited = true;
    message.replace_keyboard(keyboard);
    Ok(told(state, chat_id, message_id))
}

pub(super) fn reply_markup(state: &mut State, params: &Params) -> Answer {
    let keyboard = keyboard(params)?;
    let (chat_id, message_id) = editable(state, params)?;
    let now = state.now().timestamp();
    let Some(message) = stored(state, chat_id, message_id) else { return Ok(Value::Null) };
    if message.keyboard == keyboard {
        return Err(Refusal::bad_request(NOT_MODIFIED));
    }
    message.body.insert("edit_date".into(), json!(now));
    message.replace_keyboard(keyboard);
    Ok(told(state, chat_id, message_id))
}

fn keyboard(params: &Params) -> Result<Option<Value>, Refusal> {
    match markup::read(params, true)? {
        None => Ok(None),
        Some(Markup::Inline(keyboard)) => Ok(Some(keyboard)),
        Some(_) => Err(Refusal::bad_request("inline keyboard expected")),
    }
}

/// The message that the request names, if the bot may change it.
fn editable(state: &State, params: &Params) -> Result<(i64, i64), Refusal> {
    let message_id = params.integer("message_id").unwrap_or_default();
    if params.text("chat_id").is_none() && message_id == 0 {
        return Err(Refusal::bad_request(match params.text("inline_message_id") {
            Some(_) => "MESSAGE_ID_INVALID",
            None => "message identifier is not specified",
        }));
    }
    let chat = state.chat_for(params, Access::Write)?;
    let message =
        chat.messages.get(&message_id).ok_or_else(|| Refusal::bad_request("message to edit not found"))?;
    if !message.from_bot || message.is_service || message.has_reply_keyboard {
        return Err(Refusal::bad_request("message can't be edited"));
    }
    Ok((chat.id, message_id))
}

fn stored(state: &mut State, chat_id: i64, message_id: i64) -> Option<&mut Stored> {
    state.chats.get_mut(&chat_id)?.messages.get_mut(&message_id)
}

fn told(state: &mut State, chat_id: i64, message_id: i64) -> Value {
    let Some(chat) = state.chats.get_mut(&chat_id) else { return Value::Null };
    chat.notify(|chat| chat.heard(message_id, true));
    chat.messages.get(&message_id).map(Stored::json).unwrap_or_default()
}
