//! The words people type instead of a number or a button, in one language. They live beside the sentences, in
//! `input.ftl`, as lists with commas.

use std::{collections::HashMap, sync::OnceLock};

use super::{Language, Msg, Texts};

pub use crate::domain::folding::{folded, holds};

/// A list of words with one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// "Weet ik niet".
    Unknown,
    /// "Overslaan".
    Skip,
    /// "Terug".
    Back,
    /// "Uitleg".
    Explain,
    /// "Stop".
    Stop,
    /// "Klaar".
    Done,
    /// "Verder".
    Resume,
    /// "Beginnen", with what is best to do now.
    Begin,
    /// What follows from the answers: "resultaten".
    Results,
    /// "Ja".
    Yes,
    /// "Nee".
    No,
    /// "Geen", of a list in which something is ticked.
    Nothing,
    /// A greeting, which is never an answer.
    Greeting,
    /// The one who types: "ik", "dat ben ik".
    Myself,
    /// In front of one's own name: "ik ben".
    IAm,
    /// In front of what is meant, and no part of it: "ik denk", "dat is".
    Filler,
    /// "Mijn", in front of a relation: "mijn zus".
    My,
    /// In front of a customer number.
    CustomerNumber,
    /// In front of a contract number.
    ContractNumber,
    /// In front of a phone number, and no part of a name.
    PhoneLabel,
    /// Beside a number, where nobody else is named: "nieuwe", "helpdesk".
    BesideNumber,
    /// Days and parts of the week, in opening hours.
    Day,
    /// Words in names that stay small: "van", "de".
    Particle,
    /// Words in names that are all capitals: "ICT", "BV".
    Acronym,
    /// Behind the name of a firm: "BV".
    FirmForm,
    /// "Maak ongedaan".
    Undo,
    /// Where a sentence begins that is no part of a name: "you" in "Ziggo, you can reach them".
    Clause,
    /// "Is", between a label and what it names.
    Is,
    /// In front of a password or PIN.
    Password,
    /// In front of a PIN, which has only figures.
    Pin,
    /// In front of a code to get back into an account.
    RecoveryCode,
    /// What is said of a password and is none: "onbekend".
    NoPassword,
    /// "Vandaag".
    Today,
    /// "Gisteren".
    Yesterday,
    /// "Morgen".
    Tomorrow,
    /// "Vorige".
    Last,
    /// "Volgende".
    Next,
    /// "Week".
    Week,
    /// "Maand".
    Month,
    /// "Jaar".
    Year,
    /// The days of the week, Monday first, and then their short names.
    Weekday,
    /// The numbers from zero on, in words.
    Number,
    /// So many people together, from none on: "met z'n vieren". Words with one meaning are parted by `/`.
    Together,
    /// "Eergisteren".
    DayBefore,
    /// "Overmorgen".
    DayAfter,
    /// "Deze".
    This,
    /// "Dag", "dagen".
    Days,
    /// "Geleden".
    Ago,
    /// "Over", in front of a time that has to pass.
    After,
    /// Parts of a day: "ochtend".
    DayPart,
    /// Words around a day that do not change it: "uiterlijk", "de".
    DayFiller,
    /// "eind".
    PeriodEnd,
    /// "Uur".
    Hour,
    /// "Elke".
    Every,
    /// "Om de": one yes, one no.
    Other,
    /// "Dagelijks".
    Daily,
    /// "Wekelijks".
    Weekly,
    /// "Maandelijks".
    Monthly,
    /// "Kwartaal".
    Quarter,
    /// "Half", in front of a year.
    Half,
    /// "Jaarlijks".
    Yearly,
    /// "Eerste", "tweede" and so on.
    Ordinal,
    /// "Laatste".
    Final,
    /// "Tot", in front of a day.
    Until,
    /// Words for one sort of thing, parted by `/`: "nas/externe schijf".
    SameThing,
    /// The label of a choice, and what people say who mean it, parted by `/`: "zorg/tandarts".
    Meant,
    /// What is typed in haste, and how it is written, parted by `/`: "nie/niet".
    Short,
    /// What nobody says who answers a question: "we zijn gehackt".
    Cry,
    /// Something is wrong with the computers: "gehackt".
    Alarm,
    /// What can be broken: "kassa".
    Breakable,
    /// What is said of it then: "kapot".
    Broken,
    /// "Kerst".
    Christmas,
    /// "Pasen".
    Easter,
    /// "Zomervakantie".
    Summer,
}

