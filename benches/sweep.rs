//! What looking who is to be reminded costs: a hundred companies are due among ten thousand, a hundred thousand and a
//! million. The time must not grow with those that are not due.
//!
//! `cargo bench --bench sweep` looks in SQLite, and in PostgreSQL too when `NOODPLAN_TEST_POSTGRES` names an empty
//! database.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and fails when it meets what it does not expect"
)]

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::wakes::{Settled, Wakes},
    store::{connect::sqlite_url, sql::SqlStore, vault::Vault},
};
use sqlx::{AssertSqlSafe, Connection};
use zeroize::Zeroizing;

/// Companies that are due in each look.
const DUE: u32 = 100;
const LOOKS: i64 = 50;
/// Far from anything that is due.
const LATER: i64 = 4_000_000_000_000;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

/// Fills the table up to `total`, of which those due in look n are due at second n * 100.
async fn fill(url: &str, from: i64, total: i64) {
    let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
    let id = if url.starts_with("postgres") {
        "decode(lpad(to_hex(n), 32, '0'), 'hex')"
    } else {
        "unhex(printf('%032x', n))"
    };
    let due_looks = LOOKS * i64::from(DUE);
    let sql = format!(
        "WITH RECURSIVE numbers (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {total}) \
         INSERT INTO wakes (company, due_at, told_until, lease_until, fence) \
         SELECT {id}, CASE WHEN n < {due_looks} THEN (n / {DUE} + 1) * 100000 ELSE {LATER} + n END, 0, 0, 0 FROM numbers"
    );
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    sqlx::query("ANALYZE").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Half of the looks took at most this long, and all of them at most that long.
async fn look(store: &SqlStore, offset: i64, looks: i64) -> (Duration, Duration) {
    let mut times = Vec::new();
    for number in offset..offset + looks {
        let now = at((number + 1) * 100);
        let begun = Instant::now();
        let claims = store.claim(now, now + TimeDelta::minutes(1), DUE).await.unwrap();
        times.push(begun.elapsed());
        assert_eq!(claims.len(), DUE as usize);
        for claim in claims {
            let done = Settled { claim, told_until: now, due_at: None, events: Vec::new() };
            store.settle(done).await.unwrap();
        }
    }
    times.sort_unstable();
    (*times.get(times.len() / 2).unwrap(), *times.last().unwrap())
}

async fn measure(name: &str, url: &str) {
    let store = SqlStore::open(url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap();
    let (mut filled, sizes) = (0, [10_000, 100_000, 1_000_000]);
    let looks = LOOKS / i64::try_from(sizes.len()).unwrap();
    for (offset, total) in (0..).map(|part| part * looks).zip(sizes) {
        fill(url, filled, total).await;
        filled = total;
        let (half, worst) = look(&store, offset, looks).await;
        println!(
            "{name:<10} {total:>9} schedules, {DUE} due: {half:>10.2?} (median of {looks}), {worst:>10.2?} (worst)"
        );
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        measure("SQLite", &sqlite_url(folder.path())).await;
        match std::env::var("NOODPLAN_TEST_POSTGRES") {
            Ok(url) => measure("PostgreSQL", &url).await,
            Err(_) => println!("PostgreSQL: not measured, NOODPLAN_TEST_POSTGRES is not set"),
        }
    });
}
