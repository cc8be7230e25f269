//! Killed again and again in the middle of answers: what was acknowledged is there once, and nothing is there twice.

use std::collections::HashSet;

use crate::{
    bot_api::Shown,
    telegram::desk::{Desk, fills_call_list, last, says},
};

const KILLS: usize = 100;

/// "Kees Aa", "Kees Ab" …: a hundred names that are each other's beginning nowhere.
fn name(number: usize) -> String {
    let letter = |place: usize| char::from(b'a' + u8::try_from(place).unwrap());
    format!("Kees Q{}{}", letter(number / 26), letter(number % 26))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_kills_lose_no_answer_and_double_none() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "geen van deze", "Wie moet weten dat je platligt").await;
    for number in 0..KILLS {
        let mark = anna.mark();
        anna.says(&format!("{} 06 12345678", name(number)));
        // At another moment each time: before it was fetched, while it is handled, after it was answered.
        for _ in 0..(number * 37) % 500 {
            tokio::task::yield_now().await;
        }
        desk.kill();
        desk.start().await;
        let answer = format!("✓ {}", name(number));
        anna.heard_after(mark, |chat| chat.iter().rev().take(6).any(|shown| shown.text.contains(&answer)))
            .await;
    }
    // The plan is long enough to come in several messages, the last of which can be tapped.
    let mark = anna.mark();
    anna.says("/noodplan");
    let whole = |chat: &[Shown]| last(chat).is_some_and(|shown| shown.labels().contains(&"Menu"));
    let chat = anna.heard_after(mark, whole).await;
    let lines = chat.iter().flat_map(|shown| shown.text.lines());
    let listed: Vec<&str> = lines.filter(|line| line.contains(". Kees Q")).collect();
    let different: HashSet<String> = (0..KILLS)
        .map(name)
        .filter(|name| listed.iter().any(|line| line.contains(&format!("{name},"))))
        .collect();
    assert_eq!((listed.len(), different.len()), (KILLS, KILLS), "{listed:#?}");
    desk.stop().await;
}
