//! Reads how people write down a contact: "mijn zus fatima 0687654321", "KPN 0800 0402, 24/7, klantnr 4711".

use unicode_normalization::UnicodeNormalization;

use crate::{
    domain::{
        contact::Contact,
        phone::{Phone, PhoneError},
        pii::Pii,
    },
    text::vocabulary::{Vocabulary, Words, folded},
};

/// What was found in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactLine {
    /// Name, relation, numbers and hours.
    pub contact: Contact,
    /// It is the person who types.
    pub myself: bool,
    /// There is more than one name with a number in it.
    pub several: bool,
    /// Digits that are not a number that can be called, and why.
    pub wrong_number: Option<(Pii<String>, PhoneError)>,
    /// A customer number, when the line says that it is one.
    pub customer_number: Option<Pii<String>>,
    /// A contract number, when the line says that it is one.
    pub contract_number: Option<Pii<String>>,
}

impl ContactLine {
    /// Whether nothing in it says who or how.
    pub fn is_empty(&self) -> bool {
        self.contact == Contact::default() && !self.myself && self.wrong_number.is_none()
    }
}

/// Reads one line, or a few that belong together.
pub fn parse(text: &str, vocabulary: &Vocabulary) -> ContactLine {
    let mut line = ContactLine::default();
    let text = plain(text);
    let words = take_labelled(&text, vocabulary, &mut line);
    let words = take_hours(words, vocabulary, &mut line);
    let words = take_phones(words, vocabulary, &mut line);
    take_name(&words, vocabulary, &mut line);
    line
}

/// The text with the signs that people and phones use for the same thing made the same.
fn plain(text: &str) -> String {
    let same: String = text
        .nfkc()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '=' | '\n' => ' ',
            c => c,
        })
        .collect();
    same.replace(',', ", ").replace(';', "; ").replace(" - ", " ")
}

/// A customer or contract number without the label that people put in front of it: "klantnummer 55" is 55. Words without a
/// figure in them are none, and so are people with their phone numbers.
pub fn reference<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let bare = [Words::CustomerNumber, Words::ContractNumber]
        .into_iter()
        .find_map(|label| vocabulary.strip(label, text))
        .map(|rest| rest.trim_matches([':', '.', '=', ' ', '#']))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text);
    let has_figure = bare.contains(|c: char| c.is_ascii_digit());
    (has_figure && !names_people(text, vocabulary)).then_some(bare)
}

/// "Fatima 0611223344 en Bo 0655667788": numbers to call of several people, and nothing that says to be something else.
fn names_people(text: &str, vocabulary: &Vocabulary) -> bool {
    let told = parse(text, vocabulary);
    let is_labelled = told.customer_number.is_some() || told.contract_number.is_some();
    // "KL 1211 of 1212" can be called too, but is no number of somebody.
    let whole = told.contact.phones.iter().filter(|phone| phone.dialled().len() >= 8).count();
    told.several && whole > 1 && !is_labelled
}

/// Takes out "klantnummer 4711" and "contract 98-b", and leaves the other words.
fn take_labelled<'t>(text: &'t str, vocabulary: &Vocabulary, line: &mut ContactLine) -> Vec<&'t str> {
    let mut left = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let labels = [
            (Words::CustomerNumber, &mut line.customer_number),
            (Words::ContractNumber, &mut line.contract_number),
        ];
        let mut found = None;
        for (label, place) in labels {
            if let Some(behind) = vocabulary.strip(label, rest) {
                let (number, behind) = take_reference(behind, vocabulary);
                if let Some(number) = number {
                    *place = Some(number.into());
                    found = Some(behind);
                    break;
                }
            }
        }
        rest = match found {
            Some(behind) => behind.trim_start_matches([',', ';', ' ', '\n']),
            None => {
                let (word, behind) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                left.push(word);
                behind.trim_start()
            }
        };
    }
    left
}

