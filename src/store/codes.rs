//! Codes that work once, kept as keyed hashes, and the wrong ones that were tried. What a code is good for is sealed; its columns
//! only find it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, AnyPool, any::AnyRow};
use uuid::Uuid;

use crate::{
    app::ports::{CodeRecord, Commit, StoreError},
    dialogue::step::Change,
    domain::{
        code::{Code, INVITATION, IssuedCode, Purpose, WINDOW, WrongTry},
        ids::{CompanyId, PersonId},
        member::Role,
    },
    store::{
        encode::{open, seal},
        job::Job,
        keyring::Keyring,
        read::{column, id, put_back_at},
        rows::{Cell, run},
        vault::DataKey,
        writer::unavailable,
    },
};

/// Who makes codes with which a company can be started.
const OPERATOR: PersonId = PersonId(Uuid::nil());

/// What is sealed of a code: everything but whether it was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CodeBody {
    made_by: PersonId,
    company: Option<CompanyId>,
    /// An invitation names a role.
    role: Option<Role>,
    expires_at: DateTime<Utc>,
}

impl CodeBody {
    fn of(issued: &IssuedCode) -> Self {
        let role = match issued.purpose {
            Purpose::Invitation(_, role) => Some(role),
            Purpose::Link(_) | Purpose::Company => None,
        };
        let company = issued.purpose.company();
        Self { made_by: issued.made_by, company, role, expires_at: issued.expires_at }
    }

    /// What the columns of a row say: `(made_by, company, role, expires_at)`, from the column with this number on.
    fn in_columns(row: &AnyRow, first: usize) -> Result<Self, StoreError> {
        let company = match column::<Vec<u8>>(row, first + 1)?.as_slice() {
            [] => None,
            bytes => Some(CompanyId(id(bytes)?)),
        };
        Ok(Self {
            made_by: PersonId(id(&column::<Vec<u8>>(row, first)?)?),
            company,
            role: Role::from_slug(&column::<String>(row, first + 2)?),
            expires_at: instant(column(row, first + 3)?),
        })
    }

    fn issued(self, is_spent: bool) -> Result<IssuedCode, StoreError> {
        let purpose = match (self.company, self.role) {
            (Some(company), Some(role)) => Purpose::Invitation(company, role),
            (company, None) => Purpose::Link(company),
            (None, Some(_)) => return Err(StoreError::Damaged("an invitation names no company")),
        };
        Ok(IssuedCode { made_by: self.made_by, purpose, expires_at: self.expires_at, is_spent })
    }
}

/// Names the place of a code row.
fn place(code: &[u8]) -> String {
    let code: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("codes|body|{code}|1")
}

fn sealed(key: &DataKey, code: &[u8], body: Option<&[u8]>) -> Result<CodeBody, StoreError> {
    let body = body.ok_or(StoreError::Damaged("what a code is good for is not sealed"))?;
    open(key, &place(code), body)
}

/// `(code, body)` of a row `(code, made_by, company, role, expires_at)` from before codes were sealed.
///
/// # Errors
/// When the row cannot be read or sealed.
pub fn sealed_of_before(key: &DataKey, row: &AnyRow) -> Result<Vec<Cell>, StoreError> {
    let code: Vec<u8> = column(row, 0)?;
    let body = seal(key, &place(&code), &CodeBody::in_columns(row, 1)?)?;
    Ok(vec![Cell::Blob(code), Cell::Blob(body)])
}

/// How many codes are not what their columns say, or cannot be read.
///
/// # Errors
/// When the database does not answer.
pub async fn astray(pool: &AnyPool, key: &DataKey) -> Result<usize, StoreError> {
    let rows = sqlx::query("SELECT code, made_by, company, role, expires_at, body FROM codes")
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    let is_true = |row: &AnyRow| {
        let body = column::<Option<Vec<u8>>>(row, 5)?;
        let sealed = sealed(key, &column::<Vec<u8>>(row, 0)?, body.as_deref())?;
        let shown = CodeBody::in_columns(row, 1)?;
        // A column keeps whole milliseconds.
        let until = instant(sealed.expires_at.timestamp_millis());
        Ok::<bool, StoreError>(shown == CodeBody { expires_at: until, ..sealed })
    };
    Ok(rows.iter().filter(|row| !is_true(row).unwrap_or(false)).count())
}

