//! What somebody did, understood against what is on their screen: a tap, "2", "nee" and "no" become the same.

use crate::{
    dialogue::{
        Content, State, World,
        command::{self, Command, Typed},
        contact_line,
        door::clean,
        offer::{Card, Choice, Offer, Tap, Typing, token},
        outage::Outage,
        reminder::Tick,
        standing::{self, StandingTap},
        vcard,
    },
    domain::{contact::Contact, ids::CompanyId, pii::Pii},
    text::{
        Language,
        vocabulary::{Vocabulary, Words, folded, holds},
    },
};

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
    /// A number that is not among the options.
    NoSuchNumber,
    /// A tap on a card that is no longer live.
    Stale,
    /// What can be done from anywhere, by its button or chosen from a list.
    Standing(StandingTap),
    /// A usual word for something that cannot be done here: "overslaan" where nothing can be passed over.
    NotHere,
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
    let beneath = State { in_noodplan: false, ..state.clone() };
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
    let means =
        |words| Language::ALL.iter().any(|language| content.texts.vocabulary(*language).has(words, &said));
    if means(Words::Greeting) {
        return Input::Greeting;
    }
    for (words, command) in [(Words::Resume, Command::Resume), (Words::Stop, Command::Stop)] {
        if means(words) {
            return Input::Command(command, String::new());
        }
    }
    if said.chars().count() > 2 && Language::is_name(&said) {
        return Input::Command(Command::Language, said);
    }
    // The name of it in one language is no word in the other.
    if offer.typing == Typing::Options && command::named(&said) == Some(Command::Agenda) {
        return Input::Command(Command::Agenda, String::new());
    }
    let cries = match offer.typing {
        // The question was asked long ago.
        _ if world.comes_back() => is_alarm(&said, content),
        // Where anything may be an answer, or a fear is asked for, this is one.
        Typing::Free => false,
        _ if options.has(&Tap::Choice(OWN_THREAT.into())) => false,
        Typing::Somebody => is_cry(&text, content),
        _ => is_alarm(&said, content),
    };
    if cries {
        return Input::Command(Command::Noodplan, String::new());
    }
    if [Words::Unknown, Words::Skip, Words::Back, Words::Done].into_iter().any(means) {
        return Input::NotHere;
    }
    if text.chars().count() > LONGEST_ANSWER {
        return Input::TooLong;
    }
    let asks_back = text.ends_with('?') && !text.contains(|c: char| c.is_ascii_digit());
    let explanations = [Tap::Explain, Tap::Privacy].into_iter().filter(|tap| asks_back && options.has(tap));
    if let Some(explanation) = explanations.into_iter().next() {
        return Input::Pick(explanation);
    }
    Input::Text(text.into())
}

/// Among the things that one can be afraid of: something else.
const OWN_THREAT: &str = "own-threat";

/// Whether it is an alarm, and nobody's name or number: "brand in de winkel", but not "Peter Brand".
fn is_cry(text: &str, content: &Content) -> bool {
    let has_number = text.bytes().filter(u8::is_ascii_digit).count() > 5;
    !has_number && is_alarm(&folded(&without_names(text)), content)
}

/// The words that are no names: of "Peter Brand" none, of "Brand in de winkel" all. Whoever shouts in capitals names nobody.
fn without_names(text: &str) -> String {
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    // A sentence begins with a capital too.
    let begins = usize::from(!words.iter().skip(1).all(is_name) || words.len() == 1);
    let others = words.iter().skip(begins).filter(|word| !is_name(word));
    words.iter().take(begins).chain(others).copied().collect::<Vec<_>>().join(" ")
}

/// Whether somebody says that something is wrong: "we zijn gehackt!". Nobody thinks of a command then.
fn is_alarm(said: &str, content: &Content) -> bool {
    let says =
        |language| content.texts.vocabulary(language).list(Words::Alarm).iter().any(|word| holds(said, word));
    Language::ALL.into_iter().any(says)
}

/// What is typed, held against what can be chosen.
struct Options<'a> {
    offer: &'a Offer,
    language: Language,
    content: &'a Content,
}

