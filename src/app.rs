//! One turn from start to finish, and what it needs from the outside.
//!
//! Not here: what is said (`dialogue`), how it is stored (`store`), how it looks on a screen (`channel`).

pub mod access;
mod answered;
pub mod bounds;
mod decision;
mod elsewhere;
pub mod emergency;
pub mod executor;
pub mod feeds;
pub mod gate;
pub mod group;
pub mod held_up;
mod ids;
pub mod keeping;
mod linked;
mod lookup;
mod new_keys;
pub mod notices;
mod outcome;
mod person;
pub mod pinned;
pub mod ports;
pub mod post;
pub mod reach;
pub mod reminded;
pub mod reminders;
pub mod restored;
pub mod routes;
pub mod screen;
pub mod set_aside;
pub mod strangers;
pub mod turn;
pub mod upkeep;
pub mod wakes;
pub mod witness;
