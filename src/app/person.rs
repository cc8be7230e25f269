//! Who speaks.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        ids::make_id,
        ports::{Conversation, Incoming, Loaded},
    },
    dialogue::{Place, State},
    domain::{
        ids::PersonId,
        member::{Member, member},
    },
    text::Language,
};

/// Who speaks, known or met just now.
pub(super) struct Person<'l> {
    pub id: PersonId,
    pub language: Language,
    pub state: State,
    pub known: Option<&'l Conversation>,
}

impl<'l> Person<'l> {
    pub(super) fn of(loaded: &'l Loaded, incoming: &Incoming, now: DateTime<Utc>) -> Self {
        match &loaded.conversation {
            Some((known, _)) => Self {
                id: known.person,
                language: known.language,
                state: known.state.clone(),
                known: Some(known),
            },
            None => Self {
                id: PersonId(make_id(now)),
                language: incoming.language(),
                state: Place::Stranger.into(),
                known: None,
            },
        }
    }
}

/// What somebody is who waits for an owner.
pub(super) fn applicant(loaded: &Loaded) -> Option<&Member> {
    let (conversation, _) = loaded.conversation.as_ref()?;
    let company = loaded.company.as_ref()?;
    member(&company.members, conversation.person).filter(|member| !member.is_confirmed())
}
