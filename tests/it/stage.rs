//! A stage to play conversations on: a clock that is set by hand, and stores that can fail on command.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock, Mutex},
};

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        ports::{Clock, Commit, Conversation, ConversationKey, Incoming, Outgoing, Store},
        turn::App,
    },
    dialogue::{ChannelKind, Content, Place, agenda, input::Raw, step::Change},
    domain::{
        ids::PersonId,
        member::{Member, Role},
        schedule::{habits::Habits, series},
    },
    store::{memory::MemoryStore, sql::SqlStore, vault::Vault},
    text::Language,
};
use tempfile::TempDir;
use tokio::sync::mpsc::UnboundedReceiver;
use uuid::Uuid;
use zeroize::Zeroizing;

mod store;

use store::Kept;
pub use store::StageStore;

/// A clock that stands still until it is set.
#[derive(Clone, Debug, Default)]
pub struct StageClock(Arc<Mutex<DateTime<Utc>>>);

impl StageClock {
    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap() = now;
    }
}

impl Clock for StageClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Which store stands behind a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    Memory,
    Sqlite,
}

/// A vault whose key is known.
pub fn vault() -> Vault {
    Vault::new(Zeroizing::new([7; 32]))
}

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(Content::built_in().unwrap()));

/// The PostgreSQL database of the tests; `None`: there is none, and nothing to test on it.
pub fn postgres() -> Option<String> {
    let url = std::env::var("NOODPLAN_TEST_POSTGRES").ok();
    assert!(url.is_some() || std::env::var_os("CI").is_none(), "CI needs NOODPLAN_TEST_POSTGRES");
    url
}

/// The built-in content, read once.
pub fn content() -> Arc<Content> {
    Arc::clone(&CONTENT)
}

/// A bot with a store behind it that can be restarted.
pub struct Stage {
    pub app: App<StageStore, StageClock>,
    pub clock: StageClock,
    news: UnboundedReceiver<Outgoing>,
    backing: Backing,
    memory: Arc<MemoryStore>,
    folder: TempDir,
    events: u32,
}

impl Stage {
    pub async fn new(backing: Backing) -> Self {
        let (memory, folder, clock) = (Arc::default(), tempfile::tempdir().unwrap(), StageClock::default());
        let app = start(backing, &memory, &folder, &clock).await;
        let news = app.post.collect(ChannelKind::Terminal);
        Self { app, clock, news, backing, memory, folder, events: 0 }
    }

    /// The app alone, and the folder in which it keeps everything.
    pub fn into_app(self) -> (App<StageStore, StageClock>, TempDir) {
        (self.app, self.folder)
    }

    /// Stops and starts again on what was kept.
    pub async fn restart(&mut self) {
        self.app = start(self.backing, &self.memory, &self.folder, &self.clock).await;
        self.news = self.app.post.collect(ChannelKind::Terminal);
    }

    /// An event of a person, with an id of its own.
    pub fn event(&mut self, speaker: &str, language: &str, raw: Raw) -> Incoming {
        self.events += 1;
        self.extra_event(speaker, language, raw, "")
    }

    /// An event between two of those that count.
    pub fn extra_event(&self, speaker: &str, language: &str, raw: Raw, name: &str) -> Incoming {
        Incoming {
            conversation: conversation(speaker),
            event: format!("e{}{name}", self.events),
            name: Some(speaker.into()),
            language_tag: Some(language.into()),
            raw,
            at: self.clock.now(),
        }
    }

    /// What others were told since this was asked last.
    pub async fn news(&mut self) -> Vec<Outgoing> {
        let news: Vec<_> = std::iter::from_fn(|| self.news.try_recv().ok()).collect();
        let _ = self.app.store.sent(news.iter().map(|message| message.id).collect()).await;
        news
    }

