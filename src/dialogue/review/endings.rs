//! What ended since the last review, or ends before the next one: updates, and the time for which a risk was accepted.
//!
//! ```text
//! < kassa, de stroom valt uit: je accepteerde dit tot 24 mei 2027. Neem je dit risico nog steeds? …
//!   [1] Over drie maanden  [2] Over een halfjaar  [3] Over een jaar  [4] Nee, ik doe er iets aan  [5] Nu niet, later
//! ```
//!
//! Looked at is what was told or put off since the review began. A day that has passed is not confirmed with the rest.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        product_question::{support, support_line},
        question_card::choice_label,
        remarks,
        results::{accepted, name},
        review::{go_on, left},
        step::{Draft, Step, not_an_answer},
        value_words::{day, day_of_choice},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{Item, Value},
        review::{EVERY_MONTHS, going_on_since},
        schedule::is_ahead,
    },
    questionnaire::{
        endings::{Ending, What, endings},
        judgement,
    },
    text::Msg,
};

/// Where it is kept that something that ends was put off.
const PUT_OFF: &str = "ending-put-off";

/// Every question that asks until when, with the one that asks what is done about it.
const DECIDED_IN: [(&str, &str); 3] = [
    (judgement::UNTIL, judgement::CHOICE),
    ("device-until", "device-end"),
    ("software-until", "software-end"),
];

/// Every question that names a product, with the one that asks what is done once it gets no updates.
const ENDS_IN: [(&str, &str); 2] = [("device-system", "device-end"), ("software-version", "software-end")];

/// The question in which it was decided to accept something until a day that another question asks for.
pub fn decided_in(until: &Slug) -> Option<&'static str> {
    paired(&DECIDED_IN, until)
}

