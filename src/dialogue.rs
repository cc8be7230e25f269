//! The conversation: where somebody is, what they may say next, and what that does. Pure and total.
//!
//! `step(flow, state, input, world)` decides; nothing here reads a clock, sends, stores, or can fail: a
//! misunderstanding is a reply.
//!
//! [`place`] is where somebody is, [`world`] what a turn may look at, [`offer`] what can be chosen. A channel hears [`raw`],
//! [`input`] is what that means, [`step`] says which flow answers it, and a [`draft`] gathers what comes of it: each [`change`] and
//! what is said. Most other files are a flow each, by the names in [`step::Flow`]. Within [`sitting`] each `…_question` is how one
//! kind of question is asked; each `…_words`, [`contact_line`] and [`agreement_line`] read what people type.
//!
//! Not here: sentences (Fluent), questions (the catalogue), answers (the dossier),
//! and which flow goes first (`app::routes`).

#[cfg(test)]
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    questionnaire::{
        Catalogue,
        facts::{self, Fact},
        load,
        public_numbers::{self, PublicNumber},
    },
    text::{Msg, Texts},
};

pub mod agenda;
pub mod agreement_line;
pub mod agreement_question;
pub mod agreements;
pub mod alarm;
pub mod alike;
pub mod another_party;
pub mod answers;
pub mod backup_diary;
pub mod beside_question;
pub mod call_list;
pub mod change;
pub mod command;
pub mod commands;
pub mod companies;
pub mod contact_line;
pub mod contact_question;
pub mod contradictions;
pub mod copy;
pub mod correction;
pub mod date_words;
pub mod door;
pub mod draft;
pub mod due_words;
pub mod enumeration;
pub mod explanation;
pub mod feasts;
pub mod follows;
pub mod forget;
pub mod former_line;
pub mod input;
pub mod invite;
pub mod join;
pub mod letter;
pub mod log;
pub mod lookup;
pub mod members;
pub mod menu;
pub mod more;
pub mod new_keys;
pub mod next_sitting;
pub mod noodplan;
pub mod offer;
pub mod onboarding;
pub mod one_by_one;
pub mod order_question;
pub mod outage;
pub mod parts;
pub mod person_question;
pub mod place;
pub mod played;
pub mod product_question;
pub mod proposals;
pub mod question_card;
pub mod raw;
pub mod remarks;
pub mod reminder;
pub mod results;
pub mod review;
pub mod secrets;
pub mod shared_contact;
pub mod sitting;
pub mod standing;
pub mod step;
pub mod succession;
pub mod things;
pub mod things_question;
pub mod tick_question;
pub mod todos;
pub mod value_words;
pub mod vcard;
pub mod waiting;
pub mod whose_number;
pub mod world;

pub use place::{Field, Part, Place, State, Visit};
pub use world::World;

/// Where a person writes from. It decides what can be promised about secrecy and how commands are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// The terminal of the machine that runs the program.
    Terminal,
    /// Telegram.
    Telegram,
    /// Matrix.
    Matrix,
}

impl ChannelKind {
    /// Whether the call list stands there as one message that is kept up to date.
    pub fn keeps_list_in_view(self) -> bool {
        matches!(self, Self::Telegram | Self::Matrix)
    }

    /// Whether that message is sure to be pinned. On Matrix that takes a right that the bot may not have.
    pub fn pins_for_sure(self) -> bool {
        self == Self::Telegram
    }

    /// Whether a message that is changed or wiped there changes what it answered. On Telegram a change is only remarked on,
    /// and the bot does not hear of what is wiped.
    pub fn takes_corrections(self) -> bool {
        self != Self::Telegram
    }

    /// Its name in stored rows and as a key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Telegram => "telegram",
            Self::Matrix => "matrix",
        }
    }
}

/// What the bot knows by heart: the questions, the public numbers and the words.
#[derive(Debug)]
pub struct Content {
    /// The questions.
    pub catalogue: Catalogue,
    /// The numbers that everybody may call.
    pub public_numbers: Vec<PublicNumber>,
    /// The words.
    pub texts: Texts,
}

impl Content {
    /// The content that is built into the program.
    ///
    /// # Errors
    /// Every mistake in every file at once, each as `file:line: what`.
    pub fn built_in() -> Result<Self, Vec<String>> {
        let catalogue =
            load::built_in().map_err(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>());
        let public_numbers =
            public_numbers::built_in().map_err(|error| vec![format!("public-numbers.toml: {error}")]);
        let facts = facts::built_in().map_err(|error| vec![format!("facts.toml: {error}")]);
        match (catalogue, public_numbers, facts, Texts::built_in()) {
            (Ok(catalogue), Ok(public_numbers), Ok(facts), Ok(mut texts)) => {
                texts.know(&facts.iter().flat_map(said_of).collect::<Vec<_>>());
                Ok(Self { catalogue, public_numbers, texts })
            }
            (catalogue, public_numbers, facts, texts) => {
                let mistakes = [catalogue.err(), public_numbers.err(), facts.err(), texts.err()];
                Err(mistakes.into_iter().flatten().flatten().collect())
            }
        }
    }
}

/// The content that is built in, read once for all tests.
#[cfg(test)]
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| Content::built_in().unwrap());

/// What texts can say of a fact, by name: `cyber-law-date`.
fn said_of(fact: &Fact) -> Vec<(String, Msg)> {
    let number = |number: u32| Msg::new("told").told("text", &number.to_string());
    let day = |day: NaiveDate| Msg::new("date").date("date", day);
    let parts = [
        ("date", fact.date.map(day)),
        ("number", fact.number.map(number)),
        ("link", fact.link.as_ref().map(|link| Msg::new("told").told("text", link))),
        ("checked", Some(day(fact.checked_on))),
    ];
    parts.into_iter().filter_map(|(part, said)| Some((format!("{}-{part}", fact.id), said?))).collect()
}
