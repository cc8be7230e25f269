//! Where it is told what became of something that comes back: in the questions that it follows from, and for numbers beside
//! each of them.

use chrono::{Months, NaiveDate};

use crate::{
    dialogue::{
        Content, World,
        agenda::what,
        offer::{Offer, Tap},
        results::accepted,
        review,
        standing::StandingTap,
        step::Draft,
    },
    domain::{
        agreement, backup_diary,
        call_list::{Line, call_list},
        contract,
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::Item,
        review::EVERY_MONTHS,
        schedule::{Kind, exercise, habits::Habits, series::Open},
    },
    questionnaire::endings::{What, endings},
    text::Msg,
};

/// Whether it is not done by saying so: what was accepted until a day is looked at again, and an answer says yes or not.
pub fn is_chosen(kind: Kind) -> bool {
    matches!(kind, Kind::Acceptance | Kind::Reply)
}

/// "Er is antwoord: Noor maakt de back-up los".
pub fn answered(agreement: Option<ItemId>, dossier: &Dossier) -> Msg {
    let item = agreement.and_then(|id| dossier.item(id));
    Msg::new("option-answered-what").told("what", item.map_or("", agreement::what))
}

/// What can be told in the agenda about something that is open: that it is done, or what is chosen now.
pub fn offered(offer: Offer, open: &Open, dossier: &Dossier, world: &World<'_>) -> Offer {
    let Open { kind, item, .. } = *open;
    let done = Tap::Standing(StandingTap::Done(kind, item));
    if kind == Kind::Reply {
        return offer.option(answered(item, dossier), done);
    }
    if !is_chosen(kind) {
        return offer.option(Msg::new("option-done-what").msg("what", what(kind, item, dossier)), done);
    }
    let risk = item.and_then(|id| dossier.item(id));
    let what = risk.map_or_else(|| what(kind, item, dossier), |risk| accepted::what(risk, dossier, world));
    let questions = questions(kind, item, dossier, world.content).into_iter();
    offer.each_standing(questions.map(|(label, slot)| {
        let label = if label == "option-act" { "option-act-what" } else { "option-accept-longer-what" };
        (Msg::new(label).msg("what", what.clone()), StandingTap::answer(&slot))
    }))
}

/// The questions in which it can be told what became of something, each with the words of its button.
pub fn questions(
    kind: Kind,
    item: Option<ItemId>,
    dossier: &Dossier,
    content: &Content,
) -> Vec<(&'static str, Slot)> {
    let about = |question: &str| Slot { item, question: question.into() };
    match kind {
        Kind::Contract => vec![("option-new-end", about(contract::END))],
        Kind::Restore => vec![("option-went-otherwise", about(backup_diary::RESTORED))],
        Kind::Drill => vec![("option-went-otherwise", about(exercise::TESTED))],
        Kind::EndOfLife | Kind::Acceptance => {
            let all = endings(&content.catalogue, dossier, content.catalogue.products.checked_on);
            let mut questions = Vec::new();
            for ending in all.into_iter().filter(|ending| Some(ending.item) == item) {
                match ending.what {
                    What::Updates(_) if kind == Kind::EndOfLife => {
                        questions.push(("review-ending-replaced", about(ending.question.as_str())));
                    }
                    What::Accepted(until) if kind == Kind::Acceptance => {
                        questions.push(("option-accept-longer", about(until.as_str())));
                        let decided = review::endings::decided_in(&until);
                        questions.extend(decided.map(|decided| ("option-act", about(decided))));
                    }
                    What::Updates(_) | What::Accepted(_) => {}
                }
            }
            questions
        }
        Kind::Review | Kind::Numbers | Kind::Backup | Kind::Agreement | Kind::Reply => Vec::new(),
    }
}

/// The lines of the call list whose number was called half a year before a day, and not since.
pub fn numbers<'d>(dossier: &'d Dossier, habits: &Habits, on: NaiveDate) -> Vec<Line<'d>> {
    let mut lines = call_list(dossier);
    lines.retain(|line| {
        let called_on = line.checked_at.map(|at| habits.date(at));
        let due_on = called_on.and_then(|day| day.checked_add_months(Months::new(EVERY_MONTHS)));
        due_on.is_some_and(|due_on| due_on <= on)
    });
    lines
}

/// Every number that was due on a day was called, and is right.
pub fn called(draft: &mut Draft<'_>, on: NaiveDate) {
    let (habits, now) = (Habits::of(&draft.dossier), draft.world.now);
    let called: Vec<ItemId> =
        numbers(&draft.dossier, &habits, on).into_iter().map(|line| line.item).collect();
    for id in called {
        if let Some(item) = draft.dossier.item(id).cloned() {
            draft.save_item(Item { checked_at: Some(now), ..item });
        }
    }
}
