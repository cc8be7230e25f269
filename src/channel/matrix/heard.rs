//! What a device that is made anew has to know: how far each room was heard, and by which signing keys people are known. The journal
//! is lost with the folder; so both also stand in the database, in what is noted of the chat with whoever spoke.

use std::collections::{BTreeMap, BTreeSet};

use matrix_sdk::{
    deserialized_responses::TimelineEvent,
    ruma::{EventId, OwnedEventId, OwnedRoomId, UserId},
    sync::SyncResponse,
};

use super::{
    chats::{ChatNote, Sent},
    deliver::Delivery,
    homes::Homes,
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
                let keys = self.homes.keys_of(&person);
                self.note(&person, &conversation, |note| {
                    note.hear(Sent { room, event });
                    note.keys = keys;
                });
            }
        }
    }

    /// From now on this person is known by these keys, also after a restart.
    pub(super) fn trusts(&self, person: &UserId, conversation: &ConversationKey, keys: String) {
        self.homes.trusts(person, keys.clone());
        if self.chats.note(person).is_some() {
            self.note(person, conversation, |note| note.keys = Some(keys));
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
            let note = noted(app, &key).await?;
            known.extend(note.and_then(|note| note.heard_in(room)).map(|event| (room.clone(), event)));
        }
    }
    Ok(known)
}

/// Reads, once, by which signing keys everybody is known who can be told something.
///
/// # Errors
/// When the database does not answer.
pub async fn recall_keys<S: Store, C: Clock>(app: &App<S, C>, homes: &Homes) -> Result<(), StoreError> {
    if !homes.lacks_keys() {
        return Ok(());
    }
    let chats = match app.store.chats_on(ChannelKind::Matrix).await {
        Err(error @ StoreError::Damaged(_)) => {
            tracing::error!(%error, "by which keys people are known on Matrix cannot be read");
            Vec::new()
        }
        chats => chats?,
    };
    let mut known = BTreeMap::new();
    for chat in chats {
        let Ok(person) = UserId::parse(chat.conversation.address.as_str()) else { continue };
        let keys = noted(app, &chat.conversation).await?.and_then(|note| note.keys);
        known.extend(keys.map(|keys| (person, keys)));
    }
    homes.recall_keys(known);
    Ok(())
}

/// What is noted of a chat; nothing, when that can never be read.
async fn noted<S: Store, C: Clock>(
    app: &App<S, C>,
    key: &ConversationKey,
) -> Result<Option<ChatNote>, StoreError> {
    let noted = match app.store.channel_note(key).await {
        Err(StoreError::Damaged(_)) => None,
        noted => noted?,
    };
    Ok(noted.and_then(|noted| serde_json::from_str(&noted).ok()))
}
