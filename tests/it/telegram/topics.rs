//! Topics: what is asked in one is answered there, also after a restart and in a chat with one person.

use std::sync::Arc;

use super::{
    desk::{Desk, fills_call_list, last, says, taps},
    groups::{PLAN, hears, place, switched_on, team},
};
use crate::bot_api::{Call, Fault, Gate, Group, Person, Shown};

/// An owner, and a forum that is on and has a topic.
async fn forum(desk: &Desk) -> (Person, Group, i64) {
    let (anna, _, group) = team(desk).await;
    switched_on(&group, &anna).await;
    let group = group.migrate();
    hears(&group, || group.says(&anna, PLAN), "NOODPLAN Bakkerij Jansen").await;
    let topic = group.opens_topic("Storing");
    (anna, group, topic)
}

/// Where the second plan of a group stands.
async fn second_plan(group: &Group) -> (Option<i64>, Option<i64>) {
    let plans = |chat: &[Shown]| chat.iter().filter(|shown| shown.text.starts_with("NOODPLAN")).count();
    place(&group.hears(|chat| plans(chat) == 2).await)
}

#[tokio::test]
async fn an_answer_that_was_under_way_at_a_kill_comes_in_its_topic() {
    let mut desk = Desk::open().await;
    let (anna, group, topic) = forum(&desk).await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(group.id()));
    let asked = group.says_in(topic, &anna, PLAN);
    gate.reached_by(1).await;
    desk.kill();
    desk.start().await;
    assert_eq!(second_plan(&group).await, (Some(topic), Some(asked)));
    desk.close().await;
}

#[tokio::test]
async fn what_was_heard_before_a_kill_is_answered_in_its_topic() {
    let mut desk = Desk::open().await;
    let (anna, group, topic) = forum(&desk).await;
    let trouble = Arc::clone(&desk.trouble);
    let held = trouble.held_up.write().await;
    let asked = group.says_in(topic, &anna, PLAN);
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.kill();
    drop(held);
    desk.start().await;
    assert_eq!(second_plan(&group).await, (Some(topic), Some(asked)));
    desk.close().await;
}

#[tokio::test]
async fn whoever_waits_in_a_topic_sees_there_that_the_bot_is_at_work() {
    let desk = Desk::open().await;
    let (anna, group, topic) = forum(&desk).await;
    let held = desk.trouble.held_up.write().await;
    group.says_in(topic, &anna, PLAN);
    let there =
        |call: &Call| call.body["message_thread_id"].to_string().trim_matches('"') == topic.to_string();
    desk.api.until(|api| api.calls_of("sendChatAction").iter().any(there)).await;
    drop(held);
    second_plan(&group).await;
    desk.close().await;
}

#[tokio::test]
async fn in_a_chat_with_topics_everything_stands_where_it_was_asked() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    let topic = anna.opens_topic("Storing");
    let asked = anna.says_in(topic, "/noodplan");
    let chat = anna.hears(|chat| chat.iter().filter(|shown| shown.contact.is_some()).count() == 2).await;
    assert_eq!(place(&chat), (Some(topic), Some(asked)));
    let is_inside = |shown: &&Shown| shown.raw["message_thread_id"].as_i64() == Some(topic);
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).filter(is_inside).count(), 3, "plan and cards");
    let chat = taps(&anna, "Verder met vraag 4", "Wie bel je als er iets uitvalt").await;
    assert_eq!(place(&chat).0, Some(topic));
    let chat = says(&anna, "geen van deze", "Wie moet weten dat je computers platliggen").await;
    assert_eq!(place(&chat), (None, None), "what is said outside is answered outside");
    desk.close().await;
}

#[tokio::test]
async fn in_a_chat_with_topics_an_answer_that_was_under_way_at_a_kill_comes_in_its_topic() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let topic = anna.opens_topic("Bedrijf");
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage"));
    let asked = anna.says_in(topic, "ja");
    gate.reached_by(1).await;
    desk.kill();
    desk.start().await;
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    assert_eq!(place(&chat), (Some(topic), Some(asked)));
    desk.close().await;
}

#[tokio::test]
async fn whom_to_call_stands_beside_a_topic_that_is_closed_just_then() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    let topic = anna.opens_topic("Storing");
    desk.api.fault(Fault::refused(400, "Bad Request: TOPIC_CLOSED").on("sendContact"));
    anna.says_in(topic, "/noodplan");
    anna.hears(|chat| chat.iter().filter(|shown| shown.contact.is_some()).count() == 2).await;
    desk.close().await;
}
