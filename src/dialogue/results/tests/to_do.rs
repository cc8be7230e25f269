//! What there is to do: once, with a reason that fits.

use super::*;
use crate::{dialogue::todos, domain::item::Task, questionnaire::walk};

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
    let inventory = CONTENT.catalogue.section(INVENTORY).unwrap();
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
fn nobody_need_find_out_what_a_later_answer_settled() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let planning = shop.item(ItemKind::Software, "planning-program");
    shop.tell(till, "device-system", Value::Text("Casio V-R100".into()));
    shop.tell(till, "device-last-update", Value::Unknown);
    shop.tell(planning, "software-version", Value::Text("Planbord van Piet".into()));
    shop.tell(planning, "software-last-update", Value::Unknown);
    shop.jewels(&[till, planning]);
    let to_find_out = |shop: &Shop| {
        let open = todos::open(&shop.dossier, &shop.world());
        open.iter().filter(|todo| todo.key.todo.as_str() == "find-out").count()
    };
    assert_eq!(to_find_out(&shop), 2);
    shop.choose(till, &[("device-updates", "by-hand")]);
    assert_eq!(to_find_out(&shop), 2, "when somebody last did it still matters");
    shop.choose(till, &[("device-updates", "ended")]);
    shop.choose(planning, &[("software-maker", "no")]);
    assert_eq!(to_find_out(&shop), 0, "nothing comes any more, whenever the last one came");
}

#[test]
fn a_thing_without_a_system_is_asked_nothing_about_updates() {
    let mut shop = Shop::new();
    let printer = shop.item(ItemKind::Device, "printer");
    shop.jewels(&[printer]);
    let asked = |shop: &Shop| {
        let slot = Slot::of(printer, "device-updates");
        walk::is_asked(&slot, &CONTENT.catalogue, &shop.dossier, shop.world().today)
    };
    shop.tell(printer, "device-system", Value::Unknown);
    assert!(asked(&shop) && shop.says(end_of_life::lines).contains("onbekend"));
    shop.choose(printer, &[("device-system", "none")]);
    assert!(!asked(&shop) && !shop.says(end_of_life::lines).contains("onbekend"));
}

#[test]
fn what_was_forgotten_is_to_be_added() {
    let mut shop = Shop::new();
    shop.say("forgotten", Value::Text("de deurbel met camera".into()));
    let said = shop.says(top_five::lines);
    assert!(said.contains("1. Voeg dit nog toe aan je spullen: de deurbel met camera."), "{said}");
    shop.say("forgotten", Value::Choice("nothing".into()));
    assert!(shop.says(top_five::lines).contains("Er staat niets op je lijst."));
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
        "1. Begin deze week",
        "uitval kost geld",
        "2. Beveilig je klantgegevens extra goed",
        "een lek is heel erg",
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
    let labels = menu.offer.options.iter().map(|option| CONTENT.texts.plain(Language::Nl, &option.label));
    assert!(labels.into_iter().any(|label| label == "Vertel over nog 3 dingen"), "the menu counts them too");
}

#[test]
fn whatever_gets_no_more_updates_is_asked_what_becomes_of_it() {
    let mut shop = Shop::new();
    let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
    let till = shop.item(ItemKind::Device, "till");
    let laptop = shop.item(ItemKind::Device, "laptop");
    let website = shop.item(ItemKind::Software, "website");
    let planning = shop.item(ItemKind::Software, "planning-program");
    let mail = shop.item(ItemKind::Software, "mail");
    shop.tell(till, "device-system", Value::Text("Casio V-R100".into()));
    shop.tell(till, "device-last-update", Value::Date(day("2019-05-01")));
    shop.choose(laptop, &[("device-updates", "ended")]);
    shop.choose(website, &[("software-version", "ended")]);
    shop.tell(planning, "software-version", Value::Text("Planbord van Piet".into()));
    shop.tell(planning, "software-last-update", Value::Unknown);
    shop.choose(planning, &[("software-maker", "no")]);
    shop.choose(mail, &[("software-version", "cloud")]);
    let asked = |item: ItemId, question: &str, today: &str| {
        let slot = Slot::of(item, question);
        walk::is_asked(&slot, &CONTENT.catalogue, &shop.dossier, day(today))
    };
    for (item, question) in
        [(till, "device-end"), (laptop, "device-end"), (website, "software-end"), (planning, "software-end")]
    {
        assert!(asked(item, question, "2026-11-23"), "{question} {item:?}");
    }
    assert!(!asked(mail, "software-end", "2026-11-23"));
    assert!(!asked(till, "device-updates", "2026-11-23"), "who knows the day needs not say it again");
    assert!(!asked(till, "device-end", "2020-05-01"), "a year ago is not long ago");
}

#[test]
fn what_ends_later_is_asked_about_later() {
    let mut shop = Shop::new();
    let laptop = shop.item(ItemKind::Device, "laptop");
    shop.tell(laptop, "device-system", Value::Text("Windows 7".into()));
    let asked = |today: &str| {
        let slot = Slot::of(laptop, "device-end");
        walk::is_asked(&slot, &CONTENT.catalogue, &shop.dossier, today.parse().unwrap())
    };
    // It was told in 1970, and counts by the day of today.
    assert_eq!((asked("2010-01-01"), asked("2026-11-23")), (false, true));
}

#[test]
fn what_is_knowingly_kept_is_not_to_be_replaced() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    shop.choose(till, &[("device-updates", "ended")]);
    let count = |shop: &Shop| todos::open(&shop.dossier, &shop.world()).len();
    assert_eq!(count(&shop), 1);
    shop.choose(till, &[("device-end", "accept")]);
    assert_eq!(count(&shop), 0);
    shop.tell(till, "device-until", Value::Date("1969-12-31".parse().unwrap()));
    assert_eq!(count(&shop), 1, "the time for which it was kept is over");
}
