//! What becomes of companies that were put back from a copy: what waits in them waits on, and their owners hear of it.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        keeping::Amendment,
        ports::{Clock, Company, Outgoing, Store, StoreError},
        turn::App,
        upkeep::{name, notices},
    },
    dialogue::step::Change,
    domain::{
        audit::{Act, Actor},
        ids::CompanyId,
        member::owners,
        schedule::habits::Habits,
    },
    text::Msg,
};

impl<S: Store, C: Clock> App<S, C> {
    /// What is to be written down of these companies now that they are those of a copy of this moment. One that cannot be read
    /// stands in nobody's way.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn put_back(
        &self,
        companies: &[CompanyId],
        copied_at: DateTime<Utc>,
    ) -> Result<Vec<Amendment>, StoreError> {
        let mut amendments = Vec::with_capacity(companies.len());
        for id in companies {
            match self.store.company(*id).await {
                Ok(Some(company)) => amendments.push(self.put_back_one(*id, &company, copied_at).await?),
                Ok(None) => {}
                Err(StoreError::Damaged(what)) => {
                    tracing::error!(company = %id.0, what, "a company that was put back cannot be read");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(amendments)
    }

    async fn put_back_one(
        &self,
        id: CompanyId,
        company: &Company,
        copied_at: DateTime<Utc>,
    ) -> Result<Amendment, StoreError> {
        let at = self.clock.now();
        let mut changes = vec![Change::Note(Act::Restored)];
        let succession = company.dossier.succession().map(|wait| wait.put_off(at));
        changes.extend(succession.map(|wait| Change::SetSuccession(Some(wait))));
        let erasure = company.dossier.erasure().map(|wish| wish.put_off(at));
        changes.extend(erasure.map(|wish| Change::SetErasure(Some(wish))));
        let outgoing = match self.owners_told(id, company, copied_at, at).await {
            Err(StoreError::Damaged(what)) => {
                tracing::error!(company = %id.0, what, "the owners of a company cannot be told");
                Vec::new()
            }
            told => told?,
        };
        Ok(Amendment { company: (id, company.version), by: Actor::Program, changes, outgoing, at })
    }

    async fn owners_told(
        &self,
        id: CompanyId,
        company: &Company,
        copied_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let date = Habits::of(&company.dossier).date(copied_at);
        let line = Msg::new("notice-restored").msg("company", name(company)).date("date", date);
        let people = owners(&company.members).map(|owner| owner.person);
        self.messages(Some(id), &notices(people, &line), now).await
    }
}
