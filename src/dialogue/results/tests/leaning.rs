//! What falls with what: lines, programs in the cloud, and data by the words for its place.

use super::*;
use crate::text::vocabulary::Words;

impl Shop {
    /// Whether data that is kept at this place goes with an item.
    fn kept_in(&mut self, item: ItemId, place: &str) -> bool {
        let data = self.item(ItemKind::Data, "invoices");
        self.tell(data, "data-place", Value::Text(place.into()));
        let fallen = what_if::falls_with(self.dossier.item(item).unwrap(), &self.dossier, &self.world());
        let falls = fallen.iter().any(|fallen| fallen.id == data);
        let gone = Item { removed: true, ..self.dossier.item(data).cloned().unwrap() };
        self.dossier.save_item(gone);
        falls
    }
}

#[test]
fn with_a_supplier_goes_the_line_and_what_runs_over_it() {
    let mut shop = Shop::new();
    let ziggo = shop.party(ItemKind::Supplier, "internet", "Ziggo");
    let kpn = shop.party(ItemKind::Contact, "involved", "KPN");
    let line = shop.item(ItemKind::Connection, "fixed-internet");
    let phone = shop.item(ItemKind::Connection, "phone-line");
    let books = shop.item(ItemKind::Software, "bookkeeping-program");
    let mail = shop.item(ItemKind::Software, "mail");
    let invoices = shop.item(ItemKind::Data, "invoices");
    shop.choose(books, &[("software-version", "cloud")]);
    shop.choose(mail, &[("software-version", "ended")]);
    shop.tell(phone, "connection-supplier", Value::Item(kpn));
    shop.tell(invoices, "data-place", Value::Text("In het boekhoudprogramma.".into()));
    assert_eq!(shop.falls_with(ziggo), ["fixed-internet", "bookkeeping-program", "invoices"]);
    assert_eq!(shop.falls_with(kpn), ["phone-line"]);
    shop.tell(line, "connection-supplier", Value::Item(kpn));
    assert!(shop.falls_with(ziggo).is_empty(), "what was told beats what a firm is usually there for");
}

#[test]
fn who_arranges_a_line_does_not_take_it_along() {
    let mut shop = Shop::new();
    let ziggo = shop.party(ItemKind::Supplier, "internet", "Ziggo");
    let kees = shop.party(ItemKind::Contact, "ict-help", "Kees");
    let noor = shop.party(ItemKind::Contact, "involved", "Noor");
    let member = Item { person: Some(PersonId(Uuid::nil())), ..shop.dossier.item(noor).cloned().unwrap() };
    shop.dossier.save_item(member);
    let line = shop.item(ItemKind::Connection, "fixed-internet");
    let wifi = shop.item(ItemKind::Connection, "office-wifi");
    shop.tell(line, "connection-supplier", Value::Item(kees));
    shop.tell(wifi, "connection-supplier", Value::Item(noor));
    assert!(shop.falls_with(kees).is_empty() && shop.falls_with(noor).is_empty());
    assert_eq!(shop.falls_with(ziggo), ["fixed-internet"], "it is there for the internet all the same");
    let lines = what_if::lines(shop.dossier.item(kees).unwrap(), &shop.dossier, &shop.world());
    let said = CONTENT.texts.lines(Language::Nl, &lines).plain();
    assert!(said.contains("Hiervoor heb je dan geen hulp: internetlijn."), "{said}");
}

#[test]
fn without_a_fixed_line_the_connection_that_there_is_carries_the_cloud() {
    let mut shop = Shop::new();
    let ziggo = shop.party(ItemKind::Supplier, "internet", "Ziggo");
    let mobile = shop.item(ItemKind::Connection, "mobile-internet");
    let books = shop.item(ItemKind::Software, "bookkeeping-program");
    shop.choose(books, &[("software-version", "cloud")]);
    assert_eq!(shop.falls_with(mobile), ["bookkeeping-program"]);
    assert_eq!(shop.falls_with(ziggo), ["mobile-internet", "bookkeeping-program"]);
    let wifi = shop.item(ItemKind::Connection, "office-wifi");
    assert_eq!(shop.falls_with(wifi), ["bookkeeping-program"]);
    assert!(shop.falls_with(mobile).is_empty(), "the wifi is still there");
    let line = shop.item(ItemKind::Connection, "fixed-internet");
    assert_eq!(shop.falls_with(line), ["bookkeeping-program"]);
    assert!(shop.falls_with(wifi).is_empty());
}

