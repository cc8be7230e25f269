//! Everything that is no plain text still gets a helpful line; groups get as little as possible.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use noodplan::channel::telegram::Pauses;
use serde_json::json;

use super::desk::{Desk, last, says};
use crate::bot_api::BotApi;

#[tokio::test]
async fn every_kind_of_message_gets_a_line_that_fits_it() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let file = json!({ "file_id": "a", "file_unique_id": "b" });
    let kinds = [
        (json!({ "voice": { "file_id": "a", "file_unique_id": "b", "duration": 3 } }), "gesproken berichten"),
        (json!({ "audio": file }), "gesproken berichten"),
        (json!({ "photo": [{ "file_id": "a", "file_unique_id": "b", "width": 9, "height": 9 }] }), "foto"),
        (json!({ "live_photo": file }), "foto"),
        (json!({ "video": file }), "filmpje"),
        (json!({ "video_note": file }), "filmpje"),
        (json!({ "animation": file, "document": file }), "filmpje"),
        (json!({ "location": { "latitude": 52.1, "longitude": 4.3 } }), "locatie"),
        (json!({ "venue": { "title": "De zaak" }, "location": { "latitude": 52.1 } }), "locatie"),
        (json!({ "document": file }), "bestand"),
        (json!({ "sticker": file }), "Dit kan ik niet lezen"),
        (json!({ "poll": { "id": "1" } }), "Dit kan ik niet lezen"),
        (json!({ "dice": { "emoji": "🎲", "value": 3 } }), "Dit kan ik niet lezen"),
        (json!({ "paid_media": { "star_count": 5, "paid_media": [] } }), "Dit kan ik niet lezen"),
        (json!({ "story": { "id": 1 } }), "Dit kan ik niet lezen"),
        (json!({ "giveaway": { "winner_count": 1 } }), "Dit kan ik niet lezen"),
        (json!({ "checklist": { "title": "Morgen", "tasks": [] } }), "Dit kan ik niet lezen"),
        (json!({ "gift": { "gift": { "id": "1" } } }), "Dit kan ik niet lezen"),
        (json!({ "unique_gift": { "origin": "transfer" } }), "Dit kan ik niet lezen"),
        (json!({ "game": { "title": "Slang" } }), "Dit kan ik niet lezen"),
        (json!({ "rich_message": { "blocks": [] } }), "Dit kan ik niet lezen"),
        (json!({ "hologram": { "of": "a kind that nobody knows yet" } }), "Dit kan ik niet lezen"),
    ];
    let answers = kinds.len();
    for (fields, wanted) in kinds {
        let mark = anna.mark();
        anna.sends_raw(fields);
        anna.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains(wanted))).await;
    }
    anna.hears(|chat| chat.iter().filter(|shown| shown.from_bot).count() == 1 + answers).await;
    desk.close().await;
}

#[tokio::test]
async fn an_album_gets_one_line_and_a_cry_for_help_in_it_is_heard() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let photo = json!([{ "file_id": "a", "file_unique_id": "b", "width": 9, "height": 9 }]);
    for _ in 0..10 {
        anna.sends_raw(json!({ "photo": photo, "media_group_id": "13" }));
    }
    says(&anna, "ja", "Is er nu iets mis").await;
    anna.sends_raw(json!({ "photo": photo, "media_group_id": "13", "caption": "/noodplan" }));
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    let lines = anna.chat().iter().filter(|shown| shown.from_bot && shown.text.contains("foto")).count();
    assert_eq!(lines, 1, "{}", desk.api.print_chat(&anna));
    desk.close().await;
}

#[tokio::test]
async fn what_is_forwarded_counts_as_what_it_says() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let origin = json!({ "type": "hidden_user", "sender_user_name": "Piet", "date": 1 });
    anna.sends_raw(json!({ "text": "/noodplan", "forward_origin": origin }));
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_cry_for_help_under_a_picture_is_heard() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let photo = json!([{ "file_id": "a", "file_unique_id": "b", "width": 9, "height": 9 }]);
    anna.sends_raw(json!({ "photo": photo, "caption": "/noodplan" }));
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_changed_message_answers_nothing_unless_it_is_a_command() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    for (words, wanted) in [("/start", "In vijf minuten"), ("ja", "iets mis"), ("nee", "Hoe heet je bedrijf")]
    {
        says(&anna, words, wanted).await;
    }
    let typed = anna.says("Bakkerij Jansn");
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Met hoeveel mensen"))).await;
    let mark = anna.mark();
    anna.edits(typed, "Bakkerij Jansen");
    let chat =
        anna.heard_after(mark, |chat| last(chat).unwrap().text.contains("verandert je antwoord niet")).await;
    assert!(last(&chat).unwrap().text.contains("Met hoeveel mensen"), "the question is still there");
    anna.edits(typed, "/noodplan");
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN Bakkerij Jansn"))).await;
    desk.close().await;
}

