//! Two people of one company over Matrix: one asks the other in, confirms them by typing, and both have the same plan.

use serde_json::json;

use super::{
    bot::Bot,
    homeserver::shared,
    or_leave_out,
    person::{Heard, Person},
    sitting::lines_said,
};

/// One has a company and asks the other in, who asks to belong to it; gives what the first hears of that.
fn asks_in(anna: &Person, room: &str, piet: &Person, other: &str) -> Heard {
    for said in lines_said("call-list-done") {
        anna.asks(room, &said, "");
    }
    anna.asks(room, "!uitnodigen", "Wat mag degene die je uitnodigt");
    let invitation = anna.asks(room, "lezer", "!meedoen ");
    let code = invitation.body().split("!meedoen ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let mark = anna.mark();
    piet.asks(other, &format!("!meedoen {}", code.unwrap()), "drie woorden");
    anna.hears_from_bot(mark, room, "wil meedoen")
}

#[test]
fn two_members_of_one_company_get_the_same_plan_each_in_their_own_room() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let (anna, piet) =
        (Person::new(&python, homeserver, "owner"), Person::new(&python, homeserver, "reader"));
    let mut bot = Bot::new(homeserver, "firmbot", &anna);
    bot.start();
    let (room, other) = (anna.meets(&bot.id()), piet.meets(&bot.id()));
    let news = asks_in(&anna, &room, &piet, &other);
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

#[test]
fn news_waits_where_the_bot_may_not_speak_and_comes_as_soon_as_it_may() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let (anna, piet) =
        (Person::new(&python, homeserver, "speaker"), Person::new(&python, homeserver, "listener"));
    let mut bot = Bot::new(homeserver, "newsbot", &anna);
    bot.start();
    let (room, other) = (anna.meets(&bot.id()), piet.meets(&bot.id()));
    let asked = asks_in(&anna, &room, &piet, &other);
    piet.does(json!({ "do": "needs_to_speak", "room": other, "level": 50 }));
    let mark = anna.mark();
    anna.taps(&room, &asked.id, "\u{1F1E6}");
    anna.hears_from_bot(mark, &room, "Typ het antwoord");
    let mark = piet.mark();
    anna.asks(&room, "1", "hoort er nu bij");
    bot.prints("may not speak in somebody's room");
    bot.prints("has no room on Matrix any more");
    // Nobody says anything in that room.
    piet.does(json!({ "do": "needs_to_speak", "room": other, "level": 0 }));
    assert!(piet.hears_from_bot(mark, &other, "Je hoort nu bij Kapsalon Krul").encrypted);
    piet.asks(&other, "/noodplan", "NOODPLAN Kapsalon Krul");
    let said = "Je hoort nu bij Kapsalon Krul";
    let heard = piet.heard();
    assert_eq!(heard.iter().filter(|event| event.is_message() && event.body().contains(said)).count(), 1);
    bot.stop();
}
