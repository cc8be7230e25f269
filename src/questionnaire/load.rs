//! Reads the catalogue and refuses a damaged one with every mistake in it, each with file and line.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{
    Catalogue, Kind, Question, Section, ShowIf, Suggest,
    letters::{self, Letters},
    products,
};
use crate::domain::{end_of_life::Table, ids::Slug, item::ItemKind};

/// Version of the catalogue that is built in, and the day it was published.
const VERSION: (u32, &str) = (1, "2026-11-23");

/// The catalogue that is built in, one file a section, in the order in which sections are shown.
const FILES: [(&str, &str); 10] = [
    ("start.toml", include_str!("catalogue/start.toml")),
    ("call-list.toml", include_str!("catalogue/call-list.toml")),
    ("roles.toml", include_str!("catalogue/roles.toml")),
    ("inventory.toml", include_str!("catalogue/inventory.toml")),
    ("suppliers.toml", include_str!("catalogue/suppliers.toml")),
    ("impact.toml", include_str!("catalogue/impact.toml")),
    ("risks.toml", include_str!("catalogue/risks.toml")),
    ("backups.toml", include_str!("catalogue/backups.toml")),
    ("recovery.toml", include_str!("catalogue/recovery.toml")),
    ("agreements.toml", include_str!("catalogue/agreements.toml")),
];

/// One thing wrong with a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, for whoever edits the file.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    section: SectionHead,
    #[serde(default)]
    question: Vec<Spanned<Question>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionHead {
    id: Slug,
    minutes: u8,
    #[serde(default)]
    weight: u8,
    #[serde(default = "yes")]
    counted: bool,
    #[serde(default)]
    alike: bool,
}

fn yes() -> bool {
    true
}

/// The catalogue that is built into the program.
///
/// # Errors
/// Every mistake in it at once.
pub fn built_in() -> Result<Catalogue, Vec<Mistake>> {
    let mut catalogue = load(&FILES)?;
    let in_file = |file: &str, mistakes: Vec<String>| -> Vec<Mistake> {
        let mistake = |what| Mistake { file: file.into(), line: 1, what };
        mistakes.into_iter().map(mistake).collect()
    };
    catalogue.products = products::built_in().map_err(|mistakes| in_file("products", mistakes))?;
    catalogue.letters =
        letters::built_in(catalogue.questions()).map_err(|mistakes| in_file("letters.toml", mistakes))?;
    Ok(catalogue)
}

