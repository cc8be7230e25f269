//! The log as rows: one for every version of a company, sealed with its key, each holding the hash of the one before.
//!
//! The place a row is sealed for names its number, its time and the hash before it, so a row opens only where it stands. The hash of the
//! newest one is sealed with the company (its head), so that an end that was cut off is missed. Whoever has the keys can still write
//! another chain: this shows tampering by others, and is no forensic proof.

use chrono::{DateTime, Utc};
use sqlx::{AnyPool, Row, any::AnyRow};

use crate::{
    app::ports::StoreError,
    domain::{audit::Record, ids::CompanyId},
    store::{
        encode::{open, seal, signed, unsigned},
        rows::Cell,
        vault::DataKey,
        writer::unavailable,
    },
};

/// The hash of a row; the next row holds it.
pub type Link = [u8; 32];
/// What the first row holds.
const FIRST: Link = [0; 32];
/// The form of rows from before companies had a head.
const FIRST_FORM: u8 = 1;
/// A row of this form is never the newest one of a company without a head.
const FORM: u8 = 2;
/// Rows that are checked at a time.
const PAGE: i64 = 500;

/// Where a chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {seq} of the log {what}")]
pub struct Broken {
    /// The row.
    pub seq: u64,
    /// What is wrong with it.
    pub what: &'static str,
}

/// A row as it is stored.
#[derive(Debug)]
struct Stored {
    seq: u64,
    at: i64,
    prev: Vec<u8>,
    body: Vec<u8>,
}

impl Stored {
    fn read(row: &AnyRow) -> Result<Self, StoreError> {
        let read = || {
            Ok(Self {
                seq: unsigned(row.try_get(0)?),
                at: row.try_get(1)?,
                prev: row.try_get(2)?,
                body: row.try_get(3)?,
            })
        };
        read().map_err(|_: sqlx::Error| StoreError::Damaged("a row of the log has another form"))
    }

    fn place(&self, company: CompanyId, form: u8) -> String {
        let prev: String = self.prev.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("audit|body|{}|{}|{}|{prev}|{form}", company.0, self.seq, self.at)
    }

    fn link(&self, company: CompanyId) -> Link {
        let mut hasher = blake3::Hasher::new();
        hasher.update(company.0.as_bytes()).update(&self.seq.to_be_bytes()).update(&self.at.to_be_bytes());
        *hasher.update(&self.prev).update(&self.body).finalize().as_bytes()
    }

    fn record(&self, key: &DataKey, company: CompanyId) -> Result<Record, StoreError> {
        let in_form = |form| open(key, &self.place(company, form), &self.body);
        in_form(FORM).or_else(|_| in_form(FIRST_FORM))
    }
}

/// Names the place of the head of a company at a version.
fn head_place(company: CompanyId, version: u64) -> String {
    format!("companies|head|{}|{version}|1", company.0)
}

/// Seals the head of a company at a version: the hash of the row of its log for that.
///
/// # Errors
/// When it cannot be sealed.
pub fn head(key: &DataKey, company: CompanyId, version: u64, link: Link) -> Result<Vec<u8>, StoreError> {
    key.seal(&head_place(company, version), &link)
}

/// Whether a log ends where the head of its company says. Without a head it does if it ends in a row from before there were any.
///
/// # Errors
/// When the database does not answer.
pub async fn ends_at(
    pool: &AnyPool,
    key: &DataKey,
    company: CompanyId,
    version: u64,
    head: Option<&[u8]>,
) -> Result<bool, StoreError> {
    let newest = stored(pool, company, version).await?;
    Ok(match (head, newest) {
        // Everything may have been thrown away for its age: then the version counts, for which a head is sealed.
        (Some(head), newest) => key
            .open(&head_place(company, version), head)
            .is_ok_and(|link| newest.is_none_or(|newest| newest.link(company).as_slice() == link.as_slice())),
        (None, newest) => newest.is_none_or(|newest| {
            open::<Record>(key, &newest.place(company, FIRST_FORM), &newest.body).is_ok()
        }),
    })
}

/// The row of `audit` for a version of a company, and its hash.
///
/// # Errors
/// When it cannot be sealed.
pub fn row(
    key: &DataKey,
    company: CompanyId,
    seq: u64,
    prev: Link,
    record: &Record,
) -> Result<(Vec<Cell>, Link), StoreError> {
    let at = record.at.timestamp_millis();
    let mut stored = Stored { seq, at, prev: prev.to_vec(), body: Vec::new() };
    stored.body = seal(key, &stored.place(company, FORM), record)?;
    let link = stored.link(company);
    let cells = vec![
        Cell::Blob(company.0.as_bytes().to_vec()),
        Cell::Int(signed(seq)),
        Cell::Int(at),
        Cell::Blob(stored.prev),
        Cell::Blob(stored.body),
    ];
    Ok((cells, link))
}

