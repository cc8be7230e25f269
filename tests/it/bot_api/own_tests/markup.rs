//! `parse_mode` HTML, trimming, lengths and keyboards, held against Telegram's own wording.

use serde_json::{Value, json};

use super::{
    super::{BotApi, Person},
    client::{granted, refused},
};

async fn start() -> (BotApi, Person) {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    (api, anna)
}

#[tokio::test]
async fn html_becomes_text_and_entities() {
    let (api, anna) = start().await;
    for (markup, text, html) in [
        ("<b>a</b> &lt;b&gt; &amp;&quot;", "a <b> &\"", "<b>a</b> &lt;b&gt; &amp;\""),
        ("&#233; &#x1F600; &nbsp; &apos; &", "é 😀 &nbsp; &apos; &", "é 😀 &amp;nbsp; &amp;apos; &amp;"),
        ("<strong>a</strong><b>b</b><em>c</em>", "abc", "<b>ab</b><i>c</i>"),
        ("<b>a<i>b</i></b><u>c</u><ins>d</ins>", "abcd", "<b>a<i>b</i></b><u>cd</u>"),
        ("<s>a</s>-<strike>b</strike>-<del>c</del>", "a-b-c", "<s>a</s>-<s>b</s>-<s>c</s>"),
        (
            "<tg-spoiler>a</tg-spoiler> <span class=\"tg-spoiler\">b</span>",
            "a b",
            "<tg-spoiler>a</tg-spoiler> <tg-spoiler>b</tg-spoiler>",
        ),
        ("<B>a</b><b>c</>", "ac", "<b>ac</b>"),
        ("<code>x <b>y</b></code>", "x y", "<code>x y</code>"),
        ("<pre><code class=\"language-rust\">fn</code></pre>", "fn", "<pre class=\"language-rust\">fn</pre>"),
        ("<blockquote expandable>q</blockquote>", "q", "<blockquote expandable>q</blockquote>"),
        ("<a href='https://noodplan.nl'>site</a>", "site", "<a href=\"https://noodplan.nl/\">site</a>"),
        ("<a href=\"tel:+31612345678\">bel</a> nu", "bel nu", "bel nu"),
        ("😀<b>b</b>", "😀b", "😀<b>b</b>"),
        (" \n a \t\r\n <b> b </b> \n", "a  \n  b", "a  \n <b> b</b>"),
        ("<b></b>x", "x", "x"),
    ] {
        let sent = json!({ "chat_id": anna.id(), "text": markup, "parse_mode": "HTML" });
        let message = granted(&api, "sendMessage", sent).await;
        assert_eq!(message["text"], text, "{markup}");
        assert_eq!(anna.last_from_bot().expect("a message").html, html, "{markup}");
    }
}

#[tokio::test]
async fn broken_html_is_refused_in_telegrams_words() {
    let (api, anna) = start().await;
    for (markup, complaint) in [
        ("0123456789é<x>", "Unsupported start tag \"x\" at byte offset 12"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("<b>Jan</i>", "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<br/>", "Unsupported start tag \"br/\" at byte offset 0"),
        ("<span class=\"x\">a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<a href=\"x\"y\">a</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<a href=x_y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<a href=\"x>a</a>", "Unclosed start tag at byte offset 0"),
        ("<a href>a</a", "Unclosed end tag at byte offset 9"),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
    ] {
        let sent = json!({ "chat_id": anna.id(), "text": markup, "parse_mode": "HTML" });
        let expected = format!("Bad Request: can't parse entities: {complaint}");
        assert_eq!(refused(&api, "sendMessage", sent).await, (400, expected), "{markup}");
    }
    assert_eq!(anna.chat().len(), 1, "nothing was sent");
}

#[tokio::test]
async fn lengths_count_after_parsing_and_in_utf16() {
    let (api, anna) = start().await;
    let send = |text: String| json!({ "chat_id": anna.id(), "text": text, "parse_mode": "HTML" });
    let bold = "<b>a</b> ".repeat(2048);
    granted(&api, "sendMessage", send(bold)).await;
    granted(&api, "sendMessage", send("é".repeat(4096))).await;
    granted(&api, "sendMessage", send("😀".repeat(2048))).await;
    for (text, reason) in [
        ("😀".repeat(2049), "message is too long"),
        ("a".repeat(4097), "message is too long"),
        ("é".repeat(16_385), "text is too long"),
        (String::new(), "message text is empty"),
        (" \n\t".to_owned(), "text must be non-empty"),
        ("<b> </b>\u{200b}".to_owned(), "text must be non-empty"),
    ] {
        let expected = (400, format!("Bad Request: {reason}"));
        assert_eq!(refused(&api, "sendMessage", send(text)).await, expected);
    }
    let unknown = json!({ "chat_id": anna.id(), "text": "x", "parse_mode": "BBCode" });
    assert_eq!(refused(&api, "sendMessage", unknown).await.1, "Bad Request: unsupported parse_mode");
    let null = json!({ "chat_id": anna.id(), "text": "x", "parse_mode": null });
    assert_eq!(refused(&api, "sendMessage", null).await.1, "Bad Request: unsupported parse_mode");
}

#[tokio::test]
async fn entities_may_be_given_and_others_are_found() {
    let (api, anna) = start().await;
    let text = "  😀 /help en info@noodplan.nl, zie https://noodplan.nl. @anna #plan";
    let entities = json!([{ "type": "bold", "offset": 5, "length": 5 }]);
    let sent = json!({ "chat_id": anna.id(), "text": text, "entities": entities });
    let message = granted(&api, "sendMessage", sent).await;
    let found: Vec<(&str, u64)> = message["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .map(|entity| {
            (entity["type"].as_str().unwrap_or_default(), entity["offset"].as_u64().unwrap_or_default())
        })
        .collect();
    let expected =
        [("bot_command", 3), ("bold", 3), ("email", 12), ("url", 34), ("mention", 55), ("hashtag", 61)];
    assert_eq!(found, expected);
    let torn = json!({
        "chat_id": anna.id(), "text": "😀", "entities": [{ "type": "bold", "offset": 1, "length": 1 }],
    });
    assert!(refused(&api, "sendMessage", torn).await.1.contains("middle of a UTF-16 symbol"));
}

