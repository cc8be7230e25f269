//! One turn of the conversation: from position and input to position, changes and replies.

pub use crate::dialogue::change::Change;
use crate::{
    dialogue::{
        Place, State, World, agenda, agreements, answers, backup_diary, call_list, commands, companies,
        input::{Input, Media},
        invite, letter, log, members, menu, more, noodplan,
        offer::{Card, Offer},
        onboarding, question_card,
        reminder::{self, LookAgain},
        results, review, sitting,
        standing::{self, StandingTap},
        things, todos, waiting,
    },
    domain::{
        appointment::Appointment,
        call_list::call_list as call_list_of,
        dossier::{Dossier, Slot},
        history::History,
        ids::{PersonId, Slug},
        item::{Answer, Item, Value},
        member::Member,
        schedule::{ANCHOR, habits::own, series::Said},
    },
    text::{Language, Msg},
};

pub use crate::dialogue::change::Change;

/// Which flow answers an input. `app::routes` says which goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flow {
    /// The emergency plan.
    Noodplan,
    /// Any other command.
    Command,
    /// A tap on a card that is gone.
    Stale,
    /// The clock has something to say.
    Reminder,
    /// A standing button.
    Standing,
    /// Choosing from the emergency plan while it lies on top.
    InNoodplan,
    /// Greeting, consent and "is er nu iets mis?".
    Onboarding,
    /// A question of the catalogue.
    Sitting,
    /// The menu.
    Menu,
    /// What is not needed every day.
    More,
    /// Earlier answers.
    Answers,
    /// What follows from the answers.
    Results,
    /// The things of the firm.
    Things,
    /// The to-dos.
    Todos,
    /// A letter to a supplier.
    Letter,
    /// What comes back, and when.
    Agenda,
    /// The call list and its lines.
    CallList,
    /// The log.
    Log,
    /// The people of the company, and what waits for them.
    Members,
    /// The companies of the speaker.
    Companies,
    /// Agreements.
    Agreements,
    /// The backup diary, and which backup is safe.
    BackupDiary,
    /// The six-monthly review.
    Review,
}

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
    /// Days for the agenda.
    Calendar(Vec<Appointment>),
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
    /// What goes with it as a file.
    pub documents: Vec<Document>,
}

impl Reply {
    /// Lines, with nothing to choose and nothing attached.
    pub fn of(lane: Lane, lines: Vec<Msg>) -> Self {
        Self { lane, lines, offer: Offer::default(), documents: Vec::new() }
    }
}

