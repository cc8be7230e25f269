//! Small firms, and what they are asked next.

use chrono::TimeDelta;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::CONTENT,
    domain::{
        contact::Contact,
        ids::{CompanyId, PersonId},
        item::{Answer, Item, ItemKind},
        member::Role,
    },
};

/// A firm that is written down line by line, each line a minute after the one before.
struct Firm {
    dossier: Dossier,
    minute: i64,
}

impl Firm {
    fn new() -> Self {
        Self { dossier: Dossier::default(), minute: 0 }
    }

    /// A firm that told everything in front, with these as crown jewels.
    fn with_jewels(jewels: &[(ItemKind, &str)]) -> (Self, Vec<ItemId>) {
        let mut firm = Self::new();
        firm.finish(&["start", "call-list", "roles"]);
        let ids: Vec<ItemId> = jewels.iter().map(|(kind, role)| firm.thing(*kind, role, None)).collect();
        firm.say(None, "crown-jewels", Value::Items(ids.clone()));
        (firm, ids)
    }

    fn look<T>(&self, look: impl FnOnce(&Dossier, &World<'_>) -> T) -> T {
        let now: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        let world = World {
            person: PersonId(Uuid::from_u128(1)),
            company: Some(CompanyId(Uuid::from_u128(2))),
            role: Some(Role::Owner),
            new_company: CompanyId(Uuid::from_u128(3)),
            ..World::of_nobody(now, &self.dossier, &CONTENT)
        };
        look(&self.dossier, &world)
    }

    fn tell(&mut self, slot: &Slot, value: Value) {
        self.minute += 1;
        let at = DateTime::UNIX_EPOCH + TimeDelta::minutes(self.minute);
        let answer = Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 };
        self.dossier.save_answer(slot.clone(), answer);
    }

    fn say(&mut self, item: Option<ItemId>, question: &str, value: Value) {
        let slot = Slot { item, question: question.into() };
        assert!(CONTENT.catalogue.at(&slot).is_some(), "there is no question {question}");
        self.tell(&slot, value);
    }

    fn choose(&mut self, item: ItemId, question: &str, choice: &str) {
        assert!(CONTENT.catalogue.question(question).unwrap().choice(choice).is_some(), "{choice}");
        self.say(Some(item), question, Value::Choice(choice.into()));
    }

    fn thing(&mut self, kind: ItemKind, role: &str, about: Option<ItemId>) -> ItemId {
        let item = self.dossier.new_item(kind, role.into(), Contact::default());
        self.dossier.save_item(Item { about, ..item.clone() });
        item.id
    }

    /// The open slots of a section.
    fn open(&self, section: &str) -> Vec<Slot> {
        let catalogue = &CONTENT.catalogue;
        let section = catalogue.section(section).unwrap();
        let slots = self.look(|dossier, world| walk::slots(section, catalogue, dossier, world.today));
        slots.into_iter().filter(|slot| self.dossier.answer(slot).is_none()).collect()
    }

    /// Passes over so many of the open questions of a section.
    fn pass(&mut self, section: &str, most: usize) {
        for _ in 0..most {
            let Some(slot) = self.open(section).into_iter().next() else { return };
            self.tell(&slot, Value::Skipped);
        }
    }

    fn finish(&mut self, sections: &[&str]) {
        sections.iter().for_each(|section| self.pass(section, usize::MAX));
    }

    fn next(&self) -> (String, Reason) {
        let named = |sitting: Sitting<'_>| (sitting.section.id.to_string(), sitting.reason);
        self.look(|dossier, world| next(dossier, world).map(named))
            .unwrap_or((String::new(), Reason::Section))
    }

    fn next_section(&self) -> String {
        self.next().0
    }
}

#[test]
fn the_call_list_comes_first_and_then_who_does_what() {
    let mut firm = Firm::new();
    let mut order = Vec::new();
    while !firm.next_section().is_empty() {
        let (section, reason) = firm.next();
        assert_eq!(reason, Reason::Section, "nothing was told");
        firm.finish(&[section.as_str()]);
        order.push(section);
    }
    // Nobody told of a thing: nothing can be asked about suppliers, impact, risks and backups.
    assert_eq!(order, ["start", "call-list", "roles", "inventory", "recovery", "agreements"]);
}

#[test]
fn of_what_matters_equally_the_begun_comes_before_the_new() {
    let mut firm = Firm::new();
    firm.finish(&["start", "call-list"]);
    assert_eq!(firm.next_section(), "roles", "three minutes, the inventory takes seven");
    firm.pass("inventory", 1);
    assert_eq!(firm.next_section(), "inventory");
    firm.pass("roles", 1);
    assert_eq!(firm.next_section(), "roles", "both begun: the shorter");
}

#[test]
fn a_crown_jewel_without_an_answer_about_its_backup_lifts_the_backups() {
    let (mut firm, jewels) =
        Firm::with_jewels(&[(ItemKind::Device, "till"), (ItemKind::Data, "customer-data")]);
    assert_eq!(firm.next(), ("backups".into(), Reason::NoBackup(jewels[1])));
    firm.choose(jewels[1], BACKUP, "nobody");
    assert_eq!(firm.next_section(), "inventory", "that there is none is an answer");
}

