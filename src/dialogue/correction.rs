//! A message that was changed or wiped afterwards: the answer that it gave is changed or forgotten with it, and everybody
//! stays where they are.
//!
//! ```text
//! ! edits Bakkerij Jansen -> Bakkerij Janssen
//! < ✓ Veranderd: Bakkerij Janssen (eerst: Bakkerij Jansen)
//!   Met hoeveel mensen zijn jullie, jij erbij? …
//! ```

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        input::{self, Input, Media, Raw},
        offer::{Offer, Tap, Typing},
        played::{is_understood, missing, play, said},
        question_card::{about, shown_value},
        standing::StandingTap,
        step::{self, Change, Draft, Lane, Reply, Step, not_an_answer},
        waiting::settled,
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        fingerprint::fingerprint,
        ids::{ItemId, Slug},
        item::{Item, Value},
        pii::Pii,
    },
    questionnaire::{Kind, Question, walk},
    text::Msg,
};

/// Which message gave an answer. It holds nothing of the answer. Cheap to clone, and short when it is stored: many go with every
/// turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Row")]
pub struct Answered {
    /// The message, by the channel's own id.
    pub event: Arc<str>,
    /// What it answered.
    pub slot: Slot,
    /// When the answer was written down; another one has another time.
    pub at: DateTime<Utc>,
    /// Whom or what it named that was not known before.
    pub made: Vec<ItemId>,
}

/// `(event, item, question, nanoseconds since 1970, made)`.
#[derive(Serialize, Deserialize)]
struct Row(Arc<str>, Option<ItemId>, Slug, i64, Vec<ItemId>);

/// As it is stored now, or as it was at first.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Row(Row),
    Named {
        event: Arc<str>,
        slot: Slot,
        at: DateTime<Utc>,
        #[serde(default)]
        made: Vec<ItemId>,
    },
}

impl From<Answered> for Row {
    fn from(Answered { event, slot, at, made }: Answered) -> Self {
        // Until the year 2262 there is such a number.
        Self(event, slot.item, slot.question, at.timestamp_nanos_opt().unwrap_or(i64::MAX), made)
    }
}

impl From<Stored> for Answered {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Row(Row(event, item, question, nanos, made)) => {
                Self { event, slot: Slot { item, question }, at: DateTime::from_timestamp_nanos(nanos), made }
            }
            Stored::Named { event, slot, at, made } => Self { event, slot, at, made },
        }
    }
}

/// A turn that is about an earlier message.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    // It may have been the message with the words that wait for a tap.
    let state =
        &State { unsure: state.unsure.clone().filter(|_| *input != Input::TakenBack), ..state.clone() };
    match (input, draft.world.meant.first()) {
        (Input::Corrected(text), Some(answered)) => correct(draft, state, answered, text),
        (Input::TakenBack, Some(answered)) => take_back(draft, state, answered),
        // Whoever wipes something else wipes what the bot keeps nothing of.
        (Input::TakenBack, None) => draft.close(state.clone()),
        _ => not_an_answer(draft, state, &Input::Media(Media::Edited)),
    }
}

fn correct(mut draft: Draft<'_>, state: &State, answered: &Answered, text: &Pii<String>) -> Step {
    let (world, slot) = (draft.world, &answered.slot);
    // Where people are named one after another, nobody knows which of them is meant.
    let Some(question) = asked(slot, &draft.dossier, world).filter(|question| !question.repeat) else {
        return not_an_answer(draft, state, &Input::Media(Media::Edited));
    };
    let line = |id| Msg::new(id).msg("question", short(question, slot, world));
    if !stands(answered, &draft.dossier, world) {
        beside(&mut draft, line("correction-newer"), slot, "option-change-answer");
        return draft.finish(state.clone());
    }
    let step = understood(question, slot, text, world);
    let secret =
        step.iter().flat_map(|step| said(step, &draft.dossier, world)).find(|told| told.id == "input-secret");
    let Some(step) = step.filter(is_understood) else {
        draft.say(secret.unwrap_or_else(|| line("correction-unclear")));
        return draft.finish(state.clone());
    };
    let mut after = draft.dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    let shown = |dossier: &Dossier| match dossier.value(slot) {
        Some(value) => shown_value(question, value, dossier, world),
        None => "answer-open".into(),
    };
    let (before, now) = (shown(&draft.dossier), shown(&after));
    if before == now {
        draft.say(line("correction-same"));
        return draft.finish(state.clone());
    }
    step.changes.iter().for_each(|change| draft.change(change.clone()));
    step.notices.iter().for_each(|notice| draft.tell(notice.clone()));
    draft.say(Msg::new("corrected").msg("answer", now).msg("before", before));
    said(&step, &after, world).into_iter().for_each(|line| draft.say(line));
    draft.finish(state.clone())
}

