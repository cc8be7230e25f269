//! Connections: how each database is opened, brought up to date and spoken to.

use std::path::Path;

use sqlx::{AnyPool, Executor, any::AnyPoolOptions, migrate::Migrator};

use crate::app::ports::StoreError;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
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
    /// Its first key does not open: another master key, or damage.
    #[error("the master key does not fit this database: {0}")]
    Key(StoreError),
}

/// The URL of the SQLite file in a folder.
pub fn sqlite_url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("noodplan.db").display())
}

/// An open database: one connection that writes, a few that read.
#[derive(Debug)]
pub struct Connected {
    /// The only connection that writes.
    pub writer: AnyPool,
    /// Connections that read.
    pub readers: AnyPool,
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
    let sole = url.starts_with("sqlite:");
    let (writing, begin, migrator) = if sole {
        (format!("{url}?mode=rwc"), "BEGIN IMMEDIATE", &SQLITE)
    } else {
        (url.to_owned(), "BEGIN", &POSTGRES)
    };
    let writer = pool(1, &writing, if sole { SQLITE_WRITER } else { POSTGRES_SESSION }).await?;
    migrator.run(&writer).await.map_err(OpenError::Migrate)?;
    let readers = pool(READERS, url, if sole { SQLITE_READER } else { POSTGRES_SESSION }).await?;
    Ok(Connected { writer, readers, begin, sole })
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
