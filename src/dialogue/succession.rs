//! A lost owner: two members together make somebody else owner, after a wait that everybody sees.
//!
//! ```text
//! > de eigenaar is er niet meer
//! < … Wie wordt eigenaar?   [1] Jij  [2] Cas  [3] Menu
//! <@cas Bram vraagt om Cas eigenaar te maken …   [*] Ik wil dit ook  [*] Niet doen
//! <@anna Bram vraagt om Cas eigenaar te maken …   [*] Tegenhouden
//! ```
//!
//! Not here: who may do it and how long it takes (`domain::succession`).

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    dialogue::{
        Place, State, World, companies,
        input::Input,
        members::{self, speaker},
        offer::{Card, Offer, Tap, Typing},
        standing::StandingTap,
        step::{Change, Draft, Notice, Step, not_an_answer},
        waiting::{Matter, back, settled},
    },
    domain::{
        audit::Actor,
        dossier::Dossier,
        ids::PersonId,
        member::{Member, Role, member, owners},
        schedule::habits::Habits,
        succession::{Succession, Verdict, is_eligible},
    },
    text::Msg,
};

/// Whether the speaker can ask for it: from within the company, and no owner.
pub fn is_offered(world: &World<'_>) -> bool {
    is_eligible(world.members, world.person)
}

/// Who is to become owner; or whether that is sure.
pub fn card(chosen: Option<PersonId>, dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = Offer::new(Typing::Options);
    if let Some(wait) = dossier.succession() {
        let taps = taps(wait, world.members, world.person);
        let lines = warning(dossier, world).into_iter().collect();
        return Card { lines, offer: offer.each_standing(taps).option("option-menu", Tap::Menu) };
    }
    if let Some(person) = chosen {
        let line = Msg::new("succession-sure").msg("name", called(person, world));
        let offer = offer.option("option-no", Tap::No).option("option-yes", Tap::Yes);
        return Card { lines: vec![line], offer };
    }
    let eligible: Vec<_> =
        world.members.iter().filter(|one| is_eligible(world.members, one.person)).collect();
    if eligible.len() < 2 {
        let lines = vec!["succession-title".into(), "succession-too-few".into()];
        return Card { lines, offer: offer.option("option-menu", Tap::Menu) };
    }
    let named = |one: &Member| (called(one.person, world), Tap::Person(one.person));
    let offer = offer.each(eligible.into_iter().map(named)).option("option-menu", Tap::Menu);
    let lines = vec!["succession-title".into(), "succession-how".into(), "succession-who".into()];
    Card { lines, offer }
}

fn called(person: PersonId, world: &World<'_>) -> Msg {
    if person == world.person { "you".into() } else { name(person, world.members) }
}

fn name(person: PersonId, members: &[Member]) -> Msg {
    member(members, person).map_or("member-nameless".into(), members::name)
}

/// A turn on the way there.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Succession(chosen) = state.place else { return draft.finish(Place::Menu) };
    match (chosen, input) {
        (_, Input::Pick(Tap::Menu)) => draft.finish(Place::Menu),
        (None, Input::Pick(Tap::Person(person))) => draft.finish(Place::Succession(Some(*person))),
        (Some(_), Input::Pick(Tap::No)) => draft.finish(Place::Succession(None)),
        (Some(person), Input::Pick(Tap::Yes)) => ask(draft, person),
        _ => not_an_answer(draft, state, input),
    }
}

fn ask(mut draft: Draft<'_>, successor: PersonId) -> Step {
    let World { person, now, .. } = *draft.world;
    let wish = Succession::asked(person, successor, now);
    if !wish.follows(draft.dossier.succession(), &draft.members, person, now) {
        return settled(draft, &Place::Menu.into());
    }
    let id = own_or(&wish, "notice-succession-asked-own", "notice-succession-asked");
    let line = about(id, &wish, &draft.dossier, &draft.members);
    tell_everybody_else(&mut draft, &line, &wish);
    draft.say(Msg::new("succession-asked").msg("name", called(successor, draft.world)));
    draft.change(Change::SetSuccession(Some(wish)));
    draft.finish(Place::Menu)
}

/// A standing button about it.
pub fn standing(draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let me = draft.world.person;
    let Some(wait) = draft.dossier.succession().cloned() else { return settled(draft, state) };
    match tap {
        StandingTap::Succeed(successor)
            if successor == wait.successor && wait.may_be_joined_by(&draft.members, me) =>
        {
            join(draft, state, wait)
        }
        StandingTap::StopSuccession if wait.may_be_stopped_by(&draft.members, me) => {
            stop(draft, state, &wait)
        }
        _ => settled(draft, state),
    }
}

