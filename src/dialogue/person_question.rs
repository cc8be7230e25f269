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
        ids::ItemId,
        item::{Item, ItemKind, Value},
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
    let mut own_phones = Vec::new();
    let contact = match input {
        Input::Pick(Tap::Item(id)) => return chosen(draft, asked, *id),
        Input::Pick(Tap::Choice(id)) => match asked.question.choice(id.as_str()) {
            Some(choice) if choice.myself => None,
            _ => {
                draft.save(asked.slot, Value::Choice(id.clone()));
                let line = ack_about(asked, choice_label(asked.question, id.as_str()), &draft);
                draft.say(line);
                return asked.advance(draft);
            }
        },
        Input::Contact(contact) => Some(contact.clone()),
        Input::Text(text) => {
            let line = contact_line::parse(text, draft.world.content.texts.vocabulary(draft.language));
            if line.is_empty() {
                draft.say("contact-not-seen");
                return draft.finish(state.clone());
            }
            if line.myself {
                own_phones = line.contact.phones;
                None
            } else {
                Some(line.contact)
            }
        }
        _ => return not_an_answer(draft, state, input),
    };
    let known = known_item(&draft, contact.as_ref());
    // Where a name will do, nobody has to come on the call list with a number.
    let named = contact.as_ref().filter(|contact| asked.question.free_text && contact.phones.is_empty());
    if let Some(name) = named.and_then(|contact| contact.name.clone()).filter(|_| known.is_none()) {
        draft.say(Msg::new("ack").msg("answer", Msg::new("told").told("text", &name)));
        draft.save(asked.slot, Value::Text(name));
        return asked.advance(draft);
    }
    if known.is_none()
        && contact.as_ref().is_some_and(|contact| contact.phones.is_empty() || contact.name.is_none())
    {
        draft.say("person-not-known");
        return draft.finish(state.clone());
    }
    let id = known.unwrap_or_else(|| {
        let person = contact.is_none().then_some(draft.world.person);
        let contact = contact.unwrap_or_else(|| Contact {
            name: draft.world.name.cloned(),
            phones: own_phones,
            ..Contact::default()
        });
        let mut item = draft.dossier.new_item(ItemKind::Contact, ROLE.into(), contact);
        item.person = person;
        let id = item.id;
        draft.save_item(item);
        id
    });
    chosen(draft, asked, id)
}

/// Somebody who is on the call list under this name already; without a contact, the person who answers.
fn known_item(draft: &Draft<'_>, contact: Option<&Contact>) -> Option<ItemId> {
    let Some(contact) = contact else {
        return draft
            .dossier
            .items()
            .find(|item| item.person == Some(draft.world.person))
            .map(|item| item.id);
    };
    let name = folded(contact.name.as_ref()?);
    let people = |item: &&Item| matches!(item.kind, ItemKind::Contact | ItemKind::Supplier);
    let mut called_so = draft.dossier.items().filter(people).filter(|item| {
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
