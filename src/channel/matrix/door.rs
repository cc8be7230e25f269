//! Who may ask the bot in, and where it goes by itself: into rooms that took another's place, and out of empty ones.
//!
//! Every round looks at how things are, not at what happened. So nothing is forgotten in a restart: an invitation
//! waits at the homeserver until it is answered.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
    time::Duration,
};

use matrix_sdk::{
    Client, Error, Room, RoomState,
    ruma::{OwnedRoomId, RoomOrAliasId, UserId, api::client::membership::leave_room},
};
use tokio::{sync::Notify, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use super::{
    Pauses, Settings,
    outcome::{Outcome, of, of_http},
};

/// A room that could not be entered so often is given up.
const MOST_TRIES: u32 = 12;
/// A look around without any reason.
const ROUND: Duration = Duration::from_secs(3_600);

/// Asks for a look around.
pub struct Door(Arc<Notify>);

impl Door {
    /// Starts looking, until `stop`.
    pub fn start(client: Client, settings: &Settings, stop: CancellationToken) -> (Self, JoinHandle<()>) {
        let notify = Arc::new(Notify::new());
        let keeper = Keeper {
            client,
            inviters: settings.inviters.clone(),
            pauses: settings.pauses,
            tries: HashMap::new(),
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

struct Keeper {
    client: Client,
    inviters: Vec<String>,
    pauses: Pauses,
    tries: HashMap<OwnedRoomId, u32>,
    /// Rooms that the bot has left, until a sync says so too.
    left: BTreeSet<OwnedRoomId>,
    stop: CancellationToken,
}

impl Keeper {
    async fn keep(mut self, notify: Arc<Notify>) {
        let mut pause = self.pauses.first;
        loop {
            let wait = match self.round().await {
                Ok(()) => {
                    pause = self.pauses.first;
                    ROUND
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

    /// Does what is to be done now; `Err` when something is left for later.
    async fn round(&mut self) -> Result<(), Outcome> {
        self.forget_left().await;
        let mut left = Ok(());
        for room in self.client.invited_rooms() {
            let done = self.answer(&room).await;
            left = left.and(done);
        }
        for room in self.client.joined_rooms() {
            let done = self.move_on(&room).await;
            left = left.and(done);
        }
        left
    }

    async fn answer(&mut self, room: &Room) -> Result<(), Outcome> {
        let Ok(invitation) = room.invite_details().await else { return Ok(()) };
        if !is_welcome(&invitation.inviter_id, room.own_user_id(), &self.inviters) {
            tracing::info!("an invitation on Matrix was declined: not on the list of who may invite");
            return self.leave(room).await;
        }
        let entered = self.client.join_room_by_id(room.room_id()).await.map(|_| ());
        self.after(room, entered).await
    }

    /// A homeserver may show an invitation before it can be accepted, so that a refusal is not the last word.
    async fn after(&mut self, room: &Room, entered: Result<(), Error>) -> Result<(), Outcome> {
        let Err(error) = entered else {
            self.tries.remove(room.room_id());
            self.left.remove(room.room_id());
            return Ok(());
        };
        let outcome = of(&error);
        if matches!(outcome, Outcome::Forbidden | Outcome::Refused(_)) {
            let tries = self.tries.entry(room.room_id().to_owned()).or_default();
            *tries += 1;
            if *tries >= MOST_TRIES {
                tracing::warn!("a room on Matrix could not be entered; the invitation was declined");
                self.tries.remove(room.room_id());
                return self.leave(room).await;
            }
        }
        Err(outcome)
    }

    async fn move_on(&mut self, room: &Room) -> Result<(), Outcome> {
        if let Some(next) = room.successor_room() {
            let there =
                self.client.get_room(&next.room_id).is_some_and(|room| room.state() == RoomState::Joined);
            if !there {
                let via: Vec<_> = room.room_id().server_name().map(ToOwned::to_owned).into_iter().collect();
                let id: &RoomOrAliasId = (&*next.room_id).into();
                let entered = self.client.join_room_by_id_or_alias(id, &via).await.map(|_| ());
                return self.after(room, entered).await;
            }
        }
        let alone = room.joined_members_count() == 1 && room.invited_members_count() == 0;
        if alone && room.is_synced() && !self.left.contains(room.room_id()) {
            self.leave(room).await?;
            tracing::info!("the bot left a room on Matrix in which nobody else was");
        }
        Ok(())
    }

    /// Leaves this room alone. The library would also leave the rooms whose place it says it took, and anybody can make
    /// a room that says so.
    async fn leave(&mut self, room: &Room) -> Result<(), Outcome> {
        let request = leave_room::v3::Request::new(room.room_id().to_owned());
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
    use matrix_sdk::ruma::user_id;

    use super::*;

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
