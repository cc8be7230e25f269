//! The menu: where you are, what is there, what is missing most.

use crate::{
    dialogue::{
        Place, State, World, commands,
        input::Input,
        noodplan,
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, bar, position},
        results::{self, top_five},
        sitting::{ask, next_anywhere},
        step::{Change, Draft, Step, not_an_answer, section_title},
    },
    domain::{
        call_list::call_list,
        dossier::{Dossier, Slot},
        ids::Slug,
    },
    questionnaire::{Section, walk},
    text::Msg,
};

/// More to-dos than this are counted, not listed.
const MOST_TODOS: usize = 5;

/// The menu on the screen.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let catalogue = &world.content.catalogue;
    let mut lines = vec![match dossier.text("company-name") {
        Some(name) => Msg::new("menu-title").told("company", name),
        None => "menu-title-nameless".into(),
    }];
    let counted = || catalogue.sections.iter().filter(|section| section.counted);
    for section in counted() {
        let progress = walk::progress(&walk::slots(section, catalogue, dossier), dossier);
        if progress.total == 0 {
            continue;
        }
        lines.push(
            Msg::new("menu-section")
                .told("bar", &bar(progress.answered, progress.total))
                .msg("section", section_title(&section.id))
                .number("answered", progress.answered)
                .number("total", progress.total),
        );
    }
    lines.extend(todo_lines(top_five::in_order(dossier, world)));
    let next = next_anywhere(dossier, world);
    let mut offer = Offer::new(Typing::Options);
    if let Some((slot, section)) = next.as_ref().and_then(|slot| Some((slot, section_of(slot, world)?))) {
        let begun = walk::progress(&walk::slots(section, catalogue, dossier), dossier).answered > 0;
        let label = match (section.counted, begun) {
            (false, _) => "option-resume".into(),
            (true, true) => {
                Msg::new("option-resume-question").number("number", position(slot, dossier, world).number)
            }
            (true, false) => Msg::new("option-begin-section").msg("section", section_title(&section.id)),
        };
        if section.counted && !begun {
            lines.push(
                Msg::new("menu-next")
                    .msg("section", section_title(&section.id))
                    .number("minutes", usize::from(section.minutes)),
            );
        }
        offer = offer.option(label, Tap::Resume);
    }
    offer = offer
        .option("option-noodplan", Tap::Noodplan)
        .option_if(!call_list(dossier).is_empty(), "option-change-lines", Tap::Lines)
        .option_if(results::are_there(dossier), "option-results", Tap::Results);
    let has_questions = |section: &&Section| !walk::slots(section, catalogue, dossier).is_empty();
    for section in catalogue.sections.iter().filter(has_questions) {
        offer = offer.option(section_title(&section.id), Tap::Section(section.id.clone()));
    }
    let offer =
        offer.option("option-other-language", Tap::OtherLanguage).option("option-privacy", Tap::Privacy);
    Card { lines, offer }
}

fn section_of<'w>(slot: &Slot, world: &World<'w>) -> Option<&'w Section> {
    world.content.catalogue.section_of(slot.question.as_str())
}

/// A turn at the menu.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Resume) => resume(draft),
        Input::Pick(Tap::Noodplan) => noodplan::open(draft, state),
        Input::Pick(Tap::Lines) => draft.finish(Place::Lines { undo: None }),
        Input::Pick(Tap::Results) => draft.finish(Place::Results),
        Input::Pick(Tap::Section(section)) => open_section(draft, section),
        Input::Pick(Tap::OtherLanguage) => {
            draft.change(Change::SetLanguage(draft.language.other()));
            draft.finish(Place::Menu)
        }
        Input::Pick(Tap::Privacy) => {
            commands::privacy(&mut draft);
            draft.finish(Place::Menu)
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// The answers of a section that was begun; the first question of one that was not.
fn open_section(draft: Draft<'_>, id: &Slug) -> Step {
    let catalogue = &draft.world.content.catalogue;
    let slots = catalogue.section(id.as_str()).map(|section| walk::slots(section, catalogue, &draft.dossier));
    let slots = slots.unwrap_or_default();
    let begun = walk::progress(&slots, &draft.dossier).answered > 0;
    match walk::next_open(&slots, &draft.dossier, None) {
        Some(slot) if !begun => draft.finish(ask(slot)),
        _ => draft.finish(Place::Answers { section: id.clone(), page: 0 }),
    }
}

/// Goes on with the first open question, or says that there is none.
pub fn resume(mut draft: Draft<'_>) -> Step {
    match next_anywhere(&draft.dossier, draft.world) {
        Some(slot) => draft.finish(ask(slot)),
        None => {
            draft.say("nothing-open");
            draft.finish(Place::Menu)
        }
    }
}

/// What is to be found out or arranged, the first few by name.
pub fn todo_lines(todos: Vec<Msg>) -> Vec<Msg> {
    if todos.is_empty() {
        return Vec::new();
    }
    let hidden = todos.len().saturating_sub(MOST_TODOS);
    let mut lines = vec![Msg::new("todo-title").number("count", todos.len())];
    lines.extend(todos.into_iter().take(MOST_TODOS).map(|todo| Msg::new("todo-line").msg("todo", todo)));
    if hidden > 0 {
        lines.push(Msg::new("todo-more").number("count", hidden));
    }
    lines
}

/// A to-do for everybody on the call list who cannot be called yet.
pub fn numberless_todos(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let numberless = call_list(dossier).into_iter().filter(|line| line.contact.phones.is_empty());
    numberless
        .map(|line| Msg::new("todo-find-number").msg("name", noodplan::line_name(&line, world)))
        .collect()
}

/// Every to-do that follows from the answers of one section.
pub fn section_todos(section: &Section, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let slots = walk::slots(section, &world.content.catalogue, dossier);
    slots.iter().flat_map(|slot| slot_todos(slot, dossier, world)).collect()
}

/// Every to-do that follows from one answer.
pub fn slot_todos(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let Some((question, value)) = world.content.catalogue.at(slot).zip(dossier.value(slot)) else {
        return Vec::new();
    };
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let todos = question.todos(value);
    let words = |todo| about(Msg::new(format!("todo-{todo}")).msg("what", short.clone()), slot, dossier);
    todos.iter().map(words).collect()
}
