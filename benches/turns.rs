//! What a turn costs: deciding and rendering, loading, writing alone and the whole durable turn, the last two in batches
//! of 1, 10 and 100. Criterion prints time and elements a second; an element is one turn.

#![allow(clippy::unwrap_used, reason = "a benchmark that meets what it does not expect has failed")]
#![allow(missing_docs, reason = "criterion's macros make public items without docs")]

use std::{
    hint::black_box,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use noodplan::{
    app::{
        ports::{Clock, Commit, ConversationKey, Incoming, LaneKind, Loaded, Outgoing, Store},
        screen,
        turn::App,
    },
    dialogue::{
        ChannelKind, Content, State, World,
        input::{self, Raw},
        sitting,
        step::{self, Change, Flow},
    },
    domain::{
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::CompanyId,
        item::{Answer, ItemKind, Value},
        member::Role,
    },
    store::{connect::sqlite_url, sql::SqlStore, vault::Vault},
    text::{Language, Rich, Span},
};
use tempfile::TempDir;
use tokio::{runtime::Runtime, task::JoinSet};
use uuid::Uuid;
use zeroize::Zeroizing;

struct StillClock;

impl Clock for StillClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }
}

type Bot = App<SqlStore, StillClock>;

fn incoming(person: u64, text: &str) -> Incoming {
    static EVENTS: AtomicU64 = AtomicU64::new(0);
    Incoming {
        conversation: ConversationKey {
            channel: ChannelKind::Terminal,
            address: format!("p{person}").as_str().into(),
        },
        event: EVENTS.fetch_add(1, Ordering::Relaxed).to_string(),
        name: Some("Anna".into()),
        language_tag: Some("nl".into()),
        raw: Raw::Text(text.into()),
        at: DateTime::UNIX_EPOCH,
    }
}

/// A durable turn, from receiving to sent.
async fn turn(bot: &Bot, incoming: Incoming) {
    for incoming in bot.store.receive(vec![incoming]).await.unwrap() {
        let handled = bot.handle(&incoming).await;
        assert!(handled.committed);
        bot.store.sent(handled.outgoing.iter().map(|message| message.id).collect()).await.unwrap();
    }
}

async fn bot(folder: &TempDir, people: u64) -> Arc<Bot> {
    let vault = Vault::new(Zeroizing::new([7; 32]));
    let store = SqlStore::open(&sqlite_url(folder.path()), vault).await.unwrap();
    let bot = Arc::new(App::new(store, StillClock, Content::built_in().unwrap()));
    for person in 0..people {
        for text in ["hoi", "1", "nee", "Bakkerij Jansen", "2", "1"] {
            turn(&bot, incoming(person, text)).await;
        }
    }
    bot
}

/// An answer and the way back in turn, so that there is always a question to answer.
fn answer() -> &'static str {
    static TURNS: AtomicU64 = AtomicU64::new(0);
    if TURNS.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) { "weet ik niet" } else { "terug" }
}

/// A dossier with 200 contacts.
fn large_dossier() -> Dossier {
    let mut dossier = Dossier::default();
    for _ in 0..200 {
        let contact = Contact { name: Some("Jan".into()), ..Contact::default() };
        dossier.save_item(dossier.new_item(ItemKind::Contact, "told".into(), contact));
    }
    dossier
}

fn decide_and_render(criterion: &mut Criterion) {
    let content = Content::built_in().unwrap();
    let mut group = criterion.benchmark_group("decide and render");
    group.throughput(Throughput::Elements(1));
    for (name, dossier) in [("new company", Dossier::default()), ("200 items", large_dossier())] {
        let world = World {
            company: Some(CompanyId(Uuid::nil())),
            role: Some(Role::Owner),
            ..World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &content)
        };
        let state = State::from(sitting::ask(Slot::own("deputy")));
        let raw = Raw::Text("mijn zus fatima 0687654321".into());
        let heard = incoming(0, "");
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let card = step::card(&state, &dossier, &world);
                let (state, input) = input::parse(&raw, &state, &card, &card, &world);
                let step = step::step(Flow::Sitting, &state, &input, &world);
                let texts = &content.texts;
                black_box(screen::render(&step.replies, &step.next, Language::Nl, texts, &heard, Uuid::nil))
            });
        });
    }
    group.finish();
}

