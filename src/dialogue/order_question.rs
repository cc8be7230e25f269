//! Putting the call list in order: choose who goes to the top, or type the numbers in the order you want.

use crate::{
    dialogue::{
        World,
        noodplan::line_name,
        offer::{Offer, Tap, Typing},
        step::Draft,
    },
    domain::{
        call_list::{OWN_ORDER, call_list},
        dossier::Dossier,
        ids::ItemId,
        item::Item,
    },
};

/// The lines to choose from, and "zo is het goed".
pub fn offer(dossier: &Dossier, world: &World<'_>) -> Offer {
    let lines = call_list(dossier).into_iter().map(|line| (line_name(&line, world), Tap::Item(line.item)));
    Offer::new(Typing::Several).each(lines).option("order-good", Tap::Done)
}

/// Puts these items in front, in this order; the others follow as they were.
pub fn put_first(draft: &mut Draft<'_>, first: &[ItemId]) {
    let mut order: Vec<ItemId> = Vec::new();
    let now = call_list(&draft.dossier).into_iter().map(|line| line.item).collect::<Vec<_>>();
    // Items that share a line with another follow at the end; they show in the place of the first.
    let others: Vec<ItemId> = draft.dossier.items().map(|item| item.id).collect();
    for id in first.iter().chain(&now).chain(&others) {
        if !order.contains(id) {
            order.push(*id);
        }
    }
    for (rank, id) in (OWN_ORDER..).zip(order) {
        let moved = draft.dossier.item(id).filter(|item| item.rank != rank).cloned();
        if let Some(item) = moved {
            draft.save_item(Item { rank, ..item });
        }
    }
}
