//! What is typed is understood against the question on the screen.

use chrono::{DateTime, Utc};

use super::*;
use crate::{
    dialogue::{CONTENT, sitting, step},
    domain::dossier::{Dossier, Slot},
};

fn heard(dossier: &Dossier, slot: &Slot, text: &str) -> Input {
    let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
    let state = State::from(sitting::ask(slot.clone()));
    let card = step::card(&state, dossier, &world);
    parse(&Raw::Text(text.into()), &state, &card, &card, &world).1
}

#[test]
fn that_there_is_nothing_more_is_understood_wherever_more_is_asked_for() {
    let nothing = Input::Pick(Tap::Choice("nothing".into()));
    let done = Input::Pick(Tap::Done);
    for said in [
        "Dat was alles",
        "dat is alles",
        "dat was t",
        "Klaar!",
        "verder niets",
        "nee hoor",
        "niks meer",
        "Nee hoor, dat was het.",
        "nee, verder niks",
        "nee volgens mij is dit alles",
        "That\u{2019}s all",
        "that's it",
        "Nothing else",
        "no, that's everything",
        "I think that's it",
    ] {
        for (question, expected) in
            [("forgotten", &nothing), ("devices", &done), ("must-be-told", &done), ("agreement-lines", &done)]
        {
            let input = heard(&Dossier::default(), &Slot::own(question), said);
            assert_eq!(input, *expected, "{question}: {said}");
        }
    }
    for said in ["nog niet klaar", "niets op de kassa", "de deurbel, dat was het laatste"] {
        let input = heard(&Dossier::default(), &Slot::own("forgotten"), said);
        assert_eq!(input, Input::Text(said.into()), "{said}");
    }
}
