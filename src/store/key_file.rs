//! The master key in a file: made on the first start, replaced when it is rotated.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use crate::store::{
    vault::{KEY_LENGTH, Vault},
    whole_file::{self, beside, sync_folder},
};

/// The bytes of a master key.
pub type Master = Zeroizing<[u8; KEY_LENGTH]>;

/// Why the master key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or made.
    #[error("the key file {path} cannot be read or made: {source}")]
    Io {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// It is there but is no key.
    #[error("the key file {0} holds {1} bytes; a master key has 32")]
    Length(String, usize),
    /// The machine gives no random bytes.
    #[error("this machine gives no random bytes")]
    NoRandomness,
}

/// Where the master key is, and where the next one is while it is being rotated.
#[derive(Clone, Debug)]
pub struct KeyFile {
    path: PathBuf,
}

impl KeyFile {
    /// The key file at this path.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The vault for the key, which is made if there is none, readable by its owner only.
    ///
    /// # Errors
    /// When the file cannot be read or made, or is no key.
    pub fn open(&self) -> Result<Vault, KeyFileError> {
        match self.read() {
            Err(KeyFileError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                make(&self.path).map(Vault::new)
            }
            read => read.map(Vault::new),
        }
    }

    /// The key itself.
    ///
    /// # Errors
    /// When the file cannot be read, or is no key.
    pub fn read(&self) -> Result<Master, KeyFileError> {
        read(&self.path)
    }

    /// Writes a key that comes back from elsewhere; never over another.
    ///
    /// # Errors
    /// When there is a key already, or the file cannot be made.
    pub fn put_back(&self, master: &Master) -> Result<(), KeyFileError> {
        if self.path.exists() {
            return Err(failed(&self.path, ErrorKind::AlreadyExists.into()));
        }
        write(&self.path, master)
    }

    /// Whether a rotation was begun and not finished.
    pub fn is_rotating(&self) -> bool {
        self.next().exists()
    }

    /// The next key; made if the rotation begins now.
    ///
    /// # Errors
    /// When it cannot be read or made.
    pub fn next_key(&self) -> Result<Master, KeyFileError> {
        let next = self.next();
        if next.exists() { read(&next) } else { make(&next) }
    }

    /// Makes the next key the only one. Nothing may be wrapped by the old one any more.
    ///
    /// # Errors
    /// When the file cannot take its place.
    pub fn retire(&self) -> Result<(), KeyFileError> {
        let io = |source| failed(&self.path, source);
        // Only the name goes with the file; what stood in it is written over first.
        OpenOptions::new()
            .write(true)
            .open(&self.path)
            .and_then(|mut file| file.write_all(&[0; KEY_LENGTH]).and_then(|()| file.sync_all()))
            .map_err(io)?;
        fs::rename(self.next(), &self.path).map_err(io)?;
        sync_folder(&self.path).map_err(io)
    }

    fn next(&self) -> PathBuf {
        beside(&self.path, ".new")
    }
}

fn failed(path: &Path, source: io::Error) -> KeyFileError {
    KeyFileError::Io { path: path.display().to_string(), source }
}

fn read(path: &Path) -> Result<Master, KeyFileError> {
    let mut bytes = Zeroizing::new(Vec::new());
    let mut file = fs::File::open(path).map_err(|source| failed(path, source))?;
    file.read_to_end(&mut bytes).map_err(|source| failed(path, source))?;
    let key = bytes.as_slice().try_into();
    key.map(Zeroizing::new).map_err(|_| KeyFileError::Length(path.display().to_string(), bytes.len()))
}

fn make(path: &Path) -> Result<Master, KeyFileError> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    getrandom::fill(&mut *key).map_err(|_| KeyFileError::NoRandomness)?;
    write(path, &key)?;
    Ok(key)
}

fn write(path: &Path, key: &Master) -> Result<(), KeyFileError> {
    whole_file::write(path, &**key).map_err(|source| failed(path, source))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_key_file_is_made_once_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::new(&folder.path().join("master.key"));
        file.open().unwrap();
        let first = file.read().unwrap();
        file.open().unwrap();
        assert_eq!(*first, *file.read().unwrap());
        assert_eq!(fs::metadata(file.path()).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(file.put_back(&first).is_err());
        fs::write(file.path(), b"short").unwrap();
        assert!(matches!(file.open(), Err(KeyFileError::Length(_, 5))));
    }

    #[test]
    fn the_next_key_is_the_same_until_it_is_the_only_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::new(&folder.path().join("master.key"));
        file.open().unwrap();
        assert!(!file.is_rotating());
        let next = file.next_key().unwrap();
        assert_eq!(*next, *file.next_key().unwrap());
        assert!(file.is_rotating());
        file.retire().unwrap();
        assert_eq!(*next, *file.read().unwrap());
        assert!(!file.is_rotating());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
