//! Calls to the Bot API: one POST each, with JSON or with a file. The token is in every URL and in no error.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::{
    Client, RequestBuilder, Response, Url,
    header::{CONTENT_TYPE, DATE},
    multipart::{Form, Part},
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;

use crate::{
    app::ports::Attachment,
    channel::{
        second_clock::read_date,
        telegram::outcome::{Outcome, Refusal, of_refusal},
    },
};

/// How long Telegram may hold a `getUpdates` back; the client waits ten seconds longer.
pub const POLL: Duration = Duration::from_secs(25);
const POLL_PATIENCE: Duration = Duration::from_secs(35);
const SEND_PATIENCE: Duration = Duration::from_secs(10);
const CONNECT_PATIENCE: Duration = Duration::from_secs(5);
/// Requests under way at once, so that a slow network does not open a connection a person.
const MOST_AT_ONCE: usize = 96;
/// As many again are kept free for emergencies.
const MOST_EMERGENCIES: usize = 32;
/// Reminders under way at once: nobody who waits for an answer waits for these.
const MOST_REMINDERS: usize = 16;

/// So begins what Telegram says when something is done.
const GRANTED: &[u8] = br#"{"ok":true"#;

/// Why the channel cannot begin, or cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The address of the Bot API server is no URL.
    #[error("NOODPLAN_TELEGRAM_API_URL is not an address such as https://api.telegram.org")]
    Address,
    /// There is no TLS, or something like that.
    #[error("the HTTP client cannot be made: {0}")]
    Client(String),
    /// The address of the webhook is no URL.
    #[error("NOODPLAN_TELEGRAM_WEBHOOK_URL is not an address such as https://bot.example.nl/telegram")]
    WebhookUrl,
    /// The machine gives no thread to receive on.
    #[error("there is no thread to receive on: {0}")]
    Thread(std::io::ErrorKind),
    /// Nothing is received any more, and nobody told the program to stop.
    #[error("receiving from Telegram ended in a fault of the program")]
    Receiving,
}

/// How urgent a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Somebody needs the plan.
    Emergency,
    /// Everything else.
    Usual,
    /// Nobody waits for it.
    Reminder,
}

/// The methods that are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    GetMe,
    GetUpdates,
    SetWebhook,
    DeleteWebhook,
    SendMessage,
    SendContact,
    SendDocument,
    SendPhoto,
    EditMessageText,
    EditMessageReplyMarkup,
    AnswerCallbackQuery,
    DeleteMessage,
    PinChatMessage,
    SendChatAction,
    GetMyCommands,
    SetMyCommands,
    GetMyDescription,
    SetMyDescription,
    GetMyShortDescription,
    SetMyShortDescription,
}

