//! The end of a review: what changed since the last one, who did it, and when the next one is.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    dialogue::{
        World,
        agreements::not_kept_lines,
        due_words::dated,
        enumeration::enumerated,
        question_card::{about, shown_value},
        results::room::{ENTRIES, MESSAGE, fitting},
        review::{numbers, person_name, subjects::item_name},
    },
    domain::{
        call_list::ORDER,
        dossier::{Dossier, Slot},
        history::{History, Turn},
        ids::PersonId,
        item::{Answer, Item, Value},
        noted::{ANOTHER_ORDER, Became, STILL_THERE, became, is_note},
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
            _ if *slot == Slot::own(ANOTHER_ORDER) => order_change(turn, history, since, dossier, world),
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
    lines.extend(fitting(each(changes), MOST, MESSAGE / 2, world));
    if confirmed > 0 {
        let who = names(people, dossier, world);
        lines.push(Msg::new("review-confirmed").number("count", confirmed).msg("who", who));
    }
    let todos = numbers::todos(dossier, world).into_iter();
    let todos = each(todos.map(|todo| Msg::new("todo-line").msg("todo", todo.words)));
    lines.extend(fitting(todos, ENTRIES, MESSAGE / 4, world));
    lines.extend(not_kept_lines(dossier, world));
    lines.extend(next_on(dossier, world).map(|on| Msg::new("review-next").msg("date", dated(on))));
    lines
}

