//! What follows from judged risks: the list, the matrix, what was accepted, what to spend on.

use super::*;
use crate::{
    domain::item::Item,
    questionnaire::{
        endings::{What, endings},
        judgement,
    },
};

impl Shop {
    /// A risk about a thing, made the way a tick makes it.
    fn risk(&mut self, thing: ItemId, threat: &str) -> ItemId {
        let item = self.dossier.new_item(ItemKind::Risk, threat.into(), Contact::default());
        self.dossier.save_item(Item { about: Some(thing), ..item.clone() });
        item.id
    }

    fn judged(&mut self, thing: ItemId, threat: &str, chance: &str, impact: &str) -> ItemId {
        let risk = self.risk(thing, threat);
        self.choose(risk, &[("risk-chance", chance), ("risk-impact", impact)]);
        risk
    }

    /// How many risks there are.
    fn risks(&self) -> usize {
        judgement::risks(&CONTENT.catalogue, &self.dossier, self.world().today).len()
    }

    fn score(&self, risk: ItemId) -> Option<u8> {
        let item = self.dossier.item(risk).unwrap();
        judgement::risk(item, &CONTENT.catalogue, &self.dossier).unwrap().score()
    }
}

#[test]
fn the_impact_follows_from_what_is_hit_until_the_owner_says_otherwise() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    shop.choose(till, &[("availability", "middle"), ("integrity", "high"), ("confidentiality", "low")]);
    let broken = shop.risk(till, "broken");
    let power = shop.risk(till, "power");
    for risk in [broken, power] {
        shop.choose(risk, &[("risk-chance", "anytime")]);
    }
    // Breaking hits availability only; a power cut hits what is being written as well.
    assert_eq!((shop.score(broken), shop.score(power)), (Some(6), Some(9)));
    shop.choose(till, &[("availability", "high")]);
    assert_eq!(shop.score(broken), Some(9), "a suggestion moves along with what it comes from");
    shop.choose(broken, &[("risk-impact", "low")]);
    shop.choose(till, &[("availability", "middle")]);
    assert_eq!(shop.score(broken), Some(3), "the owner's own judgement stays");
}

#[test]
fn the_biggest_three_come_first_with_their_reasons_and_stand_in_the_matrix() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let mail = shop.item(ItemKind::Software, "mail");
    shop.jewels(&[till, mail]);
    shop.judged(till, "broken", "seldom", "low");
    shop.judged(till, "power", "anytime", "high");
    shop.judged(mail, "account-taken", "anytime", "middle");
    let accepted = shop.judged(mail, "supplier-down", "sometimes", "middle");
    shop.choose(accepted, &[("risk-choice", "stop")]);
    let open = shop.risk(till, "ransomware");
    assert_eq!(shop.score(open), None);
    let said = shop.says(risks::lines);
    let order = [
        "Hoofdzaken",
        "1. 🔴 zeer hoog: kassa, de stroom valt uit",
        "Kans: het is al gebeurd, of het kan elk moment gebeuren. Gevolgen: heel erg.",
        "2. 🟠 hoog: e-mail, iemand steelt je account",
        "3. 🟡 gemiddeld: e-mail, storing bij de leverancier",
        "Ermee stoppen.",
        "Bijzaken",
        "4. 🟢 laag: kassa, het gaat kapot",
        "Nog niet beoordeeld: kassa, virus of gijzelsoftware.",
        "3 | .  2  1\n2 | .  3  .\n1 | 4  .  .\n- | -  -  -\n  | 1  2  3",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
}

#[test]
fn every_high_risk_is_a_main_one() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    for threat in ["power", "broken", "ransomware", "no-updates"] {
        shop.judged(till, threat, "anytime", "middle");
    }
    shop.judged(till, "payments-down", "seldom", "low");
    let said = shop.says(risks::lines);
    let places = ["4. 🟠 hoog", "Bijzaken", "5. 🟢 laag"].map(|words| said.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
}

#[test]
fn a_high_risk_that_is_not_asked_about_is_to_be_decided() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    for threat in ["broken", "ransomware", "no-updates"] {
        shop.judged(till, threat, "anytime", "middle");
    }
    assert!(shop.says(top_five::lines).contains("Er staat niets op je lijst."), "the first three are asked");
    let power = shop.judged(till, "power", "anytime", "middle");
    shop.judged(till, "payments-down", "seldom", "low");
    let to_do = "Kies wat je doet met dit risico: kassa, de stroom valt uit.";
    for said in [shop.says(top_five::lines), shop.says(all_todos)] {
        assert_eq!(said.matches("Kies wat je doet").count(), 1, "{said}");
        assert!(said.contains(to_do), "{said}");
    }
    shop.choose(power, &[("risk-choice", "accept")]);
    assert!(shop.says(top_five::lines).contains("Er staat niets op je lijst."));
}

#[test]
fn a_risk_goes_with_its_thing_and_with_its_crown() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    shop.judged(till, "power", "anytime", "high");
    let count = |shop: &Shop| shop.risks();
    assert_eq!(count(&shop), 1);
    let gone = Item { removed: true, ..shop.dossier.item(till).cloned().unwrap() };
    shop.dossier.save_item(gone.clone());
    assert_eq!(count(&shop), 0);
    shop.dossier.save_item(Item { removed: false, ..gone });
    assert_eq!(count(&shop), 1, "what was told comes back with the thing");
    shop.jewels(&[]);
    assert_eq!(count(&shop), 0);
}

