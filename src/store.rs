//! Where everything is kept: SQLite in a file of its own, or PostgreSQL.
//!
//! One process owns a SQLite file; one connection does all writing. Not here: what is worth keeping.

pub mod audit;
pub mod codes;
pub mod connect;
pub mod due;
pub mod encode;
pub mod epoch;
pub mod erase;
pub mod escrow;
pub mod feeds;
pub mod inspect;
pub mod job;
pub mod key_file;
pub mod keyring;
pub mod memory;
pub mod outbox;
pub mod people;
pub mod read;
pub mod restored;
pub mod rotate;
pub mod rows;
pub mod sql;
pub mod statements;
pub mod upgrade;
pub mod vault;
pub mod wakes;
pub mod warm;
pub mod whole_file;
pub mod writer;
