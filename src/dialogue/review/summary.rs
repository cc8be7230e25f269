//! The end of a review: what changed since the last one, who did it, and when the next one is.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    dialogue::{
        World,
        agreements::not_kept_lines,
        due_words::dated,
        enumeration::enumerated,
        question_card::{about, shown_value},
        review::{numbers, person_name, subjects::item_name},
    },
    domain::{
        dossier::{Dossier, Slot},
        history::{History, Turn},
        ids::PersonId,
        item::{Answer, Item, Value},
        noted::{Became, STILL_THERE, became, is_note},
        repetition::Unit,
        review::{EVERY_MONTHS, NUMBER, going_on_since, last_finished},
        schedule::{self, habits::Habits},
    },
    text::Msg,
};

/// More changes than this are counted, not listed.
const MOST: usize = 12;

/// What a review came to.
pub fn lines(history: &History, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let last = last_finished(dossier).map(|answer| answer.at);
    // Of the first review counts what was told from its beginning on.
    let begun = going_on_since(dossier).map(|at| at - TimeDelta::milliseconds(1));
    let since = last.or(begun).unwrap_or(world.now);
    let (mut changes, mut confirmed, mut people): (Vec<Msg>, _, _) = (Vec::new(), 0, Vec::new());
    for (slot, turn) in history.after(since) {
        let line = match turn {
            _ if is_note(&slot.question) => item_change(slot, history, since, dossier, world),
            Turn::Confirmed(answer) if is_confirmation(slot, answer, world) => {
                confirmed += 1;
                people.push(answer.by);
                None
            }
            Turn::New(answer) | Turn::Changed(_, answer) => change(slot, turn, answer, dossier, world),
            Turn::Confirmed(_) => None,
        };
        // One person in two roles is one line of the call list.
        changes.extend(line.filter(|line| !changes.contains(line)));
    }
    let mut lines = vec![Msg::new("review-done")];
    lines.push(match (last, changes.is_empty()) {
        (_, true) => "review-nothing-changed".into(),
        (Some(at), false) => Msg::new("review-changes-since").date("date", Habits::of(dossier).date(at)),
        (None, false) => "review-changes".into(),
    });
    let hidden = changes.len().saturating_sub(MOST);
    lines.extend(changes.into_iter().take(MOST));
    if hidden > 0 {
        lines.push(Msg::new("todo-more").number("count", hidden));
    }
    if confirmed > 0 {
        let who = names(people, dossier, world);
        lines.push(Msg::new("review-confirmed").number("count", confirmed).msg("who", who));
    }
    lines.extend(
        numbers::todos(dossier, world).into_iter().map(|todo| Msg::new("todo-line").msg("todo", todo.words)),
    );
    lines.extend(not_kept_lines(dossier, world));
    lines.extend(next_on(dossier, world).map(|on| Msg::new("review-next").msg("date", dated(on))));
    lines
}

/// The next review: counted from the anchor, not from this one. Where there is no anchor this one is.
fn next_on(dossier: &Dossier, world: &World<'_>) -> Option<NaiveDate> {
    let schedules = schedule::known(dossier, &Habits::of(dossier), world.now);
    match schedules.iter().find(|schedule| schedule.kind == schedule::Kind::Review) {
        Some(review) => review.next_on(world.today.succ_opt()?),
        None => schedule::Rule::Every(EVERY_MONTHS, Unit::Month).occurrence(world.today, 1),
    }
}

/// Whether it is an answer that somebody told or a number that somebody looked at, and not what the bot keeps for itself.
fn is_confirmation(slot: &Slot, answer: &Answer, world: &World<'_>) -> bool {
    match slot.question.as_str() {
        NUMBER => answer.value != Value::Choice(numbers::CHANGED.into()),
        _ => world.content.catalogue.at(slot).is_some(),
    }
}

/// "• Updates van kassa: ja, vanzelf (was: weet ik niet), door Fatima".
fn change(slot: &Slot, turn: Turn<'_>, answer: &Answer, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.at(slot)?;
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let now = shown_value(question, &answer.value, dossier, world);
    let line = match turn {
        Turn::Changed(was, _) => {
            Msg::new("review-change").msg("was", shown_value(question, was, dossier, world))
        }
        _ => Msg::new("review-change-new"),
    };
    let who = person_name(answer.by, dossier, world);
    Some(line.msg("question", short).msg("answer", now).msg("who", who))
}

