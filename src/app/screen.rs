//! From replies to messages that are ready to send: the words in the person's language, and buttons with tokens.

use uuid::Uuid;

use crate::{
    app::ports::{Attachment, Button, ContactCard, ConversationKey, LaneKind, Outgoing, OwnNumber},
    dialogue::{
        State, World, noodplan, offer,
        step::{Document, Reply},
    },
    domain::{dossier::Dossier, pii::Pii},
    report::calendar,
    text::{Language, Rich, Texts},
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
            attachments: Vec::new(),
            pinned: false,
            own_number: reply.offer.own_number.then(|| OwnNumber {
                text: texts.plain(language, &"own-number".into()),
                label: texts.plain(language, &"own-number.key".into()),
            }),
        })
        .collect()
}

/// The files that go with a reply.
pub fn attachments(documents: &[Document], language: Language, world: &World<'_>) -> Vec<Attachment> {
    let company = world.company.unwrap_or(world.new_company);
    let texts = &world.content.texts;
    documents
        .iter()
        .map(|document| match document {
            Document::Calendar(schedules) => Attachment {
                name: calendar::FILE_NAME.into(),
                media_type: calendar::MEDIA_TYPE.into(),
                bytes: Pii(calendar::render(schedules, world.today, company, world.now, language, texts)
                    .into_bytes()),
            },
        })
        .collect()
}

/// The call list that stays in view, as a message.
pub fn pinned(text: Rich, conversation: &ConversationKey, id: Uuid) -> Outgoing {
    Outgoing {
        id,
        conversation: conversation.clone(),
        lane: LaneKind::Interactive,
        text,
        buttons: Vec::new(),
        contacts: Vec::new(),
        attachments: Vec::new(),
        pinned: true,
        own_number: None,
    }
}

/// The first people to call, as cards.
pub fn contacts(dossier: &Dossier, world: &World<'_>) -> Vec<ContactCard> {
    let card = |(name, phone): (_, String)| ContactCard {
        name: world.content.texts.for_machine(world.language, &name).into(),
        phone: phone.into(),
    };
    noodplan::to_call(dossier, world).into_iter().map(card).collect()
}
