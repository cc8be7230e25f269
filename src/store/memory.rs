//! The store without a disk: for tests that ask what is decided, not what survives.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    app::{
        feeds::{Feed, Feeds},
        ports::{
            Chat, CodeRecord, Commit, Company, Conversation, ConversationKey, Incoming, Loaded, Outgoing,
            Store, StoreError,
        },
        wakes::Wake,
        witness::Looks,
    },
    dialogue::{ChannelKind, step::Change},
    domain::{
        audit::Record,
        code::{Code, IssuedCode, WINDOW, WrongTry},
        history::History,
        ids::{CompanyId, PersonId},
        member::member,
    },
};

mod keeping;
mod listed;
mod wake;

use listed::Listed;
use wake::KeptWake;

#[derive(Debug, Default)]
struct Kept {
    seen: HashSet<(ChannelKind, String)>,
    waiting: Vec<Incoming>,
    /// As text, so that every turn of every test proves that a position can be written and read.
    conversations: HashMap<ConversationKey, (String, u64)>,
    companies: HashMap<CompanyId, Company>,
    logs: HashMap<CompanyId, Vec<Record>>,
    history: HashMap<CompanyId, History>,
    listed: Listed,
    codes: HashMap<Code, IssuedCode>,
    feeds: HashMap<Code, Feed>,
    wrong_codes: Vec<(DateTime<Utc>, ConversationKey)>,
    /// What is to be sent, with the company that it is about.
    outbox: Vec<(Outgoing, Option<CompanyId>)>,
    channel_notes: HashMap<ConversationKey, String>,
    wakes: BTreeMap<CompanyId, KeptWake>,
    /// When events of the clock were last taken over, by their names.
    taken_over: HashMap<String, DateTime<Utc>>,
    last_look: Option<DateTime<Utc>>,
    rules: Option<String>,
    upkeeps: Option<Looks>,
}

impl Kept {
    fn chats<'k>(&self, listed: impl Iterator<Item = (&'k ConversationKey, PersonId)>) -> Vec<Chat> {
        let language = |key: &ConversationKey| {
            let (text, _) = self.conversations.get(key)?;
            serde_json::from_str::<Conversation>(text).ok().map(|conversation| conversation.language)
        };
        let chat = |(key, person): (&ConversationKey, PersonId)| {
            Some(Chat { person, conversation: key.clone(), language: language(key)? })
        };
        let mut chats: Vec<_> = listed.filter_map(chat).collect();
        chats.sort_unstable_by(|one, other| one.conversation.cmp(&other.conversation));
        chats
    }

    /// Whether an event is handled already.
    fn is_handled(&self, channel: ChannelKind, event: &str) -> bool {
        let is_it = |waiting: &Incoming| waiting.conversation.channel == channel && waiting.event == event;
        self.seen.contains(&(channel, event.to_owned())) && !self.waiting.iter().any(is_it)
    }

    fn take_in(&mut self, events: Vec<Incoming>) -> Vec<Incoming> {
        let fresh: Vec<_> = events
            .into_iter()
            .filter(|event| self.seen.insert((event.conversation.channel, event.event.clone())))
            .collect();
        self.waiting.extend(fresh.iter().cloned());
        fresh
    }

    fn companies_of(&self, person: PersonId) -> Vec<CompanyId> {
        let belongs =
            |(id, company): (&CompanyId, &Company)| Some((member(&company.members, person)?.joined_at, *id));
        let mut all: Vec<_> = self.companies.iter().filter_map(belongs).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, id)| id).collect()
    }

    /// Keeps every revision of what is answered, and none of what is forgotten.
    fn remember(&mut self, company: CompanyId, changes: &[Change]) {
        let history = self.history.entry(company).or_default();
        for change in changes {
            match change {
                Change::SaveAnswer(slot, answer) => history.save(slot.clone(), answer.clone()),
                Change::ForgetAnswer(slot) => history.forget(slot),
                _ => {}
            }
        }
    }

    fn wake(&mut self, company: CompanyId, wake: Wake, now: DateTime<Utc>) {
        let lease_until = DateTime::UNIX_EPOCH;
        let known = self.wakes.get(&company).copied();
        let fence = known.map_or(0, |known| known.fence + 1);
        let kept = match wake {
            Wake::Moved(due_at) => {
                let before = known.and_then(|known| known.due_at);
                let told_until = known.map_or(now, |known| known.told_until);
                KeptWake { due_at: before.into_iter().chain(due_at).min(), told_until, lease_until, fence }
            }
            Wake::Again { at, told_until } => KeptWake {
                due_at: Some(known.and_then(|known| known.due_at).map_or(at, |due| due.min(at))),
                told_until: known.map_or(told_until, |known| known.told_until.min(told_until)),
                lease_until,
                fence,
            },
        };
        self.wakes.insert(company, kept);
    }
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

