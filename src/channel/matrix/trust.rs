//! Whether others trust the bot's device: its own signing keys, their copy under a recovery key, and the recovery
//! key itself, which the operator sees once.

use matrix_sdk::{
    Client,
    encryption::recovery::{RecoveryError, RecoveryState},
    ruma::api::client::uiaa::{AuthData, Password},
};
use secrecy::ExposeSecret;

use super::{
    Settings,
    outcome::{ChannelError, of},
    papers::Papers,
};

/// Set when the operator has the recovery key.
const SHOWN: &str = "noodplan.recovery-key-shown";

const RECOVERY_KEY: &str = "\n  Matrix recovery key (shown only now):\n\n      {key}\n\n  Keep it apart from this machine, in a \
    password manager or on paper. On a new machine, put it in a file and\n  name that file in \
    NOODPLAN_MATRIX_RECOVERY_KEY_FILE. Whoever has it can act as the bot.\n";
/// Told at the start, and by `noodplan check`.
pub const NOT_SIGNED: &str = "the bot's Matrix device is not confirmed by its account, so Element shows none of its messages; \
    start with NOODPLAN_MATRIX_RECOVERY_KEY_FILE, which an earlier start showed";
const NO_PASSWORD: &str = "the bot has no signing keys on Matrix yet and its homeserver asks for the password to make them; \
    start once with NOODPLAN_MATRIX_PASSWORD";

/// Sees to it that others can trust the device, and tells the operator what is missing.
///
/// # Errors
/// When the homeserver did not answer; it can be tried again.
pub async fn establish(client: &Client, settings: &Settings) -> Result<(), ChannelError> {
    let encryption = client.encryption();
    encryption.wait_for_e2ee_initialization_tasks().await;
    if !sign(client, settings).await? {
        (settings.tell)(NO_PASSWORD);
        return Ok(());
    }
    recover(client, settings).await?;
    if !is_signed(client).await? {
        tracing::error!("{NOT_SIGNED}");
    }
    Ok(())
}

/// Whether the account has confirmed this device.
///
/// # Errors
/// When the homeserver did not answer.
pub async fn is_signed(client: &Client) -> Result<bool, ChannelError> {
    let Some(user) = client.user_id() else { return Ok(false) };
    // What is known of the own device is from before it was signed.
    client.encryption().request_user_identity(user).await?;
    let device =
        client.encryption().get_own_device().await.map_err(|error| ChannelError::Sdk(error.into()))?;
    Ok(device.is_some_and(|device| device.is_cross_signed_by_owner()))
}

/// Makes the signing keys of the account if it has none; `false` when the password is needed and missing.
async fn sign(client: &Client, settings: &Settings) -> Result<bool, ChannelError> {
    let encryption = client.encryption();
    let Err(error) = encryption.bootstrap_cross_signing_if_needed(None).await else { return Ok(true) };
    let Some(asked) = error.as_uiaa_response() else { return Err(error.into()) };
    let (Some(password), Some(user)) = (&settings.password, client.user_id()) else { return Ok(false) };
    let mut answer = Password::new(user.to_owned().into(), password.expose_secret().to_owned());
    answer.session.clone_from(&asked.session);
    encryption.bootstrap_cross_signing_if_needed(Some(AuthData::Password(answer))).await?;
    Ok(true)
}

/// Takes the recovery key of the operator, or makes one and shows it.
async fn recover(client: &Client, settings: &Settings) -> Result<(), ChannelError> {
    let recovery = client.encryption().recovery();
    let papers = Papers::new(client.clone(), &settings.keys.own);
    let signed = is_signed(client).await?;
    if let Some(key) = settings.recovery_key.as_ref().filter(|_| !signed) {
        match recovery.recover(key.expose_secret().trim()).await {
            Ok(()) => {
                tracing::info!("the recovery key opened the bot's keys on Matrix");
                return papers.write(SHOWN, &true).await;
            }
            Err(RecoveryError::Sdk(error)) => return Err(error.into()),
            Err(_) => {
                tracing::error!(
                    "the Matrix recovery key does not open the bot's keys; is it the newest one?"
                );
                return Ok(());
            }
        }
    }
    if !signed || papers.read::<bool>(SHOWN).await?.is_some() {
        return Ok(());
    }
    // A key that was made but never shown is of no use to anybody: another one takes its place.
    let made = match recovery.state() {
        RecoveryState::Enabled | RecoveryState::Incomplete => recovery.reset_key().await,
        RecoveryState::Disabled | RecoveryState::Unknown => recovery.enable().await,
    };
    match made {
        Ok(key) => {
            (settings.tell)(&RECOVERY_KEY.replace("{key}", &key));
            papers.write(SHOWN, &true).await
        }
        Err(RecoveryError::Sdk(error)) => {
            tracing::debug!(outcome = ?of(&error), "the recovery key could not be made");
            Err(error.into())
        }
        Err(error) => {
            tracing::error!(%error, "Matrix recovery is not set up; a lost machine means a new identity of the bot");
            Ok(())
        }
    }
}
