//! The program with both channels, when one of them is in trouble: the other does not notice.

use std::net::TcpListener;

use matrix_sdk::test_utils::mocks::MatrixMockServer;
use serde_json::json;
use wiremock::{Mock, matchers::path_regex};

use super::error;
use crate::{
    bot_api::{BotApi, Person, TOKEN},
    matrix::bot::Bot,
};

/// The program, about to talk to both.
fn with_both(homeserver: &str, api: &BotApi) -> Bot {
    let mut bot = Bot::named(homeserver, "noodbot");
    bot.set("NOODPLAN_TELEGRAM_API_URL", Some(api.url()));
    bot.set("NOODPLAN_TELEGRAM_TOKEN", Some(TOKEN));
    bot
}

async fn gets_the_plan(person: &Person) {
    let mark = person.mark();
    person.says("/noodplan");
    person.heard_after(mark, |chat| chat.iter().any(|shown| shown.text.contains("NOODPLAN"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_homeserver_that_is_down_at_the_start_is_said_and_telegram_goes_on() {
    // A port on which nobody listens any more.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let api = BotApi::start().await;
    let mut bot = with_both(&format!("http://127.0.0.1:{port}"), &api);
    bot.start();
    bot.prints("the Matrix homeserver cannot be reached; it is tried again");
    gets_the_plan(&api.person("Anna", Some("nl"))).await;
    bot.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_refused_ends_matrix_alone_and_is_in_the_exit_code() {
    let (server, api) = (MatrixMockServer::new().await, BotApi::start().await);
    server.mock_versions().ok().mount().await;
    Mock::given(path_regex(r"^/_matrix/client/v3/login"))
        .respond_with(error(403, json!({ "errcode": "M_FORBIDDEN", "error": "no" })))
        .expect(1)
        .mount(server.server())
        .await;
    let mut bot = with_both(&server.uri(), &api);
    bot.start();
    bot.prints("refuses the bot's user name or password");
    bot.prints("the rest goes on without it");
    gets_the_plan(&api.person("Anna", Some("nl"))).await;
    assert!(!bot.ends_when_told().success(), "{}", bot.printed());
}
