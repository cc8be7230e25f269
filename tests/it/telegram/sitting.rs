//! What a person does in a first sitting, by text and by tap.

use super::desk::{Desk, last, live_cards, says, taps};

#[tokio::test]
async fn the_first_minute_by_text_leaves_one_card_that_can_be_tapped() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    says(&anna, "ja", "Is er nu iets mis").await;
    says(&anna, "nee", "Fijn").await;
    says(&anna, "Bakkerij Jansen", "Bakkerij Jansen").await;
    let chat = anna.hears(|chat| live_cards(chat) == 1).await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 4);
    desk.close().await;
}

#[tokio::test]
async fn the_first_minute_by_tap_stays_in_one_message() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    taps(&anna, "Akkoord, beginnen", "Is er nu iets mis").await;
    let chat = taps(&anna, "Nee, gelukkig niet", "Fijn").await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 1, "{}", desk.api.print_chat(&anna));
    assert!(last(&chat).unwrap().edited);
    desk.close().await;
}
