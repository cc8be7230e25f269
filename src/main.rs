//! The program: settings, then store, then channels.

use std::{
    fs::{self, File, TryLockError},
    io::Write,
    path::Path,
    process::ExitCode,
};

use clap::Parser;
#[cfg(feature = "telegram")]
use noodplan::channel::telegram;
use noodplan::{
    app::{ports::Store, turn::App},
    channel::terminal,
    clock::SystemClock,
    config::{ChatFlags, Command, CommandLine, Config, KeyCommand, TelegramBot},
    dialogue::Content,
    operate,
    store::{key_file::KeyFile, sql::SqlStore},
    telemetry,
    text::{Language, Msg},
};
use secrecy::ExposeSecret;
#[cfg(feature = "telegram")]
use tokio_util::sync::CancellationToken;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    // Two are linked, and neither is the default until one is chosen. A second choice is impossible this early.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let line = CommandLine::parse();
    match run(&line).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            mistakes.iter().for_each(|mistake| warn(&format!("noodplan: {mistake}")));
            ExitCode::FAILURE
        }
    }
}

async fn run(line: &CommandLine) -> Result<(), Vec<String>> {
    let one = |mistake: String| vec![mistake];
    let config = Config::gather(&line.settings)?;
    telemetry::start(&config.log).map_err(one)?;
    let content = Content::built_in()?;
    if let Some(Command::Key(command @ KeyCommand::Escrow { .. })) = &line.command {
        return operate::keys::run(command, &config).await.map_err(one);
    }
    let _lock = own(&config.data_dir).map_err(one)?;
    if let Some(Command::Key(command)) = &line.command {
        return operate::keys::run(command, &config).await.map_err(one);
    }
    operate::keys::finish_rotation(&config).await.map_err(one)?;
    let vault = KeyFile::new(&config.key_file).open().map_err(|error| one(error.to_string()))?;
    let store = SqlStore::open(config.database_url.expose_secret(), vault)
        .await
        .map_err(|error| one(error.to_string()))?;
    let app = App::new(store, SystemClock, content);
    let chat = match (&line.command, &config.telegram) {
        (Some(Command::Check), _) => return operate::say("Everything is set up right.").map_err(one),
        // Done before the store was opened.
        (Some(Command::Key(_)), _) => return Ok(()),
        (Some(Command::Chat(flags)), _) => flags.chat(),
        (None, Some(bot)) => return channels(app, bot).await.map_err(one),
        (None, None) => {
            let chat = ChatFlags::default().chat();
            let language = Language::from_tag(&chat.language_tag);
            warn(&app.content.texts.plain(language, &Msg::new("no-channel")));
            chat
        }
    };
    terminal::run(&app, &chat).await.map_err(|error| one(error.to_string()))
}

/// Runs the channels that are set up until the program is told to stop.
#[cfg(feature = "telegram")]
async fn channels<S: Store>(app: App<S, SystemClock>, bot: &TelegramBot) -> Result<(), String> {
    let settings = telegram::Settings {
        token: bot.token.clone(),
        api_url: bot.api_url.clone(),
        rate: bot.rate,
        pauses: telegram::Pauses::default(),
    };
    let stop = CancellationToken::new();
    tokio::spawn(stop_on_signal(stop.clone()));
    telegram::run(std::sync::Arc::new(app), &settings, stop).await.map_err(|error| error.to_string())
}

#[cfg(not(feature = "telegram"))]
#[expect(clippy::unused_async, reason = "it has the shape of the one that does something")]
async fn channels<S: Store>(_: App<S, SystemClock>, _: &TelegramBot) -> Result<(), String> {
    Err("this program was built without Telegram".into())
}

/// Waits for Ctrl-C or, where there is such a thing, SIGTERM.
#[cfg(feature = "telegram")]
async fn stop_on_signal(stop: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            tracing::info!("stopping");
            return stop.cancel();
        }
    }
    // Without a signal to wait for, only the hard way is left.
    if interrupted.await.is_ok() {
        stop.cancel();
    }
}

/// Tells the person at the terminal.
fn warn(text: &str) {
    // Without standard error there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Makes the data directory and takes it for this process alone, until the file is closed.
fn own(folder: &Path) -> Result<File, String> {
    let cannot =
        |error: std::io::Error| format!("the data directory {} cannot be used: {error}", folder.display());
    fs::create_dir_all(folder).map_err(cannot)?;
    let lock = File::create(folder.join("lock")).map_err(cannot)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(format!(
            "another noodplan is using the data directory {}; stop that one first, or choose another with --data-dir",
            folder.display()
        )),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}
