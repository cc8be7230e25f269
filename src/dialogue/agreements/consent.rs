//! Saying yes to an agreement, or wanting it otherwise; and hearing of it when one is not the owner.

use crate::{
    dialogue::{
        Place, State, World,
        agreements::{
            Spot,
            doer::{Doer, doer},
            when_words,
        },
        input::Input,
        offer::Tap,
        standing::StandingTap,
        step::{Draft, Notice, Step, not_an_answer},
    },
    domain::{
        agreement::{self, Consent, agreements, what},
        dossier::{Dossier, Slot},
        ids::{ItemId, PersonId},
        item::{Item, Value},
        member::{member, owners},
        schedule::habits::Habits,
    },
    text::Msg,
};

/// Where the consent to an agreement stands.
pub fn words(item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    let doer = doer(item, dossier, world);
    match agreement::consent(item) {
        Consent::Agreed(_, at) => {
            Msg::new("agreement-agreed").msg("who", doer.name).date("date", Habits::of(dossier).date(at))
        }
        Consent::Wish(wish, _) => Msg::new("agreement-wish").msg("who", doer.name).told("wish", wish),
        Consent::None if doer.member.is_none() && !doer.is_named => "agreement-unnamed".into(),
        Consent::None if is_asked_of(item, &doer, world) => "agreement-asked-of-you".into(),
        Consent::None if doer.member == Some(world.person) => "agreement-yours".into(),
        Consent::None => Msg::new("agreement-not-agreed").msg("who", doer.name),
    }
}

/// Whether the speaker is the one to say yes, and has not. Who told it so need not agree to their own words.
pub fn is_asked_of(item: &Item, doer: &Doer, world: &World<'_>) -> bool {
    let own_words = agreement::told_by(item, agreement::WHEN) == Some(world.person);
    doer.member == Some(world.person)
        && !own_words
        && !matches!(agreement::consent(item), Consent::Agreed(..))
}

/// Sends an agreement to the member who is to do it, unless they are the speaker or said yes to these words.
pub fn ask(draft: &mut Draft<'_>, id: ItemId) {
    let Some(item) = draft.dossier.item(id) else { return };
    let whole = agreement::when(item).is_some() && item.answers.contains_key(agreement::CHECK);
    let known =
        draft.world.dossier.item(id).is_some_and(|before| agreement::terms(before) == agreement::terms(item));
    let to = doer(item, &draft.dossier, draft.world).member.filter(|to| *to != draft.world.person);
    let agreed = matches!(agreement::consent(item), Consent::Agreed(..));
    let Some(to) = to.filter(|_| whole && !known && !agreed) else { return };
    let lines = vec![
        Msg::new("notice-agreement").msg("who", speaker(draft)).told("what", what(item)),
        Msg::new("agreement-when").msg("when", when_words(item)),
    ];
    let taps = vec![
        ("agreement-agree".into(), StandingTap::Agree(id)),
        ("agreement-otherwise".into(), StandingTap::Otherwise(id)),
    ];
    let name = doer(item, &draft.dossier, draft.world).name;
    let had_a_wish = matches!(agreement::consent(item), Consent::Wish(..));
    draft.tell(Notice { to, lines, taps });
    if had_a_wish {
        draft.save(&consent_slot(id), Value::Skipped);
    }
    draft.say(Msg::new("agreement-sent").msg("who", name));
}

/// A standing button under an agreement.
pub fn standing(draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let (StandingTap::Agree(id) | StandingTap::Otherwise(id)) = tap else { return settled(draft, state) };
    let Some(item) = agreements(&draft.dossier).find(|item| item.id == id).cloned() else {
        return settled(draft, state);
    };
    let doer = doer(&item, &draft.dossier, draft.world);
    if !is_asked_of(&item, &doer, draft.world) {
        return settled(draft, state);
    }
    match tap {
        StandingTap::Agree(_) => agree(draft, state, &item),
        _ => draft.finish(Place::Agreements(Spot::Wish(id))),
    }
}

fn settled(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("standing-settled");
    draft.finish(state.clone())
}

/// An "akkoord" is to the words as they are now.
fn agree(mut draft: Draft<'_>, state: &State, item: &Item) -> Step {
    let terms = agreement::terms(item);
    draft.save(&consent_slot(item.id), Value::Number(terms));
    draft.say(Msg::new("agreement-you-agreed").told("what", what(item)).msg("when", when_words(item)));
    let news = Msg::new("notice-agreed").msg("who", speaker(&draft)).told("what", what(item));
    tell_the_owners(&mut draft, item, &[news]);
    draft.finish(state.clone())
}

/// Writes down what somebody outside said, as the speaker tells it.
pub fn agreed_outside(draft: &mut Draft<'_>, item: &Item) {
    draft.save(&consent_slot(item.id), Value::Number(agreement::terms(item)));
}

/// What one would like otherwise was typed.
pub fn at_wish(mut draft: Draft<'_>, item: &Item, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Back) => {
            let place = seen_again(item.id, draft.world);
            draft.finish(place)
        }
        Input::Text(text) => {
            draft.save(&consent_slot(item.id), Value::Text(text.clone()));
            draft.say("agreement-wish-sent");
            let news = [
                Msg::new("notice-wish").msg("who", speaker(&draft)).told("what", what(item)),
                Msg::new("notice-wish-words").told("wish", text),
            ];
            tell_the_owners(&mut draft, item, &news);
            let place = seen_again(item.id, draft.world);
            draft.finish(place)
        }
        _ => not_an_answer(draft, state, input),
    }
}

/// Where one goes on after a wish: whoever only reads does not see the agreements of others.
fn seen_again(id: ItemId, world: &World<'_>) -> Place {
    if world.answers() { Place::Agreements(Spot::One(id)) } else { Place::Menu }
}

fn consent_slot(id: ItemId) -> Slot {
    Slot::of(id, agreement::CONSENT)
}

/// The owners hear of it, and whoever told the agreement.
fn tell_the_owners(draft: &mut Draft<'_>, item: &Item, lines: &[Msg]) {
    let told_by = agreement::told_by(item, agreement::WHEN);
    let mut hear: Vec<PersonId> = owners(&draft.members).map(|owner| owner.person).collect();
    let is_member = |person: &PersonId| member(&draft.members, *person).is_some_and(|one| one.is_confirmed());
    hear.extend(told_by.filter(is_member));
    hear.sort_unstable();
    hear.dedup();
    for to in hear.into_iter().filter(|to| *to != draft.world.person) {
        draft.tell(Notice { to, lines: lines.to_vec(), taps: Vec::new() });
    }
}

/// What the others call the speaker.
fn speaker(draft: &Draft<'_>) -> Msg {
    let known = member(&draft.members, draft.world.person).and_then(|member| member.name.as_ref());
    match known.or(draft.world.name) {
        Some(name) => Msg::new("told").told("text", name),
        None => "member-nameless".into(),
    }
}
