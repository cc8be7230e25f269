//! The numbers of the call list, one by one: right, wrong, or nobody answered.

use crate::{
    dialogue::{
        Field, Place, State, World, contact_line,
        contact_question::wrong_number,
        input::Input,
        noodplan::{call_list_lines, line_name},
        offer::{Card, Offer, Tap, Typing},
        review::{Spot, go_on, left, lines_to_check},
        step::{Draft, Step, not_an_answer},
        todos::{Key, Todo},
    },
    domain::{
        call_list::{Line, call_list},
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, Value},
        phone::Phone,
        review::{NO_ANSWER, NUMBER, going_on_since},
    },
    text::Msg,
};

/// What is noted of a number that is another one now.
pub const CHANGED: &str = "changed";
/// The to-do of a number at which nobody answered.
const CALL_AGAIN: &str = "call-again";

/// One number.
pub fn card(item: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let place = call_list(dossier).iter().position(|line| line.item == item);
    let line = place.and_then(|place| call_list_lines(dossier, world).into_iter().nth(place));
    let count = left(dossier, world);
    let mut lines: Vec<Msg> = line.into_iter().collect();
    lines.push(Msg::new("review-number").number("count", count));
    let offer = Offer::new(Typing::Somebody)
        .option("review-number-right", Tap::Checked)
        .option("review-number-wrong", Tap::Field(Field::Number))
        .option("review-number-no-answer", Tap::Unreached)
        .option("review-numbers-unchanged", Tap::Unchanged);
    Card { lines, offer }
}

/// Asks for the right number.
pub fn anew_card(item: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let lines = call_list(dossier);
    let ask = match lines.iter().find(|line| line.item == item) {
        Some(line) if line.person == Some(world.person) => "contact-ask-own-number".into(),
        Some(line) => Msg::new("review-number-anew").msg("name", line_name(line, world)),
        None => "contact-ask-some-number".into(),
    };
    Card { lines: vec![ask], offer: Offer::new(Typing::Somebody).option("option-back", Tap::Back) }
}

/// A turn at a number. A number may be typed at once.
pub fn step(mut draft: Draft<'_>, id: ItemId, state: &State, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else { return go_on(draft, None) };
    match input {
        Input::Pick(Tap::Checked) => {
            let now = draft.world.now;
            for same in same_number(&draft.dossier, &item) {
                draft.save_item(Item { checked_at: Some(now), ..same });
            }
            note(&mut draft, id, "right");
            go_on(draft, None)
        }
        Input::Pick(Tap::Field(Field::Number)) => {
            draft.finish(Place::Review { spot: Spot::NumberAnew(id), undo: None })
        }
        Input::Pick(Tap::Unreached) => {
            note(&mut draft, id, NO_ANSWER);
            draft.say("review-number-later");
            go_on(draft, None)
        }
        Input::Pick(Tap::Unchanged) => {
            let since = going_on_since(&draft.dossier).unwrap_or(draft.world.now);
            let open: Vec<ItemId> =
                lines_to_check(&draft.dossier, since, draft.world).iter().map(|line| line.item).collect();
            for item in open {
                note(&mut draft, item, "unchanged");
            }
            draft.say("review-numbers-noted");
            go_on(draft, None)
        }
        Input::Text(_) | Input::Contact(_) => anew(draft, id, state, input),
        _ => not_an_answer(draft, state, input),
    }
}

/// The right number was typed or shared.
pub fn anew(mut draft: Draft<'_>, id: ItemId, state: &State, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else { return go_on(draft, None) };
    let phones: Vec<Phone> = match input {
        Input::Pick(Tap::Back) => {
            return draft.finish(Place::Review { spot: Spot::Number(id), undo: None });
        }
        Input::Contact(contact) => contact.phones.clone(),
        Input::Text(text) => {
            let line = contact_line::parse(text, draft.world.content.texts.vocabulary(draft.language));
            if let Some((digits, error)) = line.wrong_number {
                draft.say(wrong_number(&digits, error));
                return draft.finish(state.clone());
            }
            line.contact.phones
        }
        _ => return not_an_answer(draft, state, input),
    };
    if phones.is_empty() {
        draft.say("contact-no-number");
        return draft.finish(state.clone());
    }
    for mut same in same_number(&draft.dossier, &item) {
        same.contact.phones.clone_from(&phones);
        same.checked_at = None;
        draft.save_item(same);
    }
    note_changed(&mut draft, id);
    draft.say("line-changed");
    go_on(draft, None)
}

/// Notes that a number is another one from now on; the end of a review tells so.
pub fn note_changed(draft: &mut Draft<'_>, id: ItemId) {
    note(draft, id, CHANGED);
}

fn note(draft: &mut Draft<'_>, id: ItemId, what: &str) {
    draft.save(&Slot::of(id, NUMBER), Value::Choice(what.into()));
}

/// One person in two roles is one line with one number: both change.
fn same_number(dossier: &Dossier, item: &Item) -> Vec<Item> {
    let same = |other: &&Item| {
        other.id == item.id
            || (item.person.is_some()
                && other.person == item.person
                && other.contact.phones == item.contact.phones)
    };
    dossier.items().filter(same).cloned().collect()
}

/// A to-do for every number at which nobody answered.
pub fn todos(dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    let lines = call_list(dossier).into_iter().filter(|line| {
        let noted = dossier.item(line.item).and_then(|item| item.answers.get(NUMBER));
        let unanswered = |value: &Value| matches!(value, Value::Choice(id) if id.as_str() == NO_ANSWER);
        // A number that was right later on is no longer to be called.
        noted.is_some_and(|noted| {
            unanswered(&noted.value) && line.checked_at.is_none_or(|checked| checked < noted.at)
        })
    });
    let todo = |line: Line<'_>| {
        let slot = Slot::of(line.item, NUMBER);
        let words = Msg::new("todo-call-again").msg("name", line_name(&line, world));
        Todo { key: Key { slot, todo: CALL_AGAIN.into() }, words }
    };
    lines.map(todo).collect()
}
