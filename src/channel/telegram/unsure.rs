//! What may not have arrived: emergency plans that do not get through, and messages of which nobody knows, codes among them.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use uuid::Uuid;

use crate::channel::telegram::{
    chats::Unknown,
    deliver::{Delivery, Verdict},
    parcel::{Parcel, Part},
    updates::Tapped,
};

/// An emergency plan of which nobody knows whether it arrived is repeated so often, a second apart; from then on with
/// the longest pause.
const MOST_PLANS: u32 = 10;

impl Delivery {
    /// Tries a plan again until it gets through. In each chat the newest one takes the place of those before it.
    pub(super) fn insist_on(self: &Arc<Self>, chat: i64, plan: Parcel) {
        let (is_first, older) = self.chats.put_plan(chat, plan);
        if let Some(older) = older {
            self.notes.sent(older.id);
        }
        if is_first {
            self.tasks.spawn(Arc::clone(self).insist(chat));
        }
    }

    /// Tries every second, whatever Telegram says. What may have arrived often enough is tried less often, until it is
    /// known to be there or not to be wanted any more.
    async fn insist(self: Arc<Self>, chat: i64) {
        let mut tried = Instant::now();
        while self.sleeps(self.pauses.emergency).await {
            let Some(mut plan) = self.chats.next_plan(chat) else { return };
            // A newer plan that takes its place meanwhile does not wait that long.
            if plan.doubts >= MOST_PLANS && tried.elapsed() < self.pauses.longest {
                self.keep_plan(chat, plan);
                continue;
            }
            if plan.doubts >= MOST_PLANS && self.is_gone(&mut plan).await {
                continue;
            }
            tried = Instant::now();
            match self.push(chat, &mut plan).await {
                Verdict::Done => self.notes.sent(plan.id),
                Verdict::Unreachable => self.nobody_there(chat, &plan),
                verdict => {
                    plan.doubts += u32::from(matches!(verdict, Verdict::Unknown));
                    self.keep_plan(chat, plan);
                }
            }
        }
    }

    /// Keeps a plan for the next try, unless there is a newer one by now.
    fn keep_plan(&self, chat: i64, plan: Parcel) {
        if let Some(older) = self.chats.back_plan(chat, plan) {
            self.notes.sent(older.id);
        }
    }

    /// Whether a plan left the outbox: whoever asked for it left or was forgotten meanwhile. One that could not be written
    /// down never was in it.
    async fn is_gone(&self, plan: &mut Parcel) -> bool {
        let unsent = self.notes.is_unsent(plan.id).await;
        plan.kept |= unsent == Some(true);
        unsent == Some(false) && plan.kept
    }

    /// Notes that a plan is there: an older one that still waits is not needed any more.
    pub(super) fn plan_arrived(&self, chat: i64, plan: Uuid) {
        self.notes.sent(plan);
        if let Some(older) = self.chats.drop_plan(chat) {
            self.notes.sent(older.id);
        }
    }

    /// Keeps a parcel of which nobody knows whether it arrived, and sends it once more after a while. A code is never sent
    /// twice; instead it is said that another can be asked for.
    pub(super) fn keep_unknown(self: &Arc<Self>, chat: i64, mut parcel: Parcel) {
        if parcel.doubts_code() {
            tracing::warn!("nobody knows whether a code arrived; it is not sent again");
            if self.chats.start_line(chat, [parcel]) {
                self.see_to_line(chat, Duration::ZERO);
            }
            return;
        }
        if parcel.resent {
            tracing::warn!("a message was sent twice and no answer came; left at that");
            return self.notes.sent(parcel.id);
        }
        let card = self.chats.note(chat).unwrap_or_default().card;
        let unknown = Unknown { parcel, card, due: Instant::now() + self.pauses.resend };
        if self.chats.put_unknown(chat, unknown) {
            self.tasks.spawn(Arc::clone(self).resend_in_time(chat));
        }
    }

    async fn resend_in_time(self: Arc<Self>, chat: i64) {
        while let Some(due) = self.chats.next_unknown(chat) {
            if !self.sleeps(due.saturating_duration_since(Instant::now())).await {
                return;
            }
            let Some(Unknown { parcel, card, .. }) = self.chats.take_unknown(chat, due) else { continue };
            // A card that came after it keeps its buttons.
            let now = self.chats.note(chat).unwrap_or_default().card;
            let is_over = now.is_some() && now != card;
            self.resend(chat, if is_over { parcel.into_history() } else { parcel }).await;
        }
    }

    /// Whoever writes again, or taps, shows whether the last message arrived. What came before it comes once more.
    pub(super) async fn settle_unknown(
        self: &Arc<Self>,
        chat: i64,
        tapped: Option<&Tapped>,
        card: Option<i64>,
    ) {
        let mut unknown = self.chats.take_all_unknown(chat);
        if tapped.is_some_and(|tapped| card.is_none_or(|card| tapped.message > card))
            && let Some(last) = unknown.pop_back()
        {
            self.notes.sent(last.parcel.id);
        }
        for Unknown { parcel, .. } in unknown {
            self.resend(chat, parcel.into_history()).await;
        }
    }

    async fn resend(self: &Arc<Self>, chat: i64, mut parcel: Parcel) {
        parcel.resent = true;
        if let Some(Part::Text(text)) = parcel.parts.front_mut() {
            text.replaces = None;
        }
        Box::pin(self.hand_over(chat, parcel)).await;
    }
}
