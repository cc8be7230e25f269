//! Ten simulated years of reminders: random downtimes, a clock that jumps, members who come and go, answers that change.
//!
//! Every step that falls due is said at most once to a member on a channel, none is missing without a reason, none is
//! said in quiet hours. CI plays 20 seeds of a small town; `NOODPLAN_YEARS_COMPANIES=1000` plays the large one, and
//! `NOODPLAN_YEARS_SEEDS` more of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, TimeDelta, Utc};
use noodplan::{
    app::{
        ports::{Commit, Conversation, ConversationKey, LaneKind, Outgoing, Store},
        turn::App,
        wakes::{Wake, Wakes},
    },
    dialogue::{
        ChannelKind, Content, Place,
        agenda::{self, Moved},
        input::Raw,
        step::Change,
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{CompanyId, PersonId},
        item::{Answer, ItemKind, Value},
        member::{Member, Role, Standing},
        phone::Phone,
        schedule::{
            ANCHOR, Kind, Schedule,
            audience::audience,
            habits::{Habits, MINUTE, PAUSE, own},
            series::{self, Due, Said},
        },
    },
    store::memory::MemoryStore,
    text::Language,
};
use tokio::sync::mpsc::UnboundedReceiver;
use uuid::Uuid;

use crate::stage::StageClock;

/// xorshift: the same on every machine, a seed tells all.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.below(sides) == 0
    }
}

/// A member's chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Chat {
    company: usize,
    member: usize,
    matrix: bool,
}

struct Town {
    app: App<MemoryStore, StageClock>,
    clock: StageClock,
    post: Vec<UnboundedReceiver<Outgoing>>,
    dice: Dice,
    companies: Vec<CompanyId>,
    events: u64,
    /// The steps that each chat heard: kind, item, occurrence, number.
    heard: BTreeMap<Chat, BTreeSet<Said>>,
    messages: usize,
}

fn start() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

fn person(company: usize, member: usize) -> PersonId {
    PersonId(Uuid::from_u128(1 + (company * 10 + member) as u128))
}

fn key(chat: Chat) -> ConversationKey {
    let channel = if chat.matrix { ChannelKind::Matrix } else { ChannelKind::Telegram };
    ConversationKey { channel, address: format!("{}-{}", chat.company, chat.member).as_str().into() }
}

fn chat_of(key: &ConversationKey) -> Chat {
    let (company, member) = key.address.split_once('-').unwrap();
    let matrix = key.channel == ChannelKind::Matrix;
    Chat { company: company.parse().unwrap(), member: member.parse().unwrap(), matrix }
}

impl Town {
    async fn new(seed: u64, size: usize) -> Self {
        let clock = StageClock::default();
        clock.set(start());
        let app = App::new(MemoryStore::default(), clock.clone(), Content::built_in().unwrap());
        app.witness.expect();
        let post = [ChannelKind::Telegram, ChannelKind::Matrix].map(|channel| app.post.collect(channel));
        let dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut town = Self {
            app,
            clock,
            post: post.into(),
            dice,
            companies: Vec::new(),
            events: 0,
            heard: BTreeMap::new(),
            messages: 0,
        };
        for company in 0..size {
            town.companies.push(CompanyId(Uuid::from_u128(1_000_000 + company as u128)));
            town.found(company).await;
        }
        town
    }

    fn answer(&self, company: usize, value: Value, at: DateTime<Utc>) -> Answer {
        Answer { value, by: person(company, 0), at, catalogue: 1 }
    }

