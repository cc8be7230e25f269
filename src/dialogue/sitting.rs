//! Asking, one question after another.
//!
//! ```text
//! < ▓▓░░░ Bellijst, vraag 2 van 9 / Wie neemt het over als jij er niet bent?
//! > mijn zus fatima 0687654321
//! < ✓ Fatima (zus), +31 6 87654321
//!   ▓▓▓░░ Bellijst, vraag 3 van 9 / Wie helpt je met je computers?
//! ```

use crate::{
    dialogue::{
        Part, Place, State, Visit, World, agenda, agreement_question, agreements, alike, beside_question,
        contact_line, contact_question, contradictions, explanation, follows,
        input::Input,
        letter, menu,
        next_sitting::next_anywhere,
        noodplan,
        offer::Tap,
        one_by_one, order_question, person_question, product_question,
        question_card::{about, shown_value},
        remarks, results, review,
        step::{Draft, Lane, Step, not_an_answer, section_title},
        things, things_question, tick_question, todos,
        value_words::{count, day, day_of_choice, is_bare_yes},
    },
    domain::{
        call_list::{CONTRACT_NUMBER, CUSTOMER_NUMBER},
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::Value,
    },
    questionnaire::{Kind, Question, Section, walk},
    text::Msg,
};

/// A turn at a question.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Place::Question { slot, part, visit } = &state.place else { return draft.finish(Place::Menu) };
    let content = draft.world.content;
    let Some(question) = content.catalogue.at(slot) else { return draft.finish(Place::Menu) };
    let asked = Asked { question, slot, part: *part, visit };
    match input {
        Input::Pick(Tap::Stop) => {
            draft.say("stopped");
            draft.finish(Place::Menu)
        }
        Input::Pick(Tap::Enough) => one_by_one::enough(draft, slot),
        Input::Pick(Tap::Same) => alike::take_over(draft, &asked),
        Input::Pick(Tap::Back) => back(draft, &asked),
        Input::Pick(Tap::Explain) => {
            explanation::lines(slot, &draft.dossier).into_iter().for_each(|line| draft.say(line));
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Unknown) => {
            if asked.part == Part::Whole {
                if !question.repeat {
                    contact_question::forget_half_told(&mut draft, &asked);
                }
                draft.save(slot, Value::Unknown);
            }
            draft.say(match asked.part {
                Part::Whole => Msg::new("ack-unknown").msg("question", title(&asked, &draft.dossier)),
                _ => "ack-unknown-part".into(),
            });
            asked.advance(draft)
        }
        Input::Pick(Tap::Skip) => {
            if asked.part == Part::Whole && draft.dossier.answer(slot).is_none() {
                draft.save(slot, Value::Skipped);
                let line = Msg::new("ack-about").msg("question", title(&asked, &draft.dossier));
                draft.say(line.msg("answer", "answer-skipped".into()));
            }
            asked.advance(draft)
        }
        Input::Pick(Tap::History) => {
            review::history::tell(&mut draft, slot);
            draft.finish(state.clone())
        }
        Input::Pick(Tap::Beside(other)) => {
            let slot = Slot { item: slot.item, question: other.clone() };
            draft.finish(Place::Question { slot, part: Part::Whole, visit: asked.visit.clone() })
        }
        _ if asked.part == Part::Exact => product_question::step(draft, &asked, state, input),
        _ => match question.kind {
            Kind::Agreement => agreement_question::line(draft, &asked, state, input),
            Kind::Due => agreement_question::due(draft, &asked, state, input),
            Kind::Person => person_question::step(draft, &asked, state, input),
            Kind::Many => tick_question::step(draft, &asked, state, input),
            Kind::Items => things_question::step(draft, &asked, state, input),
            Kind::Contact => contact_question::step(draft, &asked, state, input),
            Kind::Order => order_question::step(draft, &asked, state, input),
            Kind::Single | Kind::Text | Kind::Date => closed_or_text(draft, &asked, state, input),
        },
    }
}

/// The question on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// About what.
    pub slot: &'a Slot,
    /// Which part of it.
    pub part: Part,
    /// Why.
    pub visit: &'a Visit,
}