    /// Tells everybody what is due now; gives the kinds of it, as words.
    pub async fn remind(&self) -> BTreeSet<&'static str> {
        let mut kinds = BTreeSet::new();
        // A store that is down reminds nobody.
        let Ok(look) = self.app.look().await else { return kinds };
        for incoming in look.ticks {
            let Raw::Tick(tick) = &incoming.raw else { continue };
            let company = self.app.store.company(tick.company).await.unwrap().unwrap();
            let habits = Habits::of(&company.dossier);
            let schedules = agenda::schedules(&company.dossier, &self.app.content, &habits, tick.until);
            let due = series::due(&schedules, &habits, tick.after, tick.until);
            kinds.extend(due.iter().map(|due| due.kind.slug()));
            let handled = self.app.handle(&incoming).await;
            self.app.post.hand_over(handled.outgoing);
        }
        kinds
    }

    /// Makes somebody a confirmed member of the company of `owner`.
    pub async fn joins(&self, owner: &str, name: &str, language: &str, role: Role) {
        let (owner, chat) = (conversation(owner), conversation(name));
        joins(&self.app.store, &owner, (name, &chat), language, role, self.clock.now()).await;
    }

    /// Receives an event and handles it if it is new; gives what was sent.
    pub async fn play(&self, incoming: Incoming) -> Vec<Outgoing> {
        let fresh = self.app.store.receive(vec![incoming.clone()]).await.unwrap_or_else(|_| vec![incoming]);
        let mut outgoing = Vec::new();
        for incoming in fresh {
            outgoing.extend(self.app.handle(&incoming).await.outgoing);
        }
        let _ = self.app.store.sent(outgoing.iter().map(|message| message.id).collect()).await;
        outgoing
    }
}

/// Makes somebody, in their own chat, a confirmed member of the company of `owner`.
pub async fn joins(
    store: &impl Store,
    owner: &ConversationKey,
    (name, chat): (&str, &ConversationKey),
    language: &str,
    role: Role,
    now: DateTime<Utc>,
) {
    let owner = store.load(owner).await.unwrap();
    let company = owner.conversation.unwrap().0.company.unwrap();
    let person = PersonId(Uuid::from_u128(name.bytes().fold(7, |sum, byte| sum * 31 + u128::from(byte))));
    let member = Member { name: Some(name.into()), ..Member::confirmed(person, role, now) };
    let commit = Commit {
        conversation: Some(Conversation {
            name: Some(name.into()),
            company: Some(company),
            listed: true,
            ..Conversation::new(person, Language::from_tag(language), Place::Menu, now)
        }),
        lists: true,
        changes: vec![Change::SaveMember(member)],
        company: Some((company, owner.company.unwrap().version)),
        ..Commit::of_event(chat.clone(), format!("joins-{name}"), now)
    };
    store.commit(commit).await.unwrap();
}

/// Ends somebody's membership of the company that they speak for, as another member does from elsewhere.
pub async fn removes(store: &impl Store, member: &ConversationKey, now: DateTime<Utc>) {
    let loaded = store.load(member).await.unwrap();
    let (conversation, version) = (loaded.conversation.unwrap().0, loaded.company.unwrap().version);
    let elsewhere = ConversationKey { channel: member.channel, address: String::new().into() };
    let commit = Commit {
        changes: vec![Change::RemoveMember(conversation.person)],
        company: Some((conversation.company.unwrap(), version)),
        ..Commit::of_event(elsewhere, "removes".into(), now)
    };
    store.commit(commit).await.unwrap();
}

/// Bytes that look random and are the same at the same instant, so that a conversation can be written down.
fn bytes_of(now: DateTime<Utc>) -> [u8; 32] {
    let mut state = now.timestamp().cast_unsigned();
    let mut bytes = [0; 32];
    for eight in bytes.chunks_mut(8) {
        // splitmix64
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        eight.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes());
    }
    bytes
}

/// The conversation of a speaker.
pub fn conversation(speaker: &str) -> ConversationKey {
    ConversationKey { channel: ChannelKind::Terminal, address: speaker.into() }
}

async fn start(
    backing: Backing,
    memory: &Arc<MemoryStore>,
    folder: &TempDir,
    clock: &StageClock,
) -> App<StageStore, StageClock> {
    let kept = match backing {
        Backing::Memory => Kept::Memory(Arc::clone(memory)),
        Backing::Sqlite => {
            let url = noodplan::store::connect::sqlite_url(folder.path());
            Kept::Sqlite(Box::new(SqlStore::open(&url, vault()).await.unwrap()))
        }
    };
    let store = StageStore {
        kept,
        write_fails: Arc::default(),
        read_fails: Arc::default(),
        companies_fail: Arc::default(),
        damaged: Arc::default(),
        outbox_fails: Arc::default(),
        is_overtaken: Arc::default(),
        places_lost: Arc::default(),
        log_reads: Arc::default(),
    };
    let mut app = App::new(store, clock.clone(), Content::built_in().unwrap());
    let clock = clock.clone();
    app.random = Box::new(move || Some(bytes_of(clock.now())));
    app
}