#[test]
fn data_that_can_be_missed_lifts_nothing() {
    let (mut firm, _) = Firm::with_jewels(&[(ItemKind::Device, "till")]);
    firm.thing(ItemKind::Data, "customer-data", None);
    assert_eq!(firm.next(), ("inventory".into(), Reason::Section));
}

#[test]
fn a_big_risk_without_a_decision_lifts_the_risks() {
    let (mut firm, jewels) = Firm::with_jewels(&[(ItemKind::Device, "till")]);
    firm.say(Some(jewels[0]), "threats", Value::Choices(vec!["power".into()]));
    let risk = firm.thing(ItemKind::Risk, "power", Some(jewels[0]));
    firm.choose(risk, judgement::IMPACT, "high");
    firm.choose(risk, judgement::CHANCE, "seldom");
    assert_eq!(firm.next().1, Reason::Section, "three of nine is not big");
    firm.choose(risk, judgement::CHANCE, "anytime");
    assert_eq!(firm.next(), ("risks".into(), Reason::BigRisk(risk, Grade::VeryHigh)));
    firm.choose(risk, judgement::CHOICE, "accept");
    assert_eq!(firm.next().1, Reason::Section);
}

#[test]
fn the_supplier_of_a_crown_jewel_lifts_the_suppliers() {
    let (mut firm, jewels) = Firm::with_jewels(&[(ItemKind::Connection, "fixed-internet")]);
    let kpn = firm.thing(ItemKind::Supplier, "internet", None);
    firm.finish(&["call-list"]);
    assert_eq!(firm.next_section(), "inventory", "nobody said what hangs on it");
    firm.say(Some(jewels[0]), "connection-supplier", Value::Item(kpn));
    assert_eq!(firm.next(), ("suppliers".into(), Reason::HangsOn(jewels[0], kpn)));
    firm.finish(&["suppliers"]);
    assert_eq!(firm.next_section(), "inventory");
}

#[test]
fn go_on_leads_to_what_was_told_last() {
    let mut firm = Firm::new();
    firm.finish(&["start", "call-list"]);
    firm.pass("agreements", 1);
    firm.pass("recovery", 1);
    firm.look(|dossier, world| {
        let sittings = sittings(dossier, world);
        assert_eq!(left(&sittings).unwrap().section.id.as_str(), "recovery");
        assert_eq!(sittings[0].section.id.as_str(), "roles");
    });
    firm.finish(&["recovery", "agreements"]);
    firm.look(|dossier, world| assert!(left(&sittings(dossier, world)).is_none()));
}

#[test]
fn what_is_left_takes_as_much_of_the_time_as_is_open() {
    let mut firm = Firm::new();
    let minutes = |firm: &Firm| {
        firm.look(|dossier, world| {
            let sittings = sittings(dossier, world);
            let found = sittings.iter().find(|sitting| sitting.section.id.as_str() == "backups");
            found.map(Sitting::minutes)
        })
    };
    for role in ["customer-data", "orders", "designs", "invoices"] {
        firm.thing(ItemKind::Data, role, None);
    }
    assert_eq!((firm.open("backups").len(), minutes(&firm)), (4, Some(4)));
    firm.pass("backups", 1);
    assert_eq!(minutes(&firm), Some(3));
    firm.pass("backups", 2);
    assert_eq!(minutes(&firm), Some(1));
    firm.finish(&["backups"]);
    assert_eq!(minutes(&firm), None);
}

proptest! {
    /// However much was told: something comes next as long as anything is open, nothing that matters more is passed over
    /// for it, and it goes on where something is open.
    #[test]
    fn nothing_comes_before_what_matters_more(
        told in prop::collection::vec((0usize..10, 0usize..12), 0..12),
        devices in prop::sample::subsequence(vec!["till", "laptop", "router", "server"], 0..4),
        data in prop::sample::subsequence(vec!["customer-data", "orders", "designs"], 0..3),
    ) {
        let devices = devices.iter().map(|role| (ItemKind::Device, *role));
        let data = data.iter().map(|role| (ItemKind::Data, *role));
        let (mut firm, _) = Firm::with_jewels(&devices.chain(data).take(5).collect::<Vec<_>>());
        let sections = &CONTENT.catalogue.sections;
        let ids: Vec<String> = sections.iter().map(|section| section.id.to_string()).collect();
        for (section, most) in told {
            firm.pass(&ids[section % ids.len()], most);
        }
        let mut open: Vec<String> = ids.into_iter().filter(|id| !firm.open(id).is_empty()).collect();
        firm.look(|dossier, world| {
            let sittings = sittings(dossier, world);
            let mut named: Vec<String> =
                sittings.iter().map(|sitting| sitting.section.id.to_string()).collect();
            named.sort();
            open.sort();
            assert_eq!(named, open);
            for pair in sittings.windows(2) {
                let key = |sitting: &Sitting<'_>| (Reverse(sitting.weight), !sitting.is_begun());
                assert!(key(&pair[0]) <= key(&pair[1]), "{} {}", pair[0].section.id, pair[1].section.id);
            }
            for sitting in &sittings {
                assert!(dossier.answer(&sitting.slot).is_none());
                assert!(sitting.weight >= sitting.section.weight && sitting.minutes() > 0);
            }
        });
    }
}
