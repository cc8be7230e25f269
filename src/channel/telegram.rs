//! Telegram: receives by long polling or webhook, answers through the Bot API.
//!
//! An update is in the durable inbox before Telegram is told that it arrived: by the next `getUpdates`, or by the answer
//! to its webhook.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use secrecy::SecretString;
use tokio::{
    runtime::{self, Runtime},
    sync::mpsc::UnboundedReceiver,
};
use tokio_util::sync::CancellationToken;

use crate::{
    app::{
        executor::Executor,
        ports::{Clock, ConversationKey, Outgoing, Store, StoreError},
        turn::App,
    },
    channel::{notes::Notes, telegram::pace::Pace},
    dialogue::ChannelKind,
};

mod api;
mod asked;
mod chats;
mod deliver;
mod in_hand;
mod intake;
mod left_over;
mod outcome;
mod pace;
mod parcel;
mod patience;
mod poll;
mod remind;
mod setup;
mod tidy;
mod turns;
mod unsure;
pub mod updates;
mod webhook;
mod wire;

pub use api::ApiError;
pub use webhook::Webhook;

use api::Api;
use deliver::Delivery;
use intake::Intake;
use patience::Patience;
use poll::Poller;
use turns::Turns;
use webhook::Listening;

/// Events that may run or wait at once.
const ROOM: usize = 10_000;

/// Where Telegram is, and who the bot is there.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The token of the bot.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: String,
    /// Reminders a second, to everybody together.
    pub rate: NonZeroU32,
    /// Where Telegram brings updates; without it they are fetched.
    pub webhook: Option<Webhook>,
    /// How long to wait for what.
    pub pauses: Pauses,
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
    /// Before a message is sent again of which nobody knows whether it arrived.
    pub resend: Duration,
    /// While another program receives the bot's messages.
    pub conflict: Duration,
    /// Before somebody who waits for an answer sees that the bot is at work.
    pub typing: Duration,
}

impl Default for Pauses {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(30),
            emergency: Duration::from_secs(1),
            resend: Duration::from_secs(120),
            conflict: Duration::from_secs(30),
            typing: Duration::from_secs(1),
        }
    }
}

/// What the parts of the channel share.
pub(super) struct Link<S, C> {
    app: Arc<App<S, C>>,
    api: Arc<Api>,
    notes: Notes,
    pauses: Pauses,
    stop: CancellationToken,
}

impl<S, C> Clone for Link<S, C> {
    fn clone(&self) -> Self {
        Self {
            app: Arc::clone(&self.app),
            api: Arc::clone(&self.api),
            notes: self.notes.clone(),
            pauses: self.pauses,
            stop: self.stop.clone(),
        }
    }
}

/// Receives and answers until `stop`, then finishes what is under way.
///
/// # Errors
/// When the settings cannot be used, or receiving ends in a fault of the program. Trouble on the way is waited out.
pub async fn run<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    settings: &Settings,
    stop: CancellationToken,
) -> Result<(), ApiError> {
    let api = Arc::new(Api::new(&settings.api_url, &settings.token)?);
    let listening = match &settings.webhook {
        Some(webhook) => Some(Listening::at(webhook, &settings.token)?),
        None => None,
    };
    let front = Front::open().map_err(|error| ApiError::Thread(error.kind()))?;
    let (pauses, own_stop) = (settings.pauses, stop.child_token());
    let (notes, notes_task) = Notes::start(Arc::clone(&app), pauses.first, own_stop.clone());
    let link = Link { app, api, notes, pauses, stop: own_stop };
    let delivery = Delivery::new(&link, Pace::new(settings.rate));
    let executor = Executor::new(Turns::new(link.clone(), Arc::clone(&delivery)), ROOM);
    let intake = Arc::new(Intake::new(link.clone(), Arc::clone(&delivery), executor.clone()));

    let introduced = tokio::spawn(setup::introduce(link.clone()));
    let news = link.app.post.collect(ChannelKind::Telegram);
    let news_task = tokio::spawn(bring_news(link.clone(), news, Arc::clone(&delivery)));
    let (front_link, front_intake) = (link.clone(), Arc::clone(&intake));
    let receiving = async move {
        match listening {
            Some(listening) => listening.run(front_link, front_intake).await,
            None => Poller::new(front_link, front_intake).run().await,
        }
    };
    let received = async {
        front.run(receiving).await;
        // Without receiving there is nothing to go on for.
        link.stop.cancel();
    };
    // An emergency is answered at once, however much was left over.
    tokio::join!(received, take_up(&link, &intake, &delivery));

    executor.finish().await;
    delivery.finish().await;
    drop((link, intake, executor, delivery));
    for task in [introduced, notes_task, news_task] {
        // A task that panicked has said so; nothing is left to do about it.
        let _ = task.await;
    }
    if stop.is_cancelled() { Ok(()) } else { Err(ApiError::Receiving) }
}

