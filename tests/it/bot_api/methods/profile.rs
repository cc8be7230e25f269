//! What the bot says about itself: commands, name and descriptions, by scope and language.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::super::{
    answer::{Answer, Refusal},
    params::Params,
    state::State,
};

/// The settings of the bot's profile.
#[derive(Default)]
pub(in super::super) struct Profile {
    commands: HashMap<(String, String), Vec<Value>>,
    names: HashMap<String, String>,
    descriptions: HashMap<String, String>,
    short_descriptions: HashMap<String, String>,
}

impl Profile {
    /// Command and description, as set for exactly this scope and language.
    pub(in super::super) fn commands(&self, scope: &Value, language: &str) -> Vec<(String, String)> {
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = self.commands.get(&(scope.to_string(), language.to_owned()));
        let pair = |command: &Value| (words(&command["command"]), words(&command["description"]));
        list.into_iter().flatten().map(pair).collect()
    }
}

pub(super) fn set_my_commands(state: &mut State, params: &Params) -> Answer {
    let key = (scope(state, params)?, language(params)?);
    let list =
        params.nested("commands").map_err(|_| Refusal::bad_request("can't parse commands JSON object"))?;
    let list = match list {
        None => Vec::new(),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(Refusal::bad_request("expected an Array of BotCommand")),
    };
    let commands = list.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    if commands.len() > 100 {
        return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    state.profile.commands.insert(key, commands);
    Ok(json!(true))
}

fn command(value: &Value) -> Result<Value, Refusal> {
    let field = |name: &str| {
        value.get(name).and_then(Value::as_str).map(str::trim).ok_or_else(|| {
            Refusal::bad_request(format!("can't parse BotCommand: Can't find field \"{name}\""))
        })
    };
    let (command, description) = (field("command")?, field("description")?);
    let command = command.strip_prefix('/').unwrap_or(command);
    if command.is_empty() {
        return Err(Refusal::bad_request("command must be non-empty"));
    }
    if command.chars().count() > 32 {
        return Err(Refusal::bad_request("command length must not exceed 32"));
    }
    let is_plain = |character: char| matches!(character, 'a'..='z' | '0'..='9' | '_');
    if !command.chars().all(is_plain) {
        return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
    }
    if description.is_empty() {
        return Err(Refusal::bad_request("command description must be non-empty"));
    }
    if description.chars().count() > 256 {
        return Err(Refusal::bad_request("command description length must not exceed 256"));
    }
    Ok(json!({ "command": command, "description": description }))
}

pub(super) fn get_my_commands(state: &mut State, params: &Params) -> Answer {
    let key = (scope(state, params)?, language(params)?);
    Ok(Value::Array(state.profile.commands.get(&key).cloned().unwrap_or_default()))
}

pub(super) fn delete_my_commands(state: &mut State, params: &Params) -> Answer {
    let key = (scope(state, params)?, language(params)?);
    state.profile.commands.remove(&key);
    Ok(json!(true))
}

/// The scope in one spelling, so that it can be a key.
fn scope(state: &State, params: &Params) -> Result<String, Refusal> {
    let scope = params
        .nested("scope")
        .map_err(|_| Refusal::bad_request("can't parse BotCommandScope JSON object"))?
        .unwrap_or_else(|| json!({ "type": "default" }));
    let complaint = |reason: &str| Refusal::bad_request(format!("can't parse BotCommandScope: {reason}"));
    let kind = scope["type"].as_str().ok_or_else(|| complaint("Can't find field \"type\""))?;
    let is_of_chat = match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => false,
        "chat" | "chat_administrators" | "chat_member" => true,
        _ => return Err(complaint("Unsupported type specified")),
    };
    if is_of_chat {
        let named = &scope["chat_id"];
        let id = named.as_i64().or_else(|| named.as_str()?.parse().ok());
        id.and_then(|id| state.chats.get(&id)).ok_or_else(|| Refusal::bad_request("chat not found"))?;
    }
    if kind == "chat_member" && scope["user_id"].as_i64().is_none_or(|id| id <= 0) {
        return Err(complaint("Invalid user_id specified"));
    }
    Ok(scope.to_string())
}

fn language(params: &Params) -> Result<String, Refusal> {
    let language = params.text("language_code").unwrap_or_default().into_owned();
    let fits = language.is_empty()
        || (language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase()));
    if fits { Ok(language) } else { Err(Refusal::bad_request("invalid language code specified")) }
}

type Words = HashMap<String, String>;

fn set(words: &mut Words, params: &Params, field: &str, longest: usize) -> Answer {
    let language = language(params)?;
    let text = params.text(field).unwrap_or_default();
    if text.chars().count() > longest {
        return Err(Refusal::bad_request(format!("{} is too long", field.replace('_', " "))));
    }
    words.insert(language, text.into_owned());
    Ok(json!(true))
}

fn get(words: &Words, params: &Params, field: &str, fallback: &str) -> Answer {
    let text = words.get(&language(params)?).filter(|text| !text.is_empty());
    let general = words.get("").map_or(fallback, String::as_str);
    Ok(json!({ field: text.map_or(general, String::as_str) }))
}

pub(super) fn set_my_name(state: &mut State, params: &Params) -> Answer {
    set(&mut state.profile.names, params, "name", 64)
}

pub(super) fn get_my_name(state: &mut State, params: &Params) -> Answer {
    get(&state.profile.names, params, "name", "Noodplan")
}

pub(super) fn set_my_description(state: &mut State, params: &Params) -> Answer {
    set(&mut state.profile.descriptions, params, "description", 512)
}

pub(super) fn get_my_description(state: &mut State, params: &Params) -> Answer {
    get(&state.profile.descriptions, params, "description", "")
}

pub(super) fn set_my_short_description(state: &mut State, params: &Params) -> Answer {
    set(&mut state.profile.short_descriptions, params, "short_description", 120)
}

pub(super) fn get_my_short_description(state: &mut State, params: &Params) -> Answer {
    get(&state.profile.short_descriptions, params, "short_description", "")
}
