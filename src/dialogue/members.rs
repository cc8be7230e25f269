//! The people of a company: who they are, what they may do, who comes and who goes. An owner says so.
//!
//! ```text
//! <@anna Bram wil meedoen als lezer. De drie woorden van Bram: appel, fiets, lamp.
//!   [*] Ja, dit is Bram  [*] Nee, iemand anders
//! ! tap Ja, dit is Bram
//! < ✓ Bram hoort er nu bij: lezer.
//! ```

use chrono::NaiveDate;

use crate::{
    dialogue::{
        ChannelKind, Place, State, World, companies, forget,
        input::Input,
        invite,
        offer::{Card, Offer, Tap, Typing},
        proposals,
        standing::StandingTap,
        step::{Change, Draft, Notice, Step, not_an_answer},
        succession,
        waiting::{Matter, back, settled},
    },
    domain::{
        audit::{Act, Actor, Record},
        dossier::Dossier,
        fingerprint::fingerprint,
        ids::PersonId,
        member::{Member, Role, Standing, member, owners},
        schedule::habits::Habits,
    },
    text::Msg,
};

/// What this member is called.
pub fn name(member: &Member) -> Msg {
    match &member.name {
        Some(name) => Msg::new("told").told("text", name),
        None => "member-nameless".into(),
    }
}

/// What the other owners hear of a member who cannot be reached any more.
pub fn out_of_reach(
    person: PersonId,
    channel: ChannelKind,
    people: &[Member],
    dossier: &Dossier,
) -> Vec<Notice> {
    let line = Msg::new("notice-out-of-reach")
        .key("channel", channel.slug())
        .msg("name", member(people, person).map_or("member-nameless".into(), name))
        .msg("company", companies::name(dossier));
    let others = owners(people).map(|owner| owner.person).filter(|owner| *owner != person);
    others.map(|to| Notice::new(to, line.clone())).collect()
}

/// What they may do, as a word.
pub fn role(role: Role) -> Msg {
    Msg::new(format!("member-role-{}", role.slug()))
}

/// What the company is called.
pub fn company(draft: &Draft<'_>) -> Msg {
    companies::name(&draft.dossier)
}

/// Somebody who used an invitation, for an owner to confirm.
pub fn application(member: &Member) -> Matter {
    let words = words(member);
    let line =
        Msg::new("application").msg("name", name(member)).msg("role", role(member.role)).told("words", words);
    let tap = |id, does| (Msg::new(id).msg("name", name(member)), does);
    let taps = vec![
        tap("application-yes", StandingTap::Confirm(member.person, fingerprint(words))),
        tap("application-no", StandingTap::Refuse(member.person)),
    ];
    Matter { line, taps }
}

/// The three words of somebody who waits.
fn words(member: &Member) -> &str {
    member.check_words.as_ref().map_or("", |words| words.as_str())
}

/// Everybody who waits for the speaker to confirm them.
pub fn waiting(world: &World<'_>) -> Vec<Matter> {
    if world.role != Some(Role::Owner) {
        return Vec::new();
    }
    world.members.iter().filter(|member| !member.is_confirmed()).map(application).collect()
}

