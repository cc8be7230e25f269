//! What somebody did, understood against what is on their screen: a tap, "2", "nee" and "no" become the same.

use crate::{
    dialogue::{
        Content, State, World,
        alarm::is_cry,
        command::{self, Command, Typed},
        contact_line,
        door::clean,
        offer::{Card, Offer, Tap, Typing, token},
        outage::Outage,
        reminder::Tick,
        standing::{self, StandingTap},
        vcard,
    },
    domain::{contact::Contact, ids::CompanyId, pii::Pii},
    text::{
        Language,
        vocabulary::{Vocabulary, Words, folded},
    },
};

mod options;
mod several;

use options::Options;

pub use crate::dialogue::raw::{InGroup, Media, Raw};

/// More characters than this in one message is not an answer any more.
pub const LONGEST_ANSWER: usize = 2_000;

/// What somebody did, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A command, with what followed it.
    Command(Command, String),
    /// Written like a command, but none of ours.
    UnknownCommand,
    /// One of the options.
    Pick(Tap),
    /// Several of the options at once, in the order in which they were said.
    Picks(Vec<Tap>),
    /// Several of the options, and words among them that are none.
    Partly(Vec<Tap>, Pii<String>),
    /// A number that is not among the options.
    NoSuchNumber,
    /// A tap on a card that is no longer live.
    Stale,
    /// What can be done from anywhere, by its button or chosen from a list.
    Standing(StandingTap),
    /// A usual word for something that cannot be done here: "overslaan" where nothing can be passed over.
    NotHere,
    /// Something is wrong right now: "de kassa doet het niet". The plan opens, whatever was asked.
    Cry(Pii<String>),
    /// "Hoi".
    Greeting,
    /// Words that are none of the options.
    Text(Pii<String>),
    /// An earlier answer of this person reads otherwise now.
    Corrected(Pii<String>),
    /// An earlier message was wiped.
    TakenBack,
    /// A contact that was shared.
    Contact(Contact),
    /// A contact card that cannot be read.
    BrokenContact,
    /// Nothing but spaces.
    Empty,
    /// More than an answer can be.
    TooLong,
    /// Something the bot cannot read.
    Media(Media),
    /// The clock has something to say.
    Tick(Tick),
    /// The program was away for so long that messages were lost.
    Outage(Outage),
}

impl Input {
    /// Whether these words, taken for an answer, may be a cry for help: "de kassa doet het niet".
    pub fn sounds_like_trouble(&self, content: &Content) -> bool {
        matches!(self, Self::Text(text) if is_cry(text, content))
    }
}

/// Understands what was heard, given what is on the screen: `card`, and `under` it if the emergency plan lies on
/// top. Gives the position that the input is about, and the input.
pub fn parse(raw: &Raw, state: &State, card: &Card, under: &Card, world: &World<'_>) -> (State, Input) {
    let input = match raw {
        Raw::Tap(word) => match StandingTap::parse(word) {
            Some(tap) if is_about(word, world) => Input::Standing(tap),
            // About a company to which they do not belong.
            Some(_) => Input::Stale,
            None => return parse_tap(word, state, card, under),
        },
        Raw::Other(media) => Input::Media(*media),
        Raw::Corrected { .. } if world.meant.is_empty() => Input::Media(Media::Edited),
        Raw::TakenBack { .. } => Input::TakenBack,
        Raw::Corrected { text, .. } => Input::Corrected(text.clone()),
        // Neither is part of a conversation.
        Raw::InGroup(_) | Raw::Unread(_) | Raw::NewKeys(_) => Input::Media(Media::Something),
        Raw::Tick(tick) => Input::Tick(tick.clone()),
        Raw::Outage(outage) => Input::Outage(*outage),
        Raw::Contact(text) => parse_contact(text, world.content.texts.vocabulary(world.language)),
        Raw::Text(text) => match parse_text(text, &card.offer, world) {
            Input::Pick(Tap::Standing(tap)) => Input::Standing(tap),
            input => input,
        },
    };
    (state.clone(), input)
}

/// Whether a standing button is about the company that this turn is about.
fn is_about(word: &str, world: &World<'_>) -> bool {
    standing::company_print(word).is_none_or(|print| world.company.map(CompanyId::fingerprint) == Some(print))
}

