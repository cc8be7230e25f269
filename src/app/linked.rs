//! A second channel speaks for every company of a person: the log of each says so, and the other owners of each hear of it.

use crate::{
    app::{
        access,
        ids::reference,
        ports::{Clock, Commit, ConversationKey, Incoming, Store, StoreError},
        turn::{App, log_failure, until_written},
    },
    dialogue::{join, step::Change},
    domain::{
        audit::Act,
        ids::{CompanyId, PersonId},
    },
};

/// Whose second channel a turn brings, if it does, and the company that it speaks for first: that one hears of it with the turn.
pub(super) fn linked(changes: &[Change]) -> Option<(PersonId, Option<CompanyId>)> {
    changes.iter().find_map(|change| match change {
        Change::Link(_, person, company) => Some((*person, *company)),
        _ => None,
    })
}

impl<S: Store, C: Clock> App<S, C> {
    /// Lets the other companies of whoever speaks here from now on hear of it. What cannot be written now is not said later.
    pub(super) async fn tell_of_link(
        &self,
        incoming: &Incoming,
        (person, first): (PersonId, Option<CompanyId>),
    ) {
        let key = &incoming.conversation;
        let others = self.store.companies_of(person).await.unwrap_or_else(|error| {
            log_failure(&reference(incoming), &error);
            Vec::new()
        });
        for company in others.into_iter().filter(|company| Some(*company) != first) {
            if let Err(error) = until_written(|| self.tell_one_of_link(key, company)).await {
                log_failure(&reference(incoming), &error);
            }
        }
    }

    async fn tell_one_of_link(&self, key: &ConversationKey, id: CompanyId) -> Result<(), StoreError> {
        let Some((conversation, version)) = self.store.load(key).await?.conversation else {
            return Ok(());
        };
        let Some(company) = self.store.company(id).await? else { return Ok(()) };
        if access::role(&company, conversation.person).is_none() {
            return Ok(());
        }
        let told = join::linked(conversation.person, &company.members, &company.dossier, key.channel);
        let now = self.clock.now();
        let news = self.messages(Some(id), &told, now).await?;
        let commit = Commit {
            conversation: Some(conversation),
            conversation_version: version,
            changes: vec![Change::Note(Act::Linked)],
            company: Some((id, company.version)),
            outgoing: news.clone(),
            about: Some(id),
            ..Commit::of_no_event(key.clone(), now)
        };
        self.store.commit(commit).await?;
        self.post.hand_over(news);
        Ok(())
    }
}
