//! Somebody else in the place of whoever stood on a line of the call list. What belonged to the one before is emptied, told, and
//! kept beside the line for a while, so that it can be put back. Whoever only has another name keeps everything.
//!
//! ```text
//! > Ziggo
//! < Is Ziggo dezelfde als eerst, alleen met een andere naam? Of is het nu een ander?
//! > een ander
//! < Leeg, want het was van KPN: klantnummer en 2 andere antwoorden. …
//!   Ziggo: wat is het nieuwe nummer?
//! ```

use crate::{
    dialogue::{
        Field, Place, State, World,
        change::Change,
        contact_question::contact_name,
        enumeration::enumerated,
        former_line::other_owners,
        input::Input,
        noodplan::line_name,
        offer::{Card, Offer, Tap, Typing},
        review::numbers,
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER, Line, is_line},
        contact::Contact,
        dossier::Slot,
        firm::{is_same_firm, suppliers},
        former::Former,
        ids::Slug,
        item::{Answers, Item, ItemKind, Value},
        member::Role,
        party::is_another,
        review::{NO_ANSWER, NUMBER},
    },
    questionnaire::{Kind, Question},
    text::Msg,
};

/// Writes down that somebody else takes this place, and empties what belonged to the one before.
pub fn replace(draft: &mut Draft<'_>, before: &Item, after: Item) {
    let World { person, now, .. } = *draft.world;
    let gone = belonging(before, draft.world);
    let earlier = before.former.clone().and_then(|former| former.still(now));
    // Of whoever had just a name so far there is nothing to put back.
    let was_told = !gone.is_empty() || !before.contact.phones.is_empty() || before.person.is_some();
    let is_kept = !gone.is_empty() || earlier.is_some() || !other_owners(draft).is_empty();
    let former = match earlier {
        earlier if was_told && is_kept => {
            let former = Former { answers: gone.clone(), ..Former::of(before, person, now) };
            Some(former.on_top_of(earlier))
        }
        earlier => earlier,
    };
    draft.save_item(Item { former, ..after });
    empty(draft, before, &gone);
    if before.choice(NUMBER) == Some(NO_ANSWER) {
        numbers::note_changed(draft, before.id);
    }
    if !leave_to_the_same_firm(draft, before, &gone)
        && let Some(line) = emptied(before, &gone, draft.world)
    {
        draft.say(line);
    }
}

/// Puts back what was emptied, instead of what belongs to whoever took the place.
pub fn put_back(draft: &mut Draft<'_>, taken_by: &Item, answers: Answers) {
    let mut gone = belonging(taken_by, draft.world);
    gone.retain(|question, _| !answers.contains_key(question));
    empty(draft, taken_by, &gone);
    for (question, answer) in answers {
        // Who told it, and when, stays as it was.
        draft.change(Change::SaveAnswer(Slot { item: Some(taken_by.id), question }, answer));
    }
}

/// Writes down another name, and gives whether it has to be asked whose it is: it may be somebody else by now, to whom
/// numbers on the line do not belong.
pub fn rename(draft: &mut Draft<'_>, before: &Item, named: Item) -> bool {
    let World { person, now, .. } = *draft.world;
    let Contact { phones, hours, .. } = &before.contact;
    let has_told = || belonging(before, draft.world).values().any(|answer| answer.value.is_known());
    let asks = is_line(before)
        && is_another(before, &named)
        && (!phones.is_empty() || hours.is_some() || has_told());
    let former = named.former.clone().and_then(|former| former.still(now));
    // Whoever gives one name after another and says of none whose it is, changed the name once.
    let is_asked_still = |former: &Former| former.answers.is_empty() && former.contact.phones == *phones;
    let former = match former {
        former if asks && !former.as_ref().is_some_and(is_asked_still) => {
            Some(Former::of(before, person, now).on_top_of(former))
        }
        former => former,
    };
    draft.save_item(Item { former, ..named });
    asks
}

