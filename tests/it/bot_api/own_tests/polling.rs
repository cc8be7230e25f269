//! getUpdates: waiting, confirming, jumping, conflicts.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    super::{BotApi, Fault, Outcome},
    client::{call, granted, ids, refused, try_call, updates},
};

#[tokio::test]
async fn a_long_poll_is_held_until_something_arrives() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", Some("nl"));
    let poll = updates(&api, json!({ "timeout": 50 }));
    let speak = async {
        api.until(BotApi::is_polled).await;
        anna.says("/start")
    };
    let (updates, message_id) = tokio::join!(poll, speak);
    assert_eq!(updates[0]["message"]["message_id"], message_id);
    assert_eq!(updates[0]["message"]["from"]["language_code"], "nl");
    assert_eq!(updates[0]["message"]["entities"][0]["type"], "bot_command");
    assert!(!api.is_polled());
}

#[tokio::test]
async fn nothing_is_confirmed_but_by_a_higher_offset() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    for word in ["a", "b", "c"] {
        anna.says(word);
    }
    let first = ids(&updates(&api, json!({})).await);
    assert_eq!(ids(&updates(&api, json!({ "offset": 0 })).await), first);
    assert_eq!(ids(&updates(&api, json!({ "offset": first[0] })).await), first);
    assert!(api.confirmed_update_ids().is_empty());

    assert_eq!(ids(&updates(&api, json!({ "offset": first[0] + 2 })).await), [first[2]]);
    assert_eq!(api.confirmed_update_ids(), first[..2]);
    assert_eq!(api.confirmations()[0].by_call, 3);
    assert_eq!(ids(&updates(&api, json!({ "offset": 0 })).await), [first[2]], "gone for good");
    assert_eq!(ids(&api.pending_updates()), [first[2]]);
}

#[tokio::test]
async fn limit_and_negative_offset() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    for number in 0..5 {
        anna.says(&number.to_string());
    }
    let all = ids(&updates(&api, json!({})).await);
    assert_eq!(ids(&updates(&api, json!({ "limit": 2 })).await), all[..2]);
    assert_eq!(ids(&updates(&api, json!({ "offset": -2 })).await), all[3..]);
    assert_eq!(ids(&updates(&api, json!({})).await), all[3..], "the others are forgotten");
}

#[tokio::test]
async fn an_offset_from_another_time_confirms_nothing() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    api.set_next_update_id(17);
    anna.says("after a quiet week");
    let known = updates(&api, json!({ "offset": 900_000_000 })).await;
    assert_eq!(ids(&known), [17]);
    assert_eq!(ids(&updates(&api, json!({ "offset": 900_000_000 })).await), [17]);
    assert!(updates(&api, json!({ "offset": 18 })).await.is_empty());
    assert_eq!(api.confirmed_update_ids(), [17]);
    api.set_next_update_id(600_000_000);
    anna.says("a jump up");
    assert_eq!(ids(&updates(&api, json!({ "offset": 18 })).await), [600_000_000]);
}

#[tokio::test]
async fn an_update_can_come_again_after_it_was_confirmed() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("once");
    let id = ids(&updates(&api, json!({})).await)[0];
    assert!(updates(&api, json!({ "offset": id + 1 })).await.is_empty());
    assert!(api.deliver_again(id));
    let again = updates(&api, json!({ "offset": id + 1 })).await;
    assert_eq!((ids(&again), &again[0]["message"]["text"]), (vec![id], &json!("once")));
    assert!(updates(&api, json!({ "offset": id + 1 })).await.is_empty());
    assert!(!api.deliver_again(4));
}

#[tokio::test]
async fn updates_of_no_known_shape_are_delivered() {
    let api = BotApi::start().await;
    let id = api.deliver_raw(json!({ "telepathy": { "thought": "?" } }));
    let updates = updates(&api, json!({})).await;
    assert_eq!(updates, [json!({ "update_id": id, "telepathy": { "thought": "?" } })]);
}

