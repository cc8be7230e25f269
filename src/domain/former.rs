//! What a line of the call list said before somebody changed it. It is kept for a while, so that it can be put back.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    call_list::is_line,
    contact::Contact,
    ids::PersonId,
    item::{Answers, Item},
    party::is_another,
};

/// For so long it can be put back.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// What a line said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// How they could be reached.
    pub contact: Contact,
    /// The member that it was, if it was one.
    pub person: Option<PersonId>,
    /// Who changed that.
    pub by: PersonId,
    /// When, for the last time.
    pub at: DateTime<Utc>,
    /// What belonged to whoever it was, and was emptied when somebody else took their place.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// What the line said when somebody else stood on it still, if that can be put back after this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<Self>>,
}

impl Former {
    /// What an item says, before somebody changes it.
    pub fn of(item: &Item, by: PersonId, at: DateTime<Utc>) -> Self {
        let contact = item.contact.clone();
        Self { contact, person: item.person, by, at, answers: Answers::new(), before: None }
    }

    /// The same with what can be put back after it. Of more than one the first is kept: whoever changes a line again and again
    /// to mislead takes away nothing of what it said before all that.
    pub fn on_top_of(self, earlier: Option<Self>) -> Self {
        let before = earlier.map(|earlier| earlier.before.clone().unwrap_or_else(|| Box::new(earlier)));
        Self { before, ..self }
    }

    /// What of it can be put back at this instant.
    pub fn still(self, now: DateTime<Utc>) -> Option<Self> {
        self.kept(&|former| former.counts(now))
    }

    /// What of it is not from before this instant.
    pub fn since(self, past: DateTime<Utc>) -> Option<Self> {
        self.kept(&|former| former.at >= past)
    }

    fn kept(self, is_kept: &impl Fn(&Self) -> bool) -> Option<Self> {
        is_kept(&self).then(|| {
            let before = self.before.and_then(|before| before.kept(is_kept)).map(Box::new);
            Self { before, ..self }
        })
    }

    /// Whether it is about the party that stands on the line now.
    pub fn is_about(&self, item: &Item) -> bool {
        let was = Item { contact: self.contact.clone(), person: self.person, ..item.clone() };
        !is_another(&was, item)
    }

    /// Whether it can be put back at this instant.
    pub fn counts(&self, now: DateTime<Utc>) -> bool {
        now < self.at + KEPT
    }

    /// Whether a line says this, and nothing of it is missing.
    pub fn is_said_by(&self, item: &Item) -> bool {
        !item.removed && self.contact == item.contact && self.person == item.person && self.answers.is_empty()
    }
}

/// Whether a change takes away what a line of the call list said: a name or numbers that were there, who it is, or the line.
pub fn takes_away(before: &Item, after: &Item) -> bool {
    let (was, is) = (&before.contact, &after.contact);
    let name = was.name.is_some() && was.name != is.name;
    let numbers = !was.phones.is_empty() && was.phones != is.phones;
    let person = before.person.is_some() && before.person != after.person;
    !before.removed && is_line(before) && (name || numbers || person || after.removed)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        dossier::Dossier,
        item::{Answer, ItemKind, Value},
        phone::Phone,
    };

    const BRAM: PersonId = PersonId(Uuid::from_u128(2));

    fn line() -> Item {
        let phones = vec![Phone::parse("0612345678").unwrap()];
        let contact = Contact { name: Some("Fatima".into()), phones, ..Contact::default() };
        Dossier::default().new_item(ItemKind::Contact, "deputy".into(), contact)
    }

    #[test]
    fn another_name_number_or_person_and_being_taken_off_take_something_away() {
        let renamed = |name: &str| Contact { name: Some(name.into()), ..line().contact };
        let numbered = |phones| Contact { phones, ..line().contact };
        let mine = Item { person: Some(BRAM), ..line() };
        assert!(takes_away(&line(), &Item { contact: renamed("Fatma"), ..line() }));
        assert!(takes_away(&line(), &Item { contact: numbered(Vec::new()), ..line() }));
        assert!(takes_away(&line(), &Item { removed: true, ..line() }));
        assert!(takes_away(&mine, &line()));
    }

    #[test]
    fn what_only_adds_to_a_line_takes_nothing_away() {
        let bare = Item { contact: Contact { phones: Vec::new(), ..line().contact }, ..line() };
        assert!(!takes_away(&bare, &line()), "a first number");
        assert!(!takes_away(&line(), &Item { rank: 7, checked_at: Some(DateTime::UNIX_EPOCH), ..line() }));
        assert!(!takes_away(&line(), &Item { person: Some(BRAM), ..line() }));
        let gone = Item { removed: true, ..line() };
        assert!(!takes_away(&gone, &line()), "put back");
        let thing = |removed| Item { kind: ItemKind::Device, removed, ..line() };
        assert!(!takes_away(&thing(false), &thing(true)), "no line of the call list");
    }

    #[test]
    fn it_can_be_put_back_for_thirty_days_and_not_a_second_longer() {
        let at = DateTime::UNIX_EPOCH;
        let former = Former::of(&line(), BRAM, at);
        assert!(former.counts(at + KEPT - TimeDelta::seconds(1)));
        assert!(!former.counts(at + KEPT));
        assert!(former.is_said_by(&line()));
        assert!(!former.is_said_by(&Item { removed: true, ..line() }));
        assert!(!former.is_said_by(&Item { person: Some(BRAM), ..line() }));
        let value = Value::Text("4711".into());
        let number = Answer { value, by: BRAM, at, catalogue: 1 };
        let emptied = Former { answers: [("supplier-customer-number".into(), number)].into(), ..former };
        assert!(!emptied.is_said_by(&line()), "its customer number is not there");
    }

    #[test]
    fn of_many_changes_the_newest_and_the_first_can_be_put_back_each_for_thirty_days() {
        let at = |day| DateTime::UNIX_EPOCH + TimeDelta::days(day);
        let [first, second, third] = [0, 10, 20].map(|day| Former::of(&line(), BRAM, at(day)));
        let all = third.on_top_of(Some(second.on_top_of(Some(first))));
        let days =
            |former: Option<Former>| former.map(|former| (former.at, former.before.map(|before| before.at)));
        assert_eq!(days(all.clone().still(at(29))), Some((at(20), Some(at(0)))));
        assert_eq!(days(all.clone().still(at(30))), Some((at(20), None)));
        assert_eq!(days(all.clone().still(at(50))), None);
        assert_eq!(days(all.clone().since(at(20))), Some((at(20), None)));
        assert_eq!(days(all.since(at(0))), Some((at(20), Some(at(0)))));
    }
}
