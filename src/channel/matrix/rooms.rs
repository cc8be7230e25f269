//! What a room is fit for: only an encrypted room with exactly one other person gets to see anything of a company.

use matrix_sdk::{
    Room, RoomMemberships, RoomState,
    ruma::{UserId, api::client::filter::LazyLoadOptions},
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
            Err(error) => return not_told(of(&error)),
        };
    }
    if !encryption.is_encrypted() {
        return Ok(Standing::Open);
    }
    let members = match room.members(RoomMemberships::ACTIVE).await {
        Ok(members) => members,
        Err(error) => return not_told(of(&error)),
    };
    let mut others = members.iter().map(|member| member.user_id()).filter(|id| *id != room.own_user_id());
    match (others.next(), others.next()) {
        (Some(other), None) if other == person => Ok(Standing::Private),
        _ => Ok(Standing::Crowded),
    }
}

/// The room that took the place of this one, once the bot is in it. Until then this one counts.
pub fn successor(room: &Room) -> Option<Room> {
    let next = room.client().get_room(&room.successor_room()?.room_id)?;
    (next.state() == RoomState::Joined).then_some(next)
}

/// Who may not ask is not in the room any more, and so not alone with anybody.
fn not_told(outcome: Outcome) -> Result<Standing, Outcome> {
    match outcome {
        Outcome::Forbidden | Outcome::Refused(_) => Ok(Standing::Crowded),
        outcome => Err(outcome),
    }
}
