//! What people do in ten years: they do what was asked, or put it off, go on holiday, move, come and go.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{America, Europe, Tz};
use noodplan::{
    app::ports::{Incoming, Store},
    dialogue::{
        Place, State, World,
        input::{Input, Raw},
        offer::Tap,
        review::{Spot, subjects},
        step::{Change, Draft},
    },
    domain::{
        agreement, backup_diary,
        dossier::Slot,
        item::Value,
        member::{Member, Role},
        review::STARTED,
        schedule::{
            Kind, Schedule, exercise,
            habits::{MINUTE, PAUSE, UNWANTED, WANTED, WEEKENDS, ZONE, person_word},
        },
    },
};

use crate::{
    calendar::Often,
    firm::Chat,
    founding::agree,
    matter::Done,
    telling::{Telling, choice},
    town::{Town, by_day, company, firm_of, is_to_deputy, key},
};

const ZONES: [Tz; 5] =
    [Europe::Amsterdam, Europe::London, Europe::Athens, America::Curacao, America::New_York];
/// A firm keeps an eye on so many things at most.
const MOST_MATTERS: usize = 8;

impl Town {
    /// Some firm does something, or changes something.
    pub async fn live(&mut self, now: DateTime<Utc>) {
        let number = self.dice.place(self.firms.len());
        match self.dice.below(23) {
            0..=5 => self.does(number, now).await,
            6 => self.reviews(number, now).await,
            7..=9 => self.puts_off(number, now).await,
            10 | 11 => {
                let until = self.firms[number].hours.today(now) + self.dice.days(60);
                self.goes_away(number, until, now).await;
            }
            12 if self.firms[number].hours.is_away(now) => {
                let today = self.firms[number].hours.today(now);
                self.goes_away(number, today, now).await;
            }
            12 | 13 => self.chooses_an_hour(number, now).await,
            14 => self.moves(number, now).await,
            15 => self.works_in_weekends_or_not(number, now).await,
            16..=18 => self.comes_or_goes(number, now).await,
            19 => self.wants_to_hear_or_not(number, now).await,
            20 => self.can_be_reached_or_not(number).await,
            21 => self.agrees(number, now).await,
            _ => self.moves_a_day(number, now).await,
        }
    }

    /// Between the look and the sending somebody is faster, or leaves.
    pub async fn meanwhile(&mut self, ticks: &[Incoming], now: DateTime<Utc>) {
        let told = ticks.iter().filter(|tick| !is_to_deputy(tick)).filter_map(|tick| match &tick.raw {
            Raw::Tick(about) => Some(firm_of(about.company)),
            _ => None,
        });
        let told: Vec<usize> = told.collect();
        if told.is_empty() || self.left.is_some() || !self.dice.one_in(30) {
            return;
        }
        let number = self.dice.pick(&told);
        if self.dice.one_in(2) {
            self.does(number, now).await;
        } else if self.firms[number].members.contains_key(&1) && self.may_leave(number, 1) {
            self.left = Some(number);
            self.leaves(number, 1, now).await;
        }
    }

    async fn telling(&self, number: usize, now: DateTime<Utc>) -> Telling {
        let known = self.app.store.company(company(number)).await.unwrap().unwrap();
        Telling::new((*known.dossier).clone(), self.firms[number].people[0], now)
    }

    async fn tell(&mut self, number: usize, slot: Slot, value: Value, now: DateTime<Utc>) {
        let mut telling = self.telling(number, now).await;
        telling.tell(slot, value);
        self.write(number, telling.changes, now).await;
    }

    fn one_that_is_open(&mut self, number: usize, now: DateTime<Utc>) -> Option<(usize, NaiveDate)> {
        let open = self.firms[number].open(now);
        (!open.is_empty()).then(|| self.dice.pick(&open))
    }

