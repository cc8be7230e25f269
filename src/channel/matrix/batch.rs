//! What one sync comes down to, before any of it is written down.

use std::collections::BTreeSet;

use matrix_sdk::{
    Room,
    ruma::{OwnedRoomId, OwnedUserId},
};

use super::{asides::Remark, heard::LastSaid, journal::Sealed};
use crate::{
    app::ports::Incoming,
    dialogue::{
        command::{self, Typed},
        input::{Media, Raw},
    },
};

/// What one sync comes down to.
#[derive(Default)]
pub struct Batch {
    /// For the inbox, in order, with the room in which it was said.
    pub said: Vec<(Room, Incoming)>,
    /// To be tried again later.
    pub sealed: Vec<Sealed>,
    /// Messages that were wiped, with the room in which they stood.
    pub wiped: BTreeSet<(OwnedRoomId, String)>,
    /// To be said once all of it is written down.
    pub asides: Vec<Remark>,
    /// Somebody came or went.
    pub moves: bool,
    /// People in whose room the bot was let speak.
    pub let_speak: BTreeSet<OwnedUserId>,
}

impl Batch {
    /// Takes in what another brought.
    pub fn add(&mut self, other: Self) {
        self.said.extend(other.said);
        self.sealed.extend(other.sealed);
        self.wiped.extend(other.wiped);
        self.asides.extend(other.asides);
        self.moves |= other.moves;
        self.let_speak.extend(other.let_speak);
    }

    /// Who said the last thing in each room.
    pub fn last_said(&self) -> LastSaid {
        let who = |incoming: &Incoming| (incoming.conversation.clone(), incoming.event.clone());
        self.said.iter().map(|(room, incoming)| (room.room_id().to_owned(), who(incoming))).collect()
    }

    /// Without what may have been meant for a question that was asked before the one that waits now.
    pub fn without_answers(mut self) -> Self {
        self.said = self.said.into_iter().map(|(room, incoming)| (room, late(incoming))).collect();
        self
    }
}

/// Whether somebody typed a command.
pub fn is_command(raw: &Raw) -> bool {
    matches!(raw, Raw::Text(text) if matches!(command::parse(text), Some(Typed::Known(..))))
}

/// What came after something that was said later. A command means the same whenever it comes.
fn late(incoming: Incoming) -> Incoming {
    let is_answer = match &incoming.raw {
        Raw::Text(_) => !is_command(&incoming.raw),
        raw => matches!(raw, Raw::Contact(_)),
    };
    if is_answer { Incoming { raw: Raw::Other(Media::Undecryptable), ..incoming } } else { incoming }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{app::ports::ConversationKey, dialogue::ChannelKind};

    fn said(raw: Raw) -> Raw {
        let conversation = ConversationKey { channel: ChannelKind::Matrix, address: "@anna:test".into() };
        let at = DateTime::default();
        late(Incoming { conversation, event: "$1".into(), name: None, language_tag: None, raw, at }).raw
    }

    #[test]
    fn what_comes_late_is_heard_as_a_command_and_never_as_an_answer() {
        let plan = Raw::Text("!noodplan".into());
        assert_eq!(said(plan.clone()), plan);
        for answer in [Raw::Text("ja".into()), Raw::Contact("BEGIN:VCARD".into())] {
            assert_eq!(said(answer), Raw::Other(Media::Undecryptable));
        }
        assert_eq!(said(Raw::Other(Media::Picture)), Raw::Other(Media::Picture));
    }
}
