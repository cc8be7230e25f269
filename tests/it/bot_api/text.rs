//! From the text of a request to the text of a message: cleaning, trimming, length, things found in it.

use serde_json::Value;

use super::{
    answer::Refusal,
    entity::{self, Entity, Formatted, utf16_length},
    html,
    params::Params,
};

const LONGEST_INPUT: usize = 1 << 15;

/// Telegram ignores what comes after these.
const MOST_ENTITIES: usize = 100;

/// The text in parameter `name`, parsed and cleaned, not yet judged by its length. A lean server
/// takes it as it is.
pub(super) fn read(params: &Params, name: &str, entities: &str, lean: bool) -> Result<Formatted, Refusal> {
    let source = params.text(name).unwrap_or_default();
    if lean {
        return Ok(Formatted { text: source.into_owned(), entities: Vec::new() });
    }
    if source.len() > LONGEST_INPUT {
        return Err(Refusal::bad_request("text is too long"));
    }
    let mode = params.text("parse_mode").unwrap_or_default().to_ascii_lowercase();
    let formatted = match mode.as_str() {
        _ if source.is_empty() => Formatted::default(),
        "" | "none" => Formatted { entities: given_entities(params, entities)?, text: source.into_owned() },
        "html" => html::parse(&source)
            .map_err(|complaint| Refusal::bad_request(format!("can't parse entities: {complaint}")))?,
        "markdown" | "markdownv2" => {
            return Err(Refusal::new(501, "Not Implemented: this test server reads parse_mode HTML only"));
        }
        _ => return Err(Refusal::bad_request("unsupported parse_mode")),
    };
    let mut cleaned = trimmed(&clean(formatted)?);
    let found = found_in(&cleaned.text);
    entity::add_found(&mut cleaned.entities, found);
    cleaned.entities.truncate(MOST_ENTITIES);
    Ok(cleaned)
}

/// What a person typed, as it reaches the bot.
pub(super) fn typed(text: &str) -> Formatted {
    let source = Formatted { text: text.to_owned(), entities: Vec::new() };
    let mut cleaned = clean(source).as_ref().map(trimmed).unwrap_or_default();
    let found = found_in(&cleaned.text);
    entity::add_found(&mut cleaned.entities, found);
    cleaned
}

fn given_entities(params: &Params, name: &str) -> Result<Vec<Entity>, Refusal> {
    let Ok(Some(Value::Array(list))) = params.nested(name) else { return Ok(Vec::new()) };
    let complaint = |reason| Refusal::bad_request(format!("can't parse MessageEntity: {reason}"));
    let read = |value| Entity::from_json(value).map_err(complaint).transpose();
    list.iter().filter_map(read).collect()
}

/// Nothing that a reader could see.
pub(super) fn is_blank(text: &str) -> bool {
    let is_invisible = |character: char| {
        matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2800}' | '\u{feff}' | '\u{fffc}')
    };
    text.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

/// Control characters become spaces, carriage returns and direction overrides go; entities move along.
fn clean(formatted: Formatted) -> Result<Formatted, Refusal> {
    let mut text = String::with_capacity(formatted.text.len());
    let mut moved: Vec<Option<usize>> = Vec::with_capacity(formatted.text.len() + 1);
    let mut units = 0;
    for character in formatted.text.chars() {
        moved.push(Some(units));
        if character.len_utf16() == 2 {
            moved.push(None);
        }
        let kept = match character {
            '\r' | '\u{2028}'..='\u{202e}' | '\u{333}' | '\u{33f}' | '\u{30a}' => continue,
            '\n' => '\n',
            control if control <= ' ' => ' ',
            other => other,
        };
        text.push(kept);
        units += kept.len_utf16();
    }
    moved.push(Some(units));
    let place = |offset: usize| match moved.get(offset) {
        Some(Some(place)) => Ok(*place),
        Some(None) => Err(Refusal::bad_request(format!(
            "entity begins or ends in a middle of a UTF-16 symbol at UTF-16 offset {offset}"
        ))),
        None => Err(Refusal::bad_request(format!(
            "entity begins or ends after the end of the text at UTF-16 offset {offset}"
        ))),
    };
    let entities = formatted
        .entities
        .into_iter()
        .map(|entity| {
            let (start, end) = (place(entity.offset)?, place(entity.end())?);
            Ok(Entity { offset: start, length: end - start, ..entity })
        })
        .collect::<Result<_, Refusal>>()?;
    Ok(Formatted { text, entities: entity::settle(entities) })
}

/// Takes spaces and line ends off both ends; at the front only as far as the first entity.
fn trimmed(formatted: &Formatted) -> Formatted {
    let is_margin = |character: char| matches!(character, ' ' | '\n');
    let text = formatted.text.trim_end_matches(is_margin);
    let end = utf16_length(text);
    let margin = text.len() - text.trim_start_matches(is_margin).len();
    let cut = formatted.entities.first().map_or(margin, |first| margin.min(first.offset));
    let entities = formatted
        .entities
        .iter()
        .filter(|entity| entity.offset < end)
        .map(|entity| {
            let length = entity.end().min(end) - entity.offset;
            Entity { offset: entity.offset - cut, length, ..entity.clone() }
        })
        .collect();
    Formatted { text: text.get(cut..).unwrap_or_default().to_owned(), entities }
}

/// Commands, names, addresses of the web and of mail: what Telegram marks by itself.
fn found_in(text: &str) -> Vec<Entity> {
    if !text.contains(['/', '@', '#']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut offset = 0;
    for word in text.split_inclusive([' ', '\n']) {
        let core = word.trim_end().trim_start_matches(['(', '"', '\'', '„', '“']);
        let lead = utf16_length(word.trim_end()) - utf16_length(core);
        let core = core.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '”']);
        if let Some((kind, part)) = meaning(core) {
            found.push(Entity::new(kind, offset + lead, utf16_length(part), None));
        }
        offset += utf16_length(word);
    }
    found
}

fn meaning(word: &str) -> Option<(&'static str, &str)> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let fits = |name: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&name.len()) && name.chars().all(is_name)
    };
    if let Some(command) = word.strip_prefix('/') {
        let (name, bot) = command.split_once('@').unwrap_or((command, "bot"));
        return (fits(name, 1..=64) && fits(bot, 3..=32)).then_some(("bot_command", word));
    }
    if let Some(name) = word.strip_prefix('@') {
        return fits(name, 2..=32).then_some(("mention", word));
    }
    if let Some(tag) = word.strip_prefix('#') {
        let is_tag = tag.chars().any(char::is_alphabetic)
            && tag.chars().all(|character| character.is_alphanumeric() || character == '_');
        return is_tag.then_some(("hashtag", word));
    }
    if word.starts_with("http://") || word.starts_with("https://") {
        return super::link::checked(word).is_ok().then_some(("url", word));
    }
    let (user, host) = word.split_once('@')?;
    let is_mail =
        !user.is_empty() && host.contains('.') && !host.contains('@') && super::link::checked(host).is_ok();
    is_mail.then_some(("email", word))
}
