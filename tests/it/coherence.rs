//! The catalogue holds together: ids unique, everything has words, every to-do can be reached, every walk ends.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

use chrono::{DateTime, NaiveDate, Utc};
use noodplan::{
    dialogue::{
        Place, State, World,
        explanation::{self, Workplace},
        input::{self, Raw},
        offer::{Offer, token},
        step::{self, Change, Flow},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::{CompanyId, PersonId, Slug},
        item::{Answer, Value},
        member::Role,
    },
    questionnaire::{Kind, Question, judgement, walk},
    text::{Language, Msg},
};
use proptest::{prelude::*, test_runner::Config};
use uuid::Uuid;

use crate::stage::content;

/// A day on which some products have no updates any more, and some still do.
static TODAY: LazyLock<DateTime<Utc>> = LazyLock::new(|| "2026-11-23T12:00:00Z".parse().unwrap());

pub fn world<'w>(dossier: &'w Dossier, content: &'w noodplan::dialogue::Content) -> World<'w> {
    World {
        person: PersonId(Uuid::from_u128(1)),
        company: Some(CompanyId(Uuid::from_u128(2))),
        role: Some(Role::Owner),
        new_company: CompanyId(Uuid::from_u128(3)),
        ..World::of_nobody(*TODAY, dossier, content)
    }
}

#[test]
fn every_question_choice_and_todo_has_words_in_both_languages() {
    let content = content();
    let mut missing = Vec::new();
    let mut need = |id: String| {
        for language in Language::ALL {
            if !content.texts.has(language, &id) {
                missing.push(format!("{}: {id}", language.tag()));
            }
        }
    };
    for section in &content.catalogue.sections {
        need(format!("section-{}", section.id));
        if section.counted {
            need(format!("section-{}.why", section.id));
        }
        for question in &section.questions {
            let id = &question.id;
            ["", ".why", ".short"].iter().for_each(|part| need(format!("q-{id}{part}")));
            if !question.retired {
                need(format!("q-{id}.help"));
            }
            question
                .most_when_full
                .filter(|most| *most == 1)
                .iter()
                .for_each(|_| need(format!("q-{id}.one")));
            for choice in &question.choices {
                need(format!("q-{id}.{}", choice.id));
                if choice.which {
                    need(format!("q-{id}.{}-which", choice.id));
                }
                choice.todo.iter().for_each(|todo| need(format!("todo-{todo}")));
                if question.adds.is_some() && question.kind == Kind::Many {
                    need(format!("role-{}", choice.id));
                }
            }
            question.role.iter().for_each(|role| need(format!("role-{role}")));
            question.todo.iter().chain(&question.rest).for_each(|todo| need(format!("todo-{todo}")));
        }
    }
    need("todo-find-out".into());
    content.public_numbers.iter().for_each(|public| need(format!("public-{}", public.id)));
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn what_is_not_known_is_a_sentence_of_its_own_on_the_list() {
    let content = content();
    let can_be_unknown =
        |question: &&Question| !question.retired && !question.required && question.kind != Kind::Order;
    for question in content.catalogue.questions().filter(can_be_unknown) {
        for language in Language::ALL {
            let sentence =
                Msg::new(format!("q-{}.find-out", question.id)).told("name", "X").told("thing", "Y");
            let sentence = content.texts.plain(language, &sentence.key("role", "internet"));
            assert!(sentence.ends_with('.') && sentence.contains(' '), "{}: {sentence}", question.id);
        }
    }
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
    use noodplan::domain::call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER, ORDER};
    for id in [CUSTOMER_NUMBER, CONTRACT_NUMBER, ORDER, "company-name"] {
        assert!(content.catalogue.question(id).is_some(), "{id}");
    }
}

#[test]
fn a_question_fits_a_phone_screen() {
    let content = content();
    for language in Language::ALL {
        for question in content.catalogue.questions() {
            for part in ["", ".why"] {
                let message =
                    Msg::new(format!("q-{}{part}", question.id)).key("role", "internet").told("name", "X");
                let text = content.texts.plain(language, &message);
                assert!(text.chars().count() <= 300, "{} {}", language.tag(), message.id);
            }
            for choice in &question.choices {
                let message = Msg::new(format!("q-{}.{}", question.id, choice.id));
                let label = content.texts.plain(language, &message);
                assert!(label.chars().count() <= 32, "{label}");
            }
        }
    }
}

/// Whoever asks for an explanation sees what is meant and three examples, and no example serves two questions.
#[test]
fn every_question_has_an_example_from_a_shop_a_workshop_and_an_office() {
    let content = content();
    for language in Language::ALL {
        let mut seen: HashMap<String, String> = HashMap::new();
        for question in content.catalogue.questions().filter(|question| !question.retired) {
            let text = |part: &str| {
                let id = format!("q-{}.{part}", question.id);
                assert!(content.texts.has(language, &id), "{}: {id} is missing", language.tag());
                let message = Msg::new(id).key("role", "internet").key("kind", "device").told("name", "X");
                content.texts.plain(language, &message)
            };
            let help = text("help");
            let examples = Workplace::ALL.map(|workplace| text(workplace.attribute()));
            for example in &examples {
                let before = seen.insert(example.clone(), question.id.to_string());
                assert_eq!(before, None, "{} again at {}: {example}", language.tag(), question.id);
                assert!(!example.is_empty() && *example != help, "{} {}", language.tag(), question.id);
            }
            let length =
                help.chars().count() + examples.iter().map(|text| text.chars().count()).sum::<usize>();
            assert!(length <= 450, "{} {}: {length} characters", language.tag(), question.id);
        }
    }
}

