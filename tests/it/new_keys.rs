//! Somebody writes with other signing keys than before: the owners are asked whether it is them, and only their word counts.

use chrono::TimeDelta;
use noodplan::{
    app::ports::{Clock, Outgoing, Store},
    dialogue::input::Raw,
    domain::{audit::Act, member::Role},
};

use crate::stage::{Backing, Stage, conversation};

async fn says(stage: &mut Stage, speaker: &str, raw: Raw) -> Vec<Outgoing> {
    let incoming = stage.event(speaker, "nl", raw);
    stage.play(incoming).await
}

/// Anna owns a company; Bram reads its plan.
async fn anna_and_bram(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    for said in ["hoi", "1"] {
        says(&mut stage, "anna", Raw::Text(said.into())).await;
    }
    stage.joins("anna", "bram", "nl", Role::Reader).await;
    stage
}

async fn writes_with(stage: &mut Stage, speaker: &str, keys: &str) -> Vec<Outgoing> {
    assert_eq!(says(stage, speaker, Raw::NewKeys(keys.into())).await, [], "nothing is answered there");
    stage.news().await
}

/// The tokens of yes and no.
fn buttons(asked: &Outgoing) -> [String; 2] {
    assert_eq!(asked.conversation, conversation("anna"));
    assert!(asked.text.plain().contains("Bram schrijft op Matrix met nieuwe sleutels"), "{asked:?}");
    [0, 1].map(|place| asked.buttons[place].token.clone())
}

async fn acts(stage: &Stage) -> Vec<Act> {
    let anna = stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0;
    let log = stage.app.store.log(anna.company.unwrap(), 2).await.unwrap();
    log.into_iter().flat_map(|record| record.acts).collect()
}

#[tokio::test]
async fn the_owners_are_asked_once_and_with_their_yes_the_channel_hears_by_which_keys_they_are_known() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_bram(backing).await;
        let asked = writes_with(&mut stage, "bram", "new").await;
        assert_eq!(asked.len(), 1, "{asked:?}");
        assert_eq!(writes_with(&mut stage, "bram", "new").await, [], "they were asked");
        stage.restart().await;
        let [yes, _] = buttons(&asked[0]);
        let heard = says(&mut stage, "anna", Raw::Tap(yes.clone())).await;
        assert!(heard[0].text.plain().contains("Bram kan weer verder op Matrix"), "{heard:?}");
        let told = stage.news().await;
        let trusts: Vec<_> = told.iter().map(|told| (&told.conversation, told.trusts.as_deref())).collect();
        assert_eq!(trusts, [(&conversation("bram"), Some("new"))]);
        let bram = stage.app.store.load(&conversation("bram")).await.unwrap().conversation.unwrap().0.person;
        assert_eq!(acts(&stage).await, [Act::Vouched(bram), Act::NewKeys(bram)]);
        let heard = says(&mut stage, "anna", Raw::Tap(yes)).await;
        assert!(heard[0].text.plain().contains("Dat is al geregeld"), "{heard:?}");
    }
}

#[tokio::test]
async fn after_a_no_the_same_keys_are_asked_about_no_more_and_others_are() {
    let mut stage = anna_and_bram(Backing::Sqlite).await;
    let asked = writes_with(&mut stage, "bram", "made up").await;
    let [yes, no] = buttons(&asked[0]);
    let heard = says(&mut stage, "anna", Raw::Tap(no)).await;
    assert!(heard[0].text.plain().contains("Goed dat je het zegt"), "{heard:?}");
    assert_eq!(stage.news().await, []);
    assert_eq!(writes_with(&mut stage, "bram", "made up").await, []);
    let again = writes_with(&mut stage, "bram", "others").await;
    assert_ne!(buttons(&again[0]), buttons(&asked[0]), "each button is about the keys that it was made for");
    says(&mut stage, "anna", Raw::Tap(yes)).await;
    assert_eq!(stage.news().await, [], "the button of before says nothing about these");
}

#[tokio::test]
async fn nobody_says_of_themselves_that_it_is_them_where_nobody_knows_them() {
    let mut stage = anna_and_bram(Backing::Memory).await;
    // The only owner, who is nowhere else.
    assert_eq!(writes_with(&mut stage, "anna", "new").await, []);
    let asked = writes_with(&mut stage, "bram", "new").await;
    let [yes, _] = buttons(&asked[0]);
    says(&mut stage, "bram", Raw::Tap(yes)).await;
    assert_eq!(stage.news().await, [], "it takes an owner");
    // Of somebody who belongs to no company nobody is asked.
    assert_eq!(writes_with(&mut stage, "eva", "new").await, []);
}

#[tokio::test]
async fn an_owner_of_one_company_lets_nobody_into_another() {
    let mut stage = anna_and_bram(Backing::Sqlite).await;
    stage.clock.set(stage.app.clock.now() + TimeDelta::days(1));
    for said in ["/bedrijf", "nog een bedrijf beginnen", "/bedrijf", "1"] {
        says(&mut stage, "bram", Raw::Text(said.into())).await;
    }
    let company = async |who: &str| {
        let loaded = stage.app.store.load(&conversation(who)).await.unwrap();
        loaded.conversation.unwrap().0.company
    };
    assert_eq!(company("bram").await, company("anna").await, "he speaks for the company of Anna");
    assert_eq!(writes_with(&mut stage, "bram", "new").await, []);
}

#[tokio::test]
async fn keys_that_are_made_up_without_end_are_asked_about_five_times_a_day() {
    let mut stage = anna_and_bram(Backing::Memory).await;
    for keys in ["1", "2", "3", "4", "5"] {
        assert_eq!(writes_with(&mut stage, "bram", keys).await.len(), 1, "{keys}");
    }
    assert_eq!(writes_with(&mut stage, "bram", "6").await, []);
    stage.clock.set(stage.app.clock.now() + TimeDelta::days(1));
    assert_eq!(writes_with(&mut stage, "bram", "7").await.len(), 1);
}

#[tokio::test]
async fn who_writes_with_new_keys_is_heard_although_nothing_is_answered() {
    let mut stage = anna_and_bram(Backing::Memory).await;
    let incoming = stage.event("bram", "nl", Raw::NewKeys("new".into()));
    let handled = stage.app.handle(&incoming).await;
    assert_eq!((handled.outgoing, handled.committed), (Vec::new(), true));
}