    async fn does(&mut self, number: usize, now: DateTime<Utc>) {
        let Some((place, on)) = self.one_that_is_open(number, now) else { return };
        let mut telling = self.telling(number, now).await;
        let today = self.firms[number].hours.today(now);
        let matter = &mut self.firms[number].matters[place];
        let (kind, item) = (matter.kind, matter.item);
        match kind {
            Kind::Restore | Kind::Drill if by_day(now) => {
                for (slot, value) in exercise::done(kind, item, today) {
                    telling.tell(slot, value);
                }
                matter.change(Often::Months(12), today, now);
            }
            Kind::Restore | Kind::Drill => return,
            Kind::Backup => {
                let (question, value) =
                    backup_diary::entry(&telling.dossier, on, &[backup_diary::Tick::Made]);
                telling.tell(Slot::own(question.as_str()), value);
                matter.done = Some(Done::Until(on));
            }
            Kind::Agreement => {
                let item = telling.dossier.item(item.unwrap()).unwrap();
                let (id, (question, value)) = (item.id, agreement::entry(item, on, true));
                telling.tell(Slot::of(id, question.as_str()), value);
                matter.done = Some(Done::Until(on));
            }
            _ => {
                telling.tell(Schedule::done_slot(kind, item), Value::Date(on));
                let comes_back = matches!(kind, Kind::Review | Kind::Numbers);
                matter.done = Some(if comes_back { Done::At(now) } else { Done::Only(on) });
            }
        }
        self.write(number, telling.changes, now).await;
    }

    /// Whether it was asked for or not, with or without looking at every answer.
    async fn reviews(&mut self, number: usize, now: DateTime<Utc>) {
        if by_day(now) && self.dice.one_in(2) {
            self.confirms(number, now).await;
        }
        let firm = &mut self.firms[number];
        let today = firm.hours.today(now);
        let review = firm.matters.iter_mut().find(|matter| matter.kind == Kind::Review).unwrap();
        review.done = Some(Done::At(now));
        self.tell(number, Schedule::done_slot(Kind::Review, None), Value::Date(today), now).await;
    }

    /// Somebody says of everything that it still holds.
    async fn confirms(&mut self, number: usize, now: DateTime<Utc>) {
        let members: Vec<usize> = self.firms[number].members.keys().copied().collect();
        let who = self.dice.pick(&members);
        let person = self.firms[number].people[who];
        let today = self.firms[number].hours.today(now);
        let known = self.app.store.company(company(number)).await.unwrap().unwrap();
        let mut telling = Telling::new((*known.dossier).clone(), person, now);
        telling.tell(Slot::own(STARTED), Value::Date(today));
        loop {
            let world = World {
                today,
                person,
                members: &known.members,
                ..World::of_nobody(now, &telling.dossier, &self.app.content)
            };
            let Some(subject) = subjects::open(&telling.dossier, &world).into_iter().next() else { break };
            let state = State::from(Place::Review { spot: Spot::Subject(subject.key.clone()), undo: None });
            let unchanged = Input::Pick(Tap::Unchanged);
            let step = subjects::step(Draft::new(&world), &subject.key, &state, &unchanged);
            for change in step.changes {
                if let Change::SaveAnswer(slot, _) = &change {
                    self.firms[number].confirmed(slot, who, now);
                }
                change.apply(&mut telling.dossier, &mut Vec::new());
                telling.changes.push(change);
            }
        }
        self.write(number, telling.changes, now).await;
    }

    async fn puts_off(&mut self, number: usize, now: DateTime<Utc>) {
        let Some((place, _)) = self.one_that_is_open(number, now) else { return };
        let until = self.firms[number].hours.today(now) + self.dice.days(120);
        let matter = &mut self.firms[number].matters[place];
        matter.put_off(now, until);
        let slot = Schedule::later_slot(matter.kind, matter.item);
        self.tell(number, slot, Value::Date(until), now).await;
    }

    async fn goes_away(&mut self, number: usize, until: NaiveDate, now: DateTime<Utc>) {
        self.firms[number].hours.holiday = Some((now, until));
        self.tell(number, Slot::own(PAUSE), Value::Date(until), now).await;
    }

    async fn chooses_an_hour(&mut self, number: usize, now: DateTime<Utc>) {
        let minute = 480 + u32::try_from(self.dice.below(691)).unwrap();
        self.firms[number].hours.hour =
            NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        self.tell(number, Slot::own(MINUTE), Value::Number(minute), now).await;
    }

    async fn moves(&mut self, number: usize, now: DateTime<Utc>) {
        let zone = self.dice.pick(&ZONES);
        self.firms[number].hours.zone = zone;
        self.tell(number, Slot::own(ZONE), Value::Text(zone.name().into()), now).await;
    }

    async fn works_in_weekends_or_not(&mut self, number: usize, now: DateTime<Utc>) {
        let works = self.dice.one_in(2);
        self.firms[number].hours.weekends = Some(works);
        let word = if works { "yes" } else { "no" };
        self.tell(number, Slot::own(WEEKENDS), choice(word), now).await;
    }

    fn may_leave(&self, number: usize, member: usize) -> bool {
        self.firms[number].owners().iter().any(|owner| *owner != member)
    }

