//! Who goes when: one conversation at a time and in order, conversations side by side on the tokio pool.
//!
//! A conversation takes up memory only while it has something to do. What waits in all of them together is bounded:
//! whoever hands in more has to wait. A panic ends one attempt at one event and nothing else.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
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

    /// Answers an event that cannot wait, ahead of all others.
    fn rush(&self, job: &Self::Job) -> impl Future<Output = ()> + Send {
        async move {
            let answer = self.turn(job).await;
            self.deliver(job, answer).await;
        }
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
    lines: Mutex<HashMap<ConversationKey, VecDeque<Waiting<W::Job>>>>,
    room: Arc<Semaphore>,
    urgent: Arc<Semaphore>,
    tasks: TaskTracker,
    /// Where turns run, whoever hands them in.
    pool: Handle,
}

struct Waiting<J> {
    job: J,
    _room: OwnedSemaphorePermit,
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

    /// Takes an event in; waits while there is no room. The events of one conversation run in this order.
    pub async fn submit(&self, key: &ConversationKey, job: W::Job) {
        // The semaphore is never closed.
        let Ok(room) = Arc::clone(&self.shared.room).acquire_owned().await else { return };
        let waiting = Waiting { job, _room: room };
        match self.shared.lines().entry(key.clone()) {
            Entry::Occupied(mut line) => line.get_mut().push_back(waiting),
            Entry::Vacant(line) => {
                line.insert(VecDeque::new());
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
            if caught(shared.worker.rush(&job)).await.is_err() {
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
    fn lines(&self) -> MutexGuard<'_, HashMap<ConversationKey, VecDeque<Waiting<W::Job>>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(self: Arc<Self>, key: ConversationKey, mut waiting: Waiting<W::Job>) {
        loop {
            self.handle(&waiting.job).await;
            let mut lines = self.lines();
            match lines.get_mut(&key).and_then(VecDeque::pop_front) {
                Some(next) => waiting = next,
                None => {
                    lines.remove(&key);
                    return;
                }
            }
        }
    }

    async fn handle(&self, job: &W::Job) {
        for attempt in 1..=MOST_ATTEMPTS {
            match caught(self.worker.turn(job)).await {
                Ok(answer) => return self.deliver(job, answer).await,
                Err(Panicked) => tracing::error!(attempt, "a turn panicked"),
            }
        }
        match caught(self.worker.set_aside(job)).await {
            Ok(answer) => self.deliver(job, answer).await,
            Err(Panicked) => tracing::error!("an event could not even be set aside"),
        }
    }

    async fn deliver(&self, job: &W::Job, answer: W::Answer) {
        if caught(self.worker.deliver(job, answer)).await.is_err() {
            tracing::error!("a delivery panicked; what was not sent is sent after a restart");
        }
    }
}

struct Panicked;

/// The outcome of a future, or that it panicked.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Panicked> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(_) => Poll::Ready(Err(Panicked)),
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::{
        collections::HashSet,
        sync::atomic::{AtomicUsize, Ordering},
        task::{Context, Waker},
    };

    use super::*;
    use crate::dialogue::ChannelKind;

    /// Panics as often as the job says, and notes what happened.
    #[derive(Default)]
    struct Recorder {
        events: Mutex<Vec<String>>,
        panics: AtomicUsize,
        running: Mutex<HashSet<u32>>,
    }

    struct Note {
        chat: u32,
        number: u32,
        panics: usize,
    }

    impl Worker for Arc<Recorder> {
        type Job = Note;
        type Answer = String;

        async fn turn(&self, job: &Note) -> String {
            if self.panics.fetch_add(usize::from(job.panics > 0), Ordering::SeqCst) < job.panics {
                panic!("on purpose");
            }
            assert!(self.running.lock().unwrap().insert(job.chat), "two turns of one chat at once");
            tokio::task::yield_now().await;
            self.running.lock().unwrap().remove(&job.chat);
            format!("{}:{}", job.chat, job.number)
        }

        async fn set_aside(&self, job: &Note) -> String {
            format!("{}:{} aside", job.chat, job.number)
        }

        async fn rush(&self, job: &Note) {
            assert!(job.panics == 0, "on purpose");
            self.events.lock().unwrap().push(format!("{}:{} first", job.chat, job.number));
        }

        async fn deliver(&self, _: &Note, answer: String) {
            self.events.lock().unwrap().push(answer);
        }
    }

    fn key(chat: u32) -> ConversationKey {
        ConversationKey { channel: ChannelKind::Telegram, address: chat.to_string().into() }
    }

    async fn played(notes: Vec<Note>, room: usize) -> Vec<String> {
        let recorder = Arc::new(Recorder::default());
        let executor = Executor::new(Arc::clone(&recorder), room);
        for note in notes {
            executor.submit(&key(note.chat), note).await;
        }
        executor.finish().await;
        assert_eq!(executor.busy(), 0);
        recorder.events.lock().unwrap().clone()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_conversation_keeps_its_order_among_others() {
        let notes = (0..400).map(|number| Note { chat: number % 7, number, panics: 0 }).collect();
        let events = played(notes, 16).await;
        for chat in 0..7 {
            let heard: Vec<_> =
                events.iter().filter(|event| event.starts_with(&format!("{chat}:"))).collect();
            let wanted: Vec<_> = (0..400).filter(|n| n % 7 == chat).map(|n| format!("{chat}:{n}")).collect();
            assert_eq!(heard, wanted.iter().collect::<Vec<_>>());
        }
    }

    #[tokio::test]
    async fn a_turn_that_panics_twice_is_tried_a_third_time_and_the_next_one_runs() {
        let notes = vec![Note { chat: 1, number: 1, panics: 2 }, Note { chat: 1, number: 2, panics: 0 }];
        assert_eq!(played(notes, 4).await, ["1:1", "1:2"]);
    }

    #[tokio::test]
    async fn an_event_that_always_panics_is_set_aside_and_the_next_one_runs() {
        let notes = vec![Note { chat: 1, number: 1, panics: 9 }, Note { chat: 1, number: 2, panics: 0 }];
        assert_eq!(played(notes, 4).await, ["1:1 aside", "1:2"]);
    }

    #[tokio::test]
    async fn what_cannot_wait_is_answered_also_when_that_panics_first() {
        let recorder = Arc::new(Recorder::default());
        let executor = Executor::new(Arc::clone(&recorder), 1);
        for panics in [0, 1] {
            assert!(executor.rush(Note { chat: 1, number: 7, panics }).is_ok());
        }
        executor.finish().await;
        let mut events = recorder.events.lock().unwrap().clone();
        events.sort();
        assert_eq!(events, ["1:7", "1:7 first"]);
    }

    #[tokio::test]
    async fn whoever_hands_in_more_than_there_is_room_for_has_to_wait() {
        /// Never gets done.
        struct Stuck;
        impl Worker for Stuck {
            type Job = ();
            type Answer = ();
            async fn turn(&self, (): &()) {
                std::future::pending().await
            }
            async fn set_aside(&self, (): &()) {}
            async fn deliver(&self, (): &(), (): ()) {}
        }
        let executor = Executor::new(Stuck, 2);
        executor.submit(&key(1), ()).await;
        executor.submit(&key(1), ()).await;
        let (second, mut third) = (key(2), Context::from_waker(Waker::noop()));
        assert!(pin!(executor.submit(&second, ())).poll(&mut third).is_pending());
        assert_eq!(executor.busy(), 1);
    }
}
