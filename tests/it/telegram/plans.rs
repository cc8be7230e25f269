//! The emergency plan through trouble with Telegram: it waits for nobody, and is tried until it arrives.

use std::{sync::atomic::Ordering, time::Duration};

use noodplan::app::ports::LaneKind;

use super::desk::{Desk, fills_call_list, last, live_cards, says};
use crate::bot_api::{Fault, Gate, Outcome, Shown};

#[tokio::test]
async fn an_emergency_does_not_wait_its_turn() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::too_many_requests(600).on("sendMessage"));
    anna.says("/start");
    desk.api.until(|_| desk.tries(&anna, "sendMessage") == [Outcome::RefusedByTest { code: 429 }]).await;
    desk.api.fault(Fault::too_many_requests(600).on("sendMessage").times(2));
    says(&anna, "/noodplan", "NOODPLAN").await;
    desk.close().await;
}

#[tokio::test]
async fn an_emergency_whose_answer_was_lost_is_sent_again_at_once() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    desk.api.fault(Fault::answer_lost().on("sendMessage"));
    anna.says("/noodplan");
    let plans = |chat: &[Shown]| chat.iter().filter(|shown| shown.text.starts_with("NOODPLAN")).count();
    anna.hears(|chat| plans(chat) == 2).await;
    desk.close().await;
}

#[tokio::test]
async fn an_emergency_is_tried_until_it_arrives() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.api.fault(Fault::server_error(502).on("sendMessage").times(5));
    says(&anna, "/noodplan", "NOODPLAN").await;
    desk.close().await;
}

#[tokio::test]
async fn an_emergency_is_tried_until_it_arrives_however_long_that_takes() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    // More than the tries that follow each other closely.
    desk.api.fault(Fault::server_error(502).on("sendMessage").in_chat(anna.id()).times(15));
    says(&anna, "/noodplan", "NOODPLAN").await;
    desk.close().await;
}

#[tokio::test]
async fn a_plan_that_left_the_outbox_is_not_tried_any_more() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.api.fault(Fault::server_error(502).on("sendMessage").in_chat(anna.id()).standing());
    anna.says("/noodplan");
    // By the second read, the first has seen the plan.
    desk.outbox_is_read_after(1).await;
    desk.forgets_its_outbox().await;
    let reads = *desk.trouble.outbox_reads.borrow();
    desk.outbox_is_read_after(reads).await;
    desk.api.clear_faults();
    desk.stop().await;
    assert!(
        anna.chat().iter().all(|shown| !shown.text.contains("NOODPLAN")),
        "{}",
        desk.api.print_chat(&anna)
    );
    desk.close().await;
}

#[tokio::test]
async fn many_cries_for_help_that_have_to_wait_come_as_one_plan() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.api.fault(Fault::too_many_requests(600).on("sendMessage").in_chat(anna.id()).standing());
    let before = desk.tries(&anna, "sendMessage").len();
    for _ in 0..20 {
        anna.says("/noodplan");
    }
    // Each once at once; from then on the newest again and again.
    desk.api.until(|_| desk.tries(&anna, "sendMessage").len() > before + 60).await;
    desk.api.clear_faults();
    let plans = |chat: &[Shown]| {
        chat.iter().filter(|shown| shown.from_bot && shown.text.starts_with("NOODPLAN")).count()
    };
    anna.hears(|chat| plans(chat) > 0).await;
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    for _ in 0..2 {
        desk.stop().await;
        desk.start().await;
        assert_eq!(plans(&anna.chat()), 1, "{}", desk.api.print_chat(&anna));
    }
    desk.close().await;
}

#[tokio::test]
async fn a_plan_that_was_left_over_is_tried_until_it_arrives_and_waits_for_nothing() {
    const OLDER: &str = "NOODPLAN van gisteren";
    const NEWEST: &str = "NOODPLAN van nu";
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    for words in [OLDER, NEWEST] {
        desk.has_to_send(&anna, LaneKind::Emergency, words).await;
    }
    desk.stop().await;
    desk.api.fault(Fault::too_many_requests(600).on("sendMessage").in_chat(anna.id()));
    desk.api.fault(Fault::server_error(502).on("sendMessage").in_chat(anna.id()).times(3));
    desk.trouble.unhandled_fails.store(u32::MAX, Ordering::SeqCst);
    desk.start().await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text == NEWEST)).await;
    desk.trouble.unhandled_fails.store(0, Ordering::SeqCst);
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    assert!(anna.chat().iter().all(|shown| shown.text != OLDER), "{}", desk.api.print_chat(&anna));
    desk.close().await;
}

#[tokio::test]
async fn the_plan_goes_before_what_may_have_been_lost() {
    let mut desk = Desk::closed().await;
    desk.pauses.resend = Duration::from_secs(600);
    desk.start().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    desk.api.fault(Fault::dropped_before().on("sendMessage").in_chat(anna.id()));
    anna.says("/start");
    desk.api.until(|_| desk.tries(&anna, "sendMessage") == [Outcome::DroppedBefore]).await;
    says(&piet, "/start", "In vijf minuten").await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(anna.id()).after(1));
    says(&anna, "/noodplan", "NOODPLAN").await;
    gate.open();
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    assert_eq!(live_cards(&chat), 1, "the plan keeps its buttons");
    desk.close().await;
}

#[tokio::test]
async fn a_plan_that_telegram_refuses_comes_without_markup_and_buttons() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::refused(400, "Bad Request: something new").on("sendMessage"));
    let chat = says(&anna, "/noodplan", "NOODPLAN").await;
    let plan = last(&chat).unwrap();
    assert!(plan.buttons.is_empty() && !plan.html.contains("<b>"), "{}", plan.html);
    desk.close().await;
}
