//! Holds what comes out of a turn against how much may be written down. What goes beyond that is dropped whole, with a sentence.
//! Looking, leaving, erasing and the emergency plan write nothing more, and go on.

use crate::{
    dialogue::{
        State, World, companies,
        step::{Change, Draft, Step},
    },
    domain::{
        member::Role,
        quota::{MOST_A_DAY, MOST_COMPANIES, MOST_ITEMS},
    },
    text::Msg,
};

/// The turn as it was decided, or what is said instead.
pub fn within(step: Step, state: &State, world: &World<'_>) -> Step {
    let Some(line) = beyond(&step.changes, world) else { return step };
    let mut draft = Draft::new(world);
    draft.say(line);
    draft.finish(state.clone())
}

fn beyond(changes: &[Change], world: &World<'_>) -> Option<Msg> {
    let is_one_too_many = |change: &Change| match change {
        Change::SaveItem(item) => item.id.0 > MOST_ITEMS && world.dossier.find(item.id).is_none(),
        _ => false,
    };
    let starts = changes.iter().any(|change| matches!(change, Change::StartCompany(_)));
    let owned = companies::belongings(world).iter().filter(|known| known.role == Role::Owner).count();
    if starts && owned >= MOST_COMPANIES {
        Some(Msg::new("too-many-companies").number("most", MOST_COMPANIES))
    } else if changes.iter().any(is_one_too_many) {
        Some(Msg::new("too-many-items").number("most", MOST_ITEMS as usize))
    } else if world.written_today >= MOST_A_DAY && changes.iter().any(Change::adds) {
        Some(Msg::new("too-much-today").number("most", MOST_A_DAY as usize))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{
            CONTENT, Place,
            lookup::{Belonging, Found},
        },
        domain::{
            contact::Contact,
            dossier::{Dossier, Slot},
            ids::{CompanyId, ItemId, PersonId},
            item::{Answer, Item, ItemKind, Value},
        },
    };

    const ME: PersonId = PersonId(Uuid::from_u128(1));
    const COMPANY: CompanyId = CompanyId(Uuid::from_u128(2));

    fn world(dossier: &Dossier) -> World<'_> {
        World {
            person: ME,
            company: Some(COMPANY),
            role: Some(Role::Owner),
            ..World::of_nobody(DateTime::UNIX_EPOCH, dossier, &CONTENT)
        }
    }

    /// Whether a turn with this change is dropped.
    fn is_dropped(change: &Change, world: &World<'_>) -> bool {
        let mut draft = Draft::new(world);
        draft.change(change.clone());
        let state = State::from(Place::Menu);
        let step = within(draft.finish(Place::Results), &state, world);
        assert_eq!(step.next.place == Place::Menu, step.changes.is_empty());
        step.changes.is_empty()
    }

    fn answer() -> Change {
        let slot = Slot { item: None, question: "company-name".into() };
        let value = Value::Text("Krul".into());
        Change::SaveAnswer(slot, Answer { value, by: ME, at: DateTime::UNIX_EPOCH, catalogue: 1 })
    }

    #[test]
    fn whoever_told_a_great_deal_today_tells_more_tomorrow_and_may_leave_at_once() {
        let dossier = Dossier::default();
        let told = |written_today| World { written_today, ..world(&dossier) };
        assert!(!is_dropped(&answer(), &told(MOST_A_DAY - 1)));
        assert!(is_dropped(&answer(), &told(MOST_A_DAY)));
        for change in [Change::Forget, Change::RemoveMember(ME), Change::SetErasure(None)] {
            assert!(!is_dropped(&change, &told(MOST_A_DAY)), "{change:?}");
        }
    }

    #[test]
    fn a_full_company_takes_no_new_item_and_changes_those_it_has() {
        let mut dossier = Dossier::default();
        let item = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
        let with = |id| Item { id: ItemId(id), ..item.clone() };
        dossier.save_item(with(MOST_ITEMS - 1));
        assert!(!is_dropped(&Change::SaveItem(with(MOST_ITEMS)), &world(&dossier)));
        assert!(is_dropped(&Change::SaveItem(with(MOST_ITEMS + 1)), &world(&dossier)));
        dossier.save_item(with(MOST_ITEMS + 1));
        assert!(!is_dropped(&Change::SaveItem(with(MOST_ITEMS + 1)), &world(&dossier)));
    }

    #[test]
    fn an_accountant_of_many_firms_starts_one_and_an_owner_of_many_does_not() {
        let dossier = Dossier::default();
        for (role, dropped) in [(Role::Helper, false), (Role::Owner, true)] {
            let of =
                |_| Belonging { company: COMPANY, role, dossier: Arc::default(), members: Arc::default() };
            for (count, dropped) in [(MOST_COMPANIES - 1, false), (MOST_COMPANIES, dropped)] {
                let found = Found::Companies((0..count).map(of).collect());
                let world = World { found: Some(&found), ..world(&dossier) };
                assert_eq!(is_dropped(&Change::StartCompany(COMPANY), &world), dropped, "{role:?} {count}");
            }
        }
    }
}
