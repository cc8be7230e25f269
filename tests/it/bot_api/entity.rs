//! Formatted text: what it says and which parts of it are bold, links and so on.

use std::fmt::Write;

use serde_json::{Map, Value, json};

/// A piece of text with a meaning; offset and length count UTF-16 code units, as Telegram does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Telegram's name of the kind: `bold`, `text_link`, `bot_command` …
    pub kind: String,
    pub offset: usize,
    pub length: usize,
    /// The address of a `text_link`, the language of a `pre`, the number of a `custom_emoji`,
    /// the user of a `text_mention`.
    pub detail: Option<String>,
}

/// A text with its entities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

/// Length as Telegram counts it.
pub(super) fn utf16_length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl Entity {
    pub(super) fn new(kind: &str, offset: usize, length: usize, detail: Option<String>) -> Self {
        Self { kind: kind.to_owned(), offset, length, detail }
    }

    pub(super) fn end(&self) -> usize {
        self.offset + self.length
    }

    /// Reads a `MessageEntity`; `Err` says what is wrong with it, `Ok(None)` is a kind to ignore.
    pub(super) fn from_json(value: &Value) -> Result<Option<Self>, String> {
        let fields = value.as_object().ok_or("MessageEntity must be an Object")?;
        let number = |name: &str| {
            let field = fields.get(name).ok_or_else(|| format!("Can't find field \"{name}\""))?;
            field
                .as_u64()
                .and_then(|number| usize::try_from(number).ok())
                .ok_or_else(|| format!("Field \"{name}\" must be a valid Number"))
        };
        let (offset, length) = (number("offset")?, number("length")?);
        let kind = fields.get("type").and_then(Value::as_str).ok_or("Can't find field \"type\"")?;
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        let detail = match kind {
            "text_link" => text("url"),
            "pre" => text("language"),
            "custom_emoji" => text("custom_emoji_id"),
            "text_mention" => fields.get("user").and_then(|user| user.get("id")).map(Value::to_string),
            _ => None,
        };
        Ok(Some(Self::new(kind, offset, length, detail)).filter(|entity| entity.length > 0))
    }

    /// The entity as a `MessageEntity`; `user` gives the card of a mentioned person.
    pub(super) fn to_json(&self, user: impl Fn(&str) -> Option<Value>) -> Option<Value> {
        let mut fields = Map::new();
        fields.insert("type".into(), json!(self.kind));
        fields.insert("offset".into(), json!(self.offset));
        fields.insert("length".into(), json!(self.length));
        if let Some(detail) = &self.detail {
            let (name, value) = match self.kind.as_str() {
                "text_link" => ("url", json!(detail)),
                "pre" => ("language", json!(detail)),
                "custom_emoji" => ("custom_emoji_id", json!(detail)),
                "text_mention" => ("user", user(detail)?),
                _ => return Some(Value::Object(fields)),
            };
            fields.insert(name.into(), value);
        }
        Some(Value::Object(fields))
    }

    fn is_style(&self) -> bool {
        matches!(self.kind.as_str(), "bold" | "italic" | "underline" | "strikethrough" | "spoiler")
    }

    fn is_quote(&self) -> bool {
        matches!(self.kind.as_str(), "blockquote" | "expandable_blockquote")
    }

    fn is_code(&self) -> bool {
        matches!(self.kind.as_str(), "code" | "pre")
    }

    fn rank(&self) -> u8 {
        match self.kind.as_str() {
            "blockquote" | "expandable_blockquote" => 0,
            "pre" => 10,
            "code" => 20,
            "text_link" | "text_mention" => 49,
            "bold" => 90,
            "italic" => 91,
            "underline" => 92,
            "strikethrough" => 93,
            "spoiler" => 94,
            "custom_emoji" => 99,
            _ => 50,
        }
    }
}

pub(super) fn sort(entities: &mut [Entity]) {
    entities.sort_by(|a, b| (a.offset, b.length, a.rank()).cmp(&(b.offset, a.length, b.rank())));
}

