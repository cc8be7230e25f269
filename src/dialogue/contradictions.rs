//! Answers that cannot both be right: pointed out kindly, never blocked.
//!
//! ```text
//! > zonder inloggen
//! < ✓ Zonder inloggen
//!   Let op: je zei ook dat het wachtwoord van je e-mail gedeeld wordt. Klopt er iets niet? Typ terug.
//! ```

use crate::{
    dialogue::{
        World,
        results::{listed, name, what_if},
    },
    domain::{
        dossier::{Dossier, Slot},
        firm,
        item::{Item, ItemKind, Value},
    },
    questionnaire::walk,
    text::Msg,
};

/// The question that asks who makes a backup of data.
const BACKUP_MADE: &str = "backup-made";
/// The question that asks a supplier the same.
const SUPPLIER_BACKUPS: &str = "supplier-backups";

/// Some choices of a question.
struct Said {
    question: &'static str,
    choices: &'static [&'static str],
    /// Only about things with this role.
    role: Option<&'static str>,
}

const fn said(question: &'static str, choices: &'static [&'static str]) -> Said {
    Said { question, choices, role: None }
}

/// Two answers that cannot both be right, with the id of what is said then. Answers about things must be about the same
/// thing if the questions are about the same kind.
const PAIRS: [(&str, Said, Said); 11] = [
    ("clash-hours", said("without", &["hours-4"]), said("availability", &["low"])),
    ("clash-longer", said("without", &["longer"]), said("availability", &["high"])),
    (
        "clash-repair",
        said("supplier-without", &["hours-4"]),
        said("supplier-repair", &["day-1", "week-1", "longer"]),
    ),
    (
        "contradiction-updates",
        Said { question: "device-updates", choices: &["automatic"], role: Some("router") },
        said("connection-weak", &["no-updates"]),
    ),
    ("contradiction-backup", said("loss-go-on", &["backup"]), said("backup-made", &["nobody"])),
    (
        "contradiction-login",
        said("software-login", &["no-login"]),
        said("software-weak", &["shared-password", "reused-password"]),
    ),
    (
        "contradiction-password",
        said("connection-password", &["no-password"]),
        said("connection-weak", &["known-password"]),
    ),
    (
        "contradiction-restore",
        said("supplier-expect", &["restore-backup"]),
        // A copy that one makes oneself can be put back by somebody else.
        said("supplier-backups", &["nobody", "no-data"]),
    ),
    (
        "contradiction-own-data",
        said("supplier-expect", &["restore-backup"]),
        said("supplier-expect-not", &["own-data"]),
    ),
    ("contradiction-guests", said("connections", &["guest-wifi"]), said("guests-apart", &["no-guests"])),
    ("contradiction-alone", said("company-size", &["alone"]), said("discuss-with", &["colleagues", "staff"])),
];

/// What to say about an answer that was just given.
pub fn with(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let pairs = PAIRS.iter().filter_map(|(id, one, other)| pointed_out(id, one, other, slot, dossier, world));
    pairs.chain(copied_by_nobody(slot, dossier, world)).collect()
}

/// Data of which the supplier makes the backup, while whoever could be meant makes none.
fn copied_by_nobody(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let item = dossier.item(slot.item?)?;
    let copied = |data: &&Item| data.choice(BACKUP_MADE) == Some("supplier");
    let (data, makers) = match slot.question.as_str() {
        BACKUP_MADE => Some(item).filter(copied).map(|data| (data, makers_of(data, dossier, world))),
        SUPPLIER_BACKUPS => dossier.items_of(ItemKind::Data).filter(copied).find_map(|data| {
            let makers = makers_of(data, dossier, world);
            makers.iter().any(|maker| maker.id == item.id).then_some((data, makers))
        }),
        _ => None,
    }?;
    let makes_none =
        |maker: &&Item| matches!(maker.choice(SUPPLIER_BACKUPS), Some("nobody" | "we" | "no-data"));
    if !makers.iter().all(makes_none) {
        return None;
    }
    let names = listed(makers.iter().map(|maker| name(maker, world)).collect())?;
    Some(Msg::new("contradiction-supplier-backup").msg("data", name(data, world)).msg("names", names))
}

/// The suppliers on whom data hangs; where that is not known it may be any of them.
fn makers_of<'d>(data: &Item, dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let holds = |supplier: &&Item| {
        what_if::falls_with(supplier, dossier, world).iter().any(|fallen| fallen.id == data.id)
    };
    let is_asked = |supplier: &&Item| {
        let slot = Slot::of(supplier.id, SUPPLIER_BACKUPS);
        walk::is_asked(&slot, &world.content.catalogue, dossier, world.today)
    };
    let suppliers = || firm::suppliers(dossier).filter(is_asked);
    let known: Vec<&Item> = suppliers().filter(holds).collect();
    if known.is_empty() { suppliers().collect() } else { known }
}

