//! What becomes of updates once they are here: written down first, answered after. Emergencies are answered first.
//!
//! An update that cannot be read is kept as it came, for a version that can.

use std::{
    collections::HashSet,
    mem,
    num::NonZeroUsize,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use lru::LruCache;
use serde_json::value::RawValue;

use crate::{
    app::{
        emergency::{is_emergency, is_emergency_in_group},
        executor::Executor,
        ports::{Clock, ConversationKey, Incoming, Store, StoreError},
    },
    channel::telegram::{
        Link, address, chat,
        deliver::Delivery,
        turns::{Job, Turns},
        updates::{self, Meaning, Said, Update},
    },
    dialogue::{ChannelKind, input::Raw},
    text::{Language, Msg},
};

/// Emergencies and taps that were answered before they were written down, and albums; of each.
const MOST_REMEMBERED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();
/// What is said in a group to whoever asks for what is not given there.
const NOT_IN_GROUPS: &str = "telegram-private-only";
/// Telegram itself keeps an update for a day; what is older answers nothing any more.
const READ_WITHIN: TimeDelta = TimeDelta::hours(24);

/// Takes updates in.
pub struct Intake<S: Store, C: Clock> {
    link: Link<S, C>,
    delivery: Arc<Delivery>,
    executor: Executor<Turns<S, C>>,
    /// Events that were answered before they were written down.
    answered: Mutex<LruCache<String, ()>>,
    /// Taps that were answered: what cannot be written down is brought again and again.
    tapped: Mutex<LruCache<String, ()>>,
    /// Of each album the event that came first.
    albums: Mutex<LruCache<String, String>>,
    /// Events of which nobody knows whether they were written down: the connection broke at that moment.
    doubtful: Mutex<HashSet<String>>,
    /// Events that were taken up from the store; one that was written down at that moment also comes by the usual road.
    taken_up: Mutex<HashSet<String>>,
    /// What came before the older events were taken up, and goes behind them. `None`: they are.
    early: Mutex<Option<Vec<Said>>>,
}

impl<S: Store, C: Clock> Intake<S, C> {
    /// An intake that hands what it wrote down to the executor.
    pub fn new(link: Link<S, C>, delivery: Arc<Delivery>, executor: Executor<Turns<S, C>>) -> Self {
        Self {
            link,
            delivery,
            executor,
            answered: Mutex::new(LruCache::new(MOST_REMEMBERED)),
            tapped: Mutex::new(LruCache::new(MOST_REMEMBERED)),
            albums: Mutex::new(LruCache::new(MOST_REMEMBERED)),
            doubtful: Mutex::default(),
            taken_up: Mutex::default(),
            early: Mutex::new(Some(Vec::new())),
        }
    }

    /// Writes updates down and has them handled; gives the id of the last one. Telegram may be told that they
    /// arrived when this is done.
    ///
    /// # Errors
    /// When they could not be written down. Emergencies are answered all the same.
    pub async fn take_in(&self, raw: &[&RawValue]) -> Result<Option<i64>, StoreError> {
        let now = self.link.app.clock.now();
        let username = self.link.app.bot.get().map(String::as_str);
        let mut last = None;
        let mut said = Vec::with_capacity(raw.len());
        let mut asides = Vec::new();
        let mut unread = Vec::new();
        for raw in raw {
            let Some(Update { id, callback, album, meaning, is_whole }) =
                updates::read(raw.get(), now, username)
            else {
                tracing::warn!("Telegram sent an update without an id; it is left out");
                continue;
            };
            last = Some(id);
            if let Some(query) = callback.filter(|query| self.is_new_tap(query)) {
                self.delivery.answer_callback(query);
            }
            if !is_whole {
                unread.push(kept(id, raw.get(), now));
            }
            match meaning {
                Meaning::Said(one) if self.is_one_more(album.as_deref(), &one.incoming) => {}
                Meaning::Said(one) => said.push(*one),
                meaning => asides.push((id, meaning)),
            }
        }
        // A cry for help among them does not wait for what cannot be read.
        self.receive(said).await?;
        if !unread.is_empty() {
            tracing::warn!(count = unread.len(), "updates that cannot be read are kept for a later version");
            self.link.app.store.receive(unread).await?;
        }
        asides.into_iter().for_each(|(id, meaning)| self.aside(id, meaning, now));
        Ok(last)
    }

    /// Takes up what was received and not handled before the program stopped, and then whatever came meanwhile.
    pub async fn take_up(&self, unhandled: Vec<Incoming>) {
        for incoming in unhandled {
            if self.link.stop.is_cancelled() {
                return;
            }
            // An emergency of a moment ago may be among them.
            if self.answered().contains(&incoming.event) {
                continue;
            }
            if let Raw::Unread(raw) = &incoming.raw {
                self.read_again(&incoming, raw.as_str()).await;
            } else if let Some(chat) = chat(&incoming.conversation) {
                self.doubtful().remove(&incoming.event);
                // What came while it was read knows what was tapped.
                let said = self.early_one(&incoming.event).unwrap_or_else(|| {
                    self.taken_up().insert(incoming.event.clone());
                    Said { chat, incoming, tapped: None }
                });
                self.submit(said).await;
            }
        }
        loop {
            let early = self.next_early();
            if early.is_empty() {
                return;
            }
            for said in early {
                self.submit_unless_taken_up(said).await;
            }
        }
    }

    /// What came meanwhile; when that is nothing, events are handled as they come from now on.
    fn next_early(&self) -> Vec<Said> {
        let mut early = self.early.lock().unwrap_or_else(PoisonError::into_inner);
        let said = early.as_mut().map(mem::take).unwrap_or_default();
        if said.is_empty() {
            *early = None;
        }
        said
    }

    /// What came meanwhile and was read from the store as well.
    fn early_one(&self, event: &str) -> Option<Said> {
        let mut early = self.early.lock().unwrap_or_else(PoisonError::into_inner);
        let early = early.as_mut()?;
        let place = early.iter().position(|said| said.incoming.event == event)?;
        Some(early.remove(place))
    }

    /// Gives an event back that may be handled now.
    fn unless_early(&self, said: Said) -> Option<Said> {
        match &mut *self.early.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(early) => {
                early.push(said);
                None
            }
            None => Some(said),
        }
    }

    /// Reads again what an earlier version could not read.
    async fn read_again(&self, kept: &Incoming, raw: &str) {
        let is_old = self.link.app.clock.now() - kept.at > READ_WITHIN;
        let username = self.link.app.bot.get().map(String::as_str);
        let read = updates::read(raw, kept.at, username).filter(|update| update.is_whole && !is_old);
        let understood = match read {
            // What could be read of it may have been answered: then it is known by its id.
            Some(Update { meaning: Meaning::Said(said), .. }) => self.receive(vec![*said]).await.is_ok(),
            Some(_) => true,
            None => is_old,
        };
        if understood {
            self.link.notes.answered(kept.clone());
        }
    }

    async fn receive(&self, said: Vec<Said>) -> Result<(), StoreError> {
        if said.is_empty() {
            return Ok(());
        }
        said.iter().filter(|said| is_emergency(&said.incoming)).for_each(|said| self.rush(said));
        let events: Vec<Incoming> = said.iter().map(|said| said.incoming.clone()).collect();
        match self.link.app.store.receive(events).await {
            Ok(fresh) => {
                let fresh = self.with_doubtful(fresh, &said).await?;
                let mut fresh = fresh.into_iter().peekable();
                // What is fresh comes back in the order in which it was handed in.
                for said in said {
                    if let Some(incoming) = fresh.next_if(|fresh| fresh.event == said.incoming.event) {
                        self.hand_on(Said { incoming, ..said }).await;
                    }
                }
                Ok(())
            }
            Err(error) => {
                said.iter()
                    .filter(|said| is_emergency_in_group(&said.incoming))
                    .for_each(|said| self.rush(said));
                self.doubtful().extend(said.iter().map(|said| said.incoming.event.clone()));
                Err(error)
            }
        }
    }

    /// What is fresh, with what was written down when nobody knew it and has not been handled, in the order of arrival.
    async fn with_doubtful(&self, fresh: Vec<Incoming>, said: &[Said]) -> Result<Vec<Incoming>, StoreError> {
        let doubtful: HashSet<String> = {
            let mut doubtful = self.doubtful();
            said.iter().filter_map(|said| doubtful.take(&said.incoming.event)).collect()
        };
        let is_fresh = |event: &str| fresh.iter().any(|fresh| fresh.event == event);
        if doubtful.iter().all(|event| is_fresh(event)) {
            return Ok(fresh);
        }
        let waiting = self.link.app.store.unhandled(ChannelKind::Telegram).await.inspect_err(|_| {
            self.doubtful().extend(doubtful.iter().cloned());
        })?;
        let is_waiting = |event: &String| waiting.iter().any(|waiting| waiting.event == *event);
        let found = said.iter().map(|said| &said.incoming).filter(|heard| {
            is_fresh(&heard.event) || (doubtful.contains(&heard.event) && is_waiting(&heard.event))
        });
        Ok(found.cloned().collect())
    }

    /// Has an emergency answered at once; the same one only once.
    fn rush(&self, said: &Said) {
        let Said { chat, incoming, tapped } = said;
        if self.answered().contains(&incoming.event) {
            return;
        }
        let job = Job { chat: *chat, incoming: incoming.clone(), tapped: tapped.clone() };
        // With too many under way it takes the usual road.
        if self.executor.rush(job).is_ok() {
            self.answered().put(incoming.event.clone(), ());
        }
    }

    async fn hand_on(&self, said: Said) {
        let was_answered = self.answered().contains(&said.incoming.event);
        if was_answered {
            self.link.notes.answered(said.incoming);
        } else if let Some(said) = self.unless_early(said) {
            self.submit_unless_taken_up(said).await;
        }
    }

    async fn submit_unless_taken_up(&self, said: Said) {
        let was_taken_up = self.taken_up().remove(&said.incoming.event);
        if !was_taken_up {
            self.submit(said).await;
        }
    }

    async fn submit(&self, said: Said) {
        let Said { chat, incoming, tapped } = said;
        let key = incoming.conversation.clone();
        self.executor.submit(&key, Job { chat, incoming, tapped }).await;
    }

    fn aside(&self, id: i64, meaning: Meaning, now: DateTime<Utc>) {
        match meaning {
            Meaning::NotInGroups { chat, asked, language_tag } => {
                let (app, event) = (&self.link.app, id.to_string());
                if app.strangers.may_hear(&address(chat), NOT_IN_GROUPS, &event, now) {
                    let language = Language::from_tag(language_tag.as_deref().unwrap_or("nl"));
                    let text = app.content.texts.plain(language, &Msg::new(NOT_IN_GROUPS));
                    self.delivery.say(chat, asked, text);
                }
            }
            Meaning::Access { chat, allowed } => self.link.notes.reach(address(chat), allowed),
            Meaning::Said(_) | Meaning::Nothing => {}
        }
    }

    /// Whether this is one more picture of an album: the first one was answered for all of them.
    fn is_one_more(&self, album: Option<&str>, heard: &Incoming) -> bool {
        let Some(album) = album else { return false };
        let mut albums = self.albums.lock().unwrap_or_else(PoisonError::into_inner);
        let first = albums.get_or_insert(album.to_owned(), || heard.event.clone());
        *first != heard.event && matches!(heard.raw, Raw::Other(_))
    }

    /// Whether a tap was not answered before; from now on it was.
    fn is_new_tap(&self, query: &str) -> bool {
        let mut tapped = self.tapped.lock().unwrap_or_else(PoisonError::into_inner);
        tapped.put(query.to_owned(), ()).is_none()
    }

    /// A panic elsewhere does not spoil these: each is whole whenever its lock is free.
    fn answered(&self) -> MutexGuard<'_, LruCache<String, ()>> {
        self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn doubtful(&self) -> MutexGuard<'_, HashSet<String>> {
        self.doubtful.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn taken_up(&self) -> MutexGuard<'_, HashSet<String>> {
        self.taken_up.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An update as it came. It belongs to nobody until it can be read.
fn kept(id: i64, raw: &str, at: DateTime<Utc>) -> Incoming {
    Incoming {
        conversation: ConversationKey { channel: ChannelKind::Telegram, address: String::new().into() },
        event: format!("unread-{id}"),
        name: None,
        language_tag: None,
        raw: Raw::Unread(raw.to_owned().into()),
        at,
    }
}
