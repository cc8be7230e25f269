//! When a reminder may leave: so many a second to everybody, and 20 a minute to one group, as Telegram asks of bots.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    time::{Duration, Instant},
};

use crate::channel::telegram::is_group;

/// Between two messages to one group.
const GROUP_GAP: Duration = Duration::from_secs(3);

/// Hands out moments, in the order of asking.
#[derive(Debug)]
pub struct Pace {
    gap: Duration,
    next: Option<Instant>,
    groups: HashMap<i64, Instant>,
    /// Chats that were told to wait.
    held: HashMap<i64, Instant>,
    /// When everybody was told to wait.
    held_until: Option<Instant>,
}

impl Pace {
    /// A pace of so many a second.
    pub fn new(rate: NonZeroU32) -> Self {
        Self {
            gap: Duration::from_secs(1) / rate.get(),
            next: None,
            groups: HashMap::new(),
            held: HashMap::new(),
            held_until: None,
        }
    }

    /// The moment at which a message to this chat may leave; not before `now`.
    pub fn moment(&mut self, chat: i64, now: Instant) -> Instant {
        let free = self.held_until.map_or(now, |until| until.max(now));
        let at = self.next.map_or(free, |next| next.max(free));
        self.next = Some(at + self.gap);
        let at = self.held.get(&chat).map_or(at, |until| at.max(*until));
        if !is_group(chat) {
            return at;
        }
        self.groups.retain(|_, next| *next > now);
        let at = self.groups.get(&chat).map_or(at, |next| at.max(*next));
        self.groups.insert(chat, at + GROUP_GAP);
        at
    }

    /// Nothing leaves for this chat before `until`: Telegram said so. When it says so of a second chat meanwhile, it
    /// means everybody.
    pub fn hold(&mut self, chat: i64, now: Instant, until: Instant) {
        self.held.retain(|_, until| *until > now);
        self.held.insert(chat, until);
        if self.held.len() > 1 {
            self.hold_all(until);
        }
    }

    /// Nothing leaves before this.
    pub fn hold_all(&mut self, until: Instant) {
        self.held_until = Some(self.held_until.map_or(until, |held| held.max(until)));
    }

    /// Whether a moment that was handed out earlier does not count any more.
    pub fn is_held(&self, chat: i64, now: Instant) -> bool {
        let told = [self.held_until, self.held.get(&chat).copied()];
        told.into_iter().flatten().any(|until| now < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_leave_in_a_second_and_no_more() {
        let (mut pace, now) = (Pace::new(NonZeroU32::new(25).unwrap()), Instant::now());
        let moments: Vec<Duration> = (1..=51).map(|chat| pace.moment(chat, now) - now).collect();
        assert_eq!(
            (moments[0], moments[1], moments[25], moments[50]),
            (Duration::ZERO, Duration::from_millis(40), Duration::from_secs(1), Duration::from_secs(2),)
        );
        let later = now + Duration::from_secs(60);
        assert_eq!(pace.moment(1, later), later, "what was not used is not saved up");
    }

    #[test]
    fn what_was_told_to_wait_waits() {
        let (mut pace, now) = (Pace::new(NonZeroU32::new(25).unwrap()), Instant::now());
        let until = now + Duration::from_secs(9);
        pace.hold(1, now, until);
        assert!(pace.is_held(1, now) && !pace.is_held(1, until));
        assert_eq!(pace.moment(1, now), until);
        assert!(!pace.is_held(2, now), "one chat has nothing to do with another");
        assert!(pace.moment(2, now) - now < Duration::from_secs(1));
    }

    #[test]
    fn when_a_second_chat_is_told_to_wait_everybody_waits() {
        let (mut pace, now) = (Pace::new(NonZeroU32::new(25).unwrap()), Instant::now());
        let seconds = |count| now + Duration::from_secs(count);
        pace.hold(1, now, seconds(5));
        pace.hold(1, seconds(1), seconds(6));
        pace.hold(2, seconds(6), seconds(9));
        assert!(!pace.is_held(3, seconds(6)), "the first one was over");
        pace.hold(4, seconds(7), seconds(12));
        assert!(pace.is_held(3, seconds(11)) && !pace.is_held(3, seconds(12)));
        assert_eq!(pace.moment(3, seconds(7)), seconds(12));
    }

    #[test]
    fn a_group_gets_twenty_a_minute() {
        let (mut pace, now) = (Pace::new(NonZeroU32::new(25).unwrap()), Instant::now());
        let to_group: Vec<u64> = (0..21).map(|_| (pace.moment(-7, now) - now).as_secs()).collect();
        assert_eq!((to_group[1], to_group[20]), (3, 60));
        assert!(pace.moment(7, now) - now < Duration::from_secs(1), "nobody else waits for the group");
    }
}
