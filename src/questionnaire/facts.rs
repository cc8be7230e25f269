//! What the texts say about the world outside (laws, terms, pages), with where it comes from and when that was last looked
//! at. A date that changes is changed in one place.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::ids::Slug;

/// One thing that is so outside, until it changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Names it in the words: `$<id>-date`.
    pub id: Slug,
    /// What it is, for whoever looks it up again.
    pub what: String,
    /// The day on which it begins.
    pub date: Option<NaiveDate>,
    /// How many.
    pub number: Option<u32>,
    /// Where to read on.
    pub link: Option<String>,
    /// Where it was found.
    pub source: String,
    /// When somebody looked there last.
    pub checked_on: NaiveDate,
}

#[derive(Deserialize)]
struct File {
    fact: Vec<Fact>,
}

/// The facts that are built in.
///
/// # Errors
/// What is wrong with the file and where.
pub fn built_in() -> Result<Vec<Fact>, toml::de::Error> {
    let file: File = toml::from_str(include_str!("catalogue/facts.toml"))?;
    Ok(file.fact)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_fact_says_something_and_where_it_was_found() {
        let facts = built_in().unwrap();
        let ids: BTreeSet<&Slug> = facts.iter().map(|fact| &fact.id).collect();
        assert_eq!(ids.len(), facts.len(), "an id stands there twice");
        for fact in &facts {
            assert!(fact.date.is_some() || fact.number.is_some() || fact.link.is_some(), "{}", fact.id);
            assert!(!fact.what.is_empty() && fact.source.starts_with("https://"), "{}", fact.id);
            assert!(fact.link.as_ref().is_none_or(|link| link.starts_with("https://")), "{}", fact.id);
        }
    }
}
