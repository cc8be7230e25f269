//! What a helper proposes: another answer to a question. It changes nothing until an owner makes it their own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    contact::Contact,
    dossier::Slot,
    ids::{ItemId, PersonId, Slug},
    item::Value,
    pii::Pii,
};

/// One proposal of a company, never used again: the instant at which it was made, in milliseconds since 1970, or the next
/// free number after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalId(pub u64);

/// The answer that is proposed, as it was given. What it comes to is decided when an owner accepts it, by the rules that hold
/// for an owner who says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proposed {
    /// One of the choices.
    Choice(Slug),
    /// These of the choices, and no others.
    Choices(Vec<Slug>),
    /// These of the firm's things, in this order.
    Items(Vec<ItemId>),
    /// Words.
    Text(Pii<String>),
    /// Somebody to call.
    Contact(Contact),
    /// That nobody knows.
    Unknown,
}

/// An answer that a helper proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Which one.
    pub id: ProposalId,
    /// Who proposes it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// To what.
    pub slot: Slot,
    /// What.
    pub proposed: Proposed,
    /// The answer that stood there then.
    pub before: Option<Value>,
}

impl Proposal {
    /// Whether the answer is another one by now.
    pub fn is_stale(&self, now: Option<&Value>) -> bool {
        self.before.as_ref() != now
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_proposal_is_stale_once_the_answer_is_another_one() {
        let proposal = |before| Proposal {
            id: ProposalId(1),
            by: PersonId(Uuid::nil()),
            at: DateTime::UNIX_EPOCH,
            slot: Slot::own("company-name"),
            proposed: Proposed::Unknown,
            before,
        };
        assert!(!proposal(None).is_stale(None));
        assert!(proposal(None).is_stale(Some(&Value::Unknown)));
        assert!(proposal(Some(Value::Unknown)).is_stale(None));
        assert!(!proposal(Some(Value::Unknown)).is_stale(Some(&Value::Unknown)));
        assert!(proposal(Some(Value::Unknown)).is_stale(Some(&Value::Skipped)));
    }
}
