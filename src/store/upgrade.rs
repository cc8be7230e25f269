//! Rows of before: what a member may do and what a code is good for stood in open columns. Sealed once, at the first start that
//! knows how; that it was done is part of the wrapped key of the installation, so that nobody can have it done again.

use chrono::DateTime;
use sqlx::{AnyConnection, Connection, any::AnyRow};

use crate::{
    app::ports::StoreError,
    domain::{
        ids::PersonId,
        member::{Member, Role, Standing},
    },
    store::{
        codes,
        connect::Connected,
        encode::{member_place, open},
        keyring::Keyring,
        people::{MemberBody, seal_member},
        read::{column, company, id},
        rows::{Cell, run},
        writer::unavailable,
    },
};

/// Seals what is not sealed yet. Broken off, it is done again at the next start.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn seal_what_was_open(connected: &Connected, keys: &Keyring) -> Result<(), StoreError> {
    let failed = |error: sqlx::Error| unavailable(&error);
    let mut connection = connected.writer.acquire().await.map_err(failed)?;
    let mut transaction = connection.begin_with(connected.begin).await.map_err(failed)?;
    seal_members(&mut transaction, keys).await?;
    seal_codes(&mut transaction, keys).await?;
    transaction.commit().await.map_err(failed)
}

async fn seal_members(connection: &mut AnyConnection, keys: &Keyring) -> Result<(), StoreError> {
    let rows = sqlx::query("SELECT company, person, role, standing, joined_at, body FROM members")
        .fetch_all(&mut *connection)
        .await
        .map_err(|error| unavailable(&error))?;
    let (mut sealed, mut left) = (Vec::new(), 0_usize);
    for row in &rows {
        match sealed_member(row, keys).await {
            Ok(row) => sealed.extend(row),
            // Nobody can read it now either; a company whose erasing was broken off has no key.
            Err(StoreError::Damaged(_)) => left += 1,
            Err(error) => return Err(error),
        }
    }
    if left > 0 {
        tracing::warn!(left, "members cannot be read and are left as they are");
    }
    let head = "UPDATE members SET body = sealed.column3 FROM (VALUES";
    let tail = ") AS sealed WHERE members.company = sealed.column1 AND members.person = sealed.column2";
    run(connection, head, &sealed, tail).await.map(|_| ()).map_err(|error| unavailable(&error))
}

/// `(company, person, body)`, if it is not sealed yet.
async fn sealed_member(row: &AnyRow, keys: &Keyring) -> Result<Option<Vec<Cell>>, StoreError> {
    let company = company(row)?;
    let person = PersonId(id(&column::<Vec<u8>>(row, 1)?)?);
    let key = keys.of(company.0).await?;
    let body: Option<MemberBody> = column::<Option<Vec<u8>>>(row, 5)?
        .map(|body| open(&key, &member_place(company, person), &body))
        .transpose()?;
    if body.as_ref().is_some_and(|body| body.seat.is_some()) {
        return Ok(None);
    }
    let role = Role::from_slug(&column::<String>(row, 2)?);
    let standing = Standing::from_slug(&column::<String>(row, 3)?);
    let (name, check_words) = body.map_or((None, None), |body| (body.name, body.check_words));
    let member = Member {
        person,
        role: role.ok_or(StoreError::Damaged("a member has an unknown role"))?,
        standing: standing.ok_or(StoreError::Damaged("a member has an unknown standing"))?,
        name,
        check_words,
        new_keys: None,
        joined_at: DateTime::from_timestamp_millis(column(row, 4)?).unwrap_or_default(),
    };
    let ids = [company.0, person.0].map(|id| Cell::Blob(id.as_bytes().to_vec()));
    let body = Cell::Blob(seal_member(&key, company, &member)?);
    Ok(Some(ids.into_iter().chain([body]).collect()))
}

async fn seal_codes(connection: &mut AnyConnection, keys: &Keyring) -> Result<(), StoreError> {
    let rows = sqlx::query("SELECT code, made_by, company, role, expires_at FROM codes WHERE body IS NULL")
        .fetch_all(&mut *connection)
        .await
        .map_err(|error| unavailable(&error))?;
    let sealed = rows
        .iter()
        .map(|row| codes::sealed_of_before(&keys.installation, row))
        .collect::<Result<Vec<_>, _>>()?;
    let head = "UPDATE codes SET body = sealed.column2 FROM (VALUES";
    let tail = ") AS sealed WHERE codes.code = sealed.column1";
    run(connection, head, &sealed, tail).await.map(|_| ()).map_err(|error| unavailable(&error))
}
