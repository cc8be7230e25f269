//! Agreements: who does what by when and how it is checked; said yes to, asked back about, and shown when not kept.
//!
//! ```text
//! > afspraken
//! < 1. Anna maakt de back-up los: Anna, elke vrijdag. Anna is akkoord.
//! > 1
//! < Anna maakt de back-up los … vrijdag 27 november 2026: is het gebeurd?
//!   [1] Ja, gebeurd  [2] Nee
//! ```
//!
//! What is asked about an agreement is in the catalogue. Not here: when to remind.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        due_words::{self, dated},
        enumeration::enumerated,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        question_card::shown_value,
        results::{
            LONGEST_ANSWER,
            room::{ENTRIES, MESSAGE, fitting},
            shortened,
        },
        standing::StandingTap,
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        agreement::{self, Outcome, When, agreements, outcomes, what},
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{Item, Value},
    },
    text::Msg,
};

pub mod consent;
pub mod doer;
pub mod outside;

/// Agreements on one page.
const PAGE: usize = 8;
/// More letters than this of an agreement do not fit a button.
const LABEL: usize = 36;
/// So many days back are told one by one.
const MOST_DAYS: usize = 6;

/// Where somebody is among the agreements.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// All of them, on a page counted from 0.
    List(u16),
    /// One, with everything that can be done to it.
    One(ItemId),
    /// Asked whether it was done.
    Due(ItemId),
    /// Its words are being typed anew.
    Words(ItemId),
    /// What one would like otherwise is being typed.
    Wish(ItemId),
    /// Asked when to ask for the answer of somebody outside.
    Reply(ItemId),
}

/// What is on the screen.
pub fn card(spot: &Spot, dossier: &Dossier, world: &World<'_>) -> Card {
    let (Spot::One(id) | Spot::Due(id) | Spot::Words(id) | Spot::Wish(id) | Spot::Reply(id)) = spot else {
        let Spot::List(page) = spot else { return list(0, dossier, world) };
        return list(*page, dossier, world);
    };
    let Some(item) = agreements(dossier).find(|item| item.id == *id) else { return list(0, dossier, world) };
    let free = Offer::new(Typing::Free);
    match spot {
        Spot::Due(_) => due_card(item, world),
        Spot::Words(_) => Card {
            lines: vec![Msg::new("agreement-ask-words").told("what", what(item))],
            offer: free.option("option-back", Tap::Back),
        },
        Spot::Wish(_) => Card {
            lines: vec![Msg::new("agreement-ask-wish").told("what", what(item))],
            offer: free.option("option-back", Tap::Back),
        },
        Spot::Reply(_) => outside::reply_card(item, dossier, world),
        Spot::One(_) | Spot::List(_) => one(item, dossier, world),
    }
}

fn list(page: u16, dossier: &Dossier, world: &World<'_>) -> Card {
    let all: Vec<&Item> = agreements(dossier).collect();
    let start = usize::from(page) * PAGE;
    let mut lines = vec![Msg::new(if all.is_empty() { "agreements-none" } else { "agreements-title" })];
    let mut offer = Offer::new(Typing::Options);
    for item in all.iter().skip(start).take(PAGE) {
        lines.push(summary(item, dossier, world));
        lines.extend(not_kept_line(item, world));
        offer = offer.option(label(item), Tap::Item(item.id));
    }
    let offer = offer
        .option("agreement-add", Tap::Add)
        .option_if(all.len() > start + PAGE, "option-more", Tap::More)
        .option_if(page > 0, "option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// All of them in one message, as many as fit.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let entry = |item: &Item| {
        std::iter::once(summary(item, dossier, world)).chain(not_kept_line(item, world)).collect::<Vec<_>>()
    };
    let entries: Vec<Vec<Msg>> = agreements(dossier).map(entry).collect();
    let title = if entries.is_empty() { "agreements-none" } else { "agreements-title" };
    let lines = fitting(entries, PAGE, MESSAGE, world);
    std::iter::once(Msg::new(title)).chain(lines).collect()
}

