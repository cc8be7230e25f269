//! Raw updates and what they mean, without a server.

use chrono::{DateTime, Utc};
use noodplan::{
    channel::telegram::updates::{Meaning, Said, Tapped, read},
    dialogue::input::{InGroup, Media, Raw},
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn meaning(fields: Value) -> Meaning {
    let mut update = json!({ "update_id": 7 });
    update.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let update = read(&update.to_string(), DateTime::UNIX_EPOCH, Some("our_bot")).unwrap();
    assert_eq!(update.id, 7);
    update.meaning
}

fn said(fields: Value) -> Said {
    match meaning(fields) {
        Meaning::Said(said) => *said,
        other => panic!("{other:?}"),
    }
}

fn chat() -> Value {
    json!({ "id": 42, "type": "private", "first_name": "Anna" })
}

fn from() -> Value {
    json!({ "id": 42, "is_bot": false, "first_name": "Anna", "last_name": "Jansen", "language_code": "nl-BE" })
}

fn message(mut fields: Value) -> Value {
    let usual = json!({ "message_id": 3, "date": 1_700_000_000, "chat": chat(), "from": from() });
    fields.as_object_mut().unwrap().extend(usual.as_object().unwrap().clone());
    fields
}

#[test]
fn a_text_says_who_where_and_what() {
    let said = said(json!({ "message": message(json!({ "text": "h\u{0}oi \"<b>\" 🥖" })) }));
    assert_eq!((said.chat, said.tapped), (42, None));
    let heard = said.incoming;
    assert_eq!(heard.conversation.address.as_str(), "42");
    assert_eq!((heard.event.as_str(), heard.language_tag.as_deref()), ("7", Some("nl-BE")));
    assert_eq!(heard.name.as_deref().map(String::as_str), Some("Anna Jansen"));
    assert_eq!(heard.raw, Raw::Text("h\u{0}oi \"<b>\" 🥖".into()));
}

#[test]
fn a_deep_link_carries_a_code_and_nothing_else() {
    let heard = |text: &str| said(json!({ "message": message(json!({ "text": text })) })).incoming.raw;
    let longest = format!("/start {}", "x".repeat(64));
    for text in ["/start", "/start AbC_123-x", longest.as_str(), "/startle me", "start x y"] {
        assert_eq!(heard(text), Raw::Text(text.into()));
    }
    for text in ["/start x y", "/start <b>", "/start ../x", "/start é", &format!("{longest}x")] {
        assert_eq!(heard(text), Raw::Text("/start".into()), "{text}");
    }
}

#[test]
fn a_tap_names_its_button_and_its_message() {
    let card = message(json!({ "text": "?", "reply_markup": { "inline_keyboard": [] } }));
    for (data, replaceable) in [("1f2e3d4c.c.yes", true), ("!1f2e3d4c.c.yes", false)] {
        let query =
            json!({ "id": "99", "from": from(), "message": card, "chat_instance": "1", "data": data });
        let tap = said(json!({ "callback_query": query }));
        assert_eq!(tap.incoming.raw, Raw::Tap("1f2e3d4c.c.yes".into()));
        assert_eq!(
            tap.tapped,
            Some(Tapped { message: 3, replaceable, has_keyboard: true, trail: Vec::new() })
        );
    }
}

#[test]
fn a_tap_on_a_message_that_is_too_old_to_be_shown_does_not_change_it() {
    let gone = json!({ "chat": chat(), "message_id": 3, "date": 0 });
    let tap = said(json!({ "callback_query": { "id": "99", "from": from(), "message": gone, "data": "x" } }));
    assert_eq!(
        tap.tapped,
        Some(Tapped { message: 3, replaceable: false, has_keyboard: false, trail: Vec::new() })
    );
    let tap = said(json!({ "callback_query": { "id": "99", "from": from(), "data": "x" } }));
    assert_eq!((tap.chat, tap.tapped), (42, None));
}

#[test]
fn a_contact_is_its_card_or_else_its_name_and_number() {
    let heard =
        |contact: Value| said(json!({ "message": message(json!({ "contact": contact })) })).incoming.raw;
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Jan\nTEL:0612345678\nTEL:020 1234567\nEND:VCARD";
    let with_card = json!({ "phone_number": "31612345678", "first_name": "Jan", "vcard": card });
    assert_eq!(heard(with_card), Raw::Contact(card.into()));
    for (number, wanted) in [
        ("31612345678", "+31612345678"),
        ("+31612345678", "+31612345678"),
        ("0612345678", "0612345678"),
        ("112", "112"),
    ] {
        let contact =
            json!({ "phone_number": number, "first_name": "Jan", "last_name": "Bakker", "vcard": "x" });
        assert_eq!(heard(contact), Raw::Contact(format!("Jan Bakker {wanted}").as_str().into()));
    }
}

#[test]
fn an_entity_that_no_library_knows_does_not_cost_the_text() {
    let entities = json!([{ "type": "hologram", "offset": 0, "length": 3 }]);
    let said = said(json!({ "message": message(json!({ "text": "hoi", "entities": entities })) }));
    assert_eq!(said.incoming.raw, Raw::Text("hoi".into()));
}

#[test]
fn a_changed_place_on_the_map_and_what_the_app_writes_say_nothing() {
    let place = json!({ "location": { "latitude": 1.0, "longitude": 2.0 } });
    assert_eq!(meaning(json!({ "edited_message": message(place) })), Meaning::Nothing);
    for written in [
        json!({ "pinned_message": { "message_id": 1, "date": 1, "chat": chat() } }),
        json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 86_400 } }),
        json!({ "chat_background_set": { "type": { "type": "fill" } } }),
        json!({ "write_access_allowed": {} }),
        json!({ "connected_website": "example.nl" }),
        json!({ "forum_topic_created": { "name": "Storing", "icon_color": 7_322_096 } }),
        json!({ "forum_topic_edited": { "name": "Kassa" } }),
        json!({ "forum_topic_closed": {} }),
        json!({ "forum_topic_reopened": {} }),
        json!({ "checklist_tasks_done": { "marked_as_done_task_ids": [1] } }),
        json!({ "checklist_tasks_added": { "tasks": [{ "id": 1, "text": "de kassa" }] } }),
    ] {
        assert_eq!(meaning(json!({ "message": message(written) })), Meaning::Nothing);
    }
}

