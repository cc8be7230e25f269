//! The log is a chain: whatever is changed in it, by somebody without keys, shows at the row where it was changed.

use std::path::Path;

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
    look_over(&sqlite_url(folder), &vault()).await.unwrap().problems
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
    let seen = look_over(&sqlite_url(folder.path()), &vault()).await.unwrap();
    assert_eq!((seen.companies, seen.log_rows, seen.problems), (1, TURNS, Vec::new()));
}

#[tokio::test]
async fn one_changed_byte_in_any_row_is_found_at_that_row() {
    let folder = tempfile::tempdir().unwrap();
    with_history(folder.path()).await;
    for row in 1..=TURNS {
        for change in [
            "prev = CAST(x'00' || substr(prev, 2) AS BLOB), body = body",
            "body = CAST(substr(body, 1, 30) || x'00' || substr(body, 32) AS BLOB)",
            "at = at + 1",
            "body = CAST(substr(body, 1, length(body) - 1) AS BLOB)",
        ] {
            // The first row holds zeros; there the first byte becomes another.
            let change = if row == 1 {
                change.replace("x'00' || substr(prev", "x'01' || substr(prev")
            } else {
                change.into()
            };
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
    for row in 2..=TURNS {
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
