//! How much is written down at the most: far more than any firm has to tell, and so little that nobody's program fills the disk.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// So often one person has something written down on one day, in one conversation.
pub const MOST_A_DAY: u32 = 2_000;
/// So many items a company ever has, those that were taken off included.
pub const MOST_ITEMS: u32 = 2_000;
/// Whoever owns so many companies starts no other.
pub const MOST_COMPANIES: usize = 25;

/// How often somebody had something written down, on the last day on which they had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    day: NaiveDate,
    times: u32,
}

impl Written {
    /// How often that was on this day.
    pub fn on(self, day: NaiveDate) -> u32 {
        if self.day == day { self.times } else { 0 }
    }

    /// Once more, on this day.
    #[must_use]
    pub fn once_more(self, day: NaiveDate) -> Self {
        Self { day, times: self.on(day).saturating_add(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_counted_by_the_day() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let (monday, tuesday) = (day("2026-11-23"), day("2026-11-24"));
        let nothing = Written::default();
        assert_eq!(nothing.on(monday), 0);
        let twice = nothing.once_more(monday).once_more(monday);
        assert_eq!((twice.on(monday), twice.on(tuesday)), (2, 0));
        assert_eq!(twice.once_more(tuesday).on(tuesday), 1);
    }
}
