//! The channel against a homeserver that exists only in memory: what it does when things go wrong, on every machine.

use std::fs;

use chrono::TimeDelta;
use matrix_sdk::{
    ruma::{device_id, events::MessageLikeEventType, room_id, user_id},
    test_utils::mocks::{LoginResponseTemplate200, MatrixMockServer},
};
use noodplan::{
    app::ports::{Clock, ConversationKey},
    dialogue::ChannelKind,
};
use serde_json::{Value, json};
use wiremock::{
    Mock, ResponseTemplate,
    matchers::{any, method, path_regex},
};

use super::{BEGINNING, bot::PASSWORD, desk::Desk};
use crate::stage::removes;
use guest::Guest;
use hall::{ANNA, BOT, BOT_TOKEN, Hall, NEW_TOKEN};

mod afterwards;
#[cfg(feature = "telegram")]
mod both;
mod card;
mod doors;
mod guest;
mod hall;
mod logged;
mod manners;
mod muted;
mod picture;
#[cfg(feature = "telegram")]
mod program;
mod starts;
mod trouble;

struct World {
    server: MatrixMockServer,
    hall: Hall,
    desk: Desk,
    anna: Guest,
}

impl World {
    /// A homeserver with Anna on it, who has asked the bot into a room; the bot was never started.
    async fn new() -> Self {
        let server = MatrixMockServer::new().await;
        server.mock_crypto_endpoints_preset().await;
        server.mock_versions().ok().mount().await;
        let (bot, device) = (user_id!("@noodbot:localhost"), device_id!("BOT"));
        // Announces who comes with the first token.
        drop(server.client_builder_for_crypto_end_to_end(bot, device));
        let session = LoginResponseTemplate200::new(BOT_TOKEN, device, bot);
        server.mock_login().ok_with(session).mount().await;
        let hall = Hall::default();
        // Whatever nothing else answers.
        Mock::given(any()).respond_with(hall.clone()).with_priority(10).mount(server.server()).await;
        let desk = Desk::new(&server.uri(), BOT);
        let anna = Guest::new(&server).await;
        hall.opens();
        Self { server, hall, desk, anna }
    }

    /// The same, with the bot in the room.
    async fn met() -> Self {
        let mut world = Self::new().await;
        world.meets().await;
        world
    }

    async fn meets(&mut self) {
        self.desk.start().await;
        self.anna.hears("Ik ben noodplan").await;
    }

    /// Whoever logs in from now on gets a device of their own.
    async fn gives_a_new_device(&self) {
        let (bot, device) = (user_id!("@noodbot:localhost"), device_id!("NEW"));
        drop(self.server.client_builder_for_crypto_end_to_end(bot, device));
        self.logs_in_as("NEW", NEW_TOKEN).await;
    }

    async fn logs_in_as(&self, device: &str, token: &str) {
        let session = json!({ "access_token": token, "device_id": device, "user_id": BOT });
        Mock::given(path_regex(r"^/_matrix/client/v3/login"))
            .respond_with(ResponseTemplate::new(200).set_body_json(session))
            .with_priority(1)
            .mount(self.server.server())
            .await;
    }

    /// The sitting up to a question.
    async fn plays(&mut self, turns: usize) {
        for (said, wanted) in BEGINNING.into_iter().take(turns) {
            self.anna.asks(said, wanted).await;
        }
    }

    /// Waits for a message with these words, while the clock goes on: a room that could not be read is tried again later.
    async fn hears_in_time(&mut self, words: &str) {
        let clock = &self.desk.clock;
        let said = |content: &Value| content["body"].as_str().is_some_and(|body| body.contains(words));
        self.anna
            .hears_until(words, |heard| {
                clock.set(clock.now() + TimeDelta::seconds(1));
                heard.iter().any(said)
            })
            .await;
    }

    /// Messages that hold these words.
    fn count(&self, words: &str) -> usize {
        self.anna.bodies().iter().filter(|body| body.contains(words)).count()
    }

    /// What the homeserver says to the next messages of the bot, so many of them.
    async fn refuses(&self, times: u64, answer: ResponseTemplate) {
        // Reactions are not encrypted, and nobody waits for them.
        let send = self.server.mock_room_send().for_type(MessageLikeEventType::RoomEncrypted);
        let send = send.expect_access_token(BOT_TOKEN);
        send.respond_with(answer).up_to_n_times(times).mount().await;
    }
}

/// Somebody's conversation with the bot.
fn key(address: &str) -> ConversationKey {
    ConversationKey { channel: ChannelKind::Matrix, address: address.into() }
}

