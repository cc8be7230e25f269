//! What a turn writes down, and what that does to a company.

use crate::{
    domain::{
        audit::Act,
        code::{Code, IssuedCode},
        dossier::{Dossier, Slot},
        erasure::Erasure,
        ids::{CompanyId, PersonId},
        item::{Answer, Item},
        member::Member,
        noted::is_note,
        proposal::{Proposal, ProposalId},
        succession::Succession,
    },
    text::Language,
};

/// Something to write down. Imperative: it has not happened yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Start a company; its first member is another change.
    StartCompany(CompanyId),
    /// Add a member of the company or change one.
    SaveMember(Member),
    /// End somebody's membership of the company.
    RemoveMember(PersonId),
    /// Write down an answer.
    SaveAnswer(Slot, Answer),
    /// Forget the answer in a slot, with everything that was answered there before.
    ForgetAnswer(Slot),
    /// Add an item or change one; its answers are not part of this.
    SaveItem(Item),
    /// Wish to erase the company, or not any more.
    SetErasure(Option<Erasure>),
    /// Somebody is to become owner because no owner can be reached, or not any more.
    SetSuccession(Option<Succession>),
    /// Propose another answer; it waits for an owner.
    Propose(Proposal),
    /// Nothing waits any more about this proposal.
    DropProposal(ProposalId),
    /// Put something into the log that changes nothing else.
    Note(Act),
    /// Keep a code that works once.
    SaveCode(Code, IssuedCode),
    /// Use a code to become a member of this company, which is not the one that the speaker speaks for.
    Join(Code, CompanyId, Member),
    /// Use a code to be this person in this conversation, speaking for this company.
    Link(Code, PersonId, Option<CompanyId>),
    /// Use a code of the operator to start a company.
    UseSignup(Code),
    /// Count a wrong code.
    NoteWrongCode,
    /// Take back the codes that this person made for this company and nobody used.
    CancelCodes(PersonId),
    /// Speak for another company from now on.
    SpeakFor(CompanyId),
    /// Speak this language with this person from now on.
    SetLanguage(Language),
    /// From now on an agenda fetches what comes back for this member by this link, and by no earlier one.
    OpenFeed {
        /// Of which company.
        company: CompanyId,
        /// For whom.
        person: PersonId,
        /// What the link ends in.
        token: Code,
        /// In which language.
        language: Language,
    },
    /// That link works no more.
    CloseFeed(CompanyId, PersonId),
    /// Keep nothing about this person, in none of their conversations; what they told for a company stays there.
    Forget,
}

/// Whether something more is kept after these than before. An answer that goes with what is taken off, like its tick, does not
/// count: taking away always works.
pub fn adds(changes: &[Change]) -> bool {
    let takes_off = |change: &Change| matches!(change, Change::SaveItem(item) if item.removed);
    let is_taking_off = changes.iter().any(takes_off);
    let goes_along = |change: &Change| is_taking_off && matches!(change, Change::SaveAnswer(..));
    changes.iter().any(|change| change.adds() && !goes_along(change))
}

impl Change {
    /// Does to a company what this change says about it.
    pub fn apply(&self, dossier: &mut Dossier, members: &mut Vec<Member>) {
        match self {
            Self::SaveAnswer(slot, answer) => dossier.save_answer(slot.clone(), answer.clone()),
            Self::ForgetAnswer(slot) => dossier.forget_answer(slot),
            Self::SaveItem(item) => dossier.save_item(item.clone()),
            Self::SaveMember(member) | Self::Join(_, _, member) => {
                match members.iter_mut().find(|known| known.person == member.person) {
                    Some(known) => known.clone_from(member),
                    None => members.push(member.clone()),
                }
            }
            Self::SetErasure(wish) => dossier.set_erasure(wish.clone()),
            Self::SetSuccession(succession) => dossier.set_succession(succession.clone()),
            Self::Propose(proposal) => dossier.save_proposal(proposal.clone()),
            Self::DropProposal(id) => dossier.drop_proposal(*id),
            Self::RemoveMember(person) => members.retain(|known| known.person != *person),
            Self::StartCompany(_)
            | Self::Note(_)
            | Self::OpenFeed { .. }
            | Self::CloseFeed(..)
            | Self::SaveCode(..)
            | Self::Link(..)
            | Self::UseSignup(_)
            | Self::NoteWrongCode
            | Self::CancelCodes(_)
            | Self::SpeakFor(_)
            | Self::SetLanguage(_)
            | Self::Forget => {}
        }
    }

    /// Whether something more is kept with it than before, if only in the log. What can be done without end counts; what takes away
    /// what was counted before does not, so that whoever wants to leave always can. What is noted of an item goes with the change
    /// of the item.
    fn adds(&self) -> bool {
        match self {
            Self::SaveItem(item) => !item.removed,
            Self::SaveAnswer(slot, _) => !is_note(&slot.question),
            Self::SetErasure(wish) => wish.is_some(),
            Self::SetSuccession(wait) => wait.is_some(),
            // The rest goes along with something else.
            Self::Note(act) => matches!(act, Act::GotOwnCopy | Act::GotAgenda | Act::Exported),
            Self::StartCompany(_)
            | Self::SaveMember(_)
            | Self::Propose(_)
            | Self::SaveCode(..)
            | Self::OpenFeed { .. } => true,
            Self::RemoveMember(_)
            | Self::ForgetAnswer(_)
            | Self::DropProposal(_)
            | Self::Join(..)
            | Self::Link(..)
            | Self::UseSignup(_)
            | Self::NoteWrongCode
            | Self::CancelCodes(_)
            | Self::SpeakFor(_)
            | Self::SetLanguage(_)
            | Self::CloseFeed(..)
            | Self::Forget => false,
        }
    }

    /// Whether it changes a company, and not only this conversation.
    pub fn is_about_the_company(&self) -> bool {
        match self {
            Self::Link(_, _, company) => company.is_some(),
            Self::StartCompany(_)
            | Self::SaveMember(_)
            | Self::RemoveMember(_)
            | Self::SaveAnswer(..)
            | Self::ForgetAnswer(_)
            | Self::Join(..)
            | Self::SaveItem(_)
            | Self::SetErasure(_)
            | Self::SetSuccession(_)
            | Self::Propose(_)
            | Self::DropProposal(_)
            | Self::OpenFeed { .. }
            | Self::CloseFeed(..)
            | Self::Note(_) => true,
            Self::SaveCode(..)
            | Self::UseSignup(_)
            | Self::NoteWrongCode
            | Self::CancelCodes(_)
            | Self::SpeakFor(_)
            | Self::SetLanguage(_)
            | Self::Forget => false,
        }
    }
}
