//! Who may ask the bot in, and where it goes by itself: into rooms that took another's place, and out of empty ones.
//!
//! Every round looks at how things are, not at what happened. So nothing is forgotten in a restart: an invitation
//! waits at the homeserver until it is answered.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use matrix_sdk::{
    Client, Room, RoomState,
    ruma::{OwnedRoomId, RoomId, RoomOrAliasId},
};
use serde::{Deserialize, Serialize};
use tokio::{sync::Notify, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use super::{
    Pauses, Settings,
    asides::{Aside, Asides, Remark},
    knock::{AT_ONCE, Knock, MOST_TRIES, is_welcome, leave, side_by_side},
    outcome::{Outcome, of},
    papers::Papers,
    rooms,
    waits::{Wait, Waits},
};
use crate::app::ports::{Clock, Store};

/// A look around without any reason.
const ROUND: Duration = Duration::from_secs(3_600);
const KNOCKS: &str = "noodplan.knocks";

/// Asks for a look around.
pub struct Door(Arc<Notify>);

impl Door {
    /// Starts looking, until `stop`.
    pub fn start<S: Store, C: Clock>(
        client: Client,
        settings: &Settings,
        asides: Arc<Asides<S, C>>,
        clock: Arc<dyn Clock>,
        stop: CancellationToken,
    ) -> (Self, JoinHandle<()>) {
        let notify = Arc::new(Notify::new());
        let keeper = Keeper {
            papers: Papers::new(client.clone(), &settings.keys.own),
            client,
            asides,
            clock,
            inviters: settings.inviters.clone(),
            pauses: settings.pauses,
            knocks: Knocks::default(),
            left: BTreeSet::new(),
            is_limited: false,
            stop,
        };
        let task = tokio::spawn(keeper.keep(Arc::clone(&notify)));
        (Self(notify), task)
    }

    /// Something changed.
    pub fn look(&self) {
        self.0.notify_one();
    }
}

/// Rooms that were closed, also before the program started.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Knocks {
    /// Into which the bot was asked.
    invitations: Waits,
    /// That took the place of one in which the bot is.
    moves: Waits,
}

struct Keeper<S, C> {
    client: Client,
    asides: Arc<Asides<S, C>>,
    clock: Arc<dyn Clock>,
    papers: Papers,
    inviters: Vec<String>,
    pauses: Pauses,
    knocks: Knocks,
    /// Rooms that the bot has left, until a sync says so too.
    left: BTreeSet<OwnedRoomId>,
    /// The homeserver asked for patience, and that was said.
    is_limited: bool,
    stop: CancellationToken,
}

