//! The words: messages by id, rendered through Fluent into rich text. The only file that knows Fluent.
//!
//! What a person told is data: it can become neither markup nor a change of direction of the text around it.

use std::{borrow::Cow, collections::HashMap, fmt};

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Pattern, PatternElement};
use serde::{Deserialize, Serialize};
use unic_langid::langid;
use unicode_bidi::BidiClass;

use crate::domain::{ids::Slug, phone::Phone, pii::Pii};

mod capitals;
pub mod check_words;
mod files;
pub mod vocabulary;

const DUTCH: [&str; 3] = ["nl", "nederlands", "dutch"];
const ENGLISH: [&str; 3] = ["en", "engels", "english"];

/// A language the bot speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Both, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The best match for a language tag of a client: `nl`, `nl-BE` and `nl_NL` are Dutch, the rest is English.
    pub fn from_tag(tag: &str) -> Self {
        match tag.split(['-', '_', '.']).next() {
            Some(primary) if DUTCH.iter().any(|name| primary.eq_ignore_ascii_case(name)) => Self::Nl,
            _ => Self::En,
        }
    }

    /// Whether this names one of the languages: "nl", "engels", "Dutch".
    pub fn is_name(text: &str) -> bool {
        DUTCH.iter().chain(&ENGLISH).any(|name| text.eq_ignore_ascii_case(name))
    }

    /// Its tag: `nl` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Nl => Self::En,
            Self::En => Self::Nl,
        }
    }
}

/// One value to put into a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// What a person told.
    Told(Pii<String>),
    /// A number that can be dialled.
    Phone(Phone),
    /// A count.
    Number(u32),
    /// A word of the catalogue, for a message to choose by.
    Key(Slug),
    /// A calendar date, written out in the language of the message.
    Date(NaiveDate),
    /// Another message.
    Message(Box<Msg>),
}

/// Something to say: the id of a message and what goes into it. Language comes later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Msg {
    /// Id of the message, with `.attribute` if it is one.
    pub id: Cow<'static, str>,
    /// What goes into it, by name.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Msg {
    /// The message with this id.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name.into(), arg));
        self
    }

    /// Puts in what a person told.
    pub fn told(self, name: &'static str, text: &str) -> Self {
        self.with(name, Arg::Told(text.into()))
    }

    /// Puts in a number to call.
    pub fn phone(self, name: &'static str, phone: &Phone) -> Self {
        self.with(name, Arg::Phone(phone.clone()))
    }

    /// Puts in a count.
    pub fn number(self, name: &'static str, number: usize) -> Self {
        self.with(name, Arg::Number(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// Puts in a word of the catalogue.
    pub fn key(self, name: &'static str, key: impl Into<Slug>) -> Self {
        self.with(name, Arg::Key(key.into()))
    }

    /// Puts in a date.
    pub fn date(self, name: &'static str, date: NaiveDate) -> Self {
        self.with(name, Arg::Date(date))
    }

    /// Puts in another message.
    pub fn msg(self, name: &'static str, message: Self) -> Self {
        self.with(name, Arg::Message(Box::new(message)))
    }
}

impl From<&'static str> for Msg {
    fn from(id: &'static str) -> Self {
        Self::new(id)
    }
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text; may hold line breaks.
    pub text: String,
    /// Stands out.
    pub bold: bool,
    /// Every letter is as wide as the next: a small table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

/// Text with emphasis, for a channel to show in its own way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rich(pub Vec<Span>);

impl Rich {
    /// The text without its emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Reads `<b>`, `</b>`, `<pre>` and `</pre>`; nothing else is markup, and none stands inside another.
    fn parse(marked: &str) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut add = |text: &str, bold: bool, fixed: bool| {
            if !text.is_empty() {
                spans.push(Span { text: text.replace(HIDDEN_LESS_THAN, "<"), bold, fixed });
            }
        };
        for (index, table) in marked.split("<pre>").enumerate() {
            let (table, rest) = match table.split_once("</pre>") {
                Some((table, rest)) if index > 0 => (table, rest),
                _ => ("", table),
            };
            add(table, false, true);
            for (index, piece) in rest.split("<b>").enumerate() {
                let (bold, rest) = match piece.split_once("</b>") {
                    Some((bold, rest)) if index > 0 => (bold, rest),
                    _ => ("", piece),
                };
                add(bold, true, false);
                add(rest, false, false);
            }
        }
        Self(spans)
    }
}

/// Stands for `<` in what a person told while markup is read. The door lets no such character in.
const HIDDEN_LESS_THAN: char = '\u{E000}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';
/// What stands for something here, and so for nothing in what a person told.
const OURS: [char; 4] =
    [HIDDEN_LESS_THAN, capitals::NAME_BEGINS, FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE];

/// Every message in every language.
pub struct Texts {
    nl: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    vocabularies: HashMap<Language, vocabulary::Vocabulary>,
    known: HashMap<Language, Vec<(String, String)>>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Texts")
    }
}

