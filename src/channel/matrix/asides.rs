//! Lines that belong to no turn: hello, and why the bot keeps silent in a room. None says anything of a company.
//!
//! Who reads them is not known, so they are said in both languages. A room hears each at most once in a while.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use lru::LruCache;
use matrix_sdk::{
    Room,
    ruma::{
        OwnedRoomId, OwnedUserId, TransactionId,
        api::client::message::send_message_event::v3::Request,
        events::{AnyMessageLikeEventContent, MessageLikeEventType},
        serde::Raw,
    },
};
use serde_json::value::to_raw_value;

use super::compose;
use crate::{
    app::{
        ports::{Clock, Store},
        turn::App,
    },
    text::{Language, Msg},
};

/// Rooms of which is remembered what they heard.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// A room hears the same line again only after this.
const AGAIN: TimeDelta = TimeDelta::minutes(1);

/// What to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aside {
    /// The bot has come in.
    Hello,
    /// The room is not encrypted.
    Open,
    /// Others read along.
    Crowded,
    /// Somebody else came in.
    Stranger,
    /// The plan went to the person's own room.
    AnsweredAlone,
    /// The message was not encrypted, although the room is.
    Clear,
    /// The person has new signing keys.
    NewKeys,
    /// The message came from a device that its owner has not confirmed.
    Unconfirmed,
    /// The bot could not follow to the room that took this one's place.
    Moved,
}

impl Aside {
    fn id(self) -> &'static str {
        match self {
            Self::Hello => "matrix-hello",
            Self::Open => "matrix-open",
            Self::Crowded => "matrix-crowded",
            Self::Stranger => "matrix-stranger",
            Self::AnsweredAlone => "matrix-answered-alone",
            Self::Clear => "matrix-clear",
            Self::NewKeys => "matrix-new-keys",
            Self::Unconfirmed => "matrix-unconfirmed",
            Self::Moved => "matrix-moved",
        }
    }
}

/// Says such lines.
pub struct Asides<S, C> {
    app: Arc<App<S, C>>,
    said: Mutex<LruCache<(OwnedRoomId, Aside), DateTime<Utc>>>,
}

impl<S: Store, C: Clock> Asides<S, C> {
    /// The words of this app.
    pub fn new(app: Arc<App<S, C>>) -> Self {
        Self { app, said: Mutex::new(LruCache::new(MOST)) }
    }

    /// Says it, without anybody waiting for it; it is not repeated when it does not arrive.
    pub fn say(&self, room: Room, aside: Aside, person: Option<OwnedUserId>) {
        let now = self.app.clock.now();
        let before = self
            .said
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .put((room.room_id().to_owned(), aside), now);
        if before.is_some_and(|before| now - before < AGAIN) {
            return;
        }
        let text = both(&self.app, aside.id());
        let content = match &person {
            Some(person) if aside == Aside::Stranger => compose::warning(&text, person.as_str()),
            _ => compose::notice(&text),
        };
        tokio::spawn(async move {
            let sent = match aside {
                // Their device gets no keys, so this is the only way to tell them; it says nothing of anybody.
                Aside::Unconfirmed => in_clear(&room, &content).await,
                _ => room.send_raw("m.room.message", content).await.map(|_| ()),
            };
            if sent.is_err() {
                tracing::warn!(?aside, "a line that explains something could not be sent on Matrix");
            }
        });
    }
}

/// A line in both languages.
pub fn both<S: Store, C: Clock>(app: &App<S, C>, id: &'static str) -> String {
    let [nl, en] = Language::ALL.map(|language| app.content.texts.plain(language, &Msg::new(id)));
    format!("{nl}\n\n{en}")
}

async fn in_clear(room: &Room, content: &serde_json::Value) -> Result<(), matrix_sdk::Error> {
    let content: Raw<AnyMessageLikeEventContent> = Raw::from_json(to_raw_value(content)?);
    let request = Request::new_raw(
        room.room_id().to_owned(),
        TransactionId::new(),
        MessageLikeEventType::RoomMessage,
        content,
    );
    room.client().send(request).await?;
    Ok(())
}
