//! Why nothing is received, in words for the operator.

/// Why nothing is received at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached.
    Network,
    /// It does not answer as it should.
    Server,
    /// It asks for less.
    TooMuch,
    /// What came cannot be written down.
    Store,
    /// What the channel keeps for itself cannot be read or written.
    Folder,
}

impl Trouble {
    /// What to tell the operator.
    pub fn words(self) -> &'static str {
        match self {
            Self::Network => {
                "the Matrix homeserver cannot be reached; nothing is lost, and it is tried again"
            }
            Self::Server => "the Matrix homeserver does not answer as it should; it is tried again",
            Self::TooMuch => "the Matrix homeserver asks the bot to slow down; it waits",
            Self::Folder => {
                "the Matrix folder cannot be read or written; is the disk full? Nothing is lost, and it is tried again"
            }
            Self::Store => "messages from Matrix cannot be written down; they are tried again",
        }
    }
}
