//! What had to wait: what of it arrived after all is left out, and a reminder goes only while it says what is so.

use matrix_sdk::Room;

use super::{
    before,
    deliver::Delivery,
    outcome::Outcome,
    parcel::{Parcel, transaction},
};
use crate::app::ports::LaneKind;

impl Delivery {
    /// Leaves out what arrived before: so long ago that the homeserver would not know it again, or of a reminder that is decided
    /// anew unless it is there. The plan is rather sent twice.
    pub(super) async fn leave_out(&self, room: &Room, parcel: &mut Parcel) -> Result<(), Outcome> {
        let id = parcel.id;
        let may_be_there = parcel.may_be_there && parcel.reminds.is_some();
        let doubtful = may_be_there || before::is_forgotten(id, self.clock.now());
        if parcel.lane == LaneKind::Emergency || !doubtful {
            return Ok(());
        }
        let said = match before::said_since(room, id).await {
            Err(Outcome::Forbidden | Outcome::Refused(_)) => return Ok(()),
            said => said?,
        };
        let parts = parcel.parts.len();
        parcel.parts.retain(|(place, _)| !said.contains(transaction(id, *place).as_str()));
        if parcel.parts.len() < parts {
            parcel.reminds = None;
        }
        Ok(())
    }

    /// Whether it is still to be said; `None`: that cannot be looked up now. A reminder that does not say what is so any more is
    /// taken back, and what is due is looked at again.
    pub(super) async fn still_goes(&self, parcel: &Parcel) -> Option<bool> {
        let Some(reminds) = parcel.reminds.clone() else { return Some(true) };
        self.notes.still_holds(parcel.id, parcel.conversation.clone(), reminds).await
    }

    /// It is too late to send this. Of a reminder that certainly came to nobody, the next look decides anew what there is to say.
    pub(super) fn forgo(&self, parcel: Parcel) {
        let Parcel { id, conversation, reminds, may_be_there, .. } = parcel;
        match reminds.filter(|_| !may_be_there) {
            Some(reminds) => {
                tracing::info!("a reminder could not be sent before the evening; it is decided anew");
                self.notes.unsaid(id, conversation, reminds);
            }
            None => {
                tracing::info!("a reminder could not be sent before the evening; it is dropped");
                self.notes.sent(id);
            }
        }
    }
}
