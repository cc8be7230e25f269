//! One turn of the conversation: from position and input to position, changes and replies.

use crate::{
    dialogue::{
        Place, State, World, agenda, agreements, answers, backup_diary, call_list, commands, companies, copy,
        correction, forget, input::Input, invite, letter, log, members, menu, more, noodplan, offer::Card,
        onboarding, outage, parts, proposals, question_card, reminder, results, review, secrets,
        shared_contact, sitting, standing, succession, things, todos, waiting, whose_number,
    },
    domain::{call_list::call_list as call_list_of, dossier::Dossier, ids::Slug},
    text::Msg,
};

pub use crate::dialogue::{
    change::Change,
    draft::{Document, Draft, Lane, Notice, Reply, Step},
};

/// Which flow answers an input. `app::routes` says which goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flow {
    /// The emergency plan.
    Noodplan,
    /// Any other command.
    Command,
    /// A message that was changed or wiped afterwards.
    Correction,
    /// A tap on a card that is gone.
    Stale,
    /// The clock has something to say.
    Reminder,
    /// The program was away for too long.
    Outage,
    /// A standing button.
    Standing,
    /// Choosing from the emergency plan while it lies on top.
    InNoodplan,
    /// Greeting, consent and "is er nu iets mis?".
    Onboarding,
    /// A question of the catalogue.
    Sitting,
    /// The menu.
    Menu,
    /// The parts of the questionnaire.
    Parts,
    /// What is not needed every day.
    More,
    /// Earlier answers.
    Answers,
    /// What follows from the answers.
    Results,
    /// The things of the firm.
    Things,
    /// The to-dos.
    Todos,
    /// A letter to a supplier.
    Letter,
    /// What comes back, and when.
    Agenda,
    /// The call list and its lines.
    CallList,
    /// The log.
    Log,
    /// The people of the company, and what waits for them.
    Members,
    /// Making somebody else owner because no owner can be reached.
    Succession,
    /// What a helper proposes.
    Proposals,
    /// The companies of the speaker.
    Companies,
    /// Agreements.
    Agreements,
    /// The backup diary, and which backup is safe.
    BackupDiary,
    /// The six-monthly review.
    Review,
    /// A copy of what was told.
    Copy,
    /// Being forgotten.
    Forget,
}

/// What is on the screen of somebody in this position.
pub fn card(state: &State, dossier: &Dossier, world: &World<'_>) -> Card {
    if state.in_noodplan {
        return noodplan::card(state, dossier, world);
    }
    let in_doubt = state.unsure.as_ref();
    if let Some(card) = in_doubt.and_then(|words| whose_number::card(&state.place, words, dossier, world)) {
        return card;
    }
    match &state.place {
        // Somebody was let in while they waited.
        Place::Stranger | Place::Welcome | Place::LetIn if world.company.is_some() => {
            menu::card(dossier, world)
        }
        Place::Stranger | Place::Welcome | Place::LetIn | Place::Trouble => {
            onboarding::card(&state.place, world)
        }
        Place::Question { slot, part, visit } => question_card::card(slot, *part, visit, dossier, world),
        Place::Menu => menu::card(dossier, world),
        Place::Parts => parts::card(dossier, world),
        Place::More => more::card(dossier, world),
        Place::Answers { section, page } => answers::card(section, *page, dossier, world),
        Place::Results => results::card(),
        Place::MoreResults => results::rest_card(),
        Place::Things(at) => things::card(at, dossier, world),
        Place::Letter(at) => letter::card(at, dossier, world),
        Place::Todos(at) => todos::list::card(at, dossier, world),
        Place::WhatIf { page } => results::what_if::card(*page, dossier, world),
        Place::Lines { undo } => call_list::lines_card(*undo, dossier, world),
        Place::Log { page } => log::card(*page, dossier, world),
        Place::Agenda(spot) => agenda::card(*spot, dossier, world),
        Place::Line(item) => call_list::line_card(*item, dossier, world),
        Place::LineField(item, field) => call_list::field_card(*item, *field, dossier, world),
        Place::Waiting => waiting::card(dossier, world),
        Place::Members => members::list_card(world),
        Place::Member(person) => members::card(*person, world),
        Place::RemoveMember(person) => members::remove_card(*person, world),
        Place::Invite => invite::card(),
        Place::Succession(chosen) => succession::card(*chosen, dossier, world),
        Place::Propose { section, slot } => proposals::card(section, slot, dossier, world),
        Place::Companies => companies::card(world),
        Place::Agreements(spot) => agreements::card(spot, dossier, world),
        Place::BackupDiary { on } => backup_diary::card(*on, dossier, world),
        Place::SafeBackup => backup_diary::safe::card(),
        Place::Review { spot, undo } => review::card(spot, *undo, dossier, world),
        Place::Copy => copy::card(dossier),
        Place::Forget(what) => forget::card(*what, dossier, world),
    }
}

