//! The house stands: imports go down only, outside crates stay on their floors, files say what lives in them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Floor of each top-level module, from the ground up.
const FLOORS: [(&str, u8); 14] = [
    ("domain", 0),
    ("questionnaire", 1),
    ("text", 1),
    ("dialogue", 2),
    ("report", 2),
    ("app", 3),
    ("store", 4),
    ("channel", 4),
    ("clock", 5),
    ("config", 5),
    ("operate", 5),
    ("telemetry", 5),
    ("main", 6),
    ("lib", 6),
];

/// Outside crates and the only places that may use them.
const ROOMS: &[(&str, &[&str])] = &[
    ("age", &["store/escrow"]),
    ("indicatif", &["operate"]),
    ("base64", &["app", "domain/code"]),
    ("icalendar", &["report/calendar"]),
    ("sqlx", &["store"]),
    ("chacha20poly1305", &["store", "channel/matrix/papers"]),
    ("axum", &["channel/telegram/webhook", "channel/web"]),
    ("tower", &["channel/web"]),
    ("blake3", &["store", "channel/telegram/webhook"]),
    ("lru", &["store", "channel/matrix", "channel/telegram"]),
    ("teloxide", &["channel/telegram"]),
    ("reqwest", &["channel/telegram", "operate/refresh"]),
    ("rustls", &["main"]),
    ("tokio_util", &["app", "channel", "main"]),
    ("matrix_sdk", &["channel/matrix"]),
    ("matrix_sdk_base", &["channel/matrix"]),
    ("mime", &["channel/matrix"]),
    ("rustyline", &["channel/terminal"]),
    ("fluent_bundle", &["text"]),
    ("fluent_syntax", &["text"]),
    ("unic_langid", &["text"]),
    ("unicode_bidi", &["text"]),
    ("unicode_normalization", &["domain/folding", "dialogue"]),
    ("toml", &["questionnaire", "config", "operate/refresh"]),
    ("rlibphonenumber", &["domain/phone"]),
    ("calcard", &["dialogue/vcard"]),
    ("tokio", &["app", "store", "channel", "main"]),
    ("tracing", &["text", "app", "store", "channel", "operate", "main"]),
    ("tracing_subscriber", &["telemetry"]),
    ("clap", &["config", "main"]),
    ("anyhow", &["channel", "main"]),
    ("getrandom", &["app", "store", "channel/matrix/papers"]),
];

fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().with_extension("").to_str().unwrap().to_owned();
                sources.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

fn floor(module: &str) -> u8 {
    let top = module.split('/').next().unwrap();
    FLOORS.iter().find(|(name, _)| *name == top).unwrap_or_else(|| panic!("{top} is on no floor")).1
}

/// Code without its comments and without its own tests.
fn code(source: &str) -> String {
    let body = source.split("#[cfg(test)]").next().unwrap();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Paths after `crate::`, also those inside braces of a `use`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (place, letter) in group.char_indices() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    _ if start && letter.is_alphabetic() => {
                        found.push(
                            group[place..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect(),
                        );
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found
}

#[test]
fn imports_go_down_and_floor_mates_do_not_import_each_other() {
    let mut faults = Vec::new();
    for (name, source) in sources() {
        let own = name.split('/').next().unwrap().to_owned();
        for import in imports(&code(&source)) {
            if FLOORS.iter().all(|(module, _)| *module != import) || import == own {
                continue;
            }
            let wires = floor(&name) >= 5;
            if !(floor(&import) < floor(&name) || wires) {
                faults.push(format!("{name} imports {import}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut faults = Vec::new();
    for (name, source) in sources() {
        let code = code(&source);
        for (library, rooms) in ROOMS {
            let named = |(at, _): (usize, &str)| {
                !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_')
            };
            let used = code.match_indices(&format!("{library}::")).any(named)
                || code.contains(&format!("use {library};"));
            if used && !rooms.iter().any(|room| name == *room || name.starts_with(&format!("{room}/"))) {
                faults.push(format!("{name} uses {library}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_says_what_lives_there_and_is_not_too_long() {
    for (name, source) in sources() {
        assert!(source.starts_with("//! "), "{name} does not open with `//!`");
        assert!(source.lines().count() <= 400, "{name} has {} lines", source.lines().count());
    }
}

#[test]
fn a_flow_is_reached_through_the_gate_only() {
    for (name, source) in sources() {
        let reaches = code(&source).contains("step::step(");
        let is_test = name.ends_with("/tests");
        assert!(
            !reaches || is_test || name == "app/gate",
            "{name} decides a turn without asking whether it may"
        );
    }
}

#[test]
fn only_the_clock_reads_the_time_and_no_sql_is_asserted_safe() {
    for (name, source) in sources() {
        let code = code(&source);
        let reads_time = ["Utc::now", "Local::now", "SystemTime::now"].iter().any(|call| code.contains(call));
        assert!(!reads_time || name == "clock", "{name} reads the time");
        assert!(!code.contains("AssertSqlSafe"), "{name} asserts that SQL is safe");
    }
}
