//! How much is written down at the most, with the whole bot.

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::ports::{Commit, Conversation, Store},
    dialogue::input::Raw,
    domain::quota::MOST_A_DAY,
};

use crate::stage::{Backing, Stage, conversation};

fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// Everything that is heard, as one text.
async fn say(stage: &mut Stage, words: &str) -> String {
    let incoming = stage.event("anna", "nl", Raw::Text(words.into()));
    let heard = stage.play(incoming).await;
    heard.iter().map(|message| message.text.plain()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn who_had_enough_written_down_today_goes_on_tomorrow_and_has_the_plan_at_once() {
    let mut stage = Stage::new(Backing::Sqlite).await;
    stage.clock.set(noon());
    for words in ["hoi", "akkoord", "nee", "Kapsalon Krul"] {
        say(&mut stage, words).await;
    }
    let (key, day) = (conversation("anna"), noon().date_naive());
    let (known, version) = stage.app.store.load(&key).await.unwrap().conversation.unwrap();
    assert_eq!(known.written.on(day), 2, "the company and its name");
    let written = (2..MOST_A_DAY).fold(known.written, |written, _| written.once_more(day));
    let commit = Commit {
        conversation: Some(Conversation { written, ..known }),
        conversation_version: version,
        ..Commit::of_event(key, "much".into(), noon())
    };
    stage.app.store.commit(commit).await.unwrap();
    stage.restart().await;
    assert!(say(&mut stage, "/noodplan").await.contains("112"));
    assert!(say(&mut stage, "/verder").await.contains("Met hoeveel mensen"));
    let heard = say(&mut stage, "2").await;
    assert!(heard.contains("Morgen kan er weer iets bij") && heard.contains("Met hoeveel mensen"), "{heard}");
    stage.clock.set(noon() + TimeDelta::days(1));
    let heard = say(&mut stage, "2").await;
    assert!(heard.contains("Wat doe je"), "{heard}");
}
