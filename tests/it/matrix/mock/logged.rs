//! What the program logs and keeps of a sitting on Matrix: nothing that can be read.

use super::{hall::ROOM, *};
use crate::{
    loud::{self, Loud},
    matrix::bot::Bot,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_does_not_get_through_is_said_once_and_comes() {
    const SAID: &str = "a message on Matrix does not get through; it is tried again";
    let mut world = World::new().await;
    let mut bot = Bot::named(&world.server.uri(), "noodbot");
    bot.set("NOODPLAN_MATRIX_USER", Some(BOT));
    bot.start();
    world.anna.hears("Ik ben noodplan").await;
    world.hall.shuts(true);
    world.anna.says("hoi").await;
    bot.prints(SAID);
    let turned_away = world.hall.turned_away();
    while world.hall.turned_away() == turned_away {
        tokio::task::yield_now().await;
    }
    assert_eq!(bot.printed().matches(SAID).count(), 1, "{}", bot.printed());
    world.hall.shuts(false);
    world.anna.hears("In vijf minuten").await;
    assert_eq!(world.count("In vijf minuten"), 1, "{:#?}", world.anna.bodies());
    bot.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_on_matrix_is_in_no_log_and_in_no_file() {
    let mut world = World::new().await;
    let homeserver = world.server.uri();
    let bot = Loud::start(&[
        ("NOODPLAN_MATRIX_HOMESERVER", &homeserver),
        ("NOODPLAN_MATRIX_USER", BOT),
        ("NOODPLAN_MATRIX_PASSWORD", PASSWORD),
    ]);
    world.anna.hears("Ik ben noodplan").await;
    let [firm, sister] = [0, 1].map(|index| loud::name_to_tell(7, index));
    let [own, hers] = [0, 1].map(|index| loud::number_to_tell(7, index));
    for (said, wanted) in [
        ("hoi", "In vijf minuten"),
        ("1", "iets mis"),
        ("nee", "Hoe heet je bedrijf"),
        (&firm, "Met hoeveel"),
        ("2", "Wat doe je"),
        ("1", "Wie beslist"),
        (&format!("Dat ben ik. {own}"), "Wie neemt het over"),
        (&format!("mijn zus {sister} {hers}"), "Wie helpt je met je computers"),
        ("!noodplan", &firm),
    ] {
        world.anna.asks(said, wanted).await;
    }
    let mut words = vec![firm, sister];
    words.extend([own, hers].iter().flat_map(|told| loud::notations(told)));
    let printed = bot.kept_to_itself(&words).await;
    for secret in [PASSWORD, BOT_TOKEN, ANNA, ROOM] {
        let line = printed.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}
