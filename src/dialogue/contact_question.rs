//! Asking for somebody: in one line, as a shared card, or field by field.
//!
//! ```text
//! > kuiper ict
//! < Welk nummer heeft Kuiper ICT?
//! > 020 76543
//! < Dat lijkt een cijfer of twee te kort: 020 76543. Wat is het hele nummer?
//! ```

use crate::{
    dialogue::{
        Part, State, another_party,
        contact_line::{self, ContactLine},
        input::Input,
        offer::Tap,
        question_card::{choice_label, item_of},
        sitting::{Asked, ack_about},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        contact::Contact,
        dossier::Slot,
        firm::namesake,
        ids::{ItemId, Slug},
        item::{Item, Value},
        party::{is_another, is_spelled_alike},
        phone::{Phone, PhoneError},
        pii::Pii,
    },
    questionnaire::Kind,
    text::Msg,
};

/// A name of more characters than this is asked for again: it has to fit on a call list.
pub const LONGEST_NAME: usize = 100;

/// A turn at a question for a contact.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Choice(id)) => choose(draft, asked, state, id),
        Input::Pick(Tap::Number(place)) => {
            let chosen = item_of(asked.slot, asked.question, &draft.dossier).cloned();
            if let Some(mut item) = chosen {
                item.contact.prefer_phone(usize::from(*place));
                let id = item.id;
                draft.save_item(item);
                return complete(draft, asked, id);
            }
            asked.advance(draft)
        }
        Input::Pick(Tap::Done) => {
            draft.save(asked.slot, Value::Choice("done".into()));
            asked.advance(draft)
        }
        Input::Contact(contact) => {
            let several = contact.phones.len() > 1;
            let line = ContactLine { contact: contact.clone(), ..ContactLine::default() };
            heard(draft, asked, line, several)
        }
        Input::Text(text) => {
            let vocabulary = draft.world.content.texts.vocabulary(draft.language);
            let line = contact_line::parse(text, vocabulary);
            let name_length = line.contact.name.as_ref().map_or(0, |name| name.chars().count());
            if name_length > LONGEST_NAME {
                draft.say("contact-name-too-long");
                return draft.finish(state.clone());
            }
            if line.several {
                draft.say("contact-several");
                return draft.finish(state.clone());
            }
            if line.is_empty() {
                draft.say("contact-not-seen");
                return draft.finish(state.clone());
            }
            heard(draft, asked, line, false)
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// "Dat ben ik", or a way out: "niemand".
fn choose(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, id: &Slug) -> Step {
    let Some(choice) = asked.question.choice(id.as_str()) else {
        return not_an_answer(draft, state, &Input::Stale);
    };
    if choice.myself {
        return heard(draft, asked, ContactLine { myself: true, ..ContactLine::default() }, false);
    }
    let earlier = item_of(asked.slot, asked.question, &draft.dossier).cloned();
    if let Some(item) = earlier.filter(|_| asked.slot.item.is_none()) {
        draft.save_item(Item { removed: true, ..item });
    }
    draft.save(asked.slot, Value::Choice(id.clone()));
    let line = ack_about(asked, choice_label(asked.question, id.as_str()), &draft);
    draft.say(line);
    asked.advance(draft)
}

/// Writes down what was told, and asks for what is still missing.
fn heard(mut draft: Draft<'_>, asked: &Asked<'_>, line: ContactLine, choose_number: bool) -> Step {
    if asked.part == Part::Number && line.contact.phones.is_empty() && line.wrong_number.is_none() {
        draft.say("contact-no-number");
        let named = item_of(asked.slot, asked.question, &draft.dossier);
        if named.is_some_and(|item| item.person.is_none() && item.contact.name.is_some()) {
            draft.say("contact-wrong-name");
        }
        return draft.finish(asked.at(Part::Number));
    }
    let known = item_of(asked.slot, asked.question, &draft.dossier).cloned();
    let Some(mut item) = subject(&draft, asked) else { return asked.advance(draft) };
    if line.myself {
        item.person = Some(draft.world.person);
        item.contact.name = line.contact.name.clone().or_else(|| draft.world.name.cloned());
        item.contact.phones = own_phones(&draft);
    }
    match asked.part {
        // "Kees 0612345678" in answer to "which number does Fatima have?" is Kees.
        Part::Whole | Part::Number if names_somebody_else(&item, &line.contact) => {
            (item.contact, item.person, item.checked_at) = (line.contact, None, None);
        }
        Part::Number => item.contact.update(Contact { name: None, relation: None, ..line.contact }),
        _ => item.contact.update(line.contact),
    }
    if let Some(known) = namesake(&item, &draft.dossier).filter(|_| item.contact.phones.is_empty()) {
        item.contact.phones.clone_from(&known.contact.phones);
    }
    let id = item.id;
    let missing = missing_part(&item, choose_number);
    match known.filter(|known| known.id == id && is_another(known, &item)) {
        Some(before) => another_party::replace(&mut draft, &before, item),
        None => draft.save_item(item),
    }
    if !asked.question.repeat {
        draft.save(asked.slot, Value::Item(id));
    }
    for (question, number) in
        [(CUSTOMER_NUMBER, line.customer_number), (CONTRACT_NUMBER, line.contract_number)]
    {
        if let Some(number) = number {
            draft.save(&Slot::of(id, question), Value::Text(number));
        }
    }
    match (line.wrong_number, missing) {
        (Some((digits, error)), Some(_)) => {
            draft.say(wrong_number(&digits, error));
            draft.finish(asked.at(Part::Number))
        }
        (_, Some(part)) => draft.finish(asked.at(part)),
        (_, None) => complete(draft, asked, id),
    }
}

/// Takes away whoever was named without a number, now that it turns out to be nobody. What stands there for a thing of
/// the firm stays.
pub fn forget_half_told(draft: &mut Draft<'_>, asked: &Asked<'_>) {
    if asked.question.kind != Kind::Contact || asked.slot.item.is_some() {
        return;
    }
    let named = item_of(asked.slot, asked.question, &draft.dossier).cloned();
    if let Some(item) = named.filter(|item| missing_part(item, false).is_some()) {
        draft.save_item(Item { removed: true, ..item });
    }
}

/// The numbers of the person who answers, if they told them before.
fn own_phones(draft: &Draft<'_>) -> Vec<Phone> {
    let mine = draft.dossier.items().find(|item| item.person == Some(draft.world.person));
    mine.map(|item| item.contact.phones.clone()).unwrap_or_default()
}

fn names_somebody_else(item: &Item, told: &Contact) -> bool {
    let names = item.contact.name.as_ref().zip(told.name.as_ref());
    names.is_some_and(|(known, told)| !is_spelled_alike(known, told))
}

/// The item that the answer is about: as it is when a part is added, fresh when the whole is told anew.
fn subject(draft: &Draft<'_>, asked: &Asked<'_>) -> Option<Item> {
    let known = item_of(asked.slot, asked.question, &draft.dossier).cloned();
    match known {
        Some(item) if asked.part != Part::Whole || asked.slot.item.is_some() => Some(item),
        Some(item) if !asked.question.repeat => {
            Some(Item { contact: Contact::default(), person: None, checked_at: None, ..item })
        }
        _ => {
            let kind = asked.question.adds?;
            let role = asked.question.role.clone()?;
            Some(draft.dossier.new_item(kind, role, Contact::default()))
        }
    }
}

fn missing_part(item: &Item, choose_number: bool) -> Option<Part> {
    if item.contact.name.is_none() && item.person.is_none() {
        return Some(Part::Name);
    }
    if item.contact.phones.is_empty() {
        return Some(Part::Number);
    }
    (choose_number && item.contact.phones.len() > 1).then_some(Part::Which)
}

/// Names the mistake in a number.
pub fn wrong_number(digits: &Pii<String>, error: PhoneError) -> Msg {
    let id = match error {
        PhoneError::TooShort => "phone-too-short",
        PhoneError::TooLong => "phone-too-long",
        PhoneError::Letter => "phone-letter",
        PhoneError::Unknown => "phone-unknown",
    };
    Msg::new(id).told("digits", digits)
}

fn complete(mut draft: Draft<'_>, asked: &Asked<'_>, id: ItemId) -> Step {
    if let Some(item) = draft.dossier.item(id) {
        let mine = item.person == Some(draft.world.person);
        let mut summary = contact_summary(&item.contact, mine);
        for (question, id) in
            [(CUSTOMER_NUMBER, "line-customer-number"), (CONTRACT_NUMBER, "line-contract-number")]
        {
            if let Some(Value::Text(number)) = item.value(question) {
                summary = Msg::new(id).msg("line", summary).told("number", number);
            }
        }
        draft.say(Msg::new("ack").msg("answer", summary));
    }
    if asked.question.repeat {
        return draft.finish(asked.at(Part::Whole));
    }
    asked.advance(draft)
}

/// "Fatima (zus), +31 6 87654321".
pub fn contact_summary(contact: &Contact, mine: bool) -> Msg {
    let name = contact_name(contact, mine);
    let with_phone = match contact.phones.first() {
        Some(phone) => Msg::new("contact-with-phone").msg("name", name).phone("phone", phone),
        None => name,
    };
    match &contact.hours {
        Some(hours) => Msg::new("contact-with-hours").msg("contact", with_phone).told("hours", hours),
        None => with_phone,
    }
}

/// "Jij", "Fatima (zus)", "Kuiper ICT".
pub fn contact_name(contact: &Contact, mine: bool) -> Msg {
    match (&contact.name, &contact.relation) {
        _ if mine => "you".into(),
        (Some(name), Some(relation)) => {
            Msg::new("contact-with-relation").told("name", name).told("relation", relation)
        }
        (Some(name), None) => Msg::new("told").told("text", name),
        (None, _) => "contact-nameless".into(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place, Visit, World, sitting},
        domain::{dossier::Dossier, item::ItemKind},
    };

    #[test]
    fn another_firm_does_not_get_the_number_of_the_one_before() {
        let mut dossier = Dossier::default();
        let phones = vec![Phone::parse("0800 0402").unwrap()];
        let contact = Contact { name: Some("KPN".into()), phones, ..Contact::default() };
        let firm = dossier.new_item(ItemKind::Supplier, "internet".into(), contact);
        dossier.save_item(firm.clone());
        let told = |name: &str| {
            let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
            let slot = Slot::of(firm.id, "supplier-contact");
            let place = Place::Question { slot, part: Part::Whole, visit: Visit::Change };
            let step = sitting::step(Draft::new(&world), &place.into(), &Input::Text(name.into()));
            let mut after = dossier.clone();
            step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
            after.item(firm.id).map(|firm| firm.contact.phones.len())
        };
        assert_eq!(told("Ziggo"), Some(0), "it is asked for");
        assert_eq!(told("KPN Zakelijk"), Some(1));
    }
}
