//! The store on SQLite and PostgreSQL: one SQL text for both.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use sqlx::{AnyPool, Executor, Row, any::AnyPoolOptions, migrate::Migrator};
use uuid::Uuid;

use crate::{
    app::ports::{Commit, Conversation, ConversationKey, Incoming, Loaded, Outgoing, Role, Store, StoreError},
    dialogue::ChannelKind,
    domain::{
        dossier::{Dossier, Slot},
        ids::{CompanyId, ItemId, PersonId, Slug},
        item::{Answer, Item},
    },
    store::{
        encode::{answer_place, change_rows, item_place, open, open_conversation, seal, signed, unsigned},
        rows::Cell,
        vault::{DataKey, Vault},
        warm::{Warm, WarmCompany, WarmConversation},
        writer::{Job, Writer, unavailable},
    },
};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The scope of what belongs to no company.
const INSTALLATION: Uuid = Uuid::nil();
const READERS: u32 = 4;

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be reached.
    #[error("the database cannot be opened: {0}")]
    Connect(sqlx::Error),
    /// Its tables cannot be brought up to date.
    #[error("the tables of the database cannot be brought up to date: {0}")]
    Migrate(sqlx::migrate::MigrateError),
    /// Its first key does not open: another master key, or damage.
    #[error("the master key does not fit this database: {0}")]
    Key(StoreError),
}

/// Everything, in a database.
#[derive(Debug)]
pub struct SqlStore {
    readers: AnyPool,
    writer: Writer,
    vault: Vault,
    installation: Arc<DataKey>,
    warm: Warm,
    /// Nobody else writes here, so what is warm is true.
    sole: bool,
    arrived: AtomicI64,
}

/// The URL of the SQLite file in a folder.
pub fn sqlite_url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("noodplan.db").display())
}

