//! Questions with several answers at once: a list to tick, then "klaar". Ticks can make things.
//!
//! ```text
//! > laptop, kassa, iets anders
//! < Wat is dat andere? Typ hoe het heet.
//! > de oven met wifi
//! < ✓ Laptop, Kassa, de oven met wifi
//! ```

use crate::{
    dialogue::{
        Part, State, World, follows,
        input::Input,
        offer::{Offer, Tap, Typing},
        question_card::choice_label,
        sitting::{self, Asked},
        step::{Draft, Step, not_an_answer},
        things::{adding, hanging},
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::Slug,
        item::{Item, ItemKind, Value},
    },
    questionnaire::{Choice, Question, judgement},
    text::Msg,
};

/// Longer than this is no name of a thing.
const LONGEST_NAME: usize = 500;

/// The list with what is ticked.
pub fn offer(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Offer {
    let ticked = ticked(slot, dossier);
    let choices = judgement::choices(question, slot.item, &world.content.catalogue, dossier, world.today);
    let list = choices.into_iter().map(|choice| {
        let label = choice_label(question, choice.id.as_str());
        (tick(label, ticked.contains(&choice.id)), Tap::Choice(choice.id.clone()))
    });
    ended(Offer::new(Typing::Several).each(list), ticked.is_empty())
}

/// The list with its end beneath it: "klaar", or what that means while nothing is ticked. Once something is, "geen van deze" is
/// no end any more and understood where it is typed.
pub fn ended(list: Offer, nothing_ticked: bool) -> Offer {
    match nothing_ticked {
        true => list.option("option-none", Tap::Done),
        false => list.option("option-done", Tap::Done).hidden("option-none", Tap::Nothing),
    }
}

/// A label with its tick box.
pub fn tick(label: Msg, is_ticked: bool) -> Msg {
    Msg::new(if is_ticked { "ticked" } else { "unticked" }).msg("label", label)
}

/// A turn at a list to tick.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let Asked { question, slot, part, .. } = *asked;
    let before = ticked(slot, &draft.dossier);
    match input {
        Input::Text(text) if part == Part::Name => {
            let is_taken = name_others(&mut draft, question, slot, text);
            if is_taken && nameless(question, slot, &draft.dossier).is_some() {
                return draft.finish(state.clone());
            }
            sitting::acknowledged(draft, asked)
        }
        _ if part == Part::Name => not_an_answer(draft, state, input),
        _ if part == Part::Leaving => at_leaving(draft, asked, state, input),
        Input::Pick(Tap::Choice(id)) => toggled(draft, asked, state, &before, id),
        Input::Picks(taps) => match (taps.as_slice(), before.is_empty()) {
            ([Tap::Choice(id)], false) => toggled(draft, asked, state, &before, id),
            _ => {
                let ids: Option<Vec<Slug>> = taps.iter().map(choice_of).collect();
                let Some(ids) = ids else { return not_an_answer(draft, state, &Input::NoSuchNumber) };
                if asked.visit.goes_on() && refuses_so_many(&mut draft, question, ids.len()) {
                    return draft.finish(state.clone());
                }
                save(&mut draft, question, slot, &ids);
                done(draft, asked)
            }
        },
        Input::Partly(taps, unknown) => {
            let told = taps.iter().filter_map(choice_of).filter(|id| !before.contains(id));
            let ticks: Vec<Slug> = before.iter().cloned().chain(told).collect();
            if !(asked.visit.goes_on() && refuses_so_many(&mut draft, question, ticks.len())) {
                save(&mut draft, question, slot, &ticks);
                draft.say(not_in_the_list(unknown));
            }
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Nothing) => {
            save(&mut draft, question, slot, &[]);
            done(draft, asked)
        }
        Input::Pick(Tap::Done) => done(draft, asked),
        _ => not_an_answer(draft, state, input),
    }
}

/// What was said among what is in the list, and is not.
pub fn not_in_the_list(unknown: &str) -> Msg {
    Msg::new("ticks-partly").told("unknown", unknown)
}

