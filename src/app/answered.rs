//! Which message gave which answer, so that one that is changed or wiped afterwards changes its answer: kept with the
//! conversation, for a while, and without what was answered.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    app::{
        access::Admitted,
        ports::{Conversation, Incoming},
    },
    dialogue::{
        Part, Place,
        correction::Answered,
        input::Raw,
        step::{Change, Step},
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::Value,
        noted::is_note,
        schedule::ANCHOR,
    },
};

/// Answers of which is remembered which message gave them.
const MOST: usize = 50;

/// What the earlier message answered that was changed or wiped now, the question that was asked first.
pub(super) fn meant(raw: &Raw, known: Option<&Conversation>) -> Vec<Answered> {
    let (Raw::Corrected { of, .. } | Raw::TakenBack { of }) = raw else { return Vec::new() };
    let answered = known.map_or(&[][..], |known| known.answered.as_slice());
    answered.iter().filter(|answered| *answered.event == **of).cloned().collect()
}

/// What is remembered after a turn. `known`: the conversation before it, as long as it is about the same company.
pub(super) fn answered(
    known: Option<&Conversation>,
    admitted: Option<&Admitted>,
    step: &Step,
    incoming: &Incoming,
    now: DateTime<Utc>,
) -> Arc<Vec<Answered>> {
    let (Some(known), Some(admitted)) = (known, admitted) else { return Arc::default() };
    if !incoming.conversation.channel.takes_corrections() {
        return Arc::default();
    }
    let mut all = Arc::clone(&known.answered);
    let (event, asked, adds) = match (&incoming.raw, &known.state.place) {
        (Raw::Corrected { of, .. }, _) => match meant(&incoming.raw, Some(known)).first() {
            Some(first) => (of, first.slot.clone(), true),
            None => return all,
        },
        (Raw::TakenBack { of }, _) => {
            Arc::make_mut(&mut all).retain(|answered| *answered.event != **of);
            return all;
        }
        (_, Place::Question { slot, part, .. }) => (&incoming.event, slot.clone(), *part != Part::Whole),
        _ => return all,
    };
    let dossier = admitted.dossier();
    let stood = dossier.answer(&asked).map(|answer| answer.at);
    let made = made(step, dossier);
    let mut told = told(step, &asked);
    if told.is_empty() && !made.is_empty() {
        // Named in a row: the answer is written down when there is nobody more to name.
        told.push((&asked, now));
    }
    if told.is_empty() {
        return all;
    }
    let kept = Arc::make_mut(&mut all);
    for (slot, at) in told {
        // What is added to an answer, or corrected in it, leaves it that of the messages before, too.
        let same = |earlier: &&mut Answered| adds && *slot == asked && earlier.slot == asked;
        let earlier = kept.iter_mut().filter(same).filter(|earlier| Some(earlier.at) == stood);
        earlier.for_each(|earlier| earlier.at = at);
        let is_same = |known: &Answered| *known.event == **event && known.slot == *slot;
        let before = kept.iter().find(|known| is_same(known)).map(|known| known.made.clone());
        let new = made.iter().copied().filter(|_| *slot == asked);
        let made = before.unwrap_or_default().into_iter().chain(new).collect();
        kept.retain(|known| !is_same(known));
        kept.push(Answered { event: event.as_str().into(), slot: slot.clone(), at, made });
        if matches!(incoming.raw, Raw::Corrected { .. }) {
            // Whoever wipes the correction alone wipes what it said.
            kept.push(Answered {
                event: incoming.event.as_str().into(),
                slot: slot.clone(),
                at,
                made: Vec::new(),
            });
        }
    }
    let old = kept.len().saturating_sub(MOST);
    kept.drain(..old);
    all
}

/// Whom or what a turn named that was not known before.
fn made(step: &Step, before: &Dossier) -> Vec<ItemId> {
    let new = |change: &Change| match change {
        Change::SaveItem(item) if item.contact != Contact::default() && before.find(item.id).is_none() => {
            Some(item.id)
        }
        _ => None,
    };
    step.changes.iter().filter_map(new).collect()
}

/// What a turn answered, the question on the screen first.
fn told<'s>(step: &'s Step, asked: &Slot) -> Vec<(&'s Slot, DateTime<Utc>)> {
    let saved = step.changes.iter().filter_map(|change| match change {
        // The clock of the review is nobody's answer, nor is what is noted of an item.
        Change::SaveAnswer(slot, _) if slot.question.as_str() == ANCHOR || is_note(&slot.question) => None,
        // What went with it was answered by earlier messages.
        Change::SaveAnswer(_, answer) if answer.value == Value::Open => None,
        Change::SaveAnswer(slot, answer) => Some((slot, answer.at)),
        _ => None,
    });
    let (told, others): (Vec<_>, Vec<_>) = saved.partition(|(slot, _)| *slot == asked);
    if told.is_empty() { told } else { told.into_iter().take(1).chain(others).collect() }
}
