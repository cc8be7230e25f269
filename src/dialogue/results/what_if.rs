//! "Stel dat … uitvalt": what else goes when a supplier, a connection or a device goes, and for how long that can be
//! borne.
//!
//! Known from answers only; `leaning` says from which.

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        results::{
            parties::{is_same, ties},
            room::{self, ENTRIES, fitting},
            short_name,
            weakest_link::thing,
            what_if::leaning::{BOUGHT_FROM, DELIVERED_BY, Leanings},
        },
        step::{Draft, Lane, Step, not_an_answer},
    },
    domain::{
        dossier::Dossier,
        firm,
        item::{Item, ItemKind},
    },
    text::Msg,
};

pub mod endurance;
pub mod leaning;

/// Things on one page: what a thumb can still choose from.
const PAGE: usize = 8;
/// So many characters for the names on one line.
const ROOM: usize = 500;
/// So many characters for how long each thing can be missed.
const TIMES_ROOM: usize = 1_500;

/// The things that can fail, to choose one.
pub fn card(page: u16, dossier: &Dossier, world: &World<'_>) -> Card {
    let choosable = choosable(dossier, world);
    let start = usize::from(page) * PAGE;
    let shown = choosable.iter().skip(start).take(PAGE);
    let offer = Offer::new(Typing::Options)
        .each(shown.map(|item| (short_name(item, world), Tap::Item(item.id))))
        .option_if(choosable.len() > start + PAGE, "option-more", Tap::More)
        .option("option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    let line = if choosable.is_empty() { "what-if-nothing" } else { "what-if-title" };
    Card { lines: vec![line.into()], offer }
}

/// A turn at the things that can fail.
pub fn step(mut draft: Draft<'_>, state: &State, page: u16, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Item(id)) => {
            let lines = draft.dossier.item(*id).map(|item| lines(item, &draft.dossier, draft.world));
            draft.send(Lane::Interactive, lines.unwrap_or_else(|| vec!["what-if-gone".into()]));
            draft.finish(state.clone())
        }
        Input::Pick(Tap::More) => draft.finish(Place::WhatIf { page: page.saturating_add(1) }),
        Input::Pick(Tap::Back) if page > 0 => draft.finish(Place::WhatIf { page: page.saturating_sub(1) }),
        Input::Pick(Tap::Back) => draft.finish(Place::Results),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

/// Every firm that something hangs on, every connection and every device; a firm that is there twice once.
fn choosable<'d>(dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let delivers = |question: &str| [DELIVERED_BY, BOUGHT_FROM].contains(&question);
    let delivering = ties(dossier, world).into_iter().filter(|tie| delivers(tie.slot.question.as_str()));
    let mut chosen: Vec<&Item> = Vec::new();
    for party in firm::suppliers(dossier).chain(delivering.map(|tie| tie.party)) {
        if party.person != Some(world.person) && !chosen.iter().any(|known| is_same(known, party)) {
            chosen.push(party);
        }
    }
    chosen.extend(dossier.items_of(ItemKind::Connection));
    chosen.extend(dossier.items_of(ItemKind::Device));
    chosen
}

/// What goes with an item, whom it leaves without help, and for how long that can be borne.
pub fn lines(item: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let fallen = falls_with(item, dossier, world);
    let names = fallen.iter().map(|item| short_name(item, world)).collect();
    let title = Msg::new("what-if-item").key("kind", item.kind.slug());
    let mut lines = vec![title.msg("name", short_name(item, world))];
    lines.push(match room::names(names, ROOM, world) {
        Some(things) => Msg::new("what-if-falls").msg("things", things),
        None => "what-if-falls-nothing".into(),
    });
    let helpless = ties(dossier, world).into_iter().filter(|tie| {
        is_same(tie.party, item) && !fallen.iter().any(|fallen| tie.slot.item == Some(fallen.id))
    });
    let helpless = helpless.map(|tie| thing(&tie.slot, dossier, world)).collect();
    let helpless = room::names(helpless, ROOM, world);
    lines.extend(helpless.map(|things| Msg::new("what-if-no-help").msg("things", things)));
    let borne: Vec<Vec<Msg>> = std::iter::once(item)
        .chain(fallen)
        .filter_map(|item| Some(vec![endurance::line(item, short_name(item, world), dossier)?]))
        .collect();
    if borne.is_empty() {
        lines.push("what-if-time-unknown".into());
    }
    lines.extend(fitting(borne, ENTRIES, TIMES_ROOM, world));
    lines
}

/// Everything that goes when an item goes, near things first.
pub fn falls_with<'d>(item: &Item, dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let leanings = Leanings::of(dossier, world);
    let mut fallen: Vec<&Item> = Vec::new();
    let mut reached = vec![item.id];
    let mut next = 0;
    while let Some(cause) = reached.get(next).and_then(|id| dossier.item(*id)) {
        next += 1;
        for other in dossier.items() {
            if !reached.contains(&other.id) && leanings.leans_on(other, cause) {
                reached.push(other.id);
                fallen.push(other);
            }
        }
    }
    fallen
}
