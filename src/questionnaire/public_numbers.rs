//! The numbers that everybody may call, with where they come from and when that was last looked at.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::ids::Slug;

/// A body that anybody can turn to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicNumber {
    /// Names it in the words: `public-<id>`.
    pub id: Slug,
    /// As it is dialled in the Netherlands; `None`: not by phone.
    pub number: Option<String>,
    /// Page of a form.
    pub form: Option<String>,
    /// Mail address, for a body without a number and without a form for everybody.
    pub mail: Option<String>,
    /// Where number, form or mail address was found.
    pub source: String,
    /// When somebody looked there last.
    pub checked_on: NaiveDate,
}

#[derive(Deserialize)]
struct File {
    public: Vec<PublicNumber>,
}

/// The public numbers that are built in, in the order of showing.
///
/// # Errors
/// What is wrong with the file and where.
pub fn built_in() -> Result<Vec<PublicNumber>, toml::de::Error> {
    let file: File = toml::from_str(include_str!("catalogue/public-numbers.toml"))?;
    Ok(file.public)
}

/// The day on which the oldest of the numbers was looked at.
pub fn checked_on(numbers: &[PublicNumber]) -> Option<NaiveDate> {
    numbers.iter().map(|number| number.checked_on).min()
}

/// The sites where the numbers were found, each once: `politie.nl`.
pub fn sources(numbers: &[PublicNumber]) -> Vec<&str> {
    let mut sites: Vec<&str> = Vec::new();
    for number in numbers {
        let host = number.source.split('/').nth(2).unwrap_or(&number.source);
        let site = host.strip_prefix("www.").unwrap_or(host);
        if !sites.contains(&site) {
            sites.push(site);
        }
    }
    sites
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone::Phone;

    #[test]
    fn every_number_can_be_dialled_and_every_body_reached() {
        for public in built_in().unwrap() {
            let ways = [&public.number, &public.form, &public.mail];
            assert!(ways.iter().any(|way| way.is_some()), "{}", public.id);
            assert!(public.mail.is_none_or(|mail| mail.contains('@')), "{}", public.id);
            if let Some(number) = public.number {
                assert!(Phone::parse(&number).is_ok(), "{number}");
            }
        }
    }
}
