//! Telling other members: their chats are looked up only when a turn has something to tell.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{
    app::{
        ids::make_id,
        ports::{Button, Chat, Clock, LaneKind, Outgoing, Store, StoreError},
        turn::App,
    },
    dialogue::{standing::StandingTap, step::Notice},
    domain::ids::{CompanyId, PersonId},
    text::Msg,
};

impl<S: Store, C: Clock> App<S, C> {
    /// The messages for these notices, one for every chat of whom they are for, in the language of that chat; `about`:
    /// the company for which their buttons are.
    pub(super) async fn messages(
        &self,
        about: Option<CompanyId>,
        notices: &[Notice],
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let people: BTreeSet<PersonId> = notices.iter().map(|notice| notice.to).collect();
        let chats = self.store.chats(people.into_iter().collect()).await?;
        let of = |person: PersonId| chats.iter().filter(move |chat| chat.person == person);
        Ok(notices
            .iter()
            .flat_map(|notice| of(notice.to).map(|chat| self.message(about, notice, chat, now)))
            .collect())
    }

    fn message(
        &self,
        about: Option<CompanyId>,
        notice: &Notice,
        chat: &Chat,
        now: DateTime<Utc>,
    ) -> Outgoing {
        let texts = &self.content.texts;
        let button = |(label, tap): &(Msg, StandingTap)| Button {
            label: texts.plain(chat.language, label),
            token: about.map_or_else(|| tap.token(), |company| tap.token_of(company)),
        };
        Outgoing {
            elsewhere: self.is_for_another(chat.conversation.channel),
            buttons: notice.taps.iter().map(button).collect(),
            ..Outgoing::new(
                make_id(now),
                chat.conversation.clone(),
                LaneKind::Notice,
                texts.lines(chat.language, &notice.lines),
            )
        }
    }
}
