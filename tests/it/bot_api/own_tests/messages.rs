//! Sending, editing, deleting, pinning, answering, files.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    super::{BotApi, Person, TOKEN},
    client::{call, granted, ids, post_to, refused, updates},
};

async fn start() -> (BotApi, Person) {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    (api, anna)
}

fn keyboard(label: &str) -> Value {
    json!({ "inline_keyboard": [[{ "text": label, "callback_data": "d" }]] })
}

#[tokio::test]
async fn a_sent_message_comes_back_whole() {
    let (api, anna) = start().await;
    let sent = json!({
        "chat_id": anna.id().to_string(), "text": "Hoi", "disable_notification": true,
        "protect_content": true, "link_preview_options": { "is_disabled": true },
        "reply_parameters": { "message_id": anna.chat()[0].message_id },
        "reply_markup": keyboard("Ja").to_string(),
    });
    let message = granted(&api, "sendMessage", sent).await;
    assert_eq!(message["from"]["is_bot"], true);
    assert_eq!(message["chat"], json!({ "id": anna.id(), "type": "private", "first_name": "Anna" }));
    assert!(message["date"].as_i64().is_some_and(|date| date > 1_700_000_000));
    assert_eq!(message["reply_to_message"]["text"], "/start");
    assert_eq!(message["has_protected_content"], true);
    assert_eq!(message["link_preview_options"]["is_disabled"], true);
    let shown = anna.last_from_bot().expect("shown");
    assert!(shown.silent && shown.protected && !shown.edited && shown.labels() == ["Ja"]);
    let missing = json!({ "chat_id": anna.id(), "text": "x", "reply_parameters": { "message_id": 4 } });
    assert_eq!(refused(&api, "sendMessage", missing).await.1, "Bad Request: message to be replied not found");
}

#[tokio::test]
async fn editing() {
    let (api, anna) = start().await;
    let sent = json!({ "chat_id": anna.id(), "text": "Vraag 1", "reply_markup": keyboard("Ja") });
    let id = granted(&api, "sendMessage", sent).await["message_id"].clone();
    let edit = |text: &str, markup: Value| {
        let mut params = json!({ "chat_id": anna.id(), "message_id": id, "text": text });
        if !markup.is_null() {
            params["reply_markup"] = markup;
        }
        params
    };
    let (code, reason) = refused(&api, "editMessageText", edit("Vraag 1", keyboard("Ja"))).await;
    let same = "Bad Request: message is not modified: specified new message content and reply markup are \
                exactly the same as a current content and reply markup of the message";
    assert_eq!((code, reason.as_str()), (400, same));
    granted(&api, "editMessageText", edit("Vraag 1", keyboard("Nee"))).await;
    let bare = granted(&api, "editMessageText", edit("Vraag 1", Value::Null)).await;
    assert!(bare.get("reply_markup").is_none(), "an edit without a keyboard takes it away");
    assert!(bare["edit_date"].is_i64());
    let only = |markup| json!({ "chat_id": anna.id(), "message_id": id, "reply_markup": markup });
    granted(&api, "editMessageReplyMarkup", only(keyboard("Ja"))).await;
    assert_eq!(refused(&api, "editMessageReplyMarkup", only(keyboard("Ja"))).await.1, same);
    assert_eq!(
        refused(&api, "editMessageText", edit(&"a".repeat(4097), Value::Null)).await.1,
        "Bad Request: MESSAGE_TOO_LONG"
    );
    let force = edit("y", json!({ "force_reply": true }));
    assert_eq!(refused(&api, "editMessageText", force).await.1, "Bad Request: inline keyboard expected");
    let theirs = json!({ "chat_id": anna.id(), "message_id": anna.chat()[0].message_id, "text": "x" });
    assert_eq!(refused(&api, "editMessageText", theirs).await.1, "Bad Request: message can't be edited");
    let missing = json!({ "chat_id": anna.id(), "message_id": 9999, "text": "x" });
    assert_eq!(refused(&api, "editMessageText", missing).await.1, "Bad Request: message to edit not found");
    let nameless = json!({ "text": "x" });
    let reason = refused(&api, "editMessageText", nameless).await.1;
    assert_eq!(reason, "Bad Request: message identifier is not specified");
}

#[tokio::test]
async fn deleting() {
    let (api, anna) = start().await;
    let sent = json!({ "chat_id": anna.id(), "text": "weg" });
    let id = granted(&api, "sendMessage", sent.clone()).await["message_id"].clone();
    let delete = |id: &Value| json!({ "chat_id": anna.id(), "message_id": id });
    granted(&api, "deleteMessage", delete(&id)).await;
    assert_eq!(
        refused(&api, "deleteMessage", delete(&id)).await.1,
        "Bad Request: message to delete not found"
    );
    let old = granted(&api, "sendMessage", sent).await["message_id"].clone();
    api.time_passes(TimeDelta::hours(49));
    assert_eq!(
        refused(&api, "deleteMessage", delete(&old)).await.1,
        "Bad Request: message can't be deleted for everyone"
    );
    assert_eq!(anna.chat().len(), 2);
}

