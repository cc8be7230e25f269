//! What a turn decides: what was said and changed so far, and in the end position, changes and messages.

use chrono::{DateTime, Utc};

use crate::{
    dialogue::{
        State, World,
        change::Change,
        former_line,
        offer::{Card, Offer},
        reminder::LookAgain,
        standing::StandingTap,
        step::card,
        world::Home,
    },
    domain::{
        backup_diary,
        call_list::call_list,
        dossier::{Dossier, Slot},
        history::History,
        ids::{CompanyId, PersonId},
        item::{Answer, Item, Value},
        member::Member,
        noted,
        pii::Pii,
        schedule::{ANCHOR, Schedule, series::Said},
    },
    text::{Language, Msg},
};

/// How urgent a reply is, and how loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The emergency plan: ahead of everything, with sound.
    Emergency,
    /// An answer to what somebody just did.
    Interactive,
    /// News for somebody who did not ask.
    Notice,
    /// Something that nobody waits for.
    Reminder,
}

/// A file to send; what stands in it is written by `report`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// Days for the agenda, and those that are gone with what they were about.
    Calendar {
        /// What comes back.
        schedules: Vec<Schedule>,
        /// What came back before.
        gone: Vec<Schedule>,
    },
    /// What is kept of the speaker, also in these words.
    OwnCopy(Vec<Msg>),
    /// Everything of the company, also in these words.
    CompanyCopy(Vec<Msg>),
    /// A text that a camera can read.
    Scannable(Pii<String>),
}

/// Something to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// How urgent.
    pub lane: Lane,
    /// What, line by line.
    pub lines: Vec<Msg>,
    /// What can be chosen; empty when another reply follows.
    pub offer: Offer,
    /// The company that its standing buttons are about.
    pub company: Option<CompanyId>,
    /// What goes with it as a file.
    pub documents: Vec<Document>,
    /// From then on it is better not said.
    pub good_until: Option<DateTime<Utc>>,
    /// It holds a code, or a link that opens something: never to be said twice.
    pub secret: bool,
}

impl Reply {
    /// Lines, with nothing to choose and nothing attached.
    pub fn of(lane: Lane, lines: Vec<Msg>) -> Self {
        Self {
            lane,
            lines,
            offer: Offer::default(),
            company: None,
            documents: Vec::new(),
            good_until: None,
            secret: false,
        }
    }
}

/// Something to say to another member, in their own chats and their own language.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Who hears it.
    pub to: PersonId,
    /// What, line by line.
    pub lines: Vec<Msg>,
    /// What can be done about it at once; the menu must offer the same.
    pub taps: Vec<(Msg, StandingTap)>,
}

impl Notice {
    /// One line, about which nothing can be done.
    pub fn new(to: PersonId, line: impl Into<Msg>) -> Self {
        Self { to, lines: vec![line.into()], taps: Vec::new() }
    }
}

/// What a turn decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The position from now on.
    pub next: State,
    /// The language from now on.
    pub language: Language,
    /// What to write down, in this order.
    pub changes: Vec<Change>,
    /// What to say, in this order.
    pub replies: Vec<Reply>,
    /// What to say to others.
    pub notices: Vec<Notice>,
    /// It was no time to remind; when it is.
    pub look_again: Option<LookAgain>,
    /// What this turn reminds of.
    pub reminded: Vec<Said>,
    /// It could not be decided without the history: read it and decide again.
    pub needs_history: bool,
}

impl Step {
    /// The company that it starts, if it does.
    pub fn starts(&self) -> Option<CompanyId> {
        self.changes.iter().find_map(|change| match change {
            Change::StartCompany(company) => Some(*company),
            _ => None,
        })
    }
}

/// A turn being decided: what was said and changed so far, and the dossier as it is with those changes.
#[derive(Debug)]
pub struct Draft<'w> {
    /// What the turn may look at.
    pub world: &'w World<'w>,
    /// The dossier with this turn's changes.
    pub dossier: Dossier,
    /// The members with this turn's changes.
    pub members: Vec<Member>,
    /// The language with this turn's change.
    pub language: Language,
    changes: Vec<Change>,
    said: Vec<Msg>,
    before: Vec<Reply>,
    notices: Vec<Notice>,
    look_again: Option<LookAgain>,
    reminded: Vec<Said>,
    needs_history: bool,
}

impl<'w> Draft<'w> {
    /// A turn in which nothing happened yet.
    pub fn new(world: &'w World<'w>) -> Self {
        Self {
            world,
            dossier: world.dossier.clone(),
            members: world.members.to_vec(),
            language: world.language,
            changes: Vec::new(),
            said: Vec::new(),
            before: Vec::new(),
            notices: Vec::new(),
            look_again: None,
            reminded: Vec::new(),
            needs_history: false,
        }
    }

    /// Whether nothing was said yet.
    pub fn is_silent(&self) -> bool {
        self.said.is_empty()
    }

    /// Says a line above the next card.
    pub fn say(&mut self, message: impl Into<Msg>) {
        self.said.push(message.into());
    }

    /// Sends what was said so far, with these lines, as a message of its own.
    pub fn send(&mut self, lane: Lane, lines: Vec<Msg>) {
        self.said.extend(lines);
        let lines = std::mem::take(&mut self.said);
        self.before.push(Reply::of(lane, lines));
    }

