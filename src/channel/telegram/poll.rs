//! Receiving: one long poll after the other. The next one confirms what the last one brought, so it goes out only
//! when all of that is in the durable inbox.

use std::{sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::types::AllowedUpdate;

use crate::{
    app::ports::{Clock, Store},
    channel::telegram::{
        Link,
        api::{Method, POLL, Urgency},
        intake::Intake,
        outcome::{Outcome, Refusal},
        patience::Patience,
    },
};

/// Updates in one answer.
const LIMIT: u8 = 100;
/// Asked for in every call: Telegram goes by the last one.
pub const KINDS: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// Receives updates.
pub struct Poller<S: Store, C: Clock> {
    link: Link<S, C>,
    intake: Arc<Intake<S, C>>,
    /// One above the last update that is written down; 0: the earliest that Telegram has.
    offset: i64,
    trouble: Option<Trouble>,
    patience: Patience,
}

/// Why nothing is received. Each is said once, not once a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    Network,
    Server,
    Conflict,
    Token,
    Store,
    Fault,
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
            Self::Fault => "taking in what Telegram brings ended in a fault of the program; trying again",
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
    pub fn new(link: Link<S, C>, intake: Arc<Intake<S, C>>) -> Self {
        let patience = Patience::new(&link.pauses);
        Self { link, intake, offset: 0, trouble: None, patience }
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
                () = self.link.stop.cancelled() => return,
                polled = self.link.api.poll(&payload) => polled,
            };
            if let Some(date) = polled.date {
                self.link.app.witness.saw(date, self.link.app.clock.now());
            }
            let taken = match polled.answer {
                Ok(body) => self.take_in(body).await,
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
                () = self.link.stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    fn recovered(&mut self) {
        self.patience.begin_anew();
        if self.trouble.take().is_some() {
            tracing::info!("Telegram is back");
        }
    }

    async fn trouble_of(&mut self, outcome: Outcome, refusal: &Refusal) -> (Trouble, Duration) {
        match outcome {
            Outcome::Unauthorized => (Trouble::Token, self.link.pauses.conflict),
            Outcome::Conflict if refusal.names_webhook() => {
                // Left behind by another set-up; what waits at Telegram stays there.
                self.link.api.send(Method::DeleteWebhook, &serde_json::json!({}), Urgency::Usual).await;
                (Trouble::Server, self.link.pauses.first)
            }
            Outcome::Conflict => (Trouble::Conflict, self.link.pauses.conflict),
            Outcome::NotLeft => (Trouble::Network, self.patience.after(outcome)),
            _ => (Trouble::Server, self.patience.after(outcome)),
        }
    }

    /// Writes down what came, has it handled, and moves on; or says why not.
    async fn take_in(&mut self, body: Vec<u8>) -> Result<(), (Trouble, Duration)> {
        let intake = Arc::clone(&self.intake);
        // A task of its own: a panic ends one try and not all receiving.
        let taking_in = tokio::spawn(async move {
            // One broken letter does not keep everything else out.
            let body = String::from_utf8_lossy(&body);
            let Updates { result } = serde_json::from_str(&body).ok()?;
            let taken = intake.take_in(&result).await;
            // What has no id cannot be confirmed: it comes again at once, and again.
            let nothing_moves = !result.is_empty() && matches!(taken, Ok(None));
            (!nothing_moves).then_some(taken)
        });
        match taking_in.await {
            Ok(Some(Ok(last))) => {
                self.offset = last.map_or(self.offset, |last| last + 1);
                Ok(())
            }
            Ok(Some(Err(error))) => {
                if self.trouble != Some(Trouble::Store) {
                    tracing::error!(%error, "an update was not written down");
                }
                Err((Trouble::Store, self.link.pauses.first))
            }
            Ok(None) => Err((Trouble::Server, self.patience.pause())),
            Err(_) => Err((Trouble::Fault, self.patience.pause())),
        }
    }
}