/// Decides one turn in the flow that the routes chose.
pub fn step(flow: Flow, state: &State, input: &Input, world: &World<'_>) -> Step {
    let mut draft = Draft::new(world);
    if flow != Flow::Noodplan && !state.in_noodplan && world.home.is_none() {
        welcome_back(&mut draft, state, input);
    }
    if let Some(secret) = secrets::typed(state, input, world) {
        draft.say(Msg::new("input-secret").key("kind", secret.slug()));
        return draft.finish(state.clone());
    }
    if matches!(flow, Flow::Sitting | Flow::CallList | Flow::Review)
        && whose_number::is_asked(state, input, world)
    {
        return whose_number::step(draft, state, input);
    }
    if flow == Flow::Sitting && input.sounds_like_trouble(world.content) {
        draft.say("answer-or-trouble");
    }
    match flow {
        Flow::Noodplan => match input {
            Input::Cry(text) => noodplan::cry(draft, state, text),
            _ => noodplan::open(draft, state),
        },
        Flow::InNoodplan => noodplan::step(draft, state, input),
        Flow::Command => commands::step(draft, state, input),
        Flow::Correction => correction::step(draft, state, input),
        Flow::Stale => stale(draft, state),
        Flow::Log => log::step(draft, state, input),
        Flow::Reminder => reminder::step(draft, state, input),
        Flow::Outage => outage::step(draft, state, input),
        Flow::Standing => standing::step(draft, state, input),
        Flow::Agenda => agenda::step(draft, state, input),
        Flow::Onboarding => onboarding::step(draft, state, input),
        Flow::Sitting => sitting::step(draft, state, input),
        Flow::Menu => menu::step(draft, state, input),
        Flow::Parts => parts::step(draft, state, input),
        Flow::More => more::step(draft, state, input),
        Flow::Answers => answers::step(draft, state, input),
        Flow::Results => results::step(draft, state, input),
        Flow::Things => things::step(draft, state, input),
        Flow::Letter => letter::step(draft, state, input),
        Flow::Todos => todos::list::step(draft, state, input),
        Flow::CallList => call_list::step(draft, state, input),
        Flow::Members => members::step(draft, state, input),
        Flow::Succession => succession::step(draft, state, input),
        Flow::Proposals => proposals::step(draft, state, input),
        Flow::Companies => companies::step(draft, state, input),
        Flow::Agreements => agreements::step(draft, state, input),
        Flow::BackupDiary => backup_diary::step(draft, state, input),
        Flow::Review => review::step(draft, state, input),
        Flow::Copy => copy::step(draft, state, input),
        Flow::Forget => forget::step(draft, state, input),
    }
}

/// An old button: says so kindly and shows the live card.
fn stale(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("stale");
    draft.finish(state.clone())
}

/// What cannot be an answer anywhere, with the card that is still open. A contact is for the call list, wherever it comes.
pub fn not_an_answer(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Contact(contact) if draft.world.answers() => {
            return shared_contact::keep(draft, state, contact);
        }
        Input::Contact(_) if draft.world.company.is_some() => draft.say("not-yours"),
        Input::Greeting if draft.is_silent() => draft.say("greeting"),
        Input::Greeting => {}
        Input::NotHere => draft.say("input-not-here"),
        Input::Empty => draft.say("input-empty"),
        Input::TooLong => draft.say("input-too-long"),
        Input::BrokenContact => draft.say("input-broken-contact"),
        Input::Media(media) => draft.say(Msg::new("input-media").key("kind", media.slug())),
        Input::NoSuchNumber => draft.say("input-no-such-number"),
        Input::UnknownCommand => draft.say("input-unknown-command"),
        _ => draft.say("input-not-an-option"),
    }
    draft.finish(state.clone())
}

/// Whoever comes back after a break is told where they were.
fn welcome_back(draft: &mut Draft<'_>, state: &State, input: &Input) {
    let Place::Question { slot, .. } = &state.place else { return };
    let asks_nothing =
        matches!(input, Input::Command(..) | Input::Tick(_) | Input::Outage(_) | Input::TakenBack);
    if asks_nothing || !draft.world.comes_back() {
        return;
    }
    let Some(section) = draft.world.content.catalogue.section_of(slot.question.as_str()) else { return };
    let people = call_list_of(&draft.dossier).len();
    let where_it_was = question_card::position(slot, &draft.dossier, draft.world);
    let welcome = Msg::new("welcome-back")
        .msg("section", section_title(&section.id))
        .number("question", where_it_was.number)
        .number("total", where_it_was.total)
        .number("people", people);
    draft.say(welcome);
}

/// The title of a section: "Bellijst".
pub fn section_title(section: &Slug) -> Msg {
    Msg::new(format!("section-{section}"))
}
