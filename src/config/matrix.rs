//! The settings of Matrix.

use std::path::PathBuf;

use clap::Args;
use secrecy::SecretString;
use serde::Deserialize;

use super::{is_web_address, secret};

/// Settings of Matrix as flags or environment variables.
#[derive(Clone, Debug, Default, Args)]
pub struct MatrixFlags {
    /// The Matrix homeserver, such as `https://matrix.example.org`; turns Matrix on.
    #[arg(long, global = true, env = "NOODPLAN_MATRIX_HOMESERVER", value_name = "URL")]
    matrix_homeserver: Option<String>,
    /// The bot's name there, such as @noodplan:example.org.
    #[arg(long, global = true, env = "NOODPLAN_MATRIX_USER", value_name = "USER")]
    matrix_user: Option<String>,
    /// Its password; needed for the first start only.
    #[arg(
        long,
        global = true,
        env = "NOODPLAN_MATRIX_PASSWORD",
        value_name = "PASSWORD",
        hide_env_values = true
    )]
    matrix_password: Option<SecretString>,
    /// A file that holds the password.
    #[arg(long, global = true, env = "NOODPLAN_MATRIX_PASSWORD_FILE", value_name = "FILE")]
    matrix_password_file: Option<PathBuf>,
    /// A file that holds the recovery key; needed on a new machine only.
    #[arg(long, global = true, env = "NOODPLAN_MATRIX_RECOVERY_KEY_FILE", value_name = "FILE")]
    matrix_recovery_key_file: Option<PathBuf>,
    /// Who may invite the bot: @anna:example.org, example.org or *, with commas; default: its own server.
    #[arg(long, global = true, env = "NOODPLAN_MATRIX_INVITERS", value_name = "LIST", value_delimiter = ',')]
    matrix_inviters: Option<Vec<String>>,
    /// People who have new signing keys, after you made sure that it is them: @anna:example.org, with commas.
    #[arg(
        long,
        global = true,
        env = "NOODPLAN_MATRIX_TRUST_ANEW",
        value_name = "LIST",
        value_delimiter = ','
    )]
    matrix_trust_anew: Option<Vec<String>>,
}

/// The table `[matrix]` of the file with settings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixTable {
    homeserver: Option<String>,
    user: Option<String>,
    password: Option<SecretString>,
    password_file: Option<PathBuf>,
    recovery_key_file: Option<PathBuf>,
    inviters: Option<Vec<String>>,
}

/// A bot on Matrix.
#[derive(Clone, Debug)]
pub struct MatrixBot {
    /// The address of the homeserver.
    pub homeserver: String,
    /// The bot's name there.
    pub user: String,
    /// Its password, if it was given.
    pub password: Option<SecretString>,
    /// Its recovery key, if it was given.
    pub recovery_key: Option<SecretString>,
    /// Who may invite it; empty: everybody on its own server.
    pub inviters: Vec<String>,
    /// People whose new signing keys are accepted at this start.
    pub trust_anew: Vec<String>,
}

