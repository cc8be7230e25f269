//! What was accepted knowingly: by whom, on which day, until when, and why.

use chrono::NaiveDate;

use crate::{
    dialogue::{
        World,
        enumeration::comma,
        results::{
            risks::both,
            room::{ENTRIES, MESSAGE, fitting},
            short_name, slot, told, who,
        },
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{Answer, Item, Value},
        schedule::habits::Habits,
    },
    questionnaire::{judgement, walk},
    text::Msg,
};

/// The questions in which something is accepted, each with those that ask until when and why.
const ACCEPTING: [(&str, &str, Option<&str>); 3] = [
    (judgement::CHOICE, judgement::UNTIL, Some("risk-why")),
    ("device-end", "device-until", None),
    ("software-end", "software-until", None),
];

/// One line for everything that was accepted, oldest first.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut accepted: Vec<(&Answer, Msg)> = dossier
        .items()
        .filter_map(|item| Some((answer(item, dossier, world)?, line(item, dossier, world)?)))
        .collect();
    accepted.sort_by_key(|(answer, _)| answer.at);
    let mut lines = vec![Msg::new("result-accepted-title")];
    if accepted.is_empty() {
        lines.push("result-accepted-none".into());
    }
    let entries = accepted.into_iter().map(|(_, line)| vec![line]).collect();
    lines.extend(fitting(entries, ENTRIES, MESSAGE, world));
    lines
}

/// The answer that accepts something about an item, if it is still asked.
fn answer<'d>(item: &'d Item, dossier: &Dossier, world: &World<'_>) -> Option<&'d Answer> {
    ACCEPTING.iter().find_map(|(question, ..)| {
        let slot = Slot::of(item.id, question);
        let is_asked = walk::is_asked(&slot, &world.content.catalogue, dossier, world.today);
        (item.choice(question) == Some("accept") && is_asked).then(|| item.answers.get(*question)).flatten()
    })
}

/// Whether a risk was accepted until a day that has passed.
pub fn is_over(risk: &Item, today: NaiveDate) -> bool {
    let until = risk.value(judgement::UNTIL);
    risk.choice(judgement::CHOICE) == Some("accept")
        && matches!(until, Some(Value::Date(day)) if *day < today)
}

/// What was accepted: "kassa, de stroom valt uit", or "kassa, geen updates meer".
pub fn what(item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    match judgement::risk(item, &world.content.catalogue, dossier) {
        Some(risk) => both(&risk, world),
        None => comma(short_name(item, world), "result-accepted-no-updates".into()),
    }
}

fn line(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let (question, until, why) =
        ACCEPTING.iter().find(|(question, ..)| item.choice(question) == Some("accept"))?;
    let answer = item.answers.get(*question)?;
    let line = Msg::new("result-accepted")
        .msg("what", what(item, dossier, world))
        .msg("who", who(answer.by, dossier, world))
        .date("date", Habits::of(dossier).date(answer.at));
    let line = match dossier.value(&slot(item, until)) {
        Some(Value::Date(day)) => {
            let id = if *day < world.today { "result-accepted-past" } else { "result-accepted-until" };
            Msg::new("list-space").msg("list", line).msg("next", Msg::new(id).date("date", *day))
        }
        _ => Msg::new("list-space").msg("list", line).msg("next", "result-accepted-for-ever".into()),
    };
    let why = why.and_then(|why| told(&slot(item, why), dossier, world));
    Some(match why {
        Some(why) => Msg::new("list-space")
            .msg("list", line)
            .msg("next", Msg::new("result-accepted-why").msg("why", why)),
        None => line,
    })
}