fn error(status: u16, body: Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(body)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_is_closed_at_first_is_tried_again() {
    let mut world = World::new().await;
    let closed = error(403, json!({ "errcode": "M_FORBIDDEN", "error": "not yet" }));
    let join = world.server.mock_room_join(room_id!("!room:localhost")).respond_with(closed);
    join.up_to_n_times(2).expect(2).mount().await;
    world.desk.start().await;
    world.hears_in_time("Ik ben noodplan").await;
    world.plays(1).await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_bot_cannot_follow_a_room_that_moved_it_stays_and_answers() {
    let mut world = World::met().await;
    world.plays(1).await;
    world.hall.moves("!new:localhost");
    world.anna.hears("Deze kamer is verhuisd").await;
    let clock = &world.desk.clock;
    let tries = |_: &[Value]| {
        clock.set(clock.now() + TimeDelta::minutes(1));
        world.hall.knocks() > 12
    };
    world.anna.hears_until("it goes on trying", tries).await;
    world.anna.asks("1", "iets mis").await;
    world.anna.asks("!noodplan", "NOODPLAN").await;
    world.desk.stop().await;
    world.desk.start().await;
    world.anna.asks("!noodplan", "NOODPLAN").await;
    assert_eq!(world.hall.left(), Vec::<String>::new());
    assert_eq!(world.count("Deze kamer is verhuisd"), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn declining_an_invitation_leaves_no_room_that_it_names() {
    let mut world = World::met().await;
    world.hall.lures("!trap:localhost");
    world.anna.hears_until("the bot declines", |_| !world.hall.left().is_empty()).await;
    world.plays(1).await;
    assert_eq!(world.hall.left(), ["!trap:localhost"]);
    let requests = world.server.server().received_requests().await.unwrap();
    let left = requests.iter().find(|request| request.url.path().ends_with("/leave")).unwrap();
    let why = left.body_json::<Value>().unwrap()["reason"].to_string();
    assert!(why.contains("wie mij mag uitnodigen") && why.contains("who may invite me"), "{why}");
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_signing_keys_go_up_with_the_password_when_the_homeserver_asks_for_it() {
    let mut world = World::new().await;
    let asks = json!({ "flows": [{ "stages": ["m.login.password"] }], "params": {}, "session": "42" });
    let path = r"^/_matrix/client/.*/keys/device_signing/upload";
    Mock::given(method("POST"))
        .and(path_regex(path))
        .respond_with(error(401, asks))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(world.server.server())
        .await;
    world.meets().await;
    world.plays(1).await;
    let requests = world.server.server().received_requests().await.unwrap();
    let uploads = requests.iter().filter(|request| request.url.path().ends_with("device_signing/upload"));
    let auths: Vec<Value> =
        uploads.map(|request| request.body_json::<Value>().unwrap()["auth"].clone()).collect();
    // The first is Anna's.
    assert_eq!(auths.len(), 3, "{auths:#?}");
    assert_eq!(auths[1], Value::Null);
    assert_eq!((&auths[2]["session"], &auths[2]["password"]), (&json!("42"), &json!(PASSWORD)));
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hello_that_is_too_much_now_is_said_later() {
    let mut world = World::new().await;
    let limited = json!({ "errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": 30 });
    world.refuses(2, error(429, limited)).await;
    world.meets().await;
    world.plays(1).await;
    assert_eq!(world.count("Ik ben noodplan"), 1, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_too_much_now_or_meets_trouble_comes_later_and_once() {
    let mut world = World::met().await;
    world.plays(2).await;
    let limited = json!({ "errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": 30 });
    world.refuses(2, error(429, limited)).await;
    world.anna.asks("nee", "Hoe heet je bedrijf").await;
    world.refuses(3, ResponseTemplate::new(500)).await;
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    world.anna.asks("2", "Wat doe je").await;
    for words in ["Hoe heet je bedrijf", "Met hoeveel", "Wat doe je"] {
        assert_eq!(world.count(words), 1, "{words}: {:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_to_wait_for_somebody_who_is_removed_meanwhile_never_comes() {
    const HELD: &str = "Hoe heet je bedrijf";
    let mut world = World::met().await;
    world.plays(2).await;
    world.hall.shuts(true);
    world.anna.says("nee").await;
    while world.hall.turned_away() == 0 {
        tokio::task::yield_now().await;
    }
    removes(world.desk.store(), &key(ANNA), world.desk.clock.now()).await;
    world.hall.shuts(false);
    world.anna.asks("hoi", "In vijf minuten").await;
    assert_eq!(world.count(HELD), 0, "{:#?}", world.anna.bodies());
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_proxy_says_while_the_homeserver_is_away_loses_no_message() {
    let mut world = World::met().await;
    world.plays(2).await;
    let turns = [
        (404, "nee", "Hoe heet je bedrijf"),
        (403, "Bakkerij Jansen", "Met hoeveel"),
        (401, "2", "Wat doe je"),
    ];
    for (status, said, wanted) in turns {
        world.refuses(2, ResponseTemplate::new(status).set_body_string("no such page")).await;
        world.anna.asks(said, wanted).await;
        assert_eq!(world.count(wanted), 1, "{:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_log_in_that_a_proxy_turns_away_is_tried_again() {
    let mut world = World::new().await;
    Mock::given(path_regex(r"^/_matrix/client/v3/login"))
        .respond_with(ResponseTemplate::new(404).set_body_string("no such page"))
        .up_to_n_times(2)
        .with_priority(1)
        .expect(2)
        .mount(world.server.server())
        .await;
    world.meets().await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_refused_for_good_does_not_stand_in_the_way_of_the_next() {
    let mut world = World::met().await;
    for refusal in [
        error(413, json!({ "errcode": "M_TOO_LARGE", "error": "too large" })),
        error(400, json!({ "errcode": "M_BAD_JSON", "error": "no" })),
    ] {
        world.refuses(1, refusal).await;
        let before = world.count("In vijf minuten");
        world.anna.says("hoi").await;
        world.anna.asks("hallo", "In vijf minuten").await;
        assert_eq!(world.count("In vijf minuten"), before + 1, "{:#?}", world.anna.bodies());
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_known_no_more_ends_the_channel_with_what_to_do() {
    let mut world = World::met().await;
    world.plays(1).await;
    let sync = world.server.mock_sync().expect_access_token(BOT_TOKEN);
    sync.error_unknown_token(false).mount().await;
    let said = world.desk.ends().await;
    assert!(said.contains("no longer knows the bot's session; move the folder"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_with_keys_and_without_a_session_is_not_called_an_absent_homeserver() {
    let mut world = World::met().await;
    world.desk.stop().await;
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(world.desk.settings.folder.join(format!("matrix-sdk-state.sqlite3{end}")));
    }
    // Whoever logs in anew gets a new device, and the keys are those of another.
    world.logs_in_as("OTHER", BOT_TOKEN).await;
    world.desk.start().await;
    let said = world.desk.ends().await;
    assert!(said.contains("the Matrix folder") && said.contains("cannot be opened"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_sync_leaves_out_is_fetched_and_answered_in_order_also_when_that_fails_at_first() {
    let mut world = World::met().await;
    world.desk.stop().await;
    world.hall.holds(2);
    for (said, _) in BEGINNING {
        world.anna.says(said).await;
    }
    let pages = world.server.mock_room_messages().ignore_access_token();
    pages.error500().up_to_n_times(2).expect(2).mount().await;
    world.desk.start().await;
    world.hears_in_time("Wie beslist").await;
    assert!(world.hall.pages() > 1, "what was left out was fetched page by page");
    let heard = world.anna.bodies();
    let answers = &heard[heard.len() - BEGINNING.len()..];
    for (body, (_, wanted)) in answers.iter().zip(BEGINNING) {
        assert!(body.contains(wanted), "{body} has no {wanted}: {heard:#?}");
    }
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_cannot_say_who_reads_along_is_asked_again_and_nothing_is_lost() {
    let mut world = World::new().await;
    let members = world.server.mock_get_members().expect_access_token(BOT_TOKEN);
    members.error500().up_to_n_times(3).expect(3).mount().await;
    world.desk.start().await;
    world.hears_in_time("Ik ben noodplan").await;
    world.plays(2).await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_changes_the_answer_and_wiping_the_message_forgets_it_also_after_a_restart() {
    let mut world = World::met().await;
    world.plays(3).await;
    let name = world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    world.anna.edits(&name, "Bakkerij Janssen").await;
    world.anna.hears("Bakkerij Janssen (eerst: Bakkerij Jansen)").await;
    world.desk.stop().await;
    world.desk.start().await;
    world.anna.edits(&name, "Bakkerij De Jong").await;
    world.anna.hears("Bakkerij De Jong (eerst: Bakkerij Janssen)").await;
    world.anna.wipes(&name).await;
    world.anna.hears("Je hebt je antwoord bij").await;
    let before = world.anna.heard.len();
    world.anna.asks("!noodplan", "NOODPLAN").await;
    let plan = &world.anna.heard[before..];
    assert!(!plan.iter().any(|content| content.to_string().contains("De Jong")), "{plan:#?}");
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_named_in_the_room_answers_to_that_name_and_nothing_leaves_in_clear() {
    let mut world = World::met().await;
    world.plays(4).await;
    let mentions = json!({ "user_ids": [BOT] });
    world.anna.sends(json!({ "msgtype": "m.text", "body": "noodbot menu", "m.mentions": mentions })).await;
    world.anna.hears("Kies een onderdeel").await;
    assert_eq!(world.hall.sent_by_bot("m.room.message"), Vec::<Value>::new());
    let sealed = world.hall.sent_by_bot("m.room.encrypted");
    assert!(sealed.iter().all(|content| content["ciphertext"].is_string()), "{sealed:#?}");
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_skipped_or_left_for_later_with_the_sign_for_it() {
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    world.anna.taps("⏭", "Wie neemt het over").await;
    world.anna.taps("❓", "Wie helpt je").await;
    world.desk.stop().await;
}
