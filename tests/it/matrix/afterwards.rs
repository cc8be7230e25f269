//! What somebody does to a message afterwards: changing it changes the answer, wiping it makes the bot forget.

use super::{bot::Bot, homeserver::shared, or_leave_out, person::Person};

#[test]
fn a_message_that_is_changed_changes_its_answer_also_after_a_restart() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "editor");
    let mut bot = Bot::new(homeserver, "editbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    for (said, wanted) in [("hoi", "In vijf minuten"), ("1", "iets mis"), ("nee", "Hoe heet je bedrijf")] {
        anna.asks(&room, said, wanted);
    }
    let mark = anna.mark();
    let name = anna.says(&room, "Bakkerij Jansen");
    anna.hears_from_bot(mark, &room, "Met hoeveel");
    let mark = anna.mark();
    anna.edits(&room, &name, "Bakkerij Janssen");
    let answer = anna.hears_from_bot(mark, &room, "Bakkerij Janssen (eerst: Bakkerij Jansen)");
    assert!(answer.encrypted && answer.body().contains("Met hoeveel"), "the question still stands");
    bot.stop();
    bot.start();
    let mark = anna.mark();
    anna.edits(&room, &name, "Bakkerij De Jong");
    anna.hears_from_bot(mark, &room, "Bakkerij De Jong (eerst: Bakkerij Janssen)");
    assert!(anna.asks(&room, "!noodplan", "NOODPLAN").body().contains("Bakkerij De Jong"));
    bot.stop();
}

#[test]
fn a_message_that_is_wiped_is_forgotten_and_one_that_answered_nothing_is_not_spoken_of() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "wiper");
    let mut bot = Bot::new(homeserver, "wipebot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let mark = anna.mark();
    let hello = anna.says(&room, "hoi");
    anna.hears_from_bot(mark, &room, "In vijf minuten");
    for (said, wanted) in [("1", "iets mis"), ("nee", "Hoe heet je bedrijf")] {
        anna.asks(&room, said, wanted);
    }
    let mark = anna.mark();
    let name = anna.says(&room, "Bakkerij Jansen");
    anna.hears_from_bot(mark, &room, "Met hoeveel");
    let mark = anna.mark();
    anna.wipes(&room, &hello);
    anna.wipes(&room, &name);
    let news = anna.hears_from_bot(mark, &room, "Je hebt je antwoord bij");
    assert!(news.encrypted && news.body().contains("🇦 Opnieuw antwoorden"), "{}", news.body());
    anna.hears_from_bot(mark, &room, "Met hoeveel");
    let after = anna.heard()[mark..].to_vec();
    let said = after.iter().filter(|event| event.sender == bot.id() && event.is_message()).count();
    assert_eq!(said, 2, "nothing about a greeting: {after:#?}");
    assert!(!anna.asks(&room, "!noodplan", "NOODPLAN").body().contains("Jansen"));
    bot.stop();
}
