//! What there is to do: it follows from the answers, and goes away when they change or when it is ticked off.
//!
//! ```text
//! > te doen
//! < Nog te doen: 3
//!   [1] Zet de extra code aan bij je e-mail.  [2] Zoek je klantnummer bij Rabobank op.  …
//! > 2
//! < Zoek je klantnummer bij Rabobank op.
//!   [1] Ik weet het nu  [2] Gedaan  [3] Wie  [4] Wanneer  [5] Terug
//! ```
//!
//! Who does it and when is an answer too, in a slot of its own beside the one that it follows from.

use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        World, noodplan,
        product_question::outcome,
        question_card::{about, shown_value},
        results::{LONGEST_ANSWER, accepted::is_over, end_of_life, listed, shortened, top_five},
        review::numbers,
    },
    domain::{
        call_list::call_list,
        dossier::{Dossier, Slot},
        end_of_life::Outcome,
        ids::Slug,
        item::{Item, Task, Value},
        risk::Grade,
    },
    questionnaire::{
        Question, Section,
        judgement::{self, CHOICE, UNTIL},
        walk,
    },
    text::Msg,
};

pub mod list;

/// To-dos that are about the question that they follow from; all others are about the thing.
const ABOUT_THE_QUESTION: [&str; 2] = [FIND_OUT, "name-somebody"];
/// The to-do of a question that is to be answered yet.
const FIND_OUT: &str = "find-out";
/// To-dos that put something else in place of a thing.
pub const REPLACING: [&str; 2] = ["consider-replacing", "replace-software"];
/// The to-do of somebody on the call list without a number.
const FIND_NUMBER: &str = "find-number";

/// Which to-do: what it follows from, and what is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The answer that it follows from.
    pub slot: Slot,
    /// What is to be done.
    pub todo: Slug,
}

impl Key {
    /// The slot for who does it and when. The dot keeps it apart from every question.
    pub fn task_slot(&self) -> Slot {
        let question = format!("{}.{}", self.slot.question, self.todo);
        Slot { item: self.slot.item, question: question.as_str().into() }
    }

    /// Whether doing one is doing the other: the same about the same thing, from another answer.
    fn is_double_of(&self, other: &Self) -> bool {
        self.slot.item == other.slot.item
            && self.todo == other.todo
            && !ABOUT_THE_QUESTION.contains(&self.todo.as_str())
    }
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Todo {
    /// Which one.
    pub key: Key,
    /// In words.
    pub words: Msg,
}

impl Todo {
    /// Whether doing one is doing the other.
    pub fn is_double_of(&self, other: &Self) -> bool {
        self.key.is_double_of(&other.key)
    }
}

/// What was agreed about a to-do.
pub fn task<'d>(key: &Key, dossier: &'d Dossier) -> Option<&'d Task> {
    match dossier.value(&key.task_slot()) {
        Some(Value::Task(task)) => Some(task),
        _ => None,
    }
}

/// Whether it, or its double, was ticked off after the answer that it follows from.
fn is_done(key: &Key, dossier: &Dossier) -> bool {
    let told_at = dossier.answer(&key.slot).map(|answer| answer.at);
    let is_done = |task: &Task| task.done_at.is_some_and(|done| told_at.is_none_or(|told| told <= done));
    task(key, dossier).is_some_and(is_done) || doubles(key, dossier).any(is_done)
}

/// What was agreed about the same to-do from other answers.
fn doubles<'d>(key: &Key, dossier: &'d Dossier) -> impl Iterator<Item = &'d Task> {
    let (item, todo) = (key.slot.item, key.todo.clone());
    let own = !ABOUT_THE_QUESTION.contains(&todo.as_str());
    let answers = dossier.answers(item).filter(|_| own).into_iter().flatten();
    answers.filter_map(move |(id, answer)| match (&answer.value, id.as_str().split_once('.')) {
        (Value::Task(task), Some((_, of))) if of == todo.as_str() => Some(task),
        _ => None,
    })
}

