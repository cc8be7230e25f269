//! An agreement told in one line: "Anna maakt de back-up los, elke vrijdag" says what, who and when.

use chrono::NaiveDate;

use crate::{
    dialogue::{World, due_words},
    domain::{
        agreement::When,
        call_list::call_list,
        doer::{called, is_called},
        dossier::Dossier,
        ids::ItemId,
        item::Value,
    },
    text::{
        Language,
        vocabulary::{Words, folded},
    },
};

/// What a line said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementLine {
    /// The words, without the day.
    pub what: String,
    /// Who does it, if the line begins with somebody who is known: on the call list, or a member by name.
    pub who: Option<Value>,
    /// When it is due, if the line ends with that.
    pub when: Option<When>,
}

/// The agreements in a text: one a line, or one a sentence. What has no letter and no figure says nothing.
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut begun = String::new();
        for word in line.split_whitespace() {
            let new_sentence = word.starts_with(char::is_uppercase)
                && begun.ends_with('.')
                && begun.split_whitespace().count() > 2;
            if new_sentence {
                sentences.push(std::mem::take(&mut begun));
            }
            if !begun.is_empty() {
                begun.push(' ');
            }
            begun.push_str(word);
        }
        if !begun.is_empty() {
            sentences.push(begun);
        }
    }
    sentences.retain(|sentence| sentence.contains(char::is_alphanumeric));
    sentences
}

/// Reads a line. A day that has passed is no day.
pub fn parse(text: &str, dossier: &Dossier, world: &World<'_>) -> AgreementLine {
    let words: Vec<&str> = text.split_whitespace().collect();
    let found = (1..words.len()).find_map(|from| {
        let tail = words.get(from..)?;
        Some((from, due(tail, world.today, world)?))
    });
    let (what, when) = match found {
        Some((from, when)) => (words.get(..from).unwrap_or_default(), Some(when)),
        None => (words.as_slice(), repetition_inside(&words, world)),
    };
    let what = what.join(" ").trim_end_matches([',', ';', ':', '-', '.', ' ']).to_owned();
    let who = words.first().and_then(|first| {
        let on_list = known(first, dossier, world).map(Value::Item);
        on_list.or_else(|| called(first, world.members)?.name.clone().map(Value::Text))
    });
    AgreementLine { what, who, when }
}

/// "Joost haalt elke vrijdag de schijf los": it is said inside how often.
fn repetition_inside(words: &[&str], world: &World<'_>) -> Option<When> {
    let texts = &world.content.texts;
    let begins = |word: &str| {
        let word = folded(word);
        Language::ALL.iter().any(|language| texts.vocabulary(*language).has(Words::Every, &word))
    };
    let from = words.iter().position(|word| begins(word))?;
    let tail = words.get(from..)?;
    (2..=tail.len()).rev().find_map(|length| due(tail.get(..length)?, world.today, world))
}

/// The end of a line, if it says nothing but when.
fn due(tail: &[&str], today: NaiveDate, world: &World<'_>) -> Option<When> {
    let texts = &world.content.texts;
    let is_part = |word: &&str| {
        let word = folded(word);
        word.split(' ').all(|part| part.is_empty() || due_words::is_part(part, texts))
    };
    // "Laptop 2" and "kassa 3 4" end with figures, not with a day.
    let says_more =
        tail.iter().any(|word| word.contains(['-', '/']) || word.chars().all(char::is_alphabetic));
    if !tail.iter().all(is_part) || !says_more {
        return None;
    }
    due_words::parse(&tail.join(" "), today, texts).ok()
}

/// Somebody on the call list who is called so; "ik" is who speaks.
fn known(name: &str, dossier: &Dossier, world: &World<'_>) -> Option<ItemId> {
    let said = folded(name);
    let me = Language::ALL
        .iter()
        .any(|language| world.content.texts.vocabulary(*language).has(Words::Myself, &said));
    let mut called_so = call_list(dossier).into_iter().filter(|line| {
        if me {
            return line.person == Some(world.person);
        }
        line.contact.name.as_ref().is_some_and(|name| is_called(name, &said))
    });
    called_so.next().filter(|_| called_so.next().is_none()).map(|line| line.item)
}
