//! How somebody can be reached.

use serde::{Deserialize, Serialize};

use crate::domain::{phone::Phone, pii::Pii};

/// Name and numbers of a person or a firm, as told. Every part may still be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Who to ask for: "Fatima", "Kuiper ICT".
    pub name: Option<Pii<String>>,
    /// What they are to the owner: "zus", "accountant".
    pub relation: Option<Pii<String>>,
    /// Numbers, the one to call first in front.
    pub phones: Vec<Phone>,
    /// When they answer, in the owner's words: "24/7", "ma-vr 9-17".
    pub hours: Option<Pii<String>>,
}

impl Contact {
    /// Takes over what `other` knows; what `other` does not know stays as it was.
    pub fn update(&mut self, other: Self) {
        self.name = other.name.or_else(|| self.name.take());
        self.relation = other.relation.or_else(|| self.relation.take());
        self.hours = other.hours.or_else(|| self.hours.take());
        if !other.phones.is_empty() {
            self.phones = other.phones;
        }
    }

    /// Puts the number at `index` in front.
    pub fn prefer_phone(&mut self, index: usize) {
        if index < self.phones.len() {
            let phone = self.phones.remove(index);
            self.phones.insert(0, phone);
        }
    }
}
