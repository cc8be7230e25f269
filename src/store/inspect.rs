//! Looking a database over from the outside, also while the bot runs: nothing is changed, and nothing of what was told is
//! given out. Every problem there is becomes a sentence.

use chrono::{DateTime, Utc};
use sqlx::{AnyPool, Row};
use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    dialogue::ChannelKind,
    domain::{code::Code, ids::CompanyId, retention},
    store::{
        audit::{self, Wanted},
        codes,
        connect::{Looking, OpenError, look},
        encode::unsigned,
        key_file::Master,
        keyring::{fits, installation, lookup},
        people, read,
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

/// Looks at everything as it is now. A database that is not there yet has no problem.
///
/// # Errors
/// When it is there and cannot be opened.
pub async fn look_over(url: &str, vault: &Vault, now: DateTime<Utc>) -> Result<Seen, OpenError> {
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
            let past = retention::past(now);
            for company in companies {
                look_at(&looking, vault, company, past, &mut seen).await;
            }
        }
        Err(error) => seen.problems.push(format!("the companies cannot be read: {error}")),
    }
    look_at_the_doors(&looking, vault, &mut seen).await;
    Ok(seen)
}

/// What belongs to no company, and by which people are let in or found.
async fn look_at_the_doors(looking: &Looking, vault: &Vault, seen: &mut Seen) {
    // That it does not open was said before.
    let Ok(Some(key)) = installation(vault, &looking.key_readers).await else { return };
    let (chats, codes) =
        tokio::join!(people::chats_astray(&looking.readers, &key), codes::astray(&looking.readers, &key));
    for (found, what) in
        [(chats, "chats are not those of whom they are listed for"), (codes, "codes were changed")]
    {
        match found {
            Ok(0) => {}
            Ok(count) => seen.problems.push(format!("{count} {what}")),
            Err(error) => seen.problems.push(format!("whether {what} cannot be read: {error}")),
        }
    }
}

/// Keys for these in the folder of a channel; `None` before the first start.
///
/// # Errors
/// When the database is there and cannot be opened, or its keys cannot.
pub async fn keys_of_folder<const COUNT: usize>(
    url: &str,
    vault: &Vault,
    channel: ChannelKind,
    what: [&str; COUNT],
) -> Result<Option<[Master; COUNT]>, OpenError> {
    let Some(looking) = look(url).await? else { return Ok(None) };
    let lookup = lookup(vault, &looking.key_readers).await.map_err(OpenError::Key)?;
    Ok(lookup.map(|lookup| what.map(|what| lookup.key_of_folder(channel, what))))
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

/// A code with which one company can be started; `None`: the bot never ran here.
///
/// # Errors
/// When the database does not answer, this master key does not open its keys, or there are no random bytes.
pub async fn signup_code(url: &str, vault: &Vault, now: DateTime<Utc>) -> Result<Option<Code>, OpenError> {
    let Some(looking) = look(url).await? else { return Ok(None) };
    let lookup = lookup(vault, &looking.key_readers).await.map_err(OpenError::Key)?;
    let mut random = [0; 4];
    getrandom::fill(&mut random).map_err(|_| OpenError::Key(StoreError::Damaged("no random bytes")))?;
    Ok(lookup.map(|lookup| lookup.signup_code(random, now)))
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

/// A company as its row says it is.
struct Found {
    id: CompanyId,
    version: u64,
    began_at: DateTime<Utc>,
    /// Where its log ends, sealed.
    head: Option<Vec<u8>>,
}

impl Found {
    fn read(row: &sqlx::any::AnyRow) -> Option<Self> {
        let id: Vec<u8> = row.try_get(0).ok()?;
        let id = Uuid::from_slice(&id).ok()?;
        // The id holds the time at which it was made, and nothing opens under another id.
        let made_at = id.get_timestamp().map(|made| made.to_unix().0).and_then(|at| i64::try_from(at).ok());
        let made_at = made_at.and_then(|at| DateTime::from_timestamp(at, 0));
        let noted = DateTime::from_timestamp_millis(row.try_get(2).ok()?)?;
        let began_at = made_at.map_or(noted, |made_at| made_at.max(noted));
        let (version, head) = (unsigned(row.try_get(1).ok()?), row.try_get(3).ok()?);
        Some(Self { id: CompanyId(id), version, began_at, head })
    }
}

async fn companies(pool: &AnyPool) -> Result<Vec<Found>, StoreError> {
    let rows =
        sqlx::query("SELECT id, version, created_at, head FROM companies ORDER BY id").fetch_all(pool).await;
    let rows = rows.map_err(|error| unavailable(&error))?;
    rows.iter().map(Found::read).collect::<Option<_>>().ok_or(StoreError::Damaged("a company has no id"))
}

async fn look_at(looking: &Looking, vault: &Vault, found: Found, past: DateTime<Utc>, seen: &mut Seen) {
    let Found { id, version, began_at, head } = found;
    let before = seen.problems.len();
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
    match people::columns_agree(&looking.readers, &key, id).await {
        Ok(true) => {}
        Ok(false) => problem("the table shows another role of a member than the one that was given".into()),
        Err(error) => problem(format!("its members: {error}")),
    }
    // That it cannot be read was said above.
    let told = read::told(&looking.readers, &key, id).await.unwrap_or_default();
    if told.iter().any(|(revision, _)| *revision > version) {
        problem("what it told is newer than its version".into());
    }
    let wanted = Wanted::of(began_at, past, &told, version);
    match audit::verify(&looking.readers, &key, id, wanted).await {
        Ok(Ok(rows)) => {
            seen.companies += 1;
            seen.log_rows += rows;
        }
        Ok(Err(broken)) => problem(broken.to_string()),
        Err(error) => problem(format!("its log: {error}")),
    }
    // What is wrong otherwise was said.
    if seen.problems.len() > before {
        return;
    }
    match audit::ends_at(&looking.readers, &key, id, version, head.as_deref()).await {
        Ok(true) => {}
        Ok(false) => seen.problems.push(format!("company {}: the end of its log is missing", id.0)),
        Err(error) => seen.problems.push(format!("company {}: its log: {error}", id.0)),
    }
}
