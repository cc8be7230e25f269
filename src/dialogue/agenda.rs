//! What comes back, and when: `/agenda`, `/gedaan`, `/later`, `/pauze`.
//!
//! ```text
//! > /agenda
//! < Je agenda
//!   Nu open: alles nalopen (zondag 23 mei 2027)
//!   Komt eraan: vrijdag 28 mei 2027: back-up maken
//! ```

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Content, Place, State, World, agreements,
        command::Command,
        due_words::dated,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        review,
        standing::StandingTap,
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        agreement,
        backup_diary::{self, Tick},
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, Value},
        member::Role,
        schedule::{
            Kind, Rule, Schedule, Told,
            audience::{asker, whose},
            exercise,
            habits::Habits,
            known,
            series::{self, Open},
        },
    },
    questionnaire::endings::{What, endings},
    text::Msg,
};

mod later;
pub mod link;
pub mod outcomes;
pub mod settings;

/// A part of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// What is open and what comes.
    Overview,
    /// Until when is everything that is open put off?
    PutOff,
    /// Until when is the holiday?
    Pause,
    /// When and whom to remind.
    Habits,
    /// At what time of day?
    Hour,
    /// In which time zone?
    Zone,
    /// With which words of one's own?
    Phrase,
    /// A private link for an agenda of one's own.
    Link,
}

impl Spot {
    /// Its word in buttons.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::PutOff => "put-off",
            Self::Pause => "pause",
            Self::Habits => "habits",
            Self::Hour => "hour",
            Self::Zone => "zone",
            Self::Phrase => "phrase",
            Self::Link => "link",
        }
    }
}

/// What comes is listed up to so many lines.
const MOST_LINES: usize = 12;
/// What is open can be chosen up to so many.
const MOST_OPEN: usize = 8;

/// Everything that comes back to a company, from every source.
pub fn schedules(dossier: &Dossier, content: &Content, habits: &Habits, now: DateTime<Utc>) -> Vec<Schedule> {
    let mut all = known(dossier, habits, now);
    // A list of products looks the same on every day until it is replaced.
    let day = content.catalogue.products.checked_on;
    let endings = endings(&content.catalogue, dossier, day);
    let told = Told { dossier, habits, now };
    all.extend(endings.iter().map(|ending| {
        let kind = match ending.what {
            What::Updates(_) => Kind::EndOfLife,
            What::Accepted(_) => Kind::Acceptance,
        };
        let schedule = told.schedule(kind, Some(ending.item), ending.on, Rule::Once, ending.told_at);
        // The day until which it is accepted comes back instead.
        let is_accepted = review::endings::is_accepted(ending, dossier, habits.date(now), now);
        Schedule { settled_on: is_accepted.then_some(ending.on), ..schedule }
    }));
    all
}

/// What came back for things that were taken off.
pub fn gone(dossier: &Dossier, content: &Content, habits: &Habits, now: DateTime<Utc>) -> Vec<Schedule> {
    let mut before = dossier.clone();
    for item in dossier.items_ever().filter(|item| item.removed) {
        before.save_item(Item { removed: false, ..item.clone() });
    }
    let mut gone = schedules(&before, content, habits, now);
    gone.retain(|schedule| schedule.item.is_some_and(|id| dossier.item(id).is_none()));
    gone
}

/// When there is next something to say to a company.
pub fn next_at(dossier: &Dossier, content: &Content, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let habits = Habits::of(dossier);
    series::next_at(&schedules(dossier, content, &habits, now), &habits, now)
}

/// What changes of answers mean for the next reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// There is next something to say then, or never.
    To(Option<DateTime<Utc>>),
    /// Another hour, or the end of a holiday: what was to be said since then, or longer ago and was held up, may not have been. Look
    /// at once.
    LookBack(DateTime<Utc>),
}

/// An hour, a zone or a weekend moves a step by less than this.
const MOST_MOVED: TimeDelta = TimeDelta::days(4);

/// What it means that a company told this, after that; `None`: nothing.
pub fn moved(before: &Dossier, after: &Dossier, content: &Content, now: DateTime<Utc>) -> Option<Moved> {
    let (old, new) = (Habits::of(before), Habits::of(after));
    if old != new {
        return Some(Moved::LookBack(now - MOST_MOVED));
    }
    let next = next_at(after, content, now);
    (next != next_at(before, content, now)).then_some(Moved::To(next))
}

/// That the review comes by itself, and when.
pub fn next_review(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let schedules = schedules(dossier, world.content, &Habits::of(dossier), world.now);
    let review = schedules.iter().find(|schedule| schedule.kind == Kind::Review)?;
    Some(Msg::new("review-clock").date("date", review.next_on(world.today)?))
}

/// What waits to be done now, in the order of telling.
pub fn open(dossier: &Dossier, world: &World<'_>) -> Vec<Open> {
    let habits = Habits::of(dossier);
    let schedules = schedules(dossier, world.content, &habits, world.now);
    let mut open: Vec<Open> =
        schedules.iter().filter_map(|schedule| schedule.open(&habits, world.now)).collect();
    open.sort_by_key(|open| (open.kind, open.on, open.item));
    open
}

