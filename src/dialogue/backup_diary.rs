//! The backup diary: made, off the network, dated, in one tap or three; and which backup is safe when something is
//! wrong since a moment.
//!
//! ```text
//! < Back-up van vrijdag 27 november 2026: wat is er gedaan?
//!   [1] ☐ Gemaakt  [2] ☐ Los van het netwerk  [3] ☐ Datum erop  [4] Alles gedaan  [5] Niet gemaakt
//! > alles gedaan
//! < ✓ vrijdag 27 november 2026: gemaakt, los van het netwerk, datum erop
//! ```

use chrono::NaiveDate;

use crate::{
    dialogue::{
        Place, State, World,
        date_words::{self, DateError, Lean},
        due_words::{self, dated},
        enumeration::enumerated,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        backup_diary::{self, Tick},
        diary::{self, Entry},
        dossier::{Dossier, Slot},
        ids::Slug,
    },
    text::Msg,
};

pub mod safe;

/// So many entries back are shown.
const MOST_ENTRIES: usize = 5;

/// The day to begin with: the agreed day of which nothing is known, or today.
pub fn open(dossier: &Dossier, world: &World<'_>) -> Place {
    let on = backup_diary::open_on(dossier, world.today, world.now).unwrap_or(world.today);
    Place::BackupDiary { on }
}

/// The diary on the screen, at a day.
pub fn card(on: NaiveDate, dossier: &Dossier, world: &World<'_>) -> Card {
    let mut lines = vec![Msg::new("backup-diary-title")];
    let weekly = || backup_diary::days(dossier).map(due_words::repetition);
    let days = backup_diary::monthly_on(dossier).map(due_words::first_of_month).or_else(weekly);
    lines.push(days.map_or_else(
        || "backup-diary-no-days".into(),
        |days| Msg::new("backup-diary-days").msg("days", days),
    ));
    lines.extend(backup_diary::entries(dossier).take(MOST_ENTRIES).map(entry_line));
    let none = Entry { on, done: Vec::new() };
    let entry = dossier.answers(None).and_then(|answers| diary::on(answers, on)).unwrap_or(&none);
    let complete = Tick::ALL.iter().all(|tick| entry.has(tick.slug()));
    let ask = if complete { "backup-diary-complete" } else { "backup-diary-ask" };
    lines.push(Msg::new(ask).msg("date", dated(on)));
    let ticks = Tick::ALL.into_iter().map(|tick| {
        let mark = if entry.has(tick.slug()) { "ticked" } else { "unticked" };
        (Msg::new(mark).msg("label", words(tick)), Tap::Choice(tick.slug().into()))
    });
    let other = if on == world.today { "backup-diary-yesterday" } else { "backup-diary-today" };
    let offer = Offer::new(Typing::Several)
        .each(ticks)
        .option_if(!complete, "backup-diary-all", Tap::Done)
        .option_if(!complete, "backup-diary-missed", Tap::No)
        .option(other, Tap::Number(0))
        .option("option-safe-backup", Tap::SafeBackup)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

fn words(tick: Tick) -> Msg {
    match tick {
        Tick::Made => "backup-tick-made",
        Tick::Unplugged => "backup-tick-unplugged",
        Tick::Dated => "backup-tick-dated",
    }
    .into()
}

/// "• vrijdag 27 november 2026: gemaakt, los van het netwerk".
fn entry_line(entry: &Entry) -> Msg {
    Msg::new("backup-diary-entry").msg("date", dated(entry.on)).msg("done", done_words(entry))
}

fn done_words(entry: &Entry) -> Msg {
    let done = Tick::ALL.into_iter().filter(|tick| entry.has(tick.slug())).map(words);
    enumerated(done).unwrap_or_else(|| "backup-not-made".into())
}

/// A turn at the diary, or at the question which backup is safe.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let on = match &state.place {
        Place::BackupDiary { on } => *on,
        Place::SafeBackup => return safe::step(draft, state, input),
        _ => return draft.finish(Place::Menu),
    };
    let today = draft.world.today;
    match input {
        Input::Pick(Tap::Choice(slug)) => toggle(draft, on, slug, state),
        // One tick that is typed is one tick.
        Input::Picks(taps) if taps.len() == 1 => match taps.first() {
            Some(Tap::Choice(slug)) => toggle(draft, on, slug, state),
            _ => not_an_answer(draft, state, input),
        },
        Input::Picks(taps) => {
            let tick = |tap: &Tap| match tap {
                Tap::Choice(slug) => Tick::ALL.into_iter().find(|tick| tick.slug() == slug.as_str()),
                _ => None,
            };
            let Some(ticks) = taps.iter().map(tick).collect::<Option<Vec<_>>>() else {
                return not_an_answer(draft, state, &Input::NoSuchNumber);
            };
            save(&mut draft, on, &ticks);
            acknowledge(&mut draft, on);
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Done) => {
            save(&mut draft, on, &Tick::ALL);
            acknowledge(&mut draft, on);
            draft.finish(state.clone())
        }
        Input::Pick(Tap::No) => {
            save(&mut draft, on, &[]);
            draft.say(Msg::new("backup-diary-noted-missed").msg("date", dated(on)));
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Number(_)) => {
            let other = if on == today { today.pred_opt().unwrap_or(today) } else { today };
            draft.finish(Place::BackupDiary { on: other })
        }
        Input::Pick(Tap::SafeBackup) => draft.finish(Place::SafeBackup),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        Input::Text(text) => match past_day(text, draft.world) {
            Ok(on) => draft.finish(Place::BackupDiary { on }),
            Err(why) => {
                draft.say(why);
                draft.finish(state.clone())
            }
        },
        _ => not_an_answer(draft, state, input),
    }
}

