//! What comes back of our own letter: quoted above an answer, beneath it, or broken off where their program broke it.

use super::ENDS;
use crate::{
    dialogue::{World, letter::ASKED, noodplan::COMPANY_NAME},
    text::{Language, Msg, vocabulary::folded},
};

/// Fewer words than this may be anybody's.
const FEWEST: usize = 3;

/// The sentences of the letter in both languages.
pub(super) struct Ours {
    /// Folded, with the question that each belongs to.
    sentences: Vec<(Option<&'static str>, String)>,
    greetings: Vec<String>,
    company: String,
    /// The beginning of a sentence that goes on in the next line.
    begun: String,
}

impl Ours {
    pub(super) fn new(world: &World<'_>) -> Self {
        let lines = ASKED.into_iter().map(|id| (Some(id), format!("letter-{id}")));
        let around = ["letter-why", "letter-thanks"].map(|id| (None, id.to_owned()));
        let said = |id: &str| Language::ALL.map(|l| world.content.texts.plain(l, &Msg::new(id.to_owned())));
        let sentences = lines.chain(around).flat_map(|(of, id)| {
            let texts = said(&id);
            let folded = |text: &String| text.split_inclusive(ENDS).map(folded).collect::<Vec<_>>();
            let sentences: Vec<String> = texts.iter().flat_map(folded).collect();
            sentences.into_iter().filter(|said| !said.is_empty()).map(move |said| (of, said))
        });
        let dear = Msg::new("letter-dear").told("name", "");
        Self {
            sentences: sentences.collect(),
            greetings: Language::ALL.map(|l| folded(&world.content.texts.plain(l, &dear))).into(),
            company: world.dossier.text(COMPANY_NAME).map(folded).unwrap_or_default(),
            begun: String::new(),
        }
    }

    /// "Beste Kapsalon Krul," and our name beneath the letter.
    pub(super) fn is_greeting(&self, said: &str) -> bool {
        let first = said.split(' ').next().unwrap_or_default();
        let dear = self.greetings.iter().any(|dear| dear == first) && said.split(' ').count() <= 2 * FEWEST;
        dear || said == self.company
    }

    /// The question that our sentence belongs to, if it is ours; what is quoted may break off.
    pub(super) fn question(&mut self, said: &str, quoted: bool) -> Option<Option<&'static str>> {
        let begun = std::mem::take(&mut self.begun);
        let joined = if begun.is_empty() { said.to_owned() } else { format!("{begun} {said}") };
        if let Some((of, _)) = self.sentences.iter().find(|(_, ours)| *ours == joined || ours == said) {
            return Some(*of);
        }
        let begins = |ours: &str| ours.strip_prefix(&joined).is_some_and(|rest| rest.starts_with(' '));
        let broken = quoted && joined.split(' ').count() >= FEWEST;
        let of = self.sentences.iter().find(|(_, ours)| broken && begins(ours)).map(|(of, _)| *of)?;
        self.begun = joined;
        Some(of)
    }
}
