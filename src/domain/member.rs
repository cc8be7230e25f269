//! The people of one company: what each may do, and whether an owner has seen to it that they are who they say.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{ids::PersonId, pii::Pii};

/// What a person may do in a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Everything, also saying who belongs to it.
    Owner,
    /// Answers questions and sees the answers.
    Editor,
    /// Sees the call list and what to do in an emergency, and nothing else.
    Reader,
    /// An accountant or supplier: sees what is shared with them and proposes changes, which an owner accepts.
    Helper,
}

impl Role {
    /// Every role, that of the owner first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Editor, Self::Reader, Self::Helper];

    /// Its word in stored rows and in ids of messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Reader => "reader",
            Self::Helper => "helper",
        }
    }

    /// The role with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.slug() == slug)
    }
}

/// How far somebody is in becoming a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Used an invitation; an owner has not said yet that it is the right person. May see nothing.
    Accepted,
    /// An owner has said so.
    Confirmed,
}

impl Standing {
    /// Its word in stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Confirmed => "confirmed",
        }
    }

    /// The standing with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Accepted, Self::Confirmed].into_iter().find(|standing| standing.slug() == slug)
    }
}

/// Other signing keys than those by which a member is known on a channel that has such keys. Whoever runs that channel's server can make
/// them up, so until an owner says that it is them nothing is heard or said there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewKeys {
    /// What the channel knows them by.
    pub print: String,
    /// An owner said that it is somebody else.
    pub refused: bool,
}

/// One person in one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// What they may do once they are confirmed.
    pub role: Role,
    /// Whether they are.
    pub standing: Standing,
    /// What they are called here.
    pub name: Option<Pii<String>>,
    /// The three words that they and the owners see until they are confirmed.
    pub check_words: Option<Pii<String>>,
    /// The keys with which somebody writes in their name, as long as it is not settled whether it is them.
    pub new_keys: Option<NewKeys>,
    /// When they came.
    pub joined_at: DateTime<Utc>,
}

impl Member {
    /// A confirmed member without a name, who came at this instant.
    pub fn confirmed(person: PersonId, role: Role, joined_at: DateTime<Utc>) -> Self {
        let standing = Standing::Confirmed;
        Self { person, role, standing, name: None, check_words: None, new_keys: None, joined_at }
    }

    /// Whether this member may do anything at all.
    pub fn is_confirmed(&self) -> bool {
        self.standing == Standing::Confirmed
    }
}

/// The member that this person is, confirmed or not.
pub fn member(members: &[Member], person: PersonId) -> Option<&Member> {
    members.iter().find(|member| member.person == person)
}

/// The confirmed owners.
pub fn owners(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| member.role == Role::Owner && member.is_confirmed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_in_a_stored_row_is_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_slug(role.slug()), Some(role));
        }
        for standing in [Standing::Accepted, Standing::Confirmed] {
            assert_eq!(Standing::from_slug(standing.slug()), Some(standing));
        }
        assert_eq!(Role::from_slug("admin"), None);
    }
}
