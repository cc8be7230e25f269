//! Who may be written to: strangers, blockers, groups that move, administrators without a name.

use serde_json::{Value, json};

use super::{
    super::{BotApi, Person},
    client::{granted, refused, updates},
};

fn send(chat_id: i64) -> Value {
    json!({ "chat_id": chat_id, "text": "x" })
}

async fn newest(api: &BotApi) -> Value {
    updates(api, json!({ "offset": -1 })).await.pop().unwrap_or_default()
}

#[tokio::test]
async fn private_chats() {
    let api = BotApi::start().await;
    let anna: Person = api.person("Anna", None);
    let strange = "Forbidden: bot can't initiate conversation with a user".to_owned();
    assert_eq!(refused(&api, "sendMessage", send(anna.id())).await, (403, strange));
    anna.says("/start");
    granted(&api, "sendMessage", send(anna.id())).await;
    anna.blocks_bot();
    let update = newest(&api).await;
    assert_eq!(update["my_chat_member"]["old_chat_member"]["status"], "member");
    assert_eq!(update["my_chat_member"]["new_chat_member"]["status"], "kicked");
    assert_eq!(update["my_chat_member"]["from"]["id"], anna.id());
    let blocked = (403, "Forbidden: bot was blocked by the user".to_owned());
    assert_eq!(refused(&api, "sendMessage", send(anna.id())).await, blocked);
    let action = json!({ "chat_id": anna.id(), "action": "typing" });
    assert_eq!(refused(&api, "sendChatAction", action.clone()).await, blocked);
    anna.unblocks_bot();
    granted(&api, "sendChatAction", action).await;
    assert_eq!(anna.chat_actions(), ["typing"]);
    anna.leaves_telegram();
    assert_eq!(
        refused(&api, "sendMessage", send(anna.id())).await,
        (403, "Forbidden: user is deactivated".to_owned())
    );
    for chat in [json!(999), json!("@nobody"), json!(null)] {
        let refusal = refused(&api, "sendMessage", json!({ "chat_id": chat, "text": "x" })).await;
        assert_eq!(refusal, (400, "Bad Request: chat not found".to_owned()));
    }
}

#[tokio::test]
async fn a_group_with_its_ups_and_downs() {
    let api = BotApi::start().await;
    let (anna, bob) = (api.person("Anna", None), api.person("Bob", None));
    let group = api.group("Team", &[&anna]);
    let start = updates(&api, json!({})).await;
    assert_eq!(start[0]["my_chat_member"]["new_chat_member"]["status"], "member");
    assert_eq!(start[1]["message"]["group_chat_created"], true);
    group.gains(&bob);
    assert_eq!(newest(&api).await["message"]["new_chat_members"][0]["first_name"], "Bob");
    let status = json!({ "chat_id": group.id(), "user_id": bob.id() });
    assert_eq!(granted(&api, "getChatMember", status.clone()).await["status"], "member");
    group.loses(&bob);
    assert_eq!(granted(&api, "getChatMember", status).await["status"], "left");

    let sent = granted(&api, "sendMessage", send(group.id())).await["message_id"].clone();
    let pin = json!({ "chat_id": group.id(), "message_id": sent });
    let reason = refused(&api, "pinChatMessage", pin.clone()).await.1;
    assert_eq!(reason, "Bad Request: not enough rights to manage pinned messages in the chat");
    group.promotes_bot();
    granted(&api, "pinChatMessage", pin).await;
    group.kicks_bot();
    let kicked = (403, "Forbidden: bot was kicked from the group chat".to_owned());
    assert_eq!(refused(&api, "sendMessage", send(group.id())).await, kicked);
    group.readmits_bot();
    granted(&api, "leaveChat", json!({ "chat_id": group.id() })).await;
    assert_eq!(newest(&api).await["my_chat_member"]["new_chat_member"]["status"], "left");
    let left = (403, "Forbidden: bot is not a member of the group chat".to_owned());
    assert_eq!(refused(&api, "sendMessage", send(group.id())).await, left);
}

