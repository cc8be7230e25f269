//! A day that belongs in an agenda, and when it comes back. Not here: how an agenda file is written (`report`).

use chrono::NaiveDate;

use crate::domain::ids::Slug;

/// A whole day on which something is to be done.
///
/// It says what sort of thing, not about what: agendas are shared and synchronised, and a firm's weak spots are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its name within the company, which it keeps for ever: `review`, `contract-12`.
    pub key: Slug,
    /// What sort of thing it is, as a key in the words: `review`, `contract`.
    pub kind: Slug,
    /// The first day.
    pub first_on: NaiveDate,
    /// How it comes back; `None`: it does not.
    pub every: Option<Every>,
}

/// The time between two days of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Every {
    /// So many weeks, on the same day of the week.
    Weeks(u8),
    /// So many months, on the same day of the month, or the last day of a month that is too short.
    Months(u8),
}