fn join(mut draft: Draft<'_>, state: &State, wish: Succession) -> Step {
    let World { person, now, .. } = *draft.world;
    let wait = wish.agreed(person, now);
    let line = about("notice-succession-began", &wait, &draft.dossier, &draft.members);
    tell_everybody_else(&mut draft, &line, &wait);
    draft.say(
        Msg::new("succession-began")
            .msg("name", called(wait.successor, draft.world))
            .date("date", due_on(&wait, &draft.dossier)),
    );
    draft.change(Change::SetSuccession(Some(wait)));
    after(draft, state)
}

fn stop(mut draft: Draft<'_>, state: &State, wait: &Succession) -> Step {
    let who = speaker(&draft);
    let line = about("notice-succession-stopped", wait, &draft.dossier, &draft.members).msg("who", who);
    tell_plainly(&mut draft, &line);
    draft.say(about("succession-stopped", wait, &draft.dossier, &draft.members));
    draft.change(Change::SetSuccession(None));
    after(draft, state)
}

fn after(draft: Draft<'_>, state: &State) -> Step {
    match state.place {
        Place::Succession(_) => draft.finish(Place::Menu),
        _ => back(draft, state),
    }
}

/// Ends it when this turn changed somebody who is in it.
pub fn end_if_fallen(draft: &mut Draft<'_>) {
    let Some(wait) = draft.dossier.succession().filter(|wait| !wait.stands(&draft.members)).cloned() else {
        return;
    };
    // Whoever is in it is called by their name, also when they are gone after this turn.
    let line = about("notice-succession-over", &wait, &draft.dossier, draft.world.members);
    tell_plainly(draft, &line);
    draft.say(line);
    draft.change(Change::SetSuccession(None));
}

/// What everybody sees as long as it waits.
pub fn warning(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    dossier.succession().map(|wait| {
        let wish = own_or(wait, "succession-wish-own", "succession-wish");
        about(if wait.is_running() { "succession-warning" } else { wish }, wait, dossier, world.members)
    })
}

/// It, as something that waits for the speaker.
pub fn waiting(dossier: &Dossier, world: &World<'_>) -> Option<Matter> {
    let taps = taps(dossier.succession()?, world.members, world.person);
    let line = warning(dossier, world).filter(|_| !taps.is_empty())?;
    Some(Matter { line, taps })
}

/// What somebody can do about it.
fn taps(wait: &Succession, members: &[Member], person: PersonId) -> Vec<(Msg, StandingTap)> {
    let is_owner = owners(members).any(|owner| owner.person == person);
    let mut taps = Vec::new();
    if wait.may_be_joined_by(members, person) {
        taps.push(("option-join-succession".into(), StandingTap::Succeed(wait.successor)));
    }
    if wait.may_be_stopped_by(members, person) {
        let id = if is_owner { "option-stop-succession" } else { "option-leave-succession" };
        taps.push((id.into(), StandingTap::StopSuccession));
    }
    taps
}

fn about(id: &'static str, wait: &Succession, dossier: &Dossier, members: &[Member]) -> Msg {
    let asker = match wait.asked_by {
        Actor::Person(person) => name(person, members),
        Actor::Operator | Actor::Program => "succession-operator".into(),
    };
    Msg::new(id)
        .msg("name", name(wait.successor, members))
        .msg("asker", asker)
        .msg("company", companies::name(dossier))
        .date("date", due_on(wait, dossier))
}

/// Whoever asks for themselves is not named twice.
fn own_or(wait: &Succession, own: &'static str, another: &'static str) -> &'static str {
    if wait.asked_by == Actor::Person(wait.successor) { own } else { another }
}

fn due_on(wait: &Succession, dossier: &Dossier) -> NaiveDate {
    Habits::of(dossier).date(wait.due_at())
}

fn tell_everybody_else(draft: &mut Draft<'_>, line: &Msg, wait: &Succession) {
    let told = notices(line, Some(wait), &draft.members);
    let me = draft.world.person;
    told.into_iter().filter(|notice| notice.to != me).for_each(|notice| draft.tell(notice));
}

fn tell_plainly(draft: &mut Draft<'_>, line: &Msg) {
    let told = notices(line, None, &draft.members);
    let me = draft.world.person;
    told.into_iter().filter(|notice| notice.to != me).for_each(|notice| draft.tell(notice));
}

/// One notice for every member, with what they can do about it.
fn notices(line: &Msg, wait: Option<&Succession>, members: &[Member]) -> Vec<Notice> {
    let confirmed = members.iter().filter(|member| member.is_confirmed());
    let notice = |member: &Member| Notice {
        to: member.person,
        lines: vec![line.clone()],
        taps: wait.map(|wait| taps(wait, members, member.person)).unwrap_or_default(),
    };
    confirmed.map(notice).collect()
}

/// What changes without anybody saying anything, and who is told.
#[derive(Clone, Debug)]
pub struct ByItself {
    /// What changes.
    pub changes: Vec<Change>,
    /// Who is told.
    pub notices: Vec<Notice>,
}

