//! The call list that stays in view, on channels on which a message can be changed: sent when the list is done, and again
//! whenever it says something else.

use crate::{
    app::ports::Pinned,
    dialogue::{
        Place, World, noodplan,
        step::{Change, Step},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        fingerprint::fingerprint,
        member::Role,
    },
    text::{Msg, Rich},
};

/// The version of a company before and after a turn.
#[derive(Clone, Copy, Debug)]
pub struct Versions {
    /// The one that was read.
    pub before: u64,
    /// The one that is written.
    pub after: u64,
}

/// What is in view after this turn, and the list itself if it has to be sent.
pub fn list_in_view(
    known: Option<Pinned>,
    versions: Versions,
    step: &Step,
    world: &World<'_>,
) -> (Option<Pinned>, Option<Rich>) {
    // A helper sees what is shared with them, and the list is not.
    let may_see = world.role.is_some_and(|role| role != Role::Helper);
    if !world.channel.keeps_list_in_view() || !may_see {
        return (known, None);
    }
    let is_due = match known {
        Some(pinned) => pinned.version != versions.before || step.changes.iter().any(is_about_the_list),
        None => step.next.place == Place::Menu,
    };
    if !is_due {
        return (known.map(|pinned| Pinned { version: versions.after, ..pinned }), None);
    }
    let (mut dossier, mut members) = (world.dossier.clone(), world.members.to_vec());
    step.changes.iter().for_each(|change| change.apply(&mut dossier, &mut members));
    if known.is_none() && !noodplan::list_is_done(&dossier, world) {
        return (None, None);
    }
    let mut lines = noodplan::list_in_view(&dossier, world);
    let texts = &world.content.texts;
    let print = fingerprint(texts.lines(step.language, &lines).plain());
    let pinned = Some(Pinned { version: versions.after, print });
    if known.is_some_and(|known| known.print == print) {
        return (pinned, None);
    }
    lines.push(Msg::new("pinned-updated").date("date", world.today));
    (pinned, Some(texts.lines(step.language, &lines)))
}

/// Whether the list may read otherwise after this.
fn is_about_the_list(change: &Change) -> bool {
    match change {
        Change::SaveItem(_) | Change::SetLanguage(_) => true,
        Change::SaveAnswer(slot, _) | Change::ForgetAnswer(slot) => {
            [CUSTOMER_NUMBER, CONTRACT_NUMBER, noodplan::COMPANY_NAME].contains(&slot.question.as_str())
        }
        _ => false,
    }
}
