//! Receiving: one long poll after the other. How far the bot has heard is written down only when all of it is in the
//! durable inbox; after a crash the homeserver tells the rest again.

use std::{mem::take, num::NonZeroUsize, sync::Arc, time::Duration};

use lru::LruCache;
use matrix_sdk::{
    Room,
    config::{SyncSettings, SyncToken},
    ruma::{
        EventId, UInt,
        api::client::{
            filter::FilterDefinition, receipt::create_receipt::v3::ReceiptType, sync::sync_events::v3::Filter,
        },
        events::receipt::ReceiptThread,
    },
    sync::SyncResponse,
};
use tokio_util::sync::CancellationToken;

use super::{
    Settings, Turns,
    asides::Asides,
    batch::Batch,
    deliver::Delivery,
    door::Door,
    heard, history,
    journal::Journal,
    left_over::LeftOver,
    names::Names,
    outcome::{ChannelError, Outcome},
    papers::Papers,
    rooms::LAZY,
    sealed, session,
    take_in::Reader,
    trouble::{Patience, Trouble},
    trust,
    turns::Job,
};
use crate::app::{
    emergency::is_emergency,
    executor::Executor,
    ports::{Clock, Incoming, Store, StoreError},
    turn::App,
};

/// How long the homeserver may hold a poll.
const POLL: Duration = Duration::from_secs(25);
/// The same while something could not be decrypted, read or taken up yet.
const POLL_WAITING: Duration = Duration::from_secs(3);
/// How long the first sync waits for others to trust the device.
const HEAD_START: Duration = Duration::from_secs(3);
/// Events of a room in one sync; what is beyond is fetched.
const TIMELINE: u32 = 100;
/// Emergencies that were answered although they could not be written down.
const MOST_REMEMBERED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();

/// Receives.
pub struct Syncer<S: Store, C: Clock> {
    app: Arc<App<S, C>>,
    delivery: Arc<Delivery>,
    executor: Executor<Turns<S, C>>,
    asides: Arc<Asides<S, C>>,
    door: Door,
    settings: Settings,
    stop: CancellationToken,
    papers: Papers,
    journal: Journal,
    names: Names,
    left_over: LeftOver,
    /// Trust in the device is seen to, beside the reading.
    sees_to_trust: bool,
    /// Nothing was taken in since the program started, or since a sync failed.
    begins: bool,
    patience: Patience,
    answered: LruCache<String, ()>,
}

impl<S: Store, C: Clock> Syncer<S, C> {
    /// A syncer that has not begun.
    pub fn new(
        app: Arc<App<S, C>>,
        delivery: Arc<Delivery>,
        executor: Executor<Turns<S, C>>,
        asides: Arc<Asides<S, C>>,
        door: Door,
        settings: Settings,
        stop: CancellationToken,
    ) -> Self {
        let patience = Patience::new(settings.pauses, stop.clone());
        let papers = Papers::new(delivery.client.clone(), &settings.keys.own);
        Self {
            app,
            delivery,
            executor,
            asides,
            door,
            settings,
            stop,
            papers,
            journal: Journal::default(),
            names: Names::default(),
            left_over: LeftOver::default(),
            sees_to_trust: false,
            begins: true,
            patience,
            answered: LruCache::new(MOST_REMEMBERED),
        }
    }