#[test]
fn what_is_accepted_says_by_whom_and_until_when_and_why() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let laptop = shop.item(ItemKind::Device, "laptop");
    shop.jewels(&[till]);
    let risk = shop.judged(till, "power", "anytime", "middle");
    shop.choose(risk, &[("risk-choice", "accept"), ("risk-why", "bearable")]);
    let day = |text: &str| text.parse().unwrap();
    shop.tell(risk, "risk-until", Value::Date(day("2027-05-24")));
    shop.tell(laptop, "device-system", Value::Text("Windows 7".into()));
    shop.choose(laptop, &[("device-end", "accept")]);
    let said = shop.says(accepted::lines);
    let until = "Kassa, de stroom valt uit: iemand van je bedrijf accepteerde dit op 1 januari 1970, tot 24 mei 2027.";
    assert!(said.contains(until) && said.contains("Reden: We kunnen het wel hebben."), "{said}");
    // In 1970 nobody knew that Windows 7 would end.
    assert!(!said.contains("laptop"), "{said}");
    let ends = endings(&CONTENT.catalogue, &shop.dossier, day("2026-11-23"));
    assert_eq!(ends.len(), 2, "{ends:?}");
    assert_eq!((ends[0].item, &ends[0].what), (laptop, &What::Updates("Windows 7 SP1".into())));
    assert_eq!((ends[1].item, ends[1].on), (risk, day("2027-05-24")));
    shop.choose(risk, &[("risk-choice", "stop")]);
    assert!(shop.says(accepted::lines).contains("Niets, voor zover ik weet."));
    assert_eq!(endings(&CONTENT.catalogue, &shop.dossier, day("2026-11-23")).len(), 1);
}

#[test]
fn what_is_accepted_after_midnight_is_accepted_that_day() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    let risk = shop.judged(till, "power", "anytime", "middle");
    let answer = Answer {
        value: Value::Choice("accept".into()),
        by: PersonId(Uuid::nil()),
        at: "2027-05-01T22:30:00Z".parse().unwrap(),
        catalogue: 1,
    };
    shop.dossier.save_answer(Slot::of(risk, "risk-choice"), answer);
    let said = shop.says(accepted::lines);
    assert!(said.contains("accepteerde dit op 2 mei 2027"), "{said}");
}

#[test]
fn a_risk_is_accepted_until_the_day_that_was_said() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    shop.jewels(&[till]);
    let power = shop.judged(till, "power", "anytime", "high");
    shop.choose(power, &[("risk-choice", "accept")]);
    shop.tell(power, "risk-until", Value::Date("1970-01-01".parse().unwrap()));
    assert!(shop.says(top_five::lines).contains("Er staat niets op je lijst."));
    assert!(!shop.says(spending::lines).contains("de stroom valt uit"));
    assert!(shop.says(risks::lines).contains("Je keuze: Accepteren (tot 1 januari 1970)."));
    shop.tell(power, "risk-until", Value::Date("1969-12-31".parse().unwrap()));
    let to_do = shop.says(top_five::lines);
    assert!(
        to_do.contains("1. Kies tot wanneer je dit risico accepteert: kassa, de stroom valt uit."),
        "{to_do}"
    );
    assert!(shop.says(spending::lines).contains("de stroom valt uit"));
    let listed = shop.says(risks::lines);
    assert!(listed.contains("(tot 31 december 1969, en die dag is voorbij)"), "{listed}");
    shop.choose(power, &[("risk-choice", "stop")]);
    assert!(!shop.says(top_five::lines).contains("Kies tot wanneer"));
}

#[test]
fn an_hour_goes_where_it_takes_away_most() {
    let mut shop = Shop::new();
    let mail = shop.item(ItemKind::Software, "mail");
    let till = shop.item(ItemKind::Device, "till");
    let data = shop.item(ItemKind::Data, "invoices");
    shop.jewels(&[mail, till, data]);
    shop.judged(mail, "account-taken", "anytime", "high");
    let power = shop.judged(till, "power", "sometimes", "middle");
    shop.choose(power, &[("risk-choice", "reduce"), ("risk-measure", "battery")]);
    let done_with = shop.judged(till, "broken", "anytime", "high");
    shop.choose(done_with, &[("risk-choice", "accept")]);
    shop.choose(data, &[("backup-made", "nobody")]);
    let numberless = Contact { name: Some("Kees".into()), ..Contact::default() };
    shop.dossier.save_item(shop.dossier.new_item(ItemKind::Contact, "ict-help".into(), numberless));
    let said = shop.says(spending::lines);
    let order = [
        "Met een uur",
        "1. De extra code aanzetten (e-mail, iemand steelt je account)",
        "Waarom: dit risico is zeer hoog.",
        "2. Zoek het nummer van Kees op.",
        "Met een paar honderd euro",
        "1. Verbeter de back-up van je offertes en facturen",
        "Waarom: er is geen back-up.",
        "2. Een noodaccu plaatsen (kassa, de stroom valt uit)",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| said.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{said}");
    assert!(!said.contains("het gaat kapot"), "what was accepted needs no money: {said}");
}

#[test]
fn a_big_risk_stands_above_everything_but_a_red_backup() {
    let mut shop = Shop::new();
    let till = shop.item(ItemKind::Device, "till");
    let data = shop.item(ItemKind::Data, "invoices");
    shop.jewels(&[till]);
    shop.choose(data, &[("backup-made", "nobody")]);
    shop.choose(till, &[("availability", "high")]);
    shop.tell(till, "integrity", Value::Unknown);
    let power = shop.judged(till, "power", "anytime", "high");
    shop.choose(power, &[("risk-choice", "reduce"), ("risk-measure", "battery")]);
    let said = shop.says(top_five::lines);
    assert!(said.contains("1. Begin deze week"), "{said}");
    assert!(
        said.contains("2. Een noodaccu plaatsen. Dat helpt tegen: de stroom valt uit (kassa)."),
        "{said}"
    );
    assert!(said.contains("Waarom: dit risico is zeer hoog"), "{said}");
}
