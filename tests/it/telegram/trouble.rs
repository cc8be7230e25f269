//! Trouble with Telegram: too much at once, blocked, lost answers, refused markup, another poller, no network.

use std::{net, sync::atomic::Ordering, time::Duration};

use noodplan::channel::telegram::ApiError;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};

use super::desk::{Desk, last, live_cards, says, taps};
use crate::bot_api::{Fault, Gate, Outcome};

#[tokio::test]
async fn a_chat_that_has_to_wait_does_not_stop_another_and_its_messages_keep_their_order() {
    let desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    desk.api.fault(Fault::too_many_requests(1).on("sendMessage").in_chat(anna.id()));
    anna.says("/start");
    anna.says("ja");
    desk.api.until(|_| desk.tries(&anna, "sendMessage") == [Outcome::RefusedByTest { code: 429 }]).await;
    says(&piet, "/start", "In vijf minuten").await;
    assert!(anna.last_from_bot().is_none(), "nothing before the second is over");
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    let texts: Vec<_> = chat.iter().filter(|shown| shown.from_bot).map(|shown| &shown.text[..7]).collect();
    assert_eq!(texts, ["Hoi! In", "✓ Akk"]);
    desk.close().await;
}

#[tokio::test]
async fn what_has_to_wait_for_somebody_who_is_removed_meanwhile_never_comes() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.api.fault(Fault::too_many_requests(1).on("sendMessage"));
    anna.says("nee");
    desk.api
        .until(|_| desk.tries(&anna, "sendMessage").contains(&Outcome::RefusedByTest { code: 429 }))
        .await;
    desk.removes(&anna).await;
    let chat = says(&anna, "/start", "In vijf minuten").await;
    assert!(chat.iter().all(|shown| !shown.text.contains("Hoe heet je bedrijf")), "{chat:?}");
    desk.close().await;
}

#[tokio::test]
async fn news_for_somebody_who_was_removed_just_now_never_comes() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let reads = *desk.trouble.outbox_reads.borrow();
    desk.has_news_too_late(&anna, "Dit is van een ander");
    desk.outbox_is_read_after(reads).await;
    let chat = says(&anna, "ja", "Is er nu iets mis").await;
    assert!(chat.iter().all(|shown| !shown.text.contains("van een ander")), "{chat:?}");
    desk.close().await;
}

#[tokio::test]
async fn an_apology_that_has_to_wait_comes_although_it_is_nowhere_written_down() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.trouble.commit_fails.store(true, Ordering::SeqCst);
    desk.api.fault(Fault::too_many_requests(1).on("sendMessage"));
    says(&anna, "nee", "Ik kan nu even niets opslaan").await;
    desk.trouble.commit_fails.store(false, Ordering::SeqCst);
    says(&anna, "nee", "Hoe heet je bedrijf").await;
    desk.close().await;
}

#[tokio::test]
async fn who_blocked_the_bot_gets_nothing_more_until_they_come_back() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("sendMessage"));
    anna.says("ja");
    gate.reached_by(1).await;
    anna.blocks_bot();
    gate.open();
    let blocked =
        Outcome::Refused { code: 403, description: "Forbidden: bot was blocked by the user".into() };
    desk.api.until(|_| desk.tries(&anna, "sendMessage").contains(&blocked)).await;
    anna.unblocks_bot();
    says(&anna, "nee", "Hoe heet je bedrijf").await;
    let mut desk = desk;
    desk.stop().await;
    assert!(desk.api.refused().iter().all(|call| call.outcome == blocked));
    desk.start().await;
    says(&anna, "/noodplan", "NOODPLAN").await;
    assert_eq!(desk.tries(&anna, "sendMessage").iter().filter(|outcome| **outcome == blocked).count(), 1);
}

#[tokio::test]
async fn a_question_whose_answer_was_lost_is_sent_once_more_after_a_while() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::dropped_before().on("sendMessage"));
    says(&anna, "/start", "In vijf minuten").await;
    assert_eq!(desk.tries(&anna, "sendMessage"), [Outcome::DroppedBefore, Outcome::Granted]);
    desk.close().await;
}

#[tokio::test]
async fn a_tap_on_a_question_whose_answer_was_lost_shows_that_it_arrived() {
    let mut desk = Desk::closed().await;
    desk.pauses.resend = Duration::from_secs(600);
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.api.fault(Fault::answer_lost().on("sendMessage"));
    says(&anna, "ja", "Is er nu iets mis").await;
    let chat = taps(&anna, "Nee, gelukkig niet", "Hoe heet je bedrijf").await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 2, "{}", desk.api.print_chat(&anna));
    desk.close().await;
}

