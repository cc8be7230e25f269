//! Exercises: putting a backup back, testing the plan. When the last one was, and what is written down of one.
//!
//! That an answer still holds is no new exercise: a review keeps beside it since which day it stands.

use chrono::NaiveDate;

use crate::domain::{
    backup_diary::RESTORED,
    dossier::{Dossier, Slot},
    ids::ItemId,
    item::Value,
    schedule::{Kind, habits::Habits, standing::standing},
};

/// The question how testing the plan went.
pub const TESTED: &str = "plan-tested";
/// The question on which day the plan was tested.
pub const TESTED_ON: &str = "plan-tested-on";
/// How an exercise went that was done.
pub const WORKED: &str = "worked";

/// The answers that say that an exercise was done on this day.
pub fn done(kind: Kind, item: Option<ItemId>, on: NaiveDate) -> Vec<(Slot, Value)> {
    let worked = |question: &str| (Slot { item, question: question.into() }, Value::Choice(WORKED.into()));
    match kind {
        Kind::Restore => vec![worked(RESTORED)],
        Kind::Drill => vec![worked(TESTED), (Slot::own(TESTED_ON), Value::Date(on))],
        _ => Vec::new(),
    }
}

/// The day since which an answer about an exercise stands, and where that is kept when it is confirmed. It counts until
/// the answer is newer.
pub fn stands_since(told: &Slot, dossier: &Dossier, habits: &Habits) -> Option<(Slot, NaiveDate)> {
    let question = told.question.as_str();
    if question != RESTORED && question != TESTED {
        return None;
    }
    standing(told, dossier, habits)
}
