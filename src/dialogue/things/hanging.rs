//! What hangs on a thing or a party, and taking it off.

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        results::{listed, name, weakest_link, what_if},
        step::{Draft, Step, not_an_answer},
        things::{At, changing, list, one},
    },
    domain::{
        crown_jewels,
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, ItemKind},
    },
    text::Msg,
};

/// Everything that names this, and everything that goes when it goes; each once.
fn hanging(item: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut slots: Vec<Slot> = Vec::new();
    let named = changing::named(item.id, dossier).into_iter().map(|(slot, _)| slot);
    // What it was made by does not hang on it, nor does what was told about itself, or having been chosen.
    let hangs = |slot: &Slot| {
        let question = world.content.catalogue.at(slot);
        slot.item != Some(item.id)
            && slot.question.as_str() != crown_jewels::CROWN_JEWELS
            && question.is_some_and(|q| q.adds.is_none())
    };
    for slot in named.filter(hangs) {
        let known = |known: &Slot| if slot.item.is_some() { known.item == slot.item } else { *known == slot };
        if !slots.iter().any(known) {
            slots.push(slot);
        }
    }
    let fallen = what_if::falls_with(item, dossier, world);
    let fallen = fallen.into_iter().filter(|fallen| !slots.iter().any(|slot| slot.item == Some(fallen.id)));
    let fallen: Vec<Msg> = fallen.map(|fallen| name(fallen, world)).collect();
    slots.iter().map(|slot| weakest_link::thing(slot, dossier, world)).chain(fallen).collect()
}

/// What hangs on it, in a sentence; nothing if nothing does.
pub fn line(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let things = listed(hanging(item, dossier, world))?;
    Some(Msg::new("thing-hanging").msg("name", name(item, world)).msg("things", things))
}

/// Whether it goes all the same.
pub fn sure() -> Offer {
    Offer::new(Typing::Options).option("thing-remove-yes", Tap::Yes).option("thing-remove-no", Tap::No)
}

/// Takes it off, and offers to put it back. When something hangs on it, shows what and asks first.
pub fn remove(draft: Draft<'_>, item: &Item) -> Step {
    if line(item, &draft.dossier, draft.world).is_none() {
        return take_off(draft, item);
    }
    draft.finish(Place::Things(At::Remove(item.id)))
}

fn take_off(mut draft: Draft<'_>, item: &Item) -> Step {
    draft.save_item(Item { removed: true, ..item.clone() });
    changing::tick_along(&mut draft, item.kind, &item.role);
    draft.say(match item.kind {
        ItemKind::Contact | ItemKind::Supplier => "line-removed".into(),
        _ => Msg::new("thing-removed").msg("name", name(item, draft.world)),
    });
    draft.finish(changing::home(item, Some(item.id)))
}

pub(super) fn card(id: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let lines = match dossier.item(id) {
        // What hung on it may be gone by now; that it is asked whether it goes stays.
        Some(item) => vec![line(item, dossier, world).unwrap_or_else(|| name(item, world))],
        None => vec!["what-if-gone".into()],
    };
    // Whoever goes back lets it stay.
    Card { lines, offer: sure().hidden("option-back", Tap::No) }
}

pub(super) fn step(draft: Draft<'_>, state: &State, id: ItemId, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else { return draft.finish(list()) };
    match input {
        Input::Pick(Tap::Yes) => take_off(draft, &item),
        Input::Pick(Tap::No) if matches!(item.kind, ItemKind::Contact | ItemKind::Supplier) => {
            draft.finish(Place::Line(id))
        }
        Input::Pick(Tap::No) => draft.finish(one(id)),
        _ => not_an_answer(draft, state, input),
    }
}
