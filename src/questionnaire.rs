//! What is asked: questions are data, read from the catalogue and checked as a whole.
//!
//! Not here: the wording (Fluent), the answers (the dossier), and how a question looks in a chat.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Deserializer};

use crate::domain::{
    dossier::Slot,
    end_of_life::{Outcome, Status, Table},
    ids::Slug,
    item::{ItemKind, Value},
};

pub mod endings;
pub mod facts;
pub mod judgement;
pub mod letters;
pub mod load;
pub mod products;
pub mod public_numbers;
pub mod walk;

use letters::Letters;

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One of the choices.
    Single,
    /// Any number of the choices.
    Many,
    /// Free words, one line or a few.
    Text,
    /// Somebody with a name and a number.
    Contact,
    /// The order of the call list.
    Order,
    /// Somebody from the call list, or somebody new.
    Person,
    /// A day.
    Date,
    /// Some of the firm's own things.
    Items,
    /// When something is due: a day, or again and again.
    Due,
    /// Who does what and when, one line each.
    Agreement,
}

/// One possible answer to a closed question, or a way out of an open one ("niemand").
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id, unique within the question.
    pub id: Slug,
    /// The to-do that this answer makes.
    pub todo: Option<Slug>,
    /// Means the person who answers: "dat ben ik". Only for contacts.
    #[serde(default)]
    pub myself: bool,
    /// Means the day that is so many days after today. Only for dates.
    pub in_days: Option<u16>,
    /// The same in months, as a calendar counts them. A choice of a date has one of the two.
    pub in_months: Option<u32>,
    /// Only offered about items of these kinds or roles; empty: about all.
    #[serde(default)]
    pub fits: Vec<Slug>,
    /// The questions about a thing whose answers say how bad this would be for it; what it hits most stands in front.
    #[serde(default)]
    pub hits: Vec<Slug>,
    /// What a later question ([`Question::offered`]) offers about the item that this tick makes.
    #[serde(default)]
    pub offers: Vec<Slug>,
    /// The choice that this one suggests to a later question ([`Suggest::Leaning`]).
    pub leans: Option<Slug>,
    /// Says too little by itself: "iets anders", "een vaste plek". Then is asked which.
    #[serde(default)]
    pub which: bool,
    /// Stands for every number up to this one that the choices before it do not take.
    pub up_to: Option<u32>,
    /// Only offered when an earlier answer was so: who works alone has no colleagues. What was chosen before stays there.
    pub show_if: Option<ShowIf>,
}

/// Condition on an earlier answer. It looks back, never forward; there are no jumps, and no more than one or the other.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowIf {
    /// The earlier question: about the same item if both are asked per item; about any item if only that one is; else
    /// about the company.
    pub question: Slug,
    /// Choices of which one must have been given; empty: any known answer will do. Of a question that chooses things
    /// ([`Kind::Items`]) it must have been the thing itself, of one that tells somebody ([`Kind::Contact`]) that somebody, if
    /// they have customers. A choice that means the person who answers is given by naming any member.
    #[serde(default)]
    pub any_of: Vec<Slug>,
    /// Choices of which none may have been given; any other known answer will do.
    #[serde(default)]
    pub none_of: Vec<Slug>,
    /// What the support dates must say today about the product that was named. Only for a question about a product.
    #[serde(default)]
    pub support: Vec<Told>,
    /// Also when it was not known or passed over: not knowing is no reason to leave out what matters most. Only where
    /// choices are named.
    #[serde(default)]
    pub or_unknown: bool,
    /// How long ago the day must be that was told. Only for a question about a day.
    pub day: Option<Age>,
}

/// How long ago a day was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// So long that a maker from whom nothing came since has probably stopped.
    Old,
    /// Not so long, or not known.
    NotOld,
}

/// A day before today by more than this is old.
const LONG_AGO: Months = Months::new(24);

/// Whether so much time went by since a day that a maker from whom nothing came since has probably stopped.
pub fn is_long_ago(day: NaiveDate, today: NaiveDate) -> bool {
    day.checked_add_months(LONG_AGO).is_some_and(|then| then < today)
}

