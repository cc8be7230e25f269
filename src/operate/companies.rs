//! `noodplan companies`: which companies there are, by their numbers. What they told is not shown.

use chrono::DateTime;
use secrecy::ExposeSecret;

use crate::{config::Config, operate::say, store::inspect::count};

/// Lists the companies.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(config: &Config) -> Result<(), String> {
    let companies = count(config.database_url.expose_secret()).await.map_err(|error| error.to_string())?;
    say("company                               since       members  items  answers")?;
    for company in &companies {
        let since =
            DateTime::from_timestamp_millis(company.created_at).unwrap_or_default().format("%Y-%m-%d");
        say(&format!(
            "{}  {since}  {:>7}  {:>5}  {:>7}",
            company.id, company.members, company.items, company.answers
        ))?;
    }
    say(&format!("{} in all", companies.len()))
}
