//! What became of an item, noted beside it: an item keeps no versions, and the end of a review tells all that changed.

use chrono::{DateTime, Utc};

use crate::domain::{
    call_list::is_line,
    dossier::{Dossier, Slot},
    ids::{ItemId, Slug},
    item::{Answer, Item, ItemKind, Value},
    review::STARTED,
};

/// Where it is noted that an item was added, taken off or put back.
pub const STILL_THERE: &str = "still-there";
/// Where it is noted that an item has another name, or a line of the call list another number or anything else.
pub const ANOTHER_CONTACT: &str = "another-contact";
/// Where it is noted, of the company itself, that the lines of the call list have another order.
pub const ANOTHER_ORDER: &str = "another-order";

const ADDED: &str = "added";
const GONE: &str = "gone";
const THERE: &str = "there";
const SOMEBODY_ELSE: &str = "somebody-else";
const OTHER_NUMBER: &str = "number";
const OTHER_NAME: &str = "name";
const OTHER_DETAILS: &str = "details";
const AS_BEFORE: &str = "as-before";
const MOVED: &str = "moved";

/// A note: where it is kept, and what it says.
pub type Note = (Slot, Value);

/// What became of an item in a time. Of several changes the last in this order is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Gone,
    /// It turned out to be the same as this one, which is still there.
    PartOf(ItemId),
    /// The line says something else beside name and number: when they answer, what they are to the owner.
    OtherDetails,
    /// It is called otherwise.
    OtherName,
    /// The line has another number for whom it was about.
    OtherNumber,
    /// The line is about somebody else.
    SomebodyElse,
}

/// Whether this is what is noted of an item, and no answer that somebody gave.
pub fn is_note(question: &Slug) -> bool {
    [STILL_THERE, ANOTHER_CONTACT, ANOTHER_ORDER].contains(&question.as_str())
}

/// What is to be noted of an item that is written down, if that makes it another. Nothing until a review was begun: at the end of
/// the first one counts what was told since.
pub fn note(before: Option<&Item>, after: &Item, dossier: &Dossier) -> Option<Note> {
    let (question, what) = match before {
        None => (STILL_THERE, ADDED),
        Some(before) if before.removed != after.removed => {
            (STILL_THERE, if after.removed { GONE } else { THERE })
        }
        Some(before) if is_somebody_else(before, after) => (ANOTHER_CONTACT, SOMEBODY_ELSE),
        Some(before) if is_line(before) && before.contact.phones != after.contact.phones => {
            (ANOTHER_CONTACT, OTHER_NUMBER)
        }
        Some(before) if is_renamed(before, after) => (ANOTHER_CONTACT, OTHER_NAME),
        Some(before) if is_line(before) && before.contact != after.contact => {
            (ANOTHER_CONTACT, OTHER_DETAILS)
        }
        Some(_) => return None,
    };
    reviews(dossier).then(|| said(after.id, question, what))
}

fn is_somebody_else(before: &Item, after: &Item) -> bool {
    let name = before.contact.name.is_some() && before.contact.name != after.contact.name;
    let person = before.person.is_some() && before.person != after.person;
    is_line(before) && (name || person)
}

/// Whether a thing is called otherwise. Whoever is first named on the call list is told by the answer that names them.
fn is_renamed(before: &Item, after: &Item) -> bool {
    !matches!(after.kind, ItemKind::Contact | ItemKind::Supplier) && before.contact.name != after.contact.name
}

/// What is to be noted of an item that is taken off because it is the same as another one.
pub fn note_of_merging(other: ItemId, kept: ItemId, dossier: &Dossier) -> Option<Note> {
    reviews(dossier).then(|| (Slot::of(other, STILL_THERE), Value::Item(kept)))
}

/// What is to be noted when the lines of the call list have another order.
pub fn note_of_order(dossier: &Dossier) -> Option<Note> {
    reviews(dossier).then(|| (Slot::own(ANOTHER_ORDER), Value::Choice(MOVED.into())))
}

/// What is to be noted of a line that says again what it said before somebody changed it or took it off.
pub fn notes_of_return(before: &Item, after: &Item, dossier: &Dossier) -> Vec<Note> {
    if !reviews(dossier) {
        return Vec::new();
    }
    let back = before.removed.then(|| said(after.id, STILL_THERE, THERE));
    let is_other = (&before.contact, before.person) != (&after.contact, after.person);
    back.into_iter().chain(is_other.then(|| said(after.id, ANOTHER_CONTACT, AS_BEFORE))).collect()
}

