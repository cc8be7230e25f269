//! Trouble with the homeserver that loses nothing.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::TimeDelta;
use noodplan::{
    app::ports::{Clock, LaneKind, Store},
    dialogue::ChannelKind,
};
use serde_json::{Value, json};
use wiremock::{Request, Respond, ResponseTemplate};

use super::{
    BEGINNING, World, error,
    hall::{ANNA, BOT_TOKEN},
    key,
};

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

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_that_a_sync_leaves_out_is_read_in_order_and_once_also_when_the_program_stops_halfway() {
    let mut world = World::met().await;
    world.desk.stop().await;
    world.hall.holds(2);
    for (said, _) in BEGINNING {
        world.anna.says(said).await;
    }
    let clock = &world.desk.clock;
    clock.set(clock.now() + TimeDelta::hours(1));
    // The first page of what was left out comes, and then no other.
    let (given, refused) = (Arc::new(AtomicUsize::new(1)), Arc::new(AtomicUsize::new(0)));
    let pages = {
        let (hall, given, refused) = (world.hall.clone(), Arc::clone(&given), Arc::clone(&refused));
        move |request: &Request| {
            let has_another = |given: usize| given.checked_sub(1);
            if given.fetch_update(Ordering::SeqCst, Ordering::SeqCst, has_another).is_ok() {
                return hall.respond(request);
            }
            refused.fetch_add(1, Ordering::SeqCst);
            ResponseTemplate::new(502)
        }
    };
    world.server.mock_room_messages().ignore_access_token().respond_with(pages).mount().await;
    let before = world.hall.pages();
    world.desk.start().await;
    while refused.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    world.desk.stop().await;
    assert_eq!(world.hall.pages(), before + 1);
    given.store(usize::MAX, Ordering::SeqCst);
    world.desk.start().await;
    world.hears_in_time("Wie beslist").await;
    assert!(world.hall.pages() > before + 3, "what was left out was fetched page by page");
    // What is read is not read again.
    world.desk.stop().await;
    world.desk.start().await;
    world.anna.asks("Dat ben ik. 06 12345678", "Wie neemt het over").await;
    let heard = world.anna.bodies();
    let answers = &heard[heard.len() - BEGINNING.len() - 1..];
    let wanted = BEGINNING.iter().map(|(_, wanted)| *wanted).chain(["Wie neemt het over"]);
    for (body, wanted) in answers.iter().zip(wanted) {
        assert!(body.contains(wanted), "{body} has no {wanted}: {heard:#?}");
    }
    assert_eq!(heard.len(), BEGINNING.len() + 2, "hello, and every answer once: {heard:#?}");
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hello_that_meets_trouble_is_said_later_and_once() {
    let mut world = World::new().await;
    world.refuses(3, ResponseTemplate::new(502)).await;
    world.meets().await;
    world.plays(1).await;
    assert_eq!(world.count("Ik ben noodplan"), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_page_is_not_the_end_of_what_was_missed() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.desk.stop().await;
    world.hall.holds(1);
    world.anna.says("1").await;
    world.anna.says("nee").await;
    let empty = |request: &Request| {
        let (_, from) = request.url.query_pairs().find(|(name, _)| name == "from").unwrap();
        let page = json!({ "start": from, "chunk": [], "state": [], "end": format!("{from}.0") });
        ResponseTemplate::new(200).set_body_json(page)
    };
    let pages = world.server.mock_room_messages().ignore_access_token().respond_with(empty);
    pages.up_to_n_times(1).expect(1).mount().await;
    world.desk.start().await;
    world.anna.hears("Hoe heet je bedrijf").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_what_was_missed_is_refused_the_bot_goes_on_with_what_is_new() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.desk.stop().await;
    world.hall.holds(1);
    world.anna.says("menu").await;
    world.anna.says("1").await;
    let refusal = error(403, json!({ "errcode": "M_FORBIDDEN", "error": "no" }));
    let pages = world.server.mock_room_messages().ignore_access_token();
    pages.respond_with(refusal).up_to_n_times(1).expect(1).mount().await;
    world.desk.start().await;
    world.anna.hears("Is er nu iets mis met je computers").await;
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_is_put_off_and_then_refused_goes_on_with_what_was_brought_of_it_since() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.desk.stop().await;
    world.hall.holds(1);
    world.anna.says("menu").await;
    world.anna.says("1").await;
    // At first the homeserver does not give what is left out, and then it never will.
    let asked = Arc::new(AtomicUsize::new(0));
    let pages = {
        let asked = Arc::clone(&asked);
        move |_: &Request| match asked.fetch_add(1, Ordering::SeqCst) {
            0 => ResponseTemplate::new(502),
            _ => error(403, json!({ "errcode": "M_FORBIDDEN", "error": "no" })),
        }
    };
    world.server.mock_room_messages().ignore_access_token().respond_with(pages).mount().await;
    world.desk.start().await;
    while asked.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    world.anna.says("nee").await;
    // It is remembered over a restart, too.
    world.desk.stop().await;
    world.desk.start().await;
    world.hears_in_time("Hoe heet je bedrijf").await;
    for words in ["Is er nu iets mis met je computers", "Hoe heet je bedrijf"] {
        assert_eq!(world.count(words), 1, "{words}: {:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

/// The devices with which the bot logged in so far; none: a new one each time.
async fn log_ins(world: &World) -> Vec<Value> {
    let requests = world.server.server().received_requests().await.unwrap();
    let log_ins = requests.iter().filter(|request| request.url.path().ends_with("/login"));
    log_ins.map(|request| request.body_json::<Value>().unwrap()["device_id"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_expires_is_renewed_with_the_same_device_and_nothing_is_lost() {
    let mut world = World::met().await;
    world.plays(2).await;
    let sync = world.server.mock_sync().expect_access_token(BOT_TOKEN);
    sync.error_unknown_token(true).up_to_n_times(1).expect(1).mount().await;
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    assert_eq!(log_ins(&world).await, [Value::Null, json!("BOT")]);
    for words in ["Ik ben noodplan", "Hoe heet je bedrijf", "Met hoeveel"] {
        assert_eq!(world.count(words), 1, "{words}: {:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_expired_waits_for_the_password_and_goes_on_with_the_same_device() {
    let mut world = World::met().await;
    world.plays(2).await;
    world.desk.stop().await;
    let password = world.desk.settings.password.take();
    let sync = world.server.mock_sync().expect_access_token(BOT_TOKEN);
    sync.error_unknown_token(true).up_to_n_times(1).expect(1).mount().await;
    for _ in 0..2 {
        world.desk.start().await;
        let said = world.desk.ends().await;
        assert!(said.contains("has expired; start once with NOODPLAN_MATRIX_PASSWORD"), "{said}");
    }
    world.desk.settings.password = password;
    world.desk.start().await;
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    assert_eq!(log_ins(&world).await, [Value::Null, json!("BOT")]);
    world.desk.stop().await;
}

/// Anna has told enough for the bot to come back to it.
pub async fn has_told_enough() -> World {
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    for (said, wanted) in [
        ("Dat ben ik. 06 12345678", "Wie neemt het over"),
        ("mijn zus fatima 0687654321", "Wie helpt je met je computers"),
        ("kuiper ict 020 7654321, ma-vr 9-17", "Wie bel je als er iets uitvalt"),
    ] {
        world.anna.asks(said, wanted).await;
    }
    world
}

/// The review is due: a reminder of it is on its way.
pub async fn is_due(world: &World) {
    world.desk.clock.set("2027-05-24T08:00:00Z".parse().unwrap());
    world.desk.app.as_ref().unwrap().tell_what_is_due().await.unwrap();
}

/// The review is due, and the reminder of it does not get through.
async fn is_reminded_while_nothing_gets_through() -> World {
    let world = has_told_enough().await;
    let before = world.hall.turned_away();
    world.hall.shuts(true);
    is_due(&world).await;
    while world.hall.turned_away() == before {
        tokio::task::yield_now().await;
    }
    world
}

/// How often the company of Anna was written so far.
pub async fn version(world: &World) -> u64 {
    world.desk.store().load(&key(ANNA)).await.unwrap().company.unwrap().version
}

/// Whether a reminder is still to be sent.
pub async fn is_reminder_kept(world: &World) -> bool {
    let unsent = world.desk.store().unsent(ChannelKind::Matrix).await.unwrap();
    unsent.iter().any(|message| message.lane == LaneKind::Reminder)
}

pub const REMINDER: &str = "Herinnering voor Bakkerij Jansen";

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
