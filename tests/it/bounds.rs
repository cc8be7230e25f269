//! How much is written down at the most, with the whole bot.

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::ports::{Commit, Conversation, Store},
    dialogue::input::{InGroup, Raw},
    domain::quota::{MOST_A_DAY, MOST_COMPANIES},
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

#[tokio::test]
async fn whoever_owns_many_companies_starts_no_other_by_whatever_road() {
    let mut stage = Stage::new(Backing::Sqlite).await;
    stage.clock.set(noon());
    for words in ["hoi", "akkoord"] {
        say(&mut stage, words).await;
    }
    let another = "nog een bedrijf beginnen";
    for _ in 1..MOST_COMPANIES {
        say(&mut stage, "/bedrijf").await;
        assert!(say(&mut stage, another).await.contains("Is er nu iets mis"));
    }
    let anna = stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0.person;
    let owned = async |stage: &Stage| stage.app.store.companies_of(anna).await.unwrap().len();
    assert_eq!(owned(&stage).await, MOST_COMPANIES);
    let code = stage.app.store.signup_code(noon()).unwrap();
    for words in ["/bedrijf", another, &format!("/meedoen {}", code.as_str())] {
        let heard = say(&mut stage, words).await;
        assert_eq!(heard.contains("Je hebt al 25 bedrijven"), words != "/bedrijf", "{words}: {heard}");
    }
    assert_eq!(owned(&stage).await, MOST_COMPANIES);
}

/// What is heard in a group in which Anna does this.
async fn in_group(stage: &mut Stage, does: fn(noodplan::domain::pii::Pii<String>) -> InGroup) -> String {
    let incoming = stage.event("group", "nl", Raw::InGroup(does("anna".into())));
    let heard = stage.play(incoming).await;
    heard.iter().map(|message| message.text.plain()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn nobody_switches_a_group_on_and_off_without_end() {
    let mut stage = Stage::new(Backing::Memory).await;
    stage.clock.set(noon());
    for words in ["hoi", "akkoord"] {
        say(&mut stage, words).await;
    }
    for _ in 0..20 {
        assert!(in_group(&mut stage, InGroup::On).await.contains("Ik sta aan"));
        assert!(in_group(&mut stage, InGroup::Off).await.contains("weer uit"), "off is never too often");
    }
    assert!(in_group(&mut stage, InGroup::On).await.contains("te vaak aangezet"));
    stage.clock.set(noon() + TimeDelta::days(1));
    assert!(in_group(&mut stage, InGroup::On).await.contains("Ik sta aan"));
}
