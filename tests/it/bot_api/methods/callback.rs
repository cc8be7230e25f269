//! answerCallbackQuery.

use serde_json::json;

use super::super::{
    answer::{Answer, Refusal},
    chat::Toast,
    entity::utf16_length,
    params::Params,
    state::State,
};

pub(super) fn answer(state: &mut State, params: &Params) -> Answer {
    let id = params.text("callback_query_id").unwrap_or_default().into_owned();
    let text = params.text("text").unwrap_or_default().into_owned();
    if utf16_length(&text) > 200 {
        return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
    }
    let (now, lifetime, is_lean) = (state.now(), state.query_lifetime, state.is_lean);
    let query = state.queries.get_mut(&id).filter(|query| !query.is_answered && now - query.at <= lifetime);
    let Some(query) = query else {
        return Err(Refusal::bad_request(
            "query is too old and response timeout expired or query ID is invalid",
        ));
    };
    query.is_answered = true;
    let chat_id = query.chat;
    if is_lean {
        state.queries.remove(&id);
    } else if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.toasts.push(Toast { callback_query_id: id, text, is_alert: params.flag("show_alert") });
        chat.changed.notify_waiters();
    }
    Ok(json!(true))
}
