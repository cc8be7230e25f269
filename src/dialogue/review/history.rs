//! The history of one answer: what, when and by whom.

use crate::{
    dialogue::{
        question_card::{about, shown_value},
        review::person_name,
        step::{Draft, Lane},
    },
    domain::{dossier::Slot, schedule::habits::Habits},
    text::Msg,
};

/// More revisions than this are counted, not listed.
const MOST: usize = 15;

/// Tells the history of an answer, the newest first, as a message of its own. The bot reads it for this only.
pub fn tell(draft: &mut Draft<'_>, slot: &Slot) {
    let Some(history) = draft.history() else { return };
    let Some(question) = draft.world.content.catalogue.at(slot) else { return };
    let told = history.of(slot);
    let habits = Habits::of(&draft.dossier);
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, &draft.dossier);
    let mut lines = vec![Msg::new("history-title").msg("question", short)];
    for (place, answer) in told.iter().enumerate().rev().take(MOST) {
        let before = place.checked_sub(1).and_then(|before| told.get(before));
        let id = match before {
            Some(before) if before.value == answer.value => "history-confirmed",
            _ => "history-line",
        };
        lines.push(
            Msg::new(id)
                .date("date", habits.date(answer.at))
                .msg("answer", shown_value(question, &answer.value, &draft.dossier, draft.world))
                .msg("who", person_name(answer.by, &draft.dossier, draft.world)),
        );
    }
    if told.len() > MOST {
        lines.push(Msg::new("todo-more").number("count", told.len() - MOST));
    }
    draft.send(Lane::Interactive, lines);
}
