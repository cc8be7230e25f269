//! What is asked and offered goes by what was answered before: the size of the firm, what it does, who a supplier is.

use noodplan::{
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Item, ItemKind, Value},
    },
    questionnaire::{judgement, walk},
    text::{Language, Msg},
};
use uuid::Uuid;

use crate::{
    firm::{has, now, tells},
    stage::content,
};

/// Whoever is asked.
const ME: PersonId = PersonId(Uuid::nil());

fn choice(id: &str) -> Value {
    Value::Choice(id.into())
}

fn choices(ids: &[&str]) -> Value {
    Value::Choices(ids.iter().map(|id| (*id).into()).collect())
}

fn is_asked(slot: &Slot, dossier: &Dossier) -> bool {
    walk::is_asked(slot, &content().catalogue, dossier, now().date_naive())
}

/// What can be chosen at a question, about the firm itself or about an item.
fn offered(question: &str, item: Option<ItemId>, dossier: &Dossier) -> Vec<String> {
    let content = content();
    let question = content.catalogue.question(question).unwrap();
    let choices = judgement::choices(question, item, &content.catalogue, dossier, now().date_naive());
    choices.into_iter().map(|choice| choice.id.to_string()).collect()
}

/// Every place of a section, in the order in which they are asked.
fn slots(section: &str, dossier: &Dossier) -> Vec<Slot> {
    let content = content();
    let section = content.catalogue.section(section).unwrap();
    walk::slots(section, &content.catalogue, dossier, now().date_naive())
}

/// Makes an item somebody else than it was.
fn becomes(item: ItemId, dossier: &mut Dossier, other: impl FnOnce(Item) -> Item) {
    let was = dossier.item(item).unwrap().clone();
    dossier.save_item(other(was));
}

#[test]
fn who_works_alone_is_not_offered_somebody_else() {
    let offers = |size: &str, question: &str, wanted: &str| {
        let mut dossier = Dossier::default();
        tells(&mut dossier, Slot::own("company-size"), choice(size));
        offered(question, None, &dossier).iter().any(|id| id == wanted)
    };
    let others = [
        ("discuss-with", "colleagues"),
        ("discuss-with", "staff"),
        ("weakest-link", "staff"),
        ("payment-check", "second-person"),
        ("threats", "leaver"),
    ];
    for (question, wanted) in others {
        assert!(!offers("alone", question, wanted), "{question}: {wanted}");
        assert!(offers("up-to-9", question, wanted), "{question}: {wanted}");
    }
    assert!(offers("alone", "discuss-with", "customers"));
}

#[test]
fn what_was_chosen_while_there_were_others_stays_on_the_list() {
    let mut dossier = Dossier::default();
    tells(&mut dossier, Slot::own("company-size"), choice("alone"));
    tells(&mut dossier, Slot::own("discuss-with"), choices(&["staff"]));
    assert_eq!(offered("discuss-with", None, &dossier), ["staff", "suppliers", "customers"]);
}

#[test]
fn a_bank_is_not_asked_who_makes_backups() {
    let asked = |role: &str| {
        let mut dossier = Dossier::default();
        let supplier = has(&mut dossier, ItemKind::Supplier, role);
        tells(&mut dossier, Slot::of(supplier, "supplier-without"), choice("hours-4"));
        is_asked(&Slot::of(supplier, "supplier-backups"), &dossier)
    };
    assert!(asked("hosting") && !asked("bank") && !asked("insurer"));
}

#[test]
fn without_wifi_nobody_asks_whether_guests_are_on_it() {
    let asked = |connections: &[&str]| {
        let mut dossier = Dossier::default();
        tells(&mut dossier, Slot::own("connections"), choices(connections));
        is_asked(&Slot::own("guests-apart"), &dossier)
    };
    assert!(!asked(&[]) && !asked(&["fixed-internet", "partner-link"]));
    assert!(asked(&["office-wifi"]) && asked(&["fixed-internet", "guest-wifi"]));
}

#[test]
fn what_is_only_online_is_not_asked_for_its_version() {
    let asked = |role: &str| {
        let mut dossier = Dossier::default();
        let program = has(&mut dossier, ItemKind::Software, role);
        is_asked(&Slot::of(program, "software-version"), &dossier)
    };
    assert!(asked("mail") && asked("website"));
    assert!(!asked("cloud-storage") && !asked("internet-banking") && !asked("social-media"));
}

