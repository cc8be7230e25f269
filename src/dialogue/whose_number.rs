//! A number that was typed with the name of somebody else beside it: whose is it? Until a tap says so nothing is written down, and
//! the words wait in the position.
//!
//! ```text
//! < KPN: wat is het nieuwe nummer?
//! > ziggo 0900 1884
//! < Je schrijft Ziggo. Is dit nummer van KPN, of komt Ziggo in de plaats van KPN?
//!   [1] Nummer van KPN  [2] Ziggo in plaats van KPN  [3] Terug
//! ```

use crate::{
    dialogue::{
        Field, Part, Place, State, World, another_party, call_list,
        contact_line::{self, ContactLine},
        input::Input,
        noodplan::COMPANY_NAME,
        offer::{Card, Offer, Tap, Typing},
        review::{self, Spot, numbers},
        sitting,
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        contact::Contact,
        dossier::Dossier,
        ids::ItemId,
        item::Item,
        party::is_spelled_alike,
        pii::Pii,
    },
    text::{
        Language, Msg,
        vocabulary::{Words, folded},
    },
};

/// More words than these together are no name beside a number, but a sentence about it.
const LONGEST_NAME: usize = 4;
/// "NL 4711", "ABC 12": so many capitals in front of figures may be a code.
const LONGEST_CODE: usize = 4;

/// A number of whoever stands there, or of somebody else.
struct Doubt {
    item: Item,
    known: Pii<String>,
    other: Pii<String>,
    told: ContactLine,
    /// The words without any name.
    number: Pii<String>,
}

/// Whether it is asked, or has to be, whose number it is.
pub fn is_asked(state: &State, input: &Input, world: &World<'_>) -> bool {
    let words = match (&state.unsure, input) {
        _ if state.in_noodplan => None,
        (Some(words), _) | (None, Input::Text(words)) => Some(words),
        _ => None,
    };
    words.is_some_and(|words| doubt(&state.place, words, world.dossier, world).is_some())
}

/// The question whose it is, if that is still in doubt.
pub fn card(place: &Place, words: &str, dossier: &Dossier, world: &World<'_>) -> Option<Card> {
    let Doubt { known, other, .. } = doubt(place, words, dossier, world)?;
    let both = |id: &'static str| Msg::new(id).told("name", &other).told("known", &known);
    let offer = Offer::new(Typing::Options)
        .option(both("whose-known"), Tap::Yes)
        .option(both("whose-other"), Tap::No)
        .option("option-back", Tap::Back);
    Some(Card { lines: vec![both("whose-number")], offer })
}

/// A turn at that question, or at the one that it came up at.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let asked = state.beneath();
    let in_doubt = |words: &str| doubt(&state.place, words, &draft.dossier, draft.world);
    let waiting = state.unsure.as_ref().and_then(|words| in_doubt(words));
    match (waiting, input) {
        (Some(doubt), Input::Pick(Tap::Yes)) => answer(draft, &asked, &Input::Text(doubt.number)),
        (Some(doubt), Input::Text(text)) if is_spelled_alike(&doubt.known, text) => {
            answer(draft, &asked, &Input::Text(doubt.number))
        }
        (Some(doubt), Input::Pick(Tap::No)) => take_place(draft, &asked, doubt),
        (Some(_), Input::Pick(Tap::Back)) => draft.finish(asked),
        (_, Input::Text(text)) if in_doubt(text).is_some() => {
            draft.finish(State { unsure: Some(text.clone()), ..asked })
        }
        (_, Input::Text(_) | Input::Contact(_)) => answer(draft, &asked, input),
        _ => not_an_answer(draft, state, input),
    }
}

/// The same at the place where the number is asked.
fn answer(draft: Draft<'_>, asked: &State, input: &Input) -> Step {
    match &asked.place {
        Place::LineField(..) => call_list::step(draft, asked, input),
        Place::Review { .. } => review::step(draft, asked, input),
        _ => sitting::step(draft, asked, input),
    }
}

