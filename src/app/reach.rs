//! Whether somebody can still be reached: they blocked the bot, their account is gone, or they are back.

use crate::app::{
    ports::{Clock, Commit, ConversationKey, Store, StoreError},
    turn::{App, until_written},
};

impl<S: Store, C: Clock> App<S, C> {
    /// Notes whether a conversation can be reached. Who was never heard is not written down.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn note_reach(&self, key: &ConversationKey, reachable: bool) -> Result<(), StoreError> {
        until_written(|| async {
            let Some((mut conversation, version)) = self.store.load(key).await?.conversation else {
                return Ok(());
            };
            if conversation.unreachable_at.is_none() == reachable {
                return Ok(());
            }
            let now = self.clock.now();
            conversation.unreachable_at = (!reachable).then_some(now);
            let commit = Commit {
                conversation: Some(conversation),
                conversation_version: version,
                ..Commit::of_no_event(key.clone(), now)
            };
            self.store.commit(commit).await
        })
        .await
    }
}
