//! Which reactions mean what: the questions that were asked, and the emoji that stand under them as buttons.
//!
//! All of it may be forgotten: the tokens also travel inside the question itself.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

use lru::LruCache;
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedUserId, UserId};
use serde_json::Value;

/// Questions that are remembered.
const MOST: NonZeroUsize = NonZeroUsize::new(5_000).unwrap();
/// More buttons than this under one question are not read any more.
const MOST_SEEDS: usize = 6;
/// What has a sign of its own, by the end of its token.
const SIGNS: [(&str, &str); 2] = [("skip", "⏭️"), ("unknown", "❓")];
/// What is typed, and not worth a button.
const TYPED: [&str; 3] = ["back", "explain", "stop"];

/// A question that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The message.
    pub event: OwnedEventId,
    /// Its content.
    pub content: Value,
    /// The tokens of what could be chosen, in order of number.
    pub taps: Vec<String>,
}

impl Card {
    /// Whether this asks the same as another: then that one was not answered.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        let place = |card: &Self| {
            card.taps.first().and_then(|token| token.split_once('.')).map(|(place, _)| place.to_owned())
        };
        place(self) == place(other)
    }
}

/// The questions that were asked.
pub struct Cards {
    taps: Mutex<LruCache<OwnedEventId, Vec<String>>>,
    live: Mutex<LruCache<OwnedUserId, Card>>,
}

impl Default for Cards {
    fn default() -> Self {
        Self { taps: Mutex::new(LruCache::new(MOST)), live: Mutex::new(LruCache::new(MOST)) }
    }
}

impl Cards {
    /// The tokens of a question, in order of number.
    pub fn taps(&self, event: &EventId) -> Option<Vec<String>> {
        lock(&self.taps).get(event).cloned()
    }

    /// A question was asked, or asked before the program started.
    pub fn put(&self, event: OwnedEventId, taps: Vec<String>) {
        lock(&self.taps).put(event, taps);
    }

    /// This question is the one that the person has to answer now; gives the one before it.
    pub fn ask(&self, person: &UserId, card: Card) -> Option<Card> {
        lock(&self.live).put(person.to_owned(), card)
    }

    /// Whether this is still the question to answer.
    pub fn is_live(&self, person: &UserId, event: &EventId) -> bool {
        lock(&self.live).peek(person).is_some_and(|card| card.event == event)
    }
}

/// The emoji to put under a question, in this order.
pub fn seeds(taps: &[String]) -> Vec<String> {
    if taps.iter().any(|token| is_standing(token)) {
        return (0..taps.len()).map(letter).collect();
    }
    let keys = taps.iter().map(|token| key(token));
    let numbered = keys
        .clone()
        .zip(1..)
        .filter(|(key, _)| !TYPED.contains(key) && SIGNS.iter().all(|(sign, _)| sign != key))
        .filter_map(|(_, number)| keycap(number))
        .take(MOST_SEEDS);
    let signs =
        SIGNS.iter().filter(|(sign, _)| keys.clone().any(|key| key == *sign)).map(|(_, emoji)| *emoji);
    numbered.chain(signs.map(ToOwned::to_owned)).collect()
}

/// The token that an emoji stands for; `None` when it stands for nothing.
pub fn meant<'t>(emoji: &str, taps: &'t [String]) -> Option<&'t str> {
    // Some apps leave out the mark that asks for colour.
    let plain = |text: &str| text.replace('\u{FE0F}', "");
    let emoji = plain(emoji);
    if let Some(place) = (0..taps.len()).find(|place| letter(*place) == emoji) {
        return taps.get(place).map(String::as_str).filter(|token| is_standing(token));
    }
    let by_sign = SIGNS.iter().find(|(_, sign)| plain(sign) == emoji).map(|(key, _)| *key);
    let token = match by_sign {
        Some(sign) => taps.iter().find(|token| key(token) == sign),
        None => (1..=taps.len())
            .find(|number| keycap(*number).is_some_and(|cap| plain(&cap) == emoji))
            .and_then(|number| taps.get(number - 1)),
    };
    token.map(String::as_str)
}

/// The letter of an option that can be chosen from anywhere, counted from 0.
pub fn letter(place: usize) -> String {
    let last = u32::from('\u{1F1FF}') - u32::from('\u{1F1E6}');
    let place = u32::try_from(place).unwrap_or(last).min(last);
    char::from_u32(u32::from('\u{1F1E6}') + place).map(String::from).unwrap_or_default()
}

/// Whether this means the same wherever somebody is.
fn is_standing(token: &str) -> bool {
    token.starts_with("*.")
}

fn key(token: &str) -> &str {
    token.split_once('.').map_or(token, |(_, key)| key)
}

fn keycap(number: usize) -> Option<String> {
    match number {
        1..=9 => Some(format!("{number}\u{FE0F}\u{20E3}")),
        10 => Some("🔟".into()),
        _ => None,
    }
}

/// A panic elsewhere does not spoil this: every entry is whole whenever the lock is free.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taps(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| format!("1f2e3d4c.{key}")).collect()
    }

    #[test]
    fn choices_get_numbers_and_skip_and_unknown_get_signs() {
        let taps = taps(&["c.solo", "c.small", "unknown", "skip", "back", "explain", "stop"]);
        assert_eq!(seeds(&taps), ["1️⃣", "2️⃣", "⏭️", "❓"]);
    }

    #[test]
    fn every_emoji_that_is_put_there_means_its_option_also_without_its_colour() {
        let taps = taps(&["c.a", "c.b", "n.0", "unknown", "skip"]);
        for (emoji, wanted) in
            [("1️⃣", "c.a"), ("2\u{20E3}", "c.b"), ("⏭", "skip"), ("❓", "unknown"), ("5️⃣", "skip")]
        {
            assert_eq!(meant(emoji, &taps), Some(format!("1f2e3d4c.{wanted}").as_str()), "{emoji}");
        }
        let news = ["*.agree.17".to_owned(), "*.refuse.17".to_owned()];
        assert_eq!(seeds(&news), ["🇦", "🇧"]);
        assert_eq!(meant("🇧", &news), Some("*.refuse.17"));
        for emoji in ["6️⃣", "👍", "", "1", "🇦"] {
            assert_eq!(meant(emoji, &taps), None, "{emoji}");
        }
    }
}
