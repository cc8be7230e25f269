//! Changing the call list: choose a line, then rename, renumber, move, mark as called, take off, put back.

use crate::{
    dialogue::{
        Field, Place, State, World, another_party, contact_line,
        contact_question::{LONGEST_NAME, wrong_number},
        former_line::to_put_back,
        input::Input,
        noodplan::{call_list_lines, line_name},
        offer::{Card, Offer, Tap, Typing},
        order_question,
        review::numbers,
        sitting::no_reference,
        step::{Draft, Step, not_an_answer},
        things::{changing, hanging},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER, Line, call_list},
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, Value},
        phone::Phone,
    },
    text::Msg,
};

/// The whole list, to choose a line.
pub fn lines_card(undo: Option<ItemId>, dossier: &Dossier, world: &World<'_>) -> Card {
    let lines = call_list(dossier);
    let mut text = vec![Msg::new(if lines.is_empty() { "lines-none" } else { "lines-title" })];
    text.extend(call_list_lines(dossier, world));
    let offer = Offer::new(Typing::Options)
        .each(lines.iter().map(|line| (line_name(line, world), Tap::Item(line.item))))
        .option_if(undo.is_some(), "option-undo", Tap::Undo)
        .each_standing(to_put_back(dossier, world))
        .option("option-menu", Tap::Menu);
    Card { lines: text, offer }
}

/// One line, with everything that can be done to it.
pub fn line_card(item: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let lines = call_list(dossier);
    let Some(place) = lines.iter().position(|line| line.item == item) else {
        return lines_card(None, dossier, world);
    };
    let text = call_list_lines(dossier, world).into_iter().nth(place).into_iter().collect();
    let fields = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Name || lines_name_changes(&lines, item, world));
    let has_number = lines.get(place).is_some_and(|line| !line.contact.phones.is_empty());
    let changing = |field: Field| (Msg::new(format!("line-change-{}", field.slug())), Tap::Field(field));
    let offer = Offer::new(Typing::Options)
        .option_if(has_number, "line-called-right", Tap::Checked)
        .each(fields.map(changing))
        .option_if(place > 0, "line-up", Tap::Up)
        .option_if(place + 1 < lines.len(), "line-down", Tap::Down)
        .option("line-remove", Tap::Remove)
        .option("option-back", Tap::Back);
    Card { lines: text, offer }
}

/// One's own line is called "jij" here, so changing its name would show nothing.
fn lines_name_changes(lines: &[Line<'_>], item: ItemId, world: &World<'_>) -> bool {
    lines.iter().any(|line| line.item == item && line.person != Some(world.person))
}

/// Asks for one part of a line.
pub fn field_card(item: ItemId, field: Field, dossier: &Dossier, world: &World<'_>) -> Card {
    let lines = call_list(dossier);
    let Some(line) = lines.iter().find(|line| line.item == item) else {
        return lines_card(None, dossier, world);
    };
    if field == Field::Party {
        return another_party::card(line, world);
    }
    let ask = Msg::new(format!("line-ask-{}", field.slug())).msg("name", line_name(line, world));
    let typing = if matches!(field, Field::Name | Field::Number) { Typing::Somebody } else { Typing::Free };
    let mut offer = Offer::new(typing).option("option-back", Tap::Back);
    offer.own_number = field == Field::Number && line.person == Some(world.person);
    Card { lines: vec![ask], offer }
}

/// A turn at the call list, one of its lines, or a part of one.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match &state.place {
        Place::Lines { undo } => at_lines(draft, *undo, state, input),
        Place::Line(item) => at_line(draft, *item, state, input),
        Place::LineField(item, field) => at_field(draft, *item, *field, state, input),
        _ => draft.finish(Place::Menu),
    }
}

fn at_lines(mut draft: Draft<'_>, undo: Option<ItemId>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Item(item)) => draft.finish(Place::Line(*item)),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        Input::Pick(Tap::Undo) => {
            let gone = undo.and_then(|item| draft.dossier.find(item)).cloned();
            if let Some(item) = gone {
                let (kind, role) = (item.kind, item.role.clone());
                draft.save_item(Item { removed: false, ..item });
                changing::tick_along(&mut draft, kind, &role);
                draft.say("line-put-back");
            }
            draft.finish(Place::Lines { undo: None })
        }
        _ => not_an_answer(draft, state, input),
    }
}

fn at_line(mut draft: Draft<'_>, id: ItemId, state: &State, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else {
        return draft.finish(Place::Lines { undo: None });
    };
    match input {
        Input::Pick(Tap::Checked) => {
            draft.save_item(Item { checked_at: Some(draft.world.now), ..item });
            draft.say("line-marked");
            draft.finish(Place::Lines { undo: None })
        }
        Input::Pick(Tap::Field(field)) => draft.finish(Place::LineField(id, *field)),
        Input::Pick(Tap::Up) => shift(draft, id, -1),
        Input::Pick(Tap::Down) => shift(draft, id, 1),
        Input::Pick(Tap::Remove) => hanging::remove(draft, &item),
        Input::Pick(Tap::Back) => draft.finish(Place::Lines { undo: None }),
        _ => not_an_answer(draft, state, input),
    }
}

