//! Connections: how each database is opened, brought up to date and spoken to.

use std::path::Path;

use sqlx::{AnyPool, Executor, Row, any::AnyPoolOptions, migrate::Migrator};

use crate::{
    app::ports::StoreError,
    store::rows::{Cell, run},
};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static SQLITE_KEYS: Migrator = sqlx::migrate!("migrations/keys");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

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
    /// The machine gives no thread to write on.
    #[error("there is no thread to write on: {0}")]
    Thread(std::io::Error),
    /// Its first key does not open: another master key, or damage.
    #[error("the master key does not fit this database: {0}")]
    Key(StoreError),
    /// What stood in open columns once cannot be sealed.
    #[error("what was not sealed yet cannot be sealed: {0}")]
    Seal(StoreError),
    /// There is data, and none of the keys that open it.
    #[error(
        "the keys of this database are missing; put back the newest copy of keys.db (on PostgreSQL: of the table keys)"
    )]
    NoKeys,
    /// Its tables were made by another version of the program.
    #[error(
        "the tables are those of another version of noodplan; starting the bot brings older ones up to date"
    )]
    OtherVersion,
}

/// The URL of the SQLite file in a folder.
pub fn sqlite_url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("noodplan.db").display())
}

/// The URL of the keys that belong to a SQLite file: `keys.db` beside it, a file with a shorter life in backups.
fn sqlite_keys_url(url: &str) -> String {
    let folder = url.rsplit_once('/').map_or("sqlite:", |(folder, _)| folder);
    format!("{folder}/keys.db")
}

/// An open database: one connection that writes, a few that read.
#[derive(Debug)]
pub struct Connected {
    /// The only connection that writes.
    pub writer: AnyPool,
    /// Connections that read.
    pub readers: AnyPool,
    /// The only connection that writes keys. On PostgreSQL keys are a table beside the others.
    pub key_writer: AnyPool,
    /// Connections that read keys.
    pub key_readers: AnyPool,
    /// Takes what was deleted off the disk.
    pub tidy: &'static str,
    /// Opens a transaction that may write.
    pub begin: &'static str,
    /// Whether nobody else can write to this database.
    pub sole: bool,
}

/// Opens a database by its URL and brings its tables up to date.
///
/// # Errors
/// When it cannot be reached or migrated.
pub async fn connect(url: &str) -> Result<Connected, OpenError> {
    sqlx::any::install_default_drivers();
    if !url.starts_with("sqlite:") {
        let writer = pool(1, url, POSTGRES_SESSION).await?;
        POSTGRES.run(&writer).await.map_err(OpenError::Migrate)?;
        let readers = pool(READERS, url, POSTGRES_SESSION).await?;
        let (key_writer, key_readers) = (writer.clone(), readers.clone());
        return Ok(Connected {
            writer,
            readers,
            key_writer,
            key_readers,
            tidy: "VACUUM keys",
            begin: "BEGIN",
            sole: false,
        });
    }
    let (writer, readers) = sqlite(url, &SQLITE, READERS).await?;
    let (key_writer, key_readers) = sqlite(&sqlite_keys_url(url), &SQLITE_KEYS, 1).await?;
    let tidy = "PRAGMA wal_checkpoint(TRUNCATE)";
    move_keys(&writer, &key_writer, tidy).await.map_err(OpenError::Connect)?;
    Ok(Connected { writer, readers, key_writer, key_readers, tidy, begin: "BEGIN IMMEDIATE", sole: true })
}

/// A database that is only looked at.
#[derive(Debug)]
pub struct Looking {
    /// Connections that read.
    pub readers: AnyPool,
    /// Connections that read keys.
    pub key_readers: AnyPool,
    /// Whether it is SQLite.
    pub sole: bool,
}

