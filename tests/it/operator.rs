//! What the operator does on the command line, with the program itself.

use std::{
    fs,
    path::Path,
    process::{Output, Stdio},
};

use age::secrecy::ExposeSecret;
use tempfile::TempDir;

use crate::terminal::{program, type_in};

fn noodplan(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = program(folder);
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn bakery() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let output = type_in(program(&folder), &["hoi", "1", "nee", "Bakkerij Jansen"]);
    assert!(output.status.success());
    folder
}

fn plan(folder: &TempDir) -> String {
    said(&type_in(program(folder), &["/noodplan"]))
}

#[test]
fn a_lost_master_key_comes_back_from_the_envelope() {
    let folder = bakery();
    let identity = age::x25519::Identity::generate();
    let (to, key) = (identity.to_public().to_string(), folder.path().join("noodplan-data/master.key"));
    fs::write(
        folder.path().join("identity.txt"),
        format!("# mine\n{}\n", identity.to_string().expose_secret()),
    )
    .unwrap();
    let escrow = ["key", "escrow", "--to", &to, "--out", "envelope.age"];
    assert!(noodplan(&folder, &escrow).status.success());
    let again = noodplan(&folder, &escrow);
    assert!(!again.status.success(), "an envelope is never written over another file");
    let envelope = fs::read(folder.path().join("envelope.age")).unwrap();
    let master = fs::read(&key).unwrap();
    assert!(envelope.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));

    let restore = ["key", "restore", "--from", "envelope.age", "--identity", "identity.txt"];
    let refused = noodplan(&folder, &restore);
    assert!(!refused.status.success(), "never over a key that is there");
    fs::remove_file(&key).unwrap();
    let other = age::x25519::Identity::generate();
    fs::write(folder.path().join("other.txt"), other.to_string().expose_secret()).unwrap();
    let wrong = noodplan(&folder, &["key", "restore", "--from", "envelope.age", "--identity", "other.txt"]);
    assert!(said(&wrong).contains("cannot be opened with this identity"), "{}", said(&wrong));
    let restored = noodplan(&folder, &restore);
    assert!(restored.status.success(), "{}", said(&restored));
    assert_eq!(fs::read(&key).unwrap(), master);
    assert!(plan(&folder).contains("NOODPLAN Bakkerij Jansen"));
}

#[test]
fn an_envelope_of_before_the_rotation_is_refused_with_the_reason() {
    let folder = bakery();
    let identity = age::x25519::Identity::generate();
    fs::write(folder.path().join("identity.txt"), identity.to_string().expose_secret()).unwrap();
    let to = identity.to_public().to_string();
    assert!(noodplan(&folder, &["key", "escrow", "--to", &to, "--out", "envelope.age"]).status.success());
    let rotated = noodplan(&folder, &["key", "rotate"]);
    assert!(
        rotated.status.success() && said(&rotated).contains("make a new escrow copy"),
        "{}",
        said(&rotated)
    );
    assert!(plan(&folder).contains("NOODPLAN Bakkerij Jansen"));
    fs::remove_file(folder.path().join("noodplan-data/master.key")).unwrap();
    let refused =
        noodplan(&folder, &["key", "restore", "--from", "envelope.age", "--identity", "identity.txt"]);
    assert!(said(&refused).contains("was it rotated after the copy was made?"), "{}", said(&refused));
}

#[test]
fn no_envelope_is_made_of_a_key_that_is_being_replaced_or_opens_nothing() {
    let folder = bakery();
    let to = age::x25519::Identity::generate().to_public().to_string();
    let data = folder.path().join("noodplan-data");
    let (key, next) = (data.join("master.key"), data.join("master.key.new"));
    let escrow = || noodplan(&folder, &["key", "escrow", "--to", &to, "--out", "envelope.age"]);
    fs::write(&next, [9; 32]).unwrap();
    let refused = said(&escrow());
    assert!(refused.contains("a key rotation was broken off"), "{refused}");
    fs::remove_file(&next).unwrap();
    let master = fs::read(&key).unwrap();
    fs::write(&key, [0; 32]).unwrap();
    let refused = said(&escrow());
    assert!(refused.contains("this key does not open this database"), "{refused}");
    assert!(!folder.path().join("envelope.age").exists());
    fs::write(&key, master).unwrap();
    assert!(escrow().status.success());
}

