//! Texts as they are compared, so that "Zoë" and "zoe" are the same name.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as it is compared: small letters, no accents, no punctuation, single spaces.
pub fn folded(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    if plain.trim() == "?" {
        return "?".into();
    }
    let spoken = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '/');
    let words = plain.split(|c: char| !spoken(c)).map(|word| word.trim_matches(['\'', '/']));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text holds these words one after another; both are folded.
pub fn holds(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}
