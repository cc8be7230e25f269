//! The master key from the command line: rotate, escrow, restore.

use std::ops::ControlFlow;

use indicatif::{ProgressBar, ProgressStyle};
use secrecy::ExposeSecret;

use crate::{
    config::{Config, KeyCommand},
    operate::say,
    store::{
        connect::{connect, look},
        escrow,
        key_file::{KeyFile, Master},
        keyring::fits,
        rotate::{Stage, rotate},
        vault::Vault,
    },
};

/// Does what was asked with the master key.
///
/// # Errors
/// A sentence that says what is in the way.
pub async fn run(command: &KeyCommand, config: &Config) -> Result<(), String> {
    let file = KeyFile::new(&config.key_file);
    match command {
        KeyCommand::Rotate => {
            let count = replace(config, &file).await?;
            say(&format!(
                "The master key is new, and {count} keys are wrapped with it. Copies of the old one open no new backup: \
                 make a new escrow copy."
            ))
        }
        KeyCommand::Escrow { to, out } => {
            let master = file.read().map_err(|error| error.to_string())?;
            opens_the_database(&master, &file, config).await?;
            escrow::seal(&master, to, out).map_err(|error| error.to_string())?;
            say(&format!("The master key is in {}, for the owner of {to} only.", out.display()))
        }
        KeyCommand::Restore { from, identity } => {
            let master = escrow::open(from, identity).map_err(|error| error.to_string())?;
            let url = config.database_url.expose_secret();
            let connected = connect(url).await.map_err(|error| error.to_string())?;
            if !fits(&Vault::new(master.clone()), &connected.key_readers)
                .await
                .map_err(|error| error.to_string())?
            {
                return Err(
                    "this key does not open this database; was it rotated after the copy was made?".into()
                );
            }
            file.put_back(&master).map_err(|error| error.to_string())?;
            say(&format!("The master key is back in {}.", file.path().display()))
        }
    }
}

/// Nobody keeps a copy of a key that opens nothing any more, or soon will not.
async fn opens_the_database(master: &Master, file: &KeyFile, config: &Config) -> Result<(), String> {
    if file.is_rotating() {
        return Err("a key rotation was broken off; start the bot or run `noodplan key rotate` to finish it, and then \
                    make the copy"
            .into());
    }
    let looking = look(config.database_url.expose_secret()).await.map_err(|error| error.to_string())?;
    // Before the first start there is nothing to open.
    let Some(looking) = looking else { return Ok(()) };
    match fits(&Vault::new(master.clone()), &looking.key_readers).await {
        Ok(true) => Ok(()),
        Ok(false) => Err("this key does not open this database; no copy of it was made".into()),
        Err(error) => Err(error.to_string()),
    }
}

/// Finishes a rotation that was broken off, if there is one.
///
/// # Errors
/// A sentence that says what is in the way.
pub async fn finish_rotation(config: &Config) -> Result<(), String> {
    let file = KeyFile::new(&config.key_file);
    if file.is_rotating() {
        tracing::info!("finishing a key rotation that was broken off");
        replace(config, &file).await?;
    }
    Ok(())
}

async fn replace(config: &Config, file: &KeyFile) -> Result<usize, String> {
    // Drawn on a terminal only.
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message("keys");
    let seen = |stage| {
        match stage {
            Stage::Begun(count) => bar.set_length(count as u64),
            Stage::Wrapped(count) => bar.set_position(count as u64),
            Stage::Checked => bar.finish_and_clear(),
        }
        ControlFlow::Continue(())
    };
    let count = rotate(config.database_url.expose_secret(), file, seen).await;
    count.map_err(|error| error.to_string())
}
