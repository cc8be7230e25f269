//! getMe, getChat, getChatMember, leaveChat, sendChatAction.

use serde_json::{Value, json};

use super::super::{
    answer::{Answer, Refusal},
    chat::{Access, Standing, Stored},
    params::Params,
    state::{Author, BOT_ID, State, bot_as_member, member_card},
};

/// The topic that every forum has.
const GENERAL: i64 = 1;
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn get_me(state: &mut State, _: &Params) -> Answer {
    let mut me = State::bot_card();
    me["can_join_groups"] = json!(true);
    me["can_read_all_group_messages"] = json!(!state.has_privacy_mode);
    for power in [
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
        "supports_guest_queries",
        "has_topics_enabled",
        "allows_users_to_create_topics",
        "can_manage_bots",
    ] {
        me[power] = json!(false);
    }
    Ok(me)
}

pub(super) fn get_chat(state: &mut State, params: &Params) -> Answer {
    let chat = state.chat_for(params, Access::Read)?;
    let mut card = chat.card.clone();
    card["accent_color_id"] = json!(2);
    card["max_reaction_count"] = json!(11);
    card["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false,
    });
    if !chat.is_private() {
        card["permissions"] = json!({ "can_send_messages": true, "can_invite_users": true });
    }
    if let Some(pinned) = chat.pinned.last().and_then(|id| chat.messages.get(id)).map(Stored::json) {
        card["pinned_message"] = pinned;
    }
    Ok(card)
}

pub(super) fn get_chat_member(state: &mut State, params: &Params) -> Answer {
    let user_id = params.integer("user_id").unwrap_or_default();
    if user_id <= 0 {
        return Err(Refusal::bad_request("invalid user_id specified"));
    }
    let chat = state.chat_for(params, Access::Read)?;
    if user_id == BOT_ID {
        return Ok(bot_as_member(chat.standing));
    }
    let user = state.user_card(user_id).ok_or_else(|| Refusal::bad_request("user not found"))?;
    let status = match (chat.members.contains(&user_id), chat.admins.contains(&user_id)) {
        (true, true) => "administrator",
        (true, false) => "member",
        (false, _) => "left",
    };
    Ok(member_card(&user, status))
}

/// Leaves, and hears of it: the service message and `my_chat_member` both reach the bot.
pub(super) fn leave_chat(state: &mut State, params: &Params) -> Answer {
    let chat = state.chat_for(params, Access::Write)?;
    if chat.is_private() {
        return Err(Refusal::bad_request("chat member status can't be changed in private chats"));
    }
    let chat_id = chat.id;
    state.post_service(chat_id, Author::Bot, "left_chat_member", State::bot_card());
    state.change_standing(chat_id, BOT_ID, Standing::Left);
    Ok(json!(true))
}

pub(super) fn send_chat_action(state: &mut State, params: &Params) -> Answer {
    let action = params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action.as_ref()) {
        return Err(Refusal::bad_request("wrong parameter action in request"));
    }
    let chat = state.chat_for(params, Access::Write)?;
    let topic = params.integer("message_thread_id").filter(|topic| ![0, GENERAL].contains(topic));
    if topic.is_some_and(|topic| !chat.topics.contains_key(&topic)) {
        return Err(Refusal::bad_request("message thread not found"));
    }
    let chat_id = chat.id;
    if let Some(chat) = state.chats.get_mut(&chat_id).filter(|_| !state.is_lean) {
        chat.actions.push(action.into_owned());
        chat.changed.notify_waiters();
    }
    Ok(Value::Bool(true))
}
