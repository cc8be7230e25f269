//! Looking up what a turn has to know beyond its own company.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    app::{
        access,
        ports::{Clock, Incoming, Store, StoreError},
        turn::App,
    },
    dialogue::{
        ChannelKind, join,
        lookup::{Belonging, Found, FoundCode, Own, Wanted},
    },
    domain::{
        code::{Code, IssuedCode, Purpose, may_try, raises_alarm},
        ids::{CompanyId, PersonId},
        member::{member, owners},
    },
};

/// What was found, and the version of the company that it is about.
#[derive(Clone, Debug)]
pub(super) struct LookedUp {
    pub found: Found,
    pub company: Option<(CompanyId, u64)>,
}

impl<S: Store, C: Clock> App<S, C> {
    pub(super) async fn look_up(
        &self,
        wanted: Option<Wanted>,
        incoming: &Incoming,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Option<LookedUp>, StoreError> {
        match wanted {
            None => Ok(None),
            Some(Wanted::Code(code)) => self.code(&code, incoming, person, now).await.map(Some),
            Some(Wanted::Companies) => {
                let found = Found::Companies(self.belongings(person).await?);
                Ok(Some(LookedUp { found, company: None }))
            }
            Some(Wanted::Own) => {
                let chats = self.store.chats(vec![person]).await?;
                let own = Own {
                    companies: self.belongings(person).await?,
                    channels: chats.into_iter().map(|chat| chat.conversation.channel).collect(),
                    open_codes: self.store.open_codes(person, now).await?,
                };
                Ok(Some(LookedUp { found: Found::Own(own), company: None }))
            }
        }
    }

    async fn code(
        &self,
        code: &Code,
        incoming: &Incoming,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<LookedUp, StoreError> {
        let record = self.store.code(code, &incoming.conversation, now).await?;
        let about = |found| LookedUp { found: Found::Code(found), company: None };
        if !may_try(&record.wrong, now) {
            return Ok(about(FoundCode::Paused));
        }
        match record.issued {
            None => {
                let alarm = if raises_alarm(&record.wrong, now) { record.open } else { Vec::new() };
                Ok(about(FoundCode::Wrong { alarm }))
            }
            Some(issued) if issued.works(now) => {
                self.working_code(&issued, person, incoming.conversation.channel).await
            }
            Some(_) => Ok(about(FoundCode::Spent)),
        }
    }

    async fn working_code(
        &self,
        issued: &IssuedCode,
        person: PersonId,
        channel: ChannelKind,
    ) -> Result<LookedUp, StoreError> {
        let (id, role) = match issued.purpose {
            Purpose::Invitation(id, role) => (id, role),
            Purpose::Company => {
                return Ok(LookedUp { found: Found::Code(FoundCode::Company), company: None });
            }
            Purpose::Link(company) => return self.link_code(issued.made_by, company, channel).await,
        };
        let Some(company) = self.store.company(id).await? else {
            return Ok(LookedUp { found: Found::Code(FoundCode::Spent), company: None });
        };
        let found = FoundCode::Invitation {
            company: id,
            role,
            owners: owners(&company.members).map(|owner| owner.person).collect(),
            is_member: member(&company.members, person).is_some(),
        };
        Ok(LookedUp { found: Found::Code(found), company: Some((id, company.version)) })
    }

    async fn link_code(
        &self,
        person: PersonId,
        id: Option<CompanyId>,
        channel: ChannelKind,
    ) -> Result<LookedUp, StoreError> {
        let company = match id {
            Some(id) => self.store.company(id).await?,
            None => None,
        };
        let told = company.as_ref().map_or_else(Vec::new, |company| {
            join::linked(person, &company.members, &company.dossier, channel)
        });
        let found = FoundCode::Link { person, company: id, told };
        let read = company.as_ref().map(|company| company.version);
        Ok(LookedUp { found: Found::Code(found), company: id.zip(read) })
    }

    pub(super) async fn belongings(&self, person: PersonId) -> Result<Vec<Belonging>, StoreError> {
        let mut belongings = Vec::new();
        for id in self.store.companies_of(person).await? {
            let Some(company) = self.store.company(id).await? else { continue };
            if let Some(role) = access::role(&company, person) {
                let (dossier, members) = (Arc::clone(&company.dossier), Arc::clone(&company.members));
                belongings.push(Belonging { company: id, role, dossier, members });
            }
        }
        Ok(belongings)
    }
}
