//! Twenty people at once who tap and type whatever comes to hand: nobody is left without an answer, nothing is
//! refused but a change that changes nothing, and at the end everybody still gets the plan.

use tokio::task::JoinSet;

use crate::{
    bot_api::Person,
    chatter::text,
    dice::Dice,
    telegram::desk::{Desk, last},
};

const PEOPLE: u64 = 20;
/// Of each where `CI` is set; elsewhere fewer, which take seconds.
const ACTIONS: u32 = 500;
const FEWER_ACTIONS: u32 = 100;

/// Taps, and waits until the bot says something or tries to: a change that changes nothing is refused.
async fn is_answered(person: &Person, message: i64, label: &str) {
    let before = person.words_heard();
    if person.taps_old(message, label).is_ok() {
        person.hears_more_words(before).await;
    }
}

async fn carries_on(person: Person, seed: u64) {
    let mut dice = Dice(seed);
    let mut old = None;
    let actions = if std::env::var_os("CI").is_some() { ACTIONS } else { FEWER_ACTIONS };
    for _ in 0..actions {
        let mark = person.mark();
        let chat = person.chat();
        let card = chat.iter().rev().find(|shown| !shown.buttons.is_empty());
        let labels = card.map(|card| {
            let labels: Vec<String> = card.labels().into_iter().map(Into::into).collect();
            (card.message_id, labels)
        });
        match (dice.roll(10), labels) {
            (0..6, Some((message, labels))) => {
                old = Some((message, labels[0].clone()));
                // The card may have changed under the thumb.
                is_answered(&person, message, &labels[dice.roll(labels.len())]).await;
            }
            (6, _) => {
                if let Some((message, label)) = &old {
                    is_answered(&person, *message, label).await;
                }
            }
            _ => {
                person.says(&text(&mut dice));
                person.heard_after(mark, |chat| chat.last().is_some_and(|shown| shown.from_bot)).await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_taps_and_texts_leave_nobody_without_an_answer() {
    let mut desk = Desk::open().await;
    let people: Vec<Person> =
        (0..PEOPLE).map(|number| desk.api.person(&format!("P{number}"), Some("nl"))).collect();
    let mut crowd = JoinSet::new();
    for (seed, person) in (1..).zip(people.clone()) {
        crowd.spawn(carries_on(person, seed));
    }
    while let Some(done) = crowd.join_next().await {
        done.unwrap();
    }
    desk.api.until(|api| api.pending_updates().is_empty() && api.unanswered_callbacks().is_empty()).await;
    for person in &people {
        let mark = person.mark();
        person.says("/noodplan");
        let plan = |text: &str| text.contains("NOODPLAN") || text.contains("EMERGENCY PLAN");
        person.heard_after(mark, |chat| last(chat).is_some_and(|shown| plan(&shown.text))).await;
    }
    assert_eq!(desk.panics(), 0, "what was tried again went well, and should have at once");
    desk.stop().await;
    let refused: Vec<String> = desk
        .api
        .refused()
        .into_iter()
        .map(|call| format!("{} {:?}", call.method, call.outcome))
        .filter(|refusal| !refusal.contains("message is not modified"))
        .collect();
    assert_eq!(refused, Vec::<String>::new());
}
