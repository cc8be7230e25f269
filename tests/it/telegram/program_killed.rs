//! The program itself, killed with SIGKILL at random moments while people answer: no answer that was acknowledged is lost,
//! none is there twice, and after each start it answers soon.
//!
//! As often as fits in a minute where `CI` is set, and a hundred times at least; else in ten seconds. `NOODPLAN_KILLS=500`
//! for so many.

use std::{
    collections::HashSet,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tempfile::TempDir;
use tokio::task::JoinSet;

use super::desk::{fills_call_list, last, says};
use crate::{
    bot_api::{BotApi, Person, Shown, TOKEN},
    dice::Dice,
};

const PEOPLE: u64 = 4;
/// Where `CI` is set.
const FEWEST_KILLS: usize = 100;
/// Names for one person.
const MOST_NAMES: usize = 26 * 26 * 26;

fn program(api: &BotApi, folder: &TempDir) -> Child {
    Command::new(env!("CARGO_BIN_EXE_noodplan"))
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .env("NOODPLAN_TELEGRAM_API_URL", api.url())
        .env("NOODPLAN_TELEGRAM_TOKEN", TOKEN)
        .env("NOODPLAN_LOG", "off")
        .spawn()
        .unwrap()
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

/// "Kees Qaab": names that are each other's beginning nowhere.
fn name(number: usize) -> String {
    let letter = |place: usize| char::from(b'a' + u8::try_from(place % 26).unwrap());
    format!("Kees Q{}{}{}", letter(number / 676), letter(number / 26), letter(number))
}

/// Tells one name after the other until it is over; gives how many were acknowledged.
async fn tells_names(person: Person, over: Arc<AtomicBool>) -> usize {
    for number in 0..MOST_NAMES {
        if over.load(Ordering::SeqCst) {
            return number;
        }
        let mark = person.mark();
        person.says(&format!("{} 06 12345678", name(number)));
        let answer = format!("✓ {},", name(number));
        let acknowledged =
            |chat: &[Shown]| chat.iter().rev().take(8).any(|shown| shown.text.contains(&answer));
        person.heard_after(mark, acknowledged).await;
    }
    MOST_NAMES
}

/// How many kills there have to be at least, and for how long it goes on.
fn how_long() -> (usize, Duration) {
    let wanted = std::env::var("NOODPLAN_KILLS").ok().and_then(|kills| kills.parse().ok());
    match (wanted, std::env::var_os("CI")) {
        (Some(wanted), _) => (wanted, Duration::ZERO),
        (None, Some(_)) => (FEWEST_KILLS, Duration::from_secs(60)),
        (None, None) => (1, Duration::from_secs(10)),
    }
}

/// Kills and starts again; gives how long it took until the first answer after each start.
async fn kills(api: &BotApi, folder: &TempDir, people: &[Person]) -> Vec<Duration> {
    let (fewest, time) = how_long();
    let (mut dice, mut took, began) = (Dice(1), Vec::new(), Instant::now());
    let mut child = program(api, folder);
    while took.len() < fewest || began.elapsed() < time {
        // At another moment each time: so many requests later, and then a little.
        let calls = api.call_count() + dice.roll(60);
        api.until(|api| api.call_count() >= calls).await;
        for _ in 0..dice.roll(2_000) {
            tokio::task::yield_now().await;
        }
        kill(child);
        let marks: Vec<u64> = people.iter().map(Person::mark).collect();
        let started = Instant::now();
        child = program(api, folder);
        api.until(|_| people.iter().zip(&marks).any(|(person, mark)| person.mark() > *mark)).await;
        took.push(started.elapsed());
    }
    kill(child);
    took
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_killed_at_random_moments_loses_no_answer_and_doubles_none() {
    let (api, folder) = (BotApi::start().await, tempfile::tempdir().unwrap());
    let people: Vec<Person> =
        (0..PEOPLE).map(|number| api.person(&format!("P{number}"), Some("nl"))).collect();
    let child = program(&api, &folder);
    for person in &people {
        fills_call_list(person).await;
        says(person, "geen van deze", "Wie moet weten dat je computers platliggen").await;
    }
    kill(child);
    let (over, mut crowd) = (Arc::new(AtomicBool::new(false)), JoinSet::new());
    for person in people.clone() {
        let over = Arc::clone(&over);
        crowd.spawn(async move { (person.id(), tells_names(person, over).await) });
    }
    let mut took = kills(&api, &folder, &people).await;
    over.store(true, Ordering::SeqCst);
    let child = program(&api, &folder);
    let mut told = 0;
    while let Some(done) = crowd.join_next().await {
        let (id, count) = done.unwrap();
        told += count;
        let person = people.iter().find(|person| person.id() == id).unwrap();
        // The plan is long enough to come in several messages, the last of which can be tapped.
        let mark = person.mark();
        person.says("/noodplan");
        let whole = |chat: &[Shown]| last(chat).is_some_and(|shown| shown.labels().contains(&"Menu"));
        let chat = person.heard_after(mark, whole).await;
        let asked = chat.iter().rposition(|shown| shown.text == "/noodplan").unwrap();
        let lines = chat[asked..].iter().flat_map(|shown| shown.text.lines());
        let listed: Vec<&str> = lines.filter(|line| line.contains(". Kees Q")).collect();
        let different: HashSet<&str> =
            listed.iter().filter_map(|line| line.split_once(". ")?.1.split(',').next()).collect();
        assert_eq!((listed.len(), different.len()), (count, count), "{listed:#?}");
    }
    kill(child);
    assert!(took.len() >= how_long().0, "only {} kills", took.len());
    took.sort_unstable();
    let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)];
    println!(
        "{} kills, {told} answers of {PEOPLE} people; first answer after a start: median {:?}, 99th percentile {:?}, longest {:?}",
        took.len(),
        at(50),
        at(99),
        at(100),
    );
    assert_eq!(api.description_violations(), []);
    // What was cut off is done once more, and finds it done.
    let again = ["editMessageReplyMarkup", "editMessageText", "deleteMessage"];
    let refused = api.refused().into_iter().filter(|call| !again.iter().any(|method| call.is(method)));
    let refused: Vec<_> = refused.map(|call| (call.method, call.outcome)).collect();
    assert_eq!(refused, []);
}
