//! The town in which the ten years go by: the program, its clock, and the firms that are told something.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use noodplan::{
    app::{
        ports::{Clock, Commit, Company, Conversation, ConversationKey, Incoming, Store},
        turn::App,
        wakes::Wake,
    },
    dialogue::{
        ChannelKind, Content, Place,
        agenda::{self, Moved},
        input::Raw,
        step::Change,
    },
    domain::{
        ids::{CompanyId, PersonId},
        schedule::series::Said,
    },
    store::memory::MemoryStore,
    text::Language,
};
use uuid::Uuid;

use crate::{
    dice::Dice,
    firm::{Chat, DEPUTY, Firm, Looked},
    tally::Tally,
};

/// A look at every firm, whether there is reason to or not, comes once in so many.
const SWEEP: u64 = 300;
/// A firm does something, or changes something, about once in so many looks: a few times a year.
const DEED: u64 = 200;
/// The first firm is the company with this number.
const FIRST_COMPANY: u128 = 1_000_000;

/// A clock that stands still until it is set.
#[derive(Clone, Debug, Default)]
pub struct TownClock(Arc<Mutex<DateTime<Utc>>>);

impl TownClock {
    fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap() = now;
    }
}

impl Clock for TownClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Everything.
pub struct Town {
    pub app: App<MemoryStore, TownClock>,
    clock: TownClock,
    pub dice: Dice,
    /// What becomes of deputies is played apart.
    pub luck: Dice,
    pub firms: Vec<Firm>,
    /// When the others begin, the last one first.
    pub to_come: Vec<DateTime<Utc>>,
    /// Where nobody can be reached.
    pub unreachable: BTreeSet<Chat>,
    /// When there may next be something to say to which firm, as the firms themselves see it.
    agenda: BTreeSet<(DateTime<Utc>, usize)>,
    next: BTreeMap<usize, DateTime<Utc>>,
    /// Firms to check after this look, whatever their agenda says.
    pub touched: BTreeSet<usize>,
    /// The firm that somebody left between the look and the sending.
    pub left: Option<usize>,
    commits: u64,
    pub tally: Tally,
}

fn start() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

pub fn company(firm: usize) -> CompanyId {
    CompanyId(Uuid::from_u128(FIRST_COMPANY + firm as u128))
}

pub fn firm_of(company: CompanyId) -> usize {
    usize::try_from(company.0.as_u128() - FIRST_COMPANY).unwrap()
}

pub fn key(chat: Chat) -> ConversationKey {
    let channel = if chat.matrix { ChannelKind::Matrix } else { ChannelKind::Telegram };
    ConversationKey { channel, address: format!("{}-{}", chat.firm, chat.member).as_str().into() }
}

/// Whether this is told to somebody who takes over and only reads.
pub fn is_to_deputy(tick: &Incoming) -> bool {
    chat_of(&tick.conversation).member == DEPUTY
}

fn chat_of(key: &ConversationKey) -> Chat {
    let (firm, member) = key.address.split_once('-').unwrap();
    let matrix = key.channel == ChannelKind::Matrix;
    Chat { firm: firm.parse().unwrap(), member: member.parse().unwrap(), matrix }
}

/// Plays ten years of a town of this size.
pub async fn ten_years(seed: u64, size: usize) -> Tally {
    let mut town = Town::new(seed, size);
    let mut now = start();
    let end = start() + TimeDelta::days(3_653);
    while now < end {
        // Mostly the program runs; now and then it is off for up to two hundred days.
        let most = if town.dice.one_in(800) { 200 * 24 * 60 } else { 16 * 60 };
        now += TimeDelta::minutes(1 + town.dice.below(most).cast_signed());
        town.clock.set(now);
        if town.dice.one_in(50) {
            town.clock_is_wrong(now).await;
        }
        town.app.witness.saw(now, now);
        // Whoever begins does so by day, so that every zone agrees on the date.
        while by_day(now) && town.to_come.last().is_some_and(|begins| *begins <= now) {
            town.to_come.pop();
            town.found(now).await;
        }
        if now >= end || town.tally.looks.is_multiple_of(SWEEP) {
            town.touched.extend(0..town.firms.len());
        }
        town.look(now).await;
        let firms = town.firms.len() as u64;
        for _ in 0..firms.div_ceil(DEED) {
            if town.dice.below(firms.next_multiple_of(DEED)) < firms {
                town.live(now).await;
            }
            if town.luck.below(firms.next_multiple_of(DEED)) < firms {
                town.deputy_lives(now).await;
            }
        }
    }
    town.tally
}

/// A time of day at which it is the same day in every zone that is lived in.
pub fn by_day(now: DateTime<Utc>) -> bool {
    (10..17).contains(&now.hour())
}

impl Town {
    fn new(seed: u64, size: usize) -> Self {
        let clock = TownClock::default();
        clock.set(start());
        let app = App::new(MemoryStore::default(), clock.clone(), Content::built_in().unwrap());
        app.witness.expect();
        let mut dice = Dice::new(seed);
        let luck = Dice::new(!seed);
        let begins = |_| start() + TimeDelta::minutes(dice.below(400 * 24 * 60).cast_signed());
        let mut to_come: Vec<_> = (0..size).map(begins).collect();
        to_come.sort_unstable_by(|one, other| other.cmp(one));
        Self {
            app,
            clock,
            dice,
            luck,
            firms: Vec::new(),
            to_come,
            unreachable: BTreeSet::new(),
            agenda: BTreeSet::new(),
            next: BTreeMap::new(),
            touched: BTreeSet::new(),
            left: None,
            commits: 0,
            tally: Tally::default(),
        }
    }

