//! What is thrown away, and not a moment too early: codes, wrong codes, what cannot be read, and what somebody wrote down while it
//! was erased.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::Keeping,
        ports::{Commit, Incoming, Store},
        wakes::Wakes,
    },
    dialogue::{ChannelKind, input::Raw, step::Change},
    domain::code::{Code, INVITATION, IssuedCode, Purpose, WINDOW, may_try},
    store::sql::SqlStore,
};

use super::open;
use crate::plant::{self, Planted, conversation_on};

async fn count(folder: &Path, table: &str) -> usize {
    plant::column(&folder.join("noodplan.db"), &format!("SELECT x'00' FROM {table}")).await.len()
}

/// The owner does something with codes.
async fn turn(store: &SqlStore, planted: &Planted, changes: Vec<Change>, at: DateTime<Utc>) {
    let (conversation, version) = store.load(&planted.conversation).await.unwrap().conversation.unwrap();
    let turn = Commit {
        conversation: Some(conversation),
        conversation_version: version,
        changes,
        ..Commit::of_event(planted.conversation.clone(), format!("turn-{version}"), at)
    };
    store.commit(turn).await.unwrap();
}

#[tokio::test]
async fn wrong_codes_half_an_hour_apart_still_count_after_something_was_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = plant::company(&store, 1).await;
    let minute = TimeDelta::minutes(1);
    for at in [0, 10, 20, 30, 40] {
        turn(&store, &planted, vec![Change::NoteWrongCode], plant::at() + minute * at).await;
        store.throw_away(plant::at() + minute * at).await.unwrap();
    }
    let wrong = async |minutes: i32| {
        let now = plant::at() + minute * minutes;
        (store.code(&Code::short(1), &planted.conversation, now).await.unwrap().wrong, now)
    };
    let (five, now) = wrong(59).await;
    assert!(five.len() == 5 && !may_try(&five, now), "{five:?}");
    let (four, now) = wrong(60).await;
    assert!(four.len() == 4 && may_try(&four, now), "{four:?}");
    // They stay for a day, and then they go.
    store.throw_away(plant::at() + WINDOW * 24).await.unwrap();
    assert_eq!(count(folder.path(), "wrong_codes").await, 5);
    store.throw_away(plant::at() + WINDOW * 24 + TimeDelta::milliseconds(1)).await.unwrap();
    assert_eq!(count(folder.path(), "wrong_codes").await, 4);
    store.throw_away(plant::at() + WINDOW * 25).await.unwrap();
    assert_eq!(count(folder.path(), "wrong_codes").await, 0);
}

#[tokio::test]
async fn a_code_is_kept_for_a_week_after_it_ended() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let planted = plant::company(&store, 1).await;
    let expires_at = plant::at() + INVITATION;
    let issued =
        IssuedCode { made_by: planted.person, purpose: Purpose::Link(None), expires_at, is_spent: false };
    let week = TimeDelta::days(7);
    let of_the_operator = Change::UseSignup(store.signup_code([1; 4], plant::at()));
    // That of the operator ends when it is used.
    for (change, ended) in
        [(Change::SaveCode(Code::short(1), issued), expires_at), (of_the_operator, plant::at())]
    {
        turn(&store, &planted, vec![change.clone()], plant::at()).await;
        for (now, left) in [(ended + week, 1), (ended + week + TimeDelta::milliseconds(1), 0)] {
            store.throw_away(now).await.unwrap();
            assert_eq!(count(folder.path(), "codes").await, left, "{change:?}");
        }
    }
}

#[tokio::test]
async fn a_reminder_that_cannot_be_read_goes_a_week_after_it_was_tried() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let database = folder.path().join("noodplan.db");
    let (telegram, tried_at) = (ChannelKind::Telegram, plant::at() + TimeDelta::hours(1));
    let tick = Incoming {
        conversation: conversation_on(telegram, "anna"),
        event: "tick-1".into(),
        name: None,
        language_tag: None,
        raw: Raw::Text("hoi".into()),
        at: plant::at(),
    };
    store.receive(vec![tick]).await.unwrap();
    plant::execute(&database, "UPDATE inbox SET payload = x'00' WHERE event = 'tick-1'").await;
    assert_eq!(store.take_over(telegram, plant::at(), tried_at, 10).await.unwrap(), []);
    let week = TimeDelta::days(7);
    for (now, left) in [(tried_at + week, 1), (tried_at + week + TimeDelta::milliseconds(1), 0)] {
        store.throw_away(now).await.unwrap();
        assert_eq!(count(folder.path(), "inbox WHERE event = 'tick-1'").await, left, "{now}");
    }
}

#[tokio::test]
async fn what_was_written_down_about_what_is_gone_goes_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (planted, gone) = (plant::company(&store, 1).await, conversation_on(ChannelKind::Telegram, "gone"));
    let notes = [planted.conversation.clone(), gone.clone()];
    store.note_channel(notes.into_iter().map(|key| (key, "note".to_owned())).collect()).await.unwrap();
    let wake = "INSERT INTO wakes (company, due_at, told_until, lease_until, fence)";
    let at = plant::at().timestamp_millis();
    let database = folder.path().join("noodplan.db");
    let kept = planted.company.0.simple();
    plant::execute(
        &database,
        &format!("{wake} VALUES (x'{kept}', {at}, {at}, 0, 0), (x'07', {at}, {at}, 0, 0)"),
    )
    .await;
    store.throw_away(plant::at()).await.unwrap();
    assert_eq!(count(folder.path(), "channel_notes").await, 1);
    assert_eq!(store.channel_note(&planted.conversation).await.unwrap().as_deref(), Some("note"));
    assert_eq!(store.channel_note(&gone).await.unwrap(), None);
    let wakes = plant::column(&database, "SELECT company FROM wakes").await;
    assert_eq!(wakes, [planted.company.0.as_bytes().to_vec()]);
}
