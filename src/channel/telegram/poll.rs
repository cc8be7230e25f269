//! Receiving: one long poll after the other. The next one confirms what the last one brought, so it goes out only
//! when all of that is in the durable inbox.

use std::{
    num::NonZeroUsize,
    sync::{Arc, OnceLock},
    time::Duration,
};

use lru::LruCache;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::types::AllowedUpdate;
use tokio_util::sync::CancellationToken;

use crate::{
    app::{
        executor::Executor,
        ports::{Clock, Incoming, Store},
        turn::{App, is_emergency},
    },
    channel::telegram::{
        Pauses,
        api::{Api, Method, POLL, Urgency},
        deliver::Delivery,
        notes::Notes,
        outcome::{Outcome, Refusal},
        turns::{Job, Turns},
        updates::{self, Meaning, Said, Update},
    },
    text::{Language, Msg},
};

/// Updates in one answer.
const LIMIT: u8 = 100;
/// Emergencies that were answered although they could not be written down.
const MOST_REMEMBERED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();
/// Asked for in every call: Telegram goes by the last one.
const KINDS: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// Receives updates.
pub struct Poller<S: Store, C: Clock> {
    app: Arc<App<S, C>>,
    api: Arc<Api>,
    delivery: Arc<Delivery>,
    executor: Executor<Turns<S, C>>,
    notes: Notes,
    username: Arc<OnceLock<String>>,
    pauses: Pauses,
    stop: CancellationToken,
    /// One above the last update that is written down; 0: the earliest that Telegram has.
    offset: i64,
    /// Events that were answered without being written down.
    answered: LruCache<String, ()>,
    trouble: Option<Trouble>,
    pause: Duration,
}

/// Why nothing is received. Each is said once, not once a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    Network,
    Server,
    Conflict,
    Token,
    Store,
}

impl Trouble {
    fn words(self) -> &'static str {
        match self {
            Self::Network => "Telegram cannot be reached; trying again",
            Self::Server => "Telegram does not answer as it should; trying again",
            Self::Conflict => {
                "another program receives the messages of this bot, with the same token; only one can. \
                 Stop that one. If you know of none, somebody else has the token: revoke it with @BotFather"
            }
            Self::Token => {
                "Telegram does not know this token; look at NOODPLAN_TELEGRAM_TOKEN and NOODPLAN_TELEGRAM_API_URL"
            }
            Self::Store => "what Telegram brings cannot be written down; it stays with Telegram until it can",
        }
    }
}

#[derive(Serialize)]
struct GetUpdates {
    offset: i64,
    limit: u8,
    timeout: u64,
    allowed_updates: [AllowedUpdate; 4],
}

#[derive(Deserialize)]
struct Updates<'a> {
    #[serde(borrow)]
    result: Vec<&'a RawValue>,
}

impl<S: Store, C: Clock> Poller<S, C> {
    /// A poller that has received nothing yet.
    #[expect(clippy::too_many_arguments, reason = "called once, with everything there is")]
    pub fn new(
        app: Arc<App<S, C>>,
        api: Arc<Api>,
        delivery: Arc<Delivery>,
        executor: Executor<Turns<S, C>>,
        notes: Notes,
        username: Arc<OnceLock<String>>,
        pauses: Pauses,
        stop: CancellationToken,
    ) -> Self {
        Self {
            app,
            api,
            delivery,
            executor,
            notes,
            username,
            pauses,
            stop,
            offset: 0,
            answered: LruCache::new(MOST_REMEMBERED),
            trouble: None,
            pause: pauses.first,
        }
    }

