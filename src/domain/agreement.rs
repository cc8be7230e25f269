//! Who does what by when and how it is checked: an item with answers, of which this is the reading.
//!
//! What was agreed to is what was read: an "akkoord" holds for the words, the person and the day that it was given
//! to, and for no others. Not here: asking (the catalogue), and when to remind (schedules).

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    diary,
    dossier::{Dossier, Slot},
    fingerprint::fingerprint,
    ids::{PersonId, Slug},
    item::{Item, ItemKind, Value, beside},
    repetition::Repetition,
    schedule::{habits, is_ahead},
};

/// The question that gathers agreements, one line each.
pub const LINES: &str = "agreement-lines";
/// The question who does it.
pub const WHO: &str = "agreement-who";
/// The question when it is due, or how often.
pub const WHEN: &str = "agreement-when";
/// The question how it is checked.
pub const CHECK: &str = "agreement-check";
/// How it is checked: whoever says so is asked on the day.
pub const ASK_ME: &str = "ask";
/// Where it is kept that somebody agreed, or wants it otherwise.
pub const CONSENT: &str = "agreement-consent";
/// Where it is kept on which day to ask somebody outside for the answer.
pub const REPLY: &str = "agreement-reply";
/// What an entry in the diary of an agreement says when it was kept.
pub const DONE: &str = "done";

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Once, on or before a day.
    Once(NaiveDate),
    /// Again and again.
    Every(Repetition),
}

/// What became of an agreement on a day that it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Not done, or nothing was heard before it was due again.
    Missed,
    /// Due now, and nothing was heard yet.
    Open,
}

/// What the person who does it said about the agreement as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consent<'a> {
    /// Nothing.
    None,
    /// They agree.
    Agreed(PersonId, DateTime<Utc>),
    /// They want it otherwise, in their words.
    Wish(&'a str, PersonId),
}

/// The agreements, oldest first.
pub fn agreements(dossier: &Dossier) -> impl Iterator<Item = &Item> {
    dossier.items_of(ItemKind::Agreement)
}

/// What was agreed, in the owner's words.
pub fn what(item: &Item) -> &str {
    item.contact.name.as_ref().map_or("", |name| name.as_str())
}

/// When it is due, if that was told.
pub fn when(item: &Item) -> Option<When> {
    match item.value(WHEN)? {
        Value::Date(on) => Some(When::Once(*on)),
        Value::Every(every) => Some(When::Every(*every)),
        _ => None,
    }
}

/// The day that is to be asked back about: it has come, and it is not known by now to be done or missed.
pub fn open_on(item: &Item, today: NaiveDate, now: DateTime<Utc>) -> Option<NaiveDate> {
    let (on, outcome) = *outcomes(item, today, now).first()?;
    (outcome == Outcome::Open).then_some(on)
}

/// The day on which it was not kept, if that is where it stands: the last time it was missed, or it is late.
pub fn not_kept(item: &Item, today: NaiveDate, now: DateTime<Utc>) -> Option<NaiveDate> {
    let late = |(on, outcome): &&(NaiveDate, Outcome)| match outcome {
        Outcome::Missed => true,
        Outcome::Open => *on < today && matches!(when(item), Some(When::Once(_))),
        Outcome::Done => false,
    };
    let since = match when(item)? {
        When::Once(on) => on,
        When::Every(every) => every.day(0)?,
    };
    let outcomes = outcomes(item, today, now);
    // A day that is still open does not make good the one before it; a day under another rule is settled.
    let mut under_it = outcomes.iter().filter(|(on, _)| *on >= since);
    let settled = under_it.find(|found| found.1 != Outcome::Open || late(found));
    settled.filter(late).map(|(on, _)| *on)
}

/// So many days back at most are told one by one.
const MOST_DAYS: usize = 60;

/// Every day on which it was due until today, the last one first, with what became of it by now. What was told later than
/// that was told while a clock was wrong, and settles nothing.
pub fn outcomes(item: &Item, today: NaiveDate, now: DateTime<Utc>) -> Vec<(NaiveDate, Outcome)> {
    let mut days: Vec<NaiveDate> = match when(item) {
        Some(When::Once(on)) => (on <= today).then_some(on).into_iter().collect(),
        Some(When::Every(every)) => every.back_from(today).take(MOST_DAYS).collect(),
        None => Vec::new(),
    };
    let last_due = days.first().copied();
    let told = diary::entries(&item.answers).into_iter().filter(|(_, answer)| !is_ahead(answer.at, now));
    let entries: Vec<&diary::Entry> = told.map(|(entry, _)| entry).collect();
    // What was written down under an earlier date stays in the list.
    days.extend(entries.iter().take(MOST_DAYS).map(|entry| entry.on));
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    let outcome = |on: &NaiveDate| match entries.iter().find(|entry| entry.on == *on) {
        Some(entry) if entry.has(DONE) => Outcome::Done,
        Some(_) => Outcome::Missed,
        None if last_due == Some(*on) => Outcome::Open,
        None => Outcome::Missed,
    };
    days.iter().map(|on| (*on, outcome(on))).collect()
}

