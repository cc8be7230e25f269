//! Groups: off until an owner switches them on, then the plan for members and nothing else.

use std::sync::atomic::Ordering;

use super::desk::{Desk, fills_call_list, last, live_cards, says};
use crate::bot_api::{Call, Fault, Gate, Group, Person, Shown};

pub const PLAN: &str = "/noodplan@noodplan_test_bot";

pub async fn hears<T>(group: &Group, act: impl FnOnce() -> T, words: &str) -> Vec<Shown> {
    let mark = group.mark();
    act();
    group.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains(words))).await
}

/// An owner with a call list, somebody else, and a group with both.
pub async fn team(desk: &Desk) -> (Person, Person, Group) {
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    fills_call_list(&anna).await;
    desk.api.until(|api| !api.calls_of("setMyCommands").is_empty()).await;
    let group = desk.api.group("Team", &[&anna, &piet]);
    (anna, piet, group)
}

pub async fn switched_on(group: &Group, owner: &Person) {
    hears(group, || group.says(owner, PLAN), "sta ik uit").await;
    hears(group, || group.taps(owner, "Aanzetten (alleen een eigenaar)").unwrap(), "Ik sta aan").await;
}

#[tokio::test]
async fn a_group_is_off_until_an_owner_switches_it_on() {
    let desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    for somebody in [&piet, &anna] {
        desk.a_minute_passes();
        let chat = hears(&group, || group.says(somebody, PLAN), "sta ik uit").await;
        assert!(!last(&chat).unwrap().text.contains("Jansen"), "no name before it is on");
    }
    let tap = || group.taps(&piet, "Aanzetten (alleen een eigenaar)").unwrap();
    hears(&group, tap, "alleen een eigenaar").await;
    desk.a_minute_passes();
    hears(&group, || group.says(&piet, PLAN), "sta ik uit").await;
    let tap = || group.taps(&anna, "Aanzetten (alleen een eigenaar)").unwrap();
    hears(&group, tap, "Ik sta aan").await;
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    desk.close().await;
}

#[tokio::test]
async fn a_group_that_is_on_shows_members_the_plan_and_strangers_nothing() {
    let desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let chat = hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    let plan = last(&chat).unwrap();
    for wanted in ["1. Anna", "+31 6 12345678", "Fatima (zus)", "Kuiper ICT", "wifi uit", "0900 8844"] {
        assert!(plan.text.contains(wanted), "{wanted}: {}", plan.text);
    }
    for secret in ["Jij", "Nog te doen", "niet af", "Contact zonder"] {
        assert!(!plan.text.contains(secret), "{secret}: {}", plan.text);
    }
    assert!(plan.buttons.is_empty() && !plan.silent);
    let chat = hears(&group, || group.says(&piet, PLAN), "Ik ken je hier niet").await;
    assert!(!last(&chat).unwrap().text.contains("Jansen"));
    let chat = hears(&group, || group.says_anonymously(PLAN), "Je schrijft hier anoniem").await;
    assert!(!last(&chat).unwrap().text.contains("Jansen"));
    hears(&group, || group.says(&anna, "/menu@noodplan_test_bot"), "privégesprek").await;
    desk.close().await;
}

#[tokio::test]
async fn only_an_owner_switches_a_group_off() {
    let desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let off = "Uitzetten (alleen een eigenaar)";
    hears(&group, || group.taps(&piet, off).unwrap(), "Dat kan alleen een eigenaar").await;
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    let card =
        group.chat().iter().rev().find(|shown| shown.text.contains("Dat kan alleen")).unwrap().message_id;
    group.taps_old(&anna, card, off).unwrap();
    group.hears(|chat| chat.iter().any(|shown| shown.text.contains("weer uit"))).await;
    desk.a_minute_passes();
    hears(&group, || group.says(&anna, PLAN), "sta ik uit").await;
    desk.close().await;
}

#[tokio::test]
async fn what_one_member_hears_leaves_everybody_the_buttons() {
    let mut desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    hears(&group, || group.says(&piet, PLAN), "Ik ken je hier niet").await;
    hears(&group, || group.says_anonymously(PLAN), "Je schrijft hier anoniem").await;
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    desk.stop().await;
    desk.start().await;
    desk.a_minute_passes();
    hears(&group, || group.says(&piet, PLAN), "Ik ken je hier niet").await;
    let off = "Uitzetten (alleen een eigenaar)";
    group.taps(&anna, off).unwrap();
    let is_off = |chat: &[Shown]| {
        let card = chat.iter().find(|shown| !shown.buttons.is_empty());
        card.is_some_and(|card| card.text.contains("weer uit"))
    };
    let chat = group.hears(|chat| is_off(chat) && live_cards(chat) == 1).await;
    assert!(!chat.iter().any(|shown| shown.labels().contains(&off)), "{chat:?}");
    group.taps(&anna, "Aanzetten (alleen een eigenaar)").unwrap();
    group.hears(|chat| live_cards(chat) == 1 && chat.iter().any(|shown| shown.labels().contains(&off))).await;
    desk.close().await;
}

#[tokio::test]
async fn whoever_may_not_hears_each_refusal_once_a_minute() {
    let mut desk = Desk::open().await;
    let (_anna, piet, group) = team(&desk).await;
    let chat = hears(&group, || group.says(&piet, PLAN), "sta ik uit").await;
    let card = last(&chat).unwrap().message_id;
    for _ in 0..3 {
        group.says(&piet, PLAN);
        group.taps_old(&piet, card, "Aanzetten (alleen een eigenaar)").unwrap();
        group.says_anonymously(PLAN);
        group.says(&piet, "/menu@noodplan_test_bot");
    }
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.stop().await;
    let calls = desk.api.calls().into_iter().filter(|call| call.chat == Some(group.id()));
    let said = calls.filter(|call| call.is("sendMessage") || call.is("editMessageText"));
    assert_eq!(said.count(), 4, "{}", desk.api.print_chat_id(group.id()));
    // A button that was tapped on a phone on which it still stood is taken away once more.
    assert!(desk.api.refused().iter().all(|call| call.is("editMessageReplyMarkup")));
}