/// What is due at this moment; `None`: nothing yet.
pub fn due(dossier: &Dossier, members: &[Member], now: DateTime<Utc>) -> Option<ByItself> {
    let wait = dossier.succession()?;
    let over = |id| ByItself {
        changes: vec![Change::SetSuccession(None)],
        notices: notices(&about(id, wait, dossier, members), None, members),
    };
    match wait.verdict(members, now) {
        Verdict::Wait => None,
        Verdict::Fallen => Some(over("notice-succession-over")),
        Verdict::Lapsed => Some(over("notice-succession-lapsed")),
        Verdict::Tell(wait) => Some(ByItself {
            notices: notices(
                &about("notice-succession-waits", &wait, dossier, members),
                Some(&wait),
                members,
            ),
            changes: vec![Change::SetSuccession(Some(wait))],
        }),
        Verdict::Appoint => {
            let successor = member(members, wait.successor)?.clone();
            let mut done = over("notice-succession-done");
            done.changes.insert(0, Change::SaveMember(Member { role: Role::Owner, ..successor }));
            Some(done)
        }
    }
}

/// What the operator begins; `None`: something is under way, or this is no member who can become owner.
pub fn begun_by_operator(
    dossier: &Dossier,
    members: &[Member],
    successor: PersonId,
    now: DateTime<Utc>,
) -> Option<ByItself> {
    if dossier.succession().is_some() || !is_eligible(members, successor) {
        return None;
    }
    let wait = Succession::by_operator(successor, now);
    let line = about("notice-succession-began", &wait, dossier, members);
    let notices = notices(&line, Some(&wait), members);
    Some(ByItself { changes: vec![Change::SetSuccession(Some(wait))], notices })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::dialogue::CONTENT;

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const BRAM: PersonId = PersonId(Uuid::from_u128(2));
    const CAS: PersonId = PersonId(Uuid::from_u128(3));
    const NOOR: PersonId = PersonId(Uuid::from_u128(4));

    /// Anna owns it; Bram edits, Cas reads, Noor is a helper.
    fn bakery() -> Vec<Member> {
        [(ANNA, Role::Owner), (BRAM, Role::Editor), (CAS, Role::Reader), (NOOR, Role::Helper)]
            .map(|(person, role)| Member::confirmed(person, role, DateTime::UNIX_EPOCH))
            .to_vec()
    }

    /// Bram asked to make Cas owner.
    fn asked() -> Dossier {
        let mut dossier = Dossier::default();
        dossier.set_succession(Some(Succession::asked(BRAM, CAS, DateTime::UNIX_EPOCH)));
        dossier
    }

    #[test]
    fn a_button_about_it_does_something_for_whom_it_is_meant_and_for_nobody_else() {
        let (members, dossier) = (bakery(), asked());
        let taps = |person: PersonId, place: Place, tap: StandingTap| {
            let role = member(&members, person).map(|member| member.role);
            let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
            let world = World { person, role, members: &members, ..nobody };
            standing(Draft::new(&world), &place.into(), tap)
        };
        let does = |person, tap| !taps(person, Place::More, tap).changes.is_empty();
        for (person, joins, stops) in
            [(ANNA, false, true), (BRAM, false, true), (CAS, true, true), (NOOR, false, false)]
        {
            assert_eq!(does(person, StandingTap::Succeed(CAS)), joins, "{person:?}");
            assert_eq!(does(person, StandingTap::StopSuccession), stops, "{person:?}");
            assert!(!does(person, StandingTap::Succeed(BRAM)), "a button of another time: {person:?}");
        }
        let chosen = Place::Succession(Some(CAS));
        assert_eq!(taps(CAS, chosen, StandingTap::StopSuccession).next.place, Place::Menu);
        assert_eq!(taps(CAS, Place::More, StandingTap::StopSuccession).next.place, Place::More);
    }

    #[test]
    fn the_operator_begins_for_somebody_from_within_and_only_when_nothing_is_under_way() {
        let begins = |dossier: &Dossier, person| {
            begun_by_operator(dossier, &bakery(), person, DateTime::UNIX_EPOCH).is_some()
        };
        for (person, may) in [(ANNA, false), (BRAM, true), (CAS, true), (NOOR, false)] {
            assert_eq!(begins(&Dossier::default(), person), may, "{person:?}");
            assert!(!begins(&asked(), person), "{person:?}");
        }
    }

    #[test]
    fn whoever_goes_back_asks_for_nothing() {
        let dossier = Dossier::default();
        let world = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let turn =
            |chosen, tap| step(Draft::new(&world), &Place::Succession(chosen).into(), &Input::Pick(tap));
        for (chosen, tap, leads_to) in [
            (None, Tap::Menu, Place::Menu),
            (Some(BRAM), Tap::Menu, Place::Menu),
            (Some(BRAM), Tap::No, Place::Succession(None)),
            (None, Tap::Person(BRAM), Place::Succession(Some(BRAM))),
        ] {
            let step = turn(chosen, tap.clone());
            assert_eq!((step.next.place, step.changes), (leads_to, Vec::new()), "{chosen:?} {tap:?}");
        }
    }
}
