//! What comes next: the slots of a section in the order of asking, given what is already told.

use super::{Catalogue, Kind, Question, Section, ShowIf};
use crate::domain::{
    call_list::call_list,
    dossier::{Dossier, Slot},
    ids::{ItemId, Slug},
    item::{ItemKind, Value},
};

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Questions that got an answer, "weet ik niet" and "overslaan" too.
    pub answered: usize,
    /// Questions that are asked as things stand now.
    pub total: usize,
}

impl Progress {
    /// Whether nothing is left to ask.
    pub fn is_complete(self) -> bool {
        self.answered == self.total
    }
}

/// Every slot of a section that is asked as things stand, in the order of asking.
///
/// Neighbouring questions about the same kind of item are asked item by item.
pub fn slots(section: &Section, catalogue: &Catalogue, dossier: &Dossier) -> Vec<Slot> {
    let mut slots = Vec::new();
    for group in section.questions.chunk_by(|a, b| a.each == b.each) {
        let kinds = group.first().map(|question| question.each.as_slice()).unwrap_or_default();
        if kinds.is_empty() {
            push_asked(group, None, catalogue, dossier, &mut slots);
        }
        for item in kinds.iter().flat_map(|kind| items_in_order(catalogue, dossier, *kind)) {
            push_asked(group, Some(item), catalogue, dossier, &mut slots);
        }
    }
    slots
}

/// Items in the order of the choices that made them, then in the order in which they came.
fn items_in_order(catalogue: &Catalogue, dossier: &Dossier, kind: ItemKind) -> Vec<ItemId> {
    let place = |role: &Slug| {
        catalogue
            .questions()
            .filter(|question| question.adds == Some(kind))
            .flat_map(|question| &question.choices)
            .position(|choice| choice.id == *role)
            .unwrap_or(usize::MAX)
    };
    let mut items: Vec<_> = dossier.items_of(kind).map(|item| (place(&item.role), item.id)).collect();
    items.sort_unstable();
    items.into_iter().map(|(_, id)| id).collect()
}

fn push_asked(
    group: &[Question],
    item: Option<ItemId>,
    catalogue: &Catalogue,
    dossier: &Dossier,
    slots: &mut Vec<Slot>,
) {
    for question in group {
        if !question.retired && is_shown(question, item, catalogue, dossier) {
            slots.push(Slot { item, question: question.id.clone() });
        }
    }
}

fn is_shown(question: &Question, item: Option<ItemId>, catalogue: &Catalogue, dossier: &Dossier) -> bool {
    if question.kind == Kind::Order && call_list(dossier).len() < 2 {
        return false;
    }
    let Some(ShowIf { question: earlier, any_of }) = &question.show_if else { return true };
    let about =
        item.filter(|_| catalogue.question(earlier.as_str()).is_some_and(|earlier| !earlier.each.is_empty()));
    match dossier.value(&Slot { item: about, question: earlier.clone() }) {
        None => false,
        Some(value) if any_of.is_empty() => value.is_known(),
        Some(Value::Choice(choice)) => any_of.contains(choice),
        Some(Value::Choices(choices)) => choices.iter().any(|choice| any_of.contains(choice)),
        Some(_) => false,
    }
}

/// The slot to ask now: the first without an answer, starting behind `after` and then from the front.
pub fn next_open(slots: &[Slot], dossier: &Dossier, after: Option<&Slot>) -> Option<Slot> {
    let start =
        after.and_then(|after| slots.iter().position(|slot| slot == after)).map_or(0, |place| place + 1);
    let (before, behind) = slots.split_at(start.min(slots.len()));
    behind.iter().chain(before).find(|slot| dossier.answer(slot).is_none()).cloned()
}

/// The slot that was asked before this one.
pub fn previous(slots: &[Slot], slot: &Slot) -> Option<Slot> {
    let place = slots.iter().position(|known| known == slot)?;
    slots.get(place.checked_sub(1)?).cloned()
}

/// How many of these slots have an answer.
pub fn progress(slots: &[Slot], dossier: &Dossier) -> Progress {
    Progress {
        answered: slots.iter().filter(|slot| dossier.answer(slot).is_some()).count(),
        total: slots.len(),
    }
}
