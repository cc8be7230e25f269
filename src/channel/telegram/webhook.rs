//! Receiving by webhook, for whoever has an address on the internet. Telegram is told that an update arrived when it is
//! written down, not before.
//!
//! Not here: TLS. Whatever answers at the address passes requests on to where the program listens.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::value::RawValue;
use teloxide::types::AllowedUpdate;

use crate::{
    app::ports::{Clock, Store},
    channel::{
        second_clock,
        telegram::{ApiError, Link, api::Method, intake::Intake, patience::until_answered, poll::KINDS},
        web::Web,
    },
};

/// No update is larger.
const MOST_BYTES: usize = 1 << 20;
/// In this header Telegram says the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// The secret is made from the token for this purpose alone, so that nothing has to be set or kept.
const PURPOSE: &str = "noodplan 2026-11 secret of the Telegram webhook";

/// Where Telegram brings updates.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The address that Telegram knows, `https://…`.
    pub url: String,
    /// Where the program listens.
    pub web: Web,
}

#[derive(Serialize)]
struct SetWebhook<'a> {
    url: &'a str,
    secret_token: &'a str,
    allowed_updates: [AllowedUpdate; 4],
}

/// A place to which Telegram brings updates.
pub struct Listening {
    web: Web,
    url: String,
    path: String,
    secret: String,
}

struct Door<S: Store, C: Clock> {
    intake: Arc<Intake<S, C>>,
    secret: blake3::Hash,
}

impl Listening {
    /// A place at this address.
    ///
    /// # Errors
    /// When the address is no URL.
    pub fn at(webhook: &Webhook, token: &SecretString) -> Result<Self, ApiError> {
        let url = Url::parse(&webhook.url).map_err(|_| ApiError::WebhookUrl)?;
        let secret = blake3::derive_key(PURPOSE, token.expose_secret().as_bytes());
        Ok(Self {
            web: webhook.web.clone(),
            url: webhook.url.clone(),
            path: url.path().to_owned(),
            secret: blake3::Hash::from_bytes(secret).to_hex().to_string(),
        })
    }

    /// Takes updates in until the program stops.
    pub async fn run<S: Store, C: Clock>(self, link: Link<S, C>, intake: Arc<Intake<S, C>>) {
        let door = Door { intake, secret: blake3::hash(self.secret.as_bytes()) };
        let router = Router::new().route(&self.path, post(take::<S, C>)).with_state(Arc::new(door));
        self.web.mount("telegram", router);
        let (app, ask) = (&link.app, || link.api.time());
        // It is asked until the program stops.
        let clock = second_clock::hear(&app.witness, &app.clock, second_clock::PAUSE, &link.stop, ask);
        tokio::join!(set(&link, &self.url, &self.secret), clock);
        // What comes from here on is not acknowledged, and brought again.
        self.web.mount("telegram", Router::new());
    }
}

/// Tells Telegram where to bring updates, as soon as it can be reached.
async fn set<S: Store, C: Clock>(link: &Link<S, C>, url: &str, secret_token: &str) {
    let payload = SetWebhook { url, secret_token, allowed_updates: KINDS };
    let ask = || link.api.ask::<bool>(Method::SetWebhook, &payload);
    match until_answered(&link.pauses, &link.stop, "the webhook is not set yet", ask).await {
        Some(Ok(_)) => tracing::info!("Telegram brings its updates to the webhook"),
        Some(Err(code)) => {
            tracing::error!(code, "Telegram refused the webhook; look at NOODPLAN_TELEGRAM_WEBHOOK_URL");
        }
        None => {}
    }
}

async fn take<S: Store, C: Clock>(
    State(door): State<Arc<Door<S, C>>>,
    headers: HeaderMap,
    body: Body,
) -> StatusCode {
    let said = headers.get(SECRET).map(|secret| blake3::hash(secret.as_bytes()));
    // Hashes are compared in constant time.
    if said != Some(door.secret) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(body) = to_bytes(body, MOST_BYTES).await else { return StatusCode::PAYLOAD_TOO_LARGE };
    let Ok(update) = serde_json::from_slice::<Box<RawValue>>(&body) else { return StatusCode::BAD_REQUEST };
    // A task of its own: what is written down has to be answered, also when whoever brought it hangs up meanwhile.
    let taking_in = tokio::spawn(async move { door.intake.take_in(&[&*update]).await });
    match taking_in.await {
        Ok(Ok(_)) => StatusCode::OK,
        Ok(Err(error)) => {
            tracing::error!(%error, "an update was not written down; Telegram brings it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(_) => {
            tracing::error!("taking an update in panicked; Telegram brings it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