/// What was said about the agreement as it stands; an "akkoord" to other words is none.
pub fn consent(item: &Item) -> Consent<'_> {
    match item.answers.get(CONSENT).map(|answer| (&answer.value, answer)) {
        Some((Value::Number(read), answer)) if *read == terms(item) => Consent::Agreed(answer.by, answer.at),
        Some((Value::Text(wish), answer)) => Consent::Wish(wish, answer.by),
        _ => Consent::None,
    }
}

/// A number that stands for the words, the person, the day and the check: another one when any of them changes.
pub fn terms(item: &Item) -> u32 {
    let told = [WHO, WHEN, CHECK].map(|question| item.value(question));
    let text = serde_json::to_string(&(what(item), told)).unwrap_or_default();
    fingerprint(text)
}

/// The day on which to ask somebody outside for the answer, while there is none.
pub fn reply_on(item: &Item) -> Option<NaiveDate> {
    match item.value(REPLY)? {
        Value::Date(on) if consent(item) == Consent::None => Some(*on),
        _ => None,
    }
}

/// Whose words say when it is due, or how it is checked: who told so, whoever confirmed it since.
pub fn told_by(item: &Item, question: &str) -> Option<PersonId> {
    let answer = item.answers.get(question)?;
    let teller = match beside(&item.answers, question, "by") {
        Some(Value::Choice(word)) => habits::person(word),
        _ => None,
    };
    Some(teller.unwrap_or(answer.by))
}

/// Where it is kept whose words an answer says when somebody else confirms it; `None`: it makes no difference. It counts
/// until the answer is newer.
pub fn teller_slot(told: &Slot) -> Option<Slot> {
    let question = told.question.as_str();
    let matters = question == WHEN || question == CHECK;
    matters.then(|| Slot { item: told.item, question: teller_of(question) })
}

fn teller_of(question: &str) -> Slug {
    format!("{question}-by").as_str().into()
}

