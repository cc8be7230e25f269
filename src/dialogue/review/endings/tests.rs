//! What has ended is looked at by itself, and stays open until something becomes of it.

use std::slice;

use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{CONTENT, review::subjects},
    domain::{
        contact::Contact,
        crown_jewels::CROWN_JEWELS,
        ids::PersonId,
        item::{Answer, ItemKind},
        review::STARTED,
    },
};

const TODAY: &str = "2027-06-01";

struct Firm {
    dossier: Dossier,
}

impl Firm {
    fn new() -> Self {
        let mut firm = Self { dossier: Dossier::default() };
        firm.tell(None, STARTED, Value::Date(TODAY.parse().unwrap()), now());
        firm
    }

    fn tell(&mut self, item: Option<ItemId>, question: &str, value: Value, at: DateTime<Utc>) {
        let answer = Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 };
        self.dossier.save_answer(Slot { item, question: question.into() }, answer);
    }

    fn add(&mut self, kind: ItemKind, role: &str, about: Option<ItemId>) -> ItemId {
        let item = self.dossier.new_item(kind, role.into(), Contact::default());
        let id = item.id;
        self.dossier.save_item(Item { about, ..item });
        id
    }

    fn with_accepted_risk(until: &str) -> (Self, Slot) {
        let mut firm = Self::new();
        let till = firm.add(ItemKind::Device, "till", None);
        firm.tell(None, CROWN_JEWELS, Value::Items(vec![till]), long_ago());
        let risk = firm.add(ItemKind::Risk, "power", Some(till));
        firm.tell(Some(risk), "risk-choice", Value::Choice("accept".into()), long_ago());
        firm.tell(Some(risk), "risk-until", Value::Date(until.parse().unwrap()), long_ago());
        (firm, Slot::of(risk, "risk-until"))
    }

    fn with_product(words: &str) -> (Self, Slot) {
        let mut firm = Self::new();
        let laptop = firm.add(ItemKind::Device, "laptop", None);
        firm.tell(Some(laptop), "device-system", Value::Text(words.into()), long_ago());
        (firm, Slot::of(laptop, "device-system"))
    }

    fn world(&self) -> World<'_> {
        World::of_nobody(now(), &self.dossier, &CONTENT)
    }

    fn open(&self) -> Vec<Slot> {
        open(&self.dossier, &self.world())
    }

    /// One turn at something that ended.
    fn turn(&mut self, slot: &Slot, input: &Input) -> Place {
        let world = self.world();
        let state = State::from(Place::Review {
            spot: crate::dialogue::review::Spot::Ending(slot.clone()),
            undo: None,
        });
        let step = step(Draft::new(&world), slot, &state, input);
        let mut after = self.dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        self.dossier = after;
        step.next.place
    }
}

fn now() -> DateTime<Utc> {
    "2027-06-01T09:00:00Z".parse().unwrap()
}

fn long_ago() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

#[test]
fn an_acceptance_that_passed_is_not_confirmed_with_the_rest() {
    let (firm, slot) = Firm::with_accepted_risk("2027-05-24");
    assert_eq!(firm.open(), slice::from_ref(&slot));
    let unit = subjects::Unit { section: "risks".into(), item: slot.item };
    let world = firm.world();
    let state = State::from(Place::Menu);
    let step = subjects::step(Draft::new(&world), &unit, &state, &Input::Pick(Tap::Yes));
    let mut after = firm.dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    assert_eq!(open(&after, &world), [slot], "it still waits for another day");
}

#[test]
fn an_acceptance_is_renewed_with_a_day_to_come_only() {
    let (mut firm, slot) = Firm::with_accepted_risk("2027-05-24");
    for day in ["gisteren", "vandaag", "appeltaart"] {
        firm.turn(&slot, &Input::Text(day.into()));
        assert_eq!(firm.open(), slice::from_ref(&slot), "{day}");
    }
    firm.turn(&slot, &Input::Pick(Tap::Choice("months-6".into())));
    assert!(firm.open().is_empty());
    let day: NaiveDate = "2027-12-01".parse().unwrap();
    assert_eq!(firm.dossier.value(&slot), Some(&Value::Date(day)));
}

#[test]
fn an_acceptance_can_be_withdrawn_or_put_off() {
    let (mut firm, slot) = Firm::with_accepted_risk("2027-08-24");
    let place = firm.turn(&slot, &Input::Pick(Tap::Changed));
    assert!(matches!(place, Place::Question { slot, .. } if slot.question.as_str() == "risk-choice"));
    firm.turn(&slot, &Input::Pick(Tap::Skip));
    assert!(firm.open().is_empty(), "until the next review");
    let (firm, _) = Firm::with_accepted_risk("2028-08-24");
    assert!(firm.open().is_empty(), "what lasts beyond the next review is for then");
}

#[test]
fn a_product_without_updates_is_replaced_or_cut_loose_or_accepted_until_a_day() {
    let (mut firm, slot) = Firm::with_product("Windows 10");
    assert_eq!(firm.open(), slice::from_ref(&slot));
    let place = firm.turn(&slot, &Input::Pick(Tap::Choice("accept".into())));
    assert!(matches!(place, Place::Question { slot, .. } if slot.question.as_str() == "device-until"));
    assert_eq!(firm.open(), slice::from_ref(&slot), "until a day, and no day was told");
    firm.turn(&slot, &Input::Pick(Tap::Choice("isolate".into())));
    assert!(firm.open().is_empty());
    let (mut firm, slot) = Firm::with_product("Windows 10");
    firm.turn(&slot, &Input::Pick(Tap::Choice("replace".into())));
    assert!(firm.open().is_empty());
    let (firm, _) = Firm::with_product("macOS 26");
    assert!(firm.open().is_empty());
}

#[test]
fn a_product_that_was_to_be_replaced_is_not_confirmed_with_the_rest() {
    let (mut firm, slot) = Firm::with_product("Windows 10");
    firm.tell(slot.item, "device-end", Value::Choice("replace".into()), long_ago());
    let unit = subjects::Unit { section: "inventory".into(), item: slot.item };
    let world = firm.world();
    let state = State::from(Place::Menu);
    let step = subjects::step(Draft::new(&world), &unit, &state, &Input::Pick(Tap::Unchanged));
    let mut after = firm.dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    assert_eq!(open(&after, &world), [slot], "it is there still");
}
