//! Somebody in the room who writes and reads with keys of their own.

use std::time::Duration;

use matrix_sdk::{
    Client, Room,
    config::SyncSettings,
    ruma::{
        DeviceId, OwnedEventId, RoomId, TransactionId, UserId,
        api::client::message::send_message_event::v3::Request, device_id, events::MessageLikeEventType,
        serde::Raw, user_id,
    },
    test_utils::mocks::MatrixMockServer,
};
use serde_json::{Value, json, value::to_raw_value};
use tokio::time::timeout;

use super::hall::{ANNA, BOT, ROOM};

/// Nothing here takes so long; whoever waits longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Guest {
    client: Client,
    /// What the bot said, oldest first: the content of every message.
    pub heard: Vec<Value>,
    /// The message under which the next emoji is tapped: the newest that can be answered so.
    pub question: Value,
}

impl Guest {
    /// Somebody whose device is confirmed, as Element has them do.
    pub async fn new(server: &MatrixMockServer) -> Self {
        let anna = user_id!("@anna:localhost");
        assert_eq!(anna, ANNA);
        let client = server.client_builder_for_crypto_end_to_end(anna, device_id!("PHONE")).build().await;
        let mut guest = Self { client, heard: Vec::new(), question: Value::Null };
        // With the first sync the keys of the device go up.
        guest.listens().await;
        guest.client.encryption().bootstrap_cross_signing(None).await.unwrap();
        guest
    }

    fn room(&self) -> Room {
        self.client.get_room(<&RoomId>::try_from(ROOM).unwrap()).unwrap()
    }

    pub async fn sends(&self, content: Value) -> OwnedEventId {
        self.room().send_raw("m.room.message", content).await.unwrap().response.event_id
    }

    pub async fn says(&self, text: &str) -> OwnedEventId {
        self.sends(json!({ "msgtype": "m.text", "body": text })).await
    }

    /// Says something that everybody on its way can read.
    pub async fn says_in_clear(&self, text: &str) {
        let content = to_raw_value(&json!({ "msgtype": "m.text", "body": text })).unwrap();
        let (room, transaction) = (self.room().room_id().to_owned(), TransactionId::new());
        let kind = MessageLikeEventType::RoomMessage;
        let request = Request::new_raw(room, transaction, kind, Raw::from_json(content));
        self.client.send(request).await.unwrap();
    }

    pub async fn edits(&self, event: &OwnedEventId, text: &str) -> OwnedEventId {
        self.sends(json!({
            "msgtype": "m.text", "body": format!("* {text}"), "m.new_content": { "msgtype": "m.text", "body": text },
            "m.relates_to": { "rel_type": "m.replace", "event_id": event },
        }))
        .await
    }

    pub async fn wipes(&self, event: &OwnedEventId) {
        self.room().redact(event, None, None).await.unwrap();
    }

    /// Makes new signing keys, as Element does for whoever lost the old ones.
    pub async fn renews_keys(&self) {
        let asked = self.client.encryption().reset_cross_signing().await.unwrap();
        assert!(asked.is_none(), "nobody asks for a password");
    }

    /// Hears what there is to hear now.
    async fn listens(&mut self) {
        let synced = self.client.sync_once(SyncSettings::new().timeout(Duration::ZERO)).await.unwrap();
        for event in synced.rooms.joined.into_values().flat_map(|update| update.timeline.events) {
            let event: Value = serde_json::from_str(event.raw().json().get()).unwrap();
            assert!(event["sender"] != BOT || event["type"] != "m.room.encrypted", "cannot be read: {event}");
            if event["sender"] == BOT && event["type"] == "m.room.message" {
                if event["content"]["nl.noodplan.taps"].is_array() {
                    self.question = event["event_id"].clone();
                }
                self.heard.push(event["content"].clone());
            }
        }
    }

    /// Waits until what the bot said is as wanted.
    pub async fn hears_until(&mut self, what: &str, wanted: impl Fn(&[Value]) -> bool) {
        let heard = timeout(PATIENCE, async {
            while !wanted(&self.heard) {
                self.listens().await;
            }
        });
        let in_time = heard.await.is_ok();
        assert!(in_time, "{what}; heard: {:#?}", self.bodies());
    }

    /// Waits for a message with these words.
    pub async fn hears(&mut self, words: &str) {
        self.hears_until(words, |heard| heard.iter().any(|content| body(content).contains(words))).await;
    }

    /// Says something, and waits for a message with these words that was not heard before.
    pub async fn asks(&mut self, text: &str, wanted: &str) -> OwnedEventId {
        let before = self.heard.len();
        let event = self.says(text).await;
        self.hears_until(wanted, |heard| {
            heard[before..].iter().any(|content| body(content).contains(wanted))
        })
        .await;
        event
    }

    /// Taps an emoji under the newest question, and waits for a message with these words that was not heard before.
    pub async fn taps(&mut self, emoji: &str, wanted: &str) -> OwnedEventId {
        let before = self.heard.len();
        let relation = json!({ "rel_type": "m.annotation", "event_id": self.question, "key": emoji });
        let sent = self.room().send_raw("m.reaction", json!({ "m.relates_to": relation })).await.unwrap();
        self.hears_until(wanted, |heard| {
            heard[before..].iter().any(|content| body(content).contains(wanted))
        })
        .await;
        sent.response.event_id
    }

    /// Waits until the bot has brought the keys of this device.
    pub async fn sees_device(&self, device: &DeviceId) {
        let (encryption, bot) = (self.client.encryption(), <&UserId>::try_from(BOT).unwrap());
        let seen = timeout(PATIENCE, async {
            while encryption.get_device(bot, device).await.unwrap().is_none() {
                encryption.request_user_identity(bot).await.unwrap();
            }
        });
        let in_time = seen.await.is_ok();
        assert!(in_time, "the bot has no device {device}");
    }

    /// What the bot said, without what it changed later.
    pub fn bodies(&self) -> Vec<&str> {
        let said = self.heard.iter().filter(|content| content["m.relates_to"]["rel_type"] != "m.replace");
        said.map(body).collect()
    }
}

fn body(content: &Value) -> &str {
    content["body"].as_str().unwrap_or_default()
}