#[tokio::test]
async fn allowed_updates_are_remembered() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("hi");
    let start = ids(&updates(&api, json!({ "allowed_updates": ["message"] })).await);
    anna.blocks_bot();
    anna.unblocks_bot();
    assert_eq!(ids(&updates(&api, json!({})).await), start, "my_chat_member was not asked for");
    updates(&api, json!({ "allowed_updates": [] })).await;
    anna.blocks_bot();
    let last = updates(&api, json!({})).await;
    assert_eq!(last.last().expect("an update")["my_chat_member"]["new_chat_member"]["status"], "kicked");
}

#[tokio::test]
async fn a_second_poller_ends_the_first() {
    let api = BotApi::start().await;
    let first = refused(&api, "getUpdates", json!({ "timeout": 50 }));
    let second = async {
        api.until(BotApi::is_polled).await;
        updates(&api, json!({ "timeout": 1 })).await
    };
    let (refusal, none) = tokio::join!(first, second);
    let reason = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is \
                  running";
    assert_eq!(refusal, (409, reason.to_owned()));
    assert!(none.is_empty());
    assert_eq!(api.refused().len(), 1);
}

#[tokio::test]
async fn a_webhook_and_polling_exclude_each_other() {
    let api = BotApi::start().await;
    let poll = refused(&api, "getUpdates", json!({ "timeout": 50 }));
    let hook = async {
        api.until(BotApi::is_polled).await;
        granted(&api, "setWebhook", json!({ "url": "https://example.com/hook" })).await;
    };
    let (refusal, ()) = tokio::join!(poll, hook);
    assert_eq!(refusal, (409, "Conflict: terminated by setWebhook request".to_owned()));
    let (code, reason) = refused(&api, "getUpdates", json!({})).await;
    assert!(code == 409 && reason.contains("while webhook is active"), "{reason}");
    assert_eq!(granted(&api, "getWebhookInfo", json!({})).await["url"], "https://example.com/hook");
    granted(&api, "deleteWebhook", json!({})).await;
    assert!(updates(&api, json!({})).await.is_empty());
    let (code, reason) = refused(&api, "setWebhook", json!({ "url": "http://example.com" })).await;
    assert_eq!(
        (code, reason.as_str()),
        (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    );
}

#[tokio::test]
async fn a_bot_that_hangs_up_loses_nothing() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    let poll = call(&api, "getUpdates", json!({ "timeout": 50 }));
    tokio::select! {
        _ = poll => panic!("nothing arrived"),
        () = api.until(BotApi::is_polled) => {}
    }
    api.until(|api| !api.is_polled()).await;
    anna.says("are you there?");
    assert_eq!(updates(&api, json!({})).await.len(), 1);
    assert_eq!(api.calls()[0].outcome, Outcome::Open);
}

#[tokio::test]
async fn a_lost_answer_is_given_again() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("hi");
    api.fault(Fault::answer_lost().on("getUpdates"));
    assert!(try_call(&api, "getUpdates", json!({})).await.is_none());
    assert_eq!(updates(&api, json!({})).await.len(), 1);
}

#[tokio::test]
async fn updates_are_forgotten_after_a_day() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("old");
    api.time_passes(TimeDelta::hours(23));
    anna.says("young");
    api.time_passes(TimeDelta::hours(2));
    let updates = updates(&api, json!({})).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0]["message"]["text"], "young");
}

#[tokio::test]
async fn dropping_the_server_ends_a_long_poll_and_frees_the_port() {
    let api = BotApi::start().await;
    let url = api.url().to_owned();
    let address = url.strip_prefix("http://").expect("an address").to_owned();
    let poll = {
        let (shared, looks) = (std::sync::Arc::clone(&api.shared), std::sync::atomic::AtomicBool::new(true));
        let api = BotApi { shared, url: url.clone(), stop: None, looks };
        tokio::spawn(async move { try_call(&api, "getUpdates", json!({ "timeout": 50 })).await.is_none() })
    };
    api.until(BotApi::is_polled).await;
    drop(api);
    assert!(poll.await.expect("the poll ends"), "without an answer");
    while tokio::net::TcpStream::connect(&address).await.is_ok() {
        tokio::task::yield_now().await;
    }
}
