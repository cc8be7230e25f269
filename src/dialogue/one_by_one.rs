//! Where a section goes through things one by one: which of them it is about now, and a good moment to stop.
//!
//! ```text
//! < ▓▓▓▓▓░░░░ Leveranciers, vraag 8 van 16
//!   Nu over: KPN (2 van 4)
//!   Hoe lang kun je zonder KPN?  … [8] Genoeg voor nu  [9] Stop
//! > genoeg voor nu
//! < Tot nu toe: Leveranciers …
//! ```

use crate::{
    dialogue::{
        Place, World,
        results::name,
        sitting,
        step::{Draft, Step, section_title},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::ItemKind,
    },
    questionnaire::{Kind, Section, walk},
    text::Msg,
};

/// The thing that a section goes on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    item: ItemId,
    /// The one that it was about before.
    before: Option<ItemId>,
    /// Counted from 1.
    number: usize,
    total: usize,
}

/// Which thing a section goes on to with this question, of how many; nothing in the middle of one, and where no more than
/// one question is asked about it.
pub fn turn(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Turn> {
    let item = dossier.item(slot.item?)?;
    let catalogue = &world.content.catalogue;
    let section = catalogue.section_of(slot.question.as_str()).filter(|section| names_nobody(section))?;
    if matches!(item.kind, ItemKind::Risk | ItemKind::Agreement) {
        return None;
    }
    let slots = walk::slots(section, catalogue, dossier, world.today);
    let asked =
        section.questions.iter().filter(|known| !known.retired && walk::is_about(known, item, dossier));
    if asked.count() < 2 || slots.iter().find(|known| known.item == Some(item.id)) != Some(slot) {
        return None;
    }
    let mut things: Vec<ItemId> = Vec::new();
    for id in slots.iter().filter_map(|slot| slot.item) {
        if !things.contains(&id) {
            things.push(id);
        }
    }
    let place = things.iter().position(|id| *id == item.id)?;
    let before = place.checked_sub(1).and_then(|before| things.get(before)).copied();
    (things.len() > 1).then_some(Turn { item: item.id, before, number: place + 1, total: things.len() })
}

/// Where it is asked who somebody is, there is no name yet to say.
fn names_nobody(section: &Section) -> bool {
    !section.questions.iter().any(|question| question.kind == Kind::Contact && !question.each.is_empty())
}

impl Turn {
    /// "Nu over: KPN (2 van 4)".
    pub fn line(self, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
        let item = dossier.item(self.item)?;
        let line = Msg::new("turn-to").msg("name", name(item, world));
        Some(line.number("number", self.number).number("total", self.total))
    }

    /// The thing that it was about just before.
    pub fn before(self) -> Option<ItemId> {
        self.before
    }

    /// Whether there is one behind this, so that it is a good moment to stop.
    pub fn ends_another(self) -> bool {
        self.number > 1
    }
}

/// Stops between two things, with what came of it so far.
pub fn enough(draft: Draft<'_>, slot: &Slot) -> Step {
    let section = draft.world.content.catalogue.section_of(slot.question.as_str());
    match section {
        Some(section) => {
            let title = Msg::new("section-so-far").msg("section", section_title(&section.id));
            sitting::tell_results(draft, section, vec![title])
        }
        None => draft.finish(Place::Menu),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::{dialogue::CONTENT, domain::contact::Contact};

    fn add(dossier: &mut Dossier, kind: ItemKind, role: &str, name: &str) -> ItemId {
        let contact = Contact { name: Some(name.into()), ..Contact::default() };
        let item = dossier.new_item(kind, role.into(), contact);
        let id = item.id;
        dossier.save_item(item);
        id
    }

    fn turn_at(item: ItemId, question: &str, dossier: &Dossier) -> Option<(usize, usize, bool)> {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        let slot = Slot::of(item, question);
        turn(&slot, dossier, &world).map(|turn| (turn.number, turn.total, turn.ends_another()))
    }

    #[test]
    fn what_more_is_asked_of_may_follow_from_the_first_answer() {
        let mut dossier = Dossier::default();
        let orders = add(&mut dossier, ItemKind::Data, "orders", "bestellingen");
        add(&mut dossier, ItemKind::Data, "designs", "tekeningen");
        assert_eq!(turn_at(orders, "backup-made", &dossier), Some((1, 2, false)));
        assert_eq!(turn_at(orders, "threats", &dossier), None, "no more than one is asked");
    }

    #[test]
    fn the_first_question_about_each_says_which_it_is_and_offers_to_stop_between_two() {
        let mut dossier = Dossier::default();
        let kpn = add(&mut dossier, ItemKind::Supplier, "internet", "KPN");
        assert_eq!(turn_at(kpn, "supplier-without", &dossier), None, "there is just one");
        let bank = add(&mut dossier, ItemKind::Supplier, "bank", "Rabobank");
        assert_eq!(turn_at(kpn, "supplier-without", &dossier), Some((1, 2, false)));
        assert_eq!(turn_at(bank, "supplier-without", &dossier), Some((2, 2, true)));
        assert_eq!(turn_at(bank, "supplier-contract", &dossier), None, "in the middle of one");
        assert_eq!(turn_at(bank, "supplier-contact", &dossier), None, "it is asked who they are");
    }
}
