//! Columns that anybody can write who holds the database: they find rows, and what is sealed counts.

use std::path::Path;

use chrono::TimeDelta;
use noodplan::{
    app::{
        feeds::Feeds,
        ports::{Commit, Store, StoreError},
    },
    dialogue::{ChannelKind, step::Change},
    domain::{
        code::{Code, IssuedCode, Purpose},
        member::{Role, Standing, owners},
    },
    store::{
        connect::{connect, sqlite_url},
        inspect::look_over,
        key_file::KeyFile,
        sql::SqlStore,
        vault::Vault,
    },
    text::Language,
};
use uuid::Uuid;

use super::{copied, open};
use crate::{
    plant::{self, Planted},
    stage::vault,
};

async fn problems(folder: &Path, vault: &Vault) -> Vec<String> {
    look_over(&sqlite_url(folder), vault, plant::at()).await.unwrap().problems
}

fn blob(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

async fn is_refused(folder: &Path, planted: &Planted) -> bool {
    matches!(open(folder).await.company(planted.company).await, Err(StoreError::Damaged(_)))
}

#[tokio::test]
async fn whoever_puts_themselves_among_the_owners_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (one, other) = (plant::company(&store, 1).await, plant::company(&store, 2).await);
    drop(store);
    assert_eq!(problems(folder.path(), &vault()).await, [""; 0]);
    let (company, mallory) = (blob(one.company.0), blob(other.person.0));
    let head = "INSERT INTO members (company, person, role, standing, joined_at, body)";
    for statement in [
        format!("{head} VALUES ({company}, {mallory}, 'owner', 'confirmed', 0, NULL)"),
        format!(
            "{head} SELECT {company}, person, role, standing, joined_at, body FROM members WHERE person = {mallory}"
        ),
        format!(
            "{head} SELECT {company}, {mallory}, role, standing, joined_at, body FROM members WHERE company = {company}"
        ),
        "UPDATE members SET body = NULL".into(),
    ] {
        let copy = copied(folder.path());
        plant::execute(&copy.path().join("noodplan.db"), &statement).await;
        // However often the program starts, it is sealed for nobody.
        assert!(is_refused(copy.path(), &one).await && is_refused(copy.path(), &one).await, "{statement}");
        let found = problems(copy.path(), &vault()).await;
        assert!(
            found.iter().any(|it| it.contains(&one.company.0.to_string()) && it.contains("its members")),
            "{found:?}"
        );
    }
}

#[tokio::test]
async fn the_role_that_counts_is_the_sealed_one_and_another_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = plant::company(&store, 1).await;
    drop(store);
    for change in ["role = 'reader'", "standing = 'accepted'", "role = 'king'"] {
        let copy = copied(folder.path());
        plant::execute(&copy.path().join("noodplan.db"), &format!("UPDATE members SET {change}")).await;
        let members = open(copy.path()).await.company(planted.company).await.unwrap().unwrap().members;
        assert_eq!(owners(&members).map(|owner| owner.person).collect::<Vec<_>>(), [planted.person]);
        assert_eq!(members[0].joined_at, plant::at());
        let found = problems(copy.path(), &vault()).await;
        assert!(found.len() == 1 && found[0].contains("another role"), "{change}: {found:?}");
    }
}

#[tokio::test]
async fn a_chat_is_nobodys_but_of_whoever_speaks_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (one, mallory) = (plant::company(&store, 1).await, plant::company(&store, 2).await);
    let database = folder.path().join("noodplan.db");
    let (to, from) = (blob(one.person.0), blob(mallory.person.0));
    plant::execute(&database, &format!("UPDATE chats SET person = {to} WHERE person = {from}")).await;
    let chats = store.chats(vec![one.person]).await.unwrap();
    assert_eq!(chats.iter().map(|chat| &chat.conversation).collect::<Vec<_>>(), [&one.conversation]);
    let found = problems(folder.path(), &vault()).await;
    assert!(found.len() == 1 && found[0].starts_with("1 chats"), "{found:?}");
}