/// A catalogue from `(file name, text)` pairs.
///
/// # Errors
/// Every mistake at once: text that is no TOML, ids used twice or malformed, conditions that look forward or at
/// nothing, kinds whose parts do not fit together.
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, Vec<Mistake>> {
    let mut reader = Reader::default();
    for (name, text) in files {
        reader.read(name, text);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    sections: Vec<Section>,
    places: HashMap<Slug, (usize, usize)>,
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn read(&mut self, name: &str, text: &str) {
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let line = line_of(text, error.span().map_or(0, |span| span.start));
                self.mistakes.push(Mistake { file: name.into(), line, what: error.message().into() });
                return;
            }
        };
        if self.sections.iter().any(|section| section.id == file.section.id) {
            self.mistakes.push(Mistake {
                file: name.into(),
                line: 1,
                what: format!("section `{}` exists already", file.section.id),
            });
        }
        let index = self.sections.len();
        let mut questions = Vec::new();
        for spanned in file.question {
            let line = line_of(text, spanned.span().start);
            let question = spanned.into_inner();
            for what in self.faults(&question, &questions) {
                self.mistakes.push(Mistake { file: name.into(), line, what });
            }
            self.places.insert(question.id.clone(), (index, questions.len()));
            questions.push(question);
        }
        let SectionHead { id, minutes, weight, counted, alike } = file.section;
        self.sections.push(Section { id, minutes, weight, counted, alike, questions });
    }

    fn faults(&self, question: &Question, before: &[Question]) -> Vec<String> {
        let id = &question.id;
        let mut faults = Vec::new();
        let mut check = |holds: bool, what: String| {
            if !holds {
                faults.push(what);
            }
        };
        check(Slug::is_wellformed(id.as_str()), format!("`{id}` is no id: use a-z, 0-9 and -, at most 32"));
        check(!self.places.contains_key(id.as_str()), format!("question `{id}` exists already"));
        let mut seen = HashSet::new();
        for choice in &question.choices {
            let c = &choice.id;
            check(Slug::is_wellformed(c.as_str()), format!("choice `{c}` of `{id}` is no id"));
            check(seen.insert(c.clone()), format!("choice `{c}` of `{id}` stands there twice"));
            check(
                !choice.myself || matches!(question.kind, Kind::Contact | Kind::Person),
                format!("choice `{c}` of `{id}`: only somebody can be the person who answers"),
            );
        }
        let closed = matches!(question.kind, Kind::Single | Kind::Many);
        check(!closed || !question.choices.is_empty(), format!("`{id}` has nothing to choose from"));
        let plain = matches!(question.kind, Kind::Text | Kind::Order | Kind::Due);
        check(!plain || question.choices.is_empty(), format!("`{id}`: this kind has no choices"));
        check(
            question.choices.iter().all(|choice| {
                let told = usize::from(choice.in_days.is_some()) + usize::from(choice.in_months.is_some());
                told == usize::from(question.kind == Kind::Date)
            }),
            format!("`{id}`: every choice of a date, and no other, says in how many days or months that is"),
        );
        check(!question.ahead || question.kind == Kind::Date, format!("`{id}`: only a day can be ahead"));
        check(
            !question.product || question.kind == Kind::Text || question.free_text,
            format!("`{id}`: a product is named in words"),
        );
        check(
            !question.free_text || matches!(question.kind, Kind::Single | Kind::Person),
            format!("`{id}`: free_text belongs to a single choice"),
        );
        check(
            [&question.no, &question.done]
                .into_iter()
                .flatten()
                .all(|meant| question.choice(meant.as_str()).is_some()),
            format!("`{id}`: no and done mean one of the choices"),
        );
        check(
            question.done.is_none() || question.free_text,
            format!("`{id}`: one is done only where words are an answer"),
        );
        check(
            question.adds.is_none() || matches!(question.kind, Kind::Many | Kind::Contact | Kind::Agreement),
            format!("`{id}`: only ticks and contacts can add items"),
        );
        check(
            question.kind != Kind::Contact || !question.each.is_empty() || question.adds.is_some(),
            format!("`{id}`: a contact must fill an item (each) or add one (adds)"),
        );
        check(
            question.kind != Kind::Contact || question.adds.is_none() || question.role.is_some(),
            format!("`{id}`: an added contact needs a role"),
        );
        check(
            !question.repeat
                || (matches!(question.kind, Kind::Contact | Kind::Agreement) && question.each.is_empty()),
            format!("`{id}`: only a contact or an agreement of the company can be asked again and again"),
        );
        check(
            !question.repeat || question.choice("done").is_some(),
            format!("`{id}` is asked again and again and needs the choice `done`"),
        );
        check(
            question.kind != Kind::Items || !question.of.is_empty(),
            format!("`{id}`: a question that chooses things says of which kinds"),
        );
        check(
            question.of.is_empty() || matches!(question.kind, Kind::Items | Kind::Person),
            format!("`{id}`: only things and people are chosen by their kind"),
        );
        check(
            question.most.is_none() || matches!(question.kind, Kind::Many | Kind::Items),
            format!("`{id}`: only where several can be chosen is there a most"),
        );
        check(
            question.most_when_full.is_none_or(|full| question.most.is_some_and(|most| full < most)),
            format!("`{id}`: what can be chosen when it is full is less than the most"),
        );
        check(
            question.rest.is_none() || (question.kind == Kind::Many && question.adds.is_some()),
            format!("`{id}`: a rest is what was not ticked in a list that makes things"),
        );
        check(
            question.not_for.is_empty() || !question.each.is_empty(),
            format!("`{id}`: only a question about things can make no sense about some of them"),
        );
        check(!question.past || question.kind == Kind::Date, format!("`{id}`: only a day can be past"));
        check(
            !question.counts() || (question.kind == Kind::Single && !question.free_text),
            format!("`{id}`: choices that stand for numbers belong to a single choice"),
        );
        check(
            question
                .choices
                .iter()
                .all(|choice| !choice.which || question.free_text || question.adds.is_some()),
            format!(
                "`{id}`: which one it is can be asked where words are an answer, or where ticks make things"
            ),
        );
        let asked_before = |id: &Slug| {
            before.iter().any(|earlier| earlier.id == *id) || self.places.contains_key(id.as_str())
        };
        let mut check = |holds: bool, what: String| {
            if !holds {
                faults.push(what);
            }
        };
        if let Some(Suggest::Leaning(earlier)) = &question.suggest {
            check(
                asked_before(earlier),
                format!("`{id}` leans on `{earlier}`, which is not asked before it"),
            );
        }
        check(
            question.suggest.is_none() || (question.kind == Kind::Single && !question.each.is_empty()),
            format!("`{id}`: only a single choice about an item can be suggested"),
        );
        check(
            question.foremost.is_none() || question.each == [ItemKind::Risk],
            format!("`{id}`: only risks have foremost ones"),
        );
        for hit in question.choices.iter().flat_map(|choice| &choice.hits) {
            check(asked_before(hit), format!("`{id}` hits `{hit}`, which is not asked before it"));
        }
        self.check_condition(question, before, &mut faults);
        faults
    }

    fn check_condition(&self, question: &Question, before: &[Question], faults: &mut Vec<String>) {
        let id = &question.id;
        let asked_before = |id: &Slug| {
            let mut earlier =
                before.iter().chain(self.sections.iter().flat_map(|section| &section.questions));
            earlier.find(|earlier| earlier.id == *id)
        };
        if let Some(first) = &question.first
            && (question.each.is_empty() || asked_before(first).is_none_or(|first| first.kind != Kind::Items))
        {
            faults
                .push(format!("`{id}` is asked first about what `{first}` chooses, which chooses no things"));
        }
        let of_choices = question.choices.iter().filter_map(|choice| choice.show_if.as_ref());
        for condition in question.show_if.iter().chain(of_choices) {
            match asked_before(&condition.question) {
                Some(earlier) => check_against(condition, question, earlier, faults),
                None => faults
                    .push(format!("`{id}` looks at `{}`, which is not asked before it", condition.question)),
            }
        }
    }

    /// What looks forward can only be checked at the end: what stands beside a question, what settles it, and what helps.
    fn check_references(&mut self) {
        let all = || self.sections.iter().flat_map(|section| &section.questions);
        let mut faults = Vec::new();
        for question in all() {
            for beside in &question.beside {
                if !all().any(|other| other.id == *beside && other.each == question.each) {
                    faults.push(format!(
                        "`{}` stands beside `{beside}`, which is no such question",
                        question.id
                    ));
                }
            }
            for condition in &question.settled_by {
                match all().find(|other| other.id == condition.question) {
                    Some(other) => check_against(condition, question, other, &mut faults),
                    None => faults.push(format!(
                        "`{}` is settled by `{}`, which nothing asks",
                        question.id, condition.question
                    )),
                }
            }
            for offer in question.choices.iter().flat_map(|choice| &choice.offers) {
                if !all().any(|other| other.offered && other.choice(offer.as_str()).is_some()) {
                    faults.push(format!("`{}` offers `{offer}`, which nothing asks about", question.id));
                }
            }
        }
        let mistake = |what| Mistake { file: "catalogue".into(), line: 1, what };
        self.mistakes.extend(faults.into_iter().map(mistake));
    }

    fn finish(mut self) -> Result<Catalogue, Vec<Mistake>> {
        let (version, published) = VERSION;
        let published_on = published.parse::<NaiveDate>().unwrap_or_else(|error| {
            self.mistakes.push(Mistake { file: "load.rs".into(), line: 1, what: error.to_string() });
            NaiveDate::default()
        });
        self.check_references();
        if !self.mistakes.is_empty() {
            return Err(self.mistakes);
        }
        Ok(Catalogue {
            version,
            published_on,
            sections: self.sections,
            products: Table::default(),
            letters: Letters::default(),
            places: self.places,
        })
    }
}

/// Holds a condition against the question that it looks at.
fn check_against(condition: &ShowIf, question: &Question, earlier: &Question, faults: &mut Vec<String>) {
    let id = &question.id;
    if !earlier.each.is_empty() && !question.each.iter().all(|kind| earlier.each.contains(kind)) {
        faults.push(format!("`{id}` looks at `{}`, which is asked about other items", earlier.id));
    }
    let mut choices = condition.any_of.iter().chain(&condition.none_of).peekable();
    if condition.or_unknown && choices.peek().is_none() {
        faults
            .push(format!("`{id}` looks for no choice of `{}`, so not knowing changes nothing", earlier.id));
    }
    if !condition.support.is_empty() && !earlier.product {
        faults.push(format!("`{id}` looks at support dates, but `{}` names no product", earlier.id));
    }
    if condition.day.is_some() && earlier.kind != Kind::Date {
        faults.push(format!("`{id}` looks at a day, but `{}` tells none", earlier.id));
    }
    for choice in choices {
        if earlier.choice(choice.as_str()).is_none() {
            faults.push(format!("`{id}` looks for `{choice}`, which `{}` does not offer", earlier.id));
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests;
