//! Invitations that come all at once, and a homeserver that asks for patience at some doors.

use std::time::Instant;

use chrono::TimeDelta;
use noodplan::app::ports::Clock;

use super::World;

/// Waits until the bot has knocked so often at a door, while time goes by.
async fn has_knocked(world: &World, room: &str, count: usize) {
    let (clock, began) = (&world.desk.clock, Instant::now());
    let from = clock.now();
    while world.hall.knocks_at(room) < count {
        clock.set(from + began.elapsed());
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_asks_for_patience_gets_it_and_keeps_no_other_waiting() {
    let mut world = World::met().await;
    let (busy, calm) = ("!busy:localhost", "!calm:localhost");
    world.hall.asks_for_patience(busy, TimeDelta::minutes(30));
    world.hall.asks_for_patience(calm, TimeDelta::seconds(2));
    let open: Vec<String> = (0..8).map(|number| format!("!open{number}:localhost")).collect();
    let all: Vec<&str> = open.iter().map(String::as_str).chain([busy, calm]).collect();
    world.hall.asks_into(&all);
    for room in &all {
        has_knocked(&world, room, 1).await;
    }
    has_knocked(&world, calm, 2).await;
    assert_eq!(world.hall.knocks_at(busy), 1, "it asked for half an hour");
    let clock = &world.desk.clock;
    clock.set(clock.now() + TimeDelta::minutes(30));
    has_knocked(&world, busy, 2).await;
    for room in &open {
        assert_eq!(world.hall.knocks_at(room), 1, "{room}");
    }
    world.plays(1).await;
    world.desk.stop().await;
}