fn reviews(dossier: &Dossier) -> bool {
    dossier.answer(&Slot::own(STARTED)).is_some()
}

fn said(item: ItemId, question: &str, what: &str) -> Note {
    (Slot::of(item, question), Value::Choice(what.into()))
}

/// What became of an item since then, with the note that says who did it; `noted`: everything that was noted in one slot, the
/// oldest first. Nothing when it was undone as well.
pub fn became<'n>(
    question: &Slug,
    noted: &'n [Answer],
    since: DateTime<Utc>,
) -> Option<(Became, &'n Answer)> {
    let (before, after): (Vec<&Answer>, Vec<&Answer>) = noted.iter().partition(|answer| answer.at <= since);
    match question.as_str() {
        STILL_THERE => {
            let (first, last) = (after.first()?, *after.last()?);
            let was_there = before.last().map_or(word(first) != ADDED, |before| went(before).is_none());
            match (was_there, went(last)) {
                (true, Some(became)) => Some((became, last)),
                (false, None) => Some((Became::Added, last)),
                _ => None,
            }
        }
        ANOTHER_CONTACT => after.into_iter().fold(None, |known: Option<(Became, _)>, answer| {
            let became = match word(answer) {
                // Of what was put back nothing is left; what was told at the last review was another then.
                AS_BEFORE if known.is_some() => return None,
                OTHER_DETAILS => Became::OtherDetails,
                OTHER_NAME => Became::OtherName,
                OTHER_NUMBER => Became::OtherNumber,
                _ => Became::SomebodyElse,
            };
            Some((known.map_or(became, |(known, _)| known.max(became)), answer))
        }),
        _ => None,
    }
}

/// How it went, if this says that it did.
fn went(noted: &Answer) -> Option<Became> {
    match &noted.value {
        Value::Item(kept) => Some(Became::PartOf(*kept)),
        _ => (word(noted) == GONE).then_some(Became::Gone),
    }
}

