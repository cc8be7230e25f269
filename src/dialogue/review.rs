//! The six-monthly review, as differences: numbers first, then what weighs most and is oldest, then what ended, agreements
//! that were not kept, and who belongs to the company.
//!
//! ```text
//! > nalopen
//! < Noor, computerhulp: +31 6 87654321. Klopt het nummer?  [1] Klopt  [2] Fout  [3] Niemand nam op …
//! > 1
//! < kassa … Klopt dit nog?  [1] Ja, klopt nog  [2] Er is iets veranderd  [3] Is er niet meer …
//! ```
//!
//! The position names what is on the screen and nothing of what was answered. What was looked at is known from the
//! dossier, so one can stop anywhere, and a colleague goes on where one stopped.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Place, State, World,
        agreements::{self, Told},
        input::Input,
        members,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Lane, Step, not_an_answer},
    },
    domain::{
        agreement,
        call_list::{Line, call_list},
        diary,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Answers, Item, Value},
        member::{Role, member},
        review::{FINISHED, STARTED, going_on_since, last_finished, unchecked_lines},
        schedule::habits::Habits,
    },
    text::Msg,
};

pub mod endings;
pub mod history;
pub mod numbers;
pub mod subjects;
pub mod summary;

use subjects::Unit;

/// Where it is kept that the members were looked at.
const MEMBERS: &str = "members-right";

/// What is on the screen in a review.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// Whether a number on the call list is right.
    Number(ItemId),
    /// The right number is being typed.
    NumberAnew(ItemId),
    /// Whether the answers about something still hold.
    Subject(Unit),
    /// Which of those answers changed.
    Which(Unit),
    /// Something hangs on what is there no more: is it gone all the same?
    Gone(Unit),
    /// What becomes of something that ended, or soon does: a product that was named, or a day until which a risk is taken.
    Ending(Slot),
    /// Whether an agreement that was not kept is by now.
    Kept(ItemId),
    /// Whether the members are still right.
    Members,
}

/// What is on the screen; `undo` is an item that was just taken off and can be put back.
pub fn card(spot: &Spot, undo: Option<ItemId>, dossier: &Dossier, world: &World<'_>) -> Card {
    let mut card = match spot {
        _ if going_on_since(dossier).is_none() => return over(),
        Spot::Number(item) => numbers::card(*item, dossier, world),
        Spot::NumberAnew(item) => numbers::anew_card(*item, dossier, world),
        Spot::Subject(unit) => subjects::card(unit, dossier, world),
        Spot::Which(unit) => subjects::which_card(unit, dossier, world),
        Spot::Gone(unit) => subjects::gone_card(unit, dossier, world),
        Spot::Ending(slot) => endings::card(slot, dossier, world),
        Spot::Kept(id) => kept_card(*id, dossier, world),
        Spot::Members => members_card(dossier, world),
    };
    card.offer =
        card.offer.option_if(undo.is_some(), "option-undo", Tap::Undo).option("option-stop", Tap::Stop);
    card
}

/// A colleague finished it in the meantime.
fn over() -> Card {
    let offer = Offer::new(Typing::Options).option("option-resume", Tap::Resume);
    Card { lines: vec!["review-over".into()], offer }
}

fn kept_card(id: ItemId, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(item) = dossier.item(id) else { return over() };
    let mut card = agreements::due_card(item, world);
    card.offer.options.retain(|option| option.tap != Tap::Back);
    card
}

fn members_card(dossier: &Dossier, world: &World<'_>) -> Card {
    let mut lines = vec![Msg::new("review-members")];
    lines.extend(world.members.iter().map(|member| {
        let mine = member.person == world.person;
        let name = if mine { "you".into() } else { person_name(member.person, dossier, world) };
        Msg::new("review-member").msg("name", name).msg("role", members::role(member.role))
    }));
    let offer = Offer::new(Typing::Options)
        .option("review-members-right", Tap::Yes)
        .option("review-members-wrong", Tap::No);
    Card { lines, offer }
}

