//! The program itself, as a stranger starts it.

use std::{
    io::Write,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

pub fn program(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noodplan"));
    command
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub fn type_in(mut command: Command, lines: &[&str]) -> Output {
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    for line in lines {
        writeln!(input, "{line}").unwrap();
    }
    drop(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn without_any_setting_the_chat_opens_and_makes_its_own_database() {
    let folder = tempfile::tempdir().unwrap();
    let output = type_in(program(&folder), &["hoi"]);
    assert!(output.status.success(), "{output:?}");
    assert!(stdout(&output).contains("Akkoord, beginnen"), "{output:?}");
    assert!(folder.path().join("noodplan-data/noodplan.db").exists());
}

#[test]
fn an_answer_survives_the_end_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    type_in(program(&folder), &["hoi", "1", "nee", "Bakkerij Jansen"]);
    let output = type_in(program(&folder), &["/noodplan"]);
    assert!(stdout(&output).contains("NOODPLAN Bakkerij Jansen"), "{}", stdout(&output));
}

#[test]
fn two_speakers_on_one_machine_do_not_see_each_other() {
    let folder = tempfile::tempdir().unwrap();
    type_in(program(&folder), &["hoi", "1", "nee", "Bakkerij Jansen"]);
    let mut command = program(&folder);
    command.args(["chat", "--as", "piet", "--lang", "en"]);
    let output = stdout(&type_in(command, &["/emergency", "hi"]));
    assert!(output.contains("EMERGENCY PLAN") && !output.contains("Jansen"), "{output}");
}

#[test]
fn a_record_plays_as_a_transcript() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = program(&folder);
    command.args(["chat", "--as", "anna", "--lang", "nl", "--record", "talk.txt"]);
    let output = type_in(command, &["hoi", "eerst meer weten"]);
    let path = folder.path().join("talk.txt");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0, "for nobody else");
    let record = std::fs::read_to_string(path).unwrap();
    let (clock, talk) = record.split_once('\n').unwrap();
    assert!(clock.starts_with("@ 20") && clock.ends_with("  anna  nl"), "{clock}");
    assert_eq!(talk, stdout(&output));
}

#[test]
fn a_second_program_on_the_same_data_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("noodplan-data")).unwrap();
    let lock = std::fs::File::create(folder.path().join("noodplan-data/lock")).unwrap();
    lock.lock().unwrap();
    let output = type_in(program(&folder), &[]);
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("another noodplan is using the data directory"), "{said}");
}

#[test]
fn every_mistake_in_the_settings_is_reported_at_once() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.toml"), "database = 3\n").unwrap();
    let mut command = program(&folder);
    command.args(["check", "--config", "bad.toml", "--database-url", "mysql://x"]);
    let output = type_in(command, &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("bad.toml") && said.contains("must begin with sqlite:// or postgres://"), "{said}");
}

#[test]
fn a_damaged_database_is_refused_at_start() {
    let folder = tempfile::tempdir().unwrap();
    type_in(program(&folder), &["hoi"]);
    let database = folder.path().join("noodplan-data/noodplan.db");
    std::fs::write(&database, "this is no database, whatever it was before").unwrap();
    for side in ["noodplan.db-wal", "noodplan.db-shm"] {
        let _ = std::fs::remove_file(Path::new(&database).with_file_name(side));
    }
    let output = type_in(program(&folder), &["hoi"]);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("the database cannot be opened"));
}

#[test]
fn what_was_told_is_in_no_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = program(&folder);
    command.env("NOODPLAN_LOG", "trace");
    let output =
        type_in(command, &["hoi", "1", "nee", "Bakkerij Kanarie", "1", "1", "Dat ben ik. 06 12345678"]);
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.len() > 1_000, "nothing was logged at trace level");
    for told in ["Kanarie", "12345678", "eigenaar"] {
        assert!(!log.contains(told), "{told} stands in the log");
    }
}

#[test]
fn the_program_killed_in_mid_sitting_goes_on_at_the_same_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program(&folder).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    for line in ["hoi", "1", "nee", "Bakkerij Jansen"] {
        writeln!(input, "{line}").unwrap();
    }
    assert!(output.any(|line| line.unwrap().contains("Met hoeveel mensen")));
    child.kill().unwrap();
    child.wait().unwrap();
    let output = stdout(&type_in(program(&folder), &["verder"]));
    assert!(output.contains("Met hoeveel mensen"), "{output}");
}