fn toggled(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, before: &[Slug], id: &Slug) -> Step {
    let mut ticks = before.to_vec();
    match ticks.iter().position(|known| known == id) {
        Some(place) => {
            ticks.remove(place);
        }
        None => ticks.push(id.clone()),
    }
    // To begin with a few; whoever comes back can add the others.
    let limited = asked.visit.goes_on() && ticks.len() > before.len();
    if !(limited && refuses_so_many(&mut draft, asked.question, ticks.len())) {
        save(&mut draft, asked.question, asked.slot, &ticks);
    }
    if !asked.visit.goes_on() {
        let follows = follows::lines(draft.world.dossier, &draft.dossier, draft.world);
        follows.into_iter().for_each(|line| draft.say(line));
    }
    draft.finish(state.clone())
}

/// Says so when more was chosen than can be.
pub fn refuses_so_many(draft: &mut Draft<'_>, question: &Question, count: usize) -> bool {
    let most = judgement::most(question, &draft.world.content.catalogue, &draft.dossier);
    let Some(most) = most.filter(|most| count > *most) else { return false };
    draft.say(Msg::new("ticks-too-many").number("most", most));
    true
}

fn ticked(slot: &Slot, dossier: &Dossier) -> Vec<Slug> {
    match dossier.value(slot) {
        Some(Value::Choices(ids)) => ids.clone(),
        _ => Vec::new(),
    }
}

/// Ticks just these, in the catalogue's order.
pub fn save(draft: &mut Draft<'_>, question: &Question, slot: &Slot, ticks: &[Slug]) {
    let in_order = question.choices.iter().map(|choice| &choice.id).filter(|id| ticks.contains(id)).cloned();
    draft.save(slot, Value::Choices(in_order.collect()));
}

/// What is ticked is the answer. When something hangs on what was unticked, shows what and asks first.
fn done(draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    if leaving(asked.question, asked.slot, &draft.dossier, draft.world).is_empty() {
        return settled(draft, asked);
    }
    draft.finish(asked.at(Part::Leaving))
}

/// The things that go with a tick that was taken away, and on which something hangs.
fn leaving<'d>(question: &Question, slot: &Slot, dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let Some(kind) = question.adds else { return Vec::new() };
    let ticks = ticked(slot, dossier);
    let leaves = |item: &&Item| {
        item.about == slot.item
            && question.choice(item.role.as_str()).is_some()
            && !ticks.contains(&item.role)
    };
    let things = dossier.items_of(kind).filter(leaves);
    things.filter(|item| hanging::line(item, dossier, world).is_some()).collect()
}

/// What hangs on them, thing by thing.
pub fn leaving_lines(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let things = leaving(question, slot, dossier, world);
    things.into_iter().filter_map(|item| hanging::line(item, dossier, world)).collect()
}

