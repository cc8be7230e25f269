//! The Telegram channel on the real app and the real store, against the test server.

mod chaos;
mod desk;
mod killed;
mod kinds;
mod program;
mod reading;
mod restart;
mod setup;
mod sitting;
mod trouble;
