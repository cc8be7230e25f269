//! Somebody with a Matrix app, in a process of their own.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::{Arc, Condvar, Mutex, mpsc},
    time::{Duration, Instant},
};

use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Nothing here takes so long; whoever waits longer has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// An event that was heard in a room.
#[derive(Clone, Debug, Deserialize)]
pub struct Heard {
    pub room: String,
    pub id: String,
    pub sender: String,
    pub r#type: String,
    pub content: Value,
    pub sealed: bool,
    pub encrypted: bool,
}

impl Heard {
    pub fn body(&self) -> &str {
        self.content["body"].as_str().unwrap_or_default()
    }

    pub fn is_message(&self) -> bool {
        self.r#type == "m.room.message" && self.content["m.relates_to"]["rel_type"] != "m.replace"
    }
}

pub struct Person {
    pub name: String,
    process: Child,
    orders: Mutex<ChildStdin>,
    answers: Mutex<mpsc::Receiver<Value>>,
    heard: Arc<(Mutex<Vec<Heard>>, Condvar)>,
    _folder: TempDir,
}

impl Person {
    /// Somebody who signs up with an app, and confirms their device as Element has them do.
    pub fn new(python: &Path, homeserver: &str, name: &str) -> Self {
        let person = Self::with_app(python, homeserver, name);
        person.does(json!({ "do": "begin" }));
        person
    }

    /// Somebody who has an app, and has not begun to use it.
    pub fn with_app(python: &Path, homeserver: &str, name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/matrix/person.py"))
            .args([homeserver, name])
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let orders = Mutex::new(process.stdin.take().unwrap());
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let heard: Arc<(Mutex<Vec<Heard>>, Condvar)> = Arc::default();
        let (answering, answers) = mpsc::channel();
        let listening = Arc::clone(&heard);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mut line: Value = serde_json::from_str(&line).unwrap();
                match line.get_mut("heard").map(Value::take) {
                    Some(event) => {
                        listening.0.lock().unwrap().push(serde_json::from_value(event).unwrap());
                        listening.1.notify_all();
                    }
                    None => drop(answering.send(line["answer"].take())),
                }
            }
        });
        Self { name: name.into(), process, orders, answers: Mutex::new(answers), heard, _folder: folder }
    }

    /// Has the app do something; gives its answer.
    pub fn does(&self, order: Value) -> Value {
        let answers = self.answers.lock().unwrap();
        writeln!(self.orders.lock().unwrap(), "{order}").unwrap();
        let answer = answers.recv_timeout(PATIENCE).unwrap();
        assert!(answer.get("failed").is_none(), "{order}: {answer}");
        answer
    }

    pub fn id(&self) -> String {
        format!("@{}:test", self.name)
    }

    /// Starts an encrypted conversation with the bot, and waits until it is there.
    pub fn meets(&self, bot: &str) -> String {
        let room = self.invites(bot, json!({}));
        self.hears("the bot says hello", |heard| {
            heard.iter().any(|event| event.room == room && event.body().starts_with("Hoi! Ik ben noodplan."))
        });
        room
    }

    /// Makes a room of some kind with the bot in it, and waits until it has come in.
    pub fn invites(&self, bot: &str, how: Value) -> String {
        let mut order = json!({ "do": "room", "invite": bot });
        order.as_object_mut().unwrap().extend(how.as_object().unwrap().clone());
        let room = self.does(order)["room"].as_str().unwrap().to_owned();
        self.comes_in(&room, bot);
        room
    }

    pub fn comes_in(&self, room: &str, who: &str) {
        self.hears("somebody comes in", |heard| {
            let mut moves =
                heard.iter().filter(|event| event.room == room && event.r#type == "m.room.member");
            moves.any(|event| event.sender == who && event.content["membership"] == "join")
        });
    }

    pub fn says(&self, room: &str, text: &str) -> String {
        let content = json!({ "msgtype": "m.text", "body": text });
        let sent = self.does(json!({ "do": "send", "room": room, "content": content }));
        sent["event_id"].as_str().unwrap_or_else(|| panic!("{sent}")).to_owned()
    }

    /// Changes a message that was sent before.
    pub fn edits(&self, room: &str, event: &str, text: &str) {
        let content = json!({
            "msgtype": "m.text", "body": format!("* {text}"), "m.new_content": { "msgtype": "m.text", "body": text },
            "m.relates_to": { "rel_type": "m.replace", "event_id": event },
        });
        self.does(json!({ "do": "send", "room": room, "content": content }));
    }

    /// Wipes a message that was sent before.
    pub fn wipes(&self, room: &str, event: &str) {
        self.does(json!({ "do": "wipe", "room": room, "event": event }));
    }

    /// Says something without encryption, whatever the room.
    pub fn says_in_clear(&self, room: &str, text: &str) {
        let content = json!({ "msgtype": "m.text", "body": text });
        self.does(json!({ "do": "send_in_clear", "room": room, "content": content }));
    }

    /// Taps one of the emoji under a message.
    pub fn taps(&self, room: &str, event: &str, emoji: &str) {
        let relation = json!({ "rel_type": "m.annotation", "event_id": event, "key": emoji });
        let content = json!({ "m.relates_to": relation });
        self.does(json!({ "do": "send", "room": room, "kind": "m.reaction", "content": content }));
    }

    /// How much was heard until now.
    pub fn mark(&self) -> usize {
        self.heard.0.lock().unwrap().len()
    }

    /// Everything that was heard.
    pub fn heard(&self) -> Vec<Heard> {
        self.heard.0.lock().unwrap().clone()
    }

    /// Waits until what was heard is as wanted.
    pub fn hears(&self, what: &str, wanted: impl Fn(&[Heard]) -> bool) -> Vec<Heard> {
        self.hears_after(0, what, wanted)
    }

    /// Waits until what was heard after a mark is as wanted.
    pub fn hears_after(&self, mark: usize, what: &str, wanted: impl Fn(&[Heard]) -> bool) -> Vec<Heard> {
        let until = Instant::now() + PATIENCE;
        let mut heard = self.heard.0.lock().unwrap();
        loop {
            if wanted(&heard[mark..]) {
                return heard[mark..].to_vec();
            }
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{}: {what}; heard: {:#?}", self.name, &heard[mark..]);
            heard = self.heard.1.wait_timeout(heard, left).unwrap().0;
        }
    }

    /// Says something, and waits for a message of the bot that holds these words.
    pub fn asks(&self, room: &str, text: &str, wanted: &str) -> Heard {
        let mark = self.mark();
        self.says(room, text);
        self.hears_from_bot(mark, room, wanted)
    }

    pub fn hears_from_bot(&self, mark: usize, room: &str, wanted: &str) -> Heard {
        let fits = |event: &&Heard| {
            event.room == room
                && event.sender != self.id()
                && event.is_message()
                && event.body().contains(wanted)
        };
        let heard = self.hears_after(mark, wanted, |heard| heard.iter().any(|event| fits(&event)));
        heard.iter().rev().find(fits).unwrap().clone()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // Only this process of our own.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
