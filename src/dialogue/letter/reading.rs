//! What a supplier wrote back, field by field. What it does not understand it says so and leaves alone.

use std::cmp::Reverse;

use crate::{
    dialogue::{World, contact_line, date_words, letter::ASKED, value_words::lean},
    domain::{contract, ids::Slug, item::Value},
    questionnaire::{Kind, Question},
    text::{
        Language, Msg,
        vocabulary::{Words, folded, holds},
    },
};

mod ours;

/// Longer pieces are not shown in full.
const LONGEST_QUOTE: usize = 200;
/// What was not understood is shown up to here.
const LONGEST_REST: usize = 600;
/// A day is said in at most so many words.
const LONGEST_DAY: usize = 4;
/// In hours.
const DAY: u32 = 24;
/// In hours.
const WEEK: u32 = 7 * DAY;
/// Where a sentence ends.
const ENDS: [char; 4] = ['.', ';', '!', '?'];

/// One field that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The question it answers.
    pub question: &'static str,
    /// What they answer.
    pub value: Value,
    /// The words it was read from.
    pub quote: String,
}

/// Everything that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The fields, in the order in which they were asked.
    pub found: Vec<Found>,
    /// Pieces in which nothing was understood.
    pub rest: String,
}

/// Reads what was pasted, for the questions that are open. What they say to a question that is not open any more is left.
pub fn read(text: &str, open: &[&'static str], world: &World<'_>) -> Read {
    let pieces = pieces(text, world);
    let about = |id: Option<&'static str>| {
        pieces.iter().filter(move |(of, _)| *of == id).map(|(_, said)| *said).collect::<Vec<&str>>()
    };
    let mut read = Read::default();
    let mut rest: Vec<String> = about(None).into_iter().map(str::to_owned).collect();
    for id in open {
        let said = about(Some(*id)).join(" ");
        if said.is_empty() {
            continue;
        }
        let quote: String = said.chars().take(LONGEST_QUOTE).collect();
        let value = world.content.catalogue.question(id).and_then(|question| meant(question, &said, world));
        match value {
            Some(value) => read.found.push(Found { question: id, value, quote }),
            None => rest.push(quote),
        }
    }
    read.rest = rest.join(" / ").chars().take(LONGEST_REST).collect();
    read
}

/// The words of a list in both languages, folded.
fn words(id: &str, world: &World<'_>) -> Vec<String> {
    let list = |language| world.content.texts.plain(language, &Msg::new(id.to_owned()));
    let lists = Language::ALL.map(list);
    lists.iter().flat_map(|list| list.split(',').map(folded)).filter(|word| !word.is_empty()).collect()
}

fn has(said: &str, id: &str, world: &World<'_>) -> bool {
    words(id, world).iter().any(|word| holds(said, word))
}

/// The text in pieces, each with the question that it is about: the last label that was named, by them or by us above it.
fn pieces<'t>(text: &'t str, world: &World<'_>) -> Vec<(Option<&'static str>, &'t str)> {
    let labels = ASKED.map(|id| (id, words(&format!("letter-words-{id}"), world)));
    let mut ours = ours::Ours::new(world);
    let mut pieces = Vec::new();
    let mut about: Option<&'static str> = None;
    for line in text.lines() {
        let quoted = line.trim_start().starts_with('>');
        let line = line.trim_start_matches(['>', ' ', '\t', '-', '*', '•']);
        for sentence in line.split_inclusive(ENDS) {
            let said = folded(sentence);
            if said.is_empty() || ours.is_greeting(&said) {
                continue;
            }
            if let Some(question) = ours.question(&said, quoted) {
                about = question;
                continue;
            }
            about = earliest_label(&without_choices(&said, about, world), &labels).or(about);
            match sentence.trim_end().ends_with('?') {
                // Their program quotes our question in its own way.
                true if quoted => {}
                true => pieces.push((None, sentence.trim())),
                false => pieces.push((about, without_label(sentence))),
            }
        }
    }
    pieces
}