#[tokio::test]
async fn a_tap_is_answered_once_and_in_time() {
    let (api, anna) = start().await;
    let sent = json!({ "chat_id": anna.id(), "text": "Akkoord?", "reply_markup": keyboard("Akkoord") });
    let id = granted(&api, "sendMessage", sent).await["message_id"].as_i64().expect("an id");
    assert!(anna.taps("Nee").expect_err("no such button").contains("Akkoord"));
    let query = anna.taps("Akkoord").expect("the button is there");
    let update = updates(&api, json!({ "offset": -1 })).await.remove(0);
    assert_eq!(update["callback_query"]["data"], "d");
    assert_eq!(update["callback_query"]["message"]["message_id"], id);
    assert_eq!(api.unanswered_callbacks(), std::slice::from_ref(&query));
    let answer = |id: &str, text: &str| json!({ "callback_query_id": id, "text": text });
    assert_eq!(
        refused(&api, "answerCallbackQuery", answer(&query, &"a".repeat(201))).await.1,
        "Bad Request: MESSAGE_TOO_LONG"
    );
    granted(&api, "answerCallbackQuery", answer(&query, "Bewaard")).await;
    assert_eq!(anna.toasts()[0].text, "Bewaard");
    assert!(api.unanswered_callbacks().is_empty());
    let late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(refused(&api, "answerCallbackQuery", answer(&query, "")).await.1, late);
    assert_eq!(refused(&api, "answerCallbackQuery", answer("17", "")).await.1, late);
    api.set_callback_lifetime(TimeDelta::seconds(10));
    let query = anna.taps("Akkoord").expect("the button is there");
    api.time_passes(TimeDelta::seconds(11));
    assert_eq!(refused(&api, "answerCallbackQuery", answer(&query, "")).await.1, late);

    let strip = json!({ "chat_id": anna.id(), "message_id": id });
    granted(&api, "editMessageReplyMarkup", strip.clone()).await;
    anna.taps("Akkoord").expect_err("the keyboard is gone");
    anna.taps_old(id, "Akkoord").expect("but a slow phone still shows it");
    granted(&api, "deleteMessage", strip).await;
    anna.calls_back(id, "forged");
    let last = updates(&api, json!({ "offset": -1 })).await.remove(0);
    assert_eq!(last["callback_query"]["message"]["date"], 0, "an inaccessible message");
    assert_eq!(last["callback_query"]["data"], "forged");
}

#[tokio::test]
async fn a_pin_comes_back_as_an_update_from_the_bot() {
    let (api, anna) = start().await;
    let sent = json!({ "chat_id": anna.id(), "text": "Plan" });
    let id = granted(&api, "sendMessage", sent).await["message_id"].clone();
    granted(&api, "pinChatMessage", json!({ "chat_id": anna.id(), "message_id": id })).await;
    assert!(anna.last_from_bot().expect("the plan").pinned);
    let update = updates(&api, json!({ "offset": -1 })).await.remove(0);
    assert_eq!(update["message"]["pinned_message"]["message_id"], id);
    assert_eq!(update["message"]["from"]["is_bot"], true);
    assert_eq!(anna.chat().last().expect("a note").service.as_deref(), Some("pinned_message"));
    let chat = granted(&api, "getChat", json!({ "chat_id": anna.id() })).await;
    assert_eq!(chat["pinned_message"]["text"], "Plan");
    granted(&api, "unpinChatMessage", json!({ "chat_id": anna.id() })).await;
    let reason = refused(&api, "unpinChatMessage", json!({ "chat_id": anna.id() })).await.1;
    assert_eq!(reason, "Bad Request: message to unpin not found");
    granted(&api, "unpinAllChatMessages", json!({ "chat_id": anna.id() })).await;
    let reason = refused(&api, "pinChatMessage", json!({ "chat_id": anna.id(), "message_id": 1 })).await.1;
    assert_eq!(reason, "Bad Request: message to pin not found");
}

