//! Nothing is missed and nothing is said twice: while the bot is down, while the homeserver is, and between sending
//! and knowing.

use serde_json::{Value, json};

use super::{
    BEGINNING,
    bot::Bot,
    homeserver::{Homeserver, shared},
    or_leave_out,
    person::{Heard, Person},
    road::Road,
};

#[test]
fn what_was_said_while_the_bot_was_down_is_answered_in_order() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "patient");
    let mut bot = Bot::new(homeserver, "downbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    bot.kill();
    let mark = anna.mark();
    for (said, _) in BEGINNING {
        anna.says(&room, said);
    }
    bot.start();
    anna.hears_from_bot(mark, &room, "Wie beslist");
    let bodies = messages(&anna.heard()[mark..], &bot.id());
    assert_eq!(bodies.len(), BEGINNING.len(), "{bodies:#?}");
    for (body, (_, wanted)) in bodies.iter().zip(BEGINNING) {
        assert!(body.contains(wanted), "{body} has no {wanted}");
    }
    bot.stop();
}

#[test]
fn more_than_a_sync_holds_is_fetched_and_all_of_it_is_answered_in_order() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "talker");
    let mut bot = Bot::new(homeserver, "gapbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    bot.stop();
    let mark = anna.mark();
    // A sync brings a hundred events of a room.
    for (said, _) in BEGINNING {
        anna.says(&room, said);
    }
    for number in 0..230 {
        anna.does(json!({
            "do": "send", "room": room, "content": { "msgtype": "m.notice", "body": format!("{number}") },
        }));
    }
    anna.says(&room, "dat ben ik. 06 12345678");
    bot.start();
    anna.hears_from_bot(mark, &room, "Wie neemt het over");
    let bodies = messages(&anna.heard()[mark..], &bot.id());
    assert_eq!(bodies.len(), BEGINNING.len() + 1, "{bodies:#?}");
    bot.stop();
}

#[test]
fn a_homeserver_that_goes_away_and_comes_back_loses_nothing() {
    or_leave_out!(python);
    let mut homeserver = Homeserver::start(&python, &[]);
    let anna = Person::new(&python, &homeserver.url, "waiter");
    let mut bot = Bot::new(&homeserver.url, "awaybot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    homeserver.told_to("stop");
    bot.prints("the Matrix homeserver cannot be reached");
    homeserver.told_to("start");
    bot.prints("Matrix is back");
    anna.asks(&room, "1", "iets mis");
    // Both at once, and the bot first.
    homeserver.told_to("stop");
    bot.kill();
    bot.start();
    homeserver.told_to("start");
    anna.asks(&room, "nee", "Hoe heet je bedrijf");
    bot.stop();
}

#[test]
fn a_bot_that_is_killed_again_and_again_says_everything_exactly_once() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "killer");
    let mut bot = Bot::new(homeserver, "killbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let mark = anna.mark();
    for (place, (said, wanted)) in BEGINNING.into_iter().enumerate() {
        anna.says(&room, said);
        // At another moment each time: before it was heard, while it is answered, after it was sent.
        for _ in 0..place * 20_000 {
            std::thread::yield_now();
        }
        bot.kill();
        bot.start();
        anna.hears_from_bot(mark, &room, wanted);
    }
    // It may have been started this very moment, and not yet know what a signal is.
    bot.kill();
    let sent = anna.does(json!({ "do": "timeline", "room": room }));
    let all = anna.heard();
    let bodies = messages(&all[mark..], &bot.id());
    assert_eq!(bodies.len(), BEGINNING.len(), "{bodies:#?}");
    assert!(sent["chunk"].as_array().is_some_and(|chunk| chunk.iter().all(is_whole)));
}

#[test]
fn a_message_whose_key_comes_late_is_answered_when_it_comes() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "latecomer");
    let mut bot = Bot::new(homeserver, "latebot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.does(json!({ "do": "share_nothing", "room": room }));
    let mark = anna.mark();
    anna.says(&room, "!noodplan");
    // It is kept over a restart, too.
    bot.stop();
    bot.start();
    anna.does(json!({ "do": "share" }));
    anna.hears_from_bot(mark, &room, "NOODPLAN");
    bot.stop();
}

