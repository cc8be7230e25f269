//! Plays every file in `tests/transcripts` in several ways and compares what is heard, letter by letter.
//!
//! `NOODPLAN_UPDATE_TRANSCRIPTS=1 cargo test transcripts` writes down what is heard now.

use std::{
    collections::HashMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Europe::Amsterdam;
use noodplan::{
    app::ports::{Button, Clock, ConversationKey, Incoming, LaneKind, Outgoing, Store},
    channel::transcript,
    dialogue::input::Raw,
    domain::{dossier::Slot, ids::ItemId, item::Value, member::Role},
};

use crate::stage::{Backing, Stage, conversation};

/// How a file is played.
#[derive(Clone, Copy, Debug)]
struct Way {
    backing: Backing,
    /// Numbers are tapped instead of typed.
    taps: bool,
}

const WAYS: [Way; 3] = [
    Way { backing: Backing::Memory, taps: false },
    Way { backing: Backing::Memory, taps: true },
    Way { backing: Backing::Sqlite, taps: false },
];

struct Player {
    stage: Stage,
    way: Way,
    speaker: String,
    language: String,
    /// What each speaker has before them.
    screen: HashMap<String, Vec<Outgoing>>,
    /// The newest code that somebody was shown; `CODE` stands for it in what is said.
    code: String,
    /// The standing buttons that were sent, with where.
    standing: Vec<(ConversationKey, Button)>,
    last: Option<Incoming>,
    /// Everything that was said, by whom, with the event that it came in.
    said: Vec<(String, String, String)>,
}

impl Player {
    async fn new(way: Way) -> Self {
        let stage = Stage::new(way.backing).await;
        Self {
            stage,
            way,
            speaker: "anna".into(),
            language: "nl".into(),
            screen: HashMap::new(),
            code: String::new(),
            standing: Vec::new(),
            last: None,
            said: Vec::new(),
        }
    }

    /// Plays a file; gives it back with what was heard now.
    async fn play(&mut self, file: &Path) -> String {
        let text = fs::read_to_string(file).unwrap();
        let mut played = String::new();
        for line in text.lines() {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            match kind {
                _ if line.starts_with(['<', '~']) || line.starts_with("= due ") => continue,
                _ if line.starts_with("  ") => continue,
                "=" => {
                    let slot = rest.split('=').next().unwrap().trim();
                    writeln!(played, "= {slot} = {}", self.stored(slot).await).unwrap();
                    continue;
                }
                _ => writeln!(played, "{line}").unwrap(),
            }
            match kind {
                "@" => {
                    self.scene(rest);
                    played.push_str(&self.reminded().await);
                }
                "given" => {
                    let earlier = file.with_file_name(format!("{rest}.txt"));
                    Box::pin(self.play(&earlier)).await;
                }
                ">" => {
                    let words = transcript::unescaped(rest);
                    played.push_str(&self.says(&words).await);
                    let event = self.last.as_ref().unwrap().event.clone();
                    self.said.push((self.speaker.clone(), words, event));
                }
                "!" => played.push_str(&self.happens(rest).await),
                "#" | "" => {}
                other => panic!("{}: what is `{other}`?", file.display()),
            }
        }
        played
    }

    fn scene(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (day, time) = (words.next().unwrap(), words.next().unwrap());
        let local = NaiveDateTime::parse_from_str(&format!("{day} {time}"), "%Y-%m-%d %H:%M").unwrap();
        self.stage.clock.set(Amsterdam.from_local_datetime(&local).unwrap().to_utc());
        if let (Some(speaker), Some(language)) = (words.next(), words.next()) {
            (self.speaker, self.language) = (speaker.into(), language.into());
        }
    }

    /// What the clock says by itself, now that it is later.
    async fn reminded(&mut self) -> String {
        let kinds: Vec<_> = self.stage.remind().await.into_iter().collect();
        let mut written = String::new();
        if !kinds.is_empty() {
            writeln!(written, "= due {}", kinds.join(", ")).unwrap();
        }
        written.push_str(&self.news().await);
        written
    }

    async fn says(&mut self, text: &str) -> String {
        if self.way.taps && self.is_first_tick(text) {
            let tick = self.tap(text).unwrap();
            let tick = self.stage.extra_event(&self.speaker, &self.language, tick, "-tick");
            self.deliver(tick).await;
            let done = self.screen[&self.speaker]
                .last()
                .unwrap()
                .buttons
                .iter()
                .find(|button| button.token.ends_with(".done"));
            let done = Raw::Tap(done.unwrap().token.clone());
            return self.turn(done).await;
        }
        let typed = || Raw::Text(text.replace("CODE", &self.code).into());
        let raw = self.tap(text).filter(|_| self.way.taps).unwrap_or_else(typed);
        self.turn(raw).await
    }

    /// The button with this number on the screen.
    fn tap(&self, number: &str) -> Option<Raw> {
        let screen = self.screen.get(&self.speaker)?;
        let message = screen.iter().rev().find(|message| !message.buttons.is_empty())?;
        let button = message.buttons.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(Raw::Tap(button.token.clone()))
    }

    /// Whether a number ticks the first box on a list: typed that is the whole answer, tapped it wants "klaar" too.
    fn is_first_tick(&self, number: &str) -> bool {
        let screen = self.screen.get(&self.speaker).map(Vec::as_slice).unwrap_or_default();
        let buttons = screen.last().map(|message| message.buttons.as_slice()).unwrap_or_default();
        let tick = number.parse::<usize>().ok().and_then(|number| buttons.get(number.checked_sub(1)?));
        tick.is_some_and(|tick| tick.label.starts_with('☐'))
            && !buttons.iter().any(|b| b.label.starts_with('☑'))
    }

    async fn turn(&mut self, raw: Raw) -> String {
        let incoming = self.stage.event(&self.speaker, &self.language, raw);
        self.last = Some(incoming.clone());
        self.deliver(incoming).await
    }

    async fn deliver(&mut self, incoming: Incoming) -> String {
        let heard = self.stage.play(incoming).await;
        let files = |message: &Outgoing| {
            message.attachments.iter().map(|file| transcript::file(&file.name)).collect::<String>()
        };
        let mut written: String =
            heard.iter().map(|message| [transcript::heard(message), files(message)].concat()).collect();
        for beside in heard.iter().filter(|message| message.lane == LaneKind::Notice) {
            let buttons = beside.buttons.iter().cloned();
            self.standing.extend(buttons.map(|button| (beside.conversation.clone(), button)));
        }
        if !heard.is_empty() {
            self.screen.insert(self.speaker.clone(), heard);
        }
        self.code = heard_code(&written).unwrap_or_else(|| self.code.clone());
        written.push_str(&self.news().await);
        written
    }

    /// What was said beside the conversation, or to others.
    async fn news(&mut self) -> String {
        let mut written = String::new();
        for news in self.stage.news().await {
            let mine = news.conversation == conversation(&self.speaker);
            written.push_str(&match mine {
                true => transcript::heard(&news),
                false => transcript::heard_by(&news.conversation.address, &news),
            });
            self.standing.extend(news.buttons.into_iter().map(|button| (news.conversation.clone(), button)));
        }
        written
    }

    /// A tap on a standing button that this speaker has, the newest with this label.
    async fn taps(&mut self, label: &str) -> String {
        let mine = conversation(&self.speaker);
        let button = self.standing.iter().rev().find(|(key, button)| *key == mine && button.label == label);
        let (_, button) = button.unwrap_or_else(|| panic!("{} has no button `{label}`", self.speaker));
        let raw = Raw::Tap(button.token.clone());
        let incoming = self.stage.event(&self.speaker, &self.language, raw);
        self.last = Some(incoming.clone());
        self.deliver(incoming).await
    }

    /// The event in which the speaker said these words, most recently.
    fn event_of(&self, words: &str) -> String {
        let mine = |said: &&(String, String, String)| said.0 == self.speaker && said.1 == words;
        let said = self.said.iter().rev().find(mine);
        said.unwrap_or_else(|| panic!("{} did not say `{words}`", self.speaker)).2.clone()
    }

    async fn happens(&mut self, event: &str) -> String {
        if let Some((before, after)) = event.strip_prefix("edits ").and_then(|edit| edit.split_once(" -> ")) {
            let (of, text) = (self.event_of(before), after.into());
            return self.turn(Raw::Corrected { of, text }).await;
        }
        if let Some(words) = event.strip_prefix("deletes ") {
            let of = self.event_of(words);
            return self.turn(Raw::TakenBack { of }).await;
        }
        if let Some(label) = event.strip_prefix("tap ") {
            let option = self.tap(label);
            return if let Some(tap) = option { self.turn(tap).await } else { self.taps(label).await };
        }
        let store = &self.stage.app.store;
        match event {
            "restart" => self.stage.restart().await,
            "upkeep" => {
                let now = self.stage.app.clock.now();
                self.stage.app.witness.saw(now, now);
                self.stage.app.upkeep().await.unwrap();
                return self.news().await;
            }
            "duplicate" => return self.deliver(self.last.clone().unwrap()).await,
            "stale tap" => {
                let incoming =
                    self.stage.event(&self.speaker, &self.language, Raw::Tap("00000000.skip".into()));
                return self.deliver(incoming).await;
            }
            typed if typed.starts_with("type ") => {
                return self.turn(Raw::Text(typed["type ".len()..].into())).await;
            }
            _ if event.starts_with("joins ") => {
                let words: Vec<&str> = event.split_whitespace().collect();
                let (name, language, role) = match words.as_slice() {
                    [_, name, language] => (name, language, Role::Editor),
                    [_, name, language, role] => (name, language, Role::from_slug(role).unwrap()),
                    _ => panic!("who joins: `! {event}`"),
                };
                self.stage.joins(&self.speaker, name, language, role).await;
            }
            "store read-only" => store.write_fails.store(true, Ordering::Relaxed),
            "store down" => {
                store.write_fails.store(true, Ordering::Relaxed);
                store.read_fails.store(true, Ordering::Relaxed);
            }
            "store back" => {
                store.write_fails.store(false, Ordering::Relaxed);
                store.read_fails.store(false, Ordering::Relaxed);
            }
            other => panic!("what is `! {other}`?"),
        }
        String::new()
    }

    /// What is stored in a slot: `question` or `item/question`.
    async fn stored(&self, slot: &str) -> String {
        let (item, question) = match slot.split_once('/') {
            Some((item, question)) => (Some(ItemId(item.parse().unwrap())), question),
            None => (None, slot),
        };
        let loaded = self.stage.app.store.load(&conversation(&self.speaker)).await.unwrap();
        let Some(company) = loaded.company else { return "no company".into() };
        match company.dossier.value(&Slot { item, question: question.into() }) {
            None | Some(Value::Open) => "nothing".into(),
            Some(Value::Choice(id)) => id.to_string(),
            Some(Value::Choices(ids)) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            Some(Value::Text(text)) => format!("\"{}\"", text.as_str()),
            Some(Value::Item(id)) => format!("item {}", id.0),
            Some(Value::Items(ids)) => ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(", "),
            Some(Value::Task(task)) => format!("{task:?}"),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Date(date)) => date.to_string(),
            Some(Value::Every(every)) => {
                format!("every {} {} from {}", every.every, every.unit.slug(), every.from)
            }
            Some(Value::Entry(entry)) => {
                let done: Vec<_> = entry.done.iter().map(ToString::to_string).collect();
                format!("{}: {}", entry.on, if done.is_empty() { "missed".into() } else { done.join(", ") })
            }
            Some(Value::Unknown) => "unknown".into(),
            Some(Value::Skipped) => "skipped".into(),
        }
    }
}

