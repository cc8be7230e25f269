//! The program itself with the loudest log there is, and a search for what may be neither in that nor in a file.

use std::{
    fs,
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::JoinHandle,
};

use tempfile::TempDir;

use crate::plant;

/// Libraries that print what passes through them are asked for as well.
const FILTER: &str =
    "trace,rlibphonenumber::phonenumberutil=trace,matrix_sdk=trace,matrix_sdk_crypto=trace,ruma=trace";

pub struct Loud {
    child: Child,
    log: Option<JoinHandle<Vec<u8>>>,
    folder: TempDir,
}

impl Loud {
    /// Starts it with these settings in a folder of its own.
    pub fn start(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_noodplan"))
            .current_dir(folder.path())
            .env_clear()
            .envs(settings.iter().copied())
            .env("NOODPLAN_LOG", FILTER)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut from = child.stderr.take().unwrap();
        // Read while it runs, so that it never waits for a reader.
        let log = std::thread::spawn(move || {
            let mut printed = Vec::new();
            from.read_to_end(&mut printed).unwrap();
            printed
        });
        Self { child, log: Some(log), folder }
    }

    /// Every file below its folder, as it is at this moment.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        read_below(self.folder.path(), &mut files);
        files
    }

    /// Stops it as an operator does; gives all that it ever logged.
    pub async fn stops(&mut self) -> String {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        // The log ends with the program.
        let log = self.log.take().unwrap();
        let printed = tokio::task::spawn_blocking(move || log.join().unwrap()).await.unwrap();
        let printed = String::from_utf8_lossy(&printed).into_owned();
        assert!(self.child.wait().unwrap().success(), "{printed}");
        assert!(printed.len() > 1_000, "the log was on");
        printed
    }

    /// Stops it, and finds none of these words in its log, nor in any file while it ran and afterwards. Each is as long as every
    /// planted word.
    pub async fn kept_to_itself(mut self, words: &[String]) -> String {
        let mut files = self.files();
        let printed = self.stops().await;
        files.extend(self.files());
        files.push((PathBuf::new(), printed.clone().into_bytes()));
        assert!(files.iter().any(|(path, bytes)| path.ends_with("noodplan.db") && bytes.len() > 10_000));
        assert_eq!(plant::found(words, &files), Vec::<String>::new());
        printed
    }
}

impl Drop for Loud {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A name for somebody to tell: letters only, and as long as every planted word.
pub fn name_to_tell(number: u32, index: u32) -> String {
    let digits = format!("{number:04}{index:03}");
    let letters: String = digits.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    format!("Kn{letters}")
}

/// A number for somebody to tell, as it is typed.
pub fn number_to_tell(number: u32, index: u32) -> String {
    format!("061{number:04}{index:03}")
}

/// How that number may stand somewhere: in one piece, and with a space behind the 6.
pub fn notations(number: &str) -> [String; 2] {
    [number[1..].to_owned(), format!(" {}", &number[2..])]
}

fn read_below(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, files);
            continue;
        }
        match fs::read(&path) {
            // A journal that was done with in between.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            read => files.push((path, read.unwrap())),
        }
    }
}
