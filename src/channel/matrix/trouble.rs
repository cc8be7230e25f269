//! Why nothing is received, in words for the operator, and how long it is before it is tried again.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::{Pauses, outcome::Outcome};

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

/// Waits while there is trouble, longer and longer.
pub struct Patience {
    pauses: Pauses,
    stop: CancellationToken,
    trouble: Option<Trouble>,
    pause: Duration,
}

impl Patience {
    /// At first there is no trouble.
    pub fn new(pauses: Pauses, stop: CancellationToken) -> Self {
        Self { pauses, stop, trouble: None, pause: pauses.first }
    }

    /// Whether this is the trouble at this moment, and was said.
    pub fn knows(&self, trouble: Trouble) -> bool {
        self.trouble == Some(trouble)
    }

    /// There is no trouble any more.
    pub fn recovered(&mut self) {
        self.pause = self.pauses.first;
        if self.trouble.take().is_some() {
            tracing::info!("Matrix is back");
        }
    }

    /// Says once what is wrong, and waits; `false` when it is time to stop.
    pub async fn waited(&mut self, outcome: Outcome) -> bool {
        let (trouble, wait) = match outcome {
            Outcome::Later(asked) => (Trouble::TooMuch, asked),
            Outcome::NotLeft => (Trouble::Network, self.longer_pause()),
            Outcome::Local => (Trouble::Folder, self.longer_pause()),
            Outcome::Refused(0) => (Trouble::Store, self.pauses.first),
            _ => (Trouble::Server, self.longer_pause()),
        };
        if self.trouble.replace(trouble) != Some(trouble) {
            tracing::error!("{}", trouble.words());
        }
        tokio::select! {
            biased;
            () = self.stop.cancelled() => false,
            () = tokio::time::sleep(wait) => true,
        }
    }

    fn longer_pause(&mut self) -> Duration {
        let pause = self.pause;
        self.pause = (pause * 2).min(self.pauses.longest);
        pause
    }
}