impl Asked<'_> {
    /// Stays at this question, at another part of it.
    pub fn at(&self, part: Part) -> Place {
        Place::Question { slot: self.slot.clone(), part, visit: self.visit.clone() }
    }

    /// Where the answer leads that is given for its own sake.
    fn home(&self, section: &Section) -> Place {
        match (self.visit, self.slot.item) {
            (Visit::About | Visit::Fix, Some(item)) => things::one(item),
            (Visit::Todo, _) => todos::list::all(),
            (Visit::Agreement, Some(item)) => Place::Agreements(agreements::Spot::One(item)),
            (Visit::Agreement, None) => Place::Agreements(agreements::Spot::List(0)),
            (Visit::Passing(beneath), _) => Place::clone(beneath),
            _ => Place::Answers { section: section.id.clone(), page: 0 },
        }
    }

    /// The next open question about the same thing, or the thing itself.
    fn go_on_about(&self, mut draft: Draft<'_>, item: ItemId) -> Step {
        let slots = slots_about(item, &draft.dossier, draft.world);
        match walk::next_open(&slots, &draft.dossier, Some(self.slot)) {
            Some(slot) => draft.finish(Place::Question { slot, part: Part::Whole, visit: Visit::About }),
            None => {
                let named = draft.dossier.item(item).map(|item| results::name(item, draft.world));
                named.into_iter().for_each(|name| draft.say(Msg::new("thing-complete").msg("name", name)));
                draft.finish(things::one(item))
            }
        }
    }

    /// Goes on to what comes next.
    pub fn advance(&self, mut draft: Draft<'_>) -> Step {
        if let Some(item) = self.slot.item {
            agreements::consent::ask(&mut draft, item);
        }
        if !self.visit.goes_on() {
            for line in follows::lines(draft.world.dossier, &draft.dossier, draft.world) {
                draft.say(line);
            }
        }
        let catalogue = &draft.world.content.catalogue;
        let Some(section) = catalogue.section_of(self.slot.question.as_str()) else {
            return draft.finish(Place::Menu);
        };
        match (self.visit, self.slot.item) {
            (Visit::Walk, _) => {}
            (Visit::About, Some(item)) => return self.go_on_about(draft, item),
            (Visit::Agreement, Some(item)) => {
                let place = agreement_question::next_about(item, &draft.dossier);
                return draft.finish(place);
            }
            (Visit::Review, _) => return review::back_to(draft, self.slot),
            _ => return draft.finish(self.home(section)),
        }
        let slots = walk::slots(section, catalogue, &draft.dossier, draft.world.today);
        let next = walk::next_open(&slots, &draft.dossier, Some(self.slot));
        match letter::offer(self.slot, next.as_ref(), &draft) {
            Some(place) => draft.finish(place),
            None => go_on(draft, section, Some(self.slot)),
        }
    }
}

/// Asks what comes next in a section, or tells what came of it.
pub fn go_on(draft: Draft<'_>, section: &Section, after: Option<&Slot>) -> Step {
    let slots = walk::slots(section, &draft.world.content.catalogue, &draft.dossier, draft.world.today);
    match walk::next_open(&slots, &draft.dossier, after) {
        Some(slot) => draft.finish(ask(slot)),
        None if section.counted => end_of_section(draft, section),
        None => match next_anywhere(&draft.dossier, draft.world) {
            Some(slot) => draft.finish(ask(slot)),
            None => draft.finish(Place::Menu),
        },
    }
}

/// The place at which a slot is asked on the way through.
pub fn ask(slot: Slot) -> Place {
    Place::Question { slot, part: Part::Whole, visit: Visit::Walk }
}

/// Everything that can be asked about one thing.
pub fn slots_about(item: ItemId, dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let item = dossier.item(item);
    item.map(|item| walk::slots_about(item, &world.content.catalogue, dossier, world.today))
        .unwrap_or_default()
}

