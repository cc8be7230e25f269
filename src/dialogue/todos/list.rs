//! The to-dos on the screen: all of them, one of them, who does it and when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Field, Part, Place, State, Visit, World,
        date_words::{self, DateError, Lean},
        enumeration::comma,
        input::Input,
        noodplan::line_name,
        offer::{Card, Offer, Tap, Typing},
        results::name,
        step::{Draft, Step, not_an_answer},
        todos::{self, FIND_NUMBER, FIND_OUT, Key, Todo},
    },
    domain::{
        call_list::call_list,
        dossier::Dossier,
        ids::ItemId,
        item::{Task, Value},
    },
    text::Msg,
};

/// To-dos on one page: what a thumb can still choose from.
const PAGE: usize = 8;
/// More people than this are typed, not tapped.
const MOST_PEOPLE: usize = 8;

/// Where somebody is among the to-dos.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// All of them.
    List {
        /// Page, counted from 0.
        page: u16,
        /// One that was just ticked off and can be put back.
        undo: Option<Key>,
    },
    /// One of them.
    One(Key),
    /// Who does it?
    Who(Key),
    /// When is it done?
    When(Key),
}

/// All to-dos, from the first.
pub fn all() -> Place {
    Place::Todos(At::List { page: 0, undo: None })
}

/// The card of a place among the to-dos.
pub fn card(at: &At, dossier: &Dossier, world: &World<'_>) -> Card {
    let todo = |key: &Key| todos::open(dossier, world).into_iter().find(|todo| todo.key == *key);
    match at {
        At::List { page, undo } => list_card(*page, undo.is_some(), dossier, world),
        At::One(key) => match todo(key) {
            Some(todo) => one_card(&todo, dossier, world),
            None => list_card(0, false, dossier, world),
        },
        At::Who(_) => who_card(dossier, world),
        At::When(_) => Card {
            lines: vec!["todo-ask-when".into()],
            offer: Offer::new(Typing::Day).option("option-back", Tap::Back),
        },
    }
}

