//! Logs for the operator, to standard error and without content.

use std::{
    io::Write,
    panic::{PanicHookInfo, set_hook},
};

use tracing_subscriber::EnvFilter;

/// Libraries that print what passes through them: never logged, whatever the filter says.
const TALKATIVE: [&str; 6] =
    ["rlibphonenumber=off", "rustyline=off", "calcard=off", "matrix_sdk=off", "ruma=off", "vodozemac=off"];

/// Starts logging with a filter such as `info` or `noodplan=debug,sqlx=warn`.
///
/// # Errors
/// When the filter cannot be read.
pub fn start(filter: &str) -> Result<(), String> {
    let wrong = |error: &dyn std::fmt::Display| format!("log filter `{filter}`: {error}");
    let mut chosen = EnvFilter::try_new(filter).map_err(|error| wrong(&error))?;
    for library in TALKATIVE {
        chosen = chosen.add_directive(library.parse().map_err(|error| wrong(&error))?);
    }
    // A second start happens in tests only, where the first one stays.
    let _ = tracing_subscriber::fmt().with_env_filter(chosen).with_writer(std::io::stderr).try_init();
    Ok(())
}

/// From now on a panic says where it was, and not what: its words may quote somebody.
pub fn hush_panics() {
    set_hook(Box::new(|panic| {
        // Without standard error there is nobody to tell.
        let _ = writeln!(std::io::stderr().lock(), "noodplan: {}", words(panic));
    }));
}

fn words(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    format!("a fault of the program at {place}")
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn a_panic_says_where_it_was_and_not_what() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&heard);
        let before = std::panic::take_hook();
        set_hook(Box::new(move |panic| told.lock().unwrap().push(words(panic))));
        let ended = std::thread::spawn(|| panic!("Wilhelmina has no phone")).join();
        set_hook(before);
        assert!(ended.is_err());
        let heard = heard.lock().unwrap();
        assert!(heard.iter().any(|line| line.contains("telemetry.rs:")), "{heard:?}");
        assert!(!heard.iter().any(|line| line.contains("Wilhelmina")), "{heard:?}");
    }
}