/// Opens a database to look at it, also while somebody else uses it. `None`: there is none yet.
///
/// # Errors
/// When it cannot be reached, or its tables are not those of this version.
pub async fn look(url: &str) -> Result<Option<Looking>, OpenError> {
    sqlx::any::install_default_drivers();
    let file = url.strip_prefix("sqlite://").map(Path::new);
    if file.is_some_and(|file| !file.exists()) {
        return Ok(None);
    }
    let sole = file.is_some();
    let (session, migrator) = if sole { (SQLITE_READER, &SQLITE) } else { (POSTGRES_SESSION, &POSTGRES) };
    let readers = pool(1, url, session).await?;
    let newest: i64 = sqlx::query("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(&readers)
        .await
        .and_then(|row| row.try_get(0))
        .map_err(OpenError::Connect)?;
    if Some(newest) != migrator.iter().map(|migration| migration.version).max() {
        return Err(OpenError::OtherVersion);
    }
    let key_readers = if sole { pool(1, &sqlite_keys_url(url), session).await? } else { readers.clone() };
    Ok(Some(Looking { readers, key_readers, sole }))
}

async fn sqlite(url: &str, migrator: &Migrator, readers: u32) -> Result<(AnyPool, AnyPool), OpenError> {
    let writer = pool(1, &format!("{url}?mode=rwc"), SQLITE_WRITER).await?;
    migrator.run(&writer).await.map_err(OpenError::Migrate)?;
    Ok((writer, pool(readers, url, SQLITE_READER).await?))
}

/// Keys lay beside the data once: they are written to their own file, and only then taken out here.
async fn move_keys(data: &AnyPool, keys: &AnyPool, tidy: &'static str) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("SELECT scope, wrapped FROM keys").fetch_all(data).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| Ok(vec![Cell::Blob(row.try_get(0)?), Cell::Blob(row.try_get(1)?)]))
        .collect::<Result<_, sqlx::Error>>()?;
    let mut transaction = keys.begin().await?;
    let tail = "ON CONFLICT (scope) DO NOTHING";
    run(&mut transaction, "INSERT INTO keys (scope, wrapped) VALUES", &rows, tail).await?;
    transaction.commit().await?;
    data.execute("DELETE FROM keys").await?;
    data.execute(tidy).await?;
    Ok(())
}

const SQLITE_WRITER: &[&str] = &[
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA secure_delete = ON",
    // Hot pages are written into the file less often, and read from it seldom.
    "PRAGMA wal_autocheckpoint = 4000",
    "PRAGMA cache_size = -16000",
    // Statements with many rows keep what they would undo; not in a file.
    "PRAGMA temp_store = MEMORY",
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The last tables in which rows lay by their keys.
    const BY_KEY: i64 = 16;
    const ROWS: [&str; 4] = [
        "INSERT INTO conversations (id, version, body) VALUES (x'01', 7, x'0203'), (x'00', 1, x'04')",
        "INSERT INTO answers (company, revision, item, question, body) VALUES (x'01', 3, 0, 'a', x'02')",
        "INSERT INTO audit (company, seq, at, prev, body) VALUES (x'01', 3, 12, x'00', x'02')",
        "INSERT INTO outbox (id, channel, lane, body, person, company, conversation, elsewhere) \
         VALUES (x'01', 'matrix', 2, x'02', NULL, x'03', x'04', 1)",
    ];
    const SEEN: [&str; 4] = [
        "SELECT quote(id) || quote(version) || quote(body) FROM conversations ORDER BY id",
        "SELECT quote(company) || quote(revision) || quote(item) || question || quote(body) FROM answers",
        "SELECT quote(company) || quote(seq) || quote(at) || quote(prev) || quote(body) FROM audit",
        "SELECT quote(id) || channel || lane || quote(body) || quote(person) || quote(company) \
         || quote(conversation) || elsewhere FROM outbox",
    ];

    async fn seen(pool: &AnyPool) -> Vec<String> {
        let mut seen = Vec::new();
        for statement in SEEN {
            let rows = sqlx::query(statement).fetch_all(pool).await.unwrap();
            seen.extend(rows.iter().map(|row| row.get::<String, _>(0)));
        }
        seen
    }

    #[tokio::test]
    async fn rows_that_lay_by_key_lie_by_time_and_nothing_is_lost() {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        let url = sqlite_url(folder.path());
        let before = SQLITE.iter().filter(|migration| migration.version <= BY_KEY).cloned().collect();
        let (writer, readers) = sqlite(&url, &Migrator::with_migrations(before), 1).await.unwrap();
        for statement in ROWS {
            writer.execute(statement).await.unwrap();
        }
        let kept = seen(&writer).await;
        assert_eq!(kept.len(), 5);
        tokio::join!(readers.close(), writer.close());
        let (writer, _) = sqlite(&url, &SQLITE, 1).await.unwrap();
        assert_eq!(seen(&writer).await, kept);
        let by_key = "SELECT COUNT(*) FROM sqlite_schema WHERE sql LIKE '%WITHOUT ROWID%' \
            AND name IN ('conversations', 'answers', 'audit', 'outbox')";
        let left: i64 = sqlx::query(by_key).fetch_one(&writer).await.unwrap().get(0);
        assert_eq!(left, 0);
    }
}