#[tokio::test]
async fn whoever_writes_again_gets_what_may_have_been_lost_without_its_buttons() {
    let mut desk = Desk::closed().await;
    desk.pauses.resend = Duration::from_secs(600);
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::dropped_before().on("sendMessage"));
    anna.says("/start");
    desk.api.until(|_| desk.tries(&anna, "sendMessage") == [Outcome::DroppedBefore]).await;
    let chat = says(&anna, "ja", "Is er nu iets mis").await;
    let texts: Vec<_> = chat.iter().filter(|shown| shown.from_bot).map(|shown| &shown.text[..7]).collect();
    assert_eq!(texts, ["Hoi! In", "✓ Akk"]);
    assert_eq!(live_cards(&chat), 1);
    desk.close().await;
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_repeated_and_changes_nothing() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.api.fault(Fault::answer_lost().on("editMessageText"));
    taps(&anna, "Akkoord, beginnen", "Is er nu iets mis").await;
    let chat = taps(&anna, "Nee, gelukkig niet", "Hoe heet je bedrijf").await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 1);
    let mut desk = desk;
    desk.stop().await;
    let refused = desk.api.refused();
    assert!(refused.iter().all(|call| format!("{:?}", call.outcome).contains("not modified")), "{refused:?}");
}

#[tokio::test]
async fn a_card_that_was_deleted_is_answered_below() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let chat = says(&anna, "/start", "In vijf minuten").await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("editMessageText"));
    anna.taps("Akkoord, beginnen").unwrap();
    gate.reached_by(1).await;
    anna.deletes(last(&chat).unwrap().message_id);
    gate.open();
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    let refused = desk.api.refused();
    assert!(refused.iter().all(|call| call.is("editMessageText") || call.is("editMessageReplyMarkup")));
}

#[tokio::test]
async fn a_card_that_cannot_be_changed_for_whatever_reason_is_answered_below_with_buttons() {
    for words in ["message can't be edited", "there is no text in the message to edit", "something new"] {
        let desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        says(&anna, "/start", "In vijf minuten").await;
        desk.api.fault(Fault::refused(400, &format!("Bad Request: {words}")).on("editMessageText"));
        taps(&anna, "Akkoord, beginnen", "Is er nu iets mis").await;
        anna.hears(|chat| live_cards(chat) == 1 && last(chat).is_some_and(|shown| !shown.buttons.is_empty()))
            .await;
        assert_eq!(desk.tries(&anna, "sendMessage").len(), 2, "{words}");
        desk.close().await;
    }
}

#[tokio::test]
async fn what_a_proxy_says_costs_no_message_and_nobody_is_out_of_reach() {
    // A page in place of an answer may hide that the message arrived: it is sent once more, and not again.
    for (code, times) in [(403, 2), (407, 2), (302, 2), (400, 2), (200, 1)] {
        let desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        for method in ["sendMessage", "getUpdates"] {
            desk.api.fault(Fault::proxy_answers(code).on(method).times(times));
        }
        says(&anna, "/start", "In vijf minuten").await;
        let refused = Outcome::RefusedByTest { code };
        let tries = desk.tries(&anna, "sendMessage");
        assert_eq!(tries.iter().filter(|outcome| **outcome == refused).count(), times as usize, "{code}");
        assert!(desk.conversation(&anna).await.unwrap().unreachable_at.is_none(), "{code}");
        desk.close().await;
    }
}

#[tokio::test]
async fn refused_markup_goes_as_plain_text() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let words = "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0";
    desk.api.fault(Fault::refused(400, words).on("sendMessage"));
    let chat = says(&anna, "/noodplan", "NOODPLAN").await;
    assert!(last(&chat).unwrap().entities.iter().all(|entity| !format!("{entity:?}").contains("Bold")));
    desk.close().await;
}

#[tokio::test]
async fn a_message_that_telegram_will_never_take_is_dropped_and_the_next_one_arrives() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::refused(400, "Bad Request: something new").on("sendMessage").times(2));
    anna.says("/start");
    desk.api.until(|_| desk.tries(&anna, "sendMessage").len() == 2).await;
    let chat = says(&anna, "ja", "Is er nu iets mis").await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 1);
    desk.close().await;
}

