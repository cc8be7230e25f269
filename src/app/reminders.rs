//! The clock's voice: looks every half minute who is to be told something, and has it told on the road of every message.
//!
//! A claim makes sure that one instance does it; its events and the next time are written together; from there on a
//! reminder is an event like any other, handled once. What is not handled in time is taken over by whoever looks next.
//! Not here: what is due (`domain::schedule`) and what is said.

use std::{
    collections::BTreeSet,
    iter,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::{
    app::{
        executor::{Executor, Worker},
        ports::{Chat, Clock, Incoming, Store, StoreError},
        turn::{App, Handled},
        wakes::{Claim, Settled, Wakes, rules},
    },
    dialogue::{
        ChannelKind, agenda,
        input::Raw,
        outage::{KEPT, Outage},
        reminder::Tick,
    },
    domain::{
        ids::PersonId,
        schedule::{audience::audience, habits::Habits, series},
    },
};

/// How often somebody looks.
const PAUSE: Duration = Duration::from_secs(30);
/// Before the first look: what was left over when the program stopped goes first.
const START: Duration = Duration::from_secs(5);
/// Between two reminders, so that a long list does not go out in one burst.
const SPREAD: Duration = Duration::from_secs(1);
/// Companies in one claim, and messages that are brought from elsewhere at once.
const MOST: u32 = 100;
/// A claim that is not settled by then is free again.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// Reminders that may wait to be handled.
const ROOM: usize = 64;

/// What one look brought.
#[derive(Debug, Default)]
pub struct Look {
    /// Reminders that are written down and not handled yet.
    pub ticks: Vec<Incoming>,
    /// There may be more that is due.
    pub more: bool,
}

impl Look {
    /// How long nobody need look after this one.
    fn pause(&self) -> Duration {
        if self.more { Duration::ZERO } else { PAUSE }
    }
}

impl<S: Store + Wakes, C: Clock> App<S, C> {
    /// Looks once: claims what is due and writes down whom to tell.
    ///
    /// # Errors
    /// When the store does not answer. What was claimed is free again after a minute.
    pub async fn look(&self) -> Result<Look, StoreError> {
        let now = self.clock.now();
        let last = self.store.last_look().await?;
        if !self.witness.agrees(now, last) {
            tracing::error!(
                "the clock of this machine has jumped or is wrong; reminders wait until another clock says the same"
            );
            return Ok(Look::default());
        }
        let mut ticks = self.tell_of_outage(last, now).await?;
        self.store.note_look(now, rules(&self.content)).await?;
        let mut claims = self.store.claim(now, now + LEASE, MOST).await?;
        // A database gives them in any order.
        claims.sort_unstable_by_key(|claim| claim.company);
        let more = claims.len() >= MOST as usize;
        for claim in claims {
            match self.settle(claim, now).await {
                Ok(fresh) => ticks.extend(fresh),
                // Another instance was faster, or the answers changed; whoever is next looks again.
                Err(StoreError::Conflict) => {}
                Err(error) => tracing::error!(%error, "a reminder could not be prepared"),
            }
        }
        Ok(Look { ticks, more })
    }

    /// Hands over what was decided for a channel that is collected here, by an instance that has no such channel.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn bring_from_elsewhere(&self) -> Result<(), StoreError> {
        for channel in self.post.collected() {
            self.post.hand_over(self.store.take_from_elsewhere(channel, MOST).await?);
        }
        Ok(())
    }

    /// Looks until nothing is due, and says all of it at once. What is to be said on a channel that is not here is left to
    /// whoever has it.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn tell_what_is_due(&self) -> Result<(), StoreError> {
        loop {
            let look = self.look().await?;
            for tick in look.ticks.iter().filter(|tick| !self.post.is_elsewhere(tick.conversation.channel)) {
                let handled = self.handle(tick).await;
                self.post.hand_over(handled.outgoing);
            }
            if !look.more {
                return Ok(());
            }
        }
    }

    /// Events for everybody whose messages may be lost, because nobody was here for too long. They are named after the
    /// outage, so that they are written down once, whatever happens before the look is noted.
    async fn tell_of_outage(
        &self,
        last: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Incoming>, StoreError> {
        let Some(from) = last.filter(|last| now - *last > KEPT) else { return Ok(Vec::new()) };
        let chats = self.store.chats_on(ChannelKind::Telegram).await?;
        let event = |(place, chat): (usize, Chat)| Incoming {
            conversation: chat.conversation,
            event: format!("outage-{}-{place}", from.timestamp()),
            name: None,
            language_tag: None,
            raw: Raw::Outage(Outage { from, until: now }),
            at: now,
        };
        self.store.receive(chats.into_iter().enumerate().map(event).collect()).await
    }

    async fn settle(&self, claim: Claim, now: DateTime<Utc>) -> Result<Vec<Incoming>, StoreError> {
        let Some(company) = self.store.company(claim.company).await? else {
            // Erased meanwhile, and with it what was claimed.
            return Ok(Vec::new());
        };
        let habits = Habits::of(&company.dossier);
        let schedules = agenda::schedules(&company.dossier, &self.content, &habits, now);
        let due = series::due(&schedules, &habits, claim.told_until, now);
        // Nothing is said now, so no more counts as said: what a holiday holds up may wait for the next one.
        if habits.is_quiet(now) {
            let due_at = match due.as_slice() {
                [] => series::next_at(&schedules, &habits, now),
                _ => Some(habits.next_open(now)),
            };
            let settled = Settled { claim, told_until: claim.told_until, due_at, events: Vec::new() };
            return self.store.settle(settled).await;
        }
        let people =
            due.iter().flat_map(|due| audience(&company.dossier, &company.members, &habits, due)).collect();
        let events = self.events(claim, people, now).await?;
        if !due.is_empty() && events.is_empty() {
            tracing::info!(due = due.len(), "nobody in the company wants to hear, or can be reached");
        }
        let due_at = series::next_at(&schedules, &habits, now);
        self.store.settle(Settled { claim, told_until: now, due_at, events }).await
    }

    /// One event for every chat of these people.
    async fn events(
        &self,
        claim: Claim,
        people: BTreeSet<PersonId>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Incoming>, StoreError> {
        let tick = Tick { company: claim.company, after: claim.told_until, until: now, said: Vec::new() };
        let mut chats = self.store.chats(people.into_iter().collect()).await?;
        chats.sort_unstable_by(|one, other| one.conversation.cmp(&other.conversation));
        let event = |(place, chat): (usize, Chat)| Incoming {
            conversation: chat.conversation,
            event: format!("tick-{}-{}-{place}", claim.company.0.simple(), claim.fence),
            name: None,
            language_tag: None,
            raw: Raw::Tick(tick.clone()),
            at: now,
        };
        Ok(chats.into_iter().enumerate().map(event).collect())
    }
}

/// Looks every half minute until `stop`.
pub async fn run<S: Store + Wakes, C: Clock>(app: Arc<App<S, C>>, stop: CancellationToken) {
    tokio::join!(bring(&app, &stop), remind(&app, &stop));
}

/// What another instance has to say here waits for no long list of reminders. Where there can be none, nobody looks for it.
async fn bring<S: Store + Wakes, C: Clock>(app: &App<S, C>, stop: &CancellationToken) {
    if !app.store.is_shared() {
        return;
    }
    for pause in iter::once(START).chain(iter::repeat(PAUSE)) {
        if stop.run_until_cancelled(sleep(pause)).await.is_none() {
            return;
        }
        if let Err(error) = app.bring_from_elsewhere().await {
            tracing::error!(%error, "nobody could look what another instance has to say here");
        }
    }
}

async fn remind<S: Store + Wakes, C: Clock>(app: &Arc<App<S, C>>, stop: &CancellationToken) {
    let voice = Executor::new(Voice { app: Arc::clone(app) }, ROOM);
    let mut pause = START;
    while stop.run_until_cancelled(sleep(pause)).await.is_some() {
        pause = tell(app, &voice, stop).await;
    }
    voice.finish().await;
}

/// Tells once what is due, and what was left behind. Gives back how long nobody need look after that.
async fn tell<S: Store + Wakes, C: Clock>(
    app: &Arc<App<S, C>>,
    voice: &Executor<Voice<S, C>>,
    stop: &CancellationToken,
) -> Duration {
    let look = app.look().await.unwrap_or_else(|error| {
        tracing::error!(%error, "nobody could look who is to be reminded");
        Look::default()
    });
    let left = app.left_behind().await.unwrap_or_else(|error| {
        tracing::error!(%error, "nobody could look which reminders were left behind");
        Vec::new()
    });
    let (here, pause) = (app.post.collected(), look.pause());
    for tick in look.ticks.into_iter().chain(left) {
        // Whoever speaks on its channel takes it over.
        if !here.contains(&tick.conversation.channel) {
            continue;
        }
        voice.submit(&tick.conversation.clone(), tick).await;
        stop.run_until_cancelled(sleep(SPREAD)).await;
    }
    pause
}

/// Handles reminders and hands what they say to the channels.
struct Voice<S, C> {
    app: Arc<App<S, C>>,
}

impl<S: Store, C: Clock> Worker for Voice<S, C> {
    type Job = Incoming;
    type Answer = Handled;

    async fn turn(&self, tick: &Incoming) -> Handled {
        self.app.handle(tick).await
    }

    async fn set_aside(&self, tick: &Incoming) -> Handled {
        self.app.set_aside(tick).await
    }

    fn panicked(&self) {
        self.app.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// One that could not be written down is not handled, and is taken over as if it were another's.
    async fn deliver(&self, _: &Incoming, answer: Handled) {
        self.app.post.hand_over(answer.outgoing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_may_be_more_somebody_looks_at_once_and_else_in_half_a_minute() {
        for (more, pause) in [(true, 0), (false, 30)] {
            assert_eq!(Look { more, ..Look::default() }.pause(), Duration::from_secs(pause));
        }
    }
}
