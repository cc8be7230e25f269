//! A conversation as it stands on a phone a week later, kept in `docs` to be read from top to bottom.
//!
//! `NOODPLAN_UPDATE_TRANSCRIPTS=1 cargo test phone_page` writes down what stands there now.

use std::{fmt::Write, fs, path::Path};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;

use super::desk::{Desk, last, says, taps};
use crate::bot_api::{Person, Shown};

const BEGINS: &str = "2026-11-23T18:40:00Z";

/// The chat as it is read: what was changed reads as it is now, buttons that went are gone.
fn page(chat: &[Shown]) -> String {
    let mut page = String::from(
        "# A conversation on Telegram, a week later\n\nAs the phone shows it: cards that were answered by a tap \
         were changed in place, old buttons are gone. `tests/it/telegram/phone_page.rs` keeps it true.\n",
    );
    let mut day = None;
    for shown in chat {
        let at = DateTime::from_timestamp(shown.date, 0).unwrap().with_timezone(&Amsterdam).date_naive();
        if day.replace(at) != Some(at) {
            write!(page, "\n## {}\n", at.format("%-d %B")).unwrap();
        }
        if shown.service.is_some() {
            let pinned = shown.raw["pinned_message"]["text"].as_str().unwrap_or_default();
            writeln!(page, "\n*pinned: {}*", pinned.lines().next().unwrap_or_default()).unwrap();
            continue;
        }
        writeln!(
            page,
            "\n**{}**{}",
            if shown.from_bot { "noodplan" } else { &shown.sender },
            if shown.pinned { " 📌" } else { "" }
        )
        .unwrap();
        for line in shown.text.lines() {
            writeln!(page, "> {line}  ").unwrap();
        }
        if let Some(contact) = &shown.contact {
            writeln!(page, "> 👤 {} {}", contact.first_name, contact.phone_number).unwrap();
        }
        if !shown.buttons.is_empty() {
            page.push_str(">  \n");
        }
        for row in &shown.buttons {
            let labels: Vec<String> = row.iter().map(|button| format!("`{}`", button.label)).collect();
            writeln!(page, "> {}  ", labels.join(" ")).unwrap();
        }
    }
    page
}

async fn first_evening(anna: &Person) {
    says(anna, "/start", "In vijf minuten").await;
    taps(anna, "Akkoord, beginnen", "Is er nu iets mis").await;
    taps(anna, "Nee, gelukkig niet", "Hoe heet je bedrijf").await;
    says(anna, "Bakkerij Jansen", "Met hoeveel mensen").await;
    taps(anna, "2 tot 9", "Wat doe je").await;
    taps(anna, "Winkel of horeca", "Wie beslist").await;
    taps(anna, "Dat ben ik", "nummer").await;
    says(anna, "06 12345678", "Wie neemt het over").await;
    taps(anna, "Uitleg", "Wie neemt het over").await;
    says(anna, "mijn zus fatima 0687654321", "Wie helpt je met je computers").await;
    says(anna, "kuiper ict 020 7654321, ma-vr 9-17", "Wie bel je als er iets uitvalt").await;
    anna.taps("☐ Internet").unwrap();
    anna.hears(|chat| last(chat).is_some_and(|shown| shown.labels().contains(&"☑ Internet"))).await;
    taps(anna, "Klaar", "klantnummer bij Kuiper ICT").await;
    says(anna, "88012", "contractnummer bij Kuiper ICT").await;
    taps(anna, "Overslaan", "Wie levert je internet").await;
    let mark = anna.mark();
    anna.shares_contact("KPN", "+318000402", None, None);
    anna.heard_after(mark, |chat| last(chat).is_some_and(|shown| shown.text.contains("klantnummer"))).await;
    taps(anna, "Stop", "we stoppen hier").await;
}

async fn a_week_later(anna: &Person) {
    says(anna, "hoi", "Hoi").await;
    says(anna, "verder", "klantnummer").await;
    says(anna, "4711", "contractnummer").await;
    taps(anna, "Overslaan", "Wie moet weten").await;
    taps(anna, "Niemand", "Wie bel je eerst").await;
    taps(anna, "Zo is het goed", "Hoe houd je contact").await;
    taps(anna, "WhatsApp, privé", "Nu het beste").await;
    says(anna, "/noodplan", "NOODPLAN").await;
    anna.hears(|chat| chat.iter().filter(|shown| shown.from_bot && shown.contact.is_some()).count() == 3)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_conversation_on_a_phone_reads_as_it_is_kept_in_docs() {
    let desk = Desk::open().await;
    let begins: DateTime<Utc> = BEGINS.parse().unwrap();
    desk.set_time(begins);
    let anna = desk.api.person("Anna", Some("nl"));
    first_evening(&anna).await;
    desk.set_time(begins + TimeDelta::days(7));
    a_week_later(&anna).await;
    desk.api.until(|api| api.pending_updates().is_empty() && api.unanswered_callbacks().is_empty()).await;
    let chat = anna.hears(|chat| super::desk::live_cards(chat) == 1).await;
    let (now, file) =
        (page(&chat), Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/telegram-conversation.md"));
    if std::env::var_os("NOODPLAN_UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let differ = kept.lines().zip(now.lines()).find(|(kept, now)| kept != now);
    assert_eq!((differ, kept.len()), (None, now.len()));
    desk.close().await;
}