/// Asks whether it is still the same party.
pub fn card(line: &Line<'_>, world: &World<'_>) -> Card {
    let ask = Msg::new("line-ask-party").msg("name", line_name(line, world));
    let offer = Offer::new(Typing::Options)
        .option("line-same-party", Tap::Yes)
        .option("line-other-party", Tap::No)
        .option("option-back", Tap::Back);
    Card { lines: vec![ask], offer }
}

/// A turn at that question.
pub fn step(mut draft: Draft<'_>, item: Item, state: &State, input: &Input) -> Step {
    let id = item.id;
    match input {
        Input::Pick(Tap::Back) => draft.finish(Place::Line(id)),
        Input::Pick(Tap::Yes) => {
            // There is nothing to put back of another name, and nobody else who may want to.
            if other_owners(&draft).is_empty() {
                draft.save_item(Item { former: as_before(&item).former, ..item });
            }
            draft.say("line-party-kept");
            draft.finish(Place::Line(id))
        }
        Input::Pick(Tap::No) => {
            let contact = Contact { name: item.contact.name.clone(), ..Contact::default() };
            let another = Item { contact, person: None, checked_at: None, ..item.clone() };
            replace(&mut draft, &as_before(&item), another);
            draft.finish(Place::LineField(id, Field::Number))
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// A line as it was before it got the other name.
fn as_before(item: &Item) -> Item {
    match item.former.clone() {
        Some(Former { contact, person, answers, before, .. }) if answers.is_empty() => {
            Item { contact, person, former: before.map(|before| *before), ..item.clone() }
        }
        _ => item.clone(),
    }
}

/// What was told about a party and is true of no other.
fn belonging(item: &Item, world: &World<'_>) -> Answers {
    let catalogue = &world.content.catalogue;
    let belongs = |question: &Question| {
        question.each.contains(&ItemKind::Supplier) && question.kind != Kind::Contact && !question.stays
    };
    let all = item.answers.iter().filter(|(id, _)| catalogue.question(id.as_str()).is_some_and(belongs));
    all.map(|(id, answer)| (id.clone(), answer.clone())).collect()
}

fn empty(draft: &mut Draft<'_>, item: &Item, gone: &Answers) {
    for question in gone.keys() {
        draft.save(&Slot { item: Some(item.id), question: question.clone() }, Value::Open);
    }
}

/// One firm that does several things is asked about once: what it was told goes to the next line on which it stands. Gives
/// whether there is one.
fn leave_to_the_same_firm(draft: &mut Draft<'_>, before: &Item, gone: &Answers) -> bool {
    let is_heir = |other: &&Item| other.id != before.id && is_same_firm(before, other);
    let Some(heir) = suppliers(&draft.dossier).find(is_heir).map(|heir| heir.id) else { return false };
    for (question, answer) in gone {
        let slot = Slot { item: Some(heir), question: question.clone() };
        let knows = draft.dossier.value(&slot).is_some_and(|value| value.is_known());
        if !knows && answer.value.is_known() {
            draft.change(Change::SaveAnswer(slot, answer.clone()));
        }
    }
    true
}

/// "Leeg, want het was van KPN: klantnummer en 2 andere antwoorden."
fn emptied(before: &Item, gone: &Answers, world: &World<'_>) -> Option<Msg> {
    let known: Vec<&Slug> =
        gone.iter().filter(|(_, answer)| answer.value.is_known()).map(|(question, _)| question).collect();
    let named: Vec<Msg> =
        [(CUSTOMER_NUMBER, "party-customer-number"), (CONTRACT_NUMBER, "party-contract-number")]
            .into_iter()
            .filter(|(question, _)| known.iter().any(|known| known.as_str() == *question))
            .map(|(_, words)| words.into())
            .collect();
    let others = known.len() - named.len();
    let rest = (others > 0).then(|| Msg::new("party-other-answers").number("count", others));
    let what = enumerated(named.into_iter().chain(rest))?;
    let owner = if world.role == Some(Role::Owner) { "yes" } else { "no" };
    let line = Msg::new("party-emptied").msg("before", contact_name(&before.contact, false));
    Some(line.msg("what", what).key("owner", owner))
}

#[cfg(test)]
mod tests;
