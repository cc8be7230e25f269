//! First sittings, told twice: in this process, and over Matrix by an app that is not ours. Both hear the same.

use std::{fs, path::Path};

use noodplan::{
    app::ports::{Clock, ConversationKey, Incoming, LaneKind, Outgoing},
    channel::transcript,
    clock::SystemClock,
    dialogue::{ChannelKind, input::Raw},
};
use serde_json::json;

use super::{bot::Bot, homeserver::shared, or_leave_out, person::Person};
use crate::stage::{Backing, Stage};

/// How somebody answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As it is written in the transcript: by number and by word.
    Typed,
    /// A number is tapped, as an emoji under the question.
    Tapped,
}

/// What a transcript has people say, line by line.
pub fn lines_said(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(format!("{name}.txt"));
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter_map(|line| line.strip_prefix("> ")).map(transcript::unescaped).collect()
}

/// The words of a message as somebody reads them on Matrix.
fn as_read(outgoing: &Outgoing) -> String {
    let words = outgoing.text.plain().trim().to_owned();
    let options: Vec<String> = outgoing
        .buttons
        .iter()
        .zip(1..)
        .map(|(button, number)| format!("{number}. {}", button.label))
        .collect();
    if options.is_empty() { words } else { format!("{words}\n\n{}", options.join("\n")) }
}

/// Plays what was said against the dialogue itself.
async fn heard_here(stage: &mut Stage, text: &str, number: u32) -> Vec<Outgoing> {
    let address = ConversationKey { channel: ChannelKind::Matrix, address: "@anna:test".into() };
    let incoming = Incoming {
        conversation: address,
        event: format!("e{number}"),
        name: Some("anna".into()),
        language_tag: None,
        raw: Raw::Text(text.into()),
        at: chrono::DateTime::default(),
    };
    stage.play(incoming).await
}

async fn plays(name: &str, person: &str, way: Way) {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, person);
    let mut bot = Bot::new(homeserver, &format!("bot-of-{person}"), &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let mut stage = Stage::new(Backing::Memory).await;
    stage.clock.set(SystemClock.now());
    let mut card: Option<String> = None;
    for (said, number) in lines_said(name).into_iter().zip(1..) {
        let wanted = heard_here(&mut stage, &said, number).await;
        let mark = anna.mark();
        let emoji = said.parse::<u8>().ok().filter(|number| *number < 7 && way == Way::Tapped);
        match (emoji, &card) {
            (Some(number), Some(card)) => anna.taps(&room, card, &format!("{number}\u{FE0F}\u{20E3}")),
            _ => drop(anna.says(&room, &said)),
        }
        let bodies = |heard: &[super::person::Heard]| -> Vec<String> {
            let from_bot = |event: &&super::person::Heard| event.sender == bot.id() && event.is_message();
            heard.iter().filter(from_bot).map(|event| event.body().to_owned()).collect()
        };
        let read: Vec<String> = wanted.iter().map(as_read).collect();
        let heard = anna.hears_after(mark, &said, |heard| bodies(heard).len() >= read.len());
        assert_eq!(bodies(&heard), read, "after `{said}`");
        let messages = heard.iter().filter(|event| event.sender == bot.id() && event.is_message());
        for (event, outgoing) in messages.zip(&wanted) {
            assert!(event.encrypted && !event.sealed, "everything is encrypted");
            let asks = !outgoing.buttons.is_empty() || outgoing.lane == LaneKind::Emergency;
            let (kind, mentions) = match asks {
                true => ("m.text", json!({ "user_ids": [anna.id()] })),
                false => ("m.notice", json!({})),
            };
            assert_eq!((&event.content["msgtype"], &event.content["m.mentions"]), (&json!(kind), &mentions));
            if asks {
                card = Some(event.id.clone());
            }
        }
    }
    bot.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_baker_hears_over_matrix_what_she_hears_anywhere() {
    plays("first-sitting-baker-nl", "baker", Way::Typed).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consultant_answers_numbers_by_reaction() {
    plays("first-sitting-consultant-en", "consultant", Way::Tapped).await;
}

#[test]
fn the_plan_comes_to_two_people_each_in_their_own_room_however_they_ask() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let (anna, piet) = (Person::new(&python, homeserver, "anna"), Person::new(&python, homeserver, "piet"));
    let mut bot = Bot::new(homeserver, "planbot", &anna);
    bot.start();
    for person in [&anna, &piet] {
        let room = person.meets(&bot.id());
        for words in
            ["!noodplan", "/noodplan", "//noodplan", "NOODPLAN", "!Emergency", "planbot: noodplan", "!nood"]
        {
            let plan = person.asks(&room, words, "NOODPLAN");
            assert!(plan.encrypted && plan.body().contains("112"), "{words}");
            assert_eq!(plan.content["m.mentions"]["user_ids"], json!([person.id()]));
        }
        assert!(person.asks(&room, "!help", "!noodplan").body().lines().all(|line| !line.starts_with('/')));
    }
    bot.stop();
}

#[test]
fn a_contact_card_goes_onto_the_call_list_pasted_and_as_a_file() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "carder");
    let mut bot = Bot::new(homeserver, "cardbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    for (said, wanted) in [
        ("hoi", "In vijf minuten"),
        ("1", "iets mis"),
        ("nee", "Hoe heet je bedrijf"),
        ("Bakkerij Jansen", "Met hoeveel"),
        ("2", "Wat doe je"),
        ("1", "Wie beslist"),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Jan Bakker\nTEL:06-12345678\nEND:VCARD", "Jan Bakker, +31 6 12345678"),
    ] {
        anna.asks(&room, said, wanted);
    }
    let mark = anna.mark();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Fatima\r\nTEL;TYPE=CELL:0687654321\r\nEND:VCARD\r\n";
    anna.does(
        json!({ "do": "file", "room": room, "name": "Fatima.vcf", "mimetype": "text/vcard", "text": card }),
    );
    anna.hears_from_bot(mark, &room, "Fatima, +31 6 87654321");
    bot.stop();
}

