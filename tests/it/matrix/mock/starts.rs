//! What a start finds: what was left over, and what was said in the meantime.

use std::sync::atomic::Ordering;

use chrono::TimeDelta;
use matrix_sdk::ruma::device_id;
use noodplan::{
    app::ports::{Clock, Commit, Incoming, LaneKind, Outgoing, Store},
    dialogue::input::Raw,
    text::{Rich, Span},
};
use serde_json::json;
use uuid::Uuid;
use wiremock::ResponseTemplate;

use super::{BEGINNING, World, error, hall::ANNA, key};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_over_is_taken_up_also_when_it_cannot_be_read_at_once() {
    const NEWS: &str = "Samira hoort er nu bij.";
    let mut world = World::met().await;
    world.plays(1).await;
    let (store, now) = (world.desk.store(), world.desk.clock.now());
    let (conversation, version) = store.load(&key(ANNA)).await.unwrap().conversation.unwrap();
    let words = Rich(vec![Span { text: NEWS.into(), bold: false, fixed: false }]);
    let news = Commit {
        conversation: Some(conversation),
        conversation_version: version,
        outgoing: vec![Outgoing::new(Uuid::from_u128(1), key(ANNA), LaneKind::Notice, words)],
        ..Commit::of_event(key(ANNA), "news".into(), now)
    };
    store.commit(news).await.unwrap();
    let said = Incoming {
        conversation: key(ANNA),
        event: "$left-over".into(),
        name: None,
        language_tag: None,
        raw: Raw::Text("1".into()),
        at: now,
    };
    store.receive(vec![said]).await.unwrap();
    world.desk.stop().await;
    world.desk.trouble.unsent_fails.store(2, Ordering::SeqCst);
    world.desk.trouble.unhandled_fails.store(2, Ordering::SeqCst);
    world.desk.start().await;
    world.anna.hears(NEWS).await;
    world.anna.hears("Is er nu iets mis met je computers").await;
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    assert_eq!(world.count(NEWS), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_device_answers_what_was_said_before_it_and_asks_for_what_it_cannot_read() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.desk.loses_its_device().await;
    world.gives_a_new_device().await;
    world.hall.holds(1);
    // Nobody knows the new device yet, so that it gets no key for this.
    world.anna.says("1").await;
    world.anna.says_in_clear("!noodplan").await;
    let pages = world.hall.pages();
    world.desk.start().await;
    world.anna.hears("NOODPLAN").await;
    assert!(world.hall.pages() > pages, "what was left out was fetched");
    let clock = &world.desk.clock;
    clock.set(clock.now() + TimeDelta::minutes(11));
    world.anna.hears("zonder de sleutel").await;
    world.anna.asks("1", "In vijf minuten").await;
    assert_eq!(world.count("Ik ben noodplan"), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_device_knows_people_by_the_keys_that_they_had() {
    const NEW_KEYS: &str = "Je sleutels op Matrix zijn nieuw";
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    world.desk.loses_its_device().await;
    world.gives_a_new_device().await;
    world.anna.renews_keys().await;
    world.desk.start().await;
    world.anna.sees_device(device_id!("NEW")).await;
    world.anna.asks("!noodplan", NEW_KEYS).await;
    assert_eq!(world.count("NOODPLAN"), 0, "{:#?}", world.anna.bodies());
    // The operator knows that it is her.
    world.desk.stop().await;
    world.desk.settings.trust_anew = vec![ANNA.to_owned()];
    world.desk.start().await;
    world.anna.asks("!noodplan", "NOODPLAN Bakkerij Jansen").await;
    // From now on these are her keys, whatever becomes of the folder.
    world.desk.stop().await;
    world.desk.settings.trust_anew = Vec::new();
    world.desk.start().await;
    world.anna.asks("!noodplan", "NOODPLAN Bakkerij Jansen").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_never_here_answers_nothing_of_what_was_said_before() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.desk.loses_everything().await;
    world.gives_a_new_device().await;
    world.anna.says_in_clear("!noodplan").await;
    world.desk.start().await;
    world.anna.sees_device(device_id!("NEW")).await;
    world.anna.asks("hoi", "In vijf minuten").await;
    assert_eq!(world.count("NOODPLAN"), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_the_homeserver_contradicts_is_not_believed() {
    let mut world = World::met().await;
    // It stands still on a day that is over.
    let (witness, now) = (&world.desk.app.as_ref().unwrap().witness, world.desk.clock.now());
    witness.expect();
    while witness.agrees(now, Some(now)) {
        tokio::task::yield_now().await;
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_before_the_bot_was_put_out_is_answered_once_it_is_asked_in_again() {
    let mut world = World::met().await;
    world.plays(2).await;
    world.desk.stop().await;
    world.anna.says("nee").await;
    world.hall.puts_out_and_asks_in_again();
    world.desk.start().await;
    world.anna.hears("Hoe heet je bedrijf").await;
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    for words in ["Ik ben noodplan", "Hoe heet je bedrijf", "Met hoeveel"] {
        assert_eq!(world.count(words), 1, "{words}: {:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_waits_when_the_program_stops_is_taken_once_after_the_next_start() {
    let not_yet = error(403, json!({ "errcode": "M_FORBIDDEN", "error": "not yet" }));
    for refusal in [ResponseTemplate::new(503), not_yet] {
        let mut world = World::new().await;
        world.hall.bars(Some(refusal));
        world.desk.start().await;
        while world.hall.knocks() == 0 {
            tokio::task::yield_now().await;
        }
        world.desk.stop().await;
        world.hall.bars(None);
        world.desk.start().await;
        world.hears_in_time("Ik ben noodplan").await;
        world.plays(1).await;
        let requests = world.server.server().received_requests().await.unwrap();
        let joins = requests.iter().filter(|request| request.url.path().ends_with("/join")).count();
        assert_eq!(joins, world.hall.knocks() + 1);
        assert_eq!(world.count("Ik ben noodplan"), 1, "{:#?}", world.anna.bodies());
        world.desk.stop().await;
    }
}
