//! Keyboards: what Telegram takes, and in which words it refuses.

use serde_json::{Value, json};

use super::{answer::Refusal, link, params::Params};

const MOST_BUTTONS: usize = 100;

/// A `reply_markup` that passed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Markup {
    /// Buttons under the message.
    Inline(Value),
    /// Buttons in place of the person's keyboard.
    Reply(Value),
    /// The person's own keyboard comes back.
    Remove,
    ForceReply,
}

/// Reads `reply_markup` for a chat; only private chats may be asked for a phone number.
pub(super) fn read(params: &Params, is_private: bool) -> Result<Option<Markup>, Refusal> {
    let value = params
        .nested("reply_markup")
        .map_err(|_| Refusal::bad_request("can't parse reply keyboard markup JSON object"))?;
    let Some(value) = value else { return Ok(None) };
    let Some(fields) = value.as_object() else {
        return Err(Refusal::bad_request("object expected as reply markup"));
    };
    let rows = |name: &str| rows_of(fields.get(name), name);
    let reply = rows("keyboard")?;
    if !reply.is_empty() {
        for button in reply.iter().flatten() {
            check_reply_button(button, is_private)?;
        }
        return Ok(Some(Markup::Reply(value)));
    }
    let inline = rows("inline_keyboard")?;
    if inline.iter().any(|row| !row.is_empty()) {
        return check_inline(&inline).map(Some);
    }
    let flag = |name: &str| fields.get(name).and_then(Value::as_bool).unwrap_or_default();
    Ok(match (flag("remove_keyboard"), flag("force_reply")) {
        (true, _) => Some(Markup::Remove),
        (_, true) => Some(Markup::ForceReply),
        _ => None,
    })
}

fn rows_of(field: Option<&Value>, name: &str) -> Result<Vec<Vec<Value>>, Refusal> {
    let complaint = || Refusal::bad_request(format!("field \"{name}\" must be an Array of Arrays"));
    let rows = match field {
        None => return Ok(Vec::new()),
        Some(Value::Array(rows)) => rows,
        Some(_) => return Err(complaint()),
    };
    rows.iter().map(|row| row.as_array().cloned().ok_or_else(complaint)).collect()
}

fn check_reply_button(button: &Value, is_private: bool) -> Result<(), Refusal> {
    let text = match button {
        Value::String(text) => text,
        Value::Object(fields) => match fields.get("text").and_then(Value::as_str) {
            Some(text) => text,
            None => {
                return Err(Refusal::bad_request("can't parse keyboard button: Can't find field \"text\""));
            }
        },
        _ => {
            return Err(Refusal::bad_request(
                "can't parse keyboard button: KeyboardButton must be a String or an Object",
            ));
        }
    };
    if text.trim().is_empty() {
        return Err(Refusal::bad_request("keyboard button text must be non-empty"));
    }
    for (field, thing) in [
        ("request_contact", "phone number"),
        ("request_location", "location"),
        ("request_poll", "poll"),
        ("request_users", "users"),
        ("request_chat", "chats"),
    ] {
        let asked = button.get(field).is_some_and(|value| *value != Value::Bool(false));
        if asked && !is_private {
            return Err(Refusal::bad_request(format!("{thing} can be requested in private chats only")));
        }
    }
    Ok(())
}

fn check_inline(rows: &[Vec<Value>]) -> Result<Markup, Refusal> {
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| !row.is_empty()) {
        kept.push(row.iter().map(inline_button).collect::<Result<Vec<_>, _>>()?);
    }
    if kept.iter().map(Vec::len).sum::<usize>() > MOST_BUTTONS {
        return Err(Refusal::bad_request("reply markup is too long"));
    }
    Ok(Markup::Inline(json!({ "inline_keyboard": kept })))
}

/// One button, reduced to the first action that it names, as the real server does.
fn inline_button(button: &Value) -> Result<Value, Refusal> {
    let syntax = |reason: &str| Refusal::bad_request(format!("can't parse inline keyboard button: {reason}"));
    let Some(fields) = button.as_object() else {
        return Err(syntax("InlineKeyboardButton must be an Object"));
    };
    let text = match fields.get("text") {
        Some(Value::String(text)) => text,
        Some(_) => return Err(syntax("Field \"text\" must be of type String")),
        None => return Err(syntax("Can't find field \"text\"")),
    };
    let words = |name: &str| match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(syntax(&format!("Field \"{name}\" must be of type String"))),
    };
    let (url, data) = (words("url")?, words("callback_data")?);
    let copied = fields.get("copy_text").map(|copy| copy.get("text").and_then(Value::as_str));
    let other = ["callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat"]
        .into_iter()
        .chain(["switch_inline_query_current_chat", "login_url", "web_app"])
        .find(|name| fields.contains_key(*name));
    let action = if let Some(url) = url {
        ("url", json!(checked_url(url)?))
    } else if let Some(data) = data {
        if data.len() > 64 {
            return Err(Refusal::bad_request("BUTTON_DATA_INVALID"));
        }
        ("callback_data", json!(data))
    } else if let Some(name) = other {
        (name, fields.get(name).cloned().unwrap_or_default())
    } else if let Some(copied) = copied {
        let copied = copied.ok_or_else(|| syntax("Can't find field \"text\""))?;
        if !(1..=256).contains(&copied.chars().count()) {
            return Err(Refusal::bad_request("BUTTON_COPY_TEXT_INVALID"));
        }
        ("copy_text", json!({ "text": copied }))
    } else {
        return Err(syntax("Text buttons are unallowed in the inline keyboard"));
    };
    if text.trim().is_empty() {
        return Err(Refusal::bad_request("inline keyboard button text must be non-empty"));
    }
    let mut kept = json!({ "text": text });
    kept[action.0] = action.1;
    Ok(kept)
}

fn checked_url(url: &str) -> Result<String, Refusal> {
    link::checked(url).map_err(|reason| {
        Refusal::bad_request(format!("inline keyboard button URL '{url}' is invalid: {reason}"))
    })
}
