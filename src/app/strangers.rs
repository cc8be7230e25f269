//! Whoever asks for what is not theirs hears the same as everybody else, and each line once a minute in one chat.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::ports::ConversationKey;

/// In this time it is said once.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// What was said where of late.
#[derive(Debug, Default)]
pub struct Strangers {
    told: Mutex<HashMap<(ConversationKey, &'static str), Told>>,
}

#[derive(Debug)]
struct Told {
    at: DateTime<Utc>,
    /// To which event: one that is handled anew hears it anew.
    event: String,
}

impl Strangers {
    /// Whether this event is answered with this line at this instant. If it is, the next ones in this chat are not for a
    /// minute.
    pub fn may_hear(
        &self,
        chat: &ConversationKey,
        line: &'static str,
        event: &str,
        now: DateTime<Utc>,
    ) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was put back holds nobody back; what is older than a minute says nothing any more.
        told.retain(|_, told| (TimeDelta::zero()..PAUSE).contains(&(now - told.at)));
        let place = (chat.clone(), line);
        if let Some(told) = told.get(&place) {
            return told.event == event;
        }
        told.insert(place, Told { at: now, event: event.to_owned() });
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
        let hears = |name, event, ms| strangers.may_hear(&chat(name), "group-stranger", event, at(ms));
        assert!(hears("team", "1", 0));
        assert!(!hears("team", "2", 0));
        assert!(!hears("team", "3", 59_999));
        assert!(hears("other", "4", 59_999));
        assert!(hears("team", "5", 60_000));
        assert!(!hears("team", "6", 60_001));
    }

    #[test]
    fn one_line_does_not_keep_another_from_being_said() {
        let strangers = Strangers::default();
        assert!(strangers.may_hear(&chat("team"), "group-off", "1", at(0)));
        assert!(strangers.may_hear(&chat("team"), "group-owners-only", "2", at(0)));
        assert!(!strangers.may_hear(&chat("team"), "group-off", "3", at(0)));
    }

    #[test]
    fn an_event_that_is_handled_anew_is_answered_anew() {
        let strangers = Strangers::default();
        assert!(strangers.may_hear(&chat("team"), "group-stranger", "1", at(0)));
        assert!(strangers.may_hear(&chat("team"), "group-stranger", "1", at(10)));
        assert!(!strangers.may_hear(&chat("team"), "group-stranger", "2", at(10)));
    }

    #[test]
    fn a_clock_that_is_put_back_silences_nobody() {
        let strangers = Strangers::default();
        assert!(strangers.may_hear(&chat("team"), "group-stranger", "1", at(500_000)));
        assert!(strangers.may_hear(&chat("team"), "group-stranger", "2", at(0)));
    }
}
