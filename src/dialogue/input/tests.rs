//! What is typed is understood against the question on the screen.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{
        CONTENT, Place, sitting,
        step::{self, Flow, section_title},
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Answer, ItemKind, Value},
        member::Role,
    },
    text::Msg,
};

/// A till, and who types what at the question in this slot.
fn till() -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let till = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
    let id = till.id;
    dossier.save_item(till);
    (dossier, id)
}

fn heard(dossier: &Dossier, slot: &Slot, text: &str, away: TimeDelta) -> Input {
    let world = World { away, ..World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT) };
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
            let input = heard(&Dossier::default(), &Slot::own(question), said, TimeDelta::zero());
            assert_eq!(input, *expected, "{question}: {said}");
        }
    }
    for said in ["nog niet klaar", "niets op de kassa", "de deurbel, dat was het laatste"] {
        let input = heard(&Dossier::default(), &Slot::own("forgotten"), said, TimeDelta::zero());
        assert_eq!(input, Input::Text(said.into()), "{said}");
    }
}

#[test]
fn after_a_break_a_cry_opens_the_plan_and_the_name_of_a_firm_does_not() {
    let (dossier, till) = till();
    let (who, words) = (Slot::own("ict-help"), Slot::own("forgotten"));
    let (ticks, fears) = (Slot::own("devices"), Slot::of(till, "threats"));
    let is_cry = |slot: &Slot, said: &str, hours| {
        heard(&dossier, slot, said, TimeDelta::hours(hours)) == Input::Cry(said.into())
    };
    for cry in ["we zijn gehackt", "de kassa doet het niet", "Brand!", "BRAND IN DE ZAAK"] {
        for slot in [&who, &words, &ticks, &fears] {
            assert!(is_cry(slot, cry, 20), "{cry} at {}", slot.question);
        }
        assert!(is_cry(&who, cry, 0) && is_cry(&ticks, cry, 0), "{cry}");
    }
    for name in ["Brand Beveiliging BV", "Piet Brand", "Brand Beveiliging BV 020 7654321"] {
        for (slot, hours) in [(&who, 0), (&who, 20), (&words, 20), (&fears, 20)] {
            assert!(!is_cry(slot, name, hours), "{name} at {} after {hours}", slot.question);
        }
    }
    // In doubt the plan opens, but only when the question was asked long ago.
    for slot in [&words, &fears] {
        assert!(is_cry(slot, "brand in de keuken", 20) && !is_cry(slot, "brand in de keuken", 0));
    }
    assert!(is_cry(&words, "kassa doet het niet, bel 06 12345678", 20), "a number makes it no name");
}

#[test]
fn what_one_wants_to_begin_or_to_see_is_understood_in_the_menu() {
    let (mut dossier, _) = till();
    let fatima = Contact { name: Some("Fatima".into()), ..Contact::default() };
    dossier.save_item(dossier.new_item(ItemKind::Contact, "decider".into(), fatima));
    let nobody = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &dossier, &CONTENT);
    let world = World { role: Some(Role::Owner), ..nobody };
    let state = State::from(Place::Menu);
    let card = step::card(&state, &dossier, &world);
    let offers = |tap: &Tap| card.offer.options.iter().any(|option| option.tap == *tap);
    let begin = if offers(&Tap::Next) { Tap::Next } else { Tap::Resume };
    assert!(offers(&begin) && offers(&Tap::Results));
    for (tap, words) in [
        (begin, ["start", "Starten", "beginnen", "let's start"]),
        (Tap::Results, ["resultaten", "uitkomst", "what comes out", "Results"]),
    ] {
        for said in words {
            let input = parse(&Raw::Text(said.into()), &state, &card, &card, &world).1;
            assert_eq!(input, Input::Pick(tap.clone()), "{said}");
        }
    }
    let nothing = Dossier::default();
    let world = World { dossier: &nothing, ..world };
    let card = step::card(&state, &nothing, &world);
    let early = parse(&Raw::Text("resultaten".into()), &state, &card, &card, &world).1;
    assert_eq!(early, Input::Pick(Tap::Results), "there is nothing yet");
    let (who, name) = (Slot::own("ict-help"), "Start");
    assert_eq!(heard(&dossier, &who, name, TimeDelta::zero()), Input::Text(name.into()), "a name is one");
}

#[test]
fn a_bare_number_is_an_option_where_a_day_is_asked_and_a_count_where_that_is() {
    let mut dossier = Dossier::default();
    let firm = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
    dossier.save_item(firm.clone());
    let promise = dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default());
    dossier.save_item(promise.clone());
    for slot in [Slot::of(firm.id, "supplier-end"), Slot::of(promise.id, "agreement-when")] {
        let heard = |said: &str| heard(&dossier, &slot, said, TimeDelta::zero());
        assert_eq!(heard("1"), Input::Pick(Tap::Unknown), "{}", slot.question);
        for day in ["31", "2027", "1 mei"] {
            assert_eq!(heard(day), Input::Text(day.into()), "{day} at {}", slot.question);
        }
    }
    let count = heard(&dossier, &Slot::own("company-size"), "1", TimeDelta::zero());
    assert_eq!(count, Input::Text("1".into()));
}

#[test]
fn none_of_a_list_is_none_also_when_something_is_ticked() {
    let (mut dossier, till) = till();
    let answer = |value| Answer { value, by: PersonId(Uuid::nil()), at: DateTime::UNIX_EPOCH, catalogue: 1 };
    let lists =
        [("devices", Value::Choices(vec!["till".into()])), ("crown-jewels", Value::Items(vec![till]))];
    for (question, ticked) in lists {
        let slot = Slot::own(question);
        let nothing = heard(&dossier, &slot, "geen van deze", TimeDelta::zero());
        assert_eq!(nothing, Input::Pick(Tap::Done), "nothing is ticked at {question}");
        dossier.save_answer(slot.clone(), answer(ticked));
        for said in ["geen", "none", "niets", "Geen enkele", "geen van deze"] {
            let input = heard(&dossier, &slot, said, TimeDelta::zero());
            assert_eq!(input, Input::Pick(Tap::Nothing), "{said} at {question}");
        }
        for said in ["klaar", "dat was alles", "verder niets", "nee"] {
            let input = heard(&dossier, &slot, said, TimeDelta::zero());
            assert_eq!(input, Input::Pick(Tap::Done), "{said} at {question}");
        }
    }
}

#[test]
fn a_part_that_opens_later_is_known_by_its_name_in_the_menu() {
    let nothing = Dossier::default();
    let nobody = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &nothing, &CONTENT);
    let world = World { role: Some(Role::Owner), ..nobody };
    for place in [Place::Menu, Place::Parts] {
        let state = State::from(place);
        let card = step::card(&state, &nothing, &world);
        for (said, section, before) in [
            ("back-ups", "backups", "inventory"),
            ("hoe erg is het", "impact", "inventory"),
            ("Risico's", "risks", "inventory"),
            ("leveranciers", "suppliers", "call-list"),
        ] {
            let input = parse(&Raw::Text(said.into()), &state, &card, &card, &world).1;
            assert_eq!(input, Input::Pick(Tap::Section(section.into())), "{said}");
            let flow = if state.place == Place::Menu { Flow::Menu } else { Flow::Parts };
            let step = step::step(flow, &state, &input, &world);
            let title = section_title(&before.into());
            let later = Msg::new("section-later").msg("before", title);
            assert!(step.replies.iter().any(|reply| reply.lines.contains(&later)), "{said}");
            assert_eq!(step.next, Place::Menu.into(), "{said}");
        }
    }
}