/// Puts file, environment and flags together; `None` when nothing asks for Matrix.
pub fn gather(flags: &MatrixFlags, file: MatrixTable, mistakes: &mut Vec<String>) -> Option<MatrixBot> {
    if flags.matrix_password.is_some() && flags.matrix_password_file.is_some() {
        mistakes.push("the Matrix password is given twice: itself and as a file; give one".into());
    }
    let mut read = |path: Option<PathBuf>| path.and_then(|path| secret(&path, mistakes)).map(Into::into);
    let password = match &flags.matrix_password {
        Some(password) => Some(password.clone()),
        None => match read(flags.matrix_password_file.clone()) {
            Some(password) => Some(password),
            None => file.password.or_else(|| read(file.password_file)),
        },
    };
    let recovery_key = read(flags.matrix_recovery_key_file.clone().or(file.recovery_key_file));
    let inviters = flags.matrix_inviters.clone().or(file.inviters).unwrap_or_default();
    let inviters: Vec<String> =
        inviters.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let trust_anew = flags.matrix_trust_anew.clone().unwrap_or_default();
    let homeserver = flags.matrix_homeserver.clone().or(file.homeserver);
    let user = flags.matrix_user.clone().or(file.user);
    let (homeserver, user) = match (homeserver, user) {
        (Some(homeserver), Some(user)) => (homeserver, user),
        (None, None) => {
            if password.is_some() {
                mistakes.push(
                    "Matrix has a password but no homeserver and no user; \
                     give NOODPLAN_MATRIX_HOMESERVER and NOODPLAN_MATRIX_USER"
                        .into(),
                );
            }
            return None;
        }
        (Some(_), None) => {
            mistakes.push("Matrix needs NOODPLAN_MATRIX_USER, such as @noodplan:example.org".into());
            return None;
        }
        (None, Some(_)) => {
            mistakes
                .push("Matrix needs NOODPLAN_MATRIX_HOMESERVER, such as https://matrix.example.org".into());
            return None;
        }
    };
    if !is_web_address(&homeserver) {
        mistakes.push("the address of the Matrix homeserver must begin with https:// or http://".into());
    }
    if !is_user(&user) {
        mistakes.push(format!("the Matrix user `{user}` should look like @noodplan:example.org"));
    }
    for pattern in inviters.iter().filter(|pattern| !is_pattern(pattern)) {
        mistakes.push(format!(
            "`{pattern}` in NOODPLAN_MATRIX_INVITERS is neither a person (@anna:example.org), a server \
             (example.org) nor everybody (*)"
        ));
    }
    for person in trust_anew.iter().filter(|person| !person.starts_with('@') || !is_user(person)) {
        mistakes.push(format!("`{person}` in NOODPLAN_MATRIX_TRUST_ANEW should look like @anna:example.org"));
    }
    Some(MatrixBot { homeserver, user, password, recovery_key, inviters, trust_anew })
}

/// In full, or only the part in front of the colon.
fn is_user(user: &str) -> bool {
    match user.strip_prefix('@') {
        Some(full) => {
            full.split_once(':').is_some_and(|(name, server)| !name.is_empty() && is_server(server))
        }
        None => !user.is_empty() && !user.contains([':', ' ', '@']),
    }
}

fn is_pattern(pattern: &str) -> bool {
    match pattern.strip_prefix('@') {
        Some(_) => is_user(pattern),
        None => pattern == "*" || is_server(pattern.trim_start_matches("*:")),
    }
}

fn is_server(server: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    !server.is_empty() && server.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(flags: &MatrixFlags) -> (Option<MatrixBot>, Vec<String>) {
        let mut mistakes = Vec::new();
        let bot = gather(flags, MatrixTable::default(), &mut mistakes);
        (bot, mistakes)
    }

    fn flags(homeserver: &str, user: &str, inviters: &[&str]) -> MatrixFlags {
        MatrixFlags {
            matrix_homeserver: Some(homeserver.into()),
            matrix_user: Some(user.into()),
            matrix_inviters: Some(inviters.iter().map(|one| (*one).into()).collect()),
            ..MatrixFlags::default()
        }
    }

    #[test]
    fn without_any_setting_there_is_no_matrix_and_no_mistake() {
        let (bot, mistakes) = gathered(&MatrixFlags::default());
        assert!(bot.is_none() && mistakes.is_empty());
    }

    #[test]
    fn people_servers_and_everybody_may_be_named() {
        let list = ["@anna:firm.nl", "partner.nl", "*:other.nl", "*", "localhost:8448", ""];
        let (bot, mistakes) = gathered(&flags("https://matrix.firm.nl", "@bot:firm.nl", &list));
        assert_eq!((bot.unwrap().inviters.len(), mistakes), (5, Vec::new()));
    }

    #[test]
    fn every_mistake_is_named() {
        let (_, mistakes) = gathered(&flags("matrix.firm.nl", "@bot", &["anna@firm.nl", "@:x"]));
        assert_eq!(mistakes.len(), 4, "{mistakes:#?}");
        let half = MatrixFlags { matrix_user: Some("bot".into()), ..MatrixFlags::default() };
        assert!(gathered(&half).1[0].contains("NOODPLAN_MATRIX_HOMESERVER"));
    }
}
