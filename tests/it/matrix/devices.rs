//! The bot's device: made once, confirmed, kept, and made anew with the recovery key.

use std::{fs, os::unix::fs::PermissionsExt};

use serde_json::json;

use super::{bot::Bot, homeserver::shared, or_leave_out, person::Person};

#[test]
fn one_device_is_made_and_confirmed_and_survives_restarts_without_the_password() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "keeper");
    let mut bot = Bot::new(homeserver, "keptbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    let key = bot.recovery_key();
    assert!(key.len() > 40 && !bot.printed().contains(&key), "what is no terminal may be a log");
    let mode = fs::metadata(bot.data().join("matrix-recovery-key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    bot.stop();
    bot.set("NOODPLAN_MATRIX_PASSWORD", None);
    bot.start();
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.kill();
    bot.start();
    anna.asks(&room, "!noodplan", "NOODPLAN");
    let printed = bot.printed();
    assert_eq!(printed.matches("Matrix recovery key").count(), 1, "{printed}");
    assert_eq!(printed.matches("logged in to the Matrix").count(), 1, "{printed}");
    assert!(!printed.contains("not confirmed"), "{printed}");
    let keys = anna.does(json!({ "do": "devices", "who": bot.id() }));
    let devices = keys["device_keys"][bot.id()].as_object().unwrap();
    assert_eq!(devices.len(), 1, "{keys}");
    let device = devices.values().next().unwrap();
    let signatures = device["signatures"][bot.id()].as_object().unwrap();
    assert_eq!(signatures.len(), 2, "by itself and by its account: {keys}");
    // What lies on disk gives nothing away.
    let token = "syt_";
    for file in fs::read_dir(bot.data().join("matrix")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for secret in [token, "anna", "Bakkerij", &bot.recovery_key()] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in {}", path.display());
        }
    }
    bot.stop();
}

#[test]
fn a_lost_folder_comes_back_with_password_and_recovery_key() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "loser");
    let mut bot = Bot::new(homeserver, "lostbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    bot.stop();
    let key = bot.recovery_key();
    fs::remove_dir_all(bot.data().join("matrix")).unwrap();
    bot.start();
    bot.prints("start with NOODPLAN_MATRIX_RECOVERY_KEY_FILE");
    bot.stop();
    let file = bot.folder.path().join("recovery-key");
    fs::write(&file, format!("{key}\n")).unwrap();
    bot.set("NOODPLAN_MATRIX_RECOVERY_KEY_FILE", file.to_str());
    bot.start();
    bot.prints("the recovery key opened the bot's keys");
    // It knows where they were: only the device is new.
    anna.asks(&room, "1", "Is er nu iets mis");
    bot.stop();
}

#[test]
fn what_was_said_while_the_folder_was_lost_is_answered_by_the_new_device() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "unheard");
    let mut bot = Bot::new(homeserver, "unheardbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    let file = bot.folder.path().join("recovery-key");
    fs::write(&file, bot.recovery_key()).unwrap();
    bot.set("NOODPLAN_MATRIX_RECOVERY_KEY_FILE", file.to_str());
    bot.stop();
    fs::remove_dir_all(bot.data().join("matrix")).unwrap();
    let mark = anna.mark();
    // In clear it needs no key.
    anna.says_in_clear(&room, "!noodplan");
    bot.start();
    assert!(anna.hears_from_bot(mark, &room, "NOODPLAN").encrypted);
    bot.stop();
}

#[test]
fn check_only_looks_before_the_first_start_while_the_bot_runs_and_when_keys_are_gone() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "checker");
    let mut bot = Bot::new(homeserver, "checkbot", &anna);
    let (said, well) = bot.check();
    assert!(well && !bot.data().exists(), "{said}");
    bot.start();
    let room = anna.meets(&bot.id());
    bot.recovery_key();
    let (said, well) = bot.check();
    assert!(well && said.contains("Everything is set up right."), "{said}");
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.stop();
    fs::remove_file(bot.data().join("matrix/matrix-sdk-crypto.sqlite3")).unwrap();
    let (said, well) = bot.check();
    assert!(!well && said.contains("the keys of the bot's Matrix device are gone"), "{said}");
    assert!(
        bot.data().join("matrix").exists() && !bot.data().join("matrix.lost-1").exists(),
        "it only looks"
    );
}

#[test]
fn check_says_what_to_do_about_a_device_that_nobody_confirmed() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "noticer");
    let mut bot = Bot::new(homeserver, "newbot", &anna);
    bot.start();
    bot.recovery_key();
    bot.stop();
    fs::remove_dir_all(bot.data().join("matrix")).unwrap();
    bot.start();
    bot.prints("start with NOODPLAN_MATRIX_RECOVERY_KEY_FILE");
    let (said, well) = bot.check();
    assert!(!well && said.contains("start with NOODPLAN_MATRIX_RECOVERY_KEY_FILE"), "{said}");
    bot.stop();
}

#[test]
fn a_folder_without_its_keys_is_put_aside_and_said_so() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "cutter");
    let mut bot = Bot::new(homeserver, "cutbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    bot.kill();
    let file = bot.folder.path().join("recovery-key");
    fs::write(&file, bot.recovery_key()).unwrap();
    bot.set("NOODPLAN_MATRIX_RECOVERY_KEY_FILE", file.to_str());
    for name in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(bot.data().join(format!("matrix/matrix-sdk-crypto.sqlite3{name}")));
    }
    bot.start();
    bot.prints("the folder was put aside");
    bot.prints("the recovery key opened the bot's keys");
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.stop();
}

#[test]
fn somebody_with_new_signing_keys_hears_nothing_until_the_operator_vouches_for_them() {
    or_leave_out!(python);
    let homeserver = shared(&python);
    let anna = Person::new(&python, homeserver, "renewed");
    let mut bot = Bot::new(homeserver, "renewbot", &anna);
    bot.start();
    let room = anna.meets(&bot.id());
    anna.asks(&room, "hoi", "In vijf minuten");
    anna.does(json!({ "do": "renews_keys" }));
    let mark = anna.mark();
    // The bot hears of new keys with its next sync; until then it is the same person on the same device.
    let mut said = 0;
    while !anna.heard()[mark..].iter().any(|event| event.body().contains("Je sleutels op Matrix zijn nieuw"))
    {
        assert!(said < 20, "{}", bot.printed());
        said += 1;
        let from = anna.mark();
        anna.says(&room, "hoi");
        anna.hears_from_bot(from, &room, "");
    }
    bot.prints("name them in NOODPLAN_MATRIX_TRUST_ANEW");
    bot.stop();
    bot.set("NOODPLAN_MATRIX_TRUST_ANEW", Some(&anna.id()));
    bot.start();
    anna.asks(&room, "!noodplan", "NOODPLAN");
    bot.stop();
}
