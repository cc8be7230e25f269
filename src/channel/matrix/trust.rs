//! Whether others trust the bot's device: its own signing keys, their copy under a recovery key, and the recovery
//! key itself, which the operator sees once.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
};

use matrix_sdk::{
    Client, Error,
    encryption::{recovery::RecoveryError, secret_storage::SecretStorageError},
    ruma::api::client::uiaa::{AuthData, Password},
};
use secrecy::ExposeSecret;
use tokio_util::sync::CancellationToken;

use super::{
    Settings,
    outcome::{ChannelError, Outcome},
    papers::Papers,
};

/// Set when the operator has the recovery key.
const SHOWN: &str = "noodplan.recovery-key-shown";

const RECOVERY_KEY: &str = "\n  Matrix recovery key (shown only now):\n\n      {key}\n\n  Keep it apart from this machine, in a \
    password manager or on paper. On a new machine, put it in a file and\n  name that file in \
    NOODPLAN_MATRIX_RECOVERY_KEY_FILE. Whoever has it can act as the bot.\n";
const WRITTEN: &str = "the Matrix recovery key is in {file}; put it apart from this machine, in a password manager or on \
    paper, and take the file away";
const NOT_SIGNED: &str = "the bot's Matrix device is not confirmed by its account, so Element shows none of its messages; \
    start with NOODPLAN_MATRIX_RECOVERY_KEY_FILE, which an earlier start showed";
const NO_RECOVERY_KEY: &str = "the bot's Matrix device is not confirmed by its account, so Element shows none of its messages, \
    and no recovery key was ever made; log in as the bot in Element, reset its identity there, and start with \
    NOODPLAN_MATRIX_RECOVERY_KEY_FILE and the key that Element shows";
const NO_PASSWORD: &str = "the bot has no signing keys on Matrix yet and its homeserver asks for the password to make them; \
    start once with NOODPLAN_MATRIX_PASSWORD";

