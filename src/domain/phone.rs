//! Phone numbers as a person types them and as a frightened person can dial them.
//!
//! Parsing is libphonenumber's, for a phone that stands in the Netherlands.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region,
    ValidationError,
};
use serde::{Deserialize, Serialize};

use crate::domain::pii::Pii;

/// A number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phone {
    /// A number that works from any country, as E.164: `+31612345678`.
    International(Pii<String>),
    /// A number that is dialled exactly so and only here: 112, 144, 0900 8844, 0800 0402.
    Local(Pii<String>),
}

/// Why some digits are not a number that can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneError {
    /// One or more digits are missing.
    TooShort,
    /// There are more digits than any number has.
    TooLong,
    /// There is a letter between the digits.
    Letter,
    /// The digits do not form a number anywhere that we know of.
    Unknown,
}

impl Phone {
    /// Reads a number in any usual notation: `06 12345678`, `+31 (0)6-12345678`, `0031612345678`, `112`.
    ///
    /// # Errors
    /// [`PhoneError`] says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        if text.chars().any(char::is_alphabetic) {
            return Err(PhoneError::Letter);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if is_short_number(&digits) && !text.starts_with('+') {
            return Ok(Self::Local(digits.into()));
        }
        // People write +31 (0)6: the zero is for callers at home and libphonenumber drops it only without +.
        let parsed =
            PHONE_NUMBER_UTIL.parse(text.replace("(0)", ""), Some(Region::NL)).map_err(|e| match e {
                ParseError::TooShortNsn | ParseError::TooShortAfterIdd => PhoneError::TooShort,
                ParseError::TooLongNsn => PhoneError::TooLong,
                ParseError::InvalidCountryCode | ParseError::NotANumber(_) if digits.len() < 8 => {
                    PhoneError::TooShort
                }
                ParseError::InvalidCountryCode | ParseError::NotANumber(_) => PhoneError::Unknown,
            })?;
        match parsed.is_possible_with_reason() {
            Ok(NumberLengthType::IsPossible) => {}
            Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::TooShort) => {
                return Err(PhoneError::TooShort);
            }
            Err(ValidationError::TooLong) => return Err(PhoneError::TooLong),
            Err(_) => return Err(length_error(&parsed, &digits)),
        }
        let national_only = matches!(
            parsed.get_type(),
            PhoneNumberType::TollFree | PhoneNumberType::PremiumRate | PhoneNumberType::SharedCost
        );
        if national_only && parsed.get_region_code() == Some(Region::NL) {
            return Ok(Self::Local(parsed.format_as(PhoneNumberFormat::National).into_owned().into()));
        }
        if !parsed.is_valid() {
            return Err(length_error(&parsed, &digits));
        }
        Ok(Self::International(parsed.format_as(PhoneNumberFormat::E164).into_owned().into()))
    }

    /// The number as it is shown and printed: `+31 6 12345678`, `0900 8844`, `112`.
    pub fn shown(&self) -> String {
        match self {
            Self::International(e164) => PHONE_NUMBER_UTIL.parse(e164.as_str(), None).map_or_else(
                |_| e164.0.clone(),
                |n| n.format_as(PhoneNumberFormat::International).into_owned(),
            ),
            Self::Local(digits) => digits.0.clone(),
        }
    }

    /// The number as a machine dials it: digits, with `+` in front when international.
    pub fn dialled(&self) -> String {
        match self {
            Self::International(e164) => e164.0.clone(),
            Self::Local(digits) => digits.chars().filter(char::is_ascii_digit).collect(),
        }
    }
}

/// Short numbers of the Dutch numbering plan: 112 and 113, 144, 116xxx, 12xx, 13xx and 18xx, and 14 with an area code.
fn is_short_number(digits: &str) -> bool {
    match digits.len() {
        3 => matches!(digits, "112" | "113" | "144"),
        4 => ["12", "13", "18"].iter().any(|start| digits.starts_with(start)),
        5 => digits.starts_with("14"),
        6 => digits.starts_with("14") || digits.starts_with("116"),
        _ => false,
    }
}

/// A Dutch number has ten digits; which side of that this one is on.
fn length_error(parsed: &PhoneNumber, digits: &str) -> PhoneError {
    if parsed.country_code != 31 {
        return PhoneError::Unknown;
    }
    match parsed.get_national_significant_number().len() {
        0..=8 => PhoneError::TooShort,
        9 if digits.len() >= 9 => PhoneError::Unknown,
        _ => PhoneError::TooLong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, PhoneError> {
        Phone::parse(text).map(|phone| phone.shown())
    }

    #[test]
    fn every_usual_notation_of_one_mobile_is_the_same_number() {
        for text in [
            "06 12345678",
            "0612345678",
            "06-12345678",
            "06 12 34 56 78",
            "+31612345678",
            "+31 6 1234 5678",
            "+31 (0)6 12345678",
            "0031 6 12345678",
            "(06) 12345678",
            "06.12.34.56.78",
        ] {
            assert_eq!(shown(text).as_deref(), Ok("+31 6 12345678"), "{text}");
        }
    }

    #[test]
    fn numbers_that_only_work_here_are_kept_as_they_are_dialled() {
        assert_eq!(shown("112").as_deref(), Ok("112"));
        assert_eq!(shown("14 020").as_deref(), Ok("14020"));
        assert!(shown("123").is_err() && shown("156").is_err());
        assert_eq!(shown("0900-8844").as_deref(), Ok("0900 8844"));
        assert_eq!(shown("0800 0402").as_deref(), Ok("0800 0402"));
        assert_eq!(Phone::parse("0900-8844").map(|phone| phone.dialled()).as_deref(), Ok("09008844"));
    }

    #[test]
    fn a_foreign_number_keeps_its_country() {
        assert_eq!(shown("+32 470 12 34 56").as_deref(), Ok("+32 470 12 34 56"));
        assert_eq!(shown("0049 30 901820").as_deref(), Ok("+49 30 901820"));
    }

    #[test]
    fn the_mistake_is_named() {
        assert_eq!(shown("020 76543"), Err(PhoneError::TooShort));
        assert_eq!(shown("06 1234567"), Err(PhoneError::TooShort));
        assert_eq!(shown("06 123456789"), Err(PhoneError::TooLong));
        assert_eq!(shown("06 1234567a"), Err(PhoneError::Letter));
        assert_eq!(shown("06 12345678 06 12345678"), Err(PhoneError::TooLong));
    }
}
