//! When there is next something to say to which company, who says it, and what is left for another to send.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::{
        ports::{Incoming, Outgoing, StoreError},
        wakes::{Claim, Settled, Wakes, newest},
    },
    dialogue::ChannelKind,
    store::memory::{Kept, MemoryStore},
};

/// What is kept of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeptWake {
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) told_until: DateTime<Utc>,
    pub(super) lease_until: DateTime<Utc>,
    pub(super) fence: i64,
}

impl KeptWake {
    /// Whether somebody may claim it.
    pub(super) fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.due_at.is_some_and(|due| due <= now) && self.lease_until <= now
    }

    /// Whether a clock that was ahead left its traces.
    pub(super) fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        self.told_until > now || self.lease_until > now + TimeDelta::hours(1)
    }

    /// Takes these traces away.
    pub(super) fn set_back(&mut self, now: DateTime<Utc>) {
        self.told_until = self.told_until.min(now);
        self.due_at = Some(self.due_at.map_or(now, |due| due.min(now)));
        (self.lease_until, self.fence) = (DateTime::UNIX_EPOCH, self.fence + 1);
    }
}

impl Kept {
    /// These messages, in the order of sending; from now on they are for whoever asked to send them.
    pub(super) fn take_messages(&mut self, is_meant: impl Fn(&Outgoing) -> bool) -> Vec<Outgoing> {
        let meant = self.outbox.iter_mut().map(|(message, _)| message).filter(|message| is_meant(message));
        let mut taken: Vec<_> = meant
            .map(|message| {
                message.elsewhere = false;
                message.clone()
            })
            .collect();
        taken.sort_by_key(|message| (message.lane, message.id));
        taken
    }

    /// Takes over what the clock wrote down for a channel by one time, so that it counts as written down at another.
    pub(super) fn take_over(
        &mut self,
        channel: ChannelKind,
        (until, now): (DateTime<Utc>, DateTime<Utc>),
        most: usize,
    ) -> Vec<Incoming> {
        let is_left = |event: &&Incoming| {
            let of_the_clock = event.event.starts_with("tick-") || event.event.starts_with("outage-");
            let arrived_at = self.taken_over.get(&event.event).copied().unwrap_or(event.at);
            event.conversation.channel == channel && of_the_clock && arrived_at <= until
        };
        let left: Vec<Incoming> = self.waiting.iter().filter(is_left).take(most).cloned().collect();
        self.taken_over.extend(left.iter().map(|event| (event.event.clone(), now)));
        left
    }
}

impl Wakes for MemoryStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        let mut kept = self.kept();
        let mut due: Vec<_> = kept.wakes.iter_mut().filter(|(_, wake)| wake.is_due(now)).collect();
        due.sort_by_key(|(_, wake)| wake.due_at);
        let claimed = due.into_iter().take(most as usize).map(|(company, wake)| {
            (wake.lease_until, wake.fence) = (lease_until, wake.fence + 1);
            Claim { company: *company, fence: wake.fence, told_until: wake.told_until }
        });
        Ok(claimed.collect())
    }

    async fn settle(&self, settled: Settled) -> Result<Vec<Incoming>, StoreError> {
        let mut kept = self.kept();
        let Settled { claim: Claim { company, fence, .. }, told_until, due_at, events } = settled;
        if kept.wakes.get(&company).is_some_and(|wake| wake.fence != fence) {
            return Err(StoreError::Conflict);
        }
        kept.wakes.insert(company, KeptWake { due_at, told_until, lease_until: DateTime::UNIX_EPOCH, fence });
        Ok(kept.take_in(events))
    }

    async fn take_over(
        &self,
        channel: ChannelKind,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Incoming>, StoreError> {
        Ok(self.kept().take_over(channel, (until, now), most as usize))
    }

    async fn take_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let mut kept = self.kept();
        let is_left = |message: &Outgoing| message.elsewhere && message.conversation.channel == channel;
        let mut left: Vec<_> =
            kept.outbox.iter().map(|(message, _)| message).filter(|message| is_left(message)).collect();
        left.sort_by_key(|message| (message.lane, message.id));
        let first: Vec<_> = left.into_iter().take(most as usize).map(|message| message.id).collect();
        Ok(kept.take_messages(|message| first.contains(&message.id)))
    }

    async fn last_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(self.kept().last_look)
    }

    async fn note_look(&self, now: DateTime<Utc>, rules: String) -> Result<(), StoreError> {
        let mut kept = self.kept();
        let rules = kept.rules.as_ref().map_or_else(|| rules.clone(), |known| newest(known, &rules));
        if kept.rules.as_ref() != Some(&rules) {
            kept.wakes.values_mut().for_each(|wake| wake.due_at = Some(DateTime::UNIX_EPOCH));
            kept.rules = Some(rules);
        }
        if kept.last_look.replace(now).is_some_and(|last| last > now) {
            kept.wakes.values_mut().filter(|wake| wake.is_ahead(now)).for_each(|wake| wake.set_back(now));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    #[test]
    fn what_is_due_and_free_may_be_claimed_from_the_very_instant_on() {
        let wake = |due_at, lease_until| KeptWake { due_at, told_until: at(0), lease_until, fence: 0 };
        for (due_at, lease_until, due) in [
            (Some(at(10)), at(10), true),
            (Some(at(11)), at(10), false),
            (Some(at(10)), at(11), false),
            (None, at(0), false),
        ] {
            assert_eq!(wake(due_at, lease_until).is_due(at(10)), due, "{due_at:?} {lease_until}");
        }
    }

    #[test]
    fn a_clock_was_ahead_when_something_counts_as_said_later_than_now_or_a_lease_ends_in_more_than_an_hour() {
        for (told_until, lease_until, ahead) in
            [(at(10), at(3_610), false), (at(11), at(3_610), true), (at(10), at(3_611), true)]
        {
            let wake = KeptWake { due_at: None, told_until, lease_until, fence: 0 };
            assert_eq!(wake.is_ahead(at(10)), ahead, "{told_until} {lease_until}");
        }
    }
}
