//! `noodplan check`: looks at the bot's account from outside, also while the bot runs. Nothing is made, moved or sent, and
//! the keys of the device stay shut; so this believes what the homeserver says.

use std::collections::BTreeMap;

use matrix_sdk::{
    Client, SqliteStateStore, SqliteStoreConfig,
    config::{RequestConfig, StoreConfig},
    cross_process_lock::CrossProcessLockConfig,
    ruma::{DeviceId, UserId, api::client::keys::get_keys::v3 as get_keys},
};
use serde::de::IgnoredAny;

use super::{
    Settings,
    outcome::{ChannelError, of_build},
    papers::Papers,
    session::{self, REQUEST},
    trust,
};

const KEYS_GONE: &str = "the keys of the bot's Matrix device are gone; the next start puts its folder aside and makes a new \
    device, for which it needs NOODPLAN_MATRIX_PASSWORD and NOODPLAN_MATRIX_RECOVERY_KEY_FILE";

/// What the operator has to do so that others see what the bot says; nothing before the first start.
///
/// # Errors
/// When the session cannot be read, or the homeserver does not answer.
pub async fn check(settings: Settings) -> Result<Vec<String>, ChannelError> {
    if !session::is_begun(&settings.folder) {
        return Ok(Vec::new());
    }
    if session::has_lost_keys(&settings.folder) {
        return Ok(vec![KEYS_GONE.to_owned()]);
    }
    let Some(client) = enter(&settings).await? else { return Ok(Vec::new()) };
    let (Some(user), Some(device)) = (client.user_id(), client.device_id()) else { return Ok(Vec::new()) };
    let mut request = get_keys::Request::new();
    request.device_keys.insert(user.to_owned(), vec![device.to_owned()]);
    let keys = client.send(request).await?;
    if is_signed(&keys, user, device) {
        return Ok(Vec::new());
    }
    Ok(vec![trust::what_to_do(&client).await?.to_owned()])
}

/// The session as it was left; `None` when there is none yet.
async fn enter(settings: &Settings) -> Result<Option<Client>, ChannelError> {
    let shown = settings.folder.display().to_string();
    let config =
        SqliteStoreConfig::with_low_memory_config(&settings.folder).key(Some(&settings.keys.library));
    let kept =
        SqliteStateStore::open_with_config(&config).await.map_err(|_| ChannelError::Folder(shown.clone()))?;
    let client = Client::builder()
        .homeserver_url(&settings.homeserver)
        .store_config(StoreConfig::new(CrossProcessLockConfig::SingleProcess).state_store(kept))
        .request_config(RequestConfig::new().disable_retry().timeout(REQUEST))
        .build()
        .await
        .map_err(|error| of_build(&error, &shown))?;
    let papers = Papers::new(client.clone(), &settings.keys.own);
    let Some(session) = papers.read(session::SESSION).await? else { return Ok(None) };
    if session::is_expired(&session) {
        return Err(ChannelError::Expired);
    }
    session::restore(&client, session, shown).await?;
    Ok(Some(client))
}

/// Whether the account has signed this device.
fn is_signed(keys: &get_keys::Response, user: &UserId, device: &DeviceId) -> bool {
    type Names = BTreeMap<String, IgnoredAny>;
    let signing =
        keys.self_signing_keys.get(user).and_then(|key| key.get_field::<Names>("keys").ok().flatten());
    let device = keys.device_keys.get(user).and_then(|devices| devices.get(device));
    let signed = device.and_then(|device| {
        device.get_field::<BTreeMap<String, Names>>("signatures").ok().flatten()?.remove(user.as_str())
    });
    match (signing, signed) {
        (Some(signing), Some(signed)) => signed.keys().any(|name| signing.contains_key(name)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::{device_id, serde::Raw, user_id};
    use serde_json::{Value, json, value::to_raw_value};

    use super::*;

    fn answer(device: &Value) -> get_keys::Response {
        let user = user_id!("@bot:test");
        let mut keys = get_keys::Response::default();
        let signing = json!({ "user_id": user, "usage": ["self_signing"], "keys": { "ed25519:own": "own" } });
        keys.self_signing_keys.insert(user.to_owned(), Raw::from_json(to_raw_value(&signing).unwrap()));
        let device = Raw::from_json(to_raw_value(device).unwrap());
        keys.device_keys.entry(user.to_owned()).or_default().insert(device_id!("D").to_owned(), device);
        keys
    }

    #[test]
    fn a_device_is_signed_when_its_account_signed_it_and_not_by_itself_alone() {
        for (by, signed) in [("ed25519:D", false), ("ed25519:own", true)] {
            let keys = answer(&json!({ "signatures": { "@bot:test": { by: "x" } } }));
            assert_eq!(is_signed(&keys, user_id!("@bot:test"), device_id!("D")), signed, "{by}");
            assert!(!is_signed(&keys, user_id!("@anna:test"), device_id!("D")));
        }
    }
}