/// Somebody else takes the place, with a number to call, or with a customer or contract number.
fn take_place(mut draft: Draft<'_>, asked: &State, doubt: Doubt) -> Step {
    let Doubt { item, other, told, number, .. } = doubt;
    let can_be_called = !told.contact.phones.is_empty();
    let contact = Contact { name: Some(other), ..told.contact };
    another_party::replace(
        &mut draft,
        &item,
        Item { contact, person: None, checked_at: None, ..item.clone() },
    );
    match &asked.place {
        Place::Review { .. } => {
            numbers::note_changed(&mut draft, item.id);
            draft.say("line-changed");
            review::go_on(draft, None)
        }
        Place::LineField(id, _) if can_be_called => {
            draft.say("line-changed");
            draft.finish(Place::Line(*id))
        }
        // That number is asked of the other one now.
        _ if can_be_called => draft.finish(asked.clone()),
        _ => answer(draft, asked, &Input::Text(number)),
    }
}

/// A number with another name beside it, where a number is asked of somebody with a name.
fn doubt(place: &Place, words: &str, dossier: &Dossier, world: &World<'_>) -> Option<Doubt> {
    let (id, asked) = number_of(place)?;
    let item = dossier.item(id)?;
    let known = item.contact.name.clone()?;
    let vocabulary = world.content.texts.vocabulary(world.language);
    let told = contact_line::parse(words, vocabulary);
    let has_number = match asked {
        Asked::Phone => told.wrong_number.is_none() && !told.contact.phones.is_empty(),
        Asked::Reference => contact_line::reference(words, vocabulary).is_some(),
    };
    let name = told.contact.name.clone().filter(|_| has_number && !told.several && !told.myself)?;
    // "KPN 0800 0402": in front of a number that can be called capitals are a name and no code.
    let may_be_code = asked == Asked::Reference && told.contact.phones.is_empty();
    let other = other_name(&name, item, may_be_code, dossier, world)?;
    let number = without(words, &name);
    Some(Doubt { item: item.clone(), known, other: other.into(), told, number: number.into() })
}

/// Which sort of number is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Phone,
    Reference,
}

/// Whose number is asked here.
fn number_of(place: &Place) -> Option<(ItemId, Asked)> {
    match place {
        Place::LineField(id, Field::Number) => Some((*id, Asked::Phone)),
        Place::Review { spot: Spot::Number(id) | Spot::NumberAnew(id), .. } => Some((*id, Asked::Phone)),
        Place::LineField(id, Field::CustomerNumber | Field::ContractNumber) => Some((*id, Asked::Reference)),
        Place::Question { slot, part: Part::Whole, .. }
            if [CUSTOMER_NUMBER, CONTRACT_NUMBER].contains(&slot.question.as_str()) =>
        {
            Some((slot.item?, Asked::Reference))
        }
        _ => None,
    }
}

/// What is left of a name beside a number when that is the name of somebody else.
fn other_name(
    name: &str,
    item: &Item,
    may_be_code: bool,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<String> {
    let known: &str = item.contact.name.as_ref()?;
    let texts = &world.content.texts;
    let role = Msg::new(format!("role-{}", item.role));
    let roles = Language::ALL.map(|language| texts.plain(language, &role));
    let own = dossier.text(COMPANY_NAME).into_iter().chain([known]).chain(roles.iter().map(String::as_str));
    let own: Vec<String> = own.flat_map(str::split_whitespace).map(folded).collect();
    let is_ordinary = |word: &str| {
        let says = |meaning| Language::ALL.into_iter().any(|l| texts.vocabulary(l).is(meaning, word));
        own.contains(&folded(word)) || [Words::BesideNumber, Words::Day].into_iter().any(says)
    };
    let is_code = |word: &str| {
        may_be_code && word.len() <= LONGEST_CODE && word.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let is_name = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && !word.contains(|c: char| c.is_ascii_digit()) && !is_ordinary(word) && !is_code(word)
    };
    let words: Vec<&str> = name.split_whitespace().filter(is_name).collect();
    let other = words.join(" ");
    let other = other.trim_matches([',', ';', ':', '.']);
    let is_other = (1..=LONGEST_NAME).contains(&words.len())
        && !is_spelled_alike(known, other)
        && !is_spelled_alike(known, name);
    is_other.then(|| other.to_owned())
}

/// The words without those of a name: "Ziggo, 0900 1884" is "0900 1884".
fn without(words: &str, name: &str) -> String {
    let name: Vec<String> = name.split_whitespace().map(folded).collect();
    let has_figure = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let apart = words.replace(',', ", ");
    let left = apart.split_whitespace().filter(|word| has_figure(word) || !name.contains(&folded(word)));
    left.collect::<Vec<_>>().join(" ").trim_matches([',', ';', ':', ' ']).to_owned()
}

#[cfg(test)]
mod tests;
