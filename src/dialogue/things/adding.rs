//! Something new in the house: which kind, and what it is called.

use crate::{
    dialogue::{
        Place, State,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        question_card::choice_label,
        step::{Draft, Step, not_an_answer},
        things::{At, changing, list, one},
    },
    domain::{
        contact::Contact,
        ids::Slug,
        item::{Item, ItemKind},
    },
    questionnaire::{Kind, Question},
    text::{Language, Msg, vocabulary::folded},
};

/// A longer name is cut off.
const LONGEST_NAME: usize = 500;
/// The kinds that can be added here; a supplier comes with the call list.
const KINDS: [ItemKind; 4] = [ItemKind::Device, ItemKind::Software, ItemKind::Connection, ItemKind::Data];

pub(super) fn kind_card() -> Card {
    let named = |kind: ItemKind| (Msg::new(format!("thing-kind-{}", kind.slug())), Tap::Kind(kind));
    let offer = Offer::new(Typing::Options).each(KINDS.map(named)).option("option-back", Tap::Back);
    Card { lines: vec!["thing-ask-kind".into()], offer }
}

pub(super) fn at_kind(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Kind(kind)) => draft.finish(Place::Things(At::Name(*kind))),
        Input::Pick(Tap::Back) => draft.finish(list()),
        _ => not_an_answer(draft, state, input),
    }
}

pub(super) fn name_card(kind: ItemKind) -> Card {
    let ask = Msg::new("thing-ask-name").key("kind", kind.slug());
    Card { lines: vec![ask], offer: Offer::new(Typing::Free).option("option-back", Tap::Back) }
}

pub(super) fn at_name(mut draft: Draft<'_>, state: &State, kind: ItemKind, input: &Input) -> Step {
    let text = match input {
        Input::Text(text) => text.clone(),
        Input::Pick(Tap::Back) => return draft.finish(Place::Things(At::Kind)),
        _ => return not_an_answer(draft, state, input),
    };
    let name = fit_name(&text);
    let known = called(&draft, kind, &name).next().map(|known| known.id);
    if let Some(known) = known {
        draft.say(Msg::new("thing-there-already").told("name", &name));
        return draft.finish(one(known));
    }
    let known_role = role_called(&draft, kind, &name);
    let role = known_role.clone().or_else(|| role_of_others(&draft, kind));
    let Some(role) = role else { return draft.finish(list()) };
    // The first till is just "till"; whatever is not on a list keeps the name that was typed.
    let first = known_role.is_some() && !draft.dossier.items_of(kind).any(|item| item.role == role);
    let contact = Contact { name: (!first).then(|| name.into()), ..Contact::default() };
    let item = draft.dossier.new_item(kind, role.clone(), contact);
    let id = item.id;
    draft.save_item(item);
    changing::tick_along(&mut draft, kind, &role);
    draft.say("thing-added");
    draft.finish(one(id))
}

/// A name on one line, and no longer than can be kept.
pub(super) fn fit_name(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    one_line.chars().take(LONGEST_NAME).collect()
}

/// The things of this kind that are called so already. A firm may be there more than once: none is given.
pub fn called<'d>(draft: &'d Draft<'_>, kind: ItemKind, name: &str) -> impl Iterator<Item = &'d Item> {
    let said = folded(name);
    let is_called_so = move |item: &&Item| {
        let shown = crate::dialogue::results::name(item, draft.world);
        folded(&draft.world.content.texts.plain(draft.language, &shown)) == said
    };
    draft.dossier.items_of(kind).filter(|item| item.kind != ItemKind::Supplier).filter(is_called_so)
}

/// The lists that make things of a kind.
pub(super) fn lists<'w>(draft: &Draft<'w>, kind: ItemKind) -> impl Iterator<Item = &'w Question> {
    let makes = move |question: &&Question| question.adds == Some(kind) && question.kind == Kind::Many;
    draft.world.content.catalogue.questions().filter(makes)
}

/// The tick that stands for this name, in either language.
fn role_called(draft: &Draft<'_>, kind: ItemKind, name: &str) -> Option<Slug> {
    let said = folded(name);
    let texts = &draft.world.content.texts;
    let is_called = |label: &Msg| Language::ALL.iter().any(|l| folded(&texts.plain(*l, label)) == said);
    lists(draft, kind).find_map(|list| {
        let fits = |id: &Slug| {
            is_called(&choice_label(list, id.as_str())) || is_called(&Msg::new(format!("role-{id}")))
        };
        list.choices
            .iter()
            .filter(|choice| !choice.which)
            .find(|choice| fits(&choice.id))
            .map(|c| c.id.clone())
    })
}

/// "Iets anders" of a kind.
fn role_of_others(draft: &Draft<'_>, kind: ItemKind) -> Option<Slug> {
    lists(draft, kind)
        .flat_map(|list| &list.choices)
        .find(|choice| choice.which)
        .map(|choice| choice.id.clone())
}