#[tokio::test]
async fn updates_that_nobody_can_parse_are_answered_where_chat_and_text_can_be_read() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let (chat, from) =
        (json!({ "id": anna.id(), "type": "private" }), json!({ "id": anna.id(), "language_code": "nl" }));
    let answered = async |fields: serde_json::Value, wanted: &str| {
        let mark = anna.mark();
        desk.api.deliver_raw(fields);
        anna.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains(wanted))).await;
    };
    let (greeting, plan) = ("In vijf minuten", "NOODPLAN");
    answered(json!({ "message": { "chat": chat, "from": "?", "text": "hoi", "date": "?" } }), greeting).await;
    let no_text = json!({ "message": { "chat": chat, "from": from, "text": { "x": 1 } } });
    answered(no_text, "Dit kan ik niet lezen").await;
    answered(json!({ "thought": { "chat": chat, "from": from, "text": "/noodplan" } }), plan).await;
    // What cannot be read at all is passed over, and what comes after it is heard.
    for nonsense in
        [json!({ "message": "?" }), json!({ "message": { "chat": {} } }), json!({}), json!({ "x": [1] })]
    {
        desk.api.deliver_raw(nonsense);
    }
    says(&anna, "/noodplan", plan).await;
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn half_a_letter_and_what_is_too_deep_cost_nothing_else() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let chat = json!({ "id": anna.id(), "type": "private" });
    let said = |text: &str| {
        format!(r#""message":{{"chat":{chat},"from":{{"id":{}}},"date":1,"text":"{text}"}}"#, anna.id())
    };
    for text in [r"/noodplan \ud83d", r"/noodplan \udd25 \ud83d\ude80", r#"/noodplan \ud83dx \"\\"#] {
        let mark = anna.mark();
        desk.api.deliver_as_written(&said(text));
        anna.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    }
    let deep = format!(r#""thought":{}{}"#, "[".repeat(300), "]".repeat(300));
    desk.api.deliver_as_written(&deep);
    says(&anna, "/noodplan", "NOODPLAN").await;
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn what_has_no_id_is_not_asked_for_again_before_the_pause_is_over() {
    let mut desk = Desk::closed().await;
    let hour = Duration::from_secs(3_600);
    desk.pauses = Pauses { first: hour, longest: hour, ..desk.pauses };
    desk.api.deliver_nameless(r#"{"message":"?"}"#);
    assert_eq!(desk.polls_during_set_up().await, 1);
    desk.close().await;
}

#[tokio::test]
async fn who_writes_after_what_has_no_id_is_heard() {
    let desk = Desk::open().await;
    desk.api.until(BotApi::is_polled).await;
    desk.api.deliver_nameless(r#"{"message":"?"}"#);
    let polls = desk.api.calls_of("getUpdates").len();
    desk.api.until(|api| api.calls_of("getUpdates").len() > polls + 3).await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/noodplan", "NOODPLAN").await;
    desk.close().await;
}

#[tokio::test]
async fn a_cry_for_help_beside_what_cannot_be_read_is_answered_also_when_nothing_can_be_written() {
    let mut desk = Desk::closed().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.deliver_raw(json!({ "message": "?" }));
    anna.says("/noodplan");
    let trouble = Arc::clone(&desk.trouble);
    let flags = [&trouble.receive_fails, &trouble.commit_fails];
    flags.iter().for_each(|flag| flag.store(true, Ordering::SeqCst));
    desk.start().await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    flags.iter().for_each(|flag| flag.store(false, Ordering::SeqCst));
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    assert_eq!(anna.chat().iter().filter(|shown| shown.text.contains("NOODPLAN")).count(), 1);
    desk.close().await;
}

#[tokio::test]
async fn a_tap_with_made_up_data_or_without_a_message_is_answered() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    for data in ["", "!", "!!", "00000000.yes", "<b>", "x".repeat(64).as_str()] {
        let mark = anna.mark();
        anna.calls_back(999_999, data);
        anna.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten")))
            .await;
    }
    desk.api.until(|api| api.unanswered_callbacks().is_empty()).await;
    // The message that was tapped never was: taking its buttons off is refused, and that harms nobody.
    let mut desk = desk;
    desk.stop().await;
    assert!(
        desk.api.refused().iter().all(|call| call.is("editMessageReplyMarkup") || call.is("editMessageText"))
    );
}

#[tokio::test]
async fn in_a_group_the_bot_says_where_it_works_and_nothing_else() {
    let desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("en")));
    let group = desk.api.group("Team", &[&anna, &piet]);
    desk.api.set_privacy_mode(false);
    desk.api.until(|api| !api.calls_of("setMyCommands").is_empty()).await;
    group.says(&anna, "noodplan");
    group.says(&anna, "/noodplan@another_bot");
    group.says(&anna, "/weather");
    group.sends_raw(&anna, json!({ "voice": { "file_id": "a", "file_unique_id": "b", "duration": 3 } }));
    group.gains(&piet);
    group.says(&anna, "/menu@noodplan_test_bot");
    group.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("privégesprek"))).await;
    desk.a_minute_passes();
    group.says(&piet, "/help");
    let chat = group.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("private chat"))).await;
    let lines = chat.iter().filter(|shown| shown.from_bot && shown.service.is_none());
    assert!(lines.clone().all(|shown| shown.silent), "nobody is woken up");
    assert_eq!(lines.count(), 2, "{}", desk.api.print_chat_id(group.id()));
    let _supergroup = group.migrate();
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}
