//! What a decided turn writes: the conversation as it is from now on, and the company that its changes are about.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        access::Admitted,
        answered::answered,
        linked::linked,
        person::Person,
        ports::{Commit, Conversation, Incoming, Loaded},
        reminded::{is_unasked, reminded_of},
    },
    dialogue::{
        change,
        step::{Change, Step},
    },
    domain::{ids::CompanyId, member::member},
};

/// What this turn writes, but for what is to be sent. `joins`: the company that the speaker joins, at its version.
pub(super) fn commit(
    loaded: &Loaded,
    admitted: Option<&Admitted>,
    person: &Person<'_>,
    step: &Step,
    joins: Option<(CompanyId, u64)>,
    incoming: &Incoming,
    now: DateTime<Utc>,
) -> Commit {
    let started = step.starts().map(|id| (id, 0));
    let company =
        started.or(joins).or_else(|| admitted.map(|admitted| (admitted.company(), admitted.version())));
    let writes = step.changes.iter().any(Change::is_about_the_company);
    let link = linked(&step.changes);
    let switched = step.changes.iter().find_map(|change| match change {
        Change::SpeakFor(company) => Some(*company),
        _ => None,
    });
    let chosen = switched.or(link.and_then(|(_, company)| company));
    let speaks_for = started.map(|(id, _)| id).or(chosen).or_else(|| company_of(loaded));
    let known = person.known;
    let was_listed = known.is_some_and(|known| known.listed);
    let listed = link.is_none() && was_listed;
    // A chat that was listed for one person is from now on listed for the other.
    let lists = !listed && (speaks_for.is_some() || was_listed);
    let unasked = is_unasked(incoming);
    // Whom the clock finds no more is not made anew.
    let forgotten = step.changes.contains(&Change::Forget) || (unasked && known.is_none());
    let written = known.map(|known| known.written).unwrap_or_default();
    let adds = change::adds(&step.changes);
    let about_the_same = known.filter(|known| known.company == speaks_for);
    let conversation = Conversation {
        person: link.map_or(person.id, |(known_here, _)| known_here),
        // A name is kept only with consent, and consent is what starts a company.
        name: known.and_then(|known| known.name.clone()).or_else(|| speaks_for.and(incoming.name.clone())),
        language: step.language,
        state: step.next.clone(),
        heard_at: known.filter(|_| unasked).map_or(now, |known| known.heard_at),
        company: speaks_for,
        listed: listed || lists,
        unreachable_at: known.filter(|_| unasked).and_then(|known| known.unreachable_at),
        reminded_of: reminded_of(known, &step.reminded),
        answered: answered(about_the_same, admitted, step, incoming, now),
        pinned: known.and_then(|known| known.pinned),
        written: if adds { written.once_more(now.date_naive()) } else { written },
    };
    Commit {
        conversation: (!forgotten).then_some(conversation),
        conversation_version: loaded.conversation.as_ref().map_or(0, |(_, version)| *version),
        lists,
        changes: step.changes.clone(),
        company: company.filter(|_| writes),
        // Whoever only moves on to another company hears of that one.
        about: chosen.filter(|_| !writes).or(company.map(|(company, _)| company)),
        ..Commit::of_event(incoming.conversation.clone(), incoming.event.clone(), now)
    }
}

/// The company that a conversation names, as long as the person belongs to it or waits to be confirmed.
fn company_of(loaded: &Loaded) -> Option<CompanyId> {
    let (conversation, _) = loaded.conversation.as_ref()?;
    let company = loaded.company.as_ref()?;
    member(&company.members, conversation.person).and(conversation.company)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        app::ports::ConversationKey,
        dialogue::{CONTENT, ChannelKind, Place, World, input::Raw, step::Draft},
        domain::{dossier::Dossier, ids::PersonId},
    };

    const ONE: CompanyId = CompanyId(Uuid::from_u128(1));
    const OTHER: CompanyId = CompanyId(Uuid::from_u128(2));

    /// What is written of a turn of somebody who is met now, with these changes to the first company.
    fn written(changes: Vec<Change>) -> Commit {
        let (dossier, now) = (Dossier::default(), DateTime::UNIX_EPOCH);
        let world = World::of_nobody(now, &dossier, &CONTENT);
        let mut draft = Draft::new(&world);
        changes.into_iter().for_each(|change| draft.change(change));
        let incoming = Incoming {
            conversation: ConversationKey { channel: ChannelKind::Terminal, address: "anna".into() },
            event: "e".into(),
            name: None,
            language_tag: None,
            raw: Raw::Text("hoi".into()),
            at: now,
        };
        let loaded = Loaded::default();
        let person = Person::of(&loaded, &incoming, now);
        commit(&loaded, None, &person, &draft.close(Place::Stranger), Some((ONE, 1)), &incoming, now)
    }

    #[test]
    fn whoever_speaks_for_no_company_is_in_no_list() {
        for (changes, listed) in [(vec![], false), (vec![Change::SpeakFor(OTHER)], true)] {
            let written = written(changes);
            assert_eq!((written.lists, written.conversation.unwrap().listed), (listed, listed));
        }
    }

    #[test]
    fn a_turn_is_about_the_company_that_it_changes_and_else_about_the_one_it_moves_to() {
        let (leaves, moves) = (Change::RemoveMember(PersonId(Uuid::nil())), Change::SpeakFor(OTHER));
        assert_eq!(written(vec![leaves, moves.clone()]).about, Some(ONE));
        assert_eq!(written(vec![moves]).about, Some(OTHER));
    }
}
