//! What the answers say about risks, and what they suggest where nothing was said. A suggestion is never written down as
//! an answer: when the answers that it comes from change it moves along, and the owner's own judgement beats it.

use chrono::NaiveDate;

use super::{Catalogue, Choice, Question, Suggest, walk};
use crate::domain::{
    crown_jewels::{CROWN_JEWELS, crown_jewels},
    dossier::{Dossier, Slot},
    ids::{ItemId, Slug},
    item::{Item, ItemKind, Value},
    risk::{Grade, Level, score},
};

/// The question that asks how likely it is.
pub const CHANCE: &str = "risk-chance";
/// The question that asks how bad it would be.
pub const IMPACT: &str = "risk-impact";
/// The question that asks what to do about it.
pub const CHOICE: &str = "risk-choice";
/// The question until when a risk is accepted.
pub const UNTIL: &str = "risk-until";

/// What helps against a risk, with the question about the thing and the answer that makes it pointless: it is so already,
/// or it cannot be.
const POINTLESS: [(&str, &str, &str); 5] = [
    ("extra-code", "software-login", "extra-code"),
    ("encrypt", "device-lock", "locked-encrypted"),
    ("updates", "device-updates", "automatic"),
    ("updates", "device-updates", "ended"),
    ("updates", "software-updates", "automatic"),
];

/// A choice that follows from earlier answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The choice.
    pub choice: Slug,
    /// The answer that it follows from.
    pub because: Slot,
}

/// One thing that can happen to one thing.
#[derive(Clone, Debug)]
pub struct Risk<'d> {
    /// What can happen.
    pub item: &'d Item,
    /// To what.
    pub thing: &'d Item,
    /// How likely, as far as it was said.
    pub chance: Option<Level>,
    /// How bad, said or suggested.
    pub impact: Option<Level>,
}

impl Risk<'_> {
    /// Chance times impact, once both are known.
    pub fn score(&self) -> Option<u8> {
        Some(score(self.chance?, self.impact?))
    }

    /// How big it is, once that is known.
    pub fn grade(&self) -> Option<Grade> {
        self.score().map(Grade::from)
    }
}

/// Every risk as things stand, the biggest first; what was not judged yet comes last.
pub fn risks<'d>(catalogue: &Catalogue, dossier: &'d Dossier, today: NaiveDate) -> Vec<Risk<'d>> {
    let mut risks: Vec<Risk<'d>> = walk::items_in_order(catalogue, dossier, ItemKind::Risk, today)
        .into_iter()
        .filter_map(|id| risk(dossier.item(id)?, catalogue, dossier))
        .collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.score()));
    risks
}

/// One risk.
pub fn risk<'d>(item: &'d Item, catalogue: &Catalogue, dossier: &'d Dossier) -> Option<Risk<'d>> {
    let thing = dossier.item(item.about?)?;
    let level = |question: &str| {
        let question = catalogue.question(question)?;
        let choice = chosen(question, item.id, catalogue, dossier)?;
        Level::at(question.choices.iter().position(|known| known.id == choice)?)
    };
    Some(Risk { item, thing, chance: level(CHANCE), impact: level(IMPACT) })
}