#[tokio::test]
async fn a_code_is_good_for_what_it_was_made_for() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (one, other) = (plant::company(&store, 1).await, plant::company(&store, 2).await);
    let purpose = Purpose::Invitation(one.company, Role::Reader);
    let expires_at = plant::at() + TimeDelta::days(3);
    let issued = IssuedCode { made_by: one.person, purpose, expires_at, is_spent: false };
    let (code, second) = (Code::short(1), Code::short(2));
    let save = [&code, &second].map(|code| Change::SaveCode(code.clone(), issued.clone()));
    let (conversation, version) = store.load(&one.conversation).await.unwrap().conversation.unwrap();
    let turn = Commit {
        conversation: Some(conversation),
        conversation_version: version,
        changes: save.to_vec(),
        ..Commit::of_event(one.conversation.clone(), "codes".into(), plant::at())
    };
    store.commit(turn).await.unwrap();
    drop(store);
    assert_eq!(problems(folder.path(), &vault()).await, [""; 0]);
    let known = async |folder: &Path| {
        let sender = plant::conversation_on(ChannelKind::Telegram, "x");
        open(folder).await.code(&code, &sender, plant::at()).await.map(|known| known.issued)
    };
    let (to, by) = (blob(other.company.0), blob(other.person.0));
    for change in [
        "role = 'owner'".into(),
        "expires_at = expires_at + 1".into(),
        format!("company = {to}, made_by = {by}"),
    ] {
        let copy = copied(folder.path());
        plant::execute(&copy.path().join("noodplan.db"), &format!("UPDATE codes SET {change}")).await;
        assert_eq!(known(copy.path()).await.unwrap(), Some(issued.clone()), "{change}");
        assert_eq!(problems(copy.path(), &vault()).await, ["2 codes were changed"], "{change}");
    }
    for statement in
        ["UPDATE codes SET body = NULL", "UPDATE codes SET body = (SELECT MIN(body) FROM members)"]
    {
        let copy = copied(folder.path());
        plant::execute(&copy.path().join("noodplan.db"), statement).await;
        assert!(matches!(known(copy.path()).await, Err(StoreError::Damaged(_))), "{statement}");
        assert_eq!(problems(copy.path(), &vault()).await, ["2 codes were changed"], "{statement}");
    }
}

#[tokio::test]
async fn a_link_to_the_agenda_shows_the_agenda_of_whoever_made_it_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (one, other) = (plant::company(&store, 1).await, plant::company(&store, 2).await);
    let tokens = [1, 2].map(|number| Code::long([number; 16]));
    let mut made = Vec::new();
    for (planted, token) in [&one, &other].into_iter().zip(&tokens) {
        let (conversation, version) = store.load(&planted.conversation).await.unwrap().conversation.unwrap();
        let (company, person, language) = (planted.company, planted.person, Language::Nl);
        let turn = Commit {
            conversation: Some(conversation),
            conversation_version: version,
            changes: vec![Change::OpenFeed { company, person, token: token.clone(), language }],
            ..Commit::of_event(planted.conversation.clone(), "link".into(), plant::at())
        };
        store.commit(turn).await.unwrap();
        let feed = store.feed(token).await.unwrap().unwrap();
        assert_eq!((feed.company, feed.person), (company, person));
        made.push(feed);
    }
    let (to, from) = (blob(one.company.0), blob(other.company.0));
    let of_the_other = format!("(SELECT body FROM feeds WHERE company = {from})");
    let swap = format!("UPDATE feeds SET body = {of_the_other} WHERE company = {to}");
    plant::execute(&folder.path().join("noodplan.db"), &swap).await;
    assert!(matches!(store.feed(&tokens[0]).await, Err(StoreError::Damaged(_))));
    assert_eq!(store.feed(&tokens[1]).await.unwrap().as_ref(), made.last());
}

#[tokio::test]
async fn codes_of_before_are_sealed_at_the_first_start() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/keys-inside");
    let folder = copied(&golden);
    let (url, file) = (sqlite_url(folder.path()), KeyFile::new(&folder.path().join("master.key")));
    let database = folder.path().join("noodplan.db");
    // The tables are brought up to date before anything is sealed.
    drop(connect(&url).await.unwrap());
    let columns = "INSERT INTO codes (code, made_by, company, role, expires_at)";
    let made_by = blob(Uuid::from_u128(1));
    plant::execute(&database, &format!("{columns} VALUES (x'07', {made_by}, x'', '', 0)")).await;
    drop(SqlStore::open(&url, file.open().unwrap()).await.unwrap());
    assert_eq!(plant::column(&database, "SELECT body FROM codes WHERE body IS NOT NULL").await.len(), 1);
    let found = problems(folder.path(), &file.open().unwrap()).await;
    assert!(found.iter().all(|it| !it.contains("codes")), "{found:?}");
}

#[tokio::test]
async fn members_of_before_are_sealed_at_the_first_start_and_never_again() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/keys-inside");
    let folder = copied(&golden);
    let file = KeyFile::new(&folder.path().join("master.key"));
    let database = folder.path().join("noodplan.db");
    let anna = plant::conversation_on(ChannelKind::Terminal, "anna");
    let opened = async || SqlStore::open(&sqlite_url(folder.path()), file.open().unwrap()).await.unwrap();
    for _ in 0..2 {
        let loaded = opened().await.load(&anna).await.unwrap();
        let (conversation, _) = loaded.conversation.unwrap();
        let members = loaded.company.unwrap().members;
        assert_eq!((members.len(), members[0].person), (1, conversation.person));
        assert_eq!((members[0].role, members[0].standing), (Role::Owner, Standing::Confirmed));
    }
    let found = problems(folder.path(), &file.open().unwrap()).await;
    assert!(found.iter().all(|it| !it.contains("member")), "{found:?}");
    plant::execute(&database, "UPDATE members SET body = NULL").await;
    for _ in 0..2 {
        let refused = opened().await.load(&anna).await;
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{refused:?}");
    }
}