#[tokio::test]
async fn privacy_mode_hides_talk_but_not_commands_and_answers() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    let group = api.group("Team", &[&anna]);
    let asked = granted(&api, "sendMessage", send(group.id())).await["message_id"].as_i64().expect("an id");
    let before = api.pending_updates().len();
    group.says(&anna, "koffie?");
    group.says(&anna, "/plan@another_bot");
    assert_eq!(api.pending_updates().len(), before);
    group.says(&anna, "/noodplan");
    group.says(&anna, "/noodplan@Noodplan_Test_Bot nu");
    group.replies(&anna, asked, "ja");
    assert_eq!(api.pending_updates().len(), before + 3);
    api.set_privacy_mode(false);
    group.says(&anna, "koffie?");
    assert_eq!(api.pending_updates().len(), before + 4);
}

#[tokio::test]
async fn an_administrator_without_a_name() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    let group = api.group("Team", &[&anna]);
    group.says_anonymously("/noodplan");
    let message = newest(&api).await["message"].clone();
    assert_eq!(message["from"]["id"], 1_087_968_824);
    assert_eq!(message["from"]["username"], "GroupAnonymousBot");
    assert_eq!(message["sender_chat"]["id"], group.id());
}

#[tokio::test]
async fn a_group_becomes_a_supergroup() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    let old = api.group("Team", &[&anna]);
    let new = old.migrate();
    let notes = updates(&api, json!({ "offset": -2 })).await;
    assert_eq!(notes[0]["message"]["migrate_to_chat_id"], new.id());
    assert_eq!(notes[0]["message"]["chat"]["id"], old.id());
    assert_eq!(notes[1]["message"]["migrate_from_chat_id"], old.id());
    assert_eq!(notes[1]["message"]["chat"]["type"], "supergroup");
    let reply = super::client::call(&api, "sendMessage", send(old.id())).await;
    assert_eq!(reply.refusal().1, "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(reply.body()["parameters"], json!({ "migrate_to_chat_id": new.id() }));
    let sent = granted(&api, "sendMessage", send(new.id())).await;
    assert_eq!(sent["message_id"], 2, "a supergroup counts its own messages");
    new.kicks_bot();
    let kicked = "Forbidden: bot was kicked from the supergroup chat";
    assert_eq!(refused(&api, "sendMessage", send(new.id())).await.1, kicked);
}

#[tokio::test]
async fn a_message_lands_in_the_topic_that_it_names_or_answers() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    let group = api.group("Team", &[&anna]).migrate();
    let topic = group.opens_topic("Storing");
    let created = newest(&api).await["message"].clone();
    assert_eq!((&created["message_thread_id"], &created["is_topic_message"]), (&json!(topic), &json!(true)));
    let asked = group.says_in(topic, &anna, "/noodplan");
    let heard = newest(&api).await["message"].clone();
    assert_eq!((&heard["message_thread_id"], &heard["chat"]["is_forum"]), (&json!(topic), &json!(true)));
    let general = granted(&api, "sendMessage", send(group.id())).await;
    assert_eq!(general.get("message_thread_id"), None);
    let fields = [
        json!({ "message_thread_id": topic }),
        json!({ "reply_parameters": { "message_id": asked, "allow_sending_without_reply": true } }),
    ];
    let sends = |fields: &Value| {
        let mut request = send(group.id());
        request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        request
    };
    for fields in &fields {
        let sent = granted(&api, "sendMessage", sends(fields)).await;
        assert_eq!((&sent["message_thread_id"], &sent["is_topic_message"]), (&json!(topic), &json!(true)));
    }
    let unknown = refused(&api, "sendMessage", sends(&json!({ "message_thread_id": 1 }))).await;
    assert_eq!(unknown, (400, "Bad Request: message thread not found".to_owned()));
    group.closes_topic(topic);
    for fields in &fields {
        let closed = refused(&api, "sendMessage", sends(fields)).await;
        assert_eq!(closed, (400, "Bad Request: TOPIC_CLOSED".to_owned()));
    }
    group.promotes_bot();
    granted(&api, "sendMessage", sends(&fields[0])).await;
}
