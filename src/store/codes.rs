//! Codes that work once, kept as keyed hashes, and the wrong ones that were tried.

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, AnyPool};
use uuid::Uuid;

use crate::{
    app::ports::{CodeRecord, StoreError},
    dialogue::step::Change,
    domain::{
        code::{Code, INVITATION, IssuedCode, Purpose, WINDOW, WrongTry},
        ids::{CompanyId, PersonId},
        member::Role,
    },
    store::{
        job::Job,
        read::{column, id},
        rows::{Cell, run},
        vault::Lookup,
        writer::unavailable,
    },
};

/// Who makes codes with which a company can be started.
const OPERATOR: PersonId = PersonId(Uuid::nil());

/// Puts the rows of what a turn does with codes into the job. `sender`: the conversation, as it is stored.
pub fn put_rows(changes: &[Change], lookup: &Lookup, sender: &[u8; 32], now: DateTime<Utc>, job: &mut Job) {
    let at = |instant: DateTime<Utc>| Cell::Int(instant.timestamp_millis());
    let person = |person: &PersonId| Cell::Blob(person.0.as_bytes().to_vec());
    for change in changes {
        match change {
            Change::SaveCode(code, issued) => {
                // Those of the operator are known by their seal.
                let (company, role) = match issued.purpose {
                    Purpose::Company => continue,
                    Purpose::Invitation(company, role) => (Some(company), Some(role)),
                    Purpose::Link(company) => (company, None),
                };
                job.codes.push(vec![
                    Cell::Blob(lookup.code_hash(code.as_str()).to_vec()),
                    person(&issued.made_by),
                    Cell::Blob(company.map_or_else(Vec::new, |company| company.0.as_bytes().to_vec())),
                    Cell::Text(role.map_or("", Role::slug).into()),
                    at(issued.expires_at),
                ]);
            }
            Change::Join(code, ..) | Change::Link(code, ..) => {
                job.used.push(vec![Cell::Blob(lookup.code_hash(code.as_str()).to_vec()), at(now)]);
            }
            Change::UseSignup(code) => job.signups.push(vec![
                Cell::Blob(lookup.code_hash(code.as_str()).to_vec()),
                person(&OPERATOR),
                Cell::Blob(Vec::new()),
                Cell::Text(String::new()),
                at(now + INVITATION),
                at(now),
            ]),
            Change::NoteWrongCode => {
                job.wrong_codes.push(vec![at(now), Cell::Blob(sender.to_vec())]);
                job.old_wrong_codes.push(vec![at(now - WINDOW * 24)]);
            }
            Change::CancelCodes(made_by) => job.cancelled.push(vec![person(made_by), at(now)]),
            _ => {}
        }
    }
}

/// Marks codes as used, each only if it still works; else nothing of the transaction may stay.
///
/// # Errors
/// `RowNotFound` when one of them does not work any more.
pub async fn use_up(connection: &mut AnyConnection, used: &[Vec<Cell>]) -> Result<(), sqlx::Error> {
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
pub async fn use_signups(connection: &mut AnyConnection, used: &[Vec<Cell>]) -> Result<(), sqlx::Error> {
    let head = "INSERT INTO codes (code, made_by, company, role, expires_at, used_at) VALUES";
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

/// Everything that is known about a code and about wrong ones of late.
///
/// # Errors
/// When the database does not answer.
pub async fn look_up(
    pool: &AnyPool,
    lookup: &Lookup,
    code: &Code,
    sender: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<CodeRecord, StoreError> {
    let failed = |error: sqlx::Error| unavailable(&error);
    let issued = sqlx::query("SELECT made_by, company, role, expires_at, used_at FROM codes WHERE code = $1")
        .bind(lookup.code_hash(code.as_str()).to_vec())
        .fetch_optional(pool)
        .await
        .map_err(failed)?
        .map(|row| {
            let company = match column::<Vec<u8>>(&row, 1)?.as_slice() {
                [] => None,
                bytes => Some(CompanyId(id(bytes)?)),
            };
            let purpose = match (company, Role::from_slug(&column::<String>(&row, 2)?)) {
                (Some(company), Some(role)) => Purpose::Invitation(company, role),
                (company, None) => Purpose::Link(company),
                (None, Some(_)) => return Err(StoreError::Damaged("an invitation names no company")),
            };
            Ok(IssuedCode {
                made_by: PersonId(id(&column::<Vec<u8>>(&row, 0)?)?),
                purpose,
                expires_at: instant(column(&row, 3)?),
                is_spent: column::<Option<i64>>(&row, 4)?.is_some(),
            })
        })
        .transpose()?
        .or_else(|| {
            let expires_at = lookup.signup_made_at(code)? + INVITATION;
            Some(IssuedCode { made_by: OPERATOR, purpose: Purpose::Company, expires_at, is_spent: false })
        });
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

/// The companies in which a person is a member, confirmed or not, in the order in which they came.
///
/// # Errors
/// When the database does not answer.
pub async fn companies_of(pool: &AnyPool, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
    sqlx::query("SELECT company FROM members WHERE person = $1 ORDER BY joined_at, company")
        .bind(person.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(|row| Ok(CompanyId(id(&column::<Vec<u8>>(row, 0)?)?)))
        .collect()
}

fn instant(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}
