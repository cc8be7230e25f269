//! How bad it is: the worst three crown jewels, each with its three figures and how long one can do without.
//!
//! ```text
//! 1. internetlijn: 3-x-2. Je kunt een dag zonder.
//! ```

use std::cmp::Reverse;

use crate::{
    dialogue::{
        World,
        results::{IMPACT, INVENTORY, not_yet, short_name, what_if::endurance::Time},
    },
    domain::{crown_jewels::crown_jewels, dossier::Dossier, item::Item, risk::Level},
    text::Msg,
};

/// So many are the worst.
const WORST: usize = 3;
/// The three questions, in the order of the figures.
const QUESTIONS: [&str; 3] = ["availability", "integrity", "confidentiality"];

/// The worst crown jewels, and what the figures mean.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let jewels = crown_jewels(dossier);
    let mut lines = vec![Msg::new("result-impact-title")];
    if jewels.is_empty() {
        lines.push(not_yet(INVENTORY));
        return lines;
    }
    let mut judged: Vec<&Item> = jewels.into_iter().filter(|item| is_judged(item)).collect();
    if judged.is_empty() {
        lines.push(not_yet(IMPACT));
        return lines;
    }
    judged.sort_by_key(|item| how_bad(item));
    let hidden = judged.len().saturating_sub(WORST);
    let codes: Vec<String> = judged.iter().take(WORST).map(|item| code(item, world)).collect();
    lines.extend(judged.iter().zip(&codes).enumerate().map(|(place, (item, code))| {
        Msg::new("result-impact")
            .number("number", place + 1)
            .msg("name", short_name(item, world))
            .told("code", code)
            .msg("without", without(item))
    }));
    if hidden > 0 {
        lines.push(Msg::new("todo-more").number("count", hidden));
    }
    lines.push("result-impact-code".into());
    if codes.iter().any(|code| code.contains(OPEN)) {
        lines.push("result-impact-open".into());
    }
    if codes.iter().any(|code| code.contains(NOT_ASKED)) {
        lines.push("result-impact-not-asked".into());
    }
    lines
}

/// In place of a figure that is not known yet.
const OPEN: &str = "?";
/// In place of a figure that makes no sense about this kind of thing.
const NOT_ASKED: &str = "x";

fn is_judged(item: &Item) -> bool {
    let told = Time::told(item, "without").is_some();
    told || QUESTIONS.iter().any(|question| level(item, question).is_some())
}

/// What is worst comes first: the highest figure, then all figures together, then how soon it hurts.
fn how_bad(item: &Item) -> (Reverse<Option<Level>>, Reverse<u8>, bool, Option<Time>) {
    let levels = QUESTIONS.map(|question| level(item, question));
    let together: u8 = levels.iter().flatten().map(|level| level.number()).sum();
    let without = Time::told(item, "without");
    (Reverse(levels.into_iter().flatten().max()), Reverse(together), without.is_none(), without)
}

fn level(item: &Item, question: &str) -> Option<Level> {
    match item.choice(question)? {
        "low" => Some(Level::Low),
        "middle" => Some(Level::Middle),
        "high" => Some(Level::High),
        _ => None,
    }
}

/// "3-2-3".
fn code(item: &Item, world: &World<'_>) -> String {
    let figure = |question: &str| {
        let asked = world.content.catalogue.question(question);
        match level(item, question) {
            Some(level) => level.number().to_string(),
            None if asked.is_some_and(|asked| asked.each.contains(&item.kind)) => OPEN.into(),
            None => NOT_ASKED.into(),
        }
    };
    QUESTIONS.map(figure).join("-")
}

fn without(item: &Item) -> Msg {
    match Time::told(item, "without") {
        Some(time) => Msg::new("result-impact-without").msg("time", time.words()),
        None => "what-if-time-unknown".into(),
    }
}
