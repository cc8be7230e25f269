//! In which companies something happens by itself, because it is time.

use sqlx::AnyPool;

use crate::{
    app::{keeping::DueErasure, ports::StoreError},
    domain::ids::CompanyId,
    store::{
        read::{column, id},
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
        .map(|row| {
            let company = CompanyId(id(&column::<Vec<u8>>(row, 0)?)?);
            Ok(DueErasure { company, begun: column::<i64>(row, 1)? == 0 })
        })
        .collect()
}

/// The companies in which something that waits is due by this time, in milliseconds since 1970.
///
/// # Errors
/// When the database does not answer.
pub async fn matters(pool: &AnyPool, now: i64) -> Result<Vec<CompanyId>, StoreError> {
    sqlx::query("SELECT DISTINCT company FROM matters WHERE due_at <= $1 ORDER BY company")
        .bind(now)
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(|row| Ok(CompanyId(id(&column::<Vec<u8>>(row, 0)?)?)))
        .collect()
}
