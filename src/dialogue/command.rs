//! The commands, in Dutch and English, and how they are written on each channel.

use crate::{
    dialogue::ChannelKind,
    text::{Language, vocabulary::folded},
};

/// Something that can be asked for at any moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The call list and the first rules, at once.
    Noodplan,
    /// Begin, or begin again where one was.
    Start,
    /// The menu.
    Menu,
    /// What can be asked.
    Help,
    /// The other language, or the one that is named.
    Language,
    /// Enough for now.
    Stop,
    /// Go on with the next open question.
    Resume,
    /// What happens to what is told.
    Privacy,
    /// Who did what, and when.
    Log,
    /// What comes back, and when.
    Agenda,
    /// Something that came back was done.
    Done,
    /// Everything that is open: later.
    Later,
    /// No reminders for a while.
    Pause,
    /// Who belongs to the company.
    Members,
    /// Let somebody in.
    Invite,
    /// Use an invitation.
    Join,
    /// The same person on a second channel.
    Link,
    /// Another company.
    Companies,
    /// The six-monthly review.
    Review,
    /// The agreements.
    Agreements,
    /// The backup diary.
    Backups,
    /// What is kept of oneself, and a copy of it.
    MyData,
    /// Be forgotten.
    Forget,
}

/// Every command with its names; the first of each language is the one that is shown.
pub const TABLE: [(Command, &str, &str, &[&str]); 23] = [
    (Command::Noodplan, "noodplan", "emergency", &["bellijst", "nood", "plan", "sos", "calllist"]),
    (Command::Start, "start", "start", &["begin"]),
    (Command::Menu, "menu", "menu", &["settings", "instellingen"]),
    (Command::Help, "help", "help", &["hulp"]),
    (Command::Language, "taal", "language", &["lang"]),
    (Command::Stop, "stop", "stop", &["cancel", "annuleer"]),
    (Command::Resume, "verder", "resume", &["continue", "ga-verder"]),
    (Command::Privacy, "privacy", "privacy", &[]),
    (Command::Log, "logboek", "log", &["audit"]),
    (Command::Agenda, "agenda", "agenda", &["schedule", "herinneringen", "reminders"]),
    (Command::Done, "gedaan", "done", &["klaar"]),
    (Command::Later, "later", "later", &["snooze", "uitstellen"]),
    (Command::Pause, "pauze", "pause", &["vakantie", "holiday"]),
    (Command::Members, "leden", "members", &["mensen", "people"]),
    (Command::Invite, "uitnodigen", "invite", &["nodig-uit"]),
    (Command::Join, "meedoen", "join", &["uitnodiging", "invitation"]),
    (Command::Link, "koppel", "link", &["koppelen"]),
    (Command::Companies, "bedrijf", "company", &["bedrijven", "companies"]),
    (Command::Review, "nalopen", "review", &["doorlopen"]),
    (Command::Agreements, "afspraken", "agreements", &["afspraak"]),
    (Command::Backups, "backup", "backups", &["back-up", "back up", "backupdagboek"]),
    (Command::MyData, "mijngegevens", "mydata", &["export", "gegevens"]),
    (Command::Forget, "vergeet", "forget", &["wissen", "wis", "erase", "delete"]),
];

/// Commands that are understood without any sign in front: nobody types these as an answer.
const BARE: [&str; 8] = ["noodplan", "nood", "emergency", "sos", "menu", "help", "hulp", "privacy"];

/// A command as it was typed, with what followed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A command of ours.
    Known(Command, String),
    /// Written like a command, but none of ours.
    Unknown,
}

/// Reads a command: `/noodplan`, `!noodplan`, `//noodplan`, `/noodplan@some_bot`, `/taal en`, or the bare word.
pub fn parse(text: &str) -> Option<Typed> {
    let text = text.trim();
    let signed = text.trim_start_matches(['/', '!']);
    if signed.len() == text.len() {
        let word = folded(text);
        if let Some((first, language)) = word.split_once(' ')
            && named(first) == Some(Command::Language)
            && Language::is_name(language)
        {
            return Some(Typed::Known(Command::Language, language.into()));
        }
        let bare = BARE.contains(&word.as_str());
        return bare.then(|| named(&word)).flatten().map(|command| Typed::Known(command, String::new()));
    }
    let (word, rest) = signed.split_once(char::is_whitespace).unwrap_or((signed, ""));
    let word = word.split('@').next().unwrap_or_default();
    if !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    Some(named(&folded(word)).map_or(Typed::Unknown, |command| Typed::Known(command, rest.trim().into())))
}

/// The command with this name.
pub fn named(word: &str) -> Option<Command> {
    TABLE
        .iter()
        .find(|(_, nl, en, others)| *nl == word || *en == word || others.contains(&word))
        .map(|(command, ..)| *command)
}

/// A command as people are told to write it: `/gedaan`, `!done`.
pub fn shown(command: Command, channel: ChannelKind, language: Language) -> String {
    format!("{}{}", sign(channel), name(command, language))
}

/// A command as it can be typed on every channel, for what is carried from one to another.
pub fn shown_anywhere(command: Command, language: Language) -> String {
    shown(command, ChannelKind::Matrix, language)
}

/// The name of a command that is shown in a language.
pub fn name(command: Command, language: Language) -> &'static str {
    let row = TABLE.iter().find(|(known, ..)| *known == command);
    row.map_or("", |(_, nl, en, _)| if language == Language::Nl { nl } else { en })
}

/// The sign in front of a command as people are told to write it. Element keeps `/` for itself.
fn sign(channel: ChannelKind) -> &'static str {
    match channel {
        ChannelKind::Terminal | ChannelKind::Telegram => "/",
        ChannelKind::Matrix => "!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emergency_plan_is_found_however_it_is_typed() {
        for text in [
            "/noodplan",
            "!noodplan",
            "//noodplan",
            "/Noodplan",
            "NOODPLAN",
            "noodplan!",
            "/noodplan@noodplan_bot",
            "/emergency",
            "emergency",
            "nood",
            "/bellijst",
            "  /noodplan  ",
            "/noodplan.",
        ] {
            assert_eq!(parse(text), Some(Typed::Known(Command::Noodplan, String::new())), "{text}");
        }
    }

    /// Telegram wants every bot to know these, and some apps have a key for them.
    #[test]
    fn the_commands_that_every_bot_has_are_known() {
        for (text, wanted) in [
            ("/start", Command::Start),
            ("/help", Command::Help),
            ("/settings", Command::Menu),
            ("/cancel", Command::Stop),
            ("/privacy", Command::Privacy),
        ] {
            assert_eq!(parse(text), Some(Typed::Known(wanted, String::new())), "{text}");
        }
    }

    #[test]
    fn an_answer_is_no_command() {
        for text in ["Bakkerij Noodplan", "start", "stop", "06 12345678", "!", "/ 5", "//"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_carried_to_another_channel_is_understood_there_and_element_does_not_keep_it() {
        for (command, ..) in TABLE {
            for language in Language::ALL {
                let shown = shown_anywhere(command, language);
                assert!(!shown.starts_with('/'), "{shown}");
                assert_eq!(parse(&shown), Some(Typed::Known(command, String::new())));
            }
        }
    }

    #[test]
    fn what_follows_a_command_is_kept() {
        assert_eq!(parse("/taal en"), Some(Typed::Known(Command::Language, "en".into())));
        assert_eq!(parse("/wat"), Some(Typed::Unknown));
    }
}