/// Something to say to another member, in their own chats and their own language.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Who hears it.
    pub to: PersonId,
    /// How urgent.
    pub lane: Lane,
    /// What, line by line.
    pub lines: Vec<Msg>,
    /// What can be done about it at once; the menu must offer the same.
    pub taps: Vec<(Msg, StandingTap)>,
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

    /// Sends what was said so far, with these lines and a file, as a message of its own.
    pub fn send_file(&mut self, lines: Vec<Msg>, document: Document) {
        self.send(Lane::Interactive, lines);
        if let Some(reply) = self.before.last_mut() {
            reply.documents.push(document);
        }
    }

    /// Writes down an answer.
    pub fn save(&mut self, slot: &Slot, value: Value) {
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
    pub fn save_item(&mut self, item: Item) {
        self.dossier.save_item(item.clone());
        self.changes.push(Change::SaveItem(item));
        let anchor = own(ANCHOR);
        let has_number = || call_list_of(&self.dossier).iter().any(|line| !line.contact.phones.is_empty());
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
            if let Change::SaveAnswer(slot, answer) = change {
                history.save(slot.clone(), answer.clone());
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

    /// The turn as decided: what was said, and the card of the new position beneath it.
    pub fn finish(self, next: impl Into<State>) -> Step {
        let next = next.into();
        let world = World { members: &self.members, ..self.world.clone() };
        let card = card(&next, &self.dossier, &world);
        let lane = if next.in_noodplan { Lane::Emergency } else { Lane::Interactive };
        let lines = self.said.into_iter().chain(card.lines).collect();
        let mut replies = self.before;
        replies.push(Reply { offer: card.offer, ..Reply::of(lane, lines) });
        Step {
            next,
            language: self.language,
            changes: self.changes,
            replies,
            notices: self.notices,
            look_again: self.look_again,
            reminded: self.reminded,
            needs_history: self.needs_history,
        }
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

/// What is on the screen of somebody in this position.
pub fn card(state: &State, dossier: &Dossier, world: &World<'_>) -> Card {
    if state.in_noodplan {
        return noodplan::card(&state.place, dossier, world);
    }
    match &state.place {
        // Somebody was let in while they waited.
        Place::Stranger | Place::Welcome if world.company.is_some() => menu::card(dossier, world),
        Place::Stranger | Place::Welcome | Place::Trouble => onboarding::card(&state.place, world),
        Place::Question { slot, part, visit } => question_card::card(slot, *part, *visit, dossier, world),
        Place::Menu => menu::card(dossier, world),
        Place::More => more::card(dossier),
        Place::Answers { section, page } => answers::card(section, *page, dossier, world),
        Place::Results => results::card(),
        Place::Things(at) => things::card(at, dossier, world),
        Place::Letter(at) => letter::card(at, dossier, world),
        Place::Todos(at) => todos::list::card(at, dossier, world),
        Place::WhatIf { page } => results::what_if::card(*page, dossier, world),
        Place::Lines { undo } => call_list::lines_card(*undo, dossier, world),
        Place::Log { page } => log::card(*page, dossier, world),
        Place::Agenda(spot) => agenda::card(*spot, dossier, world),
        Place::Line(item) => call_list::line_card(*item, dossier, world),
        Place::LineField(item, field) => call_list::field_card(*item, *field, dossier, world),
        Place::Waiting => waiting::card(world),
        Place::Members => members::list_card(world),
        Place::Member(person) => members::card(*person, world),
        Place::RemoveMember(person) => members::remove_card(*person, world),
        Place::Invite => invite::card(),
        Place::Companies => companies::card(world),
        Place::Agreements(spot) => agreements::card(spot, dossier, world),
        Place::BackupDiary { on } => backup_diary::card(*on, dossier, world),
        Place::SafeBackup => backup_diary::safe::card(),
        Place::Review { spot, undo } => review::card(spot, *undo, dossier, world),
    }
}

/// Decides one turn in the flow that the routes chose.
pub fn step(flow: Flow, state: &State, input: &Input, world: &World<'_>) -> Step {
    let mut draft = Draft::new(world);
    if flow != Flow::Noodplan && !state.in_noodplan {
        welcome_back(&mut draft, state, input);
    }
    match flow {
        Flow::Noodplan => noodplan::open(draft, state),
        Flow::InNoodplan => noodplan::step(draft, state, input),
        Flow::Command => commands::step(draft, state, input),
        Flow::Stale => stale(draft, state),
        Flow::Log => log::step(draft, state, input),
        Flow::Reminder => reminder::step(draft, state, input),
        Flow::Standing => standing::step(draft, state, input),
        Flow::Agenda => agenda::step(draft, state, input),
        Flow::Onboarding => onboarding::step(draft, state, input),
        Flow::Sitting => sitting::step(draft, state, input),
        Flow::Menu => menu::step(draft, state, input),
        Flow::More => more::step(draft, state, input),
        Flow::Answers => answers::step(draft, state, input),
        Flow::Results => results::step(draft, state, input),
        Flow::Things => things::step(draft, state, input),
        Flow::Letter => letter::step(draft, state, input),
        Flow::Todos => todos::list::step(draft, state, input),
        Flow::CallList => call_list::step(draft, state, input),
        Flow::Members => members::step(draft, state, input),
        Flow::Companies => companies::step(draft, state, input),
        Flow::Agreements => agreements::step(draft, state, input),
        Flow::BackupDiary => backup_diary::step(draft, state, input),
        Flow::Review => review::step(draft, state, input),
    }
}

/// An old button: says so kindly and shows the live card.
fn stale(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("stale");
    draft.finish(state.clone())
}

/// What cannot be an answer anywhere, with the card that is still open.
pub fn not_an_answer(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Greeting if draft.said.is_empty() => draft.say("greeting"),
        Input::Greeting => {}
        Input::NotHere => draft.say("input-not-here"),
        Input::Empty => draft.say("input-empty"),
        Input::TooLong => draft.say("input-too-long"),
        Input::BrokenContact => draft.say("input-broken-contact"),
        Input::Media(media) => draft.say(Msg::new("input-media").key("kind", media.slug())),
        Input::NoSuchNumber => draft.say("input-no-such-number"),
        Input::UnknownCommand => draft.say("input-unknown-command"),
        _ => draft.say("input-not-an-option"),
    }
    draft.finish(state.clone())
}

/// Silence for longer than this is a break: the person is told where they were.
const BREAK: chrono::TimeDelta = chrono::TimeDelta::hours(10);

fn welcome_back(draft: &mut Draft<'_>, state: &State, input: &Input) {
    let Place::Question { slot, .. } = &state.place else { return };
    if draft.world.away < BREAK || matches!(input, Input::Command(..) | Input::Tick(_)) {
        return;
    }
    let Some(section) = draft.world.content.catalogue.section_of(slot.question.as_str()) else { return };
    let people = call_list_of(&draft.dossier).len();
    let where_it_was = question_card::position(slot, &draft.dossier, draft.world);
    let welcome = Msg::new("welcome-back")
        .msg("section", section_title(&section.id))
        .number("question", where_it_was.number)
        .number("total", where_it_was.total)
        .number("people", people);
    draft.say(welcome);
}

/// The title of a section: "Bellijst".
pub fn section_title(section: &Slug) -> Msg {
    Msg::new(format!("section-{section}"))
}
