//! One person on two channels of one bot: whoever types the code of one on the other is known there as well.

use std::{num::NonZeroU32, sync::Arc};

use chrono::TimeDelta;
use noodplan::{
    app::ports::Clock,
    channel::telegram::{self, ApiError, Pauses, Settings},
};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::{BEGINNING, World};
use crate::bot_api::{BotApi, Person};

/// Telegram beside Matrix, on one store.
struct Telegram {
    api: BotApi,
    stop: CancellationToken,
    running: JoinHandle<Result<(), ApiError>>,
}

impl Telegram {
    async fn beside(world: &World) -> Self {
        let api = BotApi::start().await;
        let settings = Settings {
            token: api.token().into(),
            api_url: api.url().to_owned(),
            rate: NonZeroU32::new(1_000).unwrap(),
            webhook: None,
            pauses: Pauses::default(),
        };
        let (app, stop) = (Arc::clone(world.desk.app.as_ref().unwrap()), CancellationToken::new());
        let stopped = stop.clone();
        let running = tokio::spawn(async move { telegram::run(app, &settings, stopped).await });
        Self { api, stop, running }
    }

    async fn stops(self) {
        self.stop.cancel();
        self.running.await.unwrap().unwrap();
    }
}

/// Says something on Telegram; gives the message with these words in the answer.
async fn asks(person: &Person, said: &str, wanted: &str) -> String {
    let mark = person.mark();
    person.says(said);
    let heard = person.heard_after(mark, |chat| chat.iter().any(|shown| shown.text.contains(wanted))).await;
    heard.into_iter().find(|shown| shown.text.contains(wanted)).unwrap().text
}

/// The code in what is to be typed on the other channel.
fn code(said: &str) -> &str {
    said.split_once("!koppel ").and_then(|(_, rest)| rest.lines().next()).unwrap().trim()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_known_on_matrix_types_the_code_on_telegram_and_is_known_there() {
    const ASKED: &str = "Typ dit op je andere kanaal";
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    let telegram = Telegram::beside(&world).await;
    let anna = telegram.api.person("Anna", Some("nl"));
    world.anna.asks("!koppel", ASKED).await;
    let bodies = world.anna.bodies();
    let code = code(bodies.iter().find(|body| body.contains(ASKED)).unwrap());
    asks(&anna, &format!("/koppel {code}"), "Ik ken je nu hier").await;
    world.anna.hears("Vanaf nu praat je ook op Telegram met me").await;
    asks(&anna, "/noodplan", "NOODPLAN Bakkerij Jansen").await;
    telegram.stops().await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_known_on_telegram_types_the_code_on_matrix_and_is_known_there() {
    let mut world = World::met().await;
    let telegram = Telegram::beside(&world).await;
    let anna = telegram.api.person("Anna", Some("nl"));
    for (said, wanted) in BEGINNING {
        asks(&anna, if said == "hoi" { "/start" } else { said }, wanted).await;
    }
    let asked = asks(&anna, "/koppel", "Typ dit op je andere kanaal").await;
    world.anna.asks(&format!("!koppel {}", code(&asked)), "Ik ken je nu hier").await;
    let told = "Vanaf nu praat je ook op Matrix met me";
    anna.hears(|chat| chat.iter().any(|shown| shown.text.contains(told))).await;
    world.anna.asks("!noodplan", "NOODPLAN Bakkerij Jansen").await;
    telegram.stops().await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_only_owner_with_new_keys_says_on_the_other_channel_that_it_is_them() {
    const NEW_KEYS: &str = "Je sleutels op Matrix zijn nieuw";
    const ASKED: &str = "Iemand schrijft op Matrix onder jouw naam";
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    let telegram = Telegram::beside(&world).await;
    let anna = telegram.api.person("Anna", Some("nl"));
    world.anna.asks("!koppel", "Typ dit op je andere kanaal").await;
    let bodies = world.anna.bodies();
    let asked = bodies.iter().find(|body| body.contains("Typ dit op je andere kanaal")).unwrap();
    let code = code(asked).to_owned();
    asks(&anna, &format!("/koppel {code}"), "Ik ken je nu hier").await;
    world.anna.renews_keys().await;
    // The bot hears of new keys with its next sync; until then it is the same person on the same device.
    for _ in 0..20 {
        if world.count(NEW_KEYS) == 0 {
            world.anna.asks("!help", "").await;
        }
    }
    assert_eq!(world.count(NEW_KEYS), 1, "{:#?}", world.anna.bodies());
    let plans = world.count("NOODPLAN Bakkerij Jansen");
    anna.hears(|chat| chat.iter().any(|shown| shown.text.contains(ASKED))).await;
    world.desk.clock.set(world.desk.clock.now() + TimeDelta::minutes(2));
    world.anna.asks("!noodplan", NEW_KEYS).await;
    assert_eq!(world.count("NOODPLAN Bakkerij Jansen"), plans, "{:#?}", world.anna.bodies());
    anna.taps("Ja, dat ben ik").unwrap();
    world.anna.hears("Een eigenaar zegt dat jij het bent").await;
    world.anna.asks("!noodplan", "NOODPLAN Bakkerij Jansen").await;
    telegram.stops().await;
    // It is kept.
    world.desk.stop().await;
    world.desk.start().await;
    world.anna.asks("!noodplan", "NOODPLAN Bakkerij Jansen").await;
    world.desk.stop().await;
}
