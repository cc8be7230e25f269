//! A clock that jumps holds reminders, and nothing else, until a second clock agrees; then what is due is said once.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::dialogue::input::Raw;

use crate::{
    stage::{Backing, Stage},
    web::FIRST_SITTING,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// How many messages answer these words.
async fn answers(stage: &mut Stage, words: &str) -> usize {
    let incoming = stage.event("anna", "nl", Raw::Text(words.into()));
    stage.play(incoming).await.len()
}

#[tokio::test]
async fn a_jumped_clock_holds_reminders_until_a_second_clock_agrees() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = Stage::new(backing).await;
        let (begun, due) = (at("2026-11-23T10:00:00Z"), at("2027-05-24T08:00:00Z"));
        stage.clock.set(begun);
        for words in FIRST_SITTING {
            answers(&mut stage, words).await;
        }
        stage.app.witness.expect();
        stage.app.witness.saw(begun, begun);
        assert_eq!(stage.remind().await, BTreeSet::new());
        // Half a year ahead within a minute: nobody says the same, and then somebody says otherwise.
        stage.clock.set(due);
        assert_eq!(stage.remind().await, BTreeSet::new(), "{backing:?}");
        stage.app.witness.saw(begun + TimeDelta::minutes(1), due);
        assert_eq!(stage.remind().await, BTreeSet::new(), "{backing:?}");
        assert_eq!(stage.news().await, []);
        assert!(answers(&mut stage, "/menu").await > 0, "whoever speaks is answered");
        // The day has come by both clocks.
        stage.app.witness.saw(due, due);
        assert_eq!(stage.remind().await, BTreeSet::from(["review"]), "{backing:?}");
        assert_eq!(stage.news().await.len(), 1);
        assert_eq!(stage.remind().await, BTreeSet::new(), "said once");
    }
}
