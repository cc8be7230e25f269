//! Who goes when: one conversation at a time and in order, conversations side by side on the tokio pool.
//!
//! A conversation takes up memory only while it has something to do. What waits in all of them together is bounded:
//! whoever hands in more has to wait. So is what waits in one of them: of the excess only the ids are kept, and it is
//! fetched again when its turn comes. A panic ends one attempt at one event and nothing else.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::Poll,
};

use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tokio_util::task::TaskTracker;

use crate::app::ports::ConversationKey;

/// An event that makes the program panic is tried so often, then set aside.
pub const MOST_ATTEMPTS: usize = 3;

/// Events that wait in one conversation. Of more than these only the ids are kept.
pub const MOST_WAITING: usize = 100;

/// Events that cannot wait and are answered side by side.
const MOST_URGENT: usize = 256;

/// What is done with the events of conversations.
pub trait Worker: Send + Sync + 'static {
    /// An event, with what the channel needs to answer it.
    type Job: Send + Sync + 'static;
    /// What is to be said.
    type Answer: Send;

    /// Decides and writes down; tried again when it panics.
    fn turn(&self, job: &Self::Job) -> impl Future<Output = Self::Answer> + Send;

    /// Gives up on an event that panicked every time.
    fn set_aside(&self, job: &Self::Job) -> impl Future<Output = Self::Answer> + Send;

    /// Hears that one attempt at something ended in a panic.
    fn panicked(&self) {}

    /// Answers an event that cannot wait, ahead of all others.
    fn rush(&self, job: &Self::Job) -> impl Future<Output = ()> + Send {
        async move {
            let answer = self.turn(job).await;
            self.deliver(job, answer).await;
        }
    }

    /// What an event is called where it can be fetched again, if it can.
    fn event<'j>(&self, _: &'j Self::Job) -> Option<&'j str> {
        None
    }

    /// Fetches events of a conversation again, in this order. What is not there any more is left out.
    fn fetch(&self, _: &ConversationKey, _: &[String]) -> impl Future<Output = Vec<Self::Job>> + Send {
        async { Vec::new() }
    }

    /// Says it.
    fn deliver(&self, job: &Self::Job, answer: Self::Answer) -> impl Future<Output = ()> + Send;
}

/// Runs turns.
pub struct Executor<W: Worker> {
    shared: Arc<Shared<W>>,
}

impl<W: Worker> Clone for Executor<W> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared) }
    }
}

struct Shared<W: Worker> {
    worker: W,
    /// What waits behind the turn that runs, of every conversation in which one runs.
    lines: Lines<W::Job>,
    room: Arc<Semaphore>,
    urgent: Arc<Semaphore>,
    tasks: TaskTracker,
    /// Where turns run, whoever hands them in.
    pool: Handle,
}

type Lines<J> = Mutex<HashMap<ConversationKey, Line<J>>>;

struct Line<J> {
    waiting: VecDeque<Waiting<J>>,
    /// Events behind these, to be fetched when all of these are done.
    put_off: VecDeque<String>,
}

struct Waiting<J> {
    job: J,
    /// What was fetched again needs none: it is little.
    _room: Option<OwnedSemaphorePermit>,
}