impl SqlStore {
    /// Opens a database by its URL, `sqlite://…` or `postgres://…`, and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be reached, migrated, or read with this master key.
    pub async fn open(url: &str, vault: Vault) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let sqlite = url.starts_with("sqlite:");
        let (writing, begin, migrator) = if sqlite {
            (format!("{url}?mode=rwc"), "BEGIN IMMEDIATE", &SQLITE)
        } else {
            (url.to_owned(), "BEGIN", &POSTGRES)
        };
        let one = pool(1, &writing, if sqlite { SQLITE_WRITER } else { POSTGRES_SESSION }).await?;
        migrator.run(&one).await.map_err(OpenError::Migrate)?;
        let readers = pool(READERS, url, if sqlite { SQLITE_READER } else { POSTGRES_SESSION }).await?;
        let writer = Writer::start(one, begin);
        let installation = installation_key(&readers, &writer, &vault).await.map_err(OpenError::Key)?;
        Ok(Self {
            readers,
            writer,
            vault,
            installation: Arc::new(installation),
            warm: Warm::default(),
            sole: sqlite,
            arrived: AtomicI64::new(0),
        })
    }

    fn conversation_id(&self, key: &ConversationKey) -> [u8; 32] {
        self.vault.address_hash(key.channel, &key.address)
    }

    /// A stamp that grows with every event, close to the time in microseconds.
    fn next_arrival(&self, at: i64) -> i64 {
        let grow = |last: i64| Some(at.max(last + 1));
        self.arrived.fetch_update(Ordering::Relaxed, Ordering::Relaxed, grow).map_or(at, |last| at.max(last + 1))
    }

    async fn key(&self, scope: Uuid) -> Result<Arc<DataKey>, StoreError> {
        if let Some(key) = self.warm.key(scope) {
            return Ok(key);
        }
        let wrapped = wrapped_key(&self.readers, scope).await?.ok_or(StoreError::Damaged("a key is missing"))?;
        let key = Arc::new(self.vault.unwrap(scope, &wrapped)?);
        self.warm.put_key(scope, Arc::clone(&key));
        Ok(key)
    }

    async fn load_conversation(&self, id: [u8; 32]) -> Result<Option<(WarmConversation, bool)>, StoreError> {
        let row = sqlx::query("SELECT version, body FROM conversations WHERE id = $1")
            .bind(id.to_vec())
            .fetch_optional(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        let Some(row) = row else { return Ok(None) };
        let (version, body) = (column::<i64>(&row, 0)?, column::<Vec<u8>>(&row, 1)?);
        let (conversation, lost) = open_conversation(&self.installation, &conversation_place(&id), &body)?;
        let role = match conversation.company {
            Some(company) => self.role(company, conversation.person).await?,
            None => None,
        };
        Ok(Some((WarmConversation { conversation, version: unsigned(version), role }, lost)))
    }

    async fn role(&self, company: CompanyId, person: PersonId) -> Result<Option<Role>, StoreError> {
        let row = sqlx::query("SELECT role FROM members WHERE company = $1 AND person = $2")
            .bind(company.0.as_bytes().to_vec())
            .bind(person.0.as_bytes().to_vec())
            .fetch_optional(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        row.map(|row| match column::<String>(&row, 0)?.as_str() {
            "owner" => Ok(Role::Owner),
            _ => Err(StoreError::Damaged("a member has an unknown role")),
        })
        .transpose()
    }

    async fn company(&self, id: CompanyId) -> Result<Option<WarmCompany>, StoreError> {
        if self.sole && let Some(company) = self.warm.company(id) {
            return Ok(Some(company));
        }
        let row = sqlx::query("SELECT version FROM companies WHERE id = $1")
            .bind(id.0.as_bytes().to_vec())
            .fetch_optional(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        let Some(row) = row else { return Ok(None) };
        let version = unsigned(column(&row, 0)?);
        if let Some(company) = self.warm.company(id).filter(|company| company.version == version) {
            return Ok(Some(company));
        }
        let company = WarmCompany { dossier: Arc::new(self.read_dossier(id).await?), version };
        self.warm.put_company(id, Some(company.clone()));
        Ok(Some(company))
    }

    async fn read_dossier(&self, id: CompanyId) -> Result<Dossier, StoreError> {
        let key = self.key(id.0).await?;
        let mut dossier = Dossier::default();
        let rows = sqlx::query("SELECT item, body FROM items WHERE company = $1 ORDER BY item")
            .bind(id.0.as_bytes().to_vec())
            .fetch_all(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        for row in rows {
            let item = small(column(&row, 0)?)?;
            let item: Item = open(&key, &item_place(id, ItemId(item)), &column::<Vec<u8>>(&row, 1)?)?;
            dossier.save_item(item);
        }
        let rows = sqlx::query(
            "SELECT revision, item, question, body FROM answers WHERE company = $1 ORDER BY revision",
        )
        .bind(id.0.as_bytes().to_vec())
        .fetch_all(&self.readers)
        .await
        .map_err(|error| unavailable(&error))?;
        for row in rows {
            let revision = unsigned(column(&row, 0)?);
            let (item, question) = (small(column(&row, 1)?)?, column::<String>(&row, 2)?);
            let place = answer_place(id, revision, item, &question);
            let answer: Answer = open(&key, &place, &column::<Vec<u8>>(&row, 3)?)?;
            let item = (item > 0).then_some(ItemId(item));
            dossier.save_answer(Slot { item, question: Slug::from(question.as_str()) }, answer);
        }
        Ok(dossier)
    }

    fn outbox_row(&self, message: &Outgoing) -> Result<Vec<Cell>, StoreError> {
        let body = seal(&self.installation, &outbox_place(message.id), message)?;
        Ok(vec![
            Cell::Blob(message.id.as_bytes().to_vec()),
            Cell::Text(message.conversation.channel.slug().into()),
            Cell::Int(message.lane as i64),
            Cell::Blob(body),
        ])
    }

    fn keep_warm(&self, id: [u8; 32], commit: &Commit, role: Option<Role>) {
        let version = commit.conversation_version + 1;
        let kept = commit.conversation.clone().map(|conversation| WarmConversation { conversation, version, role });
        self.warm.put_conversation(id, kept);
        let Some((company, version)) = commit.company else { return };
        let before = if version == 0 {
            Some(Arc::default())
        } else {
            self.warm.company(company).filter(|warm| warm.version == version).map(|warm| warm.dossier)
        };
        let after = before.map(|mut dossier| {
            let changed = Arc::make_mut(&mut dossier);
            for change in &commit.changes {
                change.apply(changed);
            }
            WarmCompany { dossier, version: version + 1 }
        });
        self.warm.put_company(company, after);
    }
}

impl Store for SqlStore {
    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        let mut job = Job::default();
        for event in &events {
            let channel = event.conversation.channel.slug();
            let payload = seal(&self.installation, &inbox_place(channel, &event.event), event)?;
            job.inbox.push(vec![
                Cell::Text(channel.into()),
                Cell::Text(event.event.clone()),
                Cell::Int(self.next_arrival(event.at.timestamp_micros())),
                Cell::Blob(payload),
            ]);
        }
        let mut fresh = self.writer.write(job).await?;
        let mut is_new =
            |event: &Incoming| fresh.remove(&(event.conversation.channel.slug().to_owned(), event.event.clone()));
        Ok(events.into_iter().filter(|event| is_new(event)).collect())
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        let rows = sqlx::query(
            "SELECT event, payload FROM inbox WHERE channel = $1 AND payload IS NOT NULL ORDER BY arrived",
        )
        .bind(channel.slug())
        .fetch_all(&self.readers)
        .await
        .map_err(|error| unavailable(&error))?;
        rows.iter()
            .map(|row| {
                let event: String = column(row, 0)?;
                open(&self.installation, &inbox_place(channel.slug(), &event), &column::<Vec<u8>>(row, 1)?)
            })
            .collect()
    }

    async fn load(&self, key: &ConversationKey) -> Result<Loaded, StoreError> {
        let id = self.conversation_id(key);
        let warm = self.warm.conversation(&id).filter(|_| self.sole);
        let (found, state_lost) = match warm {
            Some(found) => (found, false),
            None => match self.load_conversation(id).await? {
                Some((found, lost)) => {
                    self.warm.put_conversation(id, Some(found.clone()));
                    (found, lost)
                }
                None => return Ok(Loaded::default()),
            },
        };
        let company = match found.conversation.company {
            Some(company) if found.role.is_some() => self.company(company).await?,
            _ => None,
        };
        Ok(Loaded {
            conversation: Some((found.conversation, found.version)),
            state_lost,
            role: found.role,
            dossier: company.map(|company| (company.dossier, company.version)),
        })
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        let id = self.conversation_id(&commit.conversation_key);
        let channel = commit.conversation_key.channel.slug();
        let mut job = Job {
            handled: vec![vec![Cell::Text(channel.into()), Cell::Text(commit.event.clone())]],
            ..Job::default()
        };
        let mut role = self.warm.conversation(&id).and_then(|warm| warm.role);
        match &commit.conversation {
            Some(conversation) => {
                job.conversation = Some(vec![
                    Cell::Blob(id.to_vec()),
                    Cell::Int(signed(commit.conversation_version + 1)),
                    Cell::Blob(seal(&self.installation, &conversation_place(&id), conversation)?),
                ]);
            }
            None => job.forgotten.push(vec![Cell::Blob(id.to_vec())]),
        }
        for message in &commit.outgoing {
            job.outbox.push(self.outbox_row(message)?);
        }
        if let Some((company, version)) = commit.company {
            let key = if version == 0 {
                let (key, rows) = self.new_company(company, &commit)?;
                (job.keys, job.members) = rows;
                role = Some(Role::Owner);
                key
            } else {
                self.key(company.0).await?
            };
            job.company = Some(vec![
                Cell::Blob(company.0.as_bytes().to_vec()),
                Cell::Int(signed(version + 1)),
                Cell::Int(commit.at.timestamp_millis()),
            ]);
            let rows = change_rows(&commit.changes, company, version + 1, &key)?;
            (job.items, job.answers) = (rows.items, rows.answers);
        }
        match self.writer.write(job).await {
            Ok(_) => {
                self.keep_warm(id, &commit, role);
                Ok(())
            }
            Err(error) => {
                self.warm.put_conversation(id, None);
                if let Some((company, _)) = commit.company {
                    self.warm.put_company(company, None);
                }
                Err(error)
            }
        }
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        let rows = sqlx::query("SELECT id, body FROM outbox WHERE channel = $1 ORDER BY lane, id")
            .bind(channel.slug())
            .fetch_all(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        rows.iter()
            .map(|row| {
                let id = Uuid::from_slice(&column::<Vec<u8>>(row, 0)?)
                    .map_err(|_| StoreError::Damaged("an outbox row has no id"))?;
                open(&self.installation, &outbox_place(id), &column::<Vec<u8>>(row, 1)?)
            })
            .collect()
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<(), StoreError> {
        let sent = ids.iter().map(|id| vec![Cell::Blob(id.as_bytes().to_vec())]).collect();
        self.writer.write(Job { sent, ..Job::default() }).await.map(|_| ())
    }
}

/// Rows of `keys` and of `members`.
type NewCompanyRows = (Vec<Vec<Cell>>, Vec<Vec<Cell>>);

impl SqlStore {
    fn new_company(
        &self,
        company: CompanyId,
        commit: &Commit,
    ) -> Result<(Arc<DataKey>, NewCompanyRows), StoreError> {
        let key = Arc::new(DataKey::generate()?);
        let wrapped = self.vault.wrap(company.0, &key)?;
        let scope = Cell::Blob(company.0.as_bytes().to_vec());
        let members = commit.conversation.iter().map(|conversation: &Conversation| {
            vec![
                scope.clone(),
                Cell::Blob(conversation.person.0.as_bytes().to_vec()),
                Cell::Text("owner".into()),
                Cell::Int(commit.at.timestamp_millis()),
            ]
        });
        let rows = (vec![vec![scope.clone(), Cell::Blob(wrapped)]], members.collect());
        Ok((key, rows))
    }
}

const SQLITE_WRITER: &[&str] = &[
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA secure_delete = ON",
];
const SQLITE_READER: &[&str] = &["PRAGMA query_only = ON", "PRAGMA busy_timeout = 10000"];
const POSTGRES_SESSION: &[&str] =
    &["SET idle_in_transaction_session_timeout = '30s'", "SET statement_timeout = '10s'"];

async fn pool(size: u32, url: &str, session: &'static [&'static str]) -> Result<AnyPool, OpenError> {
    AnyPoolOptions::new()
        .max_connections(size)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                for statement in session {
                    connection.execute(*statement).await?;
                }
                Ok(())
            })
        })
        .connect(url)
        .await
        .map_err(OpenError::Connect)
}

