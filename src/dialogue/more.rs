//! What is not needed every day: the agenda file, privacy, a copy of one's data, being forgotten. Whoever does not answer finds here
//! what is theirs, and nothing else.
//!
//! ```text
//! > meer
//! < Wat wil je doen?  [1] In mijn agenda zetten  [2] Privacy  …  [6] Menu
//! ```

use crate::{
    dialogue::{
        Place, State, World,
        agenda::{self, Spot},
        commands, copy, forget,
        input::Input,
        log,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Document, Draft, Step, not_an_answer},
        succession,
    },
    domain::{audit::Act, call_list::call_list, dossier::Dossier, member::Role, schedule::habits::Habits},
};

/// Everything that can be chosen here. In the menu it is understood by name.
pub fn options(dossier: &Dossier, world: &World<'_>) -> impl Iterator<Item = (&'static str, Tap)> {
    let owns = world.role == Some(Role::Owner);
    let answers = world.answers();
    let calendar = (answers && !call_list(dossier).is_empty()).then_some(("option-calendar", Tap::Calendar));
    let succession = succession::is_offered(world).then_some(("option-succession", Tap::Succession));
    let log = owns.then_some(("option-log", Tap::Log));
    let agenda = answers.then_some(("option-agenda", Tap::Agenda(Spot::Overview)));
    let rest =
        [("option-privacy", Tap::Privacy), ("option-my-data", Tap::MyData), ("option-forget", Tap::Forget)];
    let members = [("option-members", Tap::Members)];
    calendar.into_iter().chain(agenda).chain(members).chain(succession).chain(log).chain(rest)
}

/// The options on the screen.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = options(dossier, world)
        .fold(Offer::new(Typing::Options), |offer, (label, tap)| offer.option(label, tap))
        .option("option-menu", Tap::Menu);
    Card { lines: vec!["more-title".into()], offer }
}

/// A turn at these options.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Calendar) => {
            let habits = Habits::of(&draft.dossier);
            let schedules = agenda::schedules(&draft.dossier, draft.world.content, &habits, draft.world.now);
            let gone = agenda::gone(&draft.dossier, draft.world.content, &habits, draft.world.now);
            draft.send_file(vec!["calendar-sent".into()], Document::Calendar { schedules, gone });
            draft.change(Change::Note(Act::GotAgenda));
            draft.finish(Place::More)
        }
        Input::Pick(Tap::Privacy) => {
            commands::privacy(&mut draft);
            draft.finish(Place::More)
        }
        Input::Pick(Tap::MyData) => copy::open(draft, Place::More),
        Input::Pick(Tap::Forget) => forget::open(draft),
        Input::Pick(Tap::Agenda(spot)) => draft.finish(Place::Agenda(*spot)),
        Input::Pick(Tap::Members) => draft.finish(Place::Members),
        Input::Pick(Tap::Succession) => draft.finish(Place::Succession(None)),
        Input::Pick(Tap::Log) => log::open(draft, Place::More),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}
