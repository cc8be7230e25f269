//! What a database leaves on disk, and who can read it; how its tables come about.

use std::sync::Arc;

use super::*;

#[tokio::test]
async fn a_restart_reads_what_the_first_start_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    let name = fresh("c");
    let first = SqlStore::open(&url, vault()).await.unwrap();
    first.commit(commit(&name, "e1")).await.unwrap();
    drop(first);
    let second = SqlStore::open(&url, vault()).await.unwrap();
    assert_eq!(second.load(&key(&name)).await.unwrap().conversation, Some((conversation(1, None), 1)));
}

#[tokio::test]
async fn another_master_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    drop(SqlStore::open(&url, vault()).await.unwrap());
    let other = noodplan::store::vault::Vault::new(zeroize::Zeroizing::new([8; 32]));
    let error = SqlStore::open(&url, other).await.err().unwrap();
    assert!(error.to_string().contains("master key does not fit"), "{error}");
}

#[tokio::test]
async fn nothing_that_was_told_stands_on_disk_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    let store = Arc::new(SqlStore::open(&url, vault()).await.unwrap());
    let company = CompanyId(Uuid::new_v4_like());
    let canary = |number: usize| format!("kanarie{number:04}");
    for number in 0..50 {
        let name = canary(number);
        store
            .receive(vec![Incoming {
                raw: Raw::Text(canary(number).as_str().into()),
                ..incoming(&name, &fresh("e"))
            }])
            .await
            .unwrap();
        let message = Outgoing {
            text: Rich(vec![Span { text: canary(number), bold: false, fixed: false }]),
            ..outgoing(Uuid::new_v4_like().as_u128(), &name, LaneKind::Interactive)
        };
        let first = number == 0;
        store
            .commit(Commit {
                conversation: Some(Conversation {
                    name: Some(canary(number).as_str().into()),
                    ..conversation(1, Some(company))
                }),
                company: Some((company, number as u64)),
                changes: first
                    .then_some(Change::StartCompany(company))
                    .into_iter()
                    .chain([Change::SaveMember(Member {
                        name: Some(canary(number).as_str().into()),
                        ..member(number as u128, Role::Reader, Standing::Confirmed)
                    })])
                    .chain([Change::SaveAnswer(Slot::own("name"), answer(&canary(number)))])
                    .collect(),
                lists: true,
                outgoing: vec![message],
                ..commit(&name, &fresh("e"))
            })
            .await
            .unwrap();
    }
    let mut looked_at = 0;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        looked_at += bytes.len();
        assert!(!bytes.windows(7).any(|window| window == b"kanarie"));
    }
    assert!(looked_at > 10_000);
}

#[tokio::test]
async fn sqlite_writes_through_to_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqlStore::open(&noodplan::store::connect::sqlite_url(folder.path()), vault()).await.unwrap());
    // The header of the file says WAL in bytes 18 and 19 (SQLite file format, section 1.3).
    let header = std::fs::read(folder.path().join("noodplan.db")).unwrap();
    assert_eq!(&header[18..20], &[2, 2]);
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let mut names: Vec<_> =
            std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