/// "• Anna maakt de back-up los: Anna, elke vrijdag. Anna is akkoord."
fn summary(item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    Msg::new("agreement-line")
        .msg("what", shortened(what(item), LONGEST_ANSWER))
        .msg("who", doer::doer(item, dossier, world).name)
        .msg("when", when_words(item))
        .msg("consent", consent::words(item, dossier, world))
}

/// When it is due, in words.
pub fn when_words(item: &Item) -> Msg {
    match agreement::when(item) {
        Some(When::Once(on)) => Msg::new("agreement-by").msg("date", dated(on)),
        Some(When::Every(every)) => due_words::repetition(every),
        None => "agreement-no-day".into(),
    }
}

/// The beginning of an agreement, for a button.
fn label(item: &Item) -> Msg {
    shortened(what(item), LABEL)
}

fn not_kept_line(item: &Item, world: &World<'_>) -> Option<Msg> {
    let on = agreement::not_kept(item, world.today, world.now)?;
    Some(Msg::new("agreement-not-kept").msg("date", dated(on)))
}

/// Every agreement that is not kept, for the menu and the review.
pub fn not_kept_lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let late = agreements(dossier).filter_map(|item| {
        let on = agreement::not_kept(item, world.today, world.now)?;
        Some(vec![Msg::new("agreement-not-kept-line").told("what", what(item)).msg("date", dated(on))])
    });
    let late: Vec<_> = late.collect();
    if late.is_empty() {
        return Vec::new();
    }
    let title = Msg::new("agreements-not-kept").number("count", late.len());
    std::iter::once(title).chain(fitting(late, ENTRIES, MESSAGE / 4, world)).collect()
}

fn one(item: &Item, dossier: &Dossier, world: &World<'_>) -> Card {
    let doer = doer::doer(item, dossier, world);
    let mut lines = vec![
        Msg::new("agreement-title").told("what", what(item)),
        Msg::new("agreement-who").msg("who", doer.name.clone()),
        Msg::new("agreement-when").msg("when", when_words(item)),
    ];
    lines.extend(check_line(item, dossier, world));
    lines.push(consent::words(item, dossier, world));
    lines.extend(diary_line(item, world));
    lines.extend(not_kept_line(item, world));
    let may_say_yes = consent::is_asked_of(item, &doer, world);
    let offer = Offer::new(Typing::Options)
        .option_if(asked_day(item, world).is_some(), "agreement-tell", Tap::Checked)
        .option_if(may_say_yes, "agreement-agree", Tap::Standing(StandingTap::Agree(item.id)))
        .option_if(may_say_yes, "agreement-otherwise", Tap::Standing(StandingTap::Otherwise(item.id)))
        .option_if(outside::is_outside(&doer), "agreement-forward", Tap::Forward)
        .option("agreement-change-words", Tap::Rename)
        .option("agreement-change-who", Tap::Choice(agreement::WHO.into()))
        .option("agreement-change-when", Tap::Choice(agreement::WHEN.into()))
        .option("agreement-change-check", Tap::Choice(agreement::CHECK.into()))
        .option("agreement-remove", Tap::Remove)
        .option("option-back", Tap::Back);
    Card { lines, offer }
}

fn check_line(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.question(agreement::CHECK)?;
    let value = item.value(agreement::CHECK)?;
    let how = shown_value(question, value, dossier, world);
    value.is_known().then(|| Msg::new("agreement-check").msg("how", how))
}

