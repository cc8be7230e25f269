//! Groups: nothing until an owner switches the group on; then the plan and nothing else, for confirmed members.
//!
//! Who speaks is looked up anew each time, by their own chat. The row of a group names its company and who switched it on.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    app::{
        access::{Admitted, Scope, authorise},
        ids::{make_id, reference},
        ports::{
            Button, Clock, Commit, Conversation, ConversationKey, Incoming, LaneKind, Loaded, Outgoing,
            Store, StoreError,
        },
        turn::{App, Handled, log_failure},
    },
    dialogue::{
        Place, World, companies,
        input::InGroup,
        members, noodplan,
        step::{Change, Notice},
    },
    domain::{
        audit::Act,
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::{Role, member, owners},
        pii::Pii,
        schedule::habits::Habits,
    },
    text::{Language, Msg},
};

/// What the button carries that switches a group on.
pub const SWITCH_ON: &str = "group.on";
/// What the button carries that switches it off.
pub const SWITCH_OFF: &str = "group.off";

/// So often groups are switched on for one company within a day: each time goes into its log, and its other owners hear of it.
const MOST_A_DAY: usize = 20;
/// Records of the log that are looked through for that.
const LOOKED_AT: usize = 200;

/// Label and token of the two buttons.
const ON: (&str, &str) = ("group-off.on", SWITCH_ON);
const OFF: (&str, &str) = ("group-on.off", SWITCH_OFF);

/// What comes of an event in a group.
struct Decided {
    lines: Vec<Msg>,
    lane: LaneKind,
    button: Option<(&'static str, &'static str)>,
    /// The row of the group from now on; the outer `None` leaves it as it is.
    row: Option<Option<Conversation>>,
    /// What else is written, if it is more than the row.
    noted: Option<Noted>,
}

/// What goes into the log of a company, and what its other owners hear.
struct Noted {
    /// The company, at the version at which it was read.
    company: (CompanyId, u64),
    act: Act,
    told: Vec<Notice>,
}

impl Decided {
    fn say(line: &'static str) -> Self {
        Self { lines: vec![line.into()], lane: LaneKind::Interactive, button: None, row: None, noted: None }
    }

    fn quietly(row: Option<Option<Conversation>>) -> Self {
        Self { lines: Vec::new(), lane: LaneKind::Interactive, button: None, row, noted: None }
    }
}

impl<S: Store, C: Clock> App<S, C> {
    /// One event in a group.
    pub(super) async fn in_group(&self, incoming: &Incoming, event: &InGroup) -> Result<Handled, StoreError> {
        match self.attempt_in_group(incoming, event).await {
            Err(error @ (StoreError::Unavailable(_) | StoreError::Damaged(_)))
                if matches!(event, InGroup::Plan(_)) =>
            {
                log_failure(&reference(incoming), &error);
                Ok(Handled { outgoing: self.public_numbers(incoming), committed: false })
            }
            other => other,
        }
    }

    async fn attempt_in_group(&self, incoming: &Incoming, event: &InGroup) -> Result<Handled, StoreError> {
        let group = self.store.load(&incoming.conversation).await?;
        let speaker = match event {
            InGroup::Plan(address) | InGroup::On(address) | InGroup::Off(address) => {
                self.store.load(&beside(incoming, address)).await?
            }
            InGroup::Anonymous | InGroup::Gone | InGroup::CameFrom(_) => Loaded::default(),
        };
        let language = match &speaker.conversation {
            Some((known, _)) => known.language,
            None => incoming.language(),
        };
        let decided = match event {
            InGroup::Plan(_) => self.plan(&speaker, &group, incoming, language),
            InGroup::Anonymous => self.refusal(incoming, "group-anonymous", None),
            InGroup::On(_) => {
                let decided = self.switch_on(&speaker, &group, incoming, language);
                self.unless_too_often(incoming, decided).await?
            }
            InGroup::Off(_) => self.switch_off(&speaker, &group, incoming),
            InGroup::Gone => Decided::quietly(Some(None)),
            InGroup::CameFrom(address) => self.moved(&group, &beside(incoming, address)).await?,
        };
        let handled = self.write(incoming, event, group, decided, language).await?;
        if let InGroup::CameFrom(address) = event {
            self.forget_group(&beside(incoming, address)).await?;
        }
        Ok(handled)
    }

