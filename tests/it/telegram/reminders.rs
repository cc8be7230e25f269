//! Reminders go at most once, and not to people who cannot be reached; what could not be read is kept.

use chrono::TimeDelta;
use noodplan::app::ports::{Clock, LaneKind};
use serde_json::json;

use super::desk::{Desk, fills_call_list, last, live_cards, says};
use crate::bot_api::{Fault, Gate, Outcome, Person, Shown};

const WORDS: &str = "Tijd om je bellijst na te lopen.";

#[tokio::test]
async fn a_reminder_comes_with_sound_and_leaves_the_card_as_it_is() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Reminder, WORDS).await;
    desk.stop().await;
    desk.start().await;
    let chat = anna.hears(|chat| last(chat).is_some_and(|shown| shown.text == WORDS)).await;
    assert!(!last(&chat).unwrap().silent);
    assert_eq!(live_cards(&chat), 1);
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    desk.close().await;
}

#[tokio::test]
async fn a_reminder_whose_answer_was_lost_is_not_sent_again() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    for fault in [Fault::dropped_before(), Fault::answer_lost(), Fault::server_error(502)] {
        desk.has_to_send(&anna, LaneKind::Reminder, WORDS).await;
        desk.stop().await;
        let tries = desk.tries(&anna, "sendMessage").len();
        desk.api.fault(fault.on("sendMessage"));
        desk.start().await;
        desk.api.until(|_| desk.tries(&anna, "sendMessage").len() == tries + 1).await;
        says(&anna, "hoi", "In vijf minuten").await;
        desk.stop().await;
        desk.start().await;
        says(&anna, "hoi", "In vijf minuten").await;
    }
    let sent = anna.chat().iter().filter(|shown| shown.text == WORDS).count();
    assert_eq!(sent, 1, "the one of which only the answer was lost");
    desk.close().await;
}

#[tokio::test]
async fn a_bot_that_is_killed_while_it_sends_a_reminder_does_not_send_it_twice() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Reminder, WORDS).await;
    desk.stop().await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage"));
    desk.start().await;
    gate.reached_by(1).await;
    desk.kill();
    gate.open();
    desk.start().await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    says(&anna, "nee", "Hoe heet je bedrijf").await;
    assert!(anna.chat().iter().filter(|shown| shown.text == WORDS).count() <= 1);
    desk.close().await;
}

#[tokio::test]
async fn a_reminder_that_has_to_wait_comes_later_and_stops_nobody_else() {
    let mut desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    says(&anna, "/start", "In vijf minuten").await;
    desk.has_to_send(&anna, LaneKind::Reminder, WORDS).await;
    desk.stop().await;
    desk.api.fault(Fault::too_many_requests(1).on("sendMessage"));
    desk.start().await;
    let told_to_wait = Outcome::RefusedByTest { code: 429 };
    desk.api.until(|_| desk.tries(&anna, "sendMessage").contains(&told_to_wait)).await;
    says(&piet, "/start", "In vijf minuten").await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text == WORDS)).await;
    desk.close().await;
}

/// The review is due, and the reminder of it is told to wait; gives how often a company was read until then.
async fn is_reminded_while_telegram_says_wait(desk: &Desk) -> (Person, u32) {
    let anna = desk.api.person("Anna", Some("nl"));
    desk.set_time("2026-11-23T09:00:00Z".parse().unwrap());
    fills_call_list(&anna).await;
    desk.set_time("2027-05-24T08:00:00Z".parse().unwrap());
    desk.api.fault(Fault::too_many_requests(2).on("sendMessage"));
    desk.tells_what_is_due().await;
    let told_to_wait = Outcome::RefusedByTest { code: 429 };
    desk.api.until(|_| desk.tries(&anna, "sendMessage").contains(&told_to_wait)).await;
    let reads = *desk.trouble.company_reads.borrow();
    (anna, reads)
}

fn reminders(anna: &Person) -> usize {
    anna.chat().iter().filter(|shown| shown.text.contains("Herinnering voor Bakkerij Jansen")).count()
}

#[tokio::test]
async fn a_reminder_that_has_to_wait_comes_when_nothing_changed() {
    let desk = Desk::open().await;
    let (anna, _) = is_reminded_while_telegram_says_wait(&desk).await;
    anna.hears(|_| reminders(&anna) == 1).await;
    desk.close().await;
}

#[tokio::test]
async fn a_reminder_that_has_to_wait_does_not_come_when_it_is_done_meanwhile() {
    let mut desk = Desk::open().await;
    let (anna, reads) = is_reminded_while_telegram_says_wait(&desk).await;
    says(&anna, "/gedaan", "Gedaan: alles nalopen").await;
    desk.company_is_read_after(reads).await;
    desk.stop().await;
    desk.start().await;
    says(&anna, "/agenda", "Je agenda").await;
    desk.tells_what_is_due().await;
    desk.stop().await;
    assert_eq!(reminders(&anna), 0, "{}", desk.api.print_chat(&anna));
}

#[tokio::test]
async fn a_reminder_that_has_to_wait_is_decided_again_when_something_else_is_told_meanwhile() {
    let mut desk = Desk::open().await;
    let (anna, reads) = is_reminded_while_telegram_says_wait(&desk).await;
    says(&anna, "geen van deze", "Wie moet weten dat je computers platliggen").await;
    desk.company_is_read_after(reads).await;
    desk.stop().await;
    assert_eq!(reminders(&anna), 0);
    desk.start().await;
    says(&anna, "/agenda", "Je agenda").await;
    desk.tells_what_is_due().await;
    anna.hears(|_| reminders(&anna) == 1).await;
    desk.tells_what_is_due().await;
    desk.stop().await;
    assert_eq!(reminders(&anna), 1, "{}", desk.api.print_chat(&anna));
}

