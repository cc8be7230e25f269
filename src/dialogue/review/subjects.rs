//! What was told about one thing in one section, to confirm, change or take off. What weighs most and is oldest comes
//! first.

use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, shown_value},
        results::risks::both,
        review::{Spot, endings, go_on, left},
        step::{Draft, Step, not_an_answer, section_title},
        things::hanging,
        tick_question,
    },
    domain::{
        agreement,
        crown_jewels::is_crown_jewel,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId, Slug},
        item::{Item, ItemKind, Value},
        member::{Member, member},
        review::{Subject, Weight, going_on_since, in_order},
        risk::Grade,
        schedule::{
            exercise,
            habits::{Habits, person_word},
        },
    },
    questionnaire::{Kind, judgement, walk},
    text::Msg,
};

/// The section about backups.
const BACKUPS: &str = "backups";

/// What was told about one thing, or about the company itself, in one section.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// The section.
    pub section: Slug,
    /// The thing; `None`: the company itself.
    pub item: Option<ItemId>,
}

impl Unit {
    /// What an answer belongs to.
    pub fn of(slot: &Slot, world: &World<'_>) -> Option<Self> {
        let section = world.content.catalogue.section_of(slot.question.as_str())?;
        Some(Self { section: section.id.clone(), item: slot.item })
    }
}

/// The answers of a section that a review looks at. People and their order are looked at as numbers, and days that have
/// passed by themselves.
fn answered(section: &Slug, dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let catalogue = &world.content.catalogue;
    let slots = catalogue
        .section(section.as_str())
        .map(|section| walk::slots(section, catalogue, dossier, world.today));
    let fits = |slot: &Slot| {
        let asks = catalogue.at(slot).is_some_and(|question| {
            !question.repeat && !matches!(question.kind, Kind::Contact | Kind::Order)
        });
        asks && dossier.answer(slot).is_some() && !endings::is_looked_at_alone(slot, dossier, world)
    };
    slots.unwrap_or_default().into_iter().filter(fits).collect()
}

fn slots_of(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let slots = answered(&unit.section, dossier, world);
    slots.into_iter().filter(|slot| slot.item == unit.item).collect()
}

/// What is still to be looked at, in the order of asking.
pub fn open(dossier: &Dossier, world: &World<'_>) -> Vec<Subject<Unit>> {
    let Some(since) = going_on_since(dossier) else { return Vec::new() };
    let mut subjects: Vec<Subject<Unit>> = Vec::new();
    for section in &world.content.catalogue.sections {
        for slot in answered(&section.id, dossier, world) {
            let Some(told_at) = dossier.answer(&slot).map(|answer| answer.at).filter(|at| *at < since) else {
                continue;
            };
            let key = Unit { section: section.id.clone(), item: slot.item };
            match subjects.iter_mut().find(|subject| subject.key == key) {
                Some(subject) => subject.told_at = subject.told_at.min(told_at),
                None => {
                    let weight = weight(&key, dossier, world);
                    subjects.push(Subject { key, weight, told_at });
                }
            }
        }
    }
    in_order(subjects)
}

