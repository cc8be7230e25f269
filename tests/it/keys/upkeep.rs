//! What the program does by itself: erases when it is time, and throws away what is old, on the real store.

use std::{path::Path, sync::Arc, time::Duration};

use chrono::{DateTime, Months, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::{Amendment, Keeping},
        ports::{Clock, Store},
        turn::App,
    },
    dialogue::{ChannelKind, Content, step::Change},
    domain::{
        audit::{Act, Actor},
        contact::Contact,
        dossier::Slot,
        erasure::{Erasure, WAIT},
        ids::{CompanyId, PersonId},
        item::{Answer, Item, Value},
        member::{Member, Role},
    },
    store::{connect::sqlite_url, inspect::look_over, sql::SqlStore},
};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::open;
use crate::{
    plant::{self, Planted},
    stage::{StageClock, vault},
};

/// Longer than anything takes that works.
const PATIENCE: Duration = Duration::from_secs(60);

async fn app(folder: &Path, now: DateTime<Utc>) -> App<SqlStore, StageClock> {
    let clock = StageClock::default();
    clock.set(now);
    App::new(open(folder).await, clock, Content::built_in().unwrap())
}

/// Does what is due at an instant, which another clock saw too.
async fn upkeep(app: &App<SqlStore, StageClock>, at: DateTime<Utc>) {
    app.clock.set(at);
    app.witness.saw(at, at);
    app.upkeep().await.unwrap();
}

/// Changes a company by the hand of its owner.
async fn amend(store: &SqlStore, planted: &Planted, change: Change, at: DateTime<Utc>) {
    let version = store.company(planted.company).await.unwrap().unwrap().version;
    let (company, by) = ((planted.company, version), Actor::Person(planted.person));
    let amendment = Amendment { company, by, changes: vec![change], outgoing: Vec::new(), at };
    store.amend(amendment).await.unwrap();
}

fn answered(planted: &Planted, words: &str, at: DateTime<Utc>) -> Change {
    let slot = Slot::own("question-0");
    let value = Value::Text(words.into());
    Change::SaveAnswer(slot, Answer { value, by: planted.person, at, catalogue: 1 })
}

async fn count(folder: &Path, table: &str) -> usize {
    plant::column(&folder.join("noodplan.db"), &format!("SELECT x'00' FROM {table}")).await.len()
}

#[tokio::test]
async fn a_company_is_erased_when_its_week_is_over_and_its_people_hear_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let asked_at = plant::at();
    let app = app(folder.path(), asked_at).await;
    let (one, other) = (plant::company(&app.store, 1).await, plant::company(&app.store, 2).await);
    amend(&app.store, &one, Change::SetErasure(Some(Erasure::asked(one.person, &[], asked_at))), asked_at)
        .await;
    upkeep(&app, asked_at + WAIT - TimeDelta::seconds(1)).await;
    assert!(app.store.company(one.company).await.unwrap().is_some());
    upkeep(&app, asked_at + WAIT).await;
    assert!(app.store.company(one.company).await.unwrap().is_none());
    assert!(app.store.company(other.company).await.unwrap().is_some());
    assert_eq!(count(folder.path(), "erasures").await, 0);
    let unsent = app.store.unsent(ChannelKind::Telegram).await.unwrap();
    let told = |text: &str| unsent.iter().filter(|message| message.text.plain().contains(text)).count();
    assert_eq!(told("gewist, zoals gevraagd"), 1);
}

