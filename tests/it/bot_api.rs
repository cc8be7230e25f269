//! A Telegram Bot API server on loopback, as strict as the real one, with people who use the bot.
//!
//! A test starts it, points the bot to [`BotApi::url`], lets people speak and tap, and looks at what
//! their phones show. See `own_tests` for how it is used.
//!
//! Not here: webhook delivery, inline mode, payments, media groups, any `parse_mode` but HTML.
#![allow(dead_code, unused_imports, reason = "a test uses the part of the server that it needs")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "test support: it fails loudly, and indexing is into JSON values"
)]

mod answer;
mod chat;
mod clock;
mod description;
mod endpoint;
mod entity;
mod fault;
mod group;
mod html;
mod image;
mod journal;
mod link;
mod listener;
mod markup;
mod methods;
#[cfg(test)]
mod own_tests;
mod params;
mod person;
mod phone;
mod polling;
mod queue;
mod shared;
mod state;
mod tap;
mod text;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::handler::Handler;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::oneshot, time::timeout};

use description::Description;
use shared::Shared;
use state::State;

pub use chat::Toast;
pub use entity::Entity;
pub use fault::{Fault, Gate};
pub use group::Group;
pub use journal::{Call, Outcome, Violation};
pub use person::Person;
pub use phone::{Attachment, Button, Contact, Heard, Shown};
pub use queue::Confirmation;

/// The token that every server takes unless told otherwise.
pub const TOKEN: &str = "7000000001:AAHd-noodplan_test_token_0123456789";

/// The server; it stops when this is dropped. A test that does not look at what was refused wants nothing refused.
pub struct BotApi {
    shared: Arc<Shared>,
    url: String,
    stop: Option<oneshot::Sender<()>>,
    /// The test looks itself at what was refused.
    looks: AtomicBool,
}

impl Drop for BotApi {
    fn drop(&mut self) {
        let is_over = self.looks.load(Ordering::Relaxed) || std::thread::panicking();
        let refused = if is_over { Vec::new() } else { self.refused() };
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        self.shared.is_over.store(true, Ordering::Release);
        let mut state = self.shared.state();
        state.polls += 1;
        state.updates.arrived.notify_waiters();
        drop(state);
        let refused: Vec<_> = refused.into_iter().map(|call| (call.method, call.outcome)).collect();
        assert_eq!(refused, [], "nobody looked at what was refused");
    }
}

