//! Who may see what: one function, default deny.

use std::sync::Arc;

use crate::{
    app::ports::{Loaded, Role},
    domain::{dossier::Dossier, ids::CompanyId},
};

/// A company that the speaker may speak for, with its dossier. Only [`authorise`] makes one.
#[derive(Clone, Debug)]
pub struct Admitted {
    company: CompanyId,
    dossier: Arc<Dossier>,
    version: u64,
}

impl Admitted {
    /// The company.
    pub fn company(&self) -> CompanyId {
        self.company
    }

    /// What it has told.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The version at which the dossier was read.
    pub fn version(&self) -> u64 {
        self.version
    }
}

/// Admits somebody to the company their conversation names, if they are a member of it at this moment.
pub fn authorise(loaded: &Loaded) -> Option<Admitted> {
    let (conversation, _) = loaded.conversation.as_ref()?;
    let company = conversation.company?;
    let (dossier, version) = loaded.dossier.as_ref()?;
    match loaded.role? {
        Role::Owner => Some(Admitted { company, dossier: Arc::clone(dossier), version: *version }),
    }
}
