//! The review from start to end, by whoever taps whatever, alone or with a colleague.

use std::{fs, path::Path};

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;
use noodplan::{
    app::ports::{Clock, Outgoing, Store},
    dialogue::{Place, input::Raw, review::Spot},
    domain::{
        dossier::{Dossier, Slot},
        member::Role,
        review::{FINISHED, going_on_since},
    },
};

use crate::{
    dice::Dice,
    stage::{Backing, Stage, conversation},
};

/// The bakery of a conversation in `tests/transcripts`, half a year later.
async fn bakery(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join("dossier-bakery-nl.txt");
    for line in fs::read_to_string(file).unwrap().lines() {
        if let Some(text) = line.strip_prefix("> ") {
            says(&mut stage, "marieke", Raw::Text(text.into())).await;
        } else if let Some(scene) = line.strip_prefix("@ ") {
            let local = NaiveDateTime::parse_from_str(&scene[..16], "%Y-%m-%d %H:%M").unwrap();
            stage.clock.set(Amsterdam.from_local_datetime(&local).unwrap().to_utc());
        }
    }
    stage.clock.set(start());
    stage
}

fn start() -> DateTime<Utc> {
    "2027-06-15T08:00:00Z".parse().unwrap()
}

async fn says(stage: &mut Stage, speaker: &str, raw: Raw) -> Vec<Outgoing> {
    let incoming = stage.event(speaker, "nl", raw);
    stage.play(incoming).await
}

async fn dossier(stage: &Stage) -> Dossier {
    let loaded = stage.app.store.load(&conversation("marieke")).await.unwrap();
    Dossier::clone(&loaded.company.unwrap().dossier)
}

async fn place(stage: &Stage, speaker: &str) -> Place {
    let loaded = stage.app.store.load(&conversation(speaker)).await.unwrap();
    loaded.conversation.unwrap().0.state.place
}

/// Every button of the last message but those that lead back or away.
fn forward(heard: &[Outgoing]) -> Vec<Raw> {
    let buttons = heard.iter().rev().find(|message| !message.buttons.is_empty()).map(|m| &m.buttons);
    let leads_on = |token: &str| {
        let key = token.split_once('.').map_or(token, |(_, key)| key);
        !["back", "stop", "explain", "undo", "unknown", "f.number"].contains(&key)
    };
    let buttons = buttons.into_iter().flatten().filter(|button| leads_on(&button.token));
    buttons.map(|button| Raw::Tap(button.token.clone())).collect()
}

#[tokio::test]
async fn whoever_taps_anything_gets_to_the_end_of_a_review() {
    for seed in 0..12 {
        let mut dice = Dice(seed);
        let mut stage = bakery(Backing::Memory).await;
        let before = dossier(&stage).await;
        let mut heard = says(&mut stage, "marieke", Raw::Text("/nalopen".into())).await;
        let mut taps = 0;
        while going_on_since(&dossier(&stage).await).is_some() {
            taps += 1;
            assert!(taps < 600, "seed {seed} does not end: {heard:?}");
            stage.clock.set(start() + TimeDelta::seconds(taps));
            // Now and then somebody stops, looks at the plan, or types something odd.
            let raw = match dice.roll(12) {
                0 => Raw::Text("/menu".into()),
                1 => Raw::Text("/noodplan".into()),
                2 => Raw::Text("30 februari 😀 <b>".into()),
                _ => {
                    let forward = forward(&heard);
                    let chosen = dice.roll(forward.len());
                    forward.into_iter().nth(chosen).unwrap_or(Raw::Text("06 12345678".into()))
                }
            };
            heard = says(&mut stage, "marieke", raw).await;
            assert!(!heard.is_empty());
            if !matches!(place(&stage, "marieke").await, Place::Review { .. } | Place::Question { .. }) {
                heard = says(&mut stage, "marieke", Raw::Text("/nalopen".into())).await;
            }
        }
        // What was there is there still: nothing that was told is lost by looking at it.
        let after = dossier(&stage).await;
        assert_eq!(
            before.items_ever().count(),
            after.items_ever().filter(|item| item.id < before.next_item()).count()
        );
    }
}