/// What the support dates say about an answer that names a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// No updates any more.
    Ended,
    /// Updates end within twelve months.
    Ending,
    /// Updates go on.
    Supported,
    /// It may be one of several versions.
    Unclear,
    /// The dates know nothing of the kind.
    Unlisted,
    /// No product was named: not known, or passed over.
    Nothing,
    /// One of the choices says enough without a product.
    Chosen,
}

impl From<Status> for Told {
    fn from(status: Status) -> Self {
        match status {
            Status::Ended => Self::Ended,
            Status::Ending => Self::Ending,
            Status::Supported => Self::Supported,
        }
    }
}

/// Where a suggested answer comes from. A suggestion is shown and not asked; whoever sees it otherwise says so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suggest {
    /// From the thing itself: the highest answer to the questions that the tick that made this item hits.
    Hits,
    /// From the answer to this earlier question about the same item.
    Leaning(Slug),
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id: never renamed, never reused.
    pub id: Slug,
    /// How it is answered.
    pub kind: Kind,
    /// Asked once for every item of these kinds; without it, once for the company.
    #[serde(default, deserialize_with = "one_or_many")]
    pub each: Vec<ItemKind>,
    /// Only asked when one of these holds; none: always. Of more than one only those count whose question is itself asked.
    #[serde(default, deserialize_with = "one_or_many")]
    pub show_if: Vec<ShowIf>,
    /// Whoever does not know need not find out any more when one of these holds. It may look ahead: what is told later
    /// can say enough.
    #[serde(default, deserialize_with = "one_or_many")]
    pub settled_by: Vec<ShowIf>,
    /// On the way through the section only asked about the things that this earlier question chose. About the others
    /// one can tell later.
    pub first: Option<Slug>,
    /// About this one thing only, not about its kind: one more of the same has an answer of its own.
    #[serde(default)]
    pub own: bool,
    /// Is about what a party does for the firm, not about who it is: it holds as well when another takes its place.
    #[serde(default)]
    pub stays: bool,
    /// Makes no sense about things with these roles.
    #[serde(default)]
    pub not_for: Vec<Slug>,
    /// What can be chosen are the things of these kinds ([`Kind::Items`]); only people of these kinds are offered
    /// ([`Kind::Person`], without it everybody on the call list).
    #[serde(default, deserialize_with = "one_or_many")]
    pub of: Vec<ItemKind>,
    /// So many can be chosen on the way through.
    pub most: Option<u8>,
    /// So many instead, once there are as many crown jewels as there can be: the sitting stays as long as it says.
    pub most_when_full: Option<u8>,
    /// A day that is still to come cannot be the answer.
    #[serde(default)]
    pub past: bool,
    /// What can be chosen.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// Items of this kind are made from the answer: one per ticked choice, or the contact that was told.
    pub adds: Option<ItemKind>,
    /// The role that an added contact gets; an added tick gets its choice as role.
    pub role: Option<Slug>,
    /// Asked again until the person is done.
    #[serde(default)]
    pub repeat: bool,
    /// Words that match no choice are an answer too.
    #[serde(default)]
    pub free_text: bool,
    /// The choice that a plain "nee", "geen" or "nog niet" means.
    pub no: Option<Slug>,
    /// The choice that "dat was alles" means, where words are an answer and something more is asked for.
    pub done: Option<Slug>,
    /// Cannot be passed over: without it there is nothing to talk about.
    #[serde(default)]
    pub required: bool,
    /// The words name a product and a version: they are looked up in the support dates.
    #[serde(default)]
    pub product: bool,
    /// A day that has been cannot be the answer.
    #[serde(default)]
    pub ahead: bool,
    /// Only what the tick that made the item names can be chosen.
    #[serde(default)]
    pub offered: bool,
    /// An answer follows from earlier ones; then the question is not asked but shown beside others.
    pub suggest: Option<Suggest>,
    /// Questions about the same item that are shown beside this one, to change what was suggested or to choose early.
    #[serde(default)]
    pub beside: Vec<Slug>,
    /// On the way through only asked about so many of the biggest risks, once all are judged.
    pub foremost: Option<u8>,
    /// The to-do that words of one's own make.
    pub todo: Option<Slug>,
    /// The to-do that what was left unticked makes, while something was ticked.
    pub rest: Option<Slug>,
    /// Withdrawn: no longer asked, but its answers keep their meaning.
    #[serde(default)]
    pub retired: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// `each = "data"` and `each = ["data", "software"]` are both fine.
fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

impl Question {
    /// The choice with this id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id.as_str() == id)
    }

    /// The choice that a number falls under, where the choices stand for numbers.
    pub fn choice_for(&self, number: u32) -> Option<&Choice> {
        self.counts().then_some(())?;
        let fits = |choice: &&Choice| choice.up_to.is_none_or(|most| number <= most);
        self.choices.iter().find(fits)
    }

    /// Whether the choices stand for numbers.
    pub fn counts(&self) -> bool {
        self.choices.iter().any(|choice| choice.up_to.is_some())
    }

    /// The to-dos that an answer makes. Not knowing is always one.
    pub fn todos(&self, value: &Value) -> Vec<Slug> {
        let chosen: &[Slug] = match value {
            Value::Unknown => return vec!["find-out".into()],
            Value::Text(_) => return self.todo.iter().cloned().collect(),
            Value::Choice(id) => std::slice::from_ref(id),
            Value::Choices(ids) => ids,
            _ => &[],
        };
        let rest = self.rest.iter().filter(|_| self.unticked(value).next().is_some()).cloned();
        chosen.iter().filter_map(|id| self.choice(id.as_str())?.todo.clone()).chain(rest).collect()
    }

    /// The choices that were left, while something was ticked.
    pub fn unticked<'q>(&'q self, value: &'q Value) -> impl Iterator<Item = &'q Choice> {
        let ticked: &[Slug] = if let Value::Choices(ids) = value { ids } else { &[] };
        self.choices.iter().filter(move |choice| !ticked.is_empty() && !ticked.contains(&choice.id))
    }
}

/// Questions that are asked in one go, with a small result at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: Slug,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// How much it matters that it is done, from 0 to 100, before anything was told.
    pub weight: u8,
    /// Shown as progress and in the menu; a section without is only a start.
    pub counted: bool,
    /// What is chosen about one thing may go for the next as well, all of it: one tap takes it over.
    pub alike: bool,
    /// Its questions in the order of asking.
    pub questions: Vec<Question>,
}

/// All questions there are.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Grows with every published change; stored with each answer.
    pub version: u32,
    /// Date of this version.
    pub published_on: NaiveDate,
    /// Sections in the order in which they are shown.
    pub sections: Vec<Section>,
    /// Until when products get updates.
    pub products: Table,
    /// What every to-do is about.
    pub letters: Letters,
    places: HashMap<Slug, (usize, usize)>,
}

impl Catalogue {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (section, question) = self.places.get(id)?;
        self.sections.get(*section)?.questions.get(*question)
    }

    /// The section in which a question is asked.
    pub fn section_of(&self, question: &str) -> Option<&Section> {
        let (section, _) = self.places.get(question)?;
        self.sections.get(*section)
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id.as_str() == id)
    }

    /// The question of a slot.
    pub fn at(&self, slot: &Slot) -> Option<&Question> {
        self.question(slot.question.as_str())
    }

    /// What the support dates say today about the product that an answer names.
    pub fn told_about(&self, answer: &Value, today: NaiveDate) -> Told {
        let words = match answer {
            Value::Text(words) => words,
            Value::Choice(_) => return Told::Chosen,
            _ => return Told::Nothing,
        };
        match self.products.look_up(words, today) {
            Outcome::Unlisted => Told::Unlisted,
            Outcome::Unclear(_) => Told::Unclear,
            Outcome::Known(support) => support.status.into(),
        }
    }

    /// Every question in every section, retired ones too.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }
}
