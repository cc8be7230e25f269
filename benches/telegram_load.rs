//! People in closed loops on Telegram: the program itself, with its own database, against the test server in this
//! process. Each answers as soon as the bot has; half of them type, half of them tap.
//!
//! `cargo bench --bench telegram_load -- PEOPLE SECONDS ITEMS` (500, 10 and 0 unless told otherwise) prints turns a
//! second, latencies, CPU a turn and memory. Then the program is killed in the middle of it and started anew on all that
//! is left behind, and it prints how long it takes until somebody has an answer. Where there are two cores and
//! `taskset`, the bot has one and the load the other.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark that meets what it does not expect has failed"
)]
#![allow(missing_docs, unfulfilled_lint_expectations, reason = "the test server is made for tests")]

#[path = "../tests/it"]
mod it {
    pub mod bot_api;
}

use std::{
    fs,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use it::bot_api::{BotApi, Heard, Person};
use tokio::{sync::mpsc::UnboundedReceiver, task::JoinSet};

/// The first questions, up to one that can be answered and taken back for ever.
const SITTING: [&str; 7] = ["/start", "ja", "nee", "Bakkerij Jansen", "2", "1", "Dat ben ik. 06 12345678"];
const WARM_UP: Duration = Duration::from_secs(2);
/// Clock ticks a second in `/proc`.
const TICKS: f64 = 100.0;

fn main() {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let number = |place: usize, usual| numbers.get(place).copied().unwrap_or(usual);
    let (people, seconds, items) = (number(0, 500), number(1, 10), number(2, 0));
    let two_cores =
        std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1) && pin(std::process::id(), 0);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(load(people, Duration::from_secs(seconds), items, two_cores));
}