impl Texts {
    /// The messages that are built into the program.
    ///
    /// # Errors
    /// Every mistake in every file at once, each as `file:line: what`.
    pub fn built_in() -> Result<Self, Vec<String>> {
        Self::load(files::FILES)
    }

    /// The messages of these files: name, Dutch text, English text.
    ///
    /// # Errors
    /// Every mistake in every file at once, each as `file:line: what`.
    pub fn load(files: &[(&str, [&str; 2])]) -> Result<Self, Vec<String>> {
        let mut mistakes = Vec::new();
        let mut bundle = |language: Language, column: usize| {
            let mut bundle = FluentBundle::new_concurrent(vec![match language {
                Language::Nl => langid!("nl"),
                Language::En => langid!("en"),
            }]);
            // What a person told is isolated here, where it needs it, and not around every number and word.
            bundle.set_use_isolating(false);
            for (file, columns) in files {
                let source = columns.get(column).copied().unwrap_or_default();
                let name = format!("{}/{file}", language.tag());
                let resource = FluentResource::try_new(source.into()).unwrap_or_else(|(resource, errors)| {
                    mistakes.extend(errors.iter().map(|error| {
                        let line =
                            source.bytes().take(error.pos.start).filter(|byte| *byte == b'\n').count() + 1;
                        format!("{name}:{line}: {}", error.kind)
                    }));
                    resource
                });
                if let Err(errors) = bundle.add_resource(resource) {
                    mistakes.extend(errors.iter().map(|error| format!("{name}:1: {error}")));
                }
            }
            bundle
        };
        let (nl, en) = (bundle(Language::Nl, 0), bundle(Language::En, 1));
        let mut texts = Self { nl, en, vocabularies: HashMap::new(), known: HashMap::new() };
        texts.vocabularies =
            Language::ALL.into_iter().map(|l| (l, vocabulary::Vocabulary::read(&texts, l))).collect();
        if mistakes.is_empty() { Ok(texts) } else { Err(mistakes) }
    }

    /// From now on every message may name these: the date of a law, the link to a page.
    pub fn know(&mut self, facts: &[(String, Msg)]) {
        let said = |language: Language| {
            let named = facts.iter().map(|(name, fact)| (name.clone(), self.plain(language, fact)));
            named.collect::<Vec<_>>()
        };
        self.known = Language::ALL.map(|language| (language, said(language))).into();
    }

    /// Words that people type, in one language.
    pub fn vocabulary(&self, language: Language) -> &vocabulary::Vocabulary {
        self.vocabularies.get(&language).unwrap_or(vocabulary::Vocabulary::empty())
    }

    /// A message in a language.
    pub fn rich(&self, language: Language, message: &Msg) -> Rich {
        Rich::parse(&capitals::set(&self.marked(language, message)))
    }