/// The question whose label comes first; of two that begin together, the longer label.
fn earliest_label(said: &str, labels: &[(&'static str, Vec<String>)]) -> Option<&'static str> {
    let said = format!(" {said} ");
    let all = labels.iter().flat_map(|(id, words)| words.iter().map(move |word| (*id, word)));
    let named = all.filter_map(|(id, word)| {
        said.find(&format!(" {word} ")).map(|place| (place, Reverse(word.len()), id))
    });
    named.min().map(|(.., id)| id)
}

/// What is said without the choices of the list that it is about: "back-up terugzetten" is one of those and no label.
fn without_choices(said: &str, about: Option<&str>, world: &World<'_>) -> String {
    let list = about.and_then(|id| world.content.catalogue.question(id));
    let Some(list) = list.filter(|question| question.kind == Kind::Many) else { return said.to_owned() };
    let labels = list.choices.iter().flat_map(|choice| choice_labels(list, &choice.id, world));
    labels.fold(format!(" {said} "), |said, label| said.replace(&format!(" {label} "), "  "))
}

/// What a choice is called in both languages, folded, without whose it is: "gegevens terughalen".
fn choice_labels(question: &Question, choice: &Slug, world: &World<'_>) -> [String; 2] {
    let label = Msg::new(format!("q-{}.{choice}", question.id));
    Language::ALL.map(|language| {
        let texts = &world.content.texts;
        let label = folded(&texts.plain(language, &label));
        let bare = texts.vocabulary(language).strip(Words::My, &label).map(|bare| bare.trim().to_owned());
        bare.unwrap_or(label)
    })
}

/// "Reactietijd: binnen 4 uur" is "binnen 4 uur".
fn without_label(sentence: &str) -> &str {
    match sentence.split_once(':') {
        Some((label, rest)) if label.split_whitespace().count() <= 4 && !rest.trim().is_empty() => {
            rest.trim()
        }
        _ => sentence.trim(),
    }
}

/// Whether words say yes or no, whatever they are about. They can say neither.
struct Tone {
    yes: bool,
    no: bool,
    /// No is the first thing that they say.
    begins_with_no: bool,
}

impl Tone {
    fn of(plain: &str, world: &World<'_>) -> Self {
        let yes = has(plain, "letter-words-yes", world);
        let first = plain.split(' ').next().unwrap_or_default();
        let begins_with_no = has(first, "letter-words-no", world);
        let no = begins_with_no || (!yes && has(plain, "letter-words-no", world));
        Self { yes, no, begins_with_no }
    }

    /// One of two choices.
    fn either(&self, yes: &'static str, no: &'static str) -> Option<&'static str> {
        if self.no { Some(no) } else { self.yes.then_some(yes) }
    }
}

/// The answer that these words give to a question, if any.
fn meant(question: &Question, said: &str, world: &World<'_>) -> Option<Value> {
    let plain = folded(said);
    let tone = Tone::of(&plain, world);
    let id = match question.id.as_str() {
        "supplier-reaction" => reaction(&plain, &tone, world),
        "supplier-repair" => repair(&plain, &tone, world),
        "supplier-backups" => backups(said, &plain, &tone, world),
        "supplier-processor" => tone.either("signed", "not-signed"),
        "supplier-exit" => exit(&plain, &tone, world),
        "supplier-leak" => leak(&plain, &tone, world),
        contract::NOTICE => notice(&plain, &tone, world),
        _ => {
            return match question.kind {
                Kind::Many => ticked(question, &plain, world),
                Kind::Date => day(question, said, world).map(Value::Date),
                Kind::Text => number(said, world),
                _ => None,
            };
        }
    };
    question.choice(id?).map(|choice| Value::Choice(choice.id.clone()))
}

fn reaction(plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    match hours(plain, world) {
        Some(..=4) if has(plain, "letter-words-always", world) => Some("hours-4-always"),
        Some(..=4) => Some("hours-4-office"),
        Some(..=DAY) => Some("day-1"),
        Some(_) => Some("longer"),
        None => tone.no.then_some("not-agreed"),
    }
}

fn repair(plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    match hours(plain, world) {
        Some(..=4) => Some("hours-4"),
        Some(..=DAY) => Some("day-1"),
        Some(..=WEEK) => Some("week-1"),
        Some(_) => Some("longer"),
        None => tone.no.then_some("not-agreed"),
    }
}

fn notice(plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    if has(plain, "letter-words-any-day", world) {
        return Some("any-day");
    }
    match days(plain, world) {
        Some(..=31) => Some("month-1"),
        Some(..=62) => Some("months-2"),
        Some(..=92) => Some("months-3"),
        Some(..=184) => Some("months-6"),
        Some(_) => None,
        None => tone.no.then_some("any-day"),
    }
}

fn leak(plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    match hours(plain, world) {
        _ if tone.no => Some("no"),
        Some(..=DAY) => Some("within-a-day"),
        Some(_) => Some("some-time"),
        None => tone.yes.then_some("some-time"),
    }
}

fn backups(said: &str, plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    let tested = |said: &str| has(said, "letter-words-tested", world);
    let denied = |said: &str| {
        let said = folded(said);
        tested(&said) && has(&said, "letter-words-no", world)
    };
    let untested = || has(plain, "letter-words-untested", world) || said.split([',', '.', ';']).any(denied);
    if tone.begins_with_no {
        Some("nobody")
    } else if untested() {
        Some("untested")
    } else if tested(plain) {
        Some("tested")
    } else {
        tone.either("untested", "nobody")
    }
}

fn exit(plain: &str, tone: &Tone, world: &World<'_>) -> Option<&'static str> {
    if tone.no {
        Some("not-agreed")
    } else if has(plain, "letter-words-download", world) {
        Some("download")
    } else {
        has(plain, "letter-words-request", world).then_some("on-request")
    }
}

/// "4 uur", "twee werkdagen", "a day", "three working days" in hours.
fn hours(plain: &str, world: &World<'_>) -> Option<u32> {
    let units = [("letter-words-hour", 1), ("letter-words-day", DAY), ("letter-words-week", WEEK)];
    measured(plain, &units, world)
}

/// "3 maanden", "a month", "30 days" in days.
fn days(plain: &str, world: &World<'_>) -> Option<u32> {
    measured(plain, &[("letter-words-day", 1), ("letter-words-week", 7), ("letter-words-month", 30)], world)
}

/// The first number with one of these units behind it, each with its words and its length.
fn measured(plain: &str, units: &[(&str, u32)], world: &World<'_>) -> Option<u32> {
    let said: Vec<&str> = plain.split(' ').collect();
    let units: Vec<(Vec<String>, u32)> = units.iter().map(|(id, each)| (words(id, world), *each)).collect();
    let unit = |word: &&str| {
        let is_named = |(known, _): &&(Vec<String>, u32)| known.iter().any(|known| known == word);
        units.iter().find(is_named).map(|(_, each)| *each)
    };
    said.iter().enumerate().find_map(|(place, word)| {
        let number = count(word, world)?;
        let each = said.iter().skip(place + 1).take(2).find_map(unit)?;
        Some(number.saturating_mul(each))
    })
}

/// "3", "drie", "a".
fn count(word: &str, world: &World<'_>) -> Option<u32> {
    let in_words = |language: &Language| {
        let numbers = world.content.texts.vocabulary(*language).list(Words::Number);
        numbers.iter().position(|number| number == word).and_then(|place| u32::try_from(place).ok())
    };
    let one = ["a", "an"].contains(&word).then_some(1);
    word.parse().ok().or_else(|| Language::ALL.iter().find_map(in_words)).or(one)
}

/// The choices whose labels are named.
fn ticked(question: &Question, plain: &str, world: &World<'_>) -> Option<Value> {
    let is_named = |id: &Slug| choice_labels(question, id, world).iter().any(|label| holds(plain, label));
    let ids: Vec<Slug> = question.choices.iter().map(|choice| choice.id.clone()).filter(is_named).collect();
    (!ids.is_empty()).then_some(Value::Choices(ids))
}

/// The first few words together that say a day.
fn day(question: &Question, said: &str, world: &World<'_>) -> Option<chrono::NaiveDate> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let lengths = (1..=LONGEST_DAY).rev();
    lengths
        .flat_map(|length| words.windows(length))
        .filter(|words| words.iter().any(|word| word.chars().any(|c| c.is_ascii_digit())))
        .find_map(|words| {
            let day = words.join(" ");
            let day = day.trim_matches([',', '.', ';', '(', ')']);
            date_words::parse_leaning(day, world.today, lean(question), &world.content.texts).ok()
        })
}

/// A customer or contract number: the word with figures in it.
fn number(said: &str, world: &World<'_>) -> Option<Value> {
    let vocabulary = world.content.texts.vocabulary(world.language);
    let bare = contact_line::reference(said, vocabulary)?;
    let word = bare.split_whitespace().find(|word| word.chars().any(|c| c.is_ascii_digit()))?;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then(|| Value::Text(word.into()))
}

#[cfg(test)]
mod tests;
