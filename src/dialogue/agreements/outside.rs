//! Agreements with suppliers, customers and others outside the chat: a text to forward, and a day to ask for the
//! answer.

use chrono::Days;

use crate::{
    dialogue::{
        Place, State, World,
        agreements::{
            Spot, consent,
            doer::{Doer, doer},
            when_words,
        },
        date_words::{self, Lean},
        due_words::{DueError, dated},
        input::Input,
        members,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Lane, Step, not_an_answer},
    },
    domain::{
        agreement::{self, what},
        dossier::{Dossier, Slot},
        item::{Item, Value},
    },
    text::Msg,
};

/// So many days later the owner is asked whether there is an answer, if they choose the first option.
const SOON: u16 = 7;
/// The same for the second one.
const LATER: u16 = 14;

/// Whether it is somebody who cannot be asked here.
pub fn is_outside(doer: &Doer) -> bool {
    doer.is_named && doer.member.is_none()
}

/// Sends the text to forward, and asks when to ask for the answer.
pub fn forward(mut draft: Draft<'_>, item: &Item) -> Step {
    let who = doer(item, &draft.dossier, draft.world).name;
    let text = Msg::new("agreement-letter")
        .msg("who", who.clone())
        .told("what", what(item))
        .msg("when", when_words(item))
        .msg("company", members::company(&draft));
    draft.send(Lane::Interactive, vec![Msg::new("agreement-forward-this").msg("who", who)]);
    draft.send(Lane::Interactive, vec![text]);
    draft.finish(Place::Agreements(Spot::Reply(item.id)))
}

/// "Wanneer vraag ik of er antwoord is?", or, once there is a day, "heb je antwoord?".
pub fn reply_card(item: &Item, dossier: &Dossier, world: &World<'_>) -> Card {
    let who = doer(item, dossier, world).name;
    let offer = Offer::new(Typing::Free);
    match agreement::reply_on(item) {
        Some(on) if on <= world.today => Card {
            lines: vec![Msg::new("agreement-ask-reply").msg("who", who).told("what", what(item))],
            offer: offer
                .option("agreement-reply-yes", Tap::Yes)
                .option("agreement-reply-week", Tap::Until(SOON))
                .option("option-back", Tap::Back),
        },
        _ => Card {
            lines: vec![Msg::new("agreement-ask-reply-day").msg("who", who)],
            offer: offer
                .option("agreement-reply-week", Tap::Until(SOON))
                .option("agreement-reply-weeks", Tap::Until(LATER))
                .option("agreement-reply-never", Tap::No)
                .option_if(agreement::reply_on(item).is_some(), "agreement-reply-yes", Tap::Yes)
                .option("option-back", Tap::Back),
        },
    }
}

/// A day to ask for the answer was said, or the answer is there.
pub fn at_reply(mut draft: Draft<'_>, item: &Item, state: &State, input: &Input) -> Step {
    let today = draft.world.today;
    let on = match input {
        Input::Pick(Tap::Until(days)) => today.checked_add_days(Days::new(u64::from(*days))).unwrap_or(today),
        Input::Pick(Tap::Yes) => {
            consent::agreed_outside(&mut draft, item);
            draft.say("agreement-reply-noted");
            return draft.finish(Place::Agreements(Spot::One(item.id)));
        }
        Input::Pick(Tap::No | Tap::Back) => return draft.finish(Place::Agreements(Spot::One(item.id))),
        Input::Text(text) => {
            match date_words::parse_leaning(text, today, Lean::Future, &draft.world.content.texts) {
                Ok(on) if on >= today => on,
                Ok(on) => {
                    draft.say(DueError::Over(on).words());
                    return draft.finish(state.clone());
                }
                Err(error) => {
                    draft.say(DueError::Day(error).words());
                    return draft.finish(state.clone());
                }
            }
        }
        _ => return not_an_answer(draft, state, input),
    };
    let slot = Slot::of(item.id, agreement::REPLY);
    draft.save(&slot, Value::Date(on));
    draft.say(Msg::new("agreement-reply-set").msg("date", dated(on)));
    draft.finish(Place::Agreements(Spot::One(item.id)))
}
