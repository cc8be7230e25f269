//! A private link, by which an agenda fetches what comes back by itself.
//!
//! ```text
//! < Met een link houdt je agenda zichzelf bij. …   [1] Maak een link  [2] Trek mijn link in  [3] Terug
//! > 1
//! < https://plan.example.nl/agenda/3q2-7wABAgMEBQYHCAkKCw.ics
//!   Zet dit in je agenda als abonnement. …
//! ```

use crate::{
    dialogue::{
        Place, State,
        agenda::Spot,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Draft, Step, not_an_answer},
    },
    domain::code::Code,
    text::Msg,
};

/// Where the files lie, behind the public address.
pub const FOLDER: &str = "agenda";
/// How they end.
pub const SUFFIX: &str = ".ics";

/// What can be done with a link.
pub fn card() -> Card {
    let offer = Offer::new(Typing::Options)
        .option("option-agenda-link-make", Tap::Add)
        .option("option-agenda-link-close", Tap::Remove)
        .option("option-back", Tap::Back);
    Card { lines: vec!["agenda-link-about".into(), "agenda-link-shows".into()], offer }
}

/// A turn at the link.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Add) => make(&mut draft),
        Input::Pick(Tap::Remove) => close(&mut draft),
        _ => return not_an_answer(draft, state, input),
    }
    draft.finish(Place::Agenda(Spot::Link))
}

fn make(draft: &mut Draft<'_>) {
    let world = draft.world;
    let token = world.random.and_then(|bytes| bytes.first_chunk().copied()).map(Code::long);
    let (Some(address), Some(company), Some(token)) = (world.public_url, world.company, token) else {
        return draft.say("agenda-link-not-made");
    };
    let link = format!("{address}/{FOLDER}/{}{SUFFIX}", token.as_str());
    let language = draft.language;
    draft.change(Change::OpenFeed { company, person: world.person, token, language });
    // By itself, so that it can be copied whole.
    draft.send_secret(vec![Msg::new("told").told("text", &link)]);
    draft.say("agenda-link-made");
    draft.say("agenda-link-secret");
}

fn close(draft: &mut Draft<'_>) {
    if let Some(company) = draft.world.company {
        draft.change(Change::CloseFeed(company, draft.world.person));
    }
    draft.say("agenda-link-closed");
}