    async fn leaves(&mut self, number: usize, member: usize, now: DateTime<Utc>) {
        let firm = &mut self.firms[number];
        firm.members.remove(&member);
        let changes = vec![Change::RemoveMember(firm.people[member])];
        self.write(number, changes, now).await;
    }

    async fn comes_or_goes(&mut self, number: usize, now: DateTime<Utc>) {
        let place = self.dice.place(self.firms[number].people.len());
        if self.firms[number].members.contains_key(&place) {
            if self.may_leave(number, place) {
                self.leaves(number, place, now).await;
            }
            return;
        }
        let role = if self.dice.one_in(2) { Role::Owner } else { Role::Editor };
        let firm = &mut self.firms[number];
        firm.members.insert(place, role);
        let person = firm.people[place];
        let own = firm.chats.iter().map(|(_, chat)| *chat);
        let own: Vec<Chat> = own.filter(|chat| chat.firm == number && chat.member == place).collect();
        self.write(number, vec![Change::SaveMember(Member::confirmed(person, role, now))], now).await;
        // Who comes (back) speaks for the firm from then on.
        for chat in own {
            self.open_chat(chat, person, now).await;
        }
    }

    /// Somebody who takes over and only reads comes, goes, or can be reached or not.
    pub async fn deputy_lives(&mut self, now: DateTime<Utc>) {
        let number = self.luck.place(self.firms.len());
        let comes_or_goes = self.luck.one_in(2);
        let Some(deputy) = &mut self.firms[number].deputy else { return };
        let (person, chat) = (deputy.person, deputy.chat);
        if !comes_or_goes {
            return self.reaches_or_not(chat).await;
        }
        deputy.belongs = !deputy.belongs;
        let belongs = deputy.belongs;
        let change = match belongs {
            true => Change::SaveMember(Member::confirmed(person, Role::Reader, now)),
            false => Change::RemoveMember(person),
        };
        self.write(number, vec![change], now).await;
        if belongs {
            self.open_chat(chat, person, now).await;
        }
    }

    async fn wants_to_hear_or_not(&mut self, number: usize, now: DateTime<Utc>) {
        let wants = self.dice.one_in(2);
        let place = self.dice.place(self.firms[number].people.len());
        let changes_mind = self.dice.one_in(2);
        let firm = &mut self.firms[number];
        let told = if wants { &mut firm.wanted } else { &mut firm.unwanted };
        if told.is_empty() || !changes_mind {
            told.insert(place);
        } else {
            told.clear();
        }
        let words = told.iter().map(|place| person_word(firm.people[*place])).collect();
        let slot = Slot::own(if wants { WANTED } else { UNWANTED });
        self.tell(number, slot, Value::Choices(words), now).await;
    }

    async fn can_be_reached_or_not(&mut self, number: usize) {
        let place = self.dice.place(self.firms[number].chats.len());
        let (_, chat) = self.firms[number].chats[place];
        self.reaches_or_not(chat).await;
    }

    async fn reaches_or_not(&mut self, chat: Chat) {
        let reachable = self.unreachable.remove(&chat);
        if !reachable {
            self.unreachable.insert(chat);
        }
        self.app.note_reach(&key(chat), reachable).await.unwrap();
    }

    async fn agrees(&mut self, number: usize, now: DateTime<Utc>) {
        if self.firms[number].matters.len() >= MOST_MATTERS {
            return;
        }
        let mut telling = self.telling(number, now).await;
        agree(&mut self.dice, &mut self.firms[number], &mut telling);
        self.write(number, telling.changes, now).await;
    }

    /// A contract goes on, or something is to be done by another day.
    async fn moves_a_day(&mut self, number: usize, now: DateTime<Utc>) {
        let later = TimeDelta::days(370 + self.dice.below(400).cast_signed());
        let firm = &mut self.firms[number];
        let today = firm.hours.today(now);
        let can_move =
            |kind, often| kind == Kind::Contract || (kind == Kind::Agreement && often == Often::Once);
        let matters = firm.matters.iter_mut().filter(|matter| can_move(matter.kind, matter.often));
        let mut matters: Vec<_> = matters.collect();
        if matters.is_empty() {
            return;
        }
        let place = self.dice.place(matters.len());
        let matter = &mut matters[place];
        let on = matter.from.max(today) + later;
        matter.change(Often::Once, on, now);
        let question = if matter.kind == Kind::Contract { "supplier-end" } else { agreement::WHEN };
        let slot = Slot::of(matter.item.unwrap(), question);
        self.tell(number, slot, Value::Date(on), now).await;
    }
}
