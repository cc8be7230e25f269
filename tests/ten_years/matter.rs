//! One thing that comes back, as the firm itself would keep it: the days on which it is said, what it did about it, and what
//! became of every step.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc};
use noodplan::domain::{ids::ItemId, schedule::Kind};

use crate::{
    calendar::{EARLY, Hearers, MOST_STEPS, Often, Step, written_out},
    hours::Hours,
    tally::{Outcome, Tally},
};

/// What was done of it.
#[derive(Clone, Copy, Debug)]
pub enum Done {
    /// Everything up to this day, as a diary says.
    Until(NaiveDate),
    /// This day, and no other.
    Only(NaiveDate),
    /// Said to be done then, a little early or late.
    At(DateTime<Utc>),
}

/// Something that comes back.
#[derive(Debug)]
pub struct Matter {
    pub kind: Kind,
    pub item: Option<ItemId>,
    /// The member whose matter it is.
    pub whom: Option<usize>,
    pub often: Often,
    pub from: NaiveDate,
    /// When it was told. What would have been said before is not said.
    pub since: DateTime<Utc>,
    pub done: Option<Done>,
    /// When it was last put off, and until which day.
    put_off: Option<(DateTime<Utc>, NaiveDate)>,
    steps: Vec<Step>,
    /// So many steps have had their turn.
    settled: usize,
    /// The day until which it was put off has come. A holiday that is told later takes nothing of that back.
    has_come_back: bool,
}

/// What is to be said by now of a matter, once more or for the first time.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    /// The day it is about.
    pub on: NaiveDate,
    /// Which step of the series; of what was put off, the last one before that.
    pub number: u8,
    /// It was put off until this day.
    pub until: Option<NaiveDate>,
    pub hearers: Hearers,
    place: Option<usize>,
}

/// What was put off.
struct PutOff {
    on: NaiveDate,
    number: u8,
    until: NaiveDate,
    /// When that day has come.
    at: NaiveDateTime,
    /// Its next time comes later than that.
    comes_back: bool,
    hearers: Hearers,
}

/// No step lies behind this day that is to be said in the ten years.
fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2038, 6, 1).unwrap()
}

impl Matter {
    pub fn new(
        kind: Kind,
        item: Option<ItemId>,
        (often, from): (Often, NaiveDate),
        since: DateTime<Utc>,
    ) -> Self {
        let steps = written_out(kind, often, from, last_day());
        Self {
            kind,
            item,
            whom: None,
            often,
            from,
            since,
            done: None,
            put_off: None,
            steps,
            settled: 0,
            has_come_back: false,
        }
    }

    /// It is put off until a day.
    pub fn put_off(&mut self, at: DateTime<Utc>, until: NaiveDate) {
        self.put_off = Some((at, until));
        self.has_come_back = false;
    }

    /// From now on it comes back otherwise.
    pub fn change(&mut self, often: Often, from: NaiveDate, since: DateTime<Utc>) {
        (self.often, self.from, self.since) = (often, from, since);
        self.steps = written_out(self.kind, often, from, last_day());
        self.settled = 0;
    }

    pub fn about(&self) -> String {
        let Self { kind, item, whom, often, from, since, done, put_off, .. } = self;
        format!("{kind:?} {item:?} of {whom:?}: {often:?} from {from}, since {since}, {done:?}, {put_off:?}")
    }

    /// How many steps have come by now.
    fn come(&self, hours: &Hours, now: NaiveDateTime) -> usize {
        self.steps.partition_point(|step| hours.told(step.day) <= now)
    }

    fn is_done(&self, hours: &Hours, on: NaiveDate) -> bool {
        match self.done {
            None => false,
            Some(Done::Until(last)) => on <= last,
            Some(Done::Only(day)) => on == day,
            Some(Done::At(at)) => on <= hours.today(at) + Days::new(EARLY),
        }
    }

