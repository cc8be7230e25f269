//! When there is next something to say to which company: one row each, claimed with a lease and a fence.
//!
//! One text for both databases: a second claim of the same rows waits for the first and then finds them leased.

use chrono::{DateTime, Utc};
use sqlx::Row;
use uuid::Uuid;

use crate::{
    app::{
        ports::{Incoming, Outgoing, StoreError},
        wakes::{Claim, Settled, Wake, Wakes, newest},
    },
    dialogue::ChannelKind,
    domain::ids::CompanyId,
    store::{
        encode::{inbox_place, open},
        job::Job,
        read::column,
        rows::Cell,
        sql::SqlStore,
        writer::unavailable,
    },
};

/// Nothing is to be said.
const NEVER: i64 = i64::MAX;

const INSERT: &str = "INSERT INTO wakes (company, due_at, told_until, lease_until, fence) VALUES";

/// Settles claims that are still the newest.
pub(super) const SETTLE: (&str, &str) = (
    INSERT,
    "ON CONFLICT (company) DO UPDATE SET due_at = excluded.due_at, told_until = excluded.told_until, \
     lease_until = 0 WHERE wakes.fence = excluded.fence RETURNING company",
);
/// Moves the next time, never to later: what waits for the end of the night still waits, and a look too many finds
/// nothing. Whoever claimed it looks again.
pub(super) const MOVE: (&str, &str) = (
    INSERT,
    "ON CONFLICT (company) DO UPDATE SET \
     due_at = CASE WHEN wakes.due_at < excluded.due_at THEN wakes.due_at ELSE excluded.due_at END, \
     lease_until = 0, fence = wakes.fence + 1",
);
/// Looks again, at everything from an earlier moment on.
pub(super) const AGAIN: (&str, &str) = (
    INSERT,
    "ON CONFLICT (company) DO UPDATE SET \
     due_at = CASE WHEN wakes.due_at < excluded.due_at THEN wakes.due_at ELSE excluded.due_at END, \
     told_until = CASE WHEN wakes.told_until < excluded.told_until THEN wakes.told_until \
     ELSE excluded.told_until END, lease_until = 0, fence = wakes.fence + 1",
);
const IS_ANY_DUE: &str = "SELECT 1 FROM wakes WHERE due_at <= $1 AND lease_until <= $1 LIMIT 1";
const CLAIM: &str = "UPDATE wakes SET lease_until = $2, fence = fence + 1 WHERE company IN \
    (SELECT company FROM wakes WHERE due_at <= $1 AND lease_until <= $1 ORDER BY due_at LIMIT $3) \
    AND due_at <= $1 AND lease_until <= $1 RETURNING company, fence, told_until";
const NOTE_LOOK: &str = "INSERT INTO last_look (id, at, rules) VALUES (1, $1, $2) \
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, rules = excluded.rules";

/// What a clock that was ahead left behind: nothing was said later than now, and no claim lasts for more than an hour.
const SET_BACK: &str = "UPDATE wakes SET told_until = CASE WHEN told_until > $1 THEN $1 ELSE told_until END, \
    due_at = CASE WHEN due_at > $1 THEN $1 ELSE due_at END, lease_until = 0, fence = fence + 1 \
    WHERE told_until > $1 OR lease_until > $1 + 3600000";

const IS_ANY_LEFT: &str = "SELECT 1 FROM inbox WHERE channel = $1 AND arrived BETWEEN 0 AND $2 \
    AND payload IS NOT NULL AND (event LIKE 'tick-%' OR event LIKE 'outage-%') LIMIT 1";
/// Whoever waits for another one to take the same finds that it has just arrived.
const TAKE_OVER: &str = "UPDATE inbox SET arrived = $3 WHERE channel = $1 AND event IN \
    (SELECT event FROM inbox WHERE channel = $1 AND arrived BETWEEN 0 AND $2 AND payload IS NOT NULL \
    AND (event LIKE 'tick-%' OR event LIKE 'outage-%') ORDER BY arrived LIMIT $4) \
    AND arrived BETWEEN 0 AND $2 AND payload IS NOT NULL RETURNING event, payload";

/// What cannot be read is taken over no more. The sign says so; when it was last tried stays known, so that it grows old like the
/// rest.
const SET_ASIDE: &str =
    "UPDATE inbox SET arrived = -arrived WHERE channel = $1 AND event = $2 AND arrived > 0";

/// Puts what a turn changes about the next time into its job.
pub(super) fn add(job: &mut Job, company: CompanyId, wake: Wake, now: DateTime<Utc>) {
    match wake {
        Wake::Moved(due_at) => job.moved.push(row(company, due_at, now, 0)),
        Wake::Again { at, told_until } => job.again.push(row(company, Some(at), told_until, 0)),
    }
}

