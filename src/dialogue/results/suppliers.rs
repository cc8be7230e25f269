//! What one may expect of every supplier and what not, how fast they help and repair, and whether there is a contract number.

use crate::{
    dialogue::{
        World,
        results::{
            LONGEST_NAME, SUPPLIERS, not_yet,
            room::{ENTRIES, MESSAGE, fitting},
            short_name, shortened, slot, told,
            what_if::endurance::Time,
        },
    },
    domain::{
        call_list::CONTRACT_NUMBER,
        dossier::Dossier,
        firm,
        item::{Item, ItemKind, Value},
    },
    questionnaire::walk,
    text::Msg,
};

/// What is said about a supplier, with the words for it.
const ASKED: [(&str, &str); 4] = [
    ("supplier-expect", "result-supplier-expect"),
    ("supplier-expect-not", "result-supplier-expect-not"),
    ("supplier-reaction", "result-supplier-reaction"),
    ("supplier-repair", "result-supplier-repair"),
];

/// Every supplier, those who can be missed for the shortest time first.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut suppliers: Vec<&Item> = firm::suppliers(dossier).collect();
    let mut lines = vec![Msg::new("result-suppliers-title")];
    if suppliers.is_empty() {
        lines.push(not_yet("call-list"));
        return lines;
    }
    let asked = |supplier: &&Item| ASKED.iter().any(|(question, _)| supplier.answers.contains_key(*question));
    if !suppliers.iter().any(asked) {
        lines.push(not_yet(SUPPLIERS));
        return lines;
    }
    suppliers.sort_by_key(|supplier| {
        let without = Time::told(supplier, "supplier-without");
        (without.is_none(), without)
    });
    let entries = suppliers.into_iter().map(|supplier| entry(supplier, dossier, world)).collect();
    lines.extend(fitting(entries, ENTRIES, MESSAGE, world));
    lines
}

fn entry(supplier: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let answer = |question: &str| {
        told(&slot(supplier, question), dossier, world).unwrap_or_else(|| "result-not-known".into())
    };
    let is_asked = |question: &str| {
        walk::is_asked(&slot(supplier, question), &world.content.catalogue, dossier, world.today)
    };
    let mut lines = vec![Msg::new("result-supplier").msg("name", short_name(supplier, world))];
    for (question, line) in ASKED {
        if is_asked(question) {
            lines.push(Msg::new(line).msg("answer", answer(question)));
        }
    }
    // A number that came along with the phone number counts, also where nobody asks for it. Who has none skips it.
    let contract = match supplier.value(CONTRACT_NUMBER) {
        Some(Value::Text(number)) => Some(shortened(number, LONGEST_NAME)),
        Some(Value::Skipped) => None,
        // Who helps with computers is not asked for one.
        None if supplier.kind == ItemKind::Contact => None,
        _ => Some("result-not-known".into()),
    };
    lines.extend(contract.map(|number| Msg::new("result-supplier-contract").msg("answer", number)));
    lines
}
