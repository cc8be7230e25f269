//! A homeserver: one for most tests, and one of their own for tests that stop it.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::OnceLock,
};

use tempfile::TempDir;

/// Stops when it is dropped, or when the test ends in whatever way.
pub struct Homeserver {
    pub url: String,
    process: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    _folder: TempDir,
}

impl Homeserver {
    pub fn start(python: &Path, flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/matrix/homeserver.py"))
            .arg(folder.path())
            .args(flags)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let orders = process.stdin.take();
        let mut answers = BufReader::new(process.stdout.take().unwrap());
        let mut url = String::new();
        answers.read_line(&mut url).unwrap();
        assert!(url.starts_with("http"), "the homeserver did not start: {url}");
        Self { url: url.trim().to_owned(), process, orders, answers, _folder: folder }
    }

    /// Tells it to `stop`, to `start`, or to `expire` the sessions of somebody, and waits until it did.
    pub fn told_to(&mut self, order: &str) {
        writeln!(self.orders.as_mut().unwrap(), "{order}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        assert_eq!(answer.trim(), "done", "{order}");
    }
}

impl Drop for Homeserver {
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.process.wait();
    }
}

/// The homeserver that most tests share. It stops when the test program ends and nobody gives it orders any more.
pub fn shared(python: &Path) -> &'static str {
    static SHARED: OnceLock<Homeserver> = OnceLock::new();
    &SHARED.get_or_init(|| Homeserver::start(python, &[])).url
}
