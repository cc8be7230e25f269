//! Who may start a company: whoever writes, whoever has a code of the operator, or nobody. The public numbers are for all.

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{keeping::Keeping, ports::Store},
    dialogue::input::Raw,
    domain::{code::Code, signup::Signup},
};

use crate::stage::{Backing, Stage, conversation};

fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

async fn stage(signup: Signup) -> Stage {
    let mut stage = Stage::new(Backing::Sqlite).await;
    stage.clock.set(noon());
    stage.app.signup = signup;
    stage
}

/// Everything that is heard, as one text.
async fn say(stage: &mut Stage, who: &str, words: &str) -> String {
    let incoming = stage.event(who, "nl", Raw::Text(words.into()));
    let heard = stage.play(incoming).await;
    heard.iter().map(|message| message.text.plain()).collect::<Vec<_>>().join("\n")
}

async fn has_company(stage: &Stage, who: &str) -> bool {
    let loaded = stage.app.store.load(&conversation(who)).await.unwrap();
    loaded.company.is_some()
}

async fn join(stage: &mut Stage, who: &str, code: &Code) -> String {
    say(stage, who, &format!("/meedoen {}", code.as_str())).await
}

#[tokio::test]
async fn where_nobody_may_start_a_stranger_hears_so_and_whom_everybody_can_call() {
    for signup in [Signup::Closed, Signup::Code] {
        let mut stage = stage(signup).await;
        for words in ["hoi", "/start", "1", "ja", "akkoord", "/menu", "akkoord, beginnen"] {
            let heard = say(&mut stage, "anna", words).await;
            assert!(heard.contains("112") && heard.contains("0900"), "{signup:?} {words}: {heard}");
            assert!(!heard.contains("Is er nu iets mis met je computers?"), "{signup:?} {words}: {heard}");
        }
        assert!(say(&mut stage, "anna", "/noodplan").await.contains("112"));
        assert!(!has_company(&stage, "anna").await);
    }
}

#[tokio::test]
async fn a_code_of_the_operator_lets_one_company_begin_and_no_second() {
    let mut stage = stage(Signup::Code).await;
    let code = stage.app.store.signup_code(noon()).unwrap();
    assert!(join(&mut stage, "anna", &code).await.contains("In vijf minuten"));
    assert!(!has_company(&stage, "anna").await, "nothing is kept before she agrees");
    say(&mut stage, "anna", "akkoord").await;
    assert!(has_company(&stage, "anna").await);
    assert!(!join(&mut stage, "bram", &code).await.contains("In vijf minuten"));
    say(&mut stage, "bram", "akkoord").await;
    assert!(!has_company(&stage, "bram").await);
}

#[tokio::test]
async fn a_code_that_was_used_stays_so_for_as_long_as_it_would_work_otherwise() {
    let mut stage = stage(Signup::Code).await;
    let code = stage.app.store.signup_code(noon()).unwrap();
    join(&mut stage, "anna", &code).await;
    say(&mut stage, "anna", "akkoord").await;
    let last = noon() + TimeDelta::hours(72) - TimeDelta::minutes(1);
    stage.clock.set(last);
    stage.app.store.throw_away(last).await.unwrap();
    assert!(!join(&mut stage, "bram", &code).await.contains("In vijf minuten"));
}

#[tokio::test]
async fn whoever_was_let_in_stays_so_whatever_they_ask_for_before_they_agree() {
    for words in ["/menu", "/verder", "/stop", "/leden", "/bedrijf", "/agenda", "/privacy"] {
        let mut stage = stage(Signup::Code).await;
        let code = stage.app.store.signup_code(noon()).unwrap();
        join(&mut stage, "anna", &code).await;
        say(&mut stage, "anna", words).await;
        say(&mut stage, "anna", "akkoord").await;
        assert!(has_company(&stage, "anna").await, "{words}");
    }
}

#[tokio::test]
async fn a_code_that_is_too_old_or_made_up_lets_nobody_begin() {
    let mut stage = stage(Signup::Code).await;
    let old = stage.app.store.signup_code(noon() - TimeDelta::hours(72)).unwrap();
    let fresh = stage.app.store.signup_code(noon() - TimeDelta::hours(72) + TimeDelta::minutes(1)).unwrap();
    let mut bytes = fresh.bytes().unwrap();
    bytes[15] ^= 1;
    for code in [old, Code::long(bytes), Code::long([0; 16])] {
        assert!(!join(&mut stage, "anna", &code).await.contains("In vijf minuten"));
    }
    assert!(join(&mut stage, "anna", &fresh).await.contains("In vijf minuten"));
}

#[tokio::test]
async fn who_has_a_company_starts_another_only_as_strangers_may() {
    let mut stage = stage(Signup::Open).await;
    for words in ["hoi", "akkoord", "nee", "Kapsalon Krul"] {
        say(&mut stage, "anna", words).await;
    }
    assert!(say(&mut stage, "anna", "/bedrijf").await.contains("Kapsalon Krul"));
    stage.app.signup = Signup::Closed;
    let heard = say(&mut stage, "anna", "nog een bedrijf beginnen").await;
    assert!(!heard.contains("Is er nu iets mis met je computers?"), "{heard}");
}