impl<S: Store, C: Clock> Keeper<S, C> {
    async fn keep(mut self, notify: Arc<Notify>) {
        // A folder that cannot be read ends the channel elsewhere.
        self.knocks = self.papers.read(KNOCKS).await.ok().flatten().unwrap_or_default();
        let mut pause = self.pauses.first;
        loop {
            let before = self.knocks.clone();
            let done = self.round().await;
            if self.knocks != before
                && let Err(error) = self.papers.write(KNOCKS, &self.knocks).await
            {
                tracing::error!(%error, "which rooms on Matrix are closed cannot be written down");
            }
            let wait = match done {
                Ok(()) => {
                    pause = self.pauses.first;
                    self.rest()
                }
                Err(Outcome::Later(asked)) => asked,
                Err(_) => {
                    let wait = pause;
                    pause = (pause * 2).min(self.pauses.longest);
                    wait
                }
            };
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return,
                () = notify.notified() => {}
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// How long until a room is tried again, or a look around is due.
    fn rest(&self) -> Duration {
        let now = self.clock.now();
        let Knocks { invitations, moves } = &self.knocks;
        let soonest =
            [invitations, moves].into_iter().filter_map(|waits| waits.soonest(now, MOST_TRIES)).min();
        soonest.map_or(ROUND, |wait| wait.max(self.pauses.first).min(self.pauses.longest))
    }

    /// Does what is to be done now; `Err` when something is left for later.
    async fn round(&mut self) -> Result<(), Outcome> {
        self.forget_left().await;
        let (invited, joined) = (self.client.invited_rooms(), self.client.joined_rooms());
        self.knocks.invitations.retain(|id| invited.iter().any(|room| room.room_id() == id));
        let next = |room: &Room| room.successor_room().map(|next| next.room_id);
        self.knocks.moves.retain(|id| joined.iter().any(|room| next(room).is_some_and(|next| next == *id)));
        let mut left = self.answer(invited).await;
        for room in joined {
            let done = self.move_on(&room).await;
            left = left.and(done);
        }
        left
    }

    /// Answers those of these invitations whose time has come, side by side.
    async fn answer(&mut self, invited: Vec<Room>) -> Result<(), Outcome> {
        self.is_limited &= self.knocks.invitations.soonest(self.clock.now(), MOST_TRIES).is_some();
        let mut knocks = Vec::new();
        for room in invited {
            knocks.extend(self.knock(room).await);
        }
        let mut left = Ok(());
        for (knock, done) in side_by_side(AT_ONCE, knocks.into_iter().map(Knock::goes)).await {
            left = left.and(self.came_of(&knock, done));
        }
        left
    }

    /// How to answer this invitation, if it is to be answered now.
    async fn knock(&self, room: Room) -> Option<Knock> {
        let before = self.knocks.invitations.of(room.room_id());
        if before.is_some_and(|wait| !wait.is_due(self.clock.now())) {
            return None;
        }
        let tries = before.map_or(0, Wait::tries);
        let invitation = room.invite_details().await.ok()?;
        let welcome = is_welcome(&invitation.inviter_id, room.own_user_id(), &self.inviters);
        let reason = (!welcome).then(|| self.asides.words("matrix-declined"));
        Some(Knock { room, welcome, tries, reason })
    }

    /// A homeserver may show an invitation before it can be accepted, so that a refusal is not the last word.
    fn came_of(&mut self, knock: &Knock, done: Result<(), Outcome>) -> Result<(), Outcome> {
        let (id, now) = (knock.room.room_id(), self.clock.now());
        let &Knock { welcome, tries, .. } = knock;
        match done {
            Ok(()) if knock.enters() => {
                self.knocks.invitations.is_over(id);
                self.left.remove(id);
                tracing::info!("the bot accepted an invitation on Matrix");
                return Ok(());
            }
            Ok(()) => {
                self.left.insert(id.to_owned());
            }
            Err(Outcome::Forbidden | Outcome::Refused(_)) => {}
            Err(Outcome::Later(asked)) => {
                if !std::mem::replace(&mut self.is_limited, true) {
                    tracing::warn!(
                        "the Matrix homeserver lets the bot into no more rooms now; it goes in when it may"
                    );
                }
                self.knocks.invitations.hold(id, now, asked);
                return Ok(());
            }
            Err(outcome) => return Err(outcome),
        }
        if !welcome && tries == 0 {
            tracing::info!("an invitation on Matrix was declined: not on the list of who may invite");
        } else if welcome && tries == MOST_TRIES {
            tracing::warn!("a room on Matrix could not be entered for a day; the invitation was declined");
        }
        self.knocks.invitations.put_off(id, now, self.pauses.first);
        Ok(())
    }

    async fn move_on(&mut self, room: &Room) -> Result<(), Outcome> {
        if let Some(next) = room.successor_room().filter(|_| rooms::successor(room).is_none()) {
            self.follow(room, &next.room_id).await?;
        }
        let alone = room.joined_members_count() == 1 && room.invited_members_count() == 0;
        if alone && room.is_synced() && !self.left.contains(room.room_id()) {
            leave(room, None).await?;
            self.left.insert(room.room_id().to_owned());
            tracing::info!("the bot left a room on Matrix in which nobody else was");
        }
        Ok(())
    }

    /// Goes into the room that took the place of this one. Where that is closed, this one is all there is.
    async fn follow(&mut self, room: &Room, next: &RoomId) -> Result<(), Outcome> {
        let now = self.clock.now();
        let before = self.knocks.moves.of(next);
        if before.is_some_and(|wait| !wait.is_due(now) || wait.tries() >= MOST_TRIES) {
            return Ok(());
        }
        let is_first = before.is_none_or(|wait| wait.tries() == 0);
        let via: Vec<_> = room.room_id().server_name().map(ToOwned::to_owned).into_iter().collect();
        let id: &RoomOrAliasId = next.into();
        match self.client.join_room_by_id_or_alias(id, &via).await.map_err(|error| of(&error)) {
            Ok(_) => {
                self.knocks.moves.is_over(next);
                tracing::info!("a room on Matrix has moved, and the bot went along");
            }
            Err(Outcome::Forbidden | Outcome::Refused(_)) => {
                if is_first {
                    tracing::warn!(
                        "a room on Matrix has moved and the bot cannot get into the new one; it stays in the old one, and \
                         asks to be invited"
                    );
                    self.asides.say(Remark::new(room, Aside::Moved, None));
                }
                self.knocks.moves.put_off(next, now, self.pauses.first);
            }
            Err(Outcome::Later(asked)) => self.knocks.moves.hold(next, now, asked),
            Err(outcome) => return Err(outcome),
        }
        Ok(())
    }

    /// To be forgotten is nicer for the list of rooms, no more.
    async fn forget_left(&mut self) {
        for id in std::mem::take(&mut self.left) {
            match self.client.get_room(&id) {
                Some(room) if room.state() == RoomState::Left => drop(room.forget().await),
                Some(_) => {
                    self.left.insert(id);
                }
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use matrix_sdk::ruma::room_id;

    use super::*;

    #[test]
    fn a_closed_door_is_given_up_after_about_a_day() {
        let (room, begin) = (room_id!("!a:test"), DateTime::<Utc>::UNIX_EPOCH);
        let (mut waits, mut now) = (Waits::default(), begin);
        for _ in 0..MOST_TRIES {
            assert!(waits.of(room).is_none_or(|wait| wait.is_due(now)));
            waits.put_off(room, now, Pauses::default().first);
            now += waits.soonest(now, MOST_TRIES).unwrap_or_default();
        }
        assert!((TimeDelta::hours(23)..TimeDelta::hours(26)).contains(&(now - begin)), "{}", now - begin);
    }
}
