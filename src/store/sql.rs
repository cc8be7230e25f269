//! The store on SQLite and PostgreSQL: one SQL text for both.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Utc};
use sqlx::AnyPool;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    app::ports::{
        Chat, CodeRecord, Commit, Company, ConversationKey, Incoming, Loaded, Outgoing, Store, StoreError,
    },
    dialogue::{ChannelKind, step::Change},
    domain::{
        audit::Record,
        code::Code,
        history::History,
        ids::{CompanyId, PersonId},
    },
    store::{
        audit::{self, Link},
        codes,
        connect::{Connected, OpenError, connect},
        encode::{change_rows, chat_place, conversation_place, inbox_place, note_place, open, seal, signed},
        epoch, feeds,
        job::Job,
        keyring::Keyring,
        people,
        read::{self, readable},
        rows::Cell,
        statements::blob,
        upgrade::seal_what_was_open,
        vault::{DataKey, Vault},
        wakes,
        warm::{Warm, WarmConversation},
        writer::{Pens, Writer},
    },
};

/// Everything, in a database.
#[derive(Debug)]
pub struct SqlStore {
    pub(super) readers: AnyPool,
    /// The connection of the writer, for a statement that stands alone.
    pub(super) writing: AnyPool,
    pub(super) writer: Writer,
    pub(super) keys: Keyring,
    pub(super) warm: Warm,
    /// Opens a transaction that may write.
    pub(super) begin: &'static str,
    /// Nobody else writes here, so what is warm is true.
    pub(super) sole: bool,
    /// The file by which a copy is known from what went on, if one is kept up.
    pub(super) epoch: Mutex<Option<epoch::Kept>>,
    arrived: AtomicI64,
}

impl SqlStore {
    /// Opens a database by its URL, `sqlite://…` or `postgres://…`, and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be reached, migrated, or read with this master key.
    pub async fn open(url: &str, vault: Vault) -> Result<Self, OpenError> {
        let connected = connect(url).await?;
        let writer = Writer::start(Pens {
            data: connected.writer.clone(),
            keys: connected.key_writer.clone(),
            begin: connected.begin,
            tidy: connected.tidy,
        })
        .map_err(OpenError::Thread)?;
        let mut keys = Keyring::open(vault, &connected, &writer).await?;
        if keys.installation.is_of_before() {
            seal_what_was_open(&connected, &keys).await.map_err(OpenError::Seal)?;
            keys.note_form(&connected.key_writer).await.map_err(OpenError::Seal)?;
        }
        let Connected { readers, writer: writing, begin, sole, .. } = connected;
        let (warm, epoch, arrived) = (Warm::default(), Mutex::default(), AtomicI64::new(0));
        Ok(Self { readers, writing, writer, keys, warm, begin, sole, epoch, arrived })
    }

    pub(super) fn conversation_id(&self, key: &ConversationKey) -> [u8; 32] {
        self.keys.lookup.address_hash(key.channel, &key.address)
    }

