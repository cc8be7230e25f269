//! The people of a company: an owner says who belongs to it.
//!
//! ```text
//! < Bram wil meedoen als lezer. Vraag of Bram dezelfde drie woorden ziet: appel, fiets, lamp.
//!   [*] Ja, dit is Bram
//! > Ja, dit is Bram
//! < ✓ Bram hoort er nu bij: lezer.
//! ```

use crate::{
    dialogue::{
        State,
        input::Input,
        standing::StandingTap,
        step::{Change, Draft, Lane, Notice, Step, not_an_answer},
    },
    domain::{
        ids::PersonId,
        member::{Member, Role, Standing, member, owners},
    },
    text::Msg,
};

/// A standing button about a member.
pub fn standing(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Standing(StandingTap::Confirm(person)) => confirm(draft, state, *person),
        Input::Standing(StandingTap::Refuse(person)) => refuse(draft, state, *person),
        _ => not_an_answer(draft, state, input),
    }
}

/// What this member is called.
pub fn name(member: &Member) -> Msg {
    match &member.name {
        Some(name) => Msg::new("told").told("text", name),
        None => "member-nameless".into(),
    }
}

/// What they may do, as a word.
pub fn role(role: Role) -> Msg {
    Msg::new(format!("member-role-{}", role.slug()))
}

/// Somebody who waits for an owner, if the speaker is one.
fn waiting(draft: &Draft<'_>, person: PersonId) -> Option<Member> {
    let waits = |member: &&Member| !member.is_confirmed() && draft.world.role == Some(Role::Owner);
    member(&draft.members, person).filter(waits).cloned()
}

fn confirm(mut draft: Draft<'_>, state: &State, person: PersonId) -> Step {
    let Some(member) = waiting(&draft, person) else { return settled(draft, state) };
    let about = |id| Msg::new(id).msg("name", name(&member)).msg("role", role(member.role));
    draft.say(about("member-confirmed"));
    let company =
        Msg::new("notice-you-are-confirmed").msg("company", company(&draft)).msg("role", role(member.role));
    draft.tell(Notice { to: person, lane: Lane::Notice, lines: vec![company], taps: Vec::new() });
    tell_other_owners(&mut draft, &about("notice-member-confirmed"));
    draft.change(Change::SaveMember(Member { standing: Standing::Confirmed, ..member }));
    draft.finish(state.clone())
}

fn refuse(mut draft: Draft<'_>, state: &State, person: PersonId) -> Step {
    let Some(member) = waiting(&draft, person) else { return settled(draft, state) };
    draft.say(Msg::new("member-refused").msg("name", name(&member)));
    let lines = vec!["notice-you-are-refused".into()];
    draft.tell(Notice { to: person, lane: Lane::Notice, lines, taps: Vec::new() });
    draft.change(Change::RemoveMember(person));
    draft.finish(state.clone())
}

/// A button about something that is settled by now.
fn settled(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("standing-settled");
    draft.finish(state.clone())
}

/// Tells every owner but the speaker.
pub fn tell_other_owners(draft: &mut Draft<'_>, line: &Msg) {
    let speaker = draft.world.person;
    let others: Vec<PersonId> =
        owners(&draft.members).map(|owner| owner.person).filter(|owner| *owner != speaker).collect();
    for to in others {
        draft.tell(Notice { to, lane: Lane::Notice, lines: vec![line.clone()], taps: Vec::new() });
    }
}

/// What the company is called.
pub fn company(draft: &Draft<'_>) -> Msg {
    match draft.dossier.text("company-name") {
        Some(name) => Msg::new("told").told("text", name),
        None => "company-nameless".into(),
    }
}
