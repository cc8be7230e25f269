//! Rooms: who may ask the bot in, where it keeps silent and says why, and where it goes by itself.

use serde_json::json;

use super::{
    bot::Bot,
    homeserver::{Homeserver, shared},
    or_leave_out,
    person::Person,
    road::{Road, Where},
};

/// Whoever asks in a room where others may read gets the plan in their own, and hears that it is there.
fn gets_the_plan_elsewhere(anna: &Person, room: &str, own: &str) {
    let mark = anna.mark();
    anna.says(room, "!noodplan");
    anna.hears_from_bot(mark, own, "NOODPLAN");
    anna.hears_from_bot(mark, room, "in ons eigen gesprek");
    assert!(!anna.heard().iter().any(|event| event.room == room && event.body().contains("NOODPLAN")));
}

#[test]
fn an_unencrypted_room_hears_why_and_nothing_else() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "open");
    let mut bot = Bot::new(homeserver, "openbot", &anna);
    bot.start();
    let room = anna.invites(&bot.id(), json!({ "encrypted": false }));
    let why = anna.hears_from_bot(0, &room, "niet versleuteld");
    assert!(why.body().contains("not encrypted") && why.content["msgtype"] == "m.notice");
    anna.says(&room, "!noodplan");
    let own = anna.meets(&bot.id());
    anna.asks(&own, "!noodplan", "NOODPLAN");
    gets_the_plan_elsewhere(&anna, &room, &own);
    bot.stop();
}

#[test]
fn a_message_in_clear_in_an_encrypted_room_is_refused_unless_it_asks_for_the_plan() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "clear");
    let mut bot = Bot::new(homeserver, "clearbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let mark = anna.mark();
    anna.says_in_clear(&room, "hoi");
    anna.hears_from_bot(mark, &room, "was niet versleuteld");
    let mark = anna.mark();
    anna.says_in_clear(&room, "!noodplan");
    assert!(anna.hears_from_bot(mark, &room, "NOODPLAN").encrypted);
    bot.stop();
}

#[test]
fn a_room_with_a_stranger_in_it_is_warned_and_the_plan_goes_elsewhere() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "host");
    let piet = Person::new(&python, homeserver, "stranger");
    let mut bot = Bot::new(homeserver, "crowdbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "invite", "room": room, "who": piet.id() }));
    anna.hears_from_bot(0, &room, "er is iemand bij gekomen");
    piet.does(json!({ "do": "join", "room": room }));
    anna.comes_in(&room, &piet.id());
    let mark = anna.mark();
    anna.says(&room, "1");
    anna.hears_from_bot(mark, &room, "Hier lezen anderen mee");
    let own = anna.meets(&bot.id());
    gets_the_plan_elsewhere(&anna, &room, &own);
    bot.stop();
}

#[test]
fn only_who_is_on_the_list_may_ask_the_bot_in() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "listed");
    let piet = Person::new(&python, homeserver, "unlisted");
    let mut bot = Bot::new(homeserver, "pickybot", &anna);
    bot.set("NOODPLAN_MATRIX_INVITERS", Some("@listed:test"));
    bot.start();
    let room = piet.does(json!({ "do": "room", "invite": bot.id() }))["room"].as_str().unwrap().to_owned();
    piet.hears("the bot declines", |heard| {
        heard.iter().any(|event| {
            event.room == room && event.sender == bot.id() && event.content["membership"] == "leave"
        })
    });
    anna.meets(&bot.id());
    bot.prints("an invitation on Matrix was declined");
    bot.stop();
}

#[test]
fn ten_invitations_at_once_are_all_taken_also_those_from_before_the_start() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "popular");
    let mut bot = Bot::new(homeserver, "tenbot", &anna);
    let rooms = asks_into(&anna, 10, &bot.id());
    bot.start();
    for room in &rooms {
        anna.comes_in(room, &bot.id());
    }
    anna.asks(&rooms[7], "!noodplan", "NOODPLAN");
    bot.prints("the bot accepted an invitation on Matrix");
    bot.stop();
}

