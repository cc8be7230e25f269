//! The real store, with trouble in front of it whenever a test wants some.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        ports::{
            Chat, CodeRecord, Commit, Company, ConversationKey, Incoming, Loaded, Outgoing, Store, StoreError,
        },
        wakes::{Claim, Settled, Wakes},
    },
    dialogue::ChannelKind,
    domain::{
        audit::Record,
        code::Code,
        history::History,
        ids::{CompanyId, PersonId},
    },
    store::sql::SqlStore,
};
use tokio::sync::{RwLock, watch};
use uuid::Uuid;

/// Trouble with the store on order.
#[derive(Debug, Default)]
pub struct StoreTrouble {
    pub receive_fails: AtomicBool,
    /// What is received is written down, and the answer to that is lost.
    pub receive_is_lost: AtomicBool,
    pub commit_fails: AtomicBool,
    /// It cannot be noted that something was sent.
    pub sent_fails: AtomicBool,
    pub loads_that_panic: AtomicU32,
    pub receives_that_panic: AtomicU32,
    /// So many reads of what is still to be sent fail.
    pub unsent_fails: AtomicU32,
    /// So many reads of what is still to be handled fail.
    pub unhandled_fails: AtomicU32,
    /// How often it was asked what is still to be sent.
    pub outbox_reads: watch::Sender<u32>,
    /// How often a company was read beside a turn.
    pub company_reads: watch::Sender<u32>,
    /// While this is held, nobody is told that what was received is written down.
    pub told_late: RwLock<()>,
    /// While this is held, the notes of the channel cannot be read.
    pub notes_held_up: RwLock<()>,
    /// While this is held, every turn waits.
    pub held_up: RwLock<()>,
}

/// The real store, with trouble in front of it.
pub struct TroubledStore {
    kept: SqlStore,
    trouble: Arc<StoreTrouble>,
}

impl TroubledStore {
    pub fn new(kept: SqlStore, trouble: Arc<StoreTrouble>) -> Self {
        Self { kept, trouble }
    }
}

fn down(flag: &AtomicBool) -> Result<(), StoreError> {
    if flag.load(Ordering::SeqCst) { Err(StoreError::Unavailable("down".into())) } else { Ok(()) }
}

/// Whether one of these is left; it is gone then.
fn takes_one(left: &AtomicU32) -> bool {
    left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
}

fn fails_now(left: &AtomicU32) -> Result<(), StoreError> {
    if takes_one(left) { Err(StoreError::Unavailable("down".into())) } else { Ok(()) }
}

impl Store for TroubledStore {
    fn is_shared(&self) -> bool {
        self.kept.is_shared()
    }

    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        down(&self.trouble.receive_fails)?;
        if takes_one(&self.trouble.receives_that_panic) {
            panic!("a panic while something is received, as the test wanted it");
        }
        let fresh = self.kept.receive(events).await;
        let _held = self.trouble.told_late.read().await;
        down(&self.trouble.receive_is_lost)?;
        fresh
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        fails_now(&self.trouble.unhandled_fails)?;
        self.kept.unhandled(channel).await
    }

    async fn is_handled(&self, event: &Incoming) -> Result<bool, StoreError> {
        self.kept.is_handled(event).await
    }

    async fn load(&self, key: &ConversationKey) -> Result<Loaded, StoreError> {
        if takes_one(&self.trouble.loads_that_panic) {
            panic!("a load that panics, as the test wanted it");
        }
        let _held = self.trouble.held_up.read().await;
        self.kept.load(key).await
    }

    async fn history(&self, company: CompanyId) -> Result<History, StoreError> {
        self.kept.history(company).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        down(&self.trouble.commit_fails)?;
        self.kept.commit(commit).await
    }

    async fn log(&self, company: CompanyId, most: usize) -> Result<Vec<Record>, StoreError> {
        self.kept.log(company, most).await
    }

    async fn code(
        &self,
        code: &Code,
        sender: &ConversationKey,
        now: DateTime<Utc>,
    ) -> Result<CodeRecord, StoreError> {
        self.kept.code(code, sender, now).await
    }

    async fn company(&self, id: CompanyId) -> Result<Option<Company>, StoreError> {
        self.trouble.company_reads.send_modify(|reads| *reads += 1);
        self.kept.company(id).await
    }

    async fn companies_of(&self, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
        self.kept.companies_of(person).await
    }

    async fn open_codes(&self, person: PersonId, now: DateTime<Utc>) -> Result<usize, StoreError> {
        self.kept.open_codes(person, now).await
    }

    async fn chats(&self, people: Vec<PersonId>) -> Result<Vec<Chat>, StoreError> {
        self.kept.chats(people).await
    }

    async fn chats_on(&self, channel: ChannelKind) -> Result<Vec<Chat>, StoreError> {
        self.kept.chats_on(channel).await
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        fails_now(&self.trouble.unsent_fails)?;
        self.kept.unsent(channel).await
    }

    async fn is_unsent(&self, id: Uuid) -> Result<bool, StoreError> {
        self.trouble.outbox_reads.send_modify(|reads| *reads += 1);
        self.kept.is_unsent(id).await
    }

    async fn channel_note(&self, key: &ConversationKey) -> Result<Option<String>, StoreError> {
        let _held = self.trouble.notes_held_up.read().await;
        self.kept.channel_note(key).await
    }

    async fn note_channel(&self, notes: Vec<(ConversationKey, String)>) -> Result<(), StoreError> {
        self.kept.note_channel(notes).await
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<Vec<Uuid>, StoreError> {
        down(&self.trouble.sent_fails)?;
        self.kept.sent(ids).await
    }
}

impl Wakes for TroubledStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        self.kept.claim(now, lease_until, most).await
    }

    async fn settle(&self, settled: Settled) -> Result<Vec<Incoming>, StoreError> {
        self.kept.settle(settled).await
    }

    async fn take_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.kept.take_from_elsewhere(channel, most).await
    }

    async fn last_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.kept.last_look().await
    }

    async fn note_look(&self, now: DateTime<Utc>, rules: String) -> Result<(), StoreError> {
        self.kept.note_look(now, rules).await
    }

    async fn take_over(
        &self,
        channel: ChannelKind,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Incoming>, StoreError> {
        self.kept.take_over(channel, until, now, most).await
    }
}
