//! A firm as its own people know it: who they are, where they can be told something, what comes back, and what each of them
//! heard. None of it is asked of the program.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use noodplan::domain::{
    agreement,
    dossier::Slot,
    ids::{ItemId, PersonId},
    member::Role,
    schedule::{Kind, series::Said},
};

use crate::{
    calendar::{Hearers, Often},
    hours::Hours,
    matter::{Live, Matter},
    tally::{Outcome, Tally},
};

/// The chat of somebody, named after the firm for which it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chat {
    pub firm: usize,
    pub member: usize,
    pub matrix: bool,
}

/// The number of whoever takes over and only reads, in the firms that have such a member.
pub const DEPUTY: usize = 9;

/// Whoever takes over and only reads.
pub struct Deputy {
    pub person: PersonId,
    pub chat: Chat,
    /// Whether they belong to the firm now.
    pub belongs: bool,
}

/// A reminder that was heard: the day it was about, until when it was put off, and which step it was.
type Heard = (NaiveDate, Option<NaiveDate>, u8);

/// A firm.
pub struct Firm {
    pub hours: Hours,
    /// Everybody who ever belonged to it, by number. The first one made the call list.
    pub people: Vec<PersonId>,
    pub members: BTreeMap<usize, Role>,
    pub wanted: BTreeSet<usize>,
    pub unwanted: BTreeSet<usize>,
    /// Where each of them hears of this firm.
    pub chats: Vec<(usize, Chat)>,
    /// They do not count among the people: whatever those do is the same with them or without.
    pub deputy: Option<Deputy>,
    pub matters: Vec<Matter>,
    heard: BTreeMap<(Chat, Kind, Option<ItemId>), BTreeSet<Heard>>,
}

/// What came of one look.
pub struct Looked<'l> {
    pub at: DateTime<Utc>,
    /// What was said of the firm, and where.
    pub heard: &'l [(Chat, Said)],
    /// Where nobody can be reached.
    pub unreachable: &'l BTreeSet<Chat>,
    /// Somebody left it between the look and the sending.
    pub left: bool,
}

impl Firm {
    pub fn new(people: Vec<PersonId>, chats: Vec<(usize, Chat)>) -> Self {
        Self {
            hours: Hours::usual(),
            people,
            members: BTreeMap::new(),
            wanted: BTreeSet::new(),
            unwanted: BTreeSet::new(),
            chats,
            deputy: None,
            matters: Vec::new(),
            heard: BTreeMap::new(),
        }
    }

    pub fn owners(&self) -> BTreeSet<usize> {
        self.members.iter().filter(|(_, role)| **role == Role::Owner).map(|(member, _)| *member).collect()
    }

    /// Who hears of a matter: whose it is if they want to, or else who wants to or made the call list, or else the owners.
    /// In the end every owner hears of it, and unless two owners want to hear everybody who answers questions, and whoever takes
    /// over.
    fn hearers(&self, matter: &Matter, hearers: Hearers) -> BTreeSet<usize> {
        let answers = |member: &usize| {
            self.members.get(member).is_some_and(|role| matches!(role, Role::Owner | Role::Editor))
        };
        let owners = self.owners();
        let mut keepers: BTreeSet<usize> = self.wanted.clone();
        keepers.insert(0);
        keepers.retain(answers);
        if keepers.is_empty() {
            keepers.clone_from(&owners);
        }
        let wants = |member: &usize| self.members.contains_key(member) && !self.unwanted.contains(member);
        let whose = matter.whom.filter(wants);
        let mut all = whose.map_or_else(|| keepers.clone(), |member| BTreeSet::from([member]));
        if hearers == Hearers::All {
            all.extend(&keepers);
            all.extend(&owners);
            if owners.difference(&self.unwanted).count() < 2 {
                all.extend(self.members.keys().copied().filter(answers));
                all.extend(self.deputy.as_ref().filter(|deputy| deputy.belongs).map(|_| DEPUTY));
            }
        }
        &all - &self.unwanted
    }

    /// Where each of these people hears of the firm.
    fn chats_of<'f>(&'f self, who: &'f BTreeSet<usize>) -> impl Iterator<Item = Chat> + 'f {
        let deputy = self.deputy.as_ref().map(|deputy| (DEPUTY, deputy.chat));
        let all = self.chats.iter().copied().chain(deputy);
        all.filter(move |(member, _)| who.contains(member)).map(|(_, chat)| chat)
    }

    /// Somebody said that an answer still holds. What follows from it counts from then on; what was said to be never done
    /// waits a month again; and who asked to be asked and left is followed by whoever says so now.
    pub fn confirmed(&mut self, slot: &Slot, who: usize, now: DateTime<Utc>) {
        let in_a_month = self.hours.today(now) + TimeDelta::days(30);
        for matter in self.matters.iter_mut().filter(|matter| matter.item == slot.item) {
            match (matter.kind, slot.question.as_str(), matter.often) {
                (Kind::Contract, "supplier-end", _)
                | (Kind::Acceptance, "risk-until", _)
                | (Kind::Agreement, agreement::WHEN, _)
                | (Kind::Restore, "backup-restored", Often::Months(_))
                | (Kind::Drill, "plan-tested", Often::Months(_)) => matter.since = now,
                (Kind::Restore, "backup-restored", _) | (Kind::Drill, "plan-tested", _) => {
                    matter.change(Often::Once, in_a_month, now);
                }
                (Kind::Agreement, agreement::CHECK, _)
                    if matter.whom.is_none_or(|whom| !self.members.contains_key(&whom)) =>
                {
                    matter.whom = Some(who);
                }
                _ => {}
            }
        }
    }

