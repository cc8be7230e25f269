//! What a helper proposes, and what an owner makes of it.
//!
//! ```text
//! > back-up van de kassa
//! < Je voorstel gaat naar de eigenaar. Die beslist. … Hoe vaak maak je een back-up?   [1] Elke dag …
//! > 1
//! <@anna Noor stelt voor bij Back-up: Elke dag.   [*] Overnemen  [*] Niet doen
//! ```
//!
//! A proposal is an answer that waits: accepting it plays the answer again, in the name of the owner, by every rule that holds
//! for theirs.

use crate::{
    dialogue::{
        Part, Place, State, Visit, World,
        contact_question::contact_summary,
        enumeration::enumerated,
        input::Input,
        members,
        offer::{Card, Tap},
        played::{is_understood, missing, play, said},
        question_card::{self, about, choice_label, shown_value},
        results,
        standing::StandingTap,
        step::{Change, Draft, Step, not_an_answer},
        waiting::Matter,
    },
    domain::{
        dossier::{Dossier, Slot},
        fingerprint::fingerprint,
        ids::{PersonId, Slug},
        item::Value,
        member::{Role, member, owners},
        proposal::{Proposal, ProposalId, Proposed},
    },
    questionnaire::{Kind, Question, walk},
    text::Msg,
};

pub mod decided;

/// Sections that helpers do not see: what worries the firm, and what it leaves as it is.
const PRIVATE: [&str; 1] = ["risks"];
/// A helper waits for the owner when so many of their proposals do.
const MOST: usize = 20;

/// Whether helpers read the answers of a section and propose others.
pub fn is_shared(section: &Slug) -> bool {
    !PRIVATE.contains(&section.as_str())
}

/// The question of a slot, as long as it belongs to this section and is asked.
fn question<'w>(section: &Slug, slot: &Slot, dossier: &Dossier, world: &World<'w>) -> Option<&'w Question> {
    let catalogue = &world.content.catalogue;
    let own = catalogue.section_of(slot.question.as_str()).is_some_and(|known| known.id == *section);
    catalogue.at(slot).filter(|_| own && walk::is_asked(slot, catalogue, dossier, world.today))
}

/// The question to which something is proposed.
pub fn card(section: &Slug, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Card {
    let mut card = question_card::card(slot, Part::Whole, &Visit::Change, dossier, world);
    match question(section, slot, dossier, world) {
        Some(question) => {
            card.lines.insert(0, "propose-title".into());
            let ticked = is_ticked(dossier.value(slot));
            card.offer.options.retain(|option| is_offered(question, ticked, &option.tap));
        }
        None => {
            card.lines = vec!["question-gone".into()];
            card.offer.options.retain(|option| option.tap == Tap::Back);
        }
    }
    card
}

fn is_ticked(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Choices(ids)) if !ids.is_empty())
}

fn is_offered(question: &Question, ticked: bool, tap: &Tap) -> bool {
    match tap {
        Tap::Choice(id) => question.choice(id.as_str()).is_some_and(|choice| !choice.myself),
        Tap::Item(_) => question.kind != Kind::Order,
        Tap::Done => question.kind == Kind::Many && !ticked,
        Tap::Unknown | Tap::Back | Tap::Explain => true,
        _ => false,
    }
}

/// A turn at it.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Propose { section, slot } = &state.place else { return draft.finish(Place::Menu) };
    let answers = Place::Answers { section: section.clone(), page: 0 };
    let Some(question) = question(section, slot, &draft.dossier, draft.world) else {
        return draft.finish(answers);
    };
    match input {
        Input::Pick(Tap::Back) => draft.finish(answers),
        Input::Pick(Tap::Explain) => {
            draft.say(about(Msg::new(format!("q-{}.help", question.id)), slot, &draft.dossier));
            draft.finish(state.clone())
        }
        // A tick by itself is not an answer yet.
        Input::Pick(Tap::Choice(_)) if question.kind == Kind::Many => at_once(draft, state),
        Input::Pick(Tap::Item(_)) if question.kind == Kind::Items => at_once(draft, state),
        _ => match proposed(question, input) {
            Some(proposed) => propose(draft, state, question, proposed),
            None => not_an_answer(draft, state, input),
        },
    }
}

fn at_once(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("propose-all-at-once");
    draft.finish(state.clone())
}

