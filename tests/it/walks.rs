//! Thousands of owners who answer anything at all: every walk ends, and every question is reached by somebody. And firms
//! that are larger than most.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use noodplan::{
    dialogue::{
        Content, Place, State, Visit,
        input::{self, Input, Raw},
        offer::Tap,
        step, things,
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{Item, ItemKind, Value},
    },
    questionnaire::{Kind, Question, judgement, walk},
};

use crate::{
    coherence::turns::world,
    dice::Dice,
    firm::{now, tells},
    stage::content,
};

/// Owners that are tried.
const OWNERS: u64 = 3_000;
/// No firm with the things of this catalogue is asked more.
const LONGEST: usize = 2_000;

fn somebody(question: &Question, dossier: &mut Dossier) -> ItemId {
    let contact = Contact { name: Some("Jan".into()), ..Contact::default() };
    let role = question.role.clone().unwrap_or_else(|| "involved".into());
    let item = dossier.new_item(ItemKind::Contact, role, contact);
    let id = item.id;
    dossier.save_item(item);
    id
}

/// Any answer that the question takes.
fn any(question: &Question, slot: &Slot, content: &Content, dossier: &mut Dossier, dice: &mut Dice) -> Value {
    if !question.required && dice.roll(12) == 0 {
        return if dice.roll(2) == 0 { Value::Unknown } else { Value::Skipped };
    }
    let choices = judgement::choices(question, slot.item, &content.catalogue, dossier, now().date_naive());
    match question.kind {
        Kind::Single if question.product && dice.roll(3) == 0 => Value::Text("office 2016".into()),
        Kind::Text if question.product && dice.roll(2) == 0 => Value::Text("windows 10".into()),
        Kind::Single if question.free_text && dice.roll(4) == 0 => Value::Text("iets".into()),
        Kind::Single => Value::Choice(choices[dice.roll(choices.len())].id.clone()),
        Kind::Many => {
            let ticked = choices.into_iter().filter(|_| dice.roll(4) == 0);
            let ticks: Vec<Slug> = ticked.map(|choice| choice.id.clone()).collect();
            for role in &ticks {
                if let Some(kind) = question.adds {
                    let item = dossier.new_item(kind, role.clone(), Contact::default());
                    dossier.save_item(Item { about: slot.item, ..item });
                }
            }
            Value::Choices(ticks)
        }
        Kind::Items => {
            let of = dossier.items().filter(|item| question.of.contains(&item.kind));
            let most = usize::from(question.most.unwrap_or(u8::MAX));
            Value::Items(of.map(|item| item.id).filter(|_| dice.roll(3) == 0).take(most).collect())
        }
        Kind::Contact | Kind::Person => Value::Item(somebody(question, dossier)),
        Kind::Agreement => {
            let contact = Contact { name: Some("Jan kijkt het na".into()), ..Contact::default() };
            let item = dossier.new_item(ItemKind::Agreement, "agreement".into(), contact);
            dossier.save_item(item);
            Value::Choice("done".into())
        }
        Kind::Date | Kind::Due => Value::Date(NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()),
        Kind::Order => Value::Choice("own".into()),
        _ => Value::Text("iets".into()),
    }
}

/// One owner from the first question to the last; which questions were asked.
fn asked_of(seed: u64, content: &Content) -> BTreeSet<Slug> {
    let mut dice = Dice(seed * 7_919 + 1);
    let mut dossier = Dossier::default();
    let mut asked = BTreeSet::new();
    let today = now().date_naive();
    let mut count = 0;
    for section in &content.catalogue.sections {
        let mut last = None;
        while let Some(slot) = walk::next_open(
            &walk::slots(section, &content.catalogue, &dossier, today),
            &dossier,
            last.as_ref(),
        ) {
            count += 1;
            assert!(count < LONGEST, "owner {seed} is asked without end, now {slot:?}");
            let question = content.catalogue.at(&slot).unwrap();
            asked.insert(question.id.clone());
            let value = any(question, &slot, content, &mut dossier, &mut dice);
            tells(&mut dossier, slot.clone(), value);
            last = Some(slot);
        }
    }
    asked
}

#[test]
fn every_walk_ends_and_every_question_is_reached() {
    let content = content();
    let reached: BTreeSet<Slug> = (0..OWNERS).flat_map(|seed| asked_of(seed, &content)).collect();
    let all: BTreeSet<Slug> =
        content.catalogue.questions().filter(|question| !question.retired).map(|q| q.id.clone()).collect();
    let never: Vec<_> = all.difference(&reached).collect();
    assert!(never.is_empty(), "nobody is asked {never:?}");
}

fn firm_of_two_hundred() -> Dossier {
    let mut dossier = Dossier::default();
    for number in 1..=200 {
        let name = if number == 150 { "x".repeat(500) } else { format!("machine {number:03}") };
        let contact = Contact { name: Some(name.as_str().into()), ..Contact::default() };
        dossier.save_item(dossier.new_item(ItemKind::Device, "cnc-machine".into(), contact));
    }
    dossier
}

/// What typing this means at a place.
fn understood(place: Place, text: &str, dossier: &Dossier) -> Input {
    let content = content();
    let world = world(dossier, &content);
    let state = State::from(place);
    let card = step::card(&state, dossier, &world);
    input::parse(&Raw::Text(text.into()), &state, &card, &card, &world).1
}

#[test]
fn two_hundred_things_fit_on_a_screen_and_are_found_by_name() {
    let content = content();
    let dossier = firm_of_two_hundred();
    let slot = Slot::own("crown-jewels");
    let jewels = Place::Question { slot, part: Default::default(), visit: Visit::Walk };
    for place in [jewels.clone(), things::list()] {
        let card = step::card(&State::from(place), &dossier, &world(&dossier, &content));
        assert!(card.offer.options.len() <= 26, "{} buttons", card.offer.options.len());
    }
    assert_eq!(understood(jewels, "machine 199", &dossier), Input::Picks(vec![Tap::Item(ItemId(199))]));
    assert_eq!(understood(things::list(), "Machine 123", &dossier), Input::Pick(Tap::Item(ItemId(123))));
}

#[test]
fn half_a_name_that_fits_many_is_not_guessed() {
    let heard = understood(things::list(), "machine 12", &firm_of_two_hundred());
    assert!(matches!(heard, Input::Text(_)), "{heard:?}");
}
