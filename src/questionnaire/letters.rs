//! Which of the three letters of the source a to-do is about: what it keeps available, right or private.
//!
//! Not here: how bad it would be if that were lost, which the owner says (the section about impact).

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::Question;
use crate::domain::ids::Slug;

/// One of the three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// It works when it is needed.
    Available,
    /// What it says is so.
    Right,
    /// It is seen by nobody but those who may.
    Private,
}

/// The letters of every to-do of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct Letters(HashMap<Slug, Vec<Letter>>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    available: Vec<Slug>,
    right: Vec<Slug>,
    private: Vec<Slug>,
}

impl Letters {
    /// What a to-do is about; nothing if that is not said of it.
    pub fn of(&self, todo: &str) -> &[Letter] {
        self.0.get(todo).map_or(&[], Vec::as_slice)
    }
}

/// The letters that are built in, for the to-dos of these questions.
///
/// # Errors
/// Every mistake in the file at once: text that is no TOML, a to-do that no answer makes, one without a letter.
pub fn built_in<'q>(questions: impl Iterator<Item = &'q Question>) -> Result<Letters, Vec<String>> {
    read(include_str!("catalogue/letters.toml"), questions)
}

fn read<'q>(text: &str, questions: impl Iterator<Item = &'q Question>) -> Result<Letters, Vec<String>> {
    let file: File = toml::from_str(text).map_err(|error| vec![error.message().to_owned()])?;
    let made: BTreeSet<&Slug> = questions
        .flat_map(|question| {
            let chosen = question.choices.iter().filter_map(|choice| choice.todo.as_ref());
            chosen.chain(&question.todo).chain(&question.rest)
        })
        .collect();
    let mut letters: HashMap<Slug, Vec<Letter>> = HashMap::new();
    let all =
        [(file.available, Letter::Available), (file.right, Letter::Right), (file.private, Letter::Private)];
    for (todos, letter) in all {
        for todo in todos {
            letters.entry(todo).or_default().push(letter);
        }
    }
    let unmade = letters.keys().filter(|todo| !made.contains(todo));
    let unmade = unmade.map(|todo| format!("no answer makes the to-do `{todo}`"));
    let missing = made.iter().filter(|todo| !letters.contains_key(**todo));
    let missing = missing.map(|todo| format!("the to-do `{todo}` has no letter"));
    let mut mistakes: Vec<String> = unmade.chain(missing).collect();
    mistakes.sort_unstable();
    if mistakes.is_empty() { Ok(Letters(letters)) } else { Err(mistakes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::load;

    #[test]
    fn a_to_do_without_a_letter_and_a_letter_without_a_to_do_are_mistakes() {
        let questions = "[section]\nid = \"x\"\nminutes = 1\n[[question]]\nid = \"a\"\nkind = \"single\"\n\
                         choices = [{ id = \"no\", todo = \"mend\" }]\n";
        let catalogue = load::load(&[("x.toml", questions)]).unwrap();
        let file = |private: &str| format!("available = []\nright = []\nprivate = [{private}]\n");
        let mistakes = read(&file("\"burn\""), catalogue.questions()).unwrap_err();
        assert_eq!(mistakes, ["no answer makes the to-do `burn`", "the to-do `mend` has no letter"]);
        let letters = read(&file("\"mend\""), catalogue.questions()).unwrap();
        assert_eq!((letters.of("mend"), letters.of("burn")), ([Letter::Private].as_slice(), [].as_slice()));
    }
}
