//! A chat stays tidy: one call list that is kept up to date where it stands, and a tick also on what was asked before a
//! restart.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    bot::Bot,
    homeserver::shared,
    or_leave_out,
    person::{Heard, Person},
    sitting::lines_said,
};

/// The bodies that stand in the place of a message, in the order in which they came.
fn in_place_of<'h>(heard: &'h [Heard], event: &str) -> Vec<&'h str> {
    let replaces = |heard: &&Heard| {
        heard.content["m.relates_to"]["rel_type"] == "m.replace"
            && heard.content["m.relates_to"]["event_id"] == event
    };
    let body = |heard: &'h Heard| heard.content["m.new_content"]["body"].as_str().unwrap_or_default();
    heard.iter().filter(replaces).map(body).collect()
}

/// Plays a first sitting to its end; gives the call list that came with it.
fn until_the_list(anna: &Person, room: &str) -> Heard {
    let sitting = lines_said("first-sitting-baker-nl");
    for said in sitting.iter().take(sitting.len() - 1) {
        anna.asks(room, said, "");
    }
    anna.hears_from_bot(0, room, "Bijgewerkt op")
}

#[test]
fn the_call_list_is_pinned_once_and_changed_where_it_stands_also_after_a_restart() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "pinner");
    let mut bot = Bot::new(homeserver, "pinbot", &anna);
    bot.start();
    let room = anna.invites(&bot.id(), json!({ "direct": true }));
    anna.hears_from_bot(0, &room, "Ik ben noodplan");
    let list = until_the_list(&anna, &room);
    assert!(list.encrypted && list.body().starts_with("Bellijst Bakkerij"), "{}", list.body());
    assert_eq!(list.content["msgtype"], "m.notice");
    anna.hears("the list is pinned", |heard| {
        heard.iter().any(|event| {
            event.r#type == "m.room.pinned_events" && event.content["pinned"] == json!([list.id])
        })
    });
    bot.stop();
    bot.start();
    for said in ["menu", "bellijst aanpassen", "1", "ander nummer", "06 44332211"] {
        anna.asks(&room, said, "");
    }
    let heard = anna.hears("the list is changed", |heard| !in_place_of(heard, &list.id).is_empty());
    assert!(in_place_of(&heard, &list.id)[0].contains("+31 6 44332211"));
    let lists = heard.iter().filter(|event| event.is_message() && event.body().contains("Bijgewerkt op"));
    assert_eq!(lists.count(), 1);
    let own = heard.iter().filter(|event| event.sender == bot.id()).map(|event| event.r#type.as_str());
    let kinds: BTreeSet<&str> = own.filter(|kind| kind.starts_with("m.room.")).collect();
    assert_eq!(kinds, BTreeSet::from(["m.room.member", "m.room.message", "m.room.pinned_events"]));
    bot.stop();
}

#[test]
fn where_the_bot_may_not_pin_the_list_stands_in_the_room_and_nothing_says_that_it_is_pinned() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "unpinner");
    let mut bot = Bot::new(homeserver, "nopinbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    until_the_list(&anna, &room);
    let heard = anna.heard();
    assert!(!heard.iter().any(|event| event.body().contains("vast boven aan")), "{heard:#?}");
    assert!(!heard.iter().any(|event| event.r#type == "m.room.pinned_events"));
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.stop();
}

#[test]
fn a_question_from_before_a_restart_is_ticked_off_when_it_is_answered_after_it() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "restarter");
    let mut bot = Bot::new(homeserver, "againbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let question = anna.asks(&room, "hoi", "In vijf minuten");
    bot.stop();
    bot.start();
    anna.asks(&room, "1", "iets mis");
    let heard =
        anna.hears("the question is ticked off", |heard| !in_place_of(heard, &question.id).is_empty());
    let ticked = in_place_of(&heard, &question.id)[0];
    assert!(ticked.starts_with("☑ Hoi!") && !ticked.contains("1. "), "{ticked}");
    bot.stop();
}
