//! What the store does when nobody speaks: erasing, throwing away, and the changes that no conversation makes.

use std::future::{self, Future};

use chrono::{DateTime, Utc};

use crate::{
    app::{
        ports::{Outgoing, StoreError},
        witness::Looks,
    },
    dialogue::{log, step::Change},
    domain::{
        audit::{Actor, Record},
        ids::CompanyId,
    },
};

/// A change to a company that no conversation makes.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// The company, with the version at which it was read.
    pub company: (CompanyId, u64),
    /// Who makes it.
    pub by: Actor,
    /// What changes.
    pub changes: Vec<Change>,
    /// What is to be sent.
    pub outgoing: Vec<Outgoing>,
    /// When.
    pub at: DateTime<Utc>,
}

impl Amendment {
    /// What the log keeps of it.
    pub fn record(&self) -> Record {
        Record { by: self.by, at: self.at, acts: log::acts(&self.changes) }
    }
}

/// A company whose time to be erased has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueErasure {
    /// Which.
    pub company: CompanyId,
    /// Its erasing was begun and broken off. Nobody sees it any more, and nobody can stop it.
    pub begun: bool,
}

/// Where things are erased and thrown away.
pub trait Keeping: Send + Sync + 'static {
    /// When it was looked what is due; `None`: never.
    fn upkeeps(&self) -> impl Future<Output = Result<Option<Looks>, StoreError>> + Send;

    /// Notes that it is looked what is due.
    fn note_upkeep(&self, looks: Looks) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Says anew that this is what goes on, so that a copy of it can be told from it. Of what nobody makes copies there is nothing
    /// to say.
    fn turn_epoch(&self, _: DateTime<Utc>) -> impl Future<Output = Result<(), StoreError>> + Send {
        future::ready(Ok(()))
    }

    /// Changes a company, all of it or nothing.
    fn amend(&self, amendment: Amendment) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The companies whose time to be erased has come.
    fn due_erasures(
        &self,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Vec<DueErasure>, StoreError>> + Send;

    /// The companies in which somebody is to become owner, and in which that is due to go on or to end.
    fn due_matters(
        &self,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Vec<CompanyId>, StoreError>> + Send;

    /// Destroys the key of a company, then its rows and the conversations of its people, and keeps what is still to be
    /// said about it. Doing it twice does no harm.
    fn erase(
        &self,
        company: CompanyId,
        farewell: Vec<Outgoing>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The companies whose log holds what is thrown away now. What they took off at that time is to be emptied before: only the log
    /// says when that was.
    fn with_old_log(
        &self,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Vec<CompanyId>, StoreError>> + Send;

    /// Throws away what is older than it may become: what was received after 7 days, codes 7 days after they ended,
    /// what was not sent after 30 days, and what was answered before and done in the log after 24 months.
    fn throw_away(&self, now: DateTime<Utc>) -> impl Future<Output = Result<(), StoreError>> + Send;
}
