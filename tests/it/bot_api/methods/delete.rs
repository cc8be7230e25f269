//! deleteMessage.

use chrono::TimeDelta;
use serde_json::json;

use super::super::{
    answer::{Answer, Refusal},
    chat::{Access, Kind, Standing},
    params::Params,
    state::State,
};

const DELETABLE_FOR: TimeDelta = TimeDelta::hours(48);

pub(super) fn message(state: &mut State, params: &Params) -> Answer {
    let Some(message_id) = params.integer("message_id").filter(|id| *id != 0) else {
        return Err(Refusal::bad_request("message identifier is not specified"));
    };
    let now = state.now();
    let chat = state.chat_for(params, Access::Write)?;
    let message =
        chat.messages.get(&message_id).ok_or_else(|| Refusal::bad_request("message to delete not found"))?;
    let is_admin = chat.standing == Standing::Admin;
    let is_own = message.from_bot && !message.is_service;
    let is_young = now.timestamp() - message.date() <= DELETABLE_FOR.num_seconds();
    let may = match chat.kind {
        Kind::Private => is_young,
        Kind::Group => is_young && (is_own || is_admin),
        Kind::Supergroup => is_admin || (is_own && is_young),
    };
    if !may {
        return Err(Refusal::bad_request("message can't be deleted for everyone"));
    }
    let chat_id = chat.id;
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        // Apps take the keys away with the message that brought them.
        if chat.messages.remove(&message_id).is_some_and(|message| message.has_reply_keyboard) {
            chat.reply_keyboard = None;
        }
        chat.pinned.retain(|pinned| *pinned != message_id);
        chat.notify(|chat| chat.heard(message_id, true));
    }
    Ok(json!(true))
}