/// Begins a review, or goes on with the one that was begun.
pub fn open(mut draft: Draft<'_>) -> Step {
    if call_list(&draft.dossier).is_empty() {
        draft.say("review-too-early");
        return draft.finish(Place::Menu);
    }
    if going_on_since(&draft.dossier).is_some() {
        draft.say(Msg::new("review-goes-on").number("count", left(&draft.dossier, draft.world)));
    } else {
        let today = draft.world.today;
        draft.save(&Slot::own(STARTED), Value::Date(today));
        draft.say("review-begins");
    }
    go_on(draft, None)
}

/// A review makes sense when something was told this long ago.
const WORTHWHILE: TimeDelta = TimeDelta::days(28);

/// Whether there is anything old enough to begin a review for.
pub fn is_worthwhile(dossier: &Dossier, world: &World<'_>) -> bool {
    let old = |answers: &Answers| answers.values().any(|answer| world.now - answer.at > WORTHWHILE);
    let long_ago = last_finished(dossier).is_none_or(|answer| world.now - answer.at > WORTHWHILE);
    going_on_since(dossier).is_none()
        && long_ago
        && !call_list(dossier).is_empty()
        && dossier.answers(None).is_some_and(old)
}

/// The lines whose number somebody is to call. Nobody rings themselves.
fn lines_to_check<'d>(dossier: &'d Dossier, since: DateTime<Utc>, world: &World<'_>) -> Vec<Line<'d>> {
    let mut lines = unchecked_lines(dossier, since);
    lines.retain(|line| line.person != Some(world.person));
    lines
}

/// How much there is still to look at.
pub fn left(dossier: &Dossier, world: &World<'_>) -> usize {
    let Some(since) = going_on_since(dossier) else { return 0 };
    lines_to_check(dossier, since, world).len()
        + subjects::open(dossier, world).len()
        + endings::open(dossier, world).len()
        + not_kept(dossier, world).len()
}

/// The agreements that are not kept and were not spoken of in this review.
fn not_kept(dossier: &Dossier, world: &World<'_>) -> Vec<ItemId> {
    let Some(since) = going_on_since(dossier) else { return Vec::new() };
    let spoken_of = |item: &Item| {
        let entries = diary::entries(&item.answers);
        entries.iter().any(|(_, answer)| answer.at >= since)
    };
    let late = |item: &&Item| agreement::not_kept(item, world.today, world.now).is_some() && !spoken_of(item);
    agreement::agreements(dossier).filter(late).map(|item| item.id).collect()
}

fn next(dossier: &Dossier, world: &World<'_>) -> Option<Spot> {
    let since = going_on_since(dossier)?;
    if let Some(line) = lines_to_check(dossier, since, world).first() {
        return Some(Spot::Number(line.item));
    }
    if let Some(subject) = subjects::open(dossier, world).into_iter().next() {
        return Some(Spot::Subject(subject.key));
    }
    if let Some(slot) = endings::open(dossier, world).into_iter().next() {
        return Some(Spot::Ending(slot));
    }
    if let Some(id) = not_kept(dossier, world).first() {
        return Some(Spot::Kept(*id));
    }
    let seen = dossier.answer(&Slot::own(MEMBERS)).is_some_and(|answer| answer.at >= since);
    (world.members.len() > 1 && !seen).then_some(Spot::Members)
}

/// Shows what comes next, or the end.
pub fn go_on(draft: Draft<'_>, undo: Option<ItemId>) -> Step {
    if going_on_since(&draft.dossier).is_none() {
        return already_finished(draft);
    }
    match next(&draft.dossier, draft.world) {
        Some(spot) => draft.finish(Place::Review { spot, undo }),
        None => finish(draft),
    }
}

/// Comes back from one answer to what it belongs to.
pub fn back_to(draft: Draft<'_>, slot: &Slot) -> Step {
    let unit = Unit::of(slot, draft.world);
    let open = subjects::open(&draft.dossier, draft.world);
    match unit.filter(|unit| open.iter().any(|subject| subject.key == *unit)) {
        Some(unit) => draft.finish(Place::Review { spot: Spot::Subject(unit), undo: None }),
        None => go_on(draft, None),
    }
}

