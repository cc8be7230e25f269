//! Reads the parameters of a request, however they were sent, the way the real server does:
//! every parameter is a text, and what is not a JSON string counts as the JSON that was written.

use std::borrow::Cow;

use axum::{
    body::{Bytes, to_bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use serde_json::{Map, Value, json};

use super::answer::Refusal;

const LARGEST_BODY: usize = 60 << 20;

/// A file that came as a part of a multipart request.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    pub(super) file_name: Option<String>,
    pub(super) mime_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// One parameter as it was sent.
#[derive(Clone, Debug)]
pub(super) enum Arg {
    /// A JSON string, a form field or a piece of the URL.
    Text(String),
    /// A JSON number, boolean, object, array or null.
    Json(Value),
    File(Upload),
}

/// All parameters of one request.
#[derive(Clone, Debug, Default)]
pub(super) struct Params {
    fields: Vec<(String, Arg)>,
    sent_as_json: bool,
}

impl Params {
    /// Takes the URL's query and the body: JSON, multipart or a web form.
    pub(super) async fn read(mut request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.add_web_form(query);
        }
        let kind = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .map(str::to_ascii_lowercase)
            .unwrap_or_default();
        if kind.contains("multipart/form-data") {
            DefaultBodyLimit::max(LARGEST_BODY).apply(&mut request);
            params.add_multipart(request).await?;
            return Ok(params);
        }
        let body = to_bytes(request.into_body(), LARGEST_BODY)
            .await
            .map_err(|_| Refusal::new(413, "Request Entity Too Large"))?;
        if kind.contains("application/json") {
            params.add_json(&body)?;
        } else if kind.contains("x-www-form-urlencoded") {
            params.add_web_form(&String::from_utf8_lossy(&body));
        }
        Ok(params)
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        self.sent_as_json = true;
        if body.is_empty() {
            return Ok(());
        }
        let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
            return Err(Refusal::bad_request("JSON object expected"));
        };
        for (name, value) in fields {
            let arg = if let Value::String(text) = value { Arg::Text(text) } else { Arg::Json(value) };
            self.fields.push((name, arg));
        }
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = |_| Refusal::bad_request("can't parse multipart request");
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| {
            Refusal::bad_request("boundary field not found in the multipart/form-data request")
        })?;
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let mime_type = part.content_type().map(str::to_owned);
            let bytes = part
                .bytes()
                .await
                .map_err(|problem| Refusal::new(problem.status().as_u16(), problem.body_text()))?;
            let arg = if file_name.is_some() || mime_type.is_some() {
                Arg::File(Upload { file_name, mime_type, bytes })
            } else {
                let text = String::from_utf8(bytes.to_vec())
                    .map_err(|_| Refusal::bad_request("strings must be encoded in UTF-8"))?;
                Arg::Text(text)
            };
            self.fields.push((name, arg));
        }
        Ok(())
    }

    fn add_web_form(&mut self, form: &str) {
        for pair in form.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.fields.push((percent_decoded(name), Arg::Text(percent_decoded(value))));
        }
    }

    /// Whether the body was JSON, so that the types of its values can be judged.
    pub(super) fn are_json(&self) -> bool {
        self.sent_as_json
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.fields.iter().map(|(name, arg)| (name.as_str(), arg))
    }

    pub(super) fn arg(&self, name: &str) -> Option<&Arg> {
        self.fields.iter().rev().find(|(field, _)| field == name).map(|(_, arg)| arg)
    }

    /// The parameter as a text; an empty one counts as absent.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let text = match self.arg(name)? {
            Arg::Text(text) => Cow::Borrowed(text.as_str()),
            Arg::Json(value) => Cow::Owned(value.to_string()),
            Arg::File(_) => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// The parameter as a number; what is no number counts as zero.
    pub(super) fn integer(&self, name: &str) -> Option<i64> {
        if let Some(Arg::Json(Value::Number(number))) = self.arg(name) {
            return Some(number.as_i64().unwrap_or_default());
        }
        self.text(name).map(|text| text.trim().parse().unwrap_or_default())
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        if let Some(Arg::Json(Value::Bool(flag))) = self.arg(name) {
            return *flag;
        }
        self.text(name).is_some_and(|text| matches!(text.to_ascii_lowercase().as_str(), "true" | "yes" | "1"))
    }

    /// The parameter as JSON, be it sent as such or inside a text.
    pub(super) fn nested(&self, name: &str) -> Result<Option<Value>, serde_json::Error> {
        match self.arg(name) {
            Some(Arg::Json(value)) => Ok(Some(value.clone())),
            Some(Arg::Text(text)) if !text.is_empty() => serde_json::from_str(text).map(Some),
            _ => Ok(None),
        }
    }

    /// The file given for `name`: as its own part, or as the part that `attach://` points to.
    pub(super) fn file(&self, name: &str) -> Option<&Upload> {
        match self.arg(name)? {
            Arg::File(upload) => Some(upload),
            Arg::Text(text) => match self.arg(text.strip_prefix("attach://")?)? {
                Arg::File(upload) => Some(upload),
                _ => None,
            },
            Arg::Json(_) => None,
        }
    }

    /// The parameters as one JSON object; of a file only its name, type and size.
    pub(super) fn summary(&self) -> Value {
        let fields: Map<String, Value> = self
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => Value::from(text.as_str()),
                    Arg::Json(value) => value.clone(),
                    Arg::File(file) => json!({
                        "file_name": file.file_name, "mime_type": file.mime_type, "size": file.bytes.len(),
                    }),
                };
                (name.to_owned(), value)
            })
            .collect();
        Value::Object(fields)
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        let hex = after.get(..2).and_then(|pair| str::from_utf8(pair).ok());
        match (first, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
