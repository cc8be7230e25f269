//! A new master key: every key is wrapped anew, and only then the old master key goes. Broken off at any point it can
//! be begun again, and goes on where it was.

use std::ops::ControlFlow;

use sqlx::{AnyPool, Connection, Executor, Row};
use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    store::{
        connect::{OpenError, connect},
        key_file::{KeyFile, KeyFileError},
        rows::{Cell, run},
        sql::SqlStore,
        vault::{DataKey, Vault},
        writer::unavailable,
    },
};

/// Keys that are wrapped anew in one transaction.
const BATCH: usize = 64;

/// How far a rotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The next master key is on disk; so many keys are to be wrapped.
    Begun(usize),
    /// So many keys are wrapped by it.
    Wrapped(usize),
    /// Every key was read back and opened with it.
    Checked,
}

/// Why the master key was not rotated. It can be tried again.
#[derive(Debug, thiserror::Error)]
pub enum RotateError {
    /// A key file is in the way.
    #[error(transparent)]
    File(#[from] KeyFileError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A key cannot be read or written.
    #[error("a key cannot be wrapped anew: {0}")]
    Key(#[from] StoreError),
    /// It was told to stop.
    #[error("the rotation was stopped; begin it again to go on")]
    Stopped,
}

/// Gives a database a new master key. `seen` hears how far it is and can stop it.
///
/// # Errors
/// When a file or the database is in the way, or `seen` says stop. Both master keys stay until it is done.
pub async fn rotate(
    url: &str,
    file: &KeyFile,
    mut seen: impl FnMut(Stage) -> ControlFlow<()>,
) -> Result<usize, RotateError> {
    if !file.is_rotating() {
        // Proves that the key fits, and makes the first keys where there are none yet.
        drop(SqlStore::open(url, file.open()?).await?);
    }
    let (old, new) = (Vault::new(file.read()?), Vault::new(file.next_key()?));
    let mut hear = |stage| match seen(stage) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(RotateError::Stopped),
    };
    let connected = connect(url).await?;
    let scopes = scopes(&connected.key_writer).await?;
    hear(Stage::Begun(scopes.len()))?;
    let mut wrapped = 0;
    for batch in scopes.chunks(BATCH) {
        wrap_anew(&connected.key_writer, connected.begin, batch, &old, &new).await?;
        wrapped += batch.len();
        hear(Stage::Wrapped(wrapped))?;
    }
    for (scope, row) in rows(&connected.key_writer).await? {
        new.unwrap(scope, &row)?;
    }
    connected.key_writer.execute(connected.tidy).await.map_err(|error| unavailable(&error))?;
    hear(Stage::Checked)?;
    file.retire()?;
    Ok(wrapped)
}

async fn rows(keys: &AnyPool) -> Result<Vec<(Uuid, Vec<u8>)>, StoreError> {
    let rows = sqlx::query("SELECT scope, wrapped FROM keys ORDER BY scope").fetch_all(keys).await;
    let rows = rows.map_err(|error| unavailable(&error))?;
    let read = |row: &sqlx::any::AnyRow| Some((row.try_get(0).ok()?, row.try_get(1).ok()?));
    let parsed = rows.iter().map(|row| {
        let (scope, wrapped): (Vec<u8>, Vec<u8>) = read(row)?;
        Some((Uuid::from_slice(&scope).ok()?, wrapped))
    });
    parsed.collect::<Option<_>>().ok_or(StoreError::Damaged("a key has no scope"))
}

async fn scopes(keys: &AnyPool) -> Result<Vec<Uuid>, StoreError> {
    Ok(rows(keys).await?.into_iter().map(|(scope, _)| scope).collect())
}

async fn wrap_anew(
    keys: &AnyPool,
    begin: &'static str,
    batch: &[Uuid],
    old: &Vault,
    new: &Vault,
) -> Result<(), StoreError> {
    let failed = |error: sqlx::Error| unavailable(&error);
    let mut connection = keys.acquire().await.map_err(failed)?;
    let mut transaction = connection.begin_with(begin).await.map_err(failed)?;
    let mut anew = Vec::with_capacity(batch.len());
    for scope in batch {
        let row = sqlx::query("SELECT wrapped FROM keys WHERE scope = $1")
            .bind(scope.as_bytes().to_vec())
            .fetch_optional(&mut *transaction)
            .await
            .map_err(failed)?;
        let Some(row) = row else { continue };
        let wrapped: Vec<u8> = row.try_get(0).map_err(failed)?;
        if new.unwrap(*scope, &wrapped).is_err() {
            let key: DataKey = old.unwrap(*scope, &wrapped)?;
            anew.push(vec![Cell::Blob(scope.as_bytes().to_vec()), Cell::Blob(new.wrap(*scope, &key)?)]);
        }
    }
    let tail = "ON CONFLICT (scope) DO UPDATE SET wrapped = excluded.wrapped";
    run(&mut transaction, "INSERT INTO keys (scope, wrapped) VALUES", &anew, tail).await.map_err(failed)?;
    transaction.commit().await.map_err(failed)
}
