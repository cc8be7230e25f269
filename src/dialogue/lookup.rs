//! What a turn has to know beyond its own company. It is looked up before the turn is decided, and only then.

use std::sync::Arc;

use crate::{
    dialogue::{ChannelKind, Place, command::Command, input::Input, offer::Tap, step::Notice},
    domain::{
        code::Code,
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::{Member, Role},
    },
};

/// Something to look up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What a code is good for.
    Code(Code),
    /// The companies of the speaker.
    Companies,
    /// What is kept of the speaker, in whichever company.
    Own,
}

/// What was looked up.
#[derive(Clone, Debug)]
pub enum Found {
    /// About a code.
    Code(FoundCode),
    /// The companies in which the speaker is a confirmed member.
    Companies(Vec<Belonging>),
    /// What is kept of the speaker, in whichever company.
    Own(Own),
}

/// What is kept of somebody besides what they told.
#[derive(Clone, Debug)]
pub struct Own {
    /// The companies in which they are a confirmed member.
    pub companies: Vec<Belonging>,
    /// Where they are spoken to, a channel for every chat.
    pub channels: Vec<ChannelKind>,
    /// Codes they made that still work.
    pub open_codes: usize,
}

/// What a code is good for.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundCode {
    /// Too many codes were wrong lately; this one was not even looked at.
    Paused,
    /// There is no such code.
    Wrong {
        /// People with open invitations, when this wrong code makes everybody wait.
        alarm: Vec<PersonId>,
    },
    /// It worked once, or its time is over.
    Spent,
    /// To become a member.
    Invitation {
        /// Of this company.
        company: CompanyId,
        /// With this role.
        role: Role,
        /// Who has to confirm it.
        owners: Vec<PersonId>,
        /// The speaker belongs to it already.
        is_member: bool,
    },
    /// To start a company.
    Company,
    /// To be the same person on this channel.
    Link {
        /// This person.
        person: PersonId,
        /// Speaking for this company first.
        company: Option<CompanyId>,
        /// What its other owners hear of it.
        told: Vec<Notice>,
    },
}

/// A company in which the speaker is a confirmed member.
#[derive(Clone, Debug)]
pub struct Belonging {
    /// The company.
    pub company: CompanyId,
    /// What they may do in it.
    pub role: Role,
    /// What it has told.
    pub dossier: Arc<Dossier>,
    /// Its people.
    pub members: Arc<Vec<Member>>,
}

/// What the card at a place needs.
pub fn for_card(place: &Place) -> Option<Wanted> {
    // Whoever is forgotten leaves all of them.
    matches!(place, Place::Companies | Place::Forget(_)).then_some(Wanted::Companies)
}

/// What an input needs.
pub fn for_input(input: &Input) -> Option<Wanted> {
    match input {
        Input::Command(Command::Start | Command::Join | Command::Link, code) => {
            Code::parse(code).map(Wanted::Code)
        }
        // "Nee, liever niet" to the greeting is to be forgotten, too.
        Input::Command(Command::Companies | Command::Forget, _) | Input::Pick(Tap::Forget | Tap::No) => {
            Some(Wanted::Companies)
        }
        Input::Command(Command::MyData, _) => Some(Wanted::Own),
        _ => None,
    }
}
