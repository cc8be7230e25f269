//! What can be asked for at any moment, besides the emergency plan.

use crate::{
    dialogue::{
        Place, State, World, agenda,
        command::{Command, TABLE, sign},
        input::Input,
        log, menu,
        step::{Change, Draft, Lane, Step, not_an_answer},
    },
    text::{Language, Msg},
};

/// A turn that began with a command. Whoever has no company yet comes to the greeting, whatever they ask for.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Input::Command(command, rest) = input else { return not_an_answer(draft, state, input) };
    let begun = draft.world.company.is_some();
    let here = match &state.place {
        Place::Stranger => Place::Welcome,
        place => place.clone(),
    };
    match command {
        // Decided by its own flow, ahead of this one.
        Command::Noodplan => draft.finish(State { place: here, in_noodplan: true }),
        Command::Help => {
            let lines = help(&draft);
            draft.send(Lane::Interactive, lines);
            draft.finish(here)
        }
        Command::Privacy => {
            privacy(&mut draft);
            draft.finish(here)
        }
        Command::Language => {
            let wanted = if rest.is_empty() { draft.language.other() } else { Language::from_tag(rest) };
            draft.change(Change::SetLanguage(wanted));
            draft.say("language-set");
            draft.finish(here)
        }
        Command::Start => draft.finish(here),
        Command::Menu if begun => draft.finish(Place::Menu),
        Command::Resume if begun && matches!(here, Place::Question { .. } | Place::Trouble) => {
            draft.finish(here)
        }
        Command::Resume if begun => menu::resume(draft),
        Command::Stop if begun => {
            draft.say("stopped");
            draft.finish(Place::Menu)
        }
        Command::Log if begun => log::open(draft, here),
        Command::Agenda | Command::Done | Command::Later | Command::Pause if begun => {
            agenda::command(draft, here, *command, rest)
        }
        Command::Menu
        | Command::Resume
        | Command::Stop
        | Command::Log
        | Command::Agenda
        | Command::Done
        | Command::Later
        | Command::Pause => draft.finish(Place::Welcome),
    }
}

/// The privacy notice, as a message of its own.
pub fn privacy(draft: &mut Draft<'_>) {
    let notice = Msg::new("privacy").key("channel", draft.world.channel.slug());
    draft.send(Lane::Interactive, vec![notice]);
}

fn help(draft: &Draft<'_>) -> Vec<Msg> {
    let World { channel, .. } = *draft.world;
    let mut lines = vec![Msg::new("help-title")];
    lines.extend(TABLE.iter().filter(|(command, ..)| *command != Command::Start).map(|(_, nl, en, _)| {
        let name = if draft.language == Language::Nl { nl } else { en };
        Msg::new("help-line")
            .told("command", &format!("{}{name}", sign(channel)))
            .msg("what", Msg::new(format!("command-{nl}")))
    }));
    lines
}