    /// What a company tells on its first day, some of it.
    fn first_answers(&mut self, company: usize, at: DateTime<Utc>) -> Vec<Change> {
        let mut dossier = Dossier::default();
        let mut changes = Vec::new();
        let phones = vec![Phone::parse("0612345678").unwrap()];
        let decider =
            dossier.new_item(ItemKind::Contact, "decider".into(), Contact { phones, ..Contact::default() });
        dossier.save_item(decider.clone());
        changes.push(Change::SaveItem(decider));
        let on = |at: DateTime<Utc>| Value::Date(at.date_naive());
        let mut told = vec![(own(ANCHOR), on(at))];
        if self.dice.one_in(3) {
            let ends = at + TimeDelta::days(30 + self.dice.below(1_500) as i64);
            let supplier = dossier.new_item(ItemKind::Supplier, "internet".into(), Contact::default());
            told.push((Slot { item: Some(supplier.id), question: "supplier-end".into() }, on(ends)));
            dossier.save_item(supplier.clone());
            changes.push(Change::SaveItem(supplier));
        }
        if self.dice.one_in(8) {
            let data = dossier.new_item(ItemKind::Data, "customers".into(), Contact::default());
            let slot = |question: &str| Slot { item: Some(data.id), question: question.into() };
            told.push((slot("backup-made"), Value::Choice("by-hand".into())));
            told.push((slot("backup-often"), Value::Choice("monthly".into())));
            told.push((own("backup-day"), Value::Choice("friday".into())));
            dossier.save_item(data.clone());
            changes.push(Change::SaveItem(data));
        }
        told.push((own("plan-tested"), Value::Choice("never".into())));
        changes.extend(
            told.into_iter().map(|(slot, value)| Change::SaveAnswer(slot, self.answer(company, value, at))),
        );
        changes
    }

    async fn found(&mut self, company: usize) {
        let at = start() + TimeDelta::minutes(self.dice.below(60 * 24 * 400) as i64);
        let mut changes = vec![Change::StartCompany(self.companies[company])];
        for member in 0..3 {
            let role = if member == 1 { Role::Editor } else { Role::Owner };
            if member < 2 {
                changes.push(Change::SaveMember(member_of(company, member, role, at)));
            }
        }
        let answers = self.first_answers(company, at);
        changes.extend(answers);
        self.write(company, 0, changes, at).await;
        for (member, matrix) in [(0, true), (1, false), (2, false)] {
            self.open_chat(Chat { company, member, matrix }, at).await;
        }
    }

    async fn open_chat(&mut self, chat: Chat, at: DateTime<Utc>) {
        let commit = self.commit(chat, None, Vec::new(), at).await;
        self.app.store.commit(commit).await.unwrap();
    }

    async fn commit(
        &mut self,
        chat: Chat,
        wake: Option<Wake>,
        changes: Vec<Change>,
        at: DateTime<Utc>,
    ) -> Commit {
        self.events += 1;
        let loaded = self.app.store.load(&key(chat)).await.unwrap();
        let (known, version) = loaded.conversation.unzip();
        let id = self.companies[chat.company];
        let held = self.app.store.company(id).await.unwrap().map_or(0, |company| company.version);
        let writes = !changes.is_empty();
        Commit {
            conversation_key: key(chat),
            event: format!("town-{}", self.events),
            conversation: Some(Conversation {
                person: person(chat.company, chat.member),
                name: None,
                language: Language::Nl,
                state: Place::Menu.into(),
                heard_at: at,
                company: Some(id),
                listed: true,
                unreachable_at: None,
                pinned: None,
                reminded_of: known.map(|known: Conversation| known.reminded_of).unwrap_or_default(),
                answered: Vec::new(),
            }),
            conversation_version: version.unwrap_or(0),
            lists: true,
            changes,
            company: writes.then_some((id, held)),
            outgoing: Vec::new(),
            wake: wake.map(|wake| (id, wake)),
            at,
        }
    }

    /// Writes changes as a turn would: with the next time, if they move it.
    async fn write(&mut self, company: usize, member: usize, changes: Vec<Change>, at: DateTime<Utc>) {
        let before = self.app.store.company(self.companies[company]).await.unwrap();
        let (mut dossier, mut members) = before.map(|known| known.into_parts()).unwrap_or_default();
        let was = std::sync::Arc::clone(&dossier);
        let (told, people) = (std::sync::Arc::make_mut(&mut dossier), std::sync::Arc::make_mut(&mut members));
        changes.iter().for_each(|change| change.apply(told, people));
        let wake = agenda::moved(&was, &dossier, &self.app.content, at).map(|moved| match moved {
            Moved::To(due_at) => Wake::Moved(due_at),
            Moved::LookBack(told_until) => Wake::Again { at, told_until },
        });
        let chat = Chat { company, member, matrix: false };
        let commit = self.commit(chat, wake, changes, at).await;
        self.app.store.commit(commit).await.unwrap();
    }

