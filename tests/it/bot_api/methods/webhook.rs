//! setWebhook, deleteWebhook, getWebhookInfo. Nothing is ever delivered to a webhook.

use serde_json::json;

use super::super::{
    answer::{Answer, Refusal},
    params::Params,
    state::State,
};

pub(super) fn set(state: &mut State, params: &Params) -> Answer {
    let Some(url) = params.text("url") else { return delete(state, params) };
    if !url.starts_with("https://") {
        return Err(Refusal::bad_request("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    state.updates.allow(params.nested("allowed_updates").ok().flatten());
    if params.flag("drop_pending_updates") {
        state.updates.clear();
    }
    state.webhook = Some(url.into_owned());
    state.updates.arrived.notify_waiters();
    Ok(json!(true))
}

pub(super) fn delete(state: &mut State, params: &Params) -> Answer {
    if params.flag("drop_pending_updates") {
        state.updates.clear();
    }
    state.webhook = None;
    Ok(json!(true))
}

pub(super) fn info(state: &mut State, _: &Params) -> Answer {
    let mut info = json!({
        "url": state.webhook.clone().unwrap_or_default(),
        "has_custom_certificate": false,
        "pending_update_count": state.updates.len(),
    });
    if state.webhook.is_some() {
        info["max_connections"] = json!(40);
    }
    if let Some(kinds) = state.updates.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    Ok(info)
}
