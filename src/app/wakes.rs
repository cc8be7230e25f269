//! What the store keeps for the clock's voice: when there is next something to say to which company.

use std::future::Future;

use chrono::{DateTime, Utc};

use crate::{
    app::ports::{Incoming, Outgoing, StoreError},
    dialogue::{ChannelKind, Content},
    domain::ids::CompanyId,
};

/// The rules by which instants are worked out: of the program, of time zones, and the day of the list until when products get
/// updates. When one of them is newer than what was known, every company is looked at once.
pub fn rules(content: &Content) -> String {
    format!("1 {} {}", chrono_tz::IANA_TZDB_VERSION, content.catalogue.products.checked_on)
}

/// Of every part of two rules the newer one. Whoever knows older rules changes nothing, so that two instances do not undo
/// each other's looks.
pub fn newest(known: &str, own: &str) -> String {
    let (known, own): (Vec<&str>, Vec<&str>) = (known.split(' ').collect(), own.split(' ').collect());
    let part = |place: usize| {
        let parts = [known.get(place), own.get(place)].into_iter().flatten();
        parts.max_by_key(|part| (part.len(), **part)).copied()
    };
    (0..known.len().max(own.len())).filter_map(part).collect::<Vec<_>>().join(" ")
}

/// What a turn changes about the next time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// The answers changed, and with them the next time; `None`: there is none. An earlier time that was kept stays.
    Moved(Option<DateTime<Utc>>),
    /// It is no time to say anything: look again later, at everything since `told_until`.
    Again {
        /// When.
        at: DateTime<Utc>,
        /// Everything up to here was said.
        told_until: DateTime<Utc>,
    },
}

/// A company with something to say, taken by this instance for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which company.
    pub company: CompanyId,
    /// The number of this claim. A later claim, or a change of answers, has a higher one.
    pub fence: i64,
    /// Everything up to here was said.
    pub told_until: DateTime<Utc>,
}

/// What came of a claim.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The claim.
    pub claim: Claim,
    /// Everything up to here is said with these events.
    pub told_until: DateTime<Utc>,
    /// When there is next something to say.
    pub due_at: Option<DateTime<Utc>>,
    /// One for every chat in which something is to be said.
    pub events: Vec<Incoming>,
}

/// Where it is kept when there is something to say.
pub trait Wakes: Send + Sync + 'static {
    /// Takes at most `most` companies that are due, those that wait longest first, until `lease_until`.
    fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> impl Future<Output = Result<Vec<Claim>, StoreError>> + Send;

    /// Writes down the events of a claim and when to look next, both or neither. Gives the events back that are new.
    /// [`StoreError::Conflict`]: the claim is not the newest any more, and nothing was written.
    fn settle(&self, settled: Settled) -> impl Future<Output = Result<Vec<Incoming>, StoreError>> + Send;

    /// Takes at most `most` events of the clock over, the oldest first, that were written down for a channel by `until` and are
    /// not handled: whoever wrote them down is gone, or does not speak there. By `now` they are written down anew, so that
    /// nobody else takes them over before that is as long ago.
    fn take_over(
        &self,
        channel: ChannelKind,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        most: u32,
    ) -> impl Future<Output = Result<Vec<Incoming>, StoreError>> + Send;

    /// Takes at most `most` messages for a channel that whoever decided them does not have, in the order of sending. Each is given
    /// out once, to whoever asks first.
    fn take_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> impl Future<Output = Result<Vec<Outgoing>, StoreError>> + Send;

    /// When somebody last looked.
    fn last_look(&self) -> impl Future<Output = Result<Option<DateTime<Utc>>, StoreError>> + Send;

    /// Notes that somebody looks now. With newer rules than last time every company becomes due; so does one that a clock settled
    /// which was ahead: nothing of it was said later than now.
    fn note_look(
        &self,
        now: DateTime<Utc>,
        rules: String,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn of_two_rules_the_newer_parts_count_whoever_looks_first() {
        for (one, other, both) in [
            ("1 2025b", "1 2025b 2026-08-22", "1 2025b 2026-08-22"),
            ("1 2025b 2026-08-22", "1 2026a 2026-08-22", "1 2026a 2026-08-22"),
            ("1 2025b 2026-09-01", "1 2026a 2026-08-22", "1 2026a 2026-09-01"),
        ] {
            assert_eq!((newest(one, other).as_str(), newest(other, one).as_str()), (both, both));
            assert_eq!(newest(one, both), both);
        }
    }

    #[test]
    fn a_newer_list_of_products_makes_newer_rules() {
        let mut content = Content::built_in().unwrap();
        let before = rules(&content);
        content.catalogue.products.checked_on += TimeDelta::days(1);
        let after = rules(&content);
        assert_ne!(after, before);
        assert_eq!(newest(&after, &before), after);
    }
}
