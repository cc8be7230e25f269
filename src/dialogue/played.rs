//! An answer that is given again at its question, by every rule that holds there, although nobody is at it.

use crate::{
    dialogue::{
        Part, Place, Visit, World,
        input::Input,
        sitting,
        step::{self, Change, Draft, Step},
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{Answer, Value},
    },
    questionnaire::{Kind, Question},
    text::Msg,
};

/// What comes of an answer at a question, as if whoever looks at this world gave it to change what stands there.
pub fn play(question: &Question, slot: &Slot, part: Part, input: &Input, world: &World<'_>) -> Step {
    // Just these, whatever is ticked now.
    let nothing = match (input, question.kind) {
        (Input::Picks(_), Kind::Many) => Some(Value::Choices(Vec::new())),
        (Input::Picks(_), Kind::Items) => Some(Value::Items(Vec::new())),
        _ => None,
    };
    let mut dossier = world.dossier.clone();
    if let Some(value) = nothing {
        let answer = Answer { value, by: world.person, at: world.now, catalogue: 0 };
        dossier.save_answer(slot.clone(), answer);
    }
    let world = World { dossier: &dossier, ..world.clone() };
    let place = Place::Question { slot: slot.clone(), part, visit: Visit::Change };
    sitting::step(Draft::new(&world), &place.into(), input)
}

/// Whether the answer was understood.
pub fn is_understood(step: &Step) -> bool {
    step.changes.iter().any(|change| matches!(change, Change::SaveAnswer(..) | Change::SaveItem(_)))
}

/// A part of the answer that is still missing.
pub fn missing(step: &Step, slot: &Slot) -> Option<Part> {
    match &step.next.place {
        Place::Question { slot: next, part, .. } if next == slot => Some(*part),
        _ => None,
    }
    .filter(|part| *part != Part::Whole)
}

/// What was said above the next card, besides that the answer was heard.
pub fn said(step: &Step, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let card = step::card(&step.next, dossier, world).lines.len();
    let lines = step.replies.last().map(|reply| reply.lines.as_slice()).unwrap_or_default();
    let said = lines.iter().take(lines.len().saturating_sub(card));
    said.filter(|line| !line.id.starts_with("ack")).cloned().collect()
}
