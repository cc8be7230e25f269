//! Who may ask the bot in, and where it goes by itself: into rooms that took another's place, and out of empty ones.
//!
//! Every round looks at how things are, not at what happened. So nothing is forgotten in a restart: an invitation
//! waits at the homeserver until it is answered.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use matrix_sdk::{
    Client, Room, RoomState,
    ruma::{OwnedRoomId, RoomId, RoomOrAliasId, UserId, api::client::membership::leave_room},
};
use serde::{Deserialize, Serialize};
use tokio::{sync::Notify, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use super::{
    Pauses, Settings,
    asides::{Aside, Asides, Remark},
    outcome::{Outcome, of, of_http},
    papers::Papers,
    rooms,
    waits::{Wait, Waits},
};
use crate::app::ports::{Clock, Store};

/// A room that could not be entered so often is given up: with the pauses between, after about a day.
const MOST_TRIES: u32 = 36;
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
        let mut left = Ok(());
        for room in invited {
            let done = self.answer(&room).await;
            left = left.and(done);
        }
        for room in joined {
            let done = self.move_on(&room).await;
            left = left.and(done);
        }
        left
    }

    /// Goes in, or declines. A homeserver may show an invitation before it can be accepted, so that a refusal is not the
    /// last word.
    async fn answer(&mut self, room: &Room) -> Result<(), Outcome> {
        let (id, now) = (room.room_id(), self.clock.now());
        let before = self.knocks.invitations.of(id);
        if before.is_some_and(|wait| !wait.is_due(now)) {
            return Ok(());
        }
        let tries = before.map_or(0, Wait::tries);
        let Ok(invitation) = room.invite_details().await else { return Ok(()) };
        let welcome = is_welcome(&invitation.inviter_id, room.own_user_id(), &self.inviters);
        let enters = welcome && tries < MOST_TRIES;
        let done = if enters {
            self.client.join_room_by_id(id).await.map(|_| ()).map_err(|error| of(&error))
        } else {
            let reason = (!welcome).then(|| self.asides.words("matrix-declined"));
            self.leave(room, reason).await
        };
        match done {
            Ok(()) if enters => {
                self.knocks.invitations.is_over(id);
                self.left.remove(id);
                tracing::info!("the bot accepted an invitation on Matrix");
                return Ok(());
            }
            Ok(()) | Err(Outcome::Forbidden | Outcome::Refused(_)) => {}
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
            self.leave(room, None).await?;
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
        let is_first = before.is_none();
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
            Err(outcome) => return Err(outcome),
        }
        Ok(())
    }

    /// Leaves this room alone, and says why if there is something to say. The library would also leave the rooms whose place it
    /// says it took, and anybody can make a room that says so.
    async fn leave(&mut self, room: &Room, reason: Option<String>) -> Result<(), Outcome> {
        let mut request = leave_room::v3::Request::new(room.room_id().to_owned());
        request.reason = reason;
        match self.client.send(request).await.map_err(|error| of_http(&error)) {
            // Who may not go is out already.
            Ok(_) | Err(Outcome::Forbidden) => {
                self.left.insert(room.room_id().to_owned());
                Ok(())
            }
            Err(outcome) => Err(outcome),
        }
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

/// Whether this user may ask the bot in: by name, by server, or everybody. Without a list: the bot's own server.
fn is_welcome(inviter: &UserId, bot: &UserId, list: &[String]) -> bool {
    if list.is_empty() {
        return inviter.server_name() == bot.server_name();
    }
    list.iter().any(|pattern| match pattern.trim_start_matches("*:") {
        "*" => true,
        user if user.starts_with('@') => inviter.as_str() == user,
        server => inviter.server_name() == server,
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use matrix_sdk::ruma::{room_id, user_id};

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

    #[test]
    fn without_a_list_only_the_own_server_is_welcome() {
        let bot = user_id!("@bot:firm.nl");
        assert!(is_welcome(user_id!("@anna:firm.nl"), bot, &[]));
        assert!(!is_welcome(user_id!("@anna:elsewhere.org"), bot, &[]));
    }

    #[test]
    fn the_list_names_people_servers_or_everybody() {
        let bot = user_id!("@bot:firm.nl");
        let list = ["@piet:elsewhere.org".to_owned(), "*:partner.nl".to_owned(), "other.nl".to_owned()];
        for (user, welcome) in [
            ("@piet:elsewhere.org", true),
            ("@jan:elsewhere.org", false),
            ("@jan:partner.nl", true),
            ("@jan:other.nl", true),
            ("@jan:firm.nl", false),
            ("@jan:sub.partner.nl", false),
        ] {
            let user = UserId::parse(user).unwrap();
            assert_eq!(is_welcome(&user, bot, &list), welcome, "{user}");
        }
        assert!(is_welcome(user_id!("@a:b.c"), bot, &["*".to_owned()]));
    }
}
