//! Encryption at rest: a master key in a file, a key per company wrapped by it, XChaCha20-Poly1305 for every value,
//! and keyed hashes to look things up by.

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{app::ports::StoreError, dialogue::ChannelKind};

const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;

/// Why the master key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or made.
    #[error("the key file {path} cannot be read or made: {source}")]
    Io {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// It is there but is no key.
    #[error("the key file {0} holds {1} bytes; a master key has 32")]
    Length(String, usize),
    /// The machine gives no random bytes.
    #[error("this machine gives no random bytes")]
    NoRandomness,
}

/// A key that seals the values of one company, or of the installation.
pub struct DataKey {
    bytes: Zeroizing<[u8; KEY_LENGTH]>,
    cipher: XChaCha20Poly1305,
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

impl DataKey {
    fn new(bytes: Zeroizing<[u8; KEY_LENGTH]>) -> Self {
        let cipher = XChaCha20Poly1305::new((&*bytes).into());
        Self { bytes, cipher }
    }

    /// A fresh key.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn generate() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
        getrandom::fill(&mut *bytes).map_err(|_| StoreError::Damaged("no random bytes"))?;
        Ok(Self::new(bytes))
    }

    /// Seals a value. `place` says which column of which row it belongs to; it opens nowhere else.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn seal(&self, place: &str, value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0; NONCE_LENGTH];
        getrandom::fill(&mut nonce).map_err(|_| StoreError::Damaged("no random bytes"))?;
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: value, aad: place.as_bytes() })
            .map_err(|_| StoreError::Damaged("a value is too long to seal"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens a value that was sealed for this place.
    ///
    /// # Errors
    /// When it was sealed with another key or for another place, or was changed since.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let damaged = StoreError::Damaged("sealed with another key, for another place, or changed");
        let Some((nonce, sealed)) = sealed.split_first_chunk::<NONCE_LENGTH>() else { return Err(damaged) };
        self.cipher
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: place.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| damaged)
    }
}

/// The master key and what is derived from it.
pub struct Vault {
    master: DataKey,
    lookup: Zeroizing<[u8; KEY_LENGTH]>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    /// A vault for this master key.
    pub fn new(master: Zeroizing<[u8; KEY_LENGTH]>) -> Self {
        let lookup = Zeroizing::new(blake3::derive_key("noodplan 2026 lookup of addresses", &*master));
        Self { master: DataKey::new(master), lookup }
    }

    /// The vault for the key in a file, which is made on the first start, readable by its owner only.
    ///
    /// # Errors
    /// When the file cannot be read or made, or is no key.
    pub fn open_file(path: &Path) -> Result<Self, KeyFileError> {
        let io = |source| KeyFileError::Io { path: path.display().to_string(), source };
        match fs::File::open(path) {
            Ok(mut file) => {
                let mut bytes = Zeroizing::new(Vec::new());
                file.read_to_end(&mut bytes).map_err(io)?;
                let length = bytes.len();
                let key: [u8; KEY_LENGTH] = bytes
                    .as_slice()
                    .try_into()
                    .map_err(|_| KeyFileError::Length(path.display().to_string(), length))?;
                Ok(Self::new(Zeroizing::new(key)))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut key = Zeroizing::new([0; KEY_LENGTH]);
                getrandom::fill(&mut *key).map_err(|_| KeyFileError::NoRandomness)?;
                let mut file =
                    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(io)?;
                file.write_all(&*key).and_then(|()| file.sync_all()).map_err(io)?;
                Ok(Self::new(key))
            }
            Err(error) => Err(io(error)),
        }
    }

    /// Wraps a key for keeping beside the data.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn wrap(&self, scope: Uuid, key: &DataKey) -> Result<Vec<u8>, StoreError> {
        self.master.seal(&format!("dek|{scope}|1"), &*key.bytes)
    }

    /// Unwraps a key of this scope.
    ///
    /// # Errors
    /// When it was wrapped by another master key or for another scope.
    pub fn unwrap(&self, scope: Uuid, wrapped: &[u8]) -> Result<DataKey, StoreError> {
        let bytes = self.master.open(&format!("dek|{scope}|1"), wrapped)?;
        let bytes = bytes
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::Damaged("a wrapped key has another length"))?;
        Ok(DataKey::new(Zeroizing::new(bytes)))
    }

    /// What stands in the database for an address on a channel.
    pub fn address_hash(&self, channel: ChannelKind, address: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.lookup);
        hasher.update(channel.slug().as_bytes()).update(b"|").update(address.as_bytes());
        *hasher.finalize().as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(byte: u8) -> Vault {
        Vault::new(Zeroizing::new([byte; KEY_LENGTH]))
    }

    #[test]
    fn a_value_opens_only_where_it_was_sealed() {
        let key = DataKey::generate().unwrap();
        let sealed = key.seal("answers|1", b"Fatima").unwrap();
        assert_eq!(&**key.open("answers|1", &sealed).unwrap(), b"Fatima");
        assert!(key.open("answers|2", &sealed).is_err());
        assert!(DataKey::generate().unwrap().open("answers|1", &sealed).is_err());
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(key.open("answers|1", &changed).is_err(), "byte {place}");
        }
    }

    #[test]
    fn a_wrapped_key_opens_only_with_its_master_and_scope() {
        let key = DataKey::generate().unwrap();
        let scope = Uuid::from_u128(7);
        let wrapped = vault(1).wrap(scope, &key).unwrap();
        assert_eq!(*vault(1).unwrap(scope, &wrapped).unwrap().bytes, *key.bytes);
        assert!(vault(2).unwrap(scope, &wrapped).is_err());
        assert!(vault(1).unwrap(Uuid::from_u128(8), &wrapped).is_err());
    }

    #[test]
    fn the_key_file_is_made_once_and_only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let first = Vault::open_file(&path).unwrap();
        let again = Vault::open_file(&path).unwrap();
        assert_eq!(*first.lookup, *again.lookup);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&path, b"short").unwrap();
        assert!(matches!(Vault::open_file(&path), Err(KeyFileError::Length(_, 5))));
    }
}
