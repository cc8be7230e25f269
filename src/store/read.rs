//! What is read from the database.

use chrono::{DateTime, Utc};
use sqlx::{AnyPool, Row, any::AnyRow};
use uuid::Uuid;

use crate::{
    app::ports::{Conversation, StoreError},
    domain::{
        dossier::{Dossier, Slot},
        history::History,
        ids::{CompanyId, ItemId, Slug},
        item::{Answer, Item},
    },
    store::{
        encode::{
            MatterBody, answer_place, conversation_place, erasure_place, item_place, matter_place, open,
            open_conversation, unsigned,
        },
        vault::DataKey,
        writer::unavailable,
    },
};

/// A conversation as it was read.
#[derive(Debug)]
pub struct ReadConversation {
    /// The conversation.
    pub conversation: Conversation,
    /// Its version.
    pub version: u64,
    /// Its position could not be read and is the menu now.
    pub state_lost: bool,
}

/// A conversation by its id.
///
/// # Errors
/// When the database does not answer, or the row cannot be opened.
pub async fn conversation(
    pool: &AnyPool,
    key: &DataKey,
    id: &[u8; 32],
) -> Result<Option<ReadConversation>, StoreError> {
    let row = sqlx::query("SELECT version, body FROM conversations WHERE id = $1")
        .bind(id.to_vec())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    let Some(row) = row else { return Ok(None) };
    let (version, body) = (column::<i64>(&row, 0)?, column::<Vec<u8>>(&row, 1)?);
    let (conversation, state_lost) = open_conversation(key, &conversation_place(id), &body)?;
    Ok(Some(ReadConversation { conversation, version: unsigned(version), state_lost }))
}

/// `(id, version, body)` of conversations in the order of their ids, from behind this one on; none: there are no more.
///
/// # Errors
/// When the database does not answer.
pub async fn conversations_behind(
    pool: &AnyPool,
    id: Vec<u8>,
    most: u32,
) -> Result<Vec<(Vec<u8>, u64, Vec<u8>)>, StoreError> {
    sqlx::query("SELECT id, version, body FROM conversations WHERE id > $1 ORDER BY id LIMIT $2")
        .bind(id)
        .bind(i64::from(most))
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(|row| Ok((column(row, 0)?, unsigned(column(row, 1)?), column(row, 2)?)))
        .collect()
}

/// The version of a company; `None`: there is none, or its erasing was begun.
///
/// # Errors
/// When the database does not answer.
pub async fn company_version(pool: &AnyPool, id: CompanyId) -> Result<Option<u64>, StoreError> {
    let row = sqlx::query(
        "SELECT version FROM companies WHERE id = $1 AND NOT EXISTS \
         (SELECT 1 FROM erasures WHERE erasures.company = companies.id AND due_at = 0)",
    )
    .bind(id.0.as_bytes().to_vec())
    .fetch_optional(pool)
    .await
    .map_err(|error| unavailable(&error))?;
    row.map(|row| column(&row, 0).map(unsigned)).transpose()
}

/// The wish to erase a company, among what waits in it.
const ERASURE: i64 = -1;
/// Everything that waits in a company, in one read.
const WAITING: &str = "SELECT CAST(-1 AS BIGINT) AS matter, body FROM erasures WHERE company = $1 AND due_at > 0 \
    UNION ALL SELECT matter, body FROM matters WHERE company = $1 ORDER BY matter";