#[tokio::test]
async fn a_group_is_for_its_company_also_when_an_owner_speaks_for_another() {
    let desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    for (words, wanted) in [
        ("/bedrijf", "Je werkt nu voor Bakkerij Jansen"),
        ("nog een", "Is er nu iets mis"),
        ("nee", "Hoe heet je bedrijf"),
        ("Kapsalon Krul", "Met hoeveel mensen"),
    ] {
        says(&anna, words, wanted).await;
    }
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    hears(&group, || group.says(&piet, PLAN), "Ik ken je hier niet").await;
    let card = group.chat().iter().find(|shown| shown.text.contains("Ik sta aan")).unwrap().message_id;
    group.taps_old(&anna, card, "Uitzetten (alleen een eigenaar)").unwrap();
    group.hears(|chat| chat.iter().any(|shown| shown.text.contains("weer uit"))).await;
    desk.a_minute_passes();
    hears(&group, || group.says(&anna, PLAN), "sta ik uit").await;
    desk.close().await;
}

#[tokio::test]
async fn a_group_gets_the_plan_once_also_when_nothing_can_be_written_down() {
    let desk = Desk::open().await;
    let (anna, _, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let flags = [&desk.trouble.receive_fails, &desk.trouble.commit_fails];
    flags.iter().for_each(|flag| flag.store(true, Ordering::SeqCst));
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    desk.polls_again().await;
    flags.iter().for_each(|flag| flag.store(false, Ordering::SeqCst));
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    let chat = hears(&group, || group.says(&anna, "/menu@noodplan_test_bot"), "privégesprek").await;
    assert_eq!(chat.iter().filter(|shown| shown.text.starts_with("NOODPLAN")).count(), 1);
    desk.close().await;
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_stays_on() {
    let mut desk = Desk::open().await;
    let (anna, _, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let group = group.migrate();
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    desk.stop().await;
    desk.start().await;
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    desk.close().await;
}

/// The topic in which the newest message of the bot stands, and the message that it answers.
pub fn place(chat: &[Shown]) -> (Option<i64>, Option<i64>) {
    let newest = last(chat).unwrap();
    (newest.raw["message_thread_id"].as_i64(), newest.reply_to)
}

#[tokio::test]
async fn what_is_asked_in_a_topic_is_answered_in_that_topic() {
    let desk = Desk::open().await;
    let (anna, piet, group) = team(&desk).await;
    let group = group.migrate();
    let topic = group.opens_topic("Storing");
    let card = hears(&group, || group.says_in(topic, &anna, PLAN), "sta ik uit").await;
    assert_eq!(place(&card).0, Some(topic));
    hears(&group, || group.taps(&anna, "Aanzetten (alleen een eigenaar)").unwrap(), "Ik sta aan").await;
    let mut asked = 0;
    let chat = hears(&group, || asked = group.says_in(topic, &anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    assert_eq!(place(&chat), (Some(topic), Some(asked)));
    let chat = hears(&group, || asked = group.says_in(topic, &piet, PLAN), "Ik ken je hier niet").await;
    assert_eq!(place(&chat), (Some(topic), Some(asked)));
    let menu = "/menu@noodplan_test_bot";
    let chat = hears(&group, || asked = group.says_in(topic, &piet, menu), "privégesprek").await;
    assert_eq!(place(&chat), (Some(topic), Some(asked)));
    let chat = hears(&group, || asked = group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    assert_eq!(place(&chat), (None, Some(asked)), "what is asked in General stays there");
    desk.close().await;
}

#[tokio::test]
async fn what_cannot_be_answered_in_its_topic_is_answered_in_the_group() {
    let mut desk = Desk::open().await;
    let (anna, _, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let group = group.migrate();
    let topic = group.opens_topic("Storing");
    group.closes_topic(topic);
    let asks = || group.says_in(topic, &anna, PLAN);
    let chat = hears(&group, asks, "NOODPLAN Bakkerij Jansen").await;
    assert_eq!(place(&chat), (None, None));
    desk.stop().await;
    let refused = desk.api.refused();
    let is_closed = |call: &Call| format!("{:?}", call.outcome).contains("TOPIC_CLOSED");
    assert!(!refused.is_empty() && refused.iter().all(is_closed), "{refused:?}");
}

#[tokio::test]
async fn a_plan_on_its_way_follows_a_group_that_moves() {
    let mut desk = Desk::open().await;
    let (anna, _, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(group.id()));
    group.says(&anna, PLAN);
    gate.reached_by(1).await;
    let moved = group.migrate();
    gate.open();
    moved.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN Bakkerij Jansen"))).await;
    desk.stop().await;
    let refused = desk.api.refused();
    assert!(
        !refused.is_empty() && refused.iter().all(|call| format!("{:?}", call.outcome).contains("upgraded")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_group_that_throws_the_bot_out_is_forgotten() {
    let desk = Desk::open().await;
    let (anna, _, group) = team(&desk).await;
    switched_on(&group, &anna).await;
    group.kicks_bot();
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    group.readmits_bot();
    desk.a_minute_passes();
    hears(&group, || group.says(&anna, PLAN), "sta ik uit").await;
    desk.close().await;
}
