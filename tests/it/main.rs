//! The integration tests, in one binary.

mod coherence;
mod floors;
mod stage;
mod store_conformance;
mod terminal;
mod transcripts;
mod words;
