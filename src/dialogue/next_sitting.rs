//! Which sitting comes next, and why: what matters most comes first. Of what matters equally, what was begun comes before
//! what is new, and then the shorter before the longer.
//!
//! ```text
//! < Nu het beste: Back-ups, ongeveer 4 minuten.
//!   Waarom: ik weet nog niet of er een back-up is van je klantgegevens.
//! ```
//!
//! How much a section matters stands in the catalogue (`weight`), from 0 to 100; what was told can lift it above that.
//! Not here: what is asked within a section (`walk`), and to-dos (`results::top_five`).

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use crate::{
    dialogue::{
        World,
        results::{
            name,
            risks::{both, grade_key},
        },
        step::section_title,
    },
    domain::{
        crown_jewels::crown_jewels,
        dossier::{Dossier, Slot},
        firm::is_supplier,
        ids::ItemId,
        item::Value,
        risk::Grade,
    },
    questionnaire::{Section, judgement, walk, walk::Progress},
    text::Msg,
};

/// A crown jewel of which nobody said whether there is a backup: what is lost then is lost for ever.
const NO_BACKUP: u8 = 80;
/// A big risk about which nothing was decided.
const BIG_RISK: u8 = 70;
/// A supplier without whom a crown jewel stands still, and of whom something is still to be told.
const HANGS_ON: u8 = 60;

/// The question that asks whether there is a backup.
const BACKUP: &str = "backup-made";
/// The questions that name who keeps a thing going.
const KEPT_BY: [&str; 4] = ["device-help", "software-manager", "software-supplier", "connection-supplier"];

/// Why a sitting matters as much as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This is a crown jewel, and nobody said whether there is a backup of it.
    NoBackup(ItemId),
    /// This risk is big, and nothing was decided about it.
    BigRisk(ItemId, Grade),
    /// This crown jewel stands still without this supplier.
    HangsOn(ItemId, ItemId),
    /// What the section is there for.
    Section,
}

impl Reason {
    fn weight(&self, section: &Section) -> u8 {
        match self {
            Self::NoBackup(_) => NO_BACKUP,
            Self::BigRisk(..) => BIG_RISK,
            Self::HangsOn(..) => HANGS_ON,
            Self::Section => section.weight,
        }
    }
}

/// A section with something open in it.
#[derive(Clone, Debug)]
pub struct Sitting<'c> {
    /// The section.
    pub section: &'c Section,
    /// Where it goes on.
    pub slot: Slot,
    /// How far it is.
    pub progress: Progress,
    /// When something was last told in it.
    pub told_at: Option<DateTime<Utc>>,
    /// How much it matters, from 0 to 100.
    pub weight: u8,
    /// Why so much.
    pub reason: Reason,
}

impl Sitting<'_> {
    /// Whether something in it has an answer.
    pub fn is_begun(&self) -> bool {
        self.progress.answered > 0
    }

    /// What is left of its time, in minutes: the part that is still open, and at least one.
    pub fn minutes(&self) -> usize {
        let open = self.progress.total.saturating_sub(self.progress.answered);
        (usize::from(self.section.minutes) * open).div_ceil(self.progress.total.max(1)).max(1)
    }
}

/// Every section with something open, what comes first in front. Wholly equal ones stay in the order of the catalogue.
pub fn sittings<'c>(dossier: &Dossier, world: &World<'c>) -> Vec<Sitting<'c>> {
    let mut sittings: Vec<Sitting<'c>> = world
        .content
        .catalogue
        .sections
        .iter()
        .filter_map(|section| sitting(section, dossier, world))
        .collect();
    sittings.sort_by_key(|sitting| (Reverse(sitting.weight), !sitting.is_begun(), sitting.minutes()));
    sittings
}

/// The sitting that comes next.
pub fn next<'c>(dossier: &Dossier, world: &World<'c>) -> Option<Sitting<'c>> {
    sittings(dossier, world).into_iter().next()
}

/// Among these the one that somebody stopped in the middle of, the last if there are more. "Verder" goes on there.
pub fn left<'s, 'c>(sittings: &'s [Sitting<'c>]) -> Option<&'s Sitting<'c>> {
    // Of those told in at the same moment, the one that comes first.
    let begun = sittings.iter().rev().filter(|sitting| sitting.section.counted && sitting.is_begun());
    begun.max_by_key(|sitting| sitting.told_at)
}

