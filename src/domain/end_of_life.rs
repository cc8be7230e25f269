//! Until when the maker mends a product: what somebody typed, looked up in a table of support dates.
//!
//! ```text
//! "win 10 pro"   → Windows 10: ended on 14 October 2025
//! "windows 11"   → unclear: 11 25H2, 11 24H2, 11 23H2 …?
//! "FRITZ!Box"    → not in the table
//! ```
//!
//! Not here: the dates and the names themselves (`questionnaire/products`), and what is said about them.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use chrono::{Months, NaiveDate};

mod lookup;

/// More guesses than this are no question but a catalogue.
pub const MOST_GUESSES: usize = 6;
/// What ends within so many months ends soon.
const SOON: Months = Months::new(12);

/// When the free updates of a version end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// On this day.
    On(NaiveDate),
    /// They ended, on a day that is not known.
    Ended,
    /// They are given, and no last day is known.
    Supported,
}

/// How a version stands on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// No updates any more.
    Ended,
    /// Updates end within twelve months.
    Ending,
    /// Updates go on.
    Supported,
}

impl Ends {
    /// How this looks on a day.
    pub fn status(self, today: NaiveDate) -> Status {
        match self {
            Self::Ended => Status::Ended,
            Self::Supported => Status::Supported,
            Self::On(day) if day < today => Status::Ended,
            Self::On(day) if today.checked_add_months(SOON).is_some_and(|soon| day <= soon) => Status::Ending,
            Self::On(_) => Status::Supported,
        }
    }

    /// The day, if one is known.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(day),
            Self::Ended | Self::Supported => None,
        }
    }
}

/// A product as it is written down: how people call it, and its versions.
#[derive(Clone, Debug, Default)]
pub struct Described {
    /// What is shown before the version.
    pub title: String,
    /// What people type for it.
    pub names: Vec<String>,
    /// Its versions, newest first.
    pub versions: Vec<DescribedVersion>,
}

/// A version as it is written down.
#[derive(Clone, Debug)]
pub struct DescribedVersion {
    /// Its name.
    pub label: String,
    /// Words that may stand beside it.
    pub also: String,
    /// It only counts when this word is typed.
    pub only_with: Option<String>,
    /// When free updates end.
    pub ends: Ends,
    /// When updates that cost money end.
    pub paid_until: Option<NaiveDate>,
}

/// A word, numbered: comparing numbers is cheap. A word of digits has an odd number.
type Token = u32;

/// What stands for a word that the table does not know.
const STRANGE: Token = 0;
/// What stands for a number that the table does not know.
const STRANGE_NUMBER: Token = 1;

/// Support dates, ready to look things up in.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Who gathered the dates.
    pub source: String,
    /// The day on which they were so.
    pub checked_on: NaiveDate,
    products: Vec<Product>,
    /// Names of products by their first word.
    names: HashMap<Token, Vec<(Vec<Token>, usize)>>,
    words: HashMap<String, Token>,
    fillers: HashSet<Token>,
}

#[derive(Clone, Debug)]
struct Product {
    title: String,
    versions: Vec<Version>,
    /// Every word in the names of the product.
    called: HashSet<Token>,
    /// Every other word in the name of a version.
    own: HashSet<Token>,
}

#[derive(Clone, Debug)]
struct Version {
    /// Title and version, as it is shown.
    label: String,
    /// The words of the version, without those of the product.
    words: Vec<Token>,
    also: Vec<Token>,
    only_with: Vec<Token>,
    ends: Ends,
    paid_until: Option<NaiveDate>,
}

/// What the table says about some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It knows nothing of the kind.
    Unlisted,
    /// It may be one of these, each written so that it can be looked up again.
    Unclear(Vec<String>),
    /// This is it.
    Known(Support),
}

/// How a product stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// What it is, as far as it matters.
    pub label: String,
    /// When free updates end; of several versions that stand alike, the nearest end to come or the last one past.
    pub ends: Ends,
    /// When updates that cost money end, if there are any.
    pub paid_until: Option<NaiveDate>,
    /// How that looks on the day of asking.
    pub status: Status,
}

impl Table {
    /// A table of these products. `fillers` are words that say nothing about a version.
    pub fn new(source: String, checked_on: NaiveDate, fillers: &[String], products: Vec<Described>) -> Self {
        let mut table = Self {
            source,
            checked_on,
            products: Vec::new(),
            names: HashMap::new(),
            words: HashMap::new(),
            fillers: HashSet::new(),
        };
        for filler in fillers {
            let tokens = table.learn(filler);
            table.fillers.extend(tokens);
        }
        for described in products {
            table.add(described);
        }
        for names in table.names.values_mut() {
            // The longest name wins: "windows server" is no "windows".
            names.sort_by_key(|(words, _)| Reverse(words.len()));
        }
        table
    }

