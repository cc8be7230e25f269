//! Another name, one more of the same, and two that are one.

use crate::{
    dialogue::{
        Field, Place, State, World, another_party,
        change::Change,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        results::name,
        step::{Draft, Step, not_an_answer},
        things::{adding, list, one},
    },
    domain::{
        contact::Contact,
        crown_jewels::CROWN_JEWELS,
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{Item, ItemKind, Value},
        noted::{self, is_note},
    },
    questionnaire::Question,
    text::Msg,
};

/// More things than this are found by name.
const MOST_SHOWN: usize = 12;

pub(super) fn rename_card(id: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(item) = dossier.item(id) else {
        return Card {
            lines: vec!["what-if-gone".into()],
            offer: Offer::default().option("option-back", Tap::Back),
        };
    };
    let ask = Msg::new("thing-ask-new-name").msg("name", name(item, world));
    Card { lines: vec![ask], offer: Offer::new(Typing::Free).option("option-back", Tap::Back) }
}

pub(super) fn at_rename(mut draft: Draft<'_>, state: &State, id: ItemId, input: &Input) -> Step {
    let Some(mut item) = draft.dossier.item(id).cloned() else { return draft.finish(list()) };
    match input {
        Input::Text(text) if !text.contains(char::is_alphabetic) => {
            draft.say("name-no-letter");
            draft.finish(state.clone())
        }
        Input::Text(text) => {
            let name = adding::fit_name(text);
            let is_taken = adding::called(&draft, item.kind, &name).any(|other| other.id != id);
            if is_taken {
                draft.say(Msg::new("thing-called-so").told("name", &name));
                return draft.finish(state.clone());
            }
            let before = item.clone();
            item.contact.name = Some(name.into());
            let asks = another_party::rename(&mut draft, &before, item);
            draft.say("thing-renamed");
            draft.finish(if asks { Place::LineField(id, Field::Party) } else { one(id) })
        }
        Input::Pick(Tap::Back) => draft.finish(one(id)),
        _ => not_an_answer(draft, state, input),
    }
}

/// One more of the same: what is true of the kind comes along, what is true of this one only is asked anew.
pub(super) fn copy(mut draft: Draft<'_>, item: &Item) -> Step {
    let catalogue = &draft.world.content.catalogue;
    let along: Vec<(Slug, Value)> = item
        .answers
        .iter()
        .filter(|(id, _)| catalogue.question(id.as_str()).is_some_and(is_about_the_kind))
        .filter(|(_, answer)| answer.value.is_known())
        .map(|(id, answer)| (id.clone(), answer.value.clone()))
        .collect();
    let contact = Contact { name: Some(next_name(&draft, item).into()), ..Contact::default() };
    let copy = draft.dossier.new_item(item.kind, item.role.clone(), contact);
    let id = copy.id;
    draft.save_item(copy);
    for (question, value) in &along {
        draft.save(&Slot { item: Some(id), question: question.clone() }, value.clone());
    }
    draft.say(Msg::new("thing-copied").number("count", along.len()));
    draft.finish(one(id))
}

/// Whether one more of the same has the same answer, and is asked for it at all: a copy of a crown jewel is none.
fn is_about_the_kind(question: &Question) -> bool {
    let of_chosen = question.show_if.iter().any(|condition| condition.question.as_str() == CROWN_JEWELS);
    !question.own && !question.retired && !of_chosen
}

/// "kassa 2", the first number that is free.
fn next_name(draft: &Draft<'_>, item: &Item) -> String {
    let texts = &draft.world.content.texts;
    let shown = |item: &Item| texts.for_machine(draft.language, &name(item, draft.world));
    let whole = shown(item);
    let stem = whole.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let stem = if stem.is_empty() { whole.as_str() } else { stem };
    let taken: Vec<String> = draft.dossier.items_of(item.kind).map(shown).collect();
    let free = (2u32..).map(|number| format!("{stem} {number}")).find(|name| !taken.contains(name));
    free.unwrap_or(whole)
}