/// "• Weg: internetlijn, door Fatima", by what was noted in this slot.
fn item_change(
    slot: &Slot,
    history: &History,
    since: DateTime<Utc>,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<Msg> {
    let item = slot.item.and_then(|id| dossier.find(id))?;
    let (became, note) = became(&slot.question, history.of(slot), since)?;
    let there = Slot { question: STILL_THERE.into(), ..slot.clone() };
    let is_new = || is_added(&there, history, since);
    let line = match became {
        Became::Gone => Msg::new("review-change-gone"),
        Became::Added if !is_named(item, history, since, world) => Msg::new("review-change-added"),
        // What is said of something that was added since, or is gone, is said with that.
        Became::SomebodyElse if dossier.item(item.id).is_some() && !is_new() => {
            Msg::new("review-change-name").msg("role", Msg::new(format!("role-{}", item.role)))
        }
        Became::OtherNumber if dossier.item(item.id).is_some() && !is_new() => {
            Msg::new("review-change-number")
        }
        Became::Added | Became::SomebodyElse | Became::OtherNumber => return None,
    };
    let who = person_name(note.by, dossier, world);
    Some(line.msg("name", item_name(item, dossier, world)).msg("who", who))
}

fn is_added(there: &Slot, history: &History, since: DateTime<Utc>) -> bool {
    matches!(became(&there.question, history.of(there), since), Some((Became::Added, _)))
}

/// Whether an answer that changed says already that this is there: one about it, one that names it, or its tick.
fn is_named(item: &Item, history: &History, since: DateTime<Utc>, world: &World<'_>) -> bool {
    let mut told = history.after(since).filter_map(|(slot, turn)| match turn {
        Turn::New(answer) | Turn::Changed(_, answer) => {
            Some((slot, world.content.catalogue.at(slot)?, answer))
        }
        Turn::Confirmed(_) => None,
    });
    told.any(|(slot, question, answer)| {
        slot.item == Some(item.id)
            || match &answer.value {
                Value::Item(id) => *id == item.id,
                Value::Items(ids) => ids.contains(&item.id),
                Value::Choices(ticks) => {
                    question.adds == Some(item.kind) && slot.item == item.about && ticks.contains(&item.role)
                }
                _ => false,
            }
    })
}

/// "Jij, Fatima", each once.
fn names(mut people: Vec<PersonId>, dossier: &Dossier, world: &World<'_>) -> Msg {
    people.sort_unstable();
    people.dedup();
    let names = people.into_iter().map(|person| person_name(person, dossier, world));
    enumerated(names).unwrap_or_else(|| "member-nameless".into())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{contact::Contact, ids::ItemId, item::ItemKind, noted::ANOTHER_CONTACT, review::FINISHED},
    };

    fn answer(value: Value, days: i64) -> Answer {
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(days);
        Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 }
    }

    /// The ids of what is said at the end of a review, of which the one before was on day 2. `told`: the item that it is about, the
    /// question, the answer and the day.
    fn said(dossier: &mut Dossier, told: &[(ItemId, &str, Value, i64)]) -> Vec<String> {
        let finished = Slot::own(FINISHED);
        dossier.save_answer(finished, answer(Value::Date(NaiveDate::default()), 2));
        let mut history = History::default();
        for (item, question, value, days) in told {
            let slot = Slot::of(*item, question);
            history.save(slot, answer(value.clone(), *days));
        }
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(9);
        let lines = lines(&history, dossier, &World::of_nobody(now, dossier, &CONTENT));
        lines.into_iter().map(|line| line.id.to_string()).collect()
    }

    fn word(word: &str) -> Value {
        Value::Choice(word.into())
    }

    fn line(dossier: &mut Dossier, role: &str) -> ItemId {
        let contact = Contact { name: Some("Noor".into()), ..Contact::default() };
        let item = dossier.new_item(ItemKind::Contact, role.into(), contact);
        dossier.save_item(item.clone());
        item.id
    }

    #[test]
    fn a_number_that_is_another_one_once_more_is_told_also_when_it_was_called_since() {
        let mut dossier = Dossier::default();
        let (noor, also_noor) = (line(&mut dossier, "told"), line(&mut dossier, "deputy"));
        let another = |item, day| (item, ANOTHER_CONTACT, word("number"), day);
        let told = [
            another(noor, 1),
            another(noor, 3),
            another(also_noor, 3),
            (noor, NUMBER, word(numbers::CHANGED), 3),
            (noor, NUMBER, word("right"), 4),
        ];
        let said = said(&mut dossier, &told);
        assert_eq!(said.iter().filter(|id| *id == "review-change-number").count(), 1, "{said:?}");
        assert!(!said.iter().any(|id| id == "review-confirmed"), "{said:?}");
    }

    #[test]
    fn whoever_is_added_is_told_once() {
        let mut dossier = Dossier::default();
        let noor = line(&mut dossier, "deputy");
        let told = [(noor, STILL_THERE, word("added"), 3), (noor, ANOTHER_CONTACT, word("number"), 4)];
        let ids = said(&mut dossier, &told);
        let changes: Vec<&str> =
            ids.iter().map(String::as_str).filter(|id| id.starts_with("review-change-")).collect();
        assert_eq!(changes, ["review-change-added"], "{ids:?}");
        // The answer that names them says it.
        let named = [told[0].clone(), (noor, "supplier-customer-number", Value::Text("777".into()), 3)];
        let ids = said(&mut dossier, &named);
        assert!(!ids.iter().any(|id| id == "review-change-added"), "{ids:?}");
    }

    #[test]
    fn of_a_line_that_is_gone_nothing_else_is_told() {
        let mut dossier = Dossier::default();
        let noor = line(&mut dossier, "told");
        let gone = Item { removed: true, ..dossier.item(noor).cloned().unwrap() };
        dossier.save_item(gone);
        let told = [(noor, ANOTHER_CONTACT, word("somebody-else"), 3), (noor, STILL_THERE, word("gone"), 4)];
        let ids = said(&mut dossier, &told);
        assert!(ids.iter().any(|id| id == "review-change-gone"), "{ids:?}");
        assert!(!ids.iter().any(|id| id == "review-change-name"), "{ids:?}");
    }
}
