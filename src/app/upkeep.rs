//! What the program does by itself: erases companies whose week is over, makes somebody owner whose wait is over, and throws away
//! what it may not keep.

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
        step::{Change, Notice},
        succession::{self, ByItself},
    },
    domain::{
        audit::{Act, Actor},
        dossier::Slot,
        erasure::Verdict,
        ids::{CompanyId, PersonId},
        member::owners,
        pii::Pii,
        retention::outdated,
    },
    text::Msg,
};

/// How often it looks what is due.
const PAUSE: Duration = Duration::from_secs(3_600);

impl<S: Store + Keeping, C: Clock> App<S, C> {
    /// Does what is due at this moment, if the clock can be believed. One company that gives trouble does not stand in the way of
    /// the others.
    ///
    /// # Errors
    /// When the store does not do all of it; that stays due.
    pub async fn upkeep(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let mut done = self.store.turn_epoch(now).await;
        let (looks, may_act) = self.witness.follow(now, self.store.upkeeps().await?);
        self.store.note_upkeep(looks).await?;
        if !may_act {
            tracing::info!("what is due is looked at again in an hour, when the clock can be believed");
            return done;
        }
        for due in self.store.due_erasures(now).await? {
            done = self.erase_or_keep(due, now).await.and(done);
        }
        for id in self.store.due_matters(now).await? {
            done = self.go_on_or_end(id, now).await.and(done);
        }
        for id in self.store.with_old_log(now).await? {
            match empty_outdated(&self.store, id, now).await {
                Err(error @ StoreError::Damaged(_)) => done = Err(error),
                // The log stays until everything is gone of which only the log says when it was taken off.
                emptied => emptied?,
            }
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
            Some(company) => self.farewell(id, &company).await?,
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
        let changes = vec![Change::Note(Act::BrokeGlass(Pii(reason.to_owned())))];
        self.amend(id, &company, Actor::Operator, changes, notices(people, &line)).await?;
        Ok(Some(company))
    }

    /// Begins to make a member owner, on behalf of nobody in a chat: everybody is told, and it takes as long as always. Gives back
    /// whether it has begun: it has not when something like it is under way, or when this is no member from within.
    ///
    /// # Errors
    /// When the store does not write it down.
    pub async fn recover(&self, id: CompanyId, successor: PersonId) -> Result<bool, StoreError> {
        let Some(company) = self.store.company(id).await? else { return Ok(false) };
        let now = self.clock.now();
        let begun = succession::begun_by_operator(&company.dossier, &company.members, successor, now);
        let Some(ByItself { changes, notices }) = begun else { return Ok(false) };
        self.amend(id, &company, Actor::Operator, changes, notices).await?;
        Ok(true)
    }

    /// Somebody is to become owner: tells everybody that a day went by, makes them owner, or ends it.
    async fn go_on_or_end(&self, id: CompanyId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some(company) = self.store.company(id).await? else { return Ok(()) };
        let due = succession::due(&company.dossier, &company.members, now);
        let Some(ByItself { changes, notices }) = due else { return Ok(()) };
        self.amend(id, &company, Actor::Program, changes, notices).await
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
                self.amend(due.company, &company, Actor::Program, vec![Change::SetErasure(None)], told).await
            }
            Some(Verdict::Wait) | None => Ok(()),
        }
    }

    async fn amend(
        &self,
        id: CompanyId,
        company: &Company,
        by: Actor,
        changes: Vec<Change>,
        notices: Vec<Notice>,
    ) -> Result<(), StoreError> {
        let at = self.clock.now();
        let outgoing = self.messages(Some(id), &notices, at).await?;
        let amendment =
            Amendment { company: (id, company.version), by, changes, outgoing: outgoing.clone(), at };
        self.store.amend(amendment).await?;
        self.post.hand_over(outgoing);
        Ok(())
    }

    /// What everybody is told whose company is erased.
    async fn farewell(&self, id: CompanyId, company: &Company) -> Result<Vec<Outgoing>, StoreError> {
        let line = Msg::new("notice-erased").msg("company", name(company));
        self.messages(Some(id), &notices(confirmed(company), &line), self.clock.now()).await
    }
}

/// Empties what a company took off or changed so long ago that it is not kept any longer.
///
/// # Errors
/// When the store does not do it, or somebody changed the company meanwhile; then it stays due.
pub async fn empty_outdated<S: Store + Keeping>(
    store: &S,
    id: CompanyId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(company) = store.company(id).await? else { return Ok(()) };
    // Of most companies the log need not be read.
    if outdated(&company.dossier, &[], now).is_empty() {
        return Ok(());
    }
    let log = store.log(id, usize::MAX).await?;
    let emptied = outdated(&company.dossier, &log, now);
    if emptied.is_empty() {
        return Ok(());
    }
    let mut changes = vec![Change::Note(Act::ThrewAway)];
    for item in emptied {
        let told = company.dossier.answers(Some(item.id)).into_iter().flat_map(|answers| answers.keys());
        let gone = told.filter(|question| !item.answers.contains_key(*question)).cloned();
        changes.extend(gone.map(|question| Change::ForgetAnswer(Slot { item: Some(item.id), question })));
        changes.push(Change::SaveItem(item));
    }
    let company = (id, company.version);
    store.amend(Amendment { company, by: Actor::Program, changes, outgoing: Vec::new(), at: now }).await
}

pub(super) fn name(company: &Company) -> Msg {
    companies::name(&company.dossier)
}

fn confirmed(company: &Company) -> impl Iterator<Item = PersonId> {
    company.members.iter().filter(|member| member.is_confirmed()).map(|member| member.person)
}

pub(super) fn notices(people: impl Iterator<Item = PersonId>, line: &Msg) -> Vec<Notice> {
    people.map(|to| Notice::new(to, line.clone())).collect()
}
