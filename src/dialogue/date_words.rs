//! Days as people say them: "31-12-2026", "1 mei", "mei 2025", "vorige week", "volgende week vrijdag".

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::text::{
    Language, Msg, Texts,
    vocabulary::{Words, folded},
};

/// Why some words are not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// There is no such day: 31 February.
    Impossible,
    /// It does not say a day.
    Unclear,
}

/// Reads a day, in either language. A month or a year alone is its first day; a day and month without a year is the
/// nearest one to today.
///
/// # Errors
/// [`DateError`] says why it is none.
pub fn parse(text: &str, today: NaiveDate, texts: &Texts) -> Result<NaiveDate, DateError> {
    let words: Vec<String> =
        folded(&text.replace(['/', '.'], "-").replace('-', " ")).split(' ').map(Into::into).collect();
    let reader = Reader { texts, today };
    match reader.relative(&words) {
        Some(date) => Ok(date),
        None => reader.calendar(&words),
    }
}

struct Reader<'a> {
    texts: &'a Texts,
    today: NaiveDate,
}

impl Reader<'_> {
    fn means(&self, words: Words, word: &str) -> bool {
        Language::ALL.iter().any(|language| self.texts.vocabulary(*language).is(words, word))
    }

    /// The place of a word in a list of words, in either language.
    fn place(&self, words: Words, word: &str) -> Option<usize> {
        Language::ALL.iter().find_map(|language| {
            self.texts.vocabulary(*language).list(words).iter().position(|known| known == word)
        })
    }

    fn month(&self, word: &str) -> Option<u32> {
        (1..=12u32).find(|month| {
            Language::ALL.iter().any(|language| {
                let name =
                    self.texts.plain(*language, &Msg::new("word-month").number("month", *month as usize));
                let name = folded(&name);
                name == word || (word.len() >= 3 && name.starts_with(word))
            })
        })
    }

    /// "vandaag", "vorige week", "volgende week vrijdag", "over een maand" without the numbers.
    fn relative(&self, words: &[String]) -> Option<NaiveDate> {
        let has = |meaning| words.iter().any(|word| self.means(meaning, word));
        let weekday = words
            .iter()
            .find_map(|word| self.place(Words::Weekday, word))
            .and_then(|place| Weekday::try_from(u8::try_from(place % 7).ok()?).ok());
        let direction = match (has(Words::Last), has(Words::Next)) {
            (true, false) => -1i64,
            (false, true) => 1,
            _ => 0,
        };
        if has(Words::Today) {
            return Some(self.today);
        }
        if has(Words::Yesterday) {
            return self.today.pred_opt();
        }
        if has(Words::Tomorrow) {
            return self.today.succ_opt();
        }
        if has(Words::Week) && direction != 0 {
            let week = self.shifted_days(7 * direction)?;
            return match weekday {
                Some(day) => NaiveDate::from_isoywd_opt(week.iso_week().year(), week.iso_week().week(), day),
                None => Some(week),
            };
        }
        if has(Words::Month) && direction != 0 {
            return if direction > 0 {
                self.today.checked_add_months(Months::new(1))
            } else {
                self.today.checked_sub_months(Months::new(1))
            };
        }
        if has(Words::Year) && direction != 0 {
            return if direction > 0 {
                self.today.checked_add_months(Months::new(12))
            } else {
                self.today.checked_sub_months(Months::new(12))
            };
        }
        let day = weekday?;
        let days = (1..=7).map(|distance| if direction < 0 { -distance } else { distance });
        days.filter_map(|distance| self.shifted_days(distance)).find(|date| date.weekday() == day)
    }

    fn shifted_days(&self, days: i64) -> Option<NaiveDate> {
        let distance = Days::new(days.unsigned_abs());
        if days < 0 { self.today.checked_sub_days(distance) } else { self.today.checked_add_days(distance) }
    }

    fn calendar(&self, words: &[String]) -> Result<NaiveDate, DateError> {
        let number = |word: &String| word.parse::<u32>().ok();
        let named = words.iter().find_map(|word| self.month(word));
        let numbers: Vec<u32> = words.iter().filter_map(number).collect();
        match (named, numbers.as_slice()) {
            (None, [year @ 1990..=2100]) => self.day(year_of(*year), 1, 1),
            (None, [year @ 1990..=2100, month, day]) => self.day(year_of(*year), *month, *day),
            (None, [day, month, year]) => self.day(year_of(*year), *month, *day),
            (None, [month @ 1..=12, year @ 1990..=2100]) => self.day(year_of(*year), *month, 1),
            (None, [day, month]) => self.nearest(*month, *day),
            (Some(month), [year @ 1990..=2100]) => self.day(year_of(*year), month, 1),
            (Some(month), [day, year]) => self.day(year_of(*year), month, *day),
            (Some(month), [day]) => self.nearest(month, *day),
            (Some(month), []) => self.nearest(month, 1),
            _ => Err(DateError::Unclear),
        }
    }

    fn day(&self, year: i32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
        NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::Impossible)
    }

    fn nearest(&self, month: u32, day: u32) -> Result<NaiveDate, DateError> {
        let years = [self.today.year() - 1, self.today.year(), self.today.year() + 1];
        let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        days.min_by_key(|date| (*date - self.today).abs()).ok_or(DateError::Impossible)
    }
}

/// "25" is 2025.
fn year_of(number: u32) -> i32 {
    let year = i32::try_from(number).unwrap_or(i32::MAX);
    if year < 100 { 2000 + year } else { year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DateError> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        parse(text, today, &Texts::built_in().unwrap()).map(|date| date.to_string())
    }

    #[test]
    fn a_day_can_be_written_in_many_ways() {
        for (text, day) in [
            ("31-12-2026", "2026-12-31"),
            ("31/12/26", "2026-12-31"),
            ("2026-12-31", "2026-12-31"),
            ("1 mei 2025", "2025-05-01"),
            ("May 2025", "2025-05-01"),
            ("1 dec", "2026-12-01"),
            ("2024", "2024-01-01"),
            ("5-2025", "2025-05-01"),
            ("vandaag", "2026-11-23"),
            ("gisteren", "2026-11-22"),
            ("vorige week", "2026-11-16"),
            ("volgende week vrijdag", "2026-12-04"),
            ("vrijdag", "2026-11-27"),
            ("last year", "2025-11-23"),
            ("vorige maand", "2026-10-23"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_named() {
        assert_eq!(read("31-2"), Err(DateError::Impossible));
        assert_eq!(read("29 februari 2027"), Err(DateError::Impossible));
        assert_eq!(read("ooit"), Err(DateError::Unclear));
        assert_eq!(read(""), Err(DateError::Unclear));
    }
}
