//! What is typed, held against what can be chosen: by number, by word, by the beginning of a word, or several at once.

use crate::{
    dialogue::{
        Content, World,
        alarm::{is_alarm, is_alarm_beside_names, is_cry, is_no_answer},
        input::{Input, several},
        offer::{Choice, Offer, Tap, Typing},
    },
    text::{
        Language,
        vocabulary::{Words, folded, holds},
    },
};

/// What is typed, held against what can be chosen.
pub(super) struct Options<'a> {
    pub offer: &'a Offer,
    pub language: Language,
    pub content: &'a Content,
}

impl Options<'_> {
    fn has(&self, tap: &Tap) -> bool {
        self.offer.options.iter().any(|option| option.tap == *tap)
    }

    /// The same, also by its name alone.
    fn knows(&self, tap: &Tap) -> bool {
        self.has(tap) || self.offer.hidden.iter().any(|option| option.tap == *tap)
    }

    /// Whether these words are a cry for help here, and not an answer.
    pub(super) fn hears_a_cry(&self, text: &str, said: &str, world: &World<'_>) -> bool {
        let (offer, content) = (self.offer, self.content);
        match offer.typing {
            _ if is_no_answer(said, content) => true,
            // Somebody's name is one whenever it is said.
            Typing::Somebody => is_cry(text, content),
            // Where anything may be an answer, or a fear is asked for, so may this be; not when it was asked long ago.
            _ if offer.takes_words() => world.comes_back() && is_alarm_beside_names(text, content),
            _ => is_alarm(said, content),
        }
    }

    /// The explanation, for whoever asks a question back.
    pub(super) fn asked_back(&self, text: &str) -> Option<Tap> {
        let asks_back = text.ends_with('?') && !text.contains(|c: char| c.is_ascii_digit());
        [Tap::Explain, Tap::Privacy].into_iter().find(|tap| asks_back && self.has(tap))
    }

    /// "2", "2." and "2" in brackets are the second option. A longer number is something else.
    pub(super) fn number(&self, text: &str) -> Option<Input> {
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
            None if matches!(self.offer.typing, Typing::Free | Typing::Somebody | Typing::Day) => None,
            None => Some(Input::NoSuchNumber),
        }
    }

    /// Whoever types one thing from a list to tick has said all of it; a tap is a tick and no more.
    pub(super) fn one_of_several(&self, input: Input) -> Input {
        match input {
            Input::Pick(tap @ (Tap::Choice(_) | Tap::Item(_))) if self.offer.typing == Typing::Several => {
                Input::Picks(vec![tap])
            }
            input => input,
        }
    }

    /// A label, a usual word for one, or the beginning or a word of just one label. What is on the screen comes before
    /// what is not, unless it is the whole name of that.
    pub(super) fn words(&self, text: &str) -> Option<Input> {
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
        let free =
            matches!(self.offer.typing, Typing::Free | Typing::Somebody | Typing::Figures | Typing::Day);
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
        // "Gmail" for "E-mail".
        let alike = || {
            let groups = self.content.texts.vocabulary(self.language).list(Words::SameThing);
            let group = groups.iter().find(|group| group.split('/').any(|word| word == said))?;
            let first = group.split('/').next()?;
            let begins = |label: &str| format!("{label} ").starts_with(&format!("{first} "));
            if free { None } else { unique(2, &|label, _| begins(label)) }
        };
        let is_no = Language::ALL.iter().any(|l| self.content.texts.vocabulary(*l).has(Words::No, &said));
        let no = || self.offer.no.clone().filter(|_| is_no);
        let skip = || (is_no && free && self.has(&Tap::Skip)).then_some(Tap::Skip);
        let understood = usual().or_else(no).or_else(begun).or_else(inside).or_else(meant).or_else(alike);
        understood.or_else(skip).map(Input::Pick)
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
            (Words::Begin, Tap::Next),
            (Words::Begin, Tap::Resume),
            (Words::Results, Tap::Results),
            (Words::Back, Tap::Menu),
            (Words::Undo, Tap::Undo),
            (Words::Yes, Tap::Yes),
            (Words::No, Tap::No),
            (Words::No, Tap::Choice("nobody".into())),
            (Words::Nothing, Tap::Nothing),
            (Words::No, Tap::Done),
            (Words::Yes, Tap::Done),
        ];
        let languages = [self.language, self.language.other()];
        let means =
            |words, said: &str| languages.iter().any(|l| self.content.texts.vocabulary(*l).says(words, said));
        let meant = |said: &str| {
            let found = meanings.iter().find(|(words, tap)| self.knows(tap) && means(*words, said));
            let done = || self.offer.done.clone().filter(|_| means(Words::Done, said));
            found.map(|(_, tap)| tap.clone()).or_else(done)
        };
        // "Nee hoor, dat was het": what is said behind the no.
        let behind_no = || {
            let (_, rest) = said.split_once(' ').filter(|(first, _)| means(Words::No, first))?;
            let longest = |l: &Language| self.content.texts.vocabulary(*l).strip(Words::No, said);
            let rests = [rest].into_iter().chain(languages.iter().filter_map(longest));
            rests.map(str::trim_start).find_map(meant)
        };
        meant(said)
            .or_else(|| self.begun_with_yes_or_no(said))
            .or_else(|| self.unknown_and_more(said))
            .or_else(behind_no)
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
        let said = vocabulary.in_full(said);
        let rest = vocabulary.strip(Words::Unknown, &said)?;
        let short = rest.split_whitespace().count() <= 2 && !rest.contains(|c: char| c.is_ascii_digit());
        (short && self.has(&Tap::Unknown)).then_some(Tap::Unknown)
    }

    /// The option that a part of a list names.
    fn part(&self, part: &str) -> Option<Tap> {
        match self.number(part).or_else(|| self.words(part)) {
            Some(Input::Pick(tap)) => Some(tap),
            _ => None,
        }
    }

    /// "1 3 5", "1,3", "internet en bank": every part must be an option.
    pub(super) fn several(&self, text: &str) -> Option<Input> {
        if self.offer.typing != Typing::Several {
            return None;
        }
        [several::by_comma(text, self.content), several::by_space(text)].into_iter().find_map(|parts| {
            let taps: Option<Vec<Tap>> = parts.iter().map(|part| self.part(part)).collect();
            taps.filter(|taps| taps.len() > 1).map(Input::Picks)
        })
    }

    /// "Laptop, kassa, oven": what can be ticked of it, and what stands in no list.
    pub(super) fn partly(&self, text: &str) -> Option<Input> {
        let parts = several::by_comma(text, self.content);
        let ticks = |part: &String| matches!(self.part(part), Some(Tap::Choice(_) | Tap::Item(_)));
        let (known, unknown): (Vec<String>, Vec<String>) = parts.into_iter().partition(ticks);
        let some_of_each = self.offer.typing == Typing::Several && !known.is_empty() && !unknown.is_empty();
        let taps = || known.iter().filter_map(|part| self.part(part)).collect();
        some_of_each.then(|| Input::Partly(taps(), unknown.join(", ").into()))
    }
}
