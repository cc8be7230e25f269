//! From what somebody typed to a version, or to the few that it may be.

use chrono::NaiveDate;

use super::{
    Ends, MOST_GUESSES, Outcome, Product, STRANGE, STRANGE_NUMBER, Status, Support, Table, Token, Version,
    words,
};

/// A product that was named, and what was said about its version.
struct Named<'t> {
    product: &'t Product,
    said: Vec<Token>,
}

/// The versions that something may be.
struct Found<'t> {
    versions: Vec<&'t Version>,
    /// Nothing was said that does not fit.
    is_sure: bool,
}

impl Table {
    /// What the table says on a day about something that was typed. Never fails, whatever the text.
    pub fn look_up(&self, text: &str, today: NaiveDate) -> Outcome {
        let Some(named) = self.named(text) else { return Outcome::Unlisted };
        let Some(found) = found(&named) else { return Outcome::Unlisted };
        if found.is_sure
            && let Some(support) = alike(&found.versions, named.product, today)
        {
            return Outcome::Known(support);
        }
        let guesses = self.guesses(&found.versions, &named);
        if guesses.is_empty() { Outcome::Unlisted } else { Outcome::Unclear(guesses) }
    }

    /// What the product in a text is called, if there is one.
    pub fn product_in(&self, text: &str) -> Option<&str> {
        self.named(text).map(|named| named.product.title.as_str())
    }

    /// The product in a text: the first with something about its version, else the first.
    fn named(&self, text: &str) -> Option<Named<'_>> {
        let tokens = self.tokens(text);
        let mut all: Vec<(usize, Vec<Token>)> = Vec::new();
        let mut before: Vec<Token> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = tokens.get(at..).unwrap_or_default();
            let name =
                self.names.get(token).and_then(|names| names.iter().find(|(name, _)| rest.starts_with(name)));
            match name {
                Some((name, product)) => {
                    all.push((*product, std::mem::take(&mut before)));
                    at += name.len();
                    continue;
                }
                None => match all.last_mut() {
                    Some((_, said)) => said.push(*token),
                    None => before.push(*token),
                },
            }
            at += 1;
        }
        let mut named = all.into_iter().filter_map(|(place, said)| {
            let product = self.products.get(place)?;
            let says_something = |token: &Token| {
                product.own.contains(token)
                    || !(self.fillers.contains(token) || product.called.contains(token))
            };
            Some(Named { product, said: said.into_iter().filter(says_something).collect() })
        });
        let first = named.next()?;
        let tells = |named: &Named<'_>| named.said.iter().any(|token| named.product.own.contains(token));
        if tells(&first) { Some(first) } else { named.find(tells).or(Some(first)) }
    }

    /// What to ask back: the beginnings that tell the versions apart and more than was said, the newest first.
    fn guesses(&self, versions: &[&Version], named: &Named<'_>) -> Vec<String> {
        let labels: Vec<Vec<&str>> = versions.iter().map(|version| parts(&version.label)).collect();
        let longest = labels.iter().map(Vec::len).max().unwrap_or(0);
        let own = |tokens: &[Token]| -> Vec<Token> {
            tokens.iter().copied().filter(|token| named.product.own.contains(token)).collect()
        };
        let said = own(&named.said);
        let tells_more = |start: &String| {
            let start = own(&self.tokens(start));
            !start.is_empty() && start != said
        };
        let mut guesses: Vec<String> = Vec::new();
        for count in 1..=longest {
            guesses.clear();
            for label in &labels {
                let start = label.get(..count).unwrap_or(label).join(" ");
                if !guesses.contains(&start) {
                    guesses.push(start);
                }
            }
            if guesses.len() > 1 && guesses.iter().all(tells_more) {
                break;
            }
        }
        guesses.truncate(MOST_GUESSES);
        guesses
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let number = |word: &str| word.starts_with(char::is_numeric);
        let strange = |word: &str| if number(word) { STRANGE_NUMBER } else { STRANGE };
        words(text)
            .iter()
            .map(|word| self.words.get(word).copied().unwrap_or_else(|| strange(word)))
            .collect()
    }
}

