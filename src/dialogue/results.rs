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
        Place, State, World, agreements,
        enumeration::enumerated_until,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        question_card::shown_value,
        results::room::{MESSAGE, fitting},
        step::{Draft, Lane, Step, not_an_answer, section_title},
        todos,
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::{PersonId, Slug},
        item::{Item, ItemKind, Value},
        pii::Pii,
    },
    questionnaire::walk,
    text::Msg,
};

pub mod accepted;
pub mod backup_light;
pub mod end_of_life;
pub mod impact;
pub mod inventory;
pub mod keys;
pub mod parties;
pub mod recovery_plan;
pub mod restore_order;
pub mod risks;
pub mod roles;
pub mod room;
pub mod spending;
pub mod suppliers;
pub mod top_five;
pub mod weakest_link;
pub mod what_if;

/// The section about who does what.
const ROLES: &str = "roles";
/// The section that tells what there is.
const INVENTORY: &str = "inventory";
/// The section about what to expect of suppliers.
const SUPPLIERS: &str = "suppliers";
/// The section about how bad it would be.
const IMPACT: &str = "impact";
/// The section about backups.
const BACKUPS: &str = "backups";
/// The section about what can happen.
const RISKS: &str = "risks";
/// The section with the recovery plan.
const RECOVERY: &str = "recovery";
/// The section about agreements.
const AGREEMENTS: &str = "agreements";

/// More names than this on one line are counted, not said.
const MOST_NAMES: usize = 12;
/// More letters than this of a name push the rest off a phone.
const LONGEST_NAME: usize = 40;
/// More letters than this of an answer push the rest off a phone.
pub const LONGEST_ANSWER: usize = 120;

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
    /// The worst crown jewels.
    Impact,
    /// Who does what.
    Roles,
    /// What to expect of suppliers.
    Suppliers,
    /// How to go on and how to come back.
    RecoveryPlan,
    /// Who does what by when.
    Agreements,
}

impl View {
    /// What is looked at most, in the order of offering.
    pub const FIRST: [Self; 8] = [
        Self::TopFive,
        Self::Spending,
        Self::Risks,
        Self::BackupLight,
        Self::WeakestLink,
        Self::WhatIf,
        Self::RecoveryPlan,
        Self::Todos,
    ];

    /// The others, in the order of offering.
    const REST: [Self; 8] = [
        Self::Inventory,
        Self::EndOfLife,
        Self::Roles,
        Self::Suppliers,
        Self::Impact,
        Self::Accepted,
        Self::Agreements,
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
            Self::Impact => IMPACT,
            Self::Roles => ROLES,
            Self::Suppliers => SUPPLIERS,
            Self::RecoveryPlan => "recovery-plan",
            Self::Agreements => AGREEMENTS,
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
            Self::Impact => "result-option-impact",
            Self::Roles => "result-option-roles",
            Self::Suppliers => "result-option-suppliers",
            Self::RecoveryPlan => "result-option-plan",
            Self::Agreements => "option-agreements",
        }
    }
}

/// Whether enough was told for anything to follow from it.
pub fn are_there(dossier: &Dossier) -> bool {
    let told =
        |item: &Item| !matches!(item.kind, ItemKind::Contact | ItemKind::Supplier | ItemKind::Agreement);
    dossier.items().any(told)
}

/// The views that are looked at most. The others are one tap away, or found by name.
pub fn card() -> Card {
    let offer = offered(&View::FIRST, &View::REST).option("option-more", Tap::More);
    Card { lines: vec!["results-title".into()], offer: offer.option("option-menu", Tap::Menu) }
}

/// The other views.
pub fn rest_card() -> Card {
    let offer = offered(&View::REST, &View::FIRST).option("option-back", Tap::Back);
    Card { lines: vec!["results-title".into()], offer: offer.option("option-menu", Tap::Menu) }
}