/// The reference behind a label: words with a digit in them, up to a comma or the start of a phone number.
fn take_reference<'t>(text: &'t str, vocabulary: &Vocabulary) -> (Option<String>, &'t str) {
    let mut number: Vec<&str> = Vec::new();
    let mut rest = text.trim_start_matches([':', '.', '=', ' ', '#']);
    rest = vocabulary.strip(Words::Is, rest).unwrap_or(rest).trim_start();
    while !rest.is_empty() {
        let (word, behind) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let ends_here = word.ends_with([',', ';']);
        let bare = word.trim_end_matches([',', ';', '.']);
        let phone_begins = !number.is_empty() && bare.starts_with(['0', '+']);
        // "AB 12": a short code of capitals in front belongs to it.
        let code = number.is_empty() && bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_uppercase());
        let code = code && behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if !(bare.contains(|c: char| c.is_ascii_digit()) || code) || phone_begins {
            break;
        }
        number.push(bare);
        rest = behind.trim_start();
        if ends_here {
            break;
        }
    }
    ((!number.is_empty()).then(|| number.join(" ")), rest)
}

/// Takes out opening hours: "24/7", "ma-vr 9-17", "werkdagen 9:00-17:30".
fn take_hours<'t>(words: Vec<&'t str>, vocabulary: &Vocabulary, line: &mut ContactLine) -> Vec<&'t str> {
    let mut hours = Vec::new();
    let mut left = Vec::new();
    for (place, word) in words.iter().enumerate() {
        // "06-12 34 56 78" begins like opening hours and goes on like a number.
        let goes_on =
            words.get(place + 1).is_some_and(|next| looks_like_digits(next) && !is_hours(next, vocabulary));
        if is_hours(word, vocabulary) && !(goes_on && word.starts_with('0')) {
            hours.push(word.trim_matches(['(', ')', ',', ';']));
        } else {
            left.push(*word);
        }
    }
    if !hours.iter().any(|word| word.contains(|c: char| c.is_ascii_digit() || c == '-')) {
        return words;
    }
    line.contact.hours = Some(hours.join(" ").into());
    left
}

fn is_hours(word: &str, vocabulary: &Vocabulary) -> bool {
    let word = word.trim_matches(['(', ')', ',', ';']).to_lowercase();
    if matches!(word.as_str(), "24/7" | "24x7" | "24-7" | "7x24") {
        return true;
    }
    let parts: Vec<_> = word.split(['-', '–']).collect();
    match parts.as_slice() {
        [day] => vocabulary.is(Words::Day, day),
        [from, to] => {
            (vocabulary.is(Words::Day, from) && vocabulary.is(Words::Day, to))
                || (is_time(from) && is_time(to))
        }
        _ => false,
    }
}

/// "9", "09:00", "17.30", "9u".
fn is_time(text: &str) -> bool {
    let text = text.trim_end_matches(['u', 'h']);
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let within = |part: &str, most: u8| {
        (1..=2).contains(&part.len()) && part.parse::<u8>().is_ok_and(|number| number <= most)
    };
    within(hour, 24) && minute.len() == 2 && within(minute, 59)
}

/// Takes out phone numbers, also when they are written in several pieces.
fn take_phones<'t>(words: Vec<&'t str>, vocabulary: &Vocabulary, line: &mut ContactLine) -> Vec<&'t str> {
    let mut left = Vec::new();
    let mut named_since = false;
    let mut pieces: Vec<&str> = Vec::new();
    for word in words {
        if !looks_like_digits(word) {
            left.extend(finish_number(&mut pieces, line));
            let first_has_number = !left.is_empty() && !line.contact.phones.is_empty();
            named_since |= first_has_number && is_name_word(word, vocabulary);
            left.push(word);
            continue;
        }
        line.several |= named_since;
        let so_far = pieces.concat();
        let whole = if so_far.starts_with('+') || so_far.starts_with("00") { 11 } else { 9 };
        let begins_anew = word.starts_with(['0', '+']) && digits(&so_far) >= whole;
        if begins_anew {
            left.extend(finish_number(&mut pieces, line));
        }
        pieces.push(word);
        if word.ends_with([',', ';']) {
            left.extend(finish_number(&mut pieces, line));
        }
    }
    left.extend(finish_number(&mut pieces, line));
    left
}