impl BotApi {
    /// A server with all checks, on a free port of loopback.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn start() -> Self {
        Self::run(Shared::new(TOKEN, Description::load(), State::new(false))).await
    }

    /// A server for load: no description check, no reading of HTML, no journal, short chats.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn lean() -> Self {
        Self::run(Shared::new(TOKEN, None, State::new(true))).await
    }

    async fn run(shared: Shared) -> Self {
        let shared = Arc::new(shared);
        let tcp = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("http://{}", tcp.local_addr().expect("a bound socket has an address"));
        let (stop, stopped) = oneshot::channel::<()>();
        let service = endpoint::serve
            .with_state(Arc::clone(&shared))
            .into_make_service_with_connect_info::<listener::Cut>();
        let server = axum::serve(listener::CuttableListener(tcp), service).with_graceful_shutdown(async {
            let _ = stopped.await;
        });
        tokio::spawn(server.into_future());
        Self { shared, url, stop: Some(stop), looks: AtomicBool::new(false) }
    }

    /// `http://127.0.0.1:port`, for `set_api_url`.
    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// A new person, who has not written to the bot yet.
    pub fn person(&self, first_name: &str, language: Option<&str>) -> Person {
        let mut state = self.shared.state();
        let id = 5_000_000_000 + i64::try_from(state.fresh()).unwrap_or_default();
        let mut card = json!({ "id": id, "is_bot": false, "first_name": first_name });
        if let Some(language) = language {
            card["language_code"] = json!(language);
        }
        state.people.insert(id, card);
        let card = json!({ "first_name": first_name });
        state.chats.insert(id, chat::Chat::new(id, chat::Kind::Private, card, chat::Standing::Strange));
        drop(state);
        Person { shared: Arc::clone(&self.shared), id }
    }

    /// A new group to which the first of `people` added the bot; the bot hears of that.
    pub fn group(&self, title: &str, people: &[&Person]) -> Group {
        Group::found(&self.shared, title, people)
    }

    /// Arms a fault.
    pub fn fault(&self, fault: Fault) {
        self.shared.state().faults.arm(fault);
    }

    pub fn clear_faults(&self) {
        self.shared.state().faults.clear();
    }

    /// Every request so far, in order of arrival.
    pub fn calls(&self) -> Vec<Call> {
        self.shared.state().journal.calls.clone()
    }

    /// Every request of one method.
    pub fn calls_of(&self, method: &str) -> Vec<Call> {
        self.calls().into_iter().filter(|call| call.is(method)).collect()
    }

    /// How many requests there were; a lean server counts too.
    pub fn call_count(&self) -> usize {
        self.shared.state().journal.count()
    }

    /// Requests that the server itself answered with 4xx.
    pub fn refused(&self) -> Vec<Call> {
        self.is_looked_at();
        let is_refused = |call: &Call| matches!(call.outcome, Outcome::Refused { code: 400..500, .. });
        self.calls().into_iter().filter(is_refused).collect()
    }

    /// The test knows what is refused.
    fn is_looked_at(&self) {
        self.looks.store(true, Ordering::Relaxed);
    }

    /// Ids of callback queries without an answer, oldest first.
    pub fn unanswered_callbacks(&self) -> Vec<String> {
        let state = self.shared.state();
        let mut open: Vec<_> = state.queries.iter().filter(|(_, query)| !query.is_answered).collect();
        open.sort_by_key(|(_, query)| query.number);
        open.into_iter().map(|(id, _)| id.clone()).collect()
    }

    /// Whether requests are checked against the description; without its file they are not.
    pub fn checks_description(&self) -> bool {
        self.shared.description.is_some()
    }

    /// Requests that do not fit the description of the Bot API.
    pub fn description_violations(&self) -> Vec<Violation> {
        self.shared.state().journal.violations.clone()
    }

    /// Ids of updates that the bot confirmed, in that order.
    pub fn confirmed_update_ids(&self) -> Vec<i64> {
        self.confirmations().into_iter().map(|confirmation| confirmation.update_id).collect()
    }

    /// Which update was confirmed when, and by which call.
    pub fn confirmations(&self) -> Vec<Confirmation> {
        self.shared.state().updates.confirmations.clone()
    }

    /// Updates that are not confirmed, delivered or not.
    pub fn pending_updates(&self) -> Vec<Value> {
        let state = self.shared.state();
        state.updates.waiting().filter_map(|update| serde_json::from_str(&update.json).ok()).collect()
    }

    /// The next update gets this id, up or down; those after it count on.
    pub fn set_next_update_id(&self, id: i64) {
        self.shared.state().updates.set_next_id(id);
    }

    /// Delivers an update once more, also when it was confirmed; `false` if there never was one.
    pub fn deliver_again(&self, update_id: i64) -> bool {
        self.shared.state().updates.push_again(update_id)
    }

    /// Queues an update of any shape, `update_id` excepted; gives its id.
    pub fn deliver_raw(&self, fields: Value) -> i64 {
        let mut state = self.shared.state();
        let now = state.now();
        state.updates.push_raw(fields, now)
    }

    /// Queues an update whose fields are written like this, for what no JSON value can hold; gives its id.
    pub fn deliver_as_written(&self, fields: &str) -> i64 {
        let mut state = self.shared.state();
        let now = state.now();
        state.updates.push_as_written(fields, now)
    }

    /// Queues JSON in which there is no id.
    pub fn deliver_nameless(&self, json: &str) {
        let mut state = self.shared.state();
        let now = state.now();
        state.updates.push_nameless(json, now);
    }

    /// Lets time pass on the server: dates go on, day-old updates are forgotten, queries grow too old
    /// to be answered, messages too old to be deleted.
    pub fn time_passes(&self, time: TimeDelta) {
        self.shared.state().pass(time);
    }

    /// How long a callback query can be answered (15 minutes at first).
    pub fn set_callback_lifetime(&self, lifetime: TimeDelta) {
        self.shared.state().query_lifetime = lifetime;
    }

    /// Without privacy mode (it is on at first) the bot hears everything in groups.
    pub fn set_privacy_mode(&self, is_on: bool) {
        self.shared.state().has_privacy_mode = is_on;
    }

    /// Commands and descriptions, as set for exactly this `BotCommandScope` and language.
    pub fn commands(&self, scope: &Value, language: &str) -> Vec<(String, String)> {
        self.shared.state().profile.commands(scope, language)
    }

    /// A person's chat as text, from top to bottom.
    pub fn print_chat(&self, person: &Person) -> String {
        self.print_chat_id(person.id())
    }

    /// Any chat as text, from top to bottom.
    pub fn print_chat_id(&self, chat_id: i64) -> String {
        phone::print(&self.shared.state(), chat_id)
    }

    /// Whether a `getUpdates` is waiting just now.
    pub fn is_polled(&self) -> bool {
        self.shared.state().is_polling
    }

    /// Waits until `wanted` holds; it is looked at after every request.
    ///
    /// # Panics
    /// When that takes too long; the message lists the last calls.
    pub async fn until(&self, wanted: impl Fn(&Self) -> bool) {
        let wait = async {
            loop {
                let event = self.shared.happened.notified();
                tokio::pin!(event);
                event.as_mut().enable();
                if wanted(self) {
                    return;
                }
                event.await;
            }
        };
        let patience: Duration = self.shared.patience;
        if timeout(patience, wait).await.is_err() {
            let calls = self.calls();
            let last: Vec<_> =
                calls.iter().rev().take(10).map(|call| (&call.method, &call.outcome)).collect();
            panic!("waited {patience:?} in vain; the last calls, newest first: {last:?}");
        }
    }
}