#[test]
fn a_firm_that_runs_a_program_in_the_cloud_takes_it_along_and_one_that_helps_does_not() {
    let mut shop = Shop::new();
    let soft = shop.party(ItemKind::Supplier, "other", "Boekgemak");
    let kees = shop.party(ItemKind::Contact, "ict-help", "Kees");
    let books = shop.item(ItemKind::Software, "bookkeeping-program");
    let mail = shop.item(ItemKind::Software, "mail");
    let till = shop.item(ItemKind::Device, "till");
    shop.choose(books, &[("software-version", "cloud")]);
    shop.choose(mail, &[("software-version", "cloud")]);
    shop.tell(books, "software-manager", Value::Item(soft));
    shop.tell(mail, "software-manager", Value::Item(kees));
    shop.tell(till, "device-help", Value::Item(soft));
    assert_eq!(shop.falls_with(soft), ["bookkeeping-program"]);
    assert!(shop.falls_with(kees).is_empty());
    let lines = what_if::lines(shop.dossier.item(soft).unwrap(), &shop.dossier, &shop.world());
    let said = CONTENT.texts.lines(Language::Nl, &lines).plain();
    assert!(said.contains("Hiervoor heb je dan geen hulp: kassa."), "{said}");
    shop.tell(books, "software-version", Value::Text("Snelstart 12".into()));
    assert!(shop.falls_with(soft).is_empty(), "what runs here goes on without help");
}

#[test]
fn a_program_in_the_cloud_that_one_manages_oneself_goes_with_the_firm_that_it_is_from() {
    let mut shop = Shop::new();
    let soft = shop.party(ItemKind::Contact, "involved", "Boekgemak");
    let books = shop.item(ItemKind::Software, "bookkeeping-program");
    shop.choose(books, &[("software-manager", "nobody"), ("software-version", "cloud")]);
    assert!(shop.falls_with(soft).is_empty());
    shop.tell(books, "software-supplier", Value::Item(soft));
    assert_eq!(shop.falls_with(soft), ["bookkeeping-program"]);
}

#[test]
fn what_is_only_online_needs_the_internet_without_anybody_saying_so() {
    let mut shop = Shop::new();
    let line = shop.item(ItemKind::Connection, "fixed-internet");
    shop.item(ItemKind::Software, "cloud-storage");
    assert_eq!(shop.falls_with(line), ["cloud-storage"]);
}

#[test]
fn data_goes_with_what_it_is_kept_in_whatever_word_is_used_for_that() {
    let mut shop = Shop::new();
    let storage = shop.item(ItemKind::Device, "storage");
    let laptop = shop.item(ItemKind::Device, "laptop");
    for place in ["op de NAS", "Op onze externe schijf", "NAS/kluis", "synology in de kast"] {
        assert!(shop.kept_in(storage, place), "{place}");
        assert!(!shop.kept_in(laptop, place), "{place}");
    }
    assert!(shop.kept_in(laptop, "op mijn MacBook en in een schrift"));
    assert!(!shop.kept_in(laptop, "in een schrift"));
}

#[test]
fn a_thing_that_is_named_is_not_another_of_its_sort() {
    let mut shop = Shop::new();
    let annas = shop.party(ItemKind::Device, "laptop", "laptop van Anna");
    let joosts = shop.party(ItemKind::Device, "laptop", "laptop Joost");
    let nas = shop.party(ItemKind::Device, "storage", "Synology");
    let place = "Joost heeft het op zijn laptop, kopie op de NAS";
    assert!(shop.kept_in(joosts, place) && shop.kept_in(nas, place));
    assert!(!shop.kept_in(annas, place));
    assert!(shop.kept_in(annas, "op de laptops"), "any of them, for all one knows");
}

#[test]
fn every_word_for_a_sort_of_thing_is_one_of_that_sort_only() {
    for language in Language::ALL {
        let list = CONTENT.texts.vocabulary(language).list(Words::SameThing);
        let mut words: Vec<&str> = list.iter().flat_map(|sort| sort.split('/')).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count, "{}", language.tag());
    }
}
