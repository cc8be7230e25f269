//! The menu: where you are, what is there, what is missing most.

use crate::{
    dialogue::{
        Place, State, World,
        agreements::{self as agreed, not_kept_lines},
        backup_diary, commands,
        enumeration::enumerated,
        forget,
        input::Input,
        more,
        next_sitting::{self, Sitting},
        noodplan::{self, COMPANY_NAME},
        offer::{Card, Offer, Tap, Typing},
        parts, proposals,
        question_card::{bar, position},
        results, review,
        sitting::ask,
        step::{Change, Draft, Step, not_an_answer, section_title},
        succession, things,
        todos::{self, Todo},
        waiting,
    },
    domain::{
        agreement::agreements,
        backup_diary::is_kept,
        call_list::call_list,
        crown_jewels::CROWN_JEWELS,
        dossier::{Dossier, Slot},
        ids::Slug,
        review::going_on_since,
    },
    questionnaire::walk,
    text::Msg,
};

/// More to-dos than this are counted, not listed.
const MOST_TODOS: usize = 5;
/// The menu shows no more than these: the option that opens all of them says how many there are.
const FIRST_TODOS: usize = 3;

/// The menu on the screen.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let mut lines = vec![match dossier.text(COMPANY_NAME) {
        Some(name) => Msg::new("menu-title").told("company", name),
        None => "menu-title-nameless".into(),
    }];
    lines.extend(forget::warning(dossier, world));
    lines.extend(succession::warning(dossier, world));
    if !world.answers() {
        return Card { lines, offer: offer_to_those_who_read(dossier, world) };
    }
    lines.extend(progress_lines(dossier, world));
    lines.extend(not_kept_lines(dossier, world));
    let todos = todos::open(dossier, world);
    let to_do = todos.len();
    lines.extend(first_todos(todos, FIRST_TODOS));
    let sittings = next_sitting::sittings(dossier, world);
    if let Some(next) = sittings.first() {
        lines.extend(next_sitting::lines(next, dossier, world));
    }
    let matters = waiting::matters(dossier, world).len();
    let untold = walk::left_for_later(&world.content.catalogue, dossier, world.today).len();
    let chosen = dossier.answer(&Slot::own(CROWN_JEWELS)).is_some();
    // Whoever asks for it too early reads there what is still to be told.
    let too_early = (!results::are_there(dossier)).then_some(("option-results", Tap::Results));
    let offer = Offer::new(Typing::Options)
        .option_if(matters > 0, Msg::new("option-waiting").number("count", matters), Tap::Waiting)
        .each(sitting_options(&sittings, dossier, world))
        .option("option-noodplan", Tap::Noodplan)
        .option_if(!call_list(dossier).is_empty(), "option-change-lines", Tap::Lines)
        .option_if(results::are_there(dossier), "option-results", Tap::Results)
        .option("option-parts", Tap::Parts)
        .each_hidden(parts::options(dossier, world))
        .each_hidden(parts::later(dossier, world))
        .each_hidden(too_early)
        .option_if(to_do > 0, Msg::new("option-todos").number("count", to_do), Tap::Todos)
        .option_if(chosen && untold > 0, Msg::new("option-untold").number("count", untold), Tap::Things)
        .option_if(going_on_since(dossier).is_some(), "option-review-resume", Tap::Review)
        .option_if(review::is_worthwhile(dossier, world), "option-review", Tap::Review)
        .option_if(agreements(dossier).next().is_some(), "option-agreements", Tap::Agreements)
        .option_if(is_kept(dossier), "option-backups", Tap::Backups)
        .option("option-other-language", Tap::OtherLanguage)
        .option("option-more", Tap::More)
        .each_hidden(more::options(dossier, world));
    Card { lines, offer }
}

/// How far every section is in which there is something to ask.
fn progress_lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let catalogue = &world.content.catalogue;
    let (mut complete, mut under_way) = (Vec::new(), Vec::new());
    for section in catalogue.sections.iter().filter(|section| section.counted) {
        let progress = walk::progress(&walk::slots(section, catalogue, dossier, world.today), dossier);
        if progress.total == 0 {
            continue;
        }
        if progress.is_complete() {
            complete.push(section_title(&section.id));
            continue;
        }
        under_way.push(
            Msg::new("menu-section")
                .told("bar", &bar(progress.answered, progress.total))
                .msg("section", section_title(&section.id))
                .number("answered", progress.answered)
                .number("total", progress.total),
        );
    }
    let complete = enumerated(complete).map(|sections| Msg::new("menu-complete").msg("sections", sections));
    complete.into_iter().chain(under_way).collect()
}