#[test]
fn an_answer_whose_key_comes_late_does_not_answer_the_next_question() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "delayed");
    let mut bot = Bot::new(homeserver, "delaybot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "share_nothing", "room": room }));
    anna.says(&room, "1");
    anna.does(json!({ "do": "share_anew", "room": room }));
    anna.asks(&room, "1", "iets mis");
    let mark = anna.mark();
    anna.does(json!({ "do": "share" }));
    anna.hears_from_bot(mark, &room, "zonder de sleutel");
    anna.asks(&room, "nee", "Hoe heet je bedrijf");
    bot.stop();
}

#[test]
fn a_message_that_was_wiped_before_its_key_came_is_no_answer() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "regretter");
    let mut bot = Bot::new(homeserver, "regretbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "share_nothing", "room": room }));
    let mark = anna.mark();
    let said = anna.says(&room, "1");
    anna.wipes(&room, &said);
    anna.does(json!({ "do": "share" }));
    anna.does(json!({ "do": "share_anew", "room": room }));
    // It is tried again with every sync, so it was by the time that this is answered twice.
    for _ in 0..2 {
        anna.asks(&room, "!noodplan", "NOODPLAN");
    }
    let bodies = messages(&anna.heard()[mark..], &bot.id());
    for words in ["Is er nu iets mis met je computers", "zonder de sleutel"] {
        assert!(!bodies.iter().any(|body| body.contains(words)), "{bodies:#?}");
    }
    bot.stop();
}

#[test]
fn of_more_than_can_be_kept_without_keys_the_oldest_is_answered_in_plain_words() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "sealer");
    let mut bot = Bot::new(homeserver, "sealbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "share_nothing", "room": room }));
    let mark = anna.mark();
    for number in 0..=200 {
        anna.says(&room, &number.to_string());
    }
    anna.hears_from_bot(mark, &room, "zonder de sleutel");
    bot.stop();
}

#[test]
fn what_cannot_be_read_where_others_read_along_is_nobody_told_about() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "muffled");
    let piet = Person::new(&python, homeserver, "bystander");
    let mut bot = Bot::new(homeserver, "muffledbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.does(json!({ "do": "invite", "room": room, "who": piet.id() }));
    piet.does(json!({ "do": "join", "room": room }));
    anna.comes_in(&room, &piet.id());
    let own = anna.meets(&bot.id());
    anna.does(json!({ "do": "share_nothing", "room": room }));
    for number in 0..=200 {
        anna.says(&room, &number.to_string());
    }
    anna.does(json!({ "do": "share_anew", "room": room }));
    anna.asks(&own, "hoi", "In vijf minuten");
    anna.asks(&own, "1", "iets mis");
    assert!(!anna.heard().iter().any(|event| event.body().contains("zonder de sleutel")));
    bot.stop();
}

#[test]
fn a_room_that_cannot_be_read_keeps_nobody_else_waiting() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let (anna, piet) = (Person::new(&python, homeserver, "stuck"), Person::new(&python, homeserver, "free"));
    let road = Road::to(homeserver);
    let mut bot = Bot::new(homeserver, "behindbot", &anna);
    bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&road.url));
    bot.start();
    let (room, other) = (anna.meets(&bot.id()), piet.meets(&bot.id()));
    bot.stop();
    let mark = anna.mark();
    for (said, _) in BEGINNING {
        anna.says(&room, said);
    }
    for number in 0..120 {
        anna.does(json!({
            "do": "send", "room": room, "content": { "msgtype": "m.notice", "body": format!("{number}") },
        }));
    }
    let localpart = room.trim_start_matches('!').split(':').next().unwrap();
    road.refuses(&[localpart, "/messages"]);
    bot.start();
    bot.prints("a room on Matrix could not be read");
    piet.asks(&other, "!noodplan", "NOODPLAN");
    // It is remembered over a restart, too.
    bot.kill();
    bot.start();
    piet.asks(&other, "!noodplan", "NOODPLAN");
    road.is_open();
    anna.hears_from_bot(mark, &room, "Wie beslist");
    let bodies = messages(&anna.heard()[mark..], &bot.id());
    assert_eq!(bodies.len(), BEGINNING.len(), "{bodies:#?}");
    bot.stop();
}

fn messages(heard: &[Heard], bot: &str) -> Vec<String> {
    let from_bot = |event: &&Heard| event.sender == bot && event.is_message();
    heard.iter().filter(from_bot).map(|event| event.body().to_owned()).collect()
}

fn is_whole(event: &Value) -> bool {
    event["event_id"].is_string()
}
