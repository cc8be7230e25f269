//! The bot: the program itself, with an account of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use serde_json::json;
use tempfile::TempDir;

use super::person::Person;

pub const PASSWORD: &str = "correct horse battery staple";
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Bot {
    pub name: String,
    pub folder: TempDir,
    pub settings: Vec<(String, String)>,
    printed: Arc<Mutex<Vec<String>>>,
    running: Option<(Child, JoinHandle<()>)>,
}

impl Bot {
    /// A bot with an account, that was never started.
    pub fn new(homeserver: &str, name: &str, with: &Person) -> Self {
        with.does(json!({ "do": "signs_up", "name": name }));
        Self::named(homeserver, name)
    }

    /// A bot that was never started, and of which this homeserver need not know.
    pub fn named(homeserver: &str, name: &str) -> Self {
        let settings = [
            ("NOODPLAN_MATRIX_HOMESERVER", homeserver),
            ("NOODPLAN_MATRIX_USER", &format!("@{name}:test")),
            ("NOODPLAN_MATRIX_PASSWORD", PASSWORD),
            ("NOODPLAN_LOG", "info,noodplan=debug"),
        ]
        .map(|(key, value)| (key.to_owned(), value.to_owned()));
        Self {
            name: name.into(),
            folder: tempfile::tempdir().unwrap(),
            settings: settings.into(),
            printed: Arc::default(),
            running: None,
        }
    }

    pub fn id(&self) -> String {
        format!("@{}:test", self.name)
    }

    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Gives a setting, or takes it away.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        self.settings.retain(|(key, _)| key != name);
        self.settings.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    }

    pub fn start(&mut self) {
        assert!(self.running.is_none());
        let mut process = self.command().stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let printed = Arc::clone(&self.printed);
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                printed.lock().unwrap().push(line);
            }
        });
        self.running = Some((process, reader));
    }

    /// What `noodplan check` says, and whether all is well.
    pub fn check(&self) -> (String, bool) {
        let output = self.command().arg("check").output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8_lossy(&said).into_owned(), output.status.success())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_noodplan"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .envs(self.settings.iter().map(|(key, value)| (key, value)))
            .env("NOODPLAN_DATA_DIR", self.data())
            .stdin(Stdio::null());
        command
    }

    /// Everything it ever printed.
    pub fn printed(&self) -> String {
        self.printed.lock().unwrap().join("\n")
    }

    /// Waits until it printed this.
    pub fn prints(&self, wanted: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.printed().contains(wanted) {
            assert!(Instant::now() < until, "{wanted} was not printed:\n{}", self.printed());
            std::thread::yield_now();
        }
    }

    /// Stops it as an operator does.
    pub fn stop(&mut self) {
        assert!(self.ends_when_told().success(), "{}", self.printed());
    }

    /// Tells it to stop, as an operator does, and waits until it did.
    pub fn ends_when_told(&mut self) -> ExitStatus {
        let id = self.running.as_ref().unwrap().0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.ends()
    }

    /// Kills it without any warning.
    pub fn kill(&mut self) {
        self.running.as_mut().unwrap().0.kill().unwrap();
        self.ends();
    }

    /// Waits until it ends.
    pub fn ends(&mut self) -> ExitStatus {
        let (mut process, reader) = self.running.take().unwrap();
        let status = process.wait().unwrap();
        reader.join().unwrap();
        status
    }

    /// The most resident memory that it ever had, in MiB.
    pub fn peak_memory(&self) -> u64 {
        let id = self.running.as_ref().unwrap().0.id();
        let status = std::fs::read_to_string(Path::new("/proc").join(id.to_string()).join("status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }

    /// The recovery key it made.
    pub fn recovery_key(&self) -> String {
        self.prints("the Matrix recovery key is in");
        std::fs::read_to_string(self.data().join("matrix-recovery-key")).unwrap().trim().to_owned()
    }
}

impl Drop for Bot {
    #[expect(clippy::print_stderr, reason = "what the bot said is what one needs to know when a test fails")]
    fn drop(&mut self) {
        if let Some((mut process, _)) = self.running.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
        if std::thread::panicking() {
            eprintln!("the bot printed:\n{}", self.printed());
        }
    }
}
