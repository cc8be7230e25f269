//! What comes back, for an agenda that fetches it by itself: by a private link of one member, as long as they are one.

use std::future::Future;

use crate::{
    app::{
        access,
        gate::{Needs, may},
        ports::{Clock, Store, StoreError},
        turn::App,
    },
    dialogue::agenda,
    domain::{
        code::Code,
        ids::{CompanyId, PersonId},
        schedule::habits::Habits,
    },
    report::calendar,
    text::Language,
};

/// Whose agenda a link shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Of this company.
    pub company: CompanyId,
    /// For this member.
    pub person: PersonId,
    /// In this language, which was spoken when the link was made.
    pub language: Language,
}

/// Where private links are kept.
pub trait Feeds: Send + Sync + 'static {
    /// Whose agenda this is; `None`: there is no such link, or not any more.
    fn feed(&self, token: &Code) -> impl Future<Output = Result<Option<Feed>, StoreError>> + Send;
}

impl<S: Store + Feeds, C: Clock> App<S, C> {
    /// The agenda file behind a private link; `None` when whoever made it may not see the agenda at this moment.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn agenda_file(&self, token: &Code) -> Result<Option<String>, StoreError> {
        let Some(Feed { company: id, person, language }) = self.store.feed(token).await? else {
            return Ok(None);
        };
        let Some(company) = self.store.company(id).await? else { return Ok(None) };
        if !may(access::role(&company, person), Needs::Answering) {
            return Ok(None);
        }
        // Whoever speaks another language since then reads it in that.
        let chats = self.store.chats(vec![person]).await?;
        let spoken: Vec<Language> = chats.iter().map(|chat| chat.language).collect();
        let spoken_now = spoken.first().filter(|_| !spoken.contains(&language));
        let language = spoken_now.copied().unwrap_or(language);
        let (now, habits) = (self.clock.now(), Habits::of(&company.dossier));
        let schedules = agenda::schedules(&company.dossier, &self.content, &habits, now);
        let today = habits.date(now);
        // What a subscription does not hold any more goes by itself.
        Ok(Some(calendar::render(&schedules, &[], today, id, now, language, &self.content.texts)))
    }
}