/// The risks that come first: so many of the biggest that were judged.
pub fn is_foremost(
    item: ItemId,
    most: u8,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> bool {
    let judged = risks(catalogue, dossier, today).into_iter().filter(|risk| risk.score().is_some());
    judged.take(most.into()).any(|risk| risk.item.id == item)
}

/// The choice that counts: the one that was made, else the one that is suggested.
pub fn chosen(question: &Question, item: ItemId, catalogue: &Catalogue, dossier: &Dossier) -> Option<Slug> {
    match dossier.value(&Slot { item: Some(item), question: question.id.clone() }) {
        Some(Value::Choice(choice)) => Some(choice.clone()),
        _ => suggestion(question, item, catalogue, dossier).map(|suggested| suggested.choice),
    }
}

/// The choice that follows from earlier answers, for a question that has such a thing.
pub fn suggestion(
    question: &Question,
    item: ItemId,
    catalogue: &Catalogue,
    dossier: &Dossier,
) -> Option<Suggestion> {
    let item = dossier.item(item)?;
    let place = |choice: &Slug| question.choices.iter().position(|known| known.id == *choice);
    match question.suggest.as_ref()? {
        Suggest::Hits => {
            let thing = dossier.item(item.about?)?;
            let hits = &made_by(item, catalogue)?.1.hits;
            let answers = hits.iter().filter_map(|hit| match thing.value(hit.as_str())? {
                Value::Choice(choice) => Some((place(choice)?, hit, choice)),
                _ => None,
            });
            // Of equals the first counts: what a threat hits most stands in front.
            let (_, hit, choice) = answers.rev().max_by_key(|(place, ..)| *place)?;
            let because = Slot { item: Some(thing.id), question: hit.clone() };
            Some(Suggestion { choice: choice.clone(), because })
        }
        Suggest::Leaning(earlier) => {
            let Value::Choice(choice) = item.value(earlier.as_str())? else { return None };
            let leans = catalogue.question(earlier.as_str())?.choice(choice.as_str())?.leans.clone()?;
            Some(Suggestion {
                choice: leans,
                because: Slot { item: Some(item.id), question: earlier.clone() },
            })
        }
    }
}

/// The question and its choice that made an item.
pub fn made_by<'c>(item: &Item, catalogue: &'c Catalogue) -> Option<(&'c Question, &'c Choice)> {
    let makers = catalogue.questions().filter(|question| question.adds == Some(item.kind));
    makers.filter_map(|question| Some((question, question.choice(item.role.as_str())?))).next()
}

/// How many can be chosen on the way through: fewer once there are as many crown jewels as there can be.
pub fn most(question: &Question, catalogue: &Catalogue, dossier: &Dossier) -> Option<usize> {
    let room = catalogue.question(CROWN_JEWELS).and_then(|jewels| jewels.most);
    let is_full = room.is_some_and(|room| crown_jewels(dossier).len() >= usize::from(room));
    question.most_when_full.filter(|_| is_full).or(question.most).map(usize::from)
}

/// What can be chosen about an item: what fits it as things stand, and of a question that offers what helps, what its maker names.
pub fn choices<'c>(
    question: &'c Question,
    item: Option<ItemId>,
    catalogue: &'c Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> Vec<&'c Choice> {
    let slot = Slot { item, question: question.id.clone() };
    let item = item.and_then(|id| dossier.item(id));
    let is_chosen = |choice: &Choice| match dossier.value(&slot) {
        Some(Value::Choice(id)) => *id == choice.id,
        Some(Value::Choices(ids)) => ids.contains(&choice.id),
        _ => false,
    };
    if let Some(risk) = item.filter(|_| question.offered)
        && let Some((_, maker)) = made_by(risk, catalogue)
    {
        // What helps most stands in front.
        let offered = maker.offers.iter().filter_map(|offer| question.choice(offer.as_str()));
        return offered.filter(|choice| is_chosen(choice) || !is_pointless(choice, risk, dossier)).collect();
    }
    let suits = |word: &Slug| item.is_none_or(|item| item.role == *word || item.kind.slug() == word.as_str());
    let is_shown = |choice: &Choice| {
        let holds = |condition| walk::holds(condition, slot.item, catalogue, dossier, today);
        choice.show_if.as_ref().is_none_or(holds) || is_chosen(choice)
    };
    let fitting =
        question.choices.iter().filter(|choice| choice.fits.is_empty() || choice.fits.iter().any(suits));
    fitting.filter(|choice| is_shown(choice)).collect()
}

/// Whether what helps against a risk is so already for the thing at risk, or cannot be.
fn is_pointless(measure: &Choice, risk: &Item, dossier: &Dossier) -> bool {
    let Some(thing) = risk.about.and_then(|id| dossier.item(id)) else { return false };
    let says = |question: &str, choice: &str| match thing.value(question) {
        Some(Value::Choice(chosen)) => chosen.as_str() == choice,
        _ => false,
    };
    POINTLESS.iter().any(|(known, question, choice)| *known == measure.id.as_str() && says(question, choice))
}
