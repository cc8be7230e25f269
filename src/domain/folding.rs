//! Texts as they are compared, so that "Zoë" and "zoe" are the same name.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as it is compared: small letters, no accents, no punctuation, single spaces. Phones curl the apostrophe in "don't".
pub fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if matches!(c, '\u{2018}' | '\u{2019}') { '\'' } else { c })
        .collect::<String>()
        .to_lowercase();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_is_the_same_however_a_phone_makes_it() {
        assert_eq!(folded("I don\u{2019}t know"), "i don't know");
        assert_eq!(folded("foto\u{2018}s"), folded("foto's"));
        assert_eq!(folded("\u{2019}t Hoekje"), "t hoekje");
    }
}
