//! Whether somebody says that something is wrong: "de kassa doet het niet". Nobody thinks of a command then.

use crate::{
    dialogue::Content,
    text::{
        Language,
        vocabulary::{Words, folded, holds},
    },
};

/// Whether folded words say that something is wrong, in either language.
pub fn is_alarm(said: &str, content: &Content) -> bool {
    holds_alarm(said, content) || is_broken(said, content)
}

fn holds_alarm(said: &str, content: &Content) -> bool {
    Language::ALL.into_iter().any(|language| {
        let vocabulary = content.texts.vocabulary(language);
        let in_full = vocabulary.in_full(said);
        vocabulary.list(Words::Alarm).iter().any(|words| holds(said, words) || holds(&in_full, words))
    })
}

/// Whether it is a thing with what is wrong with it, and nothing else: "kassa kapot", "de kassa is kapot".
fn is_broken(said: &str, content: &Content) -> bool {
    Language::ALL.into_iter().any(|language| {
        let vocabulary = content.texts.vocabulary(language);
        let in_full = vocabulary.in_full(said);
        let is_before =
            |word: &&str| [Words::Particle, Words::My].iter().any(|words| vocabulary.has(*words, word));
        let bare = in_full.split(' ').skip_while(is_before).collect::<Vec<_>>().join(" ");
        let behind = |thing: &String| bare.strip_prefix(thing.as_str())?.strip_prefix(' ');
        let is_wrong = |said: &str| {
            let said = vocabulary.strip(Words::Is, said).unwrap_or(said);
            vocabulary.has(Words::Broken, said.trim_start())
        };
        vocabulary.list(Words::Breakable).iter().filter_map(behind).any(is_wrong)
    })
}

/// Whether folded words are what nobody says who answers a question, in either language: "we zijn gehackt".
pub fn is_no_answer(said: &str, content: &Content) -> bool {
    Language::ALL.into_iter().any(|language| content.texts.vocabulary(language).says(Words::Cry, said))
}

/// Whether it is an alarm, and nobody's name or number: "brand in de winkel", but not "Peter Brand".
pub fn is_cry(text: &str, content: &Content) -> bool {
    let has_number = text.bytes().filter(u8::is_ascii_digit).count() > 5;
    !has_number && is_alarm_beside_names(text, content)
}

/// Whether the words that are no names are an alarm: "kassa doet het niet, bel 06 12345678", but not "Brand Beveiliging BV".
pub fn is_alarm_beside_names(text: &str, content: &Content) -> bool {
    let others = folded(&without_names(text, content));
    // "internet plat bv" is a name, although the words without "bv" are none.
    holds_alarm(&others, content) || (others == folded(text) && is_broken(&others, content))
}

/// The words that are no names: of "Peter Brand" and "Brand Beveiliging BV" none, of "Brand in de winkel" all. Whoever shouts in
/// capitals names nobody.
fn without_names(text: &str, content: &Content) -> String {
    let is_form =
        |word: &str| Language::ALL.into_iter().any(|l| content.texts.vocabulary(l).is(Words::FirmForm, word));
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        (letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)) || is_form(word)
    };
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    // A sentence begins with a capital too.
    let begins = usize::from(!words.iter().skip(1).all(is_name) || words.len() == 1);
    let others = words.iter().skip(begins).filter(|word| !is_name(word));
    words.iter().take(begins).chain(others).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::CONTENT;

    #[test]
    fn who_is_frightened_types_short_and_is_understood() {
        let alarms = [
            "kassa doet t niet",
            "de pin werkt niet meer!!",
            "help ik kan niet pinnen",
            "mijn computer is op slot en ze willen geld",
            "HELP alles ligt plat",
            "wie moet ik bellen?",
            "the till doesn\u{2019}t work",
            "who should I call",
            "kassa kapot",
            "m'n kassa is kapot!!",
            "Internet plat",
            "till broken",
            "the cash register is dead",
        ];
        for said in alarms {
            assert!(is_alarm(&folded(said), &CONTENT), "{said}");
        }
        for said in [
            "kassa",
            "geen pinnen",
            "er zit een slot op",
            "bel de bakker",
            "hulp op zaterdag",
            "kapot",
            "kassa van plat",
        ] {
            assert!(!is_alarm(&folded(said), &CONTENT), "{said}");
        }
    }

    #[test]
    fn a_thing_that_is_broken_is_a_cry_where_a_name_is_asked_and_a_name_is_none() {
        for said in [
            "kassa kapot",
            "Kassa kapot",
            "KASSA KAPOT",
            "internet plat",
            "t internet is plat",
            "till broken",
        ] {
            assert!(is_cry(said, &CONTENT), "{said}");
        }
        for said in [
            "Kapot & Zn",
            "Plat Installaties",
            "plat installaties",
            "Kassa Kapot",
            "internet plat bv",
            "Kassa De Wit",
        ] {
            assert!(!is_cry(said, &CONTENT), "{said}");
        }
    }
}
