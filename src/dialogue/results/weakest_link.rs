//! One person or firm behind three or more things: when they are gone, much is. And what opens everything else.

use crate::{
    dialogue::{
        World,
        question_card::about,
        results::{
            INVENTORY, is_ticked, keys, not_yet,
            parties::{is_same, ties},
            room, short_name,
        },
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{Item, ItemKind},
    },
    text::Msg,
};

/// So many things behind one party make a weak link.
pub const MANY: usize = 3;
/// More weak links than this are too many to mend at once.
const MOST_LINKS: usize = 3;
/// So many characters for the names on one line.
const ROOM: usize = 200;
/// The questions that tell that only one person knows how something works.
const WEAK: [&str; 3] = ["device-weak", "software-weak", "connection-weak"];

/// A party with the things that hang on it.
#[derive(Clone, Debug)]
pub struct Link<'d> {
    /// The person or firm.
    pub party: &'d Item,
    /// For what it was named; each thing once.
    pub things: Vec<Slot>,
}

/// Every party behind three or more things, the one with most first.
pub fn links<'d>(dossier: &'d Dossier, world: &World<'_>) -> Vec<Link<'d>> {
    let mut links: Vec<Link<'d>> = Vec::new();
    for tie in ties(dossier, world) {
        let Some(link) = links.iter_mut().find(|link| is_same(link.party, tie.party)) else {
            links.push(Link { party: tie.party, things: vec![tie.slot] });
            continue;
        };
        let is_known = |known: &Slot| {
            if known.item.is_some() { known.item == tie.slot.item } else { *known == tie.slot }
        };
        if !link.things.iter().any(is_known) {
            link.things.push(tie.slot);
        }
    }
    links.retain(|link| link.things.len() >= MANY);
    links.sort_by_key(|link| std::cmp::Reverse(link.things.len()));
    links
}

/// What a party was named for: "kassa", "Woordvoerder".
pub fn thing(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Msg {
    match slot.item.and_then(|id| dossier.item(id)) {
        Some(item) if item.kind != ItemKind::Loss => short_name(item, world),
        _ => about(Msg::new(format!("q-{}.short", slot.question)), slot, dossier),
    }
}

/// The weakest links, what opens everything else, and what only one person understands.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let alone: Vec<Msg> = dossier
        .items()
        .filter(|item| WEAK.iter().any(|question| is_ticked(item, question, "one-person")))
        .map(|item| short_name(item, world))
        .collect();
    let links = links(dossier, world);
    let keys = keys::lines(dossier, world);
    let mut lines = vec![Msg::new("result-link-title")];
    if alone.is_empty() && keys.is_empty() && ties(dossier, world).is_empty() {
        lines.push(not_yet(INVENTORY));
        return lines;
    }
    for link in links.iter().take(MOST_LINKS) {
        let things = link.things.iter().map(|slot| thing(slot, dossier, world)).collect();
        lines.extend(room::names(things, ROOM, world).map(|things| {
            Msg::new("result-link")
                .msg("name", short_name(link.party, world))
                .number("count", link.things.len())
                .msg("things", things)
        }));
    }
    lines.push(if links.is_empty() { "result-link-none".into() } else { "result-link-advice".into() });
    let alone = room::names(alone, ROOM, world);
    lines.extend(alone.map(|things| Msg::new("result-link-alone").msg("things", things)));
    lines.extend(keys);
    lines
}
