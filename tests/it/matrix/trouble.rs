//! Trouble with the homeserver: each is told to the operator in one plain sentence, and none loses an answer.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    bot::{Bot, PASSWORD},
    homeserver::{Homeserver, shared},
    or_leave_out,
    person::Person,
};

#[test]
fn a_wrong_password_is_said_once_and_not_tried_again() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "mistaken");
    let mut bot = Bot::new(homeserver, "wrongbot", &anna);
    bot.set("NOODPLAN_MATRIX_PASSWORD", Some("not this one"));
    bot.start();
    assert!(!bot.ends().success());
    let printed = bot.printed();
    assert!(printed.contains("refuses the bot's user name or password"), "{printed}");
    assert!(!printed.contains("not this one"), "{printed}");
}

#[test]
fn a_wrong_address_is_not_called_a_wrong_password() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "astray");
    let mut bot = Bot::new(homeserver, "astraybot", &anna);
    bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&format!("{homeserver}/elsewhere")));
    bot.start();
    // Something in front of the homeserver may say the same while it is away, so it is tried again.
    bot.prints("Is NOODPLAN_MATRIX_HOMESERVER the right address?");
    bot.stop();
    let printed = bot.printed();
    assert!(!printed.contains("user name or password"), "{printed}");
}

#[test]
fn a_homeserver_that_limits_the_bot_gets_fewer_extras_and_loses_no_answer() {
    or_leave_out!(python);
    let homeserver = Homeserver::start(&python, &["default-limits"]);
    let anna = Person::new(&python, &homeserver.url, "hasty");
    let mut bot = Bot::new(&homeserver.url, "slowbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    for (said, wanted) in
        [("hoi", "In vijf minuten"), ("1", "iets mis"), ("nee", "Hoe heet"), ("Bakkerij", "Met hoeveel")]
    {
        anna.asks(&room, said, wanted);
    }
    bot.prints("the Matrix homeserver limits the bot");
    anna.asks(&room, "!noodplan", "NOODPLAN Bakkerij");
    bot.stop();
}

#[test]
fn a_first_start_with_the_homeserver_down_waits_for_it() {
    or_leave_out!(python);
    let mut homeserver = Homeserver::start(&python, &[]);
    let anna = Person::new(&python, &homeserver.url, "early");
    let mut bot = Bot::new(&homeserver.url, "earlybot", &anna);
    homeserver.told_to("stop");
    bot.start();
    bot.prints("the Matrix homeserver cannot be reached");
    homeserver.told_to("start");
    let room = anna.meets(&bot.id());
    anna.asks(&room, "!noodplan", "NOODPLAN");
    assert!(bot.recovery_key().len() > 40);
    bot.stop();
}

#[test]
fn a_room_in_which_the_bot_may_not_speak_is_said_and_harms_no_other() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "strict");
    let mut bot = Bot::new(homeserver, "mutedbot", &anna);
    bot.start();
    let muted = anna.invites(&bot.id(), json!({ "speak": 50 }));
    anna.says(&muted, "hoi");
    bot.prints("may not speak in somebody's room");
    let room = anna.meets(&bot.id());
    anna.asks(&room, "!noodplan", "NOODPLAN");
    // Whoever asks there hears it where the bot may speak.
    let mark = anna.mark();
    anna.says(&muted, "!noodplan");
    anna.hears_from_bot(mark, &room, "NOODPLAN");
    bot.stop();
}

#[test]
fn an_event_as_large_as_they_come_is_answered() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "lengthy");
    let mut bot = Bot::new(homeserver, "longbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    let mark = anna.mark();
    anna.says(&room, &"a".repeat(45_000));
    anna.hears_from_bot(mark, &room, "In vijf minuten");
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.stop();
}

#[test]
fn a_session_that_was_ended_elsewhere_is_said_with_what_to_do() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "ender");
    let mut bot = Bot::new(homeserver, "endedbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "!noodplan", "NOODPLAN");
    anna.does(json!({ "do": "log_out_everywhere", "name": "endedbot" }));
    assert!(!bot.ends().success());
    let printed = bot.printed();
    assert!(printed.contains("no longer knows the bot's session; move the folder"), "{printed}");
    assert!(!printed.contains("syt_"), "{printed}");
}