fn shift(mut draft: Draft<'_>, id: ItemId, by: isize) -> Step {
    let mut order: Vec<ItemId> = call_list(&draft.dossier).into_iter().map(|line| line.item).collect();
    let from = order.iter().position(|known| *known == id);
    let to = from.and_then(|from| from.checked_add_signed(by)).filter(|to| *to < order.len());
    if let (Some(from), Some(to)) = (from, to) {
        order.swap(from, to);
        order_question::put_first(&mut draft, &order);
    }
    draft.finish(Place::Line(id))
}

fn at_field(mut draft: Draft<'_>, id: ItemId, field: Field, state: &State, input: &Input) -> Step {
    let Some(mut item) = draft.dossier.item(id).cloned() else {
        return draft.finish(Place::Lines { undo: None });
    };
    if field == Field::Party {
        return another_party::step(draft, item, state, input);
    }
    let text = match input {
        Input::Pick(Tap::Back) => return draft.finish(Place::Line(id)),
        Input::Text(text) => text.clone(),
        Input::Contact(contact) if field == Field::Number && !contact.phones.is_empty() => {
            renumber(&mut draft, item, contact.phones.clone());
            draft.say("line-changed");
            return draft.finish(Place::Line(id));
        }
        _ => return not_an_answer(draft, state, input),
    };
    match field {
        Field::Number => {
            let vocabulary = draft.world.content.texts.vocabulary(draft.language);
            let told = contact_line::parse(&text, vocabulary);
            if let Some((digits, error)) = told.wrong_number {
                draft.say(wrong_number(&digits, error));
                return draft.finish(state.clone());
            }
            if told.contact.phones.is_empty() {
                draft.say("contact-no-number");
                return draft.finish(state.clone());
            }
            renumber(&mut draft, item, told.contact.phones);
        }
        Field::Name if !text.contains(char::is_alphabetic) => {
            draft.say("name-no-letter");
            return draft.finish(state.clone());
        }
        Field::Name if text.chars().count() > LONGEST_NAME => {
            draft.say("line-name-too-long");
            return draft.finish(state.clone());
        }
        Field::Name => {
            let before = item.clone();
            item.contact.name = Some(text);
            item.contact.relation = None;
            if another_party::rename(&mut draft, &before, item) {
                return draft.finish(Place::LineField(id, Field::Party));
            }
        }
        Field::Hours => {
            item.contact.hours = Some(text);
            draft.save_item(item);
        }
        Field::CustomerNumber | Field::ContractNumber => {
            let vocabulary = draft.world.content.texts.vocabulary(draft.language);
            let Some(number) = contact_line::reference(&text, vocabulary) else {
                draft.say(no_reference(false));
                return draft.finish(state.clone());
            };
            let question = if field == Field::CustomerNumber { CUSTOMER_NUMBER } else { CONTRACT_NUMBER };
            draft.save(&Slot::of(id, question), Value::Text(number.into()));
        }
        Field::Party => {}
    }
    draft.say("line-changed");
    draft.finish(Place::Line(id))
}

/// Nobody has called a number yet that was just told.
fn renumber(draft: &mut Draft<'_>, mut item: Item, phones: Vec<Phone>) {
    if item.contact.phones != phones {
        numbers::note_changed(draft, item.id);
    }
    item.contact.phones = phones;
    item.checked_at = None;
    draft.save_item(item);
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{contact::Contact, item::ItemKind},
    };

    /// A bank on the call list.
    fn bank() -> (Dossier, ItemId) {
        let mut dossier = Dossier::default();
        let phones = vec![Phone::parse("088 722 6600").unwrap()];
        let contact = Contact { name: Some("Rabo".into()), phones, ..Contact::default() };
        let bank = dossier.new_item(ItemKind::Supplier, "bank".into(), contact);
        dossier.save_item(bank.clone());
        (dossier, bank.id)
    }

    #[test]
    fn a_name_that_no_call_list_can_hold_is_asked_again() {
        let (dossier, bank) = bank();
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
        let state = State::from(Place::LineField(bank, Field::Name));
        let step = step(Draft::new(&world), &state, &Input::Text("bank ".repeat(100).into()));
        assert_eq!((step.next, step.changes), (state, Vec::new()));
    }

    #[test]
    fn a_customer_or_contract_number_on_a_line_has_a_figure_in_it() {
        let (dossier, bank) = bank();
        for (field, question) in
            [(Field::CustomerNumber, CUSTOMER_NUMBER), (Field::ContractNumber, CONTRACT_NUMBER)]
        {
            let told = |said: &str| {
                let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
                let state = State::from(Place::LineField(bank, field));
                let step = step(Draft::new(&world), &state, &Input::Text(said.into()));
                let mut after = dossier.clone();
                step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
                (step.next == state, after.value(&Slot::of(bank, question)).cloned())
            };
            for said in ["signal", "fatima 0611223344 en bo 0655667788"] {
                assert_eq!(told(said), (true, None), "{question}: {said} is asked again");
            }
            assert_eq!(told("klantnummer 55"), (false, Some(Value::Text("55".into()))), "{question}");
        }
    }
}