#[tokio::test]
async fn two_members_finish_one_review_between_them() {
    for seed in 0..6 {
        let mut dice = Dice(seed);
        let mut stage = bakery(Backing::Memory).await;
        stage.joins("marieke", "bram", "nl", Role::Editor).await;
        for speaker in ["marieke", "bram"] {
            says(&mut stage, speaker, Raw::Text("/nalopen".into())).await;
        }
        let mut taps = 0;
        while going_on_since(&dossier(&stage).await).is_some() {
            taps += 1;
            assert!(taps < 200, "seed {seed} does not end");
            stage.clock.set(start() + TimeDelta::seconds(taps));
            let speaker = ["marieke", "bram"][dice.roll(2)];
            let words = ["alle nummers zijn hetzelfde", "niets veranderd", "ja", "nog niet"][dice.roll(4)];
            says(&mut stage, speaker, Raw::Text(words.into())).await;
        }
        let finished = Slot::own(FINISHED);
        let company = stage.app.store.load(&conversation("bram")).await.unwrap();
        let company = company.conversation.unwrap().0.company.unwrap();
        let history = stage.app.store.history(company).await.unwrap();
        assert_eq!(history.of(&finished).len(), 1, "seed {seed}");
        // Who was not the one to finish it hears so, and finishes nothing again.
        for speaker in ["marieke", "bram"] {
            says(&mut stage, speaker, Raw::Text("ja".into())).await;
        }
        assert_eq!(stage.app.store.history(company).await.unwrap().of(&finished).len(), 1);
    }
}

/// Looks at everything that comes before the last question.
async fn comes_to_the_members(stage: &mut Stage, speaker: &str) {
    says(stage, speaker, Raw::Text("/nalopen".into())).await;
    for _ in 0..100 {
        let now = stage.clock.now() + TimeDelta::seconds(1);
        stage.clock.set(now);
        let words = match place(stage, speaker).await {
            Place::Review { spot: Spot::Members, .. } => return,
            Place::Review { spot: Spot::Number(_), .. } => "alle nummers zijn hetzelfde",
            Place::Review { spot: Spot::Ending(_), .. } => "nu niet, later",
            Place::Review { spot: Spot::Kept(_), .. } => "ja",
            _ => "niets veranderd",
        };
        says(stage, speaker, Raw::Text(words.into())).await;
    }
    panic!("{speaker} does not come to the last question");
}

#[tokio::test]
async fn two_members_who_finish_one_review_at_once_finish_it_once() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = bakery(backing).await;
        stage.joins("marieke", "bram", "nl", Role::Editor).await;
        for speaker in ["marieke", "bram"] {
            comes_to_the_members(&mut stage, speaker).await;
        }
        let one = stage.event("marieke", "nl", Raw::Text("ja, dit klopt".into()));
        let other = stage.event("bram", "nl", Raw::Text("ja, dit klopt".into()));
        // Each may be decided on what was there before the other.
        let (one, other) = tokio::join!(stage.play(one), stage.play(other));
        let text = |heard: &[Outgoing]| heard.iter().map(|message| message.text.plain()).collect::<String>();
        let both = [text(&one), text(&other)];
        for words in ["Klaar met nalopen!", "Het nalopen is al afgerond"] {
            assert_eq!(both.iter().filter(|text| text.contains(words)).count(), 1, "{backing:?}: {both:?}");
        }
        let finished = Slot::own(FINISHED);
        let loaded = stage.app.store.load(&conversation("bram")).await.unwrap();
        let company = loaded.conversation.unwrap().0.company.unwrap();
        assert_eq!(stage.app.store.history(company).await.unwrap().of(&finished).len(), 1);
    }
}
