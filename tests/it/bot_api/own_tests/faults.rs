//! Trouble on order.

use serde_json::json;

use super::{
    super::{BotApi, Fault, Gate, Outcome},
    client::{call, granted, refused, try_call},
};

#[tokio::test]
async fn refusals_are_shaped_like_the_real_ones() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    let send = json!({ "chat_id": anna.id(), "text": "x" });
    api.fault(Fault::too_many_requests(7).on("sendMessage").in_chat(anna.id()));
    granted(&api, "getMe", json!({})).await;
    let limited = call(&api, "sendMessage", send.clone()).await;
    assert_eq!(limited.refusal(), (429, "Too Many Requests: retry after 7".to_owned()));
    assert_eq!(limited.body()["parameters"]["retry_after"], 7);
    assert!(limited.head.contains("retry-after: 7"));
    granted(&api, "sendMessage", send.clone()).await;
    api.fault(Fault::server_error(502).after(1).times(2));
    granted(&api, "getMe", json!({})).await;
    assert_eq!(refused(&api, "getMe", json!({})).await, (502, "Bad Gateway".to_owned()));
    assert_eq!(refused(&api, "sendMessage", send.clone()).await.0, 502);
    granted(&api, "sendMessage", send).await;
    assert_eq!(anna.chat().len(), 3);
    assert!(api.refused().is_empty(), "what a test injects is not the bot's fault");
    assert_eq!(api.calls_of("sendmessage")[0].outcome, Outcome::RefusedByTest { code: 429 });
}

#[tokio::test]
async fn connections_break_before_and_after() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    let send = json!({ "chat_id": anna.id(), "text": "x" });
    api.fault(Fault::dropped_before().on("sendMessage").standing());
    for _ in 0..3 {
        assert!(try_call(&api, "sendMessage", send.clone()).await.is_none());
    }
    assert_eq!(anna.chat().len(), 1);
    api.clear_faults();
    api.fault(Fault::answer_lost());
    assert!(try_call(&api, "sendMessage", send.clone()).await.is_none());
    assert_eq!(anna.chat().len(), 2, "done, but the bot cannot know");
    api.fault(Fault::malformed_answer());
    let reply = call(&api, "sendMessage", send).await;
    assert!(reply.status == 200 && serde_json::from_str::<serde_json::Value>(&reply.text).is_err());
    assert_eq!(anna.chat().len(), 3);
    let outcomes: Vec<_> = api.calls().into_iter().skip(3).map(|call| call.outcome).collect();
    assert_eq!(outcomes, [Outcome::AnswerLost, Outcome::AnswerMalformed]);
}

#[tokio::test]
async fn a_gate_holds_requests_before_or_after_they_are_done() {
    let api = BotApi::start().await;
    let anna = api.person("Anna", None);
    anna.says("/start");
    let send = json!({ "chat_id": anna.id(), "text": "x" });
    let gate = Gate::new();
    api.fault(Fault::held_before(&gate).on("sendMessage"));
    api.fault(Fault::answer_held(&gate).on("sendMessage"));
    let first = granted(&api, "sendMessage", send.clone());
    let test = async {
        gate.reached_by(1).await;
        assert_eq!(anna.chat().len(), 1);
        gate.let_one_through();
    };
    tokio::join!(first, test);
    let second = granted(&api, "sendMessage", send.clone());
    let test = async {
        gate.reached_by(2).await;
        assert_eq!(anna.chat().len(), 3);
        assert_eq!(api.calls()[1].outcome, Outcome::Open);
        gate.open();
    };
    tokio::join!(second, test);
    api.fault(Fault::held_before(&gate).on("sendMessage"));
    granted(&api, "sendMessage", send).await;
    assert_eq!(api.calls()[2].outcome, Outcome::Granted);
}
