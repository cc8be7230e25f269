//! Nothing that Telegram was told is received gets lost, and nothing is handled twice.

use std::sync::{Arc, atomic::Ordering};

use noodplan::app::ports::LaneKind;

use super::desk::{Desk, last, live_cards, says};
use crate::bot_api::{BotApi, Call, Fault, Gate, Shown};

fn answers(chat: &[Shown]) -> usize {
    chat.iter().filter(|shown| shown.from_bot).count()
}

#[tokio::test]
async fn what_was_said_while_the_bot_was_away_is_answered_at_its_start() {
    let mut desk = Desk::closed().await;
    let anna = desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    desk.start().await;
    anna.hears(|chat| live_cards(chat) == 1).await;
    desk.close().await;
}

#[tokio::test]
async fn a_start_asks_for_the_earliest_that_telegram_has() {
    let mut desk = Desk::closed().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    anna.says("/start");
    piet.says("/start");
    assert_eq!(desk.api.pending_updates().len(), 2);
    desk.start().await;
    for person in [&anna, &piet] {
        person.hears(|chat| live_cards(chat) == 1).await;
    }
    let first = desk.api.calls_of("getUpdates").remove(0);
    assert_eq!(first.body["offset"].to_string().trim_matches('"'), "0");
    // Telegram goes by what it was asked for last.
    let kinds = |call: &Call| call.body["allowed_updates"].to_string();
    assert!(desk.api.calls_of("getUpdates").iter().all(|call| kinds(call).contains("my_chat_member")));
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn an_update_is_confirmed_only_when_it_is_written_down() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.trouble.receive_fails.store(true, Ordering::SeqCst);
    anna.says("/start");
    desk.polls_again().await;
    assert_eq!(desk.api.pending_updates().len(), 1);
    assert!(anna.last_from_bot().is_none());
    desk.trouble.receive_fails.store(false, Ordering::SeqCst);
    anna.hears(|chat| live_cards(chat) == 1).await;
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn what_was_written_down_without_anybody_knowing_is_answered_once() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.trouble.receive_is_lost.store(true, Ordering::SeqCst);
    anna.says("/start");
    desk.polls_again().await;
    desk.trouble.receive_is_lost.store(false, Ordering::SeqCst);
    anna.hears(|chat| live_cards(chat) == 1).await;
    says(&anna, "ja", "Is er nu iets mis").await;
    assert_eq!(answers(&anna.chat()), 2);
    desk.close().await;
}

#[tokio::test]
async fn the_emergency_plan_comes_even_when_nothing_can_be_written_down_and_comes_once() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    for flag in [&desk.trouble.receive_fails, &desk.trouble.commit_fails] {
        flag.store(true, Ordering::SeqCst);
    }
    anna.says("/noodplan");
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("NOODPLAN"))).await;
    desk.polls_again().await;
    for flag in [&desk.trouble.receive_fails, &desk.trouble.commit_fails] {
        flag.store(false, Ordering::SeqCst);
    }
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    says(&anna, "/start", "In vijf minuten").await;
    assert_eq!(anna.chat().iter().filter(|shown| shown.text.contains("NOODPLAN")).count(), 1);
    desk.close().await;
}

#[tokio::test]
async fn a_person_who_was_told_to_try_again_is_not_answered_later_as_well() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    for (words, wanted) in [("/start", "In vijf minuten"), ("ja", "iets mis"), ("nee", "Hoe heet je bedrijf")]
    {
        says(&anna, words, wanted).await;
    }
    desk.trouble.commit_fails.store(true, Ordering::SeqCst);
    says(&anna, "Bakkerij Jansn", "Ik kan nu even niets opslaan").await;
    desk.trouble.commit_fails.store(false, Ordering::SeqCst);
    says(&anna, "Bakkerij Jansen", "Met hoeveel mensen").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unhandled().await, 0);
    says(&anna, "/noodplan", "NOODPLAN Bakkerij Jansen").await;
    desk.close().await;
}

#[tokio::test]
async fn a_duplicate_is_handled_once_also_after_a_restart() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    anna.hears(|chat| live_cards(chat) == 1).await;
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    let ids = desk.api.confirmed_update_ids();
    for _ in 0..2 {
        ids.iter().for_each(|id| assert!(desk.api.deliver_again(*id)));
        let polls = desk.api.calls_of("getUpdates").len();
        desk.api.until(|api: &BotApi| api.calls_of("getUpdates").len() > polls).await;
        desk.stop().await;
        desk.start().await;
    }
    says(&anna, "ja", "Is er nu iets mis").await;
    assert_eq!(answers(&anna.chat()), 2);
    desk.close().await;
}