impl<W: Worker> Executor<W> {
    /// An executor on this runtime in which at most `room` events run or wait.
    pub fn new(worker: W, room: usize) -> Self {
        let shared = Shared {
            worker,
            lines: Mutex::default(),
            room: Arc::new(Semaphore::new(room)),
            urgent: Arc::new(Semaphore::new(MOST_URGENT)),
            tasks: TaskTracker::new(),
            pool: Handle::current(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Takes an event in; waits while there is no room, but never because of one conversation that has too much. The
    /// events of one conversation run in this order.
    pub async fn submit(&self, key: &ConversationKey, job: W::Job) {
        if self.shared.puts_off(key, &job) {
            return;
        }
        // The semaphore is never closed.
        let Ok(room) = Arc::clone(&self.shared.room).acquire_owned().await else { return };
        let waiting = Waiting { job, _room: Some(room) };
        match self.shared.lines().entry(key.clone()) {
            Entry::Occupied(mut line) => line.get_mut().waiting.push_back(waiting),
            Entry::Vacant(line) => {
                line.insert(Line { waiting: VecDeque::new(), put_off: VecDeque::new() });
                let run = Arc::clone(&self.shared).run(key.clone(), waiting);
                self.shared.tasks.spawn_on(run, &self.shared.pool);
            }
        }
    }

    /// Answers an event at once, on the runtime of the caller and beside whatever its conversation is doing. When
    /// too many are under way the event comes back.
    ///
    /// # Errors
    /// The event itself.
    pub fn rush(&self, job: W::Job) -> Result<(), W::Job> {
        let Ok(room) = Arc::clone(&self.shared.urgent).try_acquire_owned() else { return Err(job) };
        let shared = Arc::clone(&self.shared);
        self.shared.tasks.spawn(async move {
            if shared.caught(pin!(shared.worker.rush(&job))).await.is_err() {
                tracing::error!("a turn panicked");
                shared.handle(&job).await;
            }
            drop(room);
        });
        Ok(())
    }

    /// Waits until everything that was taken in is done.
    pub async fn finish(&self) {
        self.shared.tasks.close();
        self.shared.tasks.wait().await;
    }

    /// How many conversations have something to do.
    pub fn busy(&self) -> usize {
        self.shared.lines().len()
    }
}

impl<W: Worker> Shared<W> {
    /// A panic elsewhere does not spoil the lines: each is whole whenever the lock is free.
    fn lines(&self) -> MutexGuard<'_, HashMap<ConversationKey, Line<W::Job>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps no more than the id of an event that is too much for its conversation, or that comes behind such a one.
    fn puts_off(&self, key: &ConversationKey, job: &W::Job) -> bool {
        let Some(event) = self.worker.event(job) else { return false };
        let mut lines = self.lines();
        let Some(line) = lines.get_mut(key) else { return false };
        let is_too_much = line.waiting.len() >= MOST_WAITING || !line.put_off.is_empty();
        if is_too_much {
            line.put_off.push_back(event.to_owned());
        }
        is_too_much
    }

    async fn run(self: Arc<Self>, key: ConversationKey, first: Waiting<W::Job>) {
        let mut next = Some(first);
        while let Some(waiting) = next {
            self.handle(&waiting.job).await;
            drop(waiting);
            next = self.next(&key).await;
        }
    }

    /// What is next in a conversation; without anything its line is gone.
    async fn next(&self, key: &ConversationKey) -> Option<Waiting<W::Job>> {
        loop {
            let put_off: Vec<String> = {
                let mut lines = self.lines();
                let line = lines.get_mut(key)?;
                if let Some(next) = line.waiting.pop_front() {
                    return Some(next);
                }
                if line.put_off.is_empty() {
                    lines.remove(key);
                    return None;
                }
                // They stay where they are until they are fetched, so that nothing gets ahead of them.
                line.put_off.iter().take(MOST_WAITING).cloned().collect()
            };
            let fetched =
                self.caught(pin!(self.worker.fetch(key, &put_off))).await.unwrap_or_else(|Panicked| {
                    tracing::error!("fetching events again panicked; they are handled after a restart");
                    Vec::new()
                });
            let mut lines = self.lines();
            let line = lines.get_mut(key)?;
            line.put_off.drain(..put_off.len());
            line.waiting.extend(fetched.into_iter().map(|job| Waiting { job, _room: None }));
        }
    }

    async fn handle(&self, job: &W::Job) {
        for attempt in 1..=MOST_ATTEMPTS {
            match self.caught(pin!(self.worker.turn(job))).await {
                Ok(answer) => return self.deliver(job, answer).await,
                Err(Panicked) => tracing::error!(attempt, "a turn panicked"),
            }
        }
        match self.caught(pin!(self.worker.set_aside(job))).await {
            Ok(answer) => self.deliver(job, answer).await,
            Err(Panicked) => tracing::error!("an event could not even be set aside"),
        }
    }

    async fn deliver(&self, job: &W::Job, answer: W::Answer) {
        if self.caught(pin!(self.worker.deliver(job, answer))).await.is_err() {
            tracing::error!("a delivery panicked; what was not sent is sent after a restart");
        }
    }

    /// The outcome of something that the worker does, or that it panicked.
    async fn caught<T>(&self, work: Pin<&mut impl Future<Output = T>>) -> Result<T, Panicked> {
        caught(work).await.inspect_err(|_| self.worker.panicked())
    }
}

struct Panicked;

/// The outcome of a future, or that it panicked.
async fn caught<T>(mut future: Pin<&mut impl Future<Output = T>>) -> Result<T, Panicked> {
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(_) => Poll::Ready(Err(Panicked)),
    })
    .await
}

#[cfg(test)]
mod tests;
