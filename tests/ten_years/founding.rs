//! What a firm tells on its first day, and what it agrees later: each is written down for the program, and kept in the firm's
//! own words.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use noodplan::{
    dialogue::step::Change,
    domain::{
        agreement,
        contact::Contact,
        doer,
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Item, ItemKind, Value},
        member::{Member, Role},
        phone::Phone,
        repetition::{Repetition, Unit},
        schedule::{ANCHOR, Kind},
    },
};
use uuid::Uuid;

use crate::{
    calendar::Often,
    dice::Dice,
    firm::{Chat, DEPUTY, Deputy, Firm},
    matter::Matter,
    telling::{Telling, choice},
    town::{Town, company},
};

/// In each fourth firm whoever takes over only reads.
const WITH_DEPUTY: usize = 4;
/// In each third firm somebody answers questions who has the firm before it.
const WITH_GUEST: usize = 3;

impl Town {
    /// A firm begins.
    pub async fn found(&mut self, at: DateTime<Utc>) {
        let number = self.firms.len();
        let own_person = |member: usize| PersonId(Uuid::from_u128(1 + (number * 10 + member) as u128));
        let mut people: Vec<PersonId> = (0..3).map(own_person).collect();
        let own_chat = |member, matrix| (member, Chat { firm: number, member, matrix });
        let mut chats = vec![own_chat(0, true), own_chat(0, false), own_chat(1, false), own_chat(2, false)];
        if number % WITH_GUEST == WITH_GUEST - 1 {
            let home = &mut self.firms[number - 1];
            let guest = own_chat(people.len(), false);
            // Whoever belongs to two firms hears of both in every chat.
            let at_home = home.chats.iter().filter(|(member, _)| *member == 0);
            chats.extend(at_home.map(|(_, chat)| (guest.0, *chat)));
            chats.push(guest);
            home.chats.push((0, guest.1));
            people.push(home.people[0]);
        }
        let mut firm = Firm::new(people, chats);
        let mut telling = Telling::new(Dossier::default(), firm.people[0], at);
        telling.changes.push(Change::StartCompany(company(number)));
        for place in 0..firm.people.len() {
            let role = if place == 0 || self.dice.one_in(3) { Role::Owner } else { Role::Editor };
            if place != 2 || role == Role::Owner {
                firm.members.insert(place, role);
                telling.changes.push(Change::SaveMember(Member::confirmed(firm.people[place], role, at)));
            }
        }
        if number % WITH_DEPUTY == 2 {
            firm.deputy = Some(takes_over(own_person(DEPUTY), number, &mut telling));
        }
        first_answers(&mut self.dice, &mut firm, &mut telling);
        for _ in 0..self.dice.below(3) {
            agree(&mut self.dice, &mut firm, &mut telling);
        }
        let own = firm.chats.iter().filter(|(_, chat)| chat.firm == number);
        let own = own.map(|(member, chat)| (*chat, firm.people[*member]));
        let deputy = firm.deputy.as_ref().map(|deputy| (deputy.chat, deputy.person));
        let own: Vec<(Chat, PersonId)> = own.chain(deputy).collect();
        self.firms.push(firm);
        self.write(number, telling.changes, at).await;
        for (chat, person) in own {
            self.open_chat(chat, person, at).await;
        }
    }
}

/// Somebody who only reads takes over when whoever decides is not there.
fn takes_over(person: PersonId, number: usize, telling: &mut Telling) -> Deputy {
    let contact = telling.dossier.new_item(ItemKind::Contact, doer::DEPUTY.into(), Contact::default());
    let item = telling.save(Item { person: Some(person), ..contact });
    telling.tell(Slot::own(doer::DEPUTY), Value::Item(item));
    telling.changes.push(Change::SaveMember(Member::confirmed(person, Role::Reader, telling.at)));
    Deputy { person, chat: Chat { firm: number, member: DEPUTY, matrix: false }, belongs: true }
}