fn is_name_word(word: &str, vocabulary: &Vocabulary) -> bool {
    let label = vocabulary.is(Words::PhoneLabel, word) || vocabulary.is(Words::Particle, word);
    !label && word.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// A piece of a number: digits and their punctuation, or mostly digits with a letter that slipped in.
fn looks_like_digits(word: &str) -> bool {
    let word = word.trim_matches([',', ';', '.', ':']);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let numeric = word.chars().all(|c| c.is_ascii_digit() || c.is_alphabetic() || "+()-./".contains(c));
    let count = digits(word);
    numeric && count > 0 && (letters == 0 || (count >= 5 && letters <= 2))
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Reads the pieces as a number. Too few digits to be one go back to the name: "Studio 54".
fn finish_number<'t>(pieces: &mut Vec<&'t str>, line: &mut ContactLine) -> Vec<&'t str> {
    let pieces = std::mem::take(pieces);
    let text = pieces.join(" ");
    let text = text.trim_matches([',', ';', '.', ':', ' ']);
    let count = digits(text);
    match Phone::parse(text) {
        Ok(phone) => line.contact.phones.push(phone),
        Err(_) if count < 3 || (count < 6 && !text.starts_with(['0', '+'])) => return pieces,
        Err(error) => line.wrong_number = Some((text.into(), error)),
    }
    Vec::new()
}

fn take_name(words: &[&str], vocabulary: &Vocabulary, line: &mut ContactLine) {
    let text = without_labels(words, vocabulary).join(" ");
    let trim = |text: &str| text.trim_matches([',', ';', ':', '-', '.', ' ']).to_owned();
    let mut name = trim(without_clause(&text, vocabulary));
    if let Some(rest) = vocabulary.strip(Words::Filler, &name).map(trim) {
        name = rest;
    }
    if let Some(rest) = vocabulary.strip(Words::IAm, &name).map(trim) {
        line.myself = true;
        name = rest;
    } else if vocabulary.is(Words::Myself, &name) {
        line.myself = true;
        name.clear();
    } else if vocabulary.strip(Words::Myself, &name).is_some() {
        // "Ik moet weg" is a sentence, not somebody.
        *line = ContactLine::default();
        return;
    }
    let (name, relation) = split_relation(&name, vocabulary);
    line.contact.name = name.contains(char::is_alphabetic).then(|| as_name(&name, vocabulary).into());
    line.contact.relation = relation.map(Pii);
}

/// The words without what is put around a number: "tel", "mijn nummer is", and the "is" in front of it.
fn without_labels<'t>(words: &[&'t str], vocabulary: &Vocabulary) -> Vec<&'t str> {
    let is = |place: usize, meaning| words.get(place).is_some_and(|word| vocabulary.is(meaning, word));
    let is_label = |place| is(place, Words::PhoneLabel);
    let is_around = |place: usize| {
        let behind = place == words.len() - 1 || place.checked_sub(1).is_some_and(is_label);
        (is(place, Words::My) && is_label(place + 1)) || (is(place, Words::Is) && behind)
    };
    let kept = words.iter().enumerate().filter(|(place, word)| {
        !is_label(*place) && !is_around(*place) && word.chars().any(char::is_alphanumeric)
    });
    kept.map(|(_, word)| *word).collect()
}

/// The text up to where a sentence about it begins: "Ziggo, you can reach them" is Ziggo.
fn without_clause<'t>(text: &'t str, vocabulary: &Vocabulary) -> &'t str {
    match text.split_once(',') {
        Some((name, rest)) if vocabulary.strip(Words::Clause, rest).is_some() => name,
        _ => text,
    }
}

