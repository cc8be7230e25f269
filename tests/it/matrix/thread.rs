//! Threads: what is asked in one is answered in it, and what is asked beside it beside it.

use serde_json::json;

use super::{
    bot::Bot,
    homeserver::shared,
    or_leave_out,
    person::{Heard, Person},
};

impl Person {
    /// Says something in the thread that begins with this message; gives its id.
    fn says_in_thread(&self, room: &str, root: &str, text: &str) -> String {
        let relation = json!({
            "rel_type": "m.thread", "event_id": root, "is_falling_back": true,
            "m.in_reply_to": { "event_id": root },
        });
        let content = json!({ "msgtype": "m.text", "body": text, "m.relates_to": relation });
        let sent = self.does(json!({ "do": "send", "room": room, "content": content }));
        sent["event_id"].as_str().unwrap_or_else(|| panic!("{sent}")).to_owned()
    }

    /// The messages in a thread, as the homeserver knows it.
    fn reads_thread(&self, room: &str, root: &str) -> Vec<String> {
        let thread = self.does(json!({ "do": "thread", "room": room, "root": root }));
        let events = thread["chunk"].as_array().unwrap_or_else(|| panic!("{thread}"));
        events.iter().map(|event| event["event_id"].as_str().unwrap().to_owned()).collect()
    }
}

fn is_in_thread(heard: &Heard) -> bool {
    heard.content["m.relates_to"]["rel_type"] == "m.thread"
}

#[test]
fn what_is_asked_in_a_thread_is_answered_in_it_and_the_next_beside_it() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "threader");
    let mut bot = Bot::new(homeserver, "threadbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let first = anna.asks(&room, "hoi", "In vijf minuten");
    assert!(!is_in_thread(&first), "{first:?}");
    let mark = anna.mark();
    let said = anna.says_in_thread(&room, &first.id, "1");
    let question = anna.hears_from_bot(mark, &room, "Is er nu iets mis");
    assert!(question.encrypted && is_in_thread(&question), "{question:?}");
    let relation = &question.content["m.relates_to"];
    assert_eq!(
        (&relation["event_id"], &relation["m.in_reply_to"]["event_id"]),
        (&json!(first.id), &json!(said))
    );
    // The homeserver sees it there too, and so do apps that ask it.
    let thread = anna.reads_thread(&room, &first.id);
    assert!(thread.contains(&said) && thread.contains(&question.id), "{thread:?}");
    // Beside it again, the answer stands beside it.
    let beside = anna.asks(&room, "nee", "Hoe heet je bedrijf");
    assert!(!is_in_thread(&beside), "{beside:?}");
    assert!(!anna.reads_thread(&room, &first.id).contains(&beside.id));
    // The plan comes where it is asked for.
    let mark = anna.mark();
    anna.says_in_thread(&room, &first.id, "!noodplan");
    assert!(is_in_thread(&anna.hears_from_bot(mark, &room, "NOODPLAN")));
    bot.stop();
}