pub(super) fn merge_card(id: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(item) = dossier.item(id) else { return rename_card(id, dossier, world) };
    let others = dossier.items_of(item.kind).filter(|other| other.id != id).enumerate();
    let offer = others.fold(Offer::new(Typing::Options), |offer, (place, other)| {
        let (label, tap) = (name(other, world), Tap::Item(other.id));
        if place < MOST_SHOWN { offer.option(label, tap) } else { offer.hidden(label, tap) }
    });
    let ask = Msg::new("thing-ask-twin").msg("name", name(item, world));
    Card { lines: vec![ask], offer: offer.option("option-back", Tap::Back) }
}

/// Two entries become one: this one stays, learns what only the other knew, and is named wherever the other was.
pub(super) fn at_merge(mut draft: Draft<'_>, state: &State, id: ItemId, input: &Input) -> Step {
    let other = match input {
        Input::Pick(Tap::Item(other)) => draft.dossier.item(*other).cloned(),
        Input::Pick(Tap::Back) => return draft.finish(one(id)),
        _ => return not_an_answer(draft, state, input),
    };
    let Some((mut item, other)) = draft.dossier.item(id).cloned().zip(other) else {
        return draft.finish(list());
    };
    for (question, answer) in &other.answers {
        let knows = item.answers.get(question).is_some_and(|own| own.value.is_known());
        if !knows && answer.value.is_known() && !is_note(question) {
            // Who told it, and when, stays as it was.
            let slot = Slot { item: Some(id), question: question.clone() };
            draft.change(Change::SaveAnswer(slot, answer.clone()));
        }
    }
    let contact = &mut item.contact;
    contact.name = contact.name.take().or_else(|| other.contact.name.clone());
    contact.hours = contact.hours.take().or_else(|| other.contact.hours.clone());
    for phone in &other.contact.phones {
        if !contact.phones.contains(phone) {
            contact.phones.push(phone.clone());
        }
    }
    draft.save_item(item);
    for (slot, value) in named(other.id, &draft.dossier) {
        let value = match value {
            Value::Items(mut ids) => {
                let there = ids.contains(&id);
                ids.retain(|known| *known != other.id || !there);
                ids.iter_mut().filter(|known| **known == other.id).for_each(|known| *known = id);
                Value::Items(ids)
            }
            _ => Value::Item(id),
        };
        draft.save(&slot, value);
    }
    move_risks(&mut draft, other.id, id);
    let (kind, role) = (other.kind, other.role.clone());
    let gone = Msg::new("thing-merged").msg("other", name(&other, draft.world));
    let note = noted::note_of_merging(other.id, id, &draft.dossier);
    draft.save_item(Item { removed: true, ..other });
    note.into_iter().for_each(|(slot, value)| draft.save(&slot, value));
    tick_along(&mut draft, kind, &role);
    draft.say(gone);
    draft.finish(one(id))
}

/// What can happen to the other thing can happen to this one from now on. Of two that are the same the one about which
/// more was told stays, whole: half a decision of each would be nobody's.
fn move_risks(draft: &mut Draft<'_>, from: ItemId, to: ItemId) {
    let about = |thing: ItemId, dossier: &Dossier| -> Vec<Item> {
        dossier.items().filter(|item| item.about == Some(thing)).cloned().collect()
    };
    let moved = about(from, &draft.dossier);
    if moved.is_empty() {
        return;
    }
    let told = |item: &Item| item.answers.values().filter(|answer| answer.value.is_known()).count();
    let own = about(to, &draft.dossier);
    for risk in moved {
        let is_same = |own: &&Item| {
            (own.kind, &own.role, &own.contact.name) == (risk.kind, &risk.role, &risk.contact.name)
        };
        match own.iter().find(is_same) {
            Some(twin) if told(twin) >= told(&risk) => leave_the_other(draft, risk),
            Some(twin) => {
                leave_the_other(draft, twin.clone());
                draft.save_item(Item { about: Some(to), ..risk });
            }
            None => draft.save_item(Item { about: Some(to), ..risk }),
        }
    }
    tick_what_is_about(draft, to);
}

/// Takes one of two off that are the same. Nobody is told that it is gone: the other is there.
fn leave_the_other(draft: &mut Draft<'_>, risk: Item) {
    draft.change(Change::SaveItem(Item { removed: true, ..risk }));
}

