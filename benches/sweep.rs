//! What looking who is to be reminded costs: a hundred companies are due among ten thousand, a hundred thousand and a
//! million, in both databases side by side. The time must not grow with those that are not due.
//!
//! ```text
//! schedules   due        SQLite: half   the worst    PostgreSQL: half   the worst
//!     10000   100                   …           …                   …           …
//!   1000000   100                   …           …                   …           …
//! ```
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
/// Looks at each size.
const LOOKS: i64 = 16;
/// So many schedules are there, one size after another.
const SIZES: [i64; 3] = [10_000, 100_000, 1_000_000];
/// Far from anything that is due.
const LATER: i64 = 4_000_000_000_000;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

/// How long looks took.
struct Took {
    /// Half of them at most.
    half: Duration,
    /// All of them at most.
    worst: Duration,
}

/// Fills the table up to `total`, of which those due in look n are due at second n * 100.
async fn fill(url: &str, from: i64, total: i64) {
    let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
    let id = if url.starts_with("postgres") {
        "decode(lpad(to_hex(n), 32, '0'), 'hex')"
    } else {
        "unhex(printf('%032x', n))"
    };
    let sizes = i64::try_from(SIZES.len()).unwrap();
    let due = LOOKS * sizes * i64::from(DUE);
    let sql = format!(
        "WITH RECURSIVE numbers (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {total}) \
         INSERT INTO wakes (company, due_at, told_until, lease_until, fence) \
         SELECT {id}, CASE WHEN n < {due} THEN (n / {DUE} + 1) * 100000 ELSE {LATER} + n END, 0, 0, 0 FROM numbers"
    );
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    sqlx::query("ANALYZE").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Looks as often as at every size, from this look on.
async fn look(store: &SqlStore, first: i64) -> Took {
    let mut times = Vec::new();
    for number in first..first + LOOKS {
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
    Took { half: *times.get(times.len() / 2).unwrap(), worst: *times.last().unwrap() }
}

/// How long looks took at every size.
async fn measure(url: &str) -> Vec<Took> {
    let store = SqlStore::open(url, Vault::new(Zeroizing::new([7; 32]))).await.unwrap();
    let (mut filled, mut took) = (0, Vec::new());
    for (first, total) in (0..).map(|part| part * LOOKS).zip(SIZES) {
        fill(url, filled, total).await;
        filled = total;
        took.push(look(&store, first).await);
    }
    took
}

/// A line for every size, two columns for every database.
fn print(databases: &[(&str, Vec<Took>)]) {
    print!("schedules   due");
    for (name, _) in databases {
        let half = format!("{name}: half");
        print!("  {half:>18}   the worst");
    }
    println!();
    for (place, total) in SIZES.iter().enumerate() {
        print!("{total:>9}  {DUE:>4}");
        for took in databases.iter().filter_map(|(_, took)| took.get(place)) {
            let (half, worst) = (format!("{:.2?}", took.half), format!("{:.2?}", took.worst));
            print!("  {half:>18}  {worst:>10}");
        }
        println!();
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        let mut databases = vec![("SQLite", measure(&sqlite_url(folder.path())).await)];
        match std::env::var("NOODPLAN_TEST_POSTGRES") {
            Ok(url) => databases.push(("PostgreSQL", measure(&url).await)),
            Err(_) => println!("PostgreSQL: not measured, NOODPLAN_TEST_POSTGRES is not set"),
        }
        print(&databases);
    });
}
