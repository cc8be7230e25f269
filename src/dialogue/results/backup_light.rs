//! Red, orange or green for the backup of every kind of data, with the rules that it breaks.
//!
//! The rule is 3-2-1: three copies of which one is the original, on two kinds of media, one elsewhere. One is always
//! off the network, and putting it back was practised. They are made in a fixed rhythm, dated, and encrypted where data
//! of people leaves the house. On what kind of media a copy lies is not asked.

use crate::{
    dialogue::{
        World,
        results::{
            BACKUPS, listed, not_yet,
            room::{ENTRIES, fitting},
            short_name,
        },
    },
    domain::{
        backup_diary::DATED,
        dossier::Dossier,
        ids::Slug,
        item::{Item, ItemKind},
    },
    text::Msg,
};

/// So many characters for the lights; the rule comes after them.
const ROOM: usize = 2_400;
/// Data that is about people, also while nobody said so.
const ABOUT_PEOPLE: [&str; 2] = ["customer-data", "staff-data"];

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
    /// Data of people leaves the house for everybody to read.
    NotEncrypted,
    /// It is made when somebody thinks of it.
    NoRhythm,
    /// There are several, and nobody knows which is from when.
    Undated,
    /// There is only the newest.
    Overwritten,
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
    /// It is not known how often it is made.
    RhythmUnknown,
    /// It is not known whether it is dated.
    DateUnknown,
    /// It is not known whether data of people that leaves the house can be read by everybody.
    EncryptionUnknown,
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
            Self::NotEncrypted => "result-backup-not-encrypted",
            Self::NoRhythm => "result-backup-no-rhythm",
            Self::Undated => "result-backup-undated",
            Self::Overwritten => "result-backup-overwritten",
            Self::NeverRestored => "result-backup-never-restored",
            Self::RestoredLongAgo => "result-backup-restored-long-ago",
            Self::PlaceUnknown => "result-backup-place-unknown",
            Self::OffUnknown => "result-backup-off-unknown",
            Self::RestoreUnknown => "result-backup-restore-unknown",
            Self::RhythmUnknown => "result-backup-rhythm-unknown",
            Self::DateUnknown => "result-backup-date-unknown",
            Self::EncryptionUnknown => "result-backup-encryption-unknown",
        }
        .into()
    }
}

/// The faults of the backup of one kind of data, the worst first.
pub fn faults(data: &Item, dossier: &Dossier) -> Vec<Fault> {
    let mut faults: Vec<Fault> = match data.choice("backup-made") {
        Some("automatic" | "by-hand") => own_faults(data),
        Some("supplier") => match data.choice("supplier-keeps") {
            Some("apart") => Vec::new(),
            Some("elsewhere") => vec![Fault::OnTheNetwork],
            _ => vec![Fault::PlaceUnknown, Fault::OffUnknown],
        },
        Some("nobody") => return vec![Fault::NoBackup],
        _ => return vec![Fault::MakerUnknown],
    };
    faults.extend(shared_faults(data, dossier));
    faults.extend(match data.choice("backup-restored") {
        Some("worked") => None,
        Some("long-ago") => Some(Fault::RestoredLongAgo),
        Some("failed") => Some(Fault::RestoreFailed),
        Some("never") => Some(Fault::NeverRestored),
        _ => Some(Fault::RestoreUnknown),
    });
    faults.sort_unstable();
    faults
}

/// What is wrong with a backup that the firm makes itself.
fn own_faults(data: &Item) -> Vec<Fault> {
    let rhythm = match data.choice("backup-often") {
        Some("daily" | "weekly" | "monthly") => None,
        Some("seldom") => Some(Fault::NoRhythm),
        _ => Some(Fault::RhythmUnknown),
    };
    let place = match data.choice("backup-copies") {
        Some("two-places") => None,
        Some("one-elsewhere") => Some(Fault::TooFew),
        Some("one-here" | "two-here") => Some(Fault::NotElsewhere),
        _ => Some(Fault::PlaceUnknown),
    };
    let off = match data.choice("backup-offline") {
        Some("yes") => None,
        Some("sometimes") => Some(Fault::SometimesOff),
        Some("no") => Some(Fault::OnTheNetwork),
        _ => Some(Fault::OffUnknown),
    };
    [rhythm, place, off].into_iter().flatten().collect()
}

/// What is wrong with a backup, whoever makes it, by what was told about all of them together.
fn shared_faults(data: &Item, dossier: &Dossier) -> impl Iterator<Item = Fault> {
    let date = match dossier.choice(DATED).map(Slug::as_str) {
        Some("months" | "weeks") => None,
        Some("undated") => Some(Fault::Undated),
        Some("overwritten") => Some(Fault::Overwritten),
        _ => Some(Fault::DateUnknown),
    };
    let encryption = match dossier.choice("backup-encrypted").map(Slug::as_str) {
        _ if !must_be_encrypted(data) => None,
        Some("key-apart" | "key-beside") => None,
        Some("no") => Some(Fault::NotEncrypted),
        _ => Some(Fault::EncryptionUnknown),
    };
    [date, encryption].into_iter().flatten()
}

/// Data of people of which a copy leaves the house.
fn must_be_encrypted(data: &Item) -> bool {
    let is_about_people = match data.choice("data-personal") {
        Some(told) => told != "none",
        None => ABOUT_PEOPLE.contains(&data.role.as_str()),
    };
    let is_with_supplier = data.choice("backup-made") == Some("supplier");
    let is_elsewhere = matches!(data.choice("backup-copies"), Some("one-elsewhere" | "two-places"));
    is_about_people && (is_with_supplier || is_elsewhere)
}

/// Whether the answer to this question makes the light red.
pub fn makes_red(data: &Item, question: &str) -> bool {
    let red = [
        ("backup-made", "nobody"),
        ("backup-offline", "no"),
        ("supplier-keeps", "elsewhere"),
        ("backup-restored", "failed"),
    ];
    red.iter().any(|(asked, answer)| *asked == question && data.choice(question) == Some(*answer))
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
            let faults = faults(data, dossier);
            (light(&faults), faults, data)
        })
        .collect();
    if lights.is_empty() {
        return vec!["result-backups-title".into(), not_yet("inventory")];
    }
    lights.sort_by_key(|(light, ..)| *light);
    let mut lines = vec![Msg::new("result-backups-title")];
    let entries = lights.into_iter().map(|(light, faults, data)| {
        let faults = listed(faults.into_iter().map(Fault::words).collect());
        let line = match light {
            Light::Red => "result-light-red",
            Light::Orange => "result-light-orange",
            Light::Green => "result-light-green",
        };
        let fine = match data.choice("backup-made") {
            Some("supplier") => "result-backup-fine-supplier",
            _ => "result-backup-fine",
        };
        let line = Msg::new(line).msg("name", short_name(data, world));
        vec![line.msg("rule", faults.unwrap_or_else(|| fine.into()))]
    });
    lines.extend(fitting(entries.collect(), ENTRIES, ROOM, world));
    lines.push("result-backups-rule".into());
    lines
}

/// Whether a question belongs to the section about backups.
pub fn is_about_backups(question: &str, world: &World<'_>) -> bool {
    world.content.catalogue.section_of(question).is_some_and(|section| section.id.as_str() == BACKUPS)
}
