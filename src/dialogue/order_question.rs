//! Putting the call list in order: choose who goes to the top, or type the numbers in the order you want.

use crate::{
    dialogue::{
        State, World,
        input::Input,
        noodplan::{call_list_lines, line_name},
        offer::{Offer, Tap, Typing},
        sitting::Asked,
        step::{Draft, Step, not_an_answer},
        things_question::item_of,
    },
    domain::{
        call_list::{OWN_ORDER, call_list},
        dossier::Dossier,
        ids::ItemId,
        item::{Item, Value},
    },
};

/// The lines to choose from, and "zo is het goed".
pub fn offer(dossier: &Dossier, world: &World<'_>) -> Offer {
    let lines = call_list(dossier).into_iter().map(|line| (line_name(&line, world), Tap::Item(line.item)));
    Offer::new(Typing::Several).each(lines).option("order-good", Tap::Done)
}

/// A turn at that question. Whoever names one line puts it on top and is asked again; more of them are the whole order.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let first = match input {
        Input::Pick(Tap::Item(id)) => vec![*id],
        Input::Pick(Tap::Done) => Vec::new(),
        Input::Picks(taps) => match taps.iter().map(item_of).collect::<Option<Vec<_>>>() {
            Some(ids) => ids,
            None => return not_an_answer(draft, state, &Input::NoSuchNumber),
        },
        _ => return not_an_answer(draft, state, input),
    };
    put_first(&mut draft, &first);
    if first.len() == 1 {
        return draft.finish(state.clone());
    }
    draft.save(asked.slot, Value::Choice("own".into()));
    if !first.is_empty() {
        call_list_lines(&draft.dossier, draft.world).into_iter().for_each(|line| draft.say(line));
    }
    asked.advance(draft)
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
