//! Lines that belong to no turn: hello, and why the bot keeps silent in a room. None says anything of a company.
//!
//! Who reads them is not known, so they are said in both languages. A room hears each at most once in a while, and talk
//! among others is hardly ever answered.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use lru::LruCache;
use matrix_sdk::{
    Room,
    ruma::{
        OwnedRoomId, OwnedUserId, RoomId, TransactionId,
        api::client::message::send_message_event::v3::Request,
        events::{AnyMessageLikeEventContent, MessageLikeEventType},
        serde::Raw,
    },
};
use serde_json::value::to_raw_value;
use tokio_util::sync::CancellationToken;

use super::{
    Pauses, compose,
    deliver::say,
    outcome::{Outcome, of},
};
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
/// The same for why the bot keeps silent, while nobody turns to it.
const AGAIN_UNASKED: TimeDelta = TimeDelta::days(1);

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

    /// How long a room does not hear it again.
    fn rest(self, asked: bool) -> TimeDelta {
        match self {
            Self::Open | Self::Crowded if !asked => AGAIN_UNASKED,
            _ => AGAIN,
        }
    }
}

/// A line for a room.
pub struct Remark {
    /// The room.
    pub room: Room,
    /// What to say.
    pub aside: Aside,
    /// Who has to see it.
    pub person: Option<OwnedUserId>,
    /// Whether somebody turned to the bot, and not to others in the room.
    pub asked: bool,
}

impl Remark {
    /// A line that somebody waits for.
    pub fn new(room: &Room, aside: Aside, person: Option<OwnedUserId>) -> Self {
        Self { room: room.clone(), aside, person, asked: true }
    }
}

/// When each room heard what; without a time, it is on its way.
type Times = LruCache<(OwnedRoomId, Aside), Option<DateTime<Utc>>>;

/// What rooms heard.
#[derive(Clone)]
struct Said(Arc<Mutex<Times>>);

impl Said {
    /// Whether it is to be said now; then it is on its way.
    fn begin(&self, room: &RoomId, aside: Aside, asked: bool, now: DateTime<Utc>) -> bool {
        let (mut said, key) = (self.lock(), (room.to_owned(), aside));
        let is_due = match said.get(&key) {
            None => true,
            Some(None) => false,
            // A clock that was set back keeps nobody waiting.
            Some(Some(at)) => !(TimeDelta::zero()..aside.rest(asked)).contains(&(now - *at)),
        };
        if is_due {
            said.put(key, None);
        }
        is_due
    }

    /// It was said at this time, or did not arrive.
    fn end(&self, room: &RoomId, aside: Aside, at: Option<DateTime<Utc>>) {
        let (mut said, key) = (self.lock(), (room.to_owned(), aside));
        match at {
            Some(_) => said.put(key, at),
            None => said.pop(&key),
        };
    }

    /// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, Times> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says such lines.
pub struct Asides<S, C> {
    app: Arc<App<S, C>>,
    said: Said,
    pauses: Pauses,
    stop: CancellationToken,
}

impl<S: Store, C: Clock> Asides<S, C> {
    /// The words of this app; what waits to be said ends when `stop` says so.
    pub fn new(app: Arc<App<S, C>>, pauses: Pauses, stop: CancellationToken) -> Self {
        Self { app, said: Said(Arc::new(Mutex::new(LruCache::new(MOST)))), pauses, stop }
    }

    /// A line in both languages, for where none can be sent.
    pub fn words(&self, id: &'static str) -> String {
        both(&self.app, id)
    }

    /// Says it, without anybody waiting for it. What is too much now or meets trouble is said later; what is refused is said
    /// when there is a reason again.
    pub fn say(&self, remark: Remark) {
        let Remark { room, aside, person, asked } = remark;
        if !self.said.begin(room.room_id(), aside, asked, self.app.clock.now()) {
            return;
        }
        let text = both(&self.app, aside.id());
        let content = match &person {
            Some(person) if aside == Aside::Stranger => compose::warning(&text, person.as_str()),
            _ => compose::notice(&text),
        };
        let (app, said, stop) = (Arc::clone(&self.app), self.said.clone(), self.stop.clone());
        let (mut pause, longest) = (self.pauses.first, self.pauses.longest);
        tokio::spawn(async move {
            // However often it is sent, it is one event.
            let transaction = TransactionId::new();
            let sent = loop {
                let wait = match send(&room, aside, &content, &transaction).await {
                    Err(Outcome::Later(wait)) => wait,
                    Err(Outcome::NotLeft | Outcome::Unknown | Outcome::Local) => pause,
                    sent => break sent,
                };
                tokio::select! {
                    biased;
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(wait) => {}
                }
                pause = (pause * 2).min(longest);
            };
            if sent.is_err() {
                tracing::warn!(?aside, "a line that explains something could not be sent on Matrix");
            }
            said.end(room.room_id(), aside, sent.is_ok().then(|| app.clock.now()));
        });
    }
}

async fn send(
    room: &Room,
    aside: Aside,
    content: &serde_json::Value,
    transaction: &TransactionId,
) -> Result<(), Outcome> {
    let sent = match aside {
        // Their device gets no keys, so this is the only way to tell them; it says nothing of anybody.
        Aside::Unconfirmed => in_clear(room, content, transaction).await,
        _ => say(room, content.clone(), transaction).await.map(|_| ()),
    };
    sent.map_err(|error| of(&error))
}

/// A line in both languages.
pub fn both<S: Store, C: Clock>(app: &App<S, C>, id: &'static str) -> String {
    let [nl, en] = Language::ALL.map(|language| app.content.texts.plain(language, &Msg::new(id)));
    format!("{nl}\n\n{en}")
}

async fn in_clear(
    room: &Room,
    content: &serde_json::Value,
    transaction: &TransactionId,
) -> Result<(), matrix_sdk::Error> {
    let content: Raw<AnyMessageLikeEventContent> = Raw::from_json(to_raw_value(content)?);
    let request = Request::new_raw(
        room.room_id().to_owned(),
        transaction.to_owned(),
        MessageLikeEventType::RoomMessage,
        content,
    );
    room.client().send(request).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::room_id;

    use super::*;

    #[test]
    fn talk_among_others_is_answered_once_a_day_and_who_turns_to_the_bot_at_once() {
        let said = Said(Arc::new(Mutex::new(LruCache::new(MOST))));
        let (room, begin) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH);
        for aside in [Aside::Crowded, Aside::Open] {
            for (hours, asked, heard) in
                [(0, false, true), (1, false, false), (23, true, true), (24, false, false), (47, false, true)]
            {
                let now = begin + TimeDelta::hours(hours);
                assert_eq!(said.begin(room, aside, asked, now), heard, "{aside:?} {hours}");
                if heard {
                    said.end(room, aside, Some(now));
                }
            }
        }
        assert!(said.begin(room, Aside::Clear, true, begin));
        said.end(room, Aside::Clear, Some(begin));
        assert!(said.begin(room, Aside::Clear, true, begin + AGAIN));
    }

    #[test]
    fn what_did_not_arrive_was_not_said_and_what_is_on_its_way_is_not_said_twice() {
        let said = Said(Arc::new(Mutex::new(LruCache::new(MOST))));
        let (room, now) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH);
        assert!(said.begin(room, Aside::Crowded, true, now));
        assert!(!said.begin(room, Aside::Crowded, true, now + TimeDelta::days(2)));
        said.end(room, Aside::Crowded, None);
        assert!(said.begin(room, Aside::Crowded, false, now));
    }
}
