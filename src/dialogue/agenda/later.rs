//! Not now: what is open put off until a day, or no reminders at all until a holiday is over.

use chrono::{Days, Months, NaiveDate};

use crate::{
    dialogue::{
        Place, State, World,
        agenda::{Spot, open, schedules, to_put_off, what},
        date_words::{DateError, Lean, parse_leaning},
        due_words::dated,
        input::Input,
        members::{self, speaker},
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        dossier::{Dossier, Slot},
        item::Value,
        member::Member,
        schedule::{
            Kind, Schedule,
            habits::{Habits, PAUSE},
            series::Open,
        },
    },
    text::{Language, Msg, vocabulary::Words},
};

/// Further ahead than this nobody means.
const FARTHEST: Days = Days::new(366);
const WEEK: u16 = 7;
/// What the button for a month carries; it means the same day of the next month.
const MONTH: u16 = 30;

/// Why a day cannot be the one until which to wait.
enum DayError {
    /// It says no day.
    Words(DateError),
    /// It is today or over.
    Over(NaiveDate),
    /// It is too far ahead.
    TooFar,
}

impl DayError {
    fn words(self) -> Msg {
        match self {
            Self::Words(DateError::Impossible) => "date-impossible".into(),
            Self::Words(DateError::Unclear) => "later-unclear".into(),
            Self::Over(on) => Msg::new("later-over").msg("date", dated(on)),
            Self::TooFar => "later-too-far".into(),
        }
    }
}

/// "3 weken", "tot 1 maart", "over een week": a day after today.
fn read(text: &str, world: &World<'_>) -> Result<NaiveDate, DayError> {
    let texts = &world.content.texts;
    let said = Language::ALL
        .iter()
        .find_map(|language| texts.vocabulary(*language).strip(Words::Until, text))
        .unwrap_or(text);
    let read = |text: &str| parse_leaning(text, world.today, Lean::Future, texts);
    // "3 weken" without "over" is the same here.
    let after = |language: &Language| texts.vocabulary(*language).list(Words::After).first();
    let spelled = || {
        let ahead = Language::ALL.iter().filter_map(after).map(|after| read(&format!("{after} {said}")));
        ahead.flatten().next()
    };
    let on = match read(said) {
        Ok(on) if on > world.today => on,
        Ok(on) => spelled().unwrap_or(on),
        Err(error) => spelled().ok_or(DayError::Words(error))?,
    };
    if on <= world.today {
        Err(DayError::Over(on))
    } else if world.today.checked_add_days(FARTHEST).is_some_and(|farthest| on > farthest) {
        Err(DayError::TooFar)
    } else {
        Ok(on)
    }
}

fn in_days(days: u16, world: &World<'_>) -> NaiveDate {
    let on = match days {
        MONTH => world.today.checked_add_months(Months::new(1)),
        _ => world.today.checked_add_days(Days::new(days.into())),
    };
    on.unwrap_or(world.today)
}

/// Where to go on: a question about a day is not asked again.
fn answered(here: Place) -> Place {
    match here {
        Place::Agenda(Spot::PutOff | Spot::Pause) => Place::Agenda(Spot::Overview),
        elsewhere => elsewhere,
    }
}

/// `/later`, with or without a day.
pub fn command(mut draft: Draft<'_>, here: Place, rest: &str) -> Step {
    let here = answered(here);
    if to_put_off(&draft.dossier, draft.world).is_empty() {
        let nothing = open(&draft.dossier, draft.world).is_empty();
        draft.say(if nothing { "agenda-nothing-open" } else { "later-not-yours" });
        return draft.finish(here);
    }
    if rest.is_empty() {
        return draft.finish(Place::Agenda(Spot::PutOff));
    }
    match read(rest, draft.world) {
        Ok(until_on) => {
            put_off(&mut draft, until_on);
            draft.finish(here)
        }
        Err(error) => {
            draft.say(error.words());
            draft.finish(Place::Agenda(Spot::PutOff))
        }
    }
}

/// Everything that the speaker may put off, in a week.
pub fn next_week(mut draft: Draft<'_>, state: &State) -> Step {
    let until_on = in_days(WEEK, draft.world);
    put_off(&mut draft, until_on);
    draft.finish(state.clone())
}

