//! A contact that was shared where nobody asked for one: it goes onto the call list, and the person stays where they are.
//!
//! ```text
//! > (the card of Jan Bakker)
//! < ✓ Op je bellijst: Jan Bakker, +31 6 11111111. Hoort die daar niet? Kies in het menu Bellijst aanpassen.
//! ```

use crate::{
    dialogue::{
        State,
        contact_question::contact_summary,
        step::{Draft, Step},
    },
    domain::{call_list::call_list, contact::Contact, item::ItemKind},
    text::Msg,
};

/// The role on the call list of whoever must be told, as at the question who that is.
const ROLE: &str = "told";

/// Puts a contact on the call list, unless its number is there already.
pub fn keep(mut draft: Draft<'_>, state: &State, contact: &Contact) -> Step {
    let is_there = call_list(&draft.dossier)
        .iter()
        .any(|line| line.contact.phones.iter().any(|phone| contact.phones.contains(phone)));
    let summary = contact_summary(contact, false);
    if contact.name.is_none() || contact.phones.is_empty() {
        draft.say("contact-shared-half");
    } else if is_there {
        draft.say(Msg::new("contact-shared-before").msg("contact", summary));
    } else {
        let item = draft.dossier.new_item(ItemKind::Contact, ROLE.into(), contact.clone());
        draft.save_item(item);
        let option = "option-change-lines".into();
        draft.say(Msg::new("contact-shared").msg("contact", summary).msg("option", option));
    }
    draft.finish(state.clone())
}
