//! What is left of whoever was forgotten: nothing, in no table.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::Keeping,
        ports::{Commit, Conversation, ConversationKey, LaneKind, Outgoing, Store, StoreError},
        wakes::Wake,
    },
    dialogue::{ChannelKind, Place, step::Change},
    domain::{
        code::{Code, IssuedCode, Purpose},
        ids::{CompanyId, PersonId},
        member::{Member, Role, Standing},
    },
    store::sql::SqlStore,
    text::{Language, Rich, Span},
};
use uuid::Uuid;

use super::open;
use crate::plant::{self, Planted, conversation_on};

/// What is kept for a day, a week or for the installation, and says nothing of anybody.
const OTHERS: [&str; 4] = ["_sqlx_migrations", "inbox", "last_look", "sqlite_sequence"];

/// Every table that has rows, with how many.
async fn rows(folder: &Path) -> Vec<(String, usize)> {
    let file = folder.join("noodplan.db");
    let tables =
        plant::column(&file, "SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'").await;
    let mut rows = Vec::new();
    for table in tables.into_iter().map(|name| String::from_utf8(name).unwrap()) {
        let count = plant::column(&file, &format!("SELECT x'00' FROM {table}")).await.len();
        if count > 0 && !OTHERS.contains(&table.as_str()) {
            rows.push((table, count));
        }
    }
    rows.sort();
    rows
}

fn conversation(person: PersonId, company: CompanyId, listed: bool) -> Conversation {
    Conversation {
        company: Some(company),
        listed,
        ..Conversation::new(person, Language::Nl, Place::Menu, plant::at())
    }
}

/// One turn in a conversation that is there already, or not.
async fn turn(
    store: &SqlStore,
    key: &ConversationKey,
    conversation: Option<Conversation>,
    changes: Vec<Change>,
    company: Option<(CompanyId, u64)>,
) -> Result<(), StoreError> {
    let version = store.load(key).await.unwrap().conversation.map_or(0, |(_, version)| version);
    let letters = key.address.bytes().fold(u128::from(version), |sum, byte| sum * 31 + u128::from(byte));
    let id = Uuid::from_u128(letters);
    let text = Rich(vec![Span { text: "hoi".into(), bold: false, fixed: false }]);
    let message = Outgoing::new(id, key.clone(), LaneKind::Notice, text);
    let says = conversation.is_some();
    store
        .commit(Commit {
            lists: conversation.as_ref().is_some_and(|conversation| conversation.listed),
            conversation,
            conversation_version: version,
            changes,
            company,
            outgoing: if says { vec![message] } else { Vec::new() },
            wake: company.map(|(id, _)| (id, Wake::Moved(Some(plant::at())))),
            ..Commit::of_event(key.clone(), id.to_string(), plant::at())
        })
        .await
}

fn telegram(address: &str) -> ConversationKey {
    conversation_on(ChannelKind::Telegram, address)
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn member(person: PersonId, standing: Standing) -> Member {
    Member { standing, name: Some("Bram".into()), ..Member::confirmed(person, Role::Editor, plant::at()) }
}

fn code(made_by: PersonId, purpose: Purpose, number: u64) -> Change {
    let expires_at: DateTime<Utc> = plant::at() + TimeDelta::days(3);
    Change::SaveCode(Code::short(number), IssuedCode { made_by, purpose, expires_at, is_spent: false })
}

async fn version(store: &SqlStore, planted: &Planted) -> u64 {
    store.company(planted.company).await.unwrap().unwrap().version
}

/// A company with two people on three chats, a group, codes, notes of the channel and messages that wait.
async fn lively(store: &SqlStore) -> Planted {
    let planted = plant::company(store, 1).await;
    let (company, bram) = (planted.company, person(9));
    let invitation = code(planted.person, Purpose::Invitation(company, Role::Reader), 1);
    let about = Some((company, version(store, &planted).await));
    let joins = vec![Change::SaveMember(member(bram, Standing::Confirmed)), invitation];
    turn(store, &telegram("bram"), Some(conversation(bram, company, true)), joins, about).await.unwrap();
    let link = vec![code(bram, Purpose::Link(Some(company)), 2)];
    let second = conversation_on(ChannelKind::Matrix, "@bram:example.org");
    turn(store, &second, Some(conversation(bram, company, true)), link, None).await.unwrap();
    let group = Some(conversation(planted.person, company, false));
    turn(store, &telegram("group"), group, Vec::new(), None).await.unwrap();
    let notes = [telegram("bram"), telegram("group"), second, planted.conversation.clone()];
    store.note_channel(notes.into_iter().map(|key| (key, "note".to_owned())).collect()).await.unwrap();
    planted
}

#[tokio::test]
async fn nothing_of_an_erased_company_is_left_in_any_table() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = lively(&store).await;
    let before: Vec<String> = rows(folder.path()).await.into_iter().map(|(table, _)| table).collect();
    let full = [
        "answers",
        "audit",
        "channel_notes",
        "chats",
        "codes",
        "companies",
        "conversations",
        "items",
        "members",
        "outbox",
        "wakes",
    ];
    assert_eq!(before, full);
    store.erase(planted.company, Vec::new()).await.unwrap();
    assert_eq!(rows(folder.path()).await, []);
    for key in [planted.conversation, telegram("bram"), telegram("group")] {
        assert!(store.load(&key).await.unwrap().conversation.is_none());
    }
}

