//! noodplan: a chat bot that gets the owner of a small Dutch firm to write down whom to call and what would hurt, and
//! gives it back at once when systems are down.
//!
//! The map, from the ground up; imports go down only (see `ARCHITECTURE.md`):
//! facts, then questions and words, then the conversation, then one turn, then stores and channels, then wiring.

pub mod domain;

pub mod questionnaire;
pub mod text;

pub mod dialogue;
pub mod report;

pub mod app;

pub mod channel;
pub mod store;

pub mod clock;
pub mod config;
pub mod operate;
pub mod telemetry;
