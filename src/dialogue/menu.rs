//! The menu: where you are, what is there, what is missing most.

use crate::{
    dialogue::{
        Place, State, World, commands,
        input::Input,
        noodplan,
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, bar, position},
        sitting::{ask, next_anywhere},
        step::{Change, Draft, Step, not_an_answer, section_title},
    },
    domain::{
        call_list::call_list,
        dossier::{Dossier, Slot},
    },
    questionnaire::{Question, Section, walk},
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
        lines.push(
            Msg::new("menu-section")
                .told("bar", &bar(progress.answered, progress.total))
                .msg("section", section_title(&section.id))
                .number("answered", progress.answered)
                .number("total", progress.total),
        );
    }
    lines.extend(todo_lines(dossier, world));
    let next = next_anywhere(dossier, world);
    let mut offer = Offer::new(Typing::Options);
    if let Some(slot) = &next {
        let counted = catalogue.section_of(slot.question.as_str()).is_some_and(|section| section.counted);
        let label = if counted {
            Msg::new("option-resume-question").number("number", position(slot, dossier, world).number)
        } else {
            "option-resume".into()
        };
        offer = offer.option(label, Tap::Resume);
    }
    offer = offer.option("option-noodplan", Tap::Noodplan).option_if(
        !call_list(dossier).is_empty(),
        "option-change-lines",
        Tap::Lines,
    );
    let has_answers =
        |section: &&Section| section.questions.iter().any(|question| is_answered(question, dossier));
    for section in catalogue.sections.iter().filter(has_answers) {
        let label = Msg::new("option-answers").msg("section", section_title(&section.id));
        offer = offer.option(label, Tap::Answers(section.id.clone()));
    }
    let offer =
        offer.option("option-other-language", Tap::OtherLanguage).option("option-privacy", Tap::Privacy);
    Card { lines, offer }
}

fn is_answered(question: &Question, dossier: &Dossier) -> bool {
    dossier.answer(&Slot { item: None, question: question.id.clone() }).is_some()
        || dossier.items().any(|item| item.answers.contains_key(&question.id))
}

/// A turn at the menu.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Resume) => resume(draft),
        Input::Pick(Tap::Noodplan) => noodplan::open(draft, state),
        Input::Pick(Tap::Lines) => draft.finish(Place::Lines { undo: None }),
        Input::Pick(Tap::Answers(section)) => {
            draft.finish(Place::Answers { section: section.clone(), page: 0 })
        }
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

/// What is to be found out or arranged, with what it is about.
fn todo_lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let todos = todos(dossier, world);
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

/// Every to-do that follows from the dossier.
pub fn todos(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let catalogue = &world.content.catalogue;
    let mut todos = Vec::new();
    for section in &catalogue.sections {
        for slot in walk::slots(section, catalogue, dossier) {
            todos.extend(todo(&slot, dossier, world));
        }
    }
    let numberless = call_list(dossier).into_iter().filter(|line| line.contact.phones.is_empty());
    todos.extend(
        numberless.map(|line| Msg::new("todo-find-number").msg("name", noodplan::line_name(&line, world))),
    );
    todos
}

fn todo(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.at(slot)?;
    let todo = question.todo(dossier.value(slot)?)?;
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    Some(Msg::new(format!("todo-{todo}")).msg("what", short))
}
