//! What a person does in a first sitting, by text and by tap.

use super::desk::{Desk, fills_call_list, last, live_cards, says, taps};

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

#[tokio::test]
async fn the_emergency_plan_comes_at_once_with_cards_that_can_be_tapped_to_call() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    anna.says("/noodplan");
    let chat = anna.hears(|chat| chat.iter().filter(|shown| shown.contact.is_some()).count() == 2).await;
    let plan = last(&chat).unwrap();
    assert!(plan.text.starts_with("NOODPLAN Bakkerij Jansen") && !plan.silent, "{}", plan.text);
    assert!(plan.html.starts_with("<b>NOODPLAN Bakkerij Jansen</b>"), "{}", plan.html);
    let cards: Vec<_> = chat.iter().filter_map(|shown| shown.contact.as_ref()).collect();
    let called: Vec<_> = cards.iter().map(|card| (&*card.first_name, &*card.phone_number)).collect();
    assert_eq!(called, [("Fatima (zus)", "+31687654321"), ("Kuiper ICT", "+31207654321")]);
    assert!(chat.iter().filter(|shown| shown.contact.is_some()).all(|shown| shown.silent));
    desk.close().await;
}

#[tokio::test]
async fn the_plan_stays_in_the_chat_when_one_goes_on_from_it() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "/noodplan", "NOODPLAN").await;
    taps(&anna, "Verder met vraag 4", "Wie bel je als er iets uitvalt").await;
    let chat = anna.hears(|chat| live_cards(chat) == 1).await;
    assert!(chat.iter().any(|shown| shown.text.starts_with("NOODPLAN") && !shown.edited), "{chat:?}");
    desk.close().await;
}

#[tokio::test]
async fn a_tap_on_an_old_card_is_answered_kindly_with_the_live_card() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    let chat = says(&anna, "/start", "In vijf minuten").await;
    let old = last(&chat).unwrap().message_id;
    says(&anna, "ja", "Is er nu iets mis").await;
    anna.hears(|chat| live_cards(chat) == 1).await;
    let mark = anna.mark();
    anna.taps_old(old, "Akkoord, beginnen").unwrap();
    let stale = |text: &str| text.contains("oudere vraag") && text.contains("Is er nu iets mis");
    let chat = anna.heard_after(mark, |chat| stale(&last(chat).unwrap().text) && live_cards(chat) == 1).await;
    assert!(
        !chat.iter().any(|shown| shown.message_id == old && shown.edited),
        "the old card is left as it was"
    );
    desk.close().await;
}

#[tokio::test]
async fn two_quick_taps_on_one_button_do_not_answer_the_next_question() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let card = anna.last_from_bot().unwrap().message_id;
    anna.taps("Akkoord, beginnen").unwrap();
    anna.taps_old(card, "Akkoord, beginnen").unwrap();
    let chat = anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("oudere vraag"))).await;
    assert!(last(&chat).unwrap().text.contains("Is er nu iets mis"));
    assert_eq!((chat.iter().filter(|shown| shown.from_bot).count(), live_cards(&chat)), (1, 1));
    desk.close().await;
}

#[tokio::test]
async fn shared_contacts_go_straight_onto_the_call_list() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "internet, bank", "Wie levert je internet").await;
    // Telegram leaves out the plus.
    anna.shares_contact("KPN", "31612345678", None, None);
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("KPN, +31 6 12345678"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_card_with_several_numbers_asks_which_one_to_call() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "internet, bank", "Wie levert je internet").await;
    let card =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Kees\nTEL;TYPE=CELL:06 11111111\nTEL;TYPE=WORK:020 2222222\nEND:VCARD";
    anna.shares_contact("Kees", "0611111111", Some(card), None);
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Welk nummer bel je als eerste")))
        .await;
    taps(&anna, "+31 20 222 2222", "Kees, +31 20 222 2222").await;
    desk.close().await;
}

#[tokio::test]
async fn a_card_that_says_nothing_falls_back_on_name_and_number() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "internet, bank", "Wie levert je internet").await;
    anna.shares_contact(
        "Kees",
        "+31611111111",
        Some("BEGIN:VCARD\nVERSION:3.0\nFN:Kees\nEND:VCARD"),
        Some(7),
    );
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("Kees, +31 6 11111111"))).await;
    desk.close().await;
}

#[tokio::test]
async fn a_deep_link_begins_whatever_it_carries() {
    let desk = Desk::open().await;
    for code in ["", "AbC_123-x", "x y", "<b>", "../../etc/passwd", &"x".repeat(64), &"x".repeat(65)] {
        let anna = desk.api.person("Anna", Some("nl"));
        says(&anna, &format!("/start {code}"), "In vijf minuten").await;
    }
    desk.close().await;
}

#[tokio::test]
async fn an_acknowledgement_is_silent_and_a_question_is_not() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let chat = says(&anna, "nee", "niets van je bewaard").await;
    let silence: Vec<bool> = chat.iter().filter(|shown| shown.from_bot).map(|shown| shown.silent).collect();
    assert_eq!(silence, [false, true]);
    desk.close().await;
}

#[tokio::test]
async fn a_language_that_the_app_names_no_longer_stays() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("en-GB"));
    says(&anna, "/start", "In five minutes").await;
    anna.speaks(None);
    says(&anna, "yes", "Is something wrong with your computers").await;
    anna.speaks(Some("nl"));
    says(&anna, "no", "What is the name of your company").await;
    let kees = desk.api.person("Kees", None);
    says(&kees, "/start", "In vijf minuten").await;
    desk.close().await;
}

#[tokio::test]
async fn links_have_no_preview_and_every_option_has_a_row_of_its_own() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    taps(&anna, "☐ Internet", "Wie bel je als er iets uitvalt").await;
    desk.api.until(|api| !api.calls_of("editMessageText").is_empty()).await;
    let chat = says(&anna, "/noodplan", "NOODPLAN").await;
    assert!(last(&chat).unwrap().text.contains("https://"), "there is something to show a preview of");
    let (sent, changed) = (desk.api.calls_of("sendMessage"), desk.api.calls_of("editMessageText"));
    assert!(!changed.is_empty());
    let mut options = 0;
    for call in sent.iter().chain(&changed) {
        assert_eq!(call.body["link_preview_options"]["is_disabled"], true, "{}", call.body);
        for row in call.body["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten() {
            assert_eq!(row.as_array().unwrap().len(), 1, "{row}");
            options += 1;
        }
    }
    assert!(options > 20, "{options}");
    desk.close().await;
}

#[tokio::test]
async fn what_a_person_typed_is_shown_as_it_was_typed() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    for (words, wanted) in [("/start", "In vijf minuten"), ("ja", "iets mis"), ("nee", "Hoe heet je bedrijf")]
    {
        says(&anna, words, wanted).await;
    }
    let chat = says(&anna, "<b>Jansen</b> & Zn &amp; <a href=\"x\">", "Met hoeveel").await;
    assert!(last(&chat).unwrap().text.contains("<b>Jansen</b> & Zn &amp; <a href=\"x\">"));
    desk.close().await;
}
