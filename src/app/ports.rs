//! What a turn needs from the outside: a store and a clock; and the shapes that pass between them and the channels.

use std::{future::Future, sync::Arc};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::wakes::Wake,
    dialogue::{ChannelKind, Place, State, correction::Answered, input::Raw, log, step::Change},
    domain::{
        audit::{Act, Actor, Record},
        code::{Code, IssuedCode, WrongTry},
        dossier::Dossier,
        history::History,
        ids::{CompanyId, PersonId},
        member::Member,
        pii::Pii,
        quota::Written,
        schedule::series::Said,
    },
    text::Language,
};

mod outgoing;

pub use outgoing::{Attachment, Button, ContactCard, LaneKind, Outgoing, OwnNumber, Reminds};

/// One conversation: a chat with one person on one channel. The address is the channel's own and confidential.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ConversationKey {
    /// The channel.
    pub channel: ChannelKind,
    /// The chat on that channel.
    pub address: Pii<String>,
}

/// Something that happened on a channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// Where.
    pub conversation: ConversationKey,
    /// The channel's own id of the event; the same event is handled once.
    pub event: String,
    /// What the channel calls the person.
    pub name: Option<Pii<String>>,
    /// The language of the person's app, as a tag.
    pub language_tag: Option<String>,
    /// What was heard.
    pub raw: Raw,
    /// When it was received here.
    pub at: DateTime<Utc>,
}

impl Incoming {
    /// The language to begin in with somebody of whom nothing is known.
    pub fn language(&self) -> Language {
        Language::from_tag(self.language_tag.as_deref().unwrap_or("nl"))
    }
}

/// What is kept of one conversation besides the dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    /// Whose it is.
    pub person: PersonId,
    /// What the channel calls them.
    pub name: Option<Pii<String>>,
    /// The language spoken.
    pub language: Language,
    /// Where they are.
    pub state: State,
    /// When they were last heard.
    pub heard_at: DateTime<Utc>,
    /// The company they speak for, if they have one.
    pub company: Option<CompanyId>,
    /// The person can be found here when there is something to tell them.
    #[serde(default)]
    pub listed: bool,
    /// Since when they cannot be reached: they blocked the bot, or their account is gone. No reminders go there.
    /// Whatever they do next clears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreachable_at: Option<DateTime<Utc>>,
    /// The call list that stays in view here, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<Pinned>,
    /// The last reminder of everything that comes back, so that none is said twice here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminded_of: Vec<Said>,
    /// Which messages gave which answers, the newest last: one that is changed changes its answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered: Arc<Vec<Answered>>,
    /// How often they had something written down from here of late.
    #[serde(default)]
    pub written: Written,
}

impl Conversation {
    /// One in which nothing happened yet but this: it speaks for no company, and nobody is to be found there.
    pub fn new(
        person: PersonId,
        language: Language,
        state: impl Into<State>,
        heard_at: DateTime<Utc>,
    ) -> Self {
        Self {
            person,
            name: None,
            language,
            state: state.into(),
            heard_at,
            company: None,
            listed: false,
            unreachable_at: None,
            pinned: None,
            reminded_of: Vec::new(),
            answered: Arc::default(),
            written: Written::default(),
        }
    }

    /// The same when the company is gone and it speaks for another.
    #[must_use]
    pub fn speaking_for(self, other: CompanyId) -> Self {
        Self {
            company: Some(other),
            state: Place::Menu.into(),
            pinned: None,
            reminded_of: Vec::new(),
            answered: Arc::default(),
            ..self
        }
    }
}

/// The call list that stays in view in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    /// The version of the company at which it was held against the dossier.
    pub version: u64,
    /// Stands for what it says.
    pub print: u32,
}

/// A chat in which a person can be told something they did not ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Chat {
    /// Whose it is.
    pub person: PersonId,
    /// Where.
    pub conversation: ConversationKey,
    /// The language spoken there.
    pub language: Language,
}

