//! Who goes when, shown by workers that note what they do.

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

#[derive(Default)]
struct Note {
    chat: u32,
    number: u32,
    panics: usize,
    /// By which it can be fetched again.
    event: Option<String>,
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

    fn event<'j>(&self, job: &'j Note) -> Option<&'j str> {
        job.event.as_deref()
    }

    async fn fetch(&self, key: &ConversationKey, events: &[String]) -> Vec<Note> {
        let chat = key.address.parse().unwrap();
        events.iter().map(|event| Note { chat, number: event.parse().unwrap(), ..Note::default() }).collect()
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
    let notes = (0..400).map(|number| Note { chat: number % 7, number, ..Note::default() }).collect();
    let events = played(notes, 16).await;
    for chat in 0..7 {
        let heard: Vec<_> = events.iter().filter(|event| event.starts_with(&format!("{chat}:"))).collect();
        let wanted: Vec<_> = (0..400).filter(|n| n % 7 == chat).map(|n| format!("{chat}:{n}")).collect();
        assert_eq!(heard, wanted.iter().collect::<Vec<_>>());
    }
}

fn two_of_which_the_first_panics(panics: usize) -> Vec<Note> {
    vec![
        Note { chat: 1, number: 1, panics, ..Note::default() },
        Note { chat: 1, number: 2, ..Note::default() },
    ]
}

#[tokio::test]
async fn what_is_too_much_for_one_conversation_is_put_off_and_keeps_its_order() {
    let note = |chat, number: u32| Note { chat, number, panics: 0, event: Some(number.to_string()) };
    // On one thread nothing runs until all is handed in: the room is full, and nobody has to wait.
    let notes = (0..1_000).map(|number| note(1, number)).chain([note(2, 0)]).collect();
    let events = played(notes, MOST_WAITING + 2).await;
    let (of_one, others): (Vec<&String>, Vec<&String>) =
        events.iter().partition(|event| event.starts_with("1:"));
    assert_eq!(of_one, (0..1_000).map(|n| format!("1:{n}")).collect::<Vec<_>>().iter().collect::<Vec<_>>());
    assert_eq!(others, ["2:0"]);
    assert!(events.iter().position(|event| event == "2:0").unwrap() < 10);
}

#[tokio::test]
async fn a_turn_that_panics_twice_is_tried_a_third_time_and_the_next_one_runs() {
    let notes = two_of_which_the_first_panics(2);
    assert_eq!(played(notes, 4).await, ["1:1", "1:2"]);
}

#[tokio::test]
async fn an_event_that_always_panics_is_set_aside_and_the_next_one_runs() {
    let notes = two_of_which_the_first_panics(9);
    assert_eq!(played(notes, 4).await, ["1:1 aside", "1:2"]);
}

#[tokio::test]
async fn what_cannot_wait_is_answered_also_when_that_panics_first() {
    let recorder = Arc::new(Recorder::default());
    let executor = Executor::new(Arc::clone(&recorder), 1);
    for panics in [0, 1] {
        assert!(executor.rush(Note { chat: 1, number: 7, panics, event: None }).is_ok());
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
