//! Being forgotten: oneself at once, a company after a week in which every owner can say no.
//!
//! ```text
//! > /vergeet
//! < Wat wil je laten wissen?  [1] Alleen mij  [2] Het hele bedrijf  [3] Toch niet
//! > 2
//! < … Typ de naam van je bedrijf om het te vragen.  [1] Eerst een kopie  [2] Toch niet
//! > Bakkerij Jansen
//! < Goed. Op 30 november 2026 wis ik alles …
//! ```

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Place, State, World,
        command::{Command, shown},
        companies, copy,
        input::Input,
        log::MOST_RECORDS,
        lookup::Belonging,
        members::{company, speaker, tell_other_owners},
        noodplan::COMPANY_NAME,
        offer::{Card, Offer, Tap, Typing},
        proposals,
        standing::StandingTap,
        step::{Change, Draft, Notice, Step, not_an_answer},
        succession,
        waiting::{Matter, back, settled},
    },
    domain::{
        audit::{Act, Record},
        dossier::Dossier,
        erasure::{Erasure, WAIT},
        ids::PersonId,
        member::{Member, Role, owners},
        schedule::habits::Habits,
    },
    text::{Msg, vocabulary::folded},
};

/// How far somebody is with being forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forgetting {
    /// What is to be forgotten?
    What,
    /// Just this person: are you sure?
    Me,
    /// The company: type its name.
    Company,
}

/// What is on the screen.
pub fn card(what: Forgetting, dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = Offer::new(Typing::Options);
    match what {
        Forgetting::What => {
            let owner = world.role == Some(Role::Owner);
            let wish = dossier.erasure();
            let offer = offer
                .option("option-forget-me", Tap::Myself)
                .option_if(owner && wish.is_none(), "option-forget-company", Tap::WholeCompany)
                .each_standing(taps(dossier, world))
                .option("option-never-mind", Tap::Menu);
            let lines = [Msg::new("forget-title")].into_iter().chain(warning(dossier, world)).collect();
            Card { lines, offer }
        }
        Forgetting::Me => {
            let line = Msg::new("forget-me").msg("company", companies::name(dossier));
            let offer = offer.option("option-yes-forget-me", Tap::Yes).option("option-never-mind", Tap::Menu);
            Card { lines: vec![line], offer }
        }
        Forgetting::Company => {
            let offer = Offer::new(Typing::Free)
                .option("option-copy-first", Tap::Copy)
                .option("option-never-mind", Tap::Menu);
            let typed = match dossier.text(COMPANY_NAME) {
                Some(name) => Msg::new("told").told("text", name),
                None => "word-erase".into(),
            };
            Card { lines: vec![Msg::new("forget-company").msg("word", typed)], offer }
        }
    }
}

/// What everybody sees while a company is about to be erased.
pub fn warning(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let warning = |wish: &Erasure| {
        let line = match wish.needs_another(world.members) {
            true => "forget-warning-another",
            false => "forget-warning",
        };
        Msg::new(line)
            .date("date", due_on(wish, dossier))
            .told("command", &shown(Command::Forget, world.channel, world.language))
    };
    dossier.erasure().map(warning)
}

/// The wish to erase the company, as something that waits for an owner.
pub fn waiting(dossier: &Dossier, world: &World<'_>) -> Option<Matter> {
    let taps = taps(dossier, world);
    let line = warning(dossier, world).filter(|_| !taps.is_empty())?;
    Some(Matter { line, taps })
}

/// What an owner can do about the wish to erase the company.
fn taps(dossier: &Dossier, world: &World<'_>) -> Vec<(Msg, StandingTap)> {
    let Some(wish) = dossier.erasure().filter(|_| world.role == Some(Role::Owner)) else { return Vec::new() };
    let mut taps = vec![("option-keep-company".into(), StandingTap::KeepCompany)];
    if can_agree(wish, world) {
        taps.push(("option-agree-erasure".into(), StandingTap::AgreeErasure));
    }
    taps
}

/// Asks what is to be forgotten. Who belongs nowhere is forgotten at once; who belongs to a company that they do not
/// speak for, speaks for that one first.
pub fn open(mut draft: Draft<'_>) -> Step {
    let world = draft.world;
    if world.company.is_some() {
        return draft.finish(Place::Forget(Forgetting::What));
    }
    if let Some(next) = companies::belongings(world).first() {
        draft.say(Msg::new("companies-switched").msg("company", companies::name(&next.dossier)));
        draft.change(Change::SpeakFor(next.company));
        return draft.finish_in(&companies::world_of(world, next), Place::Forget(Forgetting::What));
    }
    draft.say("forget-done");
    draft.change(Change::Forget);
    draft.close(Place::Stranger)
}

