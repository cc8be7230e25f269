//! Logs for the operator, to standard error and without content.

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