fn back(mut draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    let catalogue = &draft.world.content.catalogue;
    let Some(section) = catalogue.section_of(asked.slot.question.as_str()) else {
        return draft.finish(Place::Menu);
    };
    if asked.part != Part::Whole {
        if asked.question.repeat {
            contact_question::forget_half_told(&mut draft, asked);
        }
        return draft.finish(asked.at(Part::Whole));
    }
    match asked.visit {
        Visit::Walk => {}
        Visit::Review => return review::back_to(draft, asked.slot),
        _ => return draft.finish(asked.home(section)),
    }
    let place = ask(previous(asked.slot, &draft.dossier, draft.world).unwrap_or_else(|| asked.slot.clone()));
    draft.finish(place)
}

/// The question before this one, in this section or at the end of the one before.
pub fn previous(slot: &Slot, dossier: &Dossier, world: &World<'_>) -> Option<Slot> {
    let catalogue = &world.content.catalogue;
    let place = catalogue.sections.iter().position(|section| {
        catalogue.section_of(slot.question.as_str()).is_some_and(|own| own.id == section.id)
    })?;
    let slots = |place: usize| {
        catalogue
            .sections
            .get(place)
            .map(|section| walk::slots(section, catalogue, dossier, world.today))
            .unwrap_or_default()
    };
    let here = slots(place);
    if !here.contains(slot)
        && let Some(host) = beside_question::host(slot, world)
    {
        return Some(host);
    }
    walk::previous(&here, slot).or_else(|| slots(place.checked_sub(1)?).last().cloned())
}

fn closed_or_text(mut draft: Draft<'_>, asked: &Asked<'_>, state: &State, input: &Input) -> Step {
    let Asked { question, slot, .. } = *asked;
    if let Input::Text(text) = input
        && is_reference(question)
        && !is_bare_yes(question, text, draft.world)
    {
        return reference(draft, asked, text);
    }
    match answered(question, input, draft.world) {
        None => not_an_answer(draft, state, input),
        Some(Err(line)) => {
            draft.say(line);
            draft.finish(state.clone())
        }
        Some(Ok(value)) => {
            draft.save(slot, value);
            if question.product { product_question::told(draft, asked) } else { acknowledged(draft, asked) }
        }
    }
}

/// What was answered, or what to say when that cannot be meant. `None`: it is no answer to this question.
fn answered(question: &Question, input: &Input, world: &World<'_>) -> Option<Result<Value, Msg>> {
    Some(match (question.kind, input) {
        (Kind::Single, Input::Pick(Tap::Choice(id))) => match question.choice(id.as_str()) {
            Some(choice) if choice.which => Err(which(question, id)),
            _ => Ok(Value::Choice(id.clone())),
        },
        (Kind::Single | Kind::Text, Input::Text(text)) if is_bare_yes(question, text, world) => {
            Err("answer-more".into())
        }
        (Kind::Single, Input::Text(text)) if question.free_text => Ok(Value::Text(text.clone())),
        (Kind::Single, Input::Text(text)) if question.counts() => {
            let choice = count(text, world).and_then(|count| question.choice_for(count));
            choice.map(|choice| Value::Choice(choice.id.clone())).ok_or_else(|| "number-not-seen".into())
        }
        (Kind::Text, Input::Text(text)) => Ok(Value::Text(text.clone())),
        (Kind::Date, Input::Text(text)) => day(question, text, world).map(Value::Date).map_err(Msg::from),
        (Kind::Date, Input::Pick(Tap::Choice(id))) => Ok(Value::Date(day_of_choice(question, id, world)?)),
        _ => return None,
    })
}

/// Asks which one, where a choice says too little by itself.
pub fn which(question: &Question, choice: &Slug) -> Msg {
    Msg::new(format!("q-{}.{choice}-which", question.id))
}

fn is_reference(question: &Question) -> bool {
    [CUSTOMER_NUMBER, CONTRACT_NUMBER].contains(&question.id.as_str())
}

