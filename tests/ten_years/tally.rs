//! What became of every step that fell due.

use std::{collections::BTreeMap, fmt};

/// What became of a step. Each but the first two is a reason for which it was not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Said,
    /// Everybody who was to hear it had heard it, or a later one, before an hour or a day was changed.
    SaidBefore,
    /// The program was off, or it was a holiday or a weekend: a later one was said in its place.
    InALaterStep,
    Done,
    PutOff,
    /// It lay before the day on which it was told.
    BeforeItWasTold,
    NobodyWantsToHear,
    NobodyCanBeReached,
    /// Whoever was to hear it left between the look and the sending.
    LeftMeanwhile,
}

/// How often each became of a step, and what it took.
#[derive(Default)]
pub struct Tally {
    outcomes: BTreeMap<Outcome, u64>,
    pub messages: u64,
    pub looks: u64,
}

impl Tally {
    pub fn count(&mut self, outcome: Outcome) {
        *self.outcomes.entry(outcome).or_default() += 1;
    }

    pub fn of(&self, outcome: Outcome) -> u64 {
        self.outcomes.get(&outcome).copied().unwrap_or_default()
    }

    pub fn steps(&self) -> u64 {
        self.outcomes.values().sum()
    }

    pub fn add(&mut self, other: &Self) {
        for (outcome, count) in &other.outcomes {
            *self.outcomes.entry(*outcome).or_default() += count;
        }
        self.messages += other.messages;
        self.looks += other.looks;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} looks, {} steps, {} reminders; {:?}",
            self.looks,
            self.steps(),
            self.messages,
            self.outcomes
        )
    }
}
