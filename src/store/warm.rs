//! What was read or written last, kept in memory. Counts only where this process is the only one that writes.

use std::{
    collections::HashSet,
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
};

use lru::LruCache;

use crate::{
    app::ports::{Company, Conversation},
    domain::ids::CompanyId,
    store::audit::Link,
};

const MOST: NonZeroUsize = NonZeroUsize::new(20_000).unwrap();

/// A conversation as it is stored.
#[derive(Clone, Debug)]
pub struct WarmConversation {
    /// The conversation.
    pub conversation: Conversation,
    /// Its version.
    pub version: u64,
}

/// Copies of rows, newest use kept.
#[derive(Debug)]
pub struct Warm {
    conversations: Mutex<LruCache<[u8; 32], WarmConversation>>,
    companies: Mutex<LruCache<CompanyId, Company>>,
    links: Mutex<LruCache<CompanyId, (u64, Link)>>,
    /// Companies that were erased: whoever was reading one at that moment must not bring it back.
    erased: Mutex<HashSet<CompanyId>>,
}

impl Default for Warm {
    fn default() -> Self {
        Self {
            conversations: Mutex::new(LruCache::new(MOST)),
            companies: Mutex::new(LruCache::new(MOST)),
            links: Mutex::new(LruCache::new(MOST)),
            erased: Mutex::default(),
        }
    }
}

impl Warm {
    /// A conversation, if it is here.
    pub fn conversation(&self, id: &[u8; 32]) -> Option<WarmConversation> {
        lock(&self.conversations).get(id).cloned()
    }

    /// Keeps or drops a conversation.
    pub fn put_conversation(&self, id: [u8; 32], conversation: Option<WarmConversation>) {
        let mut conversations = lock(&self.conversations);
        match conversation {
            Some(conversation) => {
                conversations.put(id, conversation);
            }
            None => {
                conversations.pop(&id);
            }
        }
    }

    /// A company, if it is here.
    pub fn company(&self, id: CompanyId) -> Option<Company> {
        lock(&self.companies).get(&id).cloned()
    }

    /// Keeps or drops a company. One that was erased is never kept.
    pub fn put_company(&self, id: CompanyId, company: Option<Company>) {
        let mut companies = lock(&self.companies);
        match company.filter(|_| !lock(&self.erased).contains(&id)) {
            Some(company) => {
                companies.put(id, company);
            }
            None => {
                companies.pop(&id);
            }
        }
    }

    /// The hash of the log of a company at a version, if it is here. It never changes, so it is true everywhere.
    pub fn link(&self, id: CompanyId, version: u64) -> Option<Link> {
        lock(&self.links).get(&id).filter(|(known, _)| *known == version).map(|(_, link)| *link)
    }

    /// Keeps the hash of the log of a company at a version.
    pub fn put_link(&self, id: CompanyId, version: u64, link: Link) {
        lock(&self.links).put(id, (version, link));
    }

    /// Drops a company for good, and every conversation that speaks for it.
    pub fn forget_company(&self, id: CompanyId) {
        lock(&self.erased).insert(id);
        self.put_company(id, None);
        let mut conversations = lock(&self.conversations);
        let of_it = |kept: &WarmConversation| kept.conversation.company == Some(id);
        let gone: Vec<_> =
            conversations.iter().filter(|(_, kept)| of_it(kept)).map(|(key, _)| *key).collect();
        gone.iter().for_each(|key| drop(conversations.pop(key)));
    }
}

/// A panic elsewhere does not spoil a cache: every entry is whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
