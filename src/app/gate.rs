//! What each role may see and do: by command, by place, by change. Whatever is not granted here is refused.
//!
//! What somebody sees is the card of a place; what they do is a change. So a turn is held against this twice: at the
//! place where it begins and with the command that was given, and with what came out of it.

use std::collections::BTreeSet;

use crate::{
    dialogue::{
        ChannelKind, Place, State, World,
        agreements::Spot,
        command::Command,
        input::{Input, Raw},
        proposals,
        step::{self, Change, Document, Draft, Flow, Step},
    },
    domain::{
        agreement::CONSENT,
        audit::Act,
        code::Purpose,
        diary::is_entry,
        dossier::Slot,
        ids::Slug,
        item::{Answer, Value},
        member::Role,
        schedule::{
            Kind, Schedule,
            audience::whose,
            habits::{UNWANTED, WANTED, person_word},
        },
    },
};

/// What it takes to see or do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: greeting, help, public numbers, using a code. The emergency plan shows what its asker may see.
    Nothing,
    /// To be a confirmed member: the call list, and one's own membership.
    Membership,
    /// To read what was answered.
    Reading,
    /// To answer, and to see weak spots.
    Answering,
    /// To propose answers that an owner accepts.
    Proposing,
    /// To belong to the firm and not own it: to make somebody else owner with another, when no owner can be reached.
    Succeeding,
    /// To say who belongs to the company and who may do what.
    Owning,
    /// Nobody in a chat can do it.
    Nobody,
}

/// Whether a role, or none, is enough.
pub fn may(role: Option<Role>, needs: Needs) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::Membership => role.is_some(),
        Needs::Reading => matches!(role, Some(Role::Owner | Role::Editor | Role::Helper)),
        Needs::Answering => matches!(role, Some(Role::Owner | Role::Editor)),
        Needs::Proposing => role == Some(Role::Helper),
        Needs::Succeeding => matches!(role, Some(Role::Editor | Role::Reader)),
        Needs::Owning => role == Some(Role::Owner),
        Needs::Nobody => false,
    }
}

/// What it takes to give a command in a company. Whoever belongs to none comes to the greeting, whatever they ask for.
pub fn to_ask(command: Command) -> Needs {
    match command {
        Command::Noodplan
        | Command::Start
        | Command::Menu
        | Command::Help
        | Command::Language
        | Command::Stop
        | Command::Privacy
        | Command::Join
        | Command::Link
        | Command::MyData
        | Command::Forget
        // Says itself who may.
        | Command::Invite => Needs::Nothing,
        Command::Members | Command::Companies => Needs::Membership,
        Command::Resume
        | Command::Agenda
        | Command::Done
        | Command::Later
        | Command::Pause
        | Command::Review
        | Command::Agreements
        | Command::Backups => Needs::Answering,
        Command::Log => Needs::Owning,
    }
}

/// What it takes to be at a place and see its card.
pub fn to_see(place: &Place) -> Needs {
    match place {
        Place::Stranger | Place::Welcome | Place::LetIn => Needs::Nothing,
        Place::Trouble
        | Place::Menu
        | Place::Waiting
        | Place::Members
        | Place::Member(_)
        | Place::RemoveMember(_)
        | Place::Companies
        | Place::Forget(_)
        | Place::More
        | Place::Agreements(Spot::Wish(_)) => Needs::Membership,
        Place::Answers { section, .. } if proposals::is_shared(section) => Needs::Reading,
        Place::Propose { section, .. } if proposals::is_shared(section) => Needs::Proposing,
        Place::Propose { .. } => Needs::Nobody,
        Place::Succession(_) => Needs::Succeeding,
        Place::Answers { .. }
        | Place::Question { .. }
        | Place::Results
        | Place::MoreResults
        | Place::WhatIf { .. }
        | Place::Things(_)
        | Place::Todos(_)
        | Place::Letter(_)
        | Place::Parts
        | Place::Agenda(_)
        | Place::Agreements(_)
        | Place::BackupDiary { .. }
        | Place::SafeBackup
        | Place::Review { .. }
        | Place::Lines { .. }
        | Place::Line(_)
        | Place::LineField(..) => Needs::Answering,
        Place::Invite | Place::Log { .. } | Place::Copy => Needs::Owning,
    }
}