/// The hash that the row after this version holds.
///
/// # Errors
/// When the database does not answer.
pub async fn link(pool: &AnyPool, company: CompanyId, seq: u64) -> Result<Link, StoreError> {
    Ok(stored(pool, company, seq).await?.map_or(FIRST, |stored| stored.link(company)))
}

async fn stored(pool: &AnyPool, company: CompanyId, seq: u64) -> Result<Option<Stored>, StoreError> {
    let row = sqlx::query("SELECT seq, at, prev, body FROM audit WHERE company = $1 AND seq = $2")
        .bind(company.0.as_bytes().to_vec())
        .bind(signed(seq))
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    row.as_ref().map(Stored::read).transpose()
}

/// The newest records of a company, newest first.
///
/// # Errors
/// When the database does not answer, or a row does not open.
pub async fn newest(
    pool: &AnyPool,
    key: &DataKey,
    company: CompanyId,
    most: usize,
) -> Result<Vec<Record>, StoreError> {
    let rows =
        sqlx::query("SELECT seq, at, prev, body FROM audit WHERE company = $1 ORDER BY seq DESC LIMIT $2")
            .bind(company.0.as_bytes().to_vec())
            .bind(i64::try_from(most).unwrap_or(i64::MAX))
            .fetch_all(pool)
            .await
            .map_err(|error| unavailable(&error))?;
    rows.iter().map(|row| Stored::read(row)?.record(key, company)).collect()
}

/// What must be there of a log, for all that is known beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The first row that cannot have been thrown away yet; `None`: all of them may be.
    pub first: Option<u64>,
    /// The last row: the version of the company.
    pub last: u64,
}

impl Wanted {
    /// What must be there of a company that began at `began_at`, if rows from before `past` may have been thrown away. `told`: the
    /// versions that told an answer, and when.
    pub fn of(
        began_at: DateTime<Utc>,
        past: DateTime<Utc>,
        told: &[(u64, DateTime<Utc>)],
        last: u64,
    ) -> Self {
        let recent = told.iter().filter(|(_, at)| *at >= past).map(|(seq, _)| *seq).min();
        Self { first: if began_at >= past { Some(1) } else { recent }, last }
    }
}

/// Follows the chain of a company from the oldest row that must be there, or the one that is, to its version.
///
/// # Errors
/// When the database does not answer. The first row that does not hold is no error but an answer.
pub async fn verify(
    pool: &AnyPool,
    key: &DataKey,
    company: CompanyId,
    wanted: Wanted,
) -> Result<Result<u64, Broken>, StoreError> {
    let (mut last, mut count): (Option<(u64, Link)>, u64) = (None, 0);
    loop {
        let rows = sqlx::query(
            "SELECT seq, at, prev, body FROM audit WHERE company = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        )
        .bind(company.0.as_bytes().to_vec())
        .bind(last.map_or(-1, |(seq, _)| signed(seq)))
        .bind(PAGE)
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
        for row in &rows {
            let stored = Stored::read(row)?;
            let broken = |seq, what| Ok(Err(Broken { seq, what }));
            if let Some((seq, _)) = last.filter(|(seq, _)| stored.seq != seq + 1) {
                return broken(seq + 1, "is missing");
            }
            if let Some(first) = wanted.first.filter(|first| last.is_none() && stored.seq > *first) {
                return broken(first, "is missing");
            }
            if stored.record(key, company).is_err() {
                return broken(stored.seq, "was changed");
            }
            if last.is_some_and(|(_, link)| link.as_slice() != stored.prev) {
                return broken(stored.seq, "does not follow the row before it");
            }
            last = Some((stored.seq, stored.link(company)));
            count += 1;
        }
        if rows.is_empty() {
            break;
        }
    }
    Ok(match (last, wanted.first) {
        (Some((seq, _)), _) if seq < wanted.last => Err(Broken { seq: seq + 1, what: "is missing" }),
        (Some((seq, _)), _) if seq > wanted.last => Err(Broken { seq, what: "is newer than the company" }),
        (None, Some(seq)) => Err(Broken { seq, what: "is missing" }),
        _ => Ok(count),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_begins_where_nothing_can_have_been_thrown_away() {
        let at = |second| DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::seconds(second);
        let first = |began, told: &[(u64, i64)]| {
            let told: Vec<_> = told.iter().map(|(seq, second)| (*seq, at(*second))).collect();
            Wanted::of(at(began), at(100), &told, 9).first
        };
        assert_eq!(first(101, &[]), Some(1));
        assert_eq!(first(100, &[(4, 120)]), Some(1));
        assert_eq!(first(99, &[]), None);
        assert_eq!(first(99, &[(2, 99)]), None);
        assert_eq!(first(99, &[(2, 99), (5, 101), (4, 100), (7, 130)]), Some(4));
    }
}
