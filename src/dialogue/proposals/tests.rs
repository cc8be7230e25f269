//! What a helper can propose, and what it is taken for.

use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::CONTENT,
    domain::{
        contact::Contact,
        ids::ItemId,
        item::{Answer, ItemKind},
    },
};

const NOOR: PersonId = PersonId(Uuid::from_u128(4));
const OTHER: PersonId = PersonId(Uuid::from_u128(5));

#[test]
fn helpers_read_every_section_but_what_worries_the_firm() {
    assert!(is_shared(&"inventory".into()) && is_shared(&"start".into()));
    assert!(!is_shared(&"risks".into()));
}

fn question(id: &str) -> &'static Question {
    CONTENT.catalogue.at(&Slot::own(id)).unwrap()
}

#[test]
fn a_button_is_offered_to_helpers_where_it_says_all_of_an_answer() {
    let item = Tap::Item(ItemId(1));
    let offers = |id, ticked, tap: &Tap| is_offered(question(id), ticked, tap);
    assert!(offers("crown-jewels", false, &item) && !offers("call-order", false, &item));
    assert!(offers("devices", false, &Tap::Done) && !offers("devices", true, &Tap::Done));
    assert!(!offers("crown-jewels", false, &Tap::Done));
    assert!(!offers("decider", false, &Tap::Choice("me".into())), "who proposes is not who decides");
    assert!(is_ticked(Some(&Value::Choices(vec!["till".into()]))));
    assert!(!is_ticked(Some(&Value::Choices(Vec::new()))) && !is_ticked(None));
}

#[test]
fn an_answer_is_proposed_where_its_question_takes_it() {
    let (pick, picks) = (Input::Pick(Tap::Item(ItemId(1))), Input::Picks(vec![Tap::Item(ItemId(1))]));
    let items = || Some(Proposed::Items(vec![ItemId(1)]));
    for input in [&pick, &picks] {
        assert_eq!(proposed(question("crown-jewels"), input), items());
        assert_eq!(proposed(question("call-order"), input), None);
    }
    for none in [Input::Pick(Tap::Done), Input::Pick(Tap::Nothing)] {
        assert_eq!(proposed(question("devices"), &none), Some(Proposed::Choices(Vec::new())));
        assert_eq!(proposed(question("crown-jewels"), &none), None);
    }
    let contact = Input::Contact(Contact::default());
    assert_eq!(proposed(question("decider"), &contact), Some(Proposed::Contact(Contact::default())));
    assert_eq!(proposed(question("company-name"), &contact), None);
    assert_eq!(proposed(question("decider"), &Input::Pick(Tap::Choice("me".into()))), None);
}

#[test]
fn twenty_proposals_of_one_helper_wait_and_then_only_another_answer_to_the_same() {
    let proposes = |by: PersonId, waiting: usize, also: &str| {
        let mut dossier = Dossier::default();
        let questions = (1..waiting).map(|number| format!("question-{number}"));
        for (number, question) in (1..).zip(questions.chain([also.to_owned()])) {
            let (id, at, proposed) = (ProposalId(number), DateTime::UNIX_EPOCH, Proposed::Unknown);
            dossier.save_proposal(Proposal {
                id,
                by,
                at,
                slot: Slot::own(&question),
                proposed,
                before: None,
            });
        }
        let role = Some(Role::Helper);
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let world = World { person: NOOR, role, ..nobody };
        let place = Place::Propose { section: "start".into(), slot: Slot::own("company-name") };
        let step = step(Draft::new(&world), &place.into(), &Input::Text("Krul".into()));
        step.changes.iter().any(|change| matches!(change, Change::Propose(_)))
    };
    assert!(proposes(NOOR, MOST - 1, "company-size"));
    assert!(!proposes(NOOR, MOST, "company-size"));
    assert!(proposes(NOOR, MOST, "company-name"), "instead of what was proposed before");
    assert!(proposes(OTHER, MOST, "company-size"), "of somebody else");
}

/// Noor's world, who helps out.
fn helper(dossier: &Dossier) -> World<'_> {
    let nobody = World::of_nobody(DateTime::UNIX_EPOCH, dossier, &CONTENT);
    World { person: NOOR, role: Some(Role::Helper), ..nobody }
}

/// A firm with a laptop, a till and somebody on the call list: items 1, 2 and 3.
fn with_things() -> Dossier {
    let mut dossier = Dossier::default();
    for (kind, role) in
        [(ItemKind::Device, "laptop"), (ItemKind::Device, "till"), (ItemKind::Contact, "decider")]
    {
        let item = dossier.new_item(kind, role.into(), Contact::default());
        dossier.save_item(item);
    }
    dossier
}

fn told(dossier: &mut Dossier, question: &str, value: Value) {
    let (by, at) = (OTHER, DateTime::UNIX_EPOCH);
    dossier.save_answer(Slot::own(question), Answer { value, by, at, catalogue: 1 });
}

/// What a helper proposes at a question of a section with this input, and what is said.
fn proposes(dossier: &Dossier, section: &str, slot: Slot, input: &Input) -> (Vec<Proposed>, Vec<String>) {
    let world = helper(dossier);
    let place = Place::Propose { section: section.into(), slot };
    let step = step(Draft::new(&world), &place.into(), input);
    let proposed = step.changes.into_iter().filter_map(|change| match change {
        Change::Propose(proposal) => Some(proposal.proposed),
        _ => None,
    });
    let lines = step.replies.into_iter().flat_map(|reply| reply.lines).map(|line| line.id.to_string());
    (proposed.collect(), lines.collect())
}

