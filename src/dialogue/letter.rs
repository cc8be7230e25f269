//! A letter to a supplier with the questions that are still open, and reading what they answer.
//!
//! ```text
//! > vraagbrief
//! < Beste KPN, … Reactietijd: hoe snel helpt u ons bij een storing? …
//! > Reactietijd: binnen 4 uur op werkdagen. Back-ups: ja, elke nacht.
//! < Ik lees dat KPN op werkdagen binnen 4 uur helpt. Klopt dat?
//!   [1] Ja  [2] Nee
//! ```
//!
//! What they wrote is kept beside the supplier while it is being gone through; a position holds no answer.
//! Not here: what a line of it means (`reading`).

use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Place, State, World,
        input::Input,
        noodplan::COMPANY_NAME,
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, shown_value},
        results::{listed, name},
        sitting,
        step::{Draft, Lane, Step, not_an_answer},
        things::{list, one},
    },
    domain::{
        contract,
        dossier::{Dossier, Slot},
        ids::ItemId,
        item::{Item, Value},
    },
    questionnaire::walk,
    text::{Language, Msg},
};

pub mod reading;

/// The questions that a supplier can answer, in the order of asking. Nothing that only the owner can know.
pub const ASKED: [&str; 12] = [
    "supplier-customer-number",
    "supplier-contract-number",
    "supplier-reaction",
    "supplier-repair",
    "supplier-expect",
    "supplier-expect-not",
    "supplier-backups",
    "supplier-processor",
    "supplier-exit",
    "supplier-leak",
    contract::END,
    contract::NOTICE,
];

/// The slot beside a supplier for what they wrote. The dot keeps it apart from every question.
const ANSWER: &str = "supplier.letter";

/// The section that asks about suppliers.
const SECTION: &str = "suppliers";

