//! A guard at the answers: what looks like a secret is not written down.
//!
//! ```text
//! > wachtwoord: Welkom01
//! < Dit lijkt een wachtwoord. Ik heb het niet bewaard. Wis je bericht ook uit dit gesprek.
//! ```

use crate::text::vocabulary::{Vocabulary, Words};

/// What somebody should not tell anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// A password or PIN.
    Password,
    /// A citizen service number.
    Bsn,
    /// The number of a bank or credit card.
    Card,
    /// A code to get back into an account.
    RecoveryCode,
}

impl Secret {
    /// Its key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Bsn => "bsn",
            Self::Card => "card",
            Self::RecoveryCode => "recovery-code",
        }
    }
}

/// The secret in a text, if it looks like there is one.
///
/// `reference`: the text is asked to be a number that firms hand out, which may look like a BSN by chance.
pub fn find(text: &str, reference: bool, vocabulary: &Vocabulary) -> Option<Secret> {
    if has_password(text, vocabulary) {
        return Some(Secret::Password);
    }
    if digit_groups(text).any(|digits| is_card(&digits)) {
        return Some(Secret::Card);
    }
    if text.split_whitespace().any(is_recovery_code) {
        return Some(Secret::RecoveryCode);
    }
    (!reference && digit_groups(text).any(|digits| is_bsn(&digits))).then_some(Secret::Bsn)
}

/// "wachtwoord: Welkom01", "ww = geheim", "pin 1234"; but not "wachtwoorden liggen in de kluis".
fn has_password(text: &str, vocabulary: &Vocabulary) -> bool {
    let starts = text
        .char_indices()
        .map(|(at, _)| at)
        .filter(|at| text.get(..*at).is_none_or(|before| !before.ends_with(char::is_alphanumeric)));
    starts.filter_map(|at| text.get(at..)).any(|label| {
        let Some(rest) = vocabulary.strip(Words::Password, label) else { return false };
        let head = label.strip_suffix(rest).unwrap_or_default();
        let value = rest.trim_start();
        let value = value
            .strip_prefix([':', '='])
            .or_else(|| vocabulary.strip(Words::Is, value))
            .unwrap_or(value)
            .trim_start();
        let named = head.contains([':', '=']) || value.len() < rest.trim_start().len();
        let word = value.split_whitespace().next().unwrap_or_default();
        let figures = word.chars().filter(char::is_ascii_digit).count();
        let odd = figures > 0 || word.contains(['!', '@', '#', '$', '%', '&', '*', '?']);
        word.chars().count() >= 4 && (figures == word.len() || (named && odd))
    })
}

/// Runs of digits, with the spaces, dots and dashes inside them left out.
fn digit_groups(text: &str) -> impl Iterator<Item = Vec<u32>> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '.')))
        .filter(|group| !group.trim_start().starts_with('0'))
        .map(|group| group.chars().filter_map(|c| c.to_digit(10)).collect())
}

/// Nine digits that pass the test that every BSN passes (weights 9 to 2 and -1, divisible by 11).
fn is_bsn(digits: &[u32]) -> bool {
    let weights = [9i64, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| i64::from(*digit) * weight).sum();
    digits.len() == 9 && sum != 0 && sum % 11 == 0
}

/// 15 to 19 digits that pass the test that every card number passes (ISO/IEC 7812, Luhn).
fn is_card(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    (15..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

/// "4F7K-99QX-L2M8-PP3W": four groups or more of four to six letters and figures, with some of both.
fn is_recovery_code(word: &str) -> bool {
    let word = word.trim_matches([',', '.', ';']);
    let groups: Vec<&str> = word.split('-').collect();
    let fits = |group: &&str| {
        (4..=6).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let mixed =
        word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_alphabetic());
    groups.len() >= 4 && groups.iter().all(fits) && mixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, Texts};

    fn found(text: &str) -> Option<Secret> {
        let texts = Texts::built_in().unwrap();
        find(text, false, texts.vocabulary(Language::Nl))
    }

    #[test]
    fn secrets_are_seen() {
        assert_eq!(found("wachtwoord: Welkom01"), Some(Secret::Password));
        assert_eq!(found("in de la, ww = geheim!"), Some(Secret::Password));
        assert_eq!(found("de pincode is 4711"), Some(Secret::Password));
        assert_eq!(found("111222333"), Some(Secret::Bsn));
        assert_eq!(found("kaart 4111 1111 1111 1111"), Some(Secret::Card));
        assert_eq!(found("4F7K-99QX-L2M8-PP3W"), Some(Secret::RecoveryCode));
    }

    #[test]
    fn ordinary_answers_are_no_secrets() {
        for text in [
            "wachtwoorden liggen in de kluis",
            "op de laptop bij de kassa, wachtwoord weet Anna",
            "Windows 11",
            "06 12345678",
            "2 laptops, gekocht in 2021",
            "Bakkerij 't Hoekje",
            "123456789",
            "back-up op maandag - woensdag - vrijdag - zondag",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_customer_number_may_look_like_a_bsn() {
        let texts = Texts::built_in().unwrap();
        assert_eq!(find("111222333", true, texts.vocabulary(Language::Nl)), None);
    }
}
