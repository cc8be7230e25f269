//! What the operator does from the command line, besides running the bot. Says what happened, and never what people told.

pub mod check;
pub mod companies;
pub mod keys;
pub mod refresh;
pub mod restored;
pub mod signup;

use std::io::Write;

/// Says a sentence to the operator.
///
/// # Errors
/// When standard output is gone.
pub fn say(sentence: &str) -> Result<(), String> {
    writeln!(std::io::stdout().lock(), "{sentence}").map_err(|error| error.to_string())
}
