//! Telegram's `parse_mode` HTML: its tags, its character references, its complaints.

use super::{
    entity::{Entity, Formatted},
    link,
};

/// Turns markup into text and entities; `Err` is the complaint without "can't parse entities: ".
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser =
        Parser { source, at: 0, text: String::with_capacity(source.len()), units: 0, ..Parser::default() };
    while let Some(next) = parser.rest().chars().next() {
        match next {
            '<' if parser.byte(1) == b'/' => parser.end_tag()?,
            '<' => parser.start_tag()?,
            '&' => match parser.reference() {
                Some(code) => parser.push(character(code)?),
                None => parser.copy('&'),
            },
            other => parser.copy(other),
        }
    }
    if let Some(open) = parser.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name));
    }
    for entity in parser.entities.iter_mut().filter(|entity| entity.kind == "code") {
        entity.detail = None;
    }
    Ok(Formatted { text: parser.text, entities: parser.entities })
}

#[derive(Default)]
struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    units: usize,
    open: Vec<OpenTag>,
    entities: Vec<Entity>,
}

struct OpenTag {
    name: String,
    argument: String,
    offset: usize,
    starts_at: usize,
}

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0)
}

fn character(code: u32) -> Result<char, String> {
    char::from_u32(code).ok_or_else(|| {
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate \
         code units"
            .to_owned()
    })
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The byte `ahead` of here; past the end it is 0.
    fn byte(&self, ahead: usize) -> u8 {
        self.source.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) -> String {
        let start = self.at;
        while self.at < self.source.len() && wanted(self.byte(0)) {
            self.at += 1;
        }
        String::from_utf8_lossy(self.source.as_bytes().get(start..self.at).unwrap_or_default()).into_owned()
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.units += character.len_utf16();
    }

    fn copy(&mut self, character: char) {
        self.at += character.len_utf8();
        self.push(character);
    }

    /// Reads `&lt;` and its like; leaves the place alone when it is none of those Telegram knows.
    fn reference(&mut self) -> Option<u32> {
        let body = self.rest().strip_prefix('&')?;
        let (code, length) = if let Some(number) = body.strip_prefix('#') {
            let (digits, radix, prefix) =
                number.strip_prefix('x').map_or((number, 10, 1), |hex| (hex, 16, 2));
            let digits: String = digits.chars().take_while(|digit| digit.is_digit(radix)).collect();
            let length = prefix + digits.len();
            let code = u32::from_str_radix(&digits, radix).unwrap_or_default();
            if code == 0 || code >= 0x10_ffff || length >= 9 {
                return None;
            }
            (code, length)
        } else {
            let name: String = body.chars().take_while(char::is_ascii_alphabetic).collect();
            let code = match name.as_str() {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                _ => return None,
            };
            (u32::from(code), name.len())
        };
        self.at += 1 + length;
        if self.byte(0) == b';' {
            self.at += 1;
        }
        Some(code)
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self.skip_while(|byte| !is_space(byte) && byte != b'>').to_lowercase();
        if self.byte(0) == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&name.as_str()) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let mut argument = String::new();
        while self.byte(0) != b'>' {
            self.skip_while(is_space);
            if self.byte(0) == b'>' {
                break;
            }
            if let Some(found) = self.attribute(&name, begin)? {
                argument = found;
            }
        }
        self.at += 1;
        if name == "span" && argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(OpenTag { name, argument, offset: self.units, starts_at: self.text.len() });
        Ok(())
    }

    /// Reads one attribute; gives its value when it means something for this tag.
    fn attribute(&mut self, tag: &str, begin: usize) -> Result<Option<String>, String> {
        let name =
            self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'=' | b'>' | b'/' | b'"' | b'\''));
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        self.skip_while(is_space);
        let unclosed = || format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        if self.byte(0) != b'=' {
            if self.byte(0) == 0 {
                return Err(unclosed());
            }
            return Ok((tag == "blockquote" && name == "expandable").then(|| "1".to_owned()));
        }
        self.at += 1;
        self.skip_while(is_space);
        let value = match self.byte(0) {
            0 => return Err(unclosed()),
            quote @ (b'"' | b'\'') => self.quoted(char::from(quote))?,
            _ => {
                let start = self.at;
                let token =
                    self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
                if !is_space(self.byte(0)) && self.byte(0) != b'>' {
                    return Err(format!("Unexpected end of name token at byte offset {start}"));
                }
                token.to_lowercase()
            }
        };
        if self.byte(0) == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        Ok(match (tag, name.as_str()) {
            ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => Some(value),
            ("code", "class") => value.strip_prefix("language-").map(str::to_owned),
            ("span", "class") => value.strip_prefix("tg-").map(str::to_owned),
            ("blockquote", "expandable") => Some("1".to_owned()),
            _ => None,
        })
    }

    fn quoted(&mut self, quote: char) -> Result<String, String> {
        self.at += 1;
        let mut value = String::new();
        while let Some(next) = self.rest().chars().next() {
            if next == quote {
                self.at += 1;
                break;
            }
            let code = if next == '&' { self.reference() } else { None };
            if let Some(code) = code {
                value.push(character(code)?);
            } else {
                value.push(next);
                self.at += next.len_utf8();
            }
        }
        Ok(value)
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let name = self.skip_while(|byte| !is_space(byte) && byte != b'>').to_lowercase();
        self.skip_while(is_space);
        if self.byte(0) != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != open.name {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.name
            ));
        }
        if self.units > open.offset {
            self.close(open)?;
        }
        Ok(())
    }

    fn close(&mut self, open: OpenTag) -> Result<(), String> {
        let (offset, length) = (open.offset, self.units - open.offset);
        let argument = Some(open.argument).filter(|argument| !argument.is_empty());
        let same_place =
            self.entities.last_mut().filter(|last| last.offset == offset && last.length == length);
        let entity = match open.name.as_str() {
            "b" | "strong" => Entity::new("bold", offset, length, None),
            "i" | "em" => Entity::new("italic", offset, length, None),
            "u" | "ins" => Entity::new("underline", offset, length, None),
            "s" | "strike" | "del" => Entity::new("strikethrough", offset, length, None),
            "tg-spoiler" | "span" => Entity::new("spoiler", offset, length, None),
            "blockquote" if argument.is_some() => Entity::new("expandable_blockquote", offset, length, None),
            "blockquote" => Entity::new("blockquote", offset, length, None),
            "tg-emoji" => match argument.filter(|id| id.parse::<i64>().is_ok_and(|id| id != 0)) {
                Some(id) => Entity::new("custom_emoji", offset, length, Some(id)),
                None => return Err("Invalid custom emoji identifier specified".to_owned()),
            },
            "tg-time" => Entity::new("date_time", offset, length, argument),
            "pre" => match same_place {
                Some(code) if code.kind == "code" && code.detail.is_some() => {
                    "pre".clone_into(&mut code.kind);
                    return Ok(());
                }
                _ => Entity::new("pre", offset, length, None),
            },
            "code" => match same_place {
                Some(pre) if pre.kind == "pre" && argument.is_some() => {
                    pre.detail = argument;
                    return Ok(());
                }
                _ => Entity::new("code", offset, length, argument),
            },
            _ => {
                let shown = self.text.get(open.starts_at..).unwrap_or_default();
                let address = argument.unwrap_or_else(|| shown.to_owned());
                match (link::mentioned_user(&address), link::checked(&address)) {
                    (Some(user), _) => Entity::new("text_mention", offset, length, Some(user)),
                    (None, Ok(url)) => Entity::new("text_link", offset, length, Some(url)),
                    (None, Err(_)) => return Ok(()),
                }
            }
        };
        self.entities.push(entity);
        Ok(())
    }
}