/// The entry to write down for a day, and its place.
pub fn entry(item: &Item, on: NaiveDate, done: bool) -> (Slug, Value) {
    let done = if done { vec![Slug::from(DONE)] } else { Vec::new() };
    (diary::place(&item.answers, on), Value::Entry(diary::Entry { on, done }))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, item::Answer, repetition::Unit};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn noon(on: NaiveDate) -> DateTime<Utc> {
        on.and_hms_opt(12, 0, 0).unwrap().and_utc()
    }

    /// What is open at noon of a day.
    fn open(item: &Item, on: &str) -> Option<NaiveDate> {
        open_on(item, day(on), noon(day(on)))
    }

    /// What was not kept by noon of a day.
    fn late(item: &Item, on: &str) -> Option<NaiveDate> {
        not_kept(item, day(on), noon(day(on)))
    }

    fn agreement(what: &str) -> Item {
        let contact = Contact { name: Some(what.into()), ..Contact::default() };
        Dossier::default().new_item(ItemKind::Agreement, "agreement".into(), contact)
    }

    fn tell(item: &mut Item, question: &str, value: Value) {
        let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
        item.answers.insert(question.into(), Answer { value, by, at, catalogue: 1 });
    }

    fn fridays() -> Item {
        let mut item = agreement("Anna maakt de back-up los");
        let every = Repetition { every: 1, unit: Unit::Week, from: day("2026-11-27") };
        tell(&mut item, WHEN, Value::Every(every));
        item
    }

    fn note(item: &mut Item, on: &str, done: bool) {
        let (place, value) = entry(item, day(on), done);
        tell(item, place.as_str(), value);
    }

    #[test]
    fn a_friday_of_which_nothing_was_heard_is_missed_once_the_next_has_come() {
        let mut item = fridays();
        note(&mut item, "2026-11-27", true);
        assert_eq!(open(&item, "2026-12-04"), Some(day("2026-12-04")));
        assert_eq!(late(&item, "2026-12-10"), None);
        let outcomes = outcomes(&item, day("2026-12-11"), noon(day("2026-12-11")));
        let expected = [
            (day("2026-12-11"), Outcome::Open),
            (day("2026-12-04"), Outcome::Missed),
            (day("2026-11-27"), Outcome::Done),
        ];
        assert_eq!(outcomes, expected);
        assert_eq!(late(&item, "2026-12-11"), Some(day("2026-12-04")));
        note(&mut item, "2026-12-11", true);
        assert_eq!(late(&item, "2026-12-11"), None);
    }

    #[test]
    fn what_is_due_once_is_late_the_day_after_and_done_for_ever() {
        let mut item = agreement("Kees vervangt de oude computer");
        tell(&mut item, WHEN, Value::Date(day("2027-05-01")));
        assert_eq!((open(&item, "2027-05-01"), late(&item, "2027-05-01")), (Some(day("2027-05-01")), None));
        assert_eq!(late(&item, "2027-05-02"), Some(day("2027-05-01")));
        note(&mut item, "2027-05-01", true);
        assert_eq!((open(&item, "2027-06-01"), late(&item, "2027-06-01")), (None, None));
    }

    #[test]
    fn what_was_told_while_a_clock_was_ahead_settles_nothing() {
        let mut item = fridays();
        for on in ["2026-12-04", "2035-08-31"] {
            let (place, value) = entry(&item, day(on), true);
            let (by, at) = (PersonId(Uuid::nil()), noon(day("2035-08-31")));
            item.answers.insert(place, Answer { value, by, at, catalogue: 1 });
        }
        assert_eq!(open(&item, "2026-12-04"), Some(day("2026-12-04")));
        assert_eq!(late(&item, "2026-12-11"), Some(day("2026-12-04")));
        note(&mut item, "2026-12-11", true);
        assert_eq!((open(&item, "2026-12-11"), late(&item, "2026-12-11")), (None, None));
    }

    #[test]
    fn what_was_put_off_is_not_late_before_its_new_day() {
        let mut item = agreement("Kees vervangt de oude computer");
        tell(&mut item, WHEN, Value::Date(day("2027-05-01")));
        note(&mut item, "2027-05-01", false);
        tell(&mut item, WHEN, Value::Date(day("2027-06-01")));
        assert_eq!(late(&item, "2027-05-20"), None);
        assert_eq!(late(&item, "2027-06-02"), Some(day("2027-06-01")));
        let told = outcomes(&item, day("2027-05-20"), noon(day("2027-05-20")));
        assert_eq!(told, [(day("2027-05-01"), Outcome::Missed)]);
    }

    #[test]
    fn an_akkoord_holds_for_the_words_it_was_given_to() {
        let mut item = fridays();
        let read = terms(&item);
        tell(&mut item, CONSENT, Value::Number(read));
        assert!(matches!(consent(&item), Consent::Agreed(..)));
        tell(&mut item, WHEN, Value::Date(day("2026-12-01")));
        assert_eq!(consent(&item), Consent::None);
        tell(&mut item, CONSENT, Value::Text("liever op zaterdag".into()));
        assert!(matches!(consent(&item), Consent::Wish("liever op zaterdag", _)));
    }

    proptest! {
        /// At most one day is open, and it is the last one that was due.
        #[test]
        fn one_day_at_most_is_open(every in 1u32..5, noted in prop::collection::vec((0u32..20, any::<bool>()), 0..12), today in 0i64..400) {
            let from = day("2026-01-31");
            let today = from + TimeDelta::days(today);
            let mut item = agreement("x");
            let rule = Repetition { every, unit: Unit::Month, from };
            tell(&mut item, WHEN, Value::Every(rule));
            for (number, done) in noted {
                if let Some(on) = rule.day(number).filter(|on| *on <= today) {
                    let (place, value) = entry(&item, on, done);
                    tell(&mut item, place.as_str(), value);
                }
            }
            let all = outcomes(&item, today, noon(today));
            let open: Vec<_> = all.iter().filter(|(_, outcome)| *outcome == Outcome::Open).collect();
            prop_assert!(open.len() <= 1);
            prop_assert_eq!(open_on(&item, today, noon(today)), open.first().map(|(on, _)| *on));
            prop_assert!(open.iter().all(|(on, _)| Some(*on) == rule.back_from(today).next()));
            prop_assert_eq!(all.len(), rule.back_from(today).count());
        }
    }
}
