//! How a question looks: where we are, what is asked, why, and what can be chosen.

use chrono::Datelike;

use crate::{
    dialogue::{
        Part, Visit, World, alike, beside_question,
        contact_question::contact_summary,
        due_words,
        enumeration::enumerated,
        offer::{Card, Offer, Tap, Typing},
        one_by_one, order_question, person_question, product_question, results, sitting,
        step::section_title,
        things, things_question, tick_question,
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::Slug,
        item::{Item, ItemKind, Value},
    },
    questionnaire::{Kind, Question, judgement, walk},
    text::Msg,
};

/// The question for which an order is proposed.
const RESTORE_ORDER: &str = "restore-order";

/// Where a question stands in its section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counted from 1.
    pub number: usize,
    /// Questions in the section as things stand.
    pub total: usize,
}

/// Where a slot stands in its section.
pub fn position(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Position {
    let catalogue = &world.content.catalogue;
    let slots = catalogue
        .section_of(slot.question.as_str())
        .map(|section| walk::slots(section, catalogue, dossier, world.today))
        .unwrap_or_default();
    let place = |slot: &Slot| slots.iter().position(|known| known == slot);
    let beside = || place(&beside_question::host(slot, world)?);
    let number = place(slot).or_else(beside).map_or(1, |place| place + 1);
    Position { number, total: slots.len().max(number) }
}

/// The question on the screen.
pub fn card(slot: &Slot, part: Part, visit: &Visit, dossier: &Dossier, world: &World<'_>) -> Card {
    let Some(question) = world.content.catalogue.at(slot) else {
        return Card {
            lines: vec!["question-gone".into()],
            offer: Offer::default().option("option-menu", Tap::Menu),
        };
    };
    let turn =
        one_by_one::turn(slot, dossier, world).filter(|_| *visit == Visit::Walk && part == Part::Whole);
    let mut lines = Vec::new();
    match visit {
        Visit::Walk => {
            lines.extend(progress_line(slot, dossier, world));
            lines.extend(turn.and_then(|turn| turn.line(dossier, world)));
        }
        Visit::About => lines.extend(progress_about(slot, dossier, world)),
        Visit::Change | Visit::Fix | Visit::Todo | Visit::Agreement | Visit::Review | Visit::Passing(_) => {}
    }
    let item = item_of(slot, question, dossier);
    match part {
        Part::Whole => {
            lines.push(about(Msg::new(words(question, visit, dossier, world)), slot, dossier));
            lines.extend(reason(question, slot, dossier, world));
            lines.extend(present_answer(question, slot, dossier, world));
            if question.id.as_str() == RESTORE_ORDER {
                lines.extend(results::restore_order::line(dossier, world));
            }
            lines.extend(beside_question::lines(question, slot, dossier, world));
            if question.kind == Kind::Items {
                lines.extend(things_question::rest(question, dossier, world));
            }
        }
        Part::Name if question.kind == Kind::Many => {
            let nameless = tick_question::nameless(question, slot, dossier);
            lines.extend(nameless.map(|(choice, _)| sitting::which(question, &choice.id)));
        }
        Part::Name => lines.push("contact-ask-name".into()),
        Part::Number => lines.push(ask_number(item, world)),
        Part::Which => lines.push("contact-ask-which".into()),
        Part::Exact => lines.extend(product_question::lines(slot, dossier, world)),
        Part::Leaving => lines.extend(tick_question::leaving_lines(question, slot, dossier, world)),
    }
    let mut offer = offer(question, slot, part, visit, dossier, world)
        .option_if(turn.is_some_and(one_by_one::Turn::ends_another), "option-enough", Tap::Enough)
        .option("option-stop", Tap::Stop);
    let mine = item.is_some_and(|item| item.person == Some(world.person));
    offer.own_number = part == Part::Number && mine;
    Card { lines, offer }
}

/// The question itself; one of its own where usually several can be chosen, and now just one.
fn words(question: &Question, visit: &Visit, dossier: &Dossier, world: &World<'_>) -> String {
    let just_one = judgement::most(question, &world.content.catalogue, dossier) == Some(1);
    let part = if just_one && visit.goes_on() { ".one" } else { "" };
    format!("q-{}{part}", question.id)
}

/// "▓▓░░░ Bellijst, vraag 2 van 9", for sections that count.
fn progress_line(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let section = world.content.catalogue.section_of(slot.question.as_str())?;
    let at = position(slot, dossier, world);
    section.counted.then(|| {
        Msg::new("progress")
            .told("bar", &bar(at.number, at.total))
            .msg("section", section_title(&section.id))
            .number("number", at.number)
            .number("total", at.total)
    })
}

/// "▓▓░░░ kassa, vraag 2 van 6", among the questions about one thing.
fn progress_about(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let item = dossier.item(slot.item?)?;
    let slots = sitting::slots_about(item.id, dossier, world);
    let number = slots.iter().position(|known| known == slot)? + 1;
    Some(
        Msg::new("thing-progress")
            .told("bar", &bar(number, slots.len()))
            .msg("name", results::name(item, world))
            .number("number", number)
            .number("total", slots.len()),
    )
}

/// A bar of at most nine cells, as many filled as fits `part` of `whole`.
pub fn bar(part: usize, whole: usize) -> String {
    const CELLS: usize = 9;
    let filled = (part * CELLS).div_ceil(whole.max(1)).min(CELLS);
    ["▓".repeat(filled), "░".repeat(CELLS - filled)].concat()
}

/// Why we ask; once is enough when the same is asked about many items.
fn reason(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let said_before = !question.each.is_empty()
        && dossier.items().any(|item| Some(item.id) != slot.item && item.answers.contains_key(&question.id));
    let id = format!("q-{}.why", question.id);
    (!said_before && world.content.texts.has(world.language, &id)).then(|| about(Msg::new(id), slot, dossier))
}

/// The answer that is there already, for whoever comes back to a question.
fn present_answer(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let value =
        dossier.value(slot).filter(|_| !matches!(question.kind, Kind::Many | Kind::Items | Kind::Order))?;
    Some(Msg::new("answer-now").msg("answer", shown_value(question, value, dossier, world)))
}

fn ask_number(item: Option<&Item>, world: &World<'_>) -> Msg {
    match item {
        Some(item) if item.person == Some(world.person) => "contact-ask-own-number".into(),
        Some(item) => match &item.contact.name {
            Some(name) => Msg::new("contact-ask-number").told("name", name),
            None => "contact-ask-some-number".into(),
        },
        None => "contact-ask-some-number".into(),
    }
}

/// The item that a contact question is about: the one it is asked for, or the one its answer made.
pub fn item_of<'d>(slot: &Slot, question: &Question, dossier: &'d Dossier) -> Option<&'d Item> {
    if question.repeat {
        return question
            .role
            .as_ref()
            .and_then(|role| dossier.items().filter(|item| item.role == *role).last());
    }
    match slot.item {
        Some(id) => dossier.item(id),
        None => match dossier.value(slot) {
            Some(Value::Item(id)) => dossier.item(*id),
            _ => None,
        },
    }
}

