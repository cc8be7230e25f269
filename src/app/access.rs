//! Who may see what: one function, default deny.

use std::sync::Arc;

use crate::{
    app::ports::{Company, Loaded},
    dialogue::World,
    domain::{
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::{Member, Role, member},
        schedule::habits::Habits,
    },
};

/// A company that the speaker may speak for, with its dossier. Only [`admit`] makes one.
#[derive(Clone, Debug)]
pub struct Admitted {
    person: PersonId,
    company: CompanyId,
    role: Role,
    dossier: Arc<Dossier>,
    members: Arc<Vec<Member>>,
    version: u64,
}

impl Admitted {
    /// The company.
    pub fn company(&self) -> CompanyId {
        self.company
    }

    /// Who speaks.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// What the speaker may do in it.
    pub fn role(&self) -> Role {
        self.role
    }

    /// What it has told.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Its people.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The version at which it was read.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What is to be seen by whoever is let in here, and saw this outside.
    pub fn world<'w>(&'w self, outside: World<'w>) -> World<'w> {
        World {
            today: Habits::of(&self.dossier).date(outside.now),
            company: Some(self.company),
            role: Some(self.role),
            members: &self.members,
            dossier: &self.dossier,
            ..outside
        }
    }
}

/// What somebody may do in a company at this moment; `None`: nothing.
pub fn role(company: &Company, person: PersonId) -> Option<Role> {
    member(&company.members, person).filter(|member| member.is_confirmed()).map(|member| member.role)
}

/// Where somebody speaks.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// In their own chat.
    Private,
    /// In a group, which an owner switched on for the company that it names.
    Group(&'a Loaded),
    /// Without a name.
    Anonymous,
}

/// Admits somebody, if they are a confirmed member of the company at this moment: in their own chat to the company that
/// it names, in a group to the company that the group is for, whatever company they speak for.
pub fn authorise(loaded: &Loaded, scope: Scope<'_>) -> Option<Admitted> {
    let (speaker, _) = loaded.conversation.as_ref()?;
    let place = match scope {
        Scope::Private => loaded,
        Scope::Group(group) => group,
        Scope::Anonymous => return None,
    };
    let (conversation, _) = place.conversation.as_ref()?;
    admit(speaker.person, conversation.company?, place.company.as_ref()?)
}

/// Admits somebody to a company, whatever company they speak for, if they are a confirmed member of it at this moment.
pub fn admit(person: PersonId, id: CompanyId, company: &Company) -> Option<Admitted> {
    Some(Admitted {
        person,
        company: id,
        role: role(company, person)?,
        dossier: Arc::clone(&company.dossier),
        members: Arc::clone(&company.members),
        version: company.version,
    })
}
