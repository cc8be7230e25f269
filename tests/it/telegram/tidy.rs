//! A chat stays tidy: one pinned call list that is up to date, one card, and no key that nobody needs.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use chrono::TimeDelta;

use super::desk::{Desk, begins, fills_call_list, last, live_cards, says, taps};
use crate::bot_api::{Fault, Person, Shown};

fn pinned(chat: &[Shown]) -> Vec<&Shown> {
    chat.iter().filter(|shown| shown.pinned).collect()
}

/// To the last question about the call list, the short way.
async fn comes_to_the_last_question(person: &Person) {
    fills_call_list(person).await;
    for (words, wanted) in [
        ("geen van deze", "Wie moet weten dat je computers platliggen"),
        ("niemand", "Wie bel je eerst"),
        ("zo is het goed", "Hoe houd je contact"),
    ] {
        says(person, words, wanted).await;
    }
}

/// From there to the menu.
async fn finishes_the_list(person: &Person) {
    comes_to_the_last_question(person).await;
    says(person, "sms", "Klaar: Bellijst").await;
    person.hears(|chat| pinned(chat).len() == 1).await;
}

async fn lists(person: &Person, wanted: &str) -> Vec<Shown> {
    person.hears(|chat| pinned(chat).iter().any(|shown| shown.text.contains(wanted))).await
}

/// Changes the name of the first line that is somebody else's.
async fn renames(person: &Person, line: &str, name: &str) {
    says(person, "/menu", "Klaar: Bellijst").await;
    taps(person, "Bellijst aanpassen", "1. ").await;
    let chat = person.chat();
    let labels = last(&chat).unwrap().labels();
    let line = labels.iter().find(|label| label.contains(line)).unwrap().to_string();
    taps(person, &line, "").await;
    taps(person, "Andere naam", "").await;
    says(person, name, name).await;
}

#[tokio::test]
async fn the_call_list_is_pinned_once_it_is_done_and_kept_up_to_date() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    finishes_the_list(&anna).await;
    let chat = lists(&anna, "2. Fatima (zus), vervangt: +31 6 87654321").await;
    let list = pinned(&chat)[0].message_id;
    assert!(pinned(&chat)[0].silent && pinned(&chat)[0].html.starts_with("<b>Bellijst Bakkerij Jansen</b>"));
    assert_eq!(live_cards(&chat), 1, "the card is still there");
    renames(&anna, "Fatima", "Samira").await;
    let chat = lists(&anna, "Samira").await;
    assert_eq!(pinned(&chat)[0].message_id, list);
    // It is found again after a restart.
    desk.stop().await;
    desk.start().await;
    renames(&anna, "Samira", "Yara").await;
    let chat = lists(&anna, "Yara").await;
    assert_eq!((pinned(&chat).len(), pinned(&chat)[0].message_id), (1, list));
    desk.close().await;
}

#[tokio::test]
async fn a_list_that_could_not_be_pinned_is_pinned_a_moment_later() {
    for fault in [Fault::too_many_requests(0), Fault::dropped_before()] {
        let desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        desk.api.fault(fault.on("pinChatMessage").times(2));
        finishes_the_list(&anna).await;
        desk.close().await;
    }
}

#[tokio::test]
async fn the_plan_does_not_wait_for_what_is_noted_about_the_chat() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    finishes_the_list(&anna).await;
    let list = pinned(&anna.chat())[0].message_id;
    desk.stop().await;
    let trouble = Arc::clone(&desk.trouble);
    let held = trouble.notes_held_up.write().await;
    desk.start().await;
    says(&anna, "/noodplan", "NOODPLAN").await;
    drop(held);
    anna.hears(|chat| live_cards(chat) == 1).await;
    renames(&anna, "Fatima", "Samira").await;
    let chat = lists(&anna, "Samira").await;
    assert_eq!((pinned(&chat).len(), pinned(&chat)[0].message_id), (1, list));
    desk.close().await;
}

const RESULT: &str = "Dit deel is klaar";

