//! One turn: load what this person may see, understand, route, decide, commit once. Delivery is the caller's.

use std::sync::{OnceLock, atomic::AtomicU32};

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::{
        access::{Admitted, Scope, authorise},
        answered::meant,
        emergency::is_emergency,
        gate,
        ids::{make_id, reference},
        linked::linked,
        outcome::commit,
        person::{Person, applicant},
        pinned::{Versions, list_in_view},
        ports::{Clock, Commit, Incoming, Loaded, Outgoing, Store, StoreError},
        post::Post,
        reminded::{is_unasked, sign, unsaid, wake},
        routes::route,
        screen,
        strangers::Strangers,
        witness::Witness,
    },
    dialogue::{
        Content, State, World, companies,
        input::{self, Raw},
        log, lookup,
        step::{self, Change, Flow, Lane, Reply, Step},
        world::Home,
    },
    domain::{
        audit::Record, dossier::Dossier, ids::CompanyId, member::Role, schedule::habits::Habits,
        signup::Signup,
    },
    text::Msg,
};

/// How often a turn is decided because somebody else wrote first.
const MOST_TRIES: usize = 5;

/// Gives random bytes, each time others; `None` when there are none.
pub type Random = Box<dyn Fn() -> Option<[u8; 32]> + Send + Sync>;

/// Everything that turns need.
pub struct App<S, C> {
    /// Where everything is kept.
    pub store: S,
    /// What time it is.
    pub clock: C,
    /// What the bot knows by heart.
    pub content: Content,
    /// Messages for other chats than the one that is answered.
    pub post: Post,
    /// What other clocks say.
    pub witness: Witness,
    /// How often a turn, or bringing its answer, ended in a panic since the program started.
    pub panics: AtomicU32,
    /// Where it was said of late that somebody asks for what is not theirs.
    pub strangers: Strangers,
    /// The name of the bot on Telegram, once it is known.
    pub bot: OnceLock<String>,
    /// The address at which people reach the program, if there is one.
    pub public_url: Option<String>,
    /// Who may start a company here.
    pub signup: Signup,
    /// Where random bytes come from; the machine, unless a test says otherwise.
    pub random: Random,
}

/// What came of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Handled {
    /// What to send now in the chat that is answered, in this order.
    pub outgoing: Vec<Outgoing>,
    /// Whether the turn was written down. If not, the event stays unhandled and what is sent says so.
    pub committed: bool,
}

impl Handled {
    /// What to send; each message knows whether it is in the outbox.
    pub fn into_messages(self) -> impl Iterator<Item = Outgoing> {
        let unwritten = !self.committed;
        self.outgoing.into_iter().map(move |message| Outgoing { unwritten, ..message })
    }
}

/// A turn that is decided and not written yet.
pub(super) struct Decided {
    /// Which flow decided.
    pub flow: Flow,
    /// What to send in the chat that is answered.
    pub outgoing: Vec<Outgoing>,
    /// What to send elsewhere.
    pub elsewhere: Vec<Outgoing>,
    /// What to write.
    pub commit: Commit,
}

impl<S: Store, C: Clock> Clock for App<S, C> {
    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

impl<S: Store, C: Clock> App<S, C> {
    /// Puts the parts together.
    pub fn new(store: S, clock: C, content: Content) -> Self {
        Self {
            store,
            clock,
            content,
            post: Post::default(),
            witness: Witness::default(),
            panics: AtomicU32::new(0),
            strangers: Strangers::default(),
            bot: OnceLock::new(),
            public_url: None,
            signup: Signup::default(),
            random: Box::new(random),
        }
    }

    /// Handles one event that was received. Always gives something to send to whoever said something; what the clock says is
    /// said once, also when another instance took it over from one that is slow.
    pub async fn handle(&self, incoming: &Incoming) -> Handled {
        if is_unasked(incoming) && matches!(self.store.is_handled(incoming).await, Ok(true)) {
            return Handled { outgoing: Vec::new(), committed: true };
        }
        let handled = until_written(|| async {
            match &incoming.raw {
                Raw::InGroup(event) => self.in_group(incoming, event).await,
                Raw::NewKeys(keys) => self.in_doubt(incoming, keys).await,
                _ => self.attempt(incoming).await,
            }
        });
        handled.await.unwrap_or_else(|error| self.apologise(incoming, &error))
    }

    async fn attempt(&self, incoming: &Incoming) -> Result<Handled, StoreError> {
        let Decided { flow, mut outgoing, elsewhere, commit } = match self.decided(incoming).await {
            Ok(decided) => decided,
            Err(error) if is_emergency(incoming) => {
                let outgoing = self.plan_without_store(incoming);
                log_failure(&reference(incoming), &error);
                return Ok(Handled { outgoing, committed: false });
            }
            Err(error) => return Err(error),
        };
        let link = linked(&commit.changes);
        match self.store.commit(commit).await {
            Ok(()) => {
                self.post.hand_over(elsewhere);
                if let Some(link) = link {
                    self.tell_of_link(incoming, link).await;
                }
                Ok(Handled { outgoing, committed: true })
            }
            Err(StoreError::Conflict) => Err(StoreError::Conflict),
            // The plan needs no write to be shown.
            Err(error) if flow == Flow::Noodplan => {
                log_failure(&reference(incoming), &error);
                outgoing.truncate(1);
                Ok(Handled { outgoing, committed: false })
            }
            Err(error) => Err(error),
        }
    }

