//! One thing or party of a company, with the answers given about it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    contact::Contact,
    diary::Entry,
    former::Former,
    ids::{ItemId, PersonId, Slug},
    pii::Pii,
    repetition::Repetition,
};

/// What an item is. Questions with `each = "…"` are asked once for every item of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// A person on the call list.
    Contact,
    /// A firm that delivers something.
    Supplier,
    /// Something one can put a sticker on: a laptop, a till, a router.
    Device,
    /// A program or an online service.
    Software,
    /// A way in or out: internet, wifi, a link with a supplier.
    Connection,
    /// Something that is written down somewhere: customers, wages, designs.
    Data,
    /// Something that can be lost in an incident, for the recovery plan.
    Loss,
    /// Who does what by when; the words are its name.
    Agreement,
    /// Something that can happen to a thing.
    Risk,
}

impl ItemKind {
    /// Every kind, for tests and for reading the catalogue.
    pub const ALL: [Self; 9] = [
        Self::Contact,
        Self::Supplier,
        Self::Device,
        Self::Software,
        Self::Connection,
        Self::Data,
        Self::Loss,
        Self::Agreement,
        Self::Risk,
    ];

    /// The word for this kind in the catalogue and in ids of words.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Supplier => "supplier",
            Self::Device => "device",
            Self::Software => "software",
            Self::Connection => "connection",
            Self::Data => "data",
            Self::Loss => "loss",
            Self::Agreement => "agreement",
            Self::Risk => "risk",
        }
    }
}

/// What was told in answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// One of the question's choices.
    Choice(Slug),
    /// Several of the question's choices, in the catalogue's order.
    Choices(Vec<Slug>),
    /// Free words.
    Text(Pii<String>),
    /// A contact that was written down as this item.
    Item(ItemId),
    /// Several of the firm's own things.
    Items(Vec<ItemId>),
    /// What was agreed about a to-do.
    Task(Task),
    /// How many.
    Number(u32),
    /// A day.
    Date(NaiveDate),
    /// Again and again, from a first day.
    Every(Repetition),
    /// A day in a diary, with what was done on it.
    Entry(Entry),
    /// "Weet ik niet": an answer that makes a to-do.
    Unknown,
    /// "Overslaan": asked, passed over, open.
    Skipped,
    /// Nothing any more: the question is open again. What was answered before stays in the history.
    Open,
}

impl Value {
    /// Whether it tells something: not that it is not known, nor that the question was passed over or is open.
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown | Self::Skipped | Self::Open)
    }
}

/// What was agreed about a to-do: who does it, by when, and that it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Who does it: somebody on the call list.
    #[serde(default)]
    pub who: Option<ItemId>,
    /// By which day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// When it was ticked off.
    #[serde(default)]
    pub done_at: Option<DateTime<Utc>>,
}

/// One answer with where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was told.
    pub value: Value,
    /// Who told it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// Version of the catalogue that asked.
    pub catalogue: u32,
}

/// Answers by the id of their question.
pub type Answers = BTreeMap<Slug, Answer>;

/// What is kept beside an answer, in the slot with this ending. It counts until the answer is newer.
pub fn beside<'a>(answers: &'a Answers, question: &str, ending: &str) -> Option<&'a Value> {
    let told = answers.get(question)?;
    let kept = answers.get(format!("{question}-{ending}").as_str())?;
    (kept.at >= told.at).then_some(&kept.value)
}

/// One thing or party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its number within the company.
    pub id: ItemId,
    /// What it is.
    pub kind: ItemKind,
    /// What it is there for: `decider`, `deputy`, `internet`, `bank` …
    pub role: Slug,
    /// Place in the company's own order; lower comes first.
    pub rank: u32,
    /// How to reach it.
    #[serde(default)]
    pub contact: Contact,
    /// The member of the company that this is, if it is one.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The thing that this is about: a risk is about what it threatens. When the thing goes, this goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ItemId>,
    /// What a line of the call list said before it was changed, as long as that can be put back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<Former>,
    /// When somebody last called the number and it was right.
    #[serde(default)]
    pub checked_at: Option<DateTime<Utc>>,
    /// Taken off, but kept: removal can be undone and the id is never used again.
    #[serde(default)]
    pub removed: bool,
    /// What was answered about it. Stored as rows of their own.
    #[serde(skip)]
    pub answers: Answers,
}

impl Item {
    /// What was answered about it to this question.
    pub fn value(&self, question: &str) -> Option<&Value> {
        self.answers.get(question).map(|answer| &answer.value)
    }

    /// The choice that was made about it at this question.
    pub fn choice(&self, question: &str) -> Option<&str> {
        match self.value(question)? {
            Value::Choice(id) => Some(id.as_str()),
            _ => None,
        }
    }
}
