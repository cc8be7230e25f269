//! Who does what was agreed: the speaker, another member, or somebody outside the chat.

use crate::{
    dialogue::{World, contact_question::contact_name},
    domain::{
        agreement, doer,
        dossier::Dossier,
        ids::PersonId,
        item::{Item, Value},
    },
    text::Msg,
};

/// Who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doer {
    /// What they are called.
    pub name: Msg,
    /// Somebody was named at all.
    pub is_named: bool,
    /// The member that they are.
    pub member: Option<PersonId>,
}

/// Who does what an agreement says.
pub fn doer(item: &Item, dossier: &Dossier, world: &World<'_>) -> Doer {
    let nobody = || Doer { name: "agreement-nobody".into(), is_named: false, member: None };
    let member = doer::doer(item, dossier, world.members);
    match item.value(agreement::WHO) {
        Some(Value::Item(id)) => dossier.find(*id).map_or_else(nobody, |contact| {
            let mine = contact.person == Some(world.person) || member == Some(world.person);
            Doer { name: contact_name(&contact.contact, mine), is_named: true, member }
        }),
        Some(Value::Text(name)) => {
            let mine = member == Some(world.person);
            let name = if mine { "you".into() } else { Msg::new("told").told("text", name) };
            Doer { name, is_named: true, member }
        }
        _ => nobody(),
    }
}