fn pointed_out(
    id: &'static str,
    one: &Said,
    other: &Said,
    slot: &Slot,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<Msg> {
    let (mine, theirs) = match slot.question.as_str() {
        question if question == one.question => (one, other),
        question if question == other.question => (other, one),
        _ => return None,
    };
    let item = slot.item.and_then(|id| dossier.item(id));
    if !is_said(mine, slot, item, dossier) {
        return None;
    }
    let same_kind = item.is_some_and(|item| {
        let question = world.content.catalogue.question(theirs.question);
        question.is_some_and(|question| walk::is_about(question, item, dossier))
    });
    let candidates = std::iter::once(None).chain(dossier.items().map(Some));
    let mut candidates = candidates.filter(|other| !same_kind || other.map(|o| o.id) == slot.item);
    let found = candidates.find(|other| {
        let slot = Slot { item: other.map(|item| item.id), question: theirs.question.into() };
        is_said(theirs, &slot, *other, dossier)
    })?;
    // The sentence names the thing that the other answer is about, or this one if that is about the firm.
    let about = found.or(item).map_or_else(|| Msg::from("you"), |item| name(item, world));
    Some(Msg::new(id).msg("name", about))
}

fn is_said(said: &Said, slot: &Slot, item: Option<&Item>, dossier: &Dossier) -> bool {
    if said.role.is_some_and(|role| item.is_none_or(|item| item.role.as_str() != role)) {
        return false;
    }
    match dossier.value(slot) {
        Some(Value::Choice(id)) => said.choices.contains(&id.as_str()),
        Some(Value::Choices(ids)) => ids.iter().any(|id| said.choices.contains(&id.as_str())),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{
            contact::Contact,
            ids::{ItemId, PersonId},
            item::Answer,
        },
    };

    fn add(dossier: &mut Dossier, kind: ItemKind, role: &str) -> ItemId {
        let item = dossier.new_item(kind, role.into(), Contact::default());
        let id = item.id;
        dossier.save_item(item);
        id
    }

    fn choose(dossier: &mut Dossier, item: Option<ItemId>, question: &str, id: &str) -> Slot {
        let slot = Slot { item, question: question.into() };
        let (value, at) = (Value::Choice(id.into()), DateTime::<Utc>::UNIX_EPOCH);
        let answer = Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 };
        dossier.save_answer(slot.clone(), answer);
        slot
    }

    fn pointed_out_at(slot: &Slot, dossier: &Dossier) -> Vec<String> {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        with(slot, dossier, &world).into_iter().map(|line| line.id.to_string()).collect()
    }

    #[test]
    fn a_supplier_may_put_back_what_one_copies_oneself() {
        let mut dossier = Dossier::default();
        let firm = add(&mut dossier, ItemKind::Supplier, "bookkeeping");
        let slot = Slot::of(firm, "supplier-expect");
        let value = Value::Choices(vec!["restore-backup".into()]);
        let at = DateTime::<Utc>::UNIX_EPOCH;
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 });
        let slot = choose(&mut dossier, Some(firm), SUPPLIER_BACKUPS, "we");
        assert!(pointed_out_at(&slot, &dossier).is_empty());
        let slot = choose(&mut dossier, Some(firm), SUPPLIER_BACKUPS, "nobody");
        assert_eq!(pointed_out_at(&slot, &dossier), ["contradiction-restore"]);
    }

    #[test]
    fn a_repair_that_takes_longer_than_one_can_wait_is_pointed_out() {
        let mut dossier = Dossier::default();
        let firm = Some(add(&mut dossier, ItemKind::Supplier, "hosting"));
        choose(&mut dossier, firm, "supplier-without", "hours-4");
        let repair = choose(&mut dossier, firm, "supplier-repair", "hours-4");
        assert!(pointed_out_at(&repair, &dossier).is_empty());
        let repair = choose(&mut dossier, firm, "supplier-repair", "week-1");
        assert_eq!(pointed_out_at(&repair, &dossier), ["clash-repair"]);
    }

    #[test]
    fn a_backup_by_a_supplier_who_makes_none_is_pointed_out_whichever_came_last() {
        let mut dossier = Dossier::default();
        let firm = add(&mut dossier, ItemKind::Supplier, "hosting");
        let data = add(&mut dossier, ItemKind::Data, "invoices");
        // Only who is missed soon is asked about backups.
        choose(&mut dossier, Some(firm), "supplier-without", "hours-4");
        let theirs = choose(&mut dossier, Some(firm), SUPPLIER_BACKUPS, "nobody");
        let own = choose(&mut dossier, Some(data), BACKUP_MADE, "supplier");
        for slot in [&theirs, &own] {
            assert_eq!(pointed_out_at(slot, &dossier), ["contradiction-supplier-backup"]);
        }
        // Another may be meant, of whom nothing is known.
        let other = add(&mut dossier, ItemKind::Supplier, "bookkeeping");
        assert_eq!(pointed_out_at(&own, &dossier), ["contradiction-supplier-backup"]);
        choose(&mut dossier, Some(other), "supplier-without", "hours-4");
        assert!(pointed_out_at(&own, &dossier).is_empty());
    }
}
