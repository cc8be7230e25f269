//! What the program logs and keeps of a sitting on Matrix: nothing that can be read.

use super::{hall::ROOM, *};
use crate::loud::{self, Loud};

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