/// Everybody, to choose one.
pub fn list_card(world: &World<'_>) -> Card {
    let mut lines = vec![Msg::new("members-title")];
    let shown = || world.members.iter().filter(|member| may_see(world, member));
    lines.extend(shown().enumerate().map(|(place, member)| {
        let id = if member.is_confirmed() { "members-line" } else { "members-line-waiting" };
        Msg::new(id)
            .number("number", place + 1)
            .msg("name", called(member, world))
            .msg("role", role(member.role))
    }));
    let offer = Offer::new(Typing::Options)
        .each(shown().map(|member| (called(member, world), Tap::Person(member.person))))
        .option_if(world.role == Some(Role::Owner), "members-invite", Tap::Invite)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// Who reads the emergency plan sees their own entry and who decides, not who else there is.
fn may_see(world: &World<'_>, member: &Member) -> bool {
    match world.role {
        Some(Role::Owner | Role::Editor) => true,
        _ => member.person == world.person || (member.role == Role::Owner && member.is_confirmed()),
    }
}

fn called(member: &Member, world: &World<'_>) -> Msg {
    if member.person == world.person { "you".into() } else { name(member) }
}

/// One member, with what can be done about them.
pub fn card(person: PersonId, world: &World<'_>) -> Card {
    let Some(member) = member(world.members, person).filter(|member| may_see(world, member)) else {
        return list_card(world);
    };
    let mut lines = vec![
        Msg::new("member")
            .msg("name", called(member, world))
            .msg("role", role(member.role))
            .date("date", Habits::of(world.dossier).date(member.joined_at)),
    ];
    let is_owner = world.role == Some(Role::Owner);
    let mut offer = Offer::new(Typing::Options);
    if !member.is_confirmed() {
        let matter = application(member);
        lines = vec![matter.line];
        offer = offer.each_standing(matter.taps.into_iter().filter(|_| is_owner));
    } else if is_last_owner(world.members, person) {
        lines.push("last-owner".into());
    } else if is_owner {
        let others = Role::ALL.into_iter().rev().filter(|role| *role != member.role);
        let make = |role: Role| (Msg::new(format!("member-make-{}", role.slug())), Tap::Role(role));
        offer = offer.each(others.map(make));
    }
    let own = person == world.person;
    let may_go = !is_last_owner(world.members, person);
    let offer = offer
        .option_if(own && may_go, "member-leave", Tap::Remove)
        .option_if(is_owner && !own && member.is_confirmed(), "member-remove", Tap::Remove)
        .option("option-back", Tap::Back);
    Card { lines, offer }
}

/// Asks whether it is sure that this member goes.
pub fn remove_card(person: PersonId, world: &World<'_>) -> Card {
    let Some(member) = member(world.members, person) else { return list_card(world) };
    let id = if person == world.person { "member-leave-sure" } else { "member-remove-sure" };
    let offer = Offer::new(Typing::Options).option("option-no", Tap::No).option("option-yes", Tap::Yes);
    Card { lines: vec![Msg::new(id).msg("name", name(member))], offer }
}

/// A turn at the people.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match (&state.place, input) {
        (Place::Invite, _) => invite::step(draft, state, input),
        (_, Input::Pick(Tap::Menu)) => draft.finish(Place::Menu),
        (Place::Members, Input::Pick(Tap::Person(person))) => draft.finish(Place::Member(*person)),
        (Place::Members, Input::Pick(Tap::Invite)) => draft.finish(Place::Invite),
        (Place::Member(_), Input::Pick(Tap::Back)) => draft.finish(Place::Members),
        (Place::Member(person), Input::Pick(Tap::Role(role))) => change_role(draft, *person, *role),
        (Place::Member(person), Input::Pick(Tap::Remove)) if is_last_owner(&draft.members, *person) => {
            saying(draft, "last-owner", Place::Member(*person))
        }
        (Place::Member(person), Input::Pick(Tap::Remove)) => draft.finish(Place::RemoveMember(*person)),
        (Place::RemoveMember(person), Input::Pick(Tap::No)) => draft.finish(Place::Member(*person)),
        (Place::RemoveMember(person), Input::Pick(Tap::Yes)) => remove(draft, *person),
        _ => not_an_answer(draft, state, input),
    }
}

fn saying(mut draft: Draft<'_>, id: &'static str, place: Place) -> Step {
    draft.say(id);
    draft.finish(place)
}

fn is_last_owner(members: &[Member], person: PersonId) -> bool {
    owners(members).any(|owner| owner.person == person) && owners(members).count() == 1
}

fn change_role(mut draft: Draft<'_>, person: PersonId, new: Role) -> Step {
    let confirmed = member(&draft.members, person).filter(|member| member.is_confirmed()).cloned();
    let Some(member) = confirmed.filter(|_| draft.world.role == Some(Role::Owner)) else {
        return draft.finish(Place::Members);
    };
    if is_last_owner(&draft.members, person) && new != Role::Owner {
        return saying(draft, "last-owner", Place::Member(person));
    }
    let about = |id| Msg::new(id).msg("name", name(&member)).msg("role", role(new));
    draft.say(about("member-changed"));
    tell_other_owners(&mut draft, &about("notice-member-changed"), Some(person));
    if person != draft.world.person {
        let line = Msg::new("notice-you-are-changed").msg("company", company(&draft)).msg("role", role(new));
        draft.tell(Notice::new(person, line));
    }
    if new != Role::Helper {
        proposals::withdraw(&mut draft, person);
    }
    if member.role == Role::Owner && new != Role::Owner {
        draft.change(Change::CancelCodes(person));
    }
    draft.change(Change::SaveMember(Member { role: new, ..member }));
    forget::note_lost_owner(&mut draft, person);
    succession::end_if_fallen(&mut draft);
    draft.finish(Place::Members)
}

