//! What somebody does to a message afterwards, when more than one message stands for one answer.

use super::World;

#[tokio::test(flavor = "multi_thread")]
async fn wiping_a_correction_forgets_what_it_said_and_then_there_is_nothing_left_to_forget() {
    const NEWS: &str = "Je hebt je antwoord bij";
    let mut world = World::met().await;
    world.plays(3).await;
    let name = world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    let correction = world.anna.edits(&name, "Bakkerij Janssen").await;
    world.anna.hears("Bakkerij Janssen (eerst: Bakkerij Jansen)").await;
    world.anna.wipes(&correction).await;
    world.anna.hears(NEWS).await;
    let before = world.anna.heard.len();
    world.anna.asks("!noodplan", "NOODPLAN").await;
    let plan = &world.anna.heard[before..];
    assert!(!plan.iter().any(|content| content.to_string().contains("Jans")), "{plan:#?}");
    world.anna.wipes(&name).await;
    world.anna.asks("!menu", "Kies een onderdeel").await;
    let said = (world.count(NEWS), world.count("Je hebt een bericht gewist"));
    assert_eq!(said, (1, 0), "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_that_is_taken_off_again_forgets_its_answer() {
    let mut world = World::met().await;
    world.plays(4).await;
    let tap = world.anna.taps("2️⃣", "Wat doe je").await;
    world.anna.wipes(&tap).await;
    world.anna.hears("Je hebt je antwoord bij").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_that_tap_one_question_the_first_counts() {
    let mut world = World::met().await;
    world.plays(4).await;
    let asked = world.anna.question.clone();
    world.anna.taps("2️⃣", "✓ Jullie zijn met 2 tot 9 mensen").await;
    world.anna.question = asked;
    world.anna.taps("1️⃣", "Deze knop hoort bij een oudere vraag").await;
    assert_eq!(world.count("✓ Je werkt alleen"), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}