    /// What anybody may know, when it cannot be read whether the group is on and who asks.
    fn public_numbers(&self, incoming: &Incoming) -> Vec<Outgoing> {
        let (now, nothing) = (self.clock.now(), Dossier::default());
        let language = incoming.language();
        let world = World { language, ..World::of_nobody(now, &nothing, &self.content) };
        let lines = noodplan::in_group(&nothing, &world);
        let decided = Decided { lines, lane: LaneKind::Emergency, button: None, row: None, noted: None };
        self.group_message(incoming, &decided, language).into_iter().collect()
    }

    /// The plan where the group is on and a member asks; else how to get there, the same for everybody.
    fn plan(&self, speaker: &Loaded, group: &Loaded, incoming: &Incoming, language: Language) -> Decided {
        let Some(company) = company_of(group) else {
            return self.refusal(incoming, "group-off", Some(ON));
        };
        let Some(admitted) = authorise(speaker, Scope::Group(group)) else {
            return self.refusal(incoming, "group-stranger", None);
        };
        let now = self.clock.now();
        let world = World {
            today: Habits::of(admitted.dossier()).date(now),
            // Nobody in a group is "you".
            person: PersonId(Uuid::nil()),
            channel: incoming.conversation.channel,
            language,
            company: Some(company),
            role: Some(admitted.role()),
            new_company: company,
            ..World::of_nobody(now, admitted.dossier(), &self.content)
        };
        let lines = noodplan::in_group(admitted.dossier(), &world);
        Decided { lines, lane: LaneKind::Emergency, button: None, row: None, noted: None }
    }

    /// What is said to whoever may not, once a minute in one group: nobody can make the bot talk without end.
    fn refusal(
        &self,
        incoming: &Incoming,
        line: &'static str,
        button: Option<(&'static str, &'static str)>,
    ) -> Decided {
        let (chat, now) = (&incoming.conversation, self.clock.now());
        match self.strangers.may_hear(chat, line, &incoming.event, now) {
            true => Decided { button, ..Decided::say(line) },
            false => Decided::quietly(None),
        }
    }

    fn switch_on(
        &self,
        speaker: &Loaded,
        group: &Loaded,
        incoming: &Incoming,
        language: Language,
    ) -> Decided {
        let company = company_of(group);
        let owner = owner(speaker, Scope::Group(group)).or_else(|| owner(speaker, Scope::Private));
        let Some(owner) = owner else {
            return self.refusal(incoming, "group-owners-only", company.is_none().then_some(ON));
        };
        if company.is_some_and(|company| company != owner.company()) {
            return self.refusal(incoming, "group-of-others", None);
        }
        let row = Conversation {
            company: Some(owner.company()),
            ..Conversation::new(owner.person(), language, Place::Menu, self.clock.now())
        };
        let noted = company.is_none().then(|| switched_on(&owner));
        Decided { button: Some(OFF), row: Some(Some(row)), noted, ..Decided::say("group-on") }
    }

    async fn unless_too_often(&self, incoming: &Incoming, decided: Decided) -> Result<Decided, StoreError> {
        let Some(noted) = &decided.noted else { return Ok(decided) };
        let log = self.store.log(noted.company.0, LOOKED_AT).await?;
        let since = self.clock.now() - TimeDelta::days(1);
        let switched = log.iter().filter(|record| record.at > since && record.acts.contains(&Act::GroupOn));
        if switched.count() < MOST_A_DAY {
            return Ok(decided);
        }
        Ok(self.refusal(incoming, "group-too-often", None))
    }

    fn switch_off(&self, speaker: &Loaded, group: &Loaded, incoming: &Incoming) -> Decided {
        let Some(owner) = owner(speaker, Scope::Group(group)) else {
            return self.refusal(incoming, "group-owners-only", company_of(group).map(|_| OFF));
        };
        let act = Act::GroupOff(owner.person());
        let noted = Noted { company: (owner.company(), owner.version()), act, told: Vec::new() };
        Decided {
            button: Some(ON),
            row: Some(None),
            noted: Some(noted),
            ..Decided::say("group-switched-off")
        }
    }