impl Words {
    const ALL: [(Self, &'static str); 74] = [
        (Self::Unknown, "words-unknown"),
        (Self::Skip, "words-skip"),
        (Self::Back, "words-back"),
        (Self::Explain, "words-explain"),
        (Self::Stop, "words-stop"),
        (Self::Done, "words-done"),
        (Self::Resume, "words-resume"),
        (Self::Begin, "words-begin"),
        (Self::Results, "words-results"),
        (Self::Yes, "words-yes"),
        (Self::No, "words-no"),
        (Self::Nothing, "words-nothing"),
        (Self::Greeting, "words-greeting"),
        (Self::Myself, "words-myself"),
        (Self::IAm, "words-i-am"),
        (Self::Filler, "words-filler"),
        (Self::My, "words-my"),
        (Self::CustomerNumber, "words-customer-number"),
        (Self::ContractNumber, "words-contract-number"),
        (Self::PhoneLabel, "words-phone-label"),
        (Self::BesideNumber, "words-beside-number"),
        (Self::Day, "words-day"),
        (Self::Particle, "words-particle"),
        (Self::Acronym, "words-acronym"),
        (Self::FirmForm, "words-firm-form"),
        (Self::Undo, "words-undo"),
        (Self::Clause, "words-clause"),
        (Self::Is, "words-is"),
        (Self::Password, "words-password"),
        (Self::Pin, "words-pin"),
        (Self::RecoveryCode, "words-recovery-code"),
        (Self::NoPassword, "words-no-password"),
        (Self::Today, "words-today"),
        (Self::Yesterday, "words-yesterday"),
        (Self::Tomorrow, "words-tomorrow"),
        (Self::Last, "words-last"),
        (Self::Next, "words-next"),
        (Self::Week, "words-week"),
        (Self::Month, "words-month"),
        (Self::Year, "words-year"),
        (Self::Weekday, "words-weekday"),
        (Self::Number, "words-number"),
        (Self::Together, "words-together"),
        (Self::DayBefore, "words-day-before"),
        (Self::DayAfter, "words-day-after"),
        (Self::This, "words-this"),
        (Self::Days, "words-days"),
        (Self::Ago, "words-ago"),
        (Self::After, "words-after"),
        (Self::DayPart, "words-day-part"),
        (Self::DayFiller, "words-day-filler"),
        (Self::PeriodEnd, "words-period-end"),
        (Self::Hour, "words-hour"),
        (Self::Every, "words-every"),
        (Self::Other, "words-other"),
        (Self::Daily, "words-daily"),
        (Self::Weekly, "words-weekly"),
        (Self::Monthly, "words-monthly"),
        (Self::Quarter, "words-quarter"),
        (Self::Half, "words-half"),
        (Self::Yearly, "words-yearly"),
        (Self::Ordinal, "words-ordinal"),
        (Self::Final, "words-final"),
        (Self::Until, "words-until"),
        (Self::SameThing, "words-same-thing"),
        (Self::Meant, "words-meant"),
        (Self::Short, "words-short"),
        (Self::Cry, "words-cry"),
        (Self::Alarm, "words-alarm"),
        (Self::Breakable, "words-breakable"),
        (Self::Broken, "words-broken"),
        (Self::Christmas, "words-christmas"),
        (Self::Easter, "words-easter"),
        (Self::Summer, "words-summer"),
    ];
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashMap<Words, Vec<String>>,
}

impl Vocabulary {
    /// Reads the lists of a language.
    pub(super) fn read(texts: &Texts, language: Language) -> Self {
        let list = |id| {
            let text = texts.plain(language, &Msg::new(id));
            text.split(',').map(folded).filter(|word| !word.is_empty()).collect()
        };
        Self { words: Words::ALL.into_iter().map(|(meaning, id)| (meaning, list(id))).collect() }
    }

    pub(super) fn empty() -> &'static Self {
        static EMPTY: OnceLock<Vocabulary> = OnceLock::new();
        EMPTY.get_or_init(Self::default)
    }

    /// The words with a meaning, folded, longest first where one begins another.
    pub fn list(&self, meaning: Words) -> &[String] {
        self.words.get(&meaning).map_or(&[], Vec::as_slice)
    }

    /// Whether this is one of the words.
    pub fn is(&self, meaning: Words, text: &str) -> bool {
        self.has(meaning, &folded(text))
    }

    /// Whether this, folded already, is one of the words.
    pub fn has(&self, meaning: Words, folded: &str) -> bool {
        self.list(meaning).iter().any(|word| word == folded)
    }

    /// Whether this, folded already, is one of the words, also as it is typed in haste: "weet nie".
    pub fn says(&self, meaning: Words, folded: &str) -> bool {
        self.has(meaning, folded) || self.has(meaning, &self.in_full(folded))
    }

    /// Folded words with what is typed short written in full: "kassa doet t nie" is "kassa doet het niet".
    pub fn in_full(&self, folded: &str) -> String {
        let words = folded.split(' ').map(|word| {
            let mut pairs = self.list(Words::Short).iter().filter_map(|pair| pair.split_once('/'));
            pairs.find(|(short, _)| *short == word).map_or(word, |(_, full)| full)
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// What follows one of the words at the start of a text: `("mijn", "mijn zus Fatima")` gives `zus Fatima`.
    pub fn strip<'t>(&self, meaning: Words, text: &'t str) -> Option<&'t str> {
        let text = text.trim_start();
        // Accents and signs make a word longer than it is in the list, but not more than twice.
        let longest = 2 * self.list(meaning).iter().map(String::len).max().unwrap_or(0) + 2;
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let ends: Vec<usize> = ends.take_while(|end| *end <= longest).collect();
        ends.into_iter()
            .rev()
            .filter(|end| text.get(*end..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
            .find(|end| text.get(..*end).is_some_and(|head| self.is(meaning, head)))
            .and_then(|end| text.get(end..))
    }
}
