//! What waits for this person: the same that stands under news, to choose by number.

use crate::{
    dialogue::{
        World, forget, members,
        offer::Card,
        offer::{Offer, Tap, Typing},
        standing::StandingTap,
    },
    domain::dossier::Dossier,
    text::Msg,
};

/// Something that waits, and what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// What it is.
    pub line: Msg,
    /// What can be done.
    pub taps: Vec<(Msg, StandingTap)>,
}

/// Everything that waits for the speaker. Each flow says what of its own does.
pub fn matters(dossier: &Dossier, world: &World<'_>) -> Vec<Matter> {
    members::waiting(world).into_iter().chain(forget::waiting(dossier, world)).collect()
}

/// What waits, with everything that can be done about it.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let matters = matters(dossier, world);
    let title = if matters.is_empty() { "waiting-none" } else { "waiting-title" };
    let lines = [title.into()].into_iter().chain(matters.iter().map(|matter| matter.line.clone())).collect();
    let taps = matters.into_iter().flat_map(|matter| matter.taps);
    let offer =
        taps.fold(Offer::new(Typing::Options), |offer, (label, tap)| offer.option(label, Tap::Standing(tap)));
    Card { lines, offer: offer.option("option-menu", Tap::Menu) }
}