/// A thread for what must not stand in line behind turns: receiving, and emergencies.
struct Front(Option<Runtime>);

impl Front {
    fn open() -> std::io::Result<Self> {
        let mut builder = runtime::Builder::new_multi_thread();
        builder.worker_threads(1).thread_name("telegram-front").enable_all();
        builder.build().map(|runtime| Self(Some(runtime)))
    }

    /// Runs something there until it is done.
    async fn run(&self, work: impl Future<Output = ()> + Send + 'static) {
        let Some(runtime) = &self.0 else { return };
        if runtime.spawn(work).await.is_err() {
            tracing::error!("receiving from Telegram ended in a panic");
        }
    }
}

impl Drop for Front {
    /// Waits for nobody: in the middle of other work a runtime may not.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Brings messages that answer nothing in the chat they are for. What is not brought is in the outbox.
async fn bring_news<S: Store, C: Clock>(
    link: Link<S, C>,
    mut news: UnboundedReceiver<Outgoing>,
    delivery: Arc<Delivery>,
) {
    loop {
        let message = tokio::select! {
            () = link.stop.cancelled() => return,
            message = news.recv() => message,
        };
        let Some(message) = message else { return };
        let Some(chat) = chat(&message.conversation) else { continue };
        if !delivery.in_hand.takes(message.id) {
            continue;
        }
        // Whoever it is for may have left since it was written down.
        if matches!(link.app.store.is_unsent(message.id).await, Ok(false)) {
            continue;
        }
        delivery.learn(&link.app, chat).await;
        delivery.bring_news(chat, message);
    }
}

/// Goes on where the program stopped: sends what was not sent and handles what was not handled. What arrives meanwhile
/// goes behind that.
async fn take_up<S: Store, C: Clock>(link: &Link<S, C>, intake: &Intake<S, C>, delivery: &Arc<Delivery>) {
    let unsent = left_over(link, "what was not sent", || link.app.store.unsent(ChannelKind::Telegram));
    let Some(unsent) = unsent.await else { return };
    let to_chats = unsent.into_iter().filter_map(|message| Some((chat(&message.conversation)?, message)));
    let queued = delivery.queue(to_chats);
    let unhandled =
        left_over(link, "what was not handled", || link.app.store.unhandled(ChannelKind::Telegram));
    let Some(unhandled) = unhandled.await else { return };
    intake.take_up(unhandled).await;
    for left_over in queued {
        if link.stop.is_cancelled() {
            return;
        }
        delivery.learn(&link.app, left_over.chat).await;
        delivery.resume(left_over);
    }
}

/// Reads something that was left over, however often that takes; `None`: the program stops first. What can never be
/// read keeps nobody waiting.
async fn left_over<S, C, T, F: Future<Output = Result<Vec<T>, StoreError>>>(
    link: &Link<S, C>,
    what: &str,
    read: impl Fn() -> F,
) -> Option<Vec<T>> {
    let mut patience = Patience::new(&link.pauses);
    loop {
        match read().await {
            Ok(left_over) => return Some(left_over),
            Err(error) => {
                tracing::error!(%error, "{what} cannot be read");
                if matches!(error, StoreError::Damaged(_)) {
                    return Some(Vec::new());
                }
            }
        }
        tokio::select! {
            () = link.stop.cancelled() => return None,
            () = tokio::time::sleep(patience.pause()) => {}
        }
    }
}

/// The chat behind an address on Telegram.
fn chat(conversation: &ConversationKey) -> Option<i64> {
    (conversation.channel == ChannelKind::Telegram).then(|| conversation.address.parse().ok()).flatten()
}

/// Whether several people read a chat: only groups have negative ids.
fn is_group(chat: i64) -> bool {
    chat < 0
}

/// The address of a chat.
fn address(chat: i64) -> ConversationKey {
    ConversationKey { channel: ChannelKind::Telegram, address: chat.to_string().into() }
}