    /// Somebody does something, or somebody comes or goes.
    async fn live(&mut self, now: DateTime<Utc>) {
        let company = usize::try_from(self.dice.below(self.companies.len() as u64)).unwrap();
        let answer = |town: &Self, value| town.answer(company, value, now);
        let today = now.date_naive();
        let change = match self.dice.below(8) {
            0 | 1 => {
                let done = Schedule::done_slot(Kind::Review, None);
                Change::SaveAnswer(done, answer(self, Value::Date(today)))
            }
            2 => {
                let until = today + Days::new(1 + self.dice.below(120));
                let later = Schedule::later_slot(Kind::Review, None);
                Change::SaveAnswer(later, answer(self, Value::Date(until)))
            }
            3 => {
                let until = today + Days::new(1 + self.dice.below(60));
                Change::SaveAnswer(own(PAUSE), answer(self, Value::Date(until)))
            }
            7 => {
                let minute = 480 + u32::try_from(self.dice.below(690)).unwrap();
                Change::SaveAnswer(own(MINUTE), answer(self, Value::Number(minute)))
            }
            4 => Change::RemoveMember(person(company, 1)),
            5 => Change::SaveMember(member_of(company, 1, Role::Editor, now)),
            _ => Change::SaveMember(member_of(company, 2, Role::Owner, now)),
        };
        let comes = match &change {
            Change::SaveMember(member) => (1..3).find(|number| person(company, *number) == member.person),
            _ => None,
        };
        self.write(company, 0, vec![change], now).await;
        // Who comes (back) speaks for the company from then on.
        if let Some(member) = comes {
            self.open_chat(Chat { company, member, matrix: false }, now).await;
        }
    }

    /// What a chat is to hear of a tick, worked out from the answers as they are.
    async fn expected(&self, raw: &Raw, chat: Chat) -> Vec<Due> {
        let Raw::Tick(tick) = raw else { unreachable!() };
        let company = self.app.store.company(tick.company).await.unwrap().unwrap();
        let known = self.app.store.load(&key(chat)).await.unwrap().conversation.unwrap().0;
        let habits = Habits::of(&company.dossier);
        let schedules = agenda::schedules(&company.dossier, &self.app.content, &habits, tick.until);
        let mut due = series::due(&schedules, &habits, tick.after, tick.until);
        let person = person(chat.company, chat.member);
        due.retain(|due| audience(&company.dossier, &company.members, &habits, due).contains(&person));
        due.retain(|due| !due.is_repeat(&known.reminded_of));
        due
    }

    /// One look of the clock, and everything it leads to.
    async fn look(&mut self, now: DateTime<Utc>) {
        let look = self.app.look().await.unwrap();
        for tick in look.ticks {
            if matches!(tick.raw, Raw::Outage(_)) {
                assert_eq!(self.app.handle(&tick).await.outgoing, [], "nobody was asked anything");
                continue;
            }
            let chat = chat_of(&tick.conversation);
            let expected = self.expected(&tick.raw, chat).await;
            let handled = self.app.handle(&tick).await;
            assert!(handled.committed);
            let reminders: Vec<_> =
                handled.outgoing.iter().filter(|message| message.lane == LaneKind::Reminder).collect();
            assert_eq!(reminders.len(), usize::from(!expected.is_empty()), "{chat:?} at {now}: {expected:?}");
            self.messages += reminders.len();
            let company = self.app.store.company(self.companies[chat.company]).await.unwrap().unwrap();
            let habits = Habits::of(&company.dossier);
            assert!(expected.is_empty() || !habits.is_quiet(now), "{chat:?} heard something at {now}");
            for due in expected {
                assert!(due.step.at <= now, "said before its time");
                let said = due.said(self.companies[chat.company]);
                assert!(self.heard.entry(chat).or_default().insert(said), "{chat:?} heard {said:?} twice");
            }
            // The same event once more, as after a crash, says nothing.
            if self.dice.one_in(4) {
                assert!(self.app.handle(&tick).await.outgoing.is_empty());
            }
        }
        for collected in &mut self.post {
            while collected.try_recv().is_ok() {}
        }
    }

