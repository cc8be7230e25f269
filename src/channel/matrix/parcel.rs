//! One row of the outbox on its way to somebody, in the parts in which it is sent.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use matrix_sdk::ruma::{OwnedTransactionId, OwnedUserId, TransactionId, UserId};
use serde_json::Value;
use uuid::Uuid;

use super::{
    before,
    compose::{self, Content},
};
use crate::app::ports::{Attachment, ConversationKey, LaneKind, Outgoing, Reminds};

/// Messages to one person that wait for each other.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// Who they are for.
    pub person: OwnedUserId,
    /// The plan waits for nothing else.
    pub emergency: bool,
}

/// One row of the outbox on its way.
pub struct Parcel {
    /// The row.
    pub id: Uuid,
    /// Whom it is for.
    pub conversation: ConversationKey,
    /// How urgent it is.
    pub lane: LaneKind,
    /// It takes the place of the last one of its kind.
    pub pinned: bool,
    /// It has no row in the outbox, because nothing could be written.
    pub unwritten: bool,
    /// What it was decided on, if it is a reminder of which nothing was sent yet.
    pub reminds: Option<Reminds>,
    /// It was on its way before, and nobody knows whether it arrived.
    pub may_be_there: bool,
    /// It waited until somebody could be reached again, and may have been taken back since.
    pub waited: bool,
    /// What is still to be sent, each with its place in the whole.
    pub parts: VecDeque<(usize, Part)>,
    good_until: Option<DateTime<Utc>>,
}

/// One message in the room.
pub enum Part {
    /// Something that is said.
    Words(Content),
    /// A file.
    File(Attachment),
}

impl Parcel {
    /// This row for this person; `may_be_there`: nobody knows whether it was sent before.
    pub fn new(outgoing: Outgoing, person: &UserId, may_be_there: bool) -> Self {
        let id = outgoing.id;
        let words = compose::contents(&outgoing, person.as_str()).into_iter().map(Part::Words);
        let parts = words.chain(outgoing.attachments.into_iter().map(Part::File)).enumerate();
        let parts = parts.map(|(place, part)| (place, part.named(&transaction(id, place)))).collect();
        let Outgoing { conversation, lane, pinned, good_until, unwritten, reminds, .. } = outgoing;
        Self {
            id,
            conversation,
            lane,
            pinned,
            unwritten,
            reminds,
            may_be_there,
            waited: false,
            parts,
            good_until,
        }
    }

    /// Whether it is too late to send it.
    pub fn is_too_late(&self, now: DateTime<Utc>) -> bool {
        self.good_until.is_some_and(|until| now >= until)
    }
}

impl Part {
    /// With its name in it, so that it is known again. A file has no place for one.
    fn named(mut self, name: &TransactionId) -> Self {
        if let Self::Words(content) = &mut self
            && let Value::Object(fields) = &mut content.json
        {
            fields.insert(before::NAME.to_owned(), name.as_str().into());
        }
        self
    }
}

/// The id under which the homeserver knows this message again, however often it is sent.
pub fn transaction(id: Uuid, place: usize) -> OwnedTransactionId {
    let name = if place == 0 { id.to_string() } else { format!("{id}.{place}") };
    <&TransactionId>::from(name.as_str()).to_owned()
}
