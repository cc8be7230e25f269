//! After more than a day away, whoever was in the middle of something on Telegram hears so, exactly once.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        ports::{Clock, Commit, ConversationKey, Incoming, LaneKind, Outgoing, Store},
        reminders,
        turn::App,
        wakes::Wakes,
    },
    dialogue::{ChannelKind, Content, input::Raw},
    store::memory::MemoryStore,
    text::Rich,
};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::stage::StageClock;

/// Longer than anything takes that works.
const PATIENCE: Duration = Duration::from_secs(60);

struct Bot {
    app: App<MemoryStore, StageClock>,
    events: u32,
}

impl Bot {
    fn new() -> Self {
        let clock = StageClock::default();
        clock.set("2026-11-20T09:00:00Z".parse().unwrap());
        Self { app: App::new(MemoryStore::default(), clock, Content::built_in().unwrap()), events: 0 }
    }

    async fn says(&mut self, address: &str, channel: ChannelKind, text: &str) {
        self.events += 1;
        let incoming = Incoming {
            conversation: ConversationKey { channel, address: address.into() },
            event: format!("e{}", self.events),
            name: Some(address.into()),
            language_tag: Some("nl".into()),
            raw: Raw::Text(text.into()),
            at: self.now(),
        };
        self.app.store.receive(vec![incoming.clone()]).await.unwrap();
        assert!(self.app.handle(&incoming).await.committed);
    }

    async fn begins(&mut self, address: &str, channel: ChannelKind) {
        for text in ["hoi", "ja", "nee"] {
            self.says(address, channel, text).await;
        }
    }

    fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// What is said unasked, so long after the last look.
    async fn looks_after(&self, hours: i64) -> Vec<Outgoing> {
        self.app.clock.set(self.now() + TimeDelta::hours(hours));
        let mut said = Vec::new();
        for event in self.app.look().await.unwrap().ticks {
            said.extend(self.app.handle(&event).await.outgoing);
        }
        said
    }
}

fn to(said: &[Outgoing]) -> Vec<&str> {
    said.iter().map(|message| message.conversation.address.as_str()).collect()
}

#[tokio::test]
async fn whoever_was_asked_something_on_telegram_hears_once_that_messages_were_lost() {
    let mut bot = Bot::new();
    bot.begins("anna", ChannelKind::Telegram).await;
    bot.begins("bram", ChannelKind::Telegram).await;
    bot.says("bram", ChannelKind::Telegram, "/menu").await;
    bot.begins("@carla:example.org", ChannelKind::Matrix).await;
    assert_eq!(bot.looks_after(1).await, []);
    assert_eq!(bot.looks_after(24).await, [], "Telegram kept everything");
    let said = bot.looks_after(73).await;
    assert_eq!(to(&said), ["anna"], "who was asked nothing, or is on Matrix, lost nothing");
    assert_eq!(said[0].lane, LaneKind::Notice);
    assert!(said[0].text.plain().contains("van 21 november"), "{}", said[0].text.plain());
    assert_eq!(bot.looks_after(1).await, []);
    bot.says("anna", ChannelKind::Telegram, "Anna").await;
    assert_eq!(to(&bot.looks_after(30).await), ["anna"], "another outage is told again");
}

/// The first so many things that a running program says by itself on this channel.
async fn first_said(
    app: &Arc<App<MemoryStore, StageClock>>,
    channel: ChannelKind,
    count: usize,
) -> Vec<Outgoing> {
    let mut said = app.post.collect(channel);
    let first = async {
        let mut first = Vec::new();
        while first.len() < count {
            first.push(said.recv().await.unwrap());
        }
        first
    };
    tokio::select! {
        first = first => first,
        () = reminders::run(Arc::clone(app), CancellationToken::new()) => panic!("it looks no more"),
        () = sleep(PATIENCE) => panic!("it says nothing"),
    }
}

#[tokio::test]
async fn a_running_program_tells_it_by_itself_also_when_that_panics_first() {
    let mut bot = Bot::new();
    bot.begins("anna", ChannelKind::Telegram).await;
    bot.looks_after(0).await;
    bot.app.clock.set(bot.now() + TimeDelta::hours(50));
    let turns = AtomicU32::new(0);
    bot.app.random = Box::new(move || {
        assert!(turns.fetch_add(1, Ordering::Relaxed) > 0, "a turn that panics, as the test wanted it");
        None
    });
    let app = Arc::new(bot.app);
    assert_eq!(to(&first_said(&app, ChannelKind::Telegram, 1).await), ["anna"]);
    assert_eq!(app.panics.load(Ordering::Relaxed), 1, "the operator hears of it");
}

