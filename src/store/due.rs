//! In which companies something happens by itself, because it is time; and when that was looked at.

use chrono::DateTime;
use sqlx::AnyPool;

use crate::{
    app::{keeping::DueErasure, ports::StoreError, witness::Looks},
    domain::ids::CompanyId,
    store::{
        read::{column, companies, company},
        writer::unavailable,
    },
};

/// The companies that are to be erased by this time, in milliseconds since 1970.
///
/// # Errors
/// When the database does not answer.
pub async fn erasures(pool: &AnyPool, now: i64) -> Result<Vec<DueErasure>, StoreError> {
    sqlx::query("SELECT company, due_at FROM erasures WHERE due_at <= $1 ORDER BY due_at")
        .bind(now)
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(|row| Ok(DueErasure { company: company(row)?, begun: column::<i64>(row, 1)? == 0 }))
        .collect()
}

/// The companies in which something that waits is due by this time, in milliseconds since 1970.
///
/// # Errors
/// When the database does not answer.
pub async fn matters(pool: &AnyPool, now: i64) -> Result<Vec<CompanyId>, StoreError> {
    let rows = sqlx::query("SELECT DISTINCT company FROM matters WHERE due_at <= $1 ORDER BY company")
        .bind(now)
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    companies(&rows)
}

/// The companies whose log holds something from before this time, in milliseconds since 1970.
///
/// # Errors
/// When the database does not answer.
pub async fn old_logs(pool: &AnyPool, past: i64) -> Result<Vec<CompanyId>, StoreError> {
    let rows = sqlx::query(
        "SELECT DISTINCT company FROM audit \
         WHERE company IN (SELECT id FROM companies WHERE created_at < $1) AND at < $1 ORDER BY company",
    )
    .bind(past)
    .fetch_all(pool)
    .await
    .map_err(|error| unavailable(&error))?;
    companies(&rows)
}

/// When it was looked what is due.
///
/// # Errors
/// When the database does not answer.
pub async fn upkeeps(pool: &AnyPool) -> Result<Option<Looks>, StoreError> {
    let row = sqlx::query("SELECT since, at FROM last_upkeep")
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    let Some(row) = row else { return Ok(None) };
    let instant = |millis: i64| DateTime::from_timestamp_millis(millis).unwrap_or_default();
    Ok(Some(Looks { since: instant(column(&row, 0)?), last: instant(column(&row, 1)?) }))
}

/// Notes that it is looked what is due.
///
/// # Errors
/// When it cannot be written.
pub async fn note_upkeep(writing: &AnyPool, looks: Looks) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO last_upkeep (id, since, at) VALUES (1, $1, $2) \
         ON CONFLICT (id) DO UPDATE SET since = excluded.since, at = excluded.at",
    )
    .bind(looks.since.timestamp_millis())
    .bind(looks.last.timestamp_millis())
    .execute(writing)
    .await
    .map_err(|error| unavailable(&error))?;
    Ok(())
}
