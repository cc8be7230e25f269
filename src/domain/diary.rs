//! Days on which something was to be done, and what was done of it. An entry is an answer like any other: it has a
//! place, somebody who told it, and older revisions.

use std::{cmp::Reverse, ops::Bound};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::Slug,
    item::{Answer, Answers, Value},
};

/// In front of the number of an entry, in the place of its answer. The day itself is inside the sealed answer.
const PLACE: &str = "diary-";

/// What was done on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// The day on which it was to be done.
    pub on: NaiveDate,
    /// What was done of it; nothing: missed.
    pub done: Vec<Slug>,
}

impl Entry {
    /// Whether this was done.
    pub fn has(&self, done: &str) -> bool {
        self.done.iter().any(|known| known.as_str() == done)
    }
}

/// The entries among answers, with who told them and when; the last day first.
pub fn entries(answers: &Answers) -> Vec<(&Entry, &Answer)> {
    let mut entries: Vec<_> = entries_in_place(answers).map(|(_, entry, answer)| (entry, answer)).collect();
    entries.sort_by_key(|(entry, _)| Reverse(entry.on));
    entries
}

/// The entry of a day.
pub fn on(answers: &Answers, day: NaiveDate) -> Option<&Entry> {
    entries_in_place(answers).map(|(_, entry, _)| entry).find(|entry| entry.on == day)
}

/// Where the entry of a day stands, or will stand if there is none yet.
pub fn place(answers: &Answers, day: NaiveDate) -> Slug {
    if let Some((slug, ..)) = entries_in_place(answers).find(|(_, entry, _)| entry.on == day) {
        return slug.clone();
    }
    let next = answers.keys().filter_map(number).max().map_or(1, |last| last + 1);
    Slug::from(format!("{PLACE}{next}").as_str())
}

/// Whether an answer in this place is an entry.
pub fn is_entry(question: &Slug) -> bool {
    number(question).is_some()
}

fn number(slug: &Slug) -> Option<u32> {
    slug.as_str().strip_prefix(PLACE)?.parse().ok()
}

fn entries_in_place(answers: &Answers) -> impl Iterator<Item = (&Slug, &Entry, &Answer)> {
    answers
        .range::<str, _>((Bound::Included(PLACE), Bound::Unbounded))
        .take_while(|(slug, _)| slug.as_str().starts_with(PLACE))
        .filter_map(|(slug, answer)| match &answer.value {
            Value::Entry(entry) => Some((slug, entry, answer)),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::PersonId;

    #[test]
    fn an_entry_is_found_by_its_day_and_known_by_its_place() {
        let day = |days: i64| NaiveDate::default() + TimeDelta::days(days);
        let mut answers = Answers::new();
        for days in [1, 2] {
            let value = Value::Entry(Entry { on: day(days), done: vec!["made".into()] });
            let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
            answers.insert(place(&answers, day(days)), Answer { value, by, at, catalogue: 1 });
        }
        assert_eq!(on(&answers, day(2)).map(|entry| entry.on), Some(day(2)));
        assert_eq!(on(&answers, day(3)), None);
        assert!(answers.keys().all(is_entry));
        assert!(!is_entry(&"agreement-when".into()) && !is_entry(&"diary-x".into()));
    }

    proptest! {
        /// However often a day is written down it has one entry, and no day takes the place of another.
        #[test]
        fn a_day_has_one_entry(days in prop::collection::vec(0i64..30, 0..60)) {
            let mut answers = Answers::new();
            for day in &days {
                let on = NaiveDate::default() + TimeDelta::days(*day);
                let value = Value::Entry(Entry { on, done: Vec::new() });
                let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
                answers.insert(place(&answers, on), Answer { value, by, at, catalogue: 1 });
            }
            let mut wanted = days.clone();
            wanted.sort_unstable_by(|a, b| b.cmp(a));
            wanted.dedup();
            let kept: Vec<_> = entries(&answers).iter().map(|(entry, _)| (entry.on - NaiveDate::default()).num_days()).collect();
            prop_assert_eq!(kept, wanted);
        }
    }
}