/// Everything a company has told.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn dossier(pool: &AnyPool, key: &DataKey, id: CompanyId) -> Result<Dossier, StoreError> {
    let mut dossier = Dossier::default();
    let rows = sqlx::query("SELECT item, body FROM items WHERE company = $1 ORDER BY item")
        .bind(id.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    for row in rows {
        let item = small(column(&row, 0)?)?;
        let item: Item = open(key, &item_place(id, ItemId(item)), &column::<Vec<u8>>(&row, 1)?)?;
        dossier.save_item(item);
    }
    for (_, slot, answer) in answers(pool, key, id).await? {
        dossier.save_answer(slot, answer);
    }
    let rows = sqlx::query(WAITING)
        .bind(id.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    for row in rows {
        let (matter, body) = (column::<i64>(&row, 0)?, column::<Vec<u8>>(&row, 1)?);
        match matter {
            ERASURE => dossier.set_erasure(Some(open(key, &erasure_place(id), &body)?)),
            _ => open::<MatterBody>(key, &matter_place(id, matter), &body)?.put(&mut dossier),
        }
    }
    Ok(dossier)
}

/// Every revision of every answer of a company.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn history(pool: &AnyPool, key: &DataKey, id: CompanyId) -> Result<History, StoreError> {
    let mut history = History::default();
    for (_, slot, answer) in answers(pool, key, id).await? {
        history.save(slot, answer);
    }
    Ok(history)
}

/// With which version of a company its answers were told, and when; the oldest first.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn told(
    pool: &AnyPool,
    key: &DataKey,
    id: CompanyId,
) -> Result<Vec<(u64, DateTime<Utc>)>, StoreError> {
    let answers = answers(pool, key, id).await?;
    Ok(answers.into_iter().map(|(revision, _, answer)| (revision, answer.at)).collect())
}

/// Every revision of every answer of a company, the oldest first.
async fn answers(
    pool: &AnyPool,
    key: &DataKey,
    id: CompanyId,
) -> Result<Vec<(u64, Slot, Answer)>, StoreError> {
    let rows = sqlx::query(
        "SELECT revision, item, question, body FROM answers WHERE company = $1 ORDER BY revision",
    )
    .bind(id.0.as_bytes().to_vec())
    .fetch_all(pool)
    .await
    .map_err(|error| unavailable(&error))?;
    rows.iter()
        .map(|row| {
            let revision = unsigned(column(row, 0)?);
            let (item, question) = (small(column(row, 1)?)?, column::<String>(row, 2)?);
            let place = answer_place(id, revision, item, &question);
            let answer: Answer = open(key, &place, &column::<Vec<u8>>(row, 3)?)?;
            let item = (item > 0).then_some(ItemId(item));
            Ok((revision, Slot { item, question: Slug::from(question.as_str()) }, answer))
        })
        .collect()
}

/// `(event, payload)` of what was received on a channel and is not handled, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(pool: &AnyPool, channel: &'static str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    sqlx::query(
        "SELECT event, payload FROM inbox WHERE channel = $1 AND payload IS NOT NULL ORDER BY arrived",
    )
    .bind(channel)
    .fetch_all(pool)
    .await
    .map_err(|error| unavailable(&error))?
    .iter()
    .map(|row| Ok((column(row, 0)?, column(row, 1)?)))
    .collect()
}

/// Whether an event was received on a channel and is handled by now.
///
/// # Errors
/// When the database does not answer.
pub async fn is_handled(pool: &AnyPool, channel: &'static str, event: &str) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM inbox WHERE channel = $1 AND event = $2 AND payload IS NULL")
        .bind(channel)
        .bind(event.to_owned())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    Ok(row.is_some())
}

/// What is to be sent: its id, the company that it is about, and its body.
pub type Unsent = (Uuid, Option<CompanyId>, Vec<u8>);

/// What is to be sent on a channel, in the order of sending.
///
/// # Errors
/// When the database does not answer.
pub async fn unsent(pool: &AnyPool, channel: &'static str) -> Result<Vec<Unsent>, StoreError> {
    sqlx::query("SELECT id, company, body FROM outbox WHERE channel = $1 AND elsewhere = 0 ORDER BY lane, id")
        .bind(channel)
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(unsent_row)
        .collect()
}

/// `(id, company, body)` of something that is to be sent.
///
/// # Errors
/// When a column is not what it should be.
pub fn unsent_row(row: &AnyRow) -> Result<Unsent, StoreError> {
    let company = column::<Option<Vec<u8>>>(row, 1)?;
    let company = company.and_then(|company| id(&company).ok()).map(CompanyId);
    Ok((id(&column::<Vec<u8>>(row, 0)?)?, company, column(row, 2)?))
}