/// A customer or contract number; "klantnr 4711 contract 12" tells both.
fn reference(mut draft: Draft<'_>, asked: &Asked<'_>, text: &str) -> Step {
    let vocabulary = draft.world.content.texts.vocabulary(draft.language);
    let Some(bare) = contact_line::reference(text, vocabulary) else {
        draft.say(no_reference(asked.visit.goes_on()));
        return draft.finish(asked.at(asked.part));
    };
    let line = contact_line::parse(text, vocabulary);
    let told = [(CUSTOMER_NUMBER, line.customer_number), (CONTRACT_NUMBER, line.contract_number)];
    for (question, number) in told {
        if let Some(number) = number {
            draft.save(&Slot { item: asked.slot.item, question: question.into() }, Value::Text(number));
        }
    }
    if !matches!(draft.dossier.value(asked.slot), Some(Value::Text(_))) || !asked.visit.goes_on() {
        draft.save(asked.slot, Value::Text(bare.into()));
    }
    acknowledged(draft, asked)
}

/// What is said about words that are no customer or contract number, where it can be passed over and where it cannot.
pub fn no_reference(can_skip: bool) -> Msg {
    Msg::new("reference-not-seen").key("skip", if can_skip { "yes" } else { "no" })
}

/// Repeats the answer as it was understood, and goes on.
pub fn acknowledged(mut draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    if let Some(value) = draft.dossier.value(asked.slot) {
        let told = product_question::support(asked.slot, &draft.dossier, draft.world);
        let answer = match told.filter(|_| asked.question.product) {
            Some(support) => product_question::support_line(&support),
            None => shown_value(asked.question, value, &draft.dossier, draft.world),
        };
        let line = match value {
            Value::Choice(_) | Value::Choices(_) | Value::Items(_) => ack_about(asked, answer, &draft),
            _ => Msg::new("ack").msg("answer", answer),
        };
        draft.say(line);
        for line in contradictions::with(asked.slot, &draft.dossier, draft.world) {
            draft.say(line);
        }
    }
    for remark in remarks::about(asked.slot, &draft.dossier, draft.world) {
        draft.say(remark);
    }
    asked.advance(draft)
}

/// Repeats what was chosen. A tap takes the question off the screen, so what is said here says what it was about: in a
/// sentence of its own, else with the title of the question.
pub fn ack_about(asked: &Asked<'_>, answer: Msg, draft: &Draft<'_>) -> Msg {
    let (question, slot) = (asked.question, asked.slot);
    if let Some(Value::Choice(choice)) = draft.dossier.value(slot) {
        let told = format!("q-{}.{choice}-told", question.id);
        if draft.world.content.texts.has(draft.language, &told) {
            return Msg::new("ack").msg("answer", about(Msg::new(told), slot, &draft.dossier));
        }
    }
    Msg::new("ack-about").msg("question", title(asked, &draft.dossier)).msg("answer", answer)
}

fn title(asked: &Asked<'_>, dossier: &Dossier) -> Msg {
    about(Msg::new(format!("q-{}.short", asked.question.id)), asked.slot, dossier)
}

/// The small result at the end of a section.
fn end_of_section(draft: Draft<'_>, section: &Section) -> Step {
    let mut result = vec![Msg::new("section-done").msg("section", section_title(&section.id))];
    if section.id.as_str() == "call-list" {
        let lines = noodplan::call_list_lines(&draft.dossier, draft.world);
        if lines.is_empty() {
            result.push("lines-none".into());
        } else if draft.world.channel.pins_for_sure() {
            result.push("call-list-pinned".into());
        } else {
            result.extend(lines);
            result.push("call-list-keep".into());
        }
        result.extend(agenda::next_review(&draft.dossier, draft.world));
    }
    tell_results(draft, section, result)
}

/// What came of a section, beneath these lines as a message of its own, and the menu beneath it.
pub fn tell_results(mut draft: Draft<'_>, section: &Section, mut result: Vec<Msg>) -> Step {
    result.extend(results::of_section(&section.id, &draft.dossier, draft.world));
    result.extend(menu::todo_lines(todos::of_section(section, &draft.dossier, draft.world)));
    draft.send(Lane::Interactive, result);
    draft.finish(Place::Menu)
}
