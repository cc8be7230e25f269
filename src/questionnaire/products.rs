//! Reads the support dates of products and what people call them, and refuses a damaged file with every mistake in it.
//!
//! Not here: looking something up (`domain::end_of_life`) and fetching newer dates (`refresh`).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::end_of_life::{Described, DescribedVersion, Ends, Table};

/// The dates that are built in.
const DATES: &str = include_str!("products/end-of-life.toml");
/// What people call the products.
const NAMES: &str = include_str!("products/names.toml");

/// Dates of support, as they stand in a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Who gathered them.
    pub source: String,
    /// The day on which they were so.
    pub checked_on: String,
    /// The products.
    #[serde(rename = "product")]
    pub products: Vec<ProductDates>,
}

/// Dates of one product, as they stand in a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProductDates {
    /// The product's id with the source.
    pub id: String,
    /// Id, name, end of free updates and, where there is one, end of paid updates of every version.
    pub releases: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    fillers: Vec<String>,
    #[serde(rename = "product")]
    products: Vec<ProductNames>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductNames {
    id: String,
    title: String,
    names: Vec<String>,
    #[serde(default)]
    say: Vec<(String, String)>,
    #[serde(default)]
    also: Vec<(String, String)>,
    #[serde(default)]
    rare: Vec<(String, String)>,
    #[serde(default)]
    older: Vec<Vec<String>>,
}

/// The support dates that are built into the program.
///
/// # Errors
/// Every mistake in the two files at once, each as a sentence.
pub fn built_in() -> Result<Table, Vec<String>> {
    table(&parse(DATES)?)
}

/// Newer dates, from the text of a file. A product that is not in it keeps the dates that are built in.
///
/// # Errors
/// Every mistake in it, or that it is not newer than what is built in.
pub fn newer(text: &str) -> Result<Table, Vec<String>> {
    let (known, mut dates) = (parse(DATES)?, parse(text)?);
    if dates.checked_on <= known.checked_on {
        return Err(vec![format!("its dates are of {}, and the program has newer ones", dates.checked_on)]);
    }
    for product in known.products {
        if !dates.products.iter().any(|newer| newer.id == product.id) {
            dates.products.push(product);
        }
    }
    table(&dates)
}

/// The ids of the products that have a name, for whoever fetches newer dates.
///
/// # Errors
/// When the file with the names is damaged.
pub fn ids() -> Result<Vec<String>, Vec<String>> {
    Ok(names()?.products.into_iter().map(|product| product.id).collect())
}

fn parse(text: &str) -> Result<Dates, Vec<String>> {
    toml::from_str(text).map_err(|error| vec![format!("end-of-life.toml: {}", error.message())])
}

fn names() -> Result<Names, Vec<String>> {
    toml::from_str(NAMES).map_err(|error| vec![format!("names.toml: {}", error.message())])
}

fn table(dates: &Dates) -> Result<Table, Vec<String>> {
    let names = names()?;
    let mut mistakes = Vec::new();
    let checked_on = day(&dates.checked_on).unwrap_or_else(|| {
        mistakes.push(format!("end-of-life.toml: `{}` is no day", dates.checked_on));
        NaiveDate::default()
    });
    let mut products = Vec::new();
    for named in names.products {
        let Some(product) = dates.products.iter().find(|product| product.id == named.id) else {
            mistakes.push(format!("names.toml: there are no dates of `{}`", named.id));
            continue;
        };
        let rows = product.releases.iter().chain(&named.older);
        let mut versions = Vec::new();
        for row in rows {
            match version(row, &named) {
                Some(version) => versions.push(version),
                None => mistakes.push(format!("`{}`: the row {row:?} cannot be read", named.id)),
            }
        }
        products.push(Described { title: named.title, names: named.names, versions });
    }
    if mistakes.is_empty() {
        Ok(Table::new(dates.source.clone(), checked_on, &names.fillers, products))
    } else {
        Err(mistakes)
    }
}

/// Names longer than this are no names.
const LONGEST: usize = 80;

fn version(row: &[String], product: &ProductNames) -> Option<DescribedVersion> {
    let (id, label, ends, paid) = match row {
        [id, label, ends] => (id, label, ends, None),
        [id, label, ends, paid] => (id, label, ends, Some(paid)),
        _ => return None,
    };
    let ends = match ends.as_str() {
        "supported" => Ends::Supported,
        "ended" => Ends::Ended,
        text => Ends::On(day(text)?),
    };
    let paid_until = match paid {
        Some(text) => Some(day(text)?),
        None => None,
    };
    if label.is_empty() || label.len() > LONGEST || label.chars().any(char::is_control) {
        return None;
    }
    let mut label = product.say.iter().fold(label.clone(), |label, (mark, words)| label.replace(mark, words));
    let rare = product.rare.iter().find(|(part, _)| id.split('-').any(|piece| piece == part));
    if let Some((_, word)) = rare
        && !label.to_lowercase().contains(&word.to_lowercase())
    {
        label = format!("{label} {word}");
    }
    let also = product.also.iter().find(|(known, _)| known == id).map(|(_, words)| words.clone());
    Some(DescribedVersion {
        label,
        also: also.unwrap_or_default(),
        only_with: rare.map(|(_, word)| word.clone()),
        ends,
        paid_until,
    })
}

/// A day that can be one on which a maker stops.
fn day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    let (first, last) = (NaiveDate::from_ymd_opt(1990, 1, 1)?, NaiveDate::from_ymd_opt(2100, 1, 1)?);
    (first..last).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests;
