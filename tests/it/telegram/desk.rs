//! A desk with the bot on it: the Telegram channel on the real app and the real store, against the test server.

use std::{
    num::NonZeroU32,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        ports::{Clock, Commit, Conversation, ConversationKey, Incoming, LaneKind, Outgoing, Store},
        turn::App,
    },
    channel::telegram::{self, ApiError, Pauses, Settings, Webhook},
    clock::SystemClock,
    dialogue::{ChannelKind, Content, input::Raw},
    store::{connect::sqlite_url, sql::SqlStore},
    text::{Rich, Span},
};
use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    runtime::{Builder, Runtime},
    task::JoinHandle,
    time::timeout,
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    bot_api::{BotApi, Fault, Gate, Outcome, Person, Shown},
    stage::{removes, vault},
    troubled_store::{StoreTrouble, TroubledStore},
};

mod due;

/// The machine's clock, moved on with the server's.
#[derive(Clone, Debug, Default)]
pub struct DeskClock {
    ahead: Arc<Mutex<TimeDelta>>,
    /// Whoever receives cannot look at it without a panic.
    pub breaks_receiving: Arc<AtomicBool>,
}

impl Clock for DeskClock {
    fn now(&self) -> DateTime<Utc> {
        let receives = || std::thread::current().name() == Some("telegram-front");
        if self.breaks_receiving.load(Ordering::SeqCst) && receives() {
            panic!("a clock that panics, as the test wanted it");
        }
        SystemClock.now() + *self.ahead.lock().unwrap()
    }
}

/// The bot, running; and the folder in which it keeps everything.
pub struct Desk {
    pub api: BotApi,
    pub trouble: Arc<StoreTrouble>,
    pub pauses: Pauses,
    pub webhook: Option<Webhook>,
    /// Where the bot looks for the server, when that is not where it is.
    pub api_url: Option<String>,
    pub clock: DeskClock,
    folder: TempDir,
    running: Option<Running>,
}

impl Drop for Desk {
    /// However a test ends, no request of it may be other than described.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.api.description_violations(), []);
        }
    }
}

/// The bot has a runtime of its own, so that it can be killed with everything that it had under way.
struct Running {
    runtime: Option<Runtime>,
    app: Arc<App<TroubledStore, DeskClock>>,
    stop: CancellationToken,
    task: Option<JoinHandle<Result<(), ApiError>>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Longer than anything takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Reminders a second.
pub const RATE: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

/// Short enough for a test, long enough to tell one from the other.
const PAUSES: Pauses = Pauses {
    first: Duration::from_millis(20),
    longest: Duration::from_millis(100),
    emergency: Duration::from_millis(20),
    resend: Duration::from_millis(200),
    conflict: Duration::from_millis(100),
    typing: Duration::from_millis(100),
};

impl Desk {
    /// A bot that polls.
    pub async fn open() -> Self {
        let mut desk = Self::closed().await;
        desk.start().await;
        desk
    }

    /// A bot that has not been started yet.
    pub async fn closed() -> Self {
        let (api, folder) = (BotApi::start().await, tempfile::tempdir().unwrap());
        Self {
            api,
            trouble: Arc::default(),
            pauses: PAUSES,
            webhook: None,
            api_url: None,
            clock: DeskClock::default(),
            folder,
            running: None,
        }
    }

    pub async fn start(&mut self) {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let url = sqlite_url(self.folder.path());
        let store = runtime.spawn(async move { SqlStore::open(&url, vault()).await.unwrap() }).await.unwrap();
        let store = TroubledStore::new(store, Arc::clone(&self.trouble));
        let app = Arc::new(App::new(store, self.clock.clone(), Content::built_in().unwrap()));
        let settings = Settings {
            token: self.api.token().into(),
            api_url: self.api_url.clone().unwrap_or_else(|| self.api.url().to_owned()),
            rate: RATE,
            webhook: self.webhook.clone(),
            pauses: self.pauses,
        };
        let stop = CancellationToken::new();
        let (running, stopped) = (Arc::clone(&app), stop.clone());
        let task = runtime.spawn(async move { telegram::run(running, &settings, stopped).await });
        self.running = Some(Running { runtime: Some(runtime), app, stop, task: Some(task) });
    }

    /// Starts it, and counts how often it asks for messages until it is set up. That takes many requests, one after the
    /// other, from the first time on that it asks: whoever asks without a pause asks more than once.
    pub async fn polls_during_set_up(&mut self) -> usize {
        let gate = Gate::new();
        self.api.fault(Fault::held_before(&gate).on("getMe"));
        self.start().await;
        let polls = |api: &BotApi| api.calls_of("getUpdates").len();
        self.api.until(|api| polls(api) > 0).await;
        gate.open();
        self.api.until(|api| api.calls_of("getMyShortDescription").len() == 3).await;
        polls(&self.api)
    }

