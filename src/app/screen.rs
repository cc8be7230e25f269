//! From replies to messages that are ready to send: the words in the person's language, and buttons with tokens.

use uuid::Uuid;

use crate::{
    app::ports::{Button, ContactCard, ConversationKey, Outgoing},
    dialogue::{State, World, noodplan, offer, step::Reply},
    domain::dossier::Dossier,
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
            contacts: Vec::new(),
        })
        .collect()
}

/// The first people to call, as cards.
pub fn contacts(dossier: &Dossier, world: &World<'_>) -> Vec<ContactCard> {
    let card = |(name, phone): (_, String)| ContactCard {
        name: world.content.texts.for_machine(world.language, &name).into(),
        phone: phone.into(),
    };
    noodplan::to_call(dossier, world).into_iter().map(card).collect()
}
