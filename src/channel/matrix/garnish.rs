//! What nobody waits for: reactions under the new question as buttons, and a tick on the one that was answered.
//!
//! Each may be missing. They stop as soon as the next question stands, or when the homeserver has enough.

use std::sync::Arc;

use matrix_sdk::{
    Room,
    ruma::{OwnedEventId, OwnedUserId, TransactionId},
};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{
    calm::Calm,
    cards::{self, Card, Cards},
    compose,
    outcome::{Outcome, of},
};

/// Everything that extras need.
pub struct Garnish {
    /// The questions.
    pub cards: Arc<Cards>,
    /// Whether there is room.
    pub calm: Arc<Calm>,
    /// When it is time to stop.
    pub stop: CancellationToken,
    /// Whose question it is, if it takes the place of the one before.
    pub live: Option<OwnedUserId>,
    /// The row of the outbox that asked.
    pub id: Uuid,
}

/// The question that was asked before.
pub enum Before {
    /// Since the program started.
    Known(Card),
    /// Before that; the homeserver still has it.
    Noted(OwnedEventId),
}

impl Garnish {
    /// Ticks off the question before, and puts buttons under the one that was asked now.
    pub async fn serve(&self, room: &Room, card: &Card, before: Option<Before>) {
        let before = match before {
            Some(Before::Known(before)) => Some(before),
            Some(Before::Noted(event)) if self.is_wanted(card) && self.calm.allows_extras() => {
                recalled(room, event).await
            }
            _ => None,
        };
        let ticked = before.filter(|before| !before.asks_the_same(card)).map(|before| {
            let content = compose::ticked(&before.content, before.event.as_str());
            ("m.room.message", content, "ticked".to_owned())
        });
        let buttons = cards::seeds(&card.taps).into_iter().zip(1..).map(|(emoji, number)| {
            ("m.reaction", compose::reaction(card.event.as_str(), &emoji), format!("button-{number}"))
        });
        for (kind, content, name) in ticked.into_iter().chain(buttons) {
            if !self.is_wanted(card) || !self.calm.allows_extras() {
                return;
            }
            let transaction = <&TransactionId>::from(format!("{}.{name}", self.id).as_str()).to_owned();
            let sent = room.send_raw(kind, content).with_transaction_id(&transaction).await;
            match sent.as_ref().map_err(of) {
                Ok(_) => {}
                Err(Outcome::Later(_)) => return self.calm.too_much(),
                Err(_) => return,
            }
        }
    }

    fn is_wanted(&self, card: &Card) -> bool {
        let live = self.live.as_ref().is_none_or(|person| self.cards.is_live(person, &card.event));
        live && !self.stop.is_cancelled()
    }
}

/// A question from before the program started, with what could be chosen.
async fn recalled(room: &Room, event: OwnedEventId) -> Option<Card> {
    let found = room.event(&event, None).await.ok()?;
    let content = found.raw().get_field::<Value>("content").ok().flatten()?;
    let taps = compose::taps(&content);
    // Without them it is no question, or could not be decrypted.
    (!taps.is_empty()).then_some(Card { event, content, taps })
}
