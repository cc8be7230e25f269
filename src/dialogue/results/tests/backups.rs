//! The light for backups, rule by rule, and what is asked once there is a backup.

use super::*;
use crate::questionnaire::walk;

/// A backup of which nothing is wrong, made by the firm itself.
const GOOD: [(&str, &str); 6] = [
    ("backup-made", "automatic"),
    ("backup-often", "weekly"),
    ("backup-copies", "two-places"),
    ("backup-offline", "yes"),
    ("backup-restored", "worked"),
    ("data-personal", "none"),
];

/// The same, but for one answer.
fn but(question: &'static str, id: &'static str) -> Vec<(&'static str, &'static str)> {
    GOOD.map(|(known, value)| if known == question { (known, id) } else { (known, value) }).to_vec()
}

#[test]
fn the_light_follows_the_worst_rule_that_is_broken() {
    use backup_light::{Fault, Light, faults, light};
    let cases = [
        (GOOD.to_vec(), Light::Green, vec![]),
        (vec![("backup-made", "nobody")], Light::Red, vec![Fault::NoBackup]),
        (but("backup-offline", "no"), Light::Red, vec![Fault::OnTheNetwork]),
        (but("backup-restored", "failed"), Light::Red, vec![Fault::RestoreFailed]),
        (but("backup-restored", "never"), Light::Orange, vec![Fault::NeverRestored]),
        (but("backup-restored", "long-ago"), Light::Orange, vec![Fault::RestoredLongAgo]),
        (but("backup-copies", "two-here"), Light::Orange, vec![Fault::NotElsewhere]),
        (but("backup-copies", "one-elsewhere"), Light::Orange, vec![Fault::TooFew]),
        (but("backup-offline", "sometimes"), Light::Orange, vec![Fault::SometimesOff]),
        (but("backup-often", "seldom"), Light::Orange, vec![Fault::NoRhythm]),
        (but("backup-often", "monthly"), Light::Green, vec![]),
        (but("data-personal", "personal"), Light::Orange, vec![Fault::EncryptionUnknown]),
        (vec![], Light::Orange, vec![Fault::MakerUnknown]),
        (
            vec![("backup-made", "automatic")],
            Light::Orange,
            vec![Fault::PlaceUnknown, Fault::OffUnknown, Fault::RestoreUnknown, Fault::RhythmUnknown],
        ),
        (
            vec![("backup-made", "supplier"), ("backup-restored", "worked")],
            Light::Orange,
            vec![Fault::PlaceUnknown, Fault::OffUnknown],
        ),
    ];
    for (answers, colour, broken) in cases {
        let mut shop = Shop::new();
        let data = shop.item(ItemKind::Data, "invoices");
        shop.say("backup-dated", Value::Choice("weeks".into()));
        shop.choose(data, &answers);
        let found = faults(shop.dossier.item(data).unwrap(), &shop.dossier);
        assert_eq!((light(&found), found), (colour, broken), "{answers:?}");
    }
}

#[test]
fn what_is_undated_or_readable_for_whoever_finds_it_is_not_green() {
    use backup_light::{Fault, faults};
    let mut shop = Shop::new();
    let customers = shop.item(ItemKind::Data, "customer-data");
    let found = |shop: &Shop| faults(shop.dossier.item(customers).unwrap(), &shop.dossier);
    let not_about_people = GOOD.iter().filter(|(question, _)| *question != "data-personal");
    shop.choose(customers, &not_about_people.copied().collect::<Vec<_>>());
    let both = [Fault::DateUnknown, Fault::EncryptionUnknown];
    assert_eq!(found(&shop), both, "of customers one knows that they are people");
    for (dated, fault) in [("undated", Fault::Undated), ("overwritten", Fault::Overwritten)] {
        shop.say("backup-dated", Value::Choice(dated.into()));
        assert_eq!(found(&shop), [fault, Fault::EncryptionUnknown]);
    }
    shop.say("backup-dated", Value::Choice("months".into()));
    shop.say("backup-encrypted", Value::Choice("no".into()));
    assert_eq!(found(&shop), [Fault::NotEncrypted]);
    assert!(shop.says(backup_light::lines).contains("gegevens van mensen gaan onversleuteld de deur uit"));
    shop.choose(customers, &[("backup-copies", "two-here")]);
    assert_eq!(found(&shop), [Fault::NotElsewhere], "what stays here need not be encrypted");
    shop.choose(customers, &[("backup-copies", "two-places")]);
    shop.say("backup-encrypted", Value::Choice("key-apart".into()));
    assert_eq!(found(&shop), []);
}

