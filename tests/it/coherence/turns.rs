//! Turns in the pure core, of which nothing is kept: every walk ends, and no text is too strange.

use noodplan::{
    dialogue::{
        Content, Place, State, World, contact_line,
        input::{self, Input, Raw},
        offer::{Offer, token},
        sitting::ask,
        step::{self, Change, Flow},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        dossier::{Dossier, Slot},
        ids::{CompanyId, PersonId},
        item::{ItemKind, Value},
        member::Role,
    },
    questionnaire::walk,
    text::Language,
};
use proptest::{prelude::*, test_runner::Config};
use uuid::Uuid;

use super::something_for;
use crate::{
    firm::{has, now},
    stage::content,
};

pub fn world<'w>(dossier: &'w Dossier, content: &'w Content) -> World<'w> {
    World {
        person: PersonId(Uuid::from_u128(1)),
        company: Some(CompanyId(Uuid::from_u128(2))),
        role: Some(Role::Owner),
        new_company: CompanyId(Uuid::from_u128(3)),
        ..World::of_nobody(now(), dossier, content)
    }
}

/// Plays one turn in the pure core; gives the position and the dossier after it.
pub fn turn(state: &State, dossier: &Dossier, raw: &Raw) -> (State, Dossier, Offer) {
    let content = content();
    let world = world(dossier, &content);
    let card = step::card(state, dossier, &world);
    let (state, input) = input::parse(raw, state, &card, &card, &world);
    let flow = match (&input, &state.place) {
        (Input::Command(..), _) => Flow::Command,
        (_, Place::Question { .. }) => Flow::Sitting,
        _ => Flow::Menu,
    };
    let step = step::step(flow, &state, &input, &world);
    let mut after = dossier.clone();
    step.changes.iter().for_each(|change: &Change| change.apply(&mut after, &mut Vec::new()));
    let offer = step.replies.last().map(|reply| reply.offer.clone()).unwrap_or_default();
    (step.next, after, offer)
}

proptest! {
    #![proptest_config(Config { cases: 2_000, failure_persistence: None, ..Config::default() })]

    /// Whoever answers anything at all gets to the end, and is asked every question that there is on the way.
    #[test]
    fn every_walk_ends(choices in prop::collection::vec(0usize..16, 400)) {
        let content = content();
        let mut dossier = Dossier::default();
        let slot = walk::next_open(
            &walk::slots(&content.catalogue.sections[0], &content.catalogue, &dossier, now().date_naive()), &dossier, None).unwrap();
        let mut state = State::from(ask(slot));
        let (mut ended, mut stays) = (false, 0);
        for choice in choices {
            let card = step::card(&state, &dossier, &world(&dossier, &content));
            // Forward taps only; a walk with "terug" and "uitleg" in it can be as long as one likes.
            let forward: Vec<_> = card.offer.options.iter().filter(|option| {
                !matches!(option.tap.key().as_str(), "back" | "explain" | "stop" | "enough")
            }).collect();
            // Ticks and orders can be changed for ever; after two of them a person says "klaar".
            let enough = forward.iter().find(|option| stays > 1 && ["done", "skip"].contains(&option.tap.key().as_str()));
            let raw = match enough.or(forward.get(choice)) {
                Some(option) => Raw::Tap(token(&state, &option.tap)),
                None => Raw::Text("Jan Bakker 06 12345678".into()),
            };
            let (next, after, _) = turn(&state, &dossier, &raw);
            stays = if next == state { stays + 1 } else { 0 };
            (state, dossier) = (next, after);
            if state.place == Place::Menu {
                ended = true;
                break;
            }
        }
        prop_assert!(ended, "still at {:?}", state.place);
    }

    /// Whatever is typed, the answer is a card or a farewell, and nothing told before is lost.
    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,200}|[\\x00-\\x7f]{0,80}", skip in 0usize..9) {
        let content = content();
        let mut dossier = Dossier::default();
        let sections = &content.catalogue.sections;
        let slots: Vec<_> = sections.iter().flat_map(|s| walk::slots(s, &content.catalogue, &dossier, now().date_naive())).collect();
        let slot = slots[skip % slots.len()].clone();
        let state = State::from(ask(slot));
        let (_, before, _) = turn(&state, &dossier, &Raw::Text("Jan Bakker 06 12345678".into()));
        dossier = before;
        let told = dossier.items_ever().count();
        let (_, after, offer) = turn(&state, &dossier, &Raw::Text(text.into()));
        prop_assert!(after.items_ever().count() >= told);
        prop_assert!(!offer.options.is_empty());
    }
}

#[test]
fn no_in_words_is_the_choice_that_means_it() {
    let content = content();
    let mut asked = 0;
    for question in content.catalogue.questions() {
        let Some(no) = &question.no else { continue };
        for said in ["nee", "geen", "niets", "nog niet", "none", "not yet"] {
            let mut dossier = Dossier::default();
            let item = something_for(question, &mut dossier);
            let slot = Slot { item, question: question.id.clone() };
            let state = State::from(ask(slot.clone()));
            let (_, after, _) = turn(&state, &dossier, &Raw::Text(said.into()));
            assert_eq!(after.value(&slot), Some(&Value::Choice(no.clone())), "{}: {said}", question.id);
            asked += 1;
        }
    }
    assert_eq!(asked, 42, "seven questions, each with six ways to say no");
}

#[test]
fn a_number_with_a_supplier_has_a_figure_in_it() {
    for question in [CUSTOMER_NUMBER, CONTRACT_NUMBER] {
        let told = |said: &str| {
            let mut dossier = Dossier::default();
            let slot = Slot::of(has(&mut dossier, ItemKind::Supplier, "internet"), question);
            let (_, after, _) = turn(&State::from(ask(slot.clone())), &dossier, &Raw::Text(said.into()));
            after.value(&slot).cloned()
        };
        assert_eq!(told("signal"), None, "{question}");
        assert_eq!(told("staat op de pas"), None, "{question}");
        assert_eq!(told("weet ik niet"), Some(Value::Unknown), "{question}");
        assert_eq!(told("K-204"), Some(Value::Text("K-204".into())), "{question}");
    }
}

#[test]
fn the_longest_text_of_many_short_words_is_no_contact_and_no_reference() {
    let content = content();
    let vocabulary = content.texts.vocabulary(Language::Nl);
    let text = "klant a ".repeat(input::LONGEST_ANSWER / 8);
    let line = contact_line::parse(&text, vocabulary);
    assert!(line.customer_number.is_none() && line.contact.phones.is_empty());
}