/// Puts the rows of what a turn does with codes into the job. `sender`: the conversation, as it is stored.
///
/// # Errors
/// When a code cannot be sealed.
pub fn put_rows(commit: &Commit, keys: &Keyring, sender: &[u8; 32], job: &mut Job) -> Result<(), StoreError> {
    let at = |instant: DateTime<Utc>| Cell::Int(instant.timestamp_millis());
    let person = |person: &PersonId| Cell::Blob(person.0.as_bytes().to_vec());
    let company = |company: Option<CompanyId>| {
        Cell::Blob(company.map_or_else(Vec::new, |company| company.0.as_bytes().to_vec()))
    };
    let (now, hash) = (commit.at, |code: &str| keys.lookup.code_hash(code).to_vec());
    for change in &commit.changes {
        match change {
            Change::SaveCode(code, issued) => {
                let (code, body) = (hash(code.as_str()), CodeBody::of(issued));
                let sealed = seal(&keys.installation, &place(&code), &body)?;
                job.codes.push(vec![
                    Cell::Blob(code),
                    person(&body.made_by),
                    company(body.company),
                    Cell::Text(body.role.map_or("", Role::slug).into()),
                    at(body.expires_at),
                    Cell::Blob(sealed),
                ]);
            }
            Change::Join(code, ..) | Change::Link(code, ..) => {
                job.used.push(vec![Cell::Blob(hash(code.as_str())), at(now)]);
            }
            Change::UseSignup(code) => {
                let code = hash(code.as_str());
                // Used, it works for nobody. Its row is kept for longer than a code works that was not used.
                let body = CodeBody { made_by: OPERATOR, company: None, role: None, expires_at: now };
                let sealed = seal(&keys.installation, &place(&code), &body)?;
                let row = [Cell::Blob(code), person(&OPERATOR), company(None), Cell::Text(String::new())];
                let rest = [at(body.expires_at), Cell::Blob(sealed), at(now)];
                job.signups.push(row.into_iter().chain(rest).collect());
            }
            Change::NoteWrongCode => job.wrong_codes.push(vec![at(now), Cell::Blob(sender.to_vec())]),
            Change::CancelCodes(made_by) => {
                job.cancelled.push(vec![person(made_by), at(now), company(commit.company.map(|(id, _)| id))]);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Marks codes as used, each only if it still works; else nothing of the transaction may stay.
///
/// # Errors
/// `RowNotFound` when one of them does not work any more.
pub async fn use_up(connection: &mut AnyConnection, used: &[&Vec<Cell>]) -> Result<(), sqlx::Error> {
    let head = "UPDATE codes SET used_at = tried.column2 FROM (VALUES";
    let tail = ") AS tried WHERE codes.code = tried.column1 AND codes.used_at IS NULL \
                AND codes.expires_at > tried.column2 RETURNING codes.code";
    let won = run(connection, head, used, tail).await?;
    if won.len() < used.len() { Err(sqlx::Error::RowNotFound) } else { Ok(()) }
}

/// Notes codes of the operator as used, each only if it was not; else nothing of the transaction may stay.
///
/// # Errors
/// `RowNotFound` when one of them was used before.
pub async fn use_signups(connection: &mut AnyConnection, used: &[&Vec<Cell>]) -> Result<(), sqlx::Error> {
    let head = "INSERT INTO codes (code, made_by, company, role, expires_at, body, used_at) VALUES";
    let won = run(connection, head, used, "ON CONFLICT (code) DO NOTHING RETURNING code").await?;
    if won.len() < used.len() { Err(sqlx::Error::RowNotFound) } else { Ok(()) }
}

/// A code that was used by somebody else meanwhile is a conflict: reading again shows it.
pub fn refused(error: &sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::RowNotFound => StoreError::Conflict,
        error => unavailable(error),
    }
}

/// How many codes of this person still work.
///
/// # Errors
/// When the database does not answer.
pub async fn open_of(pool: &AnyPool, person: PersonId, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let query = "SELECT COUNT(*) FROM codes WHERE made_by = $1 AND used_at IS NULL AND expires_at > $2";
    let row = sqlx::query(query)
        .bind(person.0.as_bytes().to_vec())
        .bind(now.timestamp_millis())
        .fetch_one(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    Ok(usize::try_from(column::<i64>(&row, 0)?).unwrap_or(0))
}

/// Everything that is known about a code and about wrong ones of late.
///
/// # Errors
/// When the database does not answer, or the code is not what it was sealed as.
pub async fn look_up(
    pool: &AnyPool,
    keys: &Keyring,
    code: &Code,
    sender: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<CodeRecord, StoreError> {
    let failed = |error: sqlx::Error| unavailable(&error);
    let hash = keys.lookup.code_hash(code.as_str());
    let issued = sqlx::query("SELECT body, used_at FROM codes WHERE code = $1")
        .bind(hash.to_vec())
        .fetch_optional(pool)
        .await
        .map_err(failed)?
        .map(|row| {
            let body = column::<Option<Vec<u8>>>(&row, 0)?;
            sealed(&keys.installation, &hash, body.as_deref())?
                .issued(column::<Option<i64>>(&row, 1)?.is_some())
        })
        .transpose()?;
    let issued = match issued {
        Some(issued) => Some(issued),
        None => signup(pool, keys, code).await?,
    };
    let wrong = sqlx::query("SELECT tried_at, sender FROM wrong_codes WHERE tried_at > $1 ORDER BY tried_at")
        .bind((now - WINDOW).timestamp_millis())
        .fetch_all(pool)
        .await
        .map_err(failed)?
        .iter()
        .map(|row| {
            let same_sender = column::<Vec<u8>>(row, 1)?.as_slice() == sender;
            Ok(WrongTry { at: instant(column(row, 0)?), same_sender })
        })
        .collect::<Result<_, StoreError>>()?;
    let open = sqlx::query("SELECT DISTINCT made_by FROM codes WHERE used_at IS NULL AND expires_at > $1")
        .bind(now.timestamp_millis())
        .fetch_all(pool)
        .await
        .map_err(failed)?
        .iter()
        .map(|row| Ok(PersonId(id(&column::<Vec<u8>>(row, 0)?)?)))
        .collect::<Result<_, StoreError>>()?;
    Ok(CodeRecord { issued, wrong, open })
}

/// A code of the operator that is not known to be used. Which of them were used is not known any more when everything was put back
/// from a copy since.
async fn signup(pool: &AnyPool, keys: &Keyring, code: &Code) -> Result<Option<IssuedCode>, StoreError> {
    let Some(made_at) = keys.lookup.signup_made_at(code) else { return Ok(None) };
    let is_spent = put_back_at(pool).await?.is_some_and(|at| made_at.timestamp_millis() <= at);
    let expires_at = made_at + INVITATION;
    Ok(Some(IssuedCode { made_by: OPERATOR, purpose: Purpose::Company, expires_at, is_spent }))
}

fn instant(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}