impl Method {
    const ALL: [(Self, &'static str); 20] = [
        (Self::GetMe, "getMe"),
        (Self::GetUpdates, "getUpdates"),
        (Self::SetWebhook, "setWebhook"),
        (Self::DeleteWebhook, "deleteWebhook"),
        (Self::SendMessage, "sendMessage"),
        (Self::SendContact, "sendContact"),
        (Self::SendDocument, "sendDocument"),
        (Self::SendPhoto, "sendPhoto"),
        (Self::EditMessageText, "editMessageText"),
        (Self::EditMessageReplyMarkup, "editMessageReplyMarkup"),
        (Self::AnswerCallbackQuery, "answerCallbackQuery"),
        (Self::DeleteMessage, "deleteMessage"),
        (Self::PinChatMessage, "pinChatMessage"),
        (Self::SendChatAction, "sendChatAction"),
        (Self::GetMyCommands, "getMyCommands"),
        (Self::SetMyCommands, "setMyCommands"),
        (Self::GetMyDescription, "getMyDescription"),
        (Self::SetMyDescription, "setMyDescription"),
        (Self::GetMyShortDescription, "getMyShortDescription"),
        (Self::SetMyShortDescription, "setMyShortDescription"),
    ];
}

/// A Bot API server, spoken to as one bot. Has no `Debug`: its URLs hold the token.
pub struct Api {
    sending: Client,
    /// Its connections are busy with nothing else.
    urgent: Client,
    polling: Client,
    /// In the order of [`Method::ALL`], which is that of the enum.
    urls: Vec<Url>,
    usual: Semaphore,
    emergency: Semaphore,
    reminder: Semaphore,
}

/// What came of waiting for updates.
pub struct Polled {
    /// The body as it came, or what came of it instead.
    pub answer: Answer,
    /// What time it was at the server when it answered.
    pub date: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct Granted<T> {
    result: T,
}

#[derive(Deserialize)]
struct Sent {
    message_id: i64,
}

impl Api {
    /// An API at this address, for the bot with this token.
    ///
    /// # Errors
    /// When the address is no URL or the client cannot be made. Neither error holds the token.
    pub fn new(address: &str, token: &SecretString) -> Result<Self, ApiError> {
        let url = |(_, name): &(Method, &str)| {
            let text = format!("{}/bot{}/{name}", address.trim_end_matches('/'), token.expose_secret());
            Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
        };
        let urls = Method::ALL.iter().map(url).collect::<Option<Vec<_>>>().ok_or(ApiError::Address)?;
        let client = |patience: Duration| {
            Client::builder()
                .timeout(patience)
                .connect_timeout(CONNECT_PATIENCE)
                .pool_max_idle_per_host(MOST_AT_ONCE + MOST_EMERGENCIES)
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .map_err(|error| ApiError::Client(error.without_url().to_string()))
        };
        Ok(Self {
            sending: client(SEND_PATIENCE)?,
            urgent: client(SEND_PATIENCE)?,
            polling: client(POLL_PATIENCE)?,
            urls,
            usual: Semaphore::new(MOST_AT_ONCE),
            emergency: Semaphore::new(MOST_EMERGENCIES),
            reminder: Semaphore::new(MOST_REMINDERS),
        })
    }

    /// Sends or changes a message, or answers a tap.
    pub async fn send(&self, method: Method, payload: &impl Serialize, urgency: Urgency) -> Outcome {
        // No semaphore is ever closed.
        let (client, room) = self.lane(urgency);
        let _room = room.acquire().await;
        sent(body(self.post(client, method, payload).await).await)
    }

    /// Sends a file, without sound.
    pub async fn send_file(
        &self,
        chat: i64,
        topic: Option<i64>,
        file: &Attachment,
        urgency: Urgency,
    ) -> Outcome {
        let (client, room) = self.lane(urgency);
        let _room = room.acquire().await;
        // A picture is to be looked at, not to be opened.
        let (method, field) = match file.media_type.starts_with("image/") {
            true => (Method::SendPhoto, "photo"),
            false => (Method::SendDocument, "document"),
        };
        let Some(url) = self.urls.get(method as usize) else { return Outcome::NotLeft };
        let part = Part::bytes(file.bytes.0.clone()).file_name(file.name.clone());
        let Ok(part) = part.mime_str(&file.media_type) else { return Outcome::Refused(0) };
        let mut form = Form::new()
            .text("chat_id", chat.to_string())
            .text("disable_notification", "true")
            .part(field, part);
        if let Some(topic) = topic {
            form = form.text("message_thread_id", topic.to_string());
        }
        sent(body(response(client.post(url.clone()).multipart(form)).await).await)
    }

    fn lane(&self, urgency: Urgency) -> (&Client, &Semaphore) {
        match urgency {
            Urgency::Emergency => (&self.urgent, &self.emergency),
            Urgency::Usual => (&self.sending, &self.usual),
            Urgency::Reminder => (&self.sending, &self.reminder),
        }
    }

    /// Asks for something small.
    ///
    /// # Errors
    /// What came of it instead.
    pub async fn ask<T: for<'de> Deserialize<'de>>(
        &self,
        method: Method,
        payload: &impl Serialize,
    ) -> Result<T, Outcome> {
        let body =
            body(self.post(&self.sending, method, payload).await).await.map_err(|(outcome, _)| outcome)?;
        serde_json::from_slice::<Granted<T>>(&body)
            .map(|granted| granted.result)
            .map_err(|_| Outcome::Unknown)
    }