    /// What was told and is neither done nor put off nor long over, with the day it is about.
    pub fn open(&self, now: DateTime<Utc>) -> Vec<(usize, NaiveDate)> {
        let local = self.hours.local(now);
        let open = |(place, matter): (usize, &Matter)| {
            let live = matter.live(&self.hours, local)?;
            let is_over = matter.often == Often::Once && local.date() > live.on + TimeDelta::days(60);
            (!is_over).then_some((place, live.on))
        };
        self.matters.iter().enumerate().filter_map(open).collect()
    }

    /// When there may next be something to say.
    pub fn next_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.matters.iter().filter_map(|matter| matter.next_at(&self.hours, now)).min()
    }

    /// Holds what was said against what was to be said. Gives back whether something waits for a better hour.
    pub fn check(&mut self, looked: &Looked<'_>, tally: &mut Tally) -> bool {
        for (chat, said) in looked.heard {
            self.was_to_be_said(looked, *chat, said);
        }
        let mut waits = false;
        for place in 0..self.matters.len() {
            waits |= self.waits(place, looked, tally);
        }
        for (chat, said) in looked.heard {
            let heard = self.heard.entry((*chat, said.kind, said.item)).or_default();
            let is_new = heard.insert((said.on, said.until_on, said.number));
            assert!(is_new, "{chat:?} heard {said:?} twice, at {}", looked.at);
        }
        waits
    }

    /// What was said was the last that was to be said by now, to somebody who is to hear it, and to them for the first time.
    fn was_to_be_said(&self, looked: &Looked<'_>, chat: Chat, said: &Said) {
        let now = looked.at;
        assert!(!self.hours.is_quiet(now), "{chat:?} heard {said:?} in quiet hours, at {now}");
        assert!(
            !looked.unreachable.contains(&chat),
            "{chat:?} cannot be reached and heard {said:?} at {now}"
        );
        let mut matters = self.matters.iter();
        let matter = matters.find(|matter| (matter.kind, matter.item) == (said.kind, said.item)).unwrap();
        let live = matter.live(&self.hours, self.hours.local(now));
        let live = live.unwrap_or_else(|| panic!("{chat:?} heard {said:?} at {now}: {}", matter.about()));
        let expected = (live.on, live.until, live.number);
        assert_eq!((said.on, said.until_on, said.number), expected, "{chat:?} at {now}: {}", matter.about());
        let hearers = self.hearers(matter, live.hearers);
        let is_meant = self.chats_of(&hearers).any(|known| known == chat);
        assert!(is_meant, "{chat:?} heard {said:?} at {now}, meant for {hearers:?}: {}", matter.about());
        assert!(!self.has_heard(chat, matter, live), "{chat:?} heard {said:?} or later before {now}");
    }

    /// Whether this, or what comes after it, was heard in a chat.
    fn has_heard(&self, chat: Chat, matter: &Matter, live: Live) -> bool {
        let Some(heard) = self.heard.get(&(chat, matter.kind, matter.item)) else { return false };
        // The last days are the last in the list.
        let mut of_that_day = heard.iter().rev().take_while(|(on, ..)| *on >= live.on);
        of_that_day.any(|(on, until, number)| {
            *on > live.on
                || match live.until {
                    None => until.is_none() && *number >= live.number,
                    Some(_) => *until == live.until || (until.is_none() && *number > live.number),
                }
        })
    }

    /// What was to be said of a matter was said, or there is a reason. Gives back whether it waits for a better hour.
    fn waits(&mut self, place: usize, looked: &Looked<'_>, tally: &mut Tally) -> bool {
        let matter = &self.matters[place];
        let local = self.hours.local(looked.at);
        let live = matter.live(&self.hours, local).filter(|live| !matter.is_settled(live));
        let mut outcome = None;
        if let Some(live) = live {
            let Some(found) = self.outcome(matter, live, looked) else { return true };
            outcome = Some((live, found));
        }
        self.matters[place].settle(&self.hours, local, outcome, tally);
        false
    }

    /// What became of what is to be said by now; `None`: it is no time to say it.
    fn outcome(&self, matter: &Matter, live: Live, looked: &Looked<'_>) -> Option<Outcome> {
        let who = self.hearers(matter, live.hearers);
        let reached: Vec<Chat> =
            self.chats_of(&who).filter(|chat| !looked.unreachable.contains(chat)).collect();
        let is_about_it = |said: &Said| (said.kind, said.item) == (matter.kind, matter.item);
        let told: Vec<Chat> =
            looked.heard.iter().filter(|(_, said)| is_about_it(said)).map(|(chat, _)| *chat).collect();
        let mut owed = reached.iter().filter(|chat| !self.has_heard(**chat, matter, live));
        let missed = owed.find(|chat| !told.contains(chat));
        let now = looked.at;
        match missed {
            None if !told.is_empty() => Some(Outcome::Said),
            Some(_) if looked.left => Some(Outcome::LeftMeanwhile),
            Some(chat) if !told.is_empty() => {
                panic!("{told:?} heard of {live:?} at {now}, and {chat:?} did not: {}", matter.about())
            }
            Some(_) if !self.hours.is_open(now) => None,
            Some(chat) => panic!("{chat:?} did not hear of {live:?} by {now}: {}", matter.about()),
            None if self.hours.is_quiet(now) => None,
            None if who.is_empty() => Some(Outcome::NobodyWantsToHear),
            None if reached.is_empty() => Some(Outcome::NobodyCanBeReached),
            None => Some(Outcome::SaidBefore),
        }
    }
}
