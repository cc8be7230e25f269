//! One turn: load what this person may see, understand, route, decide, commit once. Delivery is the caller's.

use std::sync::{OnceLock, atomic::AtomicU32};

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::{
        access::{Scope, authorise},
        answered::meant,
        decision::{Decision, Heard},
        emergency::is_emergency,
        gate,
        ids::{make_id, reference},
        left_behind::TakenOver,
        linked::linked,
        outcome::commit,
        person::{Person, applicant},
        pinned::{Versions, list_in_view},
        ports::{Clock, Commit, Incoming, Loaded, Outgoing, Store, StoreError},
        post::Post,
        reminded::{is_unasked, sign, unsaid, wake},
        screen,
        strangers::Strangers,
        witness::Witness,
    },
    dialogue::{
        Content, State, World, companies,
        input::Raw,
        step::{Flow, Lane, Reply, Step},
        world::Home,
    },
    domain::{dossier::Dossier, ids::CompanyId, schedule::habits::Habits, signup::Signup},
    text::Msg,
};

/// How often something is tried at the most, when somebody else writes first each time.
const MOST_TRIES: usize = 5;

/// Gives random bytes, each time others; `None` when there are none.
pub type Random = Box<dyn Fn() -> Option<[u8; 32]> + Send + Sync>;

/// The program between its store and its channels: what turns, reminders, feeds and upkeep work with.
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
    /// How often what the clock wrote down was taken over.
    pub taken_over: TakenOver,
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
            taken_over: TakenOver::default(),
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
                let elsewhere = self.first_to_say(incoming, elsewhere).await;
                let outgoing = self.first_to_say(incoming, outgoing).await;
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
        // Nothing that the plan does not need may stand in its way.
        let log = match is_emergency(incoming) {
            true => Vec::new(),
            false => self.log_for(&person.state, admitted.as_ref()).await?,
        };
        let nothing = Dossier::default();
        let outside = World {
            log: &log,
            meant: &meant,
            applicant: applicant(&loaded),
            ..self.outside(&person, incoming, &nothing, now)
        };
        let here = match &admitted {
            Some(admitted) => admitted.world(outside),
            None => outside,
        };
        let state = gate::place_for(person.state.clone(), here.role);
        let there = elsewhere.as_ref().map(|there| World {
            applicant: None,
            home: Some(Home { world: &here, state: &state }),
            log: &[],
            ..there.world(here.clone())
        });
        let world = there.as_ref().unwrap_or(&here);
        let heard = Heard { incoming, raw: &raw, state: &state, state_lost: loaded.state_lost };
        let Decision { flow, mut step, joins } = self.decide(&heard, admitted.as_ref(), world).await?;
        if moved
            && flow != Flow::Noodplan
            && let Some(reply) = step.replies.first_mut()
        {
            let company = companies::name(here.dossier);
            reply.lines.insert(0, Msg::new("companies-switched").msg("company", company));
        }
        let opens_plan = flow == Flow::Noodplan || (step.next.in_noodplan && !person.state.in_noodplan);
        let mut outgoing = self.spoken(&step, opens_plan, incoming, world);
        let about = joins.map(|(company, _)| company).or(world.company);
        let mut news = self.messages(about, &step.notices, now).await?;
        news.extend(self.vouched(&step.changes, world.members, now).await?);
        let acts = elsewhere.as_ref().or(admitted.as_ref());
        let mut commit = commit(&loaded, acts, &person, &step, joins, incoming, now);
        if let (Raw::Tick(tick), Some(acts)) = (&raw, acts) {
            sign(&mut outgoing, tick, &step.reminded, acts.version());
        }
        if let Some(admitted) = admitted.as_ref().filter(|_| elsewhere.is_none()) {
            let list = list_anew(&mut commit, admitted.version(), incoming, &step, world);
            // The list comes above the card, but after the plan.
            let place = if opens_plan { outgoing.len() } else { outgoing.len().saturating_sub(1) };
            outgoing.splice(place..place, list);
        }
        commit.outgoing = outgoing.iter().chain(&news).cloned().collect();
        commit.wake = wake(&step, world);
        Ok(Decided { flow, outgoing, elsewhere: news, commit })
    }

    /// The world of somebody who may see no company.
    fn outside<'w>(
        &'w self,
        person: &Person<'w>,
        incoming: &'w Incoming,
        nothing: &'w Dossier,
        now: DateTime<Utc>,
    ) -> World<'w> {
        World {
            today: Habits::of(nothing).date(now),
            away: person.known.map_or(TimeDelta::zero(), |known| now - known.heard_at),
            person: person.id,
            name: person.known.and_then(|known| known.name.as_ref()).or(incoming.name.as_ref()),
            channel: incoming.conversation.channel,
            language: person.language,
            signup: self.signup,
            written_today: person.known.map_or(0, |known| known.written.on(now.date_naive())),
            bot: self.bot.get().map(String::as_str),
            public_url: self.public_url.as_deref(),
            random: (self.random)(),
            new_company: CompanyId(make_id(now)),
            ..World::of_nobody(now, nothing, &self.content)
        }
    }

    /// What is said in the chat that is answered, with the files and the people to call that go with it.
    fn spoken(&self, step: &Step, opens_plan: bool, incoming: &Incoming, world: &World<'_>) -> Vec<Outgoing> {
        let mut outgoing = self.rendered(step, incoming, world.now);
        for (message, reply) in outgoing.iter_mut().zip(&step.replies) {
            message.attachments = screen::attachments(&reply.documents, step.language, world);
        }
        if let Some(plan) = outgoing.last_mut().filter(|_| opens_plan) {
            plan.contacts = screen::contacts(world.dossier, world);
        }
        outgoing
    }

    pub(super) fn rendered(&self, step: &Step, incoming: &Incoming, now: DateTime<Utc>) -> Vec<Outgoing> {
        let texts = &self.content.texts;
        screen::render(&step.replies, &step.next, step.language, texts, incoming, || make_id(now))
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
        let (texts, state) = (&self.content.texts, State::default());
        let outgoing = screen::render(&[reply], &state, language, texts, incoming, || make_id(now));
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

/// The call list that stays in view, if it has to be sent again. The conversation keeps which one is there then; `before`: the
/// version of the company that was read.
fn list_anew(
    commit: &mut Commit,
    before: u64,
    incoming: &Incoming,
    step: &Step,
    world: &World<'_>,
) -> Option<Outgoing> {
    let versions = Versions { before, after: before + u64::from(commit.company.is_some()) };
    let conversation = commit.conversation.as_mut()?;
    let (pinned, list) = list_in_view(conversation.pinned, versions, step, world);
    conversation.pinned = pinned;
    list.map(|text| screen::pinned(text, incoming, make_id(world.now)))
}
