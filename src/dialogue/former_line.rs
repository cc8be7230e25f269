//! A line of the call list that somebody changed or took off: every other owner hears of it, and can put it back.
//!
//! ```text
//! <@anna ⚠ Bram heeft je bellijst aangepast. Het was Fatima, +31 6 12345678. …
//!   [*] Zet Fatima terug
//! ! tap Zet Fatima terug
//! < ✓ Staat er weer zoals het was: Fatima, +31 6 12345678.
//! ```

use crate::{
    dialogue::{
        State, World, another_party,
        contact_question::{contact_name, contact_summary},
        members::speaker,
        standing::StandingTap,
        step::{Change, Draft, Notice, Step},
        things::changing,
        waiting::{back, settled},
    },
    domain::{
        dossier::Dossier,
        former::{Former, takes_away},
        ids::{ItemId, PersonId},
        item::Item,
        member::{Role, owners},
        noted,
        party::is_another,
    },
    text::Msg,
};

/// An item as it is written down: with what it said before, as long as there is another owner to put it back, or it came with it
/// because something was emptied. The other owners are told.
pub fn kept(draft: &mut Draft<'_>, item: Item) -> Item {
    let World { person, now, .. } = *draft.world;
    let Some(known) = draft.world.dossier.find(item.id) else { return item };
    let others = other_owners(draft);
    let changes = takes_away(known, &item);
    let was_told = draft.dossier.find(item.id).is_some_and(|so_far| takes_away(known, so_far));
    let earlier = item.former.clone().and_then(|former| former.still(now));
    // Changed twice, it goes back to what it was before the first time. Another party behind that comes after it.
    let is_before_this =
        |former: &Former| others.is_empty() || item.former != known.former || former.is_about(known);
    let former = match earlier {
        earlier if !changes => earlier,
        Some(former) if is_before_this(&former) => Some(Former { by: person, at: now, ..former }),
        None if others.is_empty() => None,
        earlier => Some(Former::of(known, person, now).on_top_of(earlier)),
    };
    let former = match former {
        Some(former) if former.is_said_by(&item) => former.before.map(|before| *before),
        former => former,
    };
    let item = Item { former, ..item };
    if changes && item.former.is_some() && !was_told {
        let line = changed(&item, known, speaker(draft));
        let taps: Vec<_> = offered(&item).into_iter().collect();
        for to in others {
            let lines = vec![line.clone(), "notice-line-put-back".into()];
            draft.tell(Notice { to, lines, taps: taps.clone() });
        }
    }
    item
}

/// The owners beside the speaker.
pub fn other_owners(draft: &Draft<'_>) -> Vec<PersonId> {
    let people = owners(&draft.members).map(|owner| owner.person);
    people.filter(|person| *person != draft.world.person).collect()
}

fn changed(item: &Item, known: &Item, who: Msg) -> Msg {
    let id = if item.removed { "notice-line-taken-off" } else { "notice-line-changed" };
    let before = contact_summary(&known.contact, false);
    Msg::new(id).msg("who", who).msg("before", before).msg("after", contact_summary(&item.contact, false))
}

/// What can be put back at this moment, for an owner.
pub fn to_put_back(dossier: &Dossier, world: &World<'_>) -> Vec<(Msg, StandingTap)> {
    let owner = world.role == Some(Role::Owner);
    let counts = |former: &Former| former.counts(world.now);
    let changed = dossier.items_ever().filter(|item| owner && item.former.as_ref().is_some_and(counts));
    changed.filter_map(offered).collect()
}

fn offered(item: &Item) -> Option<(Msg, StandingTap)> {
    let name = contact_name(&item.former.as_ref()?.contact, false);
    Some((Msg::new("option-put-line-back").msg("name", name), StandingTap::Revert(item.id)))
}

/// A standing button under such news.
pub fn standing(mut draft: Draft<'_>, state: &State, id: ItemId) -> Step {
    let owner = draft.world.role == Some(Role::Owner);
    let item = draft.dossier.find(id).filter(|_| owner).cloned();
    let former = item.as_ref().and_then(|item| item.former.clone());
    let Some((item, former)) = item.zip(former.filter(|former| former.counts(draft.world.now))) else {
        return settled(draft, state);
    };
    let (kind, role) = (item.kind, item.role.clone());
    let said = contact_summary(&former.contact, false);
    let Former { contact, person, by, answers, before, .. } = former;
    let line = Msg::new("notice-line-reverted").msg("who", speaker(&draft)).msg("before", said.clone());
    let mut people = other_owners(&draft);
    people.extend((by != draft.world.person && !people.contains(&by)).then_some(by));
    let is_there = |person: &PersonId| draft.members.iter().any(|member| member.person == *person);
    people.retain(is_there);
    for to in people {
        draft.tell(Notice::new(to, line.clone()));
    }
    let former = before.and_then(|before| before.still(draft.world.now));
    let again = Item { contact, person, checked_at: None, removed: false, former, ..item.clone() };
    let notes = noted::notes_of_return(&item, &again, &draft.dossier);
    let was_another = is_another(&item, &again) || !answers.is_empty();
    draft.change(Change::SaveItem(again));
    if was_another {
        another_party::put_back(&mut draft, &item, answers);
    }
    notes.into_iter().for_each(|(slot, value)| draft.save(&slot, value));
    changing::tick_along(&mut draft, kind, &role);
    draft.say(Msg::new("line-reverted").msg("before", said));
    back(draft, state)
}