/// A tap counts on the live card and, under an open emergency plan, on the card beneath it.
fn parse_tap(word: &str, state: &State, card: &Card, under: &Card) -> (State, Input) {
    let find = |state: &State, offer: &Offer| {
        offer.options.iter().find(|option| token(state, &option.tap) == word).map(|option| option.tap.clone())
    };
    if let Some(tap) = find(state, &card.offer) {
        return (state.clone(), Input::Pick(tap));
    }
    let beneath = state.beneath();
    match find(&beneath, &under.offer) {
        Some(tap) => (beneath, Input::Pick(tap)),
        None => (state.clone(), Input::Stale),
    }
}

fn parse_contact(text: &str, vocabulary: &Vocabulary) -> Input {
    if vcard::looks_like_one(text) {
        return vcard::parse(text).map_or(Input::BrokenContact, Input::Contact);
    }
    let line = contact_line::parse(&clean(text), vocabulary);
    if line.is_empty() { Input::BrokenContact } else { Input::Contact(line.contact) }
}

fn parse_text(raw: &str, offer: &Offer, world: &World<'_>) -> Input {
    let World { language, content, .. } = *world;
    if raw.len() > 4 * LONGEST_ANSWER && !vcard::looks_like_one(raw) {
        return Input::TooLong;
    }
    if vcard::looks_like_one(raw) {
        return parse_contact(raw, content.texts.vocabulary(language));
    }
    let text = clean(raw);
    if text.is_empty() {
        return Input::Empty;
    }
    match command::parse(&text) {
        Some(Typed::Known(command, rest)) => return Input::Command(command, rest),
        Some(Typed::Unknown) => return Input::UnknownCommand,
        None => {}
    }
    let options = Options { offer, language, content };
    if let Some(input) =
        options.number(&text).or_else(|| options.words(&text)).or_else(|| options.several(&text))
    {
        return options.one_of_several(input);
    }
    let said = folded(&text);
    if let Some(input) = said_anywhere(&said, offer, content) {
        return input;
    }
    if options.hears_a_cry(&text, &said, world) {
        return Input::Cry(text.into());
    }
    if [Words::Unknown, Words::Skip, Words::Back, Words::Done]
        .into_iter()
        .any(|words| means(words, &said, content))
    {
        return Input::NotHere;
    }
    if text.chars().count() > LONGEST_ANSWER {
        return Input::TooLong;
    }
    if let Some(explanation) = options.asked_back(&text) {
        return Input::Pick(explanation);
    }
    options.partly(&text).unwrap_or_else(|| Input::Text(text.into()))
}

/// A cry that was none: the same words as an answer at the question on this card.
pub fn as_answer(text: &str, offer: &Offer, world: &World<'_>) -> Input {
    let options = Options { offer, language: world.language, content: world.content };
    options.partly(text).unwrap_or_else(|| Input::Text(text.to_owned().into()))
}

/// Whether this means so, in either language.
fn means(words: Words, said: &str, content: &Content) -> bool {
    Language::ALL.iter().any(|language| content.texts.vocabulary(*language).says(words, said))
}

/// What means the same wherever it is said, without the sign of a command: "hoi", "stop", "English"; and "begin" where one chooses.
fn said_anywhere(said: &str, offer: &Offer, content: &Content) -> Option<Input> {
    if means(Words::Greeting, said, content) {
        return Some(Input::Greeting);
    }
    for (words, command) in [(Words::Resume, Command::Resume), (Words::Stop, Command::Stop)] {
        if means(words, said, content) {
            return Some(Input::Command(command, String::new()));
        }
    }
    if said.chars().count() > 2 && Language::is_name(said) {
        return Some(Input::Command(Command::Language, said.to_owned()));
    }
    // Where words may be an answer, these are.
    let command = match offer.typing {
        Typing::Options if means(Words::Begin, said, content) => Command::Resume,
        // The name of it in one language is no word in the other.
        Typing::Options if command::named(said) == Some(Command::Agenda) => Command::Agenda,
        _ => return None,
    };
    Some(Input::Command(command, String::new()))
}

#[cfg(test)]
mod tests;
