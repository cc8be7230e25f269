//! Choosing some of the firm's own things: a list to tick, a few at most.
//!
//! ```text
//! < Welke vijf zou je het meest missen?
//!   [1] ☐ laptop  [2] ☐ kassa  [3] ☐ internetlijn  [4] Geen van deze
//! > kassa, internetlijn
//! < ✓ kassa, internetlijn
//! ```

use crate::{
    dialogue::{
        State, World,
        input::Input,
        offer::{Offer, Tap, Typing},
        results::name,
        sitting::{self, Asked},
        step::{Draft, Step, not_an_answer},
        tick_question::{ended, not_in_the_list, refuses_so_many, tick},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, Value},
    },
    questionnaire::{Question, walk},
    text::Msg,
};

/// More things than this are not on the screen; they are found by their names.
const MOST_SHOWN: usize = 20;

/// The things that can be chosen, in the order of the lists that made them.
fn things<'d>(question: &Question, dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let catalogue = &world.content.catalogue;
    let ids =
        question.of.iter().flat_map(|kind| walk::items_in_order(catalogue, dossier, *kind, world.today));
    ids.filter_map(|id| dossier.item(id)).collect()
}

fn chosen(slot: &Slot, dossier: &Dossier) -> Vec<ItemId> {
    match dossier.value(slot) {
        Some(Value::Items(ids)) => ids.iter().copied().filter(|id| dossier.item(*id).is_some()).collect(),
        _ => Vec::new(),
    }
}

/// The list with what is chosen.
pub fn offer(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Offer {
    let chosen = chosen(slot, dossier);
    let things = things(question, dossier, world);
    let list = things.iter().enumerate().fold(Offer::new(Typing::Several), |offer, (place, item)| {
        let (label, tap) = (tick(name(item, world), chosen.contains(&item.id)), Tap::Item(item.id));
        if place < MOST_SHOWN || chosen.contains(&item.id) {
            offer.option(label, tap)
        } else {
            offer.hidden(label, tap)
        }
    });
    ended(list, chosen.is_empty())
}

/// How many more there are than fit on the screen.
pub fn rest(question: &Question, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let rest = things(question, dossier, world).len().checked_sub(MOST_SHOWN + 1)? + 1;
    Some(Msg::new("things-more").number("count", rest))
}

/// A turn at a list of things to choose from.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let Asked { question, slot, .. } = *asked;
    let before = chosen(slot, &draft.dossier);
    match input {
        Input::Pick(Tap::Item(id)) => toggled(draft, asked, state, &before, *id),
        Input::Picks(taps) => match (taps.as_slice(), before.is_empty()) {
            ([Tap::Item(id)], false) => toggled(draft, asked, state, &before, *id),
            _ => {
                let ids: Option<Vec<ItemId>> = taps.iter().map(item_of).collect();
                let Some(ids) = ids else { return not_an_answer(draft, state, &Input::NoSuchNumber) };
                if refuses_so_many(&mut draft, question, ids.len()) {
                    return draft.finish(state.clone());
                }
                save(&mut draft, question, slot, &ids);
                sitting::acknowledged(draft, asked)
            }
        },
        Input::Partly(taps, unknown) => {
            let told = taps.iter().filter_map(item_of).filter(|id| !before.contains(id));
            let ids: Vec<ItemId> = before.iter().copied().chain(told).collect();
            if !refuses_so_many(&mut draft, question, ids.len()) {
                save(&mut draft, question, slot, &ids);
                draft.say(not_in_the_list(unknown));
            }
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Nothing) => {
            save(&mut draft, question, slot, &[]);
            sitting::acknowledged(draft, asked)
        }
        Input::Pick(Tap::Done) => {
            save(&mut draft, question, slot, &before);
            sitting::acknowledged(draft, asked)
        }
        _ => not_an_answer(draft, state, input),
    }
}

fn toggled(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, before: &[ItemId], id: ItemId) -> Step {
    let mut ids = before.to_vec();
    match ids.iter().position(|known| *known == id) {
        Some(place) => {
            ids.remove(place);
        }
        None => ids.push(id),
    }
    if ids.len() < before.len() || !refuses_so_many(&mut draft, asked.question, ids.len()) {
        save(&mut draft, asked.question, asked.slot, &ids);
    }
    draft.finish(state.clone())
}

/// Chooses just these, in the order of the lists.
fn save(draft: &mut Draft<'_>, question: &Question, slot: &Slot, ids: &[ItemId]) {
    let things = things(question, &draft.dossier, draft.world);
    let in_order = things.iter().map(|item| item.id).filter(|id| ids.contains(id)).collect();
    draft.save(slot, Value::Items(in_order));
}

/// The thing that an option stands for.
pub fn item_of(tap: &Tap) -> Option<ItemId> {
    match tap {
        Tap::Item(id) => Some(*id),
        _ => None,
    }
}