#[tokio::test]
async fn a_running_program_says_what_another_instance_left_to_it() {
    let bot = Bot::new();
    let bram = ConversationKey { channel: ChannelKind::Matrix, address: "@bram:example.org".into() };
    let left = Outgoing {
        elsewhere: true,
        ..Outgoing::new(Uuid::from_u128(7), bram.clone(), LaneKind::Notice, Rich(Vec::new()))
    };
    let outgoing = vec![left.clone()];
    let commit = Commit { outgoing, ..Commit::of_event(bram, "e".into(), bot.now()) };
    bot.app.store.commit(commit).await.unwrap();
    assert_eq!(first_said(&Arc::new(bot.app), ChannelKind::Matrix, 1).await[0].id, left.id);
}

#[tokio::test]
async fn what_a_running_program_says_by_itself_does_not_go_out_in_one_burst() {
    let mut bot = Bot::new();
    for address in ["anna", "bram"] {
        bot.begins(address, ChannelKind::Telegram).await;
    }
    bot.looks_after(0).await;
    bot.app.clock.set(bot.now() + TimeDelta::hours(50));
    let (app, began) = (Arc::new(bot.app), Instant::now());
    assert_eq!(to(&first_said(&app, ChannelKind::Telegram, 2).await), ["anna", "bram"]);
    // Five seconds before the first look, and one between two people.
    assert!(began.elapsed() >= Duration::from_secs(6), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_program_that_is_told_to_stop_looks_no_more() {
    let bot = Bot::new();
    let (app, stop) = (Arc::new(bot.app), CancellationToken::new());
    stop.cancel();
    reminders::run(Arc::clone(&app), stop).await;
    assert_eq!(app.store.last_look().await.unwrap(), None);
}

#[tokio::test]
async fn a_program_that_is_told_to_stop_says_what_it_has_in_hand() {
    let mut bot = Bot::new();
    for address in ["anna", "bram"] {
        bot.begins(address, ChannelKind::Telegram).await;
    }
    bot.looks_after(0).await;
    bot.app.clock.set(bot.now() + TimeDelta::hours(50));
    let stop = CancellationToken::new();
    let told_so = stop.clone();
    // In the middle of the first turn.
    bot.app.random = Box::new(move || {
        told_so.cancel();
        None
    });
    let mut said = bot.app.post.collect(ChannelKind::Telegram);
    reminders::run(Arc::new(bot.app), stop).await;
    let said: Vec<_> = std::iter::from_fn(|| said.try_recv().ok()).collect();
    assert_eq!(to(&said), ["anna", "bram"]);
}

#[tokio::test]
async fn an_outage_that_two_take_up_is_told_by_the_first_of_them() {
    let mut bot = Bot::new();
    bot.begins("anna", ChannelKind::Telegram).await;
    bot.looks_after(0).await;
    let _telegram = bot.app.post.collect(ChannelKind::Telegram);
    bot.app.clock.set(bot.now() + TimeDelta::hours(50));
    let slow = bot.app.look().await.unwrap().ticks;
    bot.app.clock.set(bot.now() + TimeDelta::minutes(10));
    let taken_over = bot.app.left_behind().await.unwrap();
    assert_eq!((slow.len(), &slow), (1, &taken_over));
    assert_eq!(bot.app.handle(&taken_over[0]).await.outgoing.len(), 1);
    let again = bot.app.handle(&slow[0]).await;
    assert_eq!((again.outgoing, again.committed), (Vec::new(), true));
}

#[tokio::test]
async fn what_is_never_handled_is_set_aside_and_left_alone() {
    let mut bot = Bot::new();
    bot.begins("anna", ChannelKind::Telegram).await;
    bot.looks_after(0).await;
    let _telegram = bot.app.post.collect(ChannelKind::Telegram);
    let unsent = bot.app.store.unsent(ChannelKind::Telegram).await.unwrap();
    bot.app.clock.set(bot.now() + TimeDelta::hours(50));
    let written = bot.app.look().await.unwrap().ticks;
    let mut times = 0;
    loop {
        bot.app.clock.set(bot.now() + TimeDelta::minutes(6));
        match bot.app.left_behind().await.unwrap().as_slice() {
            [] => break,
            taken_over => assert_eq!(taken_over, written),
        }
        times += 1;
        assert!(times < 100, "it is taken over for ever");
    }
    assert_eq!(times, 6, "for half an hour: what fails for a moment is tried again");
    assert!(bot.app.store.is_handled(&written[0]).await.unwrap());
    assert_eq!(bot.app.store.unsent(ChannelKind::Telegram).await.unwrap(), unsent);
}

#[tokio::test]
async fn a_look_that_breaks_off_tells_of_the_outage_once_all_the_same() {
    let mut bot = Bot::new();
    bot.begins("anna", ChannelKind::Telegram).await;
    let last = bot.now();
    bot.looks_after(0).await;
    assert_eq!(bot.looks_after(50).await.len(), 1);
    // As if the look had not been noted: the same outage again.
    bot.app.store.note_look(last, "1".into()).await.unwrap();
    assert_eq!(bot.looks_after(0).await, []);
}