#[test]
fn a_session_that_expired_is_renewed_with_the_same_device_and_loses_no_answer() {
    or_leave_out!(python);
    let mut homeserver = Homeserver::start(&python, &[]);
    let anna = Person::new(&python, &homeserver.url, "faithful");
    let mut bot = Bot::new(&homeserver.url, "oldbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    bot.recovery_key();
    bot.stop();
    let device = devices(&anna, &bot);
    assert_eq!(device.len(), 1);
    bot.start();
    anna.asks(&room, "hoi", "In vijf minuten");
    let mark = anna.mark();
    homeserver.told_to(&format!("expire {}", bot.id()));
    bot.prints(
        "the bot's session on the Matrix homeserver has expired; it logs in again with the same device",
    );
    for (said, wanted) in [("1", "Is er nu iets mis"), ("nee", "Hoe heet je bedrijf")] {
        assert!(anna.asks(&room, said, wanted).encrypted);
    }
    assert_eq!(devices(&anna, &bot), device, "{}", bot.printed());
    // Without the password it waits for it, and then goes on in the same way.
    bot.stop();
    homeserver.told_to(&format!("expire {}", bot.id()));
    bot.set("NOODPLAN_MATRIX_PASSWORD", None);
    bot.start();
    assert!(!bot.ends().success());
    assert!(
        bot.printed().contains("has expired; start once with NOODPLAN_MATRIX_PASSWORD"),
        "{}",
        bot.printed()
    );
    anna.says(&room, "Bakkerij Jansen");
    bot.set("NOODPLAN_MATRIX_PASSWORD", Some(PASSWORD));
    bot.start();
    anna.hears_from_bot(mark, &room, "Met hoeveel");
    assert_eq!(devices(&anna, &bot), device, "{}", bot.printed());
    let heard = anna.heard();
    for words in ["Is er nu iets mis met je computers", "Hoe heet je bedrijf", "Met hoeveel"] {
        let said = heard[mark..].iter().filter(|event| event.is_message() && event.body().contains(words));
        assert_eq!(said.count(), 1, "{words}");
    }
    bot.stop();
    assert_eq!(bot.printed().matches("logged in to the Matrix homeserver").count(), 3, "{}", bot.printed());
}

/// The devices of the bot; each must be confirmed, by itself and by its account.
fn devices(anna: &Person, bot: &Bot) -> BTreeSet<String> {
    let keys = anna.does(json!({ "do": "devices", "who": bot.id() }));
    let devices = keys["device_keys"][bot.id()].as_object().unwrap_or_else(|| panic!("{keys}"));
    let signed = |device: &Value| device["signatures"][bot.id()].as_object().map_or(0, Map::len);
    assert!(devices.values().all(|device| signed(device) == 2), "{keys}");
    devices.keys().cloned().collect()
}

#[test]
fn one_hundred_encrypted_rooms_take_less_than_two_hundred_mebibytes() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let first = Person::new(&python, homeserver, "ten0");
    let mut bot = Bot::new(homeserver, "hundredbot", &first);
    bot.start();
    let others = (1..10).map(|number| Person::new(&python, homeserver, &format!("ten{number}")));
    // One after the other: the memory of ten apps is not what this is about.
    for person in std::iter::once(first).chain(others) {
        let invites = |_| person.does(json!({ "do": "room", "invite": bot.id() }))["room"].clone();
        let rooms: Vec<String> = (0..10).map(invites).map(|room| room.as_str().unwrap().to_owned()).collect();
        for room in &rooms {
            person.comes_in(room, &bot.id());
            person.asks(room, "!noodplan", "NOODPLAN");
        }
    }
    let memory = bot.peak_memory();
    super::tells(&format!("most resident memory with one hundred encrypted rooms: {memory} MiB"));
    assert!(memory < 200, "{memory} MiB");
    bot.stop();
}

#[cfg(feature = "telegram")]
#[tokio::test(flavor = "multi_thread")]
async fn trouble_on_matrix_leaves_telegram_alone() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "both");
    let mut bot = Bot::new(homeserver, "bothbot", &anna);
    let api = crate::bot_api::BotApi::start().await;
    bot.set("NOODPLAN_TELEGRAM_API_URL", Some(api.url()));
    bot.set("NOODPLAN_TELEGRAM_TOKEN", Some(crate::bot_api::TOKEN));
    bot.start();
    let room = anna.meets(&bot.id());
    let on_telegram = api.person("Anna", Some("nl"));
    anna.asks(&room, "hoi", "In vijf minuten");
    on_telegram.says("/noodplan");
    on_telegram.hears(|chat| chat.iter().any(|shown| shown.text.contains("NOODPLAN"))).await;
    anna.does(json!({ "do": "log_out_everywhere", "name": "bothbot" }));
    bot.prints("the rest goes on without it");
    let mark = on_telegram.mark();
    on_telegram.says("/noodplan");
    on_telegram.heard_after(mark, |chat| chat.iter().any(|shown| shown.text.contains("NOODPLAN"))).await;
    assert!(!bot.ends_when_told().success(), "not all of it ended well");
}