    /// A stamp that grows with every event, close to the time in microseconds.
    fn next_arrival(&self, at: i64) -> i64 {
        let grow = |last: i64| Some(at.max(last + 1));
        self.arrived
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, grow)
            .map_or(at, |last| at.max(last + 1))
    }

    pub(super) async fn read_company(&self, id: CompanyId) -> Result<Option<Company>, StoreError> {
        let warm = self.warm.company(id);
        if self.sole && warm.is_some() {
            return Ok(warm);
        }
        let Some(version) = read::company_version(&self.readers, id).await? else { return Ok(None) };
        if let Some(company) = warm.filter(|company| company.version == version) {
            return Ok(Some(company));
        }
        let key = self.keys.of(id.0).await?;
        let dossier = Arc::new(read::dossier(&self.readers, &key, id).await?);
        let members = Arc::new(people::members(&self.readers, &key, id).await?);
        let company = Company { dossier, members, version };
        self.warm.put_company(id, Some(company.clone()));
        Ok(Some(company))
    }

    /// The key of a company that a job changes; a new one gets its key with the job.
    async fn key_for(
        &self,
        (company, version): (CompanyId, u64),
        job: &mut Job,
    ) -> Result<Arc<DataKey>, StoreError> {
        if version > 0 {
            return self.keys.of(company.0).await;
        }
        let (key, row) = self.keys.make(company.0).await?;
        job.keys.push(row);
        Ok(Arc::new(key))
    }

    /// Puts the rows of a company that this turn changes into the job.
    pub(super) async fn change_company(
        &self,
        key: &DataKey,
        (company, version): (CompanyId, u64),
        changes: &[Change],
        record: &Record,
        job: &mut Job,
    ) -> Result<(CompanyId, u64, Link), StoreError> {
        let rows = change_rows(changes, company, version + 1, key)?;
        (job.items, job.answers, job.taken_back) = (rows.items, rows.answers, rows.taken_back);
        (job.members, job.left) = (rows.members, rows.left);
        (job.erasures, job.kept) = (rows.erasures, rows.kept);
        (job.matters, job.decided) = (rows.matters, rows.decided);
        let before = match self.warm.link(company, version) {
            Some(link) => link,
            None => audit::link(&self.readers, company, version).await?,
        };
        let (row, link) = audit::row(key, company, version + 1, before, record)?;
        job.audit.push(row);
        job.company = Some(vec![
            Cell::Blob(company.0.as_bytes().to_vec()),
            Cell::Int(signed(version + 1)),
            Cell::Int(record.at.timestamp_millis()),
            Cell::Blob(audit::head(key, company, version + 1, link)?),
        ]);
        Ok((company, version + 1, link))
    }

    /// Writes down events together with the rest of a job; gives back those that are new.
    pub(super) async fn take_in(&self, events: Vec<Incoming>, job: Job) -> Result<Vec<Incoming>, StoreError> {
        let mut job = job;
        for event in &events {
            let channel = event.conversation.channel.slug();
            let payload = seal(&self.keys.installation, &inbox_place(channel, &event.event), event)?;
            job.inbox.push(vec![
                Cell::Text(channel.into()),
                Cell::Text(event.event.clone()),
                Cell::Int(self.next_arrival(event.at.timestamp_micros())),
                Cell::Blob(payload),
            ]);
        }
        let mut fresh = self.writer.write(job).await?.fresh;
        let mut is_new = |event: &Incoming| {
            fresh.remove(&(event.conversation.channel.slug().to_owned(), event.event.clone()))
        };
        Ok(events.into_iter().filter(|event| is_new(event)).collect())
    }

    fn keep_warm(&self, id: [u8; 32], commit: &Commit) {
        let version = commit.conversation_version + 1;
        let kept = commit.conversation.clone().map(|conversation| WarmConversation { conversation, version });
        self.warm.put_conversation(id, kept);
        let Some((company, version)) = commit.company else { return };
        let before = match version {
            0 => Some((Arc::default(), Arc::default())),
            _ => self.warm.company(company).filter(|warm| warm.version == version).map(Company::into_parts),
        };
        let after = before.map(|(mut dossier, mut members)| {
            let (told, people) = (Arc::make_mut(&mut dossier), Arc::make_mut(&mut members));
            commit.changes.iter().for_each(|change| change.apply(told, people));
            Company { dossier, members, version: version + 1 }
        });
        self.warm.put_company(company, after);
    }

    /// A key for something in the folder in which a channel keeps its own secrets.
    pub fn key_of_folder(&self, channel: ChannelKind, what: &str) -> Zeroizing<[u8; 32]> {
        self.keys.lookup.key_of_folder(channel, what)
    }

    /// A code with which one company can be started within 72 hours of this instant.
    pub fn signup_code(&self, random: [u8; 4], now: DateTime<Utc>) -> Code {
        self.keys.lookup.signup_code(random, now)
    }

    fn drop_warm(&self, id: [u8; 32], commit: &Commit) {
        self.warm.put_conversation(id, None);
        if let Some((company, _)) = commit.company {
            self.warm.put_company(company, None);
        }
    }
}

