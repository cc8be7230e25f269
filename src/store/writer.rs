//! The only writer: gathers what waits and writes it in one transaction, table by table, each turn failing alone.
//!
//! It has a thread of its own: a transaction is a dozen statements, and between two of them it would stand in line
//! behind every turn that is ready to run. What was received goes before turns, so that nobody waits for Telegram.

use std::{collections::HashSet, io, mem, thread};

use sqlx::{AnyConnection, AnyPool, Connection, Executor};
use tokio::{
    runtime,
    sync::{mpsc, oneshot},
};

use crate::{
    app::ports::StoreError,
    store::{
        codes::refused,
        job::Job,
        rows::{Cell, run},
        statements::{blob, statements, won},
    },
};

/// Jobs that may wait before a caller has to.
const QUEUE: usize = 4_096;
/// Jobs in one transaction.
const MOST_JOBS: usize = 128;

/// What came of a job that is written.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The events that were new, as `(channel, event)`.
    pub fresh: HashSet<(String, String)>,
    /// Of what is known to be sent the ids that were still to be sent.
    pub taken: HashSet<Vec<u8>>,
    /// Its event was handled before, and whoever handled it did not hear that it was written.
    pub before: bool,
}

/// What came of a job.
pub type Written = Result<Outcome, StoreError>;

struct Waiting {
    job: Job,
    answer: oneshot::Sender<Written>,
}

/// What the writer writes with.
#[derive(Clone, Debug)]
pub struct Pens {
    /// The one connection to the data.
    pub data: AnyPool,
    /// The one connection to the keys.
    pub keys: AnyPool,
    /// Opens a transaction that may write.
    pub begin: &'static str,
    /// Takes what was deleted off the disk.
    pub tidy: &'static str,
}

/// Hands jobs to the writer.
#[derive(Clone, Debug)]
pub struct Writer {
    received: mpsc::Sender<Waiting>,
    turns: mpsc::Sender<Waiting>,
}

impl Writer {
    /// Starts the writer.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(pens: Pens) -> io::Result<Self> {
        let (received, first) = mpsc::channel(QUEUE);
        let (turns, second) = mpsc::channel(QUEUE);
        let own = runtime::Builder::new_current_thread().enable_all().build()?;
        let write = move || own.block_on(write_all(pens, first, second));
        thread::Builder::new().name("writer".into()).spawn(write)?;
        Ok(Self { received, turns })
    }

    /// Writes a job and waits until it is durable.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the conversation or the company is at another version by now.
    pub async fn write(&self, job: Job) -> Written {
        let gone = || StoreError::Unavailable("the writer has stopped".into());
        let (answer, written) = oneshot::channel();
        let queue = if job.inbox.is_empty() { &self.turns } else { &self.received };
        queue.send(Waiting { job, answer }).await.map_err(|_| gone())?;
        written.await.map_err(|_| gone())?
    }
}

/// Writes until nobody can hand in anything any more and everything is written.
async fn write_all(pens: Pens, mut received: mpsc::Receiver<Waiting>, mut turns: mpsc::Receiver<Waiting>) {
    loop {
        let first = tokio::select! {
            biased;
            Some(first) = received.recv() => first,
            Some(first) = turns.recv() => first,
            else => return,
        };
        // Whoever is about to hand in more does so now: a transaction of many costs little more than one of one.
        thread::yield_now();
        let mut gathered = with_what_waits(first, &mut received, &mut turns);
        while !gathered.is_empty() {
            let (now, later) = without_repeats(mem::take(&mut gathered));
            gathered = later;
            write_together(&pens, now).await;
        }
    }
}

/// The first job and what waits by now, what was received before turns.
fn with_what_waits(
    first: Waiting,
    received: &mut mpsc::Receiver<Waiting>,
    turns: &mut mpsc::Receiver<Waiting>,
) -> Vec<Waiting> {
    let mut gathered = vec![first];
    while gathered.len() < MOST_JOBS
        && let Ok(next) = received.try_recv().or_else(|_| turns.try_recv())
    {
        gathered.push(next);
    }
    gathered
}

/// Jobs about one conversation, company or code follow each other in transactions of their own: no statement can hold a
/// row twice, and nothing is written beside what erases it.
fn without_repeats(waiting: Vec<Waiting>) -> (Vec<Waiting>, Vec<Waiting>) {
    let mut seen = HashSet::new();
    waiting.into_iter().partition(|waiting| {
        let Job { company, conversation, settled, moved, again, used, .. } = &waiting.job;
        let Job { destroyed, erased, forgotten, .. } = &waiting.job;
        let rows = [company, conversation, settled].into_iter().flatten();
        let rows = rows.chain(moved).chain(again).chain(used);
        let rows = rows.chain(destroyed).chain(erased).chain(forgotten);
        // One job may name its company twice; it has one row in each table.
        let ids: HashSet<_> = rows.filter_map(|row| blob(row.first()?)).collect();
        let fresh = ids.iter().all(|id| !seen.contains(*id));
        seen.extend(ids.into_iter().map(<[u8]>::to_vec));
        fresh
    })
}