fn at_leaving(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Yes) => settled(draft, asked),
        Input::Pick(Tap::No) => {
            let mut ticks = ticked(asked.slot, &draft.dossier);
            let staying = leaving(asked.question, asked.slot, &draft.dossier, draft.world);
            ticks.extend(staying.into_iter().map(|item| item.role.clone()));
            save(&mut draft, asked.question, asked.slot, &ticks);
            settled(draft, asked)
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// The ticks count from now on. Whoever ticked "iets anders" is asked what that is.
fn settled(mut draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    settle(&mut draft, asked.question, asked.slot);
    if nameless(asked.question, asked.slot, &draft.dossier).is_some() {
        return draft.finish(asked.at(Part::Name));
    }
    sitting::acknowledged(draft, asked)
}

/// Makes a thing for every tick, and takes off the things of ticks that were taken away. What was told about those
/// comes back with the tick.
fn settle(draft: &mut Draft<'_>, question: &Question, slot: &Slot) {
    if !matches!(draft.dossier.value(slot), Some(Value::Choices(_))) {
        draft.save(slot, Value::Choices(Vec::new()));
    }
    let Some(kind) = question.adds else { return };
    let ticks = ticked(slot, &draft.dossier);
    for choice in &question.choices {
        let of_choice = |item: &&Item| item.kind == kind && item.role == choice.id && item.about == slot.item;
        let there: Vec<Item> = draft.dossier.items().filter(of_choice).cloned().collect();
        let gone = draft.dossier.items_ever().filter(of_choice).find(|item| item.removed).cloned();
        match (ticks.contains(&choice.id), there.is_empty(), gone) {
            (true, true, Some(item)) => draft.save_item(Item { removed: false, ..item }),
            (true, true, None) => {
                let item = draft.dossier.new_item(kind, choice.id.clone(), Contact::default());
                draft.save_item(Item { about: slot.item, ..item });
            }
            (false, false, _) => {
                there.into_iter().for_each(|item| draft.save_item(Item { removed: true, ..item }));
            }
            _ => {}
        }
    }
}

/// The ticked choice that says too little by itself, with the thing that it made and that has no name yet.
pub fn nameless<'a>(
    question: &'a Question,
    slot: &Slot,
    dossier: &'a Dossier,
) -> Option<(&'a Choice, &'a Item)> {
    let kind: ItemKind = question.adds?;
    let choice = question.choices.iter().find(|choice| choice.which)?;
    let of_choice = |item: &&Item| item.role == choice.id && item.about == slot.item;
    let mut things = dossier.items_of(kind).filter(of_choice);
    things.find(|item| item.contact.name.is_none()).map(|item| (choice, item))
}

/// "De oven met wifi, de weegschaal": a thing for every name, the nameless one first. Gives whether something is called so
/// already; that gets no double.
fn name_others(draft: &mut Draft<'_>, question: &Question, slot: &Slot, text: &str) -> bool {
    let names = text.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let mut is_any_taken = false;
    for name in names {
        let name: String = name.chars().take(LONGEST_NAME).collect();
        let is_taken = question
            .adds
            .is_some_and(|kind| adding::called(draft, kind, &name).any(|known| known.about == slot.item));
        if is_taken {
            draft.say(Msg::new("thing-called-so").told("name", &name));
            is_any_taken = true;
            continue;
        }
        let thing = nameless(question, slot, &draft.dossier).map(|(_, item)| item.clone());
        let role = question.choices.iter().find(|choice| choice.which).map(|choice| choice.id.clone());
        let thing = thing.or_else(|| {
            question.adds.zip(role).map(|(kind, role)| draft.dossier.new_item(kind, role, Contact::default()))
        });
        if let Some(mut item) = thing {
            item.contact.name = Some(name.into());
            item.about = slot.item;
            draft.save_item(item);
        }
    }
    is_any_taken
}

