//! What to do first: what makes a backup red, then big risks and the crown jewels, then the other backups and the rest.

use std::cmp::Reverse;

use crate::{
    dialogue::{
        World,
        results::{
            backup_light::{is_about_backups, makes_red},
            risks::grade_key,
            room::{MESSAGE, fitting},
        },
        step::section_title,
        todos::{self, Key, Todo},
    },
    domain::{
        crown_jewels::is_crown_jewel,
        dossier::{Dossier, Slot},
        item::Item,
        risk::Grade,
    },
    questionnaire::{judgement, letters::Letter, walk},
    text::Msg,
};

/// So many are enough to begin with.
const FIRST: usize = 5;

/// The three questions about how bad it is, each with its letter and the words for why.
const HOW_BAD: [(Letter, &str, &str); 3] = [
    (Letter::Available, "availability", "result-why-outage"),
    (Letter::Right, "integrity", "result-why-mistakes"),
    (Letter::Private, "confidentiality", "result-why-leak"),
];

/// How bad it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Untold,
    Low,
    Middle,
    High,
}

/// What a to-do is about. What matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    RedBackup,
    BigRisk(Reverse<u8>),
    Jewel(Reverse<Level>),
    Backups,
    SmallRisk(Reverse<u8>),
    Rest,
}

/// Something to do, why, and how much that matters.
struct Task {
    subject: Subject,
    todo: Todo,
    why: Msg,
}

/// The first five to-dos, each with its reason.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let tasks = tasks(dossier, world);
    let mut lines = vec![Msg::new("result-top-title")];
    if tasks.is_empty() {
        lines.push("result-top-none".into());
    }
    let entries = tasks.into_iter().enumerate().map(|(place, task)| {
        let line = Msg::new("result-top-line").number("number", place + 1);
        vec![line.msg("todo", task.todo.words).msg("why", task.why)]
    });
    lines.extend(fitting(entries.collect(), FIRST, MESSAGE, world));
    lines
}

/// Every open to-do, what matters most first.
pub fn in_order(dossier: &Dossier, world: &World<'_>) -> Vec<Todo> {
    tasks(dossier, world).into_iter().map(|task| task.todo).collect()
}

/// Every to-do, what matters most first; equals stay in the order of asking.
fn tasks(dossier: &Dossier, world: &World<'_>) -> Vec<Task> {
    let catalogue = &world.content.catalogue;
    let slots =
        catalogue.sections.iter().flat_map(|section| walk::slots(section, catalogue, dossier, world.today));
    let mut tasks: Vec<Task> = Vec::new();
    let task = |todo: Todo| {
        let (subject, why) = subject(&todo.key, dossier, world);
        Task { subject, todo, why }
    };
    let todos = slots.flat_map(|slot| todos::of_slot(&slot, dossier, world));
    for task in todos.chain(todos::undecided(dossier, world)).map(task) {
        if !tasks.iter().any(|known| known.todo.is_double_of(&task.todo)) {
            tasks.push(task);
        }
    }
    tasks.extend(todos::numberless(dossier, world).into_iter().map(|todo| Task {
        subject: Subject::Rest,
        todo,
        why: belongs_to("call-list"),
    }));
    tasks.sort_by_key(|task| task.subject);
    tasks
}

/// A to-do about a risk counts as much as the risk.
fn risk_subject(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<(Subject, Msg)> {
    let risk = judgement::risk(dossier.item(slot.item?)?, &world.content.catalogue, dossier)?;
    let (score, grade) = (risk.score()?, risk.grade()?);
    let subject = if grade >= Grade::High {
        Subject::BigRisk(Reverse(score))
    } else {
        Subject::SmallRisk(Reverse(score))
    };
    Some((subject, Msg::new("result-why-risk").key("grade", grade_key(grade))))
}

fn subject(key: &Key, dossier: &Dossier, world: &World<'_>) -> (Subject, Msg) {
    let slot = &key.slot;
    if let Some(about_risk) = risk_subject(slot, dossier, world) {
        return about_risk;
    }
    let item = slot.item.and_then(|id| dossier.item(id));
    let is_red = item.is_some_and(|item| makes_red(item, slot.question.as_str()));
    if let Some(item) = item.filter(|item| is_crown_jewel(item, dossier)) {
        let (level, why) = how_bad(item, world.content.catalogue.letters.of(key.todo.as_str()));
        return (if is_red { Subject::RedBackup } else { Subject::Jewel(Reverse(level)) }, why);
    }
    if is_red {
        return (Subject::RedBackup, "result-why-backup".into());
    }
    if is_about_backups(slot.question.as_str(), world) {
        return (Subject::Backups, "result-why-backup".into());
    }
    let section = world.content.catalogue.section_of(slot.question.as_str());
    (Subject::Rest, belongs_to(section.map_or("inventory", |section| section.id.as_str())))
}

fn belongs_to(section: &str) -> Msg {
    Msg::new("result-why-section").msg("section", section_title(&section.into()))
}

/// The highest of the answers about the letters that a to-do is about, and the words for it. Of equals the first counts.
fn how_bad(item: &Item, letters: &[Letter]) -> (Level, Msg) {
    let mut worst = (Level::Untold, Msg::new("result-why-jewel"));
    for (letter, question, words) in HOW_BAD {
        if !letters.contains(&letter) {
            continue;
        }
        let (level, why) = match item.choice(question) {
            Some("high") => (Level::High, Msg::new(words).key("level", "high")),
            Some("middle") => (Level::Middle, Msg::new(words).key("level", "middle")),
            Some("low") => (Level::Low, "result-why-jewel".into()),
            _ => continue,
        };
        if level > worst.0 {
            worst = (level, why);
        }
    }
    worst
}
