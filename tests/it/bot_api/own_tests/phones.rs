//! What people see, and waiting for it.

use serde_json::json;

use super::{super::BotApi, client::granted};

#[tokio::test]
async fn a_chat_reads_from_top_to_bottom() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", Some("nl"));
    anna.says("/start");
    let buttons = json!({ "inline_keyboard": [
        [{ "text": "Ja", "callback_data": "y" }, { "text": "Nee", "callback_data": "n" }],
        [{ "text": "Kopieer", "copy_text": { "text": "06" } }],
    ] });
    let sent = json!({
        "chat_id": anna.id(), "text": "Hoi <b>Anna</b>\nBegin?", "parse_mode": "HTML", "reply_markup": buttons,
    });
    let id = granted(&api, "sendMessage", sent).await["message_id"].clone();
    granted(&api, "pinChatMessage", json!({ "chat_id": anna.id(), "message_id": id })).await;
    anna.shares_contact("Piet", "+316", None, None);
    let page = api.print_chat(&anna);
    let expected = format!(
        "== Anna (Private chat {}, bot: Member)\n   101 Anna:\n         /start\n   102 bot: (pinned)\n         \
         Hoi Anna\n         Begin?\n         [Ja] [Nee]\n         [Kopieer]\n   103 bot: (silent)\n         \
         <pinned_message>\n   104 Anna:\n         <contact Piet +316>\n",
        anna.id()
    );
    assert_eq!(page, expected);
    assert_eq!(anna.last_from_bot().expect("shown").buttons[1][0].copies.as_deref(), Some("06"));
}

#[tokio::test]
async fn waiting_wakes_up_for_new_messages_and_for_edits() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    let mark = anna.mark();
    let wait = anna.heard_after(mark, |chat| chat.len() > 1);
    let (chat, message) =
        tokio::join!(wait, granted(&api, "sendMessage", json!({ "chat_id": anna.id(), "text": "een" })));
    assert_eq!(chat[1].text, "een");
    let mark = anna.mark();
    let edit = json!({ "chat_id": anna.id(), "message_id": message["message_id"], "text": "twee" });
    let wait = anna.heard_after(mark, |_| true);
    let (chat, _) = tokio::join!(wait, granted(&api, "editMessageText", edit));
    assert!(chat[1].text == "twee" && chat[1].edited);
    anna.hears(|chat| chat.len() == 2).await;
}

#[tokio::test]
async fn a_lean_server_tells_listeners_and_keeps_little() {
    let api = BotApi::lean().await;
    let anna = api.person("Anna", None);
    let mut heard = anna.listens();
    anna.says("/start");
    let markup = json!({ "inline_keyboard": [[{ "text": "Ja", "callback_data": "y" }]] });
    for number in 0..20 {
        let sent = json!({ "chat_id": anna.id(), "text": format!("<b>{number}"), "reply_markup": markup });
        granted(&api, "sendMessage", sent).await;
        let news = heard.recv().await.expect("news");
        assert_eq!((news.text, news.buttons[0][0].data.as_deref()), (format!("<b>{number}"), Some("y")));
        anna.taps("Ja").expect("a button");
    }
    assert!(anna.chat().len() < 10);
    assert!(api.calls().is_empty() && api.call_count() == 20);
}
