//! The log is a chain: whatever is changed in it, by somebody without keys, shows at the row where it was changed.

use std::{ops::Range, path::Path};

use chrono::{DateTime, Months, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::{Amendment, Keeping},
        ports::{Commit, Store},
    },
    dialogue::{ChannelKind, step::Change},
    domain::{
        audit::{Act, Actor},
        dossier::Slot,
        ids::CompanyId,
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
    let planted = plant::company(&open(folder).await, 1).await;
    tells(folder, &planted, 1..TURNS).await;
    planted
}

/// One answer a turn, from these versions on.
async fn tells(folder: &Path, planted: &Planted, versions: Range<u64>) {
    let store = open(folder).await;
    for version in versions {
        let (conversation, at_version) =
            store.load(&planted.conversation).await.unwrap().conversation.unwrap();
        let question = format!("turn-{version}");
        let value = Value::Number(u32::try_from(version).unwrap());
        let answer = Answer { value, by: planted.person, at: plant::at(), catalogue: 1 };
        let slot = Slot::own(&question);
        store
            .commit(Commit {
                conversation: Some(conversation),
                conversation_version: at_version,
                changes: vec![Change::SaveAnswer(slot, answer)],
                company: Some((planted.company, version)),
                ..Commit::of_event(planted.conversation.clone(), question, plant::at())
            })
            .await
            .unwrap();
    }
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
    let newest = Slot::own("turn-11");
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

#[tokio::test]
async fn an_end_of_the_log_that_told_nothing_is_missed_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let planted = with_history(folder.path()).await;
    let read = Amendment {
        company: (planted.company, TURNS),
        by: Actor::Operator,
        changes: vec![Change::Note(Act::BrokeGlass("why".into()))],
        outgoing: Vec::new(),
        at: plant::at(),
    };
    open(folder.path()).await.amend(read).await.unwrap();
    assert_eq!(problems(folder.path()).await, [""; 0]);
    let (cut, back) = ("DELETE FROM audit WHERE seq > 12", "UPDATE companies SET version = 12");
    let without = "UPDATE companies SET head = NULL";
    for statements in [&[cut, back][..], &[cut, back, without], &[without]] {
        let found = found_after(folder.path(), statements, plant::at()).await;
        assert_eq!(found.len(), 1, "{statements:?}");
        assert!(found[0].ends_with("the end of its log is missing"), "{found:?}");
    }
}

#[tokio::test]
async fn rows_of_another_past_of_the_same_company_are_found_where_they_begin() {
    let folder = tempfile::tempdir().unwrap();
    let planted = plant::company(&open(folder.path()).await, 1).await;
    tells(folder.path(), &planted, 1..8).await;
    let other = copied(folder.path());
    for past in [&folder, &other] {
        tells(past.path(), &planted, 8..TURNS).await;
        assert_eq!(problems(past.path()).await, [""; 0]);
    }
    // Every row of the other past opens, and from the second on each holds the hash of the one before.
    let theirs = other.path().join("noodplan.db");
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for row in 10..=TURNS {
        let column = async |name: &str| {
            let query = format!("SELECT {name} FROM audit WHERE seq = {row}");
            hex(&plant::column(&theirs, &query).await[0])
        };
        let (prev, body) = (column("prev").await, column("body").await);
        let splice = format!("UPDATE audit SET prev = x'{prev}', body = x'{body}' WHERE seq = {row}");
        plant::execute(&folder.path().join("noodplan.db"), &splice).await;
    }
    let found = problems(folder.path()).await;
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("row 10 of the log does not follow the row before it"), "{found:?}");
}

#[tokio::test]
async fn a_log_is_followed_further_than_is_read_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let planted = plant::company(&open(folder.path()).await, 1).await;
    tells(folder.path(), &planted, 1..1_003).await;
    let seen = look_over(&sqlite_url(folder.path()), &vault(), plant::at()).await.unwrap();
    assert_eq!((seen.log_rows, seen.problems), (1_003, Vec::new()));
    for row in [500, 501, 502, 1_000, 1_001] {
        let gone = format!("DELETE FROM audit WHERE seq = {row}");
        let found = found_after(folder.path(), &[gone.as_str()], plant::at()).await;
        assert!(found[0].ends_with(&format!("row {row} of the log is missing")), "{found:?}");
    }
}

#[tokio::test]
async fn a_company_whose_key_is_missing_or_another_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let planted = with_history(folder.path()).await;
    let scope = format!("scope = x'{}'", planted.company.0.simple());
    for (statement, problem) in [
        (format!("DELETE FROM keys WHERE {scope}"), "its key is missing"),
        (format!("UPDATE keys SET wrapped = x'00' WHERE {scope}"), "its key does not open"),
    ] {
        let copy = copied(folder.path());
        plant::execute(&copy.path().join("keys.db"), &statement).await;
        let seen = look_over(&sqlite_url(copy.path()), &vault(), plant::at()).await.unwrap();
        assert_eq!(seen.problems, [format!("company {}: {problem}", planted.company.0)]);
        assert_eq!((seen.companies, seen.log_rows), (0, 0));
    }
}

#[tokio::test]
async fn a_company_that_told_nothing_is_as_old_as_its_id_or_its_row_says() {
    let month = |count| plant::at().checked_add_months(Months::new(count)).unwrap();
    let made_at = |at: DateTime<Utc>| {
        let millis = u64::try_from(at.timestamp_millis()).unwrap();
        CompanyId(uuid::Builder::from_unix_timestamp_millis(millis, &[7; 10]).into_uuid())
    };
    for (company, created_at, is_young) in [
        (made_at(month(20)), plant::at(), true),
        (made_at(plant::at()), month(20), true),
        (made_at(plant::at()), plant::at(), false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let starts = Commit {
            changes: vec![Change::StartCompany(company)],
            company: Some((company, 0)),
            ..Commit::of_event(plant::conversation_on(ChannelKind::Telegram, "7"), "start".into(), created_at)
        };
        open(folder.path()).await.commit(starts).await.unwrap();
        let found = found_after(folder.path(), &["DELETE FROM audit"], month(30)).await;
        assert_eq!(found.len(), usize::from(is_young), "{found:?}");
        assert!(found.iter().all(|it| it.ends_with("row 1 of the log is missing")), "{found:?}");
    }
}
