//! In which chats people can be told something, to be found by chat and by person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{app::ports::ConversationKey, domain::ids::PersonId};

/// Every chat that is listed, with whose it is.
#[derive(Debug, Default)]
pub(super) struct Listed {
    people: BTreeMap<ConversationKey, PersonId>,
    chats: HashMap<PersonId, BTreeSet<ConversationKey>>,
}

impl Listed {
    /// Lists a chat for a person, and for nobody else any more.
    pub(super) fn insert(&mut self, chat: ConversationKey, person: PersonId) {
        self.remove(&chat);
        self.chats.entry(person).or_default().insert(chat.clone());
        self.people.insert(chat, person);
    }

    /// The chat is listed no more.
    pub(super) fn remove(&mut self, chat: &ConversationKey) {
        let person = self.people.remove(chat);
        if let Some(chats) = person.and_then(|person| self.chats.get_mut(&person)) {
            chats.remove(chat);
        }
    }

    /// Whose chat this is.
    pub(super) fn person(&self, chat: &ConversationKey) -> Option<PersonId> {
        self.people.get(chat).copied()
    }

    /// The chats of these people.
    pub(super) fn of(&self, people: &[PersonId]) -> impl Iterator<Item = (&ConversationKey, PersonId)> {
        let people: BTreeSet<PersonId> = people.iter().copied().collect();
        people.into_iter().flat_map(move |person| {
            self.chats.get(&person).into_iter().flatten().map(move |chat| (chat, person))
        })
    }

    /// Every chat.
    pub(super) fn all(&self) -> impl Iterator<Item = (&ConversationKey, PersonId)> {
        self.people.iter().map(|(chat, person)| (chat, *person))
    }
}