    /// Reads how far it was.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub async fn recall(&mut self) -> Result<(), ChannelError> {
        self.journal = Journal::load(&self.papers).await?;
        let people = self.journal.people();
        let anew = self.journal.vouch(&self.settings.trust_anew);
        self.delivery.homes.recall(people, anew);
        if self.journal.token.is_some() {
            self.delivery.homes.has_rooms();
        }
        if let Some(user) = self.delivery.client.user_id() {
            self.names = Names::new(user.as_str(), user.localpart());
        }
        Ok(())
    }

    /// Receives until it is to stop.
    ///
    /// # Errors
    /// When the session is over.
    pub async fn run(&mut self) -> Result<(), ChannelError> {
        loop {
            // What is heard before that is done goes behind it. Whoever asks for the plan does not wait.
            let _ = self.take_up().await;
            let settings = self.next_sync();
            let synced = tokio::select! {
                biased;
                () = self.stop.cancelled() => return Ok(()),
                synced = self.delivery.client.sync_once(settings) => synced,
            };
            let taken = match synced {
                Ok(response) => {
                    self.see_to_trust().await;
                    self.hold(&response).await
                }
                Err(error) => {
                    // What came may be written down by the library, and not told again.
                    self.begins = true;
                    Err(super::outcome::of(&error))
                }
            };
            match taken {
                Ok(true) => self.patience.recovered(),
                Ok(false) => return Ok(()),
                Err(Outcome::SessionEnded { device_stays: true }) => {
                    if let Err(error) = session::expire(&self.papers).await {
                        tracing::error!(%error, "that the session on Matrix has expired cannot be written down");
                    }
                    return Err(ChannelError::Expired);
                }
                Err(Outcome::SessionEnded { device_stays: false }) => {
                    return Err(ChannelError::SessionEnded(self.settings.folder.display().to_string()));
                }
                Err(outcome) => {
                    if !self.patience.waited(outcome).await {
                        return Ok(());
                    }
                }
            }
        }
    }

    fn next_sync(&self) -> SyncSettings {
        let mut filter = FilterDefinition::default();
        filter.room.timeline.limit = Some(UInt::from(TIMELINE));
        filter.room.state.lazy_load_options = LAZY;
        filter.presence.types = Some(Vec::new());
        filter.room.ephemeral.types = Some(Vec::new());
        let first = self.journal.token.is_none();
        let Journal { sealed, behind, .. } = &self.journal;
        let poll = match sealed.is_empty() && behind.is_empty() && !self.left_over.waits() {
            _ if first => Duration::ZERO,
            true => POLL,
            false => POLL_WAITING,
        };
        // Ours, not the library's: that one moves on before anything is in the inbox.
        let token = self.journal.token.clone().map_or(SyncToken::NoToken, SyncToken::Specific);
        SyncSettings::new().filter(Filter::FilterDefinition(filter)).timeout(poll).token(token)
    }

    /// Takes in what came, however often it takes; `false` when it is time to stop.
    async fn hold(&mut self, response: &SyncResponse) -> Result<bool, Outcome> {
        loop {
            match self.take_in(response).await {
                Ok(()) => return Ok(true),
                Err(ended @ Outcome::SessionEnded { .. }) => return Err(ended),
                Err(outcome) => {
                    if !self.patience.waited(outcome).await {
                        return Ok(false);
                    }
                }
            }
        }
    }

    async fn take_in(&mut self, response: &SyncResponse) -> Result<(), Outcome> {
        heard::recall_keys(&self.app, &self.delivery.homes).await.map_err(|_| Outcome::Refused(0))?;
        let (mut batch, mut ends) = (Batch::default(), Vec::new());
        let mut behind = self.journal.behind.clone();
        let (first, now) = (self.journal.token.is_none(), self.app.clock.now());
        if first {
            let heard = heard::before(&self.app, response).await.map_err(|error| {
                if !self.patience.knows(Trouble::Store) {
                    tracing::error!(%error, "how far people were heard before cannot be read");
                }
                Outcome::Refused(0)
            })?;
            self.journal.cursors.extend(heard);
        }
        response.rooms.joined.iter().for_each(|(id, update)| behind.keep(id, &update.timeline.events));
        let swallowed = self.begins && history::is_swallowed(response, self.journal.token.as_deref());
        for (id, timeline) in history::timelines(&self.delivery.client, response, swallowed, &behind, now) {
            let Some(room) = self.delivery.client.get_room(&id) else {
                behind.caught_up(&id);
                continue;
            };
            let known = self.journal.cursors.get(&id).map(|known| &**known);
            if first && known.is_none() {
                ends.extend(
                    timeline.events.iter().rev().find_map(|event| event.event_id()).map(|last| (id, last)),
                );
                continue;
            }
            let since = self.journal.since(&id);
            let (brought, events) = (behind.brought(&id), timeline.events.clone());
            match self.reader().room(&room, timeline, known, since.as_deref(), brought, &mut batch).await {
                Ok(last) => {
                    behind.caught_up(&id);
                    ends.extend(last.map(|last| (id, last)));
                }
                Err(ended @ Outcome::SessionEnded { .. }) => return Err(ended),
                Err(outcome) => {
                    behind.put_off(id.clone(), since, outcome, now, &self.settings.pauses);
                    behind.keep(&id, &events);
                }
            }
        }
        if response.rooms.left.keys().any(|id| self.journal.cursors.contains_key(id)) {
            tracing::info!("the bot is no longer in one of its rooms on Matrix");
        }
        response
            .rooms
            .left
            .keys()
            .chain(response.rooms.invited.keys())
            .for_each(|id| self.journal.is_out_of(id));
        let last_said = batch.last_said();
        let moved =
            batch.moves || swallowed || !response.rooms.invited.is_empty() || !response.rooms.left.is_empty();
        let let_speak = take(&mut batch.let_speak);
        let mut left = self.journal.sealed.clone();
        for sealed in [&mut left, &mut batch.sealed] {
            sealed::drop_wiped(sealed, &batch.wiped);
        }
        let tried = sealed::retry(&self.delivery.client, &mut left, now, &self.settings.pauses).await;
        self.reader().opened(tried, &mut batch, &mut left).await?;
        left.append(&mut batch.sealed);
        let given_up = sealed::beyond_room(&self.delivery.client, &mut left);
        self.reader().opened(given_up, &mut batch, &mut left).await?;
        let heard_somebody = !batch.said.is_empty();
        self.write_down(batch).await?;
        self.delivery.has_heard(&self.app, last_said).await;
        (self.journal.sealed, self.journal.behind) = (left, behind);
        self.journal.away.retain(|id, _| ends.iter().all(|(read, _)| read != id));
        self.journal.cursors.extend(ends);
        self.journal.token = Some(response.next_batch.clone());
        self.delivery.homes.has_rooms();
        self.journal.keep(self.delivery.homes.people());
        self.begins = false;
        if let Err(error) = self.journal.save(&self.papers).await {
            tracing::error!(%error, "how far Matrix was heard cannot be written down");
        }
        if moved || first {
            self.door.look();
        }
        if moved || heard_somebody {
            self.delivery.look_who_is_back(let_speak);
        }
        Ok(())
    }

    /// Has others trust the device. It takes what it takes; what is said first waits for it a little while.
    async fn see_to_trust(&mut self) {
        if std::mem::replace(&mut self.sees_to_trust, true) {
            return;
        }
        let (client, settings, stop) =
            (self.delivery.client.clone(), self.settings.clone(), self.stop.clone());
        let task = tokio::spawn(trust::see_to_it(client, settings, stop));
        // After that it goes on by itself.
        let _ = tokio::time::timeout(HEAD_START, task).await;
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            names: &self.names,
            cards: &self.delivery.cards,
            homes: &self.delivery.homes,
            now: self.app.clock.now(),
        }
    }

    /// Goes on where the program stopped, if it did not yet.
    async fn take_up(&mut self) -> Result<(), StoreError> {
        self.left_over.take_up(&self.app, &self.executor, &self.delivery).await
    }

    /// Into the inbox, behind what was left over; gives back what is new.
    async fn receive(&mut self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        self.take_up().await?;
        self.app.store.receive(events).await
    }

    /// Into the inbox, and on to the executor; what is not new is left out.
    async fn write_down(&mut self, batch: Batch) -> Result<(), Outcome> {
        let Batch { said, asides, .. } = batch;
        if !said.is_empty() {
            let events: Vec<Incoming> = said.iter().map(|(_, incoming)| incoming.clone()).collect();
            match self.receive(events).await {
                Ok(fresh) => {
                    for incoming in fresh {
                        self.hand_on(incoming).await;
                    }
                    self.mark_read(&said);
                }
                Err(error) => {
                    if !self.patience.knows(Trouble::Store) {
                        tracing::error!(%error, "a message was not written down");
                    }
                    for (_, incoming) in said.into_iter().filter(|(_, incoming)| is_emergency(incoming)) {
                        if self.answered.put(incoming.event.clone(), ()).is_none() {
                            self.submit(incoming).await;
                        }
                    }
                    return Err(Outcome::Refused(0));
                }
            }
        }
        asides.into_iter().for_each(|remark| self.asides.say(remark));
        Ok(())
    }

    async fn hand_on(&mut self, incoming: Incoming) {
        if self.answered.pop(&incoming.event).is_some() {
            self.delivery.notes.answered(incoming);
        } else {
            self.submit(incoming).await;
        }
    }

    async fn submit(&self, incoming: Incoming) {
        let key = incoming.conversation.clone();
        self.executor.submit(&key, Job { incoming }).await;
    }

    /// Shows people that the bot has seen what they said; nobody waits for it.
    fn mark_read(&self, said: &[(Room, Incoming)]) {
        for (place, (room, incoming)) in said.iter().enumerate() {
            let later = said.iter().skip(place + 1).any(|(other, _)| other.room_id() == room.room_id());
            let Ok(event) = EventId::parse(incoming.event.as_str()) else { continue };
            if !later {
                let room = room.clone();
                tokio::spawn(async move {
                    room.send_single_receipt(ReceiptType::Read, ReceiptThread::Unthreaded, event).await
                });
            }
        }
    }
}
