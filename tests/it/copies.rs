//! Copies of what was told: what people wrote comes back equal, however hostile, and the shape is as described.

use std::{env, ffi::OsString, fs, process::Command};

use chrono::DateTime;
use noodplan::{
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{CompanyId, PersonId},
        item::{Answer, ItemKind, Value},
        member::{Member, Role},
        pii::Pii,
    },
    report::data::{Source, company, person},
    text::Language,
};
use proptest::{prelude::*, test_runner::Config};
use uuid::Uuid;

use crate::stage::content;

const ME: PersonId = PersonId(Uuid::from_u128(7));

fn copies(told: &str) -> [serde_json::Value; 2] {
    written(told).map(|text| serde_json::from_str(&text).unwrap())
}

/// The files with everything of a company, and with what belongs to one person.
fn written(told: &str) -> [String; 2] {
    let mut dossier = Dossier::default();
    let contact = Contact { name: Some(told.into()), ..Contact::default() };
    let mut item = dossier.new_item(ItemKind::Contact, "decider".into(), contact);
    item.person = Some(ME);
    dossier.save_item(item);
    let at = DateTime::UNIX_EPOCH;
    let answer = Answer { value: Value::Text(Pii(told.to_owned())), by: ME, at, catalogue: 1 };
    dossier.save_answer(Slot::own("company-name"), answer);
    let owner = Member { name: Some(told.into()), ..Member::confirmed(ME, Role::Owner, at) };
    let content = content();
    let source = Source {
        company: CompanyId(Uuid::from_u128(1)),
        dossier: &dossier,
        members: &[owner],
        log: &[],
        catalogue: &content.catalogue,
        texts: &content.texts,
        language: Language::Nl,
        made_at: at,
    };
    let own = person(Some(source), (ME, Some(told)), (Language::Nl, "telegram"), at);
    [company(source), own]
}

proptest! {
    #![proptest_config(Config { cases: 2_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn what_was_told_comes_back_equal(told in "\\PC{0,40}|(<b>|\"|\\\\|\r\nATTENDEE:|=cmd\\|' /C calc'!A0|#read\\(\"/etc/passwd\"\\)|\\{\\$x\\}|\u{202e}|[\u{0}-\u{1f}]){1,6}") {
        let [company, own] = copies(&told);
        for found in [&company["name"], &company["members"][0]["name"], &company["items"][0]["name"],
                &company["answers"][0]["answer"]["text"], &own["name"], &own["member"]["name"],
                &own["on_the_call_list"][0]["name"], &own["answers"][0]["answer"]["text"]] {
            prop_assert_eq!(found.as_str(), Some(told.as_str()));
        }
    }
}

/// What a Python of its own makes of the name in each of these files, byte by byte.
const READ: &str = "import json, sys
for path in sys.argv[1:]:
    print(json.load(open(path, encoding='utf-8'))['name'].encode('utf-8').hex())";

#[test]
fn a_library_that_is_not_ours_reads_what_was_told() {
    let python = env::var_os("NOODPLAN_TEST_MATRIX_PYTHON").unwrap_or(OsString::from("python3"));
    if Command::new(&python).arg("--version").output().is_err() {
        assert!(env::var_os("CI").is_none(), "CI needs a Python");
        return eprintln!("there is no Python; copies are not read by it");
    }
    let hostile = [
        "<b>\"Zoon\" & 'dochter'\\",
        "\r\nATTENDEE:mailto:x@example.org\r\n",
        "=cmd|' /C calc'!A0",
        "#read(\"/etc/passwd\") {$x}",
        "\u{202e}ovirp\u{202c} \u{2028}\u{2029}\u{feff}",
        "\u{0}\u{1}\u{1f}\u{7f}\u{85}\u{9f}",
        "👨\u{200d}👩\u{200d}👧 אבי \u{10ffff}",
    ];
    let folder = tempfile::tempdir().unwrap();
    let (mut files, mut told) = (Vec::new(), Vec::new());
    for name in hostile {
        for text in written(name) {
            let path = folder.path().join(format!("{}.json", files.len()));
            fs::write(&path, text).unwrap();
            files.push(path);
            told.push(name.bytes().map(|byte| format!("{byte:02x}")).collect::<String>());
        }
    }
    let read = Command::new(&python).args(["-c", READ]).args(&files).output().unwrap();
    let said = String::from_utf8_lossy(&read.stderr);
    assert!(read.status.success(), "{said}");
    let found = String::from_utf8(read.stdout).unwrap();
    assert_eq!(found.lines().collect::<Vec<_>>(), told);
}

#[test]
fn the_fields_are_those_that_are_described() {
    let described = include_str!("../../docs/export.md");
    let [company, own] = copies("Bakkerij");
    let mut fields = Vec::new();
    for copy in [company, own] {
        let mut open = vec![copy];
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::Object(object) => {
                    for (name, value) in object {
                        fields.push(name.clone());
                        // What is in an answer is described as a whole.
                        if name != "answer" {
                            open.push(value);
                        }
                    }
                }
                serde_json::Value::Array(list) => open.extend(list),
                _ => {}
            }
        }
    }
    assert!(fields.len() > 30, "{fields:?}");
    for field in fields {
        assert!(described.contains(&format!("`{field}`")), "docs/export.md does not describe `{field}`");
    }
}