    /// A turn, decided and not written yet.
    pub(super) async fn decided(&self, incoming: &Incoming) -> Result<Decided, StoreError> {
        let loaded = self.store.load(&incoming.conversation).await?;
        // Nobody is moved while they say nothing.
        let (loaded, moved) =
            if is_unasked(incoming) { (loaded, false) } else { self.in_a_company(loaded).await? };
        let now = self.clock.now();
        let person = Person::of(&loaded, incoming, now);
        let raw = unsaid(&incoming.raw, person.known);
        let meant = meant(&raw, person.known);
        let admitted = authorise(&loaded, Scope::Private);
        let elsewhere = self.elsewhere(&raw, &loaded).await?;
        let nothing = Dossier::default();
        // Nothing that the plan does not need may stand in its way.
        let log = match is_emergency(incoming) {
            true => Vec::new(),
            false => self.log_for(&person.state, admitted.as_ref()).await?,
        };
        let here = World {
            now,
            today: Habits::of(admitted.as_ref().map_or(&nothing, Admitted::dossier)).date(now),
            away: person.known.map_or(TimeDelta::zero(), |known| now - known.heard_at),
            person: person.id,
            name: person.known.and_then(|known| known.name.as_ref()).or(incoming.name.as_ref()),
            channel: incoming.conversation.channel,
            language: person.language,
            company: admitted.as_ref().map(Admitted::company),
            signup: self.signup,
            written_today: person.known.map_or(0, |known| known.written.on(now.date_naive())),
            role: admitted.as_ref().map(Admitted::role),
            members: admitted.as_ref().map_or(&[], Admitted::members),
            log: &log,
            applicant: applicant(&loaded),
            home: None,
            found: None,
            meant: &meant,
            bot: self.bot.get().map(String::as_str),
            public_url: self.public_url.as_deref(),
            random: (self.random)(),
            new_company: CompanyId(make_id(now)),
            dossier: admitted.as_ref().map_or(&nothing, Admitted::dossier),
            history: None,
            content: &self.content,
        };
        let state = gate::place_for(person.state.clone(), here.role);
        let there = elsewhere.as_ref().map(|there| World {
            today: Habits::of(there.dossier()).date(now),
            company: Some(there.company()),
            role: Some(there.role()),
            members: there.members(),
            dossier: there.dossier(),
            applicant: None,
            home: Some(Home { world: &here, state: &state }),
            log: &[],
            ..here.clone()
        });
        let world = there.as_ref().unwrap_or(&here);
        let (mut flow, mut step, mut joins) =
            self.decide(&state, loaded.state_lost, incoming, &raw, world).await?;
        // Whoever comes to the log needs it, and only then it is read.
        let log =
            if log.is_empty() { self.log_for(&step.next, admitted.as_ref()).await? } else { Vec::new() };
        if !log.is_empty() {
            let world = World { log: &log, ..world.clone() };
            (flow, step, joins) = self.decide(&state, loaded.state_lost, incoming, &raw, &world).await?;
        }
        if let Some(company) = world.company.filter(|_| step.needs_history) {
            let history = self.store.history(company).await?;
            let world = World { history: Some(&history), ..world.clone() };
            (flow, step, joins) = self.decide(&state, loaded.state_lost, incoming, &raw, &world).await?;
        }
        if moved
            && flow != Flow::Noodplan
            && let Some(reply) = step.replies.first_mut()
        {
            let company = companies::name(here.dossier);
            reply.lines.insert(0, Msg::new("companies-switched").msg("company", company));
        }
        let mut outgoing = self.rendered(&step, incoming, now);
        for (message, reply) in outgoing.iter_mut().zip(&step.replies) {
            message.attachments = screen::attachments(&reply.documents, step.language, world);
        }
        let opens_plan = flow == Flow::Noodplan || (step.next.in_noodplan && !person.state.in_noodplan);
        if let Some(plan) = outgoing.last_mut().filter(|_| opens_plan) {
            plan.contacts = screen::contacts(world.dossier, world);
        }
        let about = joins.map(|(company, _)| company).or(world.company);
        let mut news = self.messages(about, &step.notices, now).await?;
        news.extend(self.vouched(&step.changes, world.members, now).await?);
        let acts = elsewhere.as_ref().or(admitted.as_ref());
        let mut commit = commit(&loaded, acts, &person, &step, joins, incoming, now);
        if let (Raw::Tick(tick), Some(acts)) = (&raw, acts) {
            sign(&mut outgoing, tick, &step.reminded, acts.version());
        }
        let in_view = admitted.as_ref().filter(|_| elsewhere.is_none());
        if let (Some(conversation), Some(admitted)) = (&mut commit.conversation, in_view) {
            let before = admitted.version();
            let versions = Versions { before, after: before + u64::from(commit.company.is_some()) };
            let (pinned, list) = list_in_view(conversation.pinned, versions, &step, world);
            conversation.pinned = pinned;
            // The list comes above the card, but after the plan.
            let place = if opens_plan { outgoing.len() } else { outgoing.len().saturating_sub(1) };
            let list = list.map(|text| screen::pinned(text, &incoming.conversation, make_id(now)));
            outgoing.splice(place..place, list);
        }
        commit.outgoing = outgoing.iter().chain(&news).cloned().collect();
        commit.wake = wake(&step, world);
        Ok(Decided { flow, outgoing, elsewhere: news, commit })
    }

