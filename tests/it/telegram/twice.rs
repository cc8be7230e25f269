//! What may have arrived comes again: then it stands in the chat twice, and one card is left in the end.

use super::desk::{Desk, last, live_cards, says, taps};
use crate::bot_api::{Fault, Gate, Person, Shown};

fn questions(chat: &[Shown]) -> Vec<i64> {
    let asks = |shown: &&Shown| shown.from_bot && shown.text.contains("Is er nu iets mis");
    chat.iter().filter(asks).map(|shown| shown.message_id).collect()
}

/// Taps both copies of a question, this one first: that counts at once, the other one is answered kindly, and one card is left.
async fn taps_both_copies(anna: &Person, first: usize) {
    // The card before them has no buttons any more: the bot knows that the second copy is there.
    let asked = questions(&anna.hears(|chat| questions(chat).len() == 2 && live_cards(chat) == 2).await);
    anna.taps_old(asked[first], "Nee, gelukkig niet").unwrap();
    // Of the older one nobody knows the id, until it is tapped.
    let goes_on = |shown: &Shown| shown.text.contains("Hoe heet je bedrijf");
    anna.hears(|chat| live_cards(chat) == 1 + first && last(chat).is_some_and(goes_on)).await;
    anna.taps_old(asked[1 - first], "Nee, gelukkig niet").unwrap();
    let is_tidy = |chat: &[Shown]| {
        live_cards(chat) == 1 && last(chat).is_some_and(|shown| shown.text.contains("oudere vraag"))
    };
    anna.hears(is_tidy).await;
    says(anna, "Bakkerij Jansen", "Met hoeveel mensen").await;
}

#[tokio::test]
async fn a_question_that_may_have_arrived_before_a_kill_comes_again_and_either_can_be_tapped() {
    for first in [0, 1] {
        let mut desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        says(&anna, "/start", "In vijf minuten").await;
        let gate = Gate::new();
        desk.api.fault(Fault::answer_held(&gate).on("sendMessage"));
        anna.says("ja");
        gate.reached_by(1).await;
        desk.kill();
        gate.open();
        desk.start().await;
        taps_both_copies(&anna, first).await;
        desk.close().await;
    }
}

#[tokio::test]
async fn a_question_that_may_have_arrived_comes_again_after_a_while_and_either_can_be_tapped() {
    for first in [0, 1] {
        let desk = Desk::open().await;
        let anna = desk.api.person("Anna", Some("nl"));
        says(&anna, "/start", "In vijf minuten").await;
        desk.api.fault(Fault::answer_lost().on("sendMessage"));
        anna.says("ja");
        taps_both_copies(&anna, first).await;
        desk.close().await;
    }
}

#[tokio::test]
async fn a_tap_on_a_question_that_is_just_coming_again_leaves_one_card_below_all() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let lost = Gate::new();
    desk.api.fault(Fault::answer_held(&lost).on("sendMessage"));
    anna.says("ja");
    lost.reached_by(1).await;
    desk.kill();
    lost.open();
    let again = Gate::new();
    desk.api.fault(Fault::held_before(&again).on("sendMessage"));
    desk.start().await;
    again.reached_by(1).await;
    let [asked] = questions(&anna.chat())[..] else { panic!("{}", desk.api.print_chat(&anna)) };
    anna.taps_old(asked, "Nee, gelukkig niet").unwrap();
    // What comes of the tap is written down while the question is on its way.
    while desk.unsent().await < 2 {
        tokio::task::yield_now().await;
    }
    again.open();
    let goes_on = |shown: &Shown| shown.text.contains("Hoe heet je bedrijf");
    anna.hears(|chat| live_cards(chat) == 1 && last(chat).is_some_and(goes_on)).await;
    says(&anna, "Bakkerij Jansen", "Met hoeveel mensen").await;
    desk.close().await;
}

#[tokio::test]
async fn a_change_that_may_have_arrived_before_a_kill_leaves_one_card_to_tap() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let gate = Gate::new();
    desk.api.fault(Fault::answer_held(&gate).on("editMessageText"));
    anna.taps("Akkoord, beginnen").unwrap();
    gate.reached_by(1).await;
    desk.kill();
    gate.open();
    desk.start().await;
    anna.hears(|chat| questions(chat).len() == 2 && live_cards(chat) == 1).await;
    let chat = taps(&anna, "Nee, gelukkig niet", "Hoe heet je bedrijf").await;
    assert_eq!(live_cards(&chat), 1, "{}", desk.api.print_chat(&anna));
    desk.stop().await;
    desk.start().await;
    assert_eq!((desk.unsent().await, desk.unhandled().await), (0, 0));
    desk.close().await;
}