#[tokio::test]
async fn whoever_belongs_to_another_company_keeps_their_conversation_and_speaks_for_that_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (planted, other) = (lively(&store).await, plant::company(&store, 2).await);
    let about = Some((other.company, version(&store, &other).await));
    let (key, bram) = (telegram("bram"), person(9));
    let joins = vec![Change::SaveMember(member(bram, Standing::Confirmed))];
    turn(&store, &key, Some(conversation(bram, planted.company, true)), joins, about).await.unwrap();
    store.erase(planted.company, Vec::new()).await.unwrap();
    let loaded = store.load(&key).await.unwrap();
    assert_eq!(loaded.conversation.unwrap().0.company, Some(other.company));
    assert!(other.is_in(&loaded.company.unwrap().dossier));
}

#[tokio::test]
async fn whoever_is_forgotten_is_in_no_table_but_for_what_they_told() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (planted, other) = (lively(&store).await, plant::company(&store, 2).await);
    let (key, bram) = (telegram("bram"), person(9));
    // Bram waits to be let in elsewhere, too.
    let about = Some((other.company, version(&store, &other).await));
    let waits = vec![Change::SaveMember(member(bram, Standing::Accepted))];
    turn(&store, &key, Some(conversation(bram, planted.company, true)), waits, about).await.unwrap();
    let about = Some((planted.company, version(&store, &planted).await));
    let leaves = vec![Change::CancelCodes(bram), Change::RemoveMember(bram), Change::Forget];
    turn(&store, &key, None, leaves, about).await.unwrap();
    for key in [key, conversation_on(ChannelKind::Matrix, "@bram:example.org")] {
        assert!(store.load(&key).await.unwrap().conversation.is_none());
        assert_eq!(store.channel_note(&key).await.unwrap(), None);
    }
    assert_eq!(store.chats(vec![bram]).await.unwrap(), []);
    assert_eq!(store.companies_of(bram).await.unwrap(), []);
    assert!(store.company(other.company).await.unwrap().unwrap().members.iter().all(|m| m.person != bram));
    let left = rows(folder.path()).await;
    // Two owners and a group; the invitation of the owner; their messages.
    for (table, count) in [
        ("conversations", 3),
        ("chats", 2),
        ("members", 2),
        ("codes", 1),
        ("channel_notes", 2),
        ("outbox", 3),
    ] {
        assert!(left.contains(&(table.into(), count)), "{table} of {left:?}");
    }
}

#[tokio::test]
async fn a_turn_that_was_under_way_does_not_bring_back_what_was_erased() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = lively(&store).await;
    let about = Some((planted.company, version(&store, &planted).await));
    let known = store.load(&planted.conversation).await.unwrap().conversation.unwrap();
    store.erase(planted.company, Vec::new()).await.unwrap();
    let late = Commit {
        conversation: Some(known.0),
        conversation_version: known.1,
        changes: vec![Change::SaveMember(member(person(3), Standing::Confirmed))],
        company: about,
        wake: Some((planted.company, Wake::Moved(None))),
        ..Commit::of_event(planted.conversation.clone(), "late".into(), plant::at())
    };
    let alone = Commit { company: None, changes: Vec::new(), wake: None, ..late.clone() };
    for commit in [late, alone] {
        let refused = store.commit(commit).await;
        assert!(refused.is_err(), "{refused:?}");
    }
    assert_eq!(rows(folder.path()).await, []);
}

#[tokio::test]
async fn a_conversation_that_cannot_be_read_keeps_no_key_alive() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (planted, other) = (lively(&store).await, plant::company(&store, 2).await);
    drop(store);
    let damage = "UPDATE conversations SET body = x'00' WHERE id IN \
                  (SELECT conversation FROM chats ORDER BY person DESC LIMIT 1)";
    plant::execute(&folder.path().join("noodplan.db"), damage).await;
    let store = open(folder.path()).await;
    store.erase(planted.company, Vec::new()).await.unwrap();
    assert!(store.company(planted.company).await.unwrap().is_none());
    let keys = plant::column(&folder.path().join("keys.db"), "SELECT scope FROM keys").await;
    assert!(!keys.contains(&planted.company.0.as_bytes().to_vec()));
    assert!(keys.contains(&other.company.0.as_bytes().to_vec()));
    assert!(store.load(&telegram("group")).await.unwrap().conversation.is_none());
}

#[tokio::test]
async fn the_key_goes_also_when_the_rows_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = lively(&store).await;
    let refuse = "CREATE TRIGGER refuse BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'no'); END";
    plant::execute(&folder.path().join("noodplan.db"), refuse).await;
    // Nothing can be found out about whom a conversation belongs to, either.
    plant::execute(&folder.path().join("noodplan.db"), "ALTER TABLE members RENAME COLUMN person TO who")
        .await;
    assert!(store.erase(planted.company, Vec::new()).await.is_err());
    let keys = plant::column(&folder.path().join("keys.db"), "SELECT scope FROM keys").await;
    assert!(!keys.contains(&planted.company.0.as_bytes().to_vec()));
}

#[tokio::test]
async fn what_cannot_be_read_does_not_stand_in_the_way_of_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    for number in 1..4 {
        plant::company(&store, number).await;
    }
    let database = folder.path().join("noodplan.db");
    plant::execute(&database, "UPDATE inbox SET payload = x'00' WHERE event = 'waits-2'").await;
    plant::execute(&database, "UPDATE outbox SET body = x'00' WHERE id = (SELECT MIN(id) FROM outbox)").await;
    let waiting = store.unhandled(ChannelKind::Telegram).await.unwrap();
    assert_eq!(waiting.iter().map(|it| it.event.as_str()).collect::<Vec<_>>(), ["waits-1", "waits-3"]);
    assert_eq!(store.unsent(ChannelKind::Telegram).await.unwrap().len(), 2);
}
