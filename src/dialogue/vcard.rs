//! Contacts in the form that phones and address books exchange: vCard.

use calcard::{
    Entry, Parser,
    vcard::{VCard, VCardProperty, VCardValue},
};

use crate::{
    dialogue::door::clean_name,
    domain::{contact::Contact, phone::Phone},
};

/// More numbers than this on one card are not shown to choose from.
const MOST_PHONES: usize = 12;

/// Whether a text is meant as a vCard.
pub fn looks_like_one(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The first card in a text with a name or a number that can be called; `None` if it is broken.
pub fn parse(text: &str) -> Option<Contact> {
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Entry::VCard(card) => {
                let contact = contact(&card);
                if contact.name.is_some() || !contact.phones.is_empty() {
                    return Some(contact);
                }
            }
            Entry::Eof | Entry::UnterminatedComponent(_) | Entry::TooManyComponents => return None,
            _ => {}
        }
    }
}

fn contact(card: &VCard) -> Contact {
    let texts = |property: &VCardProperty| {
        card.entries
            .iter()
            .filter(|entry| entry.name == *property)
            .flat_map(|entry| &entry.values)
            .filter_map(|value| match value {
                VCardValue::Text(text) => Some(text.trim().to_owned()),
                VCardValue::Component(parts) => Some(parts.join(" ").trim().to_owned()),
                _ => None,
            })
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let name = [VCardProperty::Fn, VCardProperty::Org, VCardProperty::N]
        .iter()
        .find_map(|property| texts(property).iter().find_map(|name| clean_name(name)));
    let mut phones = Vec::new();
    for text in texts(&VCardProperty::Tel) {
        let number = text.strip_prefix("tel:").unwrap_or(&text);
        if let Ok(phone) = Phone::parse(number)
            && !phones.contains(&phone)
            && phones.len() < MOST_PHONES
        {
            phones.push(phone);
        }
    }
    Contact { name, phones, ..Contact::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_from_a_phone_gives_name_and_numbers() {
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Bakker;Jan;;;\r\nFN:Jan Bakker\r\nTEL;TYPE=CELL:06-12345678\r\n\
                    TEL;TYPE=WORK:+31 20 123 4567\r\nEND:VCARD\r\n";
        let contact = parse(card).unwrap();
        assert_eq!(contact.name.as_deref().map(String::as_str), Some("Jan Bakker"));
        let shown: Vec<_> = contact.phones.iter().map(Phone::shown).collect();
        assert_eq!(shown, ["+31 6 12345678", "+31 20 123 4567"]);
    }

    #[test]
    fn a_broken_card_is_none() {
        for text in
            ["BEGIN:VCARD", "BEGIN:VCARD\nTEL", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCARD\nFN:\nEND:VCARD"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
