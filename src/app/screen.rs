//! From replies to messages that are ready to send: the words in the person's language, and buttons with tokens.

use uuid::Uuid;

use crate::{
    app::ports::{Attachment, Button, ContactCard, Incoming, LaneKind, Outgoing, OwnNumber},
    dialogue::{
        State, World, noodplan,
        offer::{self, Tap},
        step::{Document, Reply},
    },
    domain::{dossier::Dossier, ids::CompanyId, pii::Pii},
    report::{
        calendar,
        data::{self, Source},
        qr_code,
    },
    text::{Language, Msg, Rich, Texts},
};

/// The messages for the replies of one turn, in the chat that is answered; `id` makes their ids, in order.
pub fn render(
    replies: &[Reply],
    state: &State,
    language: Language,
    texts: &Texts,
    incoming: &Incoming,
    mut id: impl FnMut() -> Uuid,
) -> Vec<Outgoing> {
    replies
        .iter()
        .map(|reply| Outgoing {
            buttons: reply
                .offer
                .options
                .iter()
                .map(|option| Button {
                    label: texts.plain(language, &option.label),
                    token: token(reply, state, &option.tap),
                })
                .collect(),
            own_number: reply.offer.own_number.then(|| OwnNumber {
                text: texts.plain(language, &"own-number".into()),
                label: texts.plain(language, &"own-number.key".into()),
            }),
            good_until: reply.good_until,
            in_doubt: reply.secret.then(|| texts.lines(language, &[Msg::new("code-in-doubt")])),
            answers: Some(incoming.event.clone()),
            ..Outgoing::new(
                id(),
                incoming.conversation.clone(),
                reply.lane.into(),
                texts.lines(language, &reply.lines),
            )
        })
        .collect()
}

/// A button that means the same everywhere says of which company it is.
fn token(reply: &Reply, state: &State, tap: &Tap) -> String {
    match (tap, reply.company) {
        (Tap::Standing(tap), Some(company)) => tap.token_of(company),
        _ => offer::token(state, tap),
    }
}

/// The files that go with a reply.
pub fn attachments(documents: &[Document], language: Language, world: &World<'_>) -> Vec<Attachment> {
    let company = world.company.unwrap_or(world.new_company);
    let texts = &world.content.texts;
    documents
        .iter()
        .flat_map(|document| match document {
            Document::Calendar { schedules, gone } => {
                let agenda =
                    calendar::render(schedules, gone, world.today, company, world.now, language, texts);
                vec![file(calendar::FILE_NAME, calendar::MEDIA_TYPE, agenda)]
            }
            Document::OwnCopy(words) => {
                let kept = world.company.is_some() || world.applicant.is_some();
                let who = (world.person, world.name.filter(|_| kept).map(|name| name.as_str()));
                let there = world.company.map(|company| source(company, language, world));
                let copy = data::person(there, who, (language, world.channel.slug()), world.now);
                let words =
                    file(data::PERSON_WORDS_FILE, data::WORDS_MEDIA_TYPE, to_read(words, language, texts));
                vec![words, file(data::PERSON_FILE, data::MEDIA_TYPE, copy)]
            }
            Document::CompanyCopy(words) => {
                let copy = data::company(source(company, language, world));
                let words =
                    file(data::COMPANY_WORDS_FILE, data::WORDS_MEDIA_TYPE, to_read(words, language, texts));
                vec![words, file(data::COMPANY_FILE, data::MEDIA_TYPE, copy)]
            }
            Document::Scannable(text) => match qr_code::render(text) {
                Ok(picture) => vec![Attachment {
                    name: qr_code::FILE_NAME.into(),
                    media_type: qr_code::MEDIA_TYPE.into(),
                    bytes: Pii(picture),
                }],
                Err(error) => {
                    tracing::error!(%error, "a code goes without its picture");
                    Vec::new()
                }
            },
        })
        .collect()
}

fn file(name: &str, media_type: &str, text: String) -> Attachment {
    Attachment { name: name.into(), media_type: media_type.into(), bytes: Pii(text.into_bytes()) }
}

fn to_read(words: &[Msg], language: Language, texts: &Texts) -> String {
    words.iter().flat_map(|line| [texts.for_machine(language, line), "\n".into()]).collect()
}

fn source<'w>(company: CompanyId, language: Language, world: &World<'w>) -> Source<'w> {
    Source {
        company,
        dossier: world.dossier,
        members: world.members,
        log: world.log,
        catalogue: &world.content.catalogue,
        texts: &world.content.texts,
        language,
        made_at: world.now,
    }
}

/// The call list that stays in view, as a message in the chat that is answered.
pub fn pinned(text: Rich, incoming: &Incoming, id: Uuid) -> Outgoing {
    let (conversation, answers) = (incoming.conversation.clone(), Some(incoming.event.clone()));
    Outgoing { pinned: true, answers, ..Outgoing::new(id, conversation, LaneKind::Interactive, text) }
}

/// The first people to call, as cards.
pub fn contacts(dossier: &Dossier, world: &World<'_>) -> Vec<ContactCard> {
    let card = |(name, phone): (_, String)| ContactCard {
        name: world.content.texts.for_machine(world.language, &name).into(),
        phone: phone.into(),
    };
    noodplan::to_call(dossier, world).into_iter().map(card).collect()
}
