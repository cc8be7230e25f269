//! Bad luck that loses nothing.

use chrono::TimeDelta;
use noodplan::{
    app::ports::{Clock, LaneKind, Store},
    dialogue::ChannelKind,
};

use super::{BEGINNING, World, hall::ANNA, key};

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_without_a_homeserver_loses_nothing_and_says_nothing_twice() {
    let mut world = World::met().await;
    world.plays(2).await;
    let (before, after) = (world.hall.turned_away(), || BEGINNING.into_iter().skip(2));
    world.hall.goes_away(true);
    for (said, _) in after() {
        world.anna.says(said).await;
    }
    while world.hall.turned_away() < before + 3 {
        tokio::task::yield_now().await;
    }
    let clock = &world.desk.clock;
    clock.set(clock.now() + TimeDelta::hours(1));
    world.hall.goes_away(false);
    world.anna.hears("Wie beslist").await;
    for (_, wanted) in after() {
        assert_eq!(world.count(wanted), 1, "{wanted}: {:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

/// The review is due, and the reminder of it does not get through.
async fn is_reminded_while_nothing_gets_through() -> World {
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    for (said, wanted) in [
        ("Dat ben ik. 06 12345678", "Wie neemt het over"),
        ("mijn zus fatima 0687654321", "Wie helpt je met je computers"),
        ("kuiper ict 020 7654321, ma-vr 9-17", "Wie bel je als er iets uitvalt"),
    ] {
        world.anna.asks(said, wanted).await;
    }
    world.desk.clock.set("2027-05-24T08:00:00Z".parse().unwrap());
    let before = world.hall.turned_away();
    world.hall.shuts(true);
    world.desk.app.as_ref().unwrap().tell_what_is_due().await.unwrap();
    while world.hall.turned_away() == before {
        tokio::task::yield_now().await;
    }
    world
}

/// How often the company of Anna was written so far.
async fn version(world: &World) -> u64 {
    world.desk.store().load(&key(ANNA)).await.unwrap().company.unwrap().version
}

/// Whether a reminder is still to be sent.
async fn is_reminder_kept(world: &World) -> bool {
    let unsent = world.desk.store().unsent(ChannelKind::Matrix).await.unwrap();
    unsent.iter().any(|message| message.lane == LaneKind::Reminder)
}

const REMINDER: &str = "Herinnering voor Bakkerij Jansen";

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_had_to_wait_comes_once_when_nothing_changed() {
    let mut world = is_reminded_while_nothing_gets_through().await;
    world.hall.shuts(false);
    world.anna.hears(REMINDER).await;
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_had_to_wait_does_not_come_when_it_is_done_meanwhile() {
    let mut world = is_reminded_while_nothing_gets_through().await;
    world.anna.says("!gedaan").await;
    while is_reminder_kept(&world).await {
        tokio::task::yield_now().await;
    }
    world.hall.shuts(false);
    world.anna.hears("Gedaan: alles nalopen").await;
    world.desk.app.as_ref().unwrap().tell_what_is_due().await.unwrap();
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_was_left_over_is_not_said_after_it_is_done() {
    let mut world = is_reminded_while_nothing_gets_through().await;
    let before = version(&world).await;
    world.anna.says("!gedaan").await;
    while version(&world).await == before {
        tokio::task::yield_now().await;
    }
    world.desk.stop().await;
    world.hall.shuts(false);
    world.desk.start().await;
    world.anna.hears("Gedaan: alles nalopen").await;
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}
