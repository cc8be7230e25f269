//! What is remembered of every turn that changed a company: who, when, and what it was about. Never the value.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, de::IgnoredAny};

use crate::domain::{
    dossier::Slot,
    ids::{ItemId, PersonId},
    member::{Role, Standing},
    pii::Pii,
};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Somebody in a chat.
    Person(PersonId),
    /// Whoever runs the bot, from the command line.
    Operator,
    /// The program by itself, because it was time.
    Program,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Began the plan.
    Started,
    /// Answered a question.
    Answered(Slot),
    /// Took back what they answered.
    TookBack(Slot),
    /// Added an item, or changed one.
    Changed(ItemId),
    /// Took an item off.
    TookOff(ItemId),
    /// Gave somebody a place in the company.
    Member(PersonId, Role, Standing),
    /// Ended somebody's membership.
    Removed(PersonId),
    /// With that, or with another role, the company lost an owner.
    LostOwner(PersonId),
    /// Made an invitation for this role.
    Invited(Role),
    /// Writes with other signing keys than before.
    NewKeys(PersonId),
    /// Said that it is this person who writes with new keys.
    Vouched(PersonId),
    /// Said that it is somebody else.
    Disowned(PersonId),
    /// Speaks on a second channel from now on.
    Linked,
    /// Switched on a group in which everybody reads the plan along.
    GroupOn,
    /// Switched such a group off. Of the group nothing is left that says who did.
    GroupOff(PersonId),
    /// Asked for everything the company has told.
    Exported,
    /// Asked for what they answered themselves.
    GotOwnCopy,
    /// Got a file with everything that comes back.
    GotAgenda,
    /// Made a link by which an agenda fetches it.
    OpenedFeed,
    /// Took that link back.
    ClosedFeed,
    /// Asked to erase the company.
    AskedErasure,
    /// An owner agreed to erase it.
    AgreedErasure,
    /// It is not to be erased any more.
    KeptCompany,
    /// Asked that this member becomes owner, because no owner can be reached.
    AskedSuccession(PersonId),
    /// Joined in: from here on the wait for that runs.
    BeganSuccession(PersonId),
    /// Told everybody that the wait for that runs.
    ToldSuccession(PersonId),
    /// That is over: they are owner now, or somebody ended it.
    EndedSuccession,
    /// Proposed another answer.
    Proposed(Slot),
    /// Made an answer their own that this person proposed.
    TookOver(PersonId, Slot),
    /// Left an answer as it was, against what this person proposed.
    Declined(PersonId, Slot),
    /// Read what the company has told, and said why.
    BrokeGlass(Pii<String>),
    /// Put everything back from a copy; what was done after that copy was made is not there.
    Restored,
    /// Threw away what is not kept any longer of what was taken off or changed.
    ThrewAway,
    /// Something that this version of the program does not know.
    Unknown,
}

/// One turn that changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Who did it.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// What, in the order in which it was done.
    #[serde(deserialize_with = "known_or_unknown")]
    pub acts: Vec<Act>,
}

fn known_or_unknown<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Act>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Known(Act),
        Other(IgnoredAny),
    }
    let written = Vec::<Written>::deserialize(deserializer)?;
    let read = |act| match act {
        Written::Known(act) => act,
        Written::Other(IgnoredAny) => Act::Unknown,
    };
    Ok(written.into_iter().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_later_version_wrote_is_read_as_unknown() {
        let text = r#"{"by":"program","at":"2026-11-23T20:00:00Z","acts":["started","walked",{"flew":3}]}"#;
        let record: Record = serde_json::from_str(text).unwrap();
        assert_eq!(record.acts, [Act::Started, Act::Unknown, Act::Unknown]);
    }
}
