//! A message on its way out, as it passes from a turn to the store and the channels.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::ports::ConversationKey,
    dialogue::step::Lane,
    domain::{ids::CompanyId, pii::Pii, schedule::series::Said},
    text::Rich,
};

/// One thing to choose, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What comes back when it is tapped.
    pub token: String,
}

/// A message on its way out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Its id, made before it is sent (UUID version 7).
    pub id: Uuid,
    /// Where it goes.
    pub conversation: ConversationKey,
    /// How urgent it is.
    pub lane: LaneKind,
    /// What it says.
    pub text: Rich,
    /// What can be chosen.
    pub buttons: Vec<Button>,
    /// Whom to call, for channels on which a card can be tapped to do so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactCard>,
    /// Files that go with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// It stays in view: it takes the place of the last one of its kind, wherever that stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// A way to share one's own number, for channels that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_number: Option<OwnNumber>,
    /// From then on it is not sent any more: a reminder of today says nothing at night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_until: Option<DateTime<Utc>>,
    /// What is said instead of a message with a code when nobody knows whether that arrived: it is never sent twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_doubt: Option<Rich>,
    /// What it was decided on, if it is a reminder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminds: Option<Reminds>,
    /// The signing keys by which whoever it is for is known from now on, on a channel that has such keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trusts: Option<String>,
    /// The event that it answers, for channels where an answer stands with what it answers: in a group, or in a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// It is not in the outbox, because nothing of its turn could be written.
    #[serde(skip)]
    pub unwritten: bool,
    /// Its channel is not collected where it was decided. Whoever has that channel takes it from the outbox.
    #[serde(skip)]
    pub elsewhere: bool,
}

impl Outgoing {
    /// A message that says this and brings nothing else.
    pub fn new(id: Uuid, conversation: ConversationKey, lane: LaneKind, text: Rich) -> Self {
        Self {
            id,
            conversation,
            lane,
            text,
            buttons: Vec::new(),
            contacts: Vec::new(),
            attachments: Vec::new(),
            pinned: false,
            own_number: None,
            good_until: None,
            in_doubt: None,
            reminds: None,
            trusts: None,
            answers: None,
            unwritten: false,
            elsewhere: false,
        }
    }
}

/// What a reminder was decided on. It says what is so for as long as nobody in the company tells anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminds {
    /// The company that it is about.
    pub company: CompanyId,
    /// The version of that company.
    pub version: u64,
    /// Everything up to here was said before.
    pub after: DateTime<Utc>,
    /// What it says.
    pub said: Vec<Said>,
}

/// A way to share one's own number with one tap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnNumber {
    /// What it is for.
    pub text: String,
    /// What the key says.
    pub label: String,
}

/// A file on its way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name, which nobody's words are part of.
    pub name: String,
    /// What it is, for channels that ask: `text/calendar`.
    pub media_type: String,
    /// What stands in it.
    #[serde(with = "as_base64")]
    pub bytes: Pii<Vec<u8>>,
}

/// Bytes in the JSON of a stored message.
mod as_base64 {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::domain::pii::Pii;

    pub fn serialize<S: Serializer>(bytes: &Pii<Vec<u8>>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(&bytes.0))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Pii<Vec<u8>>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map(Pii).map_err(|_| D::Error::custom("no base64"))
    }
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactCard {
    /// Who, as on the call list.
    pub name: Pii<String>,
    /// The number as it is dialled.
    pub phone: Pii<String>,
}

/// The lane of a message on its way out; the order is the order of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneKind {
    /// The emergency plan.
    Emergency,
    /// Answers to what somebody just did.
    Interactive,
    /// News for somebody who did not ask.
    Notice,
    /// What nobody waits for: paced, and at most once.
    Reminder,
}

impl From<Lane> for LaneKind {
    fn from(lane: Lane) -> Self {
        match lane {
            Lane::Emergency => Self::Emergency,
            Lane::Interactive => Self::Interactive,
            Lane::Notice => Self::Notice,
            Lane::Reminder => Self::Reminder,
        }
    }
}