#[tokio::test]
async fn contacts_and_what_people_send() {
    let (api, anna) = start().await;
    let card =
        json!({ "chat_id": anna.id(), "phone_number": "+31 6 1234", "first_name": "Piet", "vcard": "V" });
    granted(&api, "sendContact", card).await;
    let contact = anna.last_from_bot().expect("shown").contact.expect("a card");
    assert_eq!((contact.first_name.as_str(), contact.phone_number.as_str()), ("Piet", "+31 6 1234"));
    let long =
        json!({ "chat_id": anna.id(), "phone_number": "1", "first_name": "P", "vcard": "v".repeat(2049) });
    assert_eq!(refused(&api, "sendContact", long).await.0, 400);
    anna.shares_contact("Piet", "+316", Some("BEGIN:VCARD"), Some(12));
    anna.sends_raw(json!({ "location": { "latitude": 52.1, "longitude": 4.3 } }));
    let said = anna.says("teh");
    anna.edits(said, "the");
    let kinds = updates(&api, json!({ "offset": -4 })).await;
    assert_eq!(kinds[0]["message"]["contact"]["user_id"], 12);
    assert_eq!(kinds[1]["message"]["location"]["latitude"], 52.1);
    assert_eq!(kinds[3]["edited_message"]["text"], "the");
    assert!(kinds[3]["edited_message"]["edit_date"].is_i64());
}

#[tokio::test]
async fn files_go_both_ways() {
    let (api, anna) = start().await;
    anna.sends_document("plan.json", b"{}".as_slice(), "application/json");
    let update = updates(&api, json!({ "offset": -1 })).await.remove(0);
    let file_id = update["message"]["document"]["file_id"].clone();
    let file = granted(&api, "getFile", json!({ "file_id": file_id })).await;
    let path = format!("/file/bot{TOKEN}/{}", file["file_path"].as_str().unwrap_or_default());
    assert_eq!(post_to(&api, &path, "text/plain", b"").await.expect("the file").text, "{}");
    assert_eq!(refused(&api, "getFile", json!({ "file_id": "x" })).await.1, "Bad Request: invalid file_id");

    let form = format!(
        "--X\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n{}\r\n--X\r\nContent-Disposition: \
         form-data; name=\"document\"\r\n\r\nattach://d\r\n--X\r\nContent-Disposition: form-data; \
         name=\"caption\"\r\n\r\nUw plan\r\n--X\r\nContent-Disposition: form-data; name=\"d\"; \
         filename=\"plan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--X--\r\n",
        anna.id()
    );
    let path = format!("/bot{TOKEN}/sendDocument");
    let kind = "multipart/form-data; boundary=X";
    let message = post_to(&api, &path, kind, form.as_bytes()).await.expect("an answer").granted();
    assert_eq!(message["document"]["file_name"], "plan.pdf");
    let shown = anna.last_from_bot().expect("shown");
    let file = shown.attachment.expect("a file");
    assert_eq!((file.bytes.as_ref(), shown.text.as_str()), (b"%PDF".as_slice(), "Uw plan"));
    let again = json!({ "chat_id": anna.id(), "document": file.file_id, "caption": "x".repeat(1025) });
    assert_eq!(refused(&api, "sendDocument", again).await.1, "Bad Request: message caption is too long");
    let again = json!({ "chat_id": anna.id(), "document": file.file_id });
    granted(&api, "sendDocument", again).await;
    let photo = refused(&api, "sendPhoto", json!({ "chat_id": anna.id(), "photo": "x" })).await.1;
    assert_eq!(photo, "Bad Request: wrong file identifier/HTTP URL specified");
    let mut odd = api.description_violations();
    odd.retain(|violation| !violation.problem.contains("1025 characters"));
    assert!(odd.is_empty(), "{odd:?}");
}

#[tokio::test]
async fn tokens_methods_and_forms() {
    let (api, anna) = start().await;
    let wrong = post_to(&api, "/bot1:wrong/getMe", "application/json", b"{}").await.expect("an answer");
    assert_eq!(wrong.text, r#"{"description":"Unauthorized","error_code":401,"ok":false}"#);
    assert_eq!(refused(&api, "getMee", json!({})).await, (404, "Not Found: method not found".to_owned()));
    assert_eq!(granted(&api, "GETME", json!({})).await["can_join_groups"], true);
    let path = format!("/bot{TOKEN}/sendMessage?chat_id={}", anna.id());
    let kind = "application/x-www-form-urlencoded";
    let sent = post_to(&api, &path, kind, b"text=een+twee%20%E2%82%AC").await.expect("an answer");
    assert_eq!(sent.granted()["text"], "een twee €");
    let broken = post_to(&api, &path, "application/json", b"[]").await.expect("an answer");
    assert_eq!(broken.refusal().1, "Bad Request: JSON object expected");
    assert_eq!(
        call(&api, "sendMessage", json!({ "text": "x" })).await.refusal().1,
        "Bad Request: chat_id is empty"
    );
    assert_eq!(ids(&api.pending_updates()).len(), 1);
}