/// A company as it was read, all of it at one version.
#[derive(Clone, Debug)]
pub struct Company {
    /// What it has told.
    pub dossier: Arc<Dossier>,
    /// Its people.
    pub members: Arc<Vec<Member>>,
    /// Grows by one with every turn that changes any of it.
    pub version: u64,
}

impl Company {
    /// What it has told, and its people.
    pub fn into_parts(self) -> (Arc<Dossier>, Arc<Vec<Member>>) {
        (self.dossier, self.members)
    }
}

/// Everything about one conversation that a turn reads.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The conversation with the version at which it was read; `None`: never heard, or forgotten.
    pub conversation: Option<(Conversation, u64)>,
    /// Set when what was stored of the position cannot be read any more.
    pub state_lost: bool,
    /// The company that the conversation names. Whether the person may see it is for `access` to say.
    pub company: Option<Company>,
}

/// What is known about a code, and about wrong ones of late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeRecord {
    /// The code, if there is such a one.
    pub issued: Option<IssuedCode>,
    /// Wrong codes of the last hour, oldest first.
    pub wrong: Vec<WrongTry>,
    /// Who has codes that still work.
    pub open: Vec<PersonId>,
}

/// What one turn writes, all of it or nothing.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The event that this turn answers; it is marked as handled.
    pub conversation_key: ConversationKey,
    /// The event's id.
    pub event: String,
    /// The conversation as it is from now on; `None` forgets it.
    pub conversation: Option<Conversation>,
    /// The version at which the conversation was read; 0: it was not there.
    pub conversation_version: u64,
    /// From now on the person can be found in this conversation.
    pub lists: bool,
    /// Changes to the company, in this order.
    pub changes: Vec<Change>,
    /// The company that the changes are about, with the version at which it was read (0: new).
    pub company: Option<(CompanyId, u64)>,
    /// What is to be sent.
    pub outgoing: Vec<Outgoing>,
    /// A message from before that is not to be sent any more.
    pub withdrawn: Option<Uuid>,
    /// The company that it is about, where that need not be the one that is spoken for.
    pub about: Option<CompanyId>,
    /// When there is next something to say to a company, if this turn changes that.
    pub wake: Option<(CompanyId, Wake)>,
    /// The instant of the turn.
    pub at: DateTime<Utc>,
}

impl Commit {
    /// Marks an event as handled and writes nothing else.
    pub fn of_event(conversation_key: ConversationKey, event: String, at: DateTime<Utc>) -> Self {
        Self {
            conversation_key,
            event,
            conversation: None,
            conversation_version: 0,
            lists: false,
            changes: Vec::new(),
            company: None,
            outgoing: Vec::new(),
            withdrawn: None,
            about: None,
            wake: None,
            at,
        }
    }

    /// Writes nothing, and no event is behind it.
    pub fn of_no_event(conversation_key: ConversationKey, at: DateTime<Utc>) -> Self {
        Self::of_event(conversation_key, String::new(), at)
    }

    /// The company with which what is to be sent goes, when that is erased or left by whom it is for.
    pub fn goes_with(&self) -> Option<CompanyId> {
        let spoken_for = self.conversation.as_ref().and_then(|conversation| conversation.company);
        self.about.or(spoken_for).or(self.company.map(|(company, _)| company))
    }

    /// What the log keeps of it.
    pub fn record(&self) -> Record {
        let leaves = self.changes.iter().find_map(|change| match change {
            Change::RemoveMember(person) | Change::Note(Act::GroupOff(person)) => Some(*person),
            _ => None,
        });
        let person = self.conversation.as_ref().map(|conversation| conversation.person).or(leaves);
        let by = person.map_or(Actor::Program, Actor::Person);
        Record { by, at: self.at, acts: log::acts(&self.changes) }
    }
}