/// "Hoe het ging: ✓ 27 november 2026, ✗ 20 november 2026".
fn diary_line(item: &Item, world: &World<'_>) -> Option<Msg> {
    let outcomes = outcomes(item, world.today, world.now).into_iter();
    let told = outcomes.take(MOST_DAYS).filter_map(|(on, outcome)| {
        let id = match outcome {
            Outcome::Done => "agreement-day-done",
            Outcome::Missed => "agreement-day-missed",
            Outcome::Open => return None,
        };
        Some(Msg::new(id).date("date", on))
    });
    Some(Msg::new("agreement-diary").msg("days", enumerated(told)?))
}

/// The day that is asked back about: open, or late.
fn asked_day(item: &Item, world: &World<'_>) -> Option<NaiveDate> {
    let (today, now) = (world.today, world.now);
    agreement::open_on(item, today, now).or_else(|| agreement::not_kept(item, today, now))
}

/// "Is het gebeurd?"
pub fn due_card(item: &Item, world: &World<'_>) -> Card {
    let Some(on) = asked_day(item, world) else {
        let offer = Offer::new(Typing::Options).option("option-back", Tap::Back);
        return Card { lines: vec![Msg::new("agreement-nothing-due").told("what", what(item))], offer };
    };
    let ask = Msg::new("agreement-ask-done").told("what", what(item)).msg("date", dated(on));
    let offer = Offer::new(Typing::Free)
        .option("agreement-done", Tap::Yes)
        .option(if is_once(item) { "agreement-not-yet" } else { "agreement-missed" }, Tap::No)
        .option("option-back", Tap::Back);
    let or_new_day = is_once(item).then(|| Msg::new("agreement-or-new-day"));
    Card { lines: std::iter::once(ask).chain(or_new_day).collect(), offer }
}

fn is_once(item: &Item) -> bool {
    matches!(agreement::when(item), Some(When::Once(_)))
}

/// A turn among the agreements.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Agreements(spot) = &state.place else { return draft.finish(Place::Menu) };
    let (Spot::One(id) | Spot::Due(id) | Spot::Words(id) | Spot::Wish(id) | Spot::Reply(id)) = spot else {
        let Spot::List(page) = spot else { return draft.finish(Place::Menu) };
        return at_list(draft, *page, state, input);
    };
    let Some(item) = agreements(&draft.dossier).find(|item| item.id == *id).cloned() else {
        return draft.finish(Place::Agreements(Spot::List(0)));
    };
    match spot {
        Spot::Due(_) => at_due(draft, &item, state, input),
        Spot::Words(_) => at_words(draft, item, state, input),
        Spot::Wish(_) => consent::at_wish(draft, &item, state, input),
        Spot::Reply(_) => outside::at_reply(draft, &item, state, input),
        Spot::One(_) | Spot::List(_) => at_one(draft, item, state, input),
    }
}

