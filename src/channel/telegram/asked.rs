//! What is answered: the message, and the topic in which it stands. It is part of the id of an event, and so it is known for as
//! long as the event is, also after a restart.

use serde::Serialize;

use crate::channel::telegram::wire::Message;

/// The message that is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub message: i64,
    /// The topic in which it stands, if it stands in one.
    pub topic: Option<i64>,
}

impl Asked {
    /// What is answered when somebody says this. With one person, outside of topics, an answer stands just below.
    pub fn of(message: &Message) -> Option<Self> {
        let asked = Self { message: message.message_id, topic: message.topic() };
        let is_worth_it = asked.message > 0 && (!message.chat.is_private() || asked.topic.is_some());
        Some(asked).filter(|_| is_worth_it)
    }

    /// What the event with this id answers.
    pub fn by(event: &str) -> Option<Self> {
        let mut numbers = event.split('.').map(str::parse::<i64>);
        let (Ok(_update), message) = (numbers.next()?, numbers.next()?.ok()?) else { return None };
        Some(Self { message, topic: numbers.next().and_then(Result::ok) })
    }

    /// The id of the event that update `id` is and that answers this.
    pub fn event(id: i64, asked: Option<Self>) -> String {
        match asked {
            None => id.to_string(),
            Some(Self { message, topic: None }) => format!("{id}.{message}"),
            Some(Self { message, topic: Some(topic) }) => format!("{id}.{message}.{topic}"),
        }
    }
}

/// The message that is answered, as Telegram is told. What answers a message stands in its topic; without it, in that of all.
#[derive(Serialize)]
pub struct Reply {
    message_id: i64,
    allow_sending_without_reply: bool,
}

impl Reply {
    /// An answer to this message, also when that is gone by now.
    pub fn below(message_id: i64) -> Self {
        Self { message_id, allow_sending_without_reply: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_says_what_it_answers() {
        for asked in
            [None, Some(Asked { message: 3, topic: None }), Some(Asked { message: 3, topic: Some(12) })]
        {
            assert_eq!(Asked::by(&Asked::event(7, asked)), asked);
        }
        for other in ["", "7.", "tick-9f-3-0", "unread-7", "a.3", "7.x"] {
            assert_eq!(Asked::by(other), None, "{other}");
        }
    }
}