/// Keeps the lists that are ticked about a thing true to what there is about it.
fn tick_what_is_about(draft: &mut Draft<'_>, thing: ItemId) {
    let there: Vec<(ItemKind, Slug)> = draft
        .dossier
        .items()
        .filter(|item| item.about == Some(thing))
        .map(|item| (item.kind, item.role.clone()))
        .collect();
    let makes = |list: &Question, role: &Slug| {
        list.adds.is_some_and(|kind| there.iter().any(|(known, made)| *known == kind && made == role))
    };
    for list in draft.world.content.catalogue.questions().filter(|question| !question.each.is_empty()) {
        let ids: Vec<Slug> =
            list.choices.iter().map(|choice| &choice.id).filter(|id| makes(list, id)).cloned().collect();
        let slot = Slot { item: Some(thing), question: list.id.clone() };
        let is_ticked = matches!(draft.dossier.value(&slot), Some(Value::Choices(before)) if *before == ids);
        if !ids.is_empty() && !is_ticked {
            draft.save(&slot, Value::Choices(ids));
        }
    }
}

/// Every answer that names this thing, party or person.
pub(super) fn named(id: ItemId, dossier: &Dossier) -> Vec<(Slot, Value)> {
    let of = |item: Option<ItemId>| {
        let answers = dossier.answers(item).into_iter().flatten();
        answers.map(move |(question, answer)| (Slot { item, question: question.clone() }, &answer.value))
    };
    let all = of(None).chain(dossier.items().flat_map(|item| of(Some(item.id))));
    all.filter(|(_, value)| match value {
        Value::Item(named) => *named == id,
        Value::Items(ids) => ids.contains(&id),
        _ => false,
    })
    .map(|(slot, value)| (slot, value.clone()))
    .collect()
}

