//! How much there is of what, and what gets no updates any more.

use crate::{
    dialogue::{
        World,
        results::{INVENTORY, choice, is_ticked, listed, name, not_yet, slot},
    },
    domain::{
        dossier::Dossier,
        item::{Item, ItemKind, Value},
    },
    text::Msg,
};

/// The kinds that are counted, each with its line.
const COUNTED: [(ItemKind, &str); 5] = [
    (ItemKind::Device, "result-devices"),
    (ItemKind::Software, "result-programs"),
    (ItemKind::Connection, "result-connections"),
    (ItemKind::Data, "result-data"),
    (ItemKind::Supplier, "result-suppliers"),
];

/// The questions that tell whether something still gets updates.
const UPDATES: [(&str, &str); 2] = [("device-updates", "ended"), ("software-version", "ended")];

/// What there is, and what is past its updates.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let things = COUNTED.iter().filter(|(kind, _)| *kind != ItemKind::Supplier);
    if things.clone().all(|(kind, _)| dossier.items_of(*kind).next().is_none()) {
        return vec!["result-inventory-title".into(), not_yet(INVENTORY)];
    }
    let mut lines = vec![Msg::new("result-inventory-title")];
    for (kind, line) in COUNTED {
        let names: Vec<Msg> = dossier.items_of(kind).map(|item| name(item, world)).collect();
        let count = names.len();
        lines.extend(listed(names).map(|names| Msg::new(line).number("count", count).msg("names", names)));
    }
    let names = |fits: fn(&Item, &Dossier) -> bool| {
        listed(dossier.items().filter(|item| fits(item, dossier)).map(|item| name(item, world)).collect())
    };
    let ended = names(|item, _| has_ended(item));
    let unknown = names(has_unknown_updates);
    let untold = names(|item, dossier| updates(item, dossier).is_some_and(|told| told.is_none()));
    if ended.is_none() && unknown.is_none() && untold.is_none() {
        lines.push("result-updates-fine".into());
    }
    lines.extend(ended.map(|names| Msg::new("result-updates-ended").msg("names", names)));
    lines.extend(unknown.map(|names| Msg::new("result-updates-unknown").msg("names", names)));
    lines.extend(untold.map(|names| Msg::new("things-untold").msg("names", names)));
    lines
}

fn has_ended(item: &Item) -> bool {
    UPDATES.iter().any(|(question, ended)| choice(item, question) == Some(ended))
        || is_ticked(item, "connection-weak", "no-updates")
}

fn has_unknown_updates(item: &Item, dossier: &Dossier) -> bool {
    matches!(updates(item, dossier), Some(Some(Value::Unknown | Value::Skipped)))
}

/// What was told about the updates of something that can get them, if anything was.
fn updates<'d>(item: &Item, dossier: &'d Dossier) -> Option<Option<&'d Value>> {
    let asked = match item.kind {
        ItemKind::Device => "device-updates",
        ItemKind::Software => "software-version",
        _ => return None,
    };
    Some(dossier.value(&slot(item, asked)))
}
