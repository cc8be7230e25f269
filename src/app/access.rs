//! Who may see what: one function, default deny.

use std::sync::Arc;

use crate::{
    app::ports::Loaded,
    domain::{
        dossier::Dossier,
        ids::CompanyId,
        member::{Member, Role, member},
    },
};

/// A company that the speaker may speak for, with its dossier. Only [`authorise`] makes one.
#[derive(Clone, Debug)]
pub struct Admitted {
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
}

/// Admits somebody to the company their conversation names, if they are a confirmed member of it at this moment.
pub fn authorise(loaded: &Loaded) -> Option<Admitted> {
    let (conversation, _) = loaded.conversation.as_ref()?;
    let company = loaded.company.as_ref()?;
    let member = member(&company.members, conversation.person).filter(|member| member.is_confirmed())?;
    Some(Admitted {
        company: conversation.company?,
        role: member.role,
        dossier: Arc::clone(&company.dossier),
        members: Arc::clone(&company.members),
        version: company.version,
    })
}