/// The questions of the letter, while these are open. Of a contract the notice is only asked about once its end is known,
/// but they can tell both at once.
fn written_about(open: &[&'static str]) -> impl Iterator<Item = &'static str> {
    let comes_along = move |id: &str| id == contract::NOTICE && open.contains(&contract::END);
    ASKED.into_iter().filter(move |id| open.contains(id) || comes_along(id))
}

/// Where somebody is with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// Not everything about this supplier is known: ask them?
    Offer(ItemId),
    /// In which language?
    Language(ItemId),
    /// The letter is written; the answer can be pasted.
    Paste(ItemId),
    /// Is this what they say? The place of the question in [`ASKED`].
    Confirm(ItemId, u16),
}

/// A letter to this supplier.
pub fn to(supplier: ItemId) -> Place {
    Place::Letter(At::Language(supplier))
}

/// Offers a letter at the end of the questions about a supplier, if there is something that only they know.
pub fn offer(slot: &Slot, next: Option<&Slot>, draft: &Draft<'_>) -> Option<Place> {
    let (dossier, world) = (&draft.dossier, draft.world);
    let supplier = dossier.item(slot.item?)?;
    let section = world.content.catalogue.section_of(slot.question.as_str())?;
    let goes_on = next.is_some_and(|next| next.item == slot.item);
    let unknown =
        |id: &&str| supplier.answers.get(*id).is_some_and(|answer| matches!(answer.value, Value::Unknown));
    let offers =
        section.id.as_str() == SECTION && !goes_on && open(supplier, dossier, world).iter().any(unknown);
    offers.then_some(Place::Letter(At::Offer(supplier.id)))
}

/// What this supplier can still tell.
pub fn open(supplier: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<&'static str> {
    let catalogue = &world.content.catalogue;
    let asked = walk::slots_about(supplier, catalogue, dossier, world.today);
    let known = |id: &str| supplier.answers.get(id).is_some_and(|answer| answer.value.is_known());
    ASKED
        .into_iter()
        .filter(|id| asked.iter().any(|slot| slot.question.as_str() == *id) && !known(id))
        .collect()
}

fn supplier_of(at: &At) -> ItemId {
    match at {
        At::Offer(id) | At::Language(id) | At::Paste(id) | At::Confirm(id, _) => *id,
    }
}

/// The card of a place with a letter.
pub fn card(at: &At, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(supplier) = dossier.item(supplier_of(at)) else {
        return Card {
            lines: vec!["what-if-gone".into()],
            offer: Offer::default().option("option-back", Tap::Back),
        };
    };
    let named = |id: &'static str| Msg::new(id).msg("name", name(supplier, world));
    match at {
        At::Offer(_) => {
            let offer = Offer::new(Typing::Options)
                .option("letter-offer-yes", Tap::Write)
                .option("letter-offer-no", Tap::No);
            let open = open(supplier, dossier, world);
            let count = written_about(&open).count();
            Card { lines: vec![named("letter-offer").number("count", count)], offer }
        }
        At::Language(_) => {
            let offer = Offer::new(Typing::Options)
                .option("letter-dutch", Tap::Letter(Language::Nl))
                .option("letter-english", Tap::Letter(Language::En))
                .option("option-back", Tap::Back);
            Card { lines: vec![named("letter-ask-language")], offer }
        }
        At::Paste(_) => Card {
            lines: vec![named("letter-paste")],
            offer: Offer::new(Typing::Free).option("option-back", Tap::Back),
        },
        At::Confirm(_, place) => {
            let mut lines = Vec::new();
            if let Some((slot, found)) = found_at(supplier, *place, dossier, world) {
                lines.push(Msg::new("letter-quote").told("text", &found.quote));
                lines.extend(read_as(supplier, &slot, &found.value, dossier, world));
            }
            let offer = Offer::new(Typing::Options)
                .option("letter-yes", Tap::Yes)
                .option("letter-no", Tap::No)
                .option("option-stop", Tap::Stop);
            Card { lines, offer }
        }
    }
}

/// "Ik lees dat KPN binnen een dag helpt. Klopt dat?"
fn read_as(supplier: &Item, slot: &Slot, value: &Value, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.at(slot)?;
    let choice = if let Value::Choice(id) = value { id.clone() } else { "other".into() };
    let read = Msg::new(format!("letter-{}.read", question.id)).msg("name", name(supplier, world));
    Some(read.key("choice", choice).msg("answer", shown_value(question, value, dossier, world)))
}

/// What was read in answer to the question at this place.
fn found_at(
    supplier: &Item,
    place: u16,
    dossier: &Dossier,
    world: &World<'_>,
) -> Option<(Slot, reading::Found)> {
    let id = ASKED.get(usize::from(place))?;
    let text = pasted(supplier)?;
    let read = reading::read(text, &open(supplier, dossier, world), world);
    let found = read.found.into_iter().find(|found| found.question == *id)?;
    Some((Slot::of(supplier.id, id), found))
}

fn pasted(supplier: &Item) -> Option<&str> {
    match supplier.value(ANSWER) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// A turn with a letter.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Letter(at) = &state.place else { return draft.finish(Place::Menu) };
    let Some(supplier) = draft.dossier.item(supplier_of(at)).cloned() else { return draft.finish(list()) };
    match (at, input) {
        (At::Offer(_), Input::Pick(Tap::Write)) => draft.finish(to(supplier.id)),
        (At::Offer(_), Input::Pick(Tap::No)) => next_supplier(draft, supplier.id),
        (At::Language(_), Input::Pick(Tap::Letter(language))) => written(draft, &supplier, *language),
        (At::Paste(_), Input::Text(text)) => pasted_now(draft, state, &supplier, text),
        (At::Language(_) | At::Paste(_), Input::Pick(Tap::Back)) => draft.finish(one(supplier.id)),
        (At::Confirm(_, place), Input::Pick(Tap::Yes)) => {
            let mut draft = draft;
            if let Some((slot, found)) = found_at(&supplier, *place, &draft.dossier, draft.world) {
                draft.save(&slot, found.value);
            }
            go_on(draft, supplier.id, place.saturating_add(1))
        }
        (At::Confirm(_, place), Input::Pick(Tap::No)) => go_on(draft, supplier.id, place.saturating_add(1)),
        (At::Confirm(..), Input::Pick(Tap::Stop)) => done(draft, supplier.id),
        _ => not_an_answer(draft, state, input),
    }
}

/// On with the questions, where those about this supplier end.
fn next_supplier(draft: Draft<'_>, supplier: ItemId) -> Step {
    let catalogue = &draft.world.content.catalogue;
    let Some(section) = catalogue.section(SECTION) else { return draft.finish(Place::Menu) };
    let slots = walk::slots(section, catalogue, &draft.dossier, draft.world.today);
    let last = slots.iter().rfind(|slot| slot.item == Some(supplier));
    sitting::go_on(draft, section, last)
}

/// The letter, as a message of its own that can be forwarded.
fn written(mut draft: Draft<'_>, supplier: &Item, language: Language) -> Step {
    let world = draft.world;
    let say =
        |message: &Msg| Msg::new("told").told("text", &world.content.texts.for_machine(language, message));
    let asked = open(supplier, &draft.dossier, world);
    if asked.is_empty() {
        draft.say("letter-nothing-open");
        return draft.finish(one(supplier.id));
    }
    let mut lines = vec![say(&Msg::new("letter-dear").msg("name", name(supplier, world)))];
    lines.push(say(&"letter-why".into()));
    lines.extend(written_about(&asked).map(|id| say(&Msg::new(format!("letter-{id}")))));
    lines.push(say(&"letter-thanks".into()));
    lines.extend(draft.dossier.text(COMPANY_NAME).map(|company| Msg::new("told").told("text", company)));
    draft.send(Lane::Interactive, lines);
    draft.finish(Place::Letter(At::Paste(supplier.id)))
}

fn pasted_now(mut draft: Draft<'_>, state: &State, supplier: &Item, text: &str) -> Step {
    let open = open(supplier, &draft.dossier, draft.world);
    let read = reading::read(text, &open, draft.world);
    if read.found.is_empty() {
        draft.say("letter-nothing-read");
        return draft.finish(state.clone());
    }
    draft.say(Msg::new("letter-found").number("count", read.found.len()));
    if !read.rest.is_empty() {
        draft.say(Msg::new("letter-rest").told("text", &read.rest));
    }
    let slot = Slot::of(supplier.id, ANSWER);
    draft.save(&slot, Value::Text(text.into()));
    go_on(draft, supplier.id, 0)
}

/// The next field that was read, from this place on.
fn go_on(draft: Draft<'_>, supplier: ItemId, from: u16) -> Step {
    let item = draft.dossier.item(supplier);
    let next = item.and_then(|item| {
        (from..).take(ASKED.len()).find(|place| found_at(item, *place, &draft.dossier, draft.world).is_some())
    });
    match next {
        Some(place) => draft.finish(Place::Letter(At::Confirm(supplier, place))),
        None => done(draft, supplier),
    }
}

/// What they wrote is not needed any more; what is still open is said.
fn done(mut draft: Draft<'_>, supplier: ItemId) -> Step {
    let slot = Slot::of(supplier, ANSWER);
    draft.save(&slot, Value::Skipped);
    let open = draft.dossier.item(supplier).map(|item| open(item, &draft.dossier, draft.world));
    let short = |id: &&str| {
        let slot = Slot::of(supplier, id);
        about(Msg::new(format!("q-{id}.short")), &slot, &draft.dossier)
    };
    let open = listed(open.unwrap_or_default().iter().map(short).collect());
    draft.say(match open {
        Some(questions) => Msg::new("letter-still-open").msg("questions", questions),
        None => "letter-all-told".into(),
    });
    draft.finish(one(supplier))
}