    /// What was put off is what had begun by the day on which somebody said so. What had not begun then was not put off.
    fn waiting(&self, hours: &Hours) -> Option<PutOff> {
        let (said_at, until) = self.put_off?;
        let said_on = hours.today(said_at);
        let begun = self.steps.partition_point(|step| hours.told_day(step.day) <= said_on);
        let Step { on, number, .. } = *self.steps[..begun].last()?;
        if self.is_done(hours, on) {
            return None;
        }
        let at = hours.told(until);
        let next = self.steps[begun..].iter().find(|step| step.number == 0);
        let comes_back = next.is_none_or(|next| hours.told(next.day) > at);
        // Whoever puts it off does not keep it from the others.
        let near = self.steps[begun.saturating_sub(MOST_STEPS)..].iter().take(2 * MOST_STEPS);
        let mut others = near.filter(|step| step.on == on && step.hearers == Hearers::All);
        let is_for_all = others.any(|step| hours.told(step.day) <= at);
        let hearers = if is_for_all { Hearers::All } else { Hearers::Own };
        Some(PutOff { on, number, until, at, comes_back, hearers })
    }

    /// The last that is to be said by now and is neither done nor put off.
    pub fn live(&self, hours: &Hours, now: NaiveDateTime) -> Option<Live> {
        let since = hours.local(self.since);
        let put_off = self.waiting(hours);
        // When the last one is done, put off or too old, so is everything before it.
        if let Some(place) = self.come(hours, now).checked_sub(1) {
            let Step { day, on, number, hearers } = self.steps[place];
            let told = hours.told(day);
            let waits = put_off.as_ref().is_some_and(|put_off| on <= put_off.on && told <= put_off.at);
            if told > since && !waits && !self.is_done(hours, on) {
                return Some(Live { on, number, until: None, hearers, place: Some(place) });
            }
        }
        let back = put_off.filter(|put_off| put_off.comes_back && put_off.at > since && put_off.at <= now)?;
        let PutOff { on, number, until, hearers, .. } = back;
        Some(Live { on, number, until: Some(until), hearers, place: None })
    }

    /// Whether it had its turn.
    pub fn is_settled(&self, live: &Live) -> bool {
        match (live.place, live.until) {
            (Some(place), _) => place < self.settled,
            (None, Some(_)) => self.has_come_back,
            (None, None) => unreachable!("a step is in the calendar, or was put off"),
        }
    }

    /// Every step that has come has had its turn; writes down what became of each.
    pub fn settle(
        &mut self,
        hours: &Hours,
        now: NaiveDateTime,
        outcome: Option<(Live, Outcome)>,
        tally: &mut Tally,
    ) {
        let come = self.come(hours, now);
        let (put_off, since) = (self.waiting(hours), hours.local(self.since));
        for place in self.settled..come {
            let Step { day, on, .. } = self.steps[place];
            let told = hours.told(day);
            let waits = put_off.as_ref().is_some_and(|put_off| on <= put_off.on && told <= put_off.at);
            tally.count(match outcome {
                Some((live, outcome)) if live.place == Some(place) => outcome,
                _ if told <= since => Outcome::BeforeItWasTold,
                _ if self.is_done(hours, on) => Outcome::Done,
                _ if waits => Outcome::PutOff,
                Some(_) => Outcome::InALaterStep,
                None => panic!("{} is lost: nothing became of what was about {on}", self.about()),
            });
        }
        self.settled = self.settled.max(come);
        self.has_come_back |= self.put_off.is_some_and(|(_, until)| hours.told(until) <= now);
        if let Some((_, outcome)) = outcome.filter(|(live, _)| live.until.is_some()) {
            tally.count(outcome);
        }
    }

    /// When there may next be something to say.
    pub fn next_at(&self, hours: &Hours, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let next = self.steps.get(self.come(hours, hours.local(now))).map(|step| hours.instant(step.day));
        let back = self.put_off.map(|(_, until)| hours.instant(until)).filter(|at| *at > now);
        next.into_iter().chain(back).min()
    }
}
