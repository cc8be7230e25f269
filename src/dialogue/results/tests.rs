//! Small dossiers, and what follows from them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::CONTENT,
    domain::{
        contact::Contact,
        ids::{CompanyId, ItemId, PersonId},
        item::Answer,
        member::Role,
        phone::Phone,
    },
    text::Language,
};

mod backups;
mod judged;
mod keys;
mod leaning;
mod sittings;
mod to_do;
mod walls;

/// A dossier that is written down line by line.
struct Shop {
    dossier: Dossier,
}

impl Shop {
    fn new() -> Self {
        Self { dossier: Dossier::default() }
    }

    fn item(&mut self, kind: ItemKind, role: &str) -> ItemId {
        let item = self.dossier.new_item(kind, role.into(), Contact::default());
        self.dossier.save_item(item.clone());
        item.id
    }

    fn party(&mut self, kind: ItemKind, role: &str, name: &str) -> ItemId {
        let phones = vec![Phone::parse("112").unwrap()];
        let contact = Contact { name: Some(name.into()), phones, ..Contact::default() };
        let item = self.dossier.new_item(kind, role.into(), contact);
        self.dossier.save_item(item.clone());
        item.id
    }

    fn tell(&mut self, item: ItemId, question: &str, value: Value) {
        let slot = Slot::of(item, question);
        assert!(CONTENT.catalogue.at(&slot).is_some(), "there is no question {question}");
        if let Value::Choice(id) = &value {
            assert!(CONTENT.catalogue.at(&slot).unwrap().choice(id.as_str()).is_some(), "{question} {id}");
        }
        self.note(slot, value);
    }

    /// An answer about the company itself.
    fn say(&mut self, question: &str, value: Value) {
        assert!(CONTENT.catalogue.question(question).is_some(), "there is no question {question}");
        self.note(Slot::own(question), value);
    }

    fn note(&mut self, slot: Slot, value: Value) {
        let (by, at) = (PersonId(Uuid::nil()), DateTime::<Utc>::UNIX_EPOCH);
        self.dossier.save_answer(slot, Answer { value, by, at, catalogue: CONTENT.catalogue.version });
    }

    fn jewels(&mut self, things: &[ItemId]) {
        let answer = Answer {
            value: Value::Items(things.to_vec()),
            by: PersonId(Uuid::nil()),
            at: DateTime::<Utc>::UNIX_EPOCH,
            catalogue: CONTENT.catalogue.version,
        };
        self.dossier.save_answer(Slot::own("crown-jewels"), answer);
    }

    fn choose(&mut self, item: ItemId, answers: &[(&str, &str)]) {
        for (question, id) in answers {
            self.tell(item, question, Value::Choice((*id).into()));
        }
    }

    fn world(&self) -> World<'_> {
        World {
            person: PersonId(Uuid::from_u128(1)),
            company: Some(CompanyId(Uuid::from_u128(2))),
            role: Some(Role::Owner),
            new_company: CompanyId(Uuid::from_u128(3)),
            ..World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, &self.dossier, &CONTENT)
        }
    }

    fn says(&self, lines: fn(&Dossier, &World<'_>) -> Vec<Msg>) -> String {
        CONTENT.texts.lines(Language::Nl, &lines(&self.dossier, &self.world())).plain()
    }

    /// What goes with an item, by role.
    fn falls_with(&self, item: ItemId) -> Vec<&str> {
        let item = self.dossier.item(item).unwrap();
        let fallen = what_if::falls_with(item, &self.dossier, &self.world());
        fallen.into_iter().map(|item| item.role.as_str()).collect()
    }
}

#[test]
fn the_inventory_counts_and_names_what_gets_no_updates() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let laptop = shop.item(ItemKind::Device, "laptop");
    shop.party(ItemKind::Supplier, "internet", "Ziggo");
    shop.party(ItemKind::Supplier, "phone", "Ziggo");
    shop.party(ItemKind::Contact, "ict-help", "Kees");
    shop.choose(till, &[("device-updates", "ended")]);
    shop.choose(laptop, &[("device-updates", "automatic")]);
    let said = shop.says(inventory::lines);
    assert!(said.contains("2 apparaten: kassa, laptop"), "{said}");
    assert!(said.contains("2 leveranciers: Ziggo, Kees"), "each firm once: {said}");
    assert!(said.contains("Krijgt geen updates meer: kassa."), "{said}");
    assert!(!said.contains("Zoek nog uit"), "{said}");
}

#[test]
fn not_knowing_about_updates_is_not_passed_off_as_fine() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.tell(till, "device-updates", Value::Unknown);
    let said = shop.says(inventory::lines);
    assert!(said.contains("Zoek nog uit of dit updates krijgt: kassa."), "{said}");
    assert!(!said.contains("Alles krijgt nog updates"), "{said}");
}

#[test]
fn whoever_is_needed_for_three_things_is_the_weakest_link() {
    let mut shop = Shop::new();
    let kees = shop.party(ItemKind::Contact, "ict-help", "Kees");
    let kees_again = shop.party(ItemKind::Contact, "involved", "kees");
    let noor = shop.party(ItemKind::Contact, "deputy", "Noor");
    let till = shop.item(ItemKind::Device, "till");
    let mail = shop.item(ItemKind::Software, "mail");
    let wifi = shop.item(ItemKind::Connection, "office-wifi");
    let laptop = shop.item(ItemKind::Device, "laptop");
    shop.tell(till, "device-help", Value::Item(kees));
    shop.tell(mail, "software-manager", Value::Item(kees_again));
    assert!(shop.says(weakest_link::lines).contains("nergens drie of meer"));
    shop.tell(wifi, "connection-supplier", Value::Item(kees));
    shop.tell(laptop, "device-help", Value::Item(noor));
    shop.tell(laptop, "device-weak", Value::Choices(vec!["one-person".into()]));
    let said = shop.says(weakest_link::lines);
    assert!(said.contains("• Kees, genoemd op 3 plekken: kassa, e-mail, wifi"), "{said}");
    assert!(!said.contains("Noor"), "{said}");
    assert!(said.contains("Hier weet maar één iemand hoe het werkt: laptop."), "{said}");
}