#[tokio::test]
async fn ids_that_jump_up_and_down_lose_nothing() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    for (id, words, wanted) in [
        (900_000_000, "/start", "In vijf minuten"),
        (1_000, "ja", "Is er nu iets mis"),
        (2_000_000_000, "nee", "Hoe heet je bedrijf"),
        (5, "Bakkerij Jansen", "Met hoeveel mensen"),
    ] {
        desk.api.set_next_update_id(id);
        says(&anna, words, wanted).await;
    }
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn a_bot_that_was_killed_before_it_answered_answers_after_its_start() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage"));
    anna.says("/start");
    gate.reached_by(1).await;
    desk.kill();
    desk.start().await;
    anna.hears(|chat| live_cards(chat) == 1).await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    assert_eq!(desk.unhandled().await, 0);
    desk.close().await;
}

#[tokio::test]
async fn what_is_handed_over_while_it_is_taken_up_comes_once() {
    const NEWS: &str = "Samira hoort er nu bij.";
    let mut desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Notice, NEWS).await;
    desk.stop().await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(anna.id()));
    desk.start().await;
    gate.reached_by(1).await;
    desk.trouble.sent_fails.store(true, Ordering::SeqCst);
    desk.hands_its_outbox_over().await;
    // News is seen to in the order in which it is handed over.
    let reads = *desk.trouble.outbox_reads.borrow();
    desk.has_news_too_late(&piet, NEWS);
    desk.outbox_is_read_after(reads).await;
    gate.open();
    let chat = says(&anna, "ja", "Is er nu iets mis").await;
    desk.trouble.sent_fails.store(false, Ordering::SeqCst);
    assert_eq!(chat.iter().filter(|shown| shown.text == NEWS).count(), 1, "{}", desk.api.print_chat(&anna));
    desk.close().await;
}

#[tokio::test]
async fn an_emergency_does_not_wait_for_what_was_left_over_and_an_answer_does() {
    const NEWS: &str = "Samira hoort er nu bij.";
    let mut desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Notice, NEWS).await;
    desk.stop().await;
    anna.says("ja");
    let trouble = Arc::clone(&desk.trouble);
    let held = trouble.notes_held_up.write().await;
    desk.start().await;
    says(&piet, "/noodplan", "NOODPLAN").await;
    drop(held);
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    let said: Vec<&str> = chat.iter().filter(|shown| shown.from_bot).map(|shown| &*shown.text).collect();
    assert_eq!(said.iter().position(|text| *text == NEWS), Some(said.len() - 2), "{said:?}");
    desk.stop().await;
    desk.start().await;
    assert_eq!((desk.unsent().await, desk.unhandled().await), (0, 0));
    assert_eq!(answers(&piet.chat()), 1);
    desk.close().await;
}

#[tokio::test]
async fn what_was_left_over_is_taken_up_also_when_it_cannot_be_read_at_once() {
    const NEWS: &str = "Samira hoort er nu bij.";
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Notice, NEWS).await;
    let trouble = Arc::clone(&desk.trouble);
    let held = trouble.held_up.write().await;
    anna.says("ja");
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.kill();
    drop(held);
    trouble.unsent_fails.store(2, Ordering::SeqCst);
    trouble.unhandled_fails.store(2, Ordering::SeqCst);
    desk.start().await;
    anna.hears(|chat| chat.iter().any(|shown| shown.text == NEWS)).await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_tap_that_comes_before_what_was_left_over_is_read_changes_the_card_that_was_tapped() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let card = last(&says(&anna, "/start", "In vijf minuten").await).unwrap().message_id;
    desk.stop().await;
    desk.trouble.unhandled_fails.store(u32::MAX, Ordering::SeqCst);
    desk.start().await;
    anna.taps("Akkoord, beginnen").unwrap();
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    desk.trouble.unhandled_fails.store(0, Ordering::SeqCst);
    let chat = anna.hears(|chat| chat.iter().any(|shown| shown.text.contains("Is er nu iets mis"))).await;
    let asked = chat.iter().find(|shown| shown.text.contains("Is er nu iets mis")).unwrap();
    assert_eq!((asked.message_id, live_cards(&chat)), (card, 1), "{chat:?}");
    desk.close().await;
}

#[tokio::test]
async fn a_bot_that_is_told_to_stop_finishes_what_is_under_way() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage"));
    anna.says("/start");
    gate.reached_by(1).await;
    let (stopped, ()) = tokio::join!(desk.stop(), async { gate.open() });
    assert_eq!(live_cards(&anna.chat()), 1);
    let () = stopped;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    desk.close().await;
}

#[tokio::test]
async fn more_than_can_wait_of_one_person_keeps_nobody_else_waiting() {
    let mut desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(anna.id()));
    anna.says("/start");
    gate.reached_by(1).await;
    // More than may run or wait in all conversations together.
    for _ in 0..10_500 {
        anna.says("hoi");
    }
    says(&piet, "/start", "In vijf minuten").await;
    says(&piet, "ja", "Is er nu iets mis").await;
    desk.kill();
}

#[tokio::test]
async fn a_flood_from_one_person_starves_nobody() {
    let desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    for _ in 0..500 {
        anna.says("hoi");
    }
    says(&piet, "/noodplan", "NOODPLAN").await;
    let answered = answers(&anna.chat());
    assert!(answered < 500, "Piet had to wait for all {answered} of them");
    anna.hears(|chat| answers(chat) == 500).await;
    desk.close().await;
}
