//! Either store, down on command.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        feeds::{Feed, Feeds},
        keeping::{Amendment, DueErasure, Keeping},
        ports::{
            Chat, CodeRecord, Commit, Company, ConversationKey, Incoming, Loaded, Outgoing, Store, StoreError,
        },
        wakes::{Claim, Settled, Wakes},
        witness::Looks,
    },
    dialogue::ChannelKind,
    domain::{
        audit::Record,
        code::Code,
        history::History,
        ids::{CompanyId, PersonId},
    },
    store::{memory::MemoryStore, sql::SqlStore},
};
use uuid::Uuid;

/// What stands behind it.
#[derive(Debug)]
pub enum Kept {
    Memory(Arc<MemoryStore>),
    Sqlite(Box<SqlStore>),
}

/// A store that can be told to fail.
#[derive(Debug)]
pub struct StageStore {
    pub(super) kept: Kept,
    /// Nothing can be written.
    pub write_fails: Arc<AtomicBool>,
    /// Nothing can be read either.
    pub read_fails: Arc<AtomicBool>,
    /// Which companies somebody belongs to cannot be read.
    pub companies_fail: Arc<AtomicBool>,
    /// A company that cannot be read beside a turn.
    pub damaged: Arc<Mutex<Option<CompanyId>>>,
    /// What is to be sent cannot be looked up.
    pub outbox_fails: Arc<AtomicBool>,
    /// Of the next turn another instance is at the same, and is first by a moment.
    pub is_overtaken: Arc<AtomicBool>,
    /// Where people are cannot be read any more.
    pub places_lost: Arc<AtomicBool>,
    /// How often somebody read what was done in a company.
    pub log_reads: Arc<AtomicU32>,
}

impl StageStore {
    fn down(&self, flag: &AtomicBool) -> Result<(), StoreError> {
        match flag.load(Ordering::Relaxed) {
            true => Err(StoreError::Unavailable("down".into())),
            false => Ok(()),
        }
    }
}

macro_rules! either {
    ($self:ident, $store:ident => $call:expr) => {
        match &$self.kept {
            Kept::Memory($store) => $call.await,
            Kept::Sqlite($store) => $call.await,
        }
    };
}

impl Store for StageStore {
    fn is_shared(&self) -> bool {
        match &self.kept {
            Kept::Memory(store) => store.is_shared(),
            Kept::Sqlite(store) => store.is_shared(),
        }
    }

    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.receive(events))
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        either!(self, store => store.unhandled(channel))
    }

    async fn is_handled(&self, event: &Incoming) -> Result<bool, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.is_handled(event))
    }

    async fn load(&self, key: &ConversationKey) -> Result<Loaded, StoreError> {
        self.down(&self.read_fails)?;
        let loaded = either!(self, store => store.load(key))?;
        Ok(Loaded { state_lost: self.places_lost.load(Ordering::Relaxed), ..loaded })
    }

    async fn history(&self, company: CompanyId) -> Result<History, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.history(company))
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        if self.is_overtaken.swap(false, Ordering::Relaxed) {
            let own_id = |message: &Outgoing| Uuid::from_u128(message.id.as_u128() ^ 1);
            let outgoing = commit.outgoing.iter();
            let outgoing =
                outgoing.map(|message| Outgoing { id: own_id(message), ..message.clone() }).collect();
            either!(self, store => store.commit(Commit { outgoing, ..commit.clone() }))?;
        }
        either!(self, store => store.commit(commit))
    }

    async fn log(&self, company: CompanyId, most: usize) -> Result<Vec<Record>, StoreError> {
        self.log_reads.fetch_add(1, Ordering::Relaxed);
        either!(self, store => store.log(company, most))
    }

    async fn code(
        &self,
        code: &Code,
        sender: &ConversationKey,
        now: DateTime<Utc>,
    ) -> Result<CodeRecord, StoreError> {
        either!(self, store => store.code(code, sender, now))
    }

    async fn company(&self, id: CompanyId) -> Result<Option<Company>, StoreError> {
        self.down(&self.read_fails)?;
        if *self.damaged.lock().unwrap() == Some(id) {
            return Err(StoreError::Damaged("a company, as the test wanted it"));
        }
        either!(self, store => store.company(id))
    }

    async fn companies_of(&self, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
        self.down(&self.companies_fail)?;
        either!(self, store => store.companies_of(person))
    }

    async fn open_codes(&self, person: PersonId, now: DateTime<Utc>) -> Result<usize, StoreError> {
        either!(self, store => store.open_codes(person, now))
    }

    async fn chats(&self, people: Vec<PersonId>) -> Result<Vec<Chat>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.chats(people))
    }

    async fn chats_on(&self, channel: ChannelKind) -> Result<Vec<Chat>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.chats_on(channel))
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        either!(self, store => store.unsent(channel))
    }

    async fn is_unsent(&self, id: Uuid) -> Result<bool, StoreError> {
        self.down(&self.outbox_fails)?;
        either!(self, store => store.is_unsent(id))
    }

    async fn channel_note(&self, key: &ConversationKey) -> Result<Option<String>, StoreError> {
        either!(self, store => store.channel_note(key))
    }

    async fn note_channel(&self, notes: Vec<(ConversationKey, String)>) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.note_channel(notes))
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<Vec<Uuid>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.sent(ids))
    }
}

impl StageStore {
    /// What the operator's command line makes.
    pub fn signup_code(&self, now: DateTime<Utc>) -> Option<Code> {
        match &self.kept {
            Kept::Memory(_) => None,
            Kept::Sqlite(store) => Some(store.signup_code([7; 4], now)),
        }
    }
}

impl Wakes for StageStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.claim(now, lease_until, most))
    }

    async fn settle(&self, settled: Settled) -> Result<Vec<Incoming>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.settle(settled))
    }

    async fn take_over(
        &self,
        channel: ChannelKind,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Incoming>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.take_over(channel, until, now, most))
    }

    async fn take_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.take_from_elsewhere(channel, most))
    }

    async fn last_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.last_look())
    }

    async fn note_look(&self, now: DateTime<Utc>, rules: String) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.note_look(now, rules))
    }
}

impl Feeds for StageStore {
    async fn feed(&self, token: &Code) -> Result<Option<Feed>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.feed(token))
    }
}

impl Keeping for StageStore {
    async fn upkeeps(&self) -> Result<Option<Looks>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.upkeeps())
    }

    async fn note_upkeep(&self, looks: Looks) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.note_upkeep(looks))
    }

    async fn amend(&self, amendment: Amendment) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.amend(amendment))
    }

    async fn due_erasures(&self, now: DateTime<Utc>) -> Result<Vec<DueErasure>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.due_erasures(now))
    }

    async fn due_matters(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.due_matters(now))
    }

    async fn erase(&self, company: CompanyId, farewell: Vec<Outgoing>) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.erase(company, farewell))
    }

    async fn with_old_log(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        self.down(&self.read_fails)?;
        either!(self, store => store.with_old_log(now))
    }

    async fn throw_away(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.down(&self.write_fails)?;
        either!(self, store => store.throw_away(now))
    }
}