/// What it takes to make a change.
pub fn to_make(change: &Change, world: &World<'_>) -> Needs {
    match change {
        Change::StartCompany(_)
        | Change::UseSignup(_)
        | Change::Join(..)
        | Change::Link(..)
        | Change::NoteWrongCode
        | Change::SpeakFor(_)
        | Change::SetLanguage(_)
        | Change::Forget => Needs::Nothing,
        // Saying yes to what one is asked to do.
        Change::SaveAnswer(slot, _) if slot.question.as_str() == CONSENT => Needs::Membership,
        Change::SaveAnswer(slot, _) if is_about_own_agreement(slot, world) => Needs::Membership,
        Change::SaveAnswer(slot, answer) if is_about_own_reminders(slot, answer, world) => Needs::Membership,
        Change::SaveAnswer(..) | Change::ForgetAnswer(_) | Change::SaveItem(_) => Needs::Answering,
        Change::Note(Act::Exported) | Change::SetErasure(_) | Change::SaveMember(_) => Needs::Owning,
        // The wait, and for whom it is, stay as they are until it is over.
        Change::SetSuccession(Some(next)) => {
            let before = world.dossier.succession();
            match next.follows(before, world.members, world.person, world.now) {
                true => Needs::Succeeding,
                false => Needs::Nobody,
            }
        }
        Change::SetSuccession(None) => match world.dossier.succession() {
            Some(wait) if wait.involves(world.person) => Needs::Membership,
            _ => Needs::Owning,
        },
        Change::Propose(proposal) if proposal.by == world.person => Needs::Proposing,
        Change::Propose(_) => Needs::Nobody,
        Change::DropProposal(id) => match world.dossier.proposal(*id) {
            Some(proposal) if proposal.by == world.person => Needs::Membership,
            _ => Needs::Owning,
        },
        Change::Note(Act::TookOver(..) | Act::Declined(..) | Act::Vouched(_) | Act::Disowned(_)) => {
            Needs::Owning
        }
        Change::OpenFeed { person, .. } if *person == world.person => Needs::Answering,
        Change::OpenFeed { .. } => Needs::Nobody,
        Change::CloseFeed(_, person) if *person == world.person => Needs::Membership,
        Change::CloseFeed(..) => Needs::Nobody,
        Change::Note(_) => Needs::Membership,
        Change::RemoveMember(person) | Change::CancelCodes(person) if *person == world.person => {
            Needs::Membership
        }
        Change::RemoveMember(_) | Change::CancelCodes(_) => Needs::Owning,
        Change::SaveCode(_, code) => match code.purpose {
            Purpose::Link(_) => Needs::Membership,
            // The operator makes them.
            Purpose::Company => Needs::Nobody,
            Purpose::Invitation(..) => Needs::Owning,
        },
    }
}

/// Whether an answer says what became of what the speaker is to do, or that it comes later.
fn is_about_own_agreement(slot: &Slot, world: &World<'_>) -> bool {
    let later = Schedule::later_slot(Kind::Agreement, slot.item);
    (is_entry(&slot.question) || *slot == later)
        && whose(Kind::Agreement, slot.item, world.dossier, world.members) == Some(world.person)
}

/// Whether an answer about who is reminded says what was said before of everybody but the speaker.
fn is_about_own_reminders(slot: &Slot, answer: &Answer, world: &World<'_>) -> bool {
    let me = person_word(world.person);
    let others = |value: Option<&Value>| -> BTreeSet<Slug> {
        match value {
            Some(Value::Choices(people)) => people.iter().filter(|word| **word != me).cloned().collect(),
            _ => BTreeSet::new(),
        }
    };
    [WANTED, UNWANTED].iter().any(|question| *slot == Slot::own(question))
        && matches!(answer.value, Value::Choices(_))
        && others(world.dossier.value(slot)) == others(Some(&answer.value))
}

/// What it takes to be given a file.
pub fn to_get(document: &Document) -> Needs {
    match document {
        Document::OwnCopy(_) => Needs::Nothing,
        Document::Calendar { .. } => Needs::Answering,
        Document::CompanyCopy(_) | Document::Scannable(_) => Needs::Owning,
    }
}

/// A turn that may be decided. Only [`admit`] makes one, and only with one a flow is reached.
#[derive(Debug)]
pub struct Permit {
    flow: Flow,
    state: State,
}

