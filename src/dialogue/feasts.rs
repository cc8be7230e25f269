//! Days that people name without a number: "voor kerst", "met Pasen", "voor de zomervakantie".

use chrono::NaiveDate;

use crate::text::vocabulary::Words;

/// What is known by name.
pub const ALL: [Words; 3] = [Words::Christmas, Words::Easter, Words::Summer];

/// The day in a year. The summer holidays begin in July, in which week depends on the region.
pub fn day_in(year: i32, feast: Words) -> Option<NaiveDate> {
    match feast {
        Words::Christmas => NaiveDate::from_ymd_opt(year, 12, 25),
        Words::Summer => NaiveDate::from_ymd_opt(year, 7, 1),
        Words::Easter => easter(year),
        _ => None,
    }
}

/// Easter Sunday by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let skipped = (8 * century + 13) / 25;
    let moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 19 * sunday) / 433;
    let place = moon + sunday - 7 * late;
    let month = (place + 90) / 25;
    let day = (place + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_found_early_and_late() {
        for (year, day) in
            [(2008, "2008-03-23"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")]
        {
            assert_eq!(easter(year).map(|day| day.to_string()).as_deref(), Some(day));
        }
    }
}
