//! Two people of one company over Matrix: one asks the other in, confirms them by typing, and both have the same plan.

use super::{bot::Bot, homeserver::shared, or_leave_out, person::Person, sitting::lines_said};

#[test]
fn two_members_of_one_company_get_the_same_plan_each_in_their_own_room() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let (anna, piet) =
        (Person::new(&python, homeserver, "owner"), Person::new(&python, homeserver, "reader"));
    let mut bot = Bot::new(homeserver, "firmbot", &anna);
    bot.start();
    let (room, other) = (anna.meets(&bot.id()), piet.meets(&bot.id()));
    for said in lines_said("call-list-done") {
        anna.asks(&room, &said, "");
    }
    anna.asks(&room, "!uitnodigen", "Wat mag degene die je uitnodigt");
    let invitation = anna.asks(&room, "lezer", "!meedoen ");
    let code = invitation.body().split("!meedoen ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let mark = anna.mark();
    piet.asks(&other, &format!("!meedoen {}", code.unwrap()), "drie woorden");
    let news = anna.hears_from_bot(mark, &room, "wil meedoen");
    // A homeserver could have made this tap up.
    let mark = anna.mark();
    anna.taps(&room, &news.id, "\u{1F1E6}");
    let asked = anna.hears_from_bot(mark, &room, "Typ het antwoord");
    assert!(asked.body().contains("1. Ja, dit is"), "{}", asked.body());
    piet.asks(&other, "!menu", "drie woorden");
    let mark = piet.mark();
    anna.asks(&room, "1", "hoort er nu bij");
    piet.hears_from_bot(mark, &other, "Je hoort nu bij Kapsalon Krul");
    for (person, room) in [(&anna, &room), (&piet, &other)] {
        let plan = person.asks(room, "/noodplan", "NOODPLAN Kapsalon Krul");
        assert!(plan.encrypted && plan.body().contains("+31 6 87654321"), "{}", plan.body());
    }
    bot.stop();
}
