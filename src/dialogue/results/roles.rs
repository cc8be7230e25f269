//! Who does what when it goes wrong, and what nobody does yet.
//!
//! ```text
//! • Wie beslist: jij
//! • Wie mag uitzetten: Fatima
//! Nog niet geregeld: Wie meldingen doet.
//! ```

use crate::{
    dialogue::{
        World,
        results::{ROLES, listed, not_yet, told},
    },
    domain::dossier::{Dossier, Slot},
    questionnaire::walk,
    text::Msg,
};

/// Told with the call list, and part of who does what.
const ON_THE_CALL_LIST: [&str; 3] = ["decider", "deputy", "ict-help"];

/// One line for everything that somebody does, and what is left.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let catalogue = &world.content.catalogue;
    let mut slots: Vec<Slot> = ON_THE_CALL_LIST.into_iter().map(Slot::own).collect();
    slots.extend(
        catalogue
            .section(ROLES)
            .into_iter()
            .flat_map(|section| walk::slots(section, catalogue, dossier, world.today)),
    );
    let (mut done, mut left) = (Vec::new(), Vec::new());
    for slot in &slots {
        let what = Msg::new(format!("q-{}.short", slot.question));
        match told(slot, dossier, world).filter(|_| !is_left(slot, dossier, world)) {
            Some(who) => done.push(Msg::new("result-role").msg("what", what).msg("who", who)),
            None => left.push(what),
        }
    }
    let mut lines = vec![Msg::new("result-roles-title")];
    if done.is_empty() {
        lines.push(not_yet(ROLES));
        return lines;
    }
    lines.extend(done);
    lines.extend(listed(left).map(|things| Msg::new("result-roles-left").msg("things", things)));
    lines
}

/// Not told, not known, or told in a way that leaves something to do.
fn is_left(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> bool {
    let told = world.content.catalogue.at(slot).zip(dossier.value(slot));
    told.is_none_or(|(question, value)| !question.todos(value).is_empty())
}
