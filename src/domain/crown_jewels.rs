//! What the firm can miss least: a view of the dossier, never stored.

use crate::domain::{dossier::Dossier, item::Item};

/// The question that chooses the crown jewels.
pub const CROWN_JEWELS: &str = "crown-jewels";
/// The question that asked it item by item, in the first version of the catalogue.
const ONE_BY_ONE: &str = "crown-jewel";

/// The things that the owner called crown jewels and that are still there, in the order in which they stand on the
/// list. At most five.
pub fn crown_jewels(dossier: &Dossier) -> Vec<&Item> {
    let chosen = dossier.chosen(CROWN_JEWELS);
    if !chosen.is_empty() {
        return chosen;
    }
    dossier.items().filter(|item| item.choice(ONE_BY_ONE) == Some("yes")).collect()
}

/// Whether this is one of them.
pub fn is_crown_jewel(item: &Item, dossier: &Dossier) -> bool {
    crown_jewels(dossier).iter().any(|jewel| jewel.id == item.id)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        contact::Contact,
        dossier::Slot,
        ids::{ItemId, PersonId},
        item::{Answer, ItemKind, Value},
    };

    fn tell(dossier: &mut Dossier, item: Option<ItemId>, question: &str, value: Value) {
        let (by, at) = (PersonId(Uuid::nil()), DateTime::<Utc>::UNIX_EPOCH);
        dossier.save_answer(Slot { item, question: question.into() }, Answer { value, by, at, catalogue: 1 });
    }

    fn shop() -> Dossier {
        let mut dossier = Dossier::default();
        for role in ["till", "laptop", "printer"] {
            dossier.save_item(dossier.new_item(ItemKind::Device, role.into(), Contact::default()));
        }
        dossier
    }

    fn ids(dossier: &Dossier) -> Vec<u32> {
        crown_jewels(dossier).into_iter().map(|item| item.id.0).collect()
    }

    #[test]
    fn a_crown_jewel_that_was_taken_off_is_none_any_more() {
        let mut dossier = shop();
        tell(&mut dossier, None, CROWN_JEWELS, Value::Items(vec![ItemId(3), ItemId(1)]));
        assert_eq!(ids(&dossier), [3, 1]);
        dossier.save_item(Item { removed: true, ..dossier.item(ItemId(3)).cloned().unwrap() });
        assert_eq!(ids(&dossier), [1]);
    }

    #[test]
    fn what_was_told_item_by_item_still_counts_until_it_is_chosen_from_the_list() {
        let mut dossier = shop();
        tell(&mut dossier, Some(ItemId(2)), "crown-jewel", Value::Choice("yes".into()));
        tell(&mut dossier, Some(ItemId(3)), "crown-jewel", Value::Choice("no".into()));
        assert_eq!(ids(&dossier), [2]);
        tell(&mut dossier, None, CROWN_JEWELS, Value::Items(vec![ItemId(3)]));
        assert_eq!(ids(&dossier), [3]);
    }
}
