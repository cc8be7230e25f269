//! What the operator can ask of the program on the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::channel::terminal::Chat;

/// What the program can do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Chat in this terminal.
    Chat(ChatFlags),
    /// Look whether everything is set up right, and report every problem.
    Check,
    /// List the companies by id and numbers; never what they told.
    Companies {
        /// Show this one from within. Needs --break-glass.
        #[arg(value_name = "COMPANY", requires = "break_glass")]
        company: Option<Uuid>,
        /// Why you must see what a company told. It goes into the company's log, and its owners are told.
        #[arg(long, value_name = "REASON", requires = "company")]
        break_glass: Option<String>,
    },
    /// Make a code with which one company can be started within 72 hours, for when `NOODPLAN_SIGNUP` is `code`.
    SignupCode,
    /// Erase a company at once, with its key. Stop the bot first.
    Erase {
        /// The company, as `noodplan companies` lists it.
        #[arg(value_name = "COMPANY")]
        company: Uuid,
        /// Really do it.
        #[arg(long)]
        yes: bool,
    },
    /// Make a member owner where no owner can be reached. Everybody is told, it takes 72 hours, and every owner can stop it. Stop
    /// the bot first, and start it again.
    Recover {
        /// The company, as `noodplan companies` lists it.
        #[arg(value_name = "COMPANY")]
        company: Uuid,
        /// Who becomes owner. Without this the members are listed, by id and role.
        #[arg(long, value_name = "PERSON")]
        member: Option<Uuid>,
    },
    /// Say that all of the data was put back from a copy, where the program cannot see it: with the file `epoch`, or on PostgreSQL.
    /// Nothing old is sent again, and codes of before work no more. Stop the bot first, and start it again.
    Restored,
    /// Fetch newer dates on which products stop getting updates. Never needed: the program brings its own.
    RefreshEndOfLife {
        /// The site to fetch them from.
        #[arg(long, value_name = "URL", default_value = crate::operate::refresh::SITE)]
        from: String,
    },
    /// The master key: replace it, keep a copy elsewhere, get it back.
    #[command(subcommand)]
    Key(KeyCommand),
}

/// What can be done with the master key.
#[derive(Clone, Debug, Subcommand)]
pub enum KeyCommand {
    /// Make a new master key and wrap every other key with it. Stop the bot first. Can be broken off and begun again.
    Rotate,
    /// Write the master key to a new file that only one age identity can open. Keep that file far from this machine.
    Escrow {
        /// The age recipient, age1…
        #[arg(long, value_name = "RECIPIENT")]
        to: String,
        /// The file to make.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Put a lost master key back from what `escrow` wrote. Never over a key that is there.
    Restore {
        /// What `escrow` wrote.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The file with the age identity.
        #[arg(long, value_name = "FILE")]
        identity: PathBuf,
    },
}

/// How to chat in the terminal.
#[derive(Clone, Debug, Default, Args)]
pub struct ChatFlags {
    /// Who speaks, so that several people can be tried on one machine.
    #[arg(long = "as", value_name = "NAME")]
    speaker: Option<String>,
    /// The language to meet them in: nl or en.
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// Write a transcript to this file.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
}

impl ChatFlags {
    /// The chat that these flags ask for, with a folder for the files that come; who speaks and in which language come from the machine if not given.
    pub fn chat(&self, files: &Path) -> Chat {
        let machine = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
        let language = machine.filter(|tag| tag.starts_with("en_")).map_or("nl", |_| "en");
        Chat {
            speaker: self.speaker.clone().unwrap_or_else(|| "eigenaar".into()),
            language_tag: self.lang.clone().unwrap_or_else(|| language.into()),
            record: self.record.clone(),
            files: files.to_owned(),
        }
    }
}