fn weight(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Weight {
    let item = unit.item.and_then(|id| dossier.item(id));
    let jewel = item.is_some_and(|item| is_crown_jewel(item, dossier));
    let risk = item.and_then(|item| judgement::risk(item, &world.content.catalogue, dossier));
    let is_high = risk.and_then(|risk| risk.grade()).is_some_and(|grade| grade >= Grade::High);
    match unit.section.as_str() {
        _ if is_high => Weight::HighRisk,
        _ if jewel => Weight::Jewel,
        BACKUPS => Weight::Backup,
        _ => Weight::Rest,
    }
}

/// One thing with its answers.
pub fn card(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Card {
    let slots = slots_of(unit, dossier, world);
    let mut lines = vec![Msg::new("review-subject").msg("name", name(unit, dossier, world))];
    lines.extend(reason(unit, &slots, dossier, world));
    lines.extend(slots.iter().filter_map(|slot| answer_line(slot, dossier, world)));
    lines.push(Msg::new("review-still").number("count", left(dossier, world)));
    let section = section_title(&unit.section);
    let gone = match unit.item.and_then(|id| dossier.item(id)).map(|item| item.kind) {
        Some(ItemKind::Risk) => "review-gone-risk",
        _ => "review-gone",
    };
    let offer = Offer::new(Typing::Options)
        .option("review-yes", Tap::Yes)
        .option("review-changed", Tap::Changed)
        .option_if(unit.item.is_some(), gone, Tap::Remove)
        .option(Msg::new("review-section-unchanged").msg("section", section), Tap::Unchanged);
    Card { lines, offer }
}

/// "kassa", "kassa, de stroom valt uit", "Back-ups".
fn name(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Msg {
    match unit.item.and_then(|id| dossier.find(id)) {
        Some(item) => item_name(item, dossier, world),
        None => section_title(&unit.section),
    }
}

/// What an item is called in a review; a risk with what it is about.
pub fn item_name(item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    match (judgement::risk(item, &world.content.catalogue, dossier), &item.contact.name) {
        (Some(risk), _) => both(&risk, world),
        (None, Some(name)) => Msg::new("told").told("text", name),
        (None, None) => Msg::new(format!("role-{}", item.role)),
    }
}

/// Why this comes now.
fn reason(unit: &Unit, slots: &[Slot], dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let oldest = slots.iter().filter_map(|slot| dossier.answer(slot)).map(|answer| answer.at).min()?;
    let seen = Msg::new("review-seen").date("date", Habits::of(dossier).date(oldest));
    Some(match weight(unit, dossier, world) {
        Weight::Jewel => Msg::new("review-why-jewel").msg("seen", seen),
        Weight::Backup => Msg::new("review-why-backup").msg("seen", seen),
        Weight::HighRisk => Msg::new("review-why-risk").msg("seen", seen),
        Weight::Rest => seen,
    })
}

fn answer_line(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.at(slot)?;
    let value = dossier.value(slot)?;
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let answer = shown_value(question, value, dossier, world);
    Some(Msg::new("answers-line").msg("question", short).msg("answer", answer))
}

/// The answers about one thing, to choose which one changed.
pub fn which_card(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Card {
    let slots = slots_of(unit, dossier, world);
    let offer = (0u16..).zip(&slots).fold(Offer::new(Typing::Options), |offer, (place, slot)| {
        let short = about(Msg::new(format!("q-{}.short", slot.question)), slot, dossier);
        offer.option(short, Tap::Number(place))
    });
    Card { lines: vec!["review-which".into()], offer: offer.option("option-back", Tap::Back) }
}

/// A turn at one thing.
pub fn step(mut draft: Draft<'_>, unit: &Unit, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Yes) => {
            let slots = slots_of(unit, &draft.dossier, draft.world);
            confirm(&mut draft, &slots);
            go_on(draft, None)
        }
        Input::Pick(Tap::Changed) => {
            let slots = slots_of(unit, &draft.dossier, draft.world);
            match slots.as_slice() {
                [only] => draft.finish(change(only)),
                _ => draft.finish(Place::Review { spot: Spot::Which(unit.clone()), undo: None }),
            }
        }
        Input::Pick(Tap::Remove) if hangs_on(unit, &draft.dossier, draft.world).is_some() => {
            draft.finish(Place::Review { spot: Spot::Gone(unit.clone()), undo: None })
        }
        Input::Pick(Tap::Remove) => take_off(draft, unit),
        Input::Pick(Tap::Unchanged) => {
            let slots = answered(&unit.section, &draft.dossier, draft.world);
            confirm(&mut draft, &slots);
            draft.say(Msg::new("review-section-noted").msg("section", section_title(&unit.section)));
            go_on(draft, None)
        }
        _ => not_an_answer(draft, state, input),
    }
}

fn hangs_on(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    hanging::line(dossier.item(unit.item?)?, dossier, world)
}

/// What hangs on it, and whether it is gone all the same.
pub fn gone_card(unit: &Unit, dossier: &Dossier, world: &World<'_>) -> Card {
    let line = hangs_on(unit, dossier, world).unwrap_or_else(|| name(unit, dossier, world));
    Card { lines: vec![line], offer: hanging::sure() }
}

/// Whether it is gone.
pub fn gone(draft: Draft<'_>, unit: &Unit, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Yes) => take_off(draft, unit),
        Input::Pick(Tap::No) => draft.finish(Place::Review { spot: Spot::Subject(unit.clone()), undo: None }),
        _ => not_an_answer(draft, state, input),
    }
}

/// Which answer changed.
pub fn which(draft: Draft<'_>, unit: &Unit, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Number(place)) => {
            let slots = slots_of(unit, &draft.dossier, draft.world);
            match slots.get(usize::from(*place)) {
                Some(slot) => draft.finish(change(slot)),
                None => not_an_answer(draft, state, input),
            }
        }
        Input::Pick(Tap::Back) => {
            draft.finish(Place::Review { spot: Spot::Subject(unit.clone()), undo: None })
        }
        _ => not_an_answer(draft, state, input),
    }
}

