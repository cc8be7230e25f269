//! A sitting takes no longer than it says: the complete dossiers, counted at four messages a minute.

use std::{collections::BTreeMap, fs, path::Path};

use noodplan::text::{Language, Msg, vocabulary::Words};

use crate::stage::content;

/// So many messages somebody sends in a minute, reading and thinking included.
const A_MINUTE: usize = 4;

/// The sittings with their sections and how long each takes, in minutes.
const SITTINGS: [(&str, &[&str], usize); 6] = [
    ("A", &["call-list"], 4),
    ("B", &["roles", "inventory"], 10),
    ("C", &["suppliers"], 10),
    ("D", &["impact", "risks"], 10),
    ("E", &["backups", "recovery"], 10),
    ("F", &["agreements", "upkeep"], 5),
];

/// Messages sent to each section on the way through it, in one conversation. Asking for the plan in between or
/// stopping and going on is not part of the sitting, and who goes back takes an answer back.
fn messages(file: &str, language: Language) -> BTreeMap<String, usize> {
    let content = content();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(file);
    let text = fs::read_to_string(path).unwrap();
    let titles: Vec<(String, String)> = content
        .catalogue
        .sections
        .iter()
        .map(|section| {
            let title = content.texts.plain(language, &Msg::new(format!("section-{}", section.id)));
            (section.id.to_string(), title)
        })
        .collect();
    let vocabulary = content.texts.vocabulary(language);
    let mut sent = BTreeMap::new();
    let mut asking: Option<&str> = None;
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("> ") {
            let aside = said.starts_with('/')
                || [Words::Stop, Words::Resume].into_iter().any(|words| vocabulary.is(words, said));
            if let Some(section) = asking.filter(|_| !aside) {
                let count: &mut usize = sent.entry(section.to_owned()).or_default();
                *count = if vocabulary.is(Words::Back, said) { count.saturating_sub(1) } else { *count + 1 };
            }
            asking = None;
        } else if line.contains('▓') && line.contains(", ") {
            let found = titles.iter().find(|(_, title)| line.contains(&format!(" {title}, ")));
            asking = found.map(|(id, _)| id.as_str()).or(asking);
        }
    }
    sent
}

#[test]
fn a_sitting_takes_no_longer_than_it_says() {
    let files = [
        ("dossier-bakery-nl.txt", Language::Nl),
        ("dossier-workshop-nl.txt", Language::Nl),
        ("dossier-consultant-en.txt", Language::En),
    ];
    for (file, language) in files {
        let sent = messages(file, language);
        for (sitting, sections, minutes) in SITTINGS {
            let count: usize = sections.iter().filter_map(|section| sent.get(*section)).sum();
            assert!(count > 3, "{file}: nobody answers sitting {sitting}: {sent:?}");
            assert!(count <= minutes * A_MINUTE, "{file}: {count} messages in sitting {sitting}: {sent:?}");
        }
    }
}

#[test]
fn the_menu_says_how_long_a_sitting_takes() {
    let content = content();
    for (sitting, sections, minutes) in SITTINGS {
        let said = sections.iter().filter_map(|section| content.catalogue.section(section));
        let said: usize = said.map(|section| usize::from(section.minutes)).sum();
        assert!(said <= minutes, "sitting {sitting} says {said} minutes and may take {minutes}");
    }
}