#[test]
fn a_question_gets_its_buttons_and_is_ticked_off_when_it_is_answered() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "ticker");
    let mut bot = Bot::new(homeserver, "tickbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let question = anna.asks(&room, "hoi", "In vijf minuten");
    let buttons = |heard: &[super::person::Heard], question: &str| -> Vec<String> {
        let on_it = |event: &&super::person::Heard| {
            event.r#type == "m.reaction" && event.content["m.relates_to"]["event_id"] == question
        };
        heard
            .iter()
            .filter(on_it)
            .map(|event| event.content["m.relates_to"]["key"].as_str().unwrap().into())
            .collect()
    };
    anna.hears("four buttons", |heard| buttons(heard, &question.id) == ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]);
    anna.taps(&room, &question.id, "1\u{20E3}");
    anna.hears("the question is ticked off", |heard| {
        heard.iter().any(|event| {
            let new = &event.content["m.new_content"];
            event.content["m.relates_to"]["event_id"] == *question.id
                && new["body"]
                    .as_str()
                    .is_some_and(|body| body.starts_with("☑ Hoi!") && !body.contains("1. "))
        })
    });
    // A tap on the old question, and one on nothing at all, harm nobody.
    let mark = anna.mark();
    anna.taps(&room, &question.id, "👍");
    anna.taps(&room, &question.id, "2️⃣");
    anna.hears_from_bot(mark, &room, "Is er nu iets mis");
    bot.stop();
}

#[test]
fn the_days_for_the_agenda_come_as_an_encrypted_file() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "filer");
    let mut bot = Bot::new(homeserver, "filebot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let sitting = lines_said("first-sitting-baker-nl");
    let until_the_menu = sitting.iter().take(sitting.len() - 1).map(String::as_str);
    for said in until_the_menu.chain(["menu", "meer", "in mijn agenda zetten"]) {
        anna.asks(&room, said, "");
    }
    let heard = anna.hears("a file", |heard| heard.iter().any(|event| event.content["msgtype"] == "m.file"));
    let file = heard.iter().find(|event| event.content["msgtype"] == "m.file").unwrap();
    assert!(file.encrypted && file.content["url"].is_null() && file.body() == "noodplan.ics");
    let fetched = anna.does(json!({ "do": "fetch", "content": file.content }));
    assert!(fetched.as_str().unwrap().starts_with("BEGIN:VCALENDAR\r\n"), "{fetched}");
    bot.stop();
}
