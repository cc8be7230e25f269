//! "Welke back-up is van vóór de besmetting, en is die ooit teruggezet?"

use chrono::NaiveDate;

use crate::{
    dialogue::{
        Place, State, World,
        backup_diary::{done_words, past_day},
        due_words::dated,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        question_card::shown_value,
        step::{Draft, Lane, Step, not_an_answer},
    },
    domain::{
        backup_diary::{DATED, Judged, RESTORED, Side, Tick, judge, kept_by_supplier, own_data},
        dossier::{Dossier, Slot},
        item::{Item, Value},
        schedule::{
            exercise::{self, WORKED},
            habits::Habits,
        },
    },
    text::Msg,
};

/// More backups than this are counted, not listed.
const MOST: usize = 10;

/// Asks since when something is wrong.
pub fn card() -> Card {
    let offer = Offer::new(Typing::Free)
        .option("safe-today", Tap::Number(0))
        .option("safe-yesterday", Tap::Number(1))
        .option("option-unknown", Tap::Unknown)
        .option("option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines: vec!["safe-ask".into()], offer }
}

/// A moment was said.
pub(super) fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let today = draft.world.today;
    let since = match input {
        Input::Pick(Tap::Number(0)) => Some(today),
        Input::Pick(Tap::Number(_)) => today.pred_opt(),
        Input::Pick(Tap::Unknown) => None,
        Input::Pick(Tap::Back) => {
            let place = super::open(&draft.dossier, draft.world);
            return draft.finish(place);
        }
        Input::Pick(Tap::Menu) => return draft.finish(Place::Menu),
        Input::Text(text) => match past_day(text, draft.world) {
            Ok(on) => Some(on),
            Err(why) => {
                draft.say(why);
                return draft.finish(state.clone());
            }
        },
        _ => return not_an_answer(draft, state, input),
    };
    let lines = lines(since, &draft.dossier, draft.world);
    draft.send(Lane::Interactive, lines);
    draft.finish(Place::SafeBackup)
}

/// Which backup to take, how every other one stands, and what is known of putting them back. Without a day since
/// which something is wrong, none of them is surely from before.
pub fn lines(since: Option<NaiveDate>, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let judged = judge(dossier, since.unwrap_or(NaiveDate::MIN));
    let mut lines = vec![match since {
        Some(on) => Msg::new("safe-title").msg("date", dated(on)),
        None => "safe-title-unknown".into(),
    }];
    lines.push(match judged.iter().find(|one| one.is_safe()) {
        Some(safe) => Msg::new("safe-take").msg("date", dated(safe.entry.on)),
        None if judged.is_empty() => "safe-none-known".into(),
        None if since.is_none() => "safe-oldest".into(),
        None => "safe-none".into(),
    });
    lines.extend(judged.iter().take(MOST).map(|one| line(one, since.is_some())));
    if judged.len() > MOST {
        lines.push(Msg::new("todo-more").number("count", judged.len() - MOST));
    }
    if !judged.is_empty() && is_overwritten(dossier) {
        lines.push("safe-overwritten".into());
    }
    lines.extend(own_data(dossier).map(|data| restored(data, dossier, world)));
    lines.extend(kept_by_supplier(dossier).map(|data| Msg::new("safe-supplier").msg("name", name(data))));
    lines.push("safe-care".into());
    lines
}

fn line(one: &Judged<'_>, since_is_known: bool) -> Msg {
    let off = one.entry.has(Tick::Unplugged.slug());
    let id = match one.side {
        _ if !since_is_known && off => "safe-line-off",
        _ if !since_is_known => "safe-line-on",
        Side::Before if off => "safe-line-before-off",
        Side::Before => "safe-line-before-on",
        Side::SameDay => "safe-line-same-day",
        Side::After => "safe-line-after",
    };
    Msg::new(id).msg("date", dated(one.entry.on)).msg("done", done_words(one.entry))
}

/// A new backup goes over an old one, so an old one may be gone.
fn is_overwritten(dossier: &Dossier) -> bool {
    dossier.choice(DATED).is_some_and(|dated| dated.as_str() == "overwritten")
}

fn name(data: &Item) -> Msg {
    match &data.contact.name {
        Some(name) => Msg::new("told").told("text", name),
        None => Msg::new(format!("role-{}", data.role)),
    }
}

/// "Terugzetten geoefend met klantgegevens: Ja, dit jaar, en het lukte, genoteerd op dinsdag 2 maart 2027".
fn restored(data: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    let told = world.content.catalogue.question(RESTORED).zip(data.answers.get(RESTORED));
    let how = told.map_or_else(
        || "answer-open".into(),
        |(question, answer)| shown_value(question, &answer.value, dossier, world),
    );
    let line = Msg::new("safe-restored").msg("name", name(data)).msg("how", how);
    match restored_on(data, dossier) {
        Some(on) => Msg::new("safe-restored-on").msg("line", line).msg("date", dated(on)),
        None => line,
    }
}

/// Since which day it is known that putting it back worked.
fn restored_on(data: &Item, dossier: &Dossier) -> Option<NaiveDate> {
    let told = Slot::of(data.id, RESTORED);
    let worked = *dossier.value(&told)? == Value::Choice(WORKED.into());
    let since = exercise::stands_since(&told, dossier, &Habits::of(dossier)).filter(|_| worked);
    since.map(|(_, on)| on)
}
