//! Choosing somebody: from the call list with one tap, or typed anew, and then on the call list too.

use crate::{
    dialogue::{
        State, World, contact_line,
        contact_question::contact_summary,
        input::Input,
        noodplan::line_name,
        offer::{Offer, Tap, Typing},
        question_card::choice_label,
        sitting::{Asked, ack_about},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        call_list::{Line, call_list},
        contact::Contact,
        dossier::Dossier,
        ids::{ItemId, PersonId},
        item::{Item, ItemKind, Value},
        phone::Phone,
    },
    questionnaire::{Question, judgement},
    text::{Msg, vocabulary::folded},
};

/// The role on the call list of somebody who was named for something else first.
const ROLE: &str = "involved";
/// More people than this are typed, not tapped.
const MOST: usize = 8;

/// The people on the call list who can be meant, and the ways out. Somebody else is found by name.
pub fn offer(question: &Question, dossier: &Dossier, world: &World<'_>) -> Offer {
    let suits = |line: &Line<'_>| {
        question.of.is_empty() || dossier.item(line.item).is_some_and(|item| question.of.contains(&item.kind))
    };
    let people = call_list(dossier).into_iter().filter(suits).take(MOST);
    let me_is_there = dossier.items().any(|item| item.person == Some(world.person));
    let choices =
        judgement::choices(question, None, &world.content.catalogue, dossier, world.today).into_iter();
    let choices = choices.filter(|choice| !(choice.myself && me_is_there));
    Offer::new(Typing::Somebody)
        .each(people.map(|line| (line_name(&line, world), Tap::Item(line.item))))
        .each(
            choices
                .map(|choice| (choice_label(question, choice.id.as_str()), Tap::Choice(choice.id.clone()))),
        )
}

/// A turn at a question for a person.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Item(id)) => chosen(draft, asked, *id),
        Input::Pick(Tap::Choice(id)) => match asked.question.choice(id.as_str()) {
            Some(choice) if choice.myself => myself(draft, asked, Vec::new()),
            _ => {
                draft.save(asked.slot, Value::Choice(id.clone()));
                let line = ack_about(asked, choice_label(asked.question, id.as_str()), &draft);
                draft.say(line);
                asked.advance(draft)
            }
        },
        Input::Contact(contact) => somebody(draft, asked, state, contact.clone()),
        Input::Text(text) => {
            let line = contact_line::parse(text, draft.world.content.texts.vocabulary(draft.language));
            if line.is_empty() {
                draft.say("contact-not-seen");
                return draft.finish(state.clone());
            }
            match line.myself {
                true => myself(draft, asked, line.contact.phones),
                false => somebody(draft, asked, state, line.contact),
            }
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// Whoever answers. These numbers count only if they are not on the call list yet.
fn myself(mut draft: Draft<'_>, asked: &Asked<'_>, phones: Vec<Phone>) -> Step {
    let me = draft.world.person;
    let known = draft.dossier.items().find(|item| item.person == Some(me)).map(|item| item.id);
    let id = known.unwrap_or_else(|| {
        let contact = Contact { name: draft.world.name.cloned(), phones, ..Contact::default() };
        add(&mut draft, contact, Some(me))
    });
    chosen(draft, asked, id)
}

/// Somebody else: who is on the call list under this name already, or comes on it.
fn somebody(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, contact: Contact) -> Step {
    if let Some(known) = called_so(&contact, &draft.dossier) {
        return chosen(draft, asked, known);
    }
    match &contact.name {
        // Where a name will do, nobody has to come on the call list with a number.
        Some(name) if asked.question.free_text && contact.phones.is_empty() => {
            draft.say(Msg::new("ack").msg("answer", Msg::new("told").told("text", name)));
            draft.save(asked.slot, Value::Text(name.clone()));
            asked.advance(draft)
        }
        Some(_) if !contact.phones.is_empty() => {
            let id = add(&mut draft, contact, None);
            chosen(draft, asked, id)
        }
        _ => {
            draft.say("person-not-known");
            draft.finish(state.clone())
        }
    }
}

/// Puts somebody on the call list.
fn add(draft: &mut Draft<'_>, contact: Contact, person: Option<PersonId>) -> ItemId {
    let item = draft.dossier.new_item(ItemKind::Contact, ROLE.into(), contact);
    let id = item.id;
    draft.save_item(Item { person, ..item });
    id
}

/// The one contact or supplier with this name, or whose name begins with it.
fn called_so(contact: &Contact, dossier: &Dossier) -> Option<ItemId> {
    let name = folded(contact.name.as_ref()?);
    let people = |item: &&Item| matches!(item.kind, ItemKind::Contact | ItemKind::Supplier);
    let mut called_so = dossier.items().filter(people).filter(|item| {
        item.contact
            .name
            .as_ref()
            .is_some_and(|known| folded(known) == name || folded(known).starts_with(&format!("{name} ")))
    });
    called_so.next().filter(|_| called_so.next().is_none()).map(|item| item.id)
}

fn chosen(mut draft: Draft<'_>, asked: &Asked<'_>, id: ItemId) -> Step {
    draft.save(asked.slot, Value::Item(id));
    if let Some(item) = draft.dossier.item(id) {
        let summary = contact_summary(&item.contact, item.person == Some(draft.world.person));
        let line = ack_about(asked, summary, &draft);
        draft.say(line);
    }
    asked.advance(draft)
}