fn remove(mut draft: Draft<'_>, person: PersonId) -> Step {
    let own = person == draft.world.person;
    let may = own || draft.world.role == Some(Role::Owner);
    let Some(member) = member(&draft.members, person).filter(|_| may).cloned() else {
        return draft.finish(Place::Members);
    };
    if is_last_owner(&draft.members, person) {
        return saying(draft, "last-owner", Place::Member(person));
    }
    let about = |id| Msg::new(id).msg("name", name(&member));
    proposals::withdraw(&mut draft, person);
    draft.change(Change::CancelCodes(person));
    draft.change(Change::RemoveMember(person));
    forget::note_lost_owner(&mut draft, person);
    succession::end_if_fallen(&mut draft);
    let line = about(if own { "notice-member-left" } else { "notice-member-removed" });
    tell_other_owners(&mut draft, &line, Some(person));
    if own {
        draft.say(Msg::new("you-left").msg("company", company(&draft)));
        return draft.close(Place::Stranger);
    }
    let gone = Msg::new("notice-you-are-removed").msg("company", company(&draft));
    draft.tell(Notice::new(person, gone));
    draft.say(about("member-gone"));
    for line in copies(&member, draft.world) {
        draft.say(line);
    }
    draft.say(about("member-gone-take-back"));
    if reads_in_groups(draft.world) {
        draft.say(about("member-gone-group"));
    }
    draft.finish(Place::Members)
}

/// Whether the plan is on in a group, for all that the log knows: whoever is in that reads it along, member or not.
fn reads_in_groups(world: &World<'_>) -> bool {
    let acts = || world.log.iter().flat_map(|record| &record.acts);
    let on = acts().filter(|act| matches!(act, Act::GroupOn)).count();
    on > acts().filter(|act| matches!(act, Act::GroupOff(_))).count()
}

/// What somebody can still have who belongs to it no more: what every member sees, and the files that the log says they got.
fn copies(gone: &Member, world: &World<'_>) -> Vec<Msg> {
    let habits = Habits::of(world.dossier);
    let got = |act: Act| {
        let by_them =
            |record: &&Record| record.by == Actor::Person(gone.person) && record.acts.contains(&act);
        world.log.iter().find(by_them).map(|record| habits.date(record.at))
    };
    let file = |id: &'static str, on: Option<NaiveDate>| on.map(|on| Msg::new(id).date("date", on));
    let files = [
        file("member-has-agenda", got(Act::GotAgenda)),
        file("member-has-own-copy", got(Act::GotOwnCopy)),
        file("member-has-copy", got(Act::Exported)),
    ];
    let read =
        matches!(gone.role, Role::Owner | Role::Editor | Role::Helper).then(|| "member-has-read".into());
    let title = Msg::new("member-has").msg("name", name(gone));
    [title, "member-has-list".into()].into_iter().chain(read).chain(files.into_iter().flatten()).collect()
}

/// A standing button about a member.
pub fn standing(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Standing(StandingTap::Confirm(person, seen)) => confirm(draft, state, *person, *seen),
        Input::Standing(StandingTap::Refuse(person)) => refuse(draft, state, *person),
        _ => not_an_answer(draft, state, input),
    }
}

/// Somebody who waits for an owner, if the speaker is one.
fn applicant(draft: &Draft<'_>, person: PersonId) -> Option<Member> {
    let waits = |member: &&Member| !member.is_confirmed() && draft.world.role == Some(Role::Owner);
    member(&draft.members, person).filter(waits).cloned()
}

fn confirm(mut draft: Draft<'_>, state: &State, person: PersonId, seen: u32) -> Step {
    // Who was refused and came again has other words, and may ask for another role.
    let member = applicant(&draft, person).filter(|member| fingerprint(words(member)) == seen);
    let Some(member) = member else { return settled(draft, state) };
    let about = |id| Msg::new(id).msg("name", name(&member)).msg("role", role(member.role));
    draft.say(about("member-confirmed"));
    let line =
        Msg::new("notice-you-are-confirmed").msg("company", company(&draft)).msg("role", role(member.role));
    draft.tell(Notice::new(person, line));
    tell_other_owners(&mut draft, &about("notice-member-confirmed"), Some(person));
    let confirmed =
        Member { standing: Standing::Confirmed, check_words: None, joined_at: draft.world.now, ..member };
    draft.change(Change::SaveMember(confirmed));
    back(draft, state)
}

fn refuse(mut draft: Draft<'_>, state: &State, person: PersonId) -> Step {
    let Some(member) = applicant(&draft, person) else { return settled(draft, state) };
    draft.say(Msg::new("member-refused").msg("name", name(&member)));
    draft.tell(Notice::new(person, "notice-you-are-refused"));
    draft.change(Change::RemoveMember(person));
    back(draft, state)
}

/// What the others call the speaker.
pub fn speaker(draft: &Draft<'_>) -> Msg {
    member(draft.world.members, draft.world.person).map_or("member-nameless".into(), name)
}

/// Tells every owner but the speaker and whom it is about.
pub fn tell_other_owners(draft: &mut Draft<'_>, line: &Msg, about: Option<PersonId>) {
    let speaker = draft.world.person;
    let others: Vec<PersonId> = owners(&draft.members)
        .map(|owner| owner.person)
        .filter(|owner| *owner != speaker && Some(*owner) != about)
        .collect();
    others.into_iter().for_each(|to| draft.tell(Notice::new(to, line.clone())));
}

#[cfg(test)]
mod tests;
