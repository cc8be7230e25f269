//! Whether somebody can still be reached: they blocked the bot, their account is gone, or they are back. Who can be reached nowhere
//! misses reminders and everything else that they did not ask for: the other owners hear so.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        access,
        ports::{Clock, Commit, Conversation, ConversationKey, Loaded, Outgoing, Store, StoreError},
        turn::{App, until_written},
    },
    dialogue::members,
    domain::ids::PersonId,
};

impl<S: Store, C: Clock> App<S, C> {
    /// Notes whether a conversation can be reached. Who was never heard is not written down.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn note_reach(&self, key: &ConversationKey, reachable: bool) -> Result<(), StoreError> {
        until_written(|| async {
            let mut loaded = self.store.load(key).await?;
            let Some((mut conversation, version)) = loaded.conversation.take() else { return Ok(()) };
            if conversation.unreachable_at.is_none() == reachable {
                return Ok(());
            }
            let now = self.clock.now();
            conversation.unreachable_at = (!reachable).then_some(now);
            let news = match reachable {
                true => Vec::new(),
                false => self.told_of_loss(key, &conversation, &loaded, now).await?,
            };
            let commit = Commit {
                conversation: Some(conversation),
                conversation_version: version,
                outgoing: news.clone(),
                ..Commit::of_no_event(key.clone(), now)
            };
            self.store.commit(commit).await?;
            self.post.hand_over(news);
            Ok(())
        })
        .await
    }

    /// What the other owners of the company that somebody speaks for hear, when that was the last place to reach them.
    async fn told_of_loss(
        &self,
        key: &ConversationKey,
        lost: &Conversation,
        loaded: &Loaded,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        // A group that is lost is nobody's own chat.
        let Some(company) = loaded.company.as_ref().filter(|_| lost.listed) else { return Ok(Vec::new()) };
        let is_member = access::role(company, lost.person).is_some();
        if !is_member || self.can_be_reached_beside(key, lost.person).await? {
            return Ok(Vec::new());
        }
        let told = members::out_of_reach(lost.person, key.channel, &company.members, &company.dossier);
        self.messages(lost.company, &told, now).await
    }

    async fn can_be_reached_beside(
        &self,
        key: &ConversationKey,
        person: PersonId,
    ) -> Result<bool, StoreError> {
        for chat in self.store.chats(vec![person]).await? {
            if chat.conversation != *key
                && let Some((known, _)) = self.store.load(&chat.conversation).await?.conversation
                && known.unreachable_at.is_none()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
