//! Three words that two people read to each other to know that they mean the same invitation.

use crate::text::Language;

const DUTCH: &str = include_str!("../../locales/check-words/nl.txt");
const ENGLISH: &str = include_str!("../../locales/check-words/en.txt");

/// The words for three random bytes: "appel, fiets, lamp". Both people must be shown those of one language.
pub fn check_words(random: [u8; 3], language: Language) -> String {
    let list = match language {
        Language::Nl => DUTCH,
        Language::En => ENGLISH,
    };
    // Each list has a word for every byte.
    let word = |place: u8| list.lines().nth(usize::from(place)).unwrap_or_default();
    random.map(word).join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_list_has_256_short_words_that_differ() {
        for list in [DUTCH, ENGLISH] {
            let words: HashSet<&str> = list.lines().collect();
            assert_eq!(list.lines().count(), 256);
            assert_eq!(words.len(), 256);
            assert!(words.iter().all(|word| {
                (2..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
            }));
        }
    }

    #[test]
    fn every_byte_has_its_word() {
        assert_eq!(check_words([0, 1, 255], Language::Nl), "aap, appel, zwaan");
        assert_eq!(check_words([0, 1, 255], Language::En).split(", ").count(), 3);
    }
}
