//! A room in which the bot may not speak: what nobody asked for waits there until it may again.

use chrono::TimeDelta;
use noodplan::app::ports::{Clock, Store};

use super::{
    World,
    hall::ANNA,
    key,
    trouble::{REMINDER, has_told_enough, is_due, is_reminder_kept, version},
};

/// Waits until it is noted that Anna can be reached, or cannot.
async fn is_noted(world: &World, reachable: bool) {
    let noted = async || {
        let (conversation, _) = world.desk.store().load(&key(ANNA)).await.unwrap().conversation.unwrap();
        conversation.unreachable_at.is_none()
    };
    while noted().await != reachable {
        tokio::task::yield_now().await;
    }
}

/// The review is due, and the bot may not say so.
async fn is_reminded_where_the_bot_may_not_speak() -> World {
    let world = has_told_enough().await;
    world.hall.mutes(true);
    is_due(&world).await;
    is_noted(&world, false).await;
    assert!(is_reminder_kept(&world).await);
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_comes_as_soon_as_the_bot_may_speak_again_and_once() {
    let mut world = is_reminded_where_the_bot_may_not_speak().await;
    // Nobody says anything.
    world.hall.mutes(false);
    world.anna.hears(REMINDER).await;
    is_noted(&world, true).await;
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_was_kept_over_a_restart_comes_when_the_bot_may_speak_again() {
    let mut world = is_reminded_where_the_bot_may_not_speak().await;
    world.desk.stop().await;
    world.desk.start().await;
    world.hall.mutes(false);
    world.anna.hears(REMINDER).await;
    is_noted(&world, true).await;
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_of_which_the_day_is_over_is_decided_anew_when_the_bot_may_speak_again() {
    let mut world = is_reminded_where_the_bot_may_not_speak().await;
    world.desk.clock.set(world.desk.clock.now() + TimeDelta::days(1));
    world.hall.mutes(false);
    is_noted(&world, true).await;
    // The one of yesterday is taken back.
    while is_reminder_kept(&world).await {
        tokio::task::yield_now().await;
    }
    assert_eq!(world.count(REMINDER), 0, "{:#?}", world.anna.bodies());
    world.desk.app.as_ref().unwrap().tell_what_is_due().await.unwrap();
    world.anna.hears(REMINDER).await;
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_says_where_the_bot_may_not_speak_is_heard_and_takes_its_reminder_back() {
    let mut world = is_reminded_where_the_bot_may_not_speak().await;
    let before = version(&world).await;
    world.anna.says("!gedaan").await;
    while version(&world).await == before {
        tokio::task::yield_now().await;
    }
    assert!(is_reminder_kept(&world).await);
    world.hall.mutes(false);
    while is_reminder_kept(&world).await {
        tokio::task::yield_now().await;
    }
    world.anna.asks("!agenda", "Je agenda").await;
    assert_eq!(world.count(REMINDER), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}