/// Whether a message is still to be sent.
///
/// # Errors
/// When the database does not answer.
pub async fn is_unsent(pool: &AnyPool, id: Uuid) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM outbox WHERE id = $1")
        .bind(id.as_bytes().to_vec())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    Ok(row.is_some())
}

/// Whether anything was ever written that only the right keys can read.
///
/// # Errors
/// When the database does not answer.
pub async fn holds_anything(pool: &AnyPool) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "SELECT 1 FROM inbox UNION ALL SELECT 1 FROM conversations UNION ALL SELECT 1 FROM companies LIMIT 1",
    )
    .fetch_optional(pool)
    .await
    .map_err(|error| unavailable(&error))?;
    Ok(row.is_some())
}

/// What a channel noted about a conversation.
///
/// # Errors
/// When the database does not answer.
pub async fn channel_note(pool: &AnyPool, id: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
    let row = sqlx::query("SELECT body FROM channel_notes WHERE id = $1")
        .bind(id.to_vec())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    row.map(|row| column(&row, 0)).transpose()
}

/// The wrapped key of a scope.
///
/// # Errors
/// When the database does not answer.
pub async fn wrapped_key(pool: &AnyPool, scope: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
    let row = sqlx::query("SELECT wrapped FROM keys WHERE scope = $1")
        .bind(scope.as_bytes().to_vec())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    row.map(|row| column(&row, 0)).transpose()
}

/// Whether there is any company.
///
/// # Errors
/// When the database does not answer.
pub async fn holds_companies(pool: &AnyPool) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM companies LIMIT 1").fetch_optional(pool).await;
    Ok(row.map_err(|error| unavailable(&error))?.is_some())
}

/// When everything was put back from a copy last, in milliseconds since 1970; `None`: never.
///
/// # Errors
/// When the database does not answer.
pub async fn put_back_at(pool: &AnyPool) -> Result<Option<i64>, StoreError> {
    let row = sqlx::query("SELECT at FROM last_restore").fetch_optional(pool).await;
    row.map_err(|error| unavailable(&error))?.map(|row| column(&row, 0)).transpose()
}

/// What opens. What does not is left where it is, so that it does not stand in the way of the rest.
pub fn readable<T>(opened: impl Iterator<Item = Result<T, StoreError>>, what: &'static str) -> Vec<T> {
    let mut unreadable = 0_usize;
    let read = opened.filter_map(|one| one.inspect_err(|_| unreadable += 1).ok()).collect();
    if unreadable > 0 {
        tracing::error!(unreadable, what, "some rows cannot be read and are left where they are");
    }
    read
}

/// A column of a row.
///
/// # Errors
/// When it has another type.
pub fn column<'r, T>(row: &'r AnyRow, index: usize) -> Result<T, StoreError>
where
    T: sqlx::Decode<'r, sqlx::Any> + sqlx::Type<sqlx::Any>,
{
    row.try_get(index).map_err(|_| StoreError::Damaged("a column has another type"))
}

/// The companies in the first column of rows.
///
/// # Errors
/// When something else stands there.
pub fn companies(rows: &[AnyRow]) -> Result<Vec<CompanyId>, StoreError> {
    rows.iter().map(company).collect()
}

/// The company in the first column of a row.
///
/// # Errors
/// When something else stands there.
pub fn company(row: &AnyRow) -> Result<CompanyId, StoreError> {
    Ok(CompanyId(id(&column::<Vec<u8>>(row, 0)?)?))
}

/// An id as it is kept.
///
/// # Errors
/// When it is none.
pub fn id(bytes: &[u8]) -> Result<Uuid, StoreError> {
    Uuid::from_slice(bytes).map_err(|_| StoreError::Damaged("an id has an impossible length"))
}

fn small(number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::Damaged("an item has an impossible number"))
}