fn offered(shown: &[View], hidden: &[View]) -> Offer {
    let choice = |view: &View| (view.label(), Tap::Result(*view));
    Offer::new(Typing::Options).each(shown.iter().map(choice)).each_hidden(hidden.iter().map(choice))
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
        Input::Pick(Tap::Result(View::Impact)) => impact::lines(dossier, world),
        Input::Pick(Tap::Result(View::Roles)) => roles::lines(dossier, world),
        Input::Pick(Tap::Result(View::Suppliers)) => suppliers::lines(dossier, world),
        Input::Pick(Tap::Result(View::RecoveryPlan)) => recovery_plan::lines(dossier, world),
        Input::Pick(Tap::Result(View::Agreements)) => {
            return draft.finish(Place::Agreements(agreements::Spot::List(0)));
        }
        Input::Pick(Tap::More) => return draft.finish(Place::MoreResults),
        Input::Pick(Tap::Back) => return draft.finish(Place::Results),
        Input::Pick(Tap::Menu) => return draft.finish(Place::Menu),
        _ => return not_an_answer(draft, state, input),
    };
    draft.send(Lane::Interactive, lines);
    draft.finish(state.clone())
}

/// Everything to do, under the section that it comes from, as much as fits.
fn all_todos(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let line = |todo: &todos::Todo| Msg::new("todo-line").msg("todo", todo.words.clone());
    let mut entries: Vec<Vec<Msg>> = Vec::new();
    let mut named: Vec<todos::Todo> = Vec::new();
    for section in &world.content.catalogue.sections {
        let mut heading = Some(Msg::new("result-todos-section").msg("section", section_title(&section.id)));
        for todo in todos::of_section(section, dossier, world) {
            if !named.iter().any(|known| known.is_double_of(&todo)) {
                entries.push(heading.take().into_iter().chain([line(&todo)]).collect());
                named.push(todo);
            }
        }
    }
    entries.extend(todos::numberless(dossier, world).into_iter().map(|todo| vec![line(&todo)]));
    let lines = fitting(entries, usize::MAX, MESSAGE, world);
    std::iter::once(Msg::new("result-todos-title")).chain(lines).collect()
}

/// The small result at the end of a section that has one.
pub fn of_section(section: &Slug, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    match section.as_str() {
        ROLES => roles::lines(dossier, world),
        INVENTORY => inventory::lines(dossier, world),
        SUPPLIERS => suppliers::lines(dossier, world),
        IMPACT => impact::lines(dossier, world),
        RISKS => risks::lines(dossier, world),
        BACKUPS => backup_light::lines(dossier, world),
        RECOVERY => recovery_plan::lines(dossier, world),
        AGREEMENTS => agreements::lines(dossier, world),
        _ => Vec::new(),
    }
}

/// Said in place of a view about which nothing is known.
fn not_yet(section: &str) -> Msg {
    Msg::new("result-not-yet").msg("section", section_title(&section.into()))
}

/// Whether this was ticked about an item.
fn is_ticked(item: &Item, question: &str, tick: &str) -> bool {
    matches!(item.value(question), Some(Value::Choices(ids)) if ids.iter().any(|id| id.as_str() == tick))
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

/// What an item is called where much is said at once.
fn short_name(item: &Item, world: &World<'_>) -> Msg {
    match &item.contact.name {
        Some(name) if item.person != Some(world.person) => shortened(name, LONGEST_NAME),
        _ => name(item, world),
    }
}

/// What somebody told; the end of long words is left off.
pub fn shortened(words: &str, longest: usize) -> Msg {
    if words.chars().count() <= longest {
        return Msg::new("told").told("text", words);
    }
    let short: String = words.chars().take(longest).collect();
    Msg::new("shortened").told("text", short.trim_end())
}

/// A known answer that is still asked for, in words: people by name, long words without their end.
fn told(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let catalogue = &world.content.catalogue;
    let value = dossier.value(slot).filter(|value| value.is_known())?;
    walk::is_asked(slot, catalogue, dossier, world.today).then_some(())?;
    match value {
        Value::Text(words) => Some(shortened(words, LONGEST_ANSWER)),
        Value::Item(id) => dossier.item(*id).map(|item| short_name(item, world)),
        _ => Some(shown_value(catalogue.at(slot)?, value, dossier, world)),
    }
}

/// "kassa, laptop, wifi"; of a long list the first names and how many more there are.
pub fn listed(names: Vec<Msg>) -> Option<Msg> {
    enumerated_until(MOST_NAMES, names.into_iter())
}

/// A slot of an item.
fn slot(item: &Item, question: &str) -> Slot {
    Slot::of(item.id, question)
}

#[cfg(test)]
mod tests;