fn proposed(question: &Question, input: &Input) -> Option<Proposed> {
    let choice = |id: &Slug| question.choice(id.as_str()).filter(|choice| !choice.myself);
    match input {
        Input::Pick(Tap::Choice(id)) => choice(id).map(|choice| Proposed::Choice(choice.id.clone())),
        Input::Pick(Tap::Done | Tap::Nothing) if question.kind == Kind::Many => {
            Some(Proposed::Choices(Vec::new()))
        }
        Input::Pick(Tap::Item(id)) if question.kind != Kind::Order => Some(Proposed::Items(vec![*id])),
        Input::Pick(Tap::Unknown) => Some(Proposed::Unknown),
        Input::Picks(taps) if question.kind != Kind::Order => chosen(taps),
        Input::Text(text) => Some(Proposed::Text(text.clone())),
        Input::Contact(contact) if question.kind == Kind::Contact => Some(Proposed::Contact(contact.clone())),
        _ => None,
    }
}

fn chosen(taps: &[Tap]) -> Option<Proposed> {
    let choice = |tap: &Tap| match tap {
        Tap::Choice(id) => Some(id.clone()),
        _ => None,
    };
    let item = |tap: &Tap| match tap {
        Tap::Item(id) => Some(*id),
        _ => None,
    };
    let choices = || taps.iter().map(choice).collect::<Option<_>>().map(Proposed::Choices);
    choices().or_else(|| taps.iter().map(item).collect::<Option<_>>().map(Proposed::Items))
}

/// What comes of what is proposed, as if whoever looks at this world answered it.
fn played(question: &Question, slot: &Slot, proposed: &Proposed, world: &World<'_>) -> Step {
    let input = match proposed {
        Proposed::Choice(id) => Input::Pick(Tap::Choice(id.clone())),
        Proposed::Choices(ids) => Input::Picks(ids.iter().cloned().map(Tap::Choice).collect()),
        Proposed::Items(ids) if question.kind == Kind::Items => {
            Input::Picks(ids.iter().copied().map(Tap::Item).collect())
        }
        Proposed::Items(ids) => ids.first().map_or(Input::Empty, |id| Input::Pick(Tap::Item(*id))),
        Proposed::Text(text) => Input::Text(text.clone()),
        Proposed::Contact(contact) => Input::Contact(contact.clone()),
        Proposed::Unknown => Input::Pick(Tap::Unknown),
    };
    play(question, slot, Part::Whole, &input, world)
}

fn propose(mut draft: Draft<'_>, state: &State, question: &Question, proposed: Proposed) -> Step {
    let Place::Propose { section, slot } = &state.place else { return draft.finish(Place::Menu) };
    let step = played(question, slot, &proposed, draft.world);
    let half =
        question.kind == Kind::Contact && matches!(missing(&step, slot), Some(Part::Name | Part::Number));
    if half || !is_understood(&step) {
        say_what_was_said(&mut draft, &step);
        if half {
            draft.say("propose-name-and-number");
        } else if draft.is_silent() {
            draft.say("input-not-an-option");
        }
        return draft.finish(state.clone());
    }
    if is_so_already(&step, &draft.dossier) {
        draft.say("propose-same");
        return draft.finish(state.clone());
    }
    let me = draft.world.person;
    let own: Vec<_> = draft.dossier.proposals().iter().filter(|known| known.by == me).collect();
    let earlier = own.iter().find(|known| known.slot == *slot).map(|known| known.id);
    if own.len() >= MOST && earlier.is_none() {
        draft.say(Msg::new("propose-too-many").number("most", MOST));
        return draft.finish(state.clone());
    }
    let proposal = Proposal {
        id: next_id(&draft),
        by: me,
        at: draft.world.now,
        slot: slot.clone(),
        proposed,
        before: draft.dossier.value(slot).cloned(),
    };
    let matter = matter(&proposal, false, &draft.dossier, draft.world);
    let hear: Vec<PersonId> = owners(&draft.members).map(|owner| owner.person).collect();
    for to in hear {
        draft.tell(matter.told_to(to));
    }
    let words = words(&proposal, &draft.dossier, draft.world);
    draft.say(
        Msg::new("proposed").msg("question", short(slot, &draft.dossier, draft.world)).msg("proposed", words),
    );
    if let Some(earlier) = earlier {
        draft.change(Change::DropProposal(earlier));
    }
    draft.change(Change::Propose(proposal));
    draft.finish(Place::Answers { section: section.clone(), page: 0 })
}

/// What the question had to say to an answer that it did not take.
fn say_what_was_said(draft: &mut Draft<'_>, step: &Step) {
    let mut after = draft.dossier.clone();
    step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
    said(step, &after, draft.world).into_iter().for_each(|line| draft.say(line));
}

