//! What a sitting ends in: who does what, what to expect of suppliers, how bad it is, the plan, the agreements.

use super::*;
use crate::{
    dialogue::agreements,
    domain::{
        agreement,
        item::{Item, Task},
    },
};

impl Shop {
    fn ends_in(&self, section: &str) -> String {
        let lines = of_section(&section.into(), &self.dossier, &self.world());
        CONTENT.texts.lines(Language::Nl, &lines).plain()
    }
}

#[test]
fn every_sitting_ends_in_something() {
    let shop = Shop::new();
    // The call list is shown by the sitting itself.
    let sections = CONTENT.catalogue.sections.iter().filter(|section| section.counted);
    for section in sections.filter(|section| section.id.as_str() != "call-list") {
        assert!(!shop.ends_in(section.id.as_str()).is_empty(), "{}", section.id);
    }
}

#[test]
fn who_does_what_names_what_nobody_does() {
    let mut shop = Shop::new();
    let fatima = shop.party(ItemKind::Contact, "told", "Fatima");
    shop.say("company-size", Value::Choice("up-to-9".into()));
    assert!(shop.ends_in("roles").contains("Daar weet ik nog te weinig van."));
    shop.say("switch-off", Value::Item(fatima));
    shop.say("reporter", Value::Choice("nobody".into()));
    shop.say("payment-check", Value::Choice("look-only".into()));
    shop.say("paper-list", Value::Text("op de kastdeur".into()));
    let said = shop.ends_in("roles");
    assert!(said.contains("• Wie mag uitzetten: Fatima\n"), "{said}");
    assert!(said.contains("• Bellijst op papier: op de kastdeur"), "{said}");
    let left = said.split("Nog niet geregeld: ").nth(1).unwrap();
    for gap in ["Wie beslist", "Wie meldingen doet", "Wie over geld beslist", "Controle bij betalen"] {
        assert!(left.contains(gap), "{gap} in {said}");
    }
}

#[test]
fn of_a_supplier_one_hears_what_it_does_and_does_not_and_whether_its_contract_is_known() {
    let mut shop = Shop::new();
    let bank = shop.party(ItemKind::Supplier, "bank", "Rabobank");
    let kpn = shop.party(ItemKind::Supplier, "internet", "KPN");
    shop.choose(bank, &[("supplier-without", "longer")]);
    shop.choose(kpn, &[("supplier-without", "hours-4"), ("supplier-reaction", "day-1")]);
    assert!(shop.ends_in("suppliers").contains("Hoe snel hulp: Binnen een dag"));
    shop.tell(kpn, "supplier-expect", Value::Choices(vec!["call-back".into()]));
    shop.tell(kpn, "supplier-expect-not", Value::Choices(vec!["weekend".into(), "visit".into()]));
    shop.tell(kpn, "supplier-contract-number", Value::Text("K-88".into()));
    let said = shop.ends_in("suppliers");
    let whole = "KPN\nDoet wel: Terugbellen\nDoet niet: Helpen in het weekend, Langskomen\n\
                 Hoe snel hulp: Binnen een dag\nHoe snel opgelost: nog niet bekend\nContractnummer: K-88\n\
                 Rabobank\nDoet wel: nog niet bekend\nContractnummer: nog niet bekend";
    assert!(said.ends_with(whole), "who is needed first comes first:\n{said}");
    shop.tell(bank, "supplier-contract-number", Value::Skipped);
    let said = shop.ends_in("suppliers");
    assert!(said.ends_with("Rabobank\nDoet wel: nog niet bekend"), "there is none to know:\n{said}");
}

