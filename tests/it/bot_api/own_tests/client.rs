//! A bot without a library: one HTTP request over TCP, and what came back.

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::super::{BotApi, TOKEN};

/// Status line, headers and body of an answer.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) text: String,
}

impl Reply {
    /// The body as JSON.
    pub(super) fn body(&self) -> Value {
        serde_json::from_str(&self.text).expect("the server answers with JSON")
    }

    /// `result` of a granted request.
    pub(super) fn granted(&self) -> Value {
        let body = self.body();
        assert_eq!((self.status, &body["ok"]), (200, &json!(true)), "{body}");
        body["result"].clone()
    }

    /// Status and description of a refusal.
    pub(super) fn refusal(&self) -> (u16, String) {
        let body = self.body();
        assert_eq!((&body["ok"], &body["error_code"]), (&json!(false), &json!(self.status)), "{body}");
        (self.status, body["description"].as_str().unwrap_or_default().to_owned())
    }
}

/// Posts `body` to a path; `None` when the connection closes without an answer.
pub(super) async fn post_to(api: &BotApi, path: &str, kind: &str, body: &[u8]) -> Option<Reply> {
    api.is_looked_at();
    let address = api.url().strip_prefix("http://")?;
    let mut stream = TcpStream::connect(address).await.ok()?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(body).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, text) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply { status, head: head.to_ascii_lowercase(), text: text.to_owned() })
}

/// Calls a method with JSON; `None` when the connection closes without an answer.
pub(super) async fn try_call(api: &BotApi, method: &str, params: Value) -> Option<Reply> {
    let path = format!("/bot{TOKEN}/{method}");
    post_to(api, &path, "application/json", params.to_string().as_bytes()).await
}

/// Calls a method with JSON.
pub(super) async fn call(api: &BotApi, method: &str, params: Value) -> Reply {
    try_call(api, method, params).await.expect("an answer")
}

/// Calls a method that must be granted.
pub(super) async fn granted(api: &BotApi, method: &str, params: Value) -> Value {
    call(api, method, params).await.granted()
}

/// Calls a method that must be refused.
pub(super) async fn refused(api: &BotApi, method: &str, params: Value) -> (u16, String) {
    call(api, method, params).await.refusal()
}

/// The updates that `getUpdates` gives.
pub(super) async fn updates(api: &BotApi, params: Value) -> Vec<Value> {
    granted(api, "getUpdates", params).await.as_array().cloned().unwrap_or_default()
}

/// The ids among updates.
pub(super) fn ids(updates: &[Value]) -> Vec<i64> {
    updates.iter().filter_map(|update| update["update_id"].as_i64()).collect()
}