/// What waits and the speaker may put off: all of it for whoever keeps the agenda, for others what they are to do.
fn to_put_off(dossier: &Dossier, world: &World<'_>) -> Vec<Open> {
    let (habits, me) = (Habits::of(dossier), world.person);
    let keeps = world.role == Some(Role::Owner)
        || (world.answers() && (habits.keeper == Some(me) || habits.wanted.contains(&me)));
    let mut open = open(dossier, world);
    open.retain(|open| keeps || is_own(open.kind, open.item, dossier, world));
    open
}

/// Whether it is the speaker's to do, or to ask for.
pub fn is_own(kind: Kind, item: Option<ItemId>, dossier: &Dossier, world: &World<'_>) -> bool {
    [whose(kind, item, dossier, world.members), asker(kind, item, dossier, world.members)]
        .contains(&Some(world.person))
}

/// "Alles nalopen", "contract met Ziggo".
pub fn what(kind: Kind, item: Option<ItemId>, dossier: &Dossier) -> Msg {
    let what = Msg::new(format!("agenda-{}", kind.slug()));
    let Some(item) = item.and_then(|id| dossier.find(id)) else { return what };
    match &item.contact.name {
        Some(name) => what.told("name", name),
        None => what.msg("name", Msg::new(format!("role-{}", item.role))),
    }
}

/// What is on the screen.
pub fn card(spot: Spot, dossier: &Dossier, world: &World<'_>) -> Card {
    match spot {
        Spot::Overview => overview(dossier, world),
        Spot::PutOff => later::put_off_card(dossier, world),
        Spot::Pause => later::pause_card(dossier, world),
        Spot::Habits => settings::card(dossier, world),
        Spot::Hour => settings::hour_card(dossier),
        Spot::Zone => settings::zone_card(dossier),
        Spot::Phrase => settings::phrase_card(dossier),
        Spot::Link => link::card(),
    }
}

fn overview(dossier: &Dossier, world: &World<'_>) -> Card {
    let habits = Habits::of(dossier);
    let open = open(dossier, world);
    let mut lines = vec![Msg::new("agenda-title")];
    let dated_line = |id: &'static str, kind, item, on: NaiveDate| {
        Msg::new(id).msg("what", what(kind, item, dossier)).msg("date", dated(on))
    };
    if !open.is_empty() {
        lines.push("agenda-open-title".into());
        lines.extend(open.iter().map(|open| match open.until_on {
            None => dated_line("agenda-line", open.kind, open.item, open.on),
            Some(until) => {
                dated_line("agenda-line-put-off", open.kind, open.item, open.on).msg("until", dated(until))
            }
        }));
    }
    let mut coming = coming(dossier, world, &habits);
    coming.retain(|next| !open.iter().any(|open| (open.on, open.kind, open.item) == *next));
    if coming.is_empty() && open.is_empty() {
        lines.push("agenda-empty".into());
    } else if !coming.is_empty() {
        lines.push("agenda-coming-title".into());
        let shown = coming.iter().take(MOST_LINES);
        lines.extend(shown.map(|(on, kind, item)| dated_line("agenda-line", *kind, *item, *on)));
    }
    if coming.len() > MOST_LINES {
        lines.push(Msg::new("todo-more").number("count", coming.len() - MOST_LINES));
    }
    if let Some(pause) = habits.pause.filter(|pause| world.today < pause.until_on) {
        lines.push(Msg::new("agenda-paused").msg("date", dated(pause.until_on)));
    }
    let mut offer = Offer::new(Typing::Options);
    for open in open.iter().take(MOST_OPEN) {
        offer = match open.kind {
            Kind::Review => offer.option("option-review-now", Tap::Standing(StandingTap::Review)),
            Kind::Backup => offer.option("option-backups", Tap::Standing(StandingTap::Diary)),
            _ => offer,
        };
        offer = outcomes::offered(offer, open, dossier, world);
    }
    let offer = offer
        .option_if(!to_put_off(dossier, world).is_empty(), "option-put-off", Tap::Agenda(Spot::PutOff))
        .option("option-pause", Tap::Agenda(Spot::Pause))
        .option("option-habits", Tap::Agenda(Spot::Habits))
        .option_if(world.public_url.is_some(), "option-agenda-link", Tap::Agenda(Spot::Link))
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// The next day of everything that comes, the nearest first.
fn coming(dossier: &Dossier, world: &World<'_>, habits: &Habits) -> Vec<(NaiveDate, Kind, Option<ItemId>)> {
    let tomorrow = world.today.succ_opt().unwrap_or(world.today);
    let mut coming: Vec<_> = schedules(dossier, world.content, habits, world.now)
        .iter()
        .filter_map(|schedule| {
            let next = schedule.next_step(habits, world.now)?;
            let on = if next.on >= tomorrow { next.on } else { schedule.next_on(tomorrow)? };
            Some((on, schedule.kind, schedule.item))
        })
        .collect();
    coming.sort_unstable_by_key(|(on, kind, item)| (*on, *kind, *item));
    coming
}

