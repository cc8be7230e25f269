//! No view is a wall: two hundred things with endless names and answers fit in one message each.

use super::*;
use crate::{
    dialogue::agreements,
    domain::item::Item,
    questionnaire::{Kind, Question},
};

/// About as much as fits on three screens of a phone.
const WALL: usize = 3_200;
/// So many things of each of the five kinds.
const OF_EACH: usize = 40;

/// The longest answer there can be to a question.
fn longest(question: &Question, contact: ItemId) -> Value {
    match question.kind {
        Kind::Many => Value::Choices(question.choices.iter().map(|choice| choice.id.clone()).collect()),
        Kind::Single if !question.free_text => Value::Choice(question.choices.last().unwrap().id.clone()),
        Kind::Person => Value::Item(contact),
        Kind::Date | Kind::Due => Value::Date("1969-12-01".parse().unwrap()),
        _ => Value::Text("langer ".repeat(280).into()),
    }
}

/// A firm that has far too much, and told all there is to tell about it.
fn hoarder() -> Shop {
    let mut shop = Shop::new();
    let long = |number: usize| format!("{number} {}", "naam ".repeat(99));
    let contact = shop.party(ItemKind::Contact, "ict-help", &long(0));
    let kinds = [
        (ItemKind::Supplier, "internet"),
        (ItemKind::Device, "laptop"),
        (ItemKind::Software, "mail"),
        (ItemKind::Connection, "fixed-internet"),
        (ItemKind::Data, "passwords"),
        (ItemKind::Agreement, "agreement"),
    ];
    for (kind, role) in kinds {
        for number in 0..OF_EACH {
            shop.party(kind, role, &long(number));
        }
    }
    for role in ["loss-network", "loss-equipment", "loss-software", "loss-communication", "loss-data"] {
        shop.party(ItemKind::Loss, role, &long(0));
    }
    let jewels: Vec<ItemId> = shop.dossier.items_of(ItemKind::Device).map(|item| item.id).take(5).collect();
    for (number, jewel) in jewels.iter().cycle().take(30).enumerate() {
        let risk = shop.party(ItemKind::Risk, "own-threat", &long(number));
        let item = shop.dossier.item(risk).cloned().unwrap();
        shop.dossier.save_item(Item { about: Some(*jewel), ..item });
    }
    let questions: Vec<Question> = CONTENT.catalogue.questions().cloned().collect();
    let items: Vec<(ItemId, ItemKind)> = shop.dossier.items().map(|item| (item.id, item.kind)).collect();
    for question in &questions {
        if question.each.is_empty() {
            shop.note(Slot::own(question.id.as_str()), longest(question, contact));
        }
        for (item, _) in items.iter().filter(|(_, kind)| question.each.contains(kind)) {
            let slot = Slot { item: Some(*item), question: question.id.clone() };
            shop.note(slot, longest(question, contact));
        }
    }
    shop.say("crown-jewels", Value::Items(jewels));
    shop
}

/// What a part says about a dossier.
type View = fn(&Dossier, &World<'_>) -> Vec<Msg>;

#[test]
fn no_view_is_a_wall() {
    let shop = hoarder();
    assert!(shop.dossier.items().count() > 200);
    let views: [(&str, View); 14] = [
        ("inventory", inventory::lines),
        ("end of life", end_of_life::lines),
        ("risks", risks::lines),
        ("accepted", accepted::lines),
        ("spending", spending::lines),
        ("backups", backup_light::lines),
        ("weakest link", weakest_link::lines),
        ("top five", top_five::lines),
        ("to-dos", all_todos),
        ("impact", impact::lines),
        ("roles", roles::lines),
        ("suppliers", suppliers::lines),
        ("plan", recovery_plan::lines),
        ("agreements", agreements::lines),
    ];
    let mut long = Vec::new();
    let mut measure = |what: &str, lines: &[Msg]| {
        for language in Language::ALL {
            let length = CONTENT.texts.lines(language, lines).plain().chars().count();
            if length > WALL {
                long.push(format!("{what} in {}: {length}", language.tag()));
            }
        }
    };
    for (what, lines) in views {
        measure(what, &lines(&shop.dossier, &shop.world()));
    }
    for kind in [ItemKind::Supplier, ItemKind::Connection, ItemKind::Device] {
        let item = shop.dossier.items_of(kind).next().unwrap();
        measure(kind.slug(), &what_if::lines(item, &shop.dossier, &shop.world()));
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn what_does_not_fit_is_counted() {
    let shop = hoarder();
    for view in [suppliers::lines, backup_light::lines, end_of_life::lines] {
        let said = shop.says(view);
        assert!(said.contains("\nen nog "), "{said}");
    }
}
