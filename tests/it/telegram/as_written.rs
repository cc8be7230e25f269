//! The first sittings as they are written in `tests/transcripts`, on a phone: answered by text and by tap, what is
//! heard is what is written, letter by letter.

use std::{
    collections::{HashMap, VecDeque},
    fs,
    path::Path,
    time::Duration,
};

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;
use noodplan::{
    app::ports::{Button, ConversationKey, LaneKind, Outgoing},
    channel::transcript,
    dialogue::{ChannelKind, Content},
    text::{Language, Msg, Rich, Span},
};
use tokio::{sync::mpsc::UnboundedReceiver, time::timeout};
use uuid::Uuid;

use super::desk::Desk;
use crate::bot_api::{Heard, Person};

/// Longer than any answer takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A person who follows what is written.
struct Reader {
    person: Person,
    taps: bool,
    hears: UnboundedReceiver<Heard>,
    /// What every message says now.
    shown: HashMap<i64, String>,
    labels: Vec<String>,
}

impl Reader {
    fn new(person: Person, taps: bool) -> Self {
        let hears = person.listens();
        Self { person, taps, hears, shown: HashMap::new(), labels: Vec::new() }
    }

    /// Says or taps one line.
    fn answers(&self, words: &str) {
        let by_number =
            words.parse::<usize>().ok().and_then(|number| self.labels.get(number.checked_sub(1)?));
        let same = |label: &&String| label.to_lowercase() == words.to_lowercase();
        match by_number.or_else(|| self.labels.iter().find(same)).filter(|_| self.taps) {
            Some(label) => drop(self.person.taps(label).unwrap()),
            None => drop(self.person.says(&transcript::unescaped(words))),
        }
    }

    /// The next message with words, new or in place of another; buttons that go and cards to call are none.
    async fn next(&mut self) -> Option<Heard> {
        loop {
            let heard = timeout(PATIENCE, self.hears.recv()).await.ok()??;
            if let Some(heard) = self.reads(heard) {
                self.labels = heard.buttons.iter().flatten().map(|button| button.label.clone()).collect();
                return Some(heard);
            }
        }
    }

    /// What came and nobody waited for.
    fn rest(&mut self) -> Vec<String> {
        let mut rest = Vec::new();
        while let Ok(heard) = self.hears.try_recv() {
            rest.extend(self.reads(heard).map(|heard| heard.text));
        }
        rest
    }

    /// A message with what is new in it, if there are words in it.
    fn reads(&mut self, mut heard: Heard) -> Option<Heard> {
        let before = self.shown.insert(heard.message_id, heard.text.clone()).unwrap_or_default();
        let only_stripped = heard.buttons.is_empty() && before == heard.text;
        // What was answered before stays on top of the card that takes its place.
        for line in before.lines().take_while(|line| line.starts_with("✓ ")) {
            let rest = heard.text.strip_prefix(line).and_then(|rest| rest.strip_prefix('\n'));
            heard.text = rest.map_or_else(|| heard.text.clone(), str::to_owned);
        }
        let is_pinned = ["Bellijst ", "Call list "].iter().any(|title| heard.text.starts_with(title));
        (!heard.text.is_empty() && !only_stripped && !is_pinned).then_some(heard)
    }
}

/// What a transcript would say of it.
fn written(heard: &Heard) -> String {
    let button = |button: &crate::bot_api::Button| Button {
        label: button.label.clone(),
        token: button.data.clone().unwrap_or_default(),
    };
    transcript::heard(&Outgoing {
        buttons: heard.buttons.iter().flatten().map(button).collect(),
        ..Outgoing::new(
            Uuid::nil(),
            ConversationKey { channel: ChannelKind::Telegram, address: String::new().into() },
            LaneKind::Interactive,
            Rich(vec![Span { text: heard.text.clone(), bold: false, fixed: false }]),
        )
    })
}

