//! What there is to do: once, with a reason that fits.

use super::*;
use crate::{
    dialogue::{menu, todos},
    domain::item::Task,
};

#[test]
fn what_follows_from_two_answers_about_one_thing_is_to_be_done_once() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.choose(till, &[("device-updates", "ended")]);
    shop.tell(till, "device-weak", Value::Choices(vec!["old".into()]));
    let laptop = shop.item(ItemKind::Device, "laptop");
    shop.tell(laptop, "device-weak", Value::Choices(vec!["old".into()]));
    shop.jewels(&[till, laptop]);
    let replacing = |shop: &Shop| {
        let open = todos::open(&shop.dossier, &shop.world());
        open.into_iter().filter(|todo| todo.key.todo.as_str() == "consider-replacing").collect::<Vec<_>>()
    };
    let open = replacing(&shop);
    assert_eq!(open.len(), 2, "one of each thing");
    let inventory = shop.content.catalogue.section(INVENTORY).unwrap();
    let listed = todos::of_section(inventory, &shop.dossier, &shop.world());
    assert_eq!(listed.iter().filter(|todo| todo.key.todo.as_str() == "consider-replacing").count(), 2);
    let task = Task { done_at: Some(DateTime::<Utc>::UNIX_EPOCH), ..Task::default() };
    let slot = open[0].key.task_slot();
    let answer = Answer {
        value: Value::Task(task),
        by: PersonId(Uuid::nil()),
        at: DateTime::UNIX_EPOCH,
        catalogue: 1,
    };
    shop.dossier.save_answer(slot, answer);
    assert_eq!(replacing(&shop).len(), 1, "what was done is done, whichever answer it follows from");
}

#[test]
fn not_knowing_two_things_about_one_thing_is_two_things_to_find_out() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.tell(till, "device-updates", Value::Unknown);
    shop.tell(till, "device-weak", Value::Unknown);
    shop.jewels(&[till]);
    assert_eq!(todos::open(&shop.dossier, &shop.world()).len(), 2);
}

#[test]
fn the_reason_is_about_what_the_to_do_mends() {
    let mut shop = Shop::new();
    let data = shop.item(ItemKind::Data, "customer-data");
    shop.jewels(&[data]);
    shop.choose(data, &[("backup-made", "nobody"), ("data-personal", "special")]);
    shop.choose(data, &[("availability", "middle"), ("integrity", "low"), ("confidentiality", "high")]);
    let said = shop.says(top_five::lines);
    let reasons = [
        "1. Beveilig je klantgegevens extra goed",
        "een lek is heel erg",
        "2. Begin deze week",
        "uitval kost geld",
    ];
    let places: Vec<Option<usize>> = reasons.iter().map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
}

#[test]
fn what_is_to_be_replaced_stands_under_one_purse() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    shop.choose(till, &[("device-updates", "ended")]);
    let said = shop.says(spending::lines);
    assert_eq!(said.matches("kassa").count(), 1, "{said}");
    shop.choose(till, &[("device-end", "replace")]);
    let said = shop.says(spending::lines);
    assert!(said.contains("Je kassa vervangen, zoals je koos"), "{said}");
    assert_eq!(said.matches("kassa").count(), 1, "{said}");
}

#[test]
fn nobody_learns_what_a_telephone_company_does() {
    let mut shop = Shop::new();
    let kpn = shop.party(ItemKind::Supplier, "internet", "KPN");
    let me = shop.party(ItemKind::Contact, "decider", "Anna");
    let mine = Item { person: Some(PersonId(Uuid::from_u128(1))), ..shop.dossier.item(me).cloned().unwrap() };
    shop.dossier.save_item(mine);
    let mut things = Vec::new();
    for (connection, device) in
        [("fixed-internet", "till"), ("office-wifi", "laptop"), ("phone-line", "printer")]
    {
        let line = shop.item(ItemKind::Connection, connection);
        shop.tell(line, "connection-supplier", Value::Item(kpn));
        let device = shop.item(ItemKind::Device, device);
        shop.tell(device, "device-help", Value::Item(me));
        things.extend([line, device]);
    }
    shop.jewels(&things);
    let said = shop.says(spending::lines);
    assert!(said.contains("Regel wie het overneemt als KPN wegvalt"), "{said}");
    assert!(said.contains("Leer nog iemand wat jij doet"), "{said}");
}

#[test]
fn what_nothing_was_told_about_is_the_same_everywhere() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.item(ItemKind::Device, "laptop");
    shop.item(ItemKind::Connection, "office-wifi");
    shop.item(ItemKind::Data, "invoices");
    shop.jewels(&[till]);
    shop.choose(till, &[("device-updates", "automatic")]);
    let said = shop.says(inventory::lines);
    assert!(said.contains("Nog niets over verteld: laptop, wifi, offertes en facturen."), "{said}");
    let world = World { language: Language::Nl, ..shop.world() };
    let menu = crate::dialogue::menu::card(&shop.dossier, &world);
    let labels =
        menu.offer.options.iter().map(|option| shop.content.texts.plain(Language::Nl, &option.label));
    assert!(labels.into_iter().any(|label| label == "Vertel over nog 3 dingen"), "the menu counts them too");
}