/// Each line as an entry of its own.
fn each(lines: impl IntoIterator<Item = Msg>) -> Vec<Vec<Msg>> {
    lines.into_iter().map(|line| vec![line]).collect()
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

/// "• Andere volgorde op je bellijst, door Fatima", unless the answer to that question says so.
fn order_change(
    turn: Turn<'_>,
    history: &History,
    since: DateTime<Utc>,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<Msg> {
    let (Turn::New(note) | Turn::Changed(_, note) | Turn::Confirmed(note)) = turn;
    let mut told = history.after(since).filter(|(slot, _)| **slot == Slot::own(ORDER));
    let is_told = told.any(|(_, turn)| !matches!(turn, Turn::Confirmed(_)));
    let who = person_name(note.by, dossier, world);
    (!is_told).then(|| Msg::new("review-change-order").msg("who", who))
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
    let name = |item: &Item| item_name(item, dossier, world);
    let is_new = || is_added(&there, history, since);
    let line = match became {
        Became::Gone => Msg::new("review-change-gone"),
        Became::PartOf(other) => Msg::new("review-change-merged").msg("other", name(dossier.find(other)?)),
        Became::Added if is_named(item, history, since, world) => return None,
        Became::Added => Msg::new("review-change-added"),
        // What is said of something that was added since, or is gone, is said with that.
        _ if dossier.item(item.id).is_none() || is_new() => return None,
        Became::SomebodyElse => {
            Msg::new("review-change-name").msg("role", Msg::new(format!("role-{}", item.role)))
        }
        Became::OtherNumber => Msg::new("review-change-number"),
        Became::OtherName => Msg::new("review-change-called"),
        Became::OtherDetails => Msg::new("review-change-details"),
    };
    let who = person_name(note.by, dossier, world);
    Some(line.msg("name", name(item)).msg("who", who))
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
        text::Language,
    };

    fn answer(value: Value, days: i64) -> Answer {
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(days);
        Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 }
    }

    /// What somebody told: about which item or about the company, the question, the answer and the day.
    type Told<'t> = (Option<ItemId>, &'t str, Value, i64);

    /// What is said at the end of a review, of which the one before was on day 2.
    fn summary(dossier: &mut Dossier, told: &[Told<'_>]) -> Vec<Msg> {
        dossier.save_answer(Slot::own(FINISHED), answer(Value::Date(NaiveDate::default()), 2));
        let mut history = History::default();
        for (item, question, value, days) in told {
            let slot = Slot { item: *item, question: (*question).into() };
            history.save(slot, answer(value.clone(), *days));
        }
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(9);
        lines(&history, dossier, &World::of_nobody(now, dossier, &CONTENT))
    }

    /// The ids of what is said.
    fn said(dossier: &mut Dossier, told: &[Told<'_>]) -> Vec<String> {
        summary(dossier, told).into_iter().map(|line| line.id.to_string()).collect()
    }

    /// Those of them that say what changed.
    fn changes(dossier: &mut Dossier, told: &[Told<'_>]) -> Vec<String> {
        let mut said = said(dossier, told);
        said.retain(|id| id.starts_with("review-change-"));
        said
    }

    fn word(word: &str) -> Value {
        Value::Choice(word.into())
    }

    fn called(dossier: &mut Dossier, kind: ItemKind, role: &str, name: &str) -> ItemId {
        let contact = Contact { name: Some(name.into()), ..Contact::default() };
        let item = dossier.new_item(kind, role.into(), contact);
        dossier.save_item(item.clone());
        item.id
    }

    fn line(dossier: &mut Dossier, role: &str) -> ItemId {
        called(dossier, ItemKind::Contact, role, "Noor")
    }

    #[test]
    fn a_number_that_is_another_one_once_more_is_told_also_when_it_was_called_since() {
        let mut dossier = Dossier::default();
        let (noor, also_noor) = (line(&mut dossier, "told"), line(&mut dossier, "deputy"));
        let another = |item, day| (Some(item), ANOTHER_CONTACT, word("number"), day);
        let told = [
            another(noor, 1),
            another(noor, 3),
            another(also_noor, 3),
            (Some(noor), NUMBER, word(numbers::CHANGED), 3),
            (Some(noor), NUMBER, word("right"), 4),
        ];
        let said = said(&mut dossier, &told);
        assert_eq!(said.iter().filter(|id| *id == "review-change-number").count(), 1, "{said:?}");
        assert!(!said.iter().any(|id| id == "review-confirmed"), "{said:?}");
    }

    #[test]
    fn whoever_is_added_is_told_once() {
        let mut dossier = Dossier::default();
        let noor = Some(line(&mut dossier, "deputy"));
        let told = [(noor, STILL_THERE, word("added"), 3), (noor, ANOTHER_CONTACT, word("number"), 4)];
        assert_eq!(changes(&mut dossier, &told), ["review-change-added"]);
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
        let noor = Some(noor);
        let told = [(noor, ANOTHER_CONTACT, word("somebody-else"), 3), (noor, STILL_THERE, word("gone"), 4)];
        let ids = said(&mut dossier, &told);
        assert!(ids.iter().any(|id| id == "review-change-gone"), "{ids:?}");
        assert!(!ids.iter().any(|id| id == "review-change-name"), "{ids:?}");
    }

    #[test]
    fn another_name_other_details_and_what_was_merged_are_told() {
        let mut dossier = Dossier::default();
        let noor = line(&mut dossier, "told");
        let [till, twin] =
            ["Kassa", "Balie"].map(|name| called(&mut dossier, ItemKind::Device, "till", name));
        let gone = Item { removed: true, ..dossier.item(twin).cloned().unwrap() };
        dossier.save_item(gone);
        let told = [
            (Some(noor), ANOTHER_CONTACT, word("details"), 3),
            (Some(till), ANOTHER_CONTACT, word("name"), 3),
            (Some(twin), STILL_THERE, Value::Item(till), 3),
        ];
        let expected = ["review-change-details", "review-change-called", "review-change-merged"];
        assert_eq!(changes(&mut dossier, &told), expected);
        let lines = CONTENT.texts.lines(Language::Nl, &summary(&mut dossier, &told)).plain();
        assert!(lines.contains("Samengevoegd: Balie met Kassa"), "{lines}");
    }

    #[test]
    fn another_order_is_told_once_and_not_beside_the_answer_that_says_so() {
        let mut dossier = Dossier::default();
        let moved = |day| (None, ANOTHER_ORDER, word("moved"), day);
        let answered = |day| (None, ORDER, word("own"), day);
        for (told, expected) in [
            (vec![moved(3), moved(4)], &["review-change-order"][..]),
            (vec![moved(1), moved(3)], &["review-change-order"]),
            (vec![moved(1)], &[]),
            (vec![moved(3), answered(3)], &["review-change-new"]),
            (vec![answered(1), moved(3), answered(3)], &["review-change-order"]),
        ] {
            assert_eq!(changes(&mut dossier, &told), expected, "{told:?}");
        }
    }

    #[test]
    fn however_much_changed_it_is_one_message() {
        let mut dossier = Dossier::default();
        let name = "x".repeat(300);
        // Two of one name would be one line.
        let things =
            (0..20).map(|number| called(&mut dossier, ItemKind::Device, "till", &format!("{name}{number}")));
        let things: Vec<ItemId> = things.collect();
        let told: Vec<_> = things.iter().map(|id| (Some(*id), ANOTHER_CONTACT, word("name"), 3)).collect();
        let lines = summary(&mut dossier, &told);
        let listed = lines.iter().filter(|line| line.id == "review-change-called").count();
        assert!((1..20).contains(&listed), "{listed}");
        assert!(lines.contains(&Msg::new("todo-more").number("count", 20 - listed)), "{lines:?}");
        let shown = CONTENT.texts.lines(Language::Nl, &lines).plain();
        assert!(shown.chars().count() <= MESSAGE, "{shown}");
    }
}
