//! The Telegram channel on the real app and the real store, against the test server.

mod as_written;
mod chaos;
mod codes;
mod desk;
mod files;
mod groups;
mod kinds;
mod phone_page;
mod plans;
mod program;
mod program_killed;
mod reading;
mod reminders;
mod restart;
mod scopes;
mod setup;
mod sitting;
mod tidy;
mod topics;
mod trouble;
mod twice;
mod webhook;