    async fn log_for(&self, state: &State, admitted: Option<&Admitted>) -> Result<Vec<Record>, StoreError> {
        let most = if state.in_noodplan { 0 } else { log::needed_at(&state.place) };
        match admitted.filter(|admitted| most > 0 && admitted.role() == Role::Owner) {
            Some(admitted) => self.store.log(admitted.company(), most).await,
            None => Ok(Vec::new()),
        }
    }

    async fn decide(
        &self,
        state: &State,
        lost: bool,
        incoming: &Incoming,
        raw: &Raw,
        world: &World<'_>,
    ) -> Result<(Flow, Step, Option<(CompanyId, u64)>), StoreError> {
        let (person, now) = (world.person, world.now);
        let looked_up = self.look_up(lookup::for_card(&state.place), incoming, person, now).await?;
        let found = looked_up.as_ref().map(|it| &it.found);
        let here = world.home.map(|home| World { found, ..home.world.clone() });
        let home = here.as_ref().map(|here| Home { world: here, state });
        let world = &World { found, home, ..world.clone() };
        let seen = here.as_ref().unwrap_or(world);
        let card = step::card(state, seen.dossier, seen);
        let beneath = state.in_noodplan.then(|| State { in_noodplan: false, ..state.clone() });
        let beneath = beneath.map(|beneath| step::card(&beneath, seen.dossier, seen));
        let under = beneath.as_ref().unwrap_or(&card);
        let (state, input) = input::parse(raw, state, &card, under, world);
        let for_input = self.look_up(lookup::for_input(&input), incoming, person, now).await?;
        let world = &match &for_input {
            Some(it) => World { found: Some(&it.found), ..world.clone() },
            None => world.clone(),
        };
        let flow = route(&input, &state, world.company.is_some());
        let permit = gate::admit(flow, &state, &input, world);
        let mut step = match permit {
            Some(permit) => permit.step(&input, world),
            None => gate::refusal(world),
        };
        step = gate::typed(step, raw, &input, &state, world);
        step = self.within_bounds(step, &state, world).await?;
        if lost && let Some(reply) = step.replies.first_mut() {
            reply.lines.insert(0, "answers-safe".into());
        }
        let joins = for_input.and_then(|it| it.company).filter(|_| joins(&step));
        Ok((flow, step, joins))
    }

    pub(super) fn rendered(&self, step: &Step, incoming: &Incoming, now: DateTime<Utc>) -> Vec<Outgoing> {
        let (texts, key) = (&self.content.texts, &incoming.conversation);
        screen::render(&step.replies, &step.next, step.language, texts, key, || make_id(now))
    }

    /// One kind sentence with a reference; the log gets the same reference and the cause, once.
    fn apologise(&self, incoming: &Incoming, error: &StoreError) -> Handled {
        let reference = reference(incoming);
        log_failure(&reference, error);
        if is_unasked(incoming) {
            // Nobody asked for anything.
            return Handled { outgoing: Vec::new(), committed: false };
        }
        let id = match error {
            StoreError::Unavailable(_) | StoreError::Conflict => "error-wait",
            StoreError::Damaged(_) => "error-apology",
        };
        let line = Msg::new(id).told("reference", &reference);
        let reply = Reply::of(Lane::Interactive, vec![line]);
        let now = self.clock.now();
        let language = Person::of(&Loaded::default(), incoming, now).language;
        let (texts, key) = (&self.content.texts, &incoming.conversation);
        let outgoing = screen::render(&[reply], &State::default(), language, texts, key, || make_id(now));
        Handled { outgoing, committed: false }
    }
}

/// Does this again as long as somebody else writes first, though not for ever.
pub(super) async fn until_written<T, F>(mut attempt: impl FnMut() -> F) -> Result<T, StoreError>
where
    F: Future<Output = Result<T, StoreError>>,
{
    for _ in 1..MOST_TRIES {
        match attempt().await {
            Err(StoreError::Conflict) => {}
            other => return other,
        }
    }
    attempt().await
}

pub(super) fn log_failure(reference: &str, error: &StoreError) {
    tracing::error!(%reference, %error, "a turn was not written");
}

fn random() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// Whether the turn is about the company that the code was for.
fn joins(step: &Step) -> bool {
    step.changes.iter().any(|change| matches!(change, Change::Join(..) | Change::Link(..)))
}
