//! What is taken away: a company with its key, a person with their conversations, and what is older than it may become.
//!
//! The key goes first, so that no copy of the rows can be read any more. An erasure is noted before it begins: broken off, it is
//! due at the next start.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Builder;

use crate::{
    app::{
        keeping::{Amendment, DueErasure, Keeping},
        ports::{Conversation, Outgoing, StoreError},
        witness::Looks,
    },
    dialogue::step::Change,
    domain::{
        audit::Actor,
        code::WINDOW,
        ids::{CompanyId, PersonId},
        member::member,
        retention,
    },
    store::{
        due,
        encode::{conversation_place, open_conversation, seal, signed},
        epoch::EpochError,
        job::Job,
        people::{chat_ids, companies_of},
        read,
        rows::Cell,
        sql::SqlStore,
    },
};

/// Every table that holds rows of a company; a test holds this against the schema. The wish to erase goes last.
pub const ERASE: [&str; 11] = [
    "DELETE FROM answers WHERE company IN (VALUES",
    "DELETE FROM items WHERE company IN (VALUES",
    "DELETE FROM members WHERE company IN (VALUES",
    "DELETE FROM matters WHERE company IN (VALUES",
    "DELETE FROM codes WHERE company IN (VALUES",
    "DELETE FROM feeds WHERE company IN (VALUES",
    "DELETE FROM audit WHERE company IN (VALUES",
    "DELETE FROM outbox WHERE company IN (VALUES",
    "DELETE FROM wakes WHERE company IN (VALUES",
    "DELETE FROM companies WHERE id IN (VALUES",
    "DELETE FROM erasures WHERE company IN (VALUES",
];

/// Every table that holds rows of a conversation; a test holds this against the schema. What counts guesses stays for a
/// day: being forgotten must not give anybody new ones.
pub const FORGET: [&str; 4] = [
    "DELETE FROM chats WHERE conversation IN (VALUES",
    "DELETE FROM channel_notes WHERE id IN (VALUES",
    "DELETE FROM outbox WHERE conversation IN (VALUES",
    "DELETE FROM conversations WHERE id IN (VALUES",
];

/// Events are kept this long, so that a late repeat is known for what it is. So are codes that work no more.
const RECEIVED: TimeDelta = TimeDelta::days(7);
/// Messages that cannot be sent are kept this long.
const UNSENT: TimeDelta = TimeDelta::days(30);
/// An instance that did not say for so long that it is there is gone.
const GONE: TimeDelta = TimeDelta::days(366);
/// Conversations that are looked through at once.
const PAGE: u32 = 256;

/// Events that arrived before a time; of what was set aside that stands there as a negative number (`wakes.rs`).
pub(super) const OLD_EVENTS: &str = "DELETE FROM inbox WHERE ABS(arrived) < $1";
/// Answers that were replaced before a time. Companies younger than that are not even looked at.
const OLD_ANSWERS: &str = "DELETE FROM answers WHERE company IN (SELECT id FROM companies WHERE created_at < $1) \
    AND EXISTS (SELECT 1 FROM answers newer \
    JOIN audit ON audit.company = newer.company AND audit.seq = newer.revision \
    WHERE newer.company = answers.company AND newer.item = answers.item AND newer.question = answers.question \
    AND newer.revision > answers.revision AND audit.at < $1)";
const OLD_LOG: &str =
    "DELETE FROM audit WHERE company IN (SELECT id FROM companies WHERE created_at < $1) AND at < $1";
/// What a channel noted of a conversation after that was forgotten.
const LOST_NOTES: &str =
    "DELETE FROM channel_notes WHERE $1 > 0 AND id NOT IN (SELECT id FROM conversations)";
/// The next time of a company that somebody wrote down while it was erased.
const LOST_WAKES: &str =
    "DELETE FROM wakes WHERE told_until <= $1 AND company NOT IN (SELECT id FROM companies)";

