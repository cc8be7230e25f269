//! What can be chosen now: recomputed from state and world, never stored.

use crate::{
    dialogue::{Field, State, agenda::Spot, results::View, standing::StandingTap},
    domain::{
        fingerprint::fingerprint,
        ids::{CompanyId, ItemId, PersonId, Slug},
        item::ItemKind,
        member::Role,
    },
    text::{Language, Msg},
};

/// Among the things that one can be afraid of: something else.
const OWN_THREAT: &str = "own-threat";

/// What choosing an option means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tap {
    /// A choice of the question.
    Choice(Slug),
    /// "Weet ik niet".
    Unknown,
    /// "Overslaan".
    Skip,
    /// "Terug".
    Back,
    /// "Uitleg".
    Explain,
    /// "Stop".
    Stop,
    /// Stops at a good moment, with what came of it so far.
    Enough,
    /// "Klaar", "zo is het goed".
    Done,
    /// Goes on where the person was.
    Resume,
    /// The sitting that matters most now, where that is another.
    Next,
    /// "Ja" to a yes-or-no that is not of the catalogue.
    Yes,
    /// "Nee" to one.
    No,
    /// The other language.
    OtherLanguage,
    /// The privacy notice.
    Privacy,
    /// A file for the agenda.
    Calendar,
    /// The emergency plan.
    Noodplan,
    /// The same answers as about the thing before.
    Same,
    /// What opened the plan was an answer.
    MyAnswer,
    /// The menu.
    Menu,
    /// The call list, to change it.
    Lines,
    /// The number at this place, counted from 0.
    Number(u16),
    /// An item.
    Item(ItemId),
    /// A part of a line.
    Field(Field),
    /// One place up in the order.
    Up,
    /// One place down.
    Down,
    /// Called, and it was right.
    Checked,
    /// Take off.
    Remove,
    /// Put back what was just taken off.
    Undo,
    /// None of what can be ticked, whatever is ticked.
    Nothing,
    /// Just oneself.
    Myself,
    /// The whole company.
    WholeCompany,
    /// A copy of what is kept of oneself.
    MyData,
    /// Be forgotten.
    Forget,
    /// The next page, or the rest of the menu.
    More,
    /// A section: its first question, or its answers.
    Section(Slug),
    /// Something new.
    Add,
    /// Of this kind.
    Kind(ItemKind),
    /// Another name.
    Rename,
    /// One more of the same.
    Copy,
    /// Two become one.
    Merge,
    /// The things of the firm.
    Things,
    /// The to-dos.
    Todos,
    /// A letter to a supplier.
    Write,
    /// In this language.
    Letter(Language),
    /// Who does it.
    Who,
    /// By when.
    When,
    /// A question that stands beside this one.
    Beside(Slug),
    /// What follows from the answers.
    Results,
    /// One view of what follows from the answers.
    Result(View),
    /// A part of what comes back.
    Agenda(Spot),
    /// Until so many days from now.
    Until(u16),
    /// Also on Saturday and Sunday, or not.
    Weekends,
    /// Remind me, or not.
    RemindMe,
    /// End the holiday now.
    NoPause,
    /// The parts of the questionnaire.
    Parts,
    /// Who belongs to the company.
    Members,
    /// No owner can be reached: somebody else becomes one.
    Succession,
    /// Who did what, and when.
    Log,
    /// The agreements.
    Agreements,
    /// A text to send on to somebody outside.
    Forward,
    /// The backup diary.
    Backups,
    /// Which backup is safe.
    SafeBackup,
    /// The six-monthly review.
    Review,
    /// Something changed.
    Changed,
    /// Nothing changed in all of it.
    Unchanged,
    /// Nobody answered.
    Unreached,
    /// What was told before.
    History,
    /// What can be done from anywhere.
    Standing(StandingTap),
    /// What waits for this person.
    Waiting,
    /// One of them.
    Person(PersonId),
    /// A role for somebody.
    Role(Role),
    /// Let somebody in.
    Invite,
    /// A company.
    Company(CompanyId),
    /// A company that is not there yet.
    NewCompany,
}

