//! The record of what the bot asked and what it was told.

use std::collections::HashMap;

use serde_json::Value;

/// How a request ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not answered (yet): a long poll under way, a request held at a gate, a caller that went away.
    Open,
    /// Granted, and the answer was sent.
    Granted,
    /// Refused by the server's own rules.
    Refused { code: u16, description: String },
    /// Refused because a test wanted it; nothing was done.
    RefusedByTest { code: u16 },
    /// The connection was dropped and nothing was done.
    DroppedBefore,
    /// Done as asked (or refused), but the connection was dropped instead of the answer.
    AnswerLost,
    /// Done as asked (or refused), but the answer was cut to no longer be JSON.
    AnswerMalformed,
}

/// One request of the bot.
#[derive(Clone, Debug)]
pub struct Call {
    /// Counts from 0 in the order of arrival.
    pub number: usize,
    /// As written in the URL.
    pub method: String,
    /// The chat it is about, also when only a callback query says so.
    pub chat: Option<i64>,
    /// All parameters; of a file its name, type and size.
    pub body: Value,
    pub outcome: Outcome,
}

impl Call {
    /// Whether the call was of `method`, however it was spelled.
    pub fn is(&self, method: &str) -> bool {
        self.method.eq_ignore_ascii_case(method)
    }
}

/// A request that does not fit the description of the Bot API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The `Call::number`.
    pub call: usize,
    pub method: String,
    pub problem: String,
}

/// All calls and violations so far. A lean server only counts.
#[derive(Default)]
pub(super) struct Journal {
    pub(super) calls: Vec<Call>,
    pub(super) violations: Vec<Violation>,
    count: usize,
    /// Texts that were sent or changed, whatever came of it, by chat.
    texts: HashMap<i64, usize>,
}

impl Journal {
    /// Gives the next call its number.
    pub(super) fn next_number(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn end(&mut self, number: usize, outcome: Outcome) {
        if let Some(call) = self.calls.get_mut(number) {
            call.outcome = outcome;
            if let Some(chat) = call.chat.filter(|_| call.is("sendMessage") || call.is("editMessageText")) {
                *self.texts.entry(chat).or_default() += 1;
            }
        }
    }

    pub(super) fn texts_in(&self, chat: i64) -> usize {
        self.texts.get(&chat).copied().unwrap_or_default()
    }
}
