//! The end of a review: what changed since the last one, who did it, and when the next one is.

use chrono::{NaiveDate, TimeDelta};

use crate::{
    dialogue::{
        World,
        agreements::not_kept_lines,
        due_words::dated,
        enumeration::enumerated,
        question_card::{about, shown_value},
        review::{numbers, person_name, subjects::STILL_THERE},
    },
    domain::{
        dossier::{Dossier, Slot},
        history::{History, Turn},
        ids::PersonId,
        item::{Answer, Value},
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
    let (mut changes, mut confirmed, mut people) = (Vec::new(), 0, Vec::new());
    for (slot, turn) in history.after(since).filter(|(slot, _)| is_told(slot, world)) {
        match turn {
            Turn::Confirmed(answer) if !is_news(slot, answer) => {
                confirmed += 1;
                people.push(answer.by);
            }
            Turn::New(answer) | Turn::Changed(_, answer) | Turn::Confirmed(answer) => {
                changes.extend(change(slot, turn, answer, dossier, world));
            }
        }
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

/// Whether it is an answer that somebody told, and not what the bot keeps for itself.
fn is_told(slot: &Slot, world: &World<'_>) -> bool {
    let question = slot.question.as_str();
    question == NUMBER || question == STILL_THERE || world.content.catalogue.at(slot).is_some()
}

/// Whether it happened anew, also if the same happened before the last review.
fn is_news(slot: &Slot, answer: &Answer) -> bool {
    let Value::Choice(said) = &answer.value else { return false };
    matches!((slot.question.as_str(), said.as_str()), (NUMBER, numbers::CHANGED) | (STILL_THERE, "gone"))
}

/// "• Updates van kassa: ja, vanzelf (was: weet ik niet), door Fatima".
fn change(slot: &Slot, turn: Turn<'_>, answer: &Answer, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let who = person_name(answer.by, dossier, world);
    let of_item = |id: &'static str| {
        let item = slot.item.and_then(|id| dossier.find(id))?;
        let name = match &item.contact.name {
            Some(name) => Msg::new("told").told("text", name),
            None => Msg::new(format!("role-{}", item.role)),
        };
        Some(Msg::new(id).msg("name", name).msg("who", who.clone()))
    };
    let said = match &answer.value {
        Value::Choice(id) => id.as_str(),
        _ => "",
    };
    match (slot.question.as_str(), said) {
        (NUMBER, numbers::CHANGED) => return of_item("review-change-number"),
        (STILL_THERE, "gone") => return of_item("review-change-gone"),
        (NUMBER | STILL_THERE, _) => return None,
        _ => {}
    }
    let question = world.content.catalogue.at(slot)?;
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let now = shown_value(question, &answer.value, dossier, world);
    let line = match turn {
        Turn::Changed(was, _) => {
            Msg::new("review-change").msg("was", shown_value(question, was, dossier, world))
        }
        _ => Msg::new("review-change-new"),
    };
    Some(line.msg("question", short).msg("answer", now).msg("who", who))
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
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{contact::Contact, item::ItemKind, review::FINISHED},
    };

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(days)
    }

    #[test]
    fn a_number_that_is_another_one_once_more_is_told_and_not_called_confirmed() {
        let mut dossier = Dossier::default();
        let contact = Contact { name: Some("Noor".into()), ..Contact::default() };
        let noor = dossier.new_item(ItemKind::Contact, "told".into(), contact);
        dossier.save_item(noor.clone());
        let answer =
            |value: Value, days: i64| Answer { value, by: PersonId(Uuid::nil()), at: at(days), catalogue: 1 };
        let finished = Slot::own(FINISHED);
        dossier.save_answer(finished, answer(Value::Date(at(2).date_naive()), 2));
        let mut history = History::default();
        for days in [1, 3] {
            let slot = Slot::of(noor.id, NUMBER);
            history.save(slot, answer(Value::Choice(numbers::CHANGED.into()), days));
        }
        let lines = lines(&history, &dossier, &World::of_nobody(at(4), &dossier, &CONTENT));
        assert!(lines.iter().any(|line| line.id == "review-change-number"), "{lines:?}");
        assert!(!lines.iter().any(|line| line.id == "review-confirmed"), "{lines:?}");
    }
}