/// A command about the agenda.
pub fn command(mut draft: Draft<'_>, here: Place, command: Command, rest: &str) -> Step {
    if !draft.world.answers() {
        draft.say("agenda-not-yours");
        return draft.finish(here);
    }
    match command {
        Command::Done => done_command(draft, here),
        Command::Later => later::command(draft, here, rest),
        Command::Pause => later::pause_command(draft, here, rest),
        _ => draft.finish(Place::Agenda(Spot::Overview)),
    }
}

fn done_command(mut draft: Draft<'_>, here: Place) -> Step {
    match open(&draft.dossier, draft.world).as_slice() {
        [] => {
            draft.say("agenda-nothing-open");
            draft.finish(here)
        }
        [one] if outcomes::is_chosen(one.kind) => choose(draft, one),
        [one] => {
            settle(&mut draft, one);
            draft.finish(here)
        }
        _ => {
            draft.say("agenda-which");
            draft.finish(Place::Agenda(Spot::Overview))
        }
    }
}

/// What is not done by saying so is told where it is asked.
fn choose(mut draft: Draft<'_>, open: &Open) -> Step {
    if let (Kind::Reply, Some(agreement)) = (open.kind, open.item) {
        return draft.finish(Place::Agreements(agreements::Spot::Reply(agreement)));
    }
    draft.say("agenda-choose");
    draft.finish(Place::Agenda(Spot::Overview))
}

/// A standing button under a reminder, or the same in the agenda. Whoever may not answer questions says only what became
/// of what they are to do themselves.
pub fn standing(mut draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let may_say = match tap {
        StandingTap::NextWeek => true,
        StandingTap::Done(kind, item) => {
            draft.world.answers() || is_own(kind, item, &draft.dossier, draft.world)
        }
        _ => draft.world.answers(),
    };
    if !may_say {
        draft.say("agenda-not-yours");
        return draft.finish(state.clone());
    }
    let open = open(&draft.dossier, draft.world);
    match tap {
        StandingTap::Done(kind, item) => {
            match open.iter().find(|open| open.kind == kind && open.item == item) {
                Some(open) if outcomes::is_chosen(open.kind) => return choose(draft, open),
                Some(open) => settle(&mut draft, open),
                None => draft.say("agenda-settled"),
            }
            draft.finish(state.clone())
        }
        StandingTap::NextWeek => later::next_week(draft, state),
        _ if open.iter().any(|open| open.kind == Kind::Review) => review::open(draft),
        _ => {
            draft.say("agenda-settled");
            draft.finish(state.clone())
        }
    }
}

/// Writes down that something was done, and says when it comes again.
fn settle(draft: &mut Draft<'_>, open: &Open) {
    if open.kind == Kind::Numbers {
        outcomes::called(draft, open.on);
    }
    let answers = match (open.kind, open.item.and_then(|id| draft.dossier.item(id))) {
        (Kind::Backup, _) => {
            let (question, value) = backup_diary::entry(&draft.dossier, open.on, &[Tick::Made]);
            vec![(Slot { item: None, question }, value)]
        }
        (Kind::Agreement, Some(item)) => {
            let (question, value) = agreement::entry(item, open.on, true);
            vec![(Slot { item: open.item, question }, value)]
        }
        (Kind::Restore | Kind::Drill, _) => exercise::done(open.kind, open.item, draft.world.today),
        (kind, _) => vec![(Schedule::done_slot(kind, open.item), Value::Date(open.on))],
    };
    for (slot, value) in answers {
        draft.save(&slot, value);
    }
    let what = what(open.kind, open.item, &draft.dossier);
    let habits = Habits::of(&draft.dossier);
    let schedules = schedules(&draft.dossier, draft.world.content, &habits, draft.world.now);
    let same = |schedule: &&Schedule| schedule.kind == open.kind && schedule.item == open.item;
    let next = schedules.iter().find(same).and_then(|schedule| schedule.next_step(&habits, draft.world.now));
    draft.say(match next {
        Some(next) => Msg::new("agenda-done-until").msg("what", what).msg("date", dated(next.on)),
        None => Msg::new("agenda-done").msg("what", what),
    });
}

/// A turn at the agenda.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Agenda(spot) = &state.place else { return draft.finish(Place::Menu) };
    match (spot, input) {
        (_, Input::Pick(Tap::Menu)) => draft.finish(Place::Menu),
        (_, Input::Pick(Tap::Agenda(spot))) => draft.finish(Place::Agenda(*spot)),
        (_, Input::Pick(Tap::Back)) => draft.finish(Place::Agenda(Spot::Overview)),
        (Spot::Link, _) => link::step(draft, state, input),
        (Spot::PutOff, _) => later::put_off_step(draft, state, input),
        (Spot::Pause, _) => later::pause_step(draft, state, input),
        (Spot::Habits | Spot::Hour | Spot::Zone | Spot::Phrase, _) => {
            settings::step(draft, state, *spot, input)
        }
        (Spot::Overview, _) => not_an_answer(draft, state, input),
    }
}

#[cfg(test)]
mod tests;