#[tokio::test]
async fn a_company_that_cannot_be_read_stands_in_the_way_of_no_other() {
    for damaged in [0, 1] {
        let folder = tempfile::tempdir().unwrap();
        let asked_at = plant::at();
        let first = app(folder.path(), asked_at).await;
        let planted = [plant::company(&first.store, 1).await, plant::company(&first.store, 2).await];
        let mut asked_at = asked_at;
        for one in &planted {
            // One comes after the other, so that the damaged one is the first once and the last once.
            asked_at += TimeDelta::minutes(1);
            let wish = Erasure::asked(one.person, &[], asked_at);
            amend(&first.store, one, Change::SetErasure(Some(wish)), asked_at).await;
        }
        drop(first);
        let company = planted[damaged].company.0.simple();
        let damage = format!("UPDATE members SET body = x'00' WHERE company = x'{company}'");
        plant::execute(&folder.path().join("noodplan.db"), &damage).await;
        let app = app(folder.path(), asked_at).await;
        let due_at = asked_at + WAIT;
        app.clock.set(due_at);
        app.witness.saw(due_at, due_at);
        assert!(app.upkeep().await.is_err(), "what is not done is said, and stays due");
        assert!(app.store.company(planted[1 - damaged].company).await.unwrap().is_none());
        assert!(app.store.company(planted[damaged].company).await.is_err());
    }
}

#[tokio::test]
async fn an_erasure_that_was_broken_off_is_finished_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), plant::at()).await;
    let planted = plant::company(&app.store, 1).await;
    // The wish is noted, and then the power fails: before the key went, or after.
    let note = "INSERT INTO erasures (company, due_at, body) SELECT id, 0, x'' FROM companies";
    plant::execute(&folder.path().join("noodplan.db"), note).await;
    for key_is_gone in [false, true] {
        if key_is_gone {
            let first = plant::company(&app.store, 2).await;
            plant::execute(&folder.path().join("noodplan.db"), note).await;
            let scope = first.company.0.simple();
            let destroy = format!("DELETE FROM keys WHERE scope = x'{scope}'");
            plant::execute(&folder.path().join("keys.db"), &destroy).await;
        }
        upkeep(&app, plant::at()).await;
        for table in ["companies", "answers", "items", "members", "audit", "erasures"] {
            assert_eq!(count(folder.path(), table).await, 0, "{table}");
        }
    }
    assert!(app.store.company(planted.company).await.unwrap().is_none());
}

#[tokio::test]
async fn what_is_old_goes_and_what_counts_stays() {
    let folder = tempfile::tempdir().unwrap();
    let start = plant::at();
    let app = app(folder.path(), start).await;
    let planted = plant::company(&app.store, 1).await;
    let day = TimeDelta::days(1);
    for (words, at) in [("second", start + day), ("third", start + day * 2), ("fourth", start + day * 3)] {
        amend(&app.store, &planted, answered(&planted, words, at), at).await;
    }
    let before = count(folder.path(), "answers").await;
    let events = count(folder.path(), "inbox").await;
    for (after, gone_events, gone_messages) in [(6, 0, 0), (8, events, 0), (29, events, 0), (31, events, 1)] {
        upkeep(&app, start + TimeDelta::days(after)).await;
        assert_eq!(count(folder.path(), "inbox").await, events - gone_events, "day {after}");
        assert_eq!(count(folder.path(), "outbox").await, 1 - gone_messages, "day {after}");
    }
    assert_eq!(count(folder.path(), "answers").await, before);
    // Two answers were replaced more than 24 months ago; the third was replaced a moment too short.
    let two_years = start.checked_add_months(Months::new(24)).unwrap() - start;
    upkeep(&app, start + day * 2 + TimeDelta::hours(1) + two_years).await;
    assert_eq!(count(folder.path(), "answers").await, before - 2);
    assert_eq!(count(folder.path(), "audit").await, 1);
    let company = app.store.company(planted.company).await.unwrap().unwrap();
    assert_eq!(company.dossier.text("question-0"), Some("fourth"));
    // Long after, everything that counts is still there, and the chain goes on.
    upkeep(&app, start + TimeDelta::days(2_000)).await;
    assert_eq!((count(folder.path(), "answers").await, count(folder.path(), "audit").await), (before - 3, 0));
    amend(&app.store, &planted, answered(&planted, "fifth", start), start + TimeDelta::days(2_000)).await;
    let seen = look_over(&sqlite_url(folder.path()), &vault(), app.clock.now()).await.unwrap();
    assert_eq!((seen.problems, seen.log_rows), (Vec::new(), 1));
}