fn at_list(draft: Draft<'_>, page: u16, state: &State, input: &Input) -> Step {
    let turned_to = |page| Place::Agreements(Spot::List(page));
    match input {
        Input::Pick(Tap::Item(id)) => draft.finish(Place::Agreements(Spot::One(*id))),
        Input::Pick(Tap::Add) => {
            let slot = Slot::own(agreement::LINES);
            draft.finish(Place::Question { slot, part: Part::Whole, visit: Visit::Agreement })
        }
        Input::Pick(Tap::More) => draft.finish(turned_to(page.saturating_add(1))),
        Input::Pick(Tap::Back) => draft.finish(turned_to(page.saturating_sub(1))),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

fn at_one(mut draft: Draft<'_>, item: Item, state: &State, input: &Input) -> Step {
    let id = item.id;
    match input {
        Input::Pick(Tap::Checked) => draft.finish(Place::Agreements(Spot::Due(id))),
        Input::Pick(Tap::Rename) => draft.finish(Place::Agreements(Spot::Words(id))),
        Input::Pick(Tap::Forward) => outside::forward(draft, &item),
        Input::Pick(Tap::Choice(question)) => draft.finish(change(id, question)),
        Input::Pick(Tap::Remove) => {
            draft.say(Msg::new("agreement-removed").told("what", what(&item)));
            draft.save_item(Item { removed: true, ..item });
            draft.finish(Place::Agreements(Spot::List(0)))
        }
        Input::Pick(Tap::Back) => draft.finish(Place::Agreements(Spot::List(0))),
        _ => not_an_answer(draft, state, input),
    }
}

/// The question about an agreement, to come back to it.
pub fn change(item: ItemId, question: &Slug) -> Place {
    let slot = Slot { item: Some(item), question: question.clone() };
    Place::Question { slot, part: Part::Whole, visit: Visit::Agreement }
}

fn at_due(mut draft: Draft<'_>, item: &Item, state: &State, input: &Input) -> Step {
    match told(&mut draft, item, input) {
        Told::Noted => draft.finish(Place::Agreements(Spot::One(item.id))),
        Told::Unclear => draft.finish(state.clone()),
        Told::Other if *input == Input::Pick(Tap::Back) => {
            draft.finish(Place::Agreements(Spot::One(item.id)))
        }
        Told::Other => not_an_answer(draft, state, input),
    }
}

/// What came of an answer to "is het gebeurd?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is written down.
    Noted,
    /// It was meant for this, and is asked again.
    Unclear,
    /// It is no answer to it.
    Other,
}

/// Done, not done, or a new day. What comes back keeps its rule, unless another rule is said.
pub fn told(draft: &mut Draft<'_>, item: &Item, input: &Input) -> Told {
    let Some(on) = asked_day(item, draft.world) else { return Told::Other };
    match input {
        Input::Pick(Tap::Yes) => {
            note(draft, item, on, true);
            draft.say("agreement-noted-done");
            Told::Noted
        }
        Input::Pick(Tap::No) => {
            note(draft, item, on, false);
            draft.say(if is_once(item) { "agreement-noted-not-yet" } else { "agreement-noted-missed" });
            Told::Noted
        }
        Input::Text(text) => match due_words::parse(text, draft.world.today, &draft.world.content.texts) {
            // One day does not end what comes back: that comes again by itself.
            Ok(When::Once(_)) | Err(_) if !is_once(item) => {
                draft.say(Msg::new("agreement-comes-back").msg("when", when_words(item)));
                Told::Unclear
            }
            Ok(when) => {
                if on < draft.world.today {
                    note(draft, item, on, false);
                }
                save_when(draft, item.id, when);
                draft.say(Msg::new("agreement-moved").msg("when", new_words(draft, item.id)));
                consent::ask(draft, item.id);
                Told::Noted
            }
            Err(error) => {
                draft.say(error.words());
                Told::Unclear
            }
        },
        _ => Told::Other,
    }
}

fn note(draft: &mut Draft<'_>, item: &Item, on: NaiveDate, done: bool) {
    let (question, value) = agreement::entry(item, on, done);
    draft.save(&Slot { item: Some(item.id), question }, value);
}

fn new_words(draft: &Draft<'_>, id: ItemId) -> Msg {
    draft.dossier.item(id).map_or_else(|| "agreement-no-day".into(), when_words)
}

/// Writes down when an agreement is due.
pub fn save_when(draft: &mut Draft<'_>, id: ItemId, when: When) {
    let value = match when {
        When::Once(on) => Value::Date(on),
        When::Every(every) => Value::Every(every),
    };
    draft.save(&Slot::of(id, agreement::WHEN), value);
}

fn at_words(mut draft: Draft<'_>, mut item: Item, state: &State, input: &Input) -> Step {
    let id = item.id;
    match input {
        Input::Pick(Tap::Back) => draft.finish(Place::Agreements(Spot::One(id))),
        Input::Text(text) => {
            item.contact.name = Some(text.clone());
            draft.save_item(item);
            consent::ask(&mut draft, id);
            draft.finish(Place::Agreements(Spot::One(id)))
        }
        _ => not_an_answer(draft, state, input),
    }
}

#[cfg(test)]
mod tests;