fn already_finished(mut draft: Draft<'_>) -> Step {
    let line = last_finished(&draft.dossier).map(|finished| {
        Msg::new("review-finished-by")
            .msg("who", person_name(finished.by, &draft.dossier, draft.world))
            .date("date", Habits::of(&draft.dossier).date(finished.at))
    });
    draft.say(line.unwrap_or_else(|| "review-over".into()));
    draft.finish(Place::Menu)
}

/// What somebody is called by the others.
pub fn person_name(person: PersonId, dossier: &Dossier, world: &World<'_>) -> Msg {
    if person == world.person {
        return "review-you".into();
    }
    let known = member(world.members, person).and_then(|member| member.name.clone());
    let on_list = || {
        let item = dossier.items_ever().find(|item| item.person == Some(person))?;
        item.contact.name.clone()
    };
    match known.or_else(on_list) {
        Some(name) => Msg::new("told").told("text", &name),
        None => "member-nameless".into(),
    }
}

/// The end: what changed, who did it, and the next day.
fn finish(mut draft: Draft<'_>) -> Step {
    let Some(history) = draft.history() else { return draft.finish(Place::Menu) };
    let lines = summary::lines(&history, &draft.dossier, draft.world);
    let today = draft.world.today;
    draft.save(&Slot::own(FINISHED), Value::Date(today));
    draft.send(Lane::Interactive, lines);
    draft.finish(Place::Menu)
}

/// A turn in a review.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Review { spot, undo } = &state.place else { return draft.finish(Place::Menu) };
    match input {
        Input::Pick(Tap::Stop) => {
            draft.say(Msg::new("review-stopped").number("count", left(&draft.dossier, draft.world)));
            return draft.finish(Place::Menu);
        }
        Input::Pick(Tap::Resume) => return go_on(draft, None),
        Input::Pick(Tap::Undo) => {
            if let Some(id) = undo {
                subjects::put_back(&mut draft, *id);
            }
            return go_on(draft, None);
        }
        _ if going_on_since(&draft.dossier).is_none() => return already_finished(draft),
        _ => {}
    }
    match spot {
        Spot::Number(item) => numbers::step(draft, *item, state, input),
        Spot::NumberAnew(item) => numbers::anew(draft, *item, state, input),
        Spot::Subject(unit) => subjects::step(draft, unit, state, input),
        Spot::Which(unit) => subjects::which(draft, unit, state, input),
        Spot::Gone(unit) => subjects::gone(draft, unit, state, input),
        Spot::Ending(slot) => endings::step(draft, slot, state, input),
        Spot::Kept(id) => at_kept(draft, *id, state, input),
        Spot::Members => at_members(draft, state, input),
    }
}

fn at_kept(mut draft: Draft<'_>, id: ItemId, state: &State, input: &Input) -> Step {
    let Some(item) = draft.dossier.item(id).cloned() else { return go_on(draft, None) };
    match agreements::told(&mut draft, &item, input) {
        Told::Noted => go_on(draft, None),
        Told::Unclear => draft.finish(state.clone()),
        Told::Other => not_an_answer(draft, state, input),
    }
}

fn at_members(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let answer = match input {
        Input::Pick(Tap::Yes) => "yes",
        Input::Pick(Tap::No) => {
            not_all_of_them(&mut draft);
            "no"
        }
        _ => return not_an_answer(draft, state, input),
    };
    draft.save(&Slot::own(MEMBERS), Value::Choice(answer.into()));
    go_on(draft, None)
}

/// Only an owner takes a member off, so every owner hears of it.
fn not_all_of_them(draft: &mut Draft<'_>) {
    let line = |id| Msg::new(id).msg("option", "option-members".into());
    draft.say(line("review-members-how"));
    let news = line("notice-members-wrong").msg("who", members::speaker(draft));
    members::tell_other_owners(draft, &news, None);
    if draft.world.role != Some(Role::Owner) {
        draft.say("review-members-passed-on");
    }
}
