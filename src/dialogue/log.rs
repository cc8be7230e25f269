//! The log: who did what and when, for owners. Questions and people by name, never what was answered.
//!
//! ```text
//! > /logboek
//! < Logboek
//!   23 november 2026
//!   19:40 Anna: antwoord op Bedrijfsnaam
//! ```

use chrono::NaiveDate;

use crate::{
    dialogue::{
        Place, State, World,
        enumeration::enumerated_until,
        forget::Forgetting,
        input::Input,
        members,
        offer::{Card, Offer, Tap, Typing},
        question_card::about,
        step::{Change, Draft, Step, not_an_answer},
    },
    domain::{
        audit::{Act, Actor, Record},
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        member::{Role, Standing, member},
        noted::is_note,
        schedule::habits::Habits,
    },
    text::Msg,
};

/// Records on one page.
const PAGE: usize = 10;
/// Acts of one record that are named.
const MOST_ACTS: usize = 3;
/// Records that can be looked through in a chat.
const MOST_SHOWN: usize = 1_000;
/// Records that are looked through for something: who got a copy, and when somebody lost ownership. More than a firm has in two years.
pub const MOST_RECORDS: usize = 20_000;

/// What of a turn goes into the log.
pub fn acts(changes: &[Change]) -> Vec<Act> {
    // Nobody asked for all that goes with it: what waits is put off, what was taken off long ago is emptied.
    let by_itself = |act: &Act| changes.contains(&Change::Note(act.clone()));
    if let Some(act) = [Act::Restored, Act::ThrewAway].into_iter().find(by_itself) {
        return vec![act];
    }
    let mut acts = Vec::new();
    for change in changes {
        let act = match change {
            Change::StartCompany(_) => Act::Started,
            // What it says of the item is an act of its own.
            Change::SaveAnswer(slot, _) if is_note(&slot.question) => continue,
            Change::SaveAnswer(slot, _) => Act::Answered(slot.clone()),
            Change::ForgetAnswer(slot) => Act::TookBack(slot.clone()),
            Change::SaveItem(item) if item.removed => Act::TookOff(item.id),
            Change::SaveItem(item) => Act::Changed(item.id),
            // Nothing else changes about them then.
            Change::SaveMember(member) if is_about_keys(changes, member.person) => continue,
            Change::SaveMember(member) | Change::Join(_, _, member) => {
                Act::Member(member.person, member.role, member.standing)
            }
            Change::RemoveMember(person) => Act::Removed(*person),
            Change::SetErasure(None) => Act::KeptCompany,
            Change::SetErasure(Some(wish)) if wish.agreed_by.is_some() => Act::AgreedErasure,
            Change::SetErasure(Some(_)) => Act::AskedErasure,
            Change::SetSuccession(None) => Act::EndedSuccession,
            Change::SetSuccession(Some(wait)) if !wait.is_running() => Act::AskedSuccession(wait.successor),
            Change::SetSuccession(Some(wait)) if wait.has_just_begun() => {
                Act::BeganSuccession(wait.successor)
            }
            Change::SetSuccession(Some(wait)) => Act::ToldSuccession(wait.successor),
            Change::Propose(proposal) => Act::Proposed(proposal.slot.clone()),
            Change::OpenFeed { .. } => Act::OpenedFeed,
            Change::CloseFeed(..) => Act::ClosedFeed,
            Change::Link(_, _, Some(_)) => Act::Linked,
            Change::Note(act) => act.clone(),
            // What became of it is a note of its own.
            Change::DropProposal(_)
            | Change::SaveCode(..)
            | Change::Link(_, _, None)
            | Change::UseSignup(_)
            | Change::NoteWrongCode
            | Change::CancelCodes(_)
            | Change::SpeakFor(_)
            | Change::SetLanguage(_)
            | Change::Forget => continue,
        };
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    acts
}

fn is_about_keys(changes: &[Change], person: PersonId) -> bool {
    changes.iter().any(|change| match change {
        Change::Note(Act::NewKeys(about) | Act::Vouched(about) | Act::Disowned(about)) => *about == person,
        _ => false,
    })
}

/// How many records of the log a place needs: to show it, to give it away, or to say what somebody got by it.
pub fn needed_at(place: &Place) -> usize {
    match place {
        Place::Log { .. } => MOST_SHOWN,
        Place::Copy | Place::RemoveMember(_) | Place::Forget(Forgetting::Company) => MOST_RECORDS,
        _ => 0,
    }
}

/// One page of the log, newest first.
pub fn card(page: u16, dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = Offer::new(Typing::Options);
    if world.role != Some(Role::Owner) {
        return Card { lines: vec!["only-for-owners".into()], offer: offer.option("option-menu", Tap::Menu) };
    }
    let start = usize::from(page) * PAGE;
    let zone = Habits::of(dossier).zone;
    let mut lines = vec![Msg::new("log-title")];
    let mut day: Option<NaiveDate> = None;
    for record in world.log.iter().skip(start).take(PAGE) {
        let local = record.at.with_timezone(&zone);
        if day != Some(local.date_naive()) {
            day = Some(local.date_naive());
            lines.push(Msg::new("log-day").date("date", local.date_naive()));
        }
        let line = Msg::new("log-line").told("time", &local.format("%H:%M").to_string());
        lines.push(line.msg("who", who(record.by, world)).msg("what", what(record, dossier, world)));
    }
    if world.log.is_empty() {
        lines.push("log-empty".into());
    }
    let offer = offer
        .option_if(world.log.len() > start + PAGE, "option-earlier", Tap::More)
        .option_if(page > 0, "option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// A turn at the log.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Log { page } = state.place else { return draft.finish(Place::Menu) };
    match input {
        Input::Pick(Tap::More) => draft.finish(Place::Log { page: page.saturating_add(1) }),
        Input::Pick(Tap::Back) => draft.finish(Place::Log { page: page.saturating_sub(1) }),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

/// Opens the log for an owner.
pub fn open(mut draft: Draft<'_>, here: Place) -> Step {
    if draft.world.role == Some(Role::Owner) {
        return draft.finish(Place::Log { page: 0 });
    }
    draft.say("only-for-owners");
    draft.finish(here)
}

fn who(actor: Actor, world: &World<'_>) -> Msg {
    match actor {
        Actor::Person(id) if id == world.person => "log-you".into(),
        Actor::Person(id) => person(id, world),
        Actor::Operator => "log-operator".into(),
        Actor::Program => "log-program".into(),
    }
}

fn person(id: PersonId, world: &World<'_>) -> Msg {
    match member(world.members, id) {
        _ if id == world.person => "you".into(),
        Some(member) => members::name(member),
        None => "log-somebody-gone".into(),
    }
}

fn what(record: &Record, dossier: &Dossier, world: &World<'_>) -> Msg {
    // Whoever begins a plan is its owner; that needs no words.
    let begins = record.acts.contains(&Act::Started);
    let worth = record.acts.iter().filter(|act| !(begins && matches!(act, Act::Member(..))));
    let worth: Vec<&Act> = worth.collect();
    let named = worth.into_iter().map(|act| said(act, dossier, world));
    enumerated_until(MOST_ACTS, named).unwrap_or_else(|| "log-unknown".into())
}

fn said(act: &Act, dossier: &Dossier, world: &World<'_>) -> Msg {
    match act {
        Act::Started => "log-started".into(),
        Act::Answered(slot) => Msg::new("log-answered").msg("question", question(slot, dossier, world)),
        Act::TookBack(slot) => Msg::new("log-took-back").msg("question", question(slot, dossier, world)),
        Act::Changed(id) => Msg::new("log-changed").msg("name", item(*id, dossier)),
        Act::TookOff(id) => Msg::new("log-took-off").msg("name", item(*id, dossier)),
        Act::Member(id, role, standing) => {
            let id_of_text = match standing {
                Standing::Accepted => "log-member-asks",
                Standing::Confirmed => "log-member",
            };
            Msg::new(id_of_text).msg("name", person(*id, world)).msg("role", members::role(*role))
        }
        Act::Removed(id) => Msg::new("log-removed").msg("name", person(*id, world)),
        Act::LostOwner(id) => Msg::new("log-lost-owner").msg("name", person(*id, world)),
        Act::Invited(role) => Msg::new("log-invited").msg("role", members::role(*role)),
        Act::NewKeys(_) => "log-new-keys".into(),
        Act::Vouched(id) => Msg::new("log-vouched").msg("name", person(*id, world)),
        Act::Disowned(id) => Msg::new("log-disowned").msg("name", person(*id, world)),
        Act::Linked => "log-linked".into(),
        Act::GroupOn => "log-group-on".into(),
        Act::GroupOff(_) => "log-group-off".into(),
        Act::Exported => "log-exported".into(),
        Act::GotOwnCopy => "log-got-own-copy".into(),
        Act::GotAgenda => "log-got-agenda".into(),
        Act::OpenedFeed => "log-opened-feed".into(),
        Act::ClosedFeed => "log-closed-feed".into(),
        Act::AskedErasure => "log-asked-erasure".into(),
        Act::AgreedErasure => "log-agreed-erasure".into(),
        Act::KeptCompany => "log-kept-company".into(),
        Act::AskedSuccession(id) => Msg::new("log-asked-succession").msg("name", person(*id, world)),
        Act::BeganSuccession(id) => Msg::new("log-began-succession").msg("name", person(*id, world)),
        Act::ToldSuccession(id) => Msg::new("log-told-succession").msg("name", person(*id, world)),
        Act::EndedSuccession => "log-ended-succession".into(),
        Act::Proposed(slot) => Msg::new("log-proposed").msg("question", question(slot, dossier, world)),
        Act::TookOver(id, slot) => about_proposal("log-took-over", *id, slot, dossier, world),
        Act::Declined(id, slot) => about_proposal("log-declined", *id, slot, dossier, world),
        Act::BrokeGlass(reason) => Msg::new("log-broke-glass").told("reason", reason),
        Act::Restored => "log-restored".into(),
        Act::ThrewAway => "log-threw-away".into(),
        Act::Unknown => "log-unknown".into(),
    }
}

fn about_proposal(id: &'static str, by: PersonId, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Msg {
    Msg::new(id).msg("name", person(by, world)).msg("question", question(slot, dossier, world))
}

fn question(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Msg {
    match world.content.catalogue.at(slot) {
        Some(question) => about(Msg::new(format!("q-{}.short", question.id)), slot, dossier),
        None => "log-something".into(),
    }
}

/// What an item is called, also when it was taken off.
fn item(id: ItemId, dossier: &Dossier) -> Msg {
    match dossier.find(id) {
        Some(item) => match &item.contact.name {
            Some(name) => Msg::new("told").told("text", name),
            None => Msg::new(format!("role-{}", item.role)),
        },
        None => "log-something".into(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::{
            item::{Answer, Value},
            schedule::habits::ZONE,
        },
        text::Language,
    };

    #[test]
    fn day_and_time_are_those_of_where_the_company_is() {
        let mut dossier = Dossier::default();
        let value = Value::Text("America/Curacao".into());
        let answer = Answer { value, by: PersonId(Uuid::nil()), at: DateTime::UNIX_EPOCH, catalogue: 1 };
        dossier.save_answer(Slot::own(ZONE), answer);
        let at = "2027-01-01T02:05:00Z".parse().unwrap();
        let log = [Record { by: Actor::Program, at, acts: vec![Act::ThrewAway] }];
        let nobody = World::of_nobody(at, &dossier, &CONTENT);
        let card = card(0, &dossier, &World { role: Some(Role::Owner), log: &log, ..nobody });
        let new_year_eve = "2026-12-31".parse().unwrap();
        assert_eq!(card.lines[1], Msg::new("log-day").date("date", new_year_eve));
        let line = CONTENT.texts.plain(Language::Nl, &card.lines[2]);
        assert!(line.contains("22:05"), "{line}");
    }
}
