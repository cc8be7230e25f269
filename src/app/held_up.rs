//! A reminder that had to wait: it is sent only while it says what is so. Otherwise it counts as unsaid, and the next look
//! decides anew what there is to say.

use uuid::Uuid;

use crate::app::{
    ports::{Clock, Commit, ConversationKey, Reminds, Store, StoreError},
    turn::{App, until_written},
    wakes::Wake,
};

impl<S: Store, C: Clock> App<S, C> {
    /// Whether a reminder, which is this message, can be sent as it is: nobody in its company told anything since it was
    /// decided. If somebody did, it is not to be sent any more: it is taken back, and what is due is looked at again.
    ///
    /// # Errors
    /// When the store cannot be read or written; it can be asked again.
    pub async fn still_holds(
        &self,
        key: &ConversationKey,
        message: Uuid,
        reminds: &Reminds,
    ) -> Result<bool, StoreError> {
        let Some(company) = self.store.company(reminds.company).await? else { return Ok(false) };
        if company.version == reminds.version {
            return Ok(true);
        }
        until_written(|| self.write_unsaid(key, message, reminds)).await?;
        Ok(false)
    }

    /// A reminder, which is this message, came to nobody and is too late now: it is taken back, and what is due is looked at again.
    ///
    /// # Errors
    /// When the store cannot be read or written; it can be tried again.
    pub async fn take_back(
        &self,
        key: &ConversationKey,
        message: Uuid,
        reminds: &Reminds,
    ) -> Result<(), StoreError> {
        // Of a company that was erased there is nothing to say any more, and its messages are gone.
        if self.store.company(reminds.company).await?.is_none() {
            return Ok(());
        }
        until_written(|| self.write_unsaid(key, message, reminds)).await
    }

    async fn write_unsaid(
        &self,
        key: &ConversationKey,
        message: Uuid,
        reminds: &Reminds,
    ) -> Result<(), StoreError> {
        let Some((mut conversation, version)) = self.store.load(key).await?.conversation else {
            return Ok(());
        };
        conversation.reminded_of.retain(|said| !reminds.said.contains(said));
        let now = self.clock.now();
        let commit = Commit {
            conversation: Some(conversation),
            conversation_version: version,
            // Left there, it would be taken back once more after a restart, with what was said anew by then.
            withdrawn: Some(message),
            wake: Some((reminds.company, Wake::Again { at: now, told_until: reminds.after })),
            ..Commit::of_no_event(key.clone(), now)
        };
        self.store.commit(commit).await
    }
}
