//! The things of the firm: all of them, one of them, and what can be done to it.
//!
//! ```text
//! > spullen
//! < Wat je hebt. Nog niets over verteld: modem, wifi.
//!   [1] laptop  [2] kassa  [3] modem  …  [9] Toevoegen  [10] Menu
//! > kassa
//! < kassa / Plek van kassa: op de toonbank
//!   [1] Verder: 5 vragen  …  [3] Andere naam  [4] Nog zo een  [5] Samenvoegen  [6] Weghalen  [7] Terug
//! ```

use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        input::Input,
        letter,
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, shown_value},
        results::{listed, name},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        dossier::{Dossier, Slot},
        firm::is_supplier,
        ids::ItemId,
        item::{Item, ItemKind},
    },
    questionnaire::walk,
    text::Msg,
};

pub mod adding;
pub mod changing;
pub mod hanging;

/// Things on one page: what a thumb can still choose from.
const PAGE: usize = 12;

/// The kinds that are listed, in this order.
pub const KINDS: [ItemKind; 5] =
    [ItemKind::Device, ItemKind::Software, ItemKind::Connection, ItemKind::Data, ItemKind::Supplier];

/// Where somebody is among the things.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// All of them.
    List {
        /// Page, counted from 0.
        page: u16,
        /// One that was just taken off and can be put back.
        undo: Option<ItemId>,
    },
    /// One of them.
    One(ItemId),
    /// Something new: of which kind?
    Kind,
    /// Something new of this kind: what is it called?
    Name(ItemKind),
    /// What is this one called from now on?
    Rename(ItemId),
    /// With which other one does this become one?
    Merge(ItemId),
    /// Things hang on it: take it off all the same?
    Remove(ItemId),
}

/// All things, from the first.
pub fn list() -> Place {
    Place::Things(At::List { page: 0, undo: None })
}

/// One thing.
pub fn one(id: ItemId) -> Place {
    Place::Things(At::One(id))
}

/// The card of a place among the things.
pub fn card(at: &At, dossier: &Dossier, world: &World<'_>) -> Card {
    match at {
        At::List { page, undo } => list_card(*page, *undo, dossier, world),
        At::One(id) => one_card(*id, dossier, world),
        At::Kind => adding::kind_card(),
        At::Name(kind) => adding::name_card(*kind),
        At::Rename(id) => changing::rename_card(*id, dossier, world),
        At::Merge(id) => changing::merge_card(*id, dossier, world),
        At::Remove(id) => hanging::card(*id, dossier, world),
    }
}

/// A turn among the things.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Things(at) = &state.place else { return draft.finish(Place::Menu) };
    match at {
        At::List { page, undo } => at_list(draft, state, *page, *undo, input),
        At::One(id) => at_one(draft, state, *id, input),
        At::Kind => adding::at_kind(draft, state, input),
        At::Name(kind) => adding::at_name(draft, state, *kind, input),
        At::Rename(id) => changing::at_rename(draft, state, *id, input),
        At::Merge(id) => changing::at_merge(draft, state, *id, input),
        At::Remove(id) => hanging::step(draft, state, *id, input),
    }
}

fn all<'d>(dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let ids = KINDS
        .iter()
        .flat_map(|kind| walk::items_in_order(&world.content.catalogue, dossier, *kind, world.today));
    ids.filter_map(|id| dossier.item(id)).collect()
}