async fn with_button(api: &BotApi, anna: &Person, button: Value) -> Result<Value, String> {
    let markup = json!({ "inline_keyboard": [[button]] });
    let sent = json!({ "chat_id": anna.id(), "text": "x", "reply_markup": markup });
    let reply = super::client::call(api, "sendMessage", sent).await;
    if reply.status == 200 { Ok(reply.granted()) } else { Err(reply.refusal().1) }
}

#[tokio::test]
async fn inline_buttons() {
    let (api, anna) = start().await;
    for good in [
        json!({ "text": "a", "callback_data": "é".repeat(32) }),
        json!({ "text": "a", "copy_text": { "text": "c".repeat(256) } }),
        json!({ "text": "a", "url": "https://noodplan.nl/x" }),
    ] {
        let message = with_button(&api, &anna, good.clone()).await.expect("a good button");
        assert_eq!(message["reply_markup"]["inline_keyboard"][0][0], good);
    }
    let syntax = "Bad Request: can't parse inline keyboard button: ";
    for (bad, reason) in [
        (
            json!({ "text": "a", "callback_data": "é".repeat(33) }),
            "Bad Request: BUTTON_DATA_INVALID".to_owned(),
        ),
        (
            json!({ "text": "a", "callback_data": "" }),
            format!("{syntax}Text buttons are unallowed in the inline keyboard"),
        ),
        (json!({ "callback_data": "x" }), format!("{syntax}Can't find field \"text\"")),
        (
            json!({ "text": " ", "callback_data": "x" }),
            "Bad Request: inline keyboard button text must be non-empty".to_owned(),
        ),
        (
            json!({ "text": "a", "copy_text": { "text": "c".repeat(257) } }),
            "Bad Request: BUTTON_COPY_TEXT_INVALID".to_owned(),
        ),
    ] {
        assert_eq!(with_button(&api, &anna, bad).await, Err(reason));
    }
    let call = with_button(&api, &anna, json!({ "text": "bel", "url": "tel:+31612345678" })).await;
    assert!(call.expect_err("no tel: in buttons").contains("is invalid"));
}

#[tokio::test]
async fn keyboards() {
    let (api, anna) = start().await;
    let send = |markup: Value| json!({ "chat_id": anna.id(), "text": "x", "reply_markup": markup });
    let row = vec![json!({ "text": "a", "callback_data": "x" }); 101];
    assert_eq!(
        refused(&api, "sendMessage", send(json!({ "inline_keyboard": [row] }))).await.1,
        "Bad Request: reply markup is too long"
    );
    assert_eq!(
        refused(&api, "sendMessage", send(json!(null))).await.1,
        "Bad Request: object expected as reply markup"
    );
    let none = granted(&api, "sendMessage", send(json!({ "inline_keyboard": [[], []] }))).await;
    assert!(none.get("reply_markup").is_none());

    let keyboard = json!({ "keyboard": [[{ "text": "Deel nummer", "request_contact": true }, "Nee"]] });
    let asked = granted(&api, "sendMessage", send(keyboard.clone())).await;
    assert!(asked.get("reply_markup").is_none(), "only inline keyboards come back");
    anna.presses("Deel nummer").expect("the key is there");
    assert_eq!(anna.chat().last().and_then(|shown| shown.contact.clone()?.user_id), Some(anna.id()));
    let edit = json!({ "chat_id": anna.id(), "message_id": asked["message_id"], "text": "y" });
    assert_eq!(
        refused(&api, "editMessageText", edit).await.1,
        "Bad Request: message can't be edited",
        "a message with a reply keyboard"
    );
    granted(&api, "sendMessage", send(json!({ "remove_keyboard": true }))).await;
    assert_eq!(anna.reply_keyboard(), None);
    let group = api.group("Team", &[&anna]);
    let asked = json!({ "chat_id": group.id(), "text": "x", "reply_markup": keyboard });
    assert_eq!(
        refused(&api, "sendMessage", asked).await.1,
        "Bad Request: phone number can be requested in private chats only"
    );
}
