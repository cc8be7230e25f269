//! Keys of companies and of the installation: wrapped in the database, unwrapped in memory.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use lru::LruCache;
use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    store::{
        read,
        rows::Cell,
        vault::{DataKey, Vault},
        writer::{Job, Writer},
    },
};

/// The scope of what belongs to no company.
const INSTALLATION: Uuid = Uuid::nil();
/// Unwrapped keys that are kept.
const MOST: NonZeroUsize = NonZeroUsize::new(20_000).unwrap();

/// The keys of an installation.
#[derive(Debug)]
pub struct Keyring {
    /// The master key.
    pub vault: Vault,
    /// Seals what belongs to no company.
    pub installation: DataKey,
    readers: sqlx::AnyPool,
    unwrapped: Mutex<LruCache<Uuid, Arc<DataKey>>>,
}

impl Keyring {
    /// The keyring of a database; its first key is made on the first start.
    ///
    /// # Errors
    /// When the first key does not open with this master key.
    pub async fn open(vault: Vault, readers: sqlx::AnyPool, writer: &Writer) -> Result<Self, StoreError> {
        let installation = installation_key(&readers, writer, &vault).await?;
        Ok(Self { vault, installation, readers, unwrapped: Mutex::new(LruCache::new(MOST)) })
    }

    /// The key of a company.
    ///
    /// # Errors
    /// When there is none, or it does not open.
    pub async fn of(&self, scope: Uuid) -> Result<Arc<DataKey>, StoreError> {
        let known = self.unwrapped.lock().unwrap_or_else(PoisonError::into_inner).get(&scope).cloned();
        if let Some(key) = known {
            return Ok(key);
        }
        let wrapped =
            read::wrapped_key(&self.readers, scope).await?.ok_or(StoreError::Damaged("a key is missing"))?;
        let key = Arc::new(self.vault.unwrap(scope, &wrapped)?);
        self.unwrapped.lock().unwrap_or_else(PoisonError::into_inner).put(scope, Arc::clone(&key));
        Ok(key)
    }

    /// A new key for a company, with its row of `keys`.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn make(&self, scope: Uuid) -> Result<(DataKey, Vec<Cell>), StoreError> {
        let key = DataKey::generate()?;
        let row = vec![Cell::Blob(scope.as_bytes().to_vec()), Cell::Blob(self.vault.wrap(scope, &key)?)];
        Ok((key, row))
    }
}

async fn installation_key(
    readers: &sqlx::AnyPool,
    writer: &Writer,
    vault: &Vault,
) -> Result<DataKey, StoreError> {
    if let Some(wrapped) = read::wrapped_key(readers, INSTALLATION).await? {
        return vault.unwrap(INSTALLATION, &wrapped);
    }
    let key = DataKey::generate()?;
    let row = vec![Cell::Blob(INSTALLATION.as_bytes().to_vec()), Cell::Blob(vault.wrap(INSTALLATION, &key)?)];
    match writer.write(Job { keys: vec![row], ..Job::default() }).await {
        Ok(_) => Ok(key),
        // Another instance was first.
        Err(error) => match read::wrapped_key(readers, INSTALLATION).await? {
            Some(wrapped) => vault.unwrap(INSTALLATION, &wrapped),
            None => Err(error),
        },
    }
}
