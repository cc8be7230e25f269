//! The words: both languages say the same things with the same variables, every word is used, and what a person
//! tells can be neither markup nor turn the text around it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use noodplan::text::{Language, Msg};
use proptest::{prelude::*, test_runner::Config};

use crate::stage::content;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every message and attribute of a file, with the variables it uses.
fn messages(language: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = fs::read_to_string(root().join("locales").join(language).join(file)).unwrap();
    let resource =
        parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}/{file}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                for attribute in &message.attributes {
                    let name = format!("{id}.{}", attribute.id.name);
                    assert!(found.insert(name, variables(&attribute.value)).is_none());
                }
                if let Some(pattern) = &message.value {
                    assert!(
                        found.insert(id.clone(), variables(pattern)).is_none(),
                        "{language}/{file}: {id} twice"
                    );
                }
            }
            Entry::Junk { content } => panic!("{language}/{file}: {content}"),
            _ => {}
        }
    }
    found
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => variable(inline, &mut found),
            Expression::Select { selector, variants } => {
                variable(selector, &mut found);
                variants.iter().for_each(|variant| found.extend(variables(&variant.value)));
            }
        }
    }
    found
}

fn variable(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("the locale files keep to variables and selections: {other:?}"),
    }
}

fn files(language: &str) -> BTreeSet<String> {
    let folder = root().join("locales").join(language);
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    assert_eq!(files("nl"), files("en"));
    for file in files("nl") {
        assert_eq!(messages("nl", &file), messages("en", &file), "{file}");
    }
}

#[test]
fn a_damaged_file_is_refused_with_every_mistake_and_its_line() {
    let good = "a = Goed\n";
    let files = [("x.ftl", ["a = Goed\n\nb = { $open\n", good]), ("y.ftl", [good, "= niets\n"])];
    let mistakes = noodplan::text::Texts::load(&files).err().unwrap();
    assert!(mistakes.iter().any(|mistake| mistake.starts_with("nl/x.ftl:4")), "{mistakes:?}");
    assert!(mistakes.iter().any(|mistake| mistake.starts_with("en/y.ftl:1")), "{mistakes:?}");
    assert!(
        mistakes.iter().any(|mistake| mistake.starts_with("nl/y.ftl")),
        "the same id twice: {mistakes:?}"
    );
}

#[test]
fn every_message_is_said_somewhere() {
    let mut code = String::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                code.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    // These ids are put together from a word of the catalogue.
    let composed = [
        "q-",
        "section-",
        "role-",
        "member-role-",
        "member-make-",
        "invite-as-",
        "public-",
        "todo-",
        "command-",
        "order-",
        "line-ask-",
        "line-change-",
        "letter-supplier-",
        "letter-words-",
        "thing-kind-",
        "agenda-",
        "reminder-",
    ];
    let unused: Vec<_> = files("nl")
        .iter()
        .flat_map(|file| messages("nl", file).into_keys())
        .filter(|id| !composed.iter().any(|prefix| id.starts_with(prefix)))
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn reminders_of_danger_hold_no_link_that_can_be_faked() {
    for language in ["nl", "en"] {
        for file in files(language) {
            let text = fs::read_to_string(root().join("locales").join(language).join(&file)).unwrap();
            assert!(!text.contains("http"), "{language}/{file} holds a link");
        }
    }
}

#[test]
fn sentences_are_short() {
    for language in ["nl", "en"] {
        for file in files(language).into_iter().filter(|file| file != "input.ftl") {
            let text = fs::read_to_string(root().join("locales").join(language).join(&file)).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let words = line.split_once("= ").map_or(line, |(_, text)| text);
                for sentence in words.split_inclusive(['.', '?', '!', ':']) {
                    let count = sentence
                        .split_whitespace()
                        .filter(|word| word.chars().any(char::is_alphabetic))
                        .count();
                    assert!(count <= 20, "{language}/{file}: {count} words: {sentence}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 10_000, failure_persistence: None, ..Config::default() })]

    /// The structure around what a person told is the same whatever they told.
    #[test]
    fn what_a_person_tells_is_never_markup(text in "\\PC{0,60}|(<b>|</b>|<|>|&|\\{|\\}|[a-z\u{202e}\u{2068}\u{2069}\u{e000}א]){0,12}") {
        let texts = &content().texts;
        for language in Language::ALL {
            let with = |company: &str| texts.rich(language, &Msg::new("noodplan-title").told("company", company));
            let (told, plain) = (with(&text), with("x"));
            prop_assert_eq!(told.0.len(), plain.0.len());
            prop_assert!(told.0.iter().zip(&plain.0).all(|(a, b)| a.bold == b.bold));
            let kept: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}' | '\u{e000}')).collect();
            prop_assert!(told.plain().contains(&kept));
        }
    }

    /// Marks around what was told are there when it could turn the text, they match, and there are none otherwise.
    #[test]
    fn directions_are_closed_off(text in "[a-zא-ת\u{202e}\u{2067} 0-9]{1,20}") {
        let texts = &content().texts;
        let shown = texts.plain(Language::Nl, &Msg::new("told").told("text", &text));
        let turns = !text.is_ascii();
        let marks: Vec<char> = shown.chars().filter(|c| matches!(c, '\u{2068}' | '\u{2069}')).collect();
        let expected: &[char] = if turns { &['\u{2068}', '\u{2069}'] } else { &[] };
        prop_assert_eq!(marks, expected);
    }
}

#[test]
fn what_a_machine_reads_holds_no_invisible_mark() {
    let name = Msg::new("told").told("text", "אבי כהן");
    let texts = &content().texts;
    assert_eq!(texts.plain(Language::Nl, &name), "\u{2068}אבי כהן\u{2069}");
    assert_eq!(texts.for_machine(Language::Nl, &name), "אבי כהן");
}

#[test]
fn a_phone_number_is_shown_without_any_invisible_mark() {
    let phone = noodplan::domain::phone::Phone::parse("06 12345678").unwrap();
    let shown = content().texts.plain(Language::Nl, &Msg::new("phone").phone("phone", &phone));
    assert_eq!(shown, "+31 6 12345678");
}
