//! What is asked and offered goes by what was answered before: the size of the firm, what it does, who a supplier is.

use chrono::{DateTime, Utc};
use noodplan::{
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::PersonId,
        item::{Answer, Item, ItemKind, Value},
    },
    questionnaire::{judgement, walk},
    text::{Language, Msg},
};
use uuid::Uuid;

use crate::stage::content;

fn today() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

#[test]
fn who_works_alone_is_not_offered_somebody_else() {
    let content = content();
    let catalogue = &content.catalogue;
    let offered = |size: Option<&str>, question: &str, choice: &str| {
        let mut dossier = Dossier::default();
        if let Some(size) = size {
            let slot = Slot::own("company-size");
            let answer = Answer {
                value: Value::Choice(size.into()),
                by: PersonId(Uuid::nil()),
                at: today(),
                catalogue: 1,
            };
            dossier.save_answer(slot, answer);
        }
        let question = catalogue.question(question).unwrap();
        judgement::choices(question, None, catalogue, &dossier, today().date_naive())
            .iter()
            .any(|it| it.id.as_str() == choice)
    };
    let others = [
        ("discuss-with", "colleagues"),
        ("discuss-with", "staff"),
        ("weakest-link", "staff"),
        ("payment-check", "second-person"),
        ("threats", "leaver"),
    ];
    for (question, choice) in others {
        assert!(!offered(Some("alone"), question, choice), "{question}: {choice}");
        assert!(offered(Some("up-to-9"), question, choice), "{question}: {choice}");
    }
    assert!(offered(Some("alone"), "discuss-with", "customers"));
}

#[test]
fn what_was_chosen_while_there_were_others_stays_on_the_list() {
    let content = content();
    let catalogue = &content.catalogue;
    let mut dossier = Dossier::default();
    for (question, value) in [
        ("company-size", Value::Choice("alone".into())),
        ("discuss-with", Value::Choices(vec!["staff".into()])),
    ] {
        let slot = Slot::own(question);
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
    }
    let list = judgement::choices(
        catalogue.question("discuss-with").unwrap(),
        None,
        catalogue,
        &dossier,
        today().date_naive(),
    );
    let ids: Vec<&str> = list.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(ids, ["staff", "suppliers", "customers"]);
}