    /// Every version by the name under which it is shown.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.products.iter().flat_map(|product| &product.versions).map(|version| version.label.as_str())
    }

    fn add(&mut self, described: Described) {
        let place = self.products.len();
        let mut called: HashSet<Token> = HashSet::new();
        for name in &described.names {
            let words = self.learn(name);
            called.extend(&words);
            if let Some(first) = words.first() {
                self.names.entry(*first).or_default().push((words, place));
            }
        }
        let versions: Vec<Version> = described
            .versions
            .into_iter()
            .map(|version| {
                let words = self.learn(&version.label);
                let own: Vec<Token> = words.iter().copied().filter(|word| !called.contains(word)).collect();
                let has_title = version.label.to_lowercase().contains(&described.title.to_lowercase());
                Version {
                    words: if own.is_empty() { words } else { own },
                    label: match has_title {
                        true => version.label,
                        false => format!("{} {}", described.title, version.label),
                    },
                    also: self.learn(&version.also),
                    only_with: version.only_with.iter().flat_map(|word| self.learn(word)).collect(),
                    ends: version.ends,
                    paid_until: version.paid_until,
                }
            })
            .collect();
        let own = versions.iter().flat_map(|version| version.words.iter().chain(&version.also)).copied();
        let own = own.collect();
        self.products.push(Product { title: described.title, called, own, versions });
    }

    /// Numbers the words of a text, new ones too.
    fn learn(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for word in words(text) {
            let digits = if word.starts_with(char::is_numeric) { STRANGE_NUMBER } else { STRANGE };
            let place = Token::try_from(self.words.len()).unwrap_or(Token::MAX);
            let next = place.saturating_add(1).saturating_mul(2).saturating_add(digits);
            tokens.push(*self.words.entry(word).or_insert(next));
        }
        tokens
    }
}

/// Longer texts name no product.
const MOST_WORDS: usize = 40;

/// Words and numbers, small and apart: "Win11 24H2" is win, 11, 24, h, 2.
fn words(text: &str) -> Vec<String> {
    #[derive(PartialEq, Clone, Copy)]
    enum Sort {
        Letter,
        Digit,
    }
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in text.chars() {
        let sort = if letter.is_numeric() {
            Sort::Digit
        } else if letter.is_alphabetic() {
            Sort::Letter
        } else {
            last = None;
            if letter == '+' && !words.is_empty() {
                words.push("plus".into());
            }
            continue;
        };
        if words.len() > MOST_WORDS {
            break;
        }
        match words.last_mut().filter(|_| last == Some(sort)) {
            Some(word) => word.extend(letter.to_lowercase()),
            None => words.push(letter.to_lowercase().collect()),
        }
        last = Some(sort);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A product with these names, and versions of which the first one has ended.
    fn table(names: &[&str], versions: &[&str]) -> Table {
        let version = |(place, label): (usize, &&str)| DescribedVersion {
            label: (*label).into(),
            also: String::new(),
            only_with: None,
            ends: if place == 0 { Ends::Ended } else { Ends::Supported },
            paid_until: None,
        };
        let product = Described {
            title: "Draw".into(),
            names: names.iter().map(|name| (*name).into()).collect(),
            versions: versions.iter().enumerate().map(version).collect(),
        };
        Table::new(String::new(), NaiveDate::default(), &[], vec![product])
    }

    fn is_known(table: &Table, text: &str) -> bool {
        matches!(table.look_up(text, NaiveDate::default()), Outcome::Known(_))
    }

    #[test]
    fn a_number_behind_a_version_is_the_rest_of_it_and_a_word_is_not() {
        let table = table(&["draw"], &["13", "pro 5"]);
        assert!(is_known(&table, "draw 13.2"));
        assert!(!is_known(&table, "draw 13 pro"));
    }

    #[test]
    fn a_version_that_is_called_like_the_product_is_told_from_the_others() {
        let table = table(&["draw", "office pro"], &["pro", "2"]);
        assert!(is_known(&table, "draw pro") && is_known(&table, "draw 2"));
        assert!(!is_known(&table, "draw"));
    }

    #[test]
    fn a_product_is_looked_for_in_the_first_words_of_a_long_text() {
        let table = table(&["draw"], &["13"]);
        let text = |before: usize| "so ".repeat(before) + "draw";
        assert_eq!(table.product_in(&text(MOST_WORDS - 1)), Some("Draw"));
        assert_eq!(table.product_in(&text(MOST_WORDS)), None);
    }
}