/// Keeps the tick list true to what is there: a tick for every role that something has.
pub fn tick_along(draft: &mut Draft<'_>, kind: ItemKind, role: &Slug) {
    let Some(list) = adding::lists(draft, kind).find(|list| list.choice(role.as_str()).is_some()) else {
        return;
    };
    let slot = Slot { item: None, question: list.id.clone() };
    let before = match draft.dossier.value(&slot) {
        Some(Value::Choices(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let there = draft.dossier.items_of(kind).any(|item| item.role == *role);
    if before.contains(role) == there {
        return;
    }
    let ticked = |id: &Slug| if id == role { there } else { before.contains(id) };
    let ids = list.choices.iter().map(|choice| &choice.id).filter(|id| ticked(id)).cloned().collect();
    draft.save(&slot, Value::Choices(ids));
}

/// Where somebody goes from a thing of this kind: the call list for whoever is on it.
pub(super) fn home(item: &Item, undo: Option<ItemId>) -> Place {
    match item.kind {
        ItemKind::Contact | ItemKind::Supplier => Place::Lines { undo },
        _ => Place::Things(super::At::List { page: 0, undo }),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, things::At},
        domain::{ids::PersonId, item::Answer, noted::STILL_THERE, review::STARTED},
    };

    fn tell(dossier: &mut Dossier, item: ItemId, question: &str, value: Value) {
        let answer =
            Answer { value, by: PersonId(Uuid::from_u128(7)), at: DateTime::<Utc>::UNIX_EPOCH, catalogue: 1 };
        dossier.save_answer(Slot::of(item, question), answer);
    }

    fn add(dossier: &mut Dossier, kind: ItemKind, role: &str, about: Option<ItemId>) -> ItemId {
        let item = dossier.new_item(kind, role.into(), Contact::default());
        let id = item.id;
        dossier.save_item(Item { about, ..item });
        id
    }

    /// The dossier after two things became one: `kept` stays.
    fn merged(dossier: &Dossier, kept: ItemId, other: ItemId) -> Dossier {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        let state = State::from(Place::Things(At::Merge(kept)));
        let step = at_merge(Draft::new(&world), &state, kept, &Input::Pick(Tap::Item(other)));
        let mut after = dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        after
    }

    #[test]
    fn two_things_of_a_kind_are_never_called_the_same() {
        let mut dossier = Dossier::default();
        let till = add(&mut dossier, ItemKind::Device, "till", None);
        let laptop = add(&mut dossier, ItemKind::Device, "laptop", None);
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
        let named = |id: ItemId, text: &str| {
            let state = State::from(Place::Things(At::Rename(id)));
            let step = at_rename(Draft::new(&world), &state, id, &Input::Text(text.into()));
            (step.changes.is_empty(), step.next.place == state.place)
        };
        assert_eq!(named(laptop, "Kassa"), (true, true), "it is asked again");
        assert_eq!(named(till, "Kassa"), (false, false), "its own name is free");
        assert_eq!(named(laptop, "Kassa 2"), (false, false));
    }

    #[test]
    fn of_two_risks_that_become_one_neither_is_called_gone() {
        let mut dossier = Dossier::default();
        let till = add(&mut dossier, ItemKind::Device, "till", None);
        let twin = add(&mut dossier, ItemKind::Device, "till", None);
        let risks = [till, twin].map(|thing| add(&mut dossier, ItemKind::Risk, "broken", Some(thing)));
        let (value, by) = (Value::Date(NaiveDate::default()), PersonId(Uuid::from_u128(7)));
        let begun = Answer { value, by, at: DateTime::<Utc>::UNIX_EPOCH, catalogue: 1 };
        dossier.save_answer(Slot::own(STARTED), begun);
        let after = merged(&dossier, till, twin);
        let is_noted = |id: ItemId| after.find(id).unwrap().answers.contains_key(STILL_THERE);
        assert_eq!(after.find(twin).unwrap().value(STILL_THERE), Some(&Value::Item(till)));
        assert!(!risks.into_iter().any(is_noted));
    }

    #[test]
    fn what_was_accepted_about_one_of_two_stays_when_they_become_one() {
        let mut dossier = Dossier::default();
        let till = add(&mut dossier, ItemKind::Device, "till", None);
        let twin = add(&mut dossier, ItemKind::Device, "till", None);
        let broken = add(&mut dossier, ItemKind::Risk, "broken", Some(till));
        let power = add(&mut dossier, ItemKind::Risk, "power", Some(twin));
        let twin_broken = add(&mut dossier, ItemKind::Risk, "broken", Some(twin));
        tell(&mut dossier, till, "threats", Value::Choices(vec!["broken".into()]));
        tell(&mut dossier, twin, "threats", Value::Choices(vec!["broken".into(), "power".into()]));
        tell(&mut dossier, power, "risk-choice", Value::Choice("accept".into()));
        tell(&mut dossier, twin_broken, "risk-chance", Value::Choice("seldom".into()));
        let after = merged(&dossier, till, twin);
        let risks: Vec<(ItemId, Option<ItemId>)> =
            after.items_of(ItemKind::Risk).map(|risk| (risk.id, risk.about)).collect();
        assert_eq!(
            risks,
            [(power, Some(till)), (twin_broken, Some(till))],
            "one of a kind, the one told about"
        );
        assert!(after.find(broken).is_some_and(|risk| risk.removed));
        let accepted = &after.item(power).unwrap().answers["risk-choice"];
        assert_eq!(accepted.by, PersonId(Uuid::from_u128(7)), "who accepted it is still known");
        let ticks = after.value(&Slot::of(till, "threats"));
        assert_eq!(ticks, Some(&Value::Choices(vec!["broken".into(), "power".into()])));
    }

    #[test]
    fn two_threats_of_ones_own_are_no_doubles() {
        let mut dossier = Dossier::default();
        let till = add(&mut dossier, ItemKind::Device, "till", None);
        let twin = add(&mut dossier, ItemKind::Device, "till", None);
        for (thing, name) in [(till, "Muizen"), (twin, "Meel in de lade")] {
            let risk = add(&mut dossier, ItemKind::Risk, "own-threat", Some(thing));
            let mut named = dossier.item(risk).cloned().unwrap();
            named.contact.name = Some(name.into());
            dossier.save_item(named);
        }
        assert_eq!(merged(&dossier, till, twin).items_of(ItemKind::Risk).count(), 2);
    }

    #[test]
    fn what_only_the_other_knew_stays_told_by_whoever_told_it() {
        let mut dossier = Dossier::default();
        let till = add(&mut dossier, ItemKind::Device, "till", None);
        let twin = add(&mut dossier, ItemKind::Device, "till", None);
        tell(&mut dossier, twin, "device-end", Value::Choice("accept".into()));
        let after = merged(&dossier, till, twin);
        assert_eq!(after.item(till).unwrap().answers["device-end"].by, PersonId(Uuid::from_u128(7)));
    }
}