    /// The clock of the machine is wrong for a while: nothing is said until another clock agrees.
    async fn clock_is_wrong(&mut self, now: DateTime<Utc>) {
        let minutes = |minutes: u64| TimeDelta::minutes(6 + minutes.cast_signed());
        let wrong = match self.dice.below(3) {
            0 => now + TimeDelta::days(3 + self.dice.below(700).cast_signed()),
            1 => now + minutes(self.dice.below(10_000)),
            _ => now - minutes(self.dice.below(10_000)),
        };
        self.clock.set(wrong);
        self.app.witness.saw(now, wrong);
        let look = self.app.look().await.unwrap();
        assert!(look.ticks.is_empty() && !look.more, "said something at {wrong} while it was {now}");
        self.clock.set(now);
    }

    /// One look of the clock, and everything it leads to.
    async fn look(&mut self, now: DateTime<Utc>) {
        let mut heard: BTreeMap<usize, Vec<(Chat, Said)>> = BTreeMap::new();
        self.left = None;
        loop {
            let look = self.app.look().await.unwrap();
            self.meanwhile(&look.ticks, now).await;
            for tick in &look.ticks {
                let chat = chat_of(&tick.conversation);
                match &tick.raw {
                    Raw::Tick(about) => {
                        let said = self.remind(firm_of(about.company), tick, now).await;
                        let said = said.into_iter().map(|said| (chat, said));
                        heard.entry(firm_of(about.company)).or_default().extend(said);
                    }
                    _ => self.outage(chat.firm, tick, now).await,
                }
            }
            if !look.more {
                break;
            }
        }
        self.tally.looks += 1;
        self.touched.extend(heard.keys());
        while let Some((at, firm)) = self.agenda.first().copied().filter(|(at, _)| *at <= now) {
            self.agenda.remove(&(at, firm));
            self.touched.insert(firm);
        }
        for firm in std::mem::take(&mut self.touched) {
            self.check(firm, heard.get(&firm).map_or(&[], Vec::as_slice), now);
        }
    }

    fn check(&mut self, number: usize, heard: &[(Chat, Said)], now: DateTime<Utc>) {
        let firm = &mut self.firms[number];
        let looked =
            Looked { at: now, heard, unreachable: &self.unreachable, left: self.left == Some(number) };
        if firm.check(&looked, &mut self.tally) {
            self.touched.insert(number);
        }
        if let Some(before) = self.next.remove(&number) {
            self.agenda.remove(&(before, number));
        }
        if let Some(next) = firm.next_at(now) {
            self.agenda.insert((next, number));
            self.next.insert(number, next);
        }
    }

    /// The name of an event that nobody else has.
    fn event(&mut self) -> String {
        self.commits += 1;
        format!("town-{}", self.commits)
    }

    /// Somebody speaks for a firm in a chat from then on.
    pub async fn open_chat(&mut self, chat: Chat, person: PersonId, at: DateTime<Utc>) {
        let (known, version) = self.app.store.load(&key(chat)).await.unwrap().conversation.unzip();
        let commit = Commit {
            conversation: Some(Conversation {
                company: Some(company(chat.firm)),
                listed: true,
                reminded_of: known.map(|known: Conversation| known.reminded_of).unwrap_or_default(),
                ..Conversation::new(person, Language::Nl, Place::Menu, at)
            }),
            conversation_version: version.unwrap_or(0),
            lists: true,
            ..Commit::of_event(key(chat), self.event(), at)
        };
        self.app.store.commit(commit).await.unwrap();
        self.unreachable.remove(&chat);
    }

    /// Writes changes as a turn would: with the next time, if they move it.
    pub async fn write(&mut self, firm: usize, changes: Vec<Change>, at: DateTime<Utc>) {
        let known = self.app.store.company(company(firm)).await.unwrap();
        let version = known.as_ref().map_or(0, |known| known.version);
        let (was, mut members) = known.map(Company::into_parts).unwrap_or_default();
        let mut dossier = Arc::clone(&was);
        let (told, people) = (Arc::make_mut(&mut dossier), Arc::make_mut(&mut members));
        changes.iter().for_each(|change| change.apply(told, people));
        let wake = agenda::moved(&was, &dossier, &self.app.content, at).map(|moved| match moved {
            Moved::To(due_at) => Wake::Moved(due_at),
            Moved::LookBack(told_until) => Wake::Again { at, told_until },
        });
        // In whose chat it was said makes no difference, so nobody's chat is touched.
        let commit = Commit {
            changes,
            company: Some((company(firm), version)),
            wake: wake.map(|wake| (company(firm), wake)),
            ..Commit::of_event(
                ConversationKey { channel: ChannelKind::Terminal, address: "town".into() },
                self.event(),
                at,
            )
        };
        self.app.store.commit(commit).await.unwrap();
        self.touched.insert(firm);
    }

    /// A turn that changes nothing but what is known of a conversation.
    pub async fn note(
        &mut self,
        event: &Incoming,
        (conversation, version): (Conversation, u64),
        wake: Option<(CompanyId, Wake)>,
        at: DateTime<Utc>,
    ) {
        let commit = Commit {
            conversation: Some(conversation),
            conversation_version: version,
            wake,
            ..Commit::of_event(event.conversation.clone(), event.event.clone(), at)
        };
        self.app.store.commit(commit).await.unwrap();
    }
}
