//! What is to be sent, as rows and back. What is about a company is sealed with the key of that company, so that nothing of it can be
//! read any more once that is erased, in no copy either.

use std::sync::Arc;

use crate::{
    app::ports::{Commit, Outgoing, StoreError},
    dialogue::ChannelKind,
    domain::ids::CompanyId,
    store::{
        encode::{open, outbox_place, seal},
        job::Job,
        read::{self, Unsent, readable},
        rows::Cell,
        sql::SqlStore,
        vault::DataKey,
        writer::unavailable,
    },
};

const IS_ANY_ELSEWHERE: &str = "SELECT 1 FROM outbox WHERE channel = $1 AND elsewhere = 1 LIMIT 1";
/// Whoever waits for another one to take the same finds that it is taken.
const TAKE_FROM_ELSEWHERE: &str = "UPDATE outbox SET elsewhere = 0 WHERE elsewhere = 1 AND id IN \
    (SELECT id FROM outbox WHERE channel = $1 AND elsewhere = 1 ORDER BY lane, id LIMIT $2) \
    RETURNING id, company, body";

impl SqlStore {
    /// Puts what a turn has to say into the job; `key`: that of the company that the turn changes.
    pub(super) async fn put_messages(
        &self,
        commit: &Commit,
        key: Option<&Arc<DataKey>>,
        job: &mut Job,
    ) -> Result<(), StoreError> {
        if commit.outgoing.is_empty() {
            return Ok(());
        }
        let about = commit.goes_with();
        let changes_it = about.is_some() && about == commit.company.map(|(company, _)| company);
        let key = match key.filter(|_| changes_it) {
            Some(key) => Some(Arc::clone(key)),
            None => self.key_about(about).await?,
        };
        for message in &commit.outgoing {
            job.outbox.push(self.outbox_row(message, about, key.as_deref())?);
        }
        Ok(())
    }

    /// The row of a message; `about`: the company with which it goes when that is erased, `key`: the key of that one.
    pub(super) fn outbox_row(
        &self,
        message: &Outgoing,
        about: Option<CompanyId>,
        key: Option<&DataKey>,
    ) -> Result<Vec<Cell>, StoreError> {
        let body = seal(key.unwrap_or(&self.keys.installation), &outbox_place(message.id), message)?;
        Ok(vec![
            Cell::Blob(message.id.as_bytes().to_vec()),
            Cell::Text(message.conversation.channel.slug().into()),
            Cell::Int(message.lane as i64),
            Cell::Blob(body),
            Cell::Blob(self.conversation_id(&message.conversation).to_vec()),
            Cell::Blob(about.map_or_else(Vec::new, |company| company.0.as_bytes().to_vec())),
            Cell::Int(message.elsewhere.into()),
        ])
    }

    /// Everything that is to be sent on a channel, in the order of sending. What cannot be read is left where it is.
    pub(super) async fn outbox_of(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        // What is taken between the two is sent by whoever took it.
        let mut rows = read::unsent(&self.readers, channel.slug()).await?;
        rows.extend(self.rows_from_elsewhere(channel, i64::MAX).await?);
        self.messages_in(rows).await
    }

    /// At most so many of those that are to be sent by whoever has the channel, each given out once.
    pub(super) async fn outbox_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: u32,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let rows = self.rows_from_elsewhere(channel, most.into()).await?;
        self.messages_in(rows).await
    }

    async fn rows_from_elsewhere(&self, channel: ChannelKind, most: i64) -> Result<Vec<Unsent>, StoreError> {
        // Most looks find nothing, and those write nothing.
        let any = sqlx::query(IS_ANY_ELSEWHERE).bind(channel.slug()).fetch_optional(&self.readers);
        if any.await.map_err(|error| unavailable(&error))?.is_none() {
            return Ok(Vec::new());
        }
        let taken = sqlx::query(TAKE_FROM_ELSEWHERE).bind(channel.slug()).bind(most);
        let rows = taken.fetch_all(&self.writing).await.map_err(|error| unavailable(&error))?;
        rows.iter().map(read::unsent_row).collect()
    }

    async fn messages_in(&self, rows: Vec<Unsent>) -> Result<Vec<Outgoing>, StoreError> {
        let mut opened = Vec::new();
        for (id, about, body) in rows {
            let (place, key) = (outbox_place(id), self.key_about(about).await?);
            let message = key.and_then(|key| open(&key, &place, &body).ok());
            // One of before, or about no company that has a key.
            opened.push(message.map_or_else(|| open(&self.keys.installation, &place, &body), Ok));
        }
        let mut messages: Vec<Outgoing> = readable(opened.into_iter(), "outbox");
        messages.sort_by_key(|message| (message.lane, message.id));
        Ok(messages)
    }

    /// The key of the company that something is about, if there is one; none any more of a company that was erased.
    async fn key_about(&self, about: Option<CompanyId>) -> Result<Option<Arc<DataKey>>, StoreError> {
        let Some(company) = about else { return Ok(None) };
        match self.keys.of(company.0).await {
            Ok(key) => Ok(Some(key)),
            Err(StoreError::Damaged(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
