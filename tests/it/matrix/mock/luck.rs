//! Bad luck that loses nothing.

use chrono::TimeDelta;
use noodplan::app::ports::Clock;

use super::{BEGINNING, World};

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
