//! Looking a database over from the outside, also while the bot runs: nothing is changed, and nothing of what was told is
//! given out. Every problem there is becomes a sentence.

use sqlx::{AnyPool, Row};
use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    domain::ids::CompanyId,
    store::{
        audit,
        connect::{Looking, OpenError, look},
        encode::unsigned,
        keyring::fits,
        read,
        vault::Vault,
        writer::unavailable,
    },
};

/// What was seen.
#[derive(Debug, Default)]
pub struct Seen {
    /// Companies that were read from end to end.
    pub companies: usize,
    /// Rows of their logs.
    pub log_rows: u64,
    /// What is wrong, one sentence each.
    pub problems: Vec<String>,
}

/// One company, by its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its id.
    pub id: Uuid,
    /// When it began, in milliseconds since 1970.
    pub created_at: i64,
    /// Its members.
    pub members: i64,
    /// Its items.
    pub items: i64,
    /// Answers that were ever given.
    pub answers: i64,
}

/// Looks at everything. A database that is not there yet has no problem.
///
/// # Errors
/// When it is there and cannot be opened.
pub async fn look_over(url: &str, vault: &Vault) -> Result<Seen, OpenError> {
    let mut seen = Seen::default();
    let Some(looking) = look(url).await? else { return Ok(seen) };
    if looking.sole {
        for (file, pool) in [("noodplan.db", &looking.readers), ("keys.db", &looking.key_readers)] {
            seen.problems.extend(sqlite_problems(file, pool).await);
        }
    }
    match fits(vault, &looking.key_readers).await {
        Ok(true) => {}
        Ok(false) => {
            seen.problems.push("the master key does not open the keys of this database".into());
            return Ok(seen);
        }
        Err(error) => {
            seen.problems.push(format!("the keys cannot be read: {error}"));
            return Ok(seen);
        }
    }
    match companies(&looking.readers).await {
        Ok(companies) => {
            for (id, version) in companies {
                look_at(&looking, vault, id, version, &mut seen).await;
            }
        }
        Err(error) => seen.problems.push(format!("the companies cannot be read: {error}")),
    }
    Ok(seen)
}

/// Every company by its numbers, oldest first.
///
/// # Errors
/// When the database is not there or does not answer.
pub async fn count(url: &str) -> Result<Vec<Counted>, OpenError> {
    let Some(looking) = look(url).await? else { return Ok(Vec::new()) };
    let rows = sqlx::query(
        "SELECT c.id, c.created_at, \
         (SELECT COUNT(*) FROM members m WHERE m.company = c.id), \
         (SELECT COUNT(*) FROM items i WHERE i.company = c.id), \
         (SELECT COUNT(*) FROM answers a WHERE a.company = c.id) \
         FROM companies c ORDER BY c.created_at, c.id",
    )
    .fetch_all(&looking.readers)
    .await
    .map_err(OpenError::Connect)?;
    let counted = |row: &sqlx::any::AnyRow| {
        let id: Vec<u8> = row.try_get(0)?;
        Ok(Counted {
            id: Uuid::from_slice(&id).unwrap_or_default(),
            created_at: row.try_get(1)?,
            members: row.try_get(2)?,
            items: row.try_get(3)?,
            answers: row.try_get(4)?,
        })
    };
    rows.iter().map(counted).collect::<Result<_, sqlx::Error>>().map_err(OpenError::Connect)
}

async fn sqlite_problems(file: &str, pool: &AnyPool) -> Vec<String> {
    let mut problems = Vec::new();
    match sqlx::query("PRAGMA integrity_check").fetch_all(pool).await {
        Ok(rows) => {
            let found = rows.iter().filter_map(|row| row.try_get::<String, _>(0).ok());
            // What SQLite says about a damaged page names tables and numbers, never values.
            problems.extend(found.filter(|said| said != "ok").map(|said| format!("{file}: {said}")));
        }
        Err(error) => problems.push(format!("{file} cannot be checked: {}", unavailable(&error))),
    }
    match sqlx::query("PRAGMA foreign_key_check").fetch_all(pool).await {
        Ok(rows) if rows.is_empty() => {}
        Ok(rows) => problems.push(format!("{file}: {} rows refer to rows that are not there", rows.len())),
        Err(error) => problems.push(format!("{file} cannot be checked: {}", unavailable(&error))),
    }
    problems
}

async fn companies(pool: &AnyPool) -> Result<Vec<(CompanyId, u64)>, StoreError> {
    let rows = sqlx::query("SELECT id, version FROM companies ORDER BY id").fetch_all(pool).await;
    let read = |row: &sqlx::any::AnyRow| {
        let id: Vec<u8> = row.try_get(0).ok()?;
        Some((CompanyId(Uuid::from_slice(&id).ok()?), unsigned(row.try_get(1).ok()?)))
    };
    let rows = rows.map_err(|error| unavailable(&error))?;
    rows.iter().map(read).collect::<Option<_>>().ok_or(StoreError::Damaged("a company has no id"))
}

async fn look_at(looking: &Looking, vault: &Vault, id: CompanyId, version: u64, seen: &mut Seen) {
    let mut problem = |what: String| seen.problems.push(format!("company {}: {what}", id.0));
    let wrapped = match read::wrapped_key(&looking.key_readers, id.0).await {
        Ok(Some(wrapped)) => wrapped,
        Ok(None) => return problem("its key is missing".into()),
        Err(error) => return problem(error.to_string()),
    };
    let Ok(key) = vault.unwrap(id.0, &wrapped) else { return problem("its key does not open".into()) };
    if let Err(error) = read::dossier(&looking.readers, &key, id).await {
        problem(format!("what it told: {error}"));
    }
    if let Err(error) = read::members(&looking.readers, &key, id).await {
        problem(format!("its members: {error}"));
    }
    match audit::verify(&looking.readers, &key, id, version).await {
        Ok(Ok(rows)) => {
            seen.companies += 1;
            seen.log_rows += rows;
        }
        Ok(Err(broken)) => problem(broken.to_string()),
        Err(error) => problem(format!("its log: {error}")),
    }
}
