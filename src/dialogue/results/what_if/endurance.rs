//! How long one can do without something, against how long the fallback for it lasts.

use crate::{
    domain::{
        dossier::Dossier,
        firm::is_supplier,
        item::{Item, ItemKind},
    },
    text::Msg,
};

/// A time as it is chosen in answers. The shortest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// Four hours at most.
    Hours,
    /// A day.
    Day,
    /// A week.
    Week,
    /// More than a week.
    Longer,
}

impl Time {
    /// The time that was chosen in answer to a question.
    pub fn told(item: &Item, question: &str) -> Option<Self> {
        match item.choice(question)? {
            "hours-4" => Some(Self::Hours),
            "day-1" => Some(Self::Day),
            "week-1" => Some(Self::Week),
            "longer" => Some(Self::Longer),
            _ => None,
        }
    }

    /// In words.
    pub fn words(self) -> Msg {
        match self {
            Self::Hours => "time-hours",
            Self::Day => "time-day",
            Self::Week => "time-week",
            Self::Longer => "time-longer",
        }
        .into()
    }
}

/// How long one can do without an item, and what the fallback adds; nothing if neither is known.
pub fn line(item: &Item, name: Msg, dossier: &Dossier) -> Option<Msg> {
    let question = if is_supplier(item, dossier) { "supplier-without" } else { "without" };
    let without = Time::told(item, question);
    let loss = loss_of(item);
    let fallback = dossier
        .items_of(ItemKind::Loss)
        .find(|known| Some(known.role.as_str()) == loss)
        .and_then(|known| Time::told(known, "loss-how-long"));
    let borne = |id: &'static str, without: Time| Msg::new(id).msg("without", without.words());
    let line = match (without, fallback) {
        (Some(without), Some(fallback)) if fallback > without || fallback == Time::Longer => {
            borne("what-if-fallback-helps", without).msg("fallback", fallback.words())
        }
        (Some(without), Some(fallback)) => {
            borne("what-if-fallback-short", without).msg("fallback", fallback.words())
        }
        (Some(Time::Longer), None) => borne("what-if-without", Time::Longer),
        (Some(without), None) if loss.is_none() => borne("what-if-without", without),
        (Some(without), None) => borne("what-if-no-fallback", without),
        (None, Some(fallback)) => Msg::new("what-if-fallback-only").msg("fallback", fallback.words()),
        (None, None) => return None,
    };
    Some(line.msg("name", name))
}

/// The loss in the recovery plan whose fallback stands in for an item.
fn loss_of(item: &Item) -> Option<&'static str> {
    match (item.kind, item.role.as_str()) {
        (_, "phone-line" | "mobile-phone" | "mail" | "telephony") => Some("loss-communication"),
        (ItemKind::Connection, _) | (ItemKind::Supplier, "internet") => Some("loss-network"),
        (ItemKind::Device, _) => Some("loss-equipment"),
        (ItemKind::Software, _) => Some("loss-software"),
        (ItemKind::Data, _) => Some("loss-data"),
        (
            ItemKind::Contact | ItemKind::Supplier | ItemKind::Loss | ItemKind::Agreement | ItemKind::Risk,
            _,
        ) => None,
    }
}