#[tokio::test]
async fn what_was_taken_off_goes_after_two_years_with_every_answer_about_it() {
    let folder = tempfile::tempdir().unwrap();
    let start = plant::at();
    let app = app(folder.path(), start).await;
    let planted = plant::company(&app.store, 1).await;
    let item = app.store.company(planted.company).await.unwrap().unwrap().dossier.items().next().cloned();
    let item = item.unwrap();
    let slot = Slot::of(item.id, "place");
    let day = TimeDelta::days(1);
    for (words, after) in [("first place", 1), ("second place", 2)] {
        let at = start + day * after;
        let answer = Answer { value: Value::Text(words.into()), by: planted.person, at, catalogue: 1 };
        amend(&app.store, &planted, Change::SaveAnswer(slot.clone(), answer), at).await;
    }
    let gone = Change::SaveItem(Item { removed: true, ..item.clone() });
    amend(&app.store, &planted, gone, start + day * 3).await;
    let two_years = start.checked_add_months(Months::new(24)).unwrap() - start;
    let kept = async || {
        let company = app.store.company(planted.company).await.unwrap().unwrap();
        company.dossier.find(item.id).cloned().unwrap()
    };
    let about_it = format!("SELECT body FROM answers WHERE item = {}", item.id.0);
    let answers = async || plant::column(&folder.path().join("noodplan.db"), &about_it).await.len();
    // What was answered first is replaced since a day; what was answered last goes with the item.
    upkeep(&app, start + day * 3 + two_years).await;
    assert_eq!((kept().await.contact, answers().await), (item.contact.clone(), 1));
    upkeep(&app, start + day * 3 + two_years + TimeDelta::seconds(1)).await;
    assert_eq!((kept().await.contact, answers().await), (Contact::default(), 0));
    let log = app.store.log(planted.company, 9).await.unwrap();
    assert_eq!((log.len(), log[0].by, &log[0].acts[..]), (1, Actor::Program, &[Act::ThrewAway][..]));
    // Once is enough, also when everything else that day left behind is thrown away.
    upkeep(&app, start + day * 3 + two_years * 2).await;
    upkeep(&app, start + day * 5 + two_years * 2).await;
    let seen = look_over(&sqlite_url(folder.path()), &vault(), app.clock.now()).await.unwrap();
    assert_eq!((seen.problems, seen.log_rows), (Vec::new(), 0));
    // And it is gone from the disk, not only from what is shown.
    drop(app);
    let reread = open(folder.path()).await.company(planted.company).await.unwrap().unwrap().dossier;
    assert_eq!(reread.find(item.id).unwrap().contact, Contact::default());
    assert_eq!(reread.items().count(), planted.items_there() - 1);
}

#[tokio::test]
async fn a_company_that_cannot_be_read_keeps_nothing_of_others_from_going() {
    let folder = tempfile::tempdir().unwrap();
    let start = plant::at();
    let first = app(folder.path(), start).await;
    let planted = [plant::company(&first.store, 1).await, plant::company(&first.store, 2).await];
    let mut items = Vec::new();
    for one in &planted {
        let dossier = first.store.company(one.company).await.unwrap().unwrap().dossier;
        let item = dossier.items().next().cloned().unwrap();
        items.push(item.id);
        amend(&first.store, one, Change::SaveItem(Item { removed: true, ..item }), start).await;
    }
    drop(first);
    let company = planted[0].company.0.simple();
    let damage = format!("UPDATE members SET body = x'00' WHERE company = x'{company}'");
    plant::execute(&folder.path().join("noodplan.db"), &damage).await;
    let later = start.checked_add_months(Months::new(24)).unwrap() + TimeDelta::seconds(1);
    let app = app(folder.path(), later).await;
    app.witness.saw(later, later);
    assert!(app.upkeep().await.is_err());
    let other = app.store.company(planted[1].company).await.unwrap().unwrap();
    assert_eq!(other.dossier.find(items[1]).unwrap().contact, Contact::default());
}

