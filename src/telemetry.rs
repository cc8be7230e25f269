//! Logs for the operator, to standard error and without content.

use tracing_subscriber::EnvFilter;

/// Starts logging with a filter such as `info` or `noodplan=debug,sqlx=warn`.
///
/// # Errors
/// When the filter cannot be read.
pub fn start(filter: &str) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|error| format!("log filter `{filter}`: {error}"))?;
    // A second start happens in tests only, where the first one stays.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    Ok(())
}
