//! First sittings as they are written in `tests/transcripts`, over Matrix, with an app that is not ours: what is heard is
//! what is written, letter by letter.

use std::{collections::VecDeque, fs, path::Path};

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;
use noodplan::{
    app::ports::{Button, ConversationKey, LaneKind, Outgoing},
    channel::transcript,
    dialogue::{ChannelKind, command::TABLE},
    text::{Language, Msg, Rich, Span},
};
use serde_json::json;
use uuid::Uuid;

use super::{
    BEGINNING,
    bot::Bot,
    desk::Desk,
    homeserver::shared,
    or_leave_out,
    person::{Heard, Person},
};
use crate::stage::content;

/// How somebody answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As it is written in the transcript: by number and by word.
    Typed,
    /// What is an option is tapped, as an emoji under the question.
    Tapped,
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(format!("{name}.txt"));
    fs::read_to_string(path).unwrap()
}

/// What a transcript has people say, line by line.
pub fn lines_said(name: &str) -> Vec<String> {
    file(name).lines().filter_map(|line| line.strip_prefix("> ")).map(transcript::unescaped).collect()
}

/// What is written, as it goes on Matrix: another sign before commands, and another promise about secrecy.
fn on_matrix(text: &str, language: Language) -> String {
    let privacy = |channel: ChannelKind| {
        content().texts.plain(language, &Msg::new("welcome-privacy").key("channel", channel.slug()))
    };
    let text = text.replace(&privacy(ChannelKind::Terminal), &privacy(ChannelKind::Matrix));
    TABLE
        .iter()
        .flat_map(|(_, nl, en, _)| [*nl, *en])
        .fold(text, |text, command| text.replace(&format!(" /{command}"), &format!(" !{command}")))
}

/// When the first scene begins.
fn begins(text: &str) -> DateTime<Utc> {
    let scene = text.lines().find_map(|line| line.strip_prefix("@ ")).unwrap();
    let local = NaiveDateTime::parse_from_str(&scene[..16], "%Y-%m-%d %H:%M").unwrap();
    Amsterdam.from_local_datetime(&local).unwrap().to_utc()
}

/// A message as it is read: its words, and what can be chosen.
fn read(heard: &Heard) -> (String, Vec<String>) {
    let count = heard.content["nl.noodplan.taps"].as_array().map_or(0, Vec::len);
    let lines: Vec<&str> = heard.body().lines().collect();
    let (words, options) = lines.split_at(lines.len() - count);
    let label =
        |(number, line): (usize, &&str)| line.strip_prefix(&format!("{number}. ")).unwrap().to_owned();
    (words.join("\n").trim_end().to_owned(), (1..).zip(options).map(label).collect())
}

/// What a transcript would say of it.
fn written(heard: &Heard) -> String {
    let (text, labels) = read(heard);
    transcript::heard(&Outgoing {
        buttons: labels.into_iter().map(|label| Button { label, token: String::new() }).collect(),
        ..Outgoing::new(
            Uuid::nil(),
            ConversationKey { channel: ChannelKind::Matrix, address: String::new().into() },
            LaneKind::Interactive,
            Rich(vec![Span { text, bold: false, fixed: false }]),
        )
    })
}

/// The messages of the conversation; the call list stands beside it.
fn answers(heard: &[Heard], bot: &str) -> Vec<Heard> {
    let is_list =
        |event: &Heard| ["Bellijst ", "Call list "].iter().any(|title| event.body().starts_with(title));
    let answers = heard.iter().filter(|event| event.sender == bot && event.is_message() && !is_list(event));
    answers.cloned().collect()
}

