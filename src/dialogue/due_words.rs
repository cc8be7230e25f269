//! When something is due, in words: a day ahead, or again and again: "elke vrijdag", "iedere eerste van de maand",
//! "om de week op maandag", "voor 1 mei".

use chrono::{Datelike, NaiveDate, Weekday};

use crate::{
    dialogue::date_words::{self, DateError, Lean},
    domain::{
        agreement::When,
        repetition::{Repetition, Unit},
    },
    text::{
        Language, Msg, Texts,
        vocabulary::{Words, folded},
    },
};

/// Why some words do not say when something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueError {
    /// They say no day.
    Day(DateError),
    /// They say a day that is over.
    Over(NaiveDate),
}

impl DueError {
    /// Says kindly what is wrong.
    pub fn words(self) -> Msg {
        match self {
            Self::Day(DateError::Impossible) => "date-impossible".into(),
            Self::Day(DateError::Unclear) => "due-not-seen".into(),
            Self::Over(on) => Msg::new("due-over").msg("date", dated(on)),
        }
    }
}

/// Reads when something is due. What comes back comes for the first time after today.
///
/// # Errors
/// [`DueError`] says why it cannot be.
pub fn parse(text: &str, today: NaiveDate, texts: &Texts) -> Result<When, DueError> {
    let said = Said { words: folded(text).split(' ').map(Into::into).collect(), today, texts };
    if said.repeats() {
        return said.repetition().map(When::Every).ok_or(DueError::Day(DateError::Unclear));
    }
    let on = date_words::parse_leaning(text, today, Lean::Future, texts).map_err(DueError::Day)?;
    if on < today { Err(DueError::Over(on)) } else { Ok(When::Once(on)) }
}

/// Whether a word, folded already, can be part of how it is said when something is due.
pub fn is_part(word: &str, texts: &Texts) -> bool {
    const PARTS: [Words; 9] = [
        Words::Every,
        Words::Daily,
        Words::Weekly,
        Words::Monthly,
        Words::Yearly,
        Words::Quarter,
        Words::Half,
        Words::Ordinal,
        Words::Final,
    ];
    let means = |part| Language::ALL.iter().any(|language| texts.vocabulary(*language).has(part, word));
    PARTS.into_iter().any(means) || word == "other" || date_words::is_part_of_a_day(word, texts)
}

/// "Elke vrijdag", "elke maand op de 1e".
pub fn repetition(every: Repetition) -> Msg {
    let id = match every.unit {
        Unit::Day => "repeat-day",
        Unit::Week => "repeat-week",
        Unit::Month => "repeat-month",
        Unit::MonthEnd => "repeat-month-end",
    };
    Msg::new(id)
        .number("every", every.every as usize)
        .msg("weekday", weekday(every.from.weekday()))
        .number("day", every.from.day() as usize)
        .date("from", every.from)
}

/// "Vrijdag 27 november 2026".
pub fn dated(on: NaiveDate) -> Msg {
    Msg::new("dated-weekday").msg("weekday", weekday(on.weekday())).date("date", on)
}

/// "Elke eerste vrijdag van de maand".
pub fn first_of_month(day: Weekday) -> Msg {
    Msg::new("repeat-first-of-month").msg("weekday", weekday(day))
}

fn weekday(day: Weekday) -> Msg {
    Msg::new("word-weekday").number("day", day.num_days_from_monday() as usize)
}

struct Said<'a> {
    words: Vec<String>,
    today: NaiveDate,
    texts: &'a Texts,
}

