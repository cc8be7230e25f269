//! Questions with several answers at once: a list to tick, then "klaar". Ticks can make items.

use crate::{
    dialogue::{
        offer::{Offer, Tap, Typing},
        question_card::choice_label,
        step::Draft,
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::Slug,
        item::{Item, Value},
    },
    questionnaire::Question,
    text::Msg,
};

/// The list with what is ticked.
pub fn offer(question: &Question, slot: &Slot, dossier: &Dossier) -> Offer {
    let ticked = ticked(slot, dossier);
    let list = question.choices.iter().fold(Offer::new(Typing::Several), |offer, choice| {
        let mark = if ticked.contains(&choice.id) { "ticked" } else { "unticked" };
        let label = Msg::new(mark).msg("label", choice_label(question, choice.id.as_str()));
        offer.option(label, Tap::Choice(choice.id.clone()))
    });
    let done = if ticked.is_empty() { "option-none" } else { "option-done" };
    list.option(done, Tap::Done)
}

fn ticked(slot: &Slot, dossier: &Dossier) -> Vec<Slug> {
    match dossier.value(slot) {
        Some(Value::Choices(ids)) => ids.clone(),
        _ => Vec::new(),
    }
}

/// Ticks one choice, or takes its tick away.
pub fn toggle(draft: &mut Draft<'_>, question: &Question, slot: &Slot, choice: &Slug) {
    let mut ticks = ticked(slot, &draft.dossier);
    match ticks.iter().position(|known| known == choice) {
        Some(place) => {
            ticks.remove(place);
        }
        None => ticks.push(choice.clone()),
    }
    save(draft, question, slot, &ticks);
}

/// Ticks just these, in the catalogue's order.
pub fn save(draft: &mut Draft<'_>, question: &Question, slot: &Slot, ticks: &[Slug]) {
    let in_order = question.choices.iter().map(|choice| &choice.id).filter(|id| ticks.contains(id)).cloned();
    draft.save(slot, Value::Choices(in_order.collect()));
}

/// Makes an item for every tick, and takes off the items of ticks that were taken away. What was told about those
/// comes back with the tick.
pub fn settle(draft: &mut Draft<'_>, question: &Question, slot: &Slot) {
    if draft.dossier.answer(slot).is_none() {
        draft.save(slot, Value::Choices(Vec::new()));
    }
    let Some(kind) = question.adds else { return };
    let ticks = ticked(slot, &draft.dossier);
    for choice in &question.choices {
        let wanted = ticks.contains(&choice.id);
        let known =
            draft.dossier.items_ever().find(|item| item.kind == kind && item.role == choice.id).cloned();
        match known {
            Some(item) if item.removed == wanted => draft.save_item(Item { removed: !wanted, ..item }),
            None if wanted => {
                let item = draft.dossier.new_item(kind, choice.id.clone(), Contact::default());
                draft.save_item(item);
            }
            _ => {}
        }
    }
}
