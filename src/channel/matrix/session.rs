//! The session: made once with the password, then kept in the same encrypted folder as the keys of its device.
//!
//! It is written in one transaction, before the first key is made. So the folder holds both or neither, and no
//! token lies on disk in clear. Not here: whether others trust the device (`trust`).

use std::{fs, io::ErrorKind as IoErrorKind, path::Path};

use matrix_sdk::{
    Client, SessionMeta, SqliteStoreConfig,
    authentication::{SessionTokens, matrix::MatrixSession},
    config::RequestConfig,
    encryption::{BackupDownloadStrategy, EncryptionSettings},
    ruma::{
        OwnedDeviceId,
        api::client::session::login::v3::{LoginInfo, Request},
    },
    store::RoomLoadSettings,
};
use matrix_sdk_base::crypto::{CollectStrategy, DecryptionSettings, TrustRequirement};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::{
    Settings,
    outcome::{ChannelError, Outcome, of_build, of_http},
    papers::Papers,
};
use crate::channel::folder::put_aside;

/// Where the session is kept among the library's data.
pub const SESSION: &str = "noodplan.session";
/// What the homeserver shows the owner of the account about this device.
const DEVICE_NAME: &str = "noodplan";
/// The library's file with the keys of the device.
const KEYS: &str = "matrix-sdk-crypto.sqlite3";
/// The library's file with everything else, the session included.
const STATE: &str = "matrix-sdk-state.sqlite3";
/// No request takes longer; the long poll adds its own time.
pub const REQUEST: std::time::Duration = std::time::Duration::from_secs(15);

/// The client with its session, which is made if there is none. Works without a homeserver once there is one.
///
/// # Errors
/// When there is no session and none can be made, or when the folder cannot be read.
pub async fn open(settings: &Settings) -> Result<Client, ChannelError> {
    let shown = settings.folder.display().to_string();
    prepare(&settings.folder).map_err(|_| ChannelError::Folder(shown.clone()))?;
    let config =
        SqliteStoreConfig::with_low_memory_config(&settings.folder).key(Some(&settings.keys.library));
    let client = Client::builder()
        .homeserver_url(&settings.homeserver)
        .sqlite_store_with_config_and_cache_path(config, None::<&Path>)
        // Waiting and trying again belongs to the outbox and to the sync loop.
        .request_config(RequestConfig::new().disable_retry().timeout(REQUEST))
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: false,
            auto_enable_backups: false,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
        })
        // Devices that their owner has not confirmed are neither read nor written to: a homeserver can make one up.
        .with_decryption_settings(DecryptionSettings {
            sender_device_trust_requirement: TrustRequirement::CrossSignedOrLegacy,
        })
        .with_room_key_recipient_strategy(CollectStrategy::IdentityBasedStrategy)
        .build()
        .await
        .map_err(|error| of_build(&error, &shown))?;
    let papers = Papers::new(client.clone(), &settings.keys.own);
    let session = match papers.read::<MatrixSession>(SESSION).await? {
        Some(kept) if is_expired(&kept) && is_named(&kept, &settings.user) => {
            renew(&client, &papers, settings, kept.meta.device_id).await?
        }
        Some(kept) => kept,
        None => {
            let password = settings.password.as_ref().ok_or(ChannelError::NoPassword)?;
            let session = login(&client, &settings.user, password, None).await?;
            papers.write(SESSION, &session).await?;
            session
        }
    };
    if !is_named(&session, &settings.user) {
        return Err(ChannelError::OtherUser(shown, session.meta.user_id.to_string()));
    }
    restore(&client, session, shown).await?;
    Ok(client)
}

/// Takes a kept session up again.
///
/// # Errors
/// When it cannot be. All of it is on disk, so that is no word of the homeserver.
pub async fn restore(client: &Client, session: MatrixSession, shown: String) -> Result<(), ChannelError> {
    let restored = client.matrix_auth().restore_session(session, RoomLoadSettings::default()).await;
    restored.map_err(|_| ChannelError::Folder(shown))
}

/// Notes that the homeserver wants the password again for the device that there is: the session stays, without its token.
///
/// # Errors
/// When the folder cannot be read or written.
pub async fn expire(papers: &Papers) -> Result<(), ChannelError> {
    let Some(kept) = papers.read::<MatrixSession>(SESSION).await? else { return Ok(()) };
    let tokens = SessionTokens { access_token: String::new(), refresh_token: None };
    papers.write(SESSION, &MatrixSession { tokens, ..kept }).await
}

/// Whether the homeserver wants the password again.
pub fn is_expired(session: &MatrixSession) -> bool {
    session.tokens.access_token.is_empty()
}

/// Whether there is a session, or the beginning of one.
pub fn is_begun(folder: &Path) -> bool {
    folder.join(STATE).exists()
}

/// Whether there is a session without the keys of its device.
pub fn has_lost_keys(folder: &Path) -> bool {
    is_begun(folder) && !folder.join(KEYS).exists()
}

/// Makes the folder. One that holds a session without its keys is put aside: with them the device is gone.
fn prepare(folder: &Path) -> Result<(), std::io::Error> {
    if has_lost_keys(folder)
        && let Some(aside) = put_aside(folder)?
    {
        tracing::error!(
            folder = %aside.display(),
            "the keys of the bot's Matrix device are gone; the folder was put aside and a new device is made"
        );
    }
    match fs::create_dir_all(folder) {
        Err(error) if error.kind() != IoErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// A new token for the device that there is. A homeserver that gives another one has forgotten this one.
async fn renew(
    client: &Client,
    papers: &Papers,
    settings: &Settings,
    device: OwnedDeviceId,
) -> Result<MatrixSession, ChannelError> {
    let password = settings.password.as_ref().ok_or(ChannelError::Expired)?;
    let session = login(client, &settings.user, password, Some(device.clone())).await?;
    if session.meta.device_id != device {
        return Err(ChannelError::SessionEnded(settings.folder.display().to_string()));
    }
    papers.write(SESSION, &session).await?;
    Ok(session)
}

/// Logs in: with a new device, or again with one that is known.
async fn login(
    client: &Client,
    user: &str,
    password: &SecretString,
    device: Option<OwnedDeviceId>,
) -> Result<MatrixSession, ChannelError> {
    let data = json!({
        "identifier": { "type": "m.id.user", "user": user },
        "password": password.expose_secret(),
    });
    let serde_json::Value::Object(data) = data else { return Err(ChannelError::NoPassword) };
    let mut request = Request::new(LoginInfo::new("m.login.password", data)?);
    request.initial_device_display_name = Some(DEVICE_NAME.into());
    request.device_id = device;
    let answer = client.send(request).await.map_err(|error| match of_http(&error) {
        Outcome::Forbidden => ChannelError::Password,
        Outcome::Refused(code @ 400..=499) => ChannelError::Login(code),
        _ => ChannelError::Http(error),
    })?;
    tracing::info!("logged in to the Matrix homeserver");
    Ok(MatrixSession {
        meta: SessionMeta { user_id: answer.user_id, device_id: answer.device_id },
        tokens: SessionTokens { access_token: answer.access_token, refresh_token: None },
    })
}

/// Whether the settings name the user of this session: in full, or only the part before the colon.
fn is_named(session: &MatrixSession, name: &str) -> bool {
    let user = &session.meta.user_id;
    user.as_str() == name || user.localpart() == name.trim_start_matches('@')
}
