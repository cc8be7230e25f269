//! Questions that are not asked but shown beside another: what follows from earlier answers, to see it otherwise with one
//! tap, and what is only asked about the biggest risks.
//!
//! ```text
//! < kassa: de stroom valt uit. Hoe groot is de kans?
//!   Gevolgen: heel erg. Dat zei je bij "Uitval van kassa".
//!   [1] Zie ik niet snel gebeuren …  [4] Gevolgen zijn anders
//! ```

use crate::{
    dialogue::{
        Visit, World,
        offer::{Offer, Tap},
        question_card::{about, choice_label, shown_value},
    },
    domain::{
        dossier::{Dossier, Slot},
        item::Value,
    },
    questionnaire::{Question, judgement, judgement::Suggestion},
    text::Msg,
};

/// The question beside which a slot stands, about the same item.
pub fn host(slot: &Slot, world: &World<'_>) -> Option<Slot> {
    let host =
        world.content.catalogue.questions().find(|question| question.beside.contains(&slot.question))?;
    Some(Slot { item: slot.item, question: host.id.clone() })
}

/// What stands beside a question: what was said, or what follows from earlier answers and from which. At a question that
/// has a suggestion itself: that.
pub fn lines(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let own = suggested(question, slot, dossier, world).map(|suggestion| {
        let answer = choice_label(question, suggestion.choice.as_str());
        Msg::new("suggested").msg("answer", answer).msg("because", because(&suggestion, dossier))
    });
    let beside =
        others(question, slot, world).filter_map(|(other, there)| line(other, &there, dossier, world));
    own.into_iter().chain(beside).collect()
}

fn others<'w>(
    question: &Question,
    slot: &Slot,
    world: &World<'w>,
) -> impl Iterator<Item = (&'w Question, Slot)> {
    let catalogue = &world.content.catalogue;
    question.beside.iter().filter_map(|id| {
        Some((catalogue.question(id.as_str())?, Slot { item: slot.item, question: id.clone() }))
    })
}

fn line(other: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let what = Msg::new(format!("q-{}.aside", other.id));
    if let Some(value) = dossier.value(slot).filter(|value| value.is_known()) {
        let answer = shown_value(other, value, dossier, world);
        return Some(Msg::new("beside").msg("what", what).msg("answer", answer));
    }
    let suggestion = suggested(other, slot, dossier, world)?;
    let said = Value::Choice(suggestion.choice.clone());
    let line = match dossier.value(&suggestion.because) == Some(&said) {
        true => "beside-said",
        false => "beside-suggested",
    };
    let answer = in_a_sentence(other, &suggestion, world);
    Some(Msg::new(line).msg("what", what).msg("answer", answer).msg("because", because(&suggestion, dossier)))
}

/// What is suggested, as it is said inside a sentence where that is told apart.
fn in_a_sentence(question: &Question, suggestion: &Suggestion, world: &World<'_>) -> Msg {
    let said = format!("{}-said", suggestion.choice);
    match world.content.texts.has(world.language, &format!("q-{}.{said}", question.id)) {
        true => choice_label(question, &said),
        false => choice_label(question, suggestion.choice.as_str()),
    }
}

/// What follows from earlier answers, as long as nothing else was said.
fn suggested(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Suggestion> {
    let open = dossier.value(slot).is_none_or(|value| !value.is_known());
    let catalogue = &world.content.catalogue;
    slot.item.filter(|_| open).and_then(|item| judgement::suggestion(question, item, catalogue, dossier))
}

fn because(suggestion: &Suggestion, dossier: &Dossier) -> Msg {
    let because = &suggestion.because;
    about(Msg::new(format!("q-{}.short", because.question)), because, dossier)
}

/// The ways to what stands beside a question: on the way through to what was suggested, later to all of it.
pub fn offered(
    offer: Offer,
    question: &Question,
    slot: &Slot,
    visit: &Visit,
    dossier: &Dossier,
    world: &World<'_>,
) -> Offer {
    others(question, slot, world).fold(offer, |offer, (other, there)| {
        let changes = matches!(visit, Visit::Change | Visit::Passing(_));
        let sensible = changes || suggested(other, &there, dossier, world).is_some();
        offer.option_if(sensible, Msg::new(format!("q-{}.change", other.id)), Tap::Beside(other.id.clone()))
    })
}
