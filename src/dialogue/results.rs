//! What follows from the answers, for whoever wants to know what the asking was good for.
//!
//! ```text
//! > wat komt eruit
//! < Wat wil je zien?
//!   [1] Wat heb je in huis  [2] Stoplicht back-ups  [3] Zwakste schakel  …
//! ```
//!
//! Every view is computed from the dossier when it is asked for; none is stored.

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Lane, Step, not_an_answer, section_title},
        todos,
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::{PersonId, Slug},
        item::{Item, ItemKind, Value},
        pii::Pii,
    },
    text::Msg,
};

pub mod accepted;
pub mod backup_light;
pub mod end_of_life;
pub mod inventory;
pub mod parties;
pub mod restore_order;
pub mod risks;
pub mod spending;
pub mod top_five;
pub mod weakest_link;
pub mod what_if;

/// The section that tells what there is.
const INVENTORY: &str = "inventory";
/// The section about backups.
const BACKUPS: &str = "backups";
/// The section about what can happen.
const RISKS: &str = "risks";

/// More names than this on one line are counted, not said.
const MOST_NAMES: usize = 12;

/// One way to look at what follows from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// How much there is of what.
    Inventory,
    /// Red, orange or green for the backup of every kind of data.
    BackupLight,
    /// Who or what stands behind too many things.
    WeakestLink,
    /// What to do first.
    TopFive,
    /// Everything to do, section by section.
    Todos,
    /// What else goes when one thing goes.
    WhatIf,
    /// Until when everything gets updates.
    EndOfLife,
    /// What can happen, and how bad that is.
    Risks,
    /// What was accepted knowingly.
    Accepted,
    /// What an hour or some money is best spent on.
    Spending,
    /// Which backup is from before something went wrong.
    SafeBackup,
}

impl View {
    /// Every view, in the order of offering.
    pub const ALL: [Self; 11] = [
        Self::Inventory,
        Self::EndOfLife,
        Self::BackupLight,
        Self::WeakestLink,
        Self::Risks,
        Self::Accepted,
        Self::TopFive,
        Self::Spending,
        Self::Todos,
        Self::WhatIf,
        Self::SafeBackup,
    ];

    /// Its word in buttons.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Inventory => "inventory",
            Self::BackupLight => "backup-light",
            Self::WeakestLink => "weakest-link",
            Self::TopFive => "top-five",
            Self::Todos => "todos",
            Self::WhatIf => "what-if",
            Self::EndOfLife => "end-of-life",
            Self::Risks => RISKS,
            Self::Accepted => "accepted",
            Self::Spending => "spending",
            Self::SafeBackup => "safe-backup",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Inventory => "result-option-inventory",
            Self::BackupLight => "result-option-backups",
            Self::WeakestLink => "result-option-link",
            Self::TopFive => "result-option-top",
            Self::Todos => "result-option-todos",
            Self::WhatIf => "result-option-what-if",
            Self::EndOfLife => "result-option-end-of-life",
            Self::Risks => "result-option-risks",
            Self::Accepted => "result-option-accepted",
            Self::Spending => "result-option-spend",
            Self::SafeBackup => "option-safe-backup",
        }
    }
}

/// Whether enough was told for anything to follow from it.
pub fn are_there(dossier: &Dossier) -> bool {
    let told =
        |item: &Item| !matches!(item.kind, ItemKind::Contact | ItemKind::Supplier | ItemKind::Agreement);
    dossier.items().any(told)
}

/// The views on the screen.
pub fn card() -> Card {
    let offer = View::ALL
        .into_iter()
        .fold(Offer::new(Typing::Options), |offer, view| offer.option(view.label(), Tap::Result(view)));
    Card { lines: vec!["results-title".into()], offer: offer.option("option-menu", Tap::Menu) }
}

