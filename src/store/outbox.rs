//! What is to be sent, as rows and back.

use uuid::Uuid;

use crate::{
    app::ports::{Outgoing, StoreError},
    dialogue::ChannelKind,
    domain::ids::CompanyId,
    store::{
        encode::{open, outbox_place, seal},
        read::{self, readable},
        rows::Cell,
        sql::SqlStore,
    },
};

impl SqlStore {
    /// The row of a message; `about`: the company with which it goes when that is erased.
    pub(super) fn outbox_row(
        &self,
        message: &Outgoing,
        about: Option<CompanyId>,
    ) -> Result<Vec<Cell>, StoreError> {
        let body = seal(&self.keys.installation, &outbox_place(message.id), message)?;
        Ok(vec![
            Cell::Blob(message.id.as_bytes().to_vec()),
            Cell::Text(message.conversation.channel.slug().into()),
            Cell::Int(message.lane as i64),
            Cell::Blob(body),
            Cell::Blob(self.conversation_id(&message.conversation).to_vec()),
            Cell::Blob(about.map_or_else(Vec::new, |company| company.0.as_bytes().to_vec())),
        ])
    }

    /// Everything that is to be sent on a channel, in the order of sending. What cannot be read is left where it is.
    pub(super) async fn outbox_of(&self, channel: ChannelKind) -> Result<Vec<Outgoing>, StoreError> {
        let unsent = read::unsent(&self.readers, channel.slug()).await?;
        let open = |(id, body): &(Uuid, Vec<u8>)| open(&self.keys.installation, &outbox_place(*id), body);
        Ok(readable(unsent.iter().map(open), "outbox"))
    }
}