/// A message about a slot: it may use `$role` and `$name` of the item, `$your-thing` ("je kassa", or the name that it was
/// given), and `$thing`, what the item is about.
pub fn about(message: Msg, slot: &Slot, dossier: &Dossier) -> Msg {
    let Some(item) = slot.item.and_then(|id| dossier.item(id)) else { return message };
    let role = |item: &Item| Msg::new(format!("role-{}", item.role));
    let message = match item.about.and_then(|id| dossier.item(id)) {
        Some(thing) => match &thing.contact.name {
            Some(name) => message.msg("thing", Msg::new("told").told("text", name)),
            None => message.msg("thing", role(thing)),
        },
        None => message,
    };
    let message = message.key("role", item.role.clone()).key("kind", item.kind.slug());
    match &item.contact.name {
        Some(name) => message.told("name", name).told("your-thing", name),
        None => {
            message.msg("name", role(item)).msg("your-thing", Msg::new("your-thing").msg("name", role(item)))
        }
    }
}

/// What can be chosen at a question, beside stopping.
fn offer(
    question: &Question,
    slot: &Slot,
    part: Part,
    visit: &Visit,
    dossier: &Dossier,
    world: &World<'_>,
) -> Offer {
    let mut offer = match (part, question.kind) {
        (Part::Which, _) => phones_offer(question, slot, dossier),
        (Part::Exact, _) => product_question::offer(slot, dossier, world),
        (Part::Leaving, _) => {
            return things::hanging::sure().option("option-back", Tap::Back);
        }
        (Part::Name, Kind::Many) => Offer::new(Typing::Free),
        (Part::Name | Part::Number, _) => Offer::new(Typing::Somebody),
        (Part::Whole, Kind::Many) => tick_question::offer(question, slot, dossier, world),
        (Part::Whole, Kind::Items) => things_question::offer(question, slot, dossier, world),
        (Part::Whole, Kind::Single) if question.counts() => {
            Offer { typing: Typing::Figures, ..choices_offer(question, slot, dossier, world) }
        }
        (Part::Whole, Kind::Person) => person_question::offer(question, dossier, world),
        (Part::Whole, Kind::Order) => order_question::offer(dossier, world),
        (Part::Whole, _) => choices_offer(question, slot, dossier, world),
    };
    let whole = part == Part::Whole;
    if whole {
        offer.no = question.no.clone().map(Tap::Choice);
        offer.done = question.done.clone().map(Tap::Choice);
        offer = beside_question::offered(offer, question, slot, visit, dossier, world);
        offer = alike::offered(offer, slot, visit, dossier, world);
    }
    // That nothing was left to agree on has none.
    let shows_history =
        !visit.goes_on() && question.kind != Kind::Agreement && dossier.answer(slot).is_some();
    let can_be_unknown =
        !question.required && question.kind != Kind::Order && (whole || question.kind != Kind::Many);
    offer
        .option_if(can_be_unknown, "option-unknown", Tap::Unknown)
        .option_if(!question.required && visit.goes_on(), "option-skip", Tap::Skip)
        .option_if(
            !whole || *visit != Visit::Walk || sitting::previous(slot, dossier, world).is_some(),
            "option-back",
            Tap::Back,
        )
        .option("option-explain", Tap::Explain)
        .option_if(shows_history, "option-history", Tap::History)
}

