//! Who stands behind what: every answer that names a person or a firm.

use crate::{
    dialogue::World,
    domain::{
        agreement,
        dossier::{Dossier, Slot},
        item::{Item, Value},
    },
    questionnaire::{Kind, walk},
    text::vocabulary::folded,
};

/// Who tested the plan is history, and who takes a risk away or keeps an agreement has something to do: nothing hangs on
/// them.
const NOTHING_HANGS_ON: [&str; 3] = ["plan-tested-by", "risk-who", agreement::WHO];

/// An answer that names somebody.
#[derive(Clone, Debug)]
pub struct Tie<'d> {
    /// The person or firm that was named.
    pub party: &'d Item,
    /// For what.
    pub slot: Slot,
}

/// Every answer that names a person or firm for something, in the order of asking.
pub fn ties<'d>(dossier: &'d Dossier, world: &World<'_>) -> Vec<Tie<'d>> {
    let catalogue = &world.content.catalogue;
    let slots =
        catalogue.sections.iter().flat_map(|section| walk::slots(section, catalogue, dossier, world.today));
    slots
        .filter(|slot| catalogue.at(slot).is_some_and(|question| question.kind == Kind::Person))
        .filter(|slot| !NOTHING_HANGS_ON.contains(&slot.question.as_str()))
        .filter_map(|slot| match dossier.value(&slot) {
            Some(Value::Item(id)) => Some(Tie { party: dossier.item(*id)?, slot }),
            _ => None,
        })
        .collect()
}

/// Whether two entries are one person or firm: the same member, or the same name without two different numbers.
pub fn is_same(one: &Item, other: &Item) -> bool {
    if one.id == other.id || (one.person.is_some() && one.person == other.person) {
        return true;
    }
    let Some((name, other_name)) = one.contact.name.as_ref().zip(other.contact.name.as_ref()) else {
        return false;
    };
    let (phones, others) = (&one.contact.phones, &other.contact.phones);
    let numbers_agree =
        phones.is_empty() || others.is_empty() || phones.iter().any(|phone| others.contains(phone));
    numbers_agree && folded(name) == folded(other_name)
}
