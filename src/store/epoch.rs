//! Whether a database went on from where it was, or was put back from a copy: a token lies in a file that no copy holds, and the
//! database knows it by its hash. Every hour the token is another one.
//!
//! It may be broken off anywhere. The next token is on disk, beside the file, before the database knows it; and the one before is
//! known until its file is gone.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::PoisonError,
};

use chrono::{DateTime, Utc};

use crate::{
    app::ports::StoreError,
    store::{
        read::{self, column},
        sql::SqlStore,
        whole_file,
        writer::unavailable,
    },
};

/// What the hash of a token is for.
const PRINT: &str = "noodplan 2026-11-24 print of a token of the epoch";

/// Why nothing can be said about a database, or noted.
#[derive(Debug, thiserror::Error)]
pub enum EpochError {
    /// The file with the token cannot be read or written.
    #[error("the file {path} cannot be read or written: {source}")]
    File {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// The database does not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The database does not know the token of the program that runs on it.
    #[error("the database was put back from a copy while the program ran; stop it and start it again")]
    Replaced,
}

/// A token: when it was made, and random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// In milliseconds since 1970.
    made_at: i64,
    random: [u8; 32],
}

impl Token {
    pub(super) fn make(now: DateTime<Utc>) -> Result<Self, StoreError> {
        let mut random = [0; 32];
        getrandom::fill(&mut random).map_err(|_| StoreError::Damaged("no random bytes"))?;
        Ok(Self { made_at: now.timestamp_millis(), random })
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (made_at, random) = bytes.split_first_chunk::<8>()?;
        Some(Self { made_at: i64::from_be_bytes(*made_at), random: random.try_into().ok()? })
    }

    fn bytes(&self) -> Vec<u8> {
        [self.made_at.to_be_bytes().as_slice(), &self.random].concat()
    }

    /// What the database knows it by, and when it was made.
    pub(super) fn row(&self) -> (Vec<u8>, i64) {
        (blake3::derive_key(PRINT, &self.bytes()).to_vec(), self.made_at)
    }
}

/// The file with the token.
#[derive(Clone, Debug)]
pub struct EpochFile(PathBuf);

impl EpochFile {
    /// The file in the data directory.
    pub fn new(data_dir: &Path) -> Self {
        Self(data_dir.join("epoch"))
    }

    /// Writes the next token beside the file.
    pub(super) fn prepare(&self, next: &Token) -> Result<(), EpochError> {
        whole_file::write_beside(&self.0, &next.bytes()).map_err(|source| self.failed(source))
    }

    fn take_place(&self) -> Result<(), EpochError> {
        whole_file::take_place(&self.0).map_err(|source| self.failed(source))
    }

    fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, EpochError> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(self.failed(source)),
        }
    }

    fn failed(&self, source: io::Error) -> EpochError {
        EpochError::File { path: self.0.display().to_string(), source }
    }
}

/// A file that is kept up, with the token in it that the database knows.
#[derive(Clone, Debug)]
pub struct Kept {
    file: EpochFile,
    token: Option<Token>,
}

/// How a database stands to the file beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It went on from where it was.
    Known(Token),
    /// There is nothing to hold it against: it is new here, or from before there were tokens.
    New,
    /// It was put back from a copy. On a database that several instances share: after this, if nobody has made it safe since.
    PutBack {
        /// In milliseconds since 1970.
        after: Option<i64>,
    },
}