/// The smallest id of a message of this instant: ids begin with their time.
pub(super) fn first_message_at(at: DateTime<Utc>) -> Cell {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Cell::Blob(Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid().as_bytes().to_vec())
}

impl SqlStore {
    /// Puts everything that is kept of whoever speaks in a conversation into a job that forgets it: all their
    /// conversations and codes. What they asked for elsewhere and nobody has granted is withdrawn at once.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub(super) async fn forget_speaker(
        &self,
        conversation: &[u8; 32],
        at: DateTime<Utc>,
        job: &mut Job,
    ) -> Result<(), StoreError> {
        let known = read::conversation(&self.readers, &self.keys.installation, conversation).await?;
        let Some(known) = known else { return Ok(()) };
        let person = known.conversation.person;
        self.withdraw(person, at).await?;
        let others = chat_ids(&self.readers, person).await?;
        let others = others.into_iter().filter(|id| id.as_slice() != conversation.as_slice());
        job.forgotten.extend(others.map(|id| vec![Cell::Blob(id)]));
        job.strangers.push(vec![Cell::Blob(person.0.as_bytes().to_vec())]);
        Ok(())
    }

    /// The rows of a change that no conversation makes.
    pub(super) async fn amended(&self, amendment: &Amendment) -> Result<Job, StoreError> {
        let (company, _) = amendment.company;
        let (mut job, key) = (Job::default(), self.keys.of(company.0).await?);
        for message in &amendment.outgoing {
            job.outbox.push(self.outbox_row(message, Some(company), Some(&*key))?);
        }
        let record = amendment.record();
        self.change_company(&key, amendment.company, &amendment.changes, &record, &mut job).await?;
        Ok(job)
    }

    /// Takes back what somebody asked for and no owner has confirmed.
    async fn withdraw(&self, person: PersonId, at: DateTime<Utc>) -> Result<(), StoreError> {
        for id in companies_of(&self.readers, person).await? {
            let Some(company) = self.read_company(id).await? else { continue };
            if member(&company.members, person).is_some_and(|member| !member.is_confirmed()) {
                let changes = vec![Change::RemoveMember(person)];
                let (company, by) = ((id, company.version), Actor::Person(person));
                self.amend(Amendment { company, by, changes, outgoing: Vec::new(), at }).await?;
            }
        }
        Ok(())
    }

    /// The conversations that speak for a company, to forget them. Whoever belongs to another company speaks for that one
    /// from now on, and keeps their conversation. One that cannot be read is left: nobody can say whose it is.
    async fn without(&self, company: CompanyId) -> Result<Vec<Vec<Cell>>, StoreError> {
        let (mut forgotten, mut last, mut unreadable) = (Vec::new(), Vec::new(), 0_usize);
        loop {
            let page = read::conversations_behind(&self.readers, last, PAGE).await?;
            let Some((newest, ..)) = page.last() else { break };
            last = newest.clone();
            for (id, version, body) in page {
                let Some((id, known)) = self.opened(id, &body) else {
                    unreadable += 1;
                    continue;
                };
                if known.company != Some(company) {
                    continue;
                }
                let belongs = companies_of(&self.readers, known.person).await?;
                // A group speaks for one company and no other.
                let other = belongs.into_iter().find(|other| *other != company).filter(|_| known.listed);
                match other {
                    None => forgotten.push(vec![Cell::Blob(id.to_vec())]),
                    Some(other) => self.speak_for(other, &id, version, known).await?,
                }
            }
        }
        if unreadable > 0 {
            tracing::error!(
                unreadable,
                "some conversations cannot be read, and may speak for what is erased"
            );
        }
        Ok(forgotten)
    }

    fn opened(&self, id: Vec<u8>, body: &[u8]) -> Option<([u8; 32], Conversation)> {
        let id = <[u8; 32]>::try_from(id).ok()?;
        let (known, _) = open_conversation(&self.keys.installation, &conversation_place(&id), body).ok()?;
        Some((id, known))
    }

    async fn speak_for(
        &self,
        other: CompanyId,
        id: &[u8; 32],
        version: u64,
        known: Conversation,
    ) -> Result<(), StoreError> {
        let conversation = known.speaking_for(other);
        let body = seal(&self.keys.installation, &conversation_place(id), &conversation)?;
        let row = vec![Cell::Blob(id.to_vec()), Cell::Int(signed(version + 1)), Cell::Blob(body)];
        let written = self.writer.write(Job { conversation: Some(row), ..Job::default() }).await;
        self.warm.put_conversation(*id, None);
        written.map(|_| ())
    }
}