/// Makes rooms and asks somebody into all of them.
fn asks_into(person: &Person, count: usize, who: &str) -> Vec<String> {
    let makes = |_| person.does(json!({ "do": "room", "invite": who }))["room"].clone();
    (0..count).map(makes).map(|room| room.as_str().unwrap().to_owned()).collect()
}

#[test]
fn more_invitations_than_a_default_homeserver_lets_the_bot_take_at_once_are_all_taken() {
    or_leave_out!(python);
    let homeserver = Homeserver::start(&python, &["default-joins"]);
    let anna = Person::new(&python, &homeserver.url, "inviter");
    let mut bot = Bot::new(&homeserver.url, "limitedbot", &anna);
    // Ten at once, and then one every ten seconds.
    let rooms = asks_into(&anna, 12, &bot.id());
    bot.start();
    for room in &rooms {
        anna.comes_in(room, &bot.id());
    }
    anna.asks(&rooms[11], "!noodplan", "NOODPLAN");
    let printed = bot.printed();
    assert_eq!(printed.matches("lets the bot into no more rooms now").count(), 1, "{printed}");
    bot.stop();
}

#[test]
fn a_door_that_does_not_open_keeps_the_bot_from_no_other() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "doorkeeper");
    let road = Road::to(homeserver);
    let mut bot = Bot::new(homeserver, "knockbot", &anna);
    bot.set("NOODPLAN_MATRIX_HOMESERVER", Some(&road.url));
    let rooms = asks_into(&anna, 10, &bot.id());
    road.holds("/join", Where::OnTheWayThere);
    bot.start();
    road.has_it();
    road.has_another_beside_it();
    // Given up, it is tried again.
    for room in &rooms {
        anna.comes_in(room, &bot.id());
    }
    bot.stop();
}

#[test]
fn the_bot_follows_a_room_that_moved_and_goes_on_where_they_were() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "mover");
    let mut bot = Bot::new(homeserver, "movebot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    let new = anna.does(json!({ "do": "upgrade", "room": room }));
    let new = new["replacement_room"].as_str().unwrap_or_else(|| panic!("{new}")).to_owned();
    anna.does(json!({ "do": "invite", "room": new, "who": bot.id() }));
    anna.comes_in(&new, &bot.id());
    anna.asks(&new, "1", "Is er nu iets mis");
    bot.prints("a room on Matrix has moved");
    bot.stop();
}

#[test]
fn the_bot_comes_back_when_it_was_put_out_and_asked_in_again() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "fickle");
    let mut bot = Bot::new(homeserver, "fickbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "kick", "room": room, "who": bot.id() }));
    bot.prints("no longer in one of its rooms");
    let mark = anna.mark();
    anna.does(json!({ "do": "invite", "room": room, "who": bot.id() }));
    anna.hears_after(mark, "the bot comes in again", |heard| {
        heard.iter().any(|event| event.sender == bot.id() && event.content["membership"] == "join")
    });
    anna.asks(&room, "1", "Is er nu iets mis");
    bot.stop();
}

#[test]
fn the_bot_leaves_a_room_in_which_it_is_alone() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "leaver");
    let mut bot = Bot::new(homeserver, "alonebot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.does(json!({ "do": "leave", "room": room }));
    bot.prints("left a room on Matrix in which nobody else was");
    bot.stop();
}

#[test]
fn a_device_that_nobody_confirmed_hears_how_to_confirm_it() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::with_app(&python, homeserver, "bare");
    anna.does(json!({ "do": "begin", "confirm": false }));
    let mut bot = Bot::new(homeserver, "strictbot", &anna);
    bot.start();
    let room = anna.invites(&bot.id(), json!({}));
    anna.says(&room, "!noodplan");
    let why = anna.hears_from_bot(0, &room, "je apparaat is nog niet bevestigd");
    assert!(!why.encrypted, "its device gets no keys");
    assert!(!anna.heard().iter().any(|event| event.body().contains("NOODPLAN")));
    bot.stop();
}