/// A turn at the views, or at the things that can fail.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    if let Place::WhatIf { page } = state.place {
        return what_if::step(draft, state, page, input);
    }
    let (dossier, world) = (&draft.dossier, draft.world);
    let lines = match input {
        Input::Pick(Tap::Result(View::Inventory)) => inventory::lines(dossier, world),
        Input::Pick(Tap::Result(View::EndOfLife)) => end_of_life::lines(dossier, world),
        Input::Pick(Tap::Result(View::Risks)) => risks::lines(dossier, world),
        Input::Pick(Tap::Result(View::Accepted)) => accepted::lines(dossier, world),
        Input::Pick(Tap::Result(View::Spending)) => spending::lines(dossier, world),
        Input::Pick(Tap::Result(View::BackupLight)) => backup_light::lines(dossier, world),
        Input::Pick(Tap::Result(View::WeakestLink)) => weakest_link::lines(dossier, world),
        Input::Pick(Tap::Result(View::TopFive)) => top_five::lines(dossier, world),
        Input::Pick(Tap::Result(View::Todos)) => all_todos(dossier, world),
        Input::Pick(Tap::Result(View::WhatIf)) => return draft.finish(Place::WhatIf { page: 0 }),
        Input::Pick(Tap::Result(View::SafeBackup)) => return draft.finish(Place::SafeBackup),
        Input::Pick(Tap::Menu) => return draft.finish(Place::Menu),
        _ => return not_an_answer(draft, state, input),
    };
    draft.send(Lane::Interactive, lines);
    draft.finish(Place::Results)
}

/// Everything to do, under the section that it comes from.
fn all_todos(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut lines = vec![Msg::new("result-todos-title")];
    let mut told: Vec<todos::Todo> = Vec::new();
    for section in &world.content.catalogue.sections {
        let mut todos = todos::of_section(section, dossier, world);
        todos.retain(|todo| !told.iter().any(|known| known.is_double_of(todo)));
        if !todos.is_empty() {
            lines.push(Msg::new("result-todos-section").msg("section", section_title(&section.id)));
        }
        lines.extend(todos.iter().map(|todo| Msg::new("todo-line").msg("todo", todo.words.clone())));
        told.extend(todos);
    }
    let numberless = todos::numberless(dossier, world);
    lines.extend(numberless.into_iter().map(|todo| Msg::new("todo-line").msg("todo", todo.words)));
    lines
}

/// The small result at the end of a section that has one.
pub fn of_section(section: &Slug, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    match section.as_str() {
        INVENTORY => inventory::lines(dossier, world),
        RISKS => risks::lines(dossier, world),
        BACKUPS => backup_light::lines(dossier, world),
        _ => Vec::new(),
    }
}

/// Said in place of a view about which nothing is known.
fn not_yet(section: &str) -> Msg {
    Msg::new("result-not-yet").msg("section", section_title(&section.into()))
}

/// The choice that was made about an item.
pub fn choice<'d>(item: &'d Item, question: &str) -> Option<&'d str> {
    match &item.answers.get(question)?.value {
        Value::Choice(id) => Some(id.as_str()),
        _ => None,
    }
}

/// Whether this was ticked about an item.
fn is_ticked(item: &Item, question: &str, tick: &str) -> bool {
    let value = item.answers.get(question).map(|answer| &answer.value);
    matches!(value, Some(Value::Choices(ids)) if ids.iter().any(|id| id.as_str() == tick))
}

/// What an item is called: "jij", "Ziggo", "kassa".
pub fn name(item: &Item, world: &World<'_>) -> Msg {
    match &item.contact.name {
        _ if item.person == Some(world.person) => "you".into(),
        Some(name) => Msg::new("told").told("text", name),
        None => Msg::new(format!("role-{}", item.role)),
    }
}

/// What a person is called: "jij", as on the call list, as a member, or nobody in particular.
fn who(person: PersonId, dossier: &Dossier, world: &World<'_>) -> Msg {
    let told = |name: &Pii<String>| Msg::new("told").told("text", name);
    if person == world.person {
        return "you".into();
    }
    let listed =
        dossier.items().find(|item| item.person == Some(person)).and_then(|item| item.contact.name.as_ref());
    let member = || world.members.iter().find(|member| member.person == person)?.name.as_ref();
    listed.or_else(member).map_or_else(|| "result-accepted-somebody".into(), told)
}

/// "kassa, laptop, wifi"; of a long list the first names and how many more there are.
pub fn listed(names: Vec<Msg>) -> Option<Msg> {
    let hidden = names.len().saturating_sub(MOST_NAMES);
    let and = |list: Msg, next: Msg| Msg::new("list-comma").msg("list", list).msg("next", next);
    let list = names.into_iter().take(MOST_NAMES).reduce(and)?;
    Some(if hidden == 0 { list } else { and(list, Msg::new("todo-more").number("count", hidden)) })
}

/// A slot of an item.
fn slot(item: &Item, question: &str) -> Slot {
    Slot { item: Some(item.id), question: question.into() }
}

#[cfg(test)]
mod tests;
