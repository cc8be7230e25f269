//! What was left over when the program stopped: plans leave at once, the rest ahead of whatever comes in its chat.
//!
//! Nobody knows which of these was just being sent. A plan comes twice rather than not at all, a card comes again, a code does
//! not. Reminders are not among them once they left.
//!
//! Of a card that comes again the first copy keeps its buttons until one of them is tapped: only a tap says under which number it
//! stands. Either copy can be tapped, and a tap on the first leaves the buttons of the next card only (ADR 17).

use std::{
    collections::{HashMap, HashSet},
    mem,
    sync::Arc,
    time::Duration,
};

use crate::{
    app::ports::Outgoing,
    channel::telegram::{deliver::Delivery, parcel::Parcel},
};

/// What was left over for one chat.
pub struct LeftOver {
    /// The chat.
    pub chat: i64,
    /// Messages wait in line, and nobody is at it.
    has_line: bool,
    plans: Vec<Parcel>,
    reminders: Vec<Parcel>,
}

impl LeftOver {
    fn of(chat: i64) -> Self {
        Self { chat, has_line: false, plans: Vec::new(), reminders: Vec::new() }
    }
}

impl Delivery {
    /// Queues what was left over when the program stopped, ahead of whatever comes in these chats. Of it only plans leave
    /// before [`Delivery::resume`]: they wait for nothing and nobody.
    pub fn queue(self: &Arc<Self>, unsent: impl Iterator<Item = (i64, Outgoing)>) -> Vec<LeftOver> {
        let mut all: Vec<LeftOver> = Vec::new();
        let mut places: HashMap<i64, usize> = HashMap::new();
        let mut doubted = HashSet::new();
        for (chat, outgoing) in self.in_hand.take_up(unsent) {
            let mut parcel = Parcel::new(outgoing, None);
            // It may have been sent just before the program stopped. One line about it is enough.
            if parcel.doubts_code() && !doubted.insert(chat) {
                self.notes.sent(parcel.id);
                continue;
            }
            let place = *places.entry(chat).or_insert(all.len());
            if place == all.len() {
                all.push(LeftOver::of(chat));
            }
            let Some(left_over) = all.get_mut(place) else { continue };
            if parcel.emergency {
                left_over.plans.push(parcel);
            } else if parcel.reminder {
                left_over.reminders.push(parcel);
            } else {
                left_over.has_line |= self.chats.start_line(chat, [parcel]);
            }
        }
        for left_over in &mut all {
            self.bring_plan(left_over.chat, mem::take(&mut left_over.plans));
        }
        all
    }

    /// Brings the newest of these plans; those before it are not needed any more.
    fn bring_plan(self: &Arc<Self>, chat: i64, mut plans: Vec<Parcel>) {
        let Some(newest) = plans.pop() else { return };
        plans.iter().for_each(|older| self.notes.sent(older.id));
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move { delivery.hand_over(chat, newest).await });
    }

    /// Sends what was queued for a chat, and reminders in their own time.
    pub fn resume(self: &Arc<Self>, left_over: LeftOver) {
        let LeftOver { chat, has_line, reminders, .. } = left_over;
        if has_line {
            self.see_to_line(chat, Duration::ZERO);
        }
        for reminder in reminders {
            self.remind(chat, reminder);
        }
    }
}
