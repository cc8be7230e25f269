//! What somebody of a firm tells in one go, as changes to write down.

use chrono::{DateTime, Utc};
use noodplan::{
    dialogue::step::Change,
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Answer, Item, ItemKind, Value},
    },
};

/// Somebody who tells.
pub struct Telling {
    /// The dossier with what was told so far.
    pub dossier: Dossier,
    pub by: PersonId,
    pub at: DateTime<Utc>,
    pub changes: Vec<Change>,
}

impl Telling {
    pub fn new(dossier: Dossier, by: PersonId, at: DateTime<Utc>) -> Self {
        Self { dossier, by, at, changes: Vec::new() }
    }

    pub fn save(&mut self, item: Item) -> ItemId {
        let id = item.id;
        self.dossier.save_item(item.clone());
        self.changes.push(Change::SaveItem(item));
        id
    }

    pub fn item(&mut self, kind: ItemKind, role: &str) -> ItemId {
        self.save(self.dossier.new_item(kind, role.into(), Contact::default()))
    }

    pub fn tell(&mut self, slot: Slot, value: Value) {
        self.tell_as(self.by, slot, value);
    }

    /// Somebody else of the firm tells this.
    pub fn tell_as(&mut self, by: PersonId, slot: Slot, value: Value) {
        let answer = Answer { value, by, at: self.at, catalogue: 1 };
        self.dossier.save_answer(slot.clone(), answer.clone());
        self.changes.push(Change::SaveAnswer(slot, answer));
    }
}

pub fn choice(choice: &str) -> Value {
    Value::Choice(choice.into())
}
