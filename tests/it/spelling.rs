//! The words are spelled as in a dictionary, and short enough to read on a phone.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a pattern and of all its variants, without what is put into it.
fn said(pattern: &Pattern<&str>, into: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => into.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                into.push_str(value);
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => into.push_str(" – "),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    into.push(' ');
                    said(&variant.value, into);
                }
            }
        }
    }
}

/// Every sentence that is said in a language; what people type is not ours to spell.
fn sentences(language: &str) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(root().join("locales").join(language)).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("input.ftl") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let resource =
            parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{path:?}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            for pattern in
                message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value))
            {
                let mut text = String::new();
                said(pattern, &mut text);
                all.push(
                    ["<b>", "</b>", "<pre>", "</pre>"].iter().fold(text, |text, tag| text.replace(tag, "")),
                );
            }
        }
    }
    all
}

/// What hunspell does not know of these words.
fn unknown_words(dictionary: &str, text: &str) -> std::io::Result<BTreeSet<String>> {
    let mut hunspell = Command::new("hunspell")
        .args(["-i", "utf-8", "-l", "-d", dictionary])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut words = hunspell.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || words.write_all(text.as_bytes()));
    let output = hunspell.wait_with_output()?;
    writer.join().unwrap()?;
    if !output.status.success() {
        return Err(std::io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    // The Dutch list takes the point at the end of a sentence for a part of the word.
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(words.lines().map(|word| word.trim_end_matches('.').to_owned()).collect())
}

#[test]
fn every_sentence_is_spelled_as_in_the_dictionary() {
    let allowed = fs::read_to_string(root().join("tests/spelling-terms.txt")).unwrap();
    let allowed: BTreeSet<&str> = allowed.lines().filter(|line| !line.starts_with('#')).collect();
    for (language, dictionary) in [("nl", "nl_NL"), ("en", "en_GB")] {
        let text = sentences(language).join("\n");
        let unknown = match unknown_words(dictionary, &text) {
            Ok(unknown) => unknown,
            Err(error) if std::env::var_os("CI").is_none() => {
                eprintln!("not spelled: {error} (apt install hunspell hunspell-nl hunspell-en-gb)");
                return;
            }
            Err(error) => panic!("hunspell with {dictionary}: {error}"),
        };
        let wrong: Vec<_> = unknown.iter().filter(|word| !allowed.contains(word.as_str())).collect();
        assert!(
            wrong.is_empty(),
            "{language}: {wrong:?} (a word that is right goes into tests/spelling-terms.txt)"
        );
    }
}

#[test]
fn a_misspelled_word_is_seen() {
    match unknown_words("nl_NL", "de bellijts hangt in de winkel") {
        Ok(unknown) => assert_eq!(unknown.into_iter().collect::<Vec<_>>(), ["bellijts"]),
        Err(error) => assert!(std::env::var_os("CI").is_none(), "{error}"),
    }
}
