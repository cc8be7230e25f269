//! Names of things that never change: ids of rows and slugs of the catalogue.

use std::{borrow::Borrow, fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::fingerprint::fingerprint;

/// One company. Made from the time and randomness of the turn that starts it (UUID version 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CompanyId(pub Uuid);

impl CompanyId {
    /// A short number that stands for it in a button.
    pub fn fingerprint(self) -> u32 {
        fingerprint(self.0.as_bytes())
    }
}

/// One human being, whatever the channel (UUID version 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

/// One item of one company, counted from 1 and never used again. 0 stands for the company itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub u32);

/// A word of the catalogue: the id of a question, a choice, a section or a role.
///
/// Cheap to clone. Once published a slug keeps its meaning for ever.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(Arc<str>);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `text` can be a slug: 1 to 32 of `a-z`, `0-9` and `-`.
    pub fn is_wellformed(text: &str) -> bool {
        (1..=32).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    }
}

impl From<&str> for Slug {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
