//! Questions about agreements: one line each, and when each is due.

use crate::{
    dialogue::{
        Part, Place, State, Visit, agreement_line,
        agreements::{Spot, change, save_when, when_words},
        due_words,
        enumeration::comma,
        input::Input,
        offer::Tap,
        sitting::Asked,
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        agreement::{CHECK, WHEN, WHO, what},
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{ItemKind, Value},
    },
    text::{Msg, vocabulary::folded},
};

/// The role of every agreement.
const ROLE: &str = "agreement";

/// A turn at the question for agreements, one line each.
pub fn line(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let text = match input {
        Input::Pick(Tap::Done) => {
            draft.save(asked.slot, Value::Choice("done".into()));
            return asked.advance(draft);
        }
        Input::Text(text) => text,
        _ => return not_an_answer(draft, state, input),
    };
    let said = agreement_line::sentences(text);
    let told: Vec<ItemId> = said.iter().map(|line| write_down(&mut draft, line)).collect();
    let Some(first) = told.first() else {
        draft.say("agreement-unsaid");
        return draft.finish(state.clone());
    };
    match asked.visit {
        Visit::Agreement => {
            let place = next_about(*first, &draft.dossier);
            draft.finish(place)
        }
        _ => draft.finish(asked.at(Part::Whole)),
    }
}

/// Makes an agreement of a line, and says how it was understood.
fn write_down(draft: &mut Draft<'_>, line: &str) -> ItemId {
    let line = agreement_line::parse(line, &draft.dossier, draft.world);
    let contact = Contact { name: Some(line.what.into()), ..Contact::default() };
    let item = draft.dossier.new_item(ItemKind::Agreement, ROLE.into(), contact);
    let id = item.id;
    let mut heard = Msg::new("told").told("text", what(&item));
    draft.save_item(item);
    if let Some(who) = line.who {
        draft.save(&Slot::of(id, WHO), who);
    }
    if let Some(when) = line.when {
        save_when(draft, id, when);
        let when = draft.dossier.item(id).map_or_else(|| "agreement-no-day".into(), when_words);
        let texts = &draft.world.content.texts;
        let plain = |words: &Msg| folded(&texts.plain(draft.language, words));
        if !plain(&heard).contains(&plain(&when)) {
            heard = comma(heard, when);
        }
    }
    draft.say(Msg::new("ack").msg("answer", heard));
    id
}

/// A turn at a question for when something is due.
pub fn due(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let (Input::Text(text), Some(id)) = (input, asked.slot.item) else {
        return not_an_answer(draft, state, input);
    };
    match due_words::parse(text, draft.world.today, &draft.world.content.texts) {
        Ok(when) => {
            save_when(&mut draft, id, when);
            let when = draft.dossier.item(id).map_or_else(|| "agreement-no-day".into(), when_words);
            draft.say(Msg::new("ack").msg("answer", when));
            asked.advance(draft)
        }
        Err(error) => {
            draft.say(error.words());
            draft.finish(state.clone())
        }
    }
}

/// What is still missing of an agreement, or the agreement itself.
pub fn next_about(id: ItemId, dossier: &Dossier) -> Place {
    let missing = [WHO, WHEN, CHECK]
        .into_iter()
        .map(Slug::from)
        .find(|question| dossier.answer(&Slot { item: Some(id), question: question.clone() }).is_none());
    missing.map_or(Place::Agreements(Spot::One(id)), |question| change(id, &question))
}