/// Brings entities into the shape in which Telegram gives them back: sorted, neighbours of one style
/// joined, no style inside code, quotes and links never inside their like.
pub(super) fn settle(mut entities: Vec<Entity>) -> Vec<Entity> {
    entities.retain(|entity| entity.length > 0);
    sort(&mut entities);
    let (styles, solid): (Vec<_>, Vec<_>) = entities.into_iter().partition(Entity::is_style);
    let (quotes, solid): (Vec<_>, Vec<_>) = solid.into_iter().partition(Entity::is_quote);
    let mut settled = without_overlaps(solid);
    let code: Vec<_> = settled.iter().filter(|entity| entity.is_code()).cloned().collect();
    settled.extend(without_overlaps(quotes));
    for style in joined(styles) {
        settled.extend(outside(style, &code));
    }
    sort(&mut settled);
    settled
}

/// Adds what Telegram found by itself, unless it lies across something solid.
pub(super) fn add_found(entities: &mut Vec<Entity>, found: Vec<Entity>) {
    let solid: Vec<_> =
        entities.iter().filter(|entity| !entity.is_style() && !entity.is_quote()).cloned().collect();
    let is_free = |new: &Entity| solid.iter().all(|old| new.end() <= old.offset || old.end() <= new.offset);
    entities.extend(found.into_iter().filter(is_free));
    sort(entities);
}

fn without_overlaps(sorted: Vec<Entity>) -> Vec<Entity> {
    let mut kept: Vec<Entity> = Vec::with_capacity(sorted.len());
    for entity in sorted {
        if kept.last().is_none_or(|last| last.end() <= entity.offset) {
            kept.push(entity);
        }
    }
    kept
}

fn joined(sorted: Vec<Entity>) -> Vec<Entity> {
    let mut result: Vec<Entity> = Vec::with_capacity(sorted.len());
    for entity in sorted {
        let reaches = |old: &&mut Entity| old.kind == entity.kind && old.end() >= entity.offset;
        if let Some(old) = result.iter_mut().find(reaches) {
            old.length = old.end().max(entity.end()) - old.offset;
        } else {
            result.push(entity);
        }
    }
    result
}

fn outside(style: Entity, code: &[Entity]) -> Vec<Entity> {
    let mut pieces = vec![style];
    for block in code {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| {
                let end = piece.end();
                let before = piece.offset..end.min(block.offset).max(piece.offset);
                let after = piece.offset.max(block.end()).min(end)..end;
                if block.end() <= piece.offset || end <= block.offset {
                    vec![piece]
                } else {
                    [before, after]
                        .into_iter()
                        .filter(|range| !range.is_empty())
                        .map(|range| Entity { offset: range.start, length: range.len(), ..piece.clone() })
                        .collect()
                }
            })
            .collect();
    }
    pieces
}

/// Writes the text as HTML, so that a test can compare what stands out and what does not.
pub(super) fn as_html(text: &str, entities: &[Entity]) -> String {
    let mut html = String::with_capacity(text.len());
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut coming = entities.iter().filter_map(|entity| Some((entity, tag(&entity.kind)?))).peekable();
    let mut at = 0;
    for character in text.chars().map(Some).chain([None]) {
        while let Some((_, name)) = open.pop_if(|(end, _)| *end <= at) {
            let _ = write!(html, "</{name}>");
        }
        while let Some((entity, name)) =
            coming.next_if(|(entity, _)| character.is_some() && entity.offset <= at)
        {
            let attribute = match (&entity.detail, entity.kind.as_str()) {
                (Some(detail), "text_link") => format!(" href=\"{detail}\""),
                (Some(detail), "pre") => format!(" class=\"language-{detail}\""),
                (None, "expandable_blockquote") => " expandable".to_owned(),
                _ => String::new(),
            };
            let _ = write!(html, "<{name}{attribute}>");
            open.push((entity.end(), name));
        }
        match character {
            Some('<') => html.push_str("&lt;"),
            Some('>') => html.push_str("&gt;"),
            Some('&') => html.push_str("&amp;"),
            Some(other) => html.push(other),
            None => {}
        }
        at += character.map_or(0, char::len_utf16);
    }
    html
}

fn tag(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "bold" => "b",
        "italic" => "i",
        "underline" => "u",
        "strikethrough" => "s",
        "spoiler" => "tg-spoiler",
        "code" => "code",
        "pre" => "pre",
        "text_link" | "text_mention" => "a",
        "blockquote" | "expandable_blockquote" => "blockquote",
        "custom_emoji" => "tg-emoji",
        _ => return None,
    })
}
