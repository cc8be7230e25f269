//! Red, orange or green for the backup of every kind of data, with the rules that it breaks.
//!
//! The rule is 3-2-1: three copies of which one is the original, on two kinds of media, one elsewhere. One is always
//! off the network, and putting it back was practised. On what kind of media a copy lies is not asked.

use crate::{
    dialogue::{
        World,
        results::{BACKUPS, choice, listed, name, not_yet},
    },
    domain::{
        dossier::Dossier,
        item::{Item, ItemKind},
    },
    text::Msg,
};

/// More kinds of data than this are counted, not listed.
const MOST_LINES: usize = 15;

/// How well the backup of one kind of data is. The worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Lost when it goes wrong.
    Red,
    /// Perhaps not there when it is needed.
    Orange,
    /// As it should be.
    Green,
}

/// A rule that a backup breaks, or of which it is not known. The worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// There is no backup.
    NoBackup,
    /// No copy is off the network.
    OnTheNetwork,
    /// Putting it back failed.
    RestoreFailed,
    /// It is not known who makes a backup.
    MakerUnknown,
    /// No copy lies elsewhere.
    NotElsewhere,
    /// With the original there are only two copies.
    TooFew,
    /// A copy is off the network only sometimes.
    SometimesOff,
    /// Putting it back was never practised.
    NeverRestored,
    /// Putting it back was practised too long ago.
    RestoredLongAgo,
    /// It is not known where the copies are.
    PlaceUnknown,
    /// It is not known whether a copy is off the network.
    OffUnknown,
    /// It is not known whether putting it back was practised.
    RestoreUnknown,
}

impl Fault {
    fn light(self) -> Light {
        match self {
            Self::NoBackup | Self::OnTheNetwork | Self::RestoreFailed => Light::Red,
            _ => Light::Orange,
        }
    }

    /// What is wrong, in words.
    pub fn words(self) -> Msg {
        match self {
            Self::NoBackup => "result-backup-none",
            Self::OnTheNetwork => "result-backup-on-network",
            Self::RestoreFailed => "result-backup-restore-failed",
            Self::MakerUnknown => "result-backup-maker-unknown",
            Self::NotElsewhere => "result-backup-not-elsewhere",
            Self::TooFew => "result-backup-too-few",
            Self::SometimesOff => "result-backup-sometimes-off",
            Self::NeverRestored => "result-backup-never-restored",
            Self::RestoredLongAgo => "result-backup-restored-long-ago",
            Self::PlaceUnknown => "result-backup-place-unknown",
            Self::OffUnknown => "result-backup-off-unknown",
            Self::RestoreUnknown => "result-backup-restore-unknown",
        }
        .into()
    }
}

/// The faults of the backup of one kind of data, the worst first.
pub fn faults(data: &Item) -> Vec<Fault> {
    let restored = match choice(data, "backup-restored") {
        Some("worked") => None,
        Some("long-ago") => Some(Fault::RestoredLongAgo),
        Some("failed") => Some(Fault::RestoreFailed),
        Some("never") => Some(Fault::NeverRestored),
        _ => Some(Fault::RestoreUnknown),
    };
    let place = || match choice(data, "backup-copies") {
        Some("two-places") => None,
        Some("one-elsewhere") => Some(Fault::TooFew),
        Some("one-here" | "two-here") => Some(Fault::NotElsewhere),
        _ => Some(Fault::PlaceUnknown),
    };
    let off = || match choice(data, "backup-offline") {
        Some("yes") => None,
        Some("sometimes") => Some(Fault::SometimesOff),
        Some("no") => Some(Fault::OnTheNetwork),
        _ => Some(Fault::OffUnknown),
    };
    let found = match choice(data, "backup-made") {
        Some("automatic" | "by-hand") => [place(), off(), restored],
        Some("supplier") => match choice(data, "supplier-keeps") {
            Some("apart") => [None, None, restored],
            Some("elsewhere") => [None, Some(Fault::OnTheNetwork), restored],
            _ => [Some(Fault::PlaceUnknown), Some(Fault::OffUnknown), restored],
        },
        Some("nobody") => [Some(Fault::NoBackup), None, None],
        _ => [Some(Fault::MakerUnknown), None, None],
    };
    let mut faults: Vec<Fault> = found.into_iter().flatten().collect();
    faults.sort_unstable();
    faults
}

/// The light that goes with the worst fault.
pub fn light(faults: &[Fault]) -> Light {
    faults.iter().map(|fault| fault.light()).min().unwrap_or(Light::Green)
}

/// One line for every kind of data, the worst first.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut lights: Vec<(Light, Vec<Fault>, &Item)> = dossier
        .items_of(ItemKind::Data)
        .map(|data| {
            let faults = faults(data);
            (light(&faults), faults, data)
        })
        .collect();
    if lights.is_empty() {
        return vec!["result-backups-title".into(), not_yet("inventory")];
    }
    lights.sort_by_key(|(light, ..)| *light);
    let hidden = lights.len().saturating_sub(MOST_LINES);
    let mut lines = vec![Msg::new("result-backups-title")];
    lines.extend(lights.into_iter().take(MOST_LINES).map(|(light, faults, data)| {
        let faults = listed(faults.into_iter().map(Fault::words).collect());
        let line = match light {
            Light::Red => "result-light-red",
            Light::Orange => "result-light-orange",
            Light::Green => "result-light-green",
        };
        Msg::new(line)
            .msg("name", name(data, world))
            .msg("rule", faults.unwrap_or_else(|| "result-backup-fine".into()))
    }));
    if hidden > 0 {
        lines.push(Msg::new("todo-more").number("count", hidden));
    }
    lines.push("result-backups-rule".into());
    lines
}

/// Whether a question belongs to the section about backups.
pub fn is_about_backups(question: &str, world: &World<'_>) -> bool {
    world.content.catalogue.section_of(question).is_some_and(|section| section.id.as_str() == BACKUPS)
}
