//! The answers of one section: find one, change it.

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        proposals,
        question_card::{about, shown_value},
        sitting::ask,
        step::{Draft, Step, not_an_answer, section_title},
        things,
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::Slug,
    },
    questionnaire::walk,
    text::Msg,
};

/// Answers on one page: what a thumb can still choose from.
const PAGE: usize = 8;
/// The sections whose answers are about things and suppliers.
const OF_THINGS: [&str; 2] = ["inventory", "suppliers"];

/// One page of the answers of a section.
pub fn card(section: &Slug, page: u16, dossier: &Dossier, world: &World<'_>) -> Card {
    let slots = slots(section, dossier, world);
    let start = usize::from(page) * PAGE;
    let title = if world.answers() { "answers-title" } else { "answers-title-to-propose" };
    let mut lines = vec![Msg::new(title).msg("section", section_title(section))];
    let mut offer = Offer::new(Typing::Options);
    for (place, slot) in (0u16..).zip(&slots) {
        let Some(question) = world.content.catalogue.at(slot) else { continue };
        let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
        if !(start..start + PAGE).contains(&usize::from(place)) {
            offer = offer.hidden(short, Tap::Number(place));
            continue;
        }
        let answer = match dossier.value(slot) {
            Some(value) => shown_value(question, value, dossier, world),
            None => "answer-open".into(),
        };
        lines.push(Msg::new("answers-line").msg("question", short.clone()).msg("answer", answer));
        lines.extend(proposals::own_line(slot, dossier, world));
        offer = offer.option(short, Tap::Number(place));
    }
    let open = world.answers() && walk::next_open(&slots, dossier, None).is_some();
    let offer = offer
        .option_if(open, "option-resume", Tap::Resume)
        .option_if(slots.len() > start + PAGE, "option-more", Tap::More)
        .option_if(page > 0, "option-back", Tap::Back)
        .option_if(world.answers() && OF_THINGS.contains(&section.as_str()), "option-things", Tap::Things)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

fn slots(section: &Slug, dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let catalogue = &world.content.catalogue;
    catalogue
        .section(section.as_str())
        .map(|s| walk::slots(s, catalogue, dossier, world.today))
        .unwrap_or_default()
}

/// A turn at the answers.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Answers { section, page } = &state.place else { return draft.finish(Place::Menu) };
    let turned_to = |page: u16| Place::Answers { section: section.clone(), page };
    match input {
        Input::Pick(Tap::Number(place)) => {
            let slots = slots(section, &draft.dossier, draft.world);
            match slots.get(usize::from(*place)) {
                Some(slot) => {
                    let (section, slot) = (section.clone(), slot.clone());
                    let place = match draft.world.answers() {
                        true => Place::Question { slot, part: Part::Whole, visit: Visit::Change },
                        false => Place::Propose { section, slot },
                    };
                    draft.finish(place)
                }
                None => not_an_answer(draft, state, input),
            }
        }
        Input::Pick(Tap::Resume) => {
            let slots = slots(section, &draft.dossier, draft.world);
            match walk::next_open(&slots, &draft.dossier, None) {
                Some(slot) => draft.finish(ask(slot)),
                None => draft.finish(Place::Menu),
            }
        }
        Input::Pick(Tap::More) => draft.finish(turned_to(page.saturating_add(1))),
        Input::Pick(Tap::Back) => draft.finish(turned_to(page.saturating_sub(1))),
        Input::Pick(Tap::Things) => draft.finish(things::list()),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}
