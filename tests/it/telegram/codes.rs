//! A message with a code is sent at most once. When nobody knows whether it arrived, the person is told to ask again.

use super::desk::{Desk, fills_call_list, last, says};
use crate::bot_api::{Fault, Gate, Person, Shown};

const IN_DOUBT: &str = "Misschien mis je een bericht met een code";

/// Anna has a call list and is about to choose what the one she invites may do.
async fn invites(desk: &Desk) -> Person {
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    desk.api.until(|api| !api.calls_of("setMyCommands").is_empty()).await;
    says(&anna, "/uitnodigen", "Wat mag degene die je uitnodigt").await;
    anna
}

fn count(chat: &[Shown], words: &str) -> usize {
    chat.iter().filter(|shown| shown.from_bot && shown.text.contains(words)).count()
}

#[tokio::test]
async fn an_invitation_that_may_have_arrived_is_not_sent_again() {
    for (fault, arrived) in [(Fault::answer_lost(), 1), (Fault::dropped_before(), 0)] {
        let mut desk = Desk::open().await;
        let anna = invites(&desk).await;
        // The first message says what the picture is for.
        desk.api.fault(fault.on("sendMessage").in_chat(anna.id()).after(1));
        anna.says("lezer");
        anna.hears(|chat| count(chat, IN_DOUBT) == 1).await;
        for _ in 0..2 {
            says(&anna, "/menu", "Wie doet wat: 0 van").await;
            desk.stop().await;
            desk.start().await;
        }
        let chat = anna.chat();
        let counted = (count(&chat, "https://t.me/"), count(&chat, IN_DOUBT));
        assert_eq!(counted, (arrived, 1), "{}", desk.api.print_chat(&anna));
        desk.close().await;
    }
}

#[tokio::test]
async fn a_bot_that_is_killed_while_it_sends_an_invitation_does_not_send_it_twice() {
    let mut desk = Desk::open().await;
    let anna = invites(&desk).await;
    let gate = Gate::new();
    desk.api.fault(Fault::answer_held(&gate).on("sendMessage").in_chat(anna.id()).after(1));
    anna.says("lezer");
    gate.reached_by(1).await;
    desk.kill();
    gate.open();
    desk.start().await;
    anna.hears(|chat| count(chat, IN_DOUBT) == 1 && last(chat).unwrap().labels().len() > 1).await;
    desk.stop().await;
    desk.start().await;
    says(&anna, "/menu", "Wie doet wat: 0 van").await;
    let chat = anna.chat();
    let counted = (count(&chat, "https://t.me/"), count(&chat, IN_DOUBT));
    assert_eq!(counted, (1, 1), "{}", desk.api.print_chat(&anna));
    desk.close().await;
}
