//! The store without a disk: for tests that ask what is decided, not what survives.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use uuid::Uuid;

use crate::{
    app::ports::{
        Chat, Commit, Company, Conversation, ConversationKey, Incoming, Loaded, Outgoing, Store, StoreError,
    },
    dialogue::ChannelKind,
    domain::{
        audit::Record,
        ids::{CompanyId, PersonId},
    },
};

#[derive(Debug, Default)]
struct Kept {
    seen: HashSet<(ChannelKind, String)>,
    waiting: Vec<Incoming>,
    /// As text, so that every turn of every test proves that a position can be written and read.
    conversations: HashMap<ConversationKey, (String, u64)>,
    companies: HashMap<CompanyId, Company>,
    logs: HashMap<CompanyId, Vec<Record>>,
    listed: BTreeMap<ConversationKey, PersonId>,
    outbox: Vec<Outgoing>,
    channel_notes: HashMap<ConversationKey, String>,
}

/// Everything, in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: Mutex<Kept>,
}

impl MemoryStore {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        let mut kept = self.kept();
        let fresh: Vec<_> = events
            .into_iter()
            .filter(|event| kept.seen.insert((event.conversation.channel, event.event.clone())))
            .collect();
        kept.waiting.extend(fresh.iter().cloned());
        Ok(fresh)
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        Ok(self
            .kept()
            .waiting
            .iter()
            .filter(|event| event.conversation.channel == channel)
            .cloned()
            .collect())
    }

    async fn load(&self, key: &ConversationKey) -> Result<Loaded, StoreError> {
        let kept = self.kept();
        let Some((text, version)) = kept.conversations.get(key) else { return Ok(Loaded::default()) };
        let conversation: Conversation = serde_json::from_str(text)
            .map_err(|_| StoreError::Damaged("a conversation has an unknown form"))?;
        let company = conversation.company.and_then(|id| kept.companies.get(&id)).cloned();
        Ok(Loaded { conversation: Some((conversation, *version)), state_lost: false, company })
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        let mut kept = self.kept();
        let version = kept.conversations.get(&commit.conversation_key).map_or(0, |(_, version)| *version);
        let company_version = |id: &CompanyId| kept.companies.get(id).map_or(0, |company| company.version);
        let company_fits = commit.company.is_none_or(|(id, version)| company_version(&id) == version);
        if version != commit.conversation_version || !company_fits {
            return Err(StoreError::Conflict);
        }
        if let Some((id, version)) = commit.company {
            let (mut dossier, mut members) =
                kept.companies.remove(&id).map(Company::into_parts).unwrap_or_default();
            let (told, people) = (Arc::make_mut(&mut dossier), Arc::make_mut(&mut members));
            commit.changes.iter().for_each(|change| change.apply(told, people));
            kept.logs.entry(id).or_default().push(commit.record());
            kept.companies.insert(id, Company { dossier, members, version: version + 1 });
        }
        if let Some(conversation) = commit.conversation.as_ref().filter(|_| commit.lists) {
            kept.listed.insert(commit.conversation_key.clone(), conversation.person);
        }
        match &commit.conversation {
            Some(conversation) => {
                let text = serde_json::to_string(conversation)
                    .map_err(|_| StoreError::Damaged("a conversation cannot be written"))?;
                kept.conversations.insert(commit.conversation_key.clone(), (text, version + 1));
            }
            None => {
                kept.conversations.remove(&commit.conversation_key);
                kept.listed.remove(&commit.conversation_key);
            }
        }
        kept.waiting
            .retain(|event| event.event != commit.event || event.conversation != commit.conversation_key);
        kept.outbox.extend(commit.outgoing);
        Ok(())
    }

    async fn log(&self, company: CompanyId, most: usize) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        let log = kept.logs.get(&company).map(Vec::as_slice).unwrap_or_default();
        Ok(log.iter().rev().take(most).cloned().collect())
    }

    async fn chats(&self, people: Vec<PersonId>) -> Result<Vec<Chat>, StoreError> {
        let kept = self.kept();
        let language = |key: &ConversationKey| {
            let (text, _) = kept.conversations.get(key)?;
            serde_json::from_str::<Conversation>(text).ok().map(|conversation| conversation.language)
        };
        let listed = kept.listed.iter().filter(|(_, person)| people.contains(person));
        Ok(listed
            .filter_map(|(key, person)| {
                Some(Chat { person: *person, conversation: key.clone(), language: language(key)? })
            })
            .collect())
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        let mut unsent: Vec<_> = self
            .kept()
            .outbox
            .iter()
            .filter(|message| message.conversation.channel == channel)
            .cloned()
            .collect();
        unsent.sort_by_key(|message| (message.lane, message.id));
        Ok(unsent)
    }

    async fn channel_note(&self, key: &ConversationKey) -> Result<Option<String>, StoreError> {
        Ok(self.kept().channel_notes.get(key).cloned())
    }

    async fn note_channel(&self, notes: Vec<(ConversationKey, String)>) -> Result<(), StoreError> {
        self.kept().channel_notes.extend(notes);
        Ok(())
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<(), StoreError> {
        self.kept().outbox.retain(|message| !ids.contains(&message.id));
        Ok(())
    }
}