fn paired(pairs: &[(&str, &'static str)], question: &Slug) -> Option<&'static str> {
    pairs.iter().find(|(known, _)| *known == question.as_str()).map(|(_, other)| *other)
}

fn beside(slot: &Slot, question: &str) -> Slot {
    Slot { item: slot.item, question: question.into() }
}

/// What has ended or does before the next review.
fn ended(dossier: &Dossier, world: &World<'_>) -> impl Iterator<Item = Ending> {
    let next_review = world.today.checked_add_months(Months::new(EVERY_MONTHS));
    let all = endings(&world.content.catalogue, dossier, world.today);
    all.into_iter().filter(move |ending| next_review.is_none_or(|next| ending.on <= next))
}

/// Whether an answer is looked at by itself, and not with the others about a thing: a day that ended, and what was to be
/// done about a product that did.
pub fn is_looked_at_alone(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> bool {
    let asks = |(until, decided): &(&str, &str)| [*until, *decided].contains(&slot.question.as_str());
    let Some(item) = slot.item.filter(|_| DECIDED_IN.iter().any(asks)).and_then(|id| dossier.item(id)) else {
        return false;
    };
    let is_about = |ending: Ending| match (&ending.what, paired(&ENDS_IN, &ending.question)) {
        (What::Accepted(until), _) => *until == slot.question,
        (What::Updates(_), Some(end)) => slot.question.as_str() == end && !is_settled(item, end),
        (What::Updates(_), None) => false,
    };
    ended(dossier, world).filter(|ending| ending.item == item.id).any(is_about)
}

fn slot_of(ending: &Ending) -> Slot {
    Slot { item: Some(ending.item), question: ending.question.clone() }
}

/// What is still to be looked at, the first day first.
pub fn open(dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let Some(since) = going_on_since(dossier) else { return Vec::new() };
    let is_open = |ending: &Ending| match dossier.item(ending.item) {
        Some(item) => !is_told(item, PUT_OFF, since) && is_undecided(item, ending, since),
        None => false,
    };
    ended(dossier, world).filter(is_open).map(|ending| slot_of(&ending)).collect()
}

fn is_told(item: &Item, question: &str, since: DateTime<Utc>) -> bool {
    item.answers.get(question).is_some_and(|answer| answer.at >= since)
}

/// Whether it is to be told in this review what becomes of it.
fn is_undecided(item: &Item, ending: &Ending, since: DateTime<Utc>) -> bool {
    let What::Updates(_) = ending.what else {
        return !is_told(item, ending.question.as_str(), since);
    };
    let Some(end) = paired(&ENDS_IN, &ending.question) else { return false };
    let is_told_now = is_told(item, end, since) && item.choice(end) != Some("accept");
    !is_settled(item, end) && !is_told_now
}

/// Whether a product can stay as it is: cut loose, or until a day that comes back by itself.
fn is_settled(item: &Item, end: &str) -> bool {
    let has_day =
        || until_of(end).and_then(|until| item.answers.get(until)).is_some_and(|day| day.value.is_known());
    match item.choice(end) {
        Some("isolate") => true,
        Some("accept") => has_day(),
        _ => false,
    }
}

/// Whether it is accepted for now that a product gets no updates: until a day that is still to come, and comes back by itself.
pub fn is_accepted(ending: &Ending, dossier: &Dossier, today: NaiveDate, now: DateTime<Utc>) -> bool {
    let Some((end, item)) = paired(&ENDS_IN, &ending.question).zip(dossier.item(ending.item)) else {
        return false;
    };
    let until = until_of(end).and_then(|until| item.answers.get(until));
    let lasts = until.is_some_and(|answer| {
        matches!(answer.value, Value::Date(day) if day >= today) && !is_ahead(answer.at, now)
    });
    lasts && item.choice(end) == Some("accept")
}

/// The question that asks until when, beside the one that asks what is done about it.
fn until_of(end: &str) -> Option<&'static str> {
    DECIDED_IN.iter().find(|(_, decided)| *decided == end).map(|(until, _)| *until)
}

/// What ended, and what can be done about it.
pub fn card(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Card {
    let (what, question) = match paired(&ENDS_IN, &slot.question) {
        Some(end) => (updates_line(slot, dossier, world), end),
        None => (accepted_line(slot, dossier, world), slot.question.as_str()),
    };
    let is_product = question != slot.question.as_str();
    let count = left(dossier, world);
    let ask = if is_product { "review-ending-updates" } else { "review-ending-renew" };
    let lines = what.into_iter().chain([Msg::new(ask).number("count", count)]).collect();
    let asked = world.content.catalogue.question(question);
    let choices = asked.into_iter().flat_map(|asked| asked.choices.iter().map(move |choice| (asked, choice)));
    let offer = choices.fold(Offer::new(Typing::Free), |offer, (asked, choice)| {
        offer.option(choice_label(asked, choice.id.as_str()), Tap::Choice(choice.id.clone()))
    });
    let other = if is_product { "review-ending-replaced" } else { "review-ending-withdraw" };
    let offer = offer.option(other, Tap::Changed).option("review-ending-later", Tap::Skip);
    Card { lines, offer }
}

fn updates_line(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let item = dossier.item(slot.item?)?;
    let support = support(slot, dossier, world)?;
    Some(said_of(name(item, world), support_line(&support)))
}

fn accepted_line(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let item = dossier.item(slot.item?)?;
    let Some(Value::Date(until)) = dossier.value(slot) else { return None };
    let id = if *until < world.today { "review-ending-was-until" } else { "review-ending-until" };
    Some(said_of(accepted::what(item, dossier, world), Msg::new(id).date("date", *until)))
}

fn said_of(what: Msg, line: Msg) -> Msg {
    Msg::new("review-ending").msg("what", what).msg("line", line)
}

/// A turn at something that ended.
pub fn step(mut draft: Draft<'_>, slot: &Slot, state: &State, input: &Input) -> Step {
    if !open(&draft.dossier, draft.world).contains(slot) {
        return go_on(draft, None);
    }
    if let (Input::Pick(Tap::Skip), Some(item)) = (input, slot.item) {
        put_off(&mut draft, item);
        return go_on(draft, None);
    }
    match paired(&ENDS_IN, &slot.question) {
        Some(end) => at_updates(draft, slot, end, state, input),
        None => at_accepted(draft, slot, state, input),
    }
}

fn put_off(draft: &mut Draft<'_>, item: ItemId) {
    draft.save(&Slot::of(item, PUT_OFF), Value::Choice("later".into()));
    draft.say("review-ending-put-off");
}

/// What is done about something without updates; or it is something else by now.
fn at_updates(mut draft: Draft<'_>, slot: &Slot, end: &'static str, state: &State, input: &Input) -> Step {
    let id = match input {
        Input::Pick(Tap::Changed) => return draft.finish(ask(slot.clone())),
        Input::Pick(Tap::Choice(id)) => id,
        _ => return not_an_answer(draft, state, input),
    };
    let decided = beside(slot, end);
    draft.save(&decided, Value::Choice(id.clone()));
    if let Some(question) = draft.world.content.catalogue.at(&decided) {
        draft.say(Msg::new("ack").msg("answer", choice_label(question, id.as_str())));
    }
    let remarks = remarks::about(&decided, &draft.dossier, draft.world);
    remarks.into_iter().for_each(|remark| draft.say(remark));
    match until_of(end).filter(|_| id.as_str() == "accept") {
        Some(until) => draft.finish(ask(beside(slot, until))),
        None => go_on(draft, None),
    }
}

/// A risk is taken until another day that is still to come, or not any more.
fn at_accepted(mut draft: Draft<'_>, slot: &Slot, state: &State, input: &Input) -> Step {
    let decision = decided_in(&slot.question).map(|decision| beside(slot, decision));
    let (Some(question), Some(decision)) = (draft.world.content.catalogue.at(slot), decision) else {
        return go_on(draft, None);
    };
    let until = match input {
        Input::Pick(Tap::Changed) => return draft.finish(ask(decision)),
        Input::Pick(Tap::Choice(id)) => day_of_choice(question, id, draft.world),
        Input::Text(text) => match day(question, text, draft.world) {
            Ok(day) if day > draft.world.today => Some(day),
            refused => {
                draft.say(refused.err().unwrap_or("date-has-been"));
                return draft.finish(state.clone());
            }
        },
        _ => None,
    };
    let Some(until) = until else { return not_an_answer(draft, state, input) };
    // Who takes the risk on from here, and since when, is whoever renews it.
    draft.save(&decision, Value::Choice("accept".into()));
    draft.save(slot, Value::Date(until));
    draft.say(Msg::new("review-ending-renewed").date("date", until));
    go_on(draft, None)
}

fn ask(slot: Slot) -> Place {
    Place::Question { slot, part: Part::Whole, visit: Visit::Review }
}

#[cfg(test)]
mod tests;
