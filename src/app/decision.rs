//! Deciding: what was heard is understood against the screen, one flow answers it, and what comes of that is held against the
//! role of the speaker and the bounds of what is kept.

use crate::{
    app::{
        access::Admitted,
        gate,
        ports::{Clock, Incoming, Store, StoreError},
        routes::route,
        turn::App,
    },
    dialogue::{
        State, World,
        input::{self, Raw},
        log, lookup,
        step::{self, Change, Flow, Step},
        world::Home,
    },
    domain::{audit::Record, ids::CompanyId, member::Role},
};

/// What was heard, and where.
pub(super) struct Heard<'h> {
    pub incoming: &'h Incoming,
    /// Of a reminder only what was not said here yet.
    pub raw: &'h Raw,
    /// Where the speaker may be.
    pub state: &'h State,
    /// Where they were cannot be read any more.
    pub state_lost: bool,
}

/// What came of it.
pub(super) struct Decision {
    /// Which flow decided.
    pub flow: Flow,
    /// What it decided.
    pub step: Step,
    /// The company that the speaker joins, at the version at which it was read.
    pub joins: Option<(CompanyId, u64)>,
}

impl<S: Store, C: Clock> App<S, C> {
    /// Decides a turn. What few turns need is read once it shows that this is one of them; then it is decided again.
    pub(super) async fn decide(
        &self,
        heard: &Heard<'_>,
        admitted: Option<&Admitted>,
        world: &World<'_>,
    ) -> Result<Decision, StoreError> {
        let mut decision = self.decide_once(heard, world).await?;
        if world.home.map_or(world, |home| home.world).log.is_empty() {
            let log = self.log_for(&decision.step.next, admitted).await?;
            if !log.is_empty() {
                let world = World { log: &log, ..world.clone() };
                decision = self.decide_once(heard, &world).await?;
            }
        }
        if let Some(company) = world.company.filter(|_| decision.step.needs_history) {
            let history = self.store.history(company).await?;
            let world = World { history: Some(&history), ..world.clone() };
            decision = self.decide_once(heard, &world).await?;
        }
        Ok(decision)
    }

    /// The log, for an owner at a place that shows it.
    pub(super) async fn log_for(
        &self,
        state: &State,
        admitted: Option<&Admitted>,
    ) -> Result<Vec<Record>, StoreError> {
        let most = if state.in_noodplan { 0 } else { log::needed_at(&state.place) };
        match admitted.filter(|admitted| most > 0 && admitted.role() == Role::Owner) {
            Some(admitted) => self.store.log(admitted.company(), most).await,
            None => Ok(Vec::new()),
        }
    }

    async fn decide_once(&self, heard: &Heard<'_>, world: &World<'_>) -> Result<Decision, StoreError> {
        let Heard { incoming, raw, state, state_lost } = *heard;
        let (person, now) = (world.person, world.now);
        let looked_up = self.look_up(lookup::for_card(&state.place), incoming, person, now).await?;
        let found = looked_up.as_ref().map(|it| &it.found);
        let here = world.home.map(|home| World { found, ..home.world.clone() });
        let home = here.as_ref().map(|here| Home { world: here, state });
        let world = &World { found, home, ..world.clone() };
        let seen = here.as_ref().unwrap_or(world);
        let card = step::card(state, seen.dossier, seen);
        let beneath = state.in_noodplan.then(|| state.beneath());
        let beneath = beneath.map(|beneath| step::card(&beneath, seen.dossier, seen));
        let under = beneath.as_ref().unwrap_or(&card);
        let (state, input) = input::parse(raw, state, &card, under, world);
        let for_input = self.look_up(lookup::for_input(&input), incoming, person, now).await?;
        let world = &match &for_input {
            Some(it) => World { found: Some(&it.found), ..world.clone() },
            None => world.clone(),
        };
        let flow = route(&input, &state, world.company.is_some());
        let mut step = match gate::admit(flow, &state, &input, world) {
            Some(permit) => permit.step(&input, world),
            None => gate::refusal(world),
        };
        step = gate::typed(step, raw, &input, &state, world);
        step = self.within_bounds(step, &state, world).await?;
        if state_lost && let Some(reply) = step.replies.first_mut() {
            reply.lines.insert(0, "answers-safe".into());
        }
        let joins = for_input.and_then(|it| it.company).filter(|_| joins(&step));
        Ok(Decision { flow, step, joins })
    }
}

/// Whether the turn is about the company that the code was for.
fn joins(step: &Step) -> bool {
    step.changes.iter().any(|change| matches!(change, Change::Join(..) | Change::Link(..)))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place, step::Draft},
        domain::{code::Code, dossier::Dossier, ids::PersonId},
    };

    #[test]
    fn a_turn_is_about_the_company_of_a_code_only_when_the_code_is_used() {
        let dossier = Dossier::default();
        let world = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let (code, person) = (Code::long([7; 16]), PersonId(Uuid::nil()));
        let used = Change::Link(code.clone(), person, Some(CompanyId(Uuid::nil())));
        for (change, is_used) in
            [(used, true), (Change::NoteWrongCode, false), (Change::UseSignup(code), false)]
        {
            let mut draft = Draft::new(&world);
            draft.change(change.clone());
            assert_eq!(joins(&draft.finish(Place::Menu)), is_used, "{change:?}");
        }
    }
}
