//! The first minute: what this is, may we begin, is something wrong right now?
//!
//! ```text
//! > hoi
//! < Hoi! In vijf minuten heb je een bellijst …   [1] Akkoord, beginnen
//! > 1
//! < Is er nu iets mis?                            [1] Nee, gelukkig niet
//! ```

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        command::{self, Command},
        commands, companies,
        input::Input,
        join, next_sitting, noodplan,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Draft, Step, not_an_answer},
    },
    domain::member::{Member, Role},
    text::Msg,
};

/// Greeting and consent, or "is er nu iets mis?".
pub fn card(place: &Place, world: &World<'_>) -> Card {
    if *place == Place::Trouble {
        let offer = Offer::new(Typing::Options)
            .option("trouble.no", Tap::No)
            .option("trouble.yes", Tap::Yes)
            .option("option-stop", Tap::Stop);
        return Card { lines: vec!["trouble".into()], offer };
    }
    if let (Place::Stranger, Some(applicant)) = (place, world.applicant) {
        return join::door_card(applicant, world);
    }
    if !world.may_start(place) {
        return not_here(world);
    }
    let offer = Offer::new(Typing::Options)
        .option("welcome.agree", Tap::Yes)
        .option("welcome.more", Tap::Privacy)
        .option("welcome.no", Tap::No)
        .option("option-other-language", Tap::OtherLanguage);
    let privacy = Msg::new("welcome-privacy").key("channel", world.channel.slug());
    Card { lines: vec!["welcome".into(), privacy], offer }
}

/// Nobody starts a company here by themselves; whom everybody may call they see all the same.
fn not_here(world: &World<'_>) -> Card {
    let mut lines = vec![
        Msg::new("signup-not-here")
            .key("signup", world.signup.slug())
            .told("typed", &command::shown(Command::Join, world.channel, world.language)),
    ];
    lines.extend(noodplan::public_lines(world));
    let offer = Offer::new(Typing::Options)
        .option("welcome.more", Tap::Privacy)
        .option("option-other-language", Tap::OtherLanguage);
    Card { lines, offer }
}

/// A turn of somebody who has no company yet, or has not said whether something is wrong.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match &state.place {
        Place::Trouble => at_trouble(draft, state, input),
        Place::Stranger => at_the_door(draft, input),
        place => at_the_greeting(draft, place, input),
    }
}

/// "Is er nu iets mis?"
fn at_trouble(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::No) => {
            draft.say("trouble-none");
            begin(draft)
        }
        Input::Pick(Tap::Yes) => {
            let place = first_question(&draft).unwrap_or(Place::Menu);
            noodplan::open(draft, &State::from(place))
        }
        Input::Pick(Tap::Stop) => {
            draft.say("stopped");
            draft.finish(Place::Menu)
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// Somebody of whom nothing is known yet, or who waits to be let in.
fn at_the_door(mut draft: Draft<'_>, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::OtherLanguage) => {
            draft.change(Change::SetLanguage(draft.language.other()));
            draft.finish(Place::Stranger)
        }
        Input::Pick(Tap::NewCompany) if draft.world.may_start(&Place::Welcome) => {
            draft.finish(Place::Welcome)
        }
        Input::Media(_) if draft.world.applicant.is_none() => {
            not_an_answer(draft, &Place::Welcome.into(), input)
        }
        _ => {
            let door = front_door(draft.world);
            if door == Place::Welcome {
                point_to_the_plan(&mut draft, &door, input);
            }
            draft.finish(door)
        }
    }
}

/// The greeting, with a code of the operator or without.
fn at_the_greeting(mut draft: Draft<'_>, place: &Place, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Yes) if draft.world.may_start(place) => {
            // It stays in the chat where the greeting does not.
            draft.say("welcome-agreed");
            start_company(draft)
        }
        Input::Pick(Tap::No) => {
            // Nobody leaves a company by declining to start one.
            if let Some(there) = companies::belongings(draft.world).first() {
                return companies::speak_for(draft.world, there);
            }
            draft.say("welcome-refused");
            draft.change(Change::Forget);
            draft.close(Place::Stranger)
        }
        Input::Pick(Tap::Privacy) => {
            commands::privacy(&mut draft);
            draft.finish(greeting(place))
        }
        Input::Pick(Tap::OtherLanguage) => {
            draft.change(Change::SetLanguage(draft.language.other()));
            draft.finish(greeting(place))
        }
        Input::Greeting => draft.finish(greeting(place)),
        _ => {
            point_to_the_plan(&mut draft, place, input);
            not_an_answer(draft, &greeting(place).into(), input)
        }
    }
}

/// Words that are not understood at the door may come from somebody who is frightened. A closed door shows the numbers already.
fn point_to_the_plan(draft: &mut Draft<'_>, place: &Place, input: &Input) {
    if matches!(input, Input::Text(_)) && draft.world.may_start(place) {
        draft.say("trouble-hint");
    }
}

/// The greeting for somebody here.
fn greeting(place: &Place) -> Place {
    if *place == Place::LetIn { Place::LetIn } else { Place::Welcome }
}

/// Where somebody comes in who belongs to no company: they wait to be let in, or they are greeted.
pub fn front_door(world: &World<'_>) -> Place {
    if world.applicant.is_some() { Place::Stranger } else { Place::Welcome }
}

/// Starts a company with the speaker as its owner.
pub fn start_company(mut draft: Draft<'_>) -> Step {
    draft.change(Change::StartCompany(draft.world.new_company));
    draft.change(Change::SaveMember(Member {
        name: draft.world.name.cloned(),
        ..Member::confirmed(draft.world.person, Role::Owner, draft.world.now)
    }));
    draft.finish(Place::Trouble)
}

fn begin(draft: Draft<'_>) -> Step {
    match first_question(&draft) {
        Some(place) => draft.finish(place),
        None => draft.finish(Place::Menu),
    }
}

fn first_question(draft: &Draft<'_>) -> Option<Place> {
    let slot = next_sitting::next_anywhere(&draft.dossier, draft.world)?;
    Some(Place::Question { slot, part: Part::Whole, visit: Visit::Walk })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::{
        dialogue::{CONTENT, sitting},
        domain::dossier::{Dossier, Slot},
    };

    /// The first line of what is said.
    fn first(step: &Step) -> String {
        CONTENT.texts.plain(step.language, &step.replies[0].lines[0])
    }

    #[test]
    fn what_was_tapped_stays_in_the_chat_when_the_question_goes() {
        let dossier = Dossier::default();
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
        let said = step(Draft::new(&world), &State::from(Place::Trouble), &Input::Pick(Tap::No));
        assert_eq!(first(&said), "✓ Er is nu niets mis. Fijn.");
        let slot = Slot::own("paper-list");
        let asked = State::from(sitting::ask(slot));
        let said = |tap| first(&sitting::step(Draft::new(&world), &asked, &Input::Pick(tap)));
        let unknown = "✓ Bellijst op papier: weet je nog niet. Geeft niets, ik zet het op je lijst.";
        assert_eq!(said(Tap::Unknown), unknown);
        assert_eq!(said(Tap::Skip), "✓ Bellijst op papier: overgeslagen");
    }
}
