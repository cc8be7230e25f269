//! How far each room was heard, for a device that is made anew. The journal is lost with the folder; so what was said last in a
//! room also stands in the database, in what is noted of the chat with whoever said it.

use std::collections::{BTreeMap, BTreeSet};

use matrix_sdk::{
    deserialized_responses::TimelineEvent,
    ruma::{EventId, OwnedEventId, OwnedRoomId, UserId},
    sync::SyncResponse,
};

use super::{
    chats::{ChatNote, Sent},
    deliver::Delivery,
};
use crate::{
    app::{
        ports::{Clock, ConversationKey, Store, StoreError},
        turn::App,
    },
    dialogue::ChannelKind,
};

/// Who said the last thing in each room, and with which event.
pub type LastSaid = BTreeMap<OwnedRoomId, (ConversationKey, String)>;

impl Delivery {
    /// Notes what was said last, once it is in the inbox.
    pub async fn has_heard<S: Store, C: Clock>(&self, app: &App<S, C>, last: LastSaid) {
        for (room, (conversation, event)) in last {
            let person = UserId::parse(conversation.address.as_str());
            let (Ok(person), Ok(event)) = (person, EventId::parse(event.as_str())) else { continue };
            self.learn(app, &conversation).await;
            // What was noted before and cannot be read now is not written over.
            if self.chats.note(&person).is_some() {
                self.note(&person, &conversation, |note| note.hear(Sent { room, event }));
            }
        }
    }
}

/// What was heard last in each of these rooms before there was this device. A room of which nothing is noted is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn before<S: Store, C: Clock>(
    app: &App<S, C>,
    response: &SyncResponse,
) -> Result<BTreeMap<OwnedRoomId, OwnedEventId>, StoreError> {
    let mut known = BTreeMap::new();
    for (room, update) in &response.rooms.joined {
        let events = update.timeline.events.iter();
        let speakers: BTreeSet<_> = events.filter_map(TimelineEvent::sender).collect();
        for person in speakers {
            let key = ConversationKey { channel: ChannelKind::Matrix, address: person.as_str().into() };
            let noted = match app.store.channel_note(&key).await {
                Err(StoreError::Damaged(_)) => None,
                noted => noted?,
            };
            let note: Option<ChatNote> = noted.and_then(|noted| serde_json::from_str(&noted).ok());
            known.extend(note.and_then(|note| note.heard_in(room)).map(|event| (room.clone(), event)));
        }
    }
    Ok(known)
}
