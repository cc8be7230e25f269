//! Who belongs to a company, and where people are found. What is sealed counts; columns only find a row, so that whoever can
//! write them and has no key makes nobody anything.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{AnyPool, any::AnyRow};

use crate::{
    app::ports::{Chat, ConversationKey, StoreError},
    dialogue::ChannelKind,
    domain::{
        ids::{CompanyId, PersonId},
        member::{Member, NewKeys, Role, Standing},
        pii::Pii,
    },
    store::{
        encode::{chat_place, conversation_place, member_place, open, open_conversation, seal},
        read::{column, companies, id},
        vault::DataKey,
        writer::unavailable,
    },
};

/// What is sealed of a member.
#[derive(Debug, Serialize, Deserialize)]
pub struct MemberBody {
    /// What they are called.
    pub name: Option<Pii<String>>,
    /// The three words of somebody who waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_words: Option<Pii<String>>,
    /// The keys with which somebody writes in their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_keys: Option<NewKeys>,
    /// Where they sit; rows of before have it in columns, until the upgrade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Seat>,
}

/// What somebody is in a company.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Seat {
    /// What they may do.
    pub role: Role,
    /// Whether an owner said that it is them.
    pub standing: Standing,
    /// When they came.
    pub joined_at: DateTime<Utc>,
}

/// Seals a member for their row.
///
/// # Errors
/// When it cannot be sealed.
pub fn seal_member(key: &DataKey, company: CompanyId, member: &Member) -> Result<Vec<u8>, StoreError> {
    let Member { person, role, standing, joined_at, .. } = *member;
    let body = MemberBody {
        name: member.name.clone(),
        check_words: member.check_words.clone(),
        new_keys: member.new_keys.clone(),
        seat: Some(Seat { role, standing, joined_at }),
    };
    seal(key, &member_place(company, person), &body)
}

/// The people of a company, whoever came first at the front.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn members(pool: &AnyPool, key: &DataKey, company: CompanyId) -> Result<Vec<Member>, StoreError> {
    member_rows(pool, company).await?.iter().map(|row| member(key, company, row)).collect()
}

/// Whether the columns of the members say the same as what is sealed of them.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn columns_agree(pool: &AnyPool, key: &DataKey, company: CompanyId) -> Result<bool, StoreError> {
    for row in member_rows(pool, company).await? {
        let Member { role, standing, .. } = member(key, company, &row)?;
        let shown = (column::<String>(&row, 2)?, column::<String>(&row, 3)?);
        if (shown.0.as_str(), shown.1.as_str()) != (role.slug(), standing.slug()) {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn member_rows(pool: &AnyPool, company: CompanyId) -> Result<Vec<AnyRow>, StoreError> {
    sqlx::query(
        "SELECT person, body, role, standing FROM members WHERE company = $1 ORDER BY joined_at, person",
    )
    .bind(company.0.as_bytes().to_vec())
    .fetch_all(pool)
    .await
    .map_err(|error| unavailable(&error))
}

fn member(key: &DataKey, company: CompanyId, row: &AnyRow) -> Result<Member, StoreError> {
    let unsealed = || StoreError::Damaged("what a member may do is not sealed");
    let person = PersonId(id(&column::<Vec<u8>>(row, 0)?)?);
    let body = column::<Option<Vec<u8>>>(row, 1)?.ok_or_else(unsealed)?;
    let MemberBody { name, check_words, new_keys, seat } = open(key, &member_place(company, person), &body)?;
    let Seat { role, standing, joined_at } = seat.ok_or_else(unsealed)?;
    Ok(Member { person, role, standing, name, check_words, new_keys, joined_at })
}

/// The chats of these people. A chat that is listed for one person and is another's is nobody's.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn chats(pool: &AnyPool, key: &DataKey, people: &[PersonId]) -> Result<Vec<Chat>, StoreError> {
    let mut chats = Vec::new();
    for person in people {
        let rows = sqlx::query(
            "SELECT chats.conversation, chats.body, conversations.body FROM chats \
             JOIN conversations ON conversations.id = chats.conversation \
             WHERE chats.person = $1 ORDER BY chats.conversation",
        )
        .bind(person.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
        for row in rows {
            let chat = chat(key, &row)?;
            if chat.person == *person {
                chats.push(chat);
            }
        }
    }
    Ok(chats)
}

/// Every chat on a channel. Each is opened to see which channel it is on.
///
/// # Errors
/// When the database does not answer, or a row cannot be opened.
pub async fn chats_on(pool: &AnyPool, key: &DataKey, channel: ChannelKind) -> Result<Vec<Chat>, StoreError> {
    let mut chats = chat_rows(pool).await?.iter().map(|row| chat(key, row)).collect::<Result<Vec<_>, _>>()?;
    chats.retain(|chat| chat.conversation.channel == channel);
    Ok(chats)
}

/// How many chats are listed for somebody whose they are not, or cannot be read.
///
/// # Errors
/// When the database does not answer.
pub async fn chats_astray(pool: &AnyPool, key: &DataKey) -> Result<usize, StoreError> {
    let mut astray = 0;
    for row in chat_rows(pool).await? {
        let listed = PersonId(id(&column::<Vec<u8>>(&row, 3)?)?);
        astray += usize::from(!chat(key, &row).is_ok_and(|chat| chat.person == listed));
    }
    Ok(astray)
}

async fn chat_rows(pool: &AnyPool) -> Result<Vec<AnyRow>, StoreError> {
    sqlx::query(
        "SELECT chats.conversation, chats.body, conversations.body, chats.person FROM chats \
         JOIN conversations ON conversations.id = chats.conversation ORDER BY chats.conversation",
    )
    .fetch_all(pool)
    .await
    .map_err(|error| unavailable(&error))
}

fn chat(key: &DataKey, row: &AnyRow) -> Result<Chat, StoreError> {
    let hash: [u8; 32] = column::<Vec<u8>>(row, 0)?
        .try_into()
        .map_err(|_| StoreError::Damaged("a chat has an impossible id"))?;
    let conversation: ConversationKey = open(key, &chat_place(&hash), &column::<Vec<u8>>(row, 1)?)?;
    let (body, _) = open_conversation(key, &conversation_place(&hash), &column::<Vec<u8>>(row, 2)?)?;
    Ok(Chat { person: body.person, conversation, language: body.language })
}

/// The ids of the chats of a person.
///
/// # Errors
/// When the database does not answer.
pub async fn chat_ids(pool: &AnyPool, person: PersonId) -> Result<Vec<Vec<u8>>, StoreError> {
    sqlx::query("SELECT conversation FROM chats WHERE person = $1")
        .bind(person.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?
        .iter()
        .map(|row| column(row, 0))
        .collect()
}

/// The companies in which a person is a member, confirmed or not, in the order in which they came.
///
/// # Errors
/// When the database does not answer.
pub async fn companies_of(pool: &AnyPool, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
    let rows = sqlx::query("SELECT company FROM members WHERE person = $1 ORDER BY joined_at, company")
        .bind(person.0.as_bytes().to_vec())
        .fetch_all(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    companies(&rows)
}