    /// Sends what was said so far, with lines that hold a code, as a message of its own.
    pub fn send_secret(&mut self, lines: Vec<Msg>) {
        self.send(Lane::Interactive, lines);
        if let Some(reply) = self.before.last_mut() {
            reply.secret = true;
        }
    }

    /// Sends what was said so far, with these lines and a file, as a message of its own.
    pub fn send_file(&mut self, lines: Vec<Msg>, document: Document) {
        self.send(Lane::Interactive, lines);
        if let Some(reply) = self.before.last_mut() {
            reply.secret = matches!(document, Document::Scannable(_));
            reply.documents.push(document);
        }
    }

    /// Writes down an answer. A backup day that is told as it was goes on as it went.
    pub fn save(&mut self, slot: &Slot, value: Value) {
        let stands_since = backup_diary::stands_since(slot, &value, &self.dossier);
        self.save_one(slot, value);
        if let Some((slot, on)) = stands_since {
            self.save_one(&slot, Value::Date(on));
        }
    }

    fn save_one(&mut self, slot: &Slot, value: Value) {
        let answer = Answer {
            value,
            by: self.world.person,
            at: self.world.now,
            catalogue: self.world.content.catalogue.version,
        };
        self.dossier.save_answer(slot.clone(), answer.clone());
        self.changes.push(Change::SaveAnswer(slot.clone(), answer));
    }

    /// Writes down an item. With the first number on the call list the clock of the review starts.
    /// Of a line on it that says something else now, the other owners hear; of what became of an item, the end of a review tells.
    pub fn save_item(&mut self, item: Item) {
        let item = former_line::kept(self, item);
        let note = noted::note(self.dossier.find(item.id), &item, &self.dossier);
        self.dossier.save_item(item.clone());
        self.changes.push(Change::SaveItem(item));
        if let Some((slot, value)) = note {
            self.save_one(&slot, value);
        }
        let anchor = Slot::own(ANCHOR);
        let has_number = || call_list(&self.dossier).iter().any(|line| !line.contact.phones.is_empty());
        if self.dossier.answer(&anchor).is_none() && has_number() {
            self.save(&anchor, Value::Date(self.world.today));
        }
    }

    /// Sends a reminder with buttons of its own, beside the conversation.
    pub fn send_beside(&mut self, reply: Reply, said: impl Iterator<Item = Said>) {
        self.before.push(reply);
        self.reminded.extend(said);
    }

    /// It is no time to remind; look again.
    pub fn look_again(&mut self, again: LookAgain) {
        self.look_again = Some(again);
    }

    /// Everything that was told before, and in this turn. `None`: it was not read yet; the turn will be decided again
    /// with it, and what is decided now does not count.
    pub fn history(&mut self) -> Option<History> {
        let Some(mut history) = self.world.history.cloned() else {
            self.needs_history = true;
            return None;
        };
        for change in &self.changes {
            match change {
                Change::SaveAnswer(slot, answer) => history.save(slot.clone(), answer.clone()),
                Change::ForgetAnswer(slot) => history.forget(slot),
                _ => {}
            }
        }
        Some(history)
    }

    /// Tells another member.
    pub fn tell(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Writes down another change.
    pub fn change(&mut self, change: Change) {
        // Who joins does so in another company than the one that is looked at here.
        if !matches!(change, Change::Join(..)) {
            change.apply(&mut self.dossier, &mut self.members);
        }
        if let Change::SetLanguage(language) = change {
            self.language = language;
        }
        self.changes.push(change);
    }

    /// The turn as decided: what was said, and the card of the new position beneath it. A turn about another company
    /// leaves the person where they are.
    pub fn finish(self, next: impl Into<State>) -> Step {
        if let Some(Home { world, state }) = self.world.home {
            return self.finish_in(world, state.clone());
        }
        let next = next.into();
        let world = World { members: &self.members, ..self.world.clone() };
        let card = card(&next, &self.dossier, &world);
        let company = world.company;
        self.end(next, card, company)
    }

    /// The turn as decided, which ends in another company than the one that it was about.
    pub fn finish_in(self, there: &World<'_>, next: impl Into<State>) -> Step {
        let next = next.into();
        let card = card(&next, there.dossier, there);
        self.end(next, card, there.company)
    }

    fn end(mut self, next: State, card: Card, company: Option<CompanyId>) -> Step {
        let lane = if next.in_noodplan { Lane::Emergency } else { Lane::Interactive };
        let lines = std::mem::take(&mut self.said).into_iter().chain(card.lines).collect();
        self.before.push(Reply { offer: card.offer, company, ..Reply::of(lane, lines) });
        self.close(next)
    }

    /// The turn as decided, with nothing to choose from.
    pub fn close(self, next: impl Into<State>) -> Step {
        let mut replies = self.before;
        if !self.said.is_empty() {
            replies.push(Reply::of(Lane::Interactive, self.said));
        }
        Step {
            next: next.into(),
            language: self.language,
            changes: self.changes,
            replies,
            notices: self.notices,
            look_again: self.look_again,
            reminded: self.reminded,
            needs_history: self.needs_history,
        }
    }
}
