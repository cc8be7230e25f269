//! The log is a chain: whatever is changed in it, by somebody without keys, shows at the row where it was changed.

use std::path::Path;

use chrono::{DateTime, Months, TimeDelta, Utc};
use noodplan::{
    app::ports::{Commit, Store},
    dialogue::step::Change,
    domain::{
        audit::{Act, Actor},
        dossier::Slot,
        item::{Answer, Value},
    },
    store::{connect::sqlite_url, inspect::look_over},
};

use super::{copied, open};
use crate::{
    plant::{self, Planted},
    stage::vault,
};

const TURNS: u64 = 12;

/// A company with a history: the start, and then one answer a turn.
async fn with_history(folder: &Path) -> Planted {
    let store = open(folder).await;
    let planted = plant::company(&store, 1).await;
    for version in 1..TURNS {
        let (conversation, at_version) =
            store.load(&planted.conversation).await.unwrap().conversation.unwrap();
        let question = format!("turn-{version}");
        let value = Value::Number(u32::try_from(version).unwrap());
        let answer = Answer { value, by: planted.person, at: plant::at(), catalogue: 1 };
        let slot = Slot { item: None, question: question.as_str().into() };
        store
            .commit(Commit {
                conversation_key: planted.conversation.clone(),
                event: question,
                conversation: Some(conversation),
                conversation_version: at_version,
                lists: false,
                changes: vec![Change::SaveAnswer(slot, answer)],
                company: Some((planted.company, version)),
                outgoing: Vec::new(),
                wake: None,
                at: plant::at(),
            })
            .await
            .unwrap();
    }
    planted
}

async fn problems(folder: &Path) -> Vec<String> {
    look_over(&sqlite_url(folder), &vault(), plant::at()).await.unwrap().problems
}

#[tokio::test]
async fn the_log_says_who_did_what_and_nothing_of_what_was_told() {
    let folder = tempfile::tempdir().unwrap();
    let planted = with_history(folder.path()).await;
    let store = open(folder.path()).await;
    let log = store.log(planted.company, 100).await.unwrap();
    assert_eq!(log.len(), usize::try_from(TURNS).unwrap());
    let newest = Slot { item: None, question: "turn-11".into() };
    assert_eq!(log[0].acts, [Act::Answered(newest)]);
    assert!(log.iter().all(|record| record.by == Actor::Person(planted.person)));
    assert_eq!(log.last().unwrap().acts[0], Act::Started);
    assert_eq!(store.log(planted.company, 3).await.unwrap(), log[..3]);
    let text = serde_json::to_string(&log).unwrap();
    assert!(planted.words().iter().all(|word| !text.contains(word)));
    let seen = look_over(&sqlite_url(folder.path()), &vault(), plant::at()).await.unwrap();
    assert_eq!((seen.companies, seen.log_rows, seen.problems), (1, TURNS, Vec::new()));
}

#[tokio::test]
async fn one_changed_byte_in_any_row_is_found_at_that_row() {
    let folder = tempfile::tempdir().unwrap();
    with_history(folder.path()).await;
    for row in 1..=TURNS {
        let other = |byte: &str| format!("CASE WHEN {byte} = x'00' THEN x'01' ELSE x'00' END");
        for change in [
            format!("prev = CAST({} || substr(prev, 2) AS BLOB)", other("substr(prev, 1, 1)")),
            format!(
                "body = CAST(substr(body, 1, 30) || {} || substr(body, 32) AS BLOB)",
                other("substr(body, 31, 1)")
            ),
            "at = at + 1".into(),
            "body = CAST(substr(body, 1, length(body) - 1) AS BLOB)".into(),
        ] {
            let copy = copied(folder.path());
            let statement = format!("UPDATE audit SET {change} WHERE seq = {row}");
            plant::execute(&copy.path().join("noodplan.db"), &statement).await;
            let found = problems(copy.path()).await;
            assert_eq!(found.len(), 1, "{statement}");
            assert!(
                found[0].ends_with(&format!("row {row} of the log was changed")),
                "{statement}: {found:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_row_that_is_taken_out_or_swapped_is_found_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    with_history(folder.path()).await;
    for row in 1..=TURNS {
        let copy = copied(folder.path());
        let database = copy.path().join("noodplan.db");
        plant::execute(&database, &format!("DELETE FROM audit WHERE seq = {row}")).await;
        let found = problems(copy.path()).await;
        assert!(found[0].ends_with(&format!("row {row} of the log is missing")), "{found:?}");
    }
    let copy = copied(folder.path());
    let database = copy.path().join("noodplan.db");
    for (from, to) in [(4, 100), (7, 4), (100, 7)] {
        plant::execute(&database, &format!("UPDATE audit SET seq = {to} WHERE seq = {from}")).await;
    }
    let found = problems(copy.path()).await;
    assert!(found[0].ends_with("row 4 of the log was changed"), "{found:?}");
}

/// What is found after these statements, at a time.
async fn found_after(folder: &Path, statements: &[&str], now: DateTime<Utc>) -> Vec<String> {
    let copy = copied(folder);
    for statement in statements {
        plant::execute(&copy.path().join("noodplan.db"), statement).await;
    }
    look_over(&sqlite_url(copy.path()), &vault(), now).await.unwrap().problems
}

#[tokio::test]
async fn an_emptied_log_and_one_whose_beginning_was_cut_off_are_found() {
    let folder = tempfile::tempdir().unwrap();
    with_history(folder.path()).await;
    let month = |count| plant::at().checked_add_months(Months::new(count)).unwrap();
    let (all, first, half) =
        ("DELETE FROM audit", "DELETE FROM audit WHERE seq = 1", "DELETE FROM audit WHERE seq < 7");
    let older = "UPDATE companies SET created_at = 0";
    for now in [plant::at(), month(23), month(24)] {
        for cut in [all, first, half] {
            let found = found_after(folder.path(), &[cut], now).await;
            assert_eq!(found.len(), 1, "{cut}");
            assert!(found[0].ends_with("row 1 of the log is missing"), "{cut}: {found:?}");
            // Whoever makes the company older is given away by what it told.
            let found = found_after(folder.path(), &[older, cut], now).await;
            assert!(found[0].ends_with("row 1 of the log is missing"), "{cut}: {found:?}");
        }
    }
    // By then all of it may have been thrown away.
    let late = month(24) + TimeDelta::seconds(1);
    for statements in [&[][..], &[all], &[first], &[half]] {
        assert_eq!(found_after(folder.path(), statements, late).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_log_whose_end_was_cut_off_is_found_also_when_the_company_was_set_back() {
    let folder = tempfile::tempdir().unwrap();
    with_history(folder.path()).await;
    let cut = "DELETE FROM audit WHERE seq > 8";
    let found = found_after(folder.path(), &[cut], plant::at()).await;
    assert!(found[0].ends_with("row 9 of the log is missing"), "{found:?}");
    let back = "UPDATE companies SET version = 8";
    let found = found_after(folder.path(), &[cut, back], plant::at()).await;
    assert!(found[0].ends_with("what it told is newer than its version"), "{found:?}");
    let found = found_after(folder.path(), &[back], plant::at()).await;
    assert!(found.iter().any(|it| it.ends_with("row 12 of the log is newer than the company")), "{found:?}");
}
