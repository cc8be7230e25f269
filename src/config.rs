//! Settings: defaults < file < environment < flags. Every mistake is reported at once.

use std::{
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
};

use clap::{Args, Parser};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::{domain::signup::Signup, store::connect::sqlite_url};

pub use commands::{ChatFlags, Command, KeyCommand};

mod commands;

mod matrix;

pub use matrix::MatrixBot;

/// Telegram's own Bot API server.
const TELEGRAM: &str = "https://api.telegram.org";
/// Telegram takes about thirty messages a second from a bot.
const REMINDERS_A_SECOND: NonZeroU32 = NonZeroU32::new(25).unwrap();
/// What is logged unless somebody asks for more.
const QUIET: &str = "info,sqlx=warn";

/// noodplan: whom to call when systems are down.
#[derive(Debug, Parser)]
#[command(name = "noodplan", version, about)]
pub struct CommandLine {
    /// What to do; without it, every channel that is set up, and the terminal chat if none is.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Settings.
    #[command(flatten)]
    pub settings: Flags,
}

/// Settings as flags or environment variables.
#[derive(Clone, Debug, Default, Args)]
pub struct Flags {
    /// A file with settings, in TOML; default: noodplan.toml in the data directory, if it is there.
    #[arg(long, global = true, env = "NOODPLAN_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Everything on disk: database and key.
    #[arg(long, global = true, env = "NOODPLAN_DATA_DIR", value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// sqlite://FILE or postgres://…; default: noodplan.db in the data directory.
    #[arg(long, global = true, env = "NOODPLAN_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    database_url: Option<String>,
    /// A file that holds the database URL.
    #[arg(long, global = true, env = "NOODPLAN_DATABASE_URL_FILE", value_name = "FILE")]
    database_url_file: Option<PathBuf>,
    /// The master key, made on the first start; default: master.key in the data directory.
    #[arg(long, global = true, env = "NOODPLAN_KEY_FILE", value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The token of the Telegram bot, from @BotFather; turns Telegram on.
    #[arg(
        long,
        global = true,
        env = "NOODPLAN_TELEGRAM_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    telegram_token: Option<SecretString>,
    /// A file that holds the token.
    #[arg(long, global = true, env = "NOODPLAN_TELEGRAM_TOKEN_FILE", value_name = "FILE")]
    telegram_token_file: Option<PathBuf>,
    /// Another Bot API server than Telegram's own.
    #[arg(long, global = true, env = "NOODPLAN_TELEGRAM_API_URL", value_name = "URL")]
    telegram_api_url: Option<String>,
    /// The address at which Telegram brings its updates, https://…; without it they are fetched.
    #[arg(long, global = true, env = "NOODPLAN_TELEGRAM_WEBHOOK_URL", value_name = "URL")]
    telegram_webhook_url: Option<String>,
    /// The address at which people reach the program, https://…; with it agendas can fetch what comes back.
    #[arg(long, global = true, env = "NOODPLAN_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// Where to listen for what comes to those addresses, and for whoever asks how the program is: 127.0.0.1:8080.
    #[arg(long, global = true, env = "NOODPLAN_LISTEN", value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Reminders a second on Telegram, to everybody together; default: 25.
    #[arg(long, global = true, env = "NOODPLAN_TELEGRAM_RATE", value_name = "NUMBER")]
    telegram_rate: Option<NonZeroU32>,
    /// Matrix.
    #[command(flatten)]
    matrix: matrix::MatrixFlags,
    /// Who may start a company: open, code (from `noodplan signup-code`) or closed; default: open.
    #[arg(long, global = true, env = "NOODPLAN_SIGNUP", value_name = "WHO")]
    signup: Option<String>,
    /// What to log: a filter such as info or noodplan=debug.
    #[arg(long, global = true, env = "NOODPLAN_LOG", value_name = "FILTER")]
    log: Option<String>,
}

/// Settings as a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    key_file: Option<PathBuf>,
    telegram_token: Option<SecretString>,
    telegram_api_url: Option<String>,
    telegram_webhook_url: Option<String>,
    public_url: Option<String>,
    listen: Option<SocketAddr>,
    telegram_rate: Option<NonZeroU32>,
    #[serde(default)]
    matrix: matrix::MatrixTable,
    signup: Option<String>,
    log: Option<String>,
}

/// The settings in force.
#[derive(Debug)]
pub struct Config {
    /// Everything on disk.
    pub data_dir: PathBuf,
    /// The database; it may hold a password.
    pub database_url: SecretString,
    /// The master key.
    pub key_file: PathBuf,
    /// Where the built-in HTTP server listens, if it does.
    pub listen: Option<SocketAddr>,
    /// The address at which people reach that, without a slash at the end.
    pub public_url: Option<String>,
    /// The Telegram bot, if there is one.
    pub telegram: Option<TelegramBot>,
    /// The Matrix bot, if there is one.
    pub matrix: Option<MatrixBot>,
    /// Who may start a company.
    pub signup: Signup,
    /// What to log.
    pub log: String,
}