impl Options<'_> {
    fn has(&self, tap: &Tap) -> bool {
        self.offer.options.iter().any(|option| option.tap == *tap)
    }

    /// "2", "2." and "2" in brackets are the second option. A longer number is something else.
    fn number(&self, text: &str) -> Option<Input> {
        let digits = text.trim_matches(['[', ']', '.', ')', '(', ' ']);
        if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number: usize = digits.parse().ok()?;
        if self.offer.typing == Typing::Figures {
            return None;
        }
        let option = number.checked_sub(1).and_then(|index| self.offer.options.get(index));
        match option {
            Some(option) => Some(Input::Pick(option.tap.clone())),
            None if matches!(self.offer.typing, Typing::Free | Typing::Somebody) => None,
            None => Some(Input::NoSuchNumber),
        }
    }

    /// Whoever types one thing from a list to tick has said all of it; a tap is a tick and no more.
    fn one_of_several(&self, input: Input) -> Input {
        match input {
            Input::Pick(tap @ (Tap::Choice(_) | Tap::Item(_))) if self.offer.typing == Typing::Several => {
                Input::Picks(vec![tap])
            }
            input => input,
        }
    }

    /// A label, a usual word for one, or the beginning or a word of just one label. What is on the screen comes before
    /// what is not, unless it is the whole name of that.
    fn words(&self, text: &str) -> Option<Input> {
        let Offer { options, hidden, .. } = self.offer;
        let whole = self.named(options, text).or_else(|| self.named(hidden, text));
        whole.or_else(|| self.words_among(options, text)).or_else(|| self.words_among(hidden, text))
    }

    /// The choice with this label.
    fn named(&self, choices: &[Choice], text: &str) -> Option<Input> {
        let said = folded(text);
        let label = |choice: &Choice| folded(&self.content.texts.plain(self.language, &choice.label));
        choices.iter().find(|choice| label(choice) == said).map(|choice| Input::Pick(choice.tap.clone()))
    }

    fn words_among(&self, choices: &[Choice], text: &str) -> Option<Input> {
        let said = folded(text);
        if said.is_empty() || choices.is_empty() {
            return None;
        }
        let labels: Vec<(String, &Tap)> = choices
            .iter()
            .map(|option| (folded(&self.content.texts.plain(self.language, &option.label)), &option.tap))
            .collect();
        let usual = || self.usual(&said);
        let free = matches!(self.offer.typing, Typing::Free | Typing::Somebody | Typing::Figures);
        let unique = |least: usize, fits: &dyn Fn(&str, &Tap) -> bool| {
            let mut fitting = labels.iter().filter(|(label, tap)| fits(label, tap));
            let found = fitting.next().filter(|_| fitting.next().is_none()).map(|(_, tap)| (*tap).clone());
            found.filter(|_| said.chars().count() >= least)
        };
        let begun = || if free { None } else { unique(2, &|label, _| label.starts_with(&said)) };
        // "In de cloud" for "Staat in de cloud"; where anything may be typed, a short word is something else.
        let inside = || {
            unique(if free { 4 } else { 2 }, &|label, tap| {
                let own = matches!(
                    tap,
                    Tap::Choice(_) | Tap::Item(_) | Tap::Kind(_) | Tap::Section(_) | Tap::Number(_)
                );
                own && holds(label, &said)
            })
        };
        // "Bakker" for "Winkel of horeca".
        let meant = || {
            let groups = self.content.texts.vocabulary(self.language).list(Words::Meant);
            let others =
                |label: &str| groups.iter().find_map(|group| group.strip_prefix(label)?.strip_prefix('/'));
            let says = |label: &str| {
                others(label).is_some_and(|others| others.split('/').any(|word| holds(&said, word)))
            };
            if free { None } else { unique(2, &|label, _| says(label)) }
        };
        let is_no =
            free && Language::ALL.iter().any(|l| self.content.texts.vocabulary(*l).has(Words::No, &said));
        let no = || self.offer.no.clone().filter(|_| is_no);
        let skip = || (is_no && self.has(&Tap::Skip)).then_some(Tap::Skip);
        usual().or_else(no).or_else(begun).or_else(inside).or_else(meant).or_else(skip).map(Input::Pick)
    }

    /// The words of both languages: who asked for English may still say "stop" or "weet ik niet".
    fn usual(&self, said: &str) -> Option<Tap> {
        let meanings = [
            (Words::Unknown, Tap::Unknown),
            (Words::Skip, Tap::Skip),
            (Words::Back, Tap::Back),
            (Words::Explain, Tap::Explain),
            (Words::Stop, Tap::Stop),
            (Words::Done, Tap::Done),
            (Words::Resume, Tap::Resume),
            (Words::Back, Tap::Resume),
            (Words::Back, Tap::Menu),
            (Words::Undo, Tap::Undo),
            (Words::Yes, Tap::Yes),
            (Words::No, Tap::No),
            (Words::No, Tap::Choice("nobody".into())),
            (Words::No, Tap::Done),
            (Words::Yes, Tap::Done),
        ];
        let languages = [self.language, self.language.other()];
        let means = |words| languages.iter().any(|l| self.content.texts.vocabulary(*l).has(words, said));
        let found =
            meanings.iter().find(|(words, tap)| self.has(tap) && means(*words)).map(|(_, tap)| tap.clone());
        found.or_else(|| self.begun_with_yes_or_no(said)).or_else(|| self.unknown_and_more(said))
    }

    /// "Ja help", "nee hoor": where the question is yes or no, the first word counts.
    fn begun_with_yes_or_no(&self, said: &str) -> Option<Tap> {
        let first = said.split(' ').next()?;
        [(Words::Yes, Tap::Yes), (Words::No, Tap::No)].into_iter().find_map(|(words, tap)| {
            let means = Language::ALL.iter().any(|l| self.content.texts.vocabulary(*l).has(words, first));
            (self.has(&tap) && means).then_some(tap)
        })
    }

    /// "Weet ik niet meer" is still not knowing.
    fn unknown_and_more(&self, said: &str) -> Option<Tap> {
        let vocabulary = self.content.texts.vocabulary(self.language);
        let rest = vocabulary.strip(Words::Unknown, said)?;
        let short = rest.split_whitespace().count() <= 2 && !rest.contains(|c: char| c.is_ascii_digit());
        (short && self.has(&Tap::Unknown)).then_some(Tap::Unknown)
    }

    /// "1 3 5", "1,3", "internet en bank": every part must be an option.
    fn several(&self, text: &str) -> Option<Input> {
        if self.offer.typing != Typing::Several {
            return None;
        }
        let commas = text.replace([';', '\n', '+', '&'], ",");
        let commas = Language::ALL.iter().fold(commas, |text, language| {
            let and = self.content.texts.plain(*language, &"word-and".into());
            text.replace(&format!(" {and} "), ",")
        });
        let by_comma =
            || commas.split(',').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let by_space = || text.split([' ', ',']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        [by_comma(), by_space()].into_iter().find_map(|parts| {
            let taps: Option<Vec<Tap>> = parts
                .iter()
                .map(|part| match self.number(part).or_else(|| self.words(part)) {
                    Some(Input::Pick(tap)) => Some(tap),
                    _ => None,
                })
                .collect();
            taps.filter(|taps| taps.len() > 1).map(Input::Picks)
        })
    }
}