impl Store for SqlStore {
    fn is_shared(&self) -> bool {
        !self.sole
    }

    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        self.take_in(events, Job::default()).await
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        let waiting = read::waiting(&self.readers, channel.slug()).await?;
        let place = |event: &str| inbox_place(channel.slug(), event);
        let open =
            |(event, payload): &(String, Vec<u8>)| open(&self.keys.installation, &place(event), payload);
        Ok(readable(waiting.iter().map(open), "inbox"))
    }

    async fn is_handled(&self, event: &Incoming) -> Result<bool, StoreError> {
        read::is_handled(&self.readers, event.conversation.channel.slug(), &event.event).await
    }

    async fn load(&self, key: &ConversationKey) -> Result<Loaded, StoreError> {
        let id = self.conversation_id(key);
        let (found, state_lost) = match self.warm.conversation(&id).filter(|_| self.sole) {
            Some(found) => (found, false),
            None => {
                let read = read::conversation(&self.readers, &self.keys.installation, &id).await?;
                let Some(read) = read else { return Ok(Loaded::default()) };
                let found = WarmConversation { conversation: read.conversation, version: read.version };
                self.warm.put_conversation(id, Some(found.clone()));
                (found, read.state_lost)
            }
        };
        let company = match found.conversation.company {
            Some(company) => self.read_company(company).await?,
            None => None,
        };
        Ok(Loaded { conversation: Some((found.conversation, found.version)), state_lost, company })
    }

    async fn history(&self, company: CompanyId) -> Result<History, StoreError> {
        let key = self.keys.of(company.0).await?;
        read::history(&self.readers, &key, company).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        let id = self.conversation_id(&commit.conversation_key);
        let channel = commit.conversation_key.channel.slug();
        let mut job = Job {
            handled: vec![vec![Cell::Text(channel.into()), Cell::Text(commit.event.clone())]],
            sent: commit.withdrawn.iter().map(|id| vec![Cell::Blob(id.as_bytes().to_vec())]).collect(),
            ..Job::default()
        };
        match &commit.conversation {
            Some(conversation) => {
                job.conversation = Some(vec![
                    Cell::Blob(id.to_vec()),
                    Cell::Int(signed(commit.conversation_version + 1)),
                    Cell::Blob(seal(&self.keys.installation, &conversation_place(&id), conversation)?),
                ]);
            }
            // Who was never heard has nothing to forget, and may be writing at this moment.
            None if commit.conversation_version == 0 => {}
            None => job.forgotten.push(vec![Cell::Blob(id.to_vec())]),
        }
        if let Some(conversation) = commit.conversation.as_ref().filter(|_| commit.lists) {
            job.chats.push(vec![
                Cell::Blob(id.to_vec()),
                Cell::Blob(conversation.person.0.as_bytes().to_vec()),
                Cell::Blob(seal(&self.keys.installation, &chat_place(&id), &commit.conversation_key)?),
            ]);
        }
        if commit.changes.contains(&Change::Forget) {
            self.forget_speaker(&id, commit.at, &mut job).await?;
        }
        let key = match commit.company {
            Some(company) => Some(self.key_for(company, &mut job).await?),
            None => None,
        };
        self.put_messages(&commit, key.as_ref(), &mut job).await?;
        codes::put_rows(&commit, &self.keys, &id, &mut job)?;
        feeds::put_rows(&commit.changes, &self.keys, &mut job)?;
        let link = match commit.company.zip(key.as_deref()) {
            Some((company, key)) => {
                let record = commit.record();
                Some(self.change_company(key, company, &commit.changes, &record, &mut job).await?)
            }
            None => None,
        };
        if let Some((company, wake)) = commit.wake {
            wakes::add(&mut job, company, wake, commit.at);
        }
        let forgotten = forgotten_by(&job);
        match self.writer.write(job).await {
            Ok(outcome) if outcome.before => {
                self.drop_warm(id, &commit);
                Ok(())
            }
            Ok(_) => {
                self.keep_warm(id, &commit);
                forgotten.into_iter().for_each(|id| self.warm.put_conversation(id, None));
                link.into_iter()
                    .for_each(|(company, version, link)| self.warm.put_link(company, version, link));
                Ok(())
            }
            Err(error) => {
                self.drop_warm(id, &commit);
                Err(error)
            }
        }
    }

    async fn log(&self, company: CompanyId, most: usize) -> Result<Vec<Record>, StoreError> {
        let key = self.keys.of(company.0).await?;
        audit::newest(&self.readers, &key, company, most).await
    }

    async fn code(
        &self,
        code: &Code,
        sender: &ConversationKey,
        now: DateTime<Utc>,
    ) -> Result<CodeRecord, StoreError> {
        codes::look_up(&self.readers, &self.keys, code, &self.conversation_id(sender), now).await
    }

    async fn company(&self, id: CompanyId) -> Result<Option<Company>, StoreError> {
        self.read_company(id).await
    }

    async fn companies_of(&self, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
        people::companies_of(&self.readers, person).await
    }

    async fn open_codes(&self, person: PersonId, now: DateTime<Utc>) -> Result<usize, StoreError> {
        codes::open_of(&self.readers, person, now).await
    }

    async fn chats_on(&self, channel: ChannelKind) -> Result<Vec<Chat>, StoreError> {
        people::chats_on(&self.readers, &self.keys.installation, channel).await
    }

    async fn chats(&self, people: Vec<PersonId>) -> Result<Vec<Chat>, StoreError> {
        people::chats(&self.readers, &self.keys.installation, &people).await
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        self.outbox_of(channel).await
    }

    async fn is_unsent(&self, id: Uuid) -> Result<bool, StoreError> {
        read::is_unsent(&self.readers, id).await
    }

    async fn channel_note(&self, key: &ConversationKey) -> Result<Option<String>, StoreError> {
        let id = self.conversation_id(key);
        let note = read::channel_note(&self.readers, &id).await?;
        note.map(|body| open(&self.keys.installation, &note_place(&id), &body)).transpose()
    }

    async fn note_channel(&self, notes: Vec<(ConversationKey, String)>) -> Result<(), StoreError> {
        let row = |(key, note): &(ConversationKey, String)| {
            let id = self.conversation_id(key);
            let body = seal(&self.keys.installation, &note_place(&id), note)?;
            Ok(vec![Cell::Blob(id.to_vec()), Cell::Blob(body)])
        };
        let notes = notes.iter().map(row).collect::<Result<_, StoreError>>()?;
        self.writer.write(Job { notes, ..Job::default() }).await.map(|_| ())
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<Vec<Uuid>, StoreError> {
        if ids.is_empty() {
            return Ok(ids);
        }
        let sent = ids.iter().map(|id| vec![Cell::Blob(id.as_bytes().to_vec())]).collect();
        let taken = self.writer.write(Job { sent, ..Job::default() }).await?.taken;
        Ok(ids.into_iter().filter(|id| taken.contains(id.as_bytes().as_slice())).collect())
    }
}

/// The conversations that a job forgets.
fn forgotten_by(job: &Job) -> Vec<[u8; 32]> {
    let id = |row: &Vec<Cell>| blob(row.first()?)?.try_into().ok();
    job.forgotten.iter().filter_map(id).collect()
}
