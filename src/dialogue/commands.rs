//! What can be asked for at any moment, besides the emergency plan.

use crate::{
    dialogue::{
        Place, State, agenda, agreements, backup_diary,
        command::{Command, TABLE, shown},
        copy, forget,
        input::Input,
        invite, join, log, menu, onboarding, review,
        step::{Change, Draft, Lane, Step, not_an_answer},
    },
    domain::member::Role,
    text::{Language, Msg},
};

/// What means something to whoever has no company yet; anything else brings them to the greeting.
const FOR_NEWCOMERS: [Command; 7] = [
    Command::Noodplan,
    Command::Help,
    Command::Language,
    Command::Privacy,
    Command::Join,
    Command::MyData,
    Command::Forget,
];

/// A turn that began with a command. Whoever has no company yet comes to the greeting, whatever they ask for.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Input::Command(command, rest) = input else { return not_an_answer(draft, state, input) };
    let begun = draft.world.company.is_some();
    let here = match &state.place {
        Place::Stranger => onboarding::front_door(draft.world),
        place => place.clone(),
    };
    match command {
        // Decided by its own flow, ahead of this one.
        Command::Noodplan => draft.finish(State::in_plan(here)),
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
        Command::Start if !rest.is_empty() => join::redeem(draft, rest, here),
        Command::Start => draft.finish(here),
        Command::Join => join::redeem(draft, rest, here),
        Command::Link if rest.is_empty() && begun => invite::link(draft, here),
        Command::Link => join::redeem(draft, rest, here),
        Command::MyData => copy::open(draft, here),
        Command::Forget => forget::open(draft),
        _ if !begun => draft.finish(here),
        Command::Members => draft.finish(Place::Members),
        Command::Invite if draft.world.role == Some(Role::Owner) => draft.finish(Place::Invite),
        Command::Invite => {
            draft.say("only-owner");
            draft.finish(here)
        }
        Command::Companies => draft.finish(Place::Companies),
        Command::Menu => draft.finish(Place::Menu),
        Command::Resume if matches!(here, Place::Question { .. } | Place::Trouble) => draft.finish(here),
        Command::Resume => menu::resume(draft),
        Command::Stop => {
            draft.say("stopped");
            draft.finish(Place::Menu)
        }
        Command::Log => log::open(draft, here),
        Command::Agenda | Command::Done | Command::Later | Command::Pause => {
            agenda::command(draft, here, *command, rest)
        }
        Command::Review => review::open(draft),
        Command::Agreements => draft.finish(Place::Agreements(agreements::Spot::List(0))),
        Command::Backups => {
            let place = backup_diary::open(&draft.dossier, draft.world);
            draft.finish(place)
        }
    }
}

/// The privacy notice, as a message of its own.
pub fn privacy(draft: &mut Draft<'_>) {
    let channel = draft.world.channel;
    let by = |command| shown(command, channel, draft.language);
    let notice = Msg::new("privacy").key("channel", channel.slug());
    let rights =
        Msg::new("privacy-rights").told("copy", &by(Command::MyData)).told("forget", &by(Command::Forget));
    // Somebody else may give themselves a name that looks like it.
    let own_name = draft.world.bot.map(|bot| Msg::new("privacy-own-name").told("bot", &format!("@{bot}")));
    let lines = [notice, "privacy-how-long".into(), rights, "privacy-secrets".into()];
    draft.send(Lane::Interactive, lines.into_iter().chain(own_name).collect());
}

fn help(draft: &Draft<'_>) -> Vec<Msg> {
    let begun = draft.world.company.is_some();
    let is_told = |command: Command| match command {
        Command::Start => false,
        command => begun || FOR_NEWCOMERS.contains(&command),
    };
    let line = |(command, nl, ..): &(Command, &str, &str, &[&str])| {
        Msg::new("help-line")
            .told("command", &shown(*command, draft.world.channel, draft.language))
            .msg("what", Msg::new(format!("command-{nl}")))
    };
    let told = TABLE.iter().filter(|(command, ..)| is_told(*command)).map(line);
    // Whoever shouts for help reads no list.
    ["trouble-hint".into(), "help-title".into()].into_iter().chain(told).collect()
}
