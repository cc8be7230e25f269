//! Noting what was sent, many at a time and on nobody's time.

use std::{sync::Arc, time::Duration};

use tokio::{sync::mpsc, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::app::{
    ports::{Clock, Incoming, Store},
    turn::App,
};

/// Notes written at once.
const MOST_AT_ONCE: usize = 512;

enum Note {
    Sent(Uuid),
    Answered(Box<Incoming>),
}

/// Takes notes.
#[derive(Clone)]
pub struct Notes {
    notes: mpsc::UnboundedSender<Note>,
}

impl Notes {
    /// Starts taking notes. The task ends when every clone is dropped and all is written, or when the store does
    /// not take it and `stop` says so. Notes that are lost mean messages that are sent again.
    pub fn start<S: Store, C: Clock>(
        app: Arc<App<S, C>>,
        pause: Duration,
        stop: CancellationToken,
    ) -> (Self, JoinHandle<()>) {
        let (notes, taken) = mpsc::unbounded_channel();
        (Self { notes }, tokio::spawn(write_all(app, taken, pause, stop)))
    }

    /// A message of the outbox is done with.
    pub fn sent(&self, id: Uuid) {
        // Nobody writes any more when the program ends.
        let _ = self.notes.send(Note::Sent(id));
    }

    /// An event was answered although nothing of it could be written: it must not be handled again later.
    pub fn answered(&self, incoming: Incoming) {
        let _ = self.notes.send(Note::Answered(Box::new(incoming)));
    }
}

async fn write_all<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    mut taken: mpsc::UnboundedReceiver<Note>,
    pause: Duration,
    stop: CancellationToken,
) {
    let mut notes = Vec::with_capacity(MOST_AT_ONCE);
    while taken.recv_many(&mut notes, MOST_AT_ONCE).await > 0 {
        let mut sent = Vec::with_capacity(notes.len());
        let mut answered = Vec::new();
        for note in notes.drain(..) {
            match note {
                Note::Sent(id) => sent.push(id),
                Note::Answered(incoming) => answered.push(*incoming),
            }
        }
        while !write(&app, &mut sent, &mut answered).await {
            if stop.is_cancelled() {
                return tracing::error!("not everything that was sent could be noted; it will be sent again");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }
}

/// Writes what it can; `false` when something is left.
async fn write<S: Store, C: Clock>(
    app: &App<S, C>,
    sent: &mut Vec<Uuid>,
    answered: &mut Vec<Incoming>,
) -> bool {
    if !sent.is_empty() && app.store.sent(sent.clone()).await.is_ok() {
        sent.clear();
    }
    while let Some(incoming) = answered.last() {
        if app.forgo(incoming).await.is_err() {
            break;
        }
        answered.pop();
    }
    sent.is_empty() && answered.is_empty()
}
