//! What an answer makes worth saying at once: who says how a product stands, what a choice means, and how big a
//! risk is. Not here: answers that do not go together (`contradictions`).

use crate::{
    dialogue::{
        World,
        product_question::{paid_line, source_line, support},
        question_card::about as with_names,
    },
    domain::{
        dossier::{Dossier, Slot},
        item::Value,
        risk::Grade,
    },
    questionnaire::judgement::{self, CHANCE, CHOICE, IMPACT},
    text::Msg,
};

/// Everything worth saying about the answer in a slot.
pub fn about(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let Some((question, value)) = world.content.catalogue.at(slot).zip(dossier.value(slot)) else {
        return Vec::new();
    };
    let mut remarks = Vec::new();
    if let Some(support) = support(slot, dossier, world).filter(|_| question.product) {
        remarks.extend(paid_line(&support, world));
        remarks.push(source_line(world));
    }
    if let Value::Choice(id) = value {
        let then = format!("q-{}.{id}-then", question.id);
        if world.content.texts.has(world.language, &then) {
            remarks.push(with_names(Msg::new(then), slot, dossier));
        }
    }
    remarks.extend(about_risk(slot, dossier, world));
    remarks
}

/// How big a risk is once that is known, and that the biggest are accepted with open eyes.
fn about_risk(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let risk = judgement::risk(dossier.item(slot.item?)?, &world.content.catalogue, dossier)?;
    let grade = risk.grade()?;
    match slot.question.as_str() {
        CHANCE | IMPACT => Some(Msg::new("risk-graded").msg("grade", grade_word(grade))),
        CHOICE => {
            let accepted =
                matches!(dossier.value(slot), Some(Value::Choice(choice)) if choice.as_str() == "accept");
            (accepted && grade == Grade::VeryHigh).then(|| "clash-accept".into())
        }
        _ => None,
    }
}

fn grade_word(grade: Grade) -> Msg {
    match grade {
        Grade::Low => "grade-low",
        Grade::Medium => "grade-medium",
        Grade::High => "grade-high",
        Grade::VeryHigh => "grade-very-high",
    }
    .into()
}
