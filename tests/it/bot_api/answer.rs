//! What the server answers: a result, or a refusal in Telegram's own words.

use serde_json::{Value, json};

/// What one method comes to.
pub(super) type Answer = Result<Value, Refusal>;

/// A request that was not granted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    /// HTTP status, and `error_code` of the body.
    pub(super) code: u16,
    pub(super) description: String,
    /// `ResponseParameters`, where the refusal carries them.
    pub(super) parameters: Option<Value>,
}

impl Refusal {
    pub(super) fn new(code: u16, description: impl Into<String>) -> Self {
        Self { code, description: description.into(), parameters: None }
    }

    /// 400, with the prefix that Telegram puts before every such text.
    pub(super) fn bad_request(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()))
    }

    pub(super) fn forbidden(reason: &str) -> Self {
        Self::new(403, format!("Forbidden: {reason}"))
    }

    pub(super) fn conflict(reason: &str) -> Self {
        Self::new(409, format!("Conflict: {reason}"))
    }

    /// 429 with `retry_after` in seconds.
    pub(super) fn too_many_requests(seconds: u64) -> Self {
        let description = format!("Too Many Requests: retry after {seconds}");
        Self { code: 429, description, parameters: Some(json!({ "retry_after": seconds })) }
    }

    /// A group that lives on as the supergroup `chat_id`.
    pub(super) fn moved_to(chat_id: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": chat_id })),
            ..Self::bad_request("group chat was upgraded to a supergroup chat")
        }
    }

    /// Seconds for the `Retry-After` header.
    pub(super) fn retry_after(&self) -> Option<u64> {
        self.parameters.as_ref()?.get("retry_after")?.as_u64()
    }

    /// The body as it goes over the wire.
    pub(super) fn body(&self) -> String {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let (Some(parameters), Some(fields)) = (&self.parameters, body.as_object_mut()) {
            fields.insert("parameters".into(), parameters.clone());
        }
        body.to_string()
    }
}

/// The body of a granted request.
pub(super) fn granted(result: &str) -> String {
    format!("{{\"ok\":true,\"result\":{result}}}")
}
