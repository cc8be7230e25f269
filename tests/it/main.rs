//! The integration tests, in one binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets what it does not expect has failed"
)]

mod access;
mod across_instances;
#[cfg(feature = "telegram")]
mod bot_api;
mod bounds;
mod chatter;
mod coherence;
mod conditions;
mod copies;
mod dice;
mod firm;
mod floors;
mod held_up;
mod jumped_clock;
mod keys;
mod leaving;
mod logged;
mod looks;
#[cfg(any(feature = "telegram", feature = "matrix"))]
mod loud;
#[cfg(feature = "matrix")]
mod matrix;
mod new_keys;
mod operator;
mod outage;
mod people;
mod plant;
mod played_walks;
mod qr_code;
mod refresh;
mod restored;
mod review;
mod signup;
mod sittings;
mod source_table;
mod spelling;
mod stage;
mod store_conformance;
#[cfg(feature = "telegram")]
mod telegram;
mod terminal;
mod transcripts;
#[cfg(any(feature = "matrix", feature = "telegram"))]
mod troubled_store;
mod wakes;
mod walks;
mod web;
mod words;