async fn plays(name: &str, language: Language, person: &str, way: Way) {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, person);
    let bot = format!("@bot-of-{person}:test");
    anna.does(json!({ "do": "signs_up", "name": format!("bot-of-{person}") }));
    let text = on_matrix(&file(name), language);
    let mut desk = Desk::new(homeserver, &bot);
    desk.clock.set(begins(&text));
    desk.start().await;
    let room = anna.meets(&bot);
    if language == Language::En {
        // Matrix does not say in which language somebody has their app.
        anna.asks(&room, "!language en", "From now on in English.");
    }
    let mut lines: VecDeque<&str> = text.lines().collect();
    let mut played = String::new();
    let mut card: Option<Heard> = None;
    while let Some(line) = lines.pop_front() {
        let Some(words) = line.strip_prefix("> ") else {
            if !line.starts_with("< ") && !line.starts_with("  ") {
                played.push_str(&format!("{line}\n"));
            }
            continue;
        };
        played.push_str(&format!("{line}\n"));
        let mark = anna.mark();
        match card.as_ref().filter(|_| way == Way::Tapped).and_then(|card| tap(card, words)) {
            Some((event, emoji)) => anna.taps(&room, event, &emoji),
            None => drop(anna.says(&room, &transcript::unescaped(words))),
        }
        let answer = lines.iter().take_while(|line| line.starts_with("< ") || line.starts_with("  "));
        let count = answer.filter(|line| line.starts_with("< ")).count();
        let heard = anna.hears_after(mark, words, |heard| answers(heard, &bot).len() >= count);
        for heard in answers(&heard, &bot) {
            is_well_formed(&heard, &anna.id());
            played.push_str(&written(&heard));
            if !read(&heard).1.is_empty() {
                card = Some(heard);
            }
        }
    }
    let differ = text.lines().zip(played.lines()).find(|(written, played)| written != played);
    assert_eq!(differ, None, "{name}\n{played}");
    assert_eq!(text.lines().count(), played.lines().count(), "{name}\n{played}");
    desk.stop().await;
}

/// The emoji for what somebody says, if it is an option of the question.
fn tap<'c>(card: &'c Heard, words: &str) -> Option<(&'c str, String)> {
    let labels = read(card).1;
    let named = labels.iter().position(|label| label.to_lowercase() == words.to_lowercase());
    let number = words.parse().ok().or(named.map(|place| place + 1));
    number
        .filter(|number| (1..10).contains(number))
        .map(|number| (&*card.id, format!("{number}\u{FE0F}\u{20E3}")))
}

/// Everything is encrypted; what waits for an answer sounds, and the rest is silent.
fn is_well_formed(heard: &Heard, person: &str) {
    assert!(heard.encrypted && !heard.sealed, "everything is encrypted");
    let (kind, mentions) = match read(heard).1.is_empty() {
        false => ("m.text", json!({ "user_ids": [person] })),
        true => ("m.notice", json!({})),
    };
    assert_eq!((&heard.content["msgtype"], &heard.content["m.mentions"]), (&json!(kind), &mentions));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bakers_first_sitting_goes_as_written() {
    plays("first-sitting-baker-nl", Language::Nl, "baker", Way::Typed).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bakers_first_sitting_goes_as_written_by_reaction() {
    plays("first-sitting-baker-nl", Language::Nl, "tapper", Way::Tapped).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consultants_first_sitting_goes_as_written() {
    plays("first-sitting-consultant-en", Language::En, "consultant", Way::Typed).await;
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
fn people_see_that_the_bot_has_read_what_they_said() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "watcher");
    let mut bot = Bot::new(homeserver, "watchbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let said = anna.says(&room, "hoi");
    anna.hears("it was read", |heard| {
        heard.iter().any(|event| event.r#type == "m.receipt" && event.sender == bot.id() && event.id == said)
    });
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
    for (said, wanted) in BEGINNING {
        anna.asks(&room, said, wanted);
    }
    let pasted = "BEGIN:VCARD\nVERSION:3.0\nFN:Jan Bakker\nTEL:06-12345678\nEND:VCARD";
    anna.asks(&room, pasted, "Jan Bakker, +31 6 12345678");
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
    let buttons = |heard: &[Heard], question: &str| -> Vec<String> {
        let on_it = |event: &&Heard| {
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
