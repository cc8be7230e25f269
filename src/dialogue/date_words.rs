//! Days as people say them: "31-12-2026", "1 mei", "mei 2025", "vorige week", "volgende week vrijdag".

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::{
    dialogue::feasts,
    text::{
        Language, Msg, Texts,
        vocabulary::{Words, folded},
    },
};

/// Nobody means a day outside these years.
const YEARS: RangeInclusive<i32> = 1900..=2100;
/// What makes a number of a day: "21ste december", "December 1st".
const ORDINALS: [&str; 7] = ["ste", "de", "e", "st", "nd", "rd", "th"];

/// Why some words are not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// There is no such day: 31 February.
    Impossible,
    /// It does not say a day.
    Unclear,
}

/// On which side of today a day lies that does not say so: "dinsdag", "1 mei".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// A day of the week is the next one, a day of the year the nearest.
    Nearest,
    /// The last one until today.
    Past,
    /// The first one from today.
    Future,
}

/// Reads a day, in either language. A month or a year alone is its first day; a day that may lie before or after today
/// lies on the side of `lean`.
///
/// # Errors
/// [`DateError`] says why it is none.
pub fn parse_leaning(
    text: &str,
    today: NaiveDate,
    lean: Lean,
    texts: &Texts,
) -> Result<NaiveDate, DateError> {
    let reader = Reader { texts, today, lean };
    let words = reader.words(text);
    let date = match reader.relative(&words) {
        Some(date) => date,
        None => reader.calendar(&words)?,
    };
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(DateError::Impossible) }
}

/// Whether a word, folded already, can be part of how a day is said: "vrijdag", "1", "mei", "de".
pub fn is_part_of_a_day(word: &str, texts: &Texts) -> bool {
    let reader = Reader { texts, today: NaiveDate::default(), lean: Lean::Nearest };
    let word = reader.without_day_part(word);
    const PARTS: [Words; 18] = [
        Words::Today,
        Words::Yesterday,
        Words::Tomorrow,
        Words::DayBefore,
        Words::DayAfter,
        Words::Last,
        Words::Next,
        Words::This,
        Words::Days,
        Words::Week,
        Words::Month,
        Words::Year,
        Words::Ago,
        Words::After,
        Words::DayPart,
        Words::DayFiller,
        Words::PeriodEnd,
        Words::Number,
    ];
    let number = word.trim_end_matches(|c: char| c.is_alphabetic()).parse::<u32>().is_ok();
    number
        || reader.place(Words::Weekday, word).is_some()
        || reader.month(word).is_some()
        || PARTS.into_iter().chain(feasts::ALL).any(|part| reader.means(part, word))
}

/// The day of the week that is named, if there is one.
pub fn weekday(words: &[String], texts: &Texts) -> Option<Weekday> {
    let reader = Reader { texts, today: NaiveDate::default(), lean: Lean::Nearest };
    words.iter().find_map(|word| reader.weekday(word))
}

