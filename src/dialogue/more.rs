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
        agenda::{self, Spot, settings},
        commands, copy, forget,
        input::Input,
        log,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Document, Draft, Step, not_an_answer},
        succession,
    },
    domain::{
        agreement::agreements, audit::Act, call_list::call_list, doer::doer, dossier::Dossier, member::Role,
        schedule::habits::Habits,
    },
    text::Msg,
};

/// Everything that can be chosen here. In the menu it is understood by name.
pub fn options(dossier: &Dossier, world: &World<'_>) -> impl Iterator<Item = (Msg, Tap)> {
    let owns = world.role == Some(Role::Owner);
    let answers = world.answers();
    let calendar = (answers && !call_list(dossier).is_empty()).then_some(("option-calendar", Tap::Calendar));
    let succession = succession::is_offered(world).then_some(("option-succession", Tap::Succession));
    let log = owns.then_some(("option-log", Tap::Log));
    let agenda = answers.then_some(("option-agenda", Tap::Agenda(Spot::Overview)));
    let remind_me = (!answers && has_agreement(dossier, world)).then(|| {
        let label = Msg::new("option-remind-me").key("on", settings::reminded(dossier, world));
        (label, Tap::RemindMe)
    });
    let rest =
        [("option-privacy", Tap::Privacy), ("option-my-data", Tap::MyData), ("option-forget", Tap::Forget)];
    let members = [("option-members", Tap::Members)];
    let named = calendar.into_iter().chain(agenda).chain(members).chain(succession).chain(log).chain(rest);
    remind_me.into_iter().chain(named.map(|(label, tap)| (Msg::from(label), tap)))
}

/// Whether the one who speaks is to do something that was agreed.
fn has_agreement(dossier: &Dossier, world: &World<'_>) -> bool {
    agreements(dossier).any(|agreement| doer(agreement, dossier, world.members) == Some(world.person))
}

/// The options on the screen.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let offer = Offer::new(Typing::Options).each(options(dossier, world)).option("option-menu", Tap::Menu);
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
        Input::Pick(Tap::RemindMe) => {
            settings::remind_me(&mut draft);
            let reminded = settings::reminded(&draft.dossier, draft.world);
            draft.say(Msg::new("habits-own").key("on", reminded));
            draft.finish(Place::More)
        }
        Input::Pick(Tap::Agenda(spot)) => draft.finish(Place::Agenda(*spot)),
        Input::Pick(Tap::Members) => draft.finish(Place::Members),
        Input::Pick(Tap::Succession) => draft.finish(Place::Succession(None)),
        Input::Pick(Tap::Log) => log::open(draft, Place::More),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}
