//! Answers that cannot both be right: pointed out kindly, never blocked.
//!
//! ```text
//! > zonder inloggen
//! < ✓ Zonder inloggen
//!   Let op: je zei ook dat het wachtwoord van je e-mail gedeeld wordt. Klopt dat allebei?
//! ```

use crate::{
    dialogue::{World, results::name},
    domain::{
        dossier::{Dossier, Slot},
        item::{Item, Value},
    },
    text::Msg,
};

/// Some choices of a question.
struct Said {
    question: &'static str,
    choices: &'static [&'static str],
    /// Only about things with this role.
    role: Option<&'static str>,
}

const fn said(question: &'static str, choices: &'static [&'static str]) -> Said {
    Said { question, choices, role: None }
}

/// Two answers that cannot both be right, with the id of what is said then. Answers about things must be about the same
/// thing if the questions are about the same kind.
const PAIRS: [(&str, Said, Said); 9] = [
    ("clash-hours", said("without", &["hours-4"]), said("availability", &["low"])),
    ("clash-longer", said("without", &["longer"]), said("availability", &["high"])),
    (
        "contradiction-updates",
        Said { question: "device-updates", choices: &["automatic"], role: Some("router") },
        said("connection-weak", &["no-updates"]),
    ),
    ("contradiction-backup", said("loss-go-on", &["backup"]), said("backup-made", &["nobody"])),
    (
        "contradiction-login",
        said("software-login", &["no-login"]),
        said("software-weak", &["shared-password", "reused-password"]),
    ),
    (
        "contradiction-password",
        said("connection-password", &["no-password"]),
        said("connection-weak", &["known-password"]),
    ),
    (
        "contradiction-restore",
        said("supplier-expect", &["restore-backup"]),
        said("supplier-backups", &["nobody", "we", "no-data"]),
    ),
    (
        "contradiction-own-data",
        said("supplier-expect", &["restore-backup"]),
        said("supplier-expect-not", &["own-data"]),
    ),
    ("contradiction-alone", said("company-size", &["alone"]), said("discuss-with", &["colleagues", "staff"])),
];

/// What to say about an answer that was just given.
pub fn with(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    PAIRS.iter().filter_map(|(id, one, other)| pointed_out(id, one, other, slot, dossier, world)).collect()
}

fn pointed_out(
    id: &'static str,
    one: &Said,
    other: &Said,
    slot: &Slot,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<Msg> {
    let (mine, theirs) = match slot.question.as_str() {
        question if question == one.question => (one, other),
        question if question == other.question => (other, one),
        _ => return None,
    };
    let item = slot.item.and_then(|id| dossier.item(id));
    if !is_said(mine, slot, item, dossier) {
        return None;
    }
    let same_kind = item.is_some_and(|item| {
        let question = world.content.catalogue.question(theirs.question);
        question.is_some_and(|question| question.each.contains(&item.kind))
    });
    let candidates = std::iter::once(None).chain(dossier.items().map(Some));
    let mut candidates = candidates.filter(|other| !same_kind || other.map(|o| o.id) == slot.item);
    let found = candidates.find(|other| {
        let slot = Slot { item: other.map(|item| item.id), question: theirs.question.into() };
        is_said(theirs, &slot, *other, dossier)
    })?;
    // The sentence names the thing that the other answer is about, or this one if that is about the firm.
    let about = found.or(item).map_or_else(|| Msg::from("you"), |item| name(item, world));
    Some(Msg::new(id).msg("name", about))
}

fn is_said(said: &Said, slot: &Slot, item: Option<&Item>, dossier: &Dossier) -> bool {
    if said.role.is_some_and(|role| item.is_none_or(|item| item.role.as_str() != role)) {
        return false;
    }
    match dossier.value(slot) {
        Some(Value::Choice(id)) => said.choices.contains(&id.as_str()),
        Some(Value::Choices(ids)) => ids.iter().any(|id| said.choices.contains(&id.as_str())),
        _ => false,
    }
}