/// Whether an answer changes nothing.
fn is_so_already(step: &Step, dossier: &Dossier) -> bool {
    step.changes.iter().all(|change| match change {
        Change::SaveAnswer(about, answer) => dossier.value(about) == Some(&answer.value),
        Change::SaveItem(_) => false,
        _ => true,
    })
}

/// An id that none had before: the time, or one above the newest when a clock went back.
fn next_id(draft: &Draft<'_>) -> ProposalId {
    let newest = draft.dossier.proposals().iter().map(|known| known.id.0).max();
    let stamp = u64::try_from(draft.world.now.timestamp_millis()).unwrap_or(0);
    ProposalId(newest.map_or(stamp, |newest| stamp.max(newest + 1)))
}

/// What a proposal says.
pub fn words(proposal: &Proposal, dossier: &Dossier, world: &World<'_>) -> Msg {
    let question = world.content.catalogue.at(&proposal.slot);
    let label =
        |id: &Slug| question.map_or("answer-open".into(), |question| choice_label(question, id.as_str()));
    match &proposal.proposed {
        Proposed::Choice(id) => label(id),
        Proposed::Choices(ids) => enumerated(ids.iter().map(label)).unwrap_or_else(|| "answer-none".into()),
        Proposed::Items(ids) => {
            let names = ids.iter().filter_map(|id| dossier.item(*id)).map(|item| results::name(item, world));
            enumerated(names).unwrap_or_else(|| "answer-none".into())
        }
        Proposed::Text(text) => Msg::new("told").told("text", text),
        Proposed::Contact(contact) => contact_summary(contact, false),
        Proposed::Unknown => "answer-unknown".into(),
    }
}

fn short(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Msg {
    match world.content.catalogue.at(slot) {
        Some(question) => about(Msg::new(format!("q-{}.short", question.id)), slot, dossier),
        None => "question-gone".into(),
    }
}

/// A proposal, for an owner to decide about. `named`: its buttons say which one they are about.
fn matter(proposal: &Proposal, named: bool, dossier: &Dossier, world: &World<'_>) -> Matter {
    let now = dossier.value(&proposal.slot);
    let question = short(&proposal.slot, dossier, world);
    let current = match (now, world.content.catalogue.at(&proposal.slot)) {
        (Some(value), Some(question)) => shown_value(question, value, dossier, world),
        _ => "answer-open".into(),
    };
    let id = if proposal.is_stale(now) { "proposal-stale" } else { "proposal" };
    let line = Msg::new(id)
        .msg("who", name(proposal.by, world))
        .msg("question", question.clone())
        .msg("proposed", words(proposal, dossier, world))
        .msg("current", current);
    let label = |plain: &'static str, which: &'static str| match named {
        true => Msg::new(which).msg("question", question.clone()),
        false => plain.into(),
    };
    let taps = vec![
        (
            label("option-take-over", "option-take-over-which"),
            StandingTap::TakeOver(proposal.id, answer_print(now)),
        ),
        (label("option-decline", "option-decline-which"), StandingTap::Decline(proposal.id)),
    ];
    Matter { line, taps }
}

fn name(person: PersonId, world: &World<'_>) -> Msg {
    member(world.members, person).map_or("log-somebody-gone".into(), members::name)
}

/// Stands for an answer in a button, so that nobody accepts a change of something else than they saw.
fn answer_print(value: Option<&Value>) -> u32 {
    fingerprint(serde_json::to_string(&value).unwrap_or_default())
}

/// Every proposal, for an owner.
pub fn waiting(dossier: &Dossier, world: &World<'_>) -> Vec<Matter> {
    if world.role != Some(Role::Owner) {
        return Vec::new();
    }
    let named = dossier.proposals().len() > 1;
    dossier.proposals().iter().map(|proposal| matter(proposal, named, dossier, world)).collect()
}

/// What the speaker proposed in a slot, as a line among the answers.
pub fn own_line(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let own = |known: &&Proposal| known.by == world.person && known.slot == *slot;
    let proposal = dossier.proposals().iter().find(own)?;
    Some(Msg::new("answers-proposed").msg("proposed", words(proposal, dossier, world)))
}

/// Takes back everything that somebody proposed who is no helper any more.
pub fn withdraw(draft: &mut Draft<'_>, person: PersonId) {
    let own = draft.dossier.proposals().iter().filter(|proposal| proposal.by == person);
    let ids: Vec<_> = own.map(|proposal| proposal.id).collect();
    ids.into_iter().for_each(|id| draft.change(Change::DropProposal(id)));
}

#[cfg(test)]
mod tests;
