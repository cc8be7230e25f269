//! One firm that does several things: whoever brings both internet and telephone is called once and asked about once.

use crate::domain::{
    dossier::Dossier,
    folding::folded,
    item::{Item, ItemKind},
};

/// Whether two suppliers are one firm: the same name, and the same numbers.
pub fn is_same_firm(one: &Item, other: &Item) -> bool {
    one.contact.phones == other.contact.phones && has_name_of(one, other)
}

/// Whether this is the first of its firm in the dossier, the one that answers are about.
pub fn speaks_for_firm(item: &Item, dossier: &Dossier) -> bool {
    dossier
        .items_of(ItemKind::Supplier)
        .find(|first| is_same_firm(first, item))
        .is_none_or(|first| first.id == item.id)
}

/// Another supplier of this name whose number is known.
pub fn namesake<'d>(item: &Item, dossier: &'d Dossier) -> Option<&'d Item> {
    let known =
        |other: &&Item| other.id != item.id && has_name_of(other, item) && !other.contact.phones.is_empty();
    dossier.items_of(ItemKind::Supplier).find(known)
}

fn has_name_of(one: &Item, other: &Item) -> bool {
    let name =
        |item: &Item| item.contact.name.as_ref().map(|name| folded(name)).filter(|name| !name.is_empty());
    let suppliers = [one, other].iter().all(|item| item.kind == ItemKind::Supplier);
    suppliers && name(one).is_some_and(|one| name(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{contact::Contact, phone::Phone};

    fn supplier(dossier: &mut Dossier, role: &str, name: &str, phone: Option<&str>) -> Item {
        let phones = phone.into_iter().map(|phone| Phone::parse(phone).unwrap()).collect();
        let contact = Contact { name: Some(name.into()), phones, ..Contact::default() };
        let item = dossier.new_item(ItemKind::Supplier, role.into(), contact);
        dossier.save_item(item.clone());
        item
    }

    #[test]
    fn the_first_of_a_firm_speaks_for_it_however_it_is_written() {
        let mut dossier = Dossier::default();
        let internet = supplier(&mut dossier, "internet", "KPN", Some("0800 0402"));
        let phone = supplier(&mut dossier, "telephony", " kpn", Some("0800 0402"));
        let other = supplier(&mut dossier, "hosting", "KPN", Some("0800 0403"));
        assert!(speaks_for_firm(&internet, &dossier) && !speaks_for_firm(&phone, &dossier));
        assert!(speaks_for_firm(&other, &dossier), "another desk of it has another number");
    }

    #[test]
    fn a_number_that_is_known_of_a_namesake_is_found_and_no_other() {
        let mut dossier = Dossier::default();
        let internet = supplier(&mut dossier, "internet", "KPN", Some("0800 0402"));
        let phone = supplier(&mut dossier, "telephony", "kpn", None);
        let bank = supplier(&mut dossier, "bank", "Rabo", None);
        assert_eq!(namesake(&phone, &dossier).map(|item| item.id), Some(internet.id));
        assert_eq!(namesake(&bank, &dossier), None);
    }
}
