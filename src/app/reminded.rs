//! What a turn has to do with reminders: what was said, and when there is next something to say.

use crate::{
    app::{
        ports::{Clock, Conversation, Incoming, LaneKind, Outgoing, Reminds, Store},
        turn::App,
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

/// Whether nobody said anything that is heard: the clock speaks, or the program itself.
pub fn is_unasked(incoming: &Incoming) -> bool {
    matches!(incoming.raw, Raw::Tick(_) | Raw::Outage(_) | Raw::NewKeys(_))
}

/// What was heard; of a reminder what was not said in this conversation yet.
pub fn unsaid(raw: &Raw, known: Option<&Conversation>) -> Raw {
    let (Raw::Tick(tick), Some(known)) = (raw, known) else { return raw.clone() };
    // Where nobody can be reached nothing is left to say.
    let after = if known.unreachable_at.is_some() { tick.until } else { tick.after };
    let of_company = known.reminded_of.iter().filter(|said| company_of(said, known) == Some(tick.company));
    Raw::Tick(Tick { after, said: of_company.copied().collect(), ..tick.clone() })
}

/// Writes on reminders what they were decided on; `version`: that of the company which they are about.
pub fn sign(outgoing: &mut [Outgoing], tick: &Tick, said: &[Said], version: u64) {
    for message in outgoing.iter_mut().filter(|message| message.lane == LaneKind::Reminder) {
        let (company, after, said) = (tick.company, tick.after, said.to_vec());
        message.reminds = Some(Reminds { company, version, after, said });
    }
}

impl<S: Store, C: Clock> App<S, C> {
    /// What of a turn that is written is to be said. Of two instances that handled the same at one moment, what the first one says
    /// is in the outbox and nothing of the other. What cannot be looked up is said: a reminder is taken out of the outbox before
    /// it is sent, and only what was in it goes.
    pub(super) async fn first_to_say(&self, incoming: &Incoming, said: Vec<Outgoing>) -> Vec<Outgoing> {
        if !is_unasked(incoming) {
            return said;
        }
        let mut first = Vec::new();
        for message in said {
            if !matches!(self.store.is_unsent(message.id).await, Ok(false)) {
                first.push(message);
            }
        }
        first
    }
}

/// What a turn changes about the next reminder. Looked at only when it changes what the company told.
pub fn wake(step: &Step, world: &World<'_>) -> Option<(CompanyId, Wake)> {
    let company = step.starts().or(world.company)?;
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
    let about = |said: &Said| {
        let company = known.map_or(said.company, |known| company_of(said, known));
        (company, said.kind, said.item)
    };
    let before = known.map_or(&[][..], |known| &known.reminded_of);
    let kept = before.iter().filter(|before| now.iter().all(|now| about(now) != about(before)));
    kept.chain(now).copied().collect()
}

/// The company that something was said of.
fn company_of(said: &Said, known: &Conversation) -> Option<CompanyId> {
    said.company.or(known.company)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::{
        app::ports::ConversationKey,
        dialogue::{ChannelKind, Place},
        domain::{ids::PersonId, schedule::Kind},
        text::{Language, Rich},
    };

    fn company(number: u128) -> CompanyId {
        CompanyId(Uuid::from_u128(number))
    }

    fn said(company: Option<CompanyId>, number: u8) -> Said {
        Said {
            company,
            kind: Kind::Review,
            item: None,
            on: "2027-05-23".parse().unwrap(),
            number,
            until_on: None,
        }
    }

    fn speaking_for(company: CompanyId, reminded_of: Vec<Said>) -> Conversation {
        Conversation {
            company: Some(company),
            listed: true,
            reminded_of,
            ..Conversation::new(PersonId(Uuid::nil()), Language::Nl, Place::Menu, DateTime::<Utc>::UNIX_EPOCH)
        }
    }

    #[test]
    fn what_was_said_of_one_company_is_not_said_of_the_other() {
        let after = DateTime::<Utc>::UNIX_EPOCH;
        let tick = |company| {
            let until = after + TimeDelta::days(1);
            Raw::Tick(Tick { company, after, until, said: Vec::new() })
        };
        let heard = |known: &Conversation, number| match unsaid(&tick(company(number)), Some(known)) {
            Raw::Tick(tick) => tick.said,
            other => panic!("{other:?}"),
        };
        // What was written down before companies were, was said of the one that was spoken for.
        for first in [said(Some(company(1)), 0), said(None, 0)] {
            let known = speaking_for(company(1), vec![first]);
            assert_eq!((heard(&known, 1), heard(&known, 2)), (vec![first], Vec::new()));
            let other = said(Some(company(2)), 0);
            assert_eq!(reminded_of(Some(&known), &[other]), [first, other]);
            let next = said(Some(company(1)), 1);
            assert_eq!(reminded_of(Some(&known), &[next]), [next]);
        }
    }
    #[test]
    fn where_nobody_can_be_reached_nothing_is_left_to_say() {
        let (after, until) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + TimeDelta::days(1));
        let tick = Raw::Tick(Tick { company: company(1), after, until, said: Vec::new() });
        for (unreachable_at, left_from) in [(None, after), (Some(after), until)] {
            let known = Conversation { unreachable_at, ..speaking_for(company(1), Vec::new()) };
            let Raw::Tick(left) = unsaid(&tick, Some(&known)) else { panic!("{unreachable_at:?}") };
            assert_eq!(left.after, left_from, "{unreachable_at:?}");
        }
    }
    #[test]
    fn a_reminder_carries_what_it_was_decided_on_and_nothing_else_does() {
        let at = DateTime::UNIX_EPOCH;
        let tick = Tick { company: company(1), after: at, until: at, said: Vec::new() };
        let key = ConversationKey { channel: ChannelKind::Telegram, address: "anna".into() };
        let message = |lane| Outgoing::new(Uuid::nil(), key.clone(), lane, Rich(Vec::new()));
        let mut outgoing = [LaneKind::Reminder, LaneKind::Interactive].map(message);
        let said = said(Some(company(1)), 0);
        sign(&mut outgoing, &tick, &[said], 7);
        let decided_on = Reminds { company: company(1), version: 7, after: at, said: vec![said] };
        assert_eq!(outgoing.map(|message| message.reminds), [Some(decided_on), None]);
    }
}