#[tokio::test]
async fn what_may_have_been_lost_comes_again_and_leaves_the_newer_card_alone() {
    let mut desk = Desk::closed().await;
    desk.pauses.resend = Duration::from_secs(1);
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    comes_to_the_last_question(&anna).await;
    desk.api.fault(Fault::dropped_before().on("sendMessage"));
    let chat = says(&anna, "sms", "Klaar: Bellijst").await;
    let menu = last(&chat).unwrap().message_id;
    anna.hears(|chat| chat.iter().any(|shown| shown.text.contains(RESULT))).await;
    desk.stop().await;
    let live: Vec<i64> =
        anna.chat().iter().filter(|shown| !shown.buttons.is_empty()).map(|shown| shown.message_id).collect();
    assert_eq!(live, [menu], "{}", desk.api.print_chat(&anna));
    desk.close().await;
}

#[tokio::test]
async fn several_messages_that_may_have_been_lost_all_come_again_in_order() {
    let mut desk = Desk::closed().await;
    desk.pauses.resend = Duration::from_secs(1);
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    comes_to_the_last_question(&anna).await;
    desk.api.fault(Fault::dropped_before().on("sendMessage").times(3));
    let chat = says(&anna, "sms", "Klaar: Bellijst").await;
    let place = |wanted: &str| chat.iter().position(|shown| shown.from_bot && shown.text.contains(wanted));
    assert!(
        place(RESULT).is_some() && place(RESULT) < place("Klaar: Bellijst"),
        "{}",
        desk.api.print_chat(&anna)
    );
    let chat = anna.hears(|chat| live_cards(chat) == 1).await;
    assert_eq!(pinned(&chat).len(), 1);
    desk.close().await;
}

#[tokio::test]
async fn buttons_that_could_not_be_taken_off_go_a_moment_later() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    desk.api.fault(Fault::too_many_requests(0).on("editMessageReplyMarkup"));
    desk.api.fault(Fault::server_error(502).on("editMessageReplyMarkup"));
    says(&anna, "/start", "In vijf minuten").await;
    says(&anna, "ja", "Is er nu iets mis").await;
    anna.hears(|chat| live_cards(chat) == 1).await;
    desk.close().await;
}

#[tokio::test]
async fn a_pinned_list_that_was_deleted_is_sent_and_pinned_anew() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    finishes_the_list(&anna).await;
    let list = pinned(&anna.chat())[0].message_id;
    anna.deletes(list);
    renames(&anna, "Fatima", "Samira").await;
    let chat = lists(&anna, "Samira").await;
    assert!(pinned(&chat)[0].message_id > list);
    desk.api.until(|api| api.pending_updates().is_empty()).await;
    assert!(desk.api.refused().iter().all(|call| call.is("editMessageText")), "only the list that is gone");
}

#[tokio::test]
async fn what_changes_nothing_on_the_list_leaves_it_alone() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    finishes_the_list(&anna).await;
    let edits = desk.api.calls_of("editMessageText").len();
    says(&anna, "/menu", "Klaar: Bellijst").await;
    says(&anna, "/noodplan", "NOODPLAN").await;
    says(&anna, "menu", "Klaar: Bellijst").await;
    assert_eq!(desk.api.calls_of("editMessageText").len(), edits);
    assert_eq!(desk.api.calls_of("pinChatMessage").len(), 1);
    desk.close().await;
}

#[tokio::test]
async fn the_buttons_of_the_last_card_go_also_after_a_restart() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.stop().await;
    desk.start().await;
    says(&anna, "ja", "Is er nu iets mis").await;
    anna.hears(|chat| live_cards(chat) == 1).await;
    desk.close().await;
}

async fn is_asked_for_the_own_number(anna: &Person) {
    begins(anna).await;
    assert_eq!(anna.reply_keyboard(), None);
    anna.taps("Dat ben ik").unwrap();
    anna.hears(|_| anna_has_key(anna)).await;
}

fn anna_has_key(anna: &Person) -> bool {
    anna.reply_keyboard().is_some()
}