    /// The row of a group as it was at its earlier address.
    async fn moved(&self, group: &Loaded, from: &ConversationKey) -> Result<Decided, StoreError> {
        if group.conversation.is_some() {
            return Ok(Decided::quietly(None));
        }
        let earlier = self.store.load(from).await?;
        Ok(Decided::quietly(earlier.conversation.map(|(row, _)| Some(row))))
    }

    /// Nobody writes at the earlier address any more.
    async fn forget_group(&self, key: &ConversationKey) -> Result<(), StoreError> {
        let Some((_, version)) = self.store.load(key).await?.conversation else { return Ok(()) };
        let commit = Commit::of_no_event(key.clone(), self.clock.now());
        self.store.commit(Commit { conversation_version: version, ..commit }).await
    }

    /// What is to be said, if anything.
    fn group_message(&self, incoming: &Incoming, decided: &Decided, language: Language) -> Option<Outgoing> {
        let (texts, now) = (&self.content.texts, self.clock.now());
        let button = |(label, token): (&'static str, &'static str)| Button {
            label: texts.plain(language, &label.into()),
            token: token.into(),
        };
        (!decided.lines.is_empty()).then(|| Outgoing {
            buttons: decided.button.map(button).into_iter().collect(),
            answers: Some(incoming.event.clone()),
            ..Outgoing::new(
                make_id(now),
                incoming.conversation.clone(),
                decided.lane,
                texts.lines(language, &decided.lines),
            )
        })
    }

    async fn write(
        &self,
        incoming: &Incoming,
        event: &InGroup,
        group: Loaded,
        decided: Decided,
        language: Language,
    ) -> Result<Handled, StoreError> {
        let outgoing: Vec<Outgoing> = self.group_message(incoming, &decided, language).into_iter().collect();
        let news = match &decided.noted {
            Some(noted) => self.messages(Some(noted.company.0), &noted.told, self.clock.now()).await?,
            None => Vec::new(),
        };
        let (row, version) = group.conversation.unzip();
        let commit = Commit {
            conversation: decided.row.unwrap_or(row),
            conversation_version: version.unwrap_or(0),
            company: decided.noted.as_ref().map(|noted| noted.company),
            changes: decided.noted.into_iter().map(|noted| Change::Note(noted.act)).collect(),
            outgoing: outgoing.iter().chain(&news).cloned().collect(),
            ..Commit::of_event(incoming.conversation.clone(), incoming.event.clone(), self.clock.now())
        };
        match self.store.commit(commit).await {
            Ok(()) => {
                self.post.hand_over(news);
                Ok(Handled { outgoing, committed: true })
            }
            // Neither the plan nor the way to it needs a write to be shown.
            Err(StoreError::Unavailable(_)) if matches!(event, InGroup::Plan(_)) => {
                Ok(Handled { outgoing, committed: false })
            }
            Err(error) => Err(error),
        }
    }
}

/// Everybody in a group reads the call list along: the other owners hear of it.
fn switched_on(owner: &Admitted) -> Noted {
    let name = member(owner.members(), owner.person()).map_or("member-nameless".into(), members::name);
    let line = Msg::new("notice-group-on").msg("name", name).msg("company", companies::name(owner.dossier()));
    let others = owners(owner.members()).map(|other| other.person).filter(|other| *other != owner.person());
    let told = others.map(|to| Notice::new(to, line.clone())).collect();
    Noted { company: (owner.company(), owner.version()), act: Act::GroupOn, told }
}

fn owner(speaker: &Loaded, scope: Scope<'_>) -> Option<Admitted> {
    authorise(speaker, scope).filter(|admitted| admitted.role() == Role::Owner)
}

/// The company that a group is for, if it is there still.
fn company_of(group: &Loaded) -> Option<CompanyId> {
    group.company.as_ref().and(group.conversation.as_ref()?.0.company)
}

/// Another chat on the same channel.
fn beside(incoming: &Incoming, address: &Pii<String>) -> ConversationKey {
    ConversationKey { channel: incoming.conversation.channel, address: address.clone() }
}
