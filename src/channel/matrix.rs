//! Matrix: one device, end-to-end encrypted, in rooms with one person.
//!
//! What a sync brings is in the durable inbox before the next sync tells the homeserver so. Not here: rooms of
//! several people, beyond the lines that say why the bot keeps silent in them.

use std::{path::PathBuf, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use matrix_sdk::Client;
use secrecy::SecretString;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use crate::{
    app::{
        executor::Executor,
        ports::{Clock, Outgoing, Store},
        turn::App,
    },
    channel::{
        notes::Notes,
        second_clock::{self, read_date},
    },
    dialogue::ChannelKind,
};

mod asides;
mod batch;
mod before;
mod behind;
mod calm;
mod cards;
mod chats;
mod compose;
mod deliver;
mod door;
pub mod events;
mod garnish;
mod heard;
mod held_up;
mod history;
mod homes;
mod journal;
mod knock;
mod left_over;
mod look;
mod names;
mod outcome;
mod papers;
mod parcel;
mod rooms;
mod sealed;
mod session;
mod shelf;
mod small_file;
mod sync;
mod take_in;
mod thread;
mod tidy;
mod trouble;
mod trust;
mod turns;
mod waits;

pub use look::check;
pub use outcome::ChannelError;

use asides::Asides;
use deliver::Delivery;
use door::Door;
use outcome::Outcome;
use sync::Syncer;
use turns::Turns;

/// Events that may run or wait at once.
const ROOM: usize = 10_000;

const AWAY: &str = "the Matrix homeserver cannot be reached; it is tried again";
const STRANGE: &str = "the Matrix homeserver does not answer as it should; it is tried again. Is \
    NOODPLAN_MATRIX_HOMESERVER the right address?";

const EXPIRED: &str =
    "the bot's session on the Matrix homeserver has expired; it logs in again with the same device";

/// Where the homeserver is, and who the bot is there.
#[derive(Clone)]
pub struct Settings {
    /// Its address.
    pub homeserver: String,
    /// The bot's name there: `@bot:example.org`, or `bot`.
    pub user: String,
    /// Its password; needed for the first start, to make the bot's own keys, and when the session has expired.
    pub password: Option<SecretString>,
    /// The recovery key that an earlier start showed; needed on a new machine.
    pub recovery_key: Option<SecretString>,
    /// Who may invite the bot: `@anna:example.org`, `example.org` or `*`. Empty: everybody on the bot's own server.
    pub inviters: Vec<String>,
    /// People who may have other signing keys than before, once: whoever runs the bot knows that it is them.
    pub trust_anew: Vec<String>,
    /// Session, keys and rooms, all of one device.
    pub folder: PathBuf,
    /// What they are encrypted with.
    pub keys: Keys,
    /// How long to wait for what.
    pub pauses: Pauses,
    /// Tells the operator what they have to know.
    pub tell: fn(&str),
    /// Where a new recovery key is written when nobody watches, so that it stands in no log; without it, it is told.
    pub key_file: Option<PathBuf>,
}

/// What the folder is encrypted with.
#[derive(Clone)]
pub struct Keys {
    /// What the library keeps.
    pub library: Zeroizing<[u8; 32]>,
    /// What the channel keeps for itself.
    pub own: Zeroizing<[u8; 32]>,
}

/// How long to wait for what.
#[derive(Clone, Copy, Debug)]
pub struct Pauses {
    /// The first pause when something does not work.
    pub first: Duration,
    /// No pause grows longer than this.
    pub longest: Duration,
    /// Between two tries to send an emergency plan.
    pub emergency: Duration,
    /// Until a message whose key has not come is given up.
    pub missing_key: Duration,
    /// The same for one from a device that its owner has not confirmed.
    pub unconfirmed: Duration,
    /// No extras after the homeserver said that it was too much.
    pub calm: Duration,
    /// A turn that takes longer is shown as typing.
    pub typing: Duration,
}

impl Default for Pauses {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(60),
            emergency: Duration::from_secs(1),
            missing_key: Duration::from_secs(600),
            unconfirmed: Duration::from_secs(20),
            calm: Duration::from_secs(600),
            typing: Duration::from_secs(1),
        }
    }
}

/// Receives and answers until `stop`, then finishes what is under way.
///
/// # Errors
/// When it can never work as it is set up: a refused password, a session that ended, a folder that cannot be read.
/// Trouble on the way is waited out.
pub async fn run<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    settings: Settings,
    stop: CancellationToken,
) -> Result<(), ChannelError> {
    let mut pause = settings.pauses.first;
    loop {
        let Some(client) = arrive(&settings, &stop).await? else { return Ok(()) };
        match live(Arc::clone(&app), client, settings.clone(), stop.child_token()).await {
            Err(ChannelError::Expired) => tracing::warn!("{EXPIRED}"),
            ended => return ended,
        }
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(settings.pauses.longest);
    }
}

