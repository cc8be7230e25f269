//! The places where people talk to the bot. Each turns what arrives into `Incoming` and shows `Outgoing`.
//!
//! Not here: what is said, and in which order turns are taken.

#[cfg(all(test, any(feature = "matrix", feature = "telegram")))]
mod answers;
pub mod folder;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(any(feature = "matrix", feature = "telegram"))]
mod notes;
#[cfg(any(feature = "matrix", feature = "telegram"))]
pub mod rich;
#[cfg(any(feature = "matrix", feature = "telegram"))]
mod second_clock;
#[cfg(feature = "telegram")]
pub mod telegram;
pub mod terminal;
pub mod transcript;
pub mod web;