/// "mijn zus Fatima", "mijn zus is Fatima" and "Fatima (zus)" name a relation.
fn split_relation(text: &str, vocabulary: &Vocabulary) -> (String, Option<String>) {
    if let Some(rest) = vocabulary.strip(Words::My, text).filter(|_| !begins_in_capitals(text)) {
        let rest = rest.trim_start();
        return match rest.split_once(char::is_whitespace) {
            Some((relation, name)) => {
                let name = vocabulary.strip(Words::Is, name).unwrap_or(name);
                (name.trim().into(), Some(relation.trim_end_matches([',', ':']).into()))
            }
            None => (rest.into(), None),
        };
    }
    if let Some((name, behind)) = text.split_once('(')
        && let Some((relation, _)) = behind.split_once(')')
    {
        return (
            name.trim().into(),
            Some(relation.trim().into()).filter(|relation: &String| !relation.is_empty()),
        );
    }
    if let Some((name, behind)) = text.split_once(',')
        && let Some(relation) = vocabulary.strip(Words::My, behind)
    {
        return (name.trim().into(), Some(relation.trim().into()));
    }
    (text.into(), None)
}

/// "ME Techniek" is a name and no "me" in front of one; whoever shouts it all writes no name.
fn begins_in_capitals(text: &str) -> bool {
    let is_small = |word: &str| word.contains(char::is_lowercase);
    text.split_once(char::is_whitespace).is_some_and(|(first, rest)| {
        first.chars().count() > 1 && !is_small(first) && first.contains(char::is_uppercase) && is_small(rest)
    })
}

/// A name typed without capitals gets them: "jan de vries" becomes "Jan de Vries", "kuiper ict" "Kuiper ICT".
fn as_name(text: &str, vocabulary: &Vocabulary) -> String {
    if text.chars().any(char::is_uppercase) {
        return text.into();
    }
    let capitalised = text.split(' ').enumerate().map(|(place, word)| {
        if vocabulary.is(Words::Acronym, word) {
            word.to_uppercase()
        } else if place > 0 && vocabulary.is(Words::Particle, word) {
            folded(word)
        } else {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    });
    capitalised.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dialogue::CONTENT, text::Language};

    #[test]
    fn people_with_their_phone_numbers_are_no_customer_number() {
        let vocabulary = CONTENT.texts.vocabulary(Language::Nl);
        for said in ["fatima 0611223344 en bo 0655667788", "Fatima 06 11223344, Bo 06 55667788"] {
            assert_eq!(reference(said, vocabulary), None, "{said}");
        }
        for said in
            ["KL 4711 of 4712", "KL 1211 of 1212", "0201234567", "K-204", "0201234567 klant sinds 2020"]
        {
            assert_eq!(reference(said, vocabulary), Some(said));
        }
        let labelled = "klantnummer 55, bel 0611223344 of fatima 0655667788";
        assert!(reference(labelled, vocabulary).is_some(), "it says which number it is");
    }

    #[test]
    fn a_whole_sentence_holds_a_name_and_nothing_else() {
        let read = |language, text| parse(text, CONTENT.texts.vocabulary(language));
        let mine = read(Language::En, "That\u{2019}s me, my number is +31 6 31234567.");
        assert!(mine.myself && mine.contact.name.is_none() && mine.contact.phones.len() == 1, "{mine:?}");
        for (language, text, name, relation) in [
            (
                Language::En,
                "My provider is Ziggo, you can reach them on 0900 1884.",
                "Ziggo",
                Some("provider"),
            ),
            (Language::Nl, "Jeroen, die doet de computers 06 22334455", "Jeroen", None),
            (Language::Nl, "Kuiper, die helpt ons", "Kuiper", None),
            (Language::En, "TransIP, I do not have their number at hand.", "TransIP", None),
            (Language::Nl, "me vrouw ans 0687654321", "Ans", Some("vrouw")),
            (Language::Nl, "ME Techniek 020 7654321", "ME Techniek", None),
            (Language::Nl, "MIJN ZUS FATIMA 06 87654321", "FATIMA", Some("ZUS")),
            (Language::Nl, "mijn zus is Fatima 06 87654321", "Fatima", Some("zus")),
            (Language::Nl, "Jan Bakker, de man van de kassa", "Jan Bakker, de man van de kassa", None),
        ] {
            let contact = read(language, text).contact;
            assert_eq!(contact.name.as_deref().map(String::as_str), Some(name), "{text}");
            assert_eq!(contact.relation.as_deref().map(String::as_str), relation, "{text}");
        }
    }
}
