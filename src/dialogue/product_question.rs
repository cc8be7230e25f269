//! Naming a product: when the words may mean several versions, asks back until it is clear or not known.
//!
//! ```text
//! > windows 11 24h2
//! < Welke is het? [1] Windows 11 24H2 Enterprise  [2] Windows 11 24H2 Home/Pro  [3] Weet ik niet …
//! > 2
//! < ✓ Windows 11 24H2 Home/Pro krijgt sinds 13 oktober 2026 geen updates meer.
//! ```
//!
//! What is kept are the words themselves, made exact: newer dates then tell something newer about them.

use crate::{
    dialogue::{
        Part, State, World,
        input::Input,
        offer::{Offer, Tap, Typing},
        sitting::{Asked, acknowledged},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        dossier::{Dossier, Slot},
        end_of_life::{Ends, Outcome, Status, Support},
        item::Value,
    },
    text::Msg,
};

/// What the support dates say about the words in a slot.
pub fn outcome(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Outcome> {
    match dossier.value(slot)? {
        Value::Text(words) => Some(world.content.catalogue.products.look_up(words, world.today)),
        _ => None,
    }
}

fn guesses(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<String> {
    match outcome(slot, dossier, world) {
        Some(Outcome::Unclear(guesses)) => guesses,
        _ => Vec::new(),
    }
}

/// What is asked back.
pub fn lines(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    match guesses(slot, dossier, world).as_slice() {
        [guess] => vec![Msg::new("product-this").told("guess", guess)],
        _ => vec!["product-which".into()],
    }
}

/// The versions that it may be.
pub fn offer(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Offer {
    let guesses = guesses(slot, dossier, world);
    let named = |(place, guess): (u16, &String)| (Msg::new("told").told("text", guess), Tap::Number(place));
    Offer::new(Typing::Free).each((0..).zip(&guesses).map(named))
}

/// A turn at the question back.
pub fn step(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let guesses = guesses(asked.slot, &draft.dossier, draft.world);
    let words = match input {
        Input::Pick(Tap::Number(place)) => guesses.get(usize::from(*place)).cloned(),
        Input::Text(text) => Some(in_full(text, asked.slot, &draft)),
        _ => None,
    };
    let Some(words) = words else { return not_an_answer(draft, state, input) };
    draft.save(asked.slot, Value::Text(words.into()));
    told(draft, asked)
}

/// "24H2" in answer to "which Windows 11?" goes on from there; "macOS 13" is something else.
fn in_full(text: &str, slot: &Slot, draft: &Draft<'_>) -> String {
    let (table, today) = (&draft.world.content.catalogue.products, draft.world.today);
    let before = match draft.dossier.value(slot) {
        Some(Value::Text(words)) => words.as_str(),
        _ => "",
    };
    let product = table.product_in(before).unwrap_or_default();
    let is_known = |words: &String| table.look_up(words, today) != Outcome::Unlisted;
    let ways = [text.to_owned(), format!("{before} {text}"), format!("{product} {text}")];
    ways.into_iter().find(is_known).unwrap_or_else(|| text.to_owned())
}

/// After words were saved: asks back if they may mean several things, and goes on otherwise.
pub fn told(draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    match outcome(asked.slot, &draft.dossier, draft.world) {
        Some(Outcome::Unclear(_)) => draft.finish(asked.at(Part::Exact)),
        _ => acknowledged(draft, asked),
    }
}

/// How the product in a slot stands, if that is clear.
pub fn support(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Support> {
    match outcome(slot, dossier, world)? {
        Outcome::Known(support) => Some(support),
        Outcome::Unlisted | Outcome::Unclear(_) => None,
    }
}

/// "Windows 10 krijgt sinds 14 oktober 2025 geen updates meer."
pub fn support_line(support: &Support) -> Msg {
    let line = match (support.status, support.ends) {
        (Status::Ended, Ends::On(day)) => Msg::new("support-ended-on").date("date", day),
        (Status::Ending, Ends::On(day)) => Msg::new("support-ending").date("date", day),
        (Status::Supported, Ends::On(day)) => Msg::new("support-until").date("date", day),
        (Status::Ended, _) => "support-ended".into(),
        _ => "support-goes-on".into(),
    };
    line.told("product", &support.label)
}

/// Updates that cost money, while they last.
pub fn paid_line(support: &Support, world: &World<'_>) -> Option<Msg> {
    let day = support.paid_until.filter(|day| support.status == Status::Ended && *day >= world.today)?;
    Some(Msg::new("support-paid").date("date", day))
}

/// Who gathered the dates, and when.
pub fn source_line(world: &World<'_>) -> Msg {
    let table = &world.content.catalogue.products;
    Msg::new("support-source").told("source", &table.source).date("date", table.checked_on)
}