    /// Several messages, each on a line of its own.
    pub fn lines(&self, language: Language, messages: &[Msg]) -> Rich {
        let lines: Vec<_> = messages.iter().map(|message| self.marked(language, message)).collect();
        Rich::parse(&capitals::set(&lines.join("\n")))
    }

    /// A message without emphasis, for a button or a comparison.
    pub fn plain(&self, language: Language, message: &Msg) -> String {
        self.rich(language, message).plain()
    }

    /// A message for something a machine keeps or compares, such as a contact card: no invisible mark in it.
    pub fn for_machine(&self, language: Language, message: &Msg) -> String {
        self.plain(language, message).replace([FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE], "")
    }

    /// Whether there is such a message, or attribute of one.
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.pattern(language, id).is_some()
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }

    fn pattern(&self, language: Language, id: &str) -> Option<&Pattern<&str>> {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle(language).get_message(id)?;
        match attribute {
            Some(attribute) => Some(message.get_attribute(attribute)?.value()),
            None => message.value(),
        }
    }

    /// The message with its markup, and with what people told made harmless. A message that is missing in one
    /// language is said in the other; one that is missing in both shows its id (tests see to it that none is).
    fn marked(&self, language: Language, message: &Msg) -> String {
        let found = [language, language.other()]
            .into_iter()
            .find_map(|language| self.pattern(language, &message.id).map(|pattern| (language, pattern)));
        let Some((spoken, pattern)) = found else {
            tracing::error!(message = %message.id, "a message is missing in every language");
            return message.id.to_string();
        };
        let known = self.known.get(&spoken).map_or(&[][..], Vec::as_slice);
        let mut args = FluentArgs::with_capacity(known.len() + message.args.len());
        // Most texts name nothing, and what is known is a long list.
        for (name, fact) in known.iter().filter(|_| pattern.elements.iter().any(is_named)) {
            args.set(name.as_str(), FluentValue::from(fact.as_str()));
        }
        for (name, arg) in &message.args {
            args.set(name.as_ref(), self.value(spoken, name, arg));
        }
        let mut errors = Vec::new();
        let text = self.bundle(spoken).format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(message = %message.id, count = errors.len(), "a message has faults");
        }
        capitals::of_message(&message.id, text.into_owned())
    }

    fn value<'a>(&self, language: Language, name: &str, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Told(text) => FluentValue::from(capitals::marked(name, &harmless(text))),
            Arg::Phone(phone) => FluentValue::from(phone.shown()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Key(key) => FluentValue::from(key.as_str()),
            Arg::Date(date) => FluentValue::from(self.date(language, *date)),
            Arg::Message(message) => {
                FluentValue::from(capitals::marked(name, &self.marked(language, message)))
            }
        }
    }

    fn date(&self, language: Language, date: NaiveDate) -> String {
        let month = self.plain(language, &Msg::new("word-month").number("month", date.month() as usize));
        format!("{} {month} {}", date.day(), date.year())
    }
}

/// What a person told, so that it can be neither markup nor turn the text around it.
fn harmless(text: &str) -> String {
    let quiet: String = text
        .chars()
        .filter(|c| !OURS.contains(c))
        .map(|c| if c == '<' { HIDDEN_LESS_THAN } else { c })
        .collect();
    if quiet.chars().any(turns_direction) {
        format!("{FIRST_STRONG_ISOLATE}{quiet}{POP_DIRECTIONAL_ISOLATE}")
    } else {
        quiet
    }
}

fn turns_direction(c: char) -> bool {
    use BidiClass::{AL, AN, LRE, LRI, LRO, PDF, R, RLE, RLI, RLO};
    matches!(unicode_bidi::bidi_class(c), R | AL | AN | RLE | RLO | LRE | LRO | LRI | RLI | PDF)
}

/// Whether something comes in the place of this part of a text.
fn is_named(part: &PatternElement<&str>) -> bool {
    matches!(part, PatternElement::Placeable { .. })
}