/// The versions that fit best: the very same words, then those that begin so, then those that go on with a smaller
/// number, then those that hold every word that is known.
fn found<'t>(named: &Named<'t>) -> Option<Found<'t>> {
    let Named { product, said } = named;
    let is_asked = |version: &&Version| version.only_with.iter().all(|word| said.contains(word));
    let versions: Vec<&Version> = product.versions.iter().filter(is_asked).collect();
    let known: Vec<Token> = said.iter().copied().filter(|token| product.own.contains(token)).collect();
    let strange = said.iter().filter(|token| !product.own.contains(token));
    if known.is_empty() {
        // "Windows" may be any; "iPhone 99" is none that we know.
        let no_number = strange.clone().all(|token| !is_a_number(*token));
        return no_number.then_some(Found { versions, is_sure: strange.count() == 0 });
    }
    let fitting = |fits: &dyn Fn(&Version) -> bool| {
        let found: Vec<&Version> = versions.iter().copied().filter(|version| fits(version)).collect();
        (!found.is_empty()).then_some(found)
    };
    let smaller = |version: &Version| {
        said.strip_prefix(version.words.as_slice())
            .is_some_and(|rest| !rest.is_empty() && rest.iter().copied().all(is_a_number))
    };
    let holds = |version: &Version| {
        known.iter().all(|token| version.words.contains(token) || version.also.contains(token))
    };
    let exact =
        fitting(&|version| version.words == *said).or_else(|| fitting(&|v| v.words.starts_with(said)));
    if let Some(versions) = exact {
        return Some(Found { versions, is_sure: true });
    }
    let longest = versions.iter().filter(|version| smaller(version)).map(|version| version.words.len()).max();
    if let Some(longest) = longest {
        let versions = fitting(&|version| smaller(version) && version.words.len() == longest)?;
        return Some(Found { versions, is_sure: true });
    }
    let is_sure = strange.count() == 0;
    fitting(&holds).map(|versions| Found { versions, is_sure })
}

/// Whether a word is one of digits, and so can be the rest of a version: "13.2" is a 13.
fn is_a_number(token: Token) -> bool {
    token % 2 == STRANGE_NUMBER
}

/// One answer for versions that stand alike on this day.
fn alike(versions: &[&Version], product: &Product, today: NaiveDate) -> Option<Support> {
    let first = versions.first()?;
    let status = first.ends.status(today);
    if versions.iter().any(|version| version.ends.status(today) != status) {
        return None;
    }
    let by_day = versions.iter().filter(|version| version.ends.day().is_some());
    let nearest = match status {
        Status::Ended => by_day.max_by_key(|version| version.ends.day()),
        Status::Ending | Status::Supported => by_day.min_by_key(|version| version.ends.day()),
    };
    let nearest = nearest.unwrap_or(first);
    let ends =
        if status == Status::Supported && versions.len() > 1 { supported(versions) } else { nearest.ends };
    let label = match common_start(versions) {
        start if start.is_empty() => product.title.clone(),
        start => start,
    };
    Some(Support { label, ends, paid_until: nearest.paid_until, status })
}

/// Of several that go on, the first day that is known for all of them; else none is known.
fn supported(versions: &[&Version]) -> Ends {
    let days: Option<Vec<NaiveDate>> = versions.iter().map(|version| version.ends.day()).collect();
    days.and_then(|days| days.into_iter().min()).map_or(Ends::Supported, Ends::On)
}

/// The words with which all of them begin.
fn common_start(versions: &[&Version]) -> String {
    let Some((first, rest)) = versions.split_first() else { return String::new() };
    let parts = parts(&first.label);
    let shared = (1..=parts.len()).rev().find(|count| {
        rest.iter().all(|version| self::parts(&version.label).get(..*count) == parts.get(..*count))
    });
    shared.and_then(|count| parts.get(..count)).unwrap_or_default().join(" ")
}

/// The words of a name; what stands in brackets is one of them.
fn parts(label: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let split = label.split(move |letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ' ' && depth == 0
    });
    split.filter(|part| !part.is_empty()).collect()
}
