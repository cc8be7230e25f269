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
        statements::won,
        vault::DataKey,
        writer::unavailable,
    },
};

const LEFT_TO_OTHERS: &str = "SELECT id, company, body FROM outbox WHERE channel = $1 AND elsewhere = 1 \
    ORDER BY lane, id LIMIT $2";
/// Whoever waits for another one to take the same finds that it is taken.
const TAKE: (&str, &str) =
    ("UPDATE outbox SET elsewhere = 0 WHERE elsewhere = 1 AND id IN (VALUES", ") RETURNING id");

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
        let mut messages = self.messages_in(read::unsent(&self.readers, channel.slug()).await?).await?;
        messages.extend(self.outbox_from_elsewhere(channel, i64::MAX).await?);
        messages.sort_by_key(|message| (message.lane, message.id));
        Ok(messages)
    }

    /// At most so many of those that are to be sent by whoever has the channel, each given out once, in the order of sending.
    pub(super) async fn outbox_from_elsewhere(
        &self,
        channel: ChannelKind,
        most: i64,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let failed = |error: sqlx::Error| unavailable(&error);
        let left = sqlx::query(LEFT_TO_OTHERS).bind(channel.slug()).bind(most);
        let rows = left.fetch_all(&self.readers).await.map_err(failed)?;
        // Most looks find nothing, and those write nothing.
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let rows = rows.iter().map(read::unsent_row).collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<_> = rows.iter().map(|(id, ..)| vec![Cell::Blob(id.as_bytes().to_vec())]).collect();
        // What is taken and then not given out would wait for the next start: the keys are read before.
        let mut messages = self.messages_in(rows).await?;
        let mut connection = self.writing.acquire().await.map_err(failed)?;
        let taken = won(&mut connection, TAKE.0, &ids, TAKE.1).await.map_err(failed)?;
        messages.retain(|message| taken.contains(message.id.as_bytes().as_slice()));
        Ok(messages)
    }

    async fn messages_in(&self, rows: Vec<Unsent>) -> Result<Vec<Outgoing>, StoreError> {
        let mut opened = Vec::new();
        for (id, about, body) in rows {
            let (place, key) = (outbox_place(id), self.key_about(about).await?);
            let message = key.and_then(|key| open(&key, &place, &body).ok());
            // One of before, or about no company that has a key.
            opened.push(message.map_or_else(|| open(&self.keys.installation, &place, &body), Ok));
        }
        Ok(readable(opened.into_iter(), "outbox"))
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
