//! Shows that the server behaves like the real one: plain HTTP on one side, people on the other.

mod chats;
mod client;
mod described;
mod faults;
mod markup;
mod messages;
mod phones;
mod polling;
mod profile;
mod with_teloxide;