    /// Stops as on SIGTERM.
    pub async fn stop(&mut self) {
        let mut running = self.running.take().unwrap();
        running.stop.cancel();
        running.task.take().unwrap().await.unwrap().unwrap();
    }

    /// Waits until it ends without being told to.
    pub async fn ends(&mut self) -> Result<(), ApiError> {
        let mut running = self.running.take().unwrap();
        timeout(PATIENCE, running.task.take().unwrap()).await.unwrap().unwrap()
    }

    /// Stops as on SIGKILL: nothing is finished.
    pub fn kill(&mut self) {
        self.running = None;
    }

    fn app(&self) -> &App<TroubledStore, DeskClock> {
        &self.running.as_ref().unwrap().app
    }

    /// How often a turn ended in a panic since the bot was started; trying again hides it from everybody.
    pub fn panics(&self) -> u32 {
        self.app().panics.load(Ordering::Relaxed)
    }

    /// What the bot knows of its own name.
    pub fn bot_name(&self) -> Option<String> {
        self.app().bot.get().cloned()
    }

    /// Sets the clocks of bot and server; from there they go on.
    pub fn set_time(&self, at: DateTime<Utc>) {
        let ahead = at - self.clock.now();
        *self.clock.ahead.lock().unwrap() += ahead;
        self.api.time_passes(ahead);
    }

    /// A minute later: what is said once a minute can be said again.
    pub fn a_minute_passes(&self) {
        self.set_time(self.clock.now() + TimeDelta::minutes(1));
    }

    /// Whether the bot believes its clock, as far as it heard another.
    pub fn believes_its_clock(&self) -> bool {
        let (witness, now) = (&self.app().witness, self.clock.now());
        witness.expect();
        witness.agrees(now, Some(now))
    }

    /// What is kept of a person's conversation.
    pub async fn conversation(&self, person: &Person) -> Option<Conversation> {
        let loaded = self.app().store.load(&address(person)).await.unwrap();
        loaded.conversation.map(|(conversation, _)| conversation)
    }

    /// Writes something that is to be sent to a person; it goes out when the bot starts anew.
    pub async fn has_to_send(&self, person: &Person, lane: LaneKind, words: &str) {
        self.has_in_its_outbox(person, lane, words, None).await;
    }

    /// The same of a reminder, which is good for nothing any more from then on.
    pub async fn has_to_remind_until(&self, person: &Person, words: &str, good_until: DateTime<Utc>) {
        self.has_in_its_outbox(person, LaneKind::Reminder, words, Some(good_until)).await;
    }

    async fn has_in_its_outbox(
        &self,
        person: &Person,
        lane: LaneKind,
        words: &str,
        good_until: Option<DateTime<Utc>>,
    ) {
        let (conversation, version) =
            self.app().store.load(&address(person)).await.unwrap().conversation.unwrap();
        let now = self.clock.now();
        let message = Outgoing {
            good_until,
            ..Outgoing::new(
                Uuid::from_u128(u128::from(now.timestamp_micros().unsigned_abs())),
                address(person),
                lane,
                Rich(vec![Span { text: words.into(), bold: false, fixed: false }]),
            )
        };
        let commit = Commit {
            conversation: Some(conversation),
            conversation_version: version,
            outgoing: vec![message],
            ..Commit::of_event(address(person), "due".into(), now)
        };
        self.app().store.commit(commit).await.unwrap();
    }

    /// Hands a message over that left the outbox in between, as that of somebody who was removed at that moment.
    pub fn has_news_too_late(&self, person: &Person, words: &str) {
        let text = Rich(vec![Span { text: words.into(), bold: false, fixed: false }]);
        let id = Uuid::from_u128(u128::from(self.clock.now().timestamp_micros().unsigned_abs()));
        self.app().post.hand_over(vec![Outgoing::new(id, address(person), LaneKind::Notice, text)]);
    }

    /// Hands over what stands in the outbox, as whoever decided it does a moment after it was written down.
    pub async fn hands_its_outbox_over(&self) {
        let unsent = self.app().store.unsent(ChannelKind::Telegram).await.unwrap();
        self.app().post.hand_over(unsent);
    }

    /// Ends somebody's membership of the company that they speak for.
    pub async fn removes(&self, person: &Person) {
        removes(&self.app().store, &address(person), self.clock.now()).await;
    }

