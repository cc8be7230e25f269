//! A number with another name beside it is nobody's until a tap says so; one with words that name nobody else is just taken.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{
        CONTENT, Visit,
        review::numbers::CHANGED,
        step::{self, Flow},
    },
    domain::{
        call_list::call_list,
        dossier::Slot,
        ids::PersonId,
        item::{Answer, ItemKind, Value},
        member::Role,
        phone::Phone,
        review::{NUMBER, STARTED},
    },
};

const ANNA: PersonId = PersonId(Uuid::from_u128(1));

/// A firm in the middle of a review, with KPN on its call list and a number with them.
fn firm() -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let phones = vec![Phone::parse("0800 0402").unwrap()];
    let contact = Contact { name: Some("KPN".into()), phones, ..Contact::default() };
    let kpn = dossier.new_item(ItemKind::Supplier, "internet".into(), contact);
    dossier.save_item(kpn.clone());
    let (by, at) = (ANNA, DateTime::<Utc>::UNIX_EPOCH);
    let told = |value| Answer { value, by, at, catalogue: 1 };
    dossier.save_answer(Slot::of(kpn.id, CUSTOMER_NUMBER), told(Value::Text("4711".into())));
    dossier.save_answer(Slot::own(COMPANY_NAME), told(Value::Text("Garage Bos".into())));
    dossier.save_answer(Slot::own(STARTED), told(Value::Date(at.date_naive())));
    (dossier, kpn.id)
}

fn turn(dossier: &Dossier, state: &State, input: &Input) -> (State, Dossier) {
    let nobody = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
    let world = World { person: ANNA, role: Some(Role::Owner), ..nobody };
    let flow = match state.place {
        Place::LineField(..) => Flow::CallList,
        Place::Review { .. } => Flow::Review,
        _ => Flow::Sitting,
    };
    let step = step::step(flow, state, input, &world);
    let mut after = dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    (step.next, after)
}

fn says(text: &str) -> Input {
    Input::Text(text.into())
}

/// Name, number to call and customer number.
fn stands(dossier: &Dossier) -> (String, String, Option<String>) {
    let lines = call_list(dossier);
    let line = lines.first().unwrap();
    let phone = line.contact.phones.first().map(Phone::dialled).unwrap_or_default();
    let name = line.contact.name.as_ref().unwrap().to_string();
    (name, phone, line.customer_number.map(ToOwned::to_owned))
}

fn line(name: &str, phone: &str, customer_number: Option<&str>) -> (String, String, Option<String>) {
    (name.into(), phone.into(), customer_number.map(Into::into))
}

#[test]
fn on_a_line_and_in_a_review_one_tap_says_whose_number_it_is() {
    let (dossier, kpn) = firm();
    let review = |spot| Place::Review { spot, undo: None };
    for place in
        [Place::LineField(kpn, Field::Number), review(Spot::Number(kpn)), review(Spot::NumberAnew(kpn))]
    {
        let asked = State::from(place);
        let (state, after) = turn(&dossier, &asked, &says("ziggo, tel 0900 1884"));
        assert_eq!(state, State { unsure: Some("ziggo, tel 0900 1884".into()), ..asked.clone() });
        assert_eq!(stands(&after), stands(&dossier), "nothing is written down yet");
        for (input, expected) in [
            (Input::Pick(Tap::Yes), line("KPN", "09001884", Some("4711"))),
            (says("kpn"), line("KPN", "09001884", Some("4711"))),
            (Input::Pick(Tap::No), line("Ziggo", "09001884", None)),
            (Input::Pick(Tap::Back), line("KPN", "08000402", Some("4711"))),
            (says("0800 0403"), line("KPN", "08000403", Some("4711"))),
        ] {
            let (next, after) = turn(&dossier, &state, &input);
            assert_eq!(stands(&after), expected, "{input:?} at {:?}", asked.place);
            assert_eq!(next.unsure, None, "{input:?}");
        }
        let (next, after) = turn(&dossier, &state, &says("odido 0800 0403"));
        assert_eq!(next.unsure, Some("odido 0800 0403".into()), "another name");
        assert_eq!(stands(&after), stands(&dossier));
    }
    let state = State { unsure: Some("ziggo 0900 1884".into()), ..review(Spot::Number(kpn)).into() };
    let (_, after) = turn(&dossier, &state, &Input::Pick(Tap::No));
    assert_eq!(after.item(kpn).unwrap().choice(NUMBER), Some(CHANGED), "it is looked at");
}

#[test]
fn words_that_name_nobody_else_are_taken_with_the_number() {
    let (dossier, kpn) = firm();
    let asked = State::from(Place::LineField(kpn, Field::Number));
    for said in [
        "0800 0403",
        "tel 0800 0403",
        "KPN zakelijk 0800 0403",
        "het nieuwe nummer van kpn is 0800 0403",
        "internet helpdesk 0800 0403",
        "Garage Bos 0800 0403",
        "the new number is 0800 0403",
        "die heb ik gevraagd aan een verkoper buiten Utrecht Centraal 0800 0403",
    ] {
        let (next, after) = turn(&dossier, &asked, &says(said));
        assert_eq!(next, Place::Line(kpn).into(), "{said}");
        assert_eq!(stands(&after), line("KPN", "08000403", Some("4711")), "{said}");
    }
    let (next, _) = turn(&dossier, &asked, &says("Ziggo"));
    assert_eq!(next, asked, "there is no number in it");
}

#[test]
fn a_customer_number_with_another_name_is_theirs_or_of_who_comes_in_the_place() {
    let (dossier, kpn) = firm();
    let slot = Slot::of(kpn, CUSTOMER_NUMBER);
    let question = Place::Question { slot, part: Part::Whole, visit: Visit::Change };
    for place in [question, Place::LineField(kpn, Field::CustomerNumber)] {
        let asked = State::from(place);
        let decided = |said: &str, tap| {
            let (state, after) = turn(&dossier, &asked, &says(said));
            assert!(state.unsure.is_some() && stands(&after) == stands(&dossier), "{said}");
            stands(&turn(&dossier, &state, &Input::Pick(tap)).1)
        };
        assert_eq!(decided("Ziggo 12345678", Tap::Yes), line("KPN", "08000402", Some("12345678")));
        assert_eq!(decided("Ziggo 12345678", Tap::No), line("Ziggo", "", Some("12345678")));
        assert_eq!(decided("Ziggo 0900 1884", Tap::No), line("Ziggo", "09001884", None));
        assert_eq!(decided("ASR 0800 0403", Tap::No), line("ASR", "08000403", None));
        for said in ["K-204", "ABC 123", "klantnr 55", "kpn 55"] {
            assert_eq!(turn(&dossier, &asked, &says(said)).0.unsure, None, "{said}");
        }
    }
}
