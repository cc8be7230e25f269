//! A sitting takes no longer than it says: the complete dossiers, counted at four messages a minute.

use std::{collections::BTreeMap, fs, path::Path};

use chrono::{DateTime, NaiveDate, Utc};
use noodplan::{
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::PersonId,
        item::{Answer, Item, ItemKind, Value},
    },
    questionnaire::{Kind, judgement, walk},
    text::{Language, Msg, vocabulary::Words},
};
use uuid::Uuid;

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
    ("F", &["agreements"], 5),
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

/// Answers to sitting D of a firm with so many crown jewels, who ticks as many worries as there may be, and decides in three
/// ways, as the owners of the complete dossiers do.
fn answers_about_jewels(jewels: usize) -> usize {
    let content = content();
    let catalogue = &content.catalogue;
    let mut dossier = Dossier::default();
    let tell = |dossier: &mut Dossier, slot: Slot, value: Value| {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        dossier.save_answer(slot, Answer { value, by: PersonId(Uuid::nil()), at, catalogue: 1 });
    };
    let things = [
        (ItemKind::Device, "till"),
        (ItemKind::Device, "laptop"),
        (ItemKind::Software, "mail"),
        (ItemKind::Data, "customer-data"),
        (ItemKind::Data, "invoices"),
    ];
    let ids: Vec<_> = things
        .into_iter()
        .take(jewels)
        .map(|(kind, role)| {
            let item = dossier.new_item(kind, role.into(), Contact::default());
            dossier.save_item(item.clone());
            item.id
        })
        .collect();
    tell(&mut dossier, Slot::own("crown-jewels"), Value::Items(ids));
    let mut decisions = ["reduce", "accept", "transfer"].into_iter().cycle();
    let (mut answers, today) = (0, DateTime::UNIX_EPOCH.date_naive());
    for section in ["impact", "risks"].map(|id| catalogue.section(id).unwrap()) {
        while let Some(slot) =
            walk::next_open(&walk::slots(section, catalogue, &dossier, today), &dossier, None)
        {
            let question = catalogue.at(&slot).unwrap();
            let choices = judgement::choices(question, slot.item, catalogue, &dossier, today);
            let value = match question.kind {
                Kind::Many => {
                    let most = judgement::most(question, catalogue, &dossier).unwrap();
                    let ticks: Vec<_> = choices.iter().take(most).map(|choice| choice.id.clone()).collect();
                    for role in &ticks {
                        let risk = dossier.new_item(ItemKind::Risk, role.clone(), Contact::default());
                        dossier.save_item(Item { about: slot.item, ..risk });
                    }
                    Value::Choices(ticks)
                }
                Kind::Single if question.id.as_str() == judgement::CHOICE => {
                    Value::Choice(decisions.next().unwrap().into())
                }
                Kind::Single => Value::Choice(choices.last().unwrap().id.clone()),
                Kind::Date => Value::Date(NaiveDate::from_ymd_opt(2027, 5, 1).unwrap()),
                _ => Value::Text("iemand".into()),
            };
            tell(&mut dossier, slot, value);
            answers += 1;
        }
    }
    answers
}

#[test]
fn the_sitting_about_risks_stays_short_however_many_crown_jewels_there_are() {
    let (_, _, minutes) = SITTINGS[3];
    for jewels in 1..=5 {
        let answers = answers_about_jewels(jewels);
        assert!(answers <= minutes * A_MINUTE, "{jewels} crown jewels: {answers} answers");
    }
}
