//! A firm that told this and that, without anybody having played it.

use chrono::{DateTime, Utc};
use noodplan::domain::{
    contact::Contact,
    dossier::{Dossier, Slot},
    ids::{ItemId, PersonId},
    item::{Answer, ItemKind, Value},
};
use uuid::Uuid;

/// When everything is told: some products have no updates any more by then, and some still do.
pub fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// Adds a thing or party of this kind, without a name.
pub fn has(dossier: &mut Dossier, kind: ItemKind, role: &str) -> ItemId {
    let item = dossier.new_item(kind, role.into(), Contact::default());
    let id = item.id;
    dossier.save_item(item);
    id
}

/// Answers a question.
pub fn tells(dossier: &mut Dossier, slot: Slot, value: Value) {
    dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at: now(), catalogue: 1 });
}
