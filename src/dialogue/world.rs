//! What a turn may look at. It is all that is known: nothing else is read while a turn is decided.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use crate::{
    dialogue::{ChannelKind, Content, Place, State, correction::Answered, lookup::Found},
    domain::{
        audit::Record,
        dossier::Dossier,
        history::History,
        ids::{CompanyId, PersonId},
        member::{Member, Role},
        pii::Pii,
        signup::Signup,
    },
    text::Language,
};

/// Silence for longer than this is a break.
const BREAK: TimeDelta = TimeDelta::hours(10);

/// Where somebody is whose turn is about another company than the one they speak for.
#[derive(Clone, Copy, Debug)]
pub struct Home<'w> {
    /// What is to be seen there.
    pub world: &'w World<'w>,
    /// The position, which stays as it is.
    pub state: &'w State,
}

/// Everything one turn may look at.
#[derive(Clone, Debug)]
pub struct World<'w> {
    /// The instant of this turn.
    pub now: DateTime<Utc>,
    /// The date of this turn where the company is.
    pub today: NaiveDate,
    /// How long the person was silent before this turn.
    pub away: TimeDelta,
    /// Who speaks.
    pub person: PersonId,
    /// What the channel calls them.
    pub name: Option<&'w Pii<String>>,
    /// Where they speak.
    pub channel: ChannelKind,
    /// The language they chose or were met in.
    pub language: Language,
    /// The company that this turn is about and they may act for. `None`: nobody's data may be shown to them.
    pub company: Option<CompanyId>,
    /// Who may start a company here.
    pub signup: Signup,
    /// How often they had something written down on this day before, in this conversation.
    pub written_today: u32,
    /// What they may do in that company.
    pub role: Option<Role>,
    /// Everybody in that company, whoever came first at the front; empty without one.
    pub members: &'w [Member],
    /// What the speaker is in the company that their conversation names while no owner has confirmed them. They may
    /// see this and nothing else.
    pub applicant: Option<&'w Member>,
    /// Where they are, when this is another company than the one they speak for.
    pub home: Option<Home<'w>>,
    /// What was looked up for this turn.
    pub found: Option<&'w Found>,
    /// What an earlier message answered that was changed or wiped now, the question that was asked first.
    pub meant: &'w [Answered],
    /// The name of the bot on Telegram, once it is known.
    pub bot: Option<&'w str>,
    /// The address at which people reach the program, `https://…` without a slash at the end, if there is one.
    pub public_url: Option<&'w str>,
    /// Random bytes, used once, for what this turn makes. `None`: the machine gives none.
    pub random: Option<[u8; 32]>,
    /// The id for a company that this turn starts, if it does.
    pub new_company: CompanyId,
    /// What the company has told; empty without one.
    pub dossier: &'w Dossier,
    /// Who did what, newest first; read only for a place that shows it.
    pub log: &'w [Record],
    /// Every revision of every answer, once a flow asked for it.
    pub history: Option<&'w History>,
    /// What the bot knows by heart.
    pub content: &'w Content,
}

impl<'w> World<'w> {
    /// The world of somebody of whom nothing is known, in Dutch, with this to look at.
    pub fn of_nobody(now: DateTime<Utc>, dossier: &'w Dossier, content: &'w Content) -> Self {
        Self {
            now,
            today: now.date_naive(),
            away: TimeDelta::zero(),
            person: PersonId(Uuid::nil()),
            name: None,
            channel: ChannelKind::Terminal,
            language: Language::Nl,
            company: None,
            signup: Signup::default(),
            written_today: 0,
            role: None,
            members: &[],
            applicant: None,
            home: None,
            found: None,
            meant: &[],
            bot: None,
            public_url: None,
            random: None,
            new_company: CompanyId(Uuid::nil()),
            dossier,
            log: &[],
            history: None,
            content,
        }
    }

    /// Whether the speaker comes back after a break: what was on the screen is not what they have in mind.
    pub fn comes_back(&self) -> bool {
        self.away >= BREAK
    }

    /// Whether somebody at this place may start a company.
    pub fn may_start(&self, place: &Place) -> bool {
        match self.signup {
            Signup::Open => true,
            Signup::Code => *place == Place::LetIn,
            Signup::Closed => false,
        }
    }

    /// What they may do in the company whose card is on the screen.
    pub fn role_at_home(&self) -> Option<Role> {
        self.home.map_or(self.role, |home| home.world.role)
    }

    /// Whether the speaker answers questions, so that it makes sense to offer it. `app::gate` decides.
    pub fn answers(&self) -> bool {
        matches!(self.role, Some(Role::Owner | Role::Editor))
    }

    /// Whether the speaker reads what was answered.
    pub fn reads(&self) -> bool {
        self.answers() || self.role == Some(Role::Helper)
    }
}
