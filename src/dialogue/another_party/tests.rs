//! Who takes the place of another has nothing of theirs, and who only has another name keeps all of it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{
        CONTENT, Part, Visit,
        standing::StandingTap,
        step::{self, Flow},
        things::At,
    },
    domain::{
        call_list::call_list,
        dossier::Dossier,
        ids::{ItemId, PersonId},
        item::{Answer, Value},
        phone::Phone,
    },
};

const ANNA: PersonId = PersonId(Uuid::from_u128(1));

fn told(value: Value) -> Answer {
    Answer { value, by: ANNA, at: DateTime::<Utc>::UNIX_EPOCH, catalogue: 1 }
}

/// A firm that gets this from KPN.
fn add(dossier: &mut Dossier, role: &str) -> ItemId {
    let phones = vec![Phone::parse("0800 0402").unwrap()];
    let contact = Contact { name: Some("KPN".into()), phones, ..Contact::default() };
    let item = dossier.new_item(ItemKind::Supplier, role.into(), contact);
    let id = item.id;
    dossier.save_item(item);
    dossier.save_answer(Slot::of(id, "supplier-contact"), told(Value::Item(id)));
    id
}

/// A firm that gets its internet from KPN, and told all about that.
fn firm() -> (Dossier, ItemId) {
    let mut dossier = Dossier::default();
    let kpn = add(&mut dossier, "internet");
    for (question, value) in [
        (CUSTOMER_NUMBER, Value::Text("4711".into())),
        (CONTRACT_NUMBER, Value::Unknown),
        ("supplier-without", Value::Choice("day-1".into())),
        ("supplier-reaction", Value::Choice("day-1".into())),
    ] {
        dossier.save_answer(Slot::of(kpn, question), told(value));
    }
    (dossier, kpn)
}

/// What comes of a turn of its only owner: where they are, what was said, and the dossier.
fn turn(dossier: &Dossier, flow: Flow, place: Place, input: &Input) -> (Place, Vec<String>, Dossier) {
    let nobody = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
    let world = World { person: ANNA, role: Some(Role::Owner), ..nobody };
    let step = step::step(flow, &place.into(), input, &world);
    let mut after = dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    let said = step.replies.iter().flat_map(|reply| &reply.lines).map(|line| line.id.to_string()).collect();
    (step.next.place, said, after)
}

/// What is answered to "who delivers this?".
fn delivers(dossier: &Dossier, item: ItemId, who: &str) -> (Vec<String>, Dossier) {
    let slot = Slot::of(item, "supplier-contact");
    let place = Place::Question { slot, part: Part::Whole, visit: Visit::Change };
    let (_, said, after) = turn(dossier, Flow::Sitting, place, &Input::Text(who.into()));
    (said, after)
}

fn reverted(dossier: &Dossier, item: ItemId) -> Dossier {
    turn(dossier, Flow::Standing, Place::Menu, &Input::Standing(StandingTap::Revert(item))).2
}

/// Name and customer number as they stand in the emergency plan, and how many questions have an answer.
fn stands(dossier: &Dossier, item: ItemId) -> (String, Option<String>, usize) {
    let line = call_list(dossier).into_iter().find(|line| line.item == item).unwrap();
    let name = line.contact.name.as_ref().unwrap().to_string();
    (name, line.customer_number.map(ToOwned::to_owned), dossier.item(item).unwrap().answers.len())
}

fn is_told(said: &[String]) -> bool {
    said.iter().any(|line| line == "party-emptied")
}

#[test]
fn whoever_delivers_it_now_has_nothing_of_who_did_before_and_it_can_be_put_back() {
    let (dossier, kpn) = firm();
    let (said, after) = delivers(&dossier, kpn, "Ziggo 0900 1884");
    assert!(is_told(&said), "{said:?}");
    // How long the firm can do without internet is true whoever brings it.
    assert_eq!(stands(&after, kpn), ("Ziggo".into(), None, 2));
    assert_eq!(after.item(kpn).unwrap().choice("supplier-without"), Some("day-1"));
    let mut numbered = after.clone();
    numbered.save_answer(Slot::of(kpn, CUSTOMER_NUMBER), told(Value::Text("99".into())));
    for taken in [after, numbered] {
        let back = reverted(&taken, kpn);
        assert_eq!(stands(&back, kpn), ("KPN".into(), Some("4711".into()), 5));
        assert_eq!(back.item(kpn).unwrap().contact, dossier.item(kpn).unwrap().contact);
        assert_eq!(back.item(kpn).unwrap().answers, dossier.item(kpn).unwrap().answers);
        assert_eq!(back.item(kpn).unwrap().former, None);
    }
}