fn list_card(page: u16, undo: Option<ItemId>, dossier: &Dossier, world: &World<'_>) -> Card {
    let things = all(dossier, world);
    let start = usize::from(page) * PAGE;
    let mut lines = vec![Msg::new(if things.is_empty() { "things-none" } else { "things-title" })];
    let untold = walk::left_for_later(&world.content.catalogue, dossier, world.today);
    let untold = untold.iter().filter_map(|id| dossier.item(*id)).map(|item| name(item, world)).collect();
    lines.extend(listed(untold).map(|names| Msg::new("things-untold").msg("names", names)));
    let mut offer = Offer::new(Typing::Options);
    for (place, item) in things.iter().enumerate() {
        let (label, tap) = (name(item, world), Tap::Item(item.id));
        let shown = (start..start + PAGE).contains(&place);
        offer = if shown { offer.option(label, tap) } else { offer.hidden(label, tap) };
    }
    let offer = offer
        .option("option-add", Tap::Add)
        .option_if(undo.is_some(), "option-undo", Tap::Undo)
        .option_if(things.len() > start + PAGE, "option-more", Tap::More)
        .option_if(page > 0, "option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

fn at_list(mut draft: Draft<'_>, state: &State, page: u16, undo: Option<ItemId>, input: &Input) -> Step {
    let turned_to = |page| Place::Things(At::List { page, undo: None });
    match input {
        Input::Pick(Tap::Item(id)) => draft.finish(one(*id)),
        Input::Pick(Tap::Add) => draft.finish(Place::Things(At::Kind)),
        Input::Pick(Tap::Undo) => {
            if let Some(item) = undo.and_then(|id| draft.dossier.find(id)).cloned() {
                let (kind, role) = (item.kind, item.role.clone());
                draft.save_item(Item { removed: false, ..item });
                changing::tick_along(&mut draft, kind, &role);
                draft.say("thing-put-back");
            }
            draft.finish(turned_to(page))
        }
        Input::Pick(Tap::More) => draft.finish(turned_to(page.saturating_add(1))),
        Input::Pick(Tap::Back) => draft.finish(turned_to(page.saturating_sub(1))),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

/// What was told about a thing, with the slots in the order of asking.
fn told(item: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let slots = walk::slots_about(item, &world.content.catalogue, dossier, world.today);
    slots.into_iter().filter(|slot| dossier.answer(slot).is_some()).collect()
}

/// The first question about a thing that has no answer, and how many of those there are.
fn open(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<(Slot, usize)> {
    let slots = walk::slots_about(item, &world.content.catalogue, dossier, world.today);
    let open: Vec<Slot> = slots.into_iter().filter(|slot| dossier.answer(slot).is_none()).collect();
    let count = open.len();
    open.into_iter().next().map(|slot| (slot, count))
}

fn one_card(id: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(item) = dossier.item(id) else { return list_card(0, None, dossier, world) };
    let mut lines = vec![Msg::new("thing-title").msg("name", name(item, world))];
    let mut offer = Offer::new(Typing::Options);
    if let Some((_, count)) = open(item, dossier, world) {
        offer = offer.option(Msg::new("thing-tell").number("count", count), Tap::Resume);
    }
    for (place, slot) in (0u16..).zip(told(item, dossier, world)) {
        let (Some(question), Some(value)) = (world.content.catalogue.at(&slot), dossier.value(&slot)) else {
            continue;
        };
        let short = about(Msg::new(format!("q-{}.short", question.id)), &slot, dossier);
        let answer = shown_value(question, value, dossier, world);
        lines.push(Msg::new("answers-line").msg("question", short.clone()).msg("answer", answer));
        offer = offer.option(short, Tap::Number(place));
    }
    if lines.len() == 1 {
        lines.push("thing-nothing-told".into());
    }
    let is_supplier = is_supplier(item, dossier);
    let writable = is_supplier && !letter::open(item, dossier, world).is_empty();
    let has_twin = item.kind != ItemKind::Contact && dossier.items_of(item.kind).any(|other| other.id != id);
    let offer = offer
        .option_if(writable, "thing-letter", Tap::Write)
        .option("thing-rename", Tap::Rename)
        .option_if(!is_supplier, "thing-copy", Tap::Copy)
        .option_if(has_twin, "thing-merge", Tap::Merge)
        .option("thing-remove", Tap::Remove)
        .option("option-back", Tap::Back);
    Card { lines, offer }
}

fn at_one(draft: Draft<'_>, state: &State, id: ItemId, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else { return draft.finish(list()) };
    let ask = |slot: Slot, visit| Place::Question { slot, part: Part::Whole, visit };
    match input {
        Input::Pick(Tap::Resume) => match open(&item, &draft.dossier, draft.world) {
            Some((slot, _)) => draft.finish(ask(slot, Visit::About)),
            None => draft.finish(state.clone()),
        },
        Input::Pick(Tap::Number(place)) => {
            match told(&item, &draft.dossier, draft.world).into_iter().nth(usize::from(*place)) {
                Some(slot) => draft.finish(ask(slot, Visit::Fix)),
                None => not_an_answer(draft, state, input),
            }
        }
        Input::Pick(Tap::Write) => draft.finish(letter::to(id)),
        Input::Pick(Tap::Rename) => draft.finish(Place::Things(At::Rename(id))),
        Input::Pick(Tap::Copy) => changing::copy(draft, &item),
        Input::Pick(Tap::Merge) => draft.finish(Place::Things(At::Merge(id))),
        Input::Pick(Tap::Remove) => hanging::remove(draft, &item),
        Input::Pick(Tap::Back) => draft.finish(list()),
        _ => not_an_answer(draft, state, input),
    }
}
