//! Since which day an answer stands. That it still holds is no news: who tells it again as it was keeps that day beside it.

use chrono::NaiveDate;

use crate::domain::{
    dossier::{Dossier, Slot},
    item::{Value, beside},
    schedule::habits::Habits,
};

/// The day since which an answer stands, and where that is kept when it is told again. It counts until the answer is
/// newer.
pub fn standing(told: &Slot, dossier: &Dossier, habits: &Habits) -> Option<(Slot, NaiveDate)> {
    let answer = dossier.answer(told)?;
    let slot = Slot { item: told.item, question: format!("{}-since", told.question).as_str().into() };
    let on = match beside(dossier.answers(told.item)?, told.question.as_str(), "since") {
        Some(Value::Date(on)) => *on,
        _ => habits.date(answer.at),
    };
    Some((slot, on))
}
