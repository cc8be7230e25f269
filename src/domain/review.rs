//! The six-monthly review: when it began and ended, what is still to be looked at, and in which order.
//!
//! A review belongs to the company: who goes on, goes on where a colleague stopped. What was looked at is what was
//! told or confirmed since it began; nothing else is kept of it.

use chrono::{DateTime, Utc};

use crate::domain::{
    call_list::{Line, call_list},
    dossier::Dossier,
    item::Answer,
};

/// Where it is kept that a review began.
pub const STARTED: &str = "review-started";
/// Where it is kept that a review was finished.
pub const FINISHED: &str = "review-finished";
/// Where it is kept what came of calling a number.
pub const NUMBER: &str = "number-check";
/// A number that was called in vain.
pub const NO_ANSWER: &str = "no-answer";
/// So many months lie between two reviews (basic principle 1 of the NCSC, formerly DTC).
pub const EVERY_MONTHS: u32 = 6;

/// When the review that goes on now began.
pub fn going_on_since(dossier: &Dossier) -> Option<DateTime<Utc>> {
    let started = own(dossier, STARTED)?.at;
    own(dossier, FINISHED).is_none_or(|finished| finished.at < started).then_some(started)
}

/// When the last review was finished, and by whom.
pub fn last_finished(dossier: &Dossier) -> Option<&Answer> {
    own(dossier, FINISHED)
}

fn own<'d>(dossier: &'d Dossier, question: &str) -> Option<&'d Answer> {
    dossier.answers(None)?.get(question)
}

/// The lines of the call list whose number was not looked at since then.
pub fn unchecked_lines(dossier: &Dossier, since: DateTime<Utc>) -> Vec<Line<'_>> {
    let looked_at = |line: &Line<'_>| {
        let item = dossier.item(line.item);
        let noted = item.and_then(|item| item.answers.get(NUMBER)).map(|answer| answer.at);
        line.checked_at.is_some_and(|at| at >= since) || noted.is_some_and(|at| at >= since)
    };
    let lines = call_list(dossier).into_iter();
    lines.filter(|line| !line.contact.phones.is_empty() && !looked_at(line)).collect()
}

/// How much it matters that something still holds. What matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// A risk that was judged to be high.
    HighRisk,
    /// A crown jewel.
    Jewel,
    /// A backup.
    Backup,
    /// The rest.
    Rest,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject<K> {
    /// What it is.
    pub key: K,
    /// How much it matters; also the reason why it comes when it comes.
    pub weight: Weight,
    /// When the oldest answer about it was told or confirmed.
    pub told_at: DateTime<Utc>,
}

/// What weighs most first, of equals the oldest, of those the one that was asked first.
pub fn in_order<K>(mut subjects: Vec<Subject<K>>) -> Vec<Subject<K>> {
    subjects.sort_by_key(|subject| (subject.weight, subject.told_at));
    subjects
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        contact::Contact,
        dossier::Slot,
        ids::{ItemId, PersonId},
        item::{Item, ItemKind, Value},
        phone::Phone,
    };

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn tell(dossier: &mut Dossier, item: Option<ItemId>, question: &str, second: i64) {
        let slot = Slot { item, question: question.into() };
        let by = PersonId(Uuid::nil());
        dossier.save_answer(slot, Answer { value: Value::Unknown, by, at: at(second), catalogue: 1 });
    }

    #[test]
    fn a_review_goes_on_until_it_is_finished_and_begins_anew_after_that() {
        let mut dossier = Dossier::default();
        assert_eq!(going_on_since(&dossier), None);
        tell(&mut dossier, None, STARTED, 5);
        assert_eq!(going_on_since(&dossier), Some(at(5)));
        for (finished, since) in [(4, Some(at(5))), (5, None), (6, None)] {
            tell(&mut dossier, None, FINISHED, finished);
            assert_eq!(going_on_since(&dossier), since, "{finished}");
        }
        tell(&mut dossier, None, STARTED, 7);
        assert_eq!(going_on_since(&dossier), Some(at(7)));
    }

    #[test]
    fn a_number_that_was_called_since_then_is_not_called_again() {
        let unchecked = |called: Option<i64>, noted: Option<i64>, phone: bool| {
            let mut dossier = Dossier::default();
            let phones = if phone { vec![Phone::parse("0612345678").unwrap()] } else { Vec::new() };
            let contact = Contact { name: Some("Fatima".into()), phones, ..Contact::default() };
            let line = dossier.new_item(ItemKind::Contact, "deputy".into(), contact);
            let id = line.id;
            dossier.save_item(Item { checked_at: called.map(at), ..line });
            if let Some(second) = noted {
                tell(&mut dossier, Some(id), NUMBER, second);
            }
            unchecked_lines(&dossier, at(5)).len()
        };
        assert_eq!(unchecked(None, None, true), 1);
        assert_eq!(unchecked(None, None, false), 0, "nothing to call");
        for (second, left) in [(4, 1), (5, 0), (6, 0)] {
            assert_eq!(unchecked(Some(second), None, true), left, "right at {second}");
            assert_eq!(unchecked(None, Some(second), true), left, "noted at {second}");
        }
        assert_eq!(unchecked(Some(4), Some(5), true), 0);
    }

    proptest! {
        /// Nothing is lost or doubled; nothing weightier and, at the same weight, nothing older comes later.
        #[test]
        fn what_weighs_most_and_is_oldest_comes_first(told in prop::collection::vec((0usize..4, 0i64..50), 0..60)) {
            let weights = [Weight::Jewel, Weight::Backup, Weight::HighRisk, Weight::Rest];
            let subject = |(key, (weight, age)): (usize, &(usize, i64))| Subject {
                key,
                weight: weights[*weight],
                told_at: DateTime::UNIX_EPOCH + TimeDelta::days(*age),
            };
            let ordered = in_order(told.iter().enumerate().map(subject).collect());
            for pair in ordered.windows(2) {
                let [a, b] = pair else { unreachable!() };
                prop_assert!((a.weight, a.told_at, a.key) < (b.weight, b.told_at, b.key));
            }
            let mut keys: Vec<usize> = ordered.iter().map(|subject| subject.key).collect();
            keys.sort_unstable();
            prop_assert_eq!(keys, (0..told.len()).collect::<Vec<_>>());
        }
    }
}
