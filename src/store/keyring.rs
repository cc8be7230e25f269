//! Keys of companies and of the installation: wrapped in a database of their own, unwrapped in memory.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use lru::LruCache;
use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    store::{
        connect::{Connected, OpenError},
        job::Job,
        read,
        rows::Cell,
        vault::{DataKey, Lookup, Vault},
        writer::{Writer, unavailable},
    },
};

/// The scope of what belongs to no company.
const INSTALLATION: Uuid = Uuid::nil();
/// The scope of the key by which addresses are looked up.
const LOOKUP: Uuid = Uuid::from_u128(1);
/// Unwrapped keys that are kept.
const MOST: NonZeroUsize = NonZeroUsize::new(20_000).unwrap();

/// The keys of an installation.
#[derive(Debug)]
pub struct Keyring {
    /// Seals what belongs to no company.
    pub installation: DataKey,
    /// Finds addresses.
    pub lookup: Lookup,
    vault: Vault,
    readers: sqlx::AnyPool,
    unwrapped: Mutex<LruCache<Uuid, Arc<DataKey>>>,
}

impl Keyring {
    /// The keyring of a database; its first keys are made on the first start.
    ///
    /// # Errors
    /// When the first keys do not open with this master key, or there is data and no key.
    pub async fn open(vault: Vault, connected: &Connected, writer: &Writer) -> Result<Self, OpenError> {
        let readers = connected.key_readers.clone();
        let first = First { vault: &vault, readers: &readers, writer };
        let known = first.known(INSTALLATION).await.map_err(OpenError::Key)?;
        if known.is_none() && read::holds_anything(&connected.readers).await.map_err(OpenError::Key)? {
            return Err(OpenError::NoKeys);
        }
        // Until addresses had a key of their own, it was derived from the master key.
        let lookup = if known.is_some() { Ok(vault.derived_lookup()) } else { DataKey::generate() };
        let installation = match known {
            Some(key) => Ok(key),
            None => first.make(INSTALLATION, DataKey::generate().map_err(OpenError::Key)?).await,
        };
        let lookup = match first.known(LOOKUP).await.map_err(OpenError::Key)? {
            Some(key) => key,
            None => first.make(LOOKUP, lookup.map_err(OpenError::Key)?).await.map_err(OpenError::Key)?,
        };
        Ok(Self {
            installation: installation.map_err(OpenError::Key)?,
            lookup: Lookup::new(&lookup),
            vault,
            readers,
            unwrapped: Mutex::new(LruCache::new(MOST)),
        })
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

    /// Notes that every row has the newest form: from here on a row of before is damaged.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn note_form(&mut self, keys: &sqlx::AnyPool) -> Result<(), StoreError> {
        self.installation = self.installation.in_newest_form();
        sqlx::query("UPDATE keys SET wrapped = $1 WHERE scope = $2")
            .bind(self.vault.wrap(INSTALLATION, &self.installation)?)
            .bind(INSTALLATION.as_bytes().to_vec())
            .execute(keys)
            .await
            .map_err(|error| unavailable(&error))?;
        Ok(())
    }

    /// Whether there is a key for a company.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn has(&self, scope: Uuid) -> Result<bool, StoreError> {
        Ok(read::wrapped_key(&self.readers, scope).await?.is_some())
    }

    /// Drops a key from memory.
    pub fn forget(&self, scope: Uuid) {
        self.unwrapped.lock().unwrap_or_else(PoisonError::into_inner).pop(&scope);
    }

    /// A new key for a company, with its row of `keys`.
    ///
    /// # Errors
    /// When the machine gives no random bytes, or the master key was replaced since the start: by the old one nothing may be wrapped
    /// any more, because nobody will have it.
    pub async fn make(&self, scope: Uuid) -> Result<(DataKey, Vec<Cell>), StoreError> {
        if !fits(&self.vault, &self.readers).await? {
            return Err(StoreError::Damaged("the master key was replaced; start the program again"));
        }
        let key = DataKey::generate()?;
        let row = vec![Cell::Blob(scope.as_bytes().to_vec()), Cell::Blob(self.vault.wrap(scope, &key)?)];
        Ok((key, row))
    }
}

/// Whether a master key opens the keys of a database; so it does where there are none yet.
///
/// # Errors
/// When the database does not answer.
pub async fn fits(vault: &Vault, keys: &sqlx::AnyPool) -> Result<bool, StoreError> {
    let wrapped = read::wrapped_key(keys, INSTALLATION).await?;
    Ok(wrapped.is_none_or(|wrapped| vault.unwrap(INSTALLATION, &wrapped).is_ok()))
}

/// What finds addresses and makes the keys of folders, without opening a database for writing; `None` before the first start.
///
/// # Errors
/// When the database does not answer, or this master key does not open its keys.
pub async fn lookup(vault: &Vault, keys: &sqlx::AnyPool) -> Result<Option<Lookup>, StoreError> {
    let wrapped = read::wrapped_key(keys, LOOKUP).await?;
    wrapped.map(|wrapped| Ok(Lookup::new(&vault.unwrap(LOOKUP, &wrapped)?))).transpose()
}

/// The key of the installation; `None`: there is none yet.
///
/// # Errors
/// When the database does not answer, or it does not open.
pub async fn installation(vault: &Vault, keys: &sqlx::AnyPool) -> Result<Option<DataKey>, StoreError> {
    let wrapped = read::wrapped_key(keys, INSTALLATION).await?;
    wrapped.map(|wrapped| vault.unwrap(INSTALLATION, &wrapped)).transpose()
}

/// The keys that a first start makes.
struct First<'a> {
    vault: &'a Vault,
    readers: &'a sqlx::AnyPool,
    writer: &'a Writer,
}

impl First<'_> {
    async fn known(&self, scope: Uuid) -> Result<Option<DataKey>, StoreError> {
        let wrapped = read::wrapped_key(self.readers, scope).await?;
        wrapped.map(|wrapped| self.vault.unwrap(scope, &wrapped)).transpose()
    }

    async fn make(&self, scope: Uuid, key: DataKey) -> Result<DataKey, StoreError> {
        let row = vec![Cell::Blob(scope.as_bytes().to_vec()), Cell::Blob(self.vault.wrap(scope, &key)?)];
        match self.writer.write(Job { keys: vec![row], ..Job::default() }).await {
            Ok(_) => Ok(key),
            // Another instance was first.
            Err(error) => self.known(scope).await?.ok_or(error),
        }
    }
}
