//! The explanation of a question: what is meant, and how a shop, a workshop and an office would answer.
//!
//! ```text
//! > uitleg
//! < Een schrift is genoeg. Kies iemand die niet zelf aan het blussen is.
//!   Winkel: De hulp noteert: 9.10 kassa op slot, 9.15 computerhulp gebeld.
//!   Werkplaats: De leerling schrijft op welke machine stilviel, en hoe laat.
//!   Kantoor: De receptie noteert wie er belt, en maakt foto's van de schermen.
//! ```

use crate::{
    dialogue::question_card::about,
    domain::dossier::{Dossier, Slot},
    text::Msg,
};

/// The question that tells what kind of firm this is.
const TRADE: &str = "trade";

/// A kind of place to work in, with an example of its own at every question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workplace {
    /// A shop, a salon, a restaurant.
    Shop,
    /// A workshop, a garage, a building site.
    Workshop,
    /// An office, a practice.
    Office,
}

impl Workplace {
    /// Every one of them, in the order of telling.
    pub const ALL: [Self; 3] = [Self::Shop, Self::Workshop, Self::Office];

    /// The attribute of a question that holds its example.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Shop => "in-shop",
            Self::Workshop => "in-workshop",
            Self::Office => "in-office",
        }
    }

    /// The line that says where an example is from.
    fn line(self) -> &'static str {
        match self {
            Self::Shop => "example-shop",
            Self::Workshop => "example-workshop",
            Self::Office => "example-office",
        }
    }

    /// Where a firm of this trade works, when that is clear.
    fn of(trade: &str) -> Option<Self> {
        match trade {
            "shop" => Some(Self::Shop),
            "manufacturing" | "building" | "transport" => Some(Self::Workshop),
            "service" | "care" | "it" => Some(Self::Office),
            _ => None,
        }
    }
}

/// What is meant by the question, and the three examples, that of the firm's own kind first.
pub fn lines(slot: &Slot, dossier: &Dossier) -> Vec<Msg> {
    let words = |attribute: &str| about(Msg::new(format!("q-{}.{attribute}", slot.question)), slot, dossier);
    let own = dossier.choice(TRADE).and_then(|trade| Workplace::of(trade.as_str()));
    let others = Workplace::ALL.into_iter().filter(|workplace| Some(*workplace) != own);
    let example =
        |workplace: Workplace| Msg::new(workplace.line()).msg("example", words(workplace.attribute()));
    [words("help")].into_iter().chain(own.into_iter().chain(others).map(example)).collect()
}
