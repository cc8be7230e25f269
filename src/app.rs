//! One turn from start to finish, and what it needs from the outside.
//!
//! Not here: what is said (`dialogue`), how it is stored (`store`), how it looks on a screen (`channel`).

pub mod access;
mod answered;
mod bounds;
mod decision;
mod elsewhere;
pub mod emergency;
pub mod executor;
pub mod feeds;
pub mod gate;
pub mod group;
mod held_up;
mod ids;
pub mod keeping;
pub mod left_behind;
mod linked;
mod lookup;
mod new_keys;
mod notices;
mod outcome;
mod person;
mod pinned;
pub mod ports;
mod post;
mod reach;
pub mod reminded;
pub mod reminders;
mod restored;
mod routes;
pub mod screen;
mod set_aside;
mod strangers;
pub mod turn;
pub mod upkeep;
pub mod wakes;
pub mod witness;
