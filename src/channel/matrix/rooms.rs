//! What a room is fit for: only an encrypted room with exactly one other person gets to see anything of a company.

use matrix_sdk::{
    Room, RoomMemberships, RoomState,
    ruma::{OwnedUserId, UserId, api::client::filter::LazyLoadOptions, events::MessageLikeEventType},
};

use super::outcome::{Outcome, of};

/// What a room is fit for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Encrypted, and nobody else reads along.
    Private,
    /// Others read along, or may as soon as they accept.
    Crowded,
    /// The homeserver reads along.
    Open,
}

/// Members are told to the bot when they matter, not all of them in every sync.
pub const LAZY: LazyLoadOptions = LazyLoadOptions::Enabled { include_redundant_members: false };

/// What a room is fit for when this person speaks or is spoken to.
///
/// # Errors
/// When the homeserver did not say.
pub async fn standing(room: &Room, person: &UserId) -> Result<Standing, Outcome> {
    let mut encryption = room.encryption_state();
    if encryption.is_unknown() {
        encryption = match room.latest_encryption_state().await {
            Ok(encryption) => encryption,
            Err(error) => return not_told(of(&error), Standing::Crowded),
        };
    }
    if !encryption.is_encrypted() {
        return Ok(Standing::Open);
    }
    match partner(room).await? {
        Some(partner) if partner == person => Ok(Standing::Private),
        _ => Ok(Standing::Crowded),
    }
}

/// The only other person in this room; `None`: there are more, or there is nobody.
///
/// # Errors
/// When the homeserver did not say.
pub async fn partner(room: &Room) -> Result<Option<OwnedUserId>, Outcome> {
    let members = match room.members(RoomMemberships::ACTIVE).await {
        Ok(members) => members,
        Err(error) => return not_told(of(&error), None),
    };
    let mut others = members.iter().map(|member| member.user_id()).filter(|id| *id != room.own_user_id());
    match (others.next(), others.next()) {
        (Some(other), None) => Ok(Some(other.to_owned())),
        _ => Ok(None),
    }
}

/// Whether the bot may speak in this room, as far as is known.
pub async fn lets_speak(room: &Room) -> bool {
    let levels = room.power_levels_or_default().await;
    levels.user_can_send_message(room.own_user_id(), MessageLikeEventType::RoomEncrypted)
}

/// The room that took the place of this one, once the bot is in it. Until then this one counts.
pub fn successor(room: &Room) -> Option<Room> {
    let next = room.client().get_room(&room.successor_room()?.room_id)?;
    (next.state() == RoomState::Joined).then_some(next)
}

/// Who may not ask is not in the room any more, and so not alone with anybody.
fn not_told<T>(outcome: Outcome, alone_with_nobody: T) -> Result<T, Outcome> {
    match outcome {
        Outcome::Forbidden | Outcome::Refused(_) => Ok(alone_with_nobody),
        outcome => Err(outcome),
    }
}
