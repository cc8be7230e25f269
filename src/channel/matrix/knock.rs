//! Answering invitations: who is welcome to ask, and going in or declining, several at a time.

use matrix_sdk::{
    Room,
    ruma::{UserId, api::client::membership::leave_room},
};
use tokio::task::JoinSet;

use super::outcome::{Outcome, of, of_http};

/// A room that could not be entered so often is given up: with the pauses between, after about a day.
pub const MOST_TRIES: u32 = 36;
/// Doors at which the bot knocks at once: one that is slow keeps no other waiting.
pub const AT_ONCE: usize = 5;

/// An invitation that is to be answered now.
pub struct Knock {
    /// Where.
    pub room: Room,
    /// Whoever asked the bot in may do so.
    pub welcome: bool,
    /// How often it did not work.
    pub tries: u32,
    /// What is said when it is declined.
    pub reason: Option<String>,
}

impl Knock {
    /// Whether it is accepted.
    pub fn enters(&self) -> bool {
        self.welcome && self.tries < MOST_TRIES
    }

    /// Goes in, or declines.
    ///
    /// # Errors
    /// In what it gives beside itself: when the homeserver does not do it now, or not at all.
    pub async fn goes(self) -> (Self, Result<(), Outcome>) {
        let done = if self.enters() {
            let joined = self.room.client().join_room_by_id(self.room.room_id()).await;
            joined.map(|_| ()).map_err(|error| of(&error))
        } else {
            leave(&self.room, self.reason.clone()).await
        };
        (self, done)
    }
}

/// Leaves this room alone, and says why if there is something to say. The library would also leave the rooms whose place it says it
/// took, and anybody can make a room that says so.
///
/// # Errors
/// When the homeserver does not do it now.
pub async fn leave(room: &Room, reason: Option<String>) -> Result<(), Outcome> {
    let mut request = leave_room::v3::Request::new(room.room_id().to_owned());
    request.reason = reason;
    match room.client().send(request).await.map_err(|error| of_http(&error)) {
        // Who may not go is out already.
        Ok(_) | Err(Outcome::Forbidden) => Ok(()),
        Err(outcome) => Err(outcome),
    }
}

/// Does all of these, at most so many at once; gives what came of each.
pub async fn side_by_side<T: Send + 'static>(
    most: usize,
    tasks: impl Iterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let (mut under_way, mut done) = (JoinSet::new(), Vec::new());
    for task in tasks {
        if under_way.len() >= most {
            // One that panicked has said so; it is tried again with the next look around.
            done.extend(under_way.join_next().await.and_then(Result::ok));
        }
        under_way.spawn(task);
    }
    while let Some(ended) = under_way.join_next().await {
        done.extend(ended.ok());
    }
    done
}

/// Whether this user may ask the bot in: by name, by server, or everybody. Without a list: the bot's own server.
pub fn is_welcome(inviter: &UserId, bot: &UserId, list: &[String]) -> bool {
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
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use matrix_sdk::ruma::user_id;
    use tokio::sync::Barrier;

    use super::*;

    #[tokio::test]
    async fn as_many_go_side_by_side_as_may_and_no_more() {
        const MOST: usize = 3;
        let (under_way, door) = (AtomicUsize::new(0), Barrier::new(MOST));
        let both = Arc::new((under_way, door));
        let task = |number: usize| {
            let both = Arc::clone(&both);
            async move {
                let (under_way, door) = &*both;
                let at_once = under_way.fetch_add(1, Ordering::SeqCst) + 1;
                // Opens for all of them together, and never for less.
                door.wait().await;
                under_way.fetch_sub(1, Ordering::SeqCst);
                (number, at_once)
            }
        };
        let mut done = side_by_side(MOST, (0..2 * MOST).map(task)).await;
        done.sort_unstable();
        assert!(done.iter().map(|(number, _)| *number).eq(0..2 * MOST), "{done:?}");
        assert!(done.iter().all(|(_, at_once)| *at_once <= MOST), "{done:?}");
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
