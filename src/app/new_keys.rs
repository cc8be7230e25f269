//! Somebody writes with other signing keys than those by which they are known. Nothing of what they say is heard; the owners of the
//! company that they speak for are asked whether it is them. When one says so, the channel hears it with the message that tells them.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::{
        access::{Admitted, Scope, authorise},
        ids::make_id,
        ports::{Chat, Clock, Commit, Incoming, LaneKind, Outgoing, Store, StoreError},
        turn::{App, Handled},
    },
    dialogue::{new_keys, step::Change},
    domain::{audit::Act, member::Member},
    text::Msg,
};

/// So often the owners are asked about one person within a day.
const MOST_A_DAY: usize = 5;
/// Records of the log that are looked through for that.
const LOOKED_AT: usize = 200;

impl<S: Store, C: Clock> App<S, C> {
    /// Asks the owners, once about the same keys. Where there is nobody to ask, that is left to whoever runs the bot; so it is about
    /// somebody who belongs to more than one company, because the yes of an owner would let them into those of others.
    pub(super) async fn in_doubt(&self, incoming: &Incoming, keys: &str) -> Result<Handled, StoreError> {
        let now = self.clock.now();
        let loaded = self.store.load(&incoming.conversation).await?;
        let (mut changes, mut company, mut news) = (Vec::new(), None, Vec::new());
        if let Some(speaks) = authorise(&loaded, Scope::Private)
            && self.belongings(speaks.person()).await?.len() == 1
            && let Some((asked, notices)) = new_keys::ask(speaks.person(), keys, speaks.members())
        {
            news = self.messages(Some(speaks.company()), &notices, now).await?;
            // What is said there reaches nobody now.
            news.retain(|message| message.conversation != incoming.conversation);
            if self.was_asked_often(&speaks, now).await? {
                news.clear();
            }
            if !news.is_empty() {
                (changes, company) = (asked, Some((speaks.company(), speaks.version())));
            }
        }
        let (conversation, version) = loaded.conversation.unzip();
        let commit = Commit {
            conversation,
            conversation_version: version.unwrap_or(0),
            changes,
            company,
            outgoing: news.clone(),
            ..Commit::of_event(incoming.conversation.clone(), incoming.event.clone(), now)
        };
        self.store.commit(commit).await?;
        self.post.hand_over(news);
        Ok(Handled { outgoing: Vec::new(), committed: true })
    }

    /// Whether the owners were asked about this person again and again of late: whoever runs a homeserver can make keys up without end.
    async fn was_asked_often(&self, speaks: &Admitted, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let log = self.store.log(speaks.company(), LOOKED_AT).await?;
        let asked = Act::NewKeys(speaks.person());
        let of_late = log.iter().filter(|record| now - record.at < TimeDelta::days(1));
        Ok(of_late.filter(|record| record.acts.contains(&asked)).count() >= MOST_A_DAY)
    }

    /// What tells somebody, and the channels on which they are, that they are known by their new keys from now on.
    pub(super) async fn vouched(
        &self,
        changes: &[Change],
        before: &[Member],
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let Some((person, keys)) = new_keys::vouched(changes, before) else { return Ok(Vec::new()) };
        let line = [Msg::new("notice-you-are-vouched")];
        let message = |Chat { conversation, language, .. }: Chat| {
            let text = self.content.texts.lines(language, &line);
            let trusts = Some(keys.clone());
            let elsewhere = self.is_for_another(conversation.channel);
            let message = Outgoing::new(make_id(now), conversation, LaneKind::Notice, text);
            Outgoing { trusts, elsewhere, ..message }
        };
        Ok(self.store.chats(vec![person]).await?.into_iter().map(message).collect())
    }
}
