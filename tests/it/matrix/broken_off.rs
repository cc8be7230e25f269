//! Broken off in the middle of making keys, or of sending: whatever the homeserver has by then, the next start goes on
//! with it.

use std::fs;

use serde_json::json;

use super::{
    bot::Bot,
    homeserver::shared,
    or_leave_out,
    person::{Heard, Person},
    road::{Road, Where},
};

const KEYS: [&str; 4] =
    ["/keys/upload", "/keys/device_signing/upload", "/keys/signatures/upload", "/room_keys/version"];
const PLACES: [Where; 2] = [Where::OnTheWayThere, Where::OnTheWayBack];

#[test]
fn keys_that_were_on_their_way_when_the_bot_was_killed_arrive_with_the_next_start() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "breaker");
    for (path, number) in KEYS.into_iter().zip(1..) {
        for at in PLACES {
            let road = Road::to(homeserver);
            let mut bot = Bot::new(homeserver, &format!("broken{number}{at:?}").to_lowercase(), &anna);
            bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&road.url));
            road.holds(path, at);
            bot.start();
            road.has_it();
            bot.kill();
            bot.start();
            let room = anna.meets(&bot.id());
            let mark = anna.mark();
            anna.asks(&room, "hoi", "In vijf minuten");
            bot.stop();
            assert!(bot.recovery_key().len() > 40, "{path} {at:?}: {}", bot.printed());
            assert!(is_confirmed(&anna, &bot.id()), "{path} {at:?}: {}", bot.printed());
            assert_eq!(questions(&anna.heard()[mark..], &bot.id()), 1, "{path} {at:?}");
        }
    }
}

#[test]
fn a_message_that_was_on_its_way_when_the_bot_was_killed_is_one_event() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "sender");
    for at in PLACES {
        let road = Road::to(homeserver);
        let mut bot = Bot::new(homeserver, &format!("sending{at:?}").to_lowercase(), &anna);
        bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&road.url));
        bot.start();
        let room = anna.meets(&bot.id());
        let mark = anna.mark();
        road.holds("/send/m.room.encrypted", at);
        anna.says(&room, "hoi");
        road.has_it();
        bot.kill();
        bot.start();
        anna.hears_from_bot(mark, &room, "In vijf minuten");
        anna.asks(&room, "1", "iets mis");
        bot.stop();
        assert_eq!(questions(&anna.heard()[mark..], &bot.id()), 1, "{at:?}");
        assert!(is_confirmed(&anna, &bot.id()), "{}", bot.printed());
    }
}

#[test]
fn an_answer_that_was_on_its_way_when_the_folder_was_lost_still_arrives() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "unlucky");
    let road = Road::to(homeserver);
    let mut bot = Bot::new(homeserver, "unluckybot", &anna);
    bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&road.url));
    bot.start();
    let room = anna.meets(&bot.id());
    bot.prints("Matrix recovery key");
    road.holds("/send/m.room.encrypted", Where::OnTheWayThere);
    let mark = anna.mark();
    anna.says(&room, "hoi");
    road.has_it();
    bot.kill();
    let file = bot.folder.path().join("recovery-key");
    fs::write(&file, bot.recovery_key()).unwrap();
    bot.set("NOODPLAN_MATRIX_RECOVERY_KEY_FILE", file.to_str());
    fs::remove_dir_all(bot.data().join("matrix")).unwrap();
    bot.start();
    anna.hears_from_bot(mark, &room, "In vijf minuten");
    assert!(!bot.printed().contains("somebody has no room"), "{}", bot.printed());
    bot.stop();
}

/// Whether the account of the bot has confirmed every device of it.
fn is_confirmed(anna: &Person, bot: &str) -> bool {
    let keys = anna.does(json!({ "do": "devices", "who": bot }));
    let devices = keys["device_keys"][bot].as_object().unwrap();
    // By itself, and by its account.
    devices.values().all(|device| device["signatures"][bot].as_object().is_some_and(|by| by.len() == 2))
}

fn questions(heard: &[Heard], bot: &str) -> usize {
    let asks = |event: &&Heard| {
        event.sender == bot && event.is_message() && event.body().contains("In vijf minuten")
    };
    heard.iter().filter(asks).count()
}
