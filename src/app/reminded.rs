//! What a turn has to do with reminders: what was said, and when there is next something to say.

use crate::{
    app::{
        ports::{Conversation, Incoming},
        wakes::Wake,
    },
    dialogue::{
        World,
        agenda::{self, Moved},
        input::Raw,
        reminder::{LookAgain, Tick},
        step::{Change, Step},
    },
    domain::{ids::CompanyId, schedule::series::Said},
};

/// Whether nobody said anything: the clock speaks, or the program itself.
pub fn is_unasked(incoming: &Incoming) -> bool {
    matches!(incoming.raw, Raw::Tick(_) | Raw::Outage(_))
}

/// What was heard; of a reminder what was not said in this conversation yet.
pub fn unsaid(raw: &Raw, known: Option<&Conversation>) -> Raw {
    let (Raw::Tick(tick), Some(known)) = (raw, known) else { return raw.clone() };
    // Where nobody can be reached nothing is left to say.
    let after = if known.unreachable_at.is_some() { tick.until } else { tick.after };
    Raw::Tick(Tick { after, said: known.reminded_of.clone(), ..tick.clone() })
}

/// What a turn changes about the next reminder. Looked at only when it changes what the company told.
pub fn wake(step: &Step, world: &World<'_>) -> Option<(CompanyId, Wake)> {
    let started = step.changes.iter().find_map(|change| match change {
        Change::StartCompany(id) => Some(*id),
        _ => None,
    });
    let company = started.or(world.company)?;
    if let Some(LookAgain { at, told_until }) = step.look_again {
        return Some((company, Wake::Again { at, told_until }));
    }
    if !step.changes.iter().any(Change::is_about_the_company) {
        return None;
    }
    let (mut dossier, mut members) = (world.dossier.clone(), Vec::new());
    step.changes.iter().for_each(|change| change.apply(&mut dossier, &mut members));
    let wake = match agenda::moved(world.dossier, &dossier, world.content, world.now)? {
        Moved::To(due_at) => Wake::Moved(due_at),
        Moved::LookBack(told_until) => Wake::Again { at: world.now, told_until },
    };
    Some((company, wake))
}

/// What was said last about everything that comes back, with what is said now.
pub fn reminded_of(known: Option<&Conversation>, now: &[Said]) -> Vec<Said> {
    let about = |said: &Said| (said.kind, said.item);
    let before = known.map_or(&[][..], |known| &known.reminded_of);
    let kept = before.iter().filter(|before| now.iter().all(|now| about(now) != about(before)));
    kept.chain(now).copied().collect()
}