#[test]
fn what_is_written_to_somebody_else_or_was_never_asked_for_is_not_answered() {
    let channel = json!({ "id": -1_007, "type": "channel", "title": "Jansen" });
    let post =
        json!({ "message_id": 3, "date": 1, "chat": channel, "sender_chat": channel, "text": "/noodplan" });
    let written = message(json!({ "text": "/noodplan" }));
    for (kind, fields) in [
        ("business_message", &written),
        ("edited_business_message", &written),
        ("guest_message", &written),
        ("channel_post", &post),
        ("edited_channel_post", &post),
        ("message_reaction", &json!({ "chat": chat(), "message_id": 3, "user": from(), "new_reaction": [] })),
        ("inline_query", &json!({ "id": "1", "from": from(), "query": "/noodplan", "offset": "" })),
        ("poll_answer", &json!({ "poll_id": "1", "user": from(), "option_ids": [0] })),
        ("purchased_paid_media", &json!({ "from": from(), "paid_media_payload": "x" })),
        ("chat_member", &json!({ "chat": chat(), "from": from(), "date": 1 })),
        ("chat_join_request", &json!({ "chat": channel, "from": from(), "user_chat_id": 42, "date": 1 })),
    ] {
        let update = json!({ "update_id": 7, kind: fields });
        let read = read(&update.to_string(), DateTime::UNIX_EPOCH, None).unwrap();
        assert_eq!((read.meaning, read.is_whole), (Meaning::Nothing, true), "{kind}");
    }
}

#[test]
fn whatever_else_is_changed_is_answered() {
    let photo = json!([{ "file_id": "a", "file_unique_id": "b", "width": 9, "height": 9 }]);
    for (fields, wanted) in [
        (json!({ "text": "Jansen" }), Media::Edited),
        (json!({ "photo": photo, "caption": "de kassa" }), Media::Edited),
        (json!({ "photo": photo }), Media::Picture),
        (json!({ "document": { "file_id": "a", "file_unique_id": "b" } }), Media::File),
    ] {
        let edited = said(json!({ "edited_message": message(fields) }));
        assert_eq!(edited.incoming.raw, Raw::Other(wanted));
    }
}

#[test]
fn membership_and_migration_are_understood() {
    let user = json!({ "id": 1, "is_bot": true, "first_name": "Noodplan" });
    for (status, allowed) in [("kicked", false), ("member", true)] {
        let change = json!({ "chat": chat(), "from": from(), "date": 1,
            "old_chat_member": { "user": user, "status": "left" },
            "new_chat_member": { "user": user, "status": status, "until_date": 0 } });
        assert_eq!(meaning(json!({ "my_chat_member": change })), Meaning::Access { chat: 42, allowed });
    }
    let group = |id: i64| json!({ "id": id, "type": "group" });
    let to = json!({ "message_id": 1, "date": 1, "chat": group(-5), "migrate_to_chat_id": -1_005 });
    let back = json!({ "message_id": 1, "date": 1, "chat": group(-1_005), "migrate_from_chat_id": -5 });
    assert_eq!(meaning(json!({ "message": to })), Meaning::Nothing, "the same is said under the new address");
    let moved = said(json!({ "message": back }));
    assert_eq!((moved.chat, moved.incoming.raw), (-1_005, Raw::InGroup(InGroup::CameFrom("-5".into()))));
}