/// The call list, and some of the rest.
fn first_answers(dice: &mut Dice, firm: &mut Firm, telling: &mut Telling) {
    let at = telling.at;
    let today = firm.hours.today(at);
    let phones = vec![Phone::parse("0612345678").unwrap()];
    let contact = Contact { phones, ..Contact::default() };
    let decider = telling.dossier.new_item(ItemKind::Contact, "decider".into(), contact);
    // Called so long before the list was there that it falls between two reviews.
    let checked_at = dice.one_in(3).then(|| at - TimeDelta::days(91));
    telling.save(Item { checked_at, ..decider });
    telling.tell(Slot::own(ANCHOR), Value::Date(today));
    firm.matters.push(Matter::new(Kind::Review, None, (Often::Months(6), today), at));
    if let Some(checked) = checked_at {
        let from = firm.hours.today(checked);
        firm.matters.push(Matter::new(Kind::Numbers, None, (Often::Months(6), from), checked));
    }
    let in_a_month = today + TimeDelta::days(30);
    if dice.one_in(2) {
        telling.tell(Slot::own("plan-tested"), choice("never"));
        firm.matters.push(Matter::new(Kind::Drill, None, (Often::Once, in_a_month), at));
    }
    if dice.one_in(4) {
        let data = telling.item(ItemKind::Data, "customer-data");
        telling.tell(Slot::of(data, "backup-restored"), choice("never"));
        firm.matters.push(Matter::new(Kind::Restore, Some(data), (Often::Once, in_a_month), at));
    }
    if dice.one_in(5) {
        const DAYS: [(&str, Weekday); 4] = [
            ("monday", Weekday::Mon),
            ("thursday", Weekday::Thu),
            ("friday", Weekday::Fri),
            ("saturday", Weekday::Sat),
        ];
        let (word, weekday) = dice.pick(&DAYS);
        let (often, rule) = match dice.one_in(4) {
            true => ("weekly", Often::Weekday(weekday)),
            false => ("monthly", Often::FirstOfMonth(weekday)),
        };
        let data = telling.item(ItemKind::Data, "customer-data");
        telling.tell(Slot::of(data, "backup-made"), choice("by-hand"));
        telling.tell(Slot::of(data, "backup-often"), choice(often));
        telling.tell(Slot::own("backup-day"), choice(word));
        firm.hours.backup_in_weekend = weekday == Weekday::Sat;
        firm.matters.push(Matter::new(Kind::Backup, None, (rule, today), at));
    }
}

/// Something is agreed, accepted or signed that is to come back.
pub fn agree(dice: &mut Dice, firm: &mut Firm, telling: &mut Telling) {
    let at = telling.at;
    let today = firm.hours.today(at);
    let on = today + dice.days(200);
    let (kind, item, whom) = match dice.below(8) {
        0 | 1 => {
            let supplier = telling.item(ItemKind::Supplier, "internet");
            let ends = today + dice.days(900);
            telling.tell(Slot::of(supplier, "supplier-end"), Value::Date(ends));
            firm.matters.push(Matter::new(Kind::Contract, Some(supplier), (Often::Once, ends), at));
            return;
        }
        2 => {
            let risk = telling.item(ItemKind::Risk, "power");
            telling.tell(Slot::of(risk, "risk-choice"), choice("accept"));
            telling.tell(Slot::of(risk, "risk-until"), Value::Date(on));
            (Kind::Acceptance, risk, None)
        }
        3 => {
            let outside = agreed(telling, "Vraag de internetwinkel om een reservemodem");
            let whom = dice.place(firm.people.len());
            telling.tell_as(firm.people[whom], Slot::of(outside, agreement::REPLY), Value::Date(on));
            (Kind::Reply, outside, Some(whom))
        }
        _ => return promise(dice, firm, telling, on),
    };
    let mut matter = Matter::new(kind, Some(item), (Often::Once, on), at);
    matter.whom = whom;
    firm.matters.push(matter);
}

fn agreed(telling: &mut Telling, what: &str) -> ItemId {
    let contact = Contact { name: Some(what.into()), ..Contact::default() };
    let item = telling.dossier.new_item(ItemKind::Agreement, "agreement".into(), contact);
    telling.save(item)
}

/// Somebody promises to do something by a day, or again and again from that day.
fn promise(dice: &mut Dice, firm: &mut Firm, telling: &mut Telling, on: NaiveDate) {
    let item = agreed(telling, "Maak de back-up los");
    let rule = match dice.below(8) {
        0 => Often::Weeks(2 + dice.below(4).cast_signed()),
        1 | 2 => Often::Months(dice.pick(&[1, 2, 3, 6, 12])),
        _ => Often::Once,
    };
    let again = |every, unit| Value::Every(Repetition { every, unit, from: on });
    let when = match rule {
        Often::Weeks(every) => again(u32::try_from(every).unwrap(), Unit::Week),
        Often::Months(every) => again(every.unsigned_abs(), Unit::Month),
        _ => Value::Date(on),
    };
    telling.tell(Slot::of(item, agreement::WHEN), when);
    let whom = dice.place(firm.people.len());
    let person = firm.people[whom];
    let mut matter = Matter::new(Kind::Agreement, Some(item), (rule, on), telling.at);
    match dice.below(4) {
        0 => {
            telling.tell_as(person, Slot::of(item, agreement::CHECK), choice(agreement::ASK_ME));
            matter.whom = Some(whom);
        }
        1 => {
            let contact = telling.dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
            let who = telling.save(Item { person: Some(person), ..contact });
            telling.tell(Slot::of(item, agreement::WHO), Value::Item(who));
            matter.whom = Some(whom);
        }
        _ => {}
    }
    firm.matters.push(matter);
}
