//! Requests held against the description of the Bot API.

use serde_json::{Value, json};

use super::{super::BotApi, client::call};

async fn problems(api: &BotApi, method: &str, params: Value) -> Vec<String> {
    let before = api.description_violations().len();
    call(api, method, params).await;
    api.description_violations().split_off(before).into_iter().map(|violation| violation.problem).collect()
}

#[tokio::test]
async fn what_does_not_fit_is_collected_but_answered_all_the_same() {
    let api = BotApi::start().await;
    if !api.checks_description() {
        return;
    }
    let anna = api.person("Anna", None);
    anna.says("/start");
    let id = anna.id();
    let button = |fields: Value| {
        let markup = json!({ "inline_keyboard": [[fields]] });
        json!({ "chat_id": id, "text": "x", "reply_markup": markup })
    };
    for (method, params, expected) in [
        ("getMee", json!({}), "unknown method getMee"),
        ("sendMessage", json!({ "chat_id": id, "text": "x", "txt": 1 }), "txt: no such parameter"),
        ("sendMessage", json!({ "chat_id": id }), "text: required, but missing"),
        ("sendMessage", json!({ "chat_id": id, "text": 5 }), "text: 5 is not a String"),
        (
            "sendMessage",
            json!({ "chat_id": id, "text": "x", "parse_mode": null }),
            "parse_mode: null is not a String",
        ),
        (
            "sendMessage",
            json!({ "chat_id": id, "text": "x", "protect_content": "true" }),
            "protect_content: \"true\" is not a Boolean",
        ),
        (
            "sendMessage",
            json!({ "chat_id": id, "text": "a".repeat(4097) }),
            "text: 4097 characters, but 1 to 4096 are allowed",
        ),
        (
            "sendMessage",
            json!({ "chat_id": id, "text": "x", "reply_parameters": { "msg": 1 } }),
            "reply_parameters.message_id: required, but missing",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a", "callback_data": "x", "url": "https://a.nl" })),
            "reply_markup.inline_keyboard[0][0]: a button has exactly one action, this one has 2",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a", "callback_data": "é".repeat(33) })),
            "reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, but 1 to 64 are allowed",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "a", "description": "" }] }),
            "commands[0].description: 0 characters, but 1 to 256 are allowed",
        ),
        ("setMyCommands", json!({ "commands": [], "scope": { "type": "chat" } }), ""),
        ("sendDocument", json!({ "chat_id": id, "document": 5 }), "document: 5 is not an InputFile"),
    ] {
        let found = problems(&api, method, params.clone()).await;
        if expected.is_empty() {
            assert!(found.is_empty(), "{params}: {found:?}");
        } else {
            assert!(found.iter().any(|problem| problem == expected), "{params}: {found:?}");
        }
    }
}

#[tokio::test]
async fn what_fits_is_not_complained_about() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    let id = anna.id();
    let keys = json!({ "keyboard": [[{ "text": "a", "request_contact": true }]], "resize_keyboard": true });
    for (method, params) in [
        ("getUpdates", json!({ "offset": 0, "timeout": 0, "allowed_updates": ["message"] })),
        ("sendMessage", json!({ "chat_id": id.to_string(), "text": "x", "reply_markup": keys })),
        ("sendMessage", json!({ "chat_id": id, "text": "x", "reply_markup": { "force_reply": true } })),
        ("sendMessage", json!({ "chat_id": id, "text": "x", "reply_markup": { "remove_keyboard": true } })),
        ("sendMessage", json!({ "chat_id": id, "text": "<b>a</b>".repeat(1000), "parse_mode": "HTML" })),
        ("sendMessage", json!({ "chat_id": id, "text": "x", "reply_markup": "{\"inline_keyboard\":[]}" })),
        (
            "setMyCommands",
            json!({
                "commands": [{ "command": "help", "description": "Hulp" }],
                "scope": { "type": "chat", "chat_id": id }, "language_code": "nl",
            }),
        ),
    ] {
        let found = problems(&api, method, params.clone()).await;
        assert!(found.is_empty(), "{params}: {found:?}");
    }
    assert!(api.refused().is_empty(), "{:?}", api.refused());
}