fn pin(process: u32, core: usize) -> bool {
    let mut command = Command::new("taskset");
    command
        .args(["-acp", &core.to_string(), &process.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

async fn load(people: u64, time: Duration, items: u64, two_cores: bool) {
    let api = BotApi::lean().await;
    let folder = tempfile::tempdir().unwrap();
    let bot = Bot::start(&api, folder.path().to_str().unwrap(), two_cores);
    let crowd: Vec<Guest> = (0..people).map(|number| Guest::new(&api, number)).collect();
    let began = Instant::now();
    let crowd = sit_down(crowd, items).await;
    println!("{people} people sat down in {:.1} s", began.elapsed().as_secs_f64());

    let record = Arc::new(Record::default());
    let mut running = JoinSet::new();
    for guest in crowd {
        running.spawn(guest.answers(Arc::clone(&record)));
    }
    running.spawn(frightened(Guest::new(&api, people), Arc::clone(&record)));
    tokio::time::sleep(WARM_UP).await;
    let (own, cpu, began) = (cpu(std::process::id()), bot.cpu(), Instant::now());
    record.counts.store(true, Ordering::Relaxed);
    tokio::time::sleep(time).await;
    record.counts.store(false, Ordering::Relaxed);
    let took = began.elapsed().as_secs_f64();
    let (cpu, own, memory) = (bot.cpu() - cpu, self::cpu(std::process::id()) - own, bot.memory());
    // Killed under load it leaves behind what it had received and not handled.
    drop(bot);
    running.shutdown().await;
    record.print(took, cpu, own, memory);
    start_anew(&api, folder.path().to_str().unwrap(), two_cores).await;
}

/// Starts the program on what is left behind, while a newcomer and somebody with an emergency wait for it.
async fn start_anew(api: &BotApi, folder: &str, two_cores: bool) {
    let (newcomer, frightened) = (Guest::new(api, 0), Guest::new(api, 0));
    newcomer.person.says("/start");
    frightened.person.says("/noodplan");
    let waiting = api.pending_updates().len();
    let began = Instant::now();
    let _bot = Bot::start(api, folder, two_cores);
    let (plan, answer) = tokio::join!(answered(frightened, began), answered(newcomer, began));
    println!("{plan:8.2} s from a start to /noodplan, {answer:.2} s to an answer, behind {waiting} updates");
}

/// Seconds until somebody who waits has their answer.
async fn answered(mut guest: Guest, began: Instant) -> f64 {
    guest.hears().await;
    began.elapsed().as_secs_f64()
}

/// The program.
struct Bot(Child);

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Bot {
    fn start(api: &BotApi, folder: &str, two_cores: bool) -> Self {
        let program = env!("CARGO_BIN_EXE_noodplan");
        let mut command = if two_cores { Command::new("taskset") } else { Command::new(program) };
        if two_cores {
            command.args(["-c", "1", program]);
        }
        command.env_clear();
        for name in ["PATH", "HOME"] {
            std::env::var(name).iter().for_each(|value| {
                command.env(name, value);
            });
        }
        command
            .env("NOODPLAN_DATA_DIR", folder)
            .env("NOODPLAN_TELEGRAM_TOKEN", api.token())
            .env("NOODPLAN_TELEGRAM_API_URL", api.url())
            .env("NOODPLAN_LOG", "warn");
        Self(command.spawn().unwrap())
    }

    fn cpu(&self) -> f64 {
        cpu(self.0.id())
    }

    /// The most memory it ever had, in MB.
    fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        peak.trim().trim_end_matches(" kB").parse().unwrap_or(0.0) / 1024.0
    }
}

/// CPU seconds of a process so far.
fn cpu(process: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let fields: Vec<f64> = stat
        .rsplit(") ")
        .next()
        .unwrap_or_default()
        .split(' ')
        .map(|field| field.parse().unwrap_or_default())
        .collect();
    // utime and stime are the 14th and 15th field; the first two are cut off.
    fields.get(11..13).map_or(0.0, |times| times.iter().sum()) / TICKS
}

/// One person with a phone.
struct Guest {
    person: Person,
    heard: UnboundedReceiver<Heard>,
    taps: bool,
    card: Option<Heard>,
}

impl Guest {
    fn new(api: &BotApi, number: u64) -> Self {
        let person = api.person("Anna", Some("nl"));
        let heard = person.listens();
        Self { person, heard, taps: number.is_multiple_of(2), card: None }
    }

    /// Waits for the next card with buttons.
    async fn hears(&mut self) {
        loop {
            let heard = self.heard.recv().await.unwrap();
            if !heard.buttons.is_empty() {
                self.card = Some(heard);
                return;
            }
        }
    }

    async fn says(&mut self, words: &str) {
        self.person.says(words);
        self.hears().await;
    }

    fn tap(&mut self, label: &str) {
        let card = self.card.as_ref().unwrap();
        let button = card.buttons.iter().flatten().find(|button| button.label == label);
        let data = button.unwrap_or_else(|| panic!("no {label} in {card:?}")).data.clone().unwrap();
        self.person.calls_back(card.message_id, &data);
    }

    /// An answer and the way back in turn, for ever.
    async fn answers(mut self, record: Arc<Record>) {
        for label in ["Weet ik niet", "Terug"].into_iter().cycle() {
            let began = Instant::now();
            if self.taps {
                self.tap(label);
            } else {
                self.person.says(label);
            }
            self.hears().await;
            record.turn(began);
        }
    }
}

async fn sit_down(crowd: Vec<Guest>, items: u64) -> Vec<Guest> {
    let mut sitting = JoinSet::new();
    for mut guest in crowd {
        sitting.spawn(async move {
            for words in SITTING {
                guest.says(words).await;
            }
            if items > 0 {
                for words in ["weet ik niet", "weet ik niet", "geen"] {
                    guest.says(words).await;
                }
                for item in 0..items {
                    guest.says(&format!("Jan {item} 06 {:08}", 10_000_000 + item)).await;
                }
                guest.says("terug").await;
            }
            guest
        });
    }
    sitting.join_all().await
}

/// Somebody who asks for the plan fifty times a second.
async fn frightened(mut guest: Guest, record: Arc<Record>) {
    for words in SITTING {
        guest.says(words).await;
    }
    let mut ticks = tokio::time::interval(Duration::from_millis(20));
    loop {
        ticks.tick().await;
        let began = Instant::now();
        guest.person.says("/noodplan");
        guest.hears().await;
        record.plan(began);
    }
}

#[derive(Default)]
struct Record {
    counts: AtomicBool,
    turns: Mutex<Vec<Duration>>,
    plans: Mutex<Vec<Duration>>,
}

impl Record {
    fn turn(&self, began: Instant) {
        if self.counts.load(Ordering::Relaxed) {
            self.turns.lock().unwrap().push(began.elapsed());
        }
    }

    fn plan(&self, began: Instant) {
        if self.counts.load(Ordering::Relaxed) {
            self.plans.lock().unwrap().push(began.elapsed());
        }
    }

    fn print(&self, took: f64, cpu: f64, own: f64, memory: f64) {
        let turns = std::mem::take(&mut *self.turns.lock().unwrap());
        let plans = std::mem::take(&mut *self.plans.lock().unwrap());
        #[expect(clippy::cast_precision_loss, reason = "a number to look at")]
        let count = (turns.len() + plans.len()) as f64;
        println!("{:8.0} turns a second", count / took);
        println!(
            "{:8.1} µs CPU a turn ({:.0} % of a core; the load used {:.0} %)",
            cpu / count * 1e6,
            cpu / took * 100.0,
            own / took * 100.0
        );
        for (name, mut times) in [("answer", turns), ("/noodplan", plans)] {
            times.sort_unstable();
            let at = |share: usize| {
                times.get(times.len() * share / 100).map_or(0.0, |time| time.as_secs_f64() * 1e3)
            };
            println!("{:8.1} ms p50, {:.1} ms p99 until {name}", at(50), at(99));
        }
        println!("{memory:8.0} MB at most");
    }
}