fn phones_offer(question: &Question, slot: &Slot, dossier: &Dossier) -> Offer {
    let phones =
        item_of(slot, question, dossier).map(|item| item.contact.phones.as_slice()).unwrap_or_default();
    let shown = |(place, phone)| (Msg::new("phone").phone("phone", phone), Tap::Number(place));
    Offer::new(Typing::Options).each((0u16..).zip(phones).map(shown))
}

fn choices_offer(question: &Question, slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Offer {
    let typing = match question.kind {
        Kind::Contact => Typing::Somebody,
        Kind::Date | Kind::Due => Typing::Day,
        Kind::Single if !question.free_text => Typing::Options,
        _ => Typing::Free,
    };
    let someone_told = question.role.as_ref().is_some_and(|role| dossier.items().any(|i| i.role == *role));
    let choices = judgement::choices(question, slot.item, &world.content.catalogue, dossier, world.today);
    Offer::new(typing).each(choices.into_iter().map(|choice| {
        let label = choice_label(question, choice.id.as_str());
        match question.repeat && choice.id.as_str() == "done" {
            true => (if someone_told { "option-done".into() } else { label }, Tap::Done),
            false => (label, Tap::Choice(choice.id.clone())),
        }
    }))
}

/// The words of a choice.
pub fn choice_label(question: &Question, choice: &str) -> Msg {
    Msg::new(format!("q-{}.{choice}", question.id))
}

/// An answer in words.
pub fn shown_value(question: &Question, value: &Value, dossier: &Dossier, world: &World<'_>) -> Msg {
    match value {
        Value::Choice(id) if question.kind == Kind::Order => Msg::new(format!("order-{id}")),
        Value::Choice(id) if question.kind == Kind::Contact && question.repeat => {
            gathered(question, dossier, world).unwrap_or_else(|| choice_label(question, id.as_str()))
        }
        Value::Choice(id) => choice_label(question, id.as_str()),
        Value::Choices(ids) => {
            let label = |id| own_words(question, id, dossier, world);
            let labels =
                ids.iter().map(|id| label(id).unwrap_or_else(|| choice_label(question, id.as_str())));
            enumerated(labels).unwrap_or_else(|| "answer-none".into())
        }
        Value::Text(text) => Msg::new("told").told("text", text),
        Value::Item(id) => match dossier.find(*id) {
            Some(item) => contact_summary(&item.contact, item.person == Some(world.person)),
            None => "answer-open".into(),
        },
        Value::Items(ids) => {
            let names = ids.iter().filter_map(|id| dossier.item(*id)).map(|item| results::name(item, world));
            enumerated(names).unwrap_or_else(|| "answer-none".into())
        }
        Value::Task(_) => "answer-open".into(),
        Value::Number(number) => Msg::new("number").number("number", *number as usize),
        // Whoever looks back and says a year means no day in it.
        Value::Date(date) if question.past && date.ordinal() == 1 => {
            Msg::new("told").told("text", &date.year().to_string())
        }
        Value::Date(date) => Msg::new("date").date("date", *date),
        Value::Every(every) => due_words::repetition(*every),
        Value::Entry(entry) => due_words::dated(entry.on),
        Value::Unknown => "answer-unknown".into(),
        Value::Skipped => "answer-skipped".into(),
        Value::Open => "answer-open".into(),
    }
}

/// What "iets anders" turned out to be, in a list of what the firm has.
fn own_words(question: &Question, choice: &Slug, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let kind = question.adds.filter(|_| question.each.is_empty())?;
    question.choice(choice.as_str()).filter(|choice| choice.which)?;
    let other = dossier.items_of(kind).filter(|item| item.role == *choice && item.contact.name.is_some());
    enumerated(other.map(|item| results::name(item, world)))
}

/// Everybody who was named at a question that asks for one after another.
fn gathered(question: &Question, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let named = dossier.items_of(ItemKind::Contact).filter(|item| Some(&item.role) == question.role.as_ref());
    enumerated(named.map(|item| results::name(item, world)))
}
