//! In which order to bring things back: what can be missed for the shortest time comes first.

use crate::{
    dialogue::{
        World,
        results::{listed, short_name, what_if::endurance::Time},
    },
    domain::{crown_jewels::crown_jewels, dossier::Dossier, item::Item},
    text::Msg,
};

/// The crown jewels of which it is known how long one can do without, the most urgent first.
pub fn proposed(dossier: &Dossier) -> Vec<(&Item, Time)> {
    let told = |item| Time::told(item, "without").map(|time| (item, time));
    let mut order: Vec<(&Item, Time)> = crown_jewels(dossier).into_iter().filter_map(told).collect();
    order.sort_by_key(|(_, time)| *time);
    order
}

/// "Mijn voorstel: kassa (hooguit 4 uur), e-mail (een dag)", where there is something to put in order.
pub fn line(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let order = proposed(dossier);
    (order.len() > 1).then_some(())?;
    let with_time = |(item, time): (&Item, Time)| {
        Msg::new("restore-order-item").msg("name", short_name(item, world)).msg("time", time.words())
    };
    let things = listed(order.into_iter().map(with_time).collect())?;
    Some(Msg::new("restore-order-proposed").msg("things", things))
}
