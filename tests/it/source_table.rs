//! Every sentence of the source text has its place in the program, and something shows it.

use std::{collections::BTreeSet, fs, path::Path};

use noodplan::dialogue::command;
use serde::Deserialize;

use crate::stage::content;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// How many sentences have no place yet.
    not_yet: usize,
    sentence: Vec<Sentence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    line: usize,
    says: String,
    #[serde(default)]
    questions: Vec<String>,
    #[serde(default)]
    sections: Vec<String>,
    #[serde(default)]
    commands: Vec<String>,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    shown: Vec<Shown>,
    not_yet: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Shown {
    Heard { transcript: String, heard: String },
    Tested { file: String, test: String },
}

/// The lines of the source that say something; the others are headings or empty.
const LINES: [usize; 18] = [1, 3, 7, 9, 10, 11, 13, 17, 19, 23, 24, 25, 26, 27, 31, 32, 33, 34];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table() -> Table {
    toml::from_str(&fs::read_to_string(root().join("tests/source-table.toml")).unwrap()).unwrap()
}

#[test]
fn every_sentence_of_the_source_has_its_place() {
    let lines: BTreeSet<usize> = table().sentence.iter().map(|sentence| sentence.line).collect();
    assert_eq!(lines, LINES.into_iter().collect());
}

#[test]
fn every_place_exists_and_is_shown() {
    let content = content();
    let (mut wrong, mut not_yet) = (Vec::new(), 0);
    let table = table();
    for sentence in &table.sentence {
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("line {} ({}): {what}", sentence.line, sentence.says));
            }
        };
        for id in &sentence.questions {
            let asked = content.catalogue.question(id).is_some_and(|question| !question.retired);
            check(asked, &format!("nobody asks `{id}`"));
        }
        for id in &sentence.sections {
            check(content.catalogue.section(id).is_some(), &format!("there is no section `{id}`"));
        }
        for name in &sentence.commands {
            let known = command::TABLE.iter().any(|(_, nl, ..)| nl == name);
            check(known, &format!("there is no command `{name}`"));
        }
        for file in &sentence.files {
            check(root().join(file).is_file(), &format!("there is no {file}"));
        }
        for shown in &sentence.shown {
            let (path, words) = match shown {
                Shown::Heard { transcript, heard } => {
                    (format!("tests/transcripts/{transcript}"), heard.clone())
                }
                Shown::Tested { file, test } => (file.clone(), format!("fn {test}(")),
            };
            let text = fs::read_to_string(root().join(&path)).unwrap_or_default();
            check(text.contains(&words), &format!("{path} does not say `{words}`"));
        }
        if sentence.not_yet.is_some() {
            not_yet += 1;
        } else {
            let placed = [&sentence.questions, &sentence.sections, &sentence.commands, &sentence.files];
            check(placed.iter().any(|places| !places.is_empty()), "has no place");
            check(!sentence.shown.is_empty(), "nothing shows it");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(not_yet, table.not_yet, "sentences without a place");
}

/// Where the source lies beside the project, the words are held against it.
#[test]
fn the_words_are_those_of_the_source() {
    let Ok(source) = fs::read_to_string(root().join("../shared/source/basisprincipe-1.txt")) else { return };
    let lines: Vec<&str> = source.lines().collect();
    for sentence in table().sentence {
        let line = lines[sentence.line - 1];
        assert!(line.contains(&sentence.says), "line {} does not say `{}`", sentence.line, sentence.says);
    }
}