impl SqlStore {
    /// How the database stands to this file. A token that lies beside the file and is known takes its place.
    ///
    /// # Errors
    /// When the file cannot be read, or the database does not answer.
    pub async fn standing(&self, file: &EpochFile) -> Result<Standing, EpochError> {
        let prints = self.prints().await?;
        let is_known = |token: &Token| prints.contains(&token.row().0);
        let bytes = file.read(&file.0)?;
        let token = bytes.as_deref().and_then(Token::read);
        if let Some(known) = token.filter(is_known) {
            return Ok(Standing::Known(known));
        }
        let beside = file.read(&whole_file::part_of(&file.0))?;
        if let Some(known) = beside.as_deref().and_then(Token::read).filter(is_known) {
            file.take_place()?;
            return Ok(Standing::Known(known));
        }
        let is_new = match bytes {
            // Several instances share a database, and this one was not here before.
            None => prints.is_empty() || !self.sole,
            Some(_) => false,
        };
        if is_new || !read::holds_companies(&self.readers).await? {
            return Ok(Standing::New);
        }
        let after = token.map(|token| token.made_at).filter(|_| !self.sole);
        Ok(Standing::PutBack { after })
    }

    /// Keeps this file up from here on, and puts the next token into it.
    ///
    /// # Errors
    /// When the file or the database cannot be written; it is tried again at the next turn.
    pub async fn keep_epoch(
        &self,
        file: &EpochFile,
        token: Option<Token>,
        now: DateTime<Utc>,
    ) -> Result<(), EpochError> {
        self.keep(Kept { file: file.clone(), token });
        let next = Token::make(now)?;
        file.prepare(&next)?;
        let (print, made_at) = next.row();
        sqlx::query(INSERT)
            .bind(print)
            .bind(made_at)
            .execute(&self.writing)
            .await
            .map_err(|error| unavailable(&error))?;
        self.take_place(file, token, next).await
    }

    /// Puts the next token into the file that is kept up, if there is one.
    pub(super) async fn next_epoch(&self, now: DateTime<Utc>) -> Result<(), EpochError> {
        let kept = self.epoch.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(Kept { file, token }) = kept else { return Ok(()) };
        if let Some(token) = token
            && !self.prints().await?.contains(&token.row().0)
            && !self.was_made_safe_after(token).await?
        {
            // The file stays as it is, so that the next start sees it.
            return Err(EpochError::Replaced);
        }
        self.keep_epoch(&file, token, now).await
    }

    /// Lets the next token take its place, which the database knows already, and forgets the one before.
    pub(super) async fn take_place(
        &self,
        file: &EpochFile,
        before: Option<Token>,
        next: Token,
    ) -> Result<(), EpochError> {
        file.take_place()?;
        self.keep(Kept { file: file.clone(), token: Some(next) });
        let forget = match before {
            _ if self.sole => Some((FORGET_OTHERS, next)),
            before => before.map(|before| (FORGET, before)),
        };
        if let Some((statement, token)) = forget {
            sqlx::query(statement)
                .bind(token.row().0)
                .execute(&self.writing)
                .await
                .map_err(|error| unavailable(&error))?;
        }
        Ok(())
    }

    fn keep(&self, kept: Kept) {
        *self.epoch.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }

    async fn prints(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = sqlx::query("SELECT print FROM epochs").fetch_all(&self.readers).await;
        let rows = rows.map_err(|error| unavailable(&error))?;
        rows.iter().map(|row| column(row, 0)).collect()
    }

    async fn was_made_safe_after(&self, token: Token) -> Result<bool, StoreError> {
        let put_back_at = read::put_back_at(&self.readers).await?;
        Ok(!self.sole && put_back_at.is_some_and(|at| at >= token.made_at))
    }
}

/// Lets the database know a token.
pub(super) const INSERT: &str = "INSERT INTO epochs (print, made_at) VALUES ($1, $2)";
const FORGET: &str = "DELETE FROM epochs WHERE print = $1";
/// Where nobody else writes, every other token is an old one.
const FORGET_OTHERS: &str = "DELETE FROM epochs WHERE print <> $1";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_from_its_bytes_and_from_no_others() {
        let token = Token::make(DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(Token::read(&token.bytes()), Some(token));
        for length in [0, 8, 39, 41] {
            assert_eq!(Token::read(&vec![7; length]), None, "{length}");
        }
        assert_ne!(Token::make(DateTime::UNIX_EPOCH).unwrap().row(), token.row());
    }
}
