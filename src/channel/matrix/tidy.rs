//! Keeping a chat tidy: one call list, kept up to date where it stands, and one question that waits.

use std::sync::Arc;

use matrix_sdk::{
    Room,
    ruma::{OwnedEventId, TransactionId, UserId},
};

use super::{
    chats::{ChatNote, Sent},
    compose::{self, Content},
    deliver::{Delivery, say},
    outcome::of,
};
use crate::app::{
    ports::{Clock, ConversationKey, Store},
    turn::App,
};

impl Delivery {
    /// Reads what was noted about a chat before the program started, once.
    pub async fn learn<S: Store, C: Clock>(&self, app: &App<S, C>, conversation: &ConversationKey) {
        let Ok(person) = UserId::parse(conversation.address.as_str()) else { return };
        if self.chats.note(&person).is_some() {
            return;
        }
        // What cannot be read now is read another time; until then a question may stay without its tick.
        if let Ok(noted) = app.store.channel_note(conversation).await {
            let note = noted.and_then(|noted| serde_json::from_str(&noted).ok());
            self.chats.learn(&person, note.unwrap_or_default());
        }
    }

    /// Shows that the bot is at work, or no longer; the dots also go away by themselves.
    pub fn shows_typing(self: &Arc<Self>, conversation: &ConversationKey, typing: bool) {
        let Ok(person) = UserId::parse(conversation.address.as_str()) else { return };
        if !self.calm.allows_extras() {
            return;
        }
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            if let Ok(Some(room)) = delivery.homes.of(&delivery.client, &person).await {
                // Whether somebody sees the dots is not worth a word.
                let _ = room.typing_notice(typing).await;
            }
        });
    }

    /// Puts the call list in the place of the one that stands in the room; the first is pinned.
    pub(super) async fn keep_list(
        &self,
        room: &Room,
        person: &UserId,
        conversation: &ConversationKey,
        list: &Content,
        transaction: &TransactionId,
    ) -> Result<OwnedEventId, matrix_sdk::Error> {
        let known = self.chats.note(person).and_then(|note| note.list);
        if let Some(event) = known.and_then(|list| list.in_room(room)) {
            return say(room, compose::in_place_of(&list.json, event.as_str()), transaction).await;
        }
        let event = say(room, list.json.clone(), transaction).await?;
        let sent = Sent { room: room.room_id().to_owned(), event: event.clone() };
        self.note(person, conversation, |note| note.list = Some(sent));
        let (room, pinned) = (room.clone(), event.clone());
        self.tasks.spawn(async move {
            // Where the bot may not pin, the list stands in the room all the same. The room learns an id, and no word of it.
            if let Err(error) = room.pin_event(&pinned).await {
                tracing::debug!(outcome = ?of(&error), "a call list was not pinned on Matrix");
            }
        });
        Ok(event)
    }

    /// Changes what is noted about a chat, now and for later; gives what was noted before.
    pub(super) fn note(
        &self,
        person: &UserId,
        conversation: &ConversationKey,
        change: impl FnOnce(&mut ChatNote),
    ) -> ChatNote {
        let (before, now) = self.chats.change(person, change);
        if let Some(now) = now {
            // A few ids can always be written.
            self.notes.channel(conversation.clone(), serde_json::to_string(&now).unwrap_or_default());
        }
        before
    }
}