#[test]
fn of_what_a_supplier_backs_up_only_what_was_told_is_said() {
    use backup_light::{Fault, faults};
    let mut shop = Shop::new();
    let customers = shop.item(ItemKind::Data, "customer-data");
    shop.choose(
        customers,
        &[("backup-made", "supplier"), ("supplier-keeps", "apart"), ("backup-restored", "worked")],
    );
    let found = |shop: &Shop| faults(shop.dossier.item(customers).unwrap(), &shop.dossier);
    assert_eq!(found(&shop), [Fault::DateUnknown, Fault::EncryptionUnknown]);
    shop.say("backup-dated", Value::Choice("weeks".into()));
    shop.say("backup-encrypted", Value::Choice("key-apart".into()));
    assert_eq!(found(&shop), []);
    let said = shop.says(backup_light::lines);
    assert!(
        said.contains("je leverancier bewaart een kopie elders") && !said.contains("kopieën hier"),
        "{said}"
    );
}

#[test]
fn another_drive_is_not_bought_with_an_hour() {
    for (copies, purse) in
        [("two-here", "paar honderd euro"), ("one-elsewhere", "paar honderd euro"), ("two-places", "een uur")]
    {
        let mut shop = Shop::new();
        let data = shop.item(ItemKind::Data, "invoices");
        shop.say("backup-dated", Value::Choice("undated".into()));
        shop.choose(data, &but("backup-copies", copies));
        let said = shop.says(spending::lines);
        let (purse_at, data_at) = (said.find(purse), said.find("Verbeter de back-up van je offertes"));
        assert!(purse_at.is_some() && purse_at < data_at, "{copies}: {said}");
        let between = said.get(purse_at.unwrap()..data_at.unwrap()).unwrap();
        assert!(!between.contains("Met "), "{copies}: {said}");
    }
}

#[test]
fn red_backups_stand_above_green_ones() {
    let mut shop = Shop::new();
    let fine = shop.item(ItemKind::Data, "invoices");
    let none = shop.item(ItemKind::Data, "designs");
    shop.say("backup-dated", Value::Choice("months".into()));
    shop.choose(fine, &GOOD);
    shop.choose(none, &[("backup-made", "nobody")]);
    let said = shop.says(backup_light::lines);
    assert!(said.find("🔴 Tekeningen of recepten").unwrap() < said.find("🟢 Offertes en facturen").unwrap());
    assert!(said.contains("(rood): er is geen back-up"), "{said}");
}

#[test]
fn where_nobody_makes_a_backup_nobody_is_asked_what_is_on_it() {
    let mut shop = Shop::new();
    let asked = |shop: &Shop| {
        let catalogue = &CONTENT.catalogue;
        let slots =
            walk::slots(catalogue.section(BACKUPS).unwrap(), catalogue, &shop.dossier, shop.world().today);
        slots.into_iter().filter(|slot| slot.item.is_none()).count()
    };
    let invoices = shop.item(ItemKind::Data, "invoices");
    let designs = shop.item(ItemKind::Data, "designs");
    assert_eq!(asked(&shop), 0);
    shop.choose(invoices, &[("backup-made", "nobody")]);
    assert_eq!(asked(&shop), 0);
    shop.choose(designs, &[("backup-made", "supplier")]);
    assert_eq!(asked(&shop), 4, "encrypted, dated, after a change, and on which day");
    shop.choose(designs, &[("backup-made", "nobody")]);
    assert_eq!(asked(&shop), 0);
}