fn list_card(page: u16, can_undo: bool, dossier: &Dossier, world: &World<'_>) -> Card {
    let todos = todos::open(dossier, world);
    let start = usize::from(page) * PAGE;
    let lines = vec![match todos.len() {
        0 => "todos-none".into(),
        count => Msg::new("todos-title").number("count", count),
    }];
    let mut offer = Offer::new(Typing::Options);
    for (place, todo) in (0u16..).zip(&todos) {
        if !(start..start + PAGE).contains(&usize::from(place)) {
            offer = offer.hidden(todo.words.clone(), Tap::Number(place));
            continue;
        }
        offer = offer.option(with_task(todo, dossier, world), Tap::Number(place));
    }
    let offer = offer
        .option_if(can_undo, "todo-undo", Tap::Undo)
        .option_if(todos.len() > start + PAGE, "option-more", Tap::More)
        .option_if(page > 0, "option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// The words of a to-do, with who does it and when if that was agreed.
fn with_task(todo: &Todo, dossier: &Dossier, world: &World<'_>) -> Msg {
    match agreed(&todo.key, dossier, world) {
        Some(agreed) => Msg::new("todo-agreed").msg("todo", todo.words.clone()).msg("agreed", agreed),
        None => todo.words.clone(),
    }
}

/// "Joost, voor 12 december 2026".
fn agreed(key: &Key, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let task = todos::task(key, dossier)?;
    let who = task.who.and_then(|id| dossier.item(id)).map(|item| name(item, world));
    let until = task.until.map(|date| Msg::new("todo-until").date("date", date));
    match (who, until) {
        (Some(who), Some(until)) => Some(comma(who, until)),
        (who, until) => who.or(until),
    }
}

/// Whether the to-do is to find something out: knowing it is what does it.
fn is_to_know(key: &Key) -> bool {
    [FIND_OUT, FIND_NUMBER].contains(&key.todo.as_str())
}

fn one_card(todo: &Todo, dossier: &Dossier, world: &World<'_>) -> Card {
    let mut lines = vec![todo.words.clone()];
    lines.extend(
        agreed(&todo.key, dossier, world).map(|agreed| Msg::new("todo-who-when").msg("agreed", agreed)),
    );
    let know = if is_to_know(&todo.key) { "todo-know-now" } else { "todo-changed" };
    let offer = Offer::new(Typing::Options)
        .option_if(!is_to_know(&todo.key), "todo-done", Tap::Done)
        .option(know, Tap::Resume)
        .option("todo-who", Tap::Who)
        .option("todo-when", Tap::When)
        .option("option-back", Tap::Back);
    Card { lines, offer }
}

fn who_card(dossier: &Dossier, world: &World<'_>) -> Card {
    let people = call_list(dossier);
    let offer = people.iter().enumerate().fold(Offer::new(Typing::Options), |offer, (place, line)| {
        let (label, tap) = (line_name(line, world), Tap::Item(line.item));
        if place < MOST_PEOPLE { offer.option(label, tap) } else { offer.hidden(label, tap) }
    });
    Card { lines: vec!["todo-ask-who".into()], offer: offer.option("option-back", Tap::Back) }
}

/// A turn among the to-dos.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Todos(at) = &state.place else { return draft.finish(Place::Menu) };
    match at {
        At::List { page, undo } => at_list(draft, state, *page, undo.as_ref(), input),
        At::One(key) => at_one(draft, state, key, input),
        At::Who(key) => at_who(draft, state, key, input),
        At::When(key) => at_when(draft, state, key, input),
    }
}

fn at_list(mut draft: Draft<'_>, state: &State, page: u16, undo: Option<&Key>, input: &Input) -> Step {
    let turned_to = |page| Place::Todos(At::List { page, undo: None });
    match input {
        Input::Pick(Tap::Number(place)) => {
            let todo = todos::open(&draft.dossier, draft.world).into_iter().nth(usize::from(*place));
            match todo {
                Some(todo) => draft.finish(Place::Todos(At::One(todo.key))),
                None => not_an_answer(draft, state, input),
            }
        }
        Input::Pick(Tap::Undo) => {
            if let Some(key) = undo {
                agree(&mut draft, key, |task| task.done_at = None);
                draft.say("todo-put-back");
            }
            draft.finish(turned_to(page))
        }
        Input::Pick(Tap::More) => draft.finish(turned_to(page.saturating_add(1))),
        Input::Pick(Tap::Back) => draft.finish(turned_to(page.saturating_sub(1))),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

fn at_one(mut draft: Draft<'_>, state: &State, key: &Key, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Done) => {
            let now = draft.world.now;
            agree(&mut draft, key, |task| task.done_at = Some(now));
            draft.say("todo-ticked-off");
            draft.finish(Place::Todos(At::List { page: 0, undo: Some(key.clone()) }))
        }
        Input::Pick(Tap::Resume) => match key.slot.item {
            Some(id) if key.todo.as_str() == FIND_NUMBER => draft.finish(Place::LineField(id, Field::Number)),
            _ => {
                let slot = key.slot.clone();
                draft.finish(Place::Question { slot, part: Part::Whole, visit: Visit::Todo })
            }
        },
        Input::Pick(Tap::Who) => draft.finish(Place::Todos(At::Who(key.clone()))),
        Input::Pick(Tap::When) => draft.finish(Place::Todos(At::When(key.clone()))),
        Input::Pick(Tap::Back) => draft.finish(all()),
        // It was done or answered meanwhile, and the list is on the screen.
        Input::Pick(Tap::Number(_) | Tap::More | Tap::Menu) => at_list(draft, state, 0, None, input),
        _ => not_an_answer(draft, state, input),
    }
}

fn at_who(mut draft: Draft<'_>, state: &State, key: &Key, input: &Input) -> Step {
    let one = Place::Todos(At::One(key.clone()));
    match input {
        Input::Pick(Tap::Item(id)) => {
            let who: ItemId = *id;
            agree(&mut draft, key, |task| task.who = Some(who));
            draft.say("todo-noted");
            draft.finish(one)
        }
        Input::Pick(Tap::Back) => draft.finish(one),
        _ => not_an_answer(draft, state, input),
    }
}

fn at_when(mut draft: Draft<'_>, state: &State, key: &Key, input: &Input) -> Step {
    let one = Place::Todos(At::One(key.clone()));
    let text = match input {
        Input::Text(text) => text,
        Input::Pick(Tap::Back) => return draft.finish(one),
        _ => return not_an_answer(draft, state, input),
    };
    let texts = &draft.world.content.texts;
    match date_words::parse_leaning(text, draft.world.today, Lean::Future, texts) {
        Ok(date) if date >= draft.world.today => {
            let until: NaiveDate = date;
            agree(&mut draft, key, |task| task.until = Some(until));
            draft.say("todo-noted");
            draft.finish(one)
        }
        Ok(_) => {
            draft.say("todo-when-past");
            draft.finish(state.clone())
        }
        Err(error) => {
            draft.say(if error == DateError::Impossible { "date-impossible" } else { "date-not-seen" });
            draft.finish(state.clone())
        }
    }
}

/// Writes down what is agreed about a to-do.
fn agree(draft: &mut Draft<'_>, key: &Key, change: impl FnOnce(&mut Task)) {
    let mut task = todos::task(key, &draft.dossier).cloned().unwrap_or_default();
    change(&mut task);
    draft.save(&key.task_slot(), Value::Task(task));
}