impl Said<'_> {
    fn has(&self, meaning: Words) -> bool {
        self.words.iter().any(|word| self.means(meaning, word))
    }

    fn means(&self, meaning: Words, word: &str) -> bool {
        Language::ALL.iter().any(|language| self.texts.vocabulary(*language).has(meaning, word))
    }

    /// "Om de week", "every other Friday".
    fn alternates(&self) -> bool {
        let said = format!(" {} ", self.words.join(" "));
        Language::ALL.iter().any(|language| {
            let words = self.texts.vocabulary(*language).list(Words::Other);
            words.iter().any(|other| said.contains(&format!(" {other} ")))
        })
    }

    fn repeats(&self) -> bool {
        let adverbs = [Words::Every, Words::Daily, Words::Weekly, Words::Monthly, Words::Yearly];
        adverbs.into_iter().any(|adverb| self.has(adverb)) || self.alternates()
    }

    /// "Elke 2 weken", "every three months".
    fn count(&self) -> Option<u32> {
        let number = |word: &String| {
            word.parse().ok().or_else(|| {
                Language::ALL.iter().find_map(|language| {
                    let numbers = self.texts.vocabulary(*language).list(Words::Number);
                    u32::try_from(numbers.iter().position(|known| known == word)?).ok()
                })
            })
        };
        self.words.iter().find_map(number).filter(|count| (1..=60).contains(count))
    }

    /// "De eerste", "1e", "15th", "15": a day of the month.
    fn day_of_month(&self) -> Option<u32> {
        let ordinal = |word: &String| {
            let place = Language::ALL.iter().find_map(|language| {
                self.texts.vocabulary(*language).list(Words::Ordinal).iter().position(|known| known == word)
            });
            let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
            place.and_then(|place| u32::try_from(place + 1).ok()).or_else(|| digits.parse().ok())
        };
        self.words.iter().find_map(ordinal).filter(|day| (1..=31).contains(day))
    }

    fn repetition(&self) -> Option<Repetition> {
        let weekday = date_words::weekday(&self.words, self.texts);
        let on_day = self.day_of_month();
        let by_month = self.has(Words::Month) || self.has(Words::Monthly);
        if weekday.is_some() && (by_month || self.has(Words::Ordinal)) {
            // "De eerste vrijdag van de maand" is no rule of ours.
            return None;
        }
        let every = if self.alternates() { 2 } else { 1 };
        let counted = self.count().unwrap_or(every);
        if let Some(weekday) = weekday {
            let every = if self.has(Words::Week) { counted } else { every };
            let from = self.first(|day| day.weekday() == weekday)?;
            return Some(Repetition { every, unit: Unit::Week, from });
        }
        let months = |every| {
            let from = Repetition { every, unit: Unit::Month, from: self.today }.first_after(self.today)?;
            // Counted from the 28th of February, the 31st would be the 28th for ever.
            let unit = if from.day() < self.today.day() { Unit::MonthEnd } else { Unit::Month };
            Some(Repetition { every, unit, from })
        };
        if self.has(Words::Quarter) {
            return months(3 * counted);
        }
        if self.has(Words::Half) {
            return months(6);
        }
        if self.has(Words::Year) || self.has(Words::Yearly) {
            return months(12 * counted);
        }
        if by_month && (self.has(Words::Final) || on_day == Some(31)) {
            return Some(Repetition { every: 1, unit: Unit::MonthEnd, from: self.month_end()? });
        }
        if by_month {
            let of_the_month = self.words.iter().any(|word| self.means(Words::DayFiller, word));
            return match on_day.filter(|_| of_the_month || self.has(Words::Ordinal)) {
                Some(day) => {
                    let from = self.first(|date| date.day() == day)?;
                    Some(Repetition { every, unit: Unit::Month, from })
                }
                None => months(counted),
            };
        }
        let unit = if self.has(Words::Week) || self.has(Words::Weekly) {
            Unit::Week
        } else if self.has(Words::Days) || self.has(Words::Daily) {
            Unit::Day
        } else {
            return None;
        };
        let from = Repetition { every: counted, unit, from: self.today }.first_after(self.today)?;
        Some(Repetition { every: counted, unit, from })
    }

    /// The first day after today that fits.
    fn first(&self, fits: impl Fn(&NaiveDate) -> bool) -> Option<NaiveDate> {
        self.today.iter_days().skip(1).take(70).find(fits)
    }

    fn month_end(&self) -> Option<NaiveDate> {
        self.first(|day| day.succ_opt().is_some_and(|next| next.day() == 1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn read(text: &str) -> Result<String, DueError> {
        read_on(today(), text)
    }

    fn read_on(today: NaiveDate, text: &str) -> Result<String, DueError> {
        let texts = Texts::built_in().unwrap();
        parse(text, today, &texts).map(|when| match when {
            When::Once(on) => on.to_string(),
            When::Every(every) => format!("{} {} {}", every.every, every.unit.slug(), every.from),
        })
    }

    #[test]
    fn what_comes_back_can_be_said_in_many_ways() {
        for (text, rule) in [
            ("elke vrijdag", "1 week 2026-11-27"),
            ("iedere maandag na sluitingstijd", "1 week 2026-11-30"),
            ("every Friday", "1 week 2026-11-27"),
            ("elke 2 weken op vrijdag", "2 week 2026-11-27"),
            ("om de week op maandag", "2 week 2026-11-30"),
            ("every other Friday", "2 week 2026-11-27"),
            ("iedere eerste van de maand", "1 month 2026-12-01"),
            ("elke maand op de 15e", "1 month 2026-12-15"),
            ("every month on the 15th", "1 month 2026-12-15"),
            ("elke 31e van de maand", "1 month-end 2026-11-30"),
            ("iedere laatste dag van de maand", "1 month-end 2026-11-30"),
            ("elke maand", "1 month 2026-12-23"),
            ("elke 3 maanden", "3 month 2027-02-23"),
            ("elk kwartaal", "3 month 2027-02-23"),
            ("elk half jaar", "6 month 2027-05-23"),
            ("jaarlijks", "12 month 2027-11-23"),
            ("wekelijks", "1 week 2026-11-30"),
            ("elke dag", "1 day 2026-11-24"),
            ("every 10 days", "10 day 2026-12-03"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(rule), "{text}");
        }
    }

    #[test]
    fn what_is_said_on_the_last_day_of_a_month_stays_there() {
        for (today, text, rule) in [
            ("2027-01-31", "elke maand", "1 month-end 2027-02-28"),
            ("2027-01-30", "every month", "1 month-end 2027-02-28"),
            ("2027-08-31", "elk half jaar", "6 month-end 2028-02-29"),
            ("2027-07-31", "elke maand", "1 month 2027-08-31"),
            ("2028-02-29", "jaarlijks", "12 month-end 2029-02-28"),
            ("2027-02-28", "elke maand", "1 month 2027-03-28"),
        ] {
            assert_eq!(read_on(today.parse().unwrap(), text).as_deref(), Ok(rule), "{today} {text}");
        }
    }

    #[test]
    fn what_is_due_once_lies_ahead() {
        for (text, day) in [
            ("voor 1 mei", "2027-05-01"),
            ("uiterlijk 1 september", "2027-09-01"),
            ("vandaag", "2026-11-23"),
            ("deze week", "2026-11-27"),
            ("by next month", "2026-12-23"),
            ("over twee weken", "2026-12-07"),
            ("voor 29 februari", "2028-02-29"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_named() {
        let unclear = Err(DueError::Day(DateError::Unclear));
        assert_eq!(read("30 februari"), Err(DueError::Day(DateError::Impossible)));
        assert_eq!(read("1 mei 2020"), Err(DueError::Over(NaiveDate::from_ymd_opt(2020, 5, 1).unwrap())));
        for text in ["ooit", "", "elke", "elke eerste vrijdag van de maand", "elke keer", "every"] {
            assert_eq!(read(text), unclear, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is typed, what is due is not over yet, and what comes back begins after today.
        #[test]
        fn nothing_is_due_before_today(text in "(elke |every |om de |)([0-9]{1,3} |eerste |laatste |)(dag|weken|maand|vrijdag|1 mei|29 februari|kwartaal|\\PC{0,12})( van de maand|)") {
            match parse(&text, today(), &Texts::built_in().unwrap()) {
                Ok(When::Once(on)) => prop_assert!(on >= today()),
                Ok(When::Every(every)) => prop_assert!(every.day(0).unwrap() > today()),
                Err(_) => {}
            }
        }
    }
}