fn row(
    company: CompanyId,
    due_at: Option<DateTime<Utc>>,
    told_until: DateTime<Utc>,
    fence: i64,
) -> Vec<Cell> {
    vec![
        Cell::Blob(company.0.as_bytes().to_vec()),
        Cell::Int(due_at.map_or(NEVER, |at| at.timestamp_millis())),
        Cell::Int(told_until.timestamp_millis()),
        Cell::Int(0),
        Cell::Int(fence),
    ]
}

fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

impl Wakes for SqlStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let now = now.timestamp_millis();
        // Most looks find nothing, and those write nothing.
        let any = sqlx::query(IS_ANY_DUE).bind(now).fetch_optional(&self.readers).await.map_err(failed)?;
        if any.is_none() {
            return Ok(Vec::new());
        }
        let rows = sqlx::query(CLAIM)
            .bind(now)
            .bind(lease_until.timestamp_millis())
            .bind(i64::from(most))
            .fetch_all(&self.writing)
            .await
            .map_err(failed)?;
        rows.iter()
            .map(|row| {
                let id: Vec<u8> = row.try_get(0).map_err(failed)?;
                let id = Uuid::from_slice(&id).map_err(|_| StoreError::Damaged("a company has no id"))?;
                Ok(Claim {
                    company: CompanyId(id),
                    fence: row.try_get(1).map_err(failed)?,
                    told_until: instant(row.try_get(2).map_err(failed)?),
                })
            })
            .collect()
    }

    async fn settle(&self, settled: Settled) -> Result<Vec<Incoming>, StoreError> {
        let Settled { claim, told_until, due_at, events } = settled;
        let row = row(claim.company, due_at, told_until, claim.fence);
        self.take_in(events, Job { settled: Some(row), ..Job::default() }).await
    }

    async fn take_over(
        &self,
        channel: ChannelKind,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Incoming>, StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let (channel, until) = (channel.slug(), until.timestamp_micros());
        let any = sqlx::query(IS_ANY_LEFT).bind(channel).bind(until);
        if any.fetch_optional(&self.readers).await.map_err(failed)?.is_none() {
            return Ok(Vec::new());
        }
        let taken = sqlx::query(TAKE_OVER)
            .bind(channel)
            .bind(until)
            .bind(now.timestamp_micros())
            .bind(i64::from(most))
            .fetch_all(&self.writing)
            .await
            .map_err(failed)?;
        let mut rows = Vec::with_capacity(taken.len());
        for row in &taken {
            rows.push((column::<String>(row, 0)?, column::<Vec<u8>>(row, 1)?));
        }
        // A database gives them in any order.
        rows.sort_unstable();
        let mut left = Vec::with_capacity(rows.len());
        for (event, sealed) in rows {
            match open(&self.keys.installation, &inbox_place(channel, &event), &sealed) {
                Ok(opened) => left.push(opened),
                Err(error) => {
                    tracing::error!(%error, event, "a reminder cannot be read; a start reads it again");
                    let set_aside = sqlx::query(SET_ASIDE).bind(channel).bind(event);
                    set_aside.execute(&self.writing).await.map_err(failed)?;
                }
            }
        }
        Ok(left)
    }

    async fn take_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.outbox_from_elsewhere(channel, most.into()).await
    }

    async fn last_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row = sqlx::query("SELECT at FROM last_look")
            .fetch_optional(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        row.map(|row| row.try_get(0).map(instant).map_err(|error| unavailable(&error))).transpose()
    }

    async fn note_look(&self, now: DateTime<Utc>, rules: String) -> Result<(), StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let row = sqlx::query("SELECT at, rules FROM last_look")
            .fetch_optional(&self.readers)
            .await
            .map_err(failed)?;
        let known: Option<(i64, String)> =
            row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose().map_err(failed)?;
        let rules = known.as_ref().map_or_else(|| rules.clone(), |(_, known)| newest(known, &rules));
        if known.as_ref().is_none_or(|(_, known)| *known != rules) {
            sqlx::query("UPDATE wakes SET due_at = 0").execute(&self.writing).await.map_err(failed)?;
        }
        let ahead = known.is_some_and(|(last, _)| instant(last) > now);
        if ahead {
            let set_back = sqlx::query(SET_BACK).bind(now.timestamp_millis());
            set_back.execute(&self.writing).await.map_err(failed)?;
        }
        let note = sqlx::query(NOTE_LOOK).bind(now.timestamp_millis()).bind(rules);
        note.execute(&self.writing).await.map_err(failed)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{AnyConnection, AssertSqlSafe, Connection};
    use zeroize::Zeroizing;

    use super::*;
    use crate::store::{connect::sqlite_url, erase::OLD_EVENTS, vault::Vault};

    /// A hundred companies are due, and two hundred times as many are not.
    async fn fill(connection: &mut AnyConnection, company: &str) {
        let rows = format!(
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000) \
             INSERT INTO wakes (company, due_at, told_until, lease_until, fence) \
             SELECT {company}, CASE WHEN n <= 100 THEN n ELSE 4000000000000 + n END, 0, 0, 0 FROM numbers"
        );
        for statement in [rows, "ANALYZE wakes".into()] {
            sqlx::query(AssertSqlSafe(statement)).execute(&mut *connection).await.unwrap();
        }
    }

    /// How a statement of a look is carried out, line by line.
    async fn plan(
        connection: &mut AnyConnection,
        explain: &str,
        statement: &str,
        column: usize,
    ) -> Vec<String> {
        let statement = statement.replace("$1", "1000").replace("$2", "61000").replace("$3", "100");
        let explained = sqlx::query(AssertSqlSafe(format!("{explain} {statement}")));
        let rows = explained.fetch_all(&mut *connection).await.unwrap();
        rows.iter().map(|row| row.try_get(column).unwrap()).collect()
    }

    #[tokio::test]
    async fn on_sqlite_a_look_reads_only_what_is_due() {
        let folder = tempfile::tempdir().unwrap();
        let url = sqlite_url(folder.path());
        drop(SqlStore::open(&url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap());
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        fill(&mut connection, "unhex(printf('%032x', n))").await;
        for statement in [IS_ANY_DUE, CLAIM] {
            let plan = plan(&mut connection, "EXPLAIN QUERY PLAN", statement, 3).await;
            assert!(plan.iter().any(|line| line.contains("wakes_due")), "{plan:#?}");
            assert!(!plan.iter().any(|line| line.starts_with("SCAN")), "{plan:#?}");
        }
    }

    #[tokio::test]
    async fn on_postgres_a_look_reads_only_what_is_due() {
        let Ok(url) = std::env::var("NOODPLAN_TEST_POSTGRES") else {
            assert!(std::env::var_os("CI").is_none(), "CI needs NOODPLAN_TEST_POSTGRES");
            return;
        };
        drop(SqlStore::open(&url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap());
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        // Seen by this connection alone, before the table of the others.
        let own = "CREATE TEMPORARY TABLE wakes (LIKE wakes INCLUDING ALL)";
        sqlx::query(own).execute(&mut connection).await.unwrap();
        fill(&mut connection, "decode(lpad(to_hex(n), 32, '0'), 'hex')").await;
        for statement in [IS_ANY_DUE, CLAIM] {
            let plan = plan(&mut connection, "EXPLAIN", statement, 0).await;
            assert!(plan.iter().any(|line| line.contains("due_at_idx")), "{plan:#?}");
            assert!(!plan.iter().any(|line| line.contains("Seq Scan")), "{plan:#?}");
        }
    }

    /// What is left after what arrived before a time was thrown away: `a` and `c` were set aside, and `b` waits.
    async fn what_is_set_aside_grows_old(connection: &mut AnyConnection) {
        for (event, arrived) in [("a", 200_i64), ("b", 200), ("c", 900)] {
            let insert =
                "INSERT INTO inbox (channel, event, arrived, payload) VALUES ('telegram', $1, $2, $3)";
            let row = sqlx::query(insert).bind(event).bind(arrived).bind(vec![0_u8]);
            row.execute(&mut *connection).await.unwrap();
        }
        // The second time it is out of the way already.
        for event in ["a", "c", "a"] {
            let set_aside = sqlx::query(SET_ASIDE).bind("telegram").bind(event);
            set_aside.execute(&mut *connection).await.unwrap();
        }
        for (before, left) in [(200_i64, "abc"), (201, "c"), (900, "c"), (901, "")] {
            sqlx::query(OLD_EVENTS).bind(before).execute(&mut *connection).await.unwrap();
            let events = sqlx::query("SELECT event FROM inbox ORDER BY event");
            let events = events.fetch_all(&mut *connection).await.unwrap();
            let events: Vec<String> = events.iter().map(|row| row.try_get(0).unwrap()).collect();
            assert_eq!(events.concat(), left, "{before}");
        }
    }

    #[tokio::test]
    async fn on_sqlite_what_is_set_aside_grows_old() {
        let folder = tempfile::tempdir().unwrap();
        let url = sqlite_url(folder.path());
        drop(SqlStore::open(&url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap());
        what_is_set_aside_grows_old(&mut AnyConnection::connect(&url).await.unwrap()).await;
    }

    #[tokio::test]
    async fn on_postgres_what_is_set_aside_grows_old() {
        let Ok(url) = std::env::var("NOODPLAN_TEST_POSTGRES") else {
            assert!(std::env::var_os("CI").is_none(), "CI needs NOODPLAN_TEST_POSTGRES");
            return;
        };
        drop(SqlStore::open(&url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap());
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        // Seen by this connection alone, before the table of the others.
        let own = "CREATE TEMPORARY TABLE inbox (LIKE inbox INCLUDING ALL)";
        sqlx::query(own).execute(&mut connection).await.unwrap();
        what_is_set_aside_grows_old(&mut connection).await;
    }
}
