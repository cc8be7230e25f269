//! "Stel dat … uitvalt": what else goes when a supplier, a connection or a device goes, and for how long that can be
//! borne.
//!
//! Known from answers only: who delivers a connection, what a firm is on the call list for, which program runs in the
//! cloud, and which device or program is named as the place of data.

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        results::{
            choice, listed, name,
            parties::{is_same, ties},
            weakest_link::thing,
        },
        step::{Draft, Lane, Step, not_an_answer},
    },
    domain::{
        dossier::Dossier,
        item::{Item, ItemKind, Value},
    },
    text::{Language, Msg, vocabulary::folded},
};

pub mod endurance;

/// Things on one page: what a thumb can still choose from.
const PAGE: usize = 8;
/// The question that tells who delivers a connection.
const DELIVERED_BY: &str = "connection-supplier";
/// The line through which programs in the cloud are reached.
const INTERNET_LINE: &str = "fixed-internet";

/// What a firm delivers, by what it is on the call list for.
const DELIVERS: [(&str, &[&str]); 5] = [
    ("internet", &[INTERNET_LINE]),
    ("telephony", &["phone-line"]),
    ("hosting", &["website", "mail", "domain-name"]),
    ("bookkeeping", &["bookkeeping-program"]),
    ("bank", &["card-terminal", "internet-banking"]),
];

/// The things that can fail, to choose one.
pub fn card(page: u16, dossier: &Dossier, world: &World<'_>) -> Card {
    let choosable = choosable(dossier, world);
    let start = usize::from(page) * PAGE;
    let offer =
        choosable.iter().skip(start).take(PAGE).fold(Offer::new(Typing::Options), |offer, item| {
            offer.option(name(item, world), Tap::Item(item.id))
        });
    let offer = offer
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
    let delivering =
        ties(dossier, world).into_iter().filter(|tie| tie.slot.question.as_str() == DELIVERED_BY);
    let mut chosen: Vec<&Item> = Vec::new();
    for party in dossier.items_of(ItemKind::Supplier).chain(delivering.map(|tie| tie.party)) {
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
    let names = |items: &[&Item]| listed(items.iter().map(|item| name(item, world)).collect());
    let mut lines = vec![Msg::new("what-if-item").msg("name", name(item, world))];
    lines.push(match names(&fallen) {
        Some(things) => Msg::new("what-if-falls").msg("things", things),
        None => "what-if-falls-nothing".into(),
    });
    let helpless = ties(dossier, world).into_iter().filter(|tie| {
        is_same(tie.party, item) && !fallen.iter().any(|fallen| tie.slot.item == Some(fallen.id))
    });
    let helpless = listed(helpless.map(|tie| thing(&tie.slot, dossier, world)).collect());
    lines.extend(helpless.map(|things| Msg::new("what-if-no-help").msg("things", things)));
    let borne: Vec<Msg> = std::iter::once(item)
        .chain(fallen)
        .filter_map(|item| endurance::line(item, name(item, world), dossier))
        .collect();
    lines.extend(if borne.is_empty() { vec!["what-if-time-unknown".into()] } else { borne });
    lines
}

/// Everything that goes when an item goes, near things first.
pub fn falls_with<'d>(item: &Item, dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let mut fallen: Vec<&Item> = Vec::new();
    let mut reached = vec![item.id];
    let mut next = 0;
    while let Some(cause) = reached.get(next).and_then(|id| dossier.item(*id)) {
        next += 1;
        for other in dossier.items() {
            if !reached.contains(&other.id) && leans_on(other, cause, dossier, world) {
                reached.push(other.id);
                fallen.push(other);
            }
        }
    }
    fallen
}

/// Whether a thing cannot do without another, as far as the answers tell.
fn leans_on(thing: &Item, on: &Item, dossier: &Dossier, world: &World<'_>) -> bool {
    let is_thing =
        matches!(thing.kind, ItemKind::Device | ItemKind::Software | ItemKind::Connection | ItemKind::Data);
    match on.kind {
        _ if !is_thing => false,
        ItemKind::Supplier | ItemKind::Contact => is_delivered_by(thing, on, dossier),
        ItemKind::Connection => {
            on.role.as_str() == INTERNET_LINE
                && thing.kind == ItemKind::Software
                && choice(thing, "software-version") == Some("cloud")
        }
        ItemKind::Device | ItemKind::Software => thing.kind == ItemKind::Data && is_kept_on(thing, on, world),
        ItemKind::Data | ItemKind::Loss | ItemKind::Agreement | ItemKind::Risk => false,
    }
}

/// Said so of a connection; else known from what the firm is on the call list for.
fn is_delivered_by(thing: &Item, firm: &Item, dossier: &Dossier) -> bool {
    let told = thing.answers.get(DELIVERED_BY).map(|answer| &answer.value);
    if let Some(Value::Item(id)) = told {
        return dossier.item(*id).is_some_and(|named| is_same(named, firm));
    }
    let delivered = DELIVERS.iter().filter(|(role, _)| *role == firm.role.as_str());
    delivered.flat_map(|(_, things)| *things).any(|role| *role == thing.role.as_str())
}

/// Whether the place of data names this device or program, in either language.
fn is_kept_on(data: &Item, on: &Item, world: &World<'_>) -> bool {
    let Some(Value::Text(place)) = data.answers.get("data-place").map(|answer| &answer.value) else {
        return false;
    };
    let place = format!(" {} ", folded(place));
    let names = match &on.contact.name {
        Some(name) => vec![folded(name)],
        None => {
            let role = Msg::new(format!("role-{}", on.role));
            Language::ALL.map(|language| folded(&world.content.texts.plain(language, &role))).to_vec()
        }
    };
    names.iter().any(|name| !name.is_empty() && place.contains(&format!(" {name} ")))
}