/// The place where somebody may be, if they were somewhere else when their role was another.
pub fn place_for(state: State, role: Option<Role>) -> State {
    let sees = |place: &Place| may(role, to_see(place));
    match role {
        _ if sees(&state.place) && state.place.beneath().is_none_or(sees) => state,
        None => state.of_outsider(),
        Some(_) => State { in_noodplan: state.in_noodplan, ..State::from(Place::Menu) },
    }
}

/// Admits an input to a flow, if the speaker may ask for it where they are.
pub fn admit(flow: Flow, state: &State, input: &Input, world: &World<'_>) -> Option<Permit> {
    let asked = match input {
        Input::Command(command, _) => to_ask(*command),
        _ => Needs::Nothing,
    };
    let may_ask = world.role.is_none() || may(world.role, asked);
    let permitted = may_ask && may(world.role_at_home(), to_see(&state.place));
    permitted.then(|| Permit { flow, state: state.clone() })
}

impl Permit {
    /// Decides the turn; what comes of it is dropped, all of it, if the speaker may not see or do it.
    pub fn step(self, input: &Input, world: &World<'_>) -> Step {
        let step = step::step(self.flow, &self.state, input, world);
        if is_granted(&step, world) { step } else { refusal(world) }
    }
}

/// What is said instead of what somebody may not see or do.
pub fn refusal(world: &World<'_>) -> Step {
    let mut draft = Draft::new(world);
    draft.say("not-yours");
    draft.finish(if world.role.is_some() { Place::Menu } else { Place::Stranger })
}

/// On Matrix no tap is encrypted, and a homeserver could make one up. So what changes who belongs to a company, or ends it,
/// has to be typed there.
pub fn typed(step: Step, raw: &Raw, input: &Input, state: &State, world: &World<'_>) -> Step {
    let in_clear = world.channel == ChannelKind::Matrix && matches!(raw, Raw::Tap(_));
    if !in_clear || world.company.is_none() || !step.changes.iter().any(is_grave) {
        return step;
    }
    let mut draft = Draft::new(world);
    draft.say("type-it");
    match input {
        // There the same has a number.
        Input::Standing(_) => draft.finish(Place::Waiting),
        _ => draft.finish(state.clone()),
    }
}

/// Whether this changes who may see or do something, or takes something away for good.
fn is_grave(change: &Change) -> bool {
    match change {
        Change::SaveMember(_)
        | Change::RemoveMember(_)
        | Change::SetErasure(Some(_))
        | Change::SetSuccession(Some(_))
        | Change::Forget
        | Change::Note(Act::TookOver(..)) => true,
        Change::StartCompany(_)
        | Change::Join(..)
        | Change::Link(..)
        | Change::NoteWrongCode
        | Change::SpeakFor(_)
        | Change::SetLanguage(_)
        | Change::SaveAnswer(..)
        | Change::SaveItem(_)
        | Change::SetErasure(None)
        | Change::SetSuccession(None)
        | Change::Propose(_)
        | Change::DropProposal(_)
        | Change::Note(_)
        | Change::CancelCodes(_)
        | Change::ForgetAnswer(_)
        | Change::UseSignup(_)
        | Change::OpenFeed { .. }
        | Change::CloseFeed(..)
        | Change::SaveCode(..) => false,
    }
}

/// Whoever starts a company owns it. For another company that was chosen the role in it counts; the lookup brings only
/// those in which the speaker is confirmed.
fn is_granted(step: &Step, world: &World<'_>) -> bool {
    let starts = step.starts().is_some();
    let moves = |change: &Change| matches!(change, Change::SpeakFor(_) | Change::Link(..));
    let leaves = step.changes.iter().any(moves);
    let role = if starts { Some(Role::Owner) } else { world.role };
    let role_there = if starts { role } else { world.role_at_home() };
    let sees = may(role_there, to_see(&step.next.place))
        || (leaves && matches!(step.next.place, Place::Menu | Place::Forget(_)));
    let mut files = step.replies.iter().flat_map(|reply| &reply.documents);
    sees && files.all(|document| may(role, to_get(document)))
        && step.changes.iter().all(|change| may(role, to_make(change, world)))
}

#[cfg(test)]
mod tests;
