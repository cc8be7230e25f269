//! What somebody does to a message afterwards: changing it changes the answer.

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
