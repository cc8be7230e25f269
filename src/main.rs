//! The program: settings, then store, then channels.

use std::{
    fs::{self, File, TryLockError},
    io::Write,
    path::Path,
    process::ExitCode,
};

use clap::Parser;
use noodplan::{
    app::turn::App,
    channel::terminal,
    clock::SystemClock,
    config::{ChatFlags, Command, CommandLine, Config},
    dialogue::Content,
    store::{sql::SqlStore, vault::Vault},
    telemetry,
};
use secrecy::ExposeSecret;

#[tokio::main]
async fn main() -> ExitCode {
    let line = CommandLine::parse();
    match run(&line).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            let mut out = std::io::stderr().lock();
            for mistake in mistakes {
                // Without standard error there is nobody to tell.
                let _ = writeln!(out, "noodplan: {mistake}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(line: &CommandLine) -> Result<(), Vec<String>> {
    let one = |mistake: String| vec![mistake];
    let config = Config::gather(&line.settings)?;
    telemetry::start(&config.log).map_err(one)?;
    let content = Content::built_in()?;
    let _lock = own(&config.data_dir).map_err(one)?;
    let vault = Vault::open_file(&config.key_file).map_err(|error| one(error.to_string()))?;
    let store = SqlStore::open(config.database_url.expose_secret(), vault)
        .await
        .map_err(|error| one(error.to_string()))?;
    let app = App::new(store, SystemClock, content);
    let chat = match &line.command {
        Some(Command::Check) => return say("Everything is set up right.").map_err(one),
        Some(Command::Chat(flags)) => flags.chat(),
        None => ChatFlags::default().chat(),
    };
    terminal::run(&app, &chat).await.map_err(|error| one(error.to_string()))
}

fn say(sentence: &str) -> Result<(), String> {
    writeln!(std::io::stdout().lock(), "{sentence}").map_err(|error| error.to_string())
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
