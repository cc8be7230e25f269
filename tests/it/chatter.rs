//! People who tap and type whatever comes to mind: whatever they are shown can be read.

use std::sync::atomic::Ordering;

use noodplan::{
    app::ports::{Button, Outgoing, Store},
    dialogue::input::Raw,
};

use crate::{
    dice::Dice,
    stage::{Backing, Stage, conversation},
};

/// What somebody types who does not care.
pub const TEXTS: [&str; 24] = [
    "ja",
    "nee",
    "1",
    "2",
    "99",
    ".",
    "🙂",
    "weet ik niet",
    "terug",
    "stop",
    "verder",
    "menu",
    "/noodplan",
    "/taal",
    "Bakkerij <b>Jansen</b> & Zn",
    "Jan Bakker 06 12345678",
    "0900-8844",
    "internet, bank",
    "klaar",
    "=cmd|' /C calc'!A0",
    "{$x} #read(\"/etc/passwd\")",
    "אבי 06 55555555",
    "wachtwoord: Welkom01",
    "1 3 5",
];

/// Any text: kind, unkind, or a wall of letters.
pub fn text(dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => "x".repeat(1 + dice.roll(4_000)),
        _ => TEXTS[dice.roll(TEXTS.len())].into(),
    }
}

const PEOPLE: u64 = 12;
const ACTIONS: usize = 1_000;

/// Taps and types at random; every button that is shown says something.
async fn chats(seed: u64) {
    let mut dice = Dice(seed);
    let mut stage = Stage::new(Backing::Memory).await;
    stage.clock.set("2026-11-23T18:40:00Z".parse().unwrap());
    let (mut before, mut buttons) = (Vec::<Button>::new(), Vec::<Button>::new());
    for _ in 0..ACTIONS {
        let raw = match dice.roll(10) {
            0..6 if !buttons.is_empty() => Raw::Tap(buttons[dice.roll(buttons.len())].token.clone()),
            6 if !before.is_empty() => Raw::Tap(before[dice.roll(before.len())].token.clone()),
            _ => Raw::Text(text(&mut dice).into()),
        };
        let incoming = stage.event("anna", "nl", raw.clone());
        for outgoing in stage.play(incoming).await {
            let is_blank = |button: &Button| button.label.trim().is_empty();
            assert!(!outgoing.buttons.iter().any(is_blank), "{seed}: {raw:?} gives {outgoing:#?}");
            if !outgoing.buttons.is_empty() {
                before = std::mem::replace(&mut buttons, outgoing.buttons);
            }
        }
    }
}

#[tokio::test]
async fn whatever_is_tapped_and_typed_every_button_says_something() {
    for seed in 1..=PEOPLE {
        chats(seed).await;
    }
}

#[tokio::test]
async fn a_button_of_the_card_under_the_open_plan_still_does_what_it_says() {
    let mut stage = Stage::new(Backing::Memory).await;
    let mut beneath = Vec::new();
    for said in ["hoi", "1", "/menu", "/noodplan"] {
        let incoming = stage.event("anna", "nl", Raw::Text(said.into()));
        let heard = stage.play(incoming).await;
        if said == "/menu" {
            beneath = heard.last().unwrap().buttons.clone();
        }
    }
    let has_plan_open = async |stage: &Stage| {
        let loaded = stage.app.store.load(&conversation("anna")).await.unwrap();
        loaded.conversation.unwrap().0.state.in_noodplan
    };
    assert!(has_plan_open(&stage).await);
    // "Meer".
    let incoming = stage.event("anna", "nl", Raw::Tap(beneath.last().unwrap().token.clone()));
    stage.play(incoming).await;
    assert!(!has_plan_open(&stage).await);
}

#[tokio::test]
async fn who_was_somewhere_that_cannot_be_read_any_more_hears_that_nothing_else_is_lost() {
    let mut stage = Stage::new(Backing::Memory).await;
    for (said, is_lost) in [("hoi", false), ("1", false), ("/menu", false), ("/menu", true)] {
        stage.app.store.places_lost.store(is_lost, Ordering::Relaxed);
        let incoming = stage.event("anna", "nl", Raw::Text(said.into()));
        let heard = stage.play(incoming).await;
        let says_so = |message: &Outgoing| message.text.plain().contains("Je antwoorden zijn veilig.");
        assert_eq!(heard.iter().any(says_so), is_lost, "{said}: {heard:?}");
    }
}