fn load(criterion: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bot = runtime.block_on(bot(&folder, 1));
    let key = incoming(0, "").conversation;
    let mut group = criterion.benchmark_group("load");
    group.throughput(Throughput::Elements(1));
    group.bench_function("warm", |bencher| {
        bencher.iter(|| runtime.block_on(bot.store.load(&key)).unwrap());
    });
    group.finish();
}

fn durable_turns(criterion: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bot = runtime.block_on(bot(&folder, 100));
    let mut group = criterion.benchmark_group("durable turns at once");
    group.sample_size(20);
    for people in [1u64, 10, 100] {
        group.throughput(Throughput::Elements(people));
        group.bench_with_input(BenchmarkId::from_parameter(people), &people, |bencher, people| {
            bencher.iter(|| {
                runtime.block_on(async {
                    let mut turns = JoinSet::new();
                    for person in 0..*people {
                        let bot = Arc::clone(&bot);
                        turns.spawn(async move { turn(&bot, incoming(person, answer())).await });
                    }
                    while let Some(turn) = turns.join_next().await {
                        turn.unwrap();
                    }
                });
            });
        });
    }
    group.finish();
}

/// A turn that is decided: the conversation as it is, an answer, and a message to send.
fn commit(key: ConversationKey, loaded: Loaded, number: u64) -> Commit {
    let (conversation, version) = loaded.conversation.unzip();
    let conversation = conversation.unwrap();
    let company = conversation.company.zip(loaded.company.map(|company| company.version));
    let answer =
        Answer { value: Value::Unknown, by: conversation.person, at: DateTime::UNIX_EPOCH, catalogue: 1 };
    let text = Rich(vec![Span { text: "Wie helpt je met je computers?".into(), bold: false, fixed: false }]);
    Commit {
        conversation: Some(conversation),
        conversation_version: version.unwrap_or(0),
        changes: vec![Change::SaveAnswer(Slot { item: None, question: "deputy".into() }, answer)],
        company,
        outgoing: vec![Outgoing::new(
            Uuid::from_u128(u128::from(number) + 1),
            key.clone(),
            LaneKind::Interactive,
            text,
        )],
        ..Commit::of_event(key, format!("commit-{number}"), DateTime::UNIX_EPOCH)
    }
}

/// The write of a turn alone, so many of them waiting at once.
fn commits(criterion: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bot = runtime.block_on(bot(&folder, 100));
    let numbers = AtomicU64::new(0);
    let mut group = criterion.benchmark_group("commits at once");
    group.sample_size(20);
    for people in [1u64, 10, 100] {
        group.throughput(Throughput::Elements(people));
        group.bench_with_input(BenchmarkId::from_parameter(people), &people, |bencher, people| {
            bencher.iter_custom(|rounds| {
                let mut spent = Duration::ZERO;
                for _ in 0..rounds {
                    spent += runtime.block_on(async {
                        let mut commits = Vec::new();
                        for person in 0..*people {
                            let key = incoming(person, "").conversation;
                            let loaded = bot.store.load(&key).await.unwrap();
                            commits.push(commit(key, loaded, numbers.fetch_add(1, Ordering::Relaxed)));
                        }
                        let begun = Instant::now();
                        let mut written = JoinSet::new();
                        for commit in commits {
                            let bot = Arc::clone(&bot);
                            written.spawn(async move { bot.store.commit(commit).await.unwrap() });
                        }
                        while let Some(commit) = written.join_next().await {
                            commit.unwrap();
                        }
                        begun.elapsed()
                    });
                }
                spent
            });
        });
    }
    group.finish();
}

criterion_group!(turns, decide_and_render, load, commits, durable_turns);
criterion_main!(turns);
