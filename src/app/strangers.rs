//! Whoever asks for what is not theirs hears the same as everybody else, and once a minute in one chat.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::ports::ConversationKey;

/// In this time it is said once.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// Where it was said of late.
#[derive(Debug, Default)]
pub struct Strangers {
    told: Mutex<HashMap<ConversationKey, Told>>,
}

#[derive(Debug)]
struct Told {
    at: DateTime<Utc>,
    /// To which event: one that is handled anew hears it anew.
    event: String,
}

impl Strangers {
    /// Whether this event is answered at this instant. If it is, the next ones in this chat are not for a minute.
    pub fn may_hear(&self, chat: &ConversationKey, event: &str, now: DateTime<Utc>) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was put back holds nobody back; what is older than a minute says nothing any more.
        told.retain(|_, told| (TimeDelta::zero()..PAUSE).contains(&(now - told.at)));
        if let Some(told) = told.get(chat) {
            return told.event == event;
        }
        told.insert(chat.clone(), Told { at: now, event: event.to_owned() });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::ChannelKind;

    fn chat(address: &str) -> ConversationKey {
        ConversationKey { channel: ChannelKind::Telegram, address: address.into() }
    }

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds)
    }

    #[test]
    fn a_chat_hears_it_once_a_minute_and_other_chats_hear_it_too() {
        let strangers = Strangers::default();
        let hears = |name, event, ms| strangers.may_hear(&chat(name), event, at(ms));
        assert!(hears("team", "1", 0));
        assert!(!hears("team", "2", 0));
        assert!(!hears("team", "3", 59_999));
        assert!(hears("other", "4", 59_999));
        assert!(hears("team", "5", 60_000));
        assert!(!hears("team", "6", 60_001));
    }

    #[test]
    fn an_event_that_is_handled_anew_is_answered_anew() {
        let strangers = Strangers::default();
        assert!(strangers.may_hear(&chat("team"), "1", at(0)));
        assert!(strangers.may_hear(&chat("team"), "1", at(10)));
        assert!(!strangers.may_hear(&chat("team"), "2", at(10)));
    }

    #[test]
    fn a_clock_that_is_put_back_silences_nobody() {
        let strangers = Strangers::default();
        assert!(strangers.may_hear(&chat("team"), "1", at(500_000)));
        assert!(strangers.may_hear(&chat("team"), "2", at(0)));
    }
}
