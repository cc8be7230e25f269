//! Whether somebody else stands on a line of the call list now. What belonged to whoever stood there would mislead: on the day
//! that it counts, a customer number with another firm is read out.

use strsim::levenshtein;

use crate::domain::{
    folding::{folded, holds},
    item::Item,
};

/// A name of so many letters that begins another is short for it: "Rabo" for "Rabobank", but not "ING" for "Ingenieur".
const SHORTEST_STUB: usize = 4;
/// In so many letters one may be put in, left out or changed.
const LETTERS_A_SLIP: usize = 5;
/// More wrong letters than this make another name, however long it is.
const MOST_SLIPS: usize = 2;

/// Whether one name is another spelling of the other: "KPN" and "KPN Zakelijk", "Fatma" and "Fatima".
pub fn is_spelled_alike(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let (short, long) =
        if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    let is_stub = || short.chars().count() >= SHORTEST_STUB && long.starts_with(&short);
    let slips = || (long.chars().count() / LETTERS_A_SLIP).min(MOST_SLIPS);
    holds(&long, &short) || is_stub() || levenshtein(&short, &long) <= slips()
}

/// Whether an item is about another party than before: another name, or another member.
pub fn is_another(before: &Item, after: &Item) -> bool {
    match (&before.contact.name, &after.contact.name) {
        (Some(before), Some(after)) => !is_spelled_alike(before, after),
        (was_named, _) => {
            let was_told = was_named.is_some() || before.person.is_some();
            was_told && before.person != after.person
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, dossier::Dossier, ids::PersonId, item::ItemKind};

    #[test]
    fn another_spelling_of_a_name_is_the_same_name_and_another_name_is_not() {
        for (one, other) in [
            ("KPN", "KPN Zakelijk"),
            ("KPN", "kpn"),
            ("Rabo", "Rabobank"),
            ("Fatma", "Fatima"),
            ("Ziggo", "Zigo"),
            ("Kuiper Automatisering", "Kuyper Automatisering"),
            ("Zoë", "zoe"),
        ] {
            assert!(is_spelled_alike(one, other) && is_spelled_alike(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("KPN", "Ziggo"),
            ("ING", "Ingenieursbureau Vos"),
            ("ING", "ASN"),
            ("Anna", "Anne"),
            ("Jan de Vries", "Piet de Vries"),
            ("Kuiper ICT", "Kuiper Automatisering"),
            ("KPN", ""),
        ] {
            assert!(!is_spelled_alike(one, other) && !is_spelled_alike(other, one), "{one} {other}");
        }
    }

    #[test]
    fn a_line_is_about_another_with_another_name_or_another_member() {
        let line = |name: Option<&str>, person: Option<u128>| {
            let contact = Contact { name: name.map(Into::into), ..Contact::default() };
            let item = Dossier::default().new_item(ItemKind::Contact, "ict-help".into(), contact);
            Item { person: person.map(|number| PersonId(Uuid::from_u128(number))), ..item }
        };
        for (before, after, expected) in [
            (line(Some("Kuiper ICT"), None), line(Some("Noor"), None), true),
            (line(Some("Kuiper ICT"), None), line(Some("Kuiper"), None), false),
            (line(None, None), line(Some("Noor"), None), false),
            (line(None, Some(1)), line(Some("Noor"), None), true),
            (line(None, Some(1)), line(None, Some(2)), true),
            (line(Some("Kuiper ICT"), None), line(None, Some(1)), true),
            (line(Some("Kuiper ICT"), None), line(None, None), false),
            (line(None, None), line(None, Some(1)), false),
            (line(Some("Noor"), None), line(Some("Noor"), Some(1)), false),
            (line(Some("Noor"), Some(1)), line(Some("Noor"), None), false),
        ] {
            assert_eq!(is_another(&before, &after), expected, "{:?} {:?}", before.contact, after.contact);
        }
    }
}