#[test]
fn the_worst_three_crown_jewels_show_their_figures() {
    let mut shop = Shop::new();
    let jewels = [
        (ItemKind::Device, "till"),
        (ItemKind::Software, "mail"),
        (ItemKind::Connection, "fixed-internet"),
        (ItemKind::Data, "designs"),
    ];
    let [till, mail, line, designs] = jewels.map(|(kind, role)| shop.item(kind, role));
    shop.say("crown-jewels", Value::Items(vec![till, mail, line, designs]));
    assert!(shop.ends_in("impact").contains("Vertel er meer over bij: Hoe erg is het."));
    let all = |one: &'static str, two: &'static str, three: &'static str| {
        [("availability", one), ("integrity", two), ("confidentiality", three)]
    };
    shop.choose(till, &all("low", "low", "low"));
    shop.choose(mail, &all("middle", "middle", "high"));
    shop.choose(designs, &all("middle", "high", "high"));
    shop.choose(line, &[("availability", "high"), ("without", "day-1")]);
    let said = shop.ends_in("impact");
    let order = [
        "1. Tekeningen of recepten: 2-3-3. Hoe lang je zonder kunt, weet ik nog niet.",
        "2. E-mail: 2-2-3.",
        "3. Internetlijn: 3-x-?. Je kunt een dag zonder.",
        "en nog 1",
        "Een vraagteken",
        "Een x",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
}

#[test]
fn the_plan_is_whole_and_is_not_ready_before_it_was_tested() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let mail = shop.item(ItemKind::Software, "mail");
    let joost = shop.party(ItemKind::Contact, "deputy", "Joost");
    shop.say("crown-jewels", Value::Items(vec![till, mail]));
    shop.choose(till, &[("without", "day-1")]);
    shop.choose(mail, &[("without", "hours-4")]);
    let loss = shop.item(ItemKind::Loss, "loss-network");
    shop.say("losses", Value::Choices(vec!["loss-network".into()]));
    shop.tell(loss, "loss-go-on", Value::Choices(vec!["paper".into(), "mobile-internet".into()]));
    shop.tell(loss, "loss-reserve", Value::Text("bonboekje in de la".into()));
    shop.tell(loss, "loss-who", Value::Item(joost));
    shop.choose(loss, &[("loss-how-long", "day-1")]);
    shop.say("restore-order", Value::Choice("by-time".into()));
    shop.say("plan-tested", Value::Choice("never".into()));
    let said = shop.ends_in("recovery");
    let order = [
        "Zonder internet",
        "Zo werk je door: Op papier, Mobiel internet (4G of 5G)",
        "Waar de reserve ligt: bonboekje in de la",
        "Wie het regelt: Joost",
        "Zo lang houd je het vol: Een dag",
        "Nog geen plan voor: apparatuur, software, mail en telefoon, gegevens.",
        "Volgorde van herstel: e-mail, kassa",
        "Nodig voor herstel: nog niet bekend",
        "Je plan is pas klaar als het één keer is getest.",
        "Op 31 januari 1970 herinner ik je aan de test.",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
    let until = Some("1970-01-09".parse().unwrap());
    let task = Task { until, ..Task::default() };
    shop.note(Slot::own("plan-tested.test-plan"), Value::Task(task));
    assert!(shop.ends_in("recovery").contains("De test staat gepland op 9 januari 1970."));
    shop.say("plan-tested", Value::Choice("worked".into()));
    shop.say("plan-tested-on", Value::Date("1969-12-01".parse().unwrap()));
    shop.say("plan-tested-by", Value::Item(joost));
    let said = shop.ends_in("recovery");
    let tested = "Getest: Ja, het werkte. Wanneer: 1 december 1969. Door: Joost.";
    assert!(said.ends_with(tested) && !said.contains("pas klaar"), "{said}");
}

#[test]
fn the_agreements_are_read_back_at_the_end() {
    let mut shop = Shop::new();
    assert!(shop.ends_in("agreements").contains("Er staan nog geen afspraken."));
    let contact = Contact { name: Some("Anna maakt de back-up los".into()), ..Contact::default() };
    let item: Item = shop.dossier.new_item(ItemKind::Agreement, "agreement".into(), contact);
    shop.dossier.save_item(item.clone());
    shop.tell(item.id, agreement::WHEN, Value::Date("1970-02-01".parse().unwrap()));
    let said = shop.says(agreements::lines);
    assert!(said.starts_with("Afspraken\n• Anna maakt de back-up los: "), "{said}");
}
