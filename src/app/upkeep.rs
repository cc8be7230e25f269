//! What the program does by itself: erases companies whose week is over, and throws away what it may not keep.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use crate::{
    app::{
        keeping::{Amendment, DueErasure, Keeping},
        ports::{Clock, Company, Outgoing, Store, StoreError},
        turn::App,
    },
    dialogue::{
        companies,
        step::{Change, Lane, Notice},
    },
    domain::{
        audit::{Act, Actor},
        erasure::Verdict,
        ids::{CompanyId, PersonId},
        member::owners,
        pii::Pii,
    },
    text::Msg,
};

/// How often it looks what is due.
const PAUSE: Duration = Duration::from_secs(3_600);

impl<S: Store + Keeping, C: Clock> App<S, C> {
    /// Does what is due at this moment. One company that gives trouble does not stand in the way of the others.
    ///
    /// # Errors
    /// When the store does not do all of it; that stays due.
    pub async fn upkeep(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let mut done = Ok(());
        for due in self.store.due_erasures(now).await? {
            done = self.erase_or_keep(due, now).await.and(done);
        }
        self.store.throw_away(now).await.and(done)
    }

    /// Looks every hour what is due, until told to stop.
    pub async fn keep_up(self: Arc<Self>, stop: CancellationToken) {
        let mut pause = tokio::time::interval(PAUSE);
        while stop.run_until_cancelled(pause.tick()).await.is_some() {
            if let Err(error) = self.upkeep().await {
                tracing::warn!(%error, "what was due is not done; it is tried again");
            }
        }
    }

    /// Erases a company now, and tells everybody who belongs to it.
    ///
    /// # Errors
    /// When the store does not do it.
    pub async fn erase(&self, id: CompanyId) -> Result<(), StoreError> {
        let farewell = match self.store.company(id).await? {
            Some(company) => self.farewell(&company).await?,
            None => Vec::new(),
        };
        self.store.erase(id, farewell.clone()).await?;
        self.post.hand_over(farewell);
        Ok(())
    }

    /// Lets the operator see a company: first it is written down and the owners are told, then it is given out.
    ///
    /// # Errors
    /// When the store does not write it down.
    pub async fn break_glass(&self, id: CompanyId, reason: &str) -> Result<Option<Company>, StoreError> {
        let Some(company) = self.store.company(id).await? else { return Ok(None) };
        let line = Msg::new("notice-broke-glass").told("reason", reason).msg("company", name(&company));
        let people = owners(&company.members).map(|owner| owner.person);
        let change = Change::Note(Act::BrokeGlass(Pii(reason.to_owned())));
        self.amend(id, &company, Actor::Operator, change, notices(people, &line)).await?;
        Ok(Some(company))
    }

    async fn erase_or_keep(&self, due: DueErasure, now: DateTime<Utc>) -> Result<(), StoreError> {
        let company = if due.begun { None } else { self.store.company(due.company).await? };
        // One that was broken off is finished; who its people were cannot be read any more.
        let Some(company) = company else { return self.store.erase(due.company, Vec::new()).await };
        match company.dossier.erasure().map(|wish| wish.verdict(&company.members, now)) {
            Some(Verdict::Erase) => self.erase(due.company).await,
            Some(Verdict::Keep) => {
                let line = Msg::new("notice-erasure-lapsed").msg("company", name(&company));
                let told = notices(confirmed(&company), &line);
                self.amend(due.company, &company, Actor::Program, Change::SetErasure(None), told).await
            }
            Some(Verdict::Wait) | None => Ok(()),
        }
    }

    async fn amend(
        &self,
        id: CompanyId,
        company: &Company,
        by: Actor,
        change: Change,
        notices: Vec<Notice>,
    ) -> Result<(), StoreError> {
        let at = self.clock.now();
        let outgoing = self.messages(&notices, at).await?;
        let amendment = Amendment {
            company: (id, company.version),
            by,
            changes: vec![change],
            outgoing: outgoing.clone(),
            at,
        };
        self.store.amend(amendment).await?;
        self.post.hand_over(outgoing);
        Ok(())
    }

    /// What everybody is told whose company is erased.
    async fn farewell(&self, company: &Company) -> Result<Vec<Outgoing>, StoreError> {
        let line = Msg::new("notice-erased").msg("company", name(company));
        self.messages(&notices(confirmed(company), &line), self.clock.now()).await
    }
}

fn name(company: &Company) -> Msg {
    companies::name(&company.dossier)
}

fn confirmed(company: &Company) -> impl Iterator<Item = PersonId> {
    company.members.iter().filter(|member| member.is_confirmed()).map(|member| member.person)
}

fn notices(people: impl Iterator<Item = PersonId>, line: &Msg) -> Vec<Notice> {
    people.map(|to| Notice { to, lane: Lane::Notice, lines: vec![line.clone()], taps: Vec::new() }).collect()
}
