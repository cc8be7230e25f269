//! What leaves the chat as a file, made from the facts and the words.
//!
//! Not here: when a file is sent (`dialogue`), and how (`channel`).

pub mod calendar;
pub mod data;
pub mod qr_code;
