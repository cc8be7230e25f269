//! The firms that a company depends on: its suppliers, and whoever helps it with computers.
//!
//! One firm that does several things is called once and asked about once: whoever brings both internet and telephone.

use crate::domain::{
    dossier::Dossier,
    folding::folded,
    item::{Item, ItemKind},
};

/// What whoever helps with computers is on the call list for.
const ICT_HELP: &str = "ict-help";
/// Whoever decides or takes over is a colleague, also when they help with computers too.
const COLLEAGUES: [&str; 2] = ["decider", "deputy"];

/// Every firm of which is asked what to expect, oldest first.
pub fn suppliers(dossier: &Dossier) -> impl Iterator<Item = &Item> {
    dossier.items().filter(move |item| is_supplier(item, dossier))
}

/// Whether this is a supplier, or somebody from outside who helps with computers.
pub fn is_supplier(item: &Item, dossier: &Dossier) -> bool {
    item.kind == ItemKind::Supplier || (helps(item) && !is_colleague(item, dossier))
}

/// Whether somebody may have given us a customer number. Whoever is somebody's sister has not.
pub fn has_customers(item: &Item) -> bool {
    item.contact.relation.is_none()
}

/// Whether two suppliers are one firm: the same name, and the same numbers.
pub fn is_same_firm(one: &Item, other: &Item) -> bool {
    is_outside(one) && is_outside(other) && is_same_party(one, other)
}

/// Whether this is the first of its firm in the dossier, the one that answers are about.
pub fn speaks_for_firm(item: &Item, dossier: &Dossier) -> bool {
    suppliers(dossier).find(|first| is_same_firm(first, item)).is_none_or(|first| first.id == item.id)
}

/// Another supplier of this name whose number is known.
pub fn namesake<'d>(item: &Item, dossier: &'d Dossier) -> Option<&'d Item> {
    let known =
        |other: &&Item| other.id != item.id && has_name_of(other, item) && !other.contact.phones.is_empty();
    suppliers(dossier).find(known).filter(|_| is_outside(item))
}

fn is_outside(item: &Item) -> bool {
    item.kind == ItemKind::Supplier || helps(item)
}

/// Whether this is who helps with computers, and not somebody who takes part here.
fn helps(item: &Item) -> bool {
    item.kind == ItemKind::Contact && item.role.as_str() == ICT_HELP && item.person.is_none()
}

fn is_colleague(item: &Item, dossier: &Dossier) -> bool {
    let mut colleagues =
        dossier.items_of(ItemKind::Contact).filter(|other| COLLEAGUES.contains(&other.role.as_str()));
    colleagues.any(|other| is_same_party(other, item))
}

fn is_same_party(one: &Item, other: &Item) -> bool {
    one.contact.phones == other.contact.phones && has_name_of(one, other)
}

fn has_name_of(one: &Item, other: &Item) -> bool {
    let name =
        |item: &Item| item.contact.name.as_ref().map(|name| folded(name)).filter(|name| !name.is_empty());
    name(one).is_some_and(|one| name(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, ids::PersonId, phone::Phone};

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

    fn contact(dossier: &mut Dossier, role: &str, name: &str) -> Item {
        let like = supplier(dossier, role, name, Some("020 7654321"));
        let item = Item { kind: ItemKind::Contact, ..like };
        dossier.save_item(item.clone());
        item
    }

    #[test]
    fn whoever_helps_with_computers_from_outside_is_asked_about_as_a_supplier() {
        let mut dossier = Dossier::default();
        let kuiper = contact(&mut dossier, "ict-help", "Kuiper ICT");
        contact(&mut dossier, "told", "Jan de Vries");
        let hosting = supplier(&mut dossier, "hosting", "kuiper ict", Some("020 7654321"));
        let roles: Vec<&str> = suppliers(&dossier).map(|item| item.role.as_str()).collect();
        assert_eq!(roles, ["ict-help", "hosting"]);
        assert!(speaks_for_firm(&kuiper, &dossier) && !speaks_for_firm(&hosting, &dossier));
    }

    #[test]
    fn who_helps_with_computers_and_works_here_is_no_supplier() {
        let mut dossier = Dossier::default();
        let ali = contact(&mut dossier, "ict-help", "Ali");
        assert!(is_supplier(&ali, &dossier));
        contact(&mut dossier, "deputy", "Ali");
        assert!(!is_supplier(&ali, &dossier), "the foreman");
        let me = Item { person: Some(PersonId(Uuid::nil())), ..contact(&mut dossier, "ict-help", "Anna") };
        assert!(!is_supplier(&me, &dossier));
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