fn take_back(mut draft: Draft<'_>, state: &State, answered: &Answered) -> Step {
    let (world, slot) = (draft.world, &answered.slot);
    let question = world.content.catalogue.at(slot);
    // Their role may have become another since they answered.
    let Some(question) = question.filter(|_| world.answers()) else { return draft.close(state.clone()) };
    let line = |id| Msg::new(id).msg("question", short(question, slot, world));
    let named = question.repeat && !answered.made.is_empty();
    if !named && draft.dossier.answer(slot).is_none() {
        // It is forgotten already, with the message that corrected this one.
        return draft.close(state.clone());
    }
    if !named && !stands(answered, &draft.dossier, world) {
        draft.say(line("taken-back-newer"));
        return draft.finish(state.clone());
    }
    forget_named(&mut draft, question, answered);
    for answered in world.meant {
        if stands(answered, &draft.dossier, world) {
            draft.change(Change::ForgetAnswer(answered.slot.clone()));
        }
    }
    beside(&mut draft, line("taken-back"), slot, "option-answer-again");
    draft.finish(state.clone())
}

/// Forgets whom the message named. Somebody who stands there for a thing of the firm leaves the thing.
fn forget_named(draft: &mut Draft<'_>, question: &Question, answered: &Answered) {
    let slot = &answered.slot;
    let mut gone = answered.made.clone();
    match draft.dossier.value(slot).cloned() {
        Some(Value::Item(id)) if question.kind == Kind::Contact && slot.item != Some(id) => gone.push(id),
        Some(Value::Item(id)) if question.kind == Kind::Contact => {
            let there = draft.dossier.item(id).cloned();
            there.into_iter().for_each(|item| draft.change(Change::SaveItem(bare(item))));
        }
        _ => {}
    }
    for id in gone {
        let Some(item) = draft.dossier.item(id).cloned() else { continue };
        let about = item.answers.keys().map(|question| Slot { item: Some(id), question: question.clone() });
        let slots: Vec<Slot> = about.chain(draft.dossier.naming(id)).collect();
        slots.into_iter().for_each(|slot| draft.change(Change::ForgetAnswer(slot)));
        draft.change(Change::SaveItem(Item { removed: true, ..bare(item) }));
    }
}

/// Without anything that was told to be able to reach it.
fn bare(item: Item) -> Item {
    Item { contact: Contact::default(), person: None, checked_at: None, ..item }
}

/// The question of a slot, if the speaker answers questions and it is still asked.
fn asked<'w>(slot: &Slot, dossier: &Dossier, world: &World<'w>) -> Option<&'w Question> {
    let catalogue = &world.content.catalogue;
    let there = slot.item.is_none_or(|item| dossier.item(item).is_some());
    catalogue
        .at(slot)
        .filter(|_| there && world.answers() && walk::is_asked(slot, catalogue, dossier, world.today))
}

/// Whether the answer in the slot is still the one that came with the message.
fn stands(answered: &Answered, dossier: &Dossier, world: &World<'_>) -> bool {
    let answer = dossier.answer(&answered.slot);
    answer.is_some_and(|answer| answer.at == answered.at && answer.by == world.person)
}

