//! Walks over random answers through the whole catalogue, turn by turn as they are played: every one ends, and together
//! they meet every question.

use std::collections::BTreeSet;

use noodplan::{
    dialogue::{
        Place, State,
        input::Raw,
        next_sitting::next_anywhere,
        offer::{Choice, Typing, token},
        sitting::ask,
        step,
    },
    domain::{dossier::Dossier, ids::Slug},
};

use crate::{
    coherence::turns::{turn, world},
    dice::Dice,
    stage::content,
};

/// What people type where words are an answer.
const TYPED: [&str; 10] = [
    "office 2016",
    "Jan Bakker 06 12345678",
    "windows 10",
    "windows 11",
    "Casio V-R100",
    "31-12-2027",
    "vorige maand",
    "3",
    "muizen in de meterkast",
    "in de kast",
];
/// More turns than anybody takes.
const MOST_TURNS: usize = 2_500;

/// Answers at random until nothing is open; gives the questions that were met, or none if there was no end.
fn walk(seed: u64) -> Option<BTreeSet<Slug>> {
    let content = content();
    let (mut dice, mut dossier, mut met) = (Dice(seed), Dossier::default(), BTreeSet::new());
    let mut state = State::from(Place::Menu);
    let mut stays = 0;
    for _ in 0..MOST_TURNS {
        let Place::Question { slot, .. } = &state.place else {
            match next_anywhere(&dossier, &world(&dossier, &content)) {
                Some(slot) => state = ask(slot).into(),
                None => return Some(met),
            }
            continue;
        };
        met.insert(slot.question.clone());
        let card = step::card(&state, &dossier, &world(&dossier, &content));
        let key = |option: &Choice| option.tap.key();
        let forward =
            |option: &&Choice| !matches!(key(option).as_str(), "back" | "explain" | "stop" | "enough");
        // Most people know most things.
        let knowing = |option: &&Choice| !matches!(key(option).as_str(), "unknown" | "skip");
        let options: Vec<&Choice> = card.offer.options.iter().filter(forward).collect();
        let known: Vec<&Choice> = options.iter().copied().filter(knowing).collect();
        let enough =
            options.iter().find(|option| stays > 3 && ["done", "skip"].contains(&key(option).as_str()));
        let types =
            matches!(card.offer.typing, Typing::Free | Typing::Somebody | Typing::Figures | Typing::Day);
        let picked = match enough {
            Some(option) => Some(*option),
            None if types && (known.is_empty() || dice.roll(2) == 0) => None,
            None if known.is_empty() || dice.roll(12) == 0 => options.get(dice.roll(options.len())).copied(),
            None => known.get(dice.roll(known.len())).copied(),
        };
        let raw = match picked {
            Some(option) => Raw::Tap(token(&state, &option.tap)),
            None => Raw::Text(TYPED[dice.roll(TYPED.len())].into()),
        };
        let (next, after, _) = turn(&state, &dossier, &raw);
        stays = if next == state { stays + 1 } else { 0 };
        (state, dossier) = (next, after);
    }
    None
}

#[test]
fn every_walk_through_everything_ends_and_every_question_is_met() {
    let content = content();
    let mut missing: BTreeSet<Slug> =
        content.catalogue.questions().filter(|q| !q.retired).map(|question| question.id.clone()).collect();
    for seed in 0..SEEDS {
        let met = walk(seed).unwrap_or_else(|| panic!("walk {seed} does not end"));
        missing.retain(|question| !met.contains(question));
    }
    assert!(missing.is_empty(), "never asked: {missing:?}");
}

/// Enough to meet everything, few enough to wait for.
const SEEDS: u64 = 60;