async fn wrapped_key(readers: &AnyPool, scope: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
    let row = sqlx::query("SELECT wrapped FROM keys WHERE scope = $1")
        .bind(scope.as_bytes().to_vec())
        .fetch_optional(readers)
        .await
        .map_err(|error| unavailable(&error))?;
    row.map(|row| column(&row, 0)).transpose()
}

async fn installation_key(readers: &AnyPool, writer: &Writer, vault: &Vault) -> Result<DataKey, StoreError> {
    if let Some(wrapped) = wrapped_key(readers, INSTALLATION).await? {
        return vault.unwrap(INSTALLATION, &wrapped);
    }
    let key = DataKey::generate()?;
    let row = vec![Cell::Blob(INSTALLATION.as_bytes().to_vec()), Cell::Blob(vault.wrap(INSTALLATION, &key)?)];
    match writer.write(Job { keys: vec![row], ..Job::default() }).await {
        Ok(_) => Ok(key),
        // Another instance was first.
        Err(error) => match wrapped_key(readers, INSTALLATION).await? {
            Some(wrapped) => vault.unwrap(INSTALLATION, &wrapped),
            None => Err(error),
        },
    }
}

fn column<'r, T>(row: &'r sqlx::any::AnyRow, index: usize) -> Result<T, StoreError>
where
    T: sqlx::Decode<'r, sqlx::Any> + sqlx::Type<sqlx::Any>,
{
    row.try_get(index).map_err(|_| StoreError::Damaged("a column has another type"))
}

fn small(number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::Damaged("an item has an impossible number"))
}

fn conversation_place(id: &[u8; 32]) -> String {
    format!("conversations|body|{}|1", blake3::Hash::from_bytes(*id).to_hex())
}

fn inbox_place(channel: &str, event: &str) -> String {
    format!("inbox|payload|{channel}|{event}|1")
}

fn outbox_place(id: Uuid) -> String {
    format!("outbox|body|{id}|1")
}
