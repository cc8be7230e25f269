//! Until when everything gets updates, what was decided about what does not, and what is not known.
//!
//! ```text
//! 🔴 laptop: Windows 10 krijgt sinds 14 oktober 2025 geen updates meer. Je neemt het risico tot 1 mei 2027.
//! ⚪ kassa: onbekend. Dat is ook een risico: zoek het uit.
//! ```

use chrono::NaiveDate;

use crate::{
    dialogue::{
        World,
        product_question::{outcome, source_line, support_line},
        results::{
            INVENTORY, not_yet,
            room::{ENTRIES, fitting},
            short_name, slot,
        },
    },
    domain::{
        dossier::Dossier,
        end_of_life::{Outcome, Status, Support},
        item::{Item, ItemKind, Value},
    },
    questionnaire::{is_long_ago, walk},
    text::Msg,
};

/// The answer that says that there is nothing on a thing that could get updates.
const NO_SYSTEM: &str = "none";
/// So many characters for the things; the source comes after them.
const ROOM: usize = 2_600;

/// How it stands with the updates of one thing. What is worst comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Updates {
    /// There are none any more; with the support dates if those say so.
    Ended(Option<Support>),
    /// The last one came long ago.
    Old(NaiveDate),
    /// They end within twelve months.
    Ending(Support),
    /// It may be one of several versions.
    Unclear,
    /// Nobody knows.
    Unknown,
    /// The last one came not long ago.
    Recent(NaiveDate),
    /// They go on.
    Going(Option<Support>),
}

/// The questions about one kind of thing.
struct Asked {
    product: &'static str,
    last_update: &'static str,
    end: &'static str,
    until: &'static str,
    /// Answers that say that there are no more updates.
    no_more: &'static [(&'static str, &'static str)],
    /// Answers that say that there are.
    going_on: &'static [(&'static str, &'static str)],
}

const DEVICE: Asked = Asked {
    product: "device-system",
    last_update: "device-last-update",
    end: "device-end",
    until: "device-until",
    no_more: &[("device-updates", "ended")],
    going_on: &[("device-updates", "automatic"), ("device-updates", "by-hand")],
};
const SOFTWARE: Asked = Asked {
    product: "software-version",
    last_update: "software-last-update",
    end: "software-end",
    until: "software-until",
    no_more: &[("software-version", "ended"), ("software-maker", "no")],
    going_on: &[("software-version", "cloud"), ("software-maker", "yes")],
};

fn asked(item: &Item) -> Option<Asked> {
    match item.kind {
        ItemKind::Device => Some(DEVICE),
        ItemKind::Software => Some(SOFTWARE),
        _ => None,
    }
}

/// How it stands with the updates of a thing; nothing if it is none that gets any.
pub fn updates(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<Updates> {
    let asked = asked(item)?;
    if world.content.catalogue.question(asked.product)?.not_for.contains(&item.role) {
        return None;
    }
    if item.choice(asked.product) == Some(NO_SYSTEM) {
        return None;
    }
    let looked_up = outcome(&slot(item, asked.product), dossier, world);
    if let Some(Outcome::Known(support)) = looked_up {
        return Some(match support.status {
            Status::Ended => Updates::Ended(Some(support)),
            Status::Ending => Updates::Ending(support),
            Status::Supported => Updates::Going(Some(support)),
        });
    }
    let told = |answers: &[(&str, &str)]| {
        answers.iter().any(|(question, answer)| item.choice(question) == Some(*answer))
    };
    let last = match dossier.value(&slot(item, asked.last_update)) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    let is_old = |day: &NaiveDate| is_long_ago(*day, world.today);
    Some(match (last, looked_up) {
        _ if told(asked.no_more) => Updates::Ended(None),
        (Some(day), _) if is_old(&day) => Updates::Old(day),
        (Some(day), _) => Updates::Recent(day),
        (None, Some(Outcome::Unclear(_))) => Updates::Unclear,
        (None, _) if told(asked.going_on) => Updates::Going(None),
        (None, _) => Updates::Unknown,
    })
}

/// Whether nothing comes any more, or almost.
pub fn has_ended(updates: &Updates) -> bool {
    matches!(updates, Updates::Ended(_) | Updates::Old(_))
}

/// Whether it was decided to go on with it all the same, cut loose or until a day that is still to come.
pub fn is_kept(item: &Item, dossier: &Dossier, world: &World<'_>) -> bool {
    let Some(asked) = asked(item) else { return false };
    let is_asked = walk::is_asked(&slot(item, asked.end), &world.content.catalogue, dossier, world.today);
    let is_over =
        matches!(dossier.value(&slot(item, asked.until)), Some(Value::Date(day)) if *day < world.today);
    match item.choice(asked.end).filter(|_| is_asked) {
        Some("isolate") => true,
        Some("accept") => !is_over,
        _ => false,
    }
}

/// Everything that gets updates, the worst first.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut things: Vec<(u8, Updates, &Item)> = dossier
        .items()
        .filter_map(|item| {
            let updates = updates(item, dossier, world)?;
            Some((place(&updates), updates, item))
        })
        .collect();
    let mut lines = vec![Msg::new("result-end-title")];
    if things.is_empty() {
        lines.push(not_yet(INVENTORY));
        return lines;
    }
    things.sort_by_key(|(place, ..)| *place);
    let entries = things.iter().map(|(_, updates, item)| vec![line(updates, item, dossier, world)]);
    lines.extend(fitting(entries.collect(), ENTRIES, ROOM, world));
    lines.push(source_line(world));
    lines
}

fn place(updates: &Updates) -> u8 {
    match updates {
        Updates::Ended(_) => 0,
        Updates::Old(_) => 1,
        Updates::Ending(_) => 2,
        Updates::Unclear => 3,
        Updates::Unknown => 4,
        Updates::Recent(_) => 5,
        Updates::Going(_) => 6,
    }
}

fn line(updates: &Updates, item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    let (id, what) = match updates {
        Updates::Ended(Some(support)) => ("result-end-ended", support_line(support)),
        Updates::Ended(None) => ("result-end-ended", "result-end-told".into()),
        Updates::Old(day) => ("result-end-ended", Msg::new("result-end-old").date("date", *day)),
        Updates::Ending(support) => ("result-end-ending", support_line(support)),
        Updates::Unclear => ("result-end-unknown", "result-end-unclear".into()),
        Updates::Unknown => ("result-end-unknown", "result-end-not-known".into()),
        Updates::Recent(day) => ("result-end-fine", Msg::new("result-end-recent").date("date", *day)),
        Updates::Going(Some(support)) => ("result-end-fine", support_line(support)),
        Updates::Going(None) => ("result-end-fine", "result-end-going".into()),
    };
    let what = if matches!(updates, Updates::Ended(_) | Updates::Old(_) | Updates::Ending(_)) {
        Msg::new("list-space").msg("list", what).msg("next", decision(item, dossier))
    } else {
        what
    };
    Msg::new(id).msg("name", short_name(item, world)).msg("what", what)
}

/// What the owner does about it, or the three things that can be done.
fn decision(item: &Item, dossier: &Dossier) -> Msg {
    let Some(asked) = asked(item) else { return "result-end-open".into() };
    match item.choice(asked.end) {
        Some("replace") => "result-end-replace".into(),
        Some("isolate") => "result-end-isolate".into(),
        Some("accept") => match dossier.value(&slot(item, asked.until)) {
            Some(Value::Date(day)) => Msg::new("result-end-accept-until").date("date", *day),
            _ => "result-end-accept".into(),
        },
        _ => "result-end-open".into(),
    }
}
