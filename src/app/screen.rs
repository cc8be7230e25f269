//! From replies to messages that are ready to send: the words in the person's language, and buttons with tokens.

use uuid::Uuid;

use crate::{
    app::ports::{Button, ConversationKey, Outgoing},
    dialogue::{State, offer, step::Reply},
    text::{Language, Texts},
};

/// The messages for the replies of one turn; `id` makes their ids, in order.
pub fn render(
    replies: &[Reply],
    state: &State,
    language: Language,
    texts: &Texts,
    conversation: &ConversationKey,
    mut id: impl FnMut() -> Uuid,
) -> Vec<Outgoing> {
    replies
        .iter()
        .map(|reply| Outgoing {
            id: id(),
            conversation: conversation.clone(),
            lane: reply.lane.into(),
            text: texts.lines(language, &reply.lines),
            buttons: reply
                .offer
                .options
                .iter()
                .map(|option| Button {
                    label: texts.plain(language, &option.label),
                    token: offer::token(state, &option.tap),
                })
                .collect(),
        })
        .collect()
}
