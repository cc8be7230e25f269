//! Turns about another company than the one spoken for: what the clock says of it, a button under its news, and the
//! other company of somebody who was removed from this one.

use std::sync::Arc;

use crate::{
    app::{
        access::{self, Admitted},
        ports::{Clock, Loaded, Pinned, Store, StoreError},
        turn::App,
    },
    dialogue::{Place, State, input::Raw, standing},
    domain::{ids::CompanyId, member::member},
};

impl<S: Store, C: Clock> App<S, C> {
    /// The other company that this is about, if the speaker is a confirmed member of it.
    pub(super) async fn elsewhere(&self, raw: &Raw, loaded: &Loaded) -> Result<Option<Admitted>, StoreError> {
        let Some((conversation, _)) = &loaded.conversation else { return Ok(None) };
        let about = match raw {
            Raw::Tick(tick) => Some(tick.company),
            Raw::Tap(word) => match standing::company_print(word) {
                Some(print) if conversation.company.map(CompanyId::fingerprint) != Some(print) => {
                    let belongs = self.store.companies_of(conversation.person).await?;
                    belongs.into_iter().find(|company| company.fingerprint() == print)
                }
                _ => None,
            },
            _ => None,
        };
        let Some(id) = about.filter(|id| Some(*id) != conversation.company) else { return Ok(None) };
        let company = self.store.company(id).await?;
        Ok(company.and_then(|company| access::admit(conversation.person, id, &company)))
    }

    /// What was loaded; of somebody who does not belong any more to the company they spoke for, another to which they do.
    /// Gives back, too, whether they speak for that one from now on.
    pub(super) async fn in_a_company(&self, mut loaded: Loaded) -> Result<(Loaded, bool), StoreError> {
        let Some((conversation, _)) = &mut loaded.conversation else { return Ok((loaded, false)) };
        let person = conversation.person;
        let belongs =
            loaded.company.as_ref().is_some_and(|company| member(&company.members, person).is_some());
        // Who is in no list of chats never belonged anywhere.
        if belongs || !conversation.listed {
            return Ok((loaded, false));
        }
        for id in self.store.companies_of(person).await? {
            let Some(company) = self.store.company(id).await? else { continue };
            if access::role(&company, person).is_some() {
                conversation.company = Some(id);
                let in_noodplan = conversation.state.in_noodplan;
                conversation.state = State { in_noodplan, ..State::from(Place::Menu) };
                // What its messages answered was told to the company of before, and items have the same numbers in every company.
                conversation.answered = Arc::default();
                // Version 0 is none: the list in view is held against the new company at once.
                conversation.pinned = conversation.pinned.map(|pinned| Pinned { version: 0, ..pinned });
                loaded.company = Some(company);
                return Ok((loaded, true));
            }
        }
        Ok((loaded, false))
    }
}