#[test]
fn what_somebody_agreed_to_do_makes_nobody_a_weak_link() {
    let mut shop = Shop::new();
    let kees = shop.party(ItemKind::Contact, "ict-help", "Kees");
    for words in ["de router resetten", "de kast opruimen", "de verzekering bellen"] {
        let agreement = shop.party(ItemKind::Agreement, "agreement", words);
        shop.tell(agreement, "agreement-who", Value::Item(kees));
    }
    assert!(parties::ties(&shop.dossier, &shop.world()).is_empty());
    let till = shop.item(ItemKind::Device, "till");
    shop.tell(till, "device-help", Value::Item(kees));
    assert_eq!(parties::ties(&shop.dossier, &shop.world()).len(), 1);
}

#[test]
fn a_red_backup_comes_first_then_crown_jewels_then_the_rest() {
    let mut shop = Shop::new();
    let printer = shop.item(ItemKind::Device, "printer");
    let laptop = shop.item(ItemKind::Device, "laptop");
    let till = shop.item(ItemKind::Device, "till");
    let data = shop.item(ItemKind::Data, "invoices");
    shop.choose(printer, &[("device-updates", "by-hand")]);
    shop.choose(laptop, &[("device-updates", "by-hand"), ("crown-jewel", "yes"), ("integrity", "middle")]);
    shop.choose(
        till,
        &[
            ("device-updates", "ended"),
            ("crown-jewel", "yes"),
            ("availability", "high"),
            ("integrity", "low"),
        ],
    );
    shop.choose(data, &[("backup-made", "nobody")]);
    let said = shop.says(top_five::lines);
    let order = [
        "1. Begin deze week",
        "een goede back-up",
        "2. Overweeg je kassa te vervangen",
        "uitval is heel erg",
    ];
    let order = order.into_iter().chain([
        "3. Zet de updates van je laptop",
        "kost geld",
        "4. Zet de updates van je printer",
    ]);
    let places: Vec<Option<usize>> = order.map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
}

#[test]
fn more_than_five_to_dos_are_counted() {
    let mut shop = Shop::new();
    for role in ["till", "laptop", "printer", "tablet", "camera", "router", "server"] {
        let device = shop.item(ItemKind::Device, role);
        shop.choose(device, &[("device-updates", "by-hand")]);
    }
    let said = shop.says(top_five::lines);
    assert!(said.contains("5. ") && !said.contains("6. ") && said.ends_with("en nog 2"), "{said}");
}

#[test]
fn how_long_one_can_do_without_is_held_against_the_fallback() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let loss = shop.item(ItemKind::Loss, "loss-equipment");
    let said = |shop: &Shop| {
        let lines = what_if::lines(shop.dossier.item(till).unwrap(), &shop.dossier, &shop.world());
        CONTENT.texts.lines(Language::Nl, &lines).plain()
    };
    assert!(said(&shop).contains("Hoe lang je zonder kunt, weet ik nog niet."));
    shop.choose(till, &[("without", "day-1")]);
    assert!(
        said(&shop).contains("Kassa: je kunt er een dag zonder. Hoe lang je reserve het volhoudt, weet ik")
    );
    shop.choose(loss, &[("loss-how-long", "week-1")]);
    assert!(said(&shop).contains("Met je reserve houd je het een week vol."));
    shop.choose(loss, &[("loss-how-long", "hours-4")]);
    assert!(said(&shop).contains("Dat is niet langer dan je zonder kunt."));
}

#[test]
fn the_words_that_results_look_for_are_in_the_catalogue() {
    let catalogue = &CONTENT.catalogue;
    let ticks = ["device-weak", "software-weak", "connection-weak"].map(|question| (question, "one-person"));
    let roles = [
        ("connections", "fixed-internet"),
        ("connections", "office-wifi"),
        ("connections", "mobile-internet"),
        ("connections", "home-working"),
        ("connections", "guest-wifi"),
        ("connections", "other-connection"),
        ("connections", "phone-line"),
        ("connections", "domain-name"),
        ("connection-weak", "no-updates"),
        ("software", "website"),
        ("software", "mail"),
        ("software", "bookkeeping-program"),
        ("software", "internet-banking"),
        ("software", "password-manager"),
        ("software", "cloud-storage"),
        ("software", "social-media"),
        ("data-kinds", "passwords"),
        ("devices", "card-terminal"),
        ("devices", "mobile-phone"),
        ("suppliers", "internet"),
        ("suppliers", "telephony"),
        ("suppliers", "hosting"),
        ("suppliers", "bookkeeping"),
        ("suppliers", "bank"),
        ("losses", "loss-network"),
        ("losses", "loss-equipment"),
        ("losses", "loss-software"),
        ("losses", "loss-communication"),
        ("losses", "loss-data"),
    ];
    for (question, choice) in ticks.into_iter().chain(roles) {
        let known = catalogue.question(question).and_then(|question| question.choice(choice));
        assert!(known.is_some(), "{question} {choice}");
    }
    for question in
        ["confidentiality", "supplier-without", "plan-tested-by", "data-place", "software-version"]
    {
        assert!(catalogue.question(question).is_some(), "{question}");
    }
    for section in [INVENTORY, BACKUPS, "call-list"] {
        assert!(catalogue.section(section).is_some(), "{section}");
    }
}