    /// Keeps an update as one that could not be read when it came.
    pub async fn could_not_read(&self, update: &Value, at: DateTime<Utc>) {
        let kept = Incoming {
            conversation: ConversationKey { channel: ChannelKind::Telegram, address: String::new().into() },
            event: format!("unread-{}", update["update_id"]),
            name: None,
            language_tag: None,
            raw: Raw::Unread(update.to_string().into()),
            at,
        };
        self.app().store.receive(vec![kept]).await.unwrap();
    }

    /// What is still to be sent.
    pub async fn unsent(&self) -> usize {
        let running = self.running.as_ref().unwrap();
        running.app.store.unsent(ChannelKind::Telegram).await.unwrap().len()
    }

    /// Waits until the bot has asked more often than this whether something is still to be sent.
    pub async fn outbox_is_read_after(&self, reads: u32) {
        let mut so_far = self.trouble.outbox_reads.subscribe();
        timeout(PATIENCE, so_far.wait_for(|so_far| *so_far > reads)).await.unwrap().unwrap();
    }

    /// Takes away everything that is still to be sent, as when somebody leaves.
    pub async fn forgets_its_outbox(&self) {
        let store = &self.app().store;
        let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
        store.sent(unsent.into_iter().map(|message| message.id).collect()).await.unwrap();
    }

    /// What is still to be handled.
    pub async fn unhandled(&self) -> usize {
        let running = self.running.as_ref().unwrap();
        running.app.store.unhandled(ChannelKind::Telegram).await.unwrap().len()
    }

    /// Stops, and checks that nothing was refused and no button spins.
    pub async fn close(mut self) {
        if self.running.is_some() {
            self.stop().await;
        }
        self.check();
    }

    pub fn check(&self) {
        let refused: Vec<_> =
            self.api.refused().into_iter().map(|call| (call.method, call.outcome)).collect();
        assert_eq!(refused, []);
        assert_eq!(self.api.unanswered_callbacks(), Vec::<String>::new());
    }

    /// Waits until Telegram was asked for updates a few times more.
    pub async fn polls_again(&self) {
        let polls = self.api.calls_of("getUpdates").len();
        self.api.until(|api| api.calls_of("getUpdates").len() > polls + 3).await;
    }

    /// How every call of a method about a person's chat ended.
    pub fn tries(&self, person: &Person, method: &str) -> Vec<Outcome> {
        let calls = self.api.calls_of(method);
        calls.into_iter().filter(|call| call.chat == Some(person.id())).map(|call| call.outcome).collect()
    }
}

/// A person's conversation with the bot.
fn address(person: &Person) -> ConversationKey {
    ConversationKey { channel: ChannelKind::Telegram, address: person.id().to_string().into() }
}

/// Answers the questions before the call list.
pub async fn begins(person: &Person) {
    for (words, wanted) in [
        ("/start", "In vijf minuten"),
        ("ja", "Is er nu iets mis"),
        ("nee", "Hoe heet je bedrijf"),
        ("Bakkerij Jansen", "Met hoeveel mensen"),
        ("2", "Wat doe je"),
        ("1", "Wie beslist"),
    ] {
        says(person, words, wanted).await;
    }
}

/// Answers the first questions, until somebody is on the call list.
pub async fn fills_call_list(person: &Person) {
    begins(person).await;
    for (words, wanted) in [
        ("Dat ben ik. 06 12345678", "Wie neemt het over"),
        ("mijn zus fatima 0687654321", "Wie helpt je met je computers"),
        ("kuiper ict 020 7654321 klantnr 88 contract 99", "Wie bel je als er iets uitvalt"),
    ] {
        says(person, words, wanted).await;
    }
}

/// Says something and waits for the answer.
pub async fn says(person: &Person, words: &str, wanted: &str) -> Vec<Shown> {
    let mark = person.mark();
    person.says(words);
    person.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains(wanted))).await
}

/// Taps something and waits for the answer.
pub async fn taps(person: &Person, label: &str, wanted: &str) -> Vec<Shown> {
    let mark = person.mark();
    person.taps(label).unwrap();
    person.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains(wanted))).await
}

/// The newest message of the bot that holds words.
pub fn last(chat: &[Shown]) -> Option<&Shown> {
    chat.iter().rev().find(|shown| shown.from_bot && shown.service.is_none() && shown.contact.is_none())
}

/// How many cards can be tapped.
pub fn live_cards(chat: &[Shown]) -> usize {
    chat.iter().filter(|shown| !shown.buttons.is_empty()).count()
}