#[test]
fn a_question_is_shown_in_its_own_section_and_as_long_as_it_is_asked() {
    let dossier = Dossier::default();
    let shown = |section: &str, question: &str| {
        let card = card(&section.into(), &Slot::own(question), &dossier, &helper(&dossier));
        let taps: Vec<Tap> = card.offer.options.into_iter().map(|option| option.tap).collect();
        (card.lines.first().cloned(), taps)
    };
    let gone = (Some(Msg::new("question-gone")), vec![Tap::Back]);
    assert_eq!(shown("start", "devices"), gone, "of another section");
    assert_eq!(shown("inventory", "machines"), gone, "only asked of who makes things");
    let (title, taps) = shown("inventory", "devices");
    assert_eq!(title, Some(Msg::new("propose-title")));
    assert!(taps.contains(&Tap::Done) && taps.contains(&Tap::Back));
}

#[test]
fn a_tick_by_itself_proposes_nothing_and_one_person_does() {
    let dossier = with_things();
    let at_once = "propose-all-at-once".to_owned();
    for (question, tap) in [("devices", Tap::Choice("till".into())), ("crown-jewels", Tap::Item(ItemId(1)))] {
        let (proposed, said) = proposes(&dossier, "inventory", Slot::own(question), &Input::Pick(tap));
        assert_eq!(proposed, [], "{question}");
        assert!(said.contains(&at_once), "{question}");
    }
    let slot = Slot { item: Some(ItemId(1)), question: "device-help".into() };
    let (proposed, said) = proposes(&dossier, "inventory", slot, &Input::Pick(Tap::Item(ItemId(3))));
    assert_eq!(proposed, [Proposed::Items(vec![ItemId(3)])]);
    assert!(!said.contains(&at_once));
}

#[test]
fn none_of_a_list_is_proposed_once_and_is_none_whatever_was_ticked_meanwhile() {
    let mut dossier = Dossier::default();
    let none = || Proposed::Choices(Vec::new());
    let done =
        |dossier: &Dossier| proposes(dossier, "inventory", Slot::own("devices"), &Input::Pick(Tap::Done));
    assert_eq!(done(&dossier).0, [none()]);
    told(&mut dossier, "devices", Value::Choices(Vec::new()));
    let (proposed, said) = done(&dossier);
    assert_eq!(proposed, [], "that stands there");
    assert!(said.contains(&"propose-same".to_owned()));
    told(&mut dossier, "devices", Value::Choices(vec!["till".into()]));
    let slot = Slot::own("devices");
    let step = played(question("devices"), &slot, &none(), &helper(&dossier));
    let mut after = dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    assert_eq!(after.value(&slot), Some(&Value::Choices(Vec::new())));
}

#[test]
fn things_are_chosen_together_and_a_person_by_themselves() {
    let dossier = with_things();
    let answer = |slot: Slot, ids: Vec<ItemId>| {
        let step = played(question(slot.question.as_str()), &slot, &Proposed::Items(ids), &helper(&dossier));
        let mut after = dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        after.value(&slot).cloned()
    };
    let both = vec![ItemId(1), ItemId(2)];
    assert_eq!(answer(Slot::own("crown-jewels"), both.clone()), Some(Value::Items(both)));
    let helps = Slot { item: Some(ItemId(1)), question: "device-help".into() };
    assert_eq!(answer(helps, vec![ItemId(3)]), Some(Value::Item(ItemId(3))));
}

#[test]
fn what_is_proposed_anew_is_what_is_not_told_already() {
    let mut dossier = Dossier::default();
    told(&mut dossier, "company-name", Value::Text("Krul".into()));
    let says = |words: &str| {
        proposes(&dossier, "start", Slot::own("company-name"), &Input::Text(words.into())).0.len()
    };
    assert_eq!((says("Krul"), says("Krul en Zoon")), (0, 1));
}

#[test]
fn the_buttons_say_what_they_are_about_when_several_wait_and_a_person_is_called_by_their_name() {
    let (at, contact) = (DateTime::UNIX_EPOCH, Contact { name: Some("Bo".into()), ..Contact::default() });
    let waits = |questions: &[&str]| {
        let mut dossier = Dossier::default();
        for (number, question) in (1..).zip(questions) {
            let (slot, proposed) = (Slot::own(question), Proposed::Contact(contact.clone()));
            dossier.save_proposal(Proposal {
                id: ProposalId(number),
                by: NOOR,
                at,
                slot,
                proposed,
                before: None,
            });
        }
        let world = World { role: Some(Role::Owner), ..helper(&dossier) };
        let labels = |matter: Matter| matter.taps.into_iter().map(|(label, _)| label.id.to_string());
        let mut called = dossier.proposals().iter().map(|proposal| words(proposal, &dossier, &world));
        assert!(called.all(|name| name == contact_summary(&contact, false)));
        waiting(&dossier, &world).into_iter().flat_map(labels).collect::<Vec<_>>()
    };
    assert_eq!(waits(&["decider"]), ["option-take-over", "option-decline"]);
    let which = ["option-take-over-which", "option-decline-which"];
    assert_eq!(waits(&["decider", "deputy"]), [which, which].concat());
}
