//! What an owner makes of a proposal: their own answer, or nothing.

use super::{answer_print, name, played, question, short, words};
use crate::{
    dialogue::{
        Place, State,
        members::speaker,
        played::{is_understood, missing, said},
        standing::StandingTap,
        step::{Change, Draft, Notice, Step},
        waiting::{back, settled},
    },
    domain::{audit::Act, member::Role, proposal::Proposal},
    text::Msg,
};

/// A standing button under a proposal.
pub fn standing(draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let owner = draft.world.role == Some(Role::Owner);
    let find = |id| draft.dossier.proposal(id).filter(|_| owner).cloned();
    match tap {
        StandingTap::TakeOver(id, seen) => match find(id) {
            Some(proposal) => take_over(draft, state, &proposal, seen),
            None => settled(draft, state),
        },
        StandingTap::Decline(id) => match find(id) {
            Some(proposal) => decline(draft, state, &proposal),
            None => settled(draft, state),
        },
        _ => settled(draft, state),
    }
}

fn take_over(mut draft: Draft<'_>, state: &State, proposal: &Proposal, seen: u32) -> Step {
    let slot = &proposal.slot;
    let now = draft.dossier.value(slot);
    if proposal.is_stale(now) && answer_print(now) != seen {
        draft.say("proposal-changed-meanwhile");
        return draft.finish(Place::Waiting);
    }
    let section = draft.world.content.catalogue.section_of(slot.question.as_str());
    let question = section.and_then(|section| question(&section.id, slot, &draft.dossier, draft.world));
    let step = question.map(|question| played(question, slot, &proposal.proposed, draft.world));
    let Some(step) = step.filter(is_understood) else {
        return close(draft, state, proposal, "proposal-gone", "notice-proposal-gone");
    };
    for change in &step.changes {
        draft.change(change.clone());
    }
    step.notices.iter().for_each(|notice| draft.tell(notice.clone()));
    let remarks = said(&step, &draft.dossier, draft.world);
    draft.change(Change::Note(Act::TookOver(proposal.by, slot.clone())));
    let missing = missing(&step, slot);
    if missing.is_none() {
        return close_with(draft, state, proposal, ("proposal-taken", "notice-proposal-taken"), remarks);
    }
    let next = step.next;
    settle(&mut draft, proposal, ("proposal-taken", "notice-proposal-taken"));
    remarks.into_iter().for_each(|line| draft.say(line));
    draft.finish(next)
}

fn decline(mut draft: Draft<'_>, state: &State, proposal: &Proposal) -> Step {
    draft.change(Change::Note(Act::Declined(proposal.by, proposal.slot.clone())));
    close(draft, state, proposal, "proposal-declined", "notice-proposal-declined")
}

fn close(
    draft: Draft<'_>,
    state: &State,
    proposal: &Proposal,
    own: &'static str,
    news: &'static str,
) -> Step {
    close_with(draft, state, proposal, (own, news), Vec::new())
}

fn close_with(
    mut draft: Draft<'_>,
    state: &State,
    proposal: &Proposal,
    ids: (&'static str, &'static str),
    remarks: Vec<Msg>,
) -> Step {
    settle(&mut draft, proposal, ids);
    remarks.into_iter().for_each(|line| draft.say(line));
    back(draft, state)
}

/// Takes it off what waits, says what became of it, and tells whoever proposed it.
fn settle(draft: &mut Draft<'_>, proposal: &Proposal, (own, news): (&'static str, &'static str)) {
    let about = |id| {
        Msg::new(id)
            .msg("who", name(proposal.by, draft.world))
            .msg("owner", speaker(draft))
            .msg("question", short(&proposal.slot, &draft.dossier, draft.world))
            .msg("proposed", words(proposal, &draft.dossier, draft.world))
    };
    let (line, told) = (about(own), about(news));
    draft.say(line);
    draft.tell(Notice::new(proposal.by, told));
    draft.change(Change::DropProposal(proposal.id));
}
