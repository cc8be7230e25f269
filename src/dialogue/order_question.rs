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
        noted,
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
    if !call_list(&draft.dossier).iter().map(|line| line.item).eq(now) {
        let note = noted::note_of_order(&draft.dossier);
        note.into_iter().for_each(|(slot, value)| draft.save(&slot, value));
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{
            contact::Contact,
            dossier::Slot,
            ids::PersonId,
            item::{Answer, ItemKind},
            noted::ANOTHER_ORDER,
            review::STARTED,
        },
    };

    #[test]
    fn once_there_are_reviews_it_is_noted_that_lines_changed_places_and_not_that_they_kept_them() {
        let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
        let mut dossier = Dossier::default();
        let [first, second] = ["decider", "deputy"].map(|role| {
            let contact = Contact { name: Some(role.into()), ..Contact::default() };
            let item = dossier.new_item(ItemKind::Contact, role.into(), contact);
            dossier.save_item(item.clone());
            item.id
        });
        let mut reviewed = dossier.clone();
        let begun = Answer { value: Value::Date(NaiveDate::default()), by, at, catalogue: 1 };
        reviewed.save_answer(Slot::own(STARTED), begun);
        for (dossier, on_top, noted) in
            [(&dossier, second, false), (&reviewed, first, false), (&reviewed, second, true)]
        {
            let world = World::of_nobody(at, dossier, &CONTENT);
            let mut draft = Draft::new(&world);
            put_first(&mut draft, &[on_top]);
            assert_eq!(call_list(&draft.dossier)[0].item, on_top);
            assert_eq!(draft.dossier.answer(&Slot::own(ANOTHER_ORDER)).is_some(), noted, "{on_top:?}");
        }
    }
}
