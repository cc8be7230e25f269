//! What ends, and when: updates, and the time for which a risk was accepted. A view for whoever reminds people of it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Catalogue, judgement::UNTIL, walk::is_asked};
use crate::domain::{
    dossier::{Dossier, Slot},
    end_of_life::Outcome,
    ids::{ItemId, Slug},
    item::{Answer, Item, Value},
};

/// The questions that ask until when a risk is accepted.
const ACCEPTED_UNTIL: [&str; 3] = ["device-until", "software-until", UNTIL];

/// What ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The maker's updates for this product.
    Updates(String),
    /// The time for which a risk was accepted, in answer to this question.
    Accepted(Slug),
}

/// Something that ends on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// About which item.
    pub item: ItemId,
    /// In answer to which question it was told.
    pub question: Slug,
    /// What ends.
    pub what: What,
    /// The last day.
    pub on: NaiveDate,
    /// When that was told from which it follows.
    pub told_at: DateTime<Utc>,
}

/// Everything that ends, also what has ended, the first day first.
pub fn endings(catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> Vec<Ending> {
    let mut endings: Vec<Ending> =
        dossier.items().flat_map(|item| of_item(item, catalogue, dossier, today)).collect();
    endings.sort_by_key(|ending| ending.on);
    endings
}

fn of_item(item: &Item, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> Vec<Ending> {
    let ends = |question: &Slug, value: &Value| match value {
        Value::Text(words) if catalogue.question(question.as_str()).is_some_and(|asked| asked.product) => {
            match catalogue.products.look_up(words, today) {
                Outcome::Known(support) => Some((What::Updates(support.label), support.ends.day()?)),
                _ => None,
            }
        }
        Value::Date(day) if ACCEPTED_UNTIL.contains(&question.as_str()) => {
            Some((What::Accepted(question.clone()), *day))
        }
        _ => None,
    };
    let is_asked = |question: &Slug| {
        is_asked(&Slot { item: Some(item.id), question: question.clone() }, catalogue, dossier, today)
    };
    let asked = item.answers.iter().filter(|(question, _)| is_asked(question));
    let ending = |(question, answer): (&Slug, &Answer)| {
        let (what, on) = ends(question, &answer.value)?;
        Some(Ending { item: item.id, question: question.clone(), what, on, told_at: answer.at })
    };
    asked.filter_map(ending).collect()
}