#[test]
fn a_bank_is_not_asked_who_makes_backups() {
    let content = content();
    let asked = |role: &str| {
        let mut dossier = Dossier::default();
        let item = dossier.new_item(ItemKind::Supplier, role.into(), Default::default());
        dossier.save_item(item.clone());
        let without = Slot::of(item.id, "supplier-without");
        let value = Value::Choice("hours-4".into());
        dossier.save_answer(without, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
        let backups = Slot::of(item.id, "supplier-backups");
        walk::is_asked(&backups, &content.catalogue, &dossier, today().date_naive())
    };
    assert!(asked("hosting") && !asked("bank") && !asked("insurer"));
}

#[test]
fn without_wifi_nobody_asks_whether_guests_are_on_it() {
    let content = content();
    let asked = |connections: &[&str]| {
        let mut dossier = Dossier::default();
        let slot = Slot::own("connections");
        let value = Value::Choices(connections.iter().map(|choice| (*choice).into()).collect());
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
        let guests = Slot::own("guests-apart");
        walk::is_asked(&guests, &content.catalogue, &dossier, today().date_naive())
    };
    assert!(!asked(&[]) && !asked(&["fixed-internet", "partner-link"]));
    assert!(asked(&["office-wifi"]) && asked(&["fixed-internet", "guest-wifi"]));
}

#[test]
fn what_is_only_online_is_not_asked_for_its_version() {
    let content = content();
    let asked = |role: &str| {
        let mut dossier = Dossier::default();
        let item = dossier.new_item(ItemKind::Software, role.into(), Default::default());
        dossier.save_item(item.clone());
        let version = Slot::of(item.id, "software-version");
        walk::is_asked(&version, &content.catalogue, &dossier, today().date_naive())
    };
    assert!(asked("mail") && asked("website"));
    assert!(!asked("cloud-storage") && !asked("internet-banking") && !asked("social-media"));
}

#[test]
fn what_is_so_already_is_not_offered_as_help() {
    let content = content();
    let catalogue = &content.catalogue;
    let offered = |login: &str| {
        let mut dossier = Dossier::default();
        let mail = dossier.new_item(ItemKind::Software, "mail".into(), Default::default());
        dossier.save_item(mail.clone());
        let slot = Slot::of(mail.id, "software-login");
        let value = Value::Choice(login.into());
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
        let risk = dossier.new_item(ItemKind::Risk, "account-taken".into(), Default::default());
        dossier.save_item(Item { about: Some(mail.id), ..risk.clone() });
        let question = catalogue.question("risk-measure").unwrap();
        let choices = judgement::choices(question, Some(risk.id), catalogue, &dossier, today().date_naive());
        choices.into_iter().map(|choice| choice.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered("password-only"), ["extra-code", "passwords", "train"]);
    assert_eq!(offered("extra-code"), ["passwords", "train"]);
}

#[test]
fn what_has_no_contract_has_no_end_of_it() {
    let content = content();
    let asked = |contract: Value| {
        let mut dossier = Dossier::default();
        let item = dossier.new_item(ItemKind::Supplier, "hosting".into(), Default::default());
        dossier.save_item(item.clone());
        let about = |question: &str| Slot::of(item.id, question);
        let told = Answer { value: contract, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 };
        dossier.save_answer(about("supplier-contract"), told);
        walk::is_asked(&about("supplier-end"), &content.catalogue, &dossier, today().date_naive())
    };
    assert!(!asked(Value::Choice("none".into())));
    for contract in [Value::Choice("online-only".into()), Value::Text("in the safe".into()), Value::Skipped] {
        assert!(asked(contract.clone()), "{contract:?}");
    }
}

#[test]
fn who_manages_a_program_themselves_is_asked_from_whom_it_is() {
    let content = content();
    let catalogue = &content.catalogue;
    let mut dossier = Dossier::default();
    let mail = dossier.new_item(ItemKind::Software, "mail".into(), Default::default());
    dossier.save_item(mail.clone());
    let asked = |dossier: &Dossier| {
        let slot = Slot::of(mail.id, "software-supplier");
        walk::is_asked(&slot, catalogue, dossier, today().date_naive())
    };
    for (person, expected) in [(None, false), (Some(PersonId(Uuid::nil())), true)] {
        let manager = dossier.new_item(ItemKind::Contact, "involved".into(), Default::default());
        dossier.save_item(Item { person, ..manager.clone() });
        let slot = Slot::of(mail.id, "software-manager");
        let value = Value::Item(manager.id);
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
        assert_eq!(asked(&dossier), expected, "{person:?}");
    }
}

#[test]
fn whoever_helps_with_computers_comes_first_among_the_suppliers() {
    let content = content();
    let catalogue = &content.catalogue;
    let mut dossier = Dossier::default();
    let bank = dossier.new_item(ItemKind::Supplier, "bank".into(), Default::default());
    dossier.save_item(bank.clone());
    let helper = dossier.new_item(ItemKind::Contact, "ict-help".into(), Default::default());
    dossier.save_item(helper.clone());
    let asked = |section: &str, dossier: &Dossier| {
        let section = catalogue.section(section).unwrap();
        let slots = walk::slots(section, catalogue, dossier, today().date_naive());
        slots.into_iter().filter_map(|slot| slot.item).collect::<Vec<_>>()
    };
    let suppliers = asked("suppliers", &dossier);
    assert_eq!((suppliers.first(), suppliers.last()), (Some(&helper.id), Some(&bank.id)));
    let called = asked("call-list", &dossier);
    assert!(called.iter().all(|item| *item == bank.id), "the helper is on the call list already");
    dossier.save_item(Item { person: Some(PersonId(Uuid::nil())), ..helper.clone() });
    assert!(!asked("suppliers", &dossier).contains(&helper.id), "who helps themselves is no supplier");
}

#[test]
fn whoever_helps_with_computers_is_asked_for_the_customer_number_too() {
    let content = content();
    let catalogue = &content.catalogue;
    let mut dossier = Dossier::default();
    let bank = dossier.new_item(ItemKind::Supplier, "bank".into(), Default::default());
    dossier.save_item(bank.clone());
    let helper = dossier.new_item(ItemKind::Contact, "ict-help".into(), Default::default());
    dossier.save_item(helper.clone());
    let told = Answer { value: Value::Item(helper.id), by: PersonId(Uuid::nil()), at: today(), catalogue: 1 };
    dossier.save_answer(Slot::own("ict-help"), told);
    let asked = |item: &Item, dossier: &Dossier| {
        let slot = Slot::of(item.id, "supplier-customer-number");
        let called = catalogue.section("call-list").unwrap();
        walk::slots(called, catalogue, dossier, today().date_naive()).contains(&slot)
    };
    assert!(asked(&helper, &dossier));
    assert!(!asked(&bank, &dossier), "of the bank not even the name is known");
    let sister = Contact { relation: Some("zus".into()), ..Contact::default() };
    dossier.save_item(Item { contact: sister, ..helper.clone() });
    assert!(!asked(&helper, &dossier), "nobody is a customer of their sister");
    dossier.save_item(Item { person: Some(PersonId(Uuid::nil())), ..helper.clone() });
    assert!(!asked(&helper, &dossier), "nobody is a customer of themselves");
}

#[test]
fn the_cyber_law_is_asked_about_by_size_and_by_trade_with_its_date_and_a_link() {
    let content = content();
    let asked = |size: &str, trade: &str| {
        let mut dossier = Dossier::default();
        for (question, choice) in [("company-size", size), ("trade", trade)] {
            let slot = Slot::own(question);
            let value = Value::Choice(choice.into());
            dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: today(), catalogue: 1 });
        }
        walk::is_asked(&Slot::own("cyber-law"), &content.catalogue, &dossier, today().date_naive())
    };
    assert!(asked("from-50", "shop") && asked("alone", "it"));
    assert!(asked("up-to-9", "care") && asked("up-to-9", "transport"));
    assert!(!asked("up-to-49", "shop"));
    let said = content.texts.plain(Language::Nl, &Msg::new("q-cyber-law.why"));
    assert!(said.contains("15 augustus 2026") && said.contains("https://"), "{said}");
}
