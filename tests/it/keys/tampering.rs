//! Somebody who can write the files and has no key: changes bytes, and puts rows in each other's places.

use std::{path::Path, sync::OnceLock};

use chrono::TimeDelta;
use noodplan::{
    app::{
        feeds::Feeds,
        ports::{Commit, Store},
    },
    dialogue::{ChannelKind, step::Change},
    domain::{
        code::{Code, IssuedCode, Purpose},
        erasure::Erasure,
        ids::{CompanyId, ItemId},
        member::Role,
        succession::Succession,
    },
    store::{
        connect::sqlite_url,
        encode::{answer_place, item_place, outbox_place},
        sql::SqlStore,
        vault::DataKey,
    },
    text::Language,
};
use proptest::sample::Index;
use sqlx::{Connection, Row};
use tempfile::TempDir;
use uuid::Uuid;

use super::{copied, dossier_of, open};
use crate::{
    plant::{self, Planted},
    stage::vault,
};

/// Everything that is sealed but the log, which is a chain besides: file, table, column.
pub const TABLES: [(&str, &str, &str); 13] = [
    ("noodplan.db", "conversations", "body"),
    ("noodplan.db", "chats", "body"),
    ("noodplan.db", "members", "body"),
    ("noodplan.db", "items", "body"),
    ("noodplan.db", "answers", "body"),
    ("noodplan.db", "inbox", "payload"),
    ("noodplan.db", "outbox", "body"),
    ("noodplan.db", "codes", "body"),
    ("noodplan.db", "erasures", "body"),
    ("noodplan.db", "matters", "body"),
    ("noodplan.db", "feeds", "body"),
    ("noodplan.db", "channel_notes", "body"),
    ("keys.db", "keys", "wrapped"),
];

static WHOLE: OnceLock<(TempDir, Vec<Planted>)> = OnceLock::new();

const COMPANIES: u32 = 3;

fn code_of(planted: &Planted) -> Code {
    Code::short(planted.number.into())
}

fn link_of(planted: &Planted) -> Code {
    Code::long([u8::try_from(planted.number).unwrap(); 16])
}

fn note_of(planted: &Planted) -> String {
    format!("note {}", planted.number)
}

/// Gives a company a code and a link that work, something that waits in it, and a note about its chat.
async fn live(store: &SqlStore, planted: &Planted) {
    let purpose = Purpose::Invitation(planted.company, Role::Reader);
    let expires_at = plant::at() + TimeDelta::days(3);
    let issued = IssuedCode { made_by: planted.person, purpose, expires_at, is_spent: false };
    let (conversation, version) = store.load(&planted.conversation).await.unwrap().conversation.unwrap();
    let Planted { company, person, .. } = *planted;
    let turn = Commit {
        conversation: Some(conversation),
        conversation_version: version,
        changes: vec![
            Change::SaveCode(code_of(planted), issued),
            Change::OpenFeed { company, person, token: link_of(planted), language: Language::Nl },
            Change::SetErasure(Some(Erasure::asked(person, &[], plant::at()))),
            Change::SetSuccession(Some(Succession::asked(person, person, plant::at()))),
        ],
        company: Some((company, 1)),
        ..Commit::of_event(planted.conversation.clone(), format!("invites-{}", planted.number), plant::at())
    };
    store.commit(turn).await.unwrap();
    store.note_channel(vec![(planted.conversation.clone(), note_of(planted))]).await.unwrap();
}

/// A folder with three companies in it, made once.
async fn whole() -> &'static (TempDir, Vec<Planted>) {
    if WHOLE.get().is_none() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path()).await;
        let mut all = Vec::new();
        for number in 0..COMPANIES {
            all.push(plant::company(&store, number).await);
            live(&store, all.last().unwrap()).await;
        }
        drop(store);
        // Somebody else may have been first; then theirs is as good.
        let _ = WHOLE.set((folder, all));
    }
    WHOLE.get().unwrap()
}