    /// Nothing that is due by now and may be said now is left unsaid: whatever the clock would still have to tell has
    /// its moment in the future.
    async fn nothing_is_left(&self, now: DateTime<Utc>) {
        for (number, id) in self.companies.iter().enumerate() {
            let company = self.app.store.company(*id).await.unwrap().unwrap();
            let habits = Habits::of(&company.dossier);
            // What waited for the end of the night waits for the hour of choice.
            if habits.is_quiet(now) || now.with_timezone(&habits.zone).time() < habits.at {
                continue;
            }
            let schedules = agenda::schedules(&company.dossier, &self.app.content, &habits, now);
            let keeper = Chat { company: number, member: 0, matrix: true };
            let loaded = self.app.store.load(&key(keeper)).await.unwrap();
            let known = loaded.conversation.unwrap().0;
            let mut due = series::due(&schedules, &habits, DateTime::UNIX_EPOCH, now);
            due.retain(|due| !due.is_repeat(&known.reminded_of));
            due.retain(|due| {
                audience(&company.dossier, &company.members, &habits, due).contains(&person(number, 0))
            });
            assert!(due.is_empty(), "company {number} was not told of {due:?} by {now}");
        }
    }
}

fn member_of(company: usize, member: usize, role: Role, at: DateTime<Utc>) -> Member {
    let person = person(company, member);
    Member { person, role, standing: Standing::Confirmed, name: None, check_words: None, joined_at: at }
}

async fn ten_years(seed: u64, size: usize) -> usize {
    let mut town = Town::new(seed, size).await;
    let mut now = start();
    let end = start() + TimeDelta::days(3_653);
    while now < end {
        // Mostly the program runs; now and then it is off for up to two hundred days.
        let down = town.dice.one_in(400);
        now += match down {
            true => TimeDelta::minutes(town.dice.below(200 * 24 * 60) as i64),
            false => TimeDelta::minutes(1 + town.dice.below(16 * 60) as i64),
        };
        town.clock.set(now);
        if town.dice.one_in(50) {
            // The clock of the machine is wrong for a while: nothing is said until another clock agrees.
            let wrong = match town.dice.one_in(2) {
                true => now + TimeDelta::days(3 + town.dice.below(700) as i64),
                false => now - TimeDelta::minutes(6 + town.dice.below(10_000) as i64),
            };
            let (before, last) = (town.messages, town.app.store.last_look().await.unwrap());
            town.clock.set(wrong);
            town.app.witness.saw(now, wrong);
            if last.is_some_and(|last| !(-5..=2_880).contains(&(wrong - last).num_minutes())) {
                town.look(wrong).await;
                assert_eq!(town.messages, before, "said something at {wrong} while it was {now}");
            }
            town.clock.set(now);
        }
        town.app.witness.saw(now, now);
        town.look(now).await;
        town.nothing_is_left(now).await;
        // About one deed a company in four months.
        let deeds = size as u64 * 8;
        for _ in 0..deeds.div_ceil(2_000).max(1) {
            if town.dice.below(2_000) < deeds.min(2_000) {
                town.live(now).await;
            }
        }
    }
    town.messages
}

fn from_environment(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_years_of_reminders_are_said_once_by_day_and_none_is_lost() {
    let size = usize::try_from(from_environment("NOODPLAN_YEARS_COMPANIES", 6)).unwrap();
    let seeds = from_environment("NOODPLAN_YEARS_SEEDS", 20);
    let mut messages = 0;
    for seed in 1..=seeds {
        println!("seed {seed}");
        let said = ten_years(seed, size).await;
        assert!(said > size * 20, "seed {seed} said only {said}");
        messages += said;
    }
    println!("{seeds} seeds, {size} companies, ten years: {messages} reminders");
}
