//! Several choices that people type in one message: "internet, bank en verzekering", "1 3 5".

use crate::{dialogue::Content, text::Language};

/// The parts of a list with commas, or with "en" between.
pub(super) fn by_comma(text: &str, content: &Content) -> Vec<String> {
    let commas = text.replace([';', '\n', '+', '&'], ",");
    let commas = Language::ALL.iter().fold(commas, |text, language| {
        let and = content.texts.plain(*language, &"word-and".into());
        text.replace(&format!(" {and} "), ",")
    });
    parts(commas.split(','))
}

/// The words of a text, each a part of its own.
pub(super) fn by_space(text: &str) -> Vec<String> {
    parts(text.split([' ', ',']))
}

fn parts<'t>(parts: impl Iterator<Item = &'t str>) -> Vec<String> {
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