/// Changes a bit of a row, or swaps two rows, and reads everything.
pub async fn never_read(table: usize, row: Index, other: Index, flip: Option<(Index, u8)>) {
    let (folder, all) = whole().await;
    let folder = copied(folder.path());
    let (file, table, column) = TABLES[table];
    let path = folder.path().join(file);
    let query = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {column}");
    let rows = plant::column(&path, &query).await;
    let (one, two) = (&rows[row.index(rows.len())], &rows[other.index(rows.len())]);
    match flip {
        Some((byte, bit)) => {
            let mut changed = one.clone();
            changed[byte.index(one.len())] ^= 1 << bit;
            plant::replace(&path, (table, column), one, &changed).await;
        }
        None if one == two => return,
        None => {
            plant::replace(&path, (table, column), one, b"held apart").await;
            plant::replace(&path, (table, column), two, one).await;
            plant::replace(&path, (table, column), b"held apart", two).await;
        }
    }
    let Ok(store) = SqlStore::open(&sqlite_url(folder.path()), vault()).await else { return };
    let mut refused = 0;
    for planted in all {
        match dossier_of(&store, planted).await {
            Ok(dossier) => assert!(planted.is_in(&dossier.unwrap()), "changed data was read"),
            Err(_) => refused += 1,
        }
    }
    let waiting = store.unhandled(ChannelKind::Telegram).await.unwrap();
    let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
    let people = all.iter().map(|planted| planted.person).collect();
    refused += usize::from(store.chats(people).await.is_err());
    // What cannot be read stands in nobody's way.
    refused += all.len() - waiting.len() + all.len() - unsent.len();
    for planted in all {
        match store.code(&code_of(planted), &planted.conversation, plant::at()).await {
            Ok(known) => assert_eq!(known.issued.unwrap().made_by, planted.person, "a changed code was read"),
            Err(_) => refused += 1,
        }
        match store.feed(&link_of(planted)).await {
            Ok(feed) => assert_eq!(feed.unwrap().person, planted.person, "a changed link was read"),
            Err(_) => refused += 1,
        }
        match store.channel_note(&planted.conversation).await {
            Ok(note) => assert_eq!(note, Some(note_of(planted)), "a changed note was read"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 0, "nobody noticed a change of {table}");
}

/// How many rows of a company open with any of the keys there are.
pub async fn opened_with_any_key(folder: &Path, company: CompanyId) -> usize {
    let keys = rows(&folder.join("keys.db"), "SELECT scope, wrapped FROM keys", |row| {
        let scope = Uuid::from_slice(&row.get::<Vec<u8>, _>(0)).unwrap();
        vault().unwrap(scope, &row.get::<Vec<u8>, _>(1)).unwrap()
    })
    .await;
    let data = folder.join("noodplan.db");
    let of_it = |row: &sqlx::any::AnyRow| row.get::<Vec<u8>, _>(0) == company.0.as_bytes();
    let number = |value: i64| u32::try_from(value).unwrap();
    let items = rows(&data, "SELECT company, item, body FROM items", |row| {
        let item = ItemId(number(row.get(1)));
        of_it(row).then(|| (item_place(company, item), row.get::<Vec<u8>, _>(2)))
    })
    .await;
    let answers = rows(&data, "SELECT company, revision, item, question, body FROM answers", |row| {
        let revision = u64::from(number(row.get(1)));
        let place = answer_place(company, revision, number(row.get(2)), &row.get::<String, _>(3));
        of_it(row).then(|| (place, row.get::<Vec<u8>, _>(4)))
    })
    .await;
    let messages = rows(&data, "SELECT company, id, body FROM outbox", |row| {
        let id = Uuid::from_slice(&row.get::<Vec<u8>, _>(1)).unwrap();
        of_it(row).then(|| (outbox_place(id), row.get::<Vec<u8>, _>(2)))
    })
    .await;
    let opens =
        |(place, body): &(String, Vec<u8>)| keys.iter().any(|key: &DataKey| key.open(place, body).is_ok());
    items.into_iter().chain(answers).chain(messages).flatten().filter(opens).count()
}

async fn rows<T>(file: &Path, query: &'static str, read: impl Fn(&sqlx::any::AnyRow) -> T) -> Vec<T> {
    let url = format!("sqlite://{}", file.display());
    let mut connection = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::query(query).fetch_all(&mut connection).await.unwrap().iter().map(read).collect()
}
