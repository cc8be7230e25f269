//! Companies with words that can be found again: planted as names, numbers, answers and chat addresses.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use noodplan::{
    app::ports::{Commit, Conversation, ConversationKey, Incoming, LaneKind, Outgoing, Store, StoreError},
    dialogue::{ChannelKind, Place, input::Raw, step::Change},
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{CompanyId, PersonId},
        item::{Answer, Item, ItemKind, Value},
        member::{Member, Role},
        phone::Phone,
    },
    store::sql::SqlStore,
    text::{Language, Rich, Span},
};
use sqlx::{AssertSqlSafe, Connection, Row};
use uuid::Uuid;

/// Every planted word is this long.
const LENGTH: usize = 9;
const ANSWERS: u32 = 40;
const ITEMS: u32 = 8;

/// A company and what was planted in it.
#[derive(Clone, Debug)]
pub struct Planted {
    pub number: u32,
    pub company: CompanyId,
    pub person: PersonId,
    pub conversation: ConversationKey,
}

impl Planted {
    fn word(&self, index: u32) -> String {
        format!("kn{:03}x{index:03}", self.number)
    }

    fn digits(&self, index: u32) -> String {
        format!("1{:03}{index:04}", self.number)
    }

    /// Every word that must be nowhere in clear.
    pub fn words(&self) -> Vec<String> {
        let told = (0..ANSWERS + ITEMS + 2).map(|index| self.word(index));
        let numbers = (0..ITEMS).map(|index| format!("6{}", self.digits(index)));
        let address = self.conversation.address.as_str().to_owned();
        told.chain(numbers).chain([address]).collect()
    }

    /// Whether a dossier holds exactly what was planted.
    pub fn is_in(&self, dossier: &Dossier) -> bool {
        let answered = (0..ANSWERS).all(|index| dossier.text(&question(index)) == Some(&self.word(index)));
        let named = dossier.items().zip(ANSWERS..).all(|(item, index)| {
            item.contact.name.as_ref().map(|name| name.as_str()) == Some(&self.word(index))
        });
        answered && named && dossier.items().count() == ITEMS as usize
    }

    /// How many items a company has at the start.
    pub fn items_there(&self) -> usize {
        ITEMS as usize
    }

    fn items(&self) -> Vec<Item> {
        let mut dossier = Dossier::default();
        for index in 0..ITEMS {
            let contact = Contact {
                name: Some(self.word(ANSWERS + index).as_str().into()),
                phones: vec![Phone::parse(&format!("06{}", self.digits(index))).unwrap()],
                ..Contact::default()
            };
            dossier.save_item(dossier.new_item(ItemKind::Contact, "decider".into(), contact));
        }
        dossier.items().cloned().collect()
    }
}

fn question(index: u32) -> String {
    format!("question-{index}")
}

/// A conversation on a channel.
pub fn conversation_on(channel: ChannelKind, address: &str) -> ConversationKey {
    ConversationKey { channel, address: address.into() }
}

/// Some instant.
pub fn at() -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::days(20_000)
}

fn id(number: u32, kind: u32) -> Uuid {
    Uuid::from_u128(u128::from(number) * 1_000 + u128::from(kind) + 1_000_000)
}

/// The id of a message: it begins with its time.
fn sent_id(number: u32) -> Uuid {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&number.to_be_bytes());
    let at = u64::try_from(at().timestamp_millis()).unwrap();
    uuid::Builder::from_unix_timestamp_millis(at, &random).into_uuid()
}

/// A company with everything in it: its owner's chat, an event that waits, a message that was not sent.
pub async fn company(store: &SqlStore, number: u32) -> Planted {
    try_company(store, number).await.unwrap()
}

pub async fn try_company(store: &SqlStore, number: u32) -> Result<Planted, StoreError> {
    let address = format!("7{number:03}00000");
    let planted = Planted {
        number,
        company: CompanyId(id(number, 1)),
        person: PersonId(id(number, 2)),
        conversation: conversation_on(ChannelKind::Telegram, &address),
    };
    let said = planted.word(ANSWERS + ITEMS);
    store
        .receive(vec![Incoming {
            conversation: planted.conversation.clone(),
            event: format!("waits-{number}"),
            name: Some(said.as_str().into()),
            language_tag: None,
            raw: Raw::Text(said.as_str().into()),
            at: at(),
        }])
        .await?;
    let answers = (0..ANSWERS).map(|index| {
        let value = Value::Text(planted.word(index).into());
        let slot = Slot::own(&question(index));
        Change::SaveAnswer(slot, Answer { value, by: planted.person, at: at(), catalogue: 1 })
    });
    let items = planted.items().into_iter().map(Change::SaveItem);
    let name = planted.word(ANSWERS + ITEMS + 1);
    let owner =
        Member { name: Some(name.as_str().into()), ..Member::confirmed(planted.person, Role::Owner, at()) };
    let start = [Change::StartCompany(planted.company), Change::SaveMember(owner)];
    let changes = start.into_iter().chain(answers).chain(items).collect();
    store
        .commit(Commit {
            conversation: Some(Conversation {
                name: Some(name.as_str().into()),
                company: Some(planted.company),
                listed: true,
                ..Conversation::new(planted.person, Language::Nl, Place::Menu, at())
            }),
            lists: true,
            changes,
            company: Some((planted.company, 0)),
            outgoing: vec![Outgoing::new(
                sent_id(number),
                planted.conversation.clone(),
                LaneKind::Interactive,
                Rich(vec![Span { text: name, bold: false, fixed: false }]),
            )],
            ..Commit::of_event(planted.conversation.clone(), format!("start-{number}"), at())
        })
        .await?;
    Ok(planted)
}

/// The planted words that stand somewhere in these files.
pub fn found(words: &[String], files: &[(PathBuf, Vec<u8>)]) -> Vec<String> {
    assert!(words.iter().all(|word| word.len() == LENGTH));
    let planted: HashSet<&[u8]> = words.iter().map(String::as_bytes).collect();
    let windows = files.iter().flat_map(|(_, bytes)| bytes.windows(LENGTH));
    windows
        .filter(|window| planted.contains(window))
        .map(|window| String::from_utf8(window.to_vec()).unwrap())
        .collect()
}

/// The name of a file.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

async fn connected(file: &Path) -> sqlx::AnyConnection {
    sqlx::any::install_default_drivers();
    sqlx::AnyConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap()
}

/// The first column of what a query gives.
pub async fn column(file: &Path, query: &str) -> Vec<Vec<u8>> {
    let mut connection = connected(file).await;
    let rows = sqlx::query(AssertSqlSafe(query.to_owned())).fetch_all(&mut connection).await.unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// Runs a statement.
pub async fn execute(file: &Path, statement: &str) {
    let mut connection = connected(file).await;
    sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.unwrap();
}

/// Puts other bytes in the place of these.
pub async fn replace(file: &Path, (table, column): (&str, &str), bytes: &[u8], others: &[u8]) {
    let mut connection = connected(file).await;
    let statement = format!("UPDATE {table} SET {column} = $1 WHERE {column} = $2");
    let done = sqlx::query(AssertSqlSafe(statement))
        .bind(others.to_vec())
        .bind(bytes.to_vec())
        .execute(&mut connection)
        .await
        .unwrap();
    assert_eq!(done.rows_affected(), 1);
}