    /// Waits for updates.
    pub async fn poll(&self, payload: &impl Serialize) -> Polled {
        let response = self.post(&self.polling, Method::GetUpdates, payload).await;
        let date = response.as_ref().ok().and_then(date);
        Polled { answer: body(response).await, date }
    }

    /// What time it is at the server; `None`: it does not answer, or does not say.
    pub async fn time(&self) -> Option<DateTime<Utc>> {
        let response = self.post(&self.sending, Method::GetMe, &serde_json::json!({})).await;
        response.as_ref().ok().and_then(date)
    }

    async fn post(
        &self,
        client: &Client,
        method: Method,
        payload: &impl Serialize,
    ) -> Result<Response, Outcome> {
        // Every method has its URL, and every payload is plain data.
        let url = self.urls.get(method as usize).ok_or(Outcome::NotLeft)?;
        let body = serde_json::to_vec(payload).map_err(|_| Outcome::Refused(0))?;
        response(client.post(url.clone()).header(CONTENT_TYPE, "application/json").body(body)).await
    }
}

/// The body of a granted request, or what came of it instead, with Telegram's word for it.
pub type Answer = Result<Vec<u8>, (Outcome, Refusal)>;

async fn response(request: RequestBuilder) -> Result<Response, Outcome> {
    request.send().await.map_err(|error| of_error(&error))
}

fn date(response: &Response) -> Option<DateTime<Utc>> {
    read_date(response.headers().get(DATE)?.as_bytes())
}

async fn body(response: Result<Response, Outcome>) -> Answer {
    let nothing = Refusal::default;
    let response = response.map_err(|outcome| (outcome, nothing()))?;
    let code = response.status();
    match response.bytes().await {
        Ok(body) if code.is_success() => Ok(body.into()),
        Ok(body) => {
            let refusal = Refusal::read(&body);
            Err((of_refusal(code.as_u16(), &refusal), refusal))
        }
        // Done, but nobody knows which id it got.
        Err(_) if code.is_success() => Err((Outcome::Sent(None), nothing())),
        Err(_) => Err((of_refusal(code.as_u16(), &nothing()), nothing())),
    }
}

fn sent(answer: Answer) -> Outcome {
    match answer {
        Ok(body) => match serde_json::from_slice::<Granted<Sent>>(&body) {
            Ok(granted) => Outcome::Sent(Some(granted.result.message_id)),
            Err(_) if body.starts_with(GRANTED) => Outcome::Sent(None),
            // Somebody else may have answered in Telegram's place.
            Err(_) => Outcome::Unknown,
        },
        Err((outcome, _)) => outcome,
    }
}

fn of_error(error: &reqwest::Error) -> Outcome {
    if error.is_connect() || error.is_builder() { Outcome::NotLeft } else { Outcome::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_finds_its_own_url() {
        let api = Api::new("http://127.0.0.1:1/", &"7:secret".into()).unwrap();
        for (method, name) in Method::ALL {
            assert_eq!(api.urls[method as usize].as_str(), format!("http://127.0.0.1:1/bot7:secret/{name}"));
        }
    }

    #[test]
    fn a_wrong_address_is_named_without_the_token() {
        for address in ["", "api.telegram.org", "ftp://x", "http://[::"] {
            let error = Api::new(address, &"7:secret".into()).err().unwrap();
            assert!(!error.to_string().contains("secret") && !format!("{error:?}").contains("secret"));
        }
    }

    #[tokio::test]
    async fn a_request_that_cannot_leave_says_so() {
        let api = Api::new("http://127.0.0.1:1", &"7:secret".into()).unwrap();
        let outcome = api.send(Method::SendMessage, &serde_json::json!({}), Urgency::Usual).await;
        assert_eq!(outcome, Outcome::NotLeft);
    }
}
