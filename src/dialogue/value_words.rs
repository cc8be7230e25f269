//! What typed words mean as the answer to a question: a day, a number.
//!
//! Not here: reading a date ([`date_words`]); saying what was understood.

use chrono::{Days, Months, NaiveDate};

use crate::{
    dialogue::{
        World,
        date_words::{self, DateError, Lean},
    },
    domain::ids::Slug,
    questionnaire::{Kind, Question},
    text::{
        Language,
        vocabulary::{Words, folded},
    },
};

/// On which side of today a day lies that answers a question and does not say so itself.
pub fn lean(question: &Question) -> Lean {
    match (question.past, question.ahead) {
        (true, _) => Lean::Past,
        (false, true) => Lean::Future,
        (false, false) => Lean::Nearest,
    }
}

/// The day that was meant, or what to say when it cannot be one.
pub fn day(question: &Question, text: &str, world: &World<'_>) -> Result<NaiveDate, &'static str> {
    match date_words::parse_leaning(text, world.today, lean(question), &world.content.texts) {
        Ok(date) if question.ahead && date < world.today => Err("date-has-been"),
        Ok(date) if question.past && date > world.today => Err("date-to-come"),
        Ok(date) => Ok(date),
        Err(DateError::Impossible) => Err("date-impossible"),
        Err(_) => Err("date-not-seen"),
    }
}

/// "Ja", where words of one's own are asked for.
pub fn is_bare_yes(question: &Question, text: &str, world: &World<'_>) -> bool {
    let is_yes = |language| world.content.texts.vocabulary(language).is(Words::Yes, text);
    (question.free_text || question.kind == Kind::Text) && Language::ALL.into_iter().any(is_yes)
}

/// The day that a choice such as "in a month" stands for.
pub fn day_of_choice(question: &Question, choice: &Slug, world: &World<'_>) -> Option<NaiveDate> {
    let choice = question.choice(choice.as_str())?;
    match choice.in_days {
        Some(days) => world.today.checked_add_days(Days::new(days.into())),
        None => world.today.checked_add_months(Months::new(choice.in_months?)),
    }
}

/// More figures than this are no count: a phone number.
const MOST_FIGURES: usize = 6;

/// "3", "drie", "met z'n vieren", "een man of tien", "1.000": the first number in it. "Een" is only a number at the end.
pub fn count(text: &str, world: &World<'_>) -> Option<u32> {
    if text.chars().filter(char::is_ascii_digit).count() > MOST_FIGURES {
        return None;
    }
    let folded = folded(&without_thousands(text));
    let words: Vec<&str> = folded.split(' ').collect();
    let in_words = |word: &&str| {
        Language::ALL.iter().find_map(|language| {
            let vocabulary = world.content.texts.vocabulary(*language);
            [Words::Number, Words::Together].into_iter().find_map(|numbers| {
                let is_meant = |number: &String| number.split('/').any(|form| form == *word);
                let place = vocabulary.list(numbers).iter().position(is_meant)?;
                u32::try_from(place).ok()
            })
        })
    };
    let digits = words.iter().find_map(|word| word.parse().ok());
    let several = || words.iter().filter_map(in_words).find(|number| *number > 1);
    digits.or_else(several).or_else(|| words.last().and_then(in_words))
}

/// "1.000" and "1 000" as one number.
fn without_thousands(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_figure = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let is_before_three = |at: usize| (1..=3).all(|more| is_figure(at + more)) && !is_figure(at + 4);
    let parts_thousands = |at: usize| at > 0 && is_figure(at - 1) && is_before_three(at);
    let kept = signs
        .iter()
        .enumerate()
        .filter(|(at, sign)| !matches!(sign, '.' | ',' | ' ') || !parts_thousands(*at));
    kept.map(|(_, sign)| sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dialogue::CONTENT, domain::dossier::Dossier};

    #[test]
    fn a_month_is_a_month_of_the_calendar() {
        let dossier = Dossier::default();
        let now = "2027-01-31T12:00:00Z".parse().unwrap();
        let world = World::of_nobody(now, &dossier, &CONTENT);
        let question = CONTENT.catalogue.question("risk-by").unwrap();
        let on = |choice: &str| day_of_choice(question, &choice.into(), &world).unwrap().to_string();
        assert_eq!(["week-1", "month-1", "months-3"].map(on), ["2027-02-07", "2027-02-28", "2027-04-30"]);
    }

    #[test]
    fn a_day_ahead_without_a_year_is_the_next_one() {
        let dossier = Dossier::default();
        let world = World::of_nobody("2026-11-23T12:00:00Z".parse().unwrap(), &dossier, &CONTENT);
        let read = |question: &str, text: &str| {
            day(CONTENT.catalogue.question(question).unwrap(), text, &world).map(|day| day.to_string())
        };
        for question in ["risk-until", "risk-by", "device-until", "software-until", "supplier-end"] {
            assert_eq!(read(question, "1 september").as_deref(), Ok("2027-09-01"), "{question}");
            assert_eq!(read(question, "1 september 2026"), Err("date-has-been"), "{question}");
        }
        assert_eq!(read("device-last-update", "1 september").as_deref(), Ok("2026-09-01"));
        assert_eq!(read("device-last-update", "1 december").as_deref(), Ok("2025-12-01"));
    }

    #[test]
    fn a_dozen_is_twelve() {
        let dossier = Dossier::default();
        let world = World::of_nobody("2027-01-31T12:00:00Z".parse().unwrap(), &dossier, &CONTENT);
        assert_eq!(count("a dozen", &world), Some(12));
    }

    #[test]
    fn a_count_is_one_number_and_no_phone_number() {
        let dossier = Dossier::default();
        let world = World::of_nobody(chrono::DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        for (text, counted) in [
            ("12", Some(12)),
            ("wij zijn met 1.000 man", Some(1_000)),
            ("1 000", Some(1_000)),
            ("2, 3 in het weekend", Some(2)),
            ("met z'n 3en", Some(3)),
            ("we zijn met z n 12en", Some(12)),
            ("on my own", Some(1)),
            ("that's me, +44 7700 900123", None),
            ("06 12345678", None),
        ] {
            assert_eq!(count(text, &world), counted, "{text}");
        }
    }
}