struct Reader<'a> {
    texts: &'a Texts,
    today: NaiveDate,
    lean: Lean,
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

    /// Small letters, no accents, "dinsdagochtend" as "dinsdag", and no time of day.
    fn words(&self, text: &str) -> Vec<String> {
        let text = folded(&self.without_times(text).join(" ").replace(['/', '.', '-'], " "));
        let mut words: Vec<String> = Vec::new();
        for word in text.split(' ') {
            if self.means(Words::Hour, word) && words.last().is_some_and(|hour| hour.parse::<u32>().is_ok()) {
                words.pop();
                continue;
            }
            words.push(self.without_day_part(word).to_owned());
        }
        words
    }

    /// The words without "9:15" and "14.00 uur".
    fn without_times<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut kept = Vec::new();
        let mut tokens = text.split_whitespace().peekable();
        while let Some(token) = tokens.next() {
            let in_hours = tokens.peek().is_some_and(|next| self.means(Words::Hour, &folded(next)));
            let is_time = token.contains(':') || (in_hours && token.contains('.'));
            if is_time && token.starts_with(|c: char| c.is_ascii_digit()) {
                let _hour = tokens.next_if(|_| in_hours);
            } else {
                kept.push(token);
            }
        }
        kept
    }

    /// "Dinsdagochtend" is "dinsdag", "gisteravond" is "gister".
    fn without_day_part<'t>(&self, word: &'t str) -> &'t str {
        let parts = Language::ALL.iter().flat_map(|l| self.texts.vocabulary(*l).list(Words::DayPart));
        let mut days = parts.filter_map(|part| word.strip_suffix(part.as_str()));
        let is_day = |day: &&str| {
            self.weekday(day).is_some()
                || self.means(Words::Yesterday, day)
                || self.means(Words::Tomorrow, day)
        };
        days.find(is_day).unwrap_or(word)
    }

    fn weekday(&self, word: &str) -> Option<Weekday> {
        Weekday::try_from(u8::try_from(self.place(Words::Weekday, word)? % 7).ok()?).ok()
    }

    /// The day of the week that is named, in the week of this day; without one this day itself.
    fn in_week_of(&self, day: NaiveDate, words: &[String]) -> Option<NaiveDate> {
        let week = day.iso_week();
        match words.iter().find_map(|word| self.weekday(word)) {
            Some(weekday) => NaiveDate::from_isoywd_opt(week.year(), week.week(), weekday),
            None => Some(day),
        }
    }

    /// "2 weken geleden", "over drie dagen", "vrijdag over een week".
    fn distance(&self, words: &[String]) -> Option<NaiveDate> {
        let has = |meaning| words.iter().any(|word| self.means(meaning, word));
        let ago = has(Words::Ago);
        if !ago && !has(Words::After) {
            return None;
        }
        let count = |word: &String| {
            word.parse::<u32>().ok().or_else(|| u32::try_from(self.place(Words::Number, word)?).ok())
        };
        let count = words.iter().find_map(count).unwrap_or(1).min(100_000);
        let days = if has(Words::Days) {
            count
        } else if has(Words::Week) {
            let distance = i64::from(count) * 7;
            let week = self.shifted_days(if ago { -distance } else { distance })?;
            return self.in_week_of(week, words);
        } else {
            let months = if has(Words::Month) {
                count
            } else if has(Words::Year) {
                count * 12
            } else {
                return None;
            };
            return self.shifted_months(months, ago);
        };
        self.shifted_days(if ago { -i64::from(days) } else { i64::from(days) })
    }

    /// "Deze week": until Friday, or Sunday if that is over; "deze maand": until its last day.
    fn this_period(&self, words: &[String]) -> Option<NaiveDate> {
        let has = |meaning| words.iter().any(|word| self.means(meaning, word));
        if self.lean != Lean::Future || !has(Words::This) {
            return None;
        }
        let week = self.today.iso_week();
        let day = |day| NaiveDate::from_isoywd_opt(week.year(), week.week(), day);
        if has(Words::Week) {
            return day(Weekday::Fri).filter(|friday| *friday >= self.today).or_else(|| day(Weekday::Sun));
        }
        has(Words::Month).then(|| self.today.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt())?
    }

    /// "Voor kerst", "Pasen 2027".
    fn feast(&self, words: &[String]) -> Option<NaiveDate> {
        let has = |meaning: &Words| words.iter().any(|word| self.means(*meaning, word));
        let feast = feasts::ALL.into_iter().find(has)?;
        let year = words.iter().filter_map(|word| word.parse::<i32>().ok()).find(|year| *year >= 1990);
        match year {
            Some(year) => feasts::day_in(year, feast),
            None => self.on_its_side(|year| feasts::day_in(year, feast)),
        }
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
        let weekday = words.iter().find_map(|word| self.weekday(word));
        let direction = match (has(Words::Last), has(Words::Next)) {
            (true, false) => -1i64,
            (false, true) => 1,
            _ => 0,
        };
        let named = self.distance(words).or_else(|| self.this_period(words)).or_else(|| self.feast(words));
        if named.is_some() {
            return named;
        }
        if let Some(date) = self.dated(words, direction) {
            return date;
        }
        if has(Words::DayBefore) {
            return self.shifted_days(-2);
        }
        if has(Words::DayAfter) {
            return self.shifted_days(2);
        }
        if has(Words::Today) {
            return Some(self.today);
        }
        if has(Words::Yesterday) {
            return self.today.pred_opt();
        }
        if has(Words::Tomorrow) && weekday.is_none() {
            return self.today.succ_opt();
        }
        if has(Words::Week) && direction != 0 {
            let week = self.shifted_days(7 * direction)?;
            return self.in_week_of(week, words);
        }
        if has(Words::Month) && direction != 0 {
            return self.shifted_months(1, direction < 0);
        }
        if has(Words::Year) && direction != 0 {
            return self.shifted_months(12, direction < 0);
        }
        if direction < 0 && has(Words::DayPart) && weekday.is_none() {
            return self.today.pred_opt();
        }
        let day = weekday?;
        let back = direction < 0;
        let days: Vec<i64> = match self.lean {
            Lean::Past if direction == 0 => (0..7).map(|distance| -distance).collect(),
            _ => (1..=7).map(|distance| if back { -distance } else { distance }).collect(),
        };
        days.into_iter().filter_map(|distance| self.shifted_days(distance)).find(|date| date.weekday() == day)
    }

    /// "Vrijdag 11 december", "mei volgend jaar": a day of the calendar, whatever stands around it.
    fn dated(&self, words: &[String], direction: i64) -> Option<Option<NaiveDate>> {
        let numbers = numbers(words);
        let month = words.iter().find_map(|word| self.month(word));
        if let Some(month) = month
            && direction != 0
            && words.iter().any(|word| self.means(Words::Year, word))
        {
            let year = self.today.year() + i32::from(direction > 0) - i32::from(direction < 0);
            return Some(NaiveDate::from_ymd_opt(year, month, numbers.first().copied().unwrap_or(1)));
        }
        match (month, numbers.as_slice()) {
            (Some(_), [_, ..]) => Some(self.calendar(words).ok()),
            // Two numbers may be a time as well.
            (None, [_, _, ..]) => self.calendar(words).ok().map(Some),
            _ => None,
        }
    }

    fn shifted_months(&self, months: u32, back: bool) -> Option<NaiveDate> {
        let distance = Months::new(months);
        if back { self.today.checked_sub_months(distance) } else { self.today.checked_add_months(distance) }
    }

    fn shifted_days(&self, days: i64) -> Option<NaiveDate> {
        let distance = Days::new(days.unsigned_abs());
        if days < 0 { self.today.checked_sub_days(distance) } else { self.today.checked_add_days(distance) }
    }

    fn calendar(&self, words: &[String]) -> Result<NaiveDate, DateError> {
        let named = words.iter().find_map(|word| self.month(word));
        let numbers = numbers(words);
        let at_end = words.iter().any(|word| self.means(Words::PeriodEnd, word));
        match (named, numbers.as_slice()) {
            (None, [year @ 1990..=2100]) if at_end => self.day(year_of(*year), 12, 31),
            (Some(month), [year @ 1990..=2100]) if at_end => {
                last_of(year_of(*year), month).ok_or(DateError::Impossible)
            }
            (Some(month), []) if at_end => {
                self.on_its_side(|year| last_of(year, month)).ok_or(DateError::Impossible)
            }
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
        self.on_its_side(|year| NaiveDate::from_ymd_opt(year, month, day)).ok_or(DateError::Impossible)
    }

    /// The nearest of the days of these years, on the side that is meant.
    fn on_its_side(&self, day_in: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        // A 29 February can lie eight years away: there is none in 2100.
        let years = self.today.year() - 8..=self.today.year() + 8;
        let fits = |date: &NaiveDate| match self.lean {
            Lean::Nearest => true,
            Lean::Past => *date <= self.today,
            Lean::Future => *date >= self.today,
        };
        years.filter_map(day_in).filter(fits).min_by_key(|date| (*date - self.today).abs())
    }
}

/// The numbers among the words, also "21ste" and "1st".
fn numbers(words: &[String]) -> Vec<u32> {
    let bare = |word: &String| {
        let endings = ORDINALS.iter().filter_map(|ending| word.strip_suffix(*ending));
        std::iter::once(word.as_str()).chain(endings).find_map(|digits| digits.parse().ok())
    };
    words.iter().filter_map(bare).collect()
}

/// The last day of a month.
fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// "25" is 2025.
fn year_of(number: u32) -> i32 {
    let year = i32::try_from(number).unwrap_or(i32::MAX);
    if year < 100 { 2000 + year } else { year }
}

#[cfg(test)]
mod tests;
