//! Who brings which message in the moments of a start: what a turn just wrote down and hands over may stand among what was left
//! over as well.

use std::{
    collections::HashSet,
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use uuid::Uuid;

use crate::app::ports::Outgoing;

/// Messages that are under way since the program started. Each is brought by whoever takes it first.
pub struct InHand(Mutex<Known>);

enum Known {
    /// What was left over is not read yet; these are brought already.
    Begun(HashSet<Uuid>),
    /// These were left over. One that is handed over as well is brought as one of them.
    LeftOver(HashSet<Uuid>),
}

impl Default for InHand {
    fn default() -> Self {
        Self(Mutex::new(Known::Begun(HashSet::new())))
    }
}

impl InHand {
    /// Takes a message that was handed over; `false`: it was left over, and is brought as such.
    pub fn takes(&self, id: Uuid) -> bool {
        match &mut *self.lock() {
            Known::Begun(begun) => {
                begun.insert(id);
                true
            }
            Known::LeftOver(left_over) => !left_over.remove(&id),
        }
    }

    /// Takes what was left over, once; gives what nobody brings yet, in the same order.
    pub fn take_up(&self, unsent: impl Iterator<Item = (i64, Outgoing)>) -> Vec<(i64, Outgoing)> {
        let mut known = self.lock();
        let begun = match mem::replace(&mut *known, Known::LeftOver(HashSet::new())) {
            Known::Begun(begun) => begun,
            Known::LeftOver(_) => HashSet::new(),
        };
        let left_over: Vec<_> = unsent.filter(|(_, outgoing)| !begun.contains(&outgoing.id)).collect();
        *known = Known::LeftOver(left_over.iter().map(|(_, outgoing)| outgoing.id).collect());
        left_over
    }

    /// A panic elsewhere does not spoil this: it is whole whenever the lock is free.
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::ports::LaneKind, channel::telegram::address, text::Rich};

    fn unsent(ids: [u128; 2]) -> impl Iterator<Item = (i64, Outgoing)> {
        let message = |id| Outgoing::new(Uuid::from_u128(id), address(7), LaneKind::Notice, Rich(Vec::new()));
        ids.into_iter().map(move |id| (7, message(id)))
    }

    fn taken_up(in_hand: &InHand, ids: [u128; 2]) -> Vec<u128> {
        in_hand.take_up(unsent(ids)).iter().map(|(_, outgoing)| outgoing.id.as_u128()).collect()
    }

    #[test]
    fn what_is_handed_over_before_the_rest_is_read_is_not_left_over() {
        let in_hand = InHand::default();
        assert!(in_hand.takes(Uuid::from_u128(1)));
        assert_eq!(taken_up(&in_hand, [1, 2]), [2]);
    }

    #[test]
    fn what_was_left_over_is_not_taken_when_it_is_handed_over_as_well() {
        let in_hand = InHand::default();
        assert_eq!(taken_up(&in_hand, [1, 2]), [1, 2]);
        assert!(!in_hand.takes(Uuid::from_u128(1)));
        assert!(in_hand.takes(Uuid::from_u128(3)), "it was decided later");
    }
}
