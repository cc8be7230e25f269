//! The parts of the questionnaire, to choose one.
//!
//! ```text
//! > kies een onderdeel
//! < Welk onderdeel?  [1] Bellijst  [2] Wie doet wat  [3] Wat heb je in huis  [4] Menu
//! ```
//!
//! In the menu the same parts are understood by name, without a button each.

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        menu,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Step, not_an_answer, section_title},
    },
    domain::dossier::Dossier,
    questionnaire::{Section, walk},
    text::Msg,
};

/// The sections in which there is something to ask of this company.
pub fn sections<'w>(dossier: &'w Dossier, world: &World<'w>) -> impl Iterator<Item = &'w Section> {
    let (catalogue, today) = (&world.content.catalogue, world.today);
    let is_asked = move |section: &&Section| !walk::slots(section, catalogue, dossier, today).is_empty();
    catalogue.sections.iter().filter(is_asked)
}

/// The same, each by its title.
pub fn options<'w>(dossier: &'w Dossier, world: &World<'w>) -> impl Iterator<Item = (Msg, Tap)> {
    sections(dossier, world).map(option)
}

/// The parts that open later. Whoever names one hears after which other part it comes.
pub fn later<'w>(dossier: &'w Dossier, world: &World<'w>) -> impl Iterator<Item = (Msg, Tap)> {
    let (catalogue, today) = (&world.content.catalogue, world.today);
    let is_later = move |section: &&Section| walk::comes_after(section, catalogue, dossier, today).is_some();
    catalogue.sections.iter().filter(is_later).map(option)
}

/// A part, to choose it.
pub fn option(section: &Section) -> (Msg, Tap) {
    (section_title(&section.id), Tap::Section(section.id.clone()))
}

/// The parts on the screen.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = Offer::new(Typing::Options)
        .each(options(dossier, world))
        .option("option-menu", Tap::Menu)
        .each_hidden(later(dossier, world));
    Card { lines: vec!["parts-title".into()], offer }
}

/// A turn at the parts.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Section(section)) => menu::open_section(draft, section),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}