/// What is written, with what is said otherwise on Telegram: there the call list that is done stays in view, so that it
/// does not stand in the summary as well. Gives the lines of that list, too.
fn on_telegram(text: &str, language: Language) -> (String, Vec<String>) {
    let texts = Content::built_in().unwrap().texts;
    let say = |id: &'static str| texts.plain(language, &id.into());
    let privacy = |channel: ChannelKind| {
        texts.plain(language, &Msg::new("welcome-privacy").key("channel", channel.slug()))
    };
    let text = text
        .replace(&privacy(ChannelKind::Terminal), &privacy(ChannelKind::Telegram))
        .replace(&say("call-list-keep"), &say("call-list-pinned"));
    let (mut kept, mut list, mut in_summary) = (String::new(), Vec::new(), false);
    for line in text.lines() {
        let is_end = line.trim() == say("call-list-pinned");
        let is_line = line.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
        in_summary |= line.starts_with("  Dit deel is klaar: Bellijst")
            || line.starts_with("  This part is done: Call list");
        in_summary &= !is_end;
        if in_summary && is_line {
            list.push(line.trim().to_owned());
        } else {
            kept.push_str(&format!("{line}\n"));
        }
    }
    (kept, list)
}

/// When the first scene begins.
fn begins(text: &str) -> DateTime<Utc> {
    let scene = text.lines().find_map(|line| line.strip_prefix("@ ")).unwrap();
    let local = NaiveDateTime::parse_from_str(&scene[..16], "%Y-%m-%d %H:%M").unwrap();
    Amsterdam.from_local_datetime(&local).unwrap().to_utc()
}

async fn plays(name: &str, language: Language, taps: bool) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(name);
    let (text, list) = on_telegram(&fs::read_to_string(file).unwrap(), language);
    let desk = Desk::open().await;
    desk.set_time(begins(&text));
    let mut reader = Reader::new(desk.api.person("Anna", Some(language.tag())), taps);
    let mut lines: VecDeque<&str> = text.lines().collect();
    let mut played = String::new();
    while let Some(line) = lines.pop_front() {
        match line.strip_prefix("> ") {
            Some(words) => {
                played.push_str(&format!("{line}\n"));
                reader.answers(words);
                let answer = lines.iter().take_while(|line| line.starts_with("< ") || line.starts_with("  "));
                for _ in 0..answer.filter(|line| line.starts_with("< ")).count() {
                    let Some(heard) = reader.next().await else {
                        panic!("nothing came after {words:?}:\n{}", desk.api.print_chat(&reader.person));
                    };
                    played.push_str(&written(&heard));
                }
            }
            None if line.starts_with("< ") || line.starts_with("  ") => {}
            None => played.push_str(&format!("{line}\n")),
        }
    }
    let differ = text.lines().zip(played.lines()).find(|(written, played)| written != played);
    assert_eq!(differ, None, "{name}, taps: {taps}\n{}", desk.api.print_chat(&reader.person));
    assert_eq!(played.lines().count(), text.lines().count(), "{name}, taps: {taps}: it ends otherwise");
    let chat = reader.person.chat();
    let pinned = chat.iter().find(|shown| shown.pinned).map(|shown| shown.text.lines().collect::<Vec<_>>());
    // The consultant does not get to the end.
    let shown = pinned.as_ref().map(|lines| &lines[1..lines.len() - 1]).unwrap_or_default();
    assert_eq!(shown, list);
    desk.close().await;
    assert_eq!(reader.rest(), Vec::<String>::new(), "{name}, taps: {taps}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bakers_first_sitting_goes_as_written_by_text() {
    plays("first-sitting-baker-nl.txt", Language::Nl, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bakers_first_sitting_goes_as_written_by_tap() {
    plays("first-sitting-baker-nl.txt", Language::Nl, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consultants_first_sitting_goes_as_written_by_text() {
    plays("first-sitting-consultant-en.txt", Language::En, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consultants_first_sitting_goes_as_written_by_tap() {
    plays("first-sitting-consultant-en.txt", Language::En, true).await;
}
