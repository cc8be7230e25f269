//! What a channel heard, before it is understood. Kept in the inbox as it is, so older forms must stay readable.

use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{outage::Outage, reminder::Tick},
    domain::pii::Pii,
};

/// What a channel heard, before it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Raw {
    /// Words.
    Text(Pii<String>),
    /// An earlier message reads otherwise now.
    Corrected {
        /// The earlier message, by the channel's own id.
        of: String,
        /// What it says now.
        text: Pii<String>,
    },
    /// An earlier message, or a tap, was wiped.
    TakenBack {
        /// The earlier message, by the channel's own id.
        of: String,
    },
    /// A button, by the token it carried.
    Tap(String),
    /// A contact that was shared: what the card says as text, as vCard or as name and number.
    Contact(Pii<String>),
    /// Something that is neither: a photo, a voice message, a sticker.
    Other(Media),
    /// Something was said with other signing keys than those by which whoever said it is known: which ones, and nothing of what.
    NewKeys(String),
    /// Something that happened in a group.
    InGroup(InGroup),
    /// An event as it came, which no version so far can read. It is kept and not handled.
    Unread(Pii<String>),
    /// Nothing was said: the clock has something to say.
    Tick(Tick),
    /// Nothing was said: the program was away for so long that messages were lost.
    Outage(Outage),
}

/// What happens in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InGroup {
    /// Somebody asks for the emergency plan; the address of their own chat says who.
    Plan(Pii<String>),
    /// Somebody asks for it without a name.
    Anonymous,
    /// Somebody taps "switch on".
    On(Pii<String>),
    /// Somebody taps "switch off".
    Off(Pii<String>),
    /// The bot was taken out of the group.
    Gone,
    /// The group had this address before.
    CameFrom(Pii<String>),
}

/// Something the bot cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Media {
    /// A picture or a film.
    Picture,
    /// A voice message.
    Voice,
    /// A place on the map.
    Location,
    /// A file that is no contact.
    File,
    /// An earlier message that was changed.
    Edited,
    /// A message whose key did not come.
    Undecryptable,
    /// Anything else.
    Something,
}

impl Media {
    /// Its key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Voice => "voice",
            Self::Location => "location",
            Self::File => "file",
            Self::Edited => "edited",
            Self::Undecryptable => "undecryptable",
            Self::Something => "something",
        }
    }
}
