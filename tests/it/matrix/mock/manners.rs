//! Good manners: whoever says something sees that it was read and is being worked on, and is understood however they put it.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};

use super::{World, hall::BOT};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_sees_that_the_bot_types_and_that_it_stops() {
    let mut world = World::new().await;
    world.desk.settings.pauses.typing = Duration::from_millis(20);
    world.meets().await;
    world.plays(1).await;
    let trouble = Arc::clone(&world.desk.trouble);
    let held = trouble.held_up.write().await;
    world.anna.says("1").await;
    world.anna.hears_until("the bot types", |_| world.hall.is_typing()).await;
    drop(held);
    world.anna.hears("Is er nu iets mis met je computers").await;
    world.anna.hears_until("the bot types no more", |_| !world.hall.is_typing()).await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_see_that_the_bot_has_read_what_they_said() {
    let mut world = World::met().await;
    for (said, wanted) in [("hoi", "In vijf minuten"), ("1", "iets mis met je computers")] {
        let message = world.anna.asks(said, wanted).await;
        let is_read = |message: &str| world.hall.read().iter().any(|read| read == message);
        world.anna.hears_until("it was read", |_| is_read(message.as_str())).await;
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_in_a_thread_is_answered_in_it_and_the_next_beside_it() {
    let mut world = World::met().await;
    let root = world.anna.asks("hoi", "In vijf minuten").await;
    let before = world.anna.heard.len();
    let thread = json!({ "rel_type": "m.thread", "event_id": root });
    let said = json!({ "msgtype": "m.text", "body": "1", "m.relates_to": thread });
    let event = world.anna.sends(said).await;
    world.anna.hears("Is er nu iets mis met je computers").await;
    let is_question = |content: &&Value| content["nl.noodplan.taps"].is_array();
    let question = world.anna.heard[before..].iter().find(is_question).unwrap();
    let relation = &question["m.relates_to"];
    assert_eq!((&relation["rel_type"], &relation["event_id"]), (&json!("m.thread"), &json!(root)));
    assert_eq!(relation["m.in_reply_to"]["event_id"], json!(event));
    let before = world.anna.heard.len();
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    let beside =
        world.anna.heard[before..].iter().filter(|content| content["m.relates_to"]["rel_type"] == "m.thread");
    assert_eq!(beside.count(), 0);
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_gets_a_line_that_helps_and_the_question_stands() {
    let mut world = World::met().await;
    world.plays(3).await;
    for (kind, body, wanted) in [
        ("m.image", "kassa.jpg", "Een foto of filmpje kan ik nog niet lezen. Typ het maar."),
        ("m.file", "bellijst.pdf", "Dit bestand kan ik niet lezen. Typ het maar, of deel een contact."),
        ("m.audio", "opname.ogg", "Naar gesproken berichten kan ik niet luisteren. Typ het maar."),
        ("m.location", "geo:52.1,5.1", "Een locatie kan ik niet lezen. Typ de plek maar."),
    ] {
        world.anna.sends(json!({ "msgtype": kind, "body": body })).await;
        world.anna.hears(wanted).await;
    }
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_comes_however_it_is_asked_for() {
    let mut world = World::met().await;
    world.plays(1).await;
    let is_plan = |content: &Value| content["body"].as_str().is_some_and(|body| body.contains("NOODPLAN"));
    for word in ["noodplan", "Noodplan", "NOODPLAN", "emergency", "Emergency", "EMERGENCY"] {
        for said in ["!", "/", "//", "", "noodbot: ", "NoodBot, ", "@noodbot:localhost: "] {
            world.anna.asks(&format!("{said}{word}"), "NOODPLAN").await;
        }
        let before = world.anna.heard.len();
        let mentions = json!({ "user_ids": [BOT] });
        let said = json!({ "msgtype": "m.text", "body": format!("noodbot {word}"), "m.mentions": mentions });
        world.anna.sends(said).await;
        world.anna.hears_until(word, |heard| heard[before..].iter().any(is_plan)).await;
    }
    world.anna.asks("!language en", "From now on in English.").await;
    for said in ["!noodplan", "/noodplan", "//Noodplan", "NOODPLAN", "!emergency", "//emergency", "Emergency"]
    {
        world.anna.asks(said, "EMERGENCY PLAN").await;
    }
    world.desk.stop().await;
}