#[tokio::test]
async fn a_clock_that_jumps_a_week_ahead_erases_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let asked_at = plant::at();
    let app = app(folder.path(), asked_at).await;
    let planted = plant::company(&app.store, 1).await;
    let wish = Change::SetErasure(Some(Erasure::asked(planted.person, &[], asked_at)));
    amend(&app.store, &planted, wish, asked_at).await;
    let is_there = async || app.store.company(planted.company).await.unwrap().is_some();
    let hour = TimeDelta::hours(1);
    let minute = TimeDelta::minutes(1);
    // Jumped, started again, put right; and at last it is really time.
    for (now, there) in [
        (asked_at, true),
        (asked_at + hour, true),
        (asked_at + WAIT, true),
        (asked_at + WAIT + minute, true),
        (asked_at + hour * 2, true),
        (asked_at + hour * 3, true),
        (asked_at + WAIT + hour, true),
        (asked_at + WAIT + hour * 2, false),
    ] {
        app.clock.set(now);
        app.upkeep().await.unwrap();
        assert_eq!(is_there().await, there, "{now}");
    }
}

#[tokio::test]
async fn a_running_program_erases_by_itself_and_its_people_hear_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), plant::at() + WAIT).await;
    let planted = plant::company(&app.store, 1).await;
    let wish = Erasure::asked(planted.person, &[], plant::at());
    amend(&app.store, &planted, Change::SetErasure(Some(wish)), plant::at()).await;
    app.witness.saw(app.clock.now(), app.clock.now());
    let mut telegram = app.post.collect(ChannelKind::Telegram);
    let app = Arc::new(app);
    let told = tokio::select! {
        told = telegram.recv() => told.unwrap(),
        () = Arc::clone(&app).keep_up(CancellationToken::new()) => panic!("it looks no more"),
        () = sleep(PATIENCE) => panic!("it says nothing"),
    };
    assert!(told.text.plain().contains("gewist, zoals gevraagd"), "{told:?}");
    assert!(app.store.company(planted.company).await.unwrap().is_none());
}

#[tokio::test]
async fn a_program_that_is_told_to_stop_looks_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(app(folder.path(), plant::at()).await);
    let stop = CancellationToken::new();
    stop.cancel();
    assert!(timeout(PATIENCE, app.keep_up(stop)).await.is_ok());
}

#[tokio::test]
async fn the_operator_sees_a_company_that_is_there_and_its_log_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), plant::at()).await;
    let planted = plant::company(&app.store, 1).await;
    assert!(app.break_glass(CompanyId(Uuid::nil()), "a look").await.unwrap().is_none());
    let shown = app.break_glass(planted.company, "a look").await.unwrap().unwrap();
    assert!(planted.is_in(&shown.dossier));
    let log = app.store.log(planted.company, 1).await.unwrap();
    let broke = vec![Act::BrokeGlass("a look".to_owned().into())];
    assert_eq!((log[0].by, &log[0].acts), (Actor::Operator, &broke));
}

#[tokio::test]
async fn the_operator_begins_for_a_member_from_within_once_and_for_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), plant::at()).await;
    let planted = plant::company(&app.store, 1).await;
    let bram = PersonId(Uuid::from_u128(9));
    let editor = Member::confirmed(bram, Role::Editor, plant::at());
    amend(&app.store, &planted, Change::SaveMember(editor), plant::at()).await;
    let waits_for = async || {
        let company = app.store.company(planted.company).await.unwrap().unwrap();
        company.dossier.succession().map(|wait| wait.successor)
    };
    let unknown = CompanyId(Uuid::nil());
    for (company, person, begins) in [
        (unknown, bram, false),
        (planted.company, planted.person, false),
        (planted.company, bram, true),
        (planted.company, bram, false),
    ] {
        let before = waits_for().await;
        assert_eq!(app.recover(company, person).await.unwrap(), begins, "{company:?} {person:?}");
        let after = if begins { Some(bram) } else { before };
        assert_eq!(waits_for().await, after, "{company:?} {person:?}");
    }
}
