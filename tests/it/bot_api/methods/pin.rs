//! pinChatMessage, unpinChatMessage, unpinAllChatMessages.

use serde_json::{Map, Value, json};

use super::super::{
    answer::{Answer, Refusal},
    chat::{Access, Chat, Standing, Stored},
    params::Params,
    state::{Author, State},
};

/// Pins, and tells of it with a service message that reaches the bot itself as an update.
pub(super) fn pin(state: &mut State, params: &Params) -> Answer {
    let message_id = params.integer("message_id").unwrap_or_default();
    let chat = managed(state, params)?;
    let message =
        chat.messages.get(&message_id).ok_or_else(|| Refusal::bad_request("message to pin not found"))?;
    if message.is_service {
        return Err(Refusal::bad_request("service messages can't be pinned"));
    }
    let (chat_id, pinned) = (chat.id, message.json());
    let is_silent = chat.is_private() || params.flag("disable_notification");
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.pinned.retain(|pinned| *pinned != message_id);
        chat.pinned.push(message_id);
    }
    let body = Map::from_iter([("pinned_message".to_owned(), pinned)]);
    let note = Stored { body, is_service: true, is_silent, ..Stored::default() };
    state.post(chat_id, Author::Bot, note);
    Ok(told(state, chat_id))
}

pub(super) fn unpin(state: &mut State, params: &Params) -> Answer {
    let chat = managed(state, params)?;
    let chat_id = chat.id;
    let asked = params.integer("message_id").filter(|id| *id != 0);
    let message_id = asked.or_else(|| chat.pinned.last().copied());
    let exists = message_id.is_some_and(|id| chat.messages.contains_key(&id));
    let Some(message_id) = message_id.filter(|_| exists) else {
        return Err(Refusal::bad_request("message to unpin not found"));
    };
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.pinned.retain(|pinned| *pinned != message_id);
    }
    Ok(told(state, chat_id))
}

pub(super) fn unpin_all(state: &mut State, params: &Params) -> Answer {
    let chat_id = managed(state, params)?.id;
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.pinned.clear();
    }
    Ok(told(state, chat_id))
}

fn managed<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, Refusal> {
    let chat = state.chat_for(params, Access::Write)?;
    if !chat.is_private() && chat.standing != Standing::Admin {
        return Err(Refusal::bad_request("not enough rights to manage pinned messages in the chat"));
    }
    Ok(chat)
}

fn told(state: &mut State, chat_id: i64) -> Value {
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.revision += 1;
        chat.changed.notify_waiters();
    }
    json!(true)
}
