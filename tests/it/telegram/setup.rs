//! The bot sets itself up, and keeps its token to itself.

use noodplan::channel::telegram::{Pauses, Settings};
use serde_json::json;

use super::desk::{Desk, RATE, says};
use crate::bot_api::{Fault, Gate, TOKEN};

async fn is_set_up(desk: &Desk) {
    desk.api.until(|api| api.calls_of("getMyShortDescription").len() == 3 && api.is_polled()).await;
    let anna = desk.api.person("Anna", None);
    says(&anna, "/start", "").await;
}

#[tokio::test]
async fn commands_are_set_by_language_and_place_and_only_when_they_differ() {
    let mut desk = Desk::open().await;
    is_set_up(&desk).await;
    let (private, group) = (json!({ "type": "all_private_chats" }), json!({ "type": "all_group_chats" }));
    let names = |scope, language| -> Vec<String> {
        desk.api.commands(scope, language).into_iter().map(|(command, _)| command).collect()
    };
    assert_eq!(names(&private, "nl")[..2], ["noodplan", "start"]);
    assert_eq!(names(&private, "")[..2], ["emergency", "start"]);
    assert_eq!(names(&group, "nl"), ["noodplan"]);
    assert_eq!(names(&group, "en"), ["emergency"]);
    assert_eq!(desk.api.commands(&private, "nl")[0].1, "wie je nu belt, en wat je eerst doet");
    desk.stop().await;
    let written =
        |desk: &Desk| desk.api.calls().iter().filter(|call| call.method.starts_with("setMy")).count();
    let before = written(&desk);
    desk.start().await;
    desk.api.until(|api| api.calls_of("getMyShortDescription").len() == 6).await;
    assert_eq!(written(&desk), before);
    desk.close().await;
}

#[tokio::test]
async fn what_the_bot_says_about_itself_is_dutch_to_the_dutch_and_english_to_others() {
    let desk = Desk::open().await;
    is_set_up(&desk).await;
    for (language, command, short) in [
        ("", "Type /emergency", "Emergency plan for small companies"),
        ("nl", "Typ /noodplan", "Noodplan voor kleine bedrijven"),
    ] {
        for (method, field, wanted) in [
            ("setMyDescription", "description", command),
            ("setMyShortDescription", "short_description", short),
        ] {
            let mut calls = desk.api.calls_of(method).into_iter();
            let call = calls.find(|call| call.body["language_code"] == language).unwrap();
            assert!(call.body[field].as_str().unwrap().contains(wanted), "{method} {language:?}");
        }
    }
    desk.close().await;
}

#[tokio::test]
async fn the_set_up_waits_for_telegram_and_holds_nobody_up() {
    let mut desk = Desk::closed().await;
    desk.api.fault(Fault::dropped_before().on("getMe").times(3));
    desk.api.fault(Fault::too_many_requests(0).on("setMyCommands"));
    desk.start().await;
    is_set_up(&desk).await;
    desk.close().await;
}

#[tokio::test]
async fn the_bot_knows_its_name_before_it_is_set_up() {
    let mut desk = Desk::closed().await;
    let gate = Gate::new();
    desk.api.fault(Fault::held_before(&gate).on("getMyCommands"));
    desk.start().await;
    gate.reached_by(1).await;
    assert_eq!(desk.bot_name().as_deref(), Some("noodplan_test_bot"));
    gate.open();
    desk.close().await;
}

#[test]
fn the_settings_print_without_the_token() {
    let settings = Settings {
        token: TOKEN.into(),
        api_url: "http://127.0.0.1:1".into(),
        rate: RATE,
        webhook: None,
        pauses: Pauses::default(),
    };
    assert!(!format!("{settings:?}").contains(TOKEN));
}
