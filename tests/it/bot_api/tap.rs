//! Taps on inline buttons, fresh and stale.

use serde_json::{Value, json};

use super::{
    chat::Stored,
    phone::{Button, buttons_of},
    state::{Query, State},
};

/// Taps the button `label` under the newest message that has one; gives the callback query's id.
pub(super) fn newest(state: &mut State, chat_id: i64, person: i64, label: &str) -> Result<String, String> {
    let chat = state.chats.get(&chat_id).ok_or("no such chat")?;
    let found = chat
        .messages
        .iter()
        .rev()
        .find_map(|(id, message)| Some((*id, labelled(message.keyboard.as_ref(), label)?)));
    let Some((message_id, button)) = found else {
        let shown: Vec<String> = chat
            .messages
            .values()
            .flat_map(|message| buttons_of(message.keyboard.as_ref()))
            .flatten()
            .map(|button| button.label)
            .collect();
        return Err(format!("no button {label:?}; there are {shown:?}"));
    };
    tap(state, chat_id, person, message_id, &button)
}

/// Taps a button of message `message_id`, on the latest of its keyboards that had it, also when that
/// keyboard or the whole message is gone from the screen.
pub(super) fn old(
    state: &mut State,
    chat_id: i64,
    person: i64,
    message_id: i64,
    label: &str,
) -> Result<String, String> {
    let chat = state.chats.get(&chat_id).ok_or("no such chat")?;
    let message = chat.messages.get(&message_id).ok_or_else(|| format!("no message {message_id}"))?;
    let keyboards = message.keyboard.iter().chain(message.former_keyboards.iter().rev());
    let button = keyboards.into_iter().find_map(|keyboard| labelled(Some(keyboard), label));
    let button = button.ok_or_else(|| format!("message {message_id} never had a button {label:?}"))?;
    tap(state, chat_id, person, message_id, &button)
}

fn labelled(keyboard: Option<&Value>, label: &str) -> Option<Button> {
    buttons_of(keyboard).into_iter().flatten().find(|button| button.label == label)
}

fn tap(
    state: &mut State,
    chat_id: i64,
    person: i64,
    message_id: i64,
    button: &Button,
) -> Result<String, String> {
    let data =
        button.data.as_deref().ok_or_else(|| format!("button {:?} does not call the bot", button.label))?;
    Ok(call_back(state, chat_id, person, message_id, data))
}

/// Queues a callback query with any data, as a changed client could send it.
pub(super) fn call_back(state: &mut State, chat_id: i64, person: i64, message_id: i64, data: &str) -> String {
    let number = state.fresh();
    let id = (4_382_000_000_000_000_000 + number).to_string();
    let at = state.now();
    state.queries.insert(id.clone(), Query { chat: chat_id, at, is_answered: false, number });
    let from = state.user_card(person);
    let chat = state.chats.get(&chat_id);
    let message = chat.and_then(|chat| chat.messages.get(&message_id)).map(Stored::json);
    let inaccessible = || json!({ "chat": chat.map(|chat| &chat.card), "message_id": message_id, "date": 0 });
    let payload = json!({
        "id": id, "from": from, "message": message.unwrap_or_else(inaccessible),
        "chat_instance": format!("{}", chat_id.unsigned_abs().wrapping_mul(0x9e37_79b9)), "data": data,
    });
    state.updates.push("callback_query", &payload, at);
    id
}