fn put_off(draft: &mut Draft<'_>, until_on: NaiveDate) {
    let matters = to_put_off(&draft.dossier, draft.world);
    if matters.is_empty() {
        let nothing = open(&draft.dossier, draft.world).is_empty();
        return draft.say(if nothing { "agenda-settled" } else { "later-not-yours" });
    }
    let mut line = "later-already";
    for open in &matters {
        // What was put off for longer stays so.
        if open.until_on.is_none_or(|known| known < until_on) {
            draft.save(&Schedule::later_slot(open.kind, open.item), Value::Date(until_on));
            line = "later-done";
        }
    }
    let habits = Habits::of(&draft.dossier);
    let schedules = schedules(&draft.dossier, draft.world.content, &habits, draft.world.now);
    // What comes back by itself before that day is not put off beyond it.
    let is_put_off = |schedule: &&Schedule| {
        matters.iter().any(|open| (open.kind, open.item) == (schedule.kind, schedule.item))
    };
    let put_off = schedules.iter().filter(is_put_off);
    let first_at = put_off.filter_map(|schedule| schedule.next_step(&habits, draft.world.now));
    let first_at = first_at.map(|step| step.at).min().unwrap_or_else(|| habits.instant(until_on));
    draft.say(Msg::new(line).msg("date", dated(habits.date(first_at))));
    // What others hold one to does not wait: the day by which to give notice, or after which there are no updates.
    let waits_for_nobody =
        |open: &&Open| matches!(open.kind, Kind::Contract | Kind::EndOfLife | Kind::Acceptance);
    let passed_by = |open: &&Open| draft.world.today < open.on && open.on < until_on;
    let first = matters.iter().filter(waits_for_nobody).filter(passed_by).min_by_key(|open| open.on);
    if let Some(open) = first {
        let what = what(open.kind, open.item, &draft.dossier);
        draft.say(Msg::new("later-beyond").msg("what", what).msg("date", dated(open.on)));
    }
}

/// Until when?
pub fn put_off_card(dossier: &Dossier, world: &World<'_>) -> Card {
    let count = to_put_off(dossier, world).len();
    let offer = Offer::new(Typing::Free)
        .option("option-next-week", Tap::Until(WEEK))
        .option("option-next-month", Tap::Until(MONTH))
        .option("option-back", Tap::Back);
    Card { lines: vec![Msg::new("later-question").number("count", count)], offer }
}

/// A turn at that question.
pub fn put_off_step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let until_on = match input {
        Input::Pick(Tap::Until(days)) => Ok(in_days(*days, draft.world)),
        Input::Text(text) => read(text, draft.world),
        _ => return not_an_answer(draft, state, input),
    };
    match until_on {
        Ok(until_on) => {
            put_off(&mut draft, until_on);
            draft.finish(Place::Agenda(Spot::Overview))
        }
        Err(error) => {
            draft.say(error.words());
            draft.finish(state.clone())
        }
    }
}

/// `/pauze`, with or without a day.
pub fn pause_command(mut draft: Draft<'_>, here: Place, rest: &str) -> Step {
    let here = answered(here);
    if rest.is_empty() {
        return draft.finish(Place::Agenda(Spot::Pause));
    }
    let ends = Language::ALL.iter().any(|language| {
        let vocabulary = draft.world.content.texts.vocabulary(*language);
        [Words::Stop, Words::No, Words::Done].into_iter().any(|words| vocabulary.is(words, rest))
    });
    if ends {
        end_pause(&mut draft);
        return draft.finish(here);
    }
    match read(rest, draft.world) {
        Ok(until_on) => {
            pause(&mut draft, until_on);
            draft.finish(here)
        }
        Err(error) => {
            draft.say(error.words());
            draft.finish(Place::Agenda(Spot::Pause))
        }
    }
}

/// Until when is the holiday?
pub fn pause_card(dossier: &Dossier, world: &World<'_>) -> Card {
    let pause = Habits::of(dossier).pause.filter(|pause| world.today < pause.until_on);
    let line = match pause {
        Some(pause) => Msg::new("pause-running").msg("date", dated(pause.until_on)),
        None => "pause-question".into(),
    };
    let offer = Offer::new(Typing::Free)
        .option_if(pause.is_some(), "option-no-pause", Tap::NoPause)
        .option("option-back", Tap::Back);
    let for_all =
        together(world.members).then(|| Msg::new("pause-for-all").msg("option", "option-habits".into()));
    Card { lines: std::iter::once(line).chain(for_all).collect(), offer }
}

/// Whether there is anybody else for whom a holiday is one too: what comes back waits for the whole firm.
fn together(members: &[Member]) -> bool {
    members.iter().filter(|member| member.is_confirmed()).count() > 1
}

/// A turn at that question.
pub fn pause_step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::NoPause) => end_pause(&mut draft),
        Input::Text(text) => match read(text, draft.world) {
            Ok(until_on) => pause(&mut draft, until_on),
            Err(error) => {
                draft.say(error.words());
                return draft.finish(state.clone());
            }
        },
        _ => return not_an_answer(draft, state, input),
    }
    draft.finish(Place::Agenda(Spot::Overview))
}

fn pause(draft: &mut Draft<'_>, until_on: NaiveDate) {
    draft.save(&Slot::own(PAUSE), Value::Date(until_on));
    let all = if together(&draft.members) { "yes" } else { "no" };
    draft.say(Msg::new("pause-begun").msg("date", dated(until_on)).key("all", all));
    let news = Msg::new("notice-paused").msg("who", speaker(draft)).msg("date", dated(until_on));
    members::tell_other_owners(draft, &news.msg("option", "option-agenda".into()), None);
}

fn end_pause(draft: &mut Draft<'_>) {
    let running = Habits::of(&draft.dossier).pause.is_some_and(|pause| draft.world.today < pause.until_on);
    if running {
        // A holiday that ends on the day it begins is none.
        draft.save(&Slot::own(PAUSE), Value::Date(draft.world.today));
    }
    draft.say(if running { "pause-ended" } else { "pause-none" });
}
