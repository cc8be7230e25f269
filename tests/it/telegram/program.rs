//! The program itself on Telegram: started by its settings, stopped by a signal, silent about what it must not say.

use std::{
    io::Read,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use super::desk::{fills_call_list, last, says};
use crate::{
    bot_api::{BotApi, Fault, TOKEN},
    loud::{self, Loud},
};

/// So many people tell what is looked for afterwards.
const PEOPLE: u32 = 40;

/// The program, to be started again.
fn program(api: &BotApi, folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noodplan"));
    command
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.env("NOODPLAN_TELEGRAM_API_URL", api.url()).env("NOODPLAN_LOG", "info");
    command
}

/// The program on Telegram, whose log and files are searched.
fn loud_program(api: &BotApi) -> Loud {
    Loud::start(&[("NOODPLAN_TELEGRAM_API_URL", api.url()), ("NOODPLAN_TELEGRAM_TOKEN", TOKEN)])
}

/// Asks the program to stop; gives whether it did so well, and all it ever printed.
async fn stopped(mut child: Child) -> (bool, String) {
    let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(asked.success());
    tokio::task::spawn_blocking(move || {
        let mut printed = String::new();
        child.stderr.take().unwrap().read_to_string(&mut printed).unwrap();
        child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
        (child.wait().unwrap().success(), printed)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn nothing_secret_or_personal_is_logged_even_when_everything_goes_wrong() {
    let api = BotApi::start().await;
    let mut bot = loud_program(&api);
    let anna = api.person("Wilhelmina", Some("nl"));
    fills_call_list(&anna).await;
    for fault in [
        Fault::answer_lost(),
        Fault::dropped_before(),
        Fault::malformed_answer(),
        Fault::server_error(500),
        Fault::refused(400, "Bad Request: can't parse entities: Wilhelmina"),
        Fault::refused(400, "Bad Request: Wilhelmina"),
        Fault::too_many_requests(0),
    ] {
        api.fault(fault.clone().on("sendMessage"));
        api.fault(fault.on("getUpdates"));
        anna.says("/noodplan");
    }
    api.clear_faults();
    let plan =
        |chat: &[crate::bot_api::Shown]| last(chat).is_some_and(|shown| shown.text.contains("Kuiper ICT"));
    anna.hears(plan).await;
    let printed = bot.stops().await;
    assert_eq!(api.description_violations(), []);
    let (number, key) = TOKEN.split_once(':').unwrap();
    let id = anna.id().to_string();
    for secret in [key, number, "Wilhelmina", "Fatima", "87654321", "Kuiper", "Jansen", &id] {
        let line = printed.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}

#[tokio::test]
async fn what_many_people_tell_is_in_no_log_and_in_no_file() {
    let api = BotApi::start().await;
    let bot = loud_program(&api);
    let mut words = Vec::new();
    for number in 0..PEOPLE {
        let [called, firm, sister, helper] = [0, 1, 2, 3].map(|index| loud::name_to_tell(number, index));
        let [own, hers, theirs] = [0, 1, 2].map(|index| loud::number_to_tell(number, index));
        let person = api.person(&called, Some("nl"));
        for (said, wanted) in [
            ("/start", "In vijf minuten"),
            ("ja", "Is er nu iets mis"),
            ("nee", "Hoe heet je bedrijf"),
            (&firm, "Met hoeveel mensen"),
            ("2", "Wat doe je"),
            ("1", "Wie beslist"),
            (&format!("Dat ben ik. {own}"), "Wie neemt het over"),
            (&format!("mijn zus {sister} {hers}"), "Wie helpt je met je computers"),
            (&format!("{helper} {theirs}, ma-vr 9-17"), "Wie bel je als er iets uitvalt"),
            ("/noodplan", &firm),
        ] {
            says(&person, said, wanted).await;
        }
        words.extend([called, firm, sister, helper]);
        words.extend([own, hers, theirs].iter().flat_map(|told| loud::notations(told)));
    }
    let printed = bot.kept_to_itself(&words).await;
    let (number, key) = TOKEN.split_once(':').unwrap();
    assert!(!printed.contains(number) && !printed.contains(key));
    assert_eq!(api.description_violations(), []);
}

#[tokio::test]
async fn the_token_can_come_from_a_file_and_the_program_stops_when_told() {
    let (api, folder) = (BotApi::start().await, tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("token"), format!("{TOKEN}\n")).unwrap();
    let mut command = program(&api, &folder);
    command.env("NOODPLAN_TELEGRAM_TOKEN_FILE", "token");
    let child = command.spawn().unwrap();
    let anna = api.person("Anna", Some("nl"));
    says(&anna, "/start", "In vijf minuten").await;
    let (well, printed) = stopped(child).await;
    assert!(well, "{printed}");
    let again = command.spawn().unwrap();
    says(&anna, "ja", "Is er nu iets mis").await;
    assert!(stopped(again).await.0);
}

#[tokio::test]
async fn another_poller_is_named_in_the_log_and_once() {
    let (api, folder) = (BotApi::start().await, tempfile::tempdir().unwrap());
    api.fault(Fault::conflict().standing());
    let mut command = program(&api, &folder);
    command.env("NOODPLAN_TELEGRAM_TOKEN", TOKEN);
    let child = command.spawn().unwrap();
    api.until(|api| !api.calls_of("getMyShortDescription").is_empty()).await;
    api.until(|api| !api.calls_of("getUpdates").is_empty()).await;
    let (well, printed) = stopped(child).await;
    assert!(well, "{printed}");
    let lines =
        printed.lines().filter(|line| line.contains("another program receives the messages of this bot"));
    assert_eq!(lines.count(), 1, "{printed}");
    assert_eq!(api.description_violations(), []);
}

#[test]
fn a_mistake_in_the_settings_is_told_without_the_token() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("noodplan-data")).unwrap();
    let file = folder.path().join("noodplan-data/noodplan.toml");
    for (setting, wrong) in [
        ("", "not a token but secret-word"),
        ("", "7:secret-word/../x"),
        ("telegram_token = 7:secret-word", ""),
        ("telegram_token = [\"7:secret-word\"]", ""),
        ("telegram_token = \"secret-word\"", ""),
    ] {
        std::fs::write(&file, setting).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_noodplan"));
        command.current_dir(folder.path()).env_clear().stdin(Stdio::null());
        if !wrong.is_empty() {
            command.env("NOODPLAN_TELEGRAM_TOKEN", wrong);
        }
        let output = command.output().unwrap();
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && !printed.is_empty(), "{setting}{wrong}");
        assert!(!printed.contains("secret-word"), "{printed}");
    }
}
