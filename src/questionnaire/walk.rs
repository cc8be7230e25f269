//! What comes next: the slots of a section in the order of asking, given what is already told.

use chrono::NaiveDate;

use super::{
    Age, Catalogue, Kind, Question, Section, ShowIf, Told, is_long_ago,
    judgement::{is_foremost, made_by, suggestion},
};
use crate::domain::{
    call_list::call_list,
    dossier::{Dossier, Slot},
    firm::{has_customers, is_supplier, speaks_for_firm},
    ids::{ItemId, Slug},
    item::{Item, ItemKind, Value},
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
/// Neighbouring questions about things of the same kinds are asked thing by thing.
pub fn slots(section: &Section, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> Vec<Slot> {
    let mut slots = Vec::new();
    for group in section.questions.chunk_by(are_asked_together) {
        let mut kinds: Vec<ItemKind> = Vec::new();
        for kind in group.iter().flat_map(|question| &question.each) {
            if !kinds.contains(kind) {
                kinds.push(*kind);
            }
        }
        if kinds.is_empty() {
            push_asked(group, None, catalogue, dossier, today, &mut slots);
        }
        for item in kinds.iter().flat_map(|kind| items_in_order(catalogue, dossier, *kind, today)) {
            push_asked(group, Some(item), catalogue, dossier, today, &mut slots);
        }
    }
    slots
}

/// The section that comes before one in which there is nothing to ask yet: where the things are told that it is about.
pub fn comes_after<'c>(
    section: &Section,
    catalogue: &'c Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> Option<&'c Section> {
    if !slots(section, catalogue, dossier, today).is_empty() {
        return None;
    }
    let kinds: Vec<ItemKind> =
        section.questions.iter().flat_map(|question| &question.each).copied().collect();
    let tells = |question: &Question| question.adds.is_some_and(|kind| kinds.contains(&kind));
    let before = catalogue.sections.iter().find(|before| before.questions.iter().any(tells))?;
    let told = progress(&slots(before, catalogue, dossier, today), dossier);
    (before.id != section.id && !told.is_complete()).then_some(before)
}

/// Every slot about one thing, in every section; also what is left for later on the way through.
pub fn slots_about(item: &Item, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> Vec<Slot> {
    catalogue
        .questions()
        .filter(|question| is_about(question, item, dossier) && !question.retired)
        .filter(|question| is_shown(question, Some(item.id), catalogue, dossier, today))
        .map(|question| Slot { item: Some(item.id), question: question.id.clone() })
        .collect()
}

/// Whether a question is about this thing or party. About whoever helps with computers is asked what is asked about
/// suppliers.
pub fn is_about(question: &Question, item: &Item, dossier: &Dossier) -> bool {
    question.each.iter().any(|kind| counts_as(item, *kind, dossier))
}

fn counts_as(item: &Item, kind: ItemKind, dossier: &Dossier) -> bool {
    item.kind == kind || (kind == ItemKind::Supplier && is_supplier(item, dossier))
}

/// The things about which questions were left for later and none of those was answered, in the order of the lists.
pub fn left_for_later(catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> Vec<ItemId> {
    let left = |item: &Item| {
        let mut asked = catalogue
            .questions()
            .filter(|question| {
                question.first.is_some() && question.each.contains(&item.kind) && !question.retired
            })
            .filter(|question| is_shown(question, Some(item.id), catalogue, dossier, today))
            .peekable();
        asked.peek().is_some()
            && asked.all(|question| {
                !is_chosen(question, item.id, dossier) && !item.answers.contains_key(&question.id)
            })
    };
    let items = ItemKind::ALL.into_iter().flat_map(|kind| items_in_order(catalogue, dossier, kind, today));
    items.filter(|id| dossier.item(*id).is_some_and(left)).collect()
}

fn are_asked_together(one: &Question, next: &Question) -> bool {
    // Which risks come first is only known when all are judged.
    if next.foremost.is_some() {
        return false;
    }
    (one.each.is_empty() && next.each.is_empty()) || one.each.iter().any(|kind| next.each.contains(kind))
}

/// Items in the order of the choices that made them, then in the order in which they came. Of suppliers whoever helps with
/// computers comes first.
pub fn items_in_order(
    catalogue: &Catalogue,
    dossier: &Dossier,
    kind: ItemKind,
    today: NaiveDate,
) -> Vec<ItemId> {
    let place = |role: &Slug| {
        catalogue
            .questions()
            .filter(|question| question.adds == Some(kind))
            .flat_map(|question| &question.choices)
            .position(|choice| choice.id == *role)
            .unwrap_or(usize::MAX)
    };
    // What is about a thing is asked thing by thing, and as long as it is asked of that thing.
    let mut items: Vec<_> = dossier
        .items()
        .filter(|item| counts_as(item, kind, dossier))
        .filter(|item| item.about.is_none() || is_made(item, catalogue, dossier, today))
        .map(|item| (item.about, item.kind, place(&item.role), item.id))
        .collect();
    items.sort_unstable();
    items.into_iter().map(|(.., id)| id).collect()
}

fn is_made(item: &Item, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> bool {
    made_by(item, catalogue).is_some_and(|(maker, _)| {
        is_asked(&Slot { item: item.about, question: maker.id.clone() }, catalogue, dossier, today)
    })
}

fn push_asked(
    group: &[Question],
    item: Option<ItemId>,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
    slots: &mut Vec<Slot>,
) {
    let thing = item.and_then(|id| dossier.item(id));
    for question in group {
        let fits = thing.is_none_or(|thing| is_about(question, thing, dossier));
        if fits && !question.retired && is_shown(question, item, catalogue, dossier, today) {
            let slot = Slot { item, question: question.id.clone() };
            if item.is_none_or(|item| is_its_turn(question, item, catalogue, dossier, today))
                || dossier.answer(&slot).is_some()
            {
                slots.push(slot);
            }
        }
    }
}

/// Whether a question is asked as things stand, answered or not.
pub fn is_asked(slot: &Slot, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> bool {
    catalogue
        .at(slot)
        .is_some_and(|question| !question.retired && is_shown(question, slot.item, catalogue, dossier, today))
}

/// Whether what was told elsewhere says enough, so that nobody need find out the answer any more.
pub fn is_settled(slot: &Slot, catalogue: &Catalogue, dossier: &Dossier, today: NaiveDate) -> bool {
    let question = catalogue.at(slot);
    question.is_some_and(|question| one_holds(&question.settled_by, slot.item, catalogue, dossier, today))
}

/// Whether a question is asked about an item on the way through, and not only when somebody comes back to it.
fn is_its_turn(
    question: &Question,
    item: ItemId,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> bool {
    is_chosen(question, item, dossier)
        && suggestion(question, item, catalogue, dossier).is_none()
        && question.foremost.is_none_or(|most| is_foremost(item, most, catalogue, dossier, today))
}

/// Whether a thing is among those that a question is asked about first.
fn is_chosen(question: &Question, item: ItemId, dossier: &Dossier) -> bool {
    let Some(first) = &question.first else { return true };
    dossier.chosen(first.as_str()).iter().any(|chosen| chosen.id == item)
}

fn is_shown(
    question: &Question,
    item: Option<ItemId>,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> bool {
    if question.kind == Kind::Order && call_list(dossier).len() < 2 {
        return false;
    }
    let thing = item.and_then(|id| dossier.item(id));
    // One firm is asked about once, whatever it does.
    let is_asked_of_firm = question.kind != Kind::Contact && question.each.contains(&ItemKind::Supplier);
    if is_asked_of_firm && thing.is_some_and(|thing| !speaks_for_firm(thing, dossier)) {
        return false;
    }
    if thing.is_some_and(|thing| question.not_for.contains(&thing.role)) {
        return false;
    }
    if question.kind == Kind::Items && !dossier.items().any(|item| question.of.contains(&item.kind)) {
        return false;
    }
    match question.show_if.as_slice() {
        [] => true,
        [only] => holds(only, item, catalogue, dossier, today),
        several => one_holds(several, item, catalogue, dossier, today),
    }
}

/// Whether one of several holds whose question is itself asked.
fn one_holds(
    conditions: &[ShowIf],
    item: Option<ItemId>,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> bool {
    conditions.iter().any(|condition| {
        is_asked(&looked_at(condition, item, catalogue), catalogue, dossier, today)
            && holds(condition, item, catalogue, dossier, today)
    })
}

/// The slot that a condition looks at.
fn looked_at(condition: &ShowIf, item: Option<ItemId>, catalogue: &Catalogue) -> Slot {
    let is_about = !each(condition, catalogue).is_empty();
    Slot { item: item.filter(|_| is_about), question: condition.question.clone() }
}

/// The kinds of things about which a condition looks at an answer; none: it is about the company.
fn each<'c>(condition: &ShowIf, catalogue: &'c Catalogue) -> &'c [ItemKind] {
    catalogue.question(condition.question.as_str()).map_or(&[], |earlier| earlier.each.as_slice())
}

/// Whether the earlier answer was so.
pub(super) fn holds(
    condition: &ShowIf,
    item: Option<ItemId>,
    catalogue: &Catalogue,
    dossier: &Dossier,
    today: NaiveDate,
) -> bool {
    let ShowIf { any_of, none_of, support, or_unknown, day, .. } = condition;
    let about = each(condition, catalogue);
    if item.is_none() && !about.is_empty() {
        // About the company it holds as soon as it does for one of its things.
        let mut things = dossier.items().filter(|thing| about.contains(&thing.kind));
        return things.any(|thing| holds(condition, Some(thing.id), catalogue, dossier, today));
    }
    let slot = looked_at(condition, item, catalogue);
    let value = dossier.value(&slot);
    if !support.is_empty() {
        return support.contains(&value.map_or(Told::Nothing, |value| catalogue.told_about(value, today)));
    }
    if let Some(age) = day {
        let is_old = matches!(value, Some(Value::Date(day)) if is_long_ago(*day, today));
        // A day that is no longer asked for says nothing about what stands in its place.
        return value.is_some() && is_old == (*age == Age::Old) && is_asked(&slot, catalogue, dossier, today);
    }
    match value {
        None => false,
        Some(Value::Unknown | Value::Skipped) => *or_unknown,
        Some(Value::Items(chosen)) => item.map_or(!chosen.is_empty(), |item| chosen.contains(&item)),
        Some(Value::Choice(choice)) if none_of.contains(choice) => false,
        Some(Value::Item(who)) if any_of.is_empty() && item.is_some() && about.is_empty() => {
            item == Some(*who) && dossier.item(*who).is_some_and(has_customers)
        }
        Some(value) if any_of.is_empty() => value.is_known(),
        Some(Value::Choice(choice)) => any_of.contains(choice),
        Some(Value::Choices(choices)) => choices.iter().any(|choice| any_of.contains(choice)),
        Some(Value::Item(who)) => {
            looks_for_a_member(condition, catalogue)
                && dossier.item(*who).is_some_and(|who| who.person.is_some())
        }
        Some(_) => false,
    }
}

/// Whether "dat ben ik" is among the choices that are looked for. Whoever says so of a question for a person is written down.
fn looks_for_a_member(condition: &ShowIf, catalogue: &Catalogue) -> bool {
    let earlier = catalogue.question(condition.question.as_str());
    let mut choices = condition.any_of.iter().filter_map(|id| earlier?.choice(id.as_str()));
    choices.any(|choice| choice.myself)
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