/// The sitting that matters most, and the one that somebody stopped in the middle of where that is another.
fn sitting_options(sittings: &[Sitting<'_>], dossier: &Dossier, world: &World<'_>) -> Vec<(Msg, Tap)> {
    let Some(next) = sittings.first() else { return Vec::new() };
    let left = next_sitting::left(sittings).filter(|left| left.section.id != next.section.id);
    let named = |id: &'static str, sitting: &Sitting<'_>| {
        Msg::new(id).msg("section", section_title(&sitting.section.id))
    };
    let label = match (next.section.counted, next.is_begun()) {
        (false, _) => "option-resume".into(),
        (true, false) => named("option-begin-section", next),
        (true, true) if left.is_some() => named("option-resume-section", next),
        (true, true) => {
            let at = position(&next.slot, dossier, world);
            Msg::new("option-resume-question").number("number", at.number)
        }
    };
    match left {
        Some(left) => vec![(label, Tap::Next), (named("option-resume-section", left), Tap::Resume)],
        None => vec![(label, Tap::Resume)],
    }
}

/// The menu of somebody who answers nothing: no progress, nothing to do, no weak spot.
fn offer_to_those_who_read(dossier: &Dossier, world: &World<'_>) -> Offer {
    let matters = waiting::matters(dossier, world).len();
    let readable =
        parts::sections(dossier, world).filter(|section| world.reads() && proposals::is_shared(&section.id));
    Offer::new(Typing::Options)
        .option_if(matters > 0, Msg::new("option-waiting").number("count", matters), Tap::Waiting)
        .option("option-noodplan", Tap::Noodplan)
        .each(readable.map(parts::option))
        .option("option-other-language", Tap::OtherLanguage)
        .option("option-more", Tap::More)
        .each_hidden(more::options(dossier, world))
}

/// A turn at the menu.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Resume) => resume(draft),
        Input::Pick(Tap::Next) => {
            let next = next_sitting::next_anywhere(&draft.dossier, draft.world);
            go_on(draft, next)
        }
        Input::Pick(Tap::Noodplan) => noodplan::open(draft, state),
        Input::Pick(Tap::Lines) => draft.finish(Place::Lines { undo: None }),
        Input::Pick(Tap::Results) => draft.finish(Place::Results),
        Input::Pick(Tap::Todos) => draft.finish(todos::list::all()),
        Input::Pick(Tap::Things) => draft.finish(things::list()),
        Input::Pick(Tap::Waiting) => draft.finish(Place::Waiting),
        Input::Pick(Tap::Parts) => draft.finish(Place::Parts),
        Input::Pick(Tap::Section(section)) => open_section(draft, section),
        Input::Pick(Tap::Review) => review::open(draft),
        Input::Pick(Tap::Agreements) => draft.finish(Place::Agreements(agreed::Spot::List(0))),
        Input::Pick(Tap::Backups) => {
            let place = backup_diary::open(&draft.dossier, draft.world);
            draft.finish(place)
        }
        Input::Pick(Tap::OtherLanguage) => {
            draft.change(Change::SetLanguage(draft.language.other()));
            draft.finish(Place::Menu)
        }
        Input::Pick(Tap::More) => draft.finish(Place::More),
        Input::Pick(Tap::Privacy) => {
            commands::privacy(&mut draft);
            draft.finish(Place::Menu)
        }
        Input::Pick(
            Tap::Calendar
            | Tap::RemindMe
            | Tap::Agenda(_)
            | Tap::Members
            | Tap::Succession
            | Tap::Log
            | Tap::MyData
            | Tap::Forget,
        ) => more::step(draft, state, input),
        _ => not_an_answer(draft, state, input),
    }
}

/// The answers of a section that was begun; the first question of one that was not. Of one that opens later, after which other
/// it comes.
pub fn open_section(mut draft: Draft<'_>, id: &Slug) -> Step {
    let catalogue = &draft.world.content.catalogue;
    let section = catalogue.section(id.as_str());
    let before =
        section.and_then(|section| walk::comes_after(section, catalogue, &draft.dossier, draft.world.today));
    if let Some(before) = before {
        draft.say(Msg::new("section-later").msg("before", section_title(&before.id)));
        return draft.finish(Place::Menu);
    }
    let slots = section.map(|section| walk::slots(section, catalogue, &draft.dossier, draft.world.today));
    let slots = slots.unwrap_or_default();
    let begun = walk::progress(&slots, &draft.dossier).answered > 0;
    match walk::next_open(&slots, &draft.dossier, None) {
        Some(slot) if !begun && draft.world.answers() => draft.finish(ask(slot)),
        _ => draft.finish(Place::Answers { section: id.clone(), page: 0 }),
    }
}

/// Goes on where somebody stopped in the middle, or with what comes next.
pub fn resume(draft: Draft<'_>) -> Step {
    let sittings = next_sitting::sittings(&draft.dossier, draft.world);
    let sitting = next_sitting::left(&sittings).or(sittings.first());
    let slot = sitting.map(|sitting| sitting.slot.clone());
    go_on(draft, slot)
}

fn go_on(mut draft: Draft<'_>, slot: Option<Slot>) -> Step {
    match slot {
        Some(slot) => draft.finish(ask(slot)),
        None => {
            draft.say("nothing-open");
            draft.finish(Place::Menu)
        }
    }
}

/// What is to be found out or arranged, the first few by name.
pub fn todo_lines(todos: Vec<Todo>) -> Vec<Msg> {
    let hidden = todos.len().saturating_sub(MOST_TODOS);
    let mut lines = first_todos(todos, MOST_TODOS);
    if hidden > 0 {
        lines.push(Msg::new("todo-more").number("count", hidden));
    }
    lines
}

/// How many to-dos there are, and so many of them by name.
fn first_todos(todos: Vec<Todo>, most: usize) -> Vec<Msg> {
    if todos.is_empty() {
        return Vec::new();
    }
    let title = Msg::new("todo-title").number("count", todos.len());
    let named = todos.into_iter().take(most).map(|todo| Msg::new("todo-line").msg("todo", todo.words));
    std::iter::once(title).chain(named).collect()
}