/// A bot on Telegram.
#[derive(Clone, Debug)]
pub struct TelegramBot {
    /// Its token.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: String,
    /// Reminders a second, to everybody together.
    pub rate: NonZeroU32,
    /// The address at which Telegram brings updates; without it they are fetched.
    pub webhook: Option<String>,
}

impl Config {
    /// Puts defaults, file, environment and flags together.
    ///
    /// # Errors
    /// Every mistake at once, each as a sentence.
    pub fn gather(flags: &Flags) -> Result<Self, Vec<String>> {
        let mut mistakes = Vec::new();
        let data_dir = flags.data_dir.clone().unwrap_or_else(|| "noodplan-data".into());
        let file = read_file(flags, &data_dir, &mut mistakes);
        let from_secret_file =
            flags.database_url_file.as_deref().and_then(|path| secret(path, &mut mistakes));
        if flags.database_url.is_some() && flags.database_url_file.is_some() {
            mistakes.push("the database is given twice: as a URL and as a file with a URL; give one".into());
        }
        if flags.telegram_token.is_some() && flags.telegram_token_file.is_some() {
            mistakes.push("the Telegram token is given twice: itself and as a file; give one".into());
        }
        let token_in_file = flags.telegram_token_file.as_deref().and_then(|path| secret(path, &mut mistakes));
        let token = flags.telegram_token.clone().or(token_in_file.map(Into::into)).or(file.telegram_token);
        if token.as_ref().is_some_and(|token| !looks_like_a_token(token.expose_secret())) {
            mistakes.push("the Telegram token should look like 123456789:AAH…; ask @BotFather for it".into());
        }
        let api_url = flags.telegram_api_url.clone().or(file.telegram_api_url);
        let api_url = api_url.unwrap_or_else(|| TELEGRAM.into());
        if !is_web_address(&api_url) {
            mistakes.push("the address of the Bot API server must begin with https:// or http://".into());
        }
        let webhook = flags.telegram_webhook_url.clone().or(file.telegram_webhook_url);
        let public_url = flags.public_url.clone().or(file.public_url);
        let listen = flags.listen.or(file.listen);
        for (what, url) in [("the webhook", &webhook), ("NOODPLAN_PUBLIC_URL", &public_url)] {
            let Some(url) = url else { continue };
            if !url.starts_with("https://") {
                mistakes.push(format!("the address of {what} must begin with https://"));
            } else if listen.is_none() {
                mistakes.push(format!("{what} needs NOODPLAN_LISTEN, such as 127.0.0.1:8080"));
            }
        }
        let rate = flags.telegram_rate.or(file.telegram_rate).unwrap_or(REMINDERS_A_SECOND);
        let signup = flags.signup.clone().or(file.signup);
        let signup = signup.map_or(Some(Signup::default()), |word| Signup::from_slug(&word));
        if signup.is_none() {
            mistakes.push("NOODPLAN_SIGNUP is open, code or closed".into());
        }
        let matrix = matrix::gather(&flags.matrix, file.matrix, &mut mistakes);
        let database_url = flags
            .database_url
            .clone()
            .or(from_secret_file)
            .or(file.database_url)
            .unwrap_or_else(|| sqlite_url(&data_dir));
        if !["sqlite://", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| database_url.starts_with(scheme))
        {
            mistakes.push("the database URL must begin with sqlite:// or postgres://".into());
        }
        if mistakes.is_empty() {
            Ok(Self {
                key_file: flags
                    .key_file
                    .clone()
                    .or(file.key_file)
                    .unwrap_or_else(|| data_dir.join("master.key")),
                // Without one there was a mistake.
                signup: signup.unwrap_or_default(),
                log: flags.log.clone().or(file.log).unwrap_or_else(|| QUIET.into()),
                database_url: database_url.into(),
                listen,
                public_url: public_url.map(|url| url.trim_end_matches('/').to_owned()),
                telegram: token.map(|token| TelegramBot { token, api_url, rate, webhook }),
                matrix,
                data_dir,
            })
        } else {
            Err(mistakes)
        }
    }
}

fn is_web_address(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

/// Digits, a colon, and letters: anything else would change the address that it becomes a part of.
fn looks_like_a_token(token: &str) -> bool {
    token.split_once(':').is_some_and(|(number, key)| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !key.is_empty()
            && key.chars().all(plain)
    })
}

fn read_file(flags: &Flags, data_dir: &Path, mistakes: &mut Vec<String>) -> File {
    let path = flags.config.clone().unwrap_or_else(|| data_dir.join("noodplan.toml"));
    if flags.config.is_none() && !path.exists() {
        return File::default();
    }
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string());
    match text.and_then(|text| toml::from_str(&text).map_err(|error| without_its_line(&text, &error))) {
        Ok(file) => file,
        Err(error) => {
            mistakes.push(format!("{}: {error}", path.display()));
            File::default()
        }
    }
}

/// The error and where it is, but not the line itself: that may hold a password or a token.
fn without_its_line(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}: {}", before.matches('\n').count() + 1, error.message())
}

fn secret(path: &Path, mistakes: &mut Vec<String>) -> Option<String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text.trim().to_owned()),
        Err(error) => {
            mistakes.push(format!("{}: {error}", path.display()));
            None
        }
    }
}