/// Why the store did not do what was asked. Carries no content.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote in between; read again and decide again.
    #[error("another turn was written first")]
    Conflict,
    /// The database cannot be reached or written.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// What is stored cannot be read: damaged, or another key.
    #[error("a stored row cannot be read: {0}")]
    Damaged(&'static str),
}

/// Where everything is kept.
pub trait Store: Send + Sync + 'static {
    /// Whether other instances may keep their things here at the same time. Where none can, nothing is left to another.
    fn is_shared(&self) -> bool;

    /// Writes down what was received, before the channel is told so. Gives back what was not known yet, in order.
    fn receive(
        &self,
        events: Vec<Incoming>,
    ) -> impl Future<Output = Result<Vec<Incoming>, StoreError>> + Send;

    /// Everything that was received and not handled, oldest first. What cannot be read is left out.
    fn unhandled(
        &self,
        channel: ChannelKind,
    ) -> impl Future<Output = Result<Vec<Incoming>, StoreError>> + Send;

    /// Whether an event was received and is handled by now. One that never was received is not.
    fn is_handled(&self, event: &Incoming) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// The one read of a turn.
    fn load(&self, key: &ConversationKey) -> impl Future<Output = Result<Loaded, StoreError>> + Send;

    /// Every revision of every answer of a company. Read only when a flow asks for it.
    fn history(&self, company: CompanyId) -> impl Future<Output = Result<History, StoreError>> + Send;

    /// The one write of a turn. A turn that lost its version because its event is handled already is written: nobody has heard
    /// so.
    fn commit(&self, commit: Commit) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The newest records of a company's log, newest first.
    fn log(
        &self,
        company: CompanyId,
        most: usize,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send;

    /// A code, and the wrong ones that count.
    fn code(
        &self,
        code: &Code,
        sender: &ConversationKey,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<CodeRecord, StoreError>> + Send;

    /// Every chat on a channel in which somebody can be told something.
    fn chats_on(&self, channel: ChannelKind) -> impl Future<Output = Result<Vec<Chat>, StoreError>> + Send;

    /// A company. Whether the person who speaks may see it is for `access` to say.
    fn company(&self, id: CompanyId) -> impl Future<Output = Result<Option<Company>, StoreError>> + Send;

    /// The companies of which a person is a member, confirmed or not.
    fn companies_of(
        &self,
        person: PersonId,
    ) -> impl Future<Output = Result<Vec<CompanyId>, StoreError>> + Send;

    /// How many codes of this person still work at this instant.
    fn open_codes(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<usize, StoreError>> + Send;

    /// The chats in which these people can be told something. Where there is nobody, nothing is read.
    fn chats(&self, people: Vec<PersonId>) -> impl Future<Output = Result<Vec<Chat>, StoreError>> + Send;

    /// Everything that was to be sent on a channel and is not known to have been, in the order of sending. From now on it is for
    /// whoever asks to send it, wherever it was decided.
    fn unsent(&self, channel: ChannelKind) -> impl Future<Output = Result<Vec<Outgoing>, StoreError>> + Send;

    /// Whether a message is still to be sent: one that was sent is not, nor one of whoever left or was forgotten meanwhile.
    fn is_unsent(&self, id: Uuid) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// What the channel itself noted about a conversation; it means nothing to anybody else.
    fn channel_note(
        &self,
        key: &ConversationKey,
    ) -> impl Future<Output = Result<Option<String>, StoreError>> + Send;

    /// Keeps what the channel notes, one note a conversation; each takes the place of the one before.
    fn note_channel(
        &self,
        notes: Vec<(ConversationKey, String)>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Notes that these were sent, and gives back which of them were still to be sent: a message of whoever left or was
    /// forgotten meanwhile is not.
    fn sent(&self, ids: Vec<Uuid>) -> impl Future<Output = Result<Vec<Uuid>, StoreError>> + Send;
}

/// The only thing that knows what time it is.
pub trait Clock: Send + Sync + 'static {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;
}
