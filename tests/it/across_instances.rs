//! Several instances on one database: who has a channel says what another one decided, and of two at the same one says it.

use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        ports::{ConversationKey, Incoming, LaneKind, Outgoing, Store},
        turn::App,
        wakes::Wakes,
    },
    dialogue::{ChannelKind, Content, input::Raw},
    domain::member::Role,
    store::{connect::sqlite_url, sql::SqlStore},
};
use tokio::sync::mpsc::UnboundedReceiver;
use uuid::Uuid;

use crate::{
    stage::{Backing, Stage, StageClock, conversation, joins, postgres, vault},
    store_conformance::NewV4Like,
};

/// Until there is a number on the call list, and with it something that comes back.
const BEGINNING: [&str; 7] = ["hoi", "akkoord", "nee", "Kapsalon Krul", "1", "1", "ik 06 12345678"];

fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn half_a_year_later() -> DateTime<Utc> {
    "2027-05-24T12:00:00Z".parse().unwrap()
}

async fn app(url: &str) -> App<SqlStore, StageClock> {
    let clock = StageClock::default();
    clock.set(noon());
    App::new(SqlStore::open(url, vault()).await.unwrap(), clock, Content::built_in().unwrap())
}

async fn says<S: Store>(app: &App<S, StageClock>, chat: &ConversationKey, text: &str) {
    let incoming = Incoming {
        conversation: chat.clone(),
        event: Uuid::new_v4_like().to_string(),
        name: Some("anna".into()),
        language_tag: Some("nl".into()),
        raw: Raw::Text(text.into()),
        at: noon(),
    };
    app.store.receive(vec![incoming.clone()]).await.unwrap();
    let handled = app.handle(&incoming).await;
    app.store.sent(handled.outgoing.iter().map(|message| message.id).collect()).await.unwrap();
}

/// What arrives at a channel for one chat.
fn arrives(news: &mut UnboundedReceiver<Outgoing>, chat: &ConversationKey) -> Vec<Uuid> {
    let news = std::iter::from_fn(|| news.try_recv().ok());
    news.filter(|message| message.conversation == *chat).map(|message| message.id).collect()
}

/// Anna, on Telegram, does something that Bram hears of, on Matrix. Gives what arrives at Telegram, and Bram's chat.
async fn does_what_bram_hears_of<S: Store>(
    app: &App<S, StageClock>,
) -> (UnboundedReceiver<Outgoing>, ConversationKey) {
    let number = &Uuid::new_v4_like().simple().to_string()[..8];
    let anna = ConversationKey { channel: ChannelKind::Telegram, address: format!("anna-{number}").into() };
    let address = format!("@bram-{number}:example.org").into();
    let bram = ConversationKey { channel: ChannelKind::Matrix, address };
    let telegram = app.post.collect(ChannelKind::Telegram);
    for words in ["hoi", "akkoord", "nee", "Kapsalon Krul"] {
        says(app, &anna, words).await;
    }
    joins(&app.store, &anna, (&format!("bram-{number}"), &bram), "nl", Role::Owner, noon()).await;
    for words in ["/vergeet", "het hele bedrijf", "Kapsalon Krul"] {
        says(app, &anna, words).await;
    }
    (telegram, bram)
}

/// Anna is with the one, Bram with the other.
async fn a_notice_goes_out_where_its_channel_is<S: Store + Wakes>(
    one: &App<S, StageClock>,
    other: &App<S, StageClock>,
) {
    assert!(one.store.is_shared());
    let (mut telegram, bram) = does_what_bram_hears_of(one).await;
    let mut matrix = other.post.collect(ChannelKind::Matrix);
    assert!(arrives(&mut matrix, &bram).is_empty());
    other.bring_from_elsewhere().await.unwrap();
    let [notice] = arrives(&mut matrix, &bram)[..] else { panic!("Bram hears nothing") };
    assert!(one.store.is_unsent(notice).await.unwrap());
    other.bring_from_elsewhere().await.unwrap();
    assert!(arrives(&mut matrix, &bram).is_empty(), "it is handed over once");
    assert!(arrives(&mut telegram, &bram).is_empty());
    other.store.sent(vec![notice]).await.unwrap();
}

