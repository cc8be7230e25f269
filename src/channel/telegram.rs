//! Telegram: receives by long polling, answers through the Bot API.
//!
//! An update is in the durable inbox before the next `getUpdates` tells Telegram so. Not here: webhooks, and groups
//! beyond the one line that says that the bot works in private chats.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use secrecy::SecretString;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_util::sync::CancellationToken;

use crate::{
    app::{
        executor::Executor,
        ports::{Clock, ConversationKey, Outgoing, Store},
        turn::App,
    },
    dialogue::ChannelKind,
};

mod api;
mod chats;
mod deliver;
mod notes;
mod outcome;
mod parcel;
mod poll;
pub mod rich;
mod setup;
mod turns;
pub mod updates;
mod wire;

pub use api::ApiError;

use api::Api;
use deliver::Delivery;
use notes::Notes;
use poll::Poller;
use turns::{Job, Turns};

/// Events that may run or wait at once.
const ROOM: usize = 10_000;

/// Where Telegram is, and who the bot is there.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The token of the bot.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: String,
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
}

impl Default for Pauses {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(30),
            emergency: Duration::from_secs(1),
            resend: Duration::from_secs(120),
            conflict: Duration::from_secs(30),
        }
    }
}

/// Receives and answers until `stop`, then finishes what is under way.
///
/// # Errors
/// When the settings cannot be used. Trouble on the way is waited out.
pub async fn run<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    settings: &Settings,
    stop: CancellationToken,
) -> Result<(), ApiError> {
    let api = Arc::new(Api::new(&settings.api_url, &settings.token)?);
    let (pauses, username) = (settings.pauses, Arc::new(OnceLock::new()));
    let (notes, notes_task) = Notes::start(Arc::clone(&app), pauses.first, stop.clone());
    let delivery = Delivery::new(Arc::clone(&api), notes.clone(), pauses, stop.clone());
    let turns = Turns::new(Arc::clone(&app), Arc::clone(&delivery), notes.clone());
    let executor = Executor::new(turns, ROOM);

    let introduced = tokio::spawn(setup::introduce(
        Arc::clone(&app),
        Arc::clone(&api),
        Arc::clone(&username),
        pauses,
        stop.clone(),
    ));
    let news = app.post.collect(ChannelKind::Telegram);
    let news_task = tokio::spawn(bring_news(news, Arc::clone(&delivery), stop.clone()));
    take_up(&app, &executor, &delivery).await;
    let mut poller =
        Poller::new(app, api, Arc::clone(&delivery), executor.clone(), notes.clone(), username, pauses, stop);
    poller.run().await;

    executor.finish().await;
    delivery.finish().await;
    drop((poller, executor, delivery, notes));
    for task in [introduced, notes_task, news_task] {
        // A task that panicked has said so; nothing is left to do about it.
        let _ = task.await;
    }
    Ok(())
}

/// Brings messages that answer nothing in the chat they are for. What is not brought is in the outbox.
async fn bring_news(mut news: UnboundedReceiver<Outgoing>, delivery: Arc<Delivery>, stop: CancellationToken) {
    loop {
        let message = tokio::select! {
            () = stop.cancelled() => return,
            message = news.recv() => message,
        };
        let Some(message) = message else { return };
        if let Some(chat) = chat(&message.conversation) {
            delivery.bring_news(chat, message);
        }
    }
}

/// Goes on where the program stopped: sends what was not sent and handles what was not handled.
async fn take_up<S: Store, C: Clock>(
    app: &App<S, C>,
    executor: &Executor<Turns<S, C>>,
    delivery: &Arc<Delivery>,
) {
    match app.store.unsent(ChannelKind::Telegram).await {
        Ok(unsent) => delivery.resume(unsent.into_iter().filter_map(|message| {
            let chat = chat(&message.conversation)?;
            Some((chat, message))
        })),
        Err(error) => tracing::error!(%error, "what was not sent cannot be read"),
    }
    match app.store.unhandled(ChannelKind::Telegram).await {
        Ok(unhandled) => {
            for incoming in unhandled {
                let Some(chat) = chat(&incoming.conversation) else { continue };
                let key = incoming.conversation.clone();
                executor.submit(&key, Job { chat, incoming, tapped: None }).await;
            }
        }
        Err(error) => tracing::error!(%error, "what was not handled cannot be read"),
    }
}

/// The chat behind an address that was made in `updates`.
fn chat(conversation: &ConversationKey) -> Option<i64> {
    conversation.address.parse().ok()
}