impl Tap {
    /// A short word for the option, unique within an offer; travels in buttons. At most 40 bytes.
    pub fn key(&self) -> String {
        match self {
            Self::Choice(id) => format!("c.{id}"),
            Self::Unknown => "unknown".into(),
            Self::Skip => "skip".into(),
            Self::Back => "back".into(),
            Self::Explain => "explain".into(),
            Self::Stop => "stop".into(),
            Self::Enough => "enough".into(),
            Self::Done => "done".into(),
            Self::Resume => "resume".into(),
            Self::Next => "next".into(),
            Self::Yes => "yes".into(),
            Self::No => "no".into(),
            Self::OtherLanguage => "language".into(),
            Self::Privacy => "privacy".into(),
            Self::Calendar => "calendar".into(),
            Self::Noodplan => "noodplan".into(),
            Self::Same => "same".into(),
            Self::MyAnswer => "my-answer".into(),
            Self::Menu => "menu".into(),
            Self::Lines => "lines".into(),
            Self::Number(place) => format!("n.{place}"),
            Self::Item(id) => format!("i.{}", id.0),
            Self::Field(field) => format!("f.{}", field.slug()),
            Self::Up => "up".into(),
            Self::Down => "down".into(),
            Self::Checked => "checked".into(),
            Self::Remove => "remove".into(),
            Self::Undo => "undo".into(),
            Self::Nothing => "nothing".into(),
            Self::Myself => "me".into(),
            Self::WholeCompany => "company".into(),
            Self::MyData => "my-data".into(),
            Self::Forget => "forget".into(),
            Self::More => "more".into(),
            Self::Section(id) => format!("s.{id}"),
            Self::Add => "add".into(),
            Self::Kind(kind) => format!("k.{}", kind.slug()),
            Self::Rename => "rename".into(),
            Self::Copy => "copy".into(),
            Self::Merge => "merge".into(),
            Self::Things => "things".into(),
            Self::Todos => "todos".into(),
            Self::Write => "write".into(),
            Self::Letter(language) => format!("l.{}", language.tag()),
            Self::Who => "who".into(),
            Self::When => "when".into(),
            Self::Beside(question) => format!("b.{question}"),
            Self::Results => "results".into(),
            Self::Result(view) => format!("r.{}", view.slug()),
            Self::Agenda(spot) => format!("a.{}", spot.slug()),
            Self::Until(days) => format!("u.{days}"),
            Self::Weekends => "weekends".into(),
            Self::RemindMe => "remind-me".into(),
            Self::NoPause => "no-pause".into(),
            Self::Parts => "parts".into(),
            Self::Members => "members".into(),
            Self::Succession => "succession".into(),
            Self::Log => "log".into(),
            Self::Agreements => "agreements".into(),
            Self::Forward => "forward".into(),
            Self::Backups => "backups".into(),
            Self::SafeBackup => "safe-backup".into(),
            Self::Review => "review".into(),
            Self::Changed => "changed".into(),
            Self::Unchanged => "unchanged".into(),
            Self::Unreached => "unreached".into(),
            Self::History => "history".into(),
            Self::Standing(tap) => tap.token(),
            Self::Waiting => "waiting".into(),
            Self::Person(person) => format!("p.{}", person.0.simple()),
            Self::Role(role) => format!("role.{}", role.slug()),
            Self::Invite => "invite".into(),
            Self::Company(company) => format!("b.{}", company.0.simple()),
            Self::NewCompany => "new-company".into(),
        }
    }
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub label: Msg,
    /// What it means.
    pub tap: Tap,
}

/// What typed words mean beside the options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typing {
    /// Only the options; the beginning of a label will do.
    #[default]
    Options,
    /// Anything may be an answer; an option must be said in full.
    Free,
    /// The name or number of somebody is an answer; an option must be said in full.
    Somebody,
    /// Figures are an answer; an option must be said in full.
    Figures,
    /// A day is an answer; an option must be said in full, or by its number: "3" alone is no day.
    Day,
    /// Several options at once: "1 3 5", "internet, bank".
    Several,
}

/// What can be chosen now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// In the order of showing; the first is number 1.
    pub options: Vec<Choice>,
    /// What does not fit on the screen and is found by its name.
    pub hidden: Vec<Choice>,
    /// What else may be typed.
    pub typing: Typing,
    /// What a plain "nee" means where a question says so.
    pub no: Option<Tap>,
    /// What "dat was alles" means where words are an answer and something more is asked for.
    pub done: Option<Tap>,
    /// Whether the person's own number is asked for.
    pub own_number: bool,
}

impl Offer {
    /// An empty offer for typing of this sort.
    pub fn new(typing: Typing) -> Self {
        Self { typing, ..Self::default() }
    }

    /// Whether words that are none of the options may be an answer: a name, anything at all, or what somebody is afraid of.
    pub fn takes_words(&self) -> bool {
        let asks_for_fears = self.options.iter().any(|option| option.tap == Tap::Choice(OWN_THREAT.into()));
        matches!(self.typing, Typing::Free | Typing::Somebody) || asks_for_fears
    }

    /// Adds something that is found by its name alone.
    pub fn hidden(mut self, label: impl Into<Msg>, tap: Tap) -> Self {
        self.hidden.push(Choice { label: label.into(), tap });
        self
    }

    /// Adds an option.
    pub fn option(mut self, label: impl Into<Msg>, tap: Tap) -> Self {
        self.options.push(Choice { label: label.into(), tap });
        self
    }

    /// Adds an option for each of these, in this order.
    pub fn each<L: Into<Msg>>(self, options: impl IntoIterator<Item = (L, Tap)>) -> Self {
        options.into_iter().fold(self, |offer, (label, tap)| offer.option(label, tap))
    }

    /// The same for what can be done from anywhere.
    pub fn each_standing(self, taps: impl IntoIterator<Item = (Msg, StandingTap)>) -> Self {
        self.each(taps.into_iter().map(|(label, tap)| (label, Tap::Standing(tap))))
    }

    /// The same for what is found by its name alone.
    pub fn each_hidden<L: Into<Msg>>(self, choices: impl IntoIterator<Item = (L, Tap)>) -> Self {
        choices.into_iter().fold(self, |offer, (label, tap)| offer.hidden(label, tap))
    }

    /// Adds an option if it makes sense now.
    pub fn option_if(self, sensible: bool, label: impl Into<Msg>, tap: Tap) -> Self {
        if sensible { self.option(label, tap) } else { self }
    }
}

/// What is on the screen while the bot waits: the text and what can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The lines to show.
    pub lines: Vec<Msg>,
    /// What can be chosen.
    pub offer: Offer,
}

/// The word that a button carries so that a later tap can be held against the live card.
///
/// It names position and option and holds no data: `1f2e3d4c.unknown`.
///
/// What can be done from anywhere names no position.
pub fn token(state: &State, tap: &Tap) -> String {
    if let Tap::Standing(tap) = tap {
        return tap.token();
    }
    let position = fingerprint(serde_json::to_string(state).unwrap_or_default());
    format!("{position:08x}.{}", tap.key())
}