fn choice_of(tap: &Tap) -> Option<Slug> {
    match tap {
        Tap::Choice(id) => Some(id.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place, Visit, question_card::shown_value},
        domain::{
            ids::{ItemId, PersonId},
            item::Answer,
        },
        text::Language,
    };

    fn slot(item: Option<ItemId>, question: &str) -> Slot {
        Slot { item, question: question.into() }
    }

    fn tell(dossier: &mut Dossier, slot: Slot, value: Value) {
        let (by, at) = (PersonId(Uuid::nil()), DateTime::<Utc>::UNIX_EPOCH);
        dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
    }

    /// One turn at the list of suppliers; gives where it leads and the dossier after it.
    fn turn(part: Part, input: &Input, dossier: &Dossier) -> (Place, Dossier) {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        let slot = slot(None, "suppliers");
        let place = Place::Question { slot: slot.clone(), part, visit: Visit::Change };
        let step = sitting::step(Draft::new(&world), &place.into(), input);
        let mut after = dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        (step.next.place, after)
    }

    #[test]
    fn a_supplier_on_whom_something_hangs_is_not_unticked_without_a_question() {
        let mut dossier = Dossier::default();
        let firm = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
        dossier.save_item(firm.clone());
        let line = dossier.new_item(ItemKind::Connection, "fixed-internet".into(), Contact::default());
        dossier.save_item(line.clone());
        tell(&mut dossier, slot(Some(line.id), "connection-supplier"), Value::Item(firm.id));
        tell(&mut dossier, slot(None, "suppliers"), Value::Choices(Vec::new()));
        let (place, after) = turn(Part::Whole, &Input::Pick(Tap::Done), &dossier);
        assert!(matches!(place, Place::Question { part: Part::Leaving, .. }), "{place:?}");
        assert!(after.item(firm.id).is_some());
        let (_, kept) = turn(Part::Leaving, &Input::Pick(Tap::No), &after);
        assert!(kept.item(firm.id).is_some());
        let ticks = Value::Choices(vec!["internet".into()]);
        assert_eq!(kept.value(&slot(None, "suppliers")), Some(&ticks), "its tick comes back");
        let (_, gone) = turn(Part::Leaving, &Input::Pick(Tap::Yes), &after);
        assert!(gone.item(firm.id).is_none() && gone.find(firm.id).is_some());
    }

    #[test]
    fn what_is_called_so_already_gets_no_double() {
        let mut dossier = Dossier::default();
        for role in ["till", "other-device"] {
            dossier.save_item(dossier.new_item(ItemKind::Device, role.into(), Contact::default()));
        }
        let ticks = Value::Choices(vec!["till".into(), "other-device".into()]);
        tell(&mut dossier, slot(None, "devices"), ticks);
        let named = |text: &str| {
            let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
            let (slot, visit) = (slot(None, "devices"), Visit::Change);
            let place = Place::Question { slot, part: Part::Name, visit };
            let step = sitting::step(Draft::new(&world), &place.clone().into(), &Input::Text(text.into()));
            let mut after = dossier.clone();
            step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
            let names: Vec<String> = after
                .items()
                .filter_map(|item| item.contact.name.as_ref())
                .map(|name| name.to_string())
                .collect();
            (step.next.place == place, names.join(" "))
        };
        assert_eq!(named("Kassa"), (true, String::new()), "its name is asked again");
        assert_eq!(named("de oven, kassa"), (false, "de oven".to_owned()));
    }

    #[test]
    fn what_something_else_turned_out_to_be_is_said_in_its_place() {
        let mut dossier = Dossier::default();
        for (role, name) in [("laptop", None), ("other-device", Some("de oven")), ("other-device", None)] {
            let contact = Contact { name: name.map(Into::into), ..Contact::default() };
            dossier.save_item(dossier.new_item(ItemKind::Device, role.into(), contact));
        }
        let ticks = Value::Choices(vec!["laptop".into(), "other-device".into()]);
        let said = |question: &str| {
            let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
            let question = CONTENT.catalogue.question(question).unwrap();
            CONTENT.texts.for_machine(Language::Nl, &shown_value(question, &ticks, &dossier, &world))
        };
        assert_eq!(said("devices"), "Laptop, de oven");
    }

    #[test]
    fn a_supplier_on_whom_nothing_hangs_goes_with_its_tick() {
        let mut dossier = Dossier::default();
        let firm = dossier.new_item(ItemKind::Supplier, "insurer".into(), Contact::default());
        dossier.save_item(firm.clone());
        tell(&mut dossier, slot(None, "suppliers"), Value::Choices(Vec::new()));
        let (_, after) = turn(Part::Whole, &Input::Pick(Tap::Done), &dossier);
        assert!(after.item(firm.id).is_none());
        let ticks = Value::Choices(vec!["internet".into(), "insurer".into()]);
        tell(&mut dossier, slot(None, "suppliers"), ticks);
        let (place, after) = turn(Part::Whole, &Input::Pick(Tap::Nothing), &dossier);
        assert!(after.item(firm.id).is_none(), "none of them");
        assert_eq!(after.value(&slot(None, "suppliers")), Some(&Value::Choices(Vec::new())));
        assert!(!matches!(place, Place::Question { .. }), "it is answered: {place:?}");
    }
}