#[test]
fn what_stood_there_directly_before_is_put_back_and_then_the_first() {
    let (dossier, kpn) = firm();
    let mut taken = delivers(&dossier, kpn, "Ziggo 0900 1884").1;
    taken.save_answer(Slot::of(kpn, CUSTOMER_NUMBER), told(Value::Text("99".into())));
    let (said, twice) = delivers(&taken, kpn, "Odido 0800 0403");
    assert!(is_told(&said), "{said:?}");
    let thrice = delivers(&twice, kpn, "Budget 0800 0404").1;
    let ziggo = ("Ziggo".to_owned(), Some("99".to_owned()), 3);
    for (taken, before) in [(twice, ziggo), (thrice, ("Odido".to_owned(), None, 2))] {
        let back = reverted(&taken, kpn);
        assert_eq!(stands(&back, kpn), before);
        let first = reverted(&back, kpn);
        assert_eq!(stands(&first, kpn), ("KPN".into(), Some("4711".into()), 5));
        assert_eq!(first.item(kpn).unwrap().former, None);
    }
}

#[test]
fn a_name_that_led_nowhere_is_not_put_back() {
    let (dossier, kpn) = firm();
    let named = delivers(&dossier, kpn, "Ziggo").1;
    let taken = delivers(&named, kpn, "Odido 0800 0403").1;
    assert_eq!(stands(&reverted(&taken, kpn), kpn), ("KPN".into(), Some("4711".into()), 5));
}

#[test]
fn another_spelling_or_another_number_keeps_everything() {
    let (dossier, kpn) = firm();
    for who in ["KPN Zakelijk", "kpn 0800 0403", "0800 0403"] {
        let (said, after) = delivers(&dossier, kpn, who);
        assert!(!is_told(&said), "{who}: {said:?}");
        assert_eq!(stands(&after, kpn).1.as_deref(), Some("4711"), "{who}");
        assert_eq!(stands(&after, kpn).2, 5, "{who}");
    }
}

#[test]
fn where_nothing_was_told_nothing_is_said_to_be_gone() {
    let mut dossier = Dossier::default();
    let kpn = add(&mut dossier, "internet");
    dossier.save_answer(Slot::of(kpn, CONTRACT_NUMBER), told(Value::Skipped));
    let (said, after) = delivers(&dossier, kpn, "Ziggo 0900 1884");
    assert!(!is_told(&said), "{said:?}");
    assert_eq!(stands(&after, kpn).2, 1, "what was passed over is asked again");
}

/// Another name on the line itself, and then this.
fn renamed(dossier: &Dossier, item: ItemId, name: &str, then: Option<Tap>) -> (Place, Vec<String>, Dossier) {
    let place = Place::LineField(item, Field::Name);
    let (place, said, after) = turn(dossier, Flow::CallList, place, &Input::Text(name.into()));
    match then {
        Some(tap) => turn(&after, Flow::CallList, place, &Input::Pick(tap)),
        None => (place, said, after),
    }
}

#[test]
fn a_very_different_name_on_a_line_is_asked_about_and_until_then_nothing_is_lost() {
    let (dossier, kpn) = firm();
    assert_eq!(renamed(&dossier, kpn, "KPN Zakelijk", None).0, Place::Line(kpn));
    let (place, _, asked) = renamed(&dossier, kpn, "Ziggo", None);
    assert_eq!(place, Place::LineField(kpn, Field::Party));
    assert_eq!(stands(&asked, kpn), ("Ziggo".into(), Some("4711".into()), 5));

    let (place, said, same) = renamed(&dossier, kpn, "Ziggo", Some(Tap::Yes));
    assert_eq!((place, is_told(&said)), (Place::Line(kpn), false));
    assert_eq!(stands(&same, kpn), ("Ziggo".into(), Some("4711".into()), 5));
    assert_eq!(same.item(kpn).unwrap().contact.phones.len(), 1);
    assert_eq!(same.item(kpn).unwrap().former, None, "there is nothing to put back");

    let (place, said, other) = renamed(&dossier, kpn, "Ziggo", Some(Tap::No));
    assert_eq!((place, is_told(&said)), (Place::LineField(kpn, Field::Number), true));
    assert_eq!(stands(&other, kpn), ("Ziggo".into(), None, 2));
    assert!(other.item(kpn).unwrap().contact.phones.is_empty());
    assert_eq!(stands(&reverted(&other, kpn), kpn), ("KPN".into(), Some("4711".into()), 5));
}

#[test]
fn a_party_among_the_things_is_asked_about_and_a_thing_is_not() {
    let (mut dossier, kpn) = firm();
    let till = dossier.new_item(ItemKind::Device, "till".into(), Contact::default());
    let till = Item { contact: Contact { name: Some("kassa".into()), ..Contact::default() }, ..till };
    dossier.save_item(till.clone());
    let named = |id: ItemId| {
        let input = Input::Text("Vuurtoren".into());
        turn(&dossier, Flow::Things, Place::Things(At::Rename(id)), &input).0
    };
    assert_eq!(named(kpn), Place::LineField(kpn, Field::Party));
    assert_eq!(named(till.id), Place::Things(At::One(till.id)));
}

#[test]
fn what_was_told_of_a_firm_stays_with_the_other_thing_that_it_does() {
    let (mut dossier, internet) = firm();
    let phone = add(&mut dossier, "telephony");
    let (said, after) = delivers(&dossier, internet, "Ziggo 0900 1884");
    assert!(!is_told(&said), "nothing is gone: {said:?}");
    assert_eq!(stands(&after, internet), ("Ziggo".into(), None, 2));
    assert_eq!(stands(&after, phone), ("KPN".into(), Some("4711".into()), 3));
}