fn short(question: &Question, slot: &Slot, world: &World<'_>) -> Msg {
    about(Msg::new(format!("q-{}.short", question.id)), slot, world.dossier)
}

/// What the new words would have been as an answer; `None`: none, but a way to go on.
fn understood(question: &Question, slot: &Slot, text: &Pii<String>, world: &World<'_>) -> Option<Step> {
    let place = Place::Question { slot: slot.clone(), part: Part::Whole, visit: Visit::Change };
    let there = State::from(place);
    let card = step::card(&there, world.dossier, world);
    let (_, input) = input::parse(&Raw::Text(text.clone()), &there, &card, &card, world);
    let answers = matches!(
        input,
        Input::Text(_)
            | Input::Contact(_)
            | Input::Picks(_)
            | Input::Pick(Tap::Choice(_) | Tap::Item(_) | Tap::Unknown)
    );
    if !answers {
        return None;
    }
    let whole = play(question, slot, Part::Whole, &input, world);
    // A name without a number changes the name; the number was told by itself and stays.
    let half = matches!(missing(&whole, slot), Some(Part::Name | Part::Number));
    if half && question.kind == Kind::Contact {
        return Some(play(question, slot, Part::Name, &input, world));
    }
    Some(whole)
}

/// Says something about an answer beside the conversation, with a button that leads to its question.
fn beside(draft: &mut Draft<'_>, line: Msg, slot: &Slot, label: &'static str) {
    let offer = Offer::new(Typing::Options).option(label, Tap::Standing(StandingTap::answer(slot)));
    let reply = Reply { offer, ..Reply::of(Lane::Notice, vec![line]) };
    draft.send_beside(reply, std::iter::empty());
}

/// That button, or the same under a reminder. From the question one goes back to where one was.
pub fn standing(draft: Draft<'_>, state: &State, item: Option<ItemId>, question: u32) -> Step {
    let questions = draft.world.content.catalogue.sections.iter().flat_map(|section| &section.questions);
    let known = questions.map(|known| &known.id).find(|id| fingerprint(id.as_str()) == question);
    let slot = known.map(|id| Slot { item, question: id.clone() });
    match slot.filter(|slot| asked(slot, &draft.dossier, draft.world).is_some()) {
        Some(slot) => draft.finish(state.place.in_passing(slot)),
        None => settled(draft, state),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialogue::{CONTENT, sitting},
        domain::member::Role,
    };

    #[test]
    fn from_a_question_in_passing_one_goes_back_to_where_one_was() {
        let dossier = Dossier::default();
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let world = World { role: Some(Role::Owner), ..nobody };
        let walk = Place::Question { slot: Slot::own("call-order"), part: Part::Whole, visit: Visit::Walk };
        for here in [Place::Menu, walk] {
            let plan_on_top = State::in_plan(here.clone());
            for state in [plan_on_top, here.clone().into()] {
                let asked = standing(Draft::new(&world), &state, None, fingerprint("company-name")).next;
                assert_eq!((asked.place.beneath(), asked.in_noodplan), (Some(&here), false));
                for input in [Input::Text("Krul".into()), Input::Pick(Tap::Back)] {
                    let step = sitting::step(Draft::new(&world), &asked, &input);
                    assert_eq!(step.next, here.clone().into(), "{input:?}");
                }
            }
        }
    }

    #[test]
    fn what_was_stored_at_first_is_read_and_stored_in_short() {
        let named = r#"{"event":"e1","slot":{"item":2,"question":"till"},"at":"2026-11-23T10:00:00.000000001Z","made":[3]}"#;
        let read: Answered = serde_json::from_str(named).unwrap();
        let row = serde_json::to_string(&read).unwrap();
        assert_eq!(row, r#"["e1",2,"till",1795428000000000001,[3]]"#);
        assert_eq!(serde_json::from_str::<Answered>(&row).unwrap(), read);
    }
}
