//! A database that was put back from a copy is made safe, all of it in one transaction: nothing old is sent again, no code of before
//! works, and what was erased since is erased again.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{AnyConnection, Connection};

use crate::{
    app::{
        keeping::Amendment,
        ports::{LaneKind, StoreError},
    },
    domain::ids::CompanyId,
    store::{
        epoch::{self, EpochError, EpochFile, Token},
        erase::first_message_at,
        job::Job,
        read::{column, company},
        rows::Cell,
        sql::SqlStore,
        statements::statements,
        writer::unavailable,
    },
};

/// What is younger may be what the person did last, and is still handled and sent.
const RECENT: TimeDelta = TimeDelta::hours(24);

/// The companies but for those whose erasing was begun.
const COMPANIES: &str = "SELECT id FROM companies WHERE NOT EXISTS \
    (SELECT 1 FROM erasures WHERE erasures.company = companies.id AND due_at = 0) ORDER BY id";
/// The newest of all that says when it was written; the looks of the clock are the closest.
const NEWEST: &str = "SELECT MAX(at) FROM (SELECT MAX(at) AS at FROM audit \
    UNION ALL SELECT MAX(arrived) / 1000 FROM inbox \
    UNION ALL SELECT at FROM last_look UNION ALL SELECT at FROM last_upkeep) AS newest";
/// One instance makes it safe: whoever else comes waits for this row, and finds that it is done.
const CLAIM: &str = "INSERT INTO last_restore (id, at) VALUES (1, $1) \
    ON CONFLICT (id) DO UPDATE SET at = excluded.at WHERE last_restore.at < $2 RETURNING id";

/// What there is in a database that was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The companies that have a key.
    pub companies: Vec<CompanyId>,
    /// Those whose key was destroyed since.
    pub keyless: Vec<CompanyId>,
    /// When the copy was made, as far as it says.
    pub made_at: DateTime<Utc>,
}

impl SqlStore {
    /// What there is in it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn copied(&self, now: DateTime<Utc>) -> Result<Copied, StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let rows = sqlx::query(COMPANIES).fetch_all(&self.readers).await.map_err(failed)?;
        let (mut companies, mut keyless) = (Vec::new(), Vec::new());
        for row in &rows {
            let company = company(row)?;
            if self.keys.has(company.0).await? { companies.push(company) } else { keyless.push(company) }
        }
        let newest = sqlx::query(NEWEST).fetch_one(&self.readers).await.map_err(failed)?;
        let newest = column::<Option<i64>>(&newest, 0)?.and_then(DateTime::from_timestamp_millis);
        Ok(Copied { companies, keyless, made_at: newest.map_or(now, |newest| newest.min(now)) })
    }

    /// Makes it safe, with what becomes of its companies, and gives it a token. `after`: only if nobody has done so since. Gives
    /// back whether it is done by this.
    ///
    /// # Errors
    /// When the file or the database cannot be written; then nothing of it is done, or all of it.
    pub async fn make_safe(
        &self,
        file: &EpochFile,
        keyless: &[CompanyId],
        amendments: &[Amendment],
        after: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<bool, EpochError> {
        let next = Token::make(now)?;
        file.prepare(&next)?;
        let mut jobs =
            vec![Job { erasures: keyless.iter().map(begun).collect(), old: old(now), ..Job::default() }];
        for amendment in amendments {
            jobs.push(self.amended(amendment).await?);
        }
        let done = self.write_safe(&jobs, next, after, now).await?;
        amendments.iter().for_each(|amendment| self.warm.put_company(amendment.company.0, None));
        if done {
            self.take_place(file, None, next).await?;
        } else {
            self.keep_epoch(file, None, now).await?;
        }
        Ok(done)
    }

    async fn write_safe(
        &self,
        jobs: &[Job],
        next: Token,
        after: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let mut connection = self.writing.acquire().await.map_err(failed)?;
        let mut transaction = connection.begin_with(self.begin).await.map_err(failed)?;
        if !claimed(&mut transaction, after, now).await.map_err(failed)? {
            return Ok(false);
        }
        for written in statements(&mut transaction, jobs).await.map_err(failed)? {
            written?;
        }
        let (print, made_at) = next.row();
        sqlx::query(epoch::INSERT)
            .bind(print)
            .bind(made_at)
            .execute(&mut *transaction)
            .await
            .map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        Ok(true)
    }
}

async fn claimed(
    connection: &mut AnyConnection,
    after: Option<i64>,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let row = sqlx::query(CLAIM)
        .bind(now.timestamp_millis())
        .bind(after.unwrap_or(i64::MAX))
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// A row of `erasures`: its key is gone, so its erasing was begun.
fn begun(company: &CompanyId) -> Vec<Cell> {
    vec![Cell::Blob(company.0.as_bytes().to_vec()), Cell::Int(0), Cell::Blob(Vec::new())]
}

/// What must not come again. A reminder that is not said comes back by itself, at its next step.
fn old(now: DateTime<Utc>) -> Vec<(&'static str, Cell)> {
    let recent = now - RECENT;
    let now = Cell::Int(now.timestamp_millis());
    vec![
        ("DELETE FROM outbox WHERE id < $1", first_message_at(recent)),
        ("DELETE FROM outbox WHERE lane = $1", Cell::Int(LaneKind::Reminder as i64)),
        (
            "UPDATE inbox SET payload = NULL WHERE payload IS NOT NULL \
             AND (arrived < $1 OR event LIKE 'tick-%')",
            Cell::Int(recent.timestamp_micros()),
        ),
        ("UPDATE wakes SET told_until = $1, lease_until = 0, fence = fence + 1", now.clone()),
        // They name messages of that time: from there on Matrix would hear everything again.
        ("DELETE FROM channel_notes WHERE $1 > 0", now.clone()),
        ("UPDATE codes SET used_at = $1 WHERE used_at IS NULL", now),
    ]
}