/// Sees to it, as often as it takes, that others can trust the device. What the homeserver refuses for good is said.
pub async fn see_to_it(client: Client, settings: Settings, stop: CancellationToken) {
    let mut pause = settings.pauses.first;
    loop {
        let established = tokio::select! {
            biased;
            () = stop.cancelled() => return,
            established = establish(&client, &settings) => established,
        };
        let wait = match established.map_err(|error| error.outcome()) {
            // That a session is over, the sync loop says.
            Ok(()) | Err(Outcome::SessionEnded { .. }) => return,
            Err(Outcome::Forbidden | Outcome::Refused(_)) => {
                return tracing::error!(
                    "the Matrix homeserver does not take the bot's signing keys; Element may hide the bot"
                );
            }
            Err(Outcome::Later(asked)) => asked,
            Err(outcome) => {
                tracing::debug!(?outcome, "the bot's signing keys are not brought yet");
                let wait = pause;
                pause = (pause * 2).min(settings.pauses.longest);
                wait
            }
        };
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Sees to it that others can trust the device, and tells the operator what is missing.
async fn establish(client: &Client, settings: &Settings) -> Result<(), ChannelError> {
    client.encryption().wait_for_e2ee_initialization_tasks().await;
    if !is_signed(client).await? && !sign(client, settings).await? {
        (settings.tell)(NO_PASSWORD);
        return Ok(());
    }
    recover(client, settings).await?;
    if !is_signed(client).await? {
        tracing::error!("{}", what_to_do(client).await?);
    }
    Ok(())
}

/// What the operator has to do about a device that its account has not signed.
///
/// # Errors
/// When the homeserver did not answer.
pub async fn what_to_do(client: &Client) -> Result<&'static str, ChannelError> {
    let recoverable = client.encryption().secret_storage().is_enabled().await?;
    Ok(if recoverable { NOT_SIGNED } else { NO_RECOVERY_KEY })
}

/// Whether the account has confirmed this device.
async fn is_signed(client: &Client) -> Result<bool, ChannelError> {
    let Some(user) = client.user_id() else { return Ok(false) };
    // What is known of the own device is from before it was signed.
    client.encryption().request_user_identity(user).await?;
    let device =
        client.encryption().get_own_device().await.map_err(|error| ChannelError::Sdk(error.into()))?;
    Ok(device.is_some_and(|device| device.is_cross_signed_by_owner()))
}

/// Makes the signing keys of the account if it has none; `false` when the password is needed and missing.
async fn sign(client: &Client, settings: &Settings) -> Result<bool, ChannelError> {
    let Err(error) = bring_keys(client, None).await else { return Ok(true) };
    let Some(asked) = error.as_uiaa_response() else { return Err(error.into()) };
    let (Some(password), Some(user)) = (&settings.password, client.user_id()) else { return Ok(false) };
    let mut answer = Password::new(user.to_owned().into(), password.expose_secret().to_owned());
    answer.session.clone_from(&asked.session);
    bring_keys(client, Some(AuthData::Password(answer))).await?;
    Ok(true)
}

/// Brings the signing keys to the homeserver. They are on disk before they leave, so that an earlier start may have
/// made them and been broken off before they arrived; then the same ones are brought.
async fn bring_keys(client: &Client, answer: Option<AuthData>) -> Result<(), Error> {
    if has_keys(client).await {
        client.encryption().bootstrap_cross_signing(answer).await
    } else {
        client.encryption().bootstrap_cross_signing_if_needed(answer).await
    }
}

/// Whether the signing keys of the account are on this machine.
async fn has_keys(client: &Client) -> bool {
    client.encryption().cross_signing_status().await.is_some_and(|status| status.is_complete())
}

/// Takes the recovery key of the operator, or makes one and shows it.
async fn recover(client: &Client, settings: &Settings) -> Result<(), ChannelError> {
    let papers = Papers::new(client.clone(), &settings.keys.own);
    let signed = is_signed(client).await?;
    if let Some(key) = settings.recovery_key.as_ref().filter(|_| !signed) {
        let recovered = client.encryption().recovery().recover(key.expose_secret().trim()).await;
        if let Err(error) = recovered {
            return gave_up(
                error,
                "the Matrix recovery key does not open the bot's keys; is it the newest one?",
            );
        }
        tracing::info!("the recovery key opened the bot's keys on Matrix");
        return papers.write(SHOWN, &true).await;
    }
    if !signed || !has_keys(client).await || papers.read::<bool>(SHOWN).await?.is_some() {
        return Ok(());
    }
    match make_key(client).await {
        Ok(key) => match show(&key, settings) {
            Ok(()) => papers.write(SHOWN, &true).await,
            Err(error) => {
                tracing::error!(%error, "the Matrix recovery key cannot be written; the next start makes another");
                Ok(())
            }
        },
        Err(error) => {
            gave_up(error, "Matrix recovery is not set up; a lost machine means a new identity of the bot")
        }
    }
}

/// Gives the operator the recovery key: on the screen, or in a file when nobody is in front of one.
fn show(key: &str, settings: &Settings) -> io::Result<()> {
    let Some(path) = &settings.key_file else {
        (settings.tell)(&RECOVERY_KEY.replace("{key}", key));
        return Ok(());
    };
    // An older one opens nothing any more, and others may look into it.
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{key}")?;
    file.sync_all()?;
    (settings.tell)(&WRITTEN.replace("{file}", &path.display().to_string()));
    Ok(())
}

/// A new recovery key. One that was made but never shown is of no use to anybody: this takes its place.
async fn make_key(client: &Client) -> Result<String, RecoveryError> {
    let recovery = client.encryption().recovery();
    match recovery.enable().await {
        // An earlier start made the copy of the keys, and was broken off before it knew: nobody can open that one.
        Err(RecoveryError::BackupExistsOnServer) => {
            client.encryption().backups().create().await?;
            recovery.enable().await
        }
        made => made,
    }
}

/// What the homeserver did not answer is tried again; anything else is said.
fn gave_up(error: RecoveryError, words: &str) -> Result<(), ChannelError> {
    match error {
        RecoveryError::Sdk(error) | RecoveryError::SecretStorage(SecretStorageError::Sdk(error)) => {
            Err(error.into())
        }
        error => {
            tracing::error!(%error, "{words}");
            Ok(())
        }
    }
}
