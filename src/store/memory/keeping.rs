//! Forgetting, without a disk. Nothing grows old here.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Kept, MemoryStore};
use crate::{
    app::{
        keeping::{Amendment, DueErasure, Keeping},
        ports::{Company, Conversation, ConversationKey, Outgoing, StoreError},
        witness::Looks,
    },
    dialogue::step::Change,
    domain::{
        audit::Record,
        ids::{CompanyId, PersonId},
        member::Member,
        retention,
    },
};

impl Kept {
    /// Keeps nothing of a conversation.
    pub(super) fn forget(&mut self, key: &ConversationKey) {
        self.conversations.remove(key);
        self.listed.remove(key);
        self.channel_notes.remove(key);
        self.outbox.retain(|(message, _)| message.conversation != *key);
    }

    /// Sends nothing about a company any more to those who leave it with these changes.
    pub(super) fn hold_back(&mut self, company: CompanyId, changes: &[Change]) {
        let leaves = |person: PersonId| changes.contains(&Change::RemoveMember(person));
        let listed = &self.listed;
        self.outbox.retain(|(message, about)| {
            *about != Some(company) || !listed.person(&message.conversation).is_some_and(leaves)
        });
    }

    /// Keeps nothing of whoever speaks in a conversation, nor what they asked for and nobody granted.
    pub(super) fn forget_speaker(&mut self, key: &ConversationKey) {
        let Some(person) = self.listed.person(key) else { return };
        let chats: Vec<_> = self.listed.of(&[person]).map(|(chat, _)| chat.clone()).collect();
        chats.iter().for_each(|key| self.forget(key));
        self.codes.retain(|_, issued| issued.made_by != person);
        for company in self.companies.values_mut() {
            let waits = |member: &Member| member.person == person && !member.is_confirmed();
            if company.members.iter().any(waits) {
                Arc::make_mut(&mut company.members).retain(|member| !waits(member));
                company.version += 1;
            }
        }
    }

    /// The conversations that speak for a company.
    fn speaking_for(&self, company: CompanyId) -> Vec<(ConversationKey, Conversation)> {
        let read = |(key, (text, _)): (&ConversationKey, &(String, u64))| {
            let conversation: Conversation = serde_json::from_str(text).ok()?;
            (conversation.company == Some(company)).then(|| (key.clone(), conversation))
        };
        self.conversations.iter().filter_map(read).collect()
    }
}

impl Keeping for MemoryStore {
    async fn upkeeps(&self) -> Result<Option<Looks>, StoreError> {
        Ok(self.kept().upkeeps)
    }

    async fn note_upkeep(&self, looks: Looks) -> Result<(), StoreError> {
        self.kept().upkeeps = Some(looks);
        Ok(())
    }

    async fn amend(&self, amendment: Amendment) -> Result<(), StoreError> {
        let mut kept = self.kept();
        let (id, version) = amendment.company;
        let known = kept.companies.get(&id).filter(|company| company.version == version).cloned();
        let (mut dossier, mut members) = known.ok_or(StoreError::Conflict)?.into_parts();
        let (told, people) = (Arc::make_mut(&mut dossier), Arc::make_mut(&mut members));
        amendment.changes.iter().for_each(|change| change.apply(told, people));
        kept.logs.entry(id).or_default().push(amendment.record());
        kept.remember(id, &amendment.changes);
        kept.companies.insert(id, Company { dossier, members, version: version + 1 });
        kept.hold_back(id, &amendment.changes);
        kept.outbox.extend(amendment.outgoing.into_iter().map(|message| (message, Some(id))));
        Ok(())
    }

    async fn due_erasures(&self, now: DateTime<Utc>) -> Result<Vec<DueErasure>, StoreError> {
        let kept = self.kept();
        let due = |company: &Company| company.dossier.erasure().is_some_and(|wish| wish.due_at <= now);
        let due = kept.companies.iter().filter(|(_, company)| due(company));
        Ok(due.map(|(company, _)| DueErasure { company: *company, begun: false }).collect())
    }

    async fn due_matters(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        let kept = self.kept();
        let due = |company: &Company| company.dossier.succession().is_some_and(|wait| wait.next_at <= now);
        let mut due: Vec<_> =
            kept.companies.iter().filter(|(_, company)| due(company)).map(|(id, _)| *id).collect();
        due.sort_unstable();
        Ok(due)
    }

    async fn erase(&self, company: CompanyId, farewell: Vec<Outgoing>) -> Result<(), StoreError> {
        let mut kept = self.kept();
        kept.companies.remove(&company);
        kept.logs.remove(&company);
        kept.history.remove(&company);
        kept.wakes.remove(&company);
        kept.codes.retain(|_, issued| issued.purpose.company() != Some(company));
        for (key, conversation) in kept.speaking_for(company) {
            match kept.companies_of(conversation.person).first().copied().filter(|_| conversation.listed) {
                None => kept.forget(&key),
                Some(other) => {
                    let moved = conversation.speaking_for(other);
                    let text = serde_json::to_string(&moved)
                        .map_err(|_| StoreError::Damaged("a conversation cannot be written"))?;
                    let version = kept.conversations.get(&key).map_or(0, |(_, version)| *version);
                    kept.conversations.insert(key, (text, version + 1));
                }
            }
        }
        kept.outbox.retain(|(_, about)| *about != Some(company));
        kept.outbox.extend(farewell.into_iter().map(|message| (message, None)));
        Ok(())
    }

    async fn with_old_log(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        let (kept, past) = (self.kept(), retention::past(now));
        let is_old = |log: &[Record]| log.first().is_some_and(|record| record.at < past);
        let mut old: Vec<_> = kept.logs.iter().filter(|(_, log)| is_old(log)).map(|(id, _)| *id).collect();
        old.sort_unstable();
        Ok(old)
    }

    async fn throw_away(&self, _: DateTime<Utc>) -> Result<(), StoreError> {
        Ok(())
    }
}
