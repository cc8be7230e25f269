//! Commands, names and descriptions.

use serde_json::{Value, json};

use super::{
    super::BotApi,
    client::{granted, refused},
};

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let api = BotApi::start().await;
    let list = |description: &str| json!([{ "command": "noodplan", "description": description }]);
    let private = json!({ "type": "all_private_chats" });
    granted(&api, "setMyCommands", json!({ "commands": list("emergency plan") })).await;
    let dutch = json!({ "commands": list("noodplan"), "scope": private, "language_code": "nl" });
    granted(&api, "setMyCommands", dutch).await;
    assert_eq!(granted(&api, "getMyCommands", json!({})).await, list("emergency plan"));
    let both = json!({ "scope": private, "language_code": "nl" });
    assert_eq!(granted(&api, "getMyCommands", both.clone()).await, list("noodplan"));
    assert_eq!(granted(&api, "getMyCommands", json!({ "scope": private })).await, json!([]));
    assert_eq!(api.commands(&private, "nl"), [("noodplan".to_owned(), "noodplan".to_owned())]);
    granted(&api, "deleteMyCommands", both.clone()).await;
    assert_eq!(granted(&api, "getMyCommands", both).await, json!([]));
}

#[tokio::test]
async fn commands_that_telegram_refuses() {
    let api = BotApi::start().await;
    let one = |command: &str, description: &str| {
        let command = json!({ "command": command, "description": description });
        json!({ "commands": [command] })
    };
    let many: Vec<Value> =
        (0..101).map(|number| json!({ "command": format!("c{number}"), "description": "d" })).collect();
    for (params, reason) in [
        (one("Help", "x"), "BOT_COMMAND_INVALID"),
        (one("help-me", "x"), "BOT_COMMAND_INVALID"),
        (one("", "x"), "command must be non-empty"),
        (one(&"a".repeat(33), "x"), "command length must not exceed 32"),
        (one("help", " "), "command description must be non-empty"),
        (one("help", &"a".repeat(257)), "command description length must not exceed 256"),
        (json!({ "commands": many }), "BOT_COMMANDS_TOO_MUCH"),
        (json!({ "commands": [], "language_code": "dutch" }), "invalid language code specified"),
        (json!({ "commands": [], "scope": { "type": "chat", "chat_id": 9 } }), "chat not found"),
        (
            json!({ "commands": [], "scope": { "type": "friends" } }),
            "can't parse BotCommandScope: Unsupported type specified",
        ),
    ] {
        let refusal = refused(&api, "setMyCommands", params.clone()).await;
        assert_eq!(refusal, (400, format!("Bad Request: {reason}")), "{params}");
    }
}

#[tokio::test]
async fn names_and_descriptions_have_a_general_wording() {
    let api = BotApi::start().await;
    assert_eq!(granted(&api, "getMyName", json!({})).await["name"], "Noodplan");
    granted(&api, "setMyName", json!({ "name": "Emergency plan", "language_code": "en" })).await;
    assert_eq!(granted(&api, "getMyName", json!({ "language_code": "en" })).await["name"], "Emergency plan");
    granted(&api, "setMyDescription", json!({ "description": "Voor als het misgaat" })).await;
    let english = json!({ "language_code": "en" });
    let description = granted(&api, "getMyDescription", english.clone()).await;
    assert_eq!(description["description"], "Voor als het misgaat");
    granted(&api, "setMyShortDescription", json!({ "short_description": "kort" })).await;
    assert_eq!(granted(&api, "getMyShortDescription", english).await["short_description"], "kort");
    let long = json!({ "short_description": "x".repeat(121) });
    assert_eq!(refused(&api, "setMyShortDescription", long).await.0, 400);
}
