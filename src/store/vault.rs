//! Encryption at rest: a master key, a key per company wrapped by it, XChaCha20-Poly1305 for every value, and keyed
//! hashes to look things up by. Not here: where the keys are kept (`keyring`, `key_file`).

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use chrono::{DateTime, Utc};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{app::ports::StoreError, dialogue::ChannelKind, domain::code::Code};

/// Bytes of a key.
pub const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;
/// The form of the rows that a key opens. At first what a member may do and what a code is good for stood in open columns.
const FIRST_FORM: u8 = 1;
/// Now it is sealed.
const FORM: u8 = 2;

/// A key that seals the values of one company, or of the installation.
pub struct DataKey {
    bytes: Zeroizing<[u8; KEY_LENGTH]>,
    cipher: XChaCha20Poly1305,
    form: u8,
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

impl DataKey {
    fn new(bytes: Zeroizing<[u8; KEY_LENGTH]>, form: u8) -> Self {
        let cipher = XChaCha20Poly1305::new((&*bytes).into());
        Self { bytes, cipher, form }
    }

    /// Whether the rows that it opens have the form of before.
    pub fn is_of_before(&self) -> bool {
        self.form < FORM
    }

    /// The same key, once those rows have the newest form.
    pub fn in_newest_form(&self) -> Self {
        Self::new(self.bytes.clone(), FORM)
    }

    /// A fresh key.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn generate() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
        getrandom::fill(&mut *bytes).map_err(|_| StoreError::Damaged("no random bytes"))?;
        Ok(Self::new(bytes, FORM))
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

/// The master key: it opens the other keys.
pub struct Vault {
    master: DataKey,
}

/// What finds an address without keeping it.
pub struct Lookup(Zeroizing<[u8; KEY_LENGTH]>);

impl std::fmt::Debug for Lookup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lookup")
    }
}

impl Lookup {
    /// The lookup with a key.
    pub fn new(key: &DataKey) -> Self {
        Self(key.bytes.clone())
    }

    /// What stands in the database for a code.
    pub fn code_hash(&self, code: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(b"code|").update(code.as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// What stands in the database for a private link.
    pub fn feed_hash(&self, token: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(b"feed|").update(token.as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// A code with which one company can be started: when it was made, four random bytes, and a seal over both.
    pub fn signup_code(&self, random: [u8; 4], now: DateTime<Utc>) -> Code {
        let minutes = u32::try_from(now.timestamp() / 60).unwrap_or(0).to_be_bytes();
        let [a, b, c, d] = minutes;
        let [e, f, g, h] = random;
        let plain = [a, b, c, d, e, f, g, h];
        let mut bytes = [0; 16];
        bytes
            .iter_mut()
            .zip(plain.into_iter().chain(self.signup_seal(plain)))
            .for_each(|(to, from)| *to = from);
        Code::long(bytes)
    }

    /// When the operator made a code with which a company can be started; `None`: it is none.
    pub fn signup_made_at(&self, code: &Code) -> Option<DateTime<Utc>> {
        let bytes = code.bytes()?;
        let (plain, seal) = (bytes.first_chunk::<8>()?, bytes.last_chunk::<8>()?);
        // Hashes are compared in constant time.
        let same = blake3::hash(&self.signup_seal(*plain)) == blake3::hash(seal);
        let minutes = u32::from_be_bytes(*plain.first_chunk::<4>()?);
        DateTime::from_timestamp(i64::from(minutes) * 60, 0).filter(|_| same)
    }

    fn signup_seal(&self, plain: [u8; 8]) -> [u8; 8] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(b"signup|").update(&plain);
        hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
    }

    /// What stands in the database for an address on a channel.
    pub fn address_hash(&self, channel: ChannelKind, address: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(channel.slug().as_bytes()).update(b"|").update(address.as_bytes());
        *hasher.finalize().as_bytes()
    }
}

impl Lookup {
    /// A key for something in the folder of a channel; a new master key does not change it.
    pub fn key_of_folder(&self, channel: ChannelKind, what: &str) -> Zeroizing<[u8; KEY_LENGTH]> {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        // No address begins like this: they begin with the name of a channel.
        hasher.update(b"folder of ").update(channel.slug().as_bytes()).update(b"|").update(what.as_bytes());
        Zeroizing::new(*hasher.finalize().as_bytes())
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    /// A vault for this master key.
    pub fn new(master: Zeroizing<[u8; KEY_LENGTH]>) -> Self {
        Self { master: DataKey::new(master, FORM) }
    }

    /// The lookup key of the time when it was derived from the master key.
    pub fn derived_lookup(&self) -> DataKey {
        let bytes = blake3::derive_key("noodplan 2026 lookup of addresses", &*self.master.bytes);
        DataKey::new(Zeroizing::new(bytes), FORM)
    }

    /// Wraps a key for keeping beside the data.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn wrap(&self, scope: Uuid, key: &DataKey) -> Result<Vec<u8>, StoreError> {
        self.master.seal(&key_place(scope, key.form), &*key.bytes)
    }

    /// Unwraps a key of this scope.
    ///
    /// # Errors
    /// When it was wrapped by another master key or for another scope.
    pub fn unwrap(&self, scope: Uuid, wrapped: &[u8]) -> Result<DataKey, StoreError> {
        let in_form = |form| self.master.open(&key_place(scope, form), wrapped).map(|bytes| (bytes, form));
        let (bytes, form) = in_form(FORM).or_else(|_| in_form(FIRST_FORM))?;
        let bytes = bytes
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::Damaged("a wrapped key has another length"))?;
        Ok(DataKey::new(Zeroizing::new(bytes), form))
    }
}

/// The place of a wrapped key. The form is part of it: nobody without the master key can set it back.
fn key_place(scope: Uuid, form: u8) -> String {
    format!("dek|{scope}|{form}")
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
    fn a_wrapped_key_remembers_the_form_of_its_rows() {
        let (key, scope) = (DataKey::generate().unwrap(), Uuid::from_u128(7));
        let before = DataKey::new(key.bytes.clone(), FIRST_FORM);
        for (key, is_of_before) in [(&key, false), (&before, true), (&before.in_newest_form(), false)] {
            let read = vault(1).unwrap(scope, &vault(1).wrap(scope, key).unwrap()).unwrap();
            assert_eq!(read.is_of_before(), is_of_before);
            assert_eq!(*read.bytes, *key.bytes);
        }
    }
}