#[test]
fn what_is_so_already_is_not_offered_as_help() {
    let helps = |login: &str| {
        let mut dossier = Dossier::default();
        let mail = has(&mut dossier, ItemKind::Software, "mail");
        tells(&mut dossier, Slot::of(mail, "software-login"), choice(login));
        let risk = has(&mut dossier, ItemKind::Risk, "account-taken");
        becomes(risk, &mut dossier, |risk| Item { about: Some(mail), ..risk });
        offered("risk-measure", Some(risk), &dossier)
    };
    assert_eq!(helps("password-only"), ["extra-code", "passwords", "train"]);
    assert_eq!(helps("extra-code"), ["passwords", "train"]);
}

#[test]
fn what_has_no_contract_has_no_end_of_it() {
    let asked = |contract: Value| {
        let mut dossier = Dossier::default();
        let supplier = has(&mut dossier, ItemKind::Supplier, "hosting");
        tells(&mut dossier, Slot::of(supplier, "supplier-contract"), contract);
        is_asked(&Slot::of(supplier, "supplier-end"), &dossier)
    };
    assert!(!asked(choice("none")));
    for contract in [choice("online-only"), Value::Text("in the safe".into()), Value::Skipped] {
        assert!(asked(contract.clone()), "{contract:?}");
    }
}

#[test]
fn who_manages_a_program_themselves_is_asked_from_whom_it_is() {
    let mut dossier = Dossier::default();
    let mail = has(&mut dossier, ItemKind::Software, "mail");
    for (person, expected) in [(None, false), (Some(ME), true)] {
        let manager = has(&mut dossier, ItemKind::Contact, "involved");
        becomes(manager, &mut dossier, |manager| Item { person, ..manager });
        tells(&mut dossier, Slot::of(mail, "software-manager"), Value::Item(manager));
        assert_eq!(is_asked(&Slot::of(mail, "software-supplier"), &dossier), expected, "{person:?}");
    }
}

#[test]
fn whoever_helps_with_computers_comes_first_among_the_suppliers() {
    let mut dossier = Dossier::default();
    let bank = has(&mut dossier, ItemKind::Supplier, "bank");
    let helper = has(&mut dossier, ItemKind::Contact, "ict-help");
    let asked_about = |section: &str, dossier: &Dossier| {
        slots(section, dossier).into_iter().filter_map(|slot| slot.item).collect::<Vec<_>>()
    };
    let suppliers = asked_about("suppliers", &dossier);
    assert_eq!((suppliers.first(), suppliers.last()), (Some(&helper), Some(&bank)));
    let called = asked_about("call-list", &dossier);
    assert!(called.iter().all(|item| *item == bank), "the helper is on the call list already");
    becomes(helper, &mut dossier, |helper| Item { person: Some(ME), ..helper });
    assert!(!asked_about("suppliers", &dossier).contains(&helper), "who helps themselves is no supplier");
}

#[test]
fn whoever_helps_with_computers_is_asked_for_the_customer_number_too() {
    let mut dossier = Dossier::default();
    let bank = has(&mut dossier, ItemKind::Supplier, "bank");
    let helper = has(&mut dossier, ItemKind::Contact, "ict-help");
    tells(&mut dossier, Slot::own("ict-help"), Value::Item(helper));
    let asked = |item: ItemId, dossier: &Dossier| {
        slots("call-list", dossier).contains(&Slot::of(item, "supplier-customer-number"))
    };
    assert!(asked(helper, &dossier));
    assert!(!asked(bank, &dossier), "of the bank not even the name is known");
    let sister = Contact { relation: Some("zus".into()), ..Contact::default() };
    becomes(helper, &mut dossier, |helper| Item { contact: sister, ..helper });
    assert!(!asked(helper, &dossier), "nobody is a customer of their sister");
    becomes(helper, &mut dossier, |helper| Item { person: Some(ME), contact: Contact::default(), ..helper });
    assert!(!asked(helper, &dossier), "nobody is a customer of themselves");
}

#[test]
fn the_cyber_law_is_asked_about_by_size_and_by_trade_with_its_date_and_a_link() {
    let asked = |size: &str, trade: &str| {
        let mut dossier = Dossier::default();
        tells(&mut dossier, Slot::own("company-size"), choice(size));
        tells(&mut dossier, Slot::own("trade"), choice(trade));
        is_asked(&Slot::own("cyber-law"), &dossier)
    };
    assert!(asked("from-50", "shop") && asked("alone", "it"));
    assert!(asked("up-to-9", "care") && asked("up-to-9", "transport"));
    assert!(!asked("up-to-49", "shop"));
    let said = content().texts.plain(Language::Nl, &Msg::new("q-cyber-law.why"));
    assert!(said.contains("15 augustus 2026") && said.contains("https://"), "{said}");
}
