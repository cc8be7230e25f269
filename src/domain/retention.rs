//! What is not kept for ever: what was taken off, and what a line of the call list said before.
//!
//! The log says when something was taken off, and is kept as long: what it says nothing of any more was taken off before.

use std::collections::BTreeSet;

use chrono::{DateTime, Months, Utc};

use crate::domain::{
    audit::{Act, Record},
    contact::Contact,
    dossier::Dossier,
    ids::ItemId,
    item::{Answers, Item},
};

/// What was replaced or taken off is kept this long, and so is the log.
const KEPT: Months = Months::new(24);

/// What was replaced or taken off before this is not kept any longer.
pub fn past(now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_months(KEPT).unwrap_or_default()
}

/// The items that hold what is not kept any longer, as they are from now on. Of one that was taken off only its number stays, so
/// that no other gets that, and what it was there for.
pub fn outdated(dossier: &Dossier, log: &[Record], now: DateTime<Utc>) -> Vec<Item> {
    let past = past(now);
    let of_late = log.iter().filter(|record| record.at >= past).flat_map(|record| &record.acts);
    let taken_off = |act: &Act| if let Act::TookOff(id) = act { Some(*id) } else { None };
    let of_late: BTreeSet<ItemId> = of_late.filter_map(taken_off).collect();
    let is_long_gone = |item: &Item| {
        // What hung on something went with it.
        let went_with = item.about.filter(|thing| dossier.item(*thing).is_none());
        let went = if item.removed { Some(item.id) } else { went_with };
        went.is_some_and(|id| !of_late.contains(&id))
    };
    let from_now_on = |item: &Item| {
        let kept = if is_long_gone(item) { emptied(item) } else { without_old_words(item, past) };
        (kept != *item).then_some(kept)
    };
    dossier.items_ever().filter_map(from_now_on).collect()
}

fn emptied(item: &Item) -> Item {
    Item {
        id: item.id,
        kind: item.kind,
        role: item.role.clone(),
        rank: item.rank,
        contact: Contact::default(),
        person: None,
        about: item.about,
        former: None,
        checked_at: None,
        removed: true,
        answers: Answers::new(),
    }
}

fn without_old_words(item: &Item, past: DateTime<Utc>) -> Item {
    Item { former: item.former.clone().and_then(|former| former.since(past)), ..item.clone() }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        audit::Actor,
        dossier::Slot,
        former::Former,
        ids::PersonId,
        item::{Answer, ItemKind, Value},
    };

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const TILL: ItemId = ItemId(1);
    const WORRY: ItemId = ItemId(2);
    const FATIMA: ItemId = ItemId(3);

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(second)
    }

    /// The instant at which what was taken off at second 0 is not kept any longer, this many seconds later.
    fn two_years(later: i64) -> DateTime<Utc> {
        at(0).checked_add_months(KEPT).unwrap() + TimeDelta::seconds(later)
    }

    fn took_off(id: ItemId, second: i64) -> Record {
        Record { by: Actor::Person(ANNA), at: at(second), acts: vec![Act::TookOff(id)] }
    }

    /// A till, a worry about it and somebody on the call list, each with an answer.
    fn shop(taken_off: &[ItemId]) -> Dossier {
        let mut dossier = Dossier::default();
        for (kind, role, about) in [
            (ItemKind::Device, "till", None),
            (ItemKind::Risk, "broken", Some(TILL)),
            (ItemKind::Contact, "deputy", None),
        ] {
            let contact = Contact { name: Some(role.into()), ..Contact::default() };
            let item = Item { about, ..dossier.new_item(kind, role.into(), contact) };
            let slot = Slot::of(item.id, "place");
            let removed = taken_off.contains(&item.id);
            dossier.save_item(Item { removed, ..item });
            let answer = Answer { value: Value::Text("here".into()), by: ANNA, at: at(0), catalogue: 1 };
            dossier.save_answer(slot, answer);
        }
        dossier
    }

    fn ids(items: &[Item]) -> Vec<ItemId> {
        items.iter().map(|item| item.id).collect()
    }

    #[test]
    fn what_was_taken_off_stays_for_two_years_and_not_a_second_longer() {
        let (dossier, log) = (shop(&[FATIMA]), [took_off(FATIMA, 0)]);
        assert_eq!(outdated(&dossier, &log, at(1)), []);
        assert_eq!(outdated(&dossier, &log, two_years(0)), []);
        let emptied = outdated(&dossier, &log, two_years(1));
        assert_eq!(ids(&emptied), [FATIMA]);
        let (contact, answers) = (&emptied[0].contact, &emptied[0].answers);
        assert!(*contact == Contact::default() && answers.is_empty() && emptied[0].removed);
        // Thrown away with the log, or after it.
        assert_eq!(ids(&outdated(&dossier, &[], two_years(1))), [FATIMA]);
    }

    #[test]
    fn taken_off_put_back_and_taken_off_again_it_stays_from_the_last_time_on() {
        let (dossier, log) = (shop(&[FATIMA]), [took_off(FATIMA, 9), took_off(FATIMA, 0)]);
        assert_eq!(outdated(&dossier, &log, two_years(9)), []);
        assert_eq!(ids(&outdated(&dossier, &log, two_years(10))), [FATIMA]);
        assert_eq!(outdated(&shop(&[]), &log, two_years(10)), [], "put back");
    }

    #[test]
    fn what_hung_on_it_goes_with_it() {
        let (dossier, log) = (shop(&[TILL]), [took_off(TILL, 0)]);
        assert_eq!(outdated(&dossier, &log, two_years(0)), []);
        let emptied = outdated(&dossier, &log, two_years(1));
        assert_eq!(ids(&emptied), [TILL, WORRY]);
        assert!(emptied.iter().all(|item| item.removed && item.answers.is_empty()));
        // A worry that was dismissed before goes by its own day.
        let (dossier, log) = (shop(&[TILL, WORRY]), [took_off(TILL, 5), took_off(WORRY, 0)]);
        assert_eq!(ids(&outdated(&dossier, &log, two_years(1))), [WORRY]);
    }

    #[test]
    fn what_is_empty_is_not_emptied_again_and_its_number_goes_to_no_other() {
        let mut dossier = shop(&[FATIMA]);
        for item in outdated(&dossier, &[], two_years(1)) {
            dossier.forget_answer(&Slot::of(item.id, "place"));
            dossier.save_item(item);
        }
        assert_eq!(outdated(&dossier, &[], two_years(2)), []);
        assert_eq!(dossier.next_item(), ItemId(4));
    }

    #[test]
    fn what_a_line_said_before_goes_as_well() {
        let mut dossier = shop(&[]);
        let line = dossier.item(FATIMA).cloned().unwrap();
        let former = Former::of(&line, ANNA, at(0));
        dossier.save_item(Item { former: Some(former), ..line.clone() });
        assert_eq!(outdated(&dossier, &[], two_years(0)), []);
        assert_eq!(outdated(&dossier, &[], two_years(1)), [line]);
    }
}