async fn write_together(pens: &Pens, waiting: Vec<Waiting>) {
    let (jobs, answers): (Vec<_>, Vec<_>) = keys_first(pens, waiting).await.into_iter().unzip();
    let takes_away =
        |job: &Job| !(job.erased.is_empty() && job.destroyed.is_empty() && job.taken_back.is_empty());
    let erases = jobs.iter().any(takes_away);
    let written = match transaction(pens, &jobs).await {
        Ok(written) => written,
        // One job may have spoilt it for the others: each by itself, then.
        Err(_) if jobs.len() > 1 => {
            let mut each = Vec::with_capacity(jobs.len());
            for job in &jobs {
                let alone = transaction(pens, std::slice::from_ref(job)).await;
                each.push(alone.map_or_else(|error| Err(refused(&error)), |mut one| one.remove(0)));
            }
            each
        }
        Err(error) => vec![Err(refused(&error))],
    };
    if erases {
        tidy(pens).await;
    }
    for (answer, written) in answers.into_iter().zip(written) {
        // Nobody waits any more: the turn was dropped, what is written stays true.
        let _ = answer.send(written);
    }
}

/// Makes and destroys the keys of the jobs, and gives back the jobs that may write their rows now. A key without rows
/// does no harm; rows without a key can never be read. A scope that has a key keeps it.
async fn keys_first(pens: &Pens, waiting: Vec<Waiting>) -> Vec<(Job, oneshot::Sender<Written>)> {
    let rows = |of: fn(&Job) -> &Vec<Vec<Cell>>| {
        waiting.iter().flat_map(|waiting| of(&waiting.job)).cloned().collect::<Vec<_>>()
    };
    let made = rows(|job| &job.keys);
    let destroyed = [rows(|job| &job.destroyed), rows(|job| &job.erased)].concat();
    let written = match (made.as_slice(), destroyed.as_slice()) {
        ([], []) => Ok(HashSet::new()),
        _ => write_keys(pens, &made, &destroyed).await,
    };
    let mut ready = Vec::with_capacity(waiting.len());
    for Waiting { job, answer } in waiting {
        let fresh = |fresh: &HashSet<Vec<u8>>| {
            job.keys.iter().filter_map(|row| blob(row.first()?)).all(|scope| fresh.contains(scope))
        };
        let refused = match &written {
            _ if job.keys.is_empty() && job.destroyed.is_empty() && job.erased.is_empty() => None,
            Ok(made) if fresh(made) => None,
            Ok(_) => Some(StoreError::Conflict),
            Err(error) => Some(unavailable(error)),
        };
        match refused {
            None => ready.push((job, answer)),
            // Nobody waits any more: the turn was dropped, and nothing of it was written.
            Some(error) => drop(answer.send(Err(error))),
        }
    }
    ready
}

/// Gives back the scopes whose key is new.
async fn write_keys(
    pens: &Pens,
    made: &[Vec<Cell>],
    destroyed: &[Vec<Cell>],
) -> Result<HashSet<Vec<u8>>, sqlx::Error> {
    let mut connection = pens.keys.acquire().await?;
    let written = key_statements(&mut connection, pens.begin, made, destroyed).await;
    if written.is_err() {
        let _ = connection.close().await;
    }
    written
}

async fn key_statements(
    connection: &mut AnyConnection,
    begin: &'static str,
    made: &[Vec<Cell>],
    destroyed: &[Vec<Cell>],
) -> Result<HashSet<Vec<u8>>, sqlx::Error> {
    let mut transaction = connection.begin_with(begin).await?;
    let head = "INSERT INTO keys (scope, wrapped) VALUES";
    let fresh = won(&mut transaction, head, made, "ON CONFLICT (scope) DO NOTHING RETURNING scope").await?;
    run(&mut transaction, "DELETE FROM keys WHERE scope IN (VALUES", destroyed, ")").await?;
    transaction.commit().await?;
    Ok(fresh)
}

/// Takes what was erased off the disk. What cannot be done now is done at the next erasure or start.
async fn tidy(pens: &Pens) {
    for pool in [&pens.keys, &pens.data] {
        if let Err(error) = pool.execute(pens.tidy).await {
            tracing::warn!(error = %unavailable(&error), "what was erased is not off the disk yet");
        }
    }
}

/// The database's own words can quote values; its code and kind cannot.
pub fn unavailable(error: &sqlx::Error) -> StoreError {
    let what = match error {
        sqlx::Error::Database(error) => format!("code {}", error.code().unwrap_or_default()),
        sqlx::Error::Io(error) => error.kind().to_string(),
        sqlx::Error::PoolTimedOut => "no connection in time".into(),
        sqlx::Error::PoolClosed => "closed".into(),
        _ => "refused".into(),
    };
    StoreError::Unavailable(what)
}

async fn transaction(pens: &Pens, jobs: &[Job]) -> Result<Vec<Written>, sqlx::Error> {
    let mut connection = pens.data.acquire().await?;
    let written = {
        let mut transaction = connection.begin_with(pens.begin).await?;
        match statements(&mut transaction, jobs).await {
            Ok(written) => transaction.commit().await.map(|()| written),
            Err(error) => Err(error),
        }
    };
    if written.is_err() {
        // After a full disk or an I/O error nobody knows what state the connection is in.
        let _ = connection.close().await;
    }
    written
}