#[tokio::test]
async fn the_own_number_is_shared_with_one_tap_and_the_key_goes() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    is_asked_for_the_own_number(&anna).await;
    let mark = anna.mark();
    anna.presses("📱 Deel mijn nummer").unwrap();
    let chat = anna
        .heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains("✓ Jij, +31 6")))
        .await;
    assert!(last(&chat).unwrap().text.contains("Wie neemt het over"));
    let tidy = |chat: &[Shown]| !chat.iter().any(|shown| shown.text.contains("met één tik"));
    anna.hears(|chat| tidy(chat) && live_cards(chat) == 1).await;
    assert_eq!(anna.reply_keyboard(), None);
    desk.close().await;
}

#[tokio::test]
async fn another_number_of_ones_own_is_shared_with_one_tap_too() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    finishes_the_list(&anna).await;
    says(&anna, "/menu", "Klaar: Bellijst").await;
    let chat = taps(&anna, "Bellijst aanpassen", "1. ").await;
    let labels = last(&chat).unwrap().labels();
    let own = labels.iter().find(|label| label.contains("Jij")).unwrap().to_string();
    anna.taps(&own).unwrap();
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.labels().contains(&"Ander nummer"))).await;
    assert_eq!(anna.reply_keyboard(), None);
    anna.taps("Ander nummer").unwrap();
    anna.hears(|_| anna_has_key(&anna)).await;
    anna.presses("📱 Deel mijn nummer").unwrap();
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("✓ Aangepast"))).await;
    desk.api.until(|_| anna.reply_keyboard().is_none()).await;
    desk.close().await;
}

#[tokio::test]
async fn the_key_goes_when_the_number_is_typed_also_when_it_is_too_old_to_be_deleted() {
    for days in [0, 3] {
        let mut desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        is_asked_for_the_own_number(&anna).await;
        desk.stop().await;
        desk.set_time(noodplan::app::ports::Clock::now(&desk.clock) + TimeDelta::days(days));
        desk.start().await;
        says(&anna, "06 12345678", "Wie neemt het over").await;
        desk.api.until(|_| anna.reply_keyboard().is_none()).await;
        desk.stop().await;
        assert_eq!(desk.api.refused().len(), usize::from(days > 0), "what is too old is refused, once");
    }
}

#[tokio::test]
async fn a_key_that_could_not_be_taken_away_goes_a_moment_later() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    is_asked_for_the_own_number(&anna).await;
    for fault in [Fault::too_many_requests(0), Fault::server_error(502), Fault::dropped_before()] {
        desk.api.fault(fault.on("deleteMessage"));
    }
    says(&anna, "06 12345678", "Wie neemt het over").await;
    desk.api.until(|_| anna.reply_keyboard().is_none()).await;
    assert_eq!(desk.tries(&anna, "deleteMessage").len(), 4);
    desk.close().await;
}

#[tokio::test]
async fn whoever_has_to_wait_sees_that_the_bot_is_at_work() {
    let mut desk = Desk::closed().await;
    desk.pauses.typing = Duration::from_millis(1);
    desk.start().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let held = desk.trouble.held_up.write().await;
    anna.says("/start");
    desk.api.until(|_| anna.chat_actions().contains(&"typing".to_owned())).await;
    assert!(anna.last_from_bot().is_none());
    drop(held);
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_button_stops_spinning_also_when_telegram_does_not_listen_at_first() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    for fault in [Fault::server_error(502), Fault::too_many_requests(0), Fault::dropped_before()] {
        desk.api.fault(fault.on("answerCallbackQuery"));
    }
    taps(&anna, "Akkoord, beginnen", "Is er nu iets mis").await;
    desk.api.until(|api| api.unanswered_callbacks().is_empty()).await;
    desk.close().await;
}

#[tokio::test]
async fn a_tap_that_cannot_be_written_down_yet_is_answered_once() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    desk.trouble.receive_fails.store(true, Ordering::SeqCst);
    anna.taps("Akkoord, beginnen").unwrap();
    desk.polls_again().await;
    desk.trouble.receive_fails.store(false, Ordering::SeqCst);
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Is er nu iets mis"))).await;
    assert_eq!(desk.api.calls_of("answerCallbackQuery").len(), 1);
    desk.close().await;
}
