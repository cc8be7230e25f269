//! What typed words mean at an agreement.

use chrono::DateTime;

use super::*;
use crate::{
    dialogue::{
        CONTENT,
        input::{self, Raw},
    },
    domain::{contact::Contact, item::ItemKind},
};

#[test]
fn who_asks_what_is_meant_is_not_asked_for_other_words() {
    let mut dossier = Dossier::default();
    let contact = Contact { name: Some("Anna maakt de back-up los".into()), ..Contact::default() };
    let item = dossier.new_item(ItemKind::Agreement, "agreement".into(), contact);
    let spot = Spot::One(item.id);
    dossier.save_item(item);
    let world = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
    let card = card(&spot, &dossier, &world);
    let state = State::from(Place::Agreements(spot));
    let meant = |text: &str| input::parse(&Raw::Text(text.into()), &state, &card, &card, &world).1;
    assert_eq!(meant("andere woorden"), Input::Pick(Tap::Rename));
    for asked in ["uitleg", "wat bedoel je?"] {
        assert_ne!(meant(asked), Input::Pick(Tap::Rename), "{asked}");
    }
}
