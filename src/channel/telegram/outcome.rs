//! What came of a request to Telegram: by HTTP code first, by words second, never by content.

use std::time::Duration;

use serde::Deserialize;

/// What came of sending or changing a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is there; its id, if it could be read.
    Sent(Option<i64>),
    /// It was there already, letter by letter.
    NotModified,
    /// Too much at once: this chat may be written to again after this time.
    Later(Duration),
    /// It never came as far as Telegram: no network, no such host, no TLS, or a proxy that does not want it.
    NotLeft,
    /// The markup was refused.
    MarkupRefused,
    /// The message to change is gone, or cannot be changed.
    NothingToEdit,
    /// This person cannot be reached: blocked, deleted, never started.
    Unreachable,
    /// The group lives on under this id.
    Moved(i64),
    /// Another program receives the bot's messages.
    Conflict,
    /// The token is not known.
    Unauthorized,
    /// Refused for another reason, with this HTTP code.
    Refused(u16),
    /// It left, and nobody knows what came of it.
    Unknown,
}

/// Telegram's word for why not.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Refusal {
    description: String,
    parameters: Parameters,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Refusal {
    /// Reads the body of a refusal; what cannot be read says nothing.
    pub fn read(body: &[u8]) -> Self {
        serde_json::from_slice(body).unwrap_or_default()
    }

    /// Whether a webhook stands in the way of receiving.
    pub fn names_webhook(&self) -> bool {
        self.description.contains("webhook")
    }

    fn says(&self, any_of: &[&str]) -> bool {
        any_of.iter().any(|words| self.description.contains(words))
    }
}

/// Whatever Telegram says: after a day it is asked again.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// Words about a message that can no longer be changed.
const GONE: [&str; 4] = [
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "no text in the message to edit",
];
/// Words, with HTTP code 400, about somebody who cannot be reached.
const NOBODY: [&str; 4] = ["chat not found", "user not found", "PEER_ID_INVALID", "USER_DEACTIVATED"];

/// What a refusal with this HTTP code means.
pub fn of_refusal(code: u16, refusal: &Refusal) -> Outcome {
    match code {
        429 => Outcome::Later(told_to_wait(refusal)),
        401 | 404 => Outcome::Unauthorized,
        500.. => Outcome::Unknown,
        // Telegram says why, or that it is too large. Whoever says nothing stands in between, and passed nothing on.
        _ if refusal.description.is_empty() && code != 413 => Outcome::NotLeft,
        400 => of_bad_request(refusal),
        403 => Outcome::Unreachable,
        409 => Outcome::Conflict,
        _ => Outcome::Refused(code),
    }
}

fn told_to_wait(refusal: &Refusal) -> Duration {
    refusal.parameters.retry_after.map_or(Duration::from_secs(1), Duration::from_secs).min(LONGEST_WAIT)
}

fn of_bad_request(refusal: &Refusal) -> Outcome {
    if let Some(id) = refusal.parameters.migrate_to_chat_id {
        Outcome::Moved(id)
    } else if refusal.says(&["message is not modified"]) {
        Outcome::NotModified
    } else if refusal.says(&["can't parse entities"]) {
        Outcome::MarkupRefused
    } else if refusal.says(&GONE) {
        Outcome::NothingToEdit
    } else if refusal.says(&NOBODY) {
        Outcome::Unreachable
    } else {
        Outcome::Refused(400)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(code: u16, body: &str) -> Outcome {
        of_refusal(code, &Refusal::read(body.as_bytes()))
    }

    fn said(words: &str) -> String {
        format!(r#"{{"ok":false,"error_code":400,"description":"Bad Request: {words}"}}"#)
    }

    #[test]
    fn the_code_counts_before_the_words() {
        assert_eq!(outcome(403, &said("message is not modified")), Outcome::Unreachable);
        assert_eq!(
            outcome(429, r#"{"parameters":{"retry_after":7}}"#),
            Outcome::Later(Duration::from_secs(7))
        );
        assert_eq!(outcome(429, "<html>"), Outcome::Later(Duration::from_secs(1)));
        let for_ever = format!(r#"{{"parameters":{{"retry_after":{}}}}}"#, u64::MAX);
        assert_eq!(outcome(429, &for_ever), Outcome::Later(LONGEST_WAIT));
        assert_eq!(outcome(502, "<html>"), Outcome::Unknown);
        assert_eq!(outcome(401, ""), Outcome::Unauthorized);
        assert_eq!(outcome(413, ""), Outcome::Refused(413));
        assert_eq!(outcome(409, r#"{"description":"Conflict: x"}"#), Outcome::Conflict);
    }

    #[test]
    fn what_is_refused_without_a_word_was_not_refused_by_telegram() {
        for code in [302, 400, 403, 407, 409, 451] {
            assert_eq!(outcome(code, "<html>"), Outcome::NotLeft, "{code}");
        }
    }

    #[test]
    fn the_words_tell_one_bad_request_from_another() {
        for (words, wanted) in [
            ("message is not modified: specified new message content", Outcome::NotModified),
            ("can't parse entities: Unsupported start tag", Outcome::MarkupRefused),
            ("message to edit not found", Outcome::NothingToEdit),
            ("chat not found", Outcome::Unreachable),
            ("message can't be edited", Outcome::NothingToEdit),
            ("there is no text in the message to edit", Outcome::NothingToEdit),
            ("MESSAGE_ID_INVALID", Outcome::NothingToEdit),
            ("message is too long", Outcome::Refused(400)),
            ("BUTTON_DATA_INVALID", Outcome::Refused(400)),
            ("query is too old and response timeout expired or query ID is invalid", Outcome::Refused(400)),
        ] {
            assert_eq!(outcome(400, &said(words)), wanted, "{words}");
        }
        let moved = r#"{"description":"Bad Request: x","parameters":{"migrate_to_chat_id":-100}}"#;
        assert_eq!(outcome(400, moved), Outcome::Moved(-100));
    }
}