fn toggle(mut draft: Draft<'_>, on: NaiveDate, slug: &Slug, state: &State) -> Step {
    let ticks = toggled(on, slug, &draft.dossier);
    save(&mut draft, on, &ticks);
    if ticks.len() == Tick::ALL.len() {
        acknowledge(&mut draft, on);
    }
    draft.finish(state.clone())
}

/// A day until today, or kindly why it is none.
fn past_day(text: &str, world: &World<'_>) -> Result<NaiveDate, Msg> {
    match date_words::parse_leaning(text, world.today, Lean::Past, &world.content.texts) {
        Ok(on) if on <= world.today => Ok(on),
        Ok(on) => Err(Msg::new("backup-day-to-come").msg("date", dated(on))),
        Err(DateError::Impossible) => Err("date-impossible".into()),
        Err(DateError::Unclear) => Err("date-not-seen".into()),
    }
}

/// The ticks of a day after one of them was tapped. What is off the network or dated was made; what was not made is
/// neither.
fn toggled(on: NaiveDate, slug: &Slug, dossier: &Dossier) -> Vec<Tick> {
    let entry = dossier.answers(None).and_then(|answers| diary::on(answers, on));
    let is_on = |tick: Tick| entry.is_some_and(|entry| entry.has(tick.slug()));
    let Some(tapped) = Tick::ALL.into_iter().find(|tick| tick.slug() == slug.as_str()) else {
        return Tick::ALL.into_iter().filter(|tick| is_on(*tick)).collect();
    };
    let will_be_on = !is_on(tapped);
    if tapped == Tick::Made && !will_be_on {
        return Vec::new();
    }
    let stays = |tick: Tick| if tick == tapped { will_be_on } else { is_on(tick) || tick == Tick::Made };
    Tick::ALL.into_iter().filter(|tick| stays(*tick)).collect()
}

fn save(draft: &mut Draft<'_>, on: NaiveDate, ticks: &[Tick]) {
    let made = if ticks.is_empty() { Vec::new() } else { vec![Tick::Made] };
    let ticks: Vec<Tick> = made.into_iter().chain(ticks.iter().copied()).collect();
    let (question, value) = backup_diary::entry(&draft.dossier, on, &ticks);
    draft.save(&Slot { item: None, question }, value);
}

fn acknowledge(draft: &mut Draft<'_>, on: NaiveDate) {
    let entry = draft.dossier.answers(None).and_then(|answers| diary::on(answers, on));
    let line = entry.map(|entry| {
        Msg::new("backup-diary-noted").msg("date", dated(entry.on)).msg("done", done_words(entry))
    });
    if let Some(line) = line {
        draft.say(line);
    }
}
