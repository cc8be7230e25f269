//! The catalogue holds together: ids unique, every to-do can be reached, no threat without something that helps.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use noodplan::{
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER, ORDER},
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::Value,
    },
    questionnaire::{Question, judgement, walk},
};

use crate::{
    firm::{has, now, tells},
    stage::content,
};

pub mod turns;
mod words;

/// An item that the question is asked about, added to the dossier; `None`: it is asked about the company itself.
fn something_for(question: &Question, dossier: &mut Dossier) -> Option<ItemId> {
    question.each.first().map(|kind| has(dossier, *kind, "internet"))
}

#[test]
fn ids_of_questions_and_sections_are_unique() {
    let content = content();
    let ids: Vec<&Slug> = content.catalogue.questions().map(|question| &question.id).collect();
    assert_eq!(ids.len(), ids.iter().collect::<HashSet<_>>().len());
    let sections: Vec<&Slug> = content.catalogue.sections.iter().map(|section| &section.id).collect();
    assert_eq!(sections.len(), sections.iter().collect::<HashSet<_>>().len());
}

#[test]
fn the_questions_that_the_call_list_reads_exist() {
    let content = content();
    for id in [CUSTOMER_NUMBER, CONTRACT_NUMBER, ORDER, "company-name"] {
        assert!(content.catalogue.question(id).is_some(), "{id}");
    }
}

#[test]
fn every_todo_of_the_catalogue_can_be_reached() {
    let content = content();
    let named: BTreeSet<&Slug> = content
        .catalogue
        .questions()
        .flat_map(|question| &question.choices)
        .filter_map(|choice| choice.todo.as_ref())
        .collect();
    let reached: BTreeSet<Slug> = content
        .catalogue
        .questions()
        .filter(|question| !question.retired)
        .flat_map(|question| {
            question.choices.iter().flat_map(|choice| question.todos(&Value::Choice(choice.id.clone())))
        })
        .collect();
    assert_eq!(named, reached.iter().collect());
}

/// The questions that are asked also of whoever did not know, or passed over, what they hang on.
const ASKED_WHEN_UNKNOWN: [&str; 15] = [
    "switch-off",
    "spokesperson",
    "reporter",
    "log-keeper",
    "money-decider",
    "software-supplier",
    "guests-apart",
    "supplier-reaction",
    "supplier-repair",
    "supplier-expect-not",
    "supplier-backups",
    "supplier-processor",
    "supplier-exit",
    "supplier-leak",
    "supplier-end",
];

#[test]
fn not_knowing_at_a_gate_drops_nothing_that_matters() {
    let content = content();
    let catalogue = &content.catalogue;
    for id in ASKED_WHEN_UNKNOWN {
        let question = catalogue.question(id).unwrap();
        let condition = question.show_if.iter().find(|condition| condition.or_unknown).unwrap();
        for value in [Value::Unknown, Value::Skipped] {
            let mut dossier = Dossier::default();
            let item = something_for(question, &mut dossier);
            let gate = catalogue.question(condition.question.as_str()).unwrap();
            let about = item.filter(|_| !gate.each.is_empty());
            let slot = Slot { item: about, question: gate.id.clone() };
            tells(&mut dossier, slot, value);
            assert!(
                walk::is_asked(&Slot { item, question: id.into() }, catalogue, &dossier, now().date_naive()),
                "{id}"
            );
        }
    }
    let others = catalogue.questions().filter(|question| !ASKED_WHEN_UNKNOWN.contains(&question.id.as_str()));
    let others: Vec<&Slug> = others
        .filter(|question| question.show_if.iter().any(|condition| condition.or_unknown))
        .map(|question| &question.id)
        .collect();
    assert!(others.is_empty(), "also asked when unknown: {others:?}");
}

#[test]
fn every_thing_has_a_few_threats_that_fit_it_and_every_threat_something_that_helps() {
    let content = content();
    let catalogue = &content.catalogue;
    let threats = catalogue.question("threats").unwrap();
    let measures = catalogue.question("risk-measure").unwrap();
    for maker in catalogue.questions().filter(|q| q.adds.is_some_and(|kind| threats.each.contains(&kind))) {
        for choice in &maker.choices {
            let mut dossier = Dossier::default();
            let thing = has(&mut dossier, maker.adds.unwrap(), choice.id.as_str());
            let fitting = judgement::choices(threats, Some(thing), catalogue, &dossier, NaiveDate::default());
            // With "iets anders" that is two to five.
            assert!((3..=6).contains(&fitting.len()), "{}: {fitting:?}", choice.id);
        }
    }
    for threat in &threats.choices {
        assert!(!threat.hits.is_empty(), "{}", threat.id);
        let helps = threat.offers.iter().filter(|offer| measures.choice(offer.as_str()).is_some()).count();
        assert!((2..=4).contains(&helps), "{}", threat.id);
    }
    for measure in &measures.choices {
        assert!(threats.choices.iter().any(|threat| threat.offers.contains(&measure.id)), "{}", measure.id);
        assert!(measure.leans.is_some(), "{}", measure.id);
    }
}