/// A turn on the way to being forgotten.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Forget(what) = state.place else { return draft.finish(Place::Menu) };
    match (what, input) {
        (_, Input::Pick(Tap::Menu)) => {
            draft.say("forget-not");
            draft.finish(Place::Menu)
        }
        (Forgetting::What, Input::Pick(Tap::Myself)) => match owned_alone(&draft) {
            Some(alone) => {
                draft.say(Msg::new("forget-last-owner").msg("company", alone));
                draft.finish(Place::Forget(Forgetting::What))
            }
            None => draft.finish(Place::Forget(Forgetting::Me)),
        },
        (Forgetting::What, Input::Pick(Tap::WholeCompany)) => {
            draft.finish(Place::Forget(Forgetting::Company))
        }
        (Forgetting::Me, Input::Pick(Tap::Yes)) => forget_me(draft),
        (Forgetting::Company, Input::Pick(Tap::Copy)) => {
            copy::of_company(&mut draft);
            draft.finish(Place::Forget(Forgetting::Company))
        }
        (Forgetting::Company, Input::Text(text)) => typed(draft, state, text),
        _ => not_an_answer(draft, state, input),
    }
}

/// A standing button about erasing the company.
pub fn standing(draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let owner = draft.world.role == Some(Role::Owner);
    match (tap, draft.dossier.erasure().cloned()) {
        (StandingTap::KeepCompany, Some(_)) if owner => keep(draft, state),
        (StandingTap::AgreeErasure, Some(wish)) if can_agree(&wish, draft.world) => agree(draft, state, wish),
        _ => settled(draft, state),
    }
}

fn can_agree(wish: &Erasure, world: &World<'_>) -> bool {
    let owner = world.role == Some(Role::Owner);
    owner && wish.asked_by != world.person && wish.needs_another(world.members)
}

/// A company that has the speaker and no other owner.
fn owned_alone(draft: &Draft<'_>) -> Option<Msg> {
    let others = owners(&draft.members).any(|owner| owner.person != draft.world.person);
    if draft.world.role == Some(Role::Owner) && !others {
        return Some(company(draft));
    }
    let alone = |there: &&Belonging| there.role == Role::Owner && owners(&there.members).count() == 1;
    companies::belongings(draft.world).iter().find(alone).map(|there| companies::name(&there.dossier))
}

/// Leaves the company; whoever belongs to another is asked about that one next, and only then forgotten.
fn forget_me(mut draft: Draft<'_>) -> Step {
    if let Some(alone) = owned_alone(&draft) {
        draft.say(Msg::new("forget-last-owner").msg("company", alone));
        return draft.finish(Place::Forget(Forgetting::What));
    }
    let world = draft.world;
    let left =
        Msg::new("notice-member-forgotten").msg("name", speaker(&draft)).msg("company", company(&draft));
    tell_other_owners(&mut draft, &left, None);
    proposals::withdraw(&mut draft, world.person);
    draft.change(Change::CancelCodes(world.person));
    draft.change(Change::RemoveMember(world.person));
    note_lost_owner(&mut draft, world.person);
    succession::end_if_fallen(&mut draft);
    let next = companies::belongings(world).iter().find(|there| Some(there.company) != world.company);
    if let Some(next) = next {
        draft.say(Msg::new("forget-left").msg("company", company(&draft)));
        draft.change(Change::SpeakFor(next.company));
        return draft.finish_in(&companies::world_of(world, next), Place::Forget(Forgetting::Me));
    }
    draft.say("forget-done");
    draft.change(Change::Forget);
    draft.close(Place::Stranger)
}

