//! Everything in the catalogue has words in both languages, and they fit where they are shown.

use std::collections::HashMap;

use noodplan::{
    dialogue::explanation::{self, Workplace},
    domain::{
        dossier::{Dossier, Slot},
        item::Value,
    },
    questionnaire::{Kind, Question},
    text::{Language, Msg},
};

use crate::{firm::tells, stage::content};

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
fn what_stands_beside_a_question_has_words_for_it() {
    let content = content();
    for beside in content.catalogue.questions().flat_map(|question| &question.beside) {
        for (language, part) in Language::ALL.into_iter().flat_map(|l| [(l, "aside"), (l, "change")]) {
            assert!(content.texts.has(language, &format!("q-{beside}.{part}")), "{beside} {part}");
        }
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
            tells(&mut dossier, Slot::own("trade"), Value::Choice(trade.into()));
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