    /// Receives until it is to stop.
    pub async fn run(&mut self) {
        loop {
            let payload = GetUpdates {
                offset: self.offset,
                limit: LIMIT,
                timeout: POLL.as_secs(),
                allowed_updates: KINDS,
            };
            let polled = tokio::select! {
                biased;
                () = self.stop.cancelled() => return,
                polled = self.api.poll(&payload) => polled,
            };
            let taken = match polled {
                Ok(body) => self.take_in(&body).await,
                Err((outcome, refusal)) => Err(self.trouble_of(outcome, &refusal).await),
            };
            let Err((trouble, pause)) = taken else {
                self.recovered();
                continue;
            };
            if self.trouble.replace(trouble) != Some(trouble) {
                tracing::error!("{}", trouble.words());
            }
            tokio::select! {
                () = self.stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    fn recovered(&mut self) {
        self.pause = self.pauses.first;
        if self.trouble.take().is_some() {
            tracing::info!("Telegram is back");
        }
    }

    async fn trouble_of(&mut self, outcome: Outcome, refusal: &Refusal) -> (Trouble, Duration) {
        match outcome {
            Outcome::Later(wait) => (Trouble::Server, wait),
            Outcome::Unauthorized => (Trouble::Token, self.pauses.conflict),
            Outcome::Conflict if refusal.names_webhook() => {
                // Left behind by another set-up; what waits at Telegram stays there.
                self.api.send(Method::DeleteWebhook, &serde_json::json!({}), Urgency::Usual).await;
                (Trouble::Server, self.pauses.first)
            }
            Outcome::Conflict => (Trouble::Conflict, self.pauses.conflict),
            Outcome::NotLeft => (Trouble::Network, self.longer_pause()),
            _ => (Trouble::Server, self.longer_pause()),
        }
    }

    fn longer_pause(&mut self) -> Duration {
        let pause = self.pause;
        self.pause = (pause * 2).min(self.pauses.longest);
        pause
    }

    /// Writes down what came, has it handled, and moves on; or says why not.
    async fn take_in(&mut self, body: &[u8]) -> Result<(), (Trouble, Duration)> {
        let Ok(Updates { result }) = serde_json::from_slice(body) else {
            return Err((Trouble::Server, self.longer_pause()));
        };
        let now = self.app.clock.now();
        let username = self.username.get().map(String::as_str);
        let read = |raw: &&RawValue| {
            let update = updates::read(raw.get(), now, username);
            if update.is_none() {
                tracing::warn!("Telegram sent an update without an id; it is left out");
            }
            update
        };
        let updates: Vec<Update> = result.iter().filter_map(read).collect();
        let Some(last) = updates.last().map(|update| update.id) else { return Ok(()) };
        let mut said = Vec::with_capacity(updates.len());
        let mut asides = Vec::new();
        for update in updates {
            if let Some(query) = update.callback {
                self.delivery.answer_callback(query);
            }
            match update.meaning {
                Meaning::Said(one) => said.push(*one),
                meaning => asides.push(meaning),
            }
        }
        self.receive(said).await?;
        self.offset = last + 1;
        asides.into_iter().for_each(|meaning| self.aside(meaning));
        Ok(())
    }

    async fn receive(&mut self, said: Vec<Said>) -> Result<(), (Trouble, Duration)> {
        if said.is_empty() {
            return Ok(());
        }
        let events: Vec<Incoming> = said.iter().map(|said| said.incoming.clone()).collect();
        match self.app.store.receive(events).await {
            Ok(fresh) => {
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
                if self.trouble != Some(Trouble::Store) {
                    tracing::error!(%error, "an update was not written down");
                }
                for said in said.into_iter().filter(|said| is_emergency(&said.incoming)) {
                    if self.answered.put(said.incoming.event.clone(), ()).is_none() {
                        self.submit(said).await;
                    }
                }
                Err((Trouble::Store, self.pauses.first))
            }
        }
    }

    async fn hand_on(&mut self, said: Said) {
        if self.answered.pop(&said.incoming.event).is_some() {
            self.notes.answered(said.incoming);
        } else {
            self.submit(said).await;
        }
    }

    async fn submit(&self, said: Said) {
        let Said { chat, incoming, tapped } = said;
        let key = incoming.conversation.clone();
        self.executor.submit(&key, Job { chat, incoming, tapped }).await;
    }

    fn aside(&self, meaning: Meaning) {
        match meaning {
            Meaning::InGroup { chat, language_tag } => {
                let language = Language::from_tag(language_tag.as_deref().unwrap_or("nl"));
                let text = self.app.content.texts.plain(language, &Msg::new("telegram-private-only"));
                self.delivery.say(chat, text);
            }
            Meaning::Moved { .. } | Meaning::Access { .. } | Meaning::Said(_) | Meaning::Nothing => {}
        }
    }
}
