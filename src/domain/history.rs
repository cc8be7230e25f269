//! What was told before: every revision of every answer of a company. Read only when somebody asks for it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::domain::{
    dossier::Slot,
    item::{Answer, Value},
};

/// All revisions of all answers, the oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    told: BTreeMap<Slot, Vec<Answer>>,
}

/// What became of one answer in a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn<'h> {
    /// Told for the first time.
    New(&'h Answer),
    /// Told otherwise than before.
    Changed(&'h Value, &'h Answer),
    /// Told again as it was.
    Confirmed(&'h Answer),
}

impl History {
    /// Adds the next revision of an answer.
    pub fn save(&mut self, slot: Slot, answer: Answer) {
        self.told.entry(slot).or_default().push(answer);
    }

    /// Forgets every revision of an answer.
    pub fn forget(&mut self, slot: &Slot) {
        self.told.remove(slot);
    }

    /// Every revision of one answer, the oldest first.
    pub fn of(&self, slot: &Slot) -> &[Answer] {
        self.told.get(slot).map_or(&[], Vec::as_slice)
    }

    /// What became of every answer that was told after `since`, by its newest revision.
    pub fn after(&self, since: DateTime<Utc>) -> impl Iterator<Item = (&Slot, Turn<'_>)> {
        self.told.iter().filter_map(move |(slot, told)| {
            let newest = told.last().filter(|answer| answer.at > since)?;
            let before = told.iter().rev().find(|answer| answer.at <= since);
            // The one who changed it last counts, not the one who confirmed the change.
            let author = told.iter().find(|answer| answer.at > since && answer.value == newest.value)?;
            // Nothing was told, and nothing is.
            if newest.value == Value::Open && !before.is_some_and(|before| before.value.is_known()) {
                return None;
            }
            let turn = match before {
                None => Turn::New(author),
                Some(before) if before.value == newest.value => Turn::Confirmed(newest),
                Some(before) => Turn::Changed(&before.value, author),
            };
            Some((slot, turn))
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::PersonId;

    fn answer(value: u32, second: i64) -> Answer {
        let at = DateTime::UNIX_EPOCH + TimeDelta::seconds(second);
        Answer {
            value: Value::Number(value),
            by: PersonId(Uuid::from_u128(second.cast_unsigned().into())),
            at,
            catalogue: 1,
        }
    }

    proptest! {
        /// Each answer that was told after the moment is new, changed or confirmed, and no other is mentioned.
        #[test]
        fn nothing_is_called_changed_that_is_as_it_was(values in prop::collection::vec((0usize..4, 0u32..3), 0..40), since in 0i64..40) {
            let mut history = History::default();
            let slot = |number: usize| Slot::own(&format!("q{number}"));
            for (second, (number, value)) in values.iter().enumerate() {
                history.save(slot(*number), answer(*value, i64::try_from(second).unwrap()));
            }
            let moment = DateTime::UNIX_EPOCH + TimeDelta::seconds(since);
            for number in 0..4 {
                let told: Vec<_> = values.iter().enumerate().filter(|(_, (q, _))| *q == number).collect();
                let before = told.iter().rev().find(|(second, _)| i64::try_from(*second).unwrap() <= since).map(|(_, (_, value))| *value);
                let now = told.last().filter(|(second, _)| i64::try_from(*second).unwrap() > since).map(|(_, (_, value))| *value);
                let found = history.after(moment).find(|(found, _)| **found == slot(number)).map(|(_, turn)| turn);
                match (before, now, found) {
                    (_, None, None) => {}
                    (None, Some(_), Some(Turn::New(_))) => {}
                    (Some(before), Some(now), Some(Turn::Confirmed(_))) => prop_assert_eq!(before, now),
                    (Some(before), Some(now), Some(Turn::Changed(was, is))) => {
                        prop_assert_ne!(before, now);
                        prop_assert_eq!(was, &Value::Number(before));
                        prop_assert_eq!(&is.value, &Value::Number(now));
                        prop_assert!(is.at > moment);
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
    }
}