fn change(slot: &Slot) -> Place {
    Place::Question { slot: slot.clone(), part: Part::Whole, visit: Visit::Review }
}

/// The same answer, told again by whoever confirms it: a new revision. One that was told in this review stays whose it
/// is.
fn confirm(draft: &mut Draft<'_>, slots: &[Slot]) {
    let Some(since) = going_on_since(&draft.dossier) else { return };
    for slot in slots {
        let old = draft.dossier.answer(slot).filter(|answer| answer.at < since);
        if let Some(value) = old.map(|answer| answer.value.clone()) {
            let kept = exercise::stands_since(slot, &draft.dossier, &Habits::of(&draft.dossier));
            let words_of = words_of(slot, draft);
            draft.save(slot, value);
            if let Some((slot, on)) = kept {
                draft.save(&slot, Value::Date(on));
            }
            if let Some((slot, person)) = words_of {
                draft.save(&slot, Value::Choice(person_word(person)));
            }
        }
    }
}

/// The colleague whose words an answer about an agreement says, and where that is kept. Of who has left, they are from
/// now on the words of whoever confirms them.
fn words_of(slot: &Slot, draft: &Draft<'_>) -> Option<(Slot, PersonId)> {
    let kept = agreement::teller_slot(slot)?;
    let person = agreement::told_by(draft.dossier.item(slot.item?)?, slot.question.as_str())?;
    let is_colleague =
        person != draft.world.person && member(&draft.members, person).is_some_and(Member::is_confirmed);
    is_colleague.then_some((kept, person))
}

/// Takes a thing off, and its tick away if it came from one; it can be put back.
fn take_off(mut draft: Draft<'_>, unit: &Unit) -> Step {
    let Some(item) = unit.item.and_then(|id| draft.dossier.item(id)).cloned() else {
        return go_on(draft, None);
    };
    let id = item.id;
    draft.say(Msg::new("review-taken-off").msg("name", name(unit, &draft.dossier, draft.world)));
    tick(&mut draft, &item, false);
    draft.save_item(Item { removed: true, ..item });
    go_on(draft, Some(id))
}

/// Puts back what was just taken off.
pub fn put_back(draft: &mut Draft<'_>, id: ItemId) {
    let Some(item) = draft.dossier.find(id).cloned() else { return };
    tick(draft, &item, true);
    draft.save_item(Item { removed: false, ..item });
    draft.say("line-put-back");
}

/// The tick that made an item says whether it is there; a second one of the same sort keeps it.
fn tick(draft: &mut Draft<'_>, item: &Item, on: bool) {
    let others = |other: &Item| other.id != item.id && other.kind == item.kind && other.role == item.role;
    let made_by = draft.world.content.catalogue.questions().find(|question| {
        question.kind == Kind::Many
            && question.adds == Some(item.kind)
            && question.choice(item.role.as_str()).is_some()
    });
    let Some(question) = made_by.filter(|_| !draft.dossier.items().any(others)) else { return };
    let slot = Slot { item: None, question: question.id.clone() };
    let Some(Value::Choices(ticks)) = draft.dossier.value(&slot).cloned() else { return };
    let mut ticks: Vec<Slug> = ticks.into_iter().filter(|id| *id != item.role).collect();
    if on {
        ticks.push(item.role.clone());
    }
    tick_question::save(draft, question, &slot, &ticks);
}

#[cfg(test)]
mod tests;
