//! The built-in HTTP server: an agenda fetches what comes back by a private link, and whoever watches hears how it is.

use std::{
    net::SocketAddr,
    sync::{Arc, atomic::Ordering},
};

use calcard::icalendar::ICalendar;
use noodplan::{
    app::{feeds::Feeds, ports::Outgoing},
    channel::web::{Web, agenda, health},
    dialogue::input::Raw,
    domain::{code::Code, member::Role},
};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::stage::{Backing, Stage};

const ADDRESS: &str = "https://plan.example.nl";
/// A first sitting, as short as can be.
pub const FIRST_SITTING: [&str; 12] = [
    "hoi",
    "1",
    "nee",
    "Kapsalon Krul",
    "alleen",
    "2",
    "Dat ben ik. 06 12345678",
    "weet ik niet",
    "niemand",
    "geen",
    "klaar",
    "klaar",
];

async fn say(stage: &mut Stage, who: &str, words: &str) -> Vec<Outgoing> {
    let incoming = stage.event(who, "nl", Raw::Text(words.into()));
    stage.play(incoming).await
}

/// Anna has a plan, on a bot that people reach at an address.
async fn anna(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    stage.app.public_url = Some(ADDRESS.into());
    for words in FIRST_SITTING {
        say(&mut stage, "anna", words).await;
    }
    stage
}

/// Asks for a link and gives what it ends in.
async fn link(stage: &mut Stage, who: &str) -> Code {
    say(stage, who, "/agenda").await;
    say(stage, who, "link voor mijn agenda").await;
    let heard = say(stage, who, "maak een link").await;
    let link =
        heard.iter().map(|message| message.text.plain()).find(|text| text.starts_with(ADDRESS)).unwrap();
    let token =
        link.trim().strip_prefix(&format!("{ADDRESS}/agenda/")).unwrap().strip_suffix(".ics").unwrap();
    Code::parse(token).unwrap()
}

/// Serves what the stage has, for as long as its folder is there; gives where.
async fn served(stage: Stage) -> (TempDir, SocketAddr) {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let web = Web::open(free, CancellationToken::new()).await.unwrap();
    let (app, folder) = stage.into_app();
    let app = Arc::new(app);
    web.mount("health", health::part(Arc::clone(&app)));
    web.mount("agenda", agenda::part(app));
    (folder, free)
}

async fn fetched(address: SocketAddr, path: &str) -> (u16, String, String) {
    let response = reqwest::get(format!("http://{address}{path}")).await.unwrap();
    let kind = response.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    (response.status().as_u16(), kind.unwrap_or_default(), response.text().await.unwrap())
}

#[tokio::test]
async fn a_private_link_brings_what_comes_back_and_nothing_about_the_firm() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna(backing).await;
        let token = link(&mut stage, "anna").await;
        let (_folder, address) = served(stage).await;
        let (status, kind, file) = fetched(address, &format!("/agenda/{}.ics", token.as_str())).await;
        assert_eq!((status, kind.starts_with("text/calendar")), (200, true));
        let read = ICalendar::parse(&file).unwrap();
        assert!(read.components.iter().any(|part| part.uid().is_some()), "{file}");
        assert!(!file.contains("Krul") && !file.contains("12345678"), "{file}");
    }
}

#[tokio::test]
async fn a_link_speaks_the_language_that_its_owner_speaks_now() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna(backing).await;
        let token = link(&mut stage, "anna").await;
        let dutch = stage.app.agenda_file(&token).await.unwrap().unwrap();
        assert!(dutch.contains("SUMMARY:Je noodplan nalopen"), "{dutch}");
        say(&mut stage, "anna", "/taal en").await;
        let english = stage.app.agenda_file(&token).await.unwrap().unwrap();
        assert!(english.contains("SUMMARY:Review your emergency plan"), "{english}");
    }
}

#[tokio::test]
async fn a_link_that_was_never_made_or_taken_back_or_replaced_brings_nothing() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna(backing).await;
        let first = link(&mut stage, "anna").await;
        stage.app.random = Box::new(|| Some([9; 32]));
        let second = link(&mut stage, "anna").await;
        assert_eq!(stage.app.store.feed(&first).await.unwrap(), None);
        assert!(stage.app.store.feed(&second).await.unwrap().is_some());
        say(&mut stage, "anna", "trek mijn link in").await;
        let (_folder, address) = served(stage).await;
        for path in [first.as_str(), second.as_str(), Code::long([7; 16]).as_str(), "x", "..%2f..%2fx"] {
            assert_eq!(fetched(address, &format!("/agenda/{path}.ics")).await.0, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn who_left_or_may_not_see_the_agenda_any_more_has_a_link_that_brings_nothing() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna(backing).await;
        stage.joins("anna", "bram", "nl", Role::Editor).await;
        let token = link(&mut stage, "bram").await;
        assert!(stage.app.agenda_file(&token).await.unwrap().is_some());
        for words in ["/leden", "bram", "weghalen", "ja"] {
            say(&mut stage, "anna", words).await;
        }
        assert_eq!(stage.app.agenda_file(&token).await.unwrap(), None);
    }
}

#[tokio::test]
async fn without_an_address_no_link_is_offered() {
    let mut stage = anna(Backing::Memory).await;
    stage.app.public_url = None;
    let heard = say(&mut stage, "anna", "/agenda").await;
    let labels = heard.iter().flat_map(|message| &message.buttons).map(|button| &button.label);
    assert!(labels.clone().count() > 0 && labels.clone().all(|label| label != "Link voor mijn agenda"));
}

#[tokio::test]
async fn whoever_watches_hears_whether_the_database_answers() {
    let stage = Stage::new(Backing::Memory).await;
    let down = Arc::clone(&stage.app.store.read_fails);
    let (_folder, address) = served(stage).await;
    assert_eq!(fetched(address, "/readyz").await.0, 200);
    down.store(true, Ordering::Relaxed);
    assert_eq!((fetched(address, "/readyz").await.0, fetched(address, "/healthz").await.0), (503, 200));
    assert_eq!(fetched(address, "/").await.0, 404);
}