impl Keeping for SqlStore {
    async fn upkeeps(&self) -> Result<Option<Looks>, StoreError> {
        due::upkeeps(&self.readers).await
    }

    async fn note_upkeep(&self, looks: Looks) -> Result<(), StoreError> {
        due::note_upkeep(&self.writing, looks).await
    }

    async fn turn_epoch(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.next_epoch(now).await.map_err(|error| match error {
            EpochError::Store(error) => error,
            other => StoreError::Unavailable(other.to_string()),
        })
    }

    async fn amend(&self, amendment: Amendment) -> Result<(), StoreError> {
        let written = self.writer.write(self.amended(&amendment).await?).await;
        self.warm.put_company(amendment.company.0, None);
        written.map(|_| ())
    }

    async fn due_erasures(&self, now: DateTime<Utc>) -> Result<Vec<DueErasure>, StoreError> {
        due::erasures(&self.readers, now.timestamp_millis()).await
    }

    async fn due_matters(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        due::matters(&self.readers, now.timestamp_millis()).await
    }

    async fn erase(&self, company: CompanyId, farewell: Vec<Outgoing>) -> Result<(), StoreError> {
        let id = || Cell::Blob(company.0.as_bytes().to_vec());
        // Due at 0: from here on nobody sees it, and nobody can stop it.
        let wish = vec![id(), Cell::Int(0), Cell::Blob(Vec::new())];
        self.writer.write(Job { erasures: vec![wish], ..Job::default() }).await?;
        self.warm.forget_company(company);
        // Whatever comes in between now, nothing of it can be read any more.
        self.writer.write(Job { destroyed: vec![vec![id()]], ..Job::default() }).await?;
        self.keys.forget(company.0);
        let forgotten = self.without(company).await?;
        let outbox =
            farewell.iter().map(|message| self.outbox_row(message, None, None)).collect::<Result<_, _>>()?;
        let job = Job { erased: vec![vec![id()]], forgotten, outbox, ..Job::default() };
        let written = self.writer.write(job).await;
        self.keys.forget(company.0);
        self.warm.forget_company(company);
        written.map(|_| ())
    }

    async fn with_old_log(&self, now: DateTime<Utc>) -> Result<Vec<CompanyId>, StoreError> {
        due::old_logs(&self.readers, retention::past(now).timestamp_millis()).await
    }

    async fn throw_away(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let millis = |at: DateTime<Utc>| Cell::Int(at.timestamp_millis());
        let past = millis(retention::past(now));
        let old = vec![
            (OLD_EVENTS, Cell::Int((now - RECEIVED).timestamp_micros())),
            ("DELETE FROM codes WHERE expires_at < $1", millis(now - RECEIVED)),
            ("DELETE FROM wrong_codes WHERE tried_at < $1", millis(now - WINDOW * 24)),
            ("DELETE FROM outbox WHERE id < $1", first_message_at(now - UNSENT)),
            ("DELETE FROM epochs WHERE made_at < $1", millis(now - GONE)),
            (OLD_ANSWERS, past.clone()),
            (OLD_LOG, past),
            (LOST_NOTES, millis(now)),
            (LOST_WAKES, millis(now)),
        ];
        self.writer.write(Job { old, ..Job::default() }).await.map(|_| ())
    }
}