/// Every to-do that follows from one answer and is still open.
pub fn of_slot(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    let Some((question, value)) = world.content.catalogue.at(slot).zip(dossier.value(slot)) else {
        return Vec::new();
    };
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let item = slot.item.and_then(|id| dossier.item(id));
    let answer = match value {
        // The to-do ends its own sentence.
        Value::Text(words) => shortened(words.trim_end_matches(['.', ' ']), LONGEST_ANSWER),
        _ => shown_value(question, value, dossier, world),
    };
    let settled = walk::is_settled(slot, &world.content.catalogue, dossier, world.today);
    let mut todos = question.todos(value);
    todos.retain(|todo| !settled || todo.as_str() != FIND_OUT);
    if question.product && !settled && matches!(outcome(slot, dossier, world), Some(Outcome::Unclear(_))) {
        todos.push("find-version".into());
    }
    if slot.question.as_str() == UNTIL && item.is_some_and(|item| is_over(item, world.today)) {
        todos.push(FIND_OUT.into());
    }
    let rest = question.unticked(value).map(|choice| Msg::new(format!("role-{}", choice.id)));
    let rest = question.rest.as_ref().and_then(|_| listed(rest.collect()));
    let todos = todos.into_iter().map(|todo| {
        let words = Msg::new(words_of(&todo, question, item, world)).msg("what", short.clone());
        let words = words.msg("answer", answer.clone());
        let words = rest.iter().cloned().fold(words, |words, rest| words.msg("rest", rest));
        let words = about(words, slot, dossier);
        Todo { key: Key { slot: slot.clone(), todo }, words }
    });
    todos.filter(|todo| !is_done(&todo.key, dossier) && !is_kept(&todo.key, dossier, world)).collect()
}

/// Whether it would put something else in place of a thing that was knowingly kept.
fn is_kept(key: &Key, dossier: &Dossier, world: &World<'_>) -> bool {
    let item = key.slot.item.and_then(|id| dossier.item(id));
    REPLACING.contains(&key.todo.as_str())
        && item.is_some_and(|item| end_of_life::is_kept(item, dossier, world))
}

/// The sentence of a to-do: one that only this question has, "zoek uit hoe snel KPN helpt", or one for many. Whoever
/// chose to replace a thing need not think about it any more.
fn words_of(todo: &Slug, question: &Question, item: Option<&Item>, world: &World<'_>) -> String {
    let is_chosen = || item.is_some_and(|item| item.choice("device-end") == Some("replace"));
    if todo.as_str() == "consider-replacing" && is_chosen() {
        return "todo-replace-it".into();
    }
    let own = format!("q-{}.{todo}", question.id);
    // A choice may be called as what it makes to do.
    let is_choice = question.choice(todo.as_str()).is_some();
    match !is_choice && world.content.texts.has(world.language, &own) {
        true => own,
        false => format!("todo-{todo}"),
    }
}

/// Every open to-do that follows from the answers of one section.
pub fn of_section(section: &Section, dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    let slots = walk::slots(section, &world.content.catalogue, dossier, world.today);
    let decides = section.questions.iter().any(|known| known.id.as_str() == CHOICE);
    let undecided = if decides { undecided(dossier, world) } else { Vec::new() };
    let mut todos: Vec<Todo> = Vec::new();
    for todo in slots.iter().flat_map(|slot| of_slot(slot, dossier, world)).chain(undecided) {
        if !todos.iter().any(|known| known.is_double_of(&todo)) {
            todos.push(todo);
        }
    }
    todos
}

/// A to-do for every high risk about which nothing was chosen and that is not among the first, which are asked about.
pub fn undecided(dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    let catalogue = &world.content.catalogue;
    let Some(first) = catalogue.question(CHOICE).and_then(|question| question.foremost) else {
        return Vec::new();
    };
    let high = judgement::risks(catalogue, dossier, world.today)
        .into_iter()
        .filter(|risk| risk.grade() >= Some(Grade::High));
    // The biggest come first.
    let open = high.skip(first.into()).filter(|risk| !risk.item.answers.contains_key(CHOICE));
    let todos = open.map(|risk| {
        let slot = Slot::of(risk.item.id, CHOICE);
        let words = about(Msg::new("q-risk-choice.find-out"), &slot, dossier);
        Todo { key: Key { slot, todo: FIND_OUT.into() }, words }
    });
    todos.filter(|todo| !is_done(&todo.key, dossier)).collect()
}

/// A to-do for everybody on the call list who cannot be called yet.
pub fn numberless(dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    let numberless = call_list(dossier).into_iter().filter(|line| line.contact.phones.is_empty());
    let todos = numberless.map(|line| {
        let slot = Slot::of(line.item, "call-list");
        let words = if line.person == Some(world.person) {
            Msg::new("todo-find-own-number")
        } else {
            Msg::new("todo-find-number").msg("name", noodplan::line_name(&line, world))
        };
        Todo { key: Key { slot, todo: FIND_NUMBER.into() }, words }
    });
    todos.chain(numbers::todos(dossier, world)).filter(|todo| !is_done(&todo.key, dossier)).collect()
}

/// Every open to-do, what matters most first.
pub fn open(dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    top_five::in_order(dossier, world)
}
