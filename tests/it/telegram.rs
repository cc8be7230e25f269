//! The Telegram channel on the real app and the real store, against the test server.

mod desk;
mod sitting;