#[tokio::test]
async fn a_reminder_that_was_left_over_in_the_evening_is_not_sent_at_night() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let evening = desk.clock.now() + TimeDelta::hours(1);
    desk.has_to_remind_until(&anna, WORDS, evening).await;
    desk.stop().await;
    desk.set_time(evening + TimeDelta::hours(6));
    desk.start().await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unsent().await, 0);
    assert!(anna.chat().iter().all(|shown| shown.text != WORDS));
    desk.close().await;
}

#[tokio::test]
async fn reminders_that_do_not_get_through_leave_room_for_answers() {
    let mut desk = Desk::open().await;
    let piet = desk.api.person("Piet", Some("nl"));
    let mut crowd = Vec::new();
    for number in 0..18 {
        let person = desk.api.person(&format!("P{number}"), Some("nl"));
        says(&person, "/start", "In vijf minuten").await;
        desk.has_to_send(&person, LaneKind::Reminder, WORDS).await;
        crowd.push(person);
    }
    desk.stop().await;
    let gate = Gate::new();
    for person in &crowd {
        desk.api.fault(Fault::held_before(&gate).on("sendMessage").in_chat(person.id()));
    }
    desk.start().await;
    gate.reached_by(16).await;
    says(&piet, "/start", "In vijf minuten").await;
    says(&piet, "ja", "Is er nu iets mis").await;
    let under_way = crowd.iter().filter(|person| desk.tries(person, "sendMessage").contains(&Outcome::Open));
    assert_eq!(under_way.count(), 16);
    gate.open();
    for person in &crowd {
        person.hears(|chat| last(chat).is_some_and(|shown| shown.text == WORDS)).await;
    }
    desk.close().await;
}

#[tokio::test]
async fn who_cannot_be_reached_is_noted_until_they_are_heard_again() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    // Telegram tells.
    let polls = desk.api.calls_of("getUpdates").len();
    anna.blocks_bot();
    desk.api.until(|api| api.calls_of("getUpdates").len() > polls).await;
    desk.stop().await;
    desk.start().await;
    assert!(desk.conversation(&anna).await.unwrap().unreachable_at.is_some());
    anna.unblocks_bot();
    says(&anna, "ja", "Is er nu iets mis").await;
    assert!(desk.conversation(&anna).await.unwrap().unreachable_at.is_none());
    // Telegram does not tell, and refuses.
    desk.has_to_send(&anna, LaneKind::Reminder, WORDS).await;
    desk.stop().await;
    anna.leaves_telegram();
    desk.start().await;
    desk.api.until(|api| !api.refused().is_empty()).await;
    desk.stop().await;
    desk.start().await;
    assert!(desk.conversation(&anna).await.unwrap().unreachable_at.is_some());
    assert_eq!(desk.unsent().await, 0);
}

#[tokio::test]
async fn an_owner_hears_who_blocked_the_bot() {
    let desk = Desk::open().await;
    let (anna, bram) = (desk.api.person("Anna", Some("nl")), desk.api.person("Bram", Some("nl")));
    fills_call_list(&anna).await;
    desk.api.until(|api| !api.calls_of("setMyCommands").is_empty()).await;
    says(&anna, "/uitnodigen", "Wat mag degene die je uitnodigt").await;
    anna.says("lezer");
    let link = |chat: &[Shown]| -> Option<String> {
        let text = chat.iter().rev().find_map(|shown| shown.text.split_once("?start="))?.1;
        text.split_whitespace().next().map(str::to_owned)
    };
    let code = link(&anna.hears(|chat| link(chat).is_some()).await).unwrap();
    says(&bram, &format!("/start {code}"), "Jouw drie woorden").await;
    anna.hears(|chat| chat.iter().any(|shown| shown.text.contains("Bram wil meedoen"))).await;
    anna.taps("Ja, dit is Bram").unwrap();
    bram.hears(|chat| chat.iter().any(|shown| shown.text.contains("Je hoort nu bij"))).await;
    bram.blocks_bot();
    let lost = "Bram van Bakkerij Jansen krijgt op Telegram geen berichten meer van me.";
    anna.hears(|chat| chat.iter().any(|shown| shown.text.contains(lost))).await;
    desk.close().await;
}

#[tokio::test]
async fn what_could_not_be_read_is_kept_and_read_by_a_version_that_can() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let kept = desk.api.deliver_raw(json!({ "message": "in a way that no version knows" }));
    desk.api.until(|api| api.confirmed_update_ids().contains(&kept)).await;
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unhandled().await, 1, "it is still there, and harms nobody");
    // This one an earlier version could not read, and this version can.
    let chat = json!({ "id": anna.id(), "type": "private" });
    let message =
        json!({ "message_id": 1, "date": 1, "chat": chat, "from": { "id": anna.id() }, "text": "ja" });
    let now = desk.clock.now();
    desk.could_not_read(&json!({ "update_id": 77, "message": message }), now - TimeDelta::hours(1)).await;
    desk.could_not_read(&json!({ "update_id": 78, "message": message }), now - TimeDelta::hours(25)).await;
    desk.stop().await;
    desk.start().await;
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 2, "what is a day old answers nothing");
    desk.stop().await;
    desk.start().await;
    assert_eq!(desk.unhandled().await, 1);
    desk.close().await;
}