fn typed(mut draft: Draft<'_>, state: &State, text: &str) -> Step {
    let wanted = match draft.dossier.text(COMPANY_NAME) {
        Some(name) => folded(name),
        None => folded(&draft.world.content.texts.plain(draft.language, &"word-erase".into())),
    };
    if draft.world.role != Some(Role::Owner) || draft.dossier.erasure().is_some() {
        return settled(draft, &Place::Menu.into());
    }
    if folded(text) != wanted {
        draft.say("forget-other-name");
        return draft.finish(state.clone());
    }
    if let Some(from) = may_be_asked_from(draft.world.log).filter(|from| draft.world.now < *from) {
        let from_on = Habits::of(&draft.dossier).date(from);
        draft.say(Msg::new("forget-owner-lost").date("date", from_on));
        return draft.finish(Place::Menu);
    }
    let wish = Erasure::asked(draft.world.person, &draft.members, draft.world.now);
    let (notice, answer) = match wish.needs_another(&draft.members) {
        true => ("notice-erasure-asked-another", "forget-asked-another"),
        false => ("notice-erasure-asked", "forget-asked"),
    };
    let asked = Msg::new(notice)
        .msg("name", speaker(&draft))
        .msg("company", company(&draft))
        .date("date", due_on(&wish, &draft.dossier));
    // Where there is another owner to see them, another one has to agree.
    let taps = [
        ("option-keep-company".into(), StandingTap::KeepCompany),
        ("option-agree-erasure".into(), StandingTap::AgreeErasure),
    ];
    tell_everybody_else(&mut draft, &asked, &taps);
    let command = shown(Command::Forget, draft.world.channel, draft.language);
    draft.say(Msg::new(answer).date("date", due_on(&wish, &draft.dossier)).told("command", &command));
    if draft.members.len() > 1 {
        draft.say("forget-told-others");
    }
    draft.change(Change::SetErasure(Some(wish)));
    draft.finish(Place::Menu)
}

/// A week after the last time that somebody lost ownership. What lies further back than was read is not known.
fn may_be_asked_from(log: &[Record]) -> Option<DateTime<Utc>> {
    let lost = |record: &&Record| record.acts.iter().any(|act| matches!(act, Act::LostOwner(_)));
    let last = log.iter().find(lost).or_else(|| log.get(MOST_RECORDS - 1))?;
    Some(last.at + WAIT)
}

/// Puts into the log that somebody owns the company no more, if they did until this turn, and ends a wish to erase it: who is
/// taken away can say no to nothing any more.
pub fn note_lost_owner(draft: &mut Draft<'_>, person: PersonId) {
    let owned = |members: &[Member]| owners(members).any(|owner| owner.person == person);
    if !owned(draft.world.members) || owned(&draft.members) {
        return;
    }
    draft.change(Change::Note(Act::LostOwner(person)));
    if draft.dossier.erasure().is_some_and(|wish| wish.has_lost_an_owner(&draft.members)) {
        let line = Msg::new("notice-erasure-fallen").msg("company", company(draft));
        tell_everybody_else(draft, &line, &[]);
        draft.say(line);
        draft.change(Change::SetErasure(None));
    }
}

fn agree(mut draft: Draft<'_>, state: &State, wish: Erasure) -> Step {
    let line = Msg::new("notice-erasure-agreed")
        .msg("name", speaker(&draft))
        .date("date", due_on(&wish, &draft.dossier));
    tell_everybody_else(&mut draft, &line, &[("option-keep-company".into(), StandingTap::KeepCompany)]);
    draft.say(Msg::new("forget-agreed").date("date", due_on(&wish, &draft.dossier)));
    let agreed = wish.agreed(draft.world.person);
    draft.change(Change::SetErasure(Some(agreed)));
    back(draft, state)
}

fn keep(mut draft: Draft<'_>, state: &State) -> Step {
    let line = Msg::new("notice-company-kept").msg("name", speaker(&draft)).msg("company", company(&draft));
    tell_everybody_else(&mut draft, &line, &[]);
    draft.say("forget-kept");
    draft.change(Change::SetErasure(None));
    match state.place {
        Place::Forget(_) => draft.finish(Place::Menu),
        _ => back(draft, state),
    }
}

/// Tells every other member; these buttons are for owners.
fn tell_everybody_else(draft: &mut Draft<'_>, line: &Msg, for_owners: &[(Msg, StandingTap)]) {
    let me = draft.world.person;
    let others = draft.members.iter().filter(|member| member.is_confirmed() && member.person != me);
    let notices: Vec<Notice> = others
        .map(|member| Notice {
            to: member.person,
            lines: vec![line.clone()],
            taps: if member.role == Role::Owner { for_owners.to_vec() } else { Vec::new() },
        })
        .collect();
    notices.into_iter().for_each(|notice| draft.tell(notice));
}

fn due_on(wish: &Erasure, dossier: &Dossier) -> NaiveDate {
    Habits::of(dossier).date(wish.due_at)
}

#[cfg(test)]
mod tests;
