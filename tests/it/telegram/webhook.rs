//! Receiving by webhook: only from Telegram, nothing too large, and written down before it is acknowledged.

use std::{
    net::TcpListener,
    sync::{Arc, atomic::Ordering},
};

use chrono::TimeDelta;
use noodplan::{
    app::ports::Clock,
    channel::{telegram::Webhook, web::Web},
};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::desk::{Desk, last};

/// A bot behind a webhook, and somebody who brings what the server would.
struct Hooked {
    desk: Desk,
    secret: String,
    local: String,
    client: reqwest::Client,
}

impl Hooked {
    async fn open() -> Self {
        Self::at(Desk::closed().await).await
    }

    /// The same for a bot that has not been started yet.
    async fn at(mut desk: Desk) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let web = Web::open(free, CancellationToken::new()).await.unwrap();
        desk.webhook = Some(Webhook { url: "https://bot.example/telegram".into(), web });
        desk.start().await;
        desk.api.until(|api| !api.calls_of("setWebhook").is_empty()).await;
        let set = desk.api.calls_of("setWebhook").remove(0);
        assert_eq!(set.body["url"], "https://bot.example/telegram");
        assert!(set.body["allowed_updates"].to_string().contains("my_chat_member"));
        let secret = set.body["secret_token"].as_str().unwrap().to_owned();
        assert!(secret.len() >= 32 && !secret.contains(desk.api.token()));
        Self { desk, secret, local: format!("http://{free}/telegram"), client: reqwest::Client::new() }
    }

    async fn brings(&self, secret: Option<&str>, body: impl Into<reqwest::Body>) -> u16 {
        let mut request = self.client.post(&self.local).body(body);
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        request.send().await.unwrap().status().as_u16()
    }

    async fn brings_what_waits(&self) -> Vec<u16> {
        let mut codes = Vec::new();
        for update in self.desk.api.pending_updates() {
            codes.push(self.brings(Some(&self.secret), update.to_string()).await);
        }
        codes
    }
}

#[tokio::test]
async fn what_the_webhook_brings_is_answered_once() {
    let hooked = Hooked::open().await;
    let anna = hooked.desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    for _ in 0..2 {
        assert!(hooked.brings_what_waits().await.iter().all(|code| *code == 200));
    }
    let chat =
        anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    assert_eq!(chat.iter().filter(|shown| shown.from_bot).count(), 1);
    assert!(hooked.desk.api.calls_of("getUpdates").is_empty());
    hooked.desk.close().await;
}

#[tokio::test]
async fn a_wrong_secret_or_too_much_gets_nothing_in() {
    let hooked = Hooked::open().await;
    let anna = hooked.desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    let update = hooked.desk.api.pending_updates().remove(0).to_string();
    let (short, long) = (&hooked.secret[1..], format!("{}x", hooked.secret));
    for secret in [None, Some(""), Some("x"), Some(short), Some(&long), Some(&hooked.secret.to_uppercase())] {
        assert_eq!(hooked.brings(secret, update.clone()).await, 401, "{secret:?}");
    }
    let mut large: Value = serde_json::from_str(&update).unwrap();
    large["padding"] = json!("x".repeat(1 << 20));
    assert_eq!(hooked.brings(Some(&hooked.secret), large.to_string()).await, 413);
    assert_eq!(hooked.brings(Some(&hooked.secret), "no JSON").await, 400);
    assert_eq!((hooked.desk.unhandled().await, hooked.desk.unsent().await), (0, 0));
    assert!(anna.last_from_bot().is_none());
    hooked.desk.close().await;
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_acknowledged() {
    let hooked = Hooked::open().await;
    let anna = hooked.desk.api.person("Anna", Some("nl"));
    hooked.desk.trouble.receive_fails.store(true, Ordering::SeqCst);
    anna.says("/start");
    assert!(hooked.brings_what_waits().await.contains(&503));
    hooked.desk.trouble.receive_fails.store(false, Ordering::SeqCst);
    hooked.brings_what_waits().await;
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    hooked.desk.close().await;
}

#[tokio::test]
async fn what_is_written_down_is_answered_also_when_whoever_brought_it_hung_up() {
    let hooked = Hooked::open().await;
    let anna = hooked.desk.api.person("Anna", Some("nl"));
    anna.says("/start");
    let trouble = Arc::clone(&hooked.desk.trouble);
    let held = trouble.told_late.write().await;
    let written_down = async {
        while hooked.desk.unhandled().await == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        codes = hooked.brings_what_waits() => panic!("{codes:?} before it could be told"),
        () = written_down => {}
    }
    // The server sees that somebody hung up while it serves others.
    for _ in 0..20 {
        assert_eq!(hooked.brings(None, "x").await, 401);
    }
    drop(held);
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.text.contains("In vijf minuten"))).await;
    hooked.desk.close().await;
}

#[tokio::test]
async fn a_clock_that_telegram_contradicts_is_not_believed() {
    let desk = Desk::closed().await;
    // What Telegram says of the time in its answers stays as it is.
    desk.set_time(desk.clock.now() + TimeDelta::hours(1));
    let hooked = Hooked::at(desk).await;
    while hooked.desk.believes_its_clock() {
        tokio::task::yield_now().await;
    }
    hooked.desk.close().await;
}
