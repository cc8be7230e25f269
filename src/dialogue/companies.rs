//! The companies of one person: choose for which to speak, or start another.
//!
//! ```text
//! > /bedrijf
//! < Je werkt nu voor Bakkerij Jansen.   [1] Bakkerij Jansen  [2] Kapsalon Krul  [3] Nog een bedrijf beginnen
//! > 2
//! < ✓ Je werkt nu voor Kapsalon Krul.
//! ```

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        lookup::{Belonging, Found, Own},
        noodplan::COMPANY_NAME,
        offer::{Card, Offer, Tap, Typing},
        onboarding,
        step::{Change, Draft, Step, not_an_answer},
    },
    domain::{dossier::Dossier, member::Role},
    text::Msg,
};

/// The companies to choose from.
pub fn card(world: &World<'_>) -> Card {
    let mut lines = vec![Msg::new("companies-title").msg("company", name(world.dossier))];
    let belongings = belongings(world);
    lines.extend(belongings.iter().enumerate().map(|(place, belonging)| {
        Msg::new("companies-line")
            .number("number", place + 1)
            .msg("company", name(&belonging.dossier))
            .msg("role", super::members::role(belonging.role))
    }));
    let named = |belonging: &Belonging| (name(&belonging.dossier), Tap::Company(belonging.company));
    let offer = Offer::new(Typing::Options)
        .each(belongings.iter().map(named))
        .option_if(world.may_start(&Place::Companies), "companies-new", Tap::NewCompany)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// What a company is called.
pub fn name(dossier: &Dossier) -> Msg {
    match dossier.text(COMPANY_NAME) {
        Some(name) => Msg::new("told").told("text", name),
        None => "company-nameless".into(),
    }
}

/// The companies of the speaker, once they were looked up.
pub fn belongings<'w>(world: &World<'w>) -> &'w [Belonging] {
    match world.found {
        Some(Found::Companies(companies) | Found::Own(Own { companies, .. })) => companies,
        _ => &[],
    }
}

/// A turn at the companies.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Company(company)) => {
            match belongings(draft.world).iter().find(|belonging| belonging.company == *company) {
                Some(belonging) => speak_for(draft.world, belonging),
                None => not_an_answer(draft, state, input),
            }
        }
        Input::Pick(Tap::NewCompany) if draft.world.may_start(&state.place) => {
            start_another(draft.world, None)
        }
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

/// The world as it is in another company of the speaker.
pub fn world_of<'w>(world: &World<'w>, belonging: &'w Belonging) -> World<'w> {
    World {
        company: Some(belonging.company),
        role: Some(belonging.role),
        members: &belonging.members,
        dossier: &belonging.dossier,
        ..world.clone()
    }
}

/// Speaks for another company from now on: the rest of the turn looks at that one.
pub fn speak_for(world: &World<'_>, belonging: &Belonging) -> Step {
    let there = world_of(world, belonging);
    let mut draft = Draft::new(&there);
    draft.change(Change::SpeakFor(belonging.company));
    draft.say(Msg::new("companies-switched").msg("company", name(&belonging.dossier)));
    draft.finish(Place::Menu)
}

/// The rest of the turn looks at a company that is not there yet. `by`: the code that lets them, if it takes one.
pub fn start_another(world: &World<'_>, by: Option<Change>) -> Step {
    let nothing = Dossier::default();
    let there = World {
        company: Some(world.new_company),
        role: Some(Role::Owner),
        members: &[],
        dossier: &nothing,
        ..world.clone()
    };
    let mut draft = Draft::new(&there);
    by.into_iter().for_each(|by| draft.change(by));
    onboarding::start_company(draft)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{dialogue::CONTENT, domain::signup::Signup};

    #[test]
    fn whoever_taps_an_old_button_starts_a_company_only_where_strangers_may() {
        let dossier = Dossier::default();
        for (signup, starts) in [(Signup::Open, true), (Signup::Code, false), (Signup::Closed, false)] {
            let world = World { signup, ..World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT) };
            let at_companies = |tap| step(Draft::new(&world), &Place::Companies.into(), &Input::Pick(tap));
            let is_start = |change: &Change| matches!(change, Change::StartCompany(_));
            assert_eq!(at_companies(Tap::NewCompany).changes.iter().any(is_start), starts, "{signup:?}");
            assert_eq!(at_companies(Tap::Menu).next.place, Place::Menu);
        }
    }
}