#[test]
fn the_example_of_the_own_kind_of_firm_comes_first() {
    let content = content();
    let first = |trade: Option<&str>| {
        let mut dossier = Dossier::default();
        if let Some(trade) = trade {
            let (by, at) = (PersonId(Uuid::nil()), *TODAY);
            let value = Value::Choice(trade.into());
            dossier.save_answer(Slot::own("trade"), Answer { value, by, at, catalogue: 1 });
        }
        let lines = explanation::lines(&Slot::own("devices"), &dossier);
        assert_eq!(lines.len(), 4, "what is meant, and three examples");
        content.texts.plain(Language::En, &lines[1])
    };
    for trade in &content.catalogue.question("trade").unwrap().choices {
        let expected = match trade.id.as_str() {
            "manufacturing" | "building" | "transport" => "Workshop: ",
            "service" | "care" | "it" => "Office: ",
            _ => "Shop: ",
        };
        let line = first(Some(trade.id.as_str()));
        assert!(line.starts_with(expected), "{}: {line}", trade.id);
    }
    assert!(first(None).starts_with("Shop: "));
}

/// Plays one turn in the pure core; gives the position and the dossier after it.
pub fn turn(state: &State, dossier: &Dossier, raw: &Raw) -> (State, Dossier, Offer) {
    let content = content();
    let world = world(dossier, &content);
    let card = step::card(state, dossier, &world);
    let (state, input) = input::parse(raw, state, &card, &card, &world);
    let flow = match (&input, &state.place) {
        (input::Input::Command(..), _) => Flow::Command,
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
            &walk::slots(&content.catalogue.sections[0], &content.catalogue, &dossier, TODAY.date_naive()), &dossier, None).unwrap();
        let mut state = State::from(noodplan::dialogue::sitting::ask(slot));
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
        let slots: Vec<_> = sections.iter().flat_map(|s| walk::slots(s, &content.catalogue, &dossier, TODAY.date_naive())).collect();
        let slot = slots[skip % slots.len()].clone();
        let state = State::from(noodplan::dialogue::sitting::ask(slot));
        let (_, before, _) = turn(&state, &dossier, &Raw::Text("Jan Bakker 06 12345678".into()));
        dossier = before;
        let told = dossier.items_ever().count();
        let (_, after, offer) = turn(&state, &dossier, &Raw::Text(text.into()));
        prop_assert!(after.items_ever().count() >= told);
        prop_assert!(!offer.options.is_empty());
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
            let item = question.each.first().map(|kind| {
                let item = dossier.new_item(*kind, "internet".into(), Default::default());
                dossier.save_item(item.clone());
                item.id
            });
            let gate = catalogue.question(condition.question.as_str()).unwrap();
            let about = item.filter(|_| !gate.each.is_empty());
            let (by, at) = (PersonId(Uuid::nil()), *TODAY);
            let slot = Slot { item: about, question: gate.id.clone() };
            dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
            assert!(
                walk::is_asked(&Slot { item, question: id.into() }, catalogue, &dossier, TODAY.date_naive()),
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
fn no_in_words_is_the_choice_that_means_it() {
    let content = content();
    let mut asked = 0;
    for question in content.catalogue.questions() {
        let Some(no) = &question.no else { continue };
        for said in ["nee", "geen", "niets", "nog niet", "none", "not yet"] {
            let mut dossier = Dossier::default();
            let item = question.each.first().map(|kind| {
                let item = dossier.new_item(*kind, "internet".into(), Default::default());
                dossier.save_item(item.clone());
                item.id
            });
            let slot = Slot { item, question: question.id.clone() };
            let state = State::from(noodplan::dialogue::sitting::ask(slot.clone()));
            let (_, after, _) = turn(&state, &dossier, &Raw::Text(said.into()));
            assert_eq!(after.value(&slot), Some(&Value::Choice(no.clone())), "{}: {said}", question.id);
            asked += 1;
        }
    }
    assert_eq!(asked, 36, "six questions, each with six ways to say no");
}

#[test]
fn the_longest_text_of_many_short_words_is_no_contact_and_no_reference() {
    let content = content();
    let vocabulary = content.texts.vocabulary(Language::Nl);
    let text = "klant a ".repeat(input::LONGEST_ANSWER / 8);
    let line = noodplan::dialogue::contact_line::parse(&text, vocabulary);
    assert!(line.customer_number.is_none() && line.contact.phones.is_empty());
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
            let thing = dossier.new_item(maker.adds.unwrap(), choice.id.clone(), Default::default());
            dossier.save_item(thing.clone());
            let fitting =
                judgement::choices(threats, Some(thing.id), catalogue, &dossier, NaiveDate::default());
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

#[test]
fn what_stands_beside_a_question_has_words_for_it() {
    let content = content();
    for beside in content.catalogue.questions().flat_map(|question| &question.beside) {
        for (language, part) in Language::ALL.into_iter().flat_map(|l| [(l, "aside"), (l, "change")]) {
            assert!(content.texts.has(language, &format!("q-{beside}.{part}")), "{beside} {part}");
        }
    }
}