/// Receives and answers with this session. When it ends, what belongs to it ends too, and nothing else.
async fn live<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    client: Client,
    settings: Settings,
    stop: CancellationToken,
) -> Result<(), ChannelError> {
    let pauses = settings.pauses;
    let (notes, notes_task) = Notes::start(Arc::clone(&app), pauses.first, stop.clone());
    let clock: Arc<dyn Clock> = app.clone();
    let refused = asides::both(&app, "matrix-file-refused");
    let delivery =
        Delivery::new(client.clone(), notes.clone(), pauses, Arc::clone(&clock), refused, stop.clone());
    let turns = Turns::new(Arc::clone(&app), Arc::clone(&delivery), notes.clone(), pauses.typing);
    let executor = Executor::new(turns, ROOM);
    let news = app.post.collect(ChannelKind::Matrix);
    let news_task = tokio::spawn(bring_news(news, Arc::clone(&app), Arc::clone(&delivery), stop.clone()));
    let clock_task = tokio::spawn(hear_time(Arc::clone(&app), client.clone(), stop.clone()));
    let asides = Arc::new(Asides::new(Arc::clone(&app), pauses, stop.clone()));
    let (door, door_task) = Door::start(client, &settings, Arc::clone(&asides), clock, stop.clone());
    let mut syncer = Syncer::new(
        Arc::clone(&app),
        Arc::clone(&delivery),
        executor.clone(),
        asides,
        door,
        settings,
        stop.clone(),
    );
    let ended = match syncer.recall().await {
        Ok(()) => syncer.run().await,
        Err(error) => Err(error),
    };
    stop.cancel();
    executor.finish().await;
    delivery.finish().await;
    drop((syncer, executor, delivery, notes));
    for task in [clock_task, door_task, news_task, notes_task] {
        // A task that panicked has said so; nothing is left to do about it.
        let _ = task.await;
    }
    ended
}

/// The session, as soon as there is one; `None` when it is time to stop.
async fn arrive(settings: &Settings, stop: &CancellationToken) -> Result<Option<Client>, ChannelError> {
    let mut pause = settings.pauses.first;
    let mut told = None;
    loop {
        let (words, wait) = match session::open(settings).await {
            Ok(client) => return Ok(Some(client)),
            Err(error) => match error.outcome() {
                Outcome::Later(asked) => (AWAY, asked.max(pause)),
                Outcome::NotLeft => (AWAY, pause),
                Outcome::Unknown => (STRANGE, pause),
                _ => return Err(error),
            },
        };
        if told.replace(words) != Some(words) {
            tracing::error!("{words}");
        }
        tokio::select! {
            () = stop.cancelled() => return Ok(None),
            () = tokio::time::sleep(wait) => {}
        }
        pause = (pause * 2).min(settings.pauses.longest);
    }
}

/// Brings messages that answer nothing in the chat they are for. What is not brought is in the outbox.
async fn bring_news<S: Store, C: Clock>(
    mut news: UnboundedReceiver<Outgoing>,
    app: Arc<App<S, C>>,
    delivery: Arc<Delivery>,
    stop: CancellationToken,
) {
    loop {
        let message = tokio::select! {
            () = stop.cancelled() => return,
            message = news.recv() => message,
        };
        let Some(message) = message else { return };
        // Whoever it is for may have left since it was written down.
        if matches!(app.store.is_unsent(message.id).await, Ok(false)) {
            continue;
        }
        delivery.learn(&app, &message.conversation).await;
        delivery.bring(message);
    }
}

/// Hears from the homeserver what time it is, until `stop`.
async fn hear_time<S: Store, C: Clock>(app: Arc<App<S, C>>, client: Client, stop: CancellationToken) {
    let ask = || time_at_homeserver(&client);
    second_clock::hear(&app.witness, &app.clock, second_clock::PAUSE, &stop, ask).await;
}

/// What time it is at the homeserver; `None`: it does not answer, or does not say.
async fn time_at_homeserver(client: &Client) -> Option<DateTime<Utc>> {
    let url = format!("{}/_matrix/client/versions", client.homeserver().as_str().trim_end_matches('/'));
    // Without a token a proxy may give an answer that it kept, with the time of an hour ago.
    let request = client.http_client().get(url).bearer_auth(client.access_token()?);
    let answer = request.timeout(session::REQUEST).send().await.ok()?;
    read_date(answer.headers().get("date")?.as_bytes())
}