/// The first open question of the sitting that comes next.
pub fn next_anywhere(dossier: &Dossier, world: &World<'_>) -> Option<Slot> {
    next(dossier, world).map(|sitting| sitting.slot)
}

fn sitting<'c>(section: &'c Section, dossier: &Dossier, world: &World<'c>) -> Option<Sitting<'c>> {
    let slots = walk::slots(section, &world.content.catalogue, dossier, world.today);
    let slot = walk::next_open(&slots, dossier, None)?;
    let open: Vec<&Slot> = slots.iter().filter(|slot| dossier.answer(slot).is_none()).collect();
    let told = no_backup(&open, dossier)
        .or_else(|| big_risk(&open, dossier, world))
        .or_else(|| hangs_on(&open, dossier))
        .filter(|reason| reason.weight(section) > section.weight);
    let reason = told.unwrap_or(Reason::Section);
    Some(Sitting {
        section,
        slot,
        progress: walk::progress(&slots, dossier),
        told_at: slots.iter().filter_map(|slot| dossier.answer(slot)).map(|answer| answer.at).max(),
        weight: reason.weight(section),
        reason,
    })
}

fn no_backup(open: &[&Slot], dossier: &Dossier) -> Option<Reason> {
    let asked =
        |id: ItemId| open.iter().any(|slot| slot.item == Some(id) && slot.question.as_str() == BACKUP);
    let jewel = crown_jewels(dossier).into_iter().find(|jewel| asked(jewel.id))?;
    Some(Reason::NoBackup(jewel.id))
}

fn big_risk(open: &[&Slot], dossier: &Dossier, world: &World<'_>) -> Option<Reason> {
    let undecided = open.iter().filter(|slot| slot.question.as_str() == judgement::CHOICE);
    undecided.filter_map(|slot| dossier.item(slot.item?)).find_map(|item| {
        let grade = judgement::risk(item, &world.content.catalogue, dossier)?.grade()?;
        (grade >= Grade::High).then_some(Reason::BigRisk(item.id, grade))
    })
}

fn hangs_on(open: &[&Slot], dossier: &Dossier) -> Option<Reason> {
    let asked = |id: ItemId| open.iter().any(|slot| slot.item == Some(id));
    crown_jewels(dossier).into_iter().find_map(|jewel| {
        let named = KEPT_BY.iter().filter_map(|question| jewel.answers.get(*question));
        let mut suppliers = named.filter_map(|answer| match answer.value {
            Value::Item(id) => dossier.item(id).filter(|item| is_supplier(item, dossier)),
            _ => None,
        });
        let supplier = suppliers.find(|supplier| asked(supplier.id))?;
        Some(Reason::HangsOn(jewel.id, supplier.id))
    })
}

/// What comes next, how long it takes, and why: two lines. Nothing about the few questions in front.
pub fn lines(sitting: &Sitting<'_>, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    if !sitting.section.counted {
        return Vec::new();
    }
    let id = if sitting.is_begun() { "menu-next-begun" } else { "menu-next" };
    let what =
        Msg::new(id).msg("section", section_title(&sitting.section.id)).number("minutes", sitting.minutes());
    vec![what, Msg::new("menu-next-why").msg("why", why(sitting, dossier, world))]
}

fn why(sitting: &Sitting<'_>, dossier: &Dossier, world: &World<'_>) -> Msg {
    let named =
        |id: &ItemId| dossier.item(*id).map_or_else(|| "answer-open".into(), |item| name(item, world));
    match &sitting.reason {
        Reason::NoBackup(data) => Msg::new("next-why-backup").msg("name", named(data)),
        Reason::BigRisk(risk, grade) => {
            let risk = dossier.item(*risk);
            let risk = risk.and_then(|item| judgement::risk(item, &world.content.catalogue, dossier));
            let risk = risk.map_or_else(|| "answer-open".into(), |risk| both(&risk, world));
            Msg::new("next-why-risk").msg("risk", risk).key("grade", grade_key(*grade))
        }
        Reason::HangsOn(thing, supplier) => {
            Msg::new("next-why-supplier").msg("thing", named(thing)).msg("name", named(supplier))
        }
        Reason::Section if sitting.is_begun() => "next-why-begun".into(),
        Reason::Section => Msg::new(format!("section-{}.why", sitting.section.id)),
    }
}

#[cfg(test)]
mod tests;
