//! The reminder lane: paced, behind everybody who waits for an answer, and at most once.
//!
//! A reminder leaves the outbox before it is sent. One of which nobody knows whether it arrived is not sent again:
//! the next step of its series makes up for it. So it does for one that could not be sent before the evening.
//!
//! However long it had to wait, just before it leaves it is looked up whether it still says what is so.

use std::{
    sync::{Arc, MutexGuard, PoisonError},
    time::Instant,
};

use crate::channel::telegram::{
    address,
    deliver::{Delivery, Verdict},
    pace::Pace,
    parcel::Parcel,
};

impl Delivery {
    /// Sends a reminder when its moment comes, without anybody waiting for it.
    pub(super) fn remind(self: &Arc<Self>, chat: i64, parcel: Parcel) {
        self.tasks.spawn(Arc::clone(self).remind_in_turn(chat, parcel));
    }

    async fn remind_in_turn(self: Arc<Self>, chat: i64, mut parcel: Parcel) {
        let mut is_claimed = false;
        while self.has_its_moment(chat).await {
            let Some(goes) = self.still_goes(chat, &parcel).await else {
                let now = Instant::now();
                self.pace().hold(chat, now, now + self.pauses.longest);
                continue;
            };
            is_claimed = is_claimed || self.notes.claim(parcel.id).await;
            if !is_claimed || !goes {
                return;
            }
            let parts = parcel.parts.len();
            match self.push(chat, &mut parcel).await {
                Verdict::Done => return,
                Verdict::Unreachable => return self.notes.reach(address(chat), false),
                Verdict::Unknown => return tracing::info!("nobody knows whether a reminder arrived"),
                Verdict::Later(wait) => {
                    let now = Instant::now();
                    self.pace().hold(chat, now, now + wait);
                }
                Verdict::NotLeft => self.pace().hold_all(Instant::now() + self.pauses.longest),
            }
            if parcel.parts.len() < parts {
                // To decide it again would say twice what is there already.
                parcel.reminds = None;
            }
        }
    }

    /// Whether it is still to be said; `None`: that cannot be looked up now.
    async fn still_goes(&self, chat: i64, parcel: &Parcel) -> Option<bool> {
        if self.is_over(parcel) {
            return Some(false);
        }
        match &parcel.reminds {
            Some(reminds) => self.notes.still_holds(parcel.id, address(chat), reminds.clone()).await,
            None => Some(true),
        }
    }

    /// Whether its day is over. It is not held until the next one, where it would no longer be true.
    fn is_over(&self, parcel: &Parcel) -> bool {
        let over = parcel.good_until.is_some_and(|until| self.clock.now() >= until);
        if over {
            tracing::info!("a reminder could not be sent before the evening; it is dropped");
        }
        over
    }

    /// Waits for a moment; `false` when the program stops meanwhile.
    async fn has_its_moment(&self, chat: i64) -> bool {
        loop {
            let moment = self.pace().moment(chat, Instant::now());
            if !self.sleeps(moment.saturating_duration_since(Instant::now())).await {
                return false;
            }
            if !self.pace().is_held(chat, Instant::now()) {
                return true;
            }
        }
    }

    /// A panic elsewhere does not spoil this: it is whole whenever the lock is free.
    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