#[tokio::test]
async fn another_poller_is_waited_for_without_haste() {
    let mut desk = Desk::closed().await;
    desk.pauses.conflict = Duration::from_secs(3_600);
    desk.api.fault(Fault::conflict());
    assert_eq!(desk.polls_during_set_up().await, 1);
    desk.close().await;
}

#[tokio::test]
async fn once_another_poller_stops_the_bot_hears_again() {
    let mut desk = Desk::closed().await;
    desk.api.fault(Fault::conflict().times(3));
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let polls = desk.api.calls_of("getUpdates");
    let refused: Vec<_> =
        polls.iter().take_while(|call| call.outcome == Outcome::RefusedByTest { code: 409 }).collect();
    assert_eq!(refused.len(), 3);
    desk.close().await;
}

/// Passes every connection on to the server.
async fn passes_on(listener: TcpListener, server: String) {
    while let Ok((mut from, _)) = listener.accept().await {
        let server = server.clone();
        tokio::spawn(async move {
            if let Ok(mut to) = TcpStream::connect(server).await {
                let _ = copy_bidirectional(&mut from, &mut to).await;
            }
        });
    }
}

#[tokio::test]
async fn a_bot_that_starts_while_nobody_is_there_answers_when_somebody_is() {
    let mut desk = Desk::closed().await;
    let free = net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    desk.api_url = Some(format!("http://{free}"));
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    // Long enough for a few tries: another bot is set up and heard meanwhile.
    let other = Desk::open().await;
    says(&other.api.person("Piet", Some("nl")), "/start", "In vijf minuten").await;
    other.close().await;
    assert_eq!(desk.api.call_count(), 0);
    let server = desk.api.url().trim_start_matches("http://").to_owned();
    let passing_on = tokio::spawn(passes_on(TcpListener::bind(free).await.unwrap(), server));
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    says(&anna, "ja", "Is er nu iets mis").await;
    desk.stop().await;
    passing_on.abort();
    desk.close().await;
}

#[tokio::test]
async fn a_webhook_that_was_left_behind_is_taken_away() {
    let mut desk = Desk::closed().await;
    let words = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    desk.api.fault(Fault::refused(409, words).on("getUpdates"));
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    assert_eq!(desk.api.calls_of("deleteWebhook").len(), 1);
    desk.close().await;
}

#[tokio::test]
async fn trouble_while_polling_is_waited_out() {
    let mut desk = Desk::closed().await;
    for fault in [
        Fault::server_error(502),
        Fault::dropped_before(),
        Fault::malformed_answer(),
        Fault::too_many_requests(0),
        Fault::refused(401, "Unauthorized"),
        Fault::answer_lost(),
    ] {
        desk.api.fault(fault.on("getUpdates"));
    }
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.close().await;
}

#[tokio::test]
async fn a_panic_in_one_turn_is_tried_again_and_harms_nobody_else() {
    let desk = Desk::open().await;
    let (anna, piet) = (desk.api.person("Anna", Some("nl")), desk.api.person("Piet", Some("nl")));
    desk.trouble.loads_that_panic.store(2, Ordering::SeqCst);
    says(&anna, "/start", "In vijf minuten").await;
    says(&piet, "/start", "In vijf minuten").await;
    assert_eq!(desk.panics(), 2);
    desk.close().await;
}

#[tokio::test]
async fn a_panic_while_something_is_taken_in_is_tried_again() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.trouble.receives_that_panic.store(2, Ordering::SeqCst);
    says(&anna, "/start", "In vijf minuten").await;
    desk.close().await;
}

#[tokio::test]
async fn receiving_that_ends_by_itself_is_no_good_end() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.clock.breaks_receiving.store(true, Ordering::SeqCst);
    anna.says("ja");
    assert!(matches!(desk.ends().await, Err(ApiError::Receiving)));
    desk.clock.breaks_receiving.store(false, Ordering::SeqCst);
    desk.start().await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    desk.close().await;
}

#[tokio::test]
async fn an_event_that_always_panics_is_set_aside_with_an_apology() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.trouble.loads_that_panic.store(3, Ordering::SeqCst);
    let chat = says(&anna, "/start", "er ging bij mij iets mis").await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 1);
    assert_eq!(desk.unhandled().await, 0);
    says(&anna, "/start", "In vijf minuten").await;
    desk.close().await;
}