#[test]
fn a_rotation_that_was_killed_is_finished_by_the_next_start() {
    let folder = bakery();
    // The next key is on disk and nothing is wrapped by it yet.
    fs::write(folder.path().join("noodplan-data/master.key.new"), [9; 32]).unwrap();
    assert!(plan(&folder).contains("NOODPLAN Bakkerij Jansen"));
    assert_eq!(fs::read(folder.path().join("noodplan-data/master.key")).unwrap(), [9; 32]);
    assert!(!folder.path().join("noodplan-data/master.key.new").exists());
}

#[test]
fn check_says_that_all_is_well_also_before_the_first_start_and_while_the_bot_runs() {
    let folder = tempfile::tempdir().unwrap();
    let before = noodplan(&folder, &["check"]);
    assert!(
        before.status.success() && said(&before).contains("Everything is set up right."),
        "{}",
        said(&before)
    );
    let folder = bakery();
    let _running = fs::File::create(folder.path().join("noodplan-data/lock")).unwrap().lock();
    let during = noodplan(&folder, &["check"]);
    assert!(during.status.success(), "{}", said(&during));
}

#[test]
fn check_reports_every_problem_at_once() {
    use std::os::unix::fs::PermissionsExt;
    let folder = bakery();
    let data = folder.path().join("noodplan-data");
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(data.join("master.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let rows = "UPDATE answers SET body = CAST(substr(body, 1, 40) AS BLOB)";
    let log = "DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)";
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for statement in [rows, log] {
        runtime.block_on(crate::plant::execute(&data.join("noodplan.db"), statement));
    }
    let output = noodplan(&folder, &["check"]);
    assert!(!output.status.success());
    for problem in ["chmod 700", "chmod 600", "what it told: ", "of the log is missing"] {
        assert!(said(&output).contains(problem), "{problem}: {}", said(&output));
    }
    fs::write(data.join("master.key"), [9; 32]).unwrap();
    assert!(said(&noodplan(&folder, &["check"])).contains("the master key does not open"));
}

#[test]
fn companies_are_listed_by_their_numbers_and_never_by_what_they_told() {
    let folder = bakery();
    let listed = noodplan(&folder, &["companies"]);
    let text = said(&listed);
    assert!(listed.status.success() && text.contains("1 in all"), "{text}");
    assert!(!text.contains("Jansen") && !text.contains("eigenaar"), "{text}");
}

/// The id of the only company there is.
fn the_company(folder: &TempDir) -> String {
    let listed = said(&noodplan(folder, &["companies"]));
    listed.lines().nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

#[test]
fn breaking_the_glass_shows_everything_and_the_owner_hears_why() {
    let folder = bakery();
    let id = the_company(&folder);
    for arguments in [vec!["companies", &id], vec!["companies", "--break-glass", "why"]] {
        assert!(!noodplan(&folder, &arguments).status.success(), "{arguments:?}");
    }
    assert!(said(&noodplan(&folder, &["companies", &id, "--break-glass", " "])).contains("say why"));
    let shown = noodplan(&folder, &["companies", &id, "--break-glass", "the bakery asked for help"]);
    assert!(shown.status.success(), "{}", said(&shown));
    let copy: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(copy["name"], "Bakkerij Jansen");
    assert_eq!(copy["log"][0]["by"], "operator");
    assert_eq!(copy["log"][0]["acts"][0]["broke-glass"], "the bakery asked for help");
    let heard = said(&type_in(program(&folder), &["/logboek"]));
    assert!(heard.contains("De beheerder: heeft meegelezen. De reden: the bakery asked for help"), "{heard}");
}

/// Somebody chats in the terminal.
fn chat(folder: &TempDir, speaker: &str, lines: &[&str]) -> String {
    let mut command = program(folder);
    command.args(["chat", "--as", speaker, "--lang", "nl"]);
    said(&type_in(command, lines))
}

#[test]
fn an_operator_begins_to_replace_a_lost_owner_and_everybody_hears_of_it() {
    let folder = bakery();
    let id = the_company(&folder);
    let invitation = chat(&folder, "eigenaar", &["/uitnodigen", "invuller"]);
    let code = invitation.split_whitespace().find(|word| word.len() == 22).unwrap();
    chat(&folder, "bram", &[&format!("/meedoen {code}")]);
    chat(&folder, "eigenaar", &["/menu", "wacht op jou", "1"]);
    let listed = said(&noodplan(&folder, &["recover", &id]));
    assert!(!listed.contains("bram"), "{listed}");
    let line = |role: &str| listed.lines().find(|line| line.contains(role)).unwrap().to_owned();
    let person = |role: &str| line(role).split_whitespace().next().unwrap().to_owned();
    for nobody in [person("owner"), id.clone()] {
        let refused = noodplan(&folder, &["recover", &id, "--member", &nobody]);
        assert!(said(&refused).contains("this cannot be"), "{}", said(&refused));
    }
    let begun = noodplan(&folder, &["recover", &id, "--member", &person("editor")]);
    assert!(begun.status.success() && said(&begun).contains("In 72 hours"), "{}", said(&begun));
    let again = noodplan(&folder, &["recover", &id, "--member", &person("editor")]);
    assert!(said(&again).contains("one at a time"), "{}", said(&again));
    for speaker in ["bram", "eigenaar"] {
        let heard = chat(&folder, speaker, &["/menu"]);
        assert!(heard.contains("Gevraagd door wie deze bot beheert"), "{speaker}: {heard}");
        assert!(heard.contains("wordt bram eigenaar, als niemand het tegenhoudt"), "{speaker}: {heard}");
    }
    let stopped = chat(&folder, "eigenaar", &["wacht op jou", "tegenhouden", "/logboek"]);
    assert!(
        stopped.contains("De beheerder: wachttijd begonnen voor een nieuwe eigenaar (bram)"),
        "{stopped}"
    );
    assert!(said(&noodplan(&folder, &["check"])).contains("Everything is set up right."));
}

#[test]
fn a_company_is_erased_by_the_operator_only_when_meant() {
    let folder = bakery();
    let id = the_company(&folder);
    assert!(said(&noodplan(&folder, &["erase", &id])).contains("say it again with --yes"));
    assert!(plan(&folder).contains("Bakkerij Jansen"));
    let erased = noodplan(&folder, &["erase", &id, "--yes"]);
    assert!(erased.status.success(), "{}", said(&erased));
    assert!(said(&noodplan(&folder, &["companies"])).contains("0 in all"));
    let heard = plan(&folder);
    assert!(heard.contains("Alles van Bakkerij Jansen is gewist"), "{heard}");
    assert!(!heard.contains("NOODPLAN Bakkerij"), "{heard}");
    assert!(!plan(&folder).contains("Jansen"));
    assert!(said(&noodplan(&folder, &["erase", &id, "--yes"])).contains("there is no company"));
}

/// Copies the files of the data from one folder to another, over those that are there.
fn put_data(from: &Path, to: &Path) {
    for name in ["noodplan.db", "noodplan.db-wal", "noodplan.db-shm"] {
        let _ = fs::remove_file(to.join(name));
        if from.join(name).exists() {
            fs::copy(from.join(name), to.join(name)).unwrap();
        }
    }
}

#[test]
fn data_that_was_put_back_is_known_by_the_next_start_and_its_owner_hears_it_once() {
    let folder = bakery();
    let (data, copy) = (folder.path().join("noodplan-data"), tempfile::tempdir().unwrap());
    put_data(&data, copy.path());
    assert!(!plan(&folder).contains("teruggezet"));
    put_data(copy.path(), &data);
    let heard = plan(&folder);
    assert!(heard.contains("De gegevens van Bakkerij Jansen zijn teruggezet van een kopie"), "{heard}");
    assert!(heard.contains("NOODPLAN Bakkerij Jansen"), "{heard}");
    assert!(!plan(&folder).contains("teruggezet"));
    assert!(said(&noodplan(&folder, &["check"])).contains("Everything is set up right."));
}

#[test]
fn an_operator_who_put_everything_back_says_so() {
    let folder = bakery();
    let output = noodplan(&folder, &["restored"]);
    assert!(
        output.status.success() && said(&output).contains("nothing old is sent again"),
        "{}",
        said(&output)
    );
    let heard = said(&type_in(program(&folder), &["/logboek"]));
    assert!(heard.contains("De gegevens van Bakkerij Jansen zijn teruggezet van een kopie"), "{heard}");
    assert!(heard.contains("De bot zelf: alles teruggezet van een kopie"), "{heard}");
}

#[test]
fn what_is_no_recipient_is_refused_in_a_sentence() {
    let folder = bakery();
    let output = noodplan(&folder, &["key", "escrow", "--to", "age1nonsense", "--out", "x"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("is no age recipient"), "{}", said(&output));
    assert!(!folder.path().join("x").exists());
}
