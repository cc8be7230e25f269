//! Holds what comes out of a turn against how much may be written down. What goes beyond that is dropped whole, with a sentence.
//! Looking, leaving, taking away and the emergency plan write nothing more, and go on.

use crate::{
    app::{
        ports::{Clock, Store, StoreError},
        turn::App,
    },
    dialogue::{
        State, World, change,
        step::{Change, Draft, Step},
    },
    domain::{
        member::Role,
        quota::{MOST_A_DAY, MOST_COMPANIES, MOST_ITEMS},
    },
    text::Msg,
};

impl<S: Store, C: Clock> App<S, C> {
    /// The turn as it was decided, or what is said instead. What the speaker owns is looked up here and only when it counts, by
    /// whatever road they come to one company more.
    pub(super) async fn within_bounds(
        &self,
        step: Step,
        state: &State,
        world: &World<'_>,
    ) -> Result<Step, StoreError> {
        let owned = match step.starts() {
            Some(_) => {
                let belongings = self.belongings(world.person).await?;
                belongings.iter().filter(|known| known.role == Role::Owner).count()
            }
            None => 0,
        };
        Ok(within(step, state, world, owned))
    }
}

/// `owned`: how many companies the speaker owns, if the turn starts one.
fn within(step: Step, state: &State, world: &World<'_>, owned: usize) -> Step {
    let Some(line) = beyond(&step, world, owned) else { return step };
    let mut draft = Draft::new(world);
    draft.say(line);
    draft.finish(state.clone())
}

fn beyond(step: &Step, world: &World<'_>, owned: usize) -> Option<Msg> {
    let is_one_too_many = |change: &Change| match change {
        Change::SaveItem(item) => item.id.0 > MOST_ITEMS && world.dossier.find(item.id).is_none(),
        _ => false,
    };
    if step.starts().is_some() && owned >= MOST_COMPANIES {
        Some(Msg::new("too-many-companies").number("most", MOST_COMPANIES))
    } else if step.changes.iter().any(is_one_too_many) {
        Some(Msg::new("too-many-items").number("most", MOST_ITEMS as usize))
    } else if world.written_today >= MOST_A_DAY && change::adds(&step.changes) {
        Some(Msg::new("too-much-today").number("most", MOST_A_DAY as usize))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place},
        domain::{
            audit::Act,
            contact::Contact,
            dossier::{Dossier, Slot},
            erasure::Erasure,
            ids::{CompanyId, ItemId, PersonId},
            item::{Answer, Item, ItemKind, Value},
            member::Member,
            review::STARTED,
            succession::Succession,
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

    /// Whether a turn with this change is dropped, of somebody who owns so many companies.
    fn is_dropped_of(owned: usize, change: &Change, world: &World<'_>) -> bool {
        let mut draft = Draft::new(world);
        draft.change(change.clone());
        let state = State::from(Place::Menu);
        let step = within(draft.finish(Place::Results), &state, world, owned);
        assert_eq!(step.next.place == Place::Menu, step.changes.is_empty());
        step.changes.is_empty()
    }

    fn is_dropped(change: &Change, world: &World<'_>) -> bool {
        is_dropped_of(0, change, world)
    }

    fn answer() -> Change {
        let slot = Slot::own("company-name");
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
    fn taking_off_works_whatever_was_told_today() {
        let mut dossier = Dossier::default();
        let item = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
        dossier.save_item(item.clone());
        let begun = Slot::own(STARTED);
        let value = Value::Date(NaiveDate::default());
        dossier.save_answer(begun, Answer { value, by: ME, at: DateTime::UNIX_EPOCH, catalogue: 1 });
        let world = World { written_today: MOST_A_DAY, ..world(&dossier) };
        let state = State::from(Place::Menu);
        let is_dropped = |removed, ticks: &[&str]| {
            let mut draft = Draft::new(&world);
            let ticks = Value::Choices(ticks.iter().map(|tick| (*tick).into()).collect());
            draft.save(&Slot::own("devices"), ticks);
            draft.save_item(Item { removed, rank: 7, ..item.clone() });
            within(draft.finish(Place::Menu), &state, &world, 0).changes.is_empty()
        };
        assert!(!is_dropped(true, &[]), "with its tick and what is noted of it");
        assert!(is_dropped(false, &["till"]));
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
    fn what_can_be_asked_and_taken_back_without_end_counts_when_it_is_asked() {
        let dossier = Dossier::default();
        let late = World { written_today: MOST_A_DAY, ..world(&dossier) };
        let now = DateTime::UNIX_EPOCH;
        let me = Member::confirmed(ME, Role::Owner, now);
        for change in [
            Change::SetErasure(Some(Erasure::asked(ME, &[], now))),
            Change::SetSuccession(Some(Succession::asked(ME, ME, now))),
            Change::SaveMember(me),
            Change::Note(Act::GotOwnCopy),
            Change::Note(Act::GotAgenda),
            Change::Note(Act::Exported),
        ] {
            assert!(is_dropped(&change, &late), "{change:?}");
            assert!(!is_dropped(&change, &world(&dossier)), "{change:?}");
        }
        for change in [Change::SetSuccession(None), Change::Note(Act::LostOwner(ME))] {
            assert!(!is_dropped(&change, &late), "{change:?}");
        }
    }

    #[test]
    fn whoever_owns_many_companies_starts_no_other_and_may_do_all_the_rest() {
        let dossier = Dossier::default();
        let (starts, world) = (Change::StartCompany(COMPANY), world(&dossier));
        assert!(!is_dropped_of(MOST_COMPANIES - 1, &starts, &world));
        assert!(is_dropped_of(MOST_COMPANIES, &starts, &world));
        assert!(!is_dropped_of(MOST_COMPANIES, &answer(), &world));
    }
}