/// A code in what was heard: 22 letters of base64, or twice four digits behind the command that takes them.
fn heard_code(written: &str) -> Option<String> {
    let words: Vec<&str> = written.split(|c: char| c.is_whitespace() || c == '=').collect();
    let long = words.iter().map(|word| word.trim_end_matches('.')).find(|word| {
        word.len() == 22
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
            && word.bytes().any(|b| b.is_ascii_uppercase())
    });
    let four = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let takes_one = |word: &str| word.ends_with("koppel") || word.ends_with("link");
    let short = || match words
        .windows(3)
        .find(|three| takes_one(three[0]) && three[1..].iter().all(|word| four(word)))
    {
        Some([_, code @ ..]) => Some(code.join(" ")),
        _ => None,
    };
    long.map(str::to_owned).or_else(short)
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 25, "only {} conversations", files.len());
    files
}

async fn play_all(way: Way) {
    let update = std::env::var_os("NOODPLAN_UPDATE_TRANSCRIPTS").is_some();
    let mut differing = Vec::new();
    let play = async |file: PathBuf| {
        let name = file.display().to_string();
        let played = tokio::spawn(async move { Player::new(way).await.play(&file).await }).await;
        played.map_err(|_| format!("{name} ({way:?}): cannot be played on; why stands above"))
    };
    for file in files() {
        let played = match play(file.clone()).await {
            Ok(played) => played,
            Err(stuck) => {
                differing.push(stuck);
                continue;
            }
        };
        let written = fs::read_to_string(&file).unwrap();
        if played == written {
            continue;
        }
        if update && !way.taps && way.backing == Backing::Memory {
            fs::write(&file, played).unwrap();
            differing.push(format!("{}: written anew; read it, and play it again", file.display()));
        } else {
            differing.push(format!("{} ({way:?}):\n{}", file.display(), difference(&written, &played)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

fn difference(written: &str, played: &str) -> String {
    let (mut expected, mut heard) = (written.lines(), played.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (expected.next(), heard.next()) {
            (None, None) => return "only the end differs".into(),
            (a, b) if a == b => {}
            (a, b) => {
                return format!(
                    "line {number}\n  written: {}\n  played:  {}",
                    a.unwrap_or("(end)"),
                    b.unwrap_or("(end)")
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_conversation_goes_as_written() {
    play_all(WAYS[0]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_conversation_goes_the_same_by_tap() {
    play_all(WAYS[1]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_conversation_goes_the_same_on_sqlite() {
    play_all(WAYS[2]).await;
}
