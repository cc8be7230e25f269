//! The conversation: where somebody is, what they may say next, and what that does. Pure and total.
//!
//! `step(flow, state, input, world)` decides; nothing here reads a clock, sends, stores, or can fail: a
//! misunderstanding is a reply. Not here: sentences (Fluent), questions (the catalogue), answers (the dossier),
//! and which flow goes first (`app::routes`).

#[cfg(test)]
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        dossier::Slot,
        ids::{ItemId, PersonId, Slug},
    },
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
pub mod listing;
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
pub mod world;

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

    /// Its name in stored rows and as a key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Telegram => "telegram",
            Self::Matrix => "matrix",
        }
    }
}

/// Which part of a contact question is being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The question itself.
    #[default]
    Whole,
    /// The name is still missing.
    Name,
    /// The number is still missing.
    Number,
    /// There are several numbers; which one to call first.
    Which,
    /// The product that was named may be one of several versions.
    Exact,
    /// Something hangs on what was unticked: does it go all the same?
    Leaving,
}

/// Why a question is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visit {
    /// On the way through the section.
    #[default]
    Walk,
    /// To change one answer and go back to the list of answers.
    Change,
    /// On the way through the questions about one thing.
    About,
    /// To change one answer about a thing and go back to it.
    Fix,
    /// To do what is on the list of to-dos, and go back to it.
    Todo,
    /// To tell about an agreement and go back to it.
    Agreement,
    /// To change one answer in a review and go on with it.
    Review,
}

impl Visit {
    /// On the way through questions, with a next one behind every answer.
    pub fn goes_on(self) -> bool {
        matches!(self, Self::Walk | Self::About)
    }
}

/// A part of a call-list line that can be changed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Who to ask for.
    Name,
    /// What to dial.
    Number,
    /// When they answer.
    Hours,
    /// Customer number with a supplier.
    CustomerNumber,
    /// Contract number with a supplier.
    ContractNumber,
}

impl Field {
    /// Every field, in the order of offering.
    pub const ALL: [Self; 5] =
        [Self::Name, Self::Number, Self::Hours, Self::CustomerNumber, Self::ContractNumber];

    /// Its word in ids of messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Hours => "hours",
            Self::CustomerNumber => "customer-number",
            Self::ContractNumber => "contract-number",
        }
    }
}

/// Where somebody is in the conversation. It holds no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Never greeted.
    #[default]
    Stranger,
    /// Greeted; asked whether it is all right to begin.
    Welcome,
    /// Greeted after bringing a code with which one may start a company.
    LetIn,
    /// Asked whether something is wrong right now.
    Trouble,
    /// A question of the catalogue.
    Question {
        /// Which one, about what.
        slot: Slot,
        /// Which part of it.
        #[serde(default)]
        part: Part,
        /// Why it is asked.
        #[serde(default)]
        visit: Visit,
    },
    /// The menu.
    Menu,
    /// What is not needed every day.
    More,
    /// What follows from the answers: the views, to choose one.
    Results,
    /// The views that are not looked at every day, to choose one.
    MoreResults,
    /// Suppliers, connections and devices, to choose which one fails.
    WhatIf {
        /// Page, counted from 0.
        page: u16,
    },
    /// The answers of one section, to choose one and change it.
    Answers {
        /// The section.
        section: Slug,
        /// Page, counted from 0.
        page: u16,
    },
    /// The things of the firm, to look at them and change them.
    Things(things::At),
    /// The to-dos.
    Todos(todos::list::At),
    /// A letter to a supplier, and what they answer.
    Letter(letter::At),
    /// The log.
    Log {
        /// Page, counted from 0.
        page: u16,
    },
    /// On the way to being forgotten.
    Forget(forget::Forgetting),
    /// Offered a copy of everything of the company.
    Copy,
    /// The call list, to choose a line and change it.
    Lines {
        /// A line that was just taken off and can be put back.
        undo: Option<ItemId>,
    },
    /// What comes back, and when.
    Agenda(agenda::Spot),
    /// One line of the call list.
    Line(ItemId),
    /// One part of one line is being typed anew.
    LineField(ItemId, Field),
    /// What waits for this person.
    Waiting,
    /// The people of the company, to choose one.
    Members,
    /// One of them.
    Member(PersonId),
    /// Asked whether it is sure that this member goes.
    RemoveMember(PersonId),
    /// Somebody is invited: as what?
    Invite,
    /// Somebody is to become owner because no owner can be reached: who; or, when somebody was chosen, whether that is sure.
    Succession(Option<PersonId>),
    /// A helper proposes another answer.
    Propose {
        /// The section among whose answers they were.
        section: Slug,
        /// To what.
        slot: Slot,
    },
    /// The companies of this person, to choose one.
    Companies,
    /// The parts of the questionnaire, to choose one.
    Parts,
    /// Among the agreements.
    Agreements(agreements::Spot),
    /// The backup diary.
    BackupDiary {
        /// The day that is being written down.
        on: NaiveDate,
    },
    /// Asked since when something is wrong, to find a backup from before.
    SafeBackup,
    /// In the six-monthly review.
    Review {
        /// What is on the screen.
        spot: review::Spot,
        /// An item that was just taken off and can be put back.
        undo: Option<ItemId>,
    },
}

/// The position of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct State {
    /// Where the person is.
    pub place: Place,
    /// The emergency plan lies on top: what is typed now is no answer to what lies under it.
    #[serde(default)]
    pub in_noodplan: bool,
}

impl State {
    /// The position for somebody who belongs to no company, whatever it was when they did.
    pub fn of_outsider(self) -> Self {
        match self.place {
            Place::Stranger | Place::Welcome | Place::LetIn => self,
            _ => Self { place: Place::Stranger, ..self },
        }
    }
}

impl From<Place> for State {
    fn from(place: Place) -> Self {
        Self { place, in_noodplan: false }
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
