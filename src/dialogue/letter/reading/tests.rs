//! What suppliers write, and what nobody should.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{CONTENT, letter::ASKED},
    domain::{
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::Role,
    },
};

fn reads(text: &str, open: &[&'static str]) -> Read {
    let dossier = Dossier::default();
    let now: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
    let world = World {
        person: PersonId(Uuid::from_u128(1)),
        company: Some(CompanyId(Uuid::from_u128(2))),
        role: Some(Role::Owner),
        new_company: CompanyId(Uuid::from_u128(3)),
        ..World::of_nobody(now, &dossier, &CONTENT)
    };
    read(text, open, &world)
}

/// The one answer in a text to the one question that is open.
fn said(question: &'static str, text: &str) -> Option<String> {
    let read = reads(text, &[question]);
    read.found.first().map(|found| match &found.value {
        Value::Choice(id) => id.to_string(),
        Value::Choices(ids) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Value::Date(date) => date.to_string(),
        Value::Text(text) => text.as_str().to_owned(),
        _ => "something else".into(),
    })
}

#[test]
fn the_usual_answers_are_understood() {
    let cases = [
        ("supplier-reaction", "Reactietijd: binnen 4 uur op werkdagen", Some("hours-4-office")),
        ("supplier-reaction", "Reactietijd: 2 uur, dag en nacht", Some("hours-4-always")),
        ("supplier-reaction", "Onze reactietijd is een werkdag.", Some("day-1")),
        ("supplier-reaction", "Reaction time: three working days", Some("longer")),
        ("supplier-reaction", "Reactietijd: geen afspraken", Some("not-agreed")),
        ("supplier-reaction", "Reactietijd: dat hangt ervan af", None),
        ("supplier-repair", "Hersteltijd: binnen een werkdag", Some("day-1")),
        ("supplier-repair", "Repair time: one week at most", Some("week-1")),
        ("supplier-repair", "Storing: binnen 4 uur. Oplostijd: drie weken", Some("longer")),
        ("supplier-repair", "Hersteltijd: daar beloven wij niets over, geen afspraken", Some("not-agreed")),
        ("supplier-repair", "Reactietijd: binnen 4 uur", None),
        ("supplier-notice", "Opzegtermijn: drie maanden", Some("months-3")),
        ("supplier-notice", "Opzegtermijn: 30 dagen", Some("month-1")),
        ("supplier-notice", "Notice period: a calendar month", Some("month-1")),
        ("supplier-notice", "Opzegtermijn: per direct opzegbaar", Some("any-day")),
        ("supplier-notice", "Opzegtermijn: een jaar", None),
        (
            "supplier-backups",
            "Back-ups: ja, elke nacht, maar het terugzetten is niet getest",
            Some("untested"),
        ),
        ("supplier-backups", "Backups: yes, and restoring was tested in May", Some("tested")),
        ("supplier-backups", "Back-ups: nee", Some("nobody")),
        ("supplier-backups", "Back-ups: elke nacht, en we testen het elk jaar", Some("tested")),
        ("supplier-backups", "Backups: every night, and we test them every year", Some("tested")),
        ("supplier-backups", "Back-ups: elke nacht, testen doen we niet", Some("untested")),
        ("supplier-backups", "Back-ups: nee, die maken we niet", Some("nobody")),
        ("supplier-leak", "Datalek: ja, binnen 24 uur", Some("within-a-day")),
        ("supplier-leak", "Datalek: wij bellen binnen 24 uur, ook bij een storing", Some("within-a-day")),
        ("supplier-reaction", "Datalek: wij bellen binnen 24 uur, ook bij een storing", None),
        ("supplier-leak", "> Datalek: belt u ons bij een lek?\nDatalek: nee", Some("no")),
        ("supplier-exit", "Vertrek: u kunt alles downloaden", Some("download")),
        ("supplier-end", "Einddatum: 31 december 2027", Some("2027-12-31")),
        ("supplier-end", "Einddatum: 1 september", Some("2027-09-01")),
        ("supplier-end", "Einddatum: 31 december 2025", Some("2025-12-31")),
        ("supplier-end", "Einddatum: weten we niet", None),
        ("supplier-customer-number", "Klantnummer: K-204.", Some("K-204")),
        ("supplier-expect", "Hulp: terugbellen en meedenken", Some("call-back advice")),
        ("supplier-expect", "Hulp: terugbellen. Back-up terugzetten ook.", Some("call-back restore-backup")),
        ("supplier-expect", "Met vriendelijke groet, de helpdesk", None),
        ("supplier-expect-not", "Uitgesloten: langskomen, uw gegevens terughalen", Some("visit own-data")),
    ];
    for (question, text, expected) in cases {
        assert_eq!(said(question, text).as_deref(), expected, "{text}");
    }
}

/// The question of our letter about help, as mail programs give it back above an answer.
const QUOTED: [&str; 3] = [
    "> Hulp: wat mogen wij verwachten? Kies uit: terugbellen, repareren, back-up terugzetten, \
     iets te leen geven, logbestanden bewaren, meedenken.",
    "Hulp: wat mogen wij verwachten? Kies uit: terugbellen, repareren, back-up terugzetten, \
     iets te leen geven, logbestanden bewaren, meedenken.",
    "> Hulp: wat mogen wij verwachten? Kies uit: terugbellen, repareren, back-up\n\
     > terugzetten, iets te leen geven, logbestanden bewaren,\n> meedenken.",
];

#[test]
fn our_own_letter_is_no_answer_but_says_what_the_answer_beneath_is_about() {
    for quoted in QUOTED {
        let text = format!("Beste Kapsalon Krul,\n{quoted}\nTerugbellen en back-up terugzetten");
        let read = reads(&text, &ASKED);
        assert_eq!(read.found.len(), 1, "{:?}", read.found);
        assert_eq!(said("supplier-expect", &text).as_deref(), Some("call-back restore-backup"), "{quoted}");
        assert_eq!(read.rest, "", "{quoted}");
    }
    assert_eq!(said("supplier-expect", QUOTED[0]), None);
}

#[test]
fn an_answer_that_was_taken_over_is_no_part_of_the_next() {
    let text = "Hulp: terugbellen. Reactietijd: binnen 4 uur.";
    assert_eq!(reads(text, &["supplier-expect"]).found[0].quote, "terugbellen.");
}

#[test]
fn what_belongs_to_no_question_is_named_too() {
    let read = reads("Wij sturen een monteur. Schikt dinsdag?\nReactietijd: een werkdag", &ASKED);
    assert_eq!(read.found.len(), 1);
    assert_eq!(read.rest, "Wij sturen een monteur. / Schikt dinsdag?");
}

#[test]
fn what_says_nothing_is_named_and_not_guessed() {
    let read = reads("Reactietijd: dat zoeken we uit.\nVertrek: downloaden", &ASKED);
    assert_eq!(read.found.len(), 1);
    assert_eq!(read.rest, "dat zoeken we uit.");
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 100, failure_persistence: None, ..Default::default() })]

    /// Whatever is pasted, only what is open is answered, and nothing that is shown is long.
    #[test]
    fn nothing_pasted_is_too_strange(
        text in "(\\PC{0,40}|Reactietijd: |Back-ups: |Einddatum: |<b>|\n|> |[0-9]{1,20} uur|31-2-2027){0,30}"
    ) {
        let open = ["supplier-reaction", "supplier-backups", "supplier-end"];
        let read = reads(&text, &open);
        prop_assert!(read.found.iter().all(|found| open.contains(&found.question)));
        prop_assert!(read.found.iter().all(|found| found.quote.chars().count() <= LONGEST_QUOTE));
        prop_assert!(read.rest.chars().count() <= LONGEST_REST);
    }
}