impl Kept {
    fn close_feed(&mut self, company: CompanyId, person: PersonId) {
        self.feeds.retain(|_, feed| (feed.company, feed.person) != (company, person));
    }

    fn change_codes(&mut self, commit: &Commit) -> Result<(), StoreError> {
        for change in &commit.changes {
            match change {
                Change::SaveCode(code, issued) => {
                    self.codes.insert(code.clone(), issued.clone());
                }
                Change::Join(code, ..) | Change::Link(code, ..) | Change::UseSignup(code) => {
                    let works = self.codes.get_mut(code).filter(|issued| issued.works(commit.at));
                    works.ok_or(StoreError::Conflict)?.is_spent = true;
                }
                Change::OpenFeed { company, person, token, language } => {
                    self.close_feed(*company, *person);
                    let feed = Feed { company: *company, person: *person, language: *language };
                    self.feeds.insert(token.clone(), feed);
                }
                Change::CloseFeed(company, person) => self.close_feed(*company, *person),
                Change::NoteWrongCode => {
                    self.wrong_codes.push((commit.at, commit.conversation_key.clone()));
                }
                Change::CancelCodes(person) => {
                    let company = commit.company.map(|(id, _)| id);
                    let theirs = |issued: &&mut IssuedCode| {
                        issued.made_by == *person && issued.purpose.company() == company
                    };
                    let made = self.codes.values_mut().filter(theirs);
                    made.for_each(|issued| issued.is_spent = true);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Store for MemoryStore {
    fn is_shared(&self) -> bool {
        // It stands in for either database, and the shared one asks for more.
        true
    }

    async fn receive(&self, events: Vec<Incoming>) -> Result<Vec<Incoming>, StoreError> {
        Ok(self.kept().take_in(events))
    }

    async fn unhandled(&self, channel: ChannelKind) -> Result<Vec<Incoming>, StoreError> {
        let kept = self.kept();
        let waiting = kept.waiting.iter().filter(|event| event.conversation.channel == channel);
        Ok(waiting.cloned().collect())
    }

    async fn is_handled(&self, event: &Incoming) -> Result<bool, StoreError> {
        Ok(self.kept().is_handled(event.conversation.channel, &event.event))
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
            let is_handled = kept.is_handled(commit.conversation_key.channel, &commit.event);
            return if is_handled { Ok(()) } else { Err(StoreError::Conflict) };
        }
        kept.change_codes(&commit)?;
        if let Some((id, version)) = commit.company {
            let (mut dossier, mut members) =
                kept.companies.remove(&id).map(Company::into_parts).unwrap_or_default();
            let (told, people) = (Arc::make_mut(&mut dossier), Arc::make_mut(&mut members));
            commit.changes.iter().for_each(|change| change.apply(told, people));
            kept.logs.entry(id).or_default().push(commit.record());
            kept.companies.insert(id, Company { dossier, members, version: version + 1 });
            kept.remember(id, &commit.changes);
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
                if commit.changes.contains(&Change::Forget) {
                    kept.forget_speaker(&commit.conversation_key);
                }
                kept.forget(&commit.conversation_key);
            }
        }
        kept.waiting
            .retain(|event| event.event != commit.event || event.conversation != commit.conversation_key);
        let about = commit.goes_with();
        if let Some((company, _)) = commit.company {
            kept.hold_back(company, &commit.changes);
        }
        kept.outbox.extend(commit.outgoing.into_iter().map(|message| (message, about)));
        kept.outbox.retain(|(message, _)| Some(message.id) != commit.withdrawn);
        if let Some((company, wake)) = commit.wake {
            kept.wake(company, wake, commit.at);
        }
        Ok(())
    }

    async fn log(&self, company: CompanyId, most: usize) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        let log = kept.logs.get(&company).map(Vec::as_slice).unwrap_or_default();
        Ok(log.iter().rev().take(most).cloned().collect())
    }

    async fn code(
        &self,
        code: &Code,
        sender: &ConversationKey,
        now: DateTime<Utc>,
    ) -> Result<CodeRecord, StoreError> {
        let kept = self.kept();
        let recent = kept.wrong_codes.iter().filter(|(at, _)| now - *at < WINDOW);
        let open = kept.codes.values().filter(|issued| issued.works(now)).map(|issued| issued.made_by);
        Ok(CodeRecord {
            issued: kept.codes.get(code).cloned(),
            wrong: recent.map(|(at, who)| WrongTry { at: *at, same_sender: who == sender }).collect(),
            open: open.collect::<BTreeSet<_>>().into_iter().collect(),
        })
    }

    async fn company(&self, id: CompanyId) -> Result<Option<Company>, StoreError> {
        Ok(self.kept().companies.get(&id).cloned())
    }

    async fn companies_of(&self, person: PersonId) -> Result<Vec<CompanyId>, StoreError> {
        Ok(self.kept().companies_of(person))
    }

    async fn open_codes(&self, person: PersonId, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let kept = self.kept();
        Ok(kept.codes.values().filter(|issued| issued.made_by == person && issued.works(now)).count())
    }

    async fn history(&self, company: CompanyId) -> Result<History, StoreError> {
        Ok(self.kept().history.get(&company).cloned().unwrap_or_default())
    }

    async fn chats(&self, people: Vec<PersonId>) -> Result<Vec<Chat>, StoreError> {
        let kept = self.kept();
        Ok(kept.chats(kept.listed.of(&people)))
    }

    async fn chats_on(&self, channel: ChannelKind) -> Result<Vec<Chat>, StoreError> {
        let kept = self.kept();
        Ok(kept.chats(kept.listed.all().filter(|(key, _)| key.channel == channel)))
    }

    async fn unsent(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        Ok(self.kept().take_messages(|message| message.conversation.channel == channel))
    }

    async fn is_unsent(&self, id: Uuid) -> Result<bool, StoreError> {
        Ok(self.kept().outbox.iter().any(|(message, _)| message.id == id))
    }

    async fn channel_note(&self, key: &ConversationKey) -> Result<Option<String>, StoreError> {
        Ok(self.kept().channel_notes.get(key).cloned())
    }

    async fn note_channel(&self, notes: Vec<(ConversationKey, String)>) -> Result<(), StoreError> {
        self.kept().channel_notes.extend(notes);
        Ok(())
    }

    async fn sent(&self, ids: Vec<Uuid>) -> Result<Vec<Uuid>, StoreError> {
        let is_sent = |(message, _): &mut (Outgoing, Option<CompanyId>)| ids.contains(&message.id);
        Ok(self.kept().outbox.extract_if(.., is_sent).map(|(message, _)| message.id).collect())
    }
}

impl Feeds for MemoryStore {
    async fn feed(&self, token: &Code) -> Result<Option<Feed>, StoreError> {
        let kept = self.kept();
        let belongs = |feed: &&Feed| {
            kept.companies
                .get(&feed.company)
                .is_some_and(|company| member(&company.members, feed.person).is_some())
        };
        Ok(kept.feeds.get(token).filter(belongs).copied())
    }
}