#[test]
fn the_bot_is_in_a_group_or_out_of_it() {
    let user = json!({ "id": 1, "is_bot": true, "first_name": "Noodplan" });
    for (status, is_member, is_gone) in [
        ("member", true, false),
        ("administrator", true, false),
        ("restricted", true, false),
        ("restricted", false, true),
        ("left", false, true),
        ("kicked", false, true),
    ] {
        let change = json!({ "chat": { "id": -5, "type": "supergroup" }, "from": from(), "date": 1,
            "old_chat_member": { "user": user, "status": "member" },
            "new_chat_member": { "user": user, "status": status, "is_member": is_member } });
        let gone = match meaning(json!({ "my_chat_member": change })) {
            Meaning::Said(said) => said.incoming.raw == Raw::InGroup(InGroup::Gone),
            Meaning::Nothing => false,
            other => panic!("{other:?}"),
        };
        assert_eq!(gone, is_gone, "{status} {is_member}");
    }
}

#[test]
fn an_answer_in_a_group_knows_its_message_and_its_topic() {
    let heard = |fields: Value| {
        let group = json!({ "id": -5, "type": "supergroup" });
        let mut message =
            json!({ "message_id": 3, "date": 1, "chat": group, "from": from(), "text": "/noodplan" });
        message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        said(json!({ "message": message })).incoming.event
    };
    assert_eq!(heard(json!({})), "7.3");
    assert_eq!(heard(json!({ "message_thread_id": 12, "is_topic_message": true })), "7.3.12");
    assert_eq!(
        heard(json!({ "message_thread_id": 2 })),
        "7.3",
        "messages that answer each other are no topic"
    );
}

#[test]
fn what_was_written_with_the_help_of_a_bot_or_by_nobody_in_particular_is_an_answer() {
    let helper = json!({ "id": 9, "is_bot": true, "first_name": "Gif" });
    let heard = said(json!({ "message": message(json!({ "text": "ja", "via_bot": helper })) })).incoming;
    assert_eq!(heard.raw, Raw::Text("ja".into()));
    let nobody = json!({ "message_id": 3, "date": 1, "chat": chat(), "from": { "id": 42 }, "text": "ja" });
    let heard = said(json!({ "message": nobody })).incoming;
    assert_eq!((heard.raw, heard.name, heard.language_tag), (Raw::Text("ja".into()), None, None));
}

#[test]
fn whoever_writes_in_the_name_of_a_channel_is_anonymous_and_another_bot_is_not_heard() {
    let written = |fields: Value| {
        let bot = json!({ "id": 136_817_688, "is_bot": true, "first_name": "Channel" });
        let group = json!({ "id": -5, "type": "supergroup" });
        let mut message =
            json!({ "message_id": 3, "date": 1, "chat": group, "from": bot, "text": "/noodplan" });
        message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({ "message": message })
    };
    let channel = json!({ "sender_chat": { "id": -1_007, "type": "channel", "title": "Jansen" } });
    assert_eq!(said(written(channel)).incoming.raw, Raw::InGroup(InGroup::Anonymous));
    assert_eq!(meaning(written(json!({}))), Meaning::Nothing);
}

proptest! {
    /// Whatever arrives, reading it ends well; and what teloxide reads as a text is the same text here.
    #[test]
    fn no_update_is_too_strange(
        raw in "\\PC{0,200}",
        text in "\\PC{1,80}",
        escapes in r"(\\(u[dD][89a-fA-F][0-9]{2}|u[0-9]{0,4}|.)?){0,12}",
        broken in 0usize..12,
    ) {
        let _ = read(&raw, DateTime::<Utc>::UNIX_EPOCH, None);
        let _ = read(&format!(r#"{{"update_id":7,"message":"{escapes}"}}"#), DateTime::<Utc>::UNIX_EPOCH, None);
        let mut update = json!({ "update_id": 7, "message": message(json!({ "text": text })) });
        let whole = update.to_string();
        let theirs: teloxide::types::Update = serde_json::from_str(&whole).unwrap();
        let teloxide::types::UpdateKind::Message(theirs) = theirs.kind else { panic!() };
        let ours = read(&whole, DateTime::UNIX_EPOCH, None).unwrap().meaning;
        let Meaning::Said(ours) = ours else { panic!("{ours:?}") };
        prop_assert_eq!(ours.incoming.raw, Raw::Text(theirs.text().unwrap().into()));
        // One field after the other gets a type that it never had.
        let fields = update["message"].as_object_mut().unwrap();
        let name = fields.keys().nth(broken % fields.len()).cloned().unwrap();
        fields.insert(name, json!([{ "x": 1.5 }]));
        let read = read(&update.to_string(), DateTime::UNIX_EPOCH, None);
        prop_assert_eq!(read.unwrap().id, 7);
    }
}
