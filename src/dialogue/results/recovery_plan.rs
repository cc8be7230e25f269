//! The recovery plan as a whole: how to go on without each of the five, in which order to come back, what that takes,
//! and whether it was ever tested.

use chrono::NaiveDate;

use crate::{
    dialogue::{
        World,
        results::{RECOVERY, listed, not_yet, restore_order, short_name, slot, told},
        todos,
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{Item, ItemKind},
        schedule::{Kind, habits::Habits, known},
    },
    questionnaire::walk,
    text::Msg,
};

/// The question that chooses what the plan is for.
const LOSSES: &str = "losses";
/// The question whether the plan was tested.
const TESTED: &str = "plan-tested";
/// What is said about every loss.
const ABOUT_A_LOSS: [(&str, &str); 4] = [
    ("loss-go-on", "result-plan-go-on"),
    ("loss-reserve", "result-plan-reserve"),
    ("loss-who", "result-plan-who"),
    ("loss-how-long", "result-plan-how-long"),
];

/// The whole plan.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let losses = walk::items_in_order(&world.content.catalogue, dossier, ItemKind::Loss, world.today);
    let mut lines = vec![Msg::new("result-plan-title")];
    if losses.is_empty() {
        lines.push(not_yet(RECOVERY));
        return lines;
    }
    let losses = losses.into_iter().filter_map(|id| dossier.item(id));
    lines.extend(losses.flat_map(|loss| about(loss, dossier, world)));
    let open = without_plan(dossier, world);
    lines.extend(open.map(|things| Msg::new("result-plan-open").msg("things", things)));
    lines.push(Msg::new("result-plan-order").msg("answer", or_not_known(order(dossier, world))));
    for (question, line) in [("restore-needs", "result-plan-needs"), ("back-to-normal", "result-plan-back")] {
        lines.push(Msg::new(line).msg("answer", or_not_known(told(&Slot::own(question), dossier, world))));
    }
    lines.extend(tested(dossier, world));
    lines
}

fn or_not_known(answer: Option<Msg>) -> Msg {
    answer.unwrap_or_else(|| "result-not-known".into())
}

fn about(loss: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let title = Msg::new("result-plan-loss").key("role", loss.role.clone());
    let mut lines = vec![title.msg("name", short_name(loss, world))];
    lines.extend(ABOUT_A_LOSS.map(|(question, line)| {
        Msg::new(line).msg("answer", or_not_known(told(&slot(loss, question), dossier, world)))
    }));
    lines
}

/// What there is no plan for yet.
fn without_plan(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let asked = world.content.catalogue.question(LOSSES)?;
    let left = asked.unticked(dossier.value(&Slot::own(LOSSES))?);
    listed(left.map(|choice| Msg::new(format!("role-{}", choice.id))).collect())
}

/// In the owner's words, or by how long one can do without.
fn order(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let by_time = || {
        let proposed = restore_order::proposed(dossier).into_iter();
        listed(proposed.map(|(item, _)| short_name(item, world)).collect())
    };
    let chosen = dossier.choice("restore-order").and_then(|_| by_time());
    chosen.or_else(|| told(&Slot::own("restore-order"), dossier, world))
}

/// When and by whom it was tested; else that it is not ready, and for when that is planned.
fn tested(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let answer = |question: &str| told(&Slot::own(question), dossier, world);
    let outcome = dossier.choice(TESTED).filter(|outcome| outcome.as_str() != "never");
    if outcome.is_none() {
        return std::iter::once(Msg::new("result-plan-untested")).chain(to_come(dossier, world)).collect();
    }
    let line = Msg::new("result-plan-tested")
        .msg("outcome", or_not_known(answer(TESTED)))
        .msg("date", or_not_known(answer("plan-tested-on")))
        .msg("who", or_not_known(answer("plan-tested-by")));
    let lesson = answer("plan-tested-lesson");
    let lesson = lesson.map(|lesson| Msg::new("result-plan-lesson").msg("lesson", lesson));
    std::iter::once(line).chain(lesson).collect()
}

/// The day that was agreed for the test, else the day on which a reminder of it comes.
fn to_come(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let key = todos::Key { slot: Slot::own(TESTED), todo: "test-plan".into() };
    let is_ahead = |on: &NaiveDate| *on >= world.today;
    let agreed = todos::task(&key, dossier).and_then(|task| task.until).filter(is_ahead);
    let reminded = || {
        let all = known(dossier, &Habits::of(dossier), world.now);
        let drill = all.into_iter().find(|schedule| schedule.kind == Kind::Drill)?;
        let put_off = drill.put_off.map(|put_off| put_off.until_on).filter(is_ahead);
        put_off.or_else(|| drill.next_on(world.today))
    };
    match agreed {
        Some(on) => Some(Msg::new("result-plan-planned").date("date", on)),
        None => reminded().map(|on| Msg::new("result-plan-reminded").date("date", on)),
    }
}
