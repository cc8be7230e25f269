//! Whom to call, in which order: a view of the dossier, never stored.

use chrono::{DateTime, Utc};

use crate::domain::{
    contact::Contact,
    dossier::Dossier,
    firm::is_same_firm,
    ids::{ItemId, PersonId, Slug},
    item::{Item, ItemKind, Value},
};

/// The question whose answer is the customer number at a supplier.
pub const CUSTOMER_NUMBER: &str = "supplier-customer-number";
/// The question whose answer is the contract number at a supplier.
pub const CONTRACT_NUMBER: &str = "supplier-contract-number";
/// The question that asks for the order; once answered, the owner's order counts.
pub const ORDER: &str = "call-order";

/// Who comes first while the owner has not said so: who can decide, who can help, then whom every hour costs.
const USUAL_ORDER: [&str; 11] = [
    "decider",
    "deputy",
    "ict-help",
    "bank",
    "insurer",
    "internet",
    "hosting",
    "telephony",
    "bookkeeping",
    "other",
    "told",
];

/// One line of the call list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'d> {
    /// The item behind the line.
    pub item: ItemId,
    /// Why this party is on the list: one role, or more for a person who is several things.
    pub roles: Vec<&'d Slug>,
    /// Name, numbers and hours.
    pub contact: &'d Contact,
    /// The member that this is, if it is one.
    pub person: Option<PersonId>,
    /// What to say when they ask who is calling.
    pub customer_number: Option<&'d str>,
    /// Number of the contract with them.
    pub contract_number: Option<&'d str>,
    /// When the number was last called and right.
    pub checked_at: Option<DateTime<Utc>>,
}

/// The call list in the order to call: everybody of whom at least a name or a number is known.
pub fn call_list(dossier: &Dossier) -> Vec<Line<'_>> {
    let mut items: Vec<&Item> = dossier.items().filter(|item| is_line(item)).collect();
    if has_own_order(dossier) {
        items.sort_by_key(|item| item.rank);
    } else {
        items.sort_by_key(|item| (usual_place(&item.role), item.rank));
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    for item in items {
        let is_same = |known: &Line<'_>| {
            is_same_person(known, item)
                || dossier.item(known.item).is_some_and(|known| is_same_firm(known, item))
        };
        match lines.iter_mut().find(|line| is_same(line)) {
            Some(known) => {
                let also = line(item);
                known.roles.push(&item.role);
                known.customer_number = known.customer_number.or(also.customer_number);
                known.contract_number = known.contract_number.or(also.contract_number);
            }
            None => lines.push(line(item)),
        }
    }
    lines
}

/// Whether an item has a place on the call list, if it is there.
pub fn is_line(item: &Item) -> bool {
    let is_known = item.contact.name.is_some() || !item.contact.phones.is_empty() || item.person.is_some();
    matches!(item.kind, ItemKind::Contact | ItemKind::Supplier) && is_known
}

/// A member of the company with the same number in two roles is one line.
fn is_same_person(line: &Line<'_>, item: &Item) -> bool {
    item.person.is_some() && line.person == item.person && line.contact.phones == item.contact.phones
}

/// Whether the owner has put the lines in order.
fn has_own_order(dossier: &Dossier) -> bool {
    dossier.items().any(|item| item.rank >= OWN_ORDER)
}

/// Ranks from here on were given by the owner, not by the order in which lines came up.
pub const OWN_ORDER: u32 = 1_000;

fn usual_place(role: &Slug) -> usize {
    USUAL_ORDER.iter().position(|known| *known == role.as_str()).unwrap_or(USUAL_ORDER.len())
}

fn line(item: &Item) -> Line<'_> {
    let text = |question: &str| match item.value(question)? {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    Line {
        item: item.id,
        roles: vec![&item.role],
        contact: &item.contact,
        person: item.person,
        customer_number: text(CUSTOMER_NUMBER),
        contract_number: text(CONTRACT_NUMBER),
        checked_at: item.checked_at,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{dossier::Slot, item::Answer, phone::Phone};

    fn dossier(roles: &[&str]) -> Dossier {
        let mut dossier = Dossier::default();
        for role in roles {
            let phones = vec![Phone::parse("112").unwrap()];
            let contact = Contact { phones, ..Contact::default() };
            dossier.save_item(dossier.new_item(ItemKind::Contact, (*role).into(), contact));
        }
        dossier
    }

    fn roles(dossier: &Dossier) -> Vec<&str> {
        call_list(dossier).into_iter().flat_map(|line| line.roles).map(Slug::as_str).collect()
    }

    #[test]
    fn a_firm_that_does_two_things_is_one_line_with_the_number_it_asks_for() {
        let mut dossier = Dossier::default();
        for (role, name, asked) in [("internet", "KPN", None), ("telephony", "kpn", Some("90017"))] {
            let phones = vec![Phone::parse("0800 0402").unwrap()];
            let contact = Contact { name: Some(name.into()), phones, ..Contact::default() };
            let item = dossier.new_item(ItemKind::Supplier, role.into(), contact);
            dossier.save_item(item.clone());
            let slot = Slot::of(item.id, CUSTOMER_NUMBER);
            let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
            let answer = asked.map(|number: &str| Value::Text(number.into()));
            answer.into_iter().for_each(|value| {
                dossier.save_answer(slot.clone(), Answer { value, by, at, catalogue: 1 });
            });
        }
        assert_eq!(roles(&dossier), ["internet", "telephony"]);
        let lines = call_list(&dossier);
        assert_eq!((lines.len(), lines[0].customer_number), (1, Some("90017")));
    }

    #[test]
    fn the_usual_order_puts_who_decides_and_who_helps_in_front() {
        let dossier = dossier(&["told", "bank", "ict-help", "deputy", "decider"]);
        assert_eq!(roles(&dossier), ["decider", "deputy", "ict-help", "bank", "told"]);
    }

    #[test]
    fn the_owners_own_order_beats_the_usual_one() {
        let mut dossier = dossier(&["decider", "bank"]);
        for (rank, id) in [(OWN_ORDER, 2), (OWN_ORDER + 1, 1)] {
            let item = Item { rank, ..dossier.item(ItemId(id)).cloned().unwrap() };
            dossier.save_item(item);
        }
        assert_eq!(roles(&dossier), ["bank", "decider"]);
    }

    #[test]
    fn somebody_in_two_roles_with_one_number_is_called_once() {
        let mut dossier = dossier(&["decider", "ict-help", "bank"]);
        for id in [1, 2] {
            let person = Some(PersonId(Uuid::from_u128(7)));
            let item = Item { person, ..dossier.item(ItemId(id)).cloned().unwrap() };
            dossier.save_item(item);
        }
        let lines = call_list(&dossier);
        let roles: Vec<Vec<&str>> =
            lines.iter().map(|line| line.roles.iter().map(|role| role.as_str()).collect()).collect();
        assert_eq!(roles, [vec!["decider", "ict-help"], vec!["bank"]]);
    }

    #[test]
    fn a_supplier_without_name_or_number_is_no_line_yet() {
        let mut dossier = dossier(&["decider"]);
        dossier.save_item(dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default()));
        assert_eq!(roles(&dossier), ["decider"]);
    }
}