fn word(answer: &Answer) -> &str {
    match &answer.value {
        Value::Choice(word) => word.as_str(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{contact::Contact, ids::PersonId, phone::Phone};

    fn answer(word: &str, second: i64) -> Answer {
        let at = DateTime::UNIX_EPOCH + TimeDelta::seconds(second);
        Answer { value: Value::Choice(word.into()), by: PersonId(Uuid::nil()), at, catalogue: 1 }
    }

    /// A firm of which a review was begun, with a line of the call list.
    fn firm() -> (Dossier, Item) {
        let mut dossier = Dossier::default();
        dossier.save_answer(Slot::own(STARTED), answer("begun", 0));
        let phones = vec![Phone::parse("0612345678").unwrap()];
        let contact = Contact { name: Some("Fatima".into()), phones, ..Contact::default() };
        let line = dossier.new_item(ItemKind::Contact, "deputy".into(), contact);
        (dossier, line)
    }

    /// What became of an item of which these words were noted, the first one at second 1; the last review was at this second.
    fn told(question: &str, words: &[&str], since: i64) -> Option<Became> {
        let noted: Vec<Answer> = (1..).zip(words).map(|(second, word)| answer(word, second)).collect();
        let since = DateTime::UNIX_EPOCH + TimeDelta::seconds(since);
        became(&question.into(), &noted, since).map(|(became, _)| became)
    }

    #[test]
    fn what_makes_an_item_another_is_noted_and_nothing_else() {
        let (dossier, line) = firm();
        let word = |before: Option<&Item>, after: &Item| match note(before, after, &dossier)?.1 {
            Value::Choice(word) => Some(word.as_str().to_owned()),
            _ => None,
        };
        let is = |after: Item| word(Some(&line), &after);
        let with = |contact| Item { contact, ..line.clone() };
        let renamed = Contact { name: Some("Piet".into()), ..line.contact.clone() };
        let renumbered =
            Contact { phones: vec![Phone::parse("0687654321").unwrap()], ..line.contact.clone() };
        assert_eq!(word(None, &line).as_deref(), Some(ADDED));
        assert_eq!(is(Item { removed: true, ..line.clone() }).as_deref(), Some(GONE));
        assert_eq!(is(with(renamed)).as_deref(), Some(SOMEBODY_ELSE));
        assert_eq!(is(with(renumbered)).as_deref(), Some(OTHER_NUMBER));
        let reachable = Contact { hours: Some("ma-vr 9-17".into()), ..line.contact.clone() };
        let related = Contact { relation: Some("zus".into()), ..line.contact.clone() };
        assert_eq!(is(with(reachable)).as_deref(), Some(OTHER_DETAILS));
        assert_eq!(is(with(related)).as_deref(), Some(OTHER_DETAILS));
        assert_eq!(is(Item { rank: 7, checked_at: Some(DateTime::UNIX_EPOCH), ..line.clone() }), None);
        let gone = Item { removed: true, ..line.clone() };
        assert_eq!(word(Some(&gone), &line).as_deref(), Some(THERE));
        assert_eq!(note(None, &line, &Dossier::default()), None, "nobody reviews yet");
    }

    #[test]
    fn a_thing_that_is_called_otherwise_is_noted_and_whoever_is_named_first_is_not() {
        let (dossier, _) = firm();
        let noted = |kind, before: Option<&str>, after: &str| {
            let named = |name: Option<&str>| Contact { name: name.map(Into::into), ..Contact::default() };
            let before = dossier.new_item(kind, "till".into(), named(before));
            let after = Item { contact: named(Some(after)), ..before.clone() };
            note(Some(&before), &after, &dossier).map(|(_, value)| value)
        };
        let other_name = Some(Value::Choice(OTHER_NAME.into()));
        for before in [None, Some("Kassa")] {
            assert_eq!(noted(ItemKind::Device, before, "Balie"), other_name, "{before:?}");
        }
        assert_eq!(noted(ItemKind::Device, Some("Balie"), "Balie"), None);
        assert_eq!(noted(ItemKind::Supplier, None, "KPN"), None);
    }

    #[test]
    fn what_turned_out_to_be_the_same_as_another_is_part_of_that() {
        let (dossier, line) = firm();
        let (kept, at) = (ItemId(9), DateTime::UNIX_EPOCH);
        let (slot, value) = note_of_merging(line.id, kept, &dossier).unwrap();
        let noted = [answer(GONE, 1), Answer { value, ..answer(GONE, 1) }];
        let told = |noted: &[Answer]| became(&slot.question, noted, at).map(|(became, _)| became);
        assert_eq!(told(&noted), Some(Became::PartOf(kept)));
        let back = [noted.as_slice(), &[answer(THERE, 2)]].concat();
        assert_eq!(told(&back), None, "put back");
        assert_eq!(note_of_merging(line.id, kept, &Dossier::default()), None, "nobody reviews yet");
    }

    #[test]
    fn what_was_undone_is_not_told() {
        for (words, since, expected) in [
            (&[GONE][..], 0, Some(Became::Gone)),
            (&[GONE], 1, None),
            (&[GONE, THERE], 0, None),
            (&[GONE, THERE], 1, Some(Became::Added)),
            (&[GONE, THERE, GONE], 2, Some(Became::Gone)),
            (&[ADDED], 0, Some(Became::Added)),
            (&[ADDED, GONE], 0, None),
            (&[ADDED, GONE], 1, Some(Became::Gone)),
        ] {
            assert_eq!(told(STILL_THERE, words, since), expected, "{words:?} {since}");
        }
        for (words, since, expected) in [
            (&[OTHER_NUMBER][..], 0, Some(Became::OtherNumber)),
            (&[OTHER_NUMBER, OTHER_NUMBER], 1, Some(Became::OtherNumber)),
            (&[SOMEBODY_ELSE, OTHER_NUMBER], 0, Some(Became::SomebodyElse)),
            (&[OTHER_NUMBER, OTHER_DETAILS], 0, Some(Became::OtherNumber)),
            (&[OTHER_NUMBER, OTHER_DETAILS], 1, Some(Became::OtherDetails)),
            (&[OTHER_DETAILS, OTHER_NAME], 0, Some(Became::OtherName)),
            (&[SOMEBODY_ELSE, AS_BEFORE], 0, None),
            (&[SOMEBODY_ELSE, AS_BEFORE], 1, Some(Became::SomebodyElse)),
            (&[SOMEBODY_ELSE, AS_BEFORE, OTHER_NUMBER], 0, Some(Became::OtherNumber)),
        ] {
            assert_eq!(told(ANOTHER_CONTACT, words, since), expected, "{words:?} {since}");
        }
    }
}