#[tokio::test]
async fn where_no_other_instance_can_be_nothing_is_left_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(&sqlite_url(folder.path())).await;
    assert!(!app.store.is_shared());
    let (mut telegram, bram) = does_what_bram_hears_of(&app).await;
    assert_eq!(app.store.take_from_elsewhere(ChannelKind::Matrix, 10).await.unwrap(), []);
    assert!(arrives(&mut telegram, &bram).is_empty());
    // A channel that starts later finds it in the outbox.
    let unsent = app.store.unsent(ChannelKind::Matrix).await.unwrap();
    assert_eq!(unsent.iter().filter(|message| message.conversation == bram).count(), 1, "{unsent:?}");
}

#[tokio::test]
async fn two_instances_on_postgres_each_speak_on_their_own_channel() {
    let Some(url) = postgres() else { return };
    a_notice_goes_out_where_its_channel_is(&app(&url).await, &app(&url).await).await;
}

/// Somebody who is to be reminded, and the reminder.
async fn reminded(backing: Backing) -> (Stage, Incoming) {
    let mut stage = Stage::new(backing).await;
    stage.clock.set(noon());
    for words in BEGINNING {
        let incoming = stage.event("anna", "nl", Raw::Text(words.into()));
        stage.play(incoming).await;
    }
    stage.clock.set(half_a_year_later());
    let mut ticks = stage.app.look().await.unwrap().ticks;
    assert_eq!(ticks.len(), 1);
    (stage, ticks.remove(0))
}

/// Two instances are at one reminder at the same moment. What the second one wanted to say is not in the outbox.
async fn of_two_at_one_reminder_one_says_it(backing: Backing) {
    let (stage, tick) = reminded(backing).await;
    stage.app.store.is_overtaken.store(true, Ordering::Relaxed);
    let handled = stage.app.handle(&tick).await;
    assert_eq!((handled.outgoing, handled.committed), (Vec::new(), true));
    let unsent = stage.app.store.unsent(tick.conversation.channel).await.unwrap();
    let reminders = unsent.iter().filter(|message| message.lane == LaneKind::Reminder);
    assert_eq!((reminders.count(), &tick.conversation), (1, &conversation("anna")));
}

#[tokio::test]
async fn of_two_instances_at_one_reminder_one_says_it() {
    of_two_at_one_reminder_one_says_it(Backing::Memory).await;
    of_two_at_one_reminder_one_says_it(Backing::Sqlite).await;
}

#[tokio::test]
async fn a_reminder_that_cannot_be_looked_up_in_the_outbox_is_said() {
    let (stage, tick) = reminded(Backing::Memory).await;
    stage.app.store.outbox_fails.store(true, Ordering::Relaxed);
    let handled = stage.app.handle(&tick).await;
    assert!(handled.committed);
    assert!(handled.outgoing.iter().any(|message| message.lane == LaneKind::Reminder), "{handled:?}");
}

#[tokio::test]
async fn what_is_due_on_a_channel_that_is_not_here_is_left_to_whoever_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(&sqlite_url(folder.path())).await;
    let anna = ConversationKey { channel: ChannelKind::Telegram, address: "anna".into() };
    for words in BEGINNING {
        says(&app, &anna, words).await;
    }
    app.clock.set(half_a_year_later());
    app.tell_what_is_due().await.unwrap();
    let waiting = app.store.unhandled(ChannelKind::Telegram).await.unwrap();
    assert!(matches!(waiting.as_slice(), [Incoming { raw: Raw::Tick(_), .. }]), "{waiting:?}");
    assert_eq!(app.store.unsent(ChannelKind::Telegram).await.unwrap(), []);
}
